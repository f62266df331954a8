"""Which words of a pair could stand in a glossary: source span, target span, dictionary form.

The method is lemma annotation (Dinu et al. 2019, "Training Neural Machine Translation To Apply
Terminology Constraints"; Bergmanis & Pinnis 2021, "Facilitating Terminology Translation with
Target Lemma Annotations"): the source carries the target's dictionary form inline, the target
stays as it was, so the model learns both to obey and to inflect.

Each line of `run/terms.jsonl` belongs to the same line of `run/pairs.tsv`: a list of
{"source": [s0, s1], "target": [t0, t1], "lemma": str, "family": [case, gender] | null};
`family` marks a family name that may be exchanged for another one.
"""

from __future__ import annotations

import json
from functools import lru_cache
from pathlib import Path
from typing import Any

import pymorphy3

from training.alignment import tokens

_PROPER = {"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"}
# the six that every noun has, as pymorphy names them
_CASES = {"nomn", "gent", "datv", "accs", "ablt", "loct"}


@lru_cache(maxsize=1)
def _analyser() -> pymorphy3.MorphAnalyzer:
    return pymorphy3.MorphAnalyzer(lang="ru")


@lru_cache(maxsize=400_000)
def _parse(word: str) -> Any:
    return _analyser().parse(word)[0]


def _shaped(form: str, like: str, *, proper: bool, first: bool) -> str:
    """The form with the letter case of the word it stands for; a sentence's first word is a common one."""
    if like.isupper() and len(like) > 1:
        return form.upper()
    if like[:1].isupper() and (proper or not first):
        return form[:1].upper() + form[1:]
    return form


def _lemma(words: list[str], first: bool, *, singular: bool) -> str | None:
    """Dictionary form of a noun phrase: agreeing adjectives, a head noun, the rest as it stands."""
    parses = [_parse(word) for word in words]
    head = next((number for number, parse in enumerate(parses) if "NOUN" in parse.tag), None)
    if head is None or any(parse.tag.POS not in {"ADJF", "PRTF", "NOUN"} for parse in parses):
        return None
    if any(parse.tag.POS == "NOUN" for parse in parses[:head]):
        return None
    noun = parses[head]
    case, number = noun.tag.case, noun.tag.number
    if case not in _CASES:
        return None
    wanted = "sing" if singular and "Pltm" not in noun.tag and number == "plur" else number
    lemma = []
    for place, (word, parse) in enumerate(zip(words, parses, strict=True)):
        agrees = place <= head or (parse.tag.case == case and _PROPER & set(parse.tag.grammemes))
        form = word
        if agrees:
            grammemes = {"nomn", wanted} if wanted else {"nomn"}
            if place < head and wanted == "sing" and noun.tag.gender:
                grammemes.add(noun.tag.gender)
            inflected = parse.inflect(grammemes)
            if inflected is None:
                return None
            form = inflected.word
        proper = bool(_PROPER & set(parse.tag.grammemes)) or "Fixd" in parse.tag
        lemma.append(_shaped(form, word, proper=proper, first=first and place == 0))
    return " ".join(lemma)


def candidates(source: str, target: str, sure: list[list[int]]) -> list[dict[str, Any]]:
    """Noun phrases of the target, at most four words, that stand alone against their source words."""
    source_spans, target_spans = tokens(source), tokens(target)
    source_of = {start: number for number, (start, _) in enumerate(source_spans)}
    target_of = {start: number for number, (start, _) in enumerate(target_spans)}
    links = {(source_of[s0], target_of[t0]) for s0, _, t0, _ in sure if s0 in source_of and t0 in target_of}
    found = []
    for first in range(len(target_spans)):
        for last in range(first, min(first + 4, len(target_spans))):
            inside = sorted({s for s, t in links if first <= t <= last})
            if not inside or inside[-1] - inside[0] >= 4:
                continue
            left, right = inside[0], inside[-1]
            if any(left <= s <= right and not first <= t <= last for s, t in links):
                continue
            if len({t for _, t in links if first <= t <= last}) != last - first + 1:
                continue
            t0, t1 = target_spans[first][0], target_spans[last][1]
            s0, s1 = source_spans[left][0], source_spans[right][1]
            words = [target[a:b] for a, b in target_spans[first : last + 1]]
            if not all(word.isalpha() and len(word) > 1 for word in words) or s1 - s0 < 3:
                continue
            if target[t0:t1] != " ".join(words) or not source[s0:s1].replace(" ", "").replace("-", "").isalpha():
                continue
            lemmas = {_lemma(words, first == 0, singular=singular) for singular in (True, False)}
            family = None
            if first == last and left == right and source[s0].isupper():
                tag = _parse(words[0]).tag
                if "Surn" in tag and tag.case in _CASES and tag.gender in {"masc", "femn"} and tag.number == "sing":
                    family = [tag.case, tag.gender]
            found += [
                {"source": [s0, s1], "target": [t0, t1], "lemma": lemma, "family": family}
                for lemma in sorted(lemma for lemma in lemmas if lemma)
            ]
    return found


def annotate(run: Path) -> None:
    """Write `run/terms.jsonl` for `run/pairs.tsv` and `run/links.jsonl`."""
    beside = run / "terms.jsonl.part"
    count = 0
    with (
        (run / "pairs.tsv").open(encoding="utf-8", newline="\n") as pairs,
        (run / "links.jsonl").open(encoding="utf-8") as links,
        beside.open("w", encoding="utf-8") as out,
    ):
        for pair, link in zip(pairs, links, strict=True):
            _, _, language, source, target = pair.rstrip("\n").split("\t")
            found = candidates(source, target, json.loads(link)["sure"]) if language == "ru" else []
            count += len(found)
            out.write(json.dumps(found, ensure_ascii=False) + "\n")
    beside.replace(run / "terms.jsonl")
    print(f"{count:,d} candidate terms")
