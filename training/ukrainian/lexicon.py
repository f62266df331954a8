"""Which Ukrainian word stands for a Russian one: dictionary forms, chosen by what several sources say of them.

`words.yaml` comes first. Elsewhere three witnesses vote: the dictionary of Apertium; text that stands in both languages
beside the same English; and the letters, for most words of the two differ by rule (революционный, революційний).
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache

from training.ukrainian.cognates import cognates
from translit.morphology.analysis import analyser
from translit.tables import own_table

PARTS = {"NOUN": "N", "ADJF": "A", "ADJS": "A", "PRTF": "A", "PRTS": "A", "COMP": "A", "VERB": "V", "INFN": "V"}
PARTS |= {"GRND": "V"}
# what a witness says counts so much
_APERTIUM, _BESIDE, _LETTERS = 1.5, 2.5, 1.2
# a few occurrences say little, and so does what stood there once in ten times
_LEAST, _ACCIDENT = 3.0, 0.1
_LEAST_SCORE = 0.55

Word = tuple[str, str]  # a dictionary form and its part, N, A, V or R


@cache
def own_words() -> Mapping[Word, str]:
    """What `words.yaml` says outright; е stands for ё too."""
    table = own_table(__package__, "words.yaml")
    found: dict[Word, str] = {}
    for part, words in table.items():
        for pair in words.split(";"):
            russian, ukrainian = pair.split()
            found[russian.replace("ё", "е"), part] = ukrainian.replace("~", " ")
    return found


@cache
def is_word(ukrainian: str, part: str) -> bool:
    """Whether the dictionary of Ukrainian has this as the dictionary form of such a word."""
    if not analyser("uk").word_is_known(ukrainian) or (part == "A" and not ukrainian.endswith("й")):
        return False
    return any(
        one.normal_form == ukrainian and PARTS.get(str(one.tag.POS), "R") == part
        for one in analyser("uk").parse(ukrainian)
    )


@dataclass(frozen=True, slots=True)
class Lexicon:
    """What the witnesses say, and what was found.

    apertium: a dictionary form to another; beside: how often they stood against each other; names: those of one word,
    in small letters
    """

    apertium: Mapping[str, str] = field(default_factory=dict)
    beside: Mapping[Word, Mapping[Word, float]] = field(default_factory=dict)
    names: Mapping[str, str] = field(default_factory=dict)
    found: dict[Word, str] = field(default_factory=dict)

    def __call__(self, russian: str, part: str) -> str:
        """The Ukrainian dictionary form, empty where none is sure enough."""
        word = russian.replace("ё", "е"), part
        if (own := own_words().get(word)) is not None:
            return own
        if (russian, part) not in self.found:
            self.found[russian, part] = self._voted(russian, part)
        return self.found[russian, part]

    def _voted(self, russian: str, part: str) -> str:
        votes: dict[str, float] = defaultdict(float)
        theirs = self.apertium.get(russian, "")
        if theirs and is_word(theirs, part):
            votes[theirs] += _APERTIUM
        seen = self.beside.get((russian, part), {})
        total = sum(seen.values())
        for (ukrainian, its), times in seen.items():
            if its == part and times >= _ACCIDENT * total:
                votes[ukrainian] += _BESIDE * times / (total + _LEAST)
        alike: dict[str, float] = {}
        for ukrainian, cost in cognates(russian, part, is_word):
            alike[ukrainian] = min(cost, alike.get(ukrainian, cost))
        for ukrainian, cost in alike.items():
            if cost < 1:
                votes[ukrainian] += _LETTERS * (1 - cost)
        likely = [one for one, score in votes.items() if score >= _LEAST_SCORE and is_word(one, part)]
        return max(likely, key=votes.__getitem__, default="")
