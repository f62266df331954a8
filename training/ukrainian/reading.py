"""A Russian sentence word by word, each in the likeliest of its readings.

A form such as страны has several readings; which of them stands here the neighbours tell: the preposition before it,
the adjective that agrees with it, the noun that it belongs to. The search keeps the best few sequences (a beam).
"""

from __future__ import annotations

import math
import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import cache

from pymorphy3.analyzer import Parse

from translit.morphology import GOVERNMENT
from translit.morphology.analysis import analyser

_TOKEN = re.compile(r"[^\W\d_]+(?:[-'’][^\W\d_]+)*|\d+|\s+|.")
_CASES = {"genitive": "gent", "dative": "datv", "accusative": "accs", "instrumental": "ablt", "locative": "loct"}
_SAME = {"gen1": "gent", "gen2": "gent", "acc2": "accs", "loc1": "loct", "loc2": "loct"}
_ATTRIBUTES = {"ADJF", "PRTF"}
_DECLINED = {*_ATTRIBUTES, "NOUN", "NPRO", "NUMR"}
# grammemes of names, which stand in no common dictionary
NAMES = frozenset({"Name", "Surn", "Patr", "Geox", "Orgn", "Trad"})
GENDERS = frozenset({"masc", "femn", "neut"})
_MOST_READINGS, _BEAM = 10, 10
# what a reading is worth beside its neighbours, in nats
_GOVERNED, _UNGOVERNED, _AGREES, _DISAGREES, _POSSESSED, _PREDICATED = 2.0, -4.0, 1.5, -2.0, 0.8, 1.2
_COMMONER = 0.5  # the case that a preposition asks for most often


@dataclass(frozen=True, slots=True)
class Read:
    """A word, a number, a space or a mark of the sentence. part: OpenCorpora's part of speech, empty where it is no
    Russian word; features: its grammemes, the second cases among the first."""

    text: str
    lemma: str = ""
    part: str = ""
    features: frozenset[str] = frozenset()
    known: bool = True

    @property
    def case(self) -> str:
        """Its case, empty where it has none."""
        return next((case for case in ("nomn", *_CASES.values(), "voct") if case in self.features), "")

    @property
    def attribute(self) -> bool:
        """Whether it is a full adjective or participle."""
        return self.part in _ATTRIBUTES

    def agrees(self, noun: Read) -> bool:
        """Whether an adjective may belong to a noun, or to another adjective of the same noun."""
        if self.case != noun.case or ("plur" in self.features) != ("plur" in noun.features):
            return False
        mine, its = self.features & GENDERS, noun.features & GENDERS
        return "plur" in self.features or not mine or not its or mine == its


def _read(text: str, parse: Parse, *, known: bool) -> Read:
    features = frozenset(_SAME.get(one, one) for one in parse.tag.grammemes)
    return Read(text, parse.normal_form, str(parse.tag.POS or ""), features, known)


@cache
def readings(text: str) -> tuple[tuple[Read, float], ...]:
    """What a token may be and how likely each is by itself, as a logarithm."""
    if not re.search("[а-яёА-ЯЁ]", text):
        return ((Read(text), 0.0),)
    parses = analyser("ru").parse(text)
    known = analyser("ru").word_is_known(text.lower())
    if not known:  # by the ending alone: порфирией is no comparative
        parses = [one for one in parses if one.tag.POS in ("NOUN", "ADJF", "VERB", "INFN", "ADVB")] or parses
    if text[0].islower():
        parses = [one for one in parses if not {"Name", "Surn", "Patr", "Abbr"} & one.tag.grammemes] or parses
    found: dict[Read, float] = {}
    for one in parses[:_MOST_READINGS]:
        read = _read(text, one, known=known)
        found[read] = found.get(read, 0.0) + one.score
    return tuple((read, math.log(score + 0.01)) for read, score in found.items())


def lemmas(texts: Iterable[str]) -> set[str]:
    """The dictionary forms that the words of some texts may have."""
    words = {match.group() for text in texts for match in _TOKEN.finditer(text)}
    return {one.lemma for word in words for one, _ in readings(word) if one.part}


@dataclass(frozen=True, slots=True)
class _Path:
    score: float
    reads: tuple[Read, ...]
    asked: frozenset[str] = frozenset()  # the cases that a preposition asks for
    last: Read | None = None  # the word before


def read(sentence: str) -> list[Read]:
    """The tokens of a sentence, spaces and marks too, so that their texts joined are the sentence."""
    paths = [_Path(0.0, ())]
    for match in _TOKEN.finditer(sentence):
        text = match.group()
        if text.isspace():
            paths = [_Path(one.score, (*one.reads, Read(text)), one.asked, one.last) for one in paths]
            continue
        longer = [_with(path, read, score) for path in paths for read, score in readings(text)]
        # of paths that end alike only the best can win
        best: dict[tuple[Read | None, frozenset[str]], _Path] = {}
        for path in sorted(longer, key=lambda path: -path.score):
            best.setdefault((path.last, path.asked), path)
        paths = list(best.values())[:_BEAM]
    return list(paths[0].reads)


def _with(path: _Path, one: Read, score: float) -> _Path:
    last, asked, total = path.last, path.asked, path.score + score
    if one.part == "PREP":
        cases = GOVERNMENT["ru"].get(one.text.lower(), ())
        return _Path(total, (*path.reads, one), frozenset(_CASES[case] for case in cases), one)
    if one.part in _DECLINED and one.case:
        if asked:
            total += _GOVERNED if one.case in asked else _UNGOVERNED
            total += _COMMONER if last and last.part == "PREP" and one.case == _first_case(last.text) else 0.0
            asked = frozenset({one.case})
        if last and last.attribute and (one.attribute or one.part == "NOUN"):
            total += _AGREES if last.agrees(one) else _DISAGREES
        elif last and last.part == "NOUN" and one.case == "gent" and not asked:
            total += _POSSESSED
        if last and last.part == "NUMR" and one.case in ("gent", last.case):
            total += _POSSESSED
        if one.part in ("NOUN", "NPRO"):
            asked = frozenset()
    elif last and _follows(one, last):
        total += _PREDICATED
    elif asked and one.part not in ("ADVB", "PRCL", "COMP") and one.part:
        total += _UNGOVERNED
        asked = frozenset()
    elif not one.part and not one.text.isalnum():
        asked = frozenset()
    return _Path(total, (*path.reads, one), asked, one)


def _first_case(preposition: str) -> str:
    return next((_CASES[case] for case in GOVERNMENT["ru"].get(preposition.lower(), ())), "")


def _follows(verb: Read, last: Read) -> bool:
    """Whether a verb says something of the noun before it, or completes the verb before it."""
    if last.part == "VERB":
        return verb.part == "INFN"
    if verb.part != "VERB" or last.part != "NOUN" or last.case != "nomn":
        return False
    if ("plur" in verb.features) != ("plur" in last.features):
        return False
    return not verb.features & GENDERS or bool(verb.features & last.features & GENDERS)
