"""Collecting the parallel text: read, clean, drop what is in an evaluation set, weigh."""

from __future__ import annotations

import lzma
import random
import re
import unicodedata
from collections import Counter
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import yaml

from training.recipe import Recipe

WEIGHTS = Path(__file__).with_name("corpora.yaml")
# what was written for translit, in tables whose first line names the languages of the columns: news, and a dictionary
# of its words with '|' between translations
OURS = Path(__file__).parent
WRITTEN, LEXICON = OURS / "written", OURS / "lexicon"

# what a last sitting sees alone: news, what is written like it, and talk
FINISHED_ON = frozenset(
    {
        *("written", "lexicon", "newstest2012-2018", "newstest-students", "wmt-testsuites", "mlqe-pe", "mt-geneval"),
        *("tico19", "xquad", "back-translated", "ua-gec", "word-for-word", "apertium-synthetic", "tatoeba-test"),
        "tatoeba",
    }
)

_PLACEHOLDER = re.compile(r"%[\w$]|\{\w*\}|<[^>]*>|\\n|&\w+;|\$[^\W\d]")
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


def written(tag: str, folder: Path = WRITTEN) -> Iterator[list[str]]:
    """English and the language beside it, of every table of `folder`."""
    for path in sorted(folder.glob("*.tsv.xz")):
        columns, *rows = read_tsv(path)
        english, other = columns.index("en"), columns.index(tag)
        yield from ([row[english], row[other]] for row in rows)


def evaluation_sentences(folder: Path) -> set[str]:
    """Fingerprints of every sentence in every evaluation file, all languages together."""
    return {fingerprint(cell) for path in sorted(folder.glob("*.tsv.xz")) for row in read_tsv(path) for cell in row}


# letters that only some of the languages write: a pair that holds another one's is in the wrong corpus
_STRANGE = {"ru": re.compile("[іїєґўІЇЄҐЎ]"), "uk": re.compile("[ыэёъўЫЭЁЪЎ]"), "be": re.compile("[иїєґщъИЇЄҐЩЪ]")}


# endings of Belarusian neuter words, before which "гэтае" stands as it should
_NEUTER = r"\w*(?:нне|цце|ства|сце|ззе|лле|ае|ое|яе|месца|слова|права|дзіця|лета|дрэва|імя)\b"
# Apertium's Russian-Belarusian dictionary writes these in place of the everyday word, and never a short ў after a
# vowel: (pattern, what should stand)
_APERTIUM_BE = (
    (re.compile(r"\bля\b"), "у"),
    (re.compile(r"\bЛя\b"), "У"),
    (re.compile(rf"\b([Гг])этае\b(?! {_NEUTER})"), r"\1эта"),
    (re.compile(r"\bгэтак\b"), "так"),
    (re.compile(r"\bГэтак\b"), "Так"),
    (re.compile("(?<=[аеёіоуыэюяАЕЁІОУЫЭЮЯ] )у"), "ў"),
)


def mended(text: str, origin: str, tag: str) -> str:
    """Text of a machine that writes some words wrongly wherever it writes them; no word comes or goes."""
    if origin.startswith("apertium") and tag == "be":
        for pattern, replacement in _APERTIUM_BE:
            text = pattern.sub(replacement, text)
    return text


def fault(english: str, other: str, tag: str = "ru") -> str | None:
    """Why a pair of English and Russian, Ukrainian or Belarusian (`tag`) is not worth training on, or None."""
    english_words, other_words = len(_WORD.findall(english)), len(_WORD.findall(other))
    if not english_words or not other_words:
        return "empty"
    if english_words > 110 or other_words > 110:
        return "long"
    if max(len(english), len(other)) > 4 * min(len(english), len(other)) + 30:
        return "length ratio"
    cyrillic, latin = len(_CYRILLIC.findall(other)), len(_LATIN.findall(other))
    if not cyrillic or latin > cyrillic:
        return "script"
    if len(_CYRILLIC.findall(english)) > 0.1 * len(english):
        return "English in another script"
    if _STRANGE[tag].search(other):
        return "another language"
    if _PLACEHOLDER.search(english) or _PLACEHOLDER.search(other):
        return "placeholders"
    return None


def weight_of(given: Any, model: str) -> float:
    """The weight of an origin in `corpora.yaml` for this model; 0 if it is for another one."""
    return float(given.get(model, 0)) if isinstance(given, dict) else float(given)


def collect(
    corpora: Path, run: Path, chosen: Recipe, *, finishing: bool = False, seed: int = 1, tables: Path = OURS
) -> None:
    """Write `run/pairs.tsv`: times, origin, source language, target language, source, target; one row a kept pair.

    `finishing` leaves out what a last sitting does not see; in the folder `tables` lies what was written for translit.
    """
    run.mkdir(parents=True, exist_ok=True)
    held_out = evaluation_sentences(corpora / "eval")
    weights = yaml.safe_load(WEIGHTS.read_text(encoding="utf-8"))
    dice = random.Random(seed)
    counts: Counter[str] = Counter()
    beside = run / "pairs.tsv.part"
    with beside.open("w", encoding="utf-8") as out:
        for from_tag, into_tag in chosen.pairs:
            tag = into_tag if from_tag == "en" else from_tag
            seen: set[tuple[str, str]] = set()
            for origin, given in weights[f"en-{tag}"].items():
                weight = weight_of(given, chosen.name)
                rows = _rows(origin, tag, corpora, run, tables)
                if not weight or rows is None or (finishing and origin not in FINISHED_ON):
                    counts[f"left out en-{tag} {origin}"] += 1
                    continue
                for row in rows:
                    if len(row) < 2:
                        counts["columns"] += 1
                        continue
                    english, other = plain(row[0]), mended(plain(row[1]), origin, tag)
                    reason = fault(english, other, tag)
                    if reason is None and (fingerprint(english) in held_out or fingerprint(other) in held_out):
                        reason = "in an evaluation set"
                    # newstest-students holds several translations of one sentence: keep them all
                    if reason is None and (english, other) in seen:
                        reason = "duplicate"
                    if reason is None and weight < 1 and dice.random() > weight:
                        reason = "drawn out"
                    counts[reason or f"kept en-{tag} {origin}"] += 1
                    if reason is None:
                        seen.add((english, other))
                        texts = (english, other) if from_tag == "en" else (other, english)
                        out.write("\t".join((str(max(1, round(weight))), origin, from_tag, into_tag, *texts)) + "\n")
    beside.replace(run / "pairs.tsv")
    for reason, count in sorted(counts.items()):
        print(f"{count:9,d}  {reason}")


def _rows(origin: str, tag: str, corpora: Path, run: Path, tables: Path) -> Iterator[list[str]] | None:
    """The text of an origin: ours, given, or made by the recipe itself; None if there is none."""
    if origin == WRITTEN.name:
        return written(tag, tables / origin)
    if origin == LEXICON.name:
        return ([cell.split("|", 1)[0] for cell in row] for row in written(tag, tables / origin))
    places = (folder / f"{origin}.en-{tag}.tsv.xz" for folder in (corpora / "parallel", run / "parallel"))
    return next((read_tsv(place) for place in places if place.is_file()), None)
