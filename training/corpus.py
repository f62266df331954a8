"""Collecting the parallel text: read, clean, drop what is in an evaluation set, weigh."""

from __future__ import annotations

import lzma
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path

import yaml

WEIGHTS = Path(__file__).with_name("corpora.yaml")

_PLACEHOLDER = re.compile(r"%[\w$]|\{\w*\}|<[^>]*>|\\n|&\w+;|\$\w")
_WORD = re.compile(r"\w+")
_CYRILLIC = re.compile(r"[\u0400-\u04ff]")
_LATIN = re.compile(r"[A-Za-z]")
_SPACES = re.compile(r"\s+")


def plain(text: str) -> str:
    """NFC, single spaces, no zero-width characters: what the engines do to a sentence too."""
    text = unicodedata.normalize("NFC", text).replace("\u200b", "").replace("\ufeff", "")
    return _SPACES.sub(" ", text).strip()


def fingerprint(text: str) -> str:
    """A sentence without case, punctuation and spacing: how two sentences are called the same."""
    return " ".join(_WORD.findall(text.casefold()))


def read_tsv(path: Path) -> Iterator[list[str]]:
    """Rows of a .tsv.xz file, cells not stripped."""
    with lzma.open(path, "rt", encoding="utf-8", newline="\n") as rows:
        for row in rows:
            yield row.rstrip("\n").split("\t")


def evaluation_sentences(folder: Path) -> set[str]:
    """Fingerprints of every sentence in every evaluation file, all languages together."""
    return {fingerprint(cell) for path in sorted(folder.glob("*.tsv.xz")) for row in read_tsv(path) for cell in row}


def fault(source: str, target: str) -> str | None:
    """Why a pair is not worth training on, or None."""
    source_words, target_words = len(_WORD.findall(source)), len(_WORD.findall(target))
    if not source_words or not target_words:
        return "empty"
    if source_words > 110 or target_words > 110:
        return "long"
    if max(len(source), len(target)) > 4 * min(len(source), len(target)) + 30:
        return "length ratio"
    cyrillic, latin = len(_CYRILLIC.findall(target)), len(_LATIN.findall(target))
    if not cyrillic or latin > cyrillic:
        return "target script"
    if len(_CYRILLIC.findall(source)) > 0.1 * len(source):
        return "source script"
    if _PLACEHOLDER.search(source) or _PLACEHOLDER.search(target):
        return "placeholders"
    return None


def collect(corpora: Path, run: Path, *, seed: int = 1) -> None:
    """Write `run/pairs.tsv`: times, origin, language, source, target; one row a kept pair."""
    run.mkdir(parents=True, exist_ok=True)
    held_out = evaluation_sentences(corpora / "eval")
    weights = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    dice = random.Random(seed)
    counts: Counter[str] = Counter()
    seen: set[tuple[str, str]] = set()
    beside = run / "pairs.tsv.part"
    with beside.open("w", encoding="utf-8") as out:
        for pair, origins in weights.items():
            language = pair.split("-")[1]
            for origin, weight in origins.items():
                for row in read_tsv(corpora / "parallel" / f"{origin}.{pair}.tsv.xz"):
                    if len(row) < 2:
                        counts["columns"] += 1
                        continue
                    source, target = plain(row[0]), plain(row[1])
                    reason = fault(source, target)
                    if reason is None and (fingerprint(source) in held_out or fingerprint(target) in held_out):
                        reason = "in an evaluation set"
                    # newstest-students holds several translations of one sentence: keep them all
                    if reason is None and (source, target) in seen:
                        reason = "duplicate"
                    if reason is None and weight < 1 and dice.random() > weight:
                        reason = "drawn out"
                    counts[reason or f"kept {pair} {origin}"] += 1
                    if reason is None:
                        seen.add((source, target))
                        out.write(f"{max(1, round(weight))}\t{origin}\t{language}\t{source}\t{target}\n")
    beside.replace(run / "pairs.tsv")
    for reason, count in sorted(counts.items()):
        print(f"{count:9,d}  {reason}")
