"""How the words of a Russian sentence hang together, and what that asks of the Ukrainian or Belarusian ones."""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence

from training.ukrainian.inflection import gender
from training.ukrainian.reading import GENDERS, NAMES, Read

_MONTHS = {
    *("январь", "февраль", "март", "апрель", "май", "июнь"),
    *("июль", "август", "сентябрь", "октябрь", "ноябрь", "декабрь"),
}
_FEW = re.compile(r"(?<![1,.])[234]\s+$")
# prepositions that ask for another case in Ukrainian and Belarusian
_ASKED = {"о": "accs", "об": "accs", "обо": "accs", "к": "gent", "ко": "gent", "по": "loct"}
# how far a word looks for the one it belongs to
_NEAR, _FAR = 4, 6


def finite(participle: Read, number: str) -> set[str]:
    """The grammemes of the verb that says in a clause what an active or a present participle says of its noun."""
    if "past" in participle.features:
        return {"past", number}
    return {"pres", "3per", "plur" if number == "plur" else "sing"}


class Sentence:
    """Words in order, each with what stands before it.

    cases: the case that a word has in Ukrainian; heads: the place of the noun an adjective belongs to; nouns: the
    Ukrainian noun at a place; counted: places after two, three, four of something
    """

    def __init__(self, tokens: Sequence[Read], lexicon: Callable[[str, str], str] = lambda lemma, part: "") -> None:
        """Without a lexicon the nouns have no Ukrainian."""
        self.reads: list[Read] = []
        self.gaps: list[str] = []
        gap = ""
        for one in tokens:
            if one.part:
                self.reads.append(one)
                self.gaps.append(gap)
                gap = ""
            else:
                gap += one.text
        self.rest = gap
        self.cases = [one.case for one in self.reads]
        self.nouns = {at: lexicon(one.lemma, "N") for at, one in enumerate(self.reads) if one.part == "NOUN"}
        self.heads: dict[int, int] = {}
        self.counted: set[int] = set()
        for at, one in enumerate(self.reads):
            if one.attribute:
                self._find_head(at)
            if one.case == "gent" and one.lemma not in _MONTHS and _FEW.search(self.gaps[at]):
                self._count(at)
            if one.lemma in ("два", "три", "четыре", "оба") and one.case in ("nomn", "accs"):
                self._count(at + 1)

    def follows_comma(self, at: int) -> bool:
        """Whether a comma parts a word from those before it."""
        return "," in self.gaps[at]

    def govern(self, at: int) -> None:
        """Put what a preposition stands before into the case that it asks for there, if that is another than here."""
        one = self.reads[at]
        if one.part == "PREP" and (case := _ASKED.get(one.text.lower(), "")):
            self.ask(at + 1, case)

    def ask(self, at: int, case: str) -> None:
        """Put the group of words that begins here into a case."""
        theirs = self.reads[at].case if at < len(self.reads) else ""
        for place in range(at, min(at + _NEAR + 1, len(self.reads))):
            one = self.reads[place]
            if one.case and one.case == theirs:
                self.cases[place] = case
            elif one.part not in ("ADVB", "PRCL"):
                return
            if one.part in ("NOUN", "NPRO"):
                return

    def _find_head(self, at: int) -> None:
        adjective = self.reads[at]
        for place in range(at + 1, min(at + _NEAR + 1, len(self.reads))):
            one = self.reads[place]
            if one.part == "NOUN" and adjective.agrees(one):
                self.heads[at] = place
                return
            if not (one.attribute or one.part in ("ADVB", "PRCL", "CONJ")):
                return

    def _count(self, at: int) -> None:
        for place in range(at, min(at + _NEAR - 1, len(self.reads))):
            one = self.reads[place]
            if one.case != "gent":
                return
            self.counted.add(place)
            if one.part == "NOUN":
                return

    def number(self, at: int) -> str:
        """plur, or the gender that a word has in Russian."""
        one = self.reads[at]
        if "plur" in one.features:
            return "plur"
        return next(iter(one.features & GENDERS), "masc")

    def number_of(self, place: int | None, russian: str) -> str:
        """The gender in Ukrainian of the noun at a place that is `russian` in Russian."""
        if russian == "plur" or place is None:
            return russian
        return gender(self.nouns.get(place, "").split(" ")[0], russian) or russian

    def antecedent(self, at: int) -> int | None:
        """The noun that a relative (который) refers to: the nearest before it of its gender and number."""
        one = self.reads[at]
        for place in range(at - 1, max(-1, at - _FAR - 1), -1):
            noun = self.reads[place]
            if noun.part != "NOUN" or ("plur" in noun.features) != ("plur" in one.features):
                continue
            if "plur" in one.features or not one.features & GENDERS or noun.features & one.features & GENDERS:
                return place
        return None

    def modified(self, at: int) -> int | None:
        """The noun that a participle behind a comma belongs to: the nearest before it in its case."""
        for place in range(at - 1, max(-1, at - _NEAR - 1), -1):
            if self.reads[place].part == "NOUN" and self.reads[place].case == self.reads[at].case:
                return place
        return None

    def subject(self, at: int) -> int | None:
        """The noun that a verb in the past agrees with: the nearest in the nominative before it, or right after it."""
        genders = self.reads[at].features & GENDERS
        places: list[int] = [
            *range(at - 1, max(-1, at - _FAR - 1), -1),
            *range(at + 1, min(at + _NEAR, len(self.reads))),
        ]
        for place in places:
            noun = self.reads[place]
            if (noun.part == "NOUN" and NAMES & noun.features) or (noun.part == "NPRO" and noun.case == "nomn"):
                return None
            if noun.part == "NOUN" and noun.case == "nomn" and "sing" in noun.features and noun.features & genders:
                return place
        return None
