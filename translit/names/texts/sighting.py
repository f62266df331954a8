"""Where the names of a register stand in a sentence, and whom each may mean.

A given name or an initial beside a family name must fit the person: 'Viktar Lukashenka' is not Alexander,
and where it fits nobody, the name is sighted as that of a stranger, `people` being empty.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.languages import EAST_SLAVIC
from translit.letters import folded
from translit.morphology import lemmas
from translit.names.identity.comparison import compare_names
from translit.names.identity.endings import patronymic_gender
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.names.tables import particles, titles, words
from translit.names.texts.nominative import bases
from translit.names.texts.spellings import Spelling, Spellings, given_cases, spellings
from translit.names.texts.tokens import Token, tokens
from translit.passages import Span
from translit.transliteration.given_names import given_name

_INITIALS_BEFORE = re.compile(r"(?<![\w.])((?:[^\W\d_]{1,2}\.[ \u00a0]?){1,3})$")
_INITIALS_AFTER = re.compile(r"[ \u00a0]((?:[^\W\d_]\.[ \u00a0]?){2})(?!\w)")


@dataclass(frozen=True, slots=True)
class Sighting:
    """A name of the register in a sentence.

    people      whom it may mean, the likeliest first; empty for a stranger of this family name
    part        'full', 'family' alone, or the initials that stand beside the family name
    patronymic  the patronymic between given name and family name, in dictionary form; '' for none
    namesakes   the persons whose family name it is, whatever stands before it
    """

    span: Span
    people: tuple[Person, ...]
    part: str
    patronymic: str = ""
    namesakes: tuple[Person, ...] = ()


def sightings(text: str, *, source: str, book: NameBook, taken: Sequence[Span] = ()) -> Iterator[Sighting]:
    """Every name of the register in one sentence, in reading order, none overlapping another or `taken`.

    source: the tag of the sentence's language.
    """
    there = tokens(text)
    search = _Search(text, there, source, spellings(book, source))
    if not search.index.phrases:
        return
    place, end = 0, 0
    while place < len(there):
        hit = search.at(place)
        if hit is not None and hit.span.start >= end and not any(hit.span.overlaps(other) for other in taken):
            yield hit
            end = hit.span.end
            while place < len(there) and there[place].span.start < end:
                place += 1
        else:
            place += 1


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    tokens: Sequence[Token]
    source: str
    index: Spellings

    def at(self, place: int) -> Sighting | None:
        """The longest name of the register that begins with this word, or whose family name it is."""
        first = self.tokens[place]
        if not (first.capital or first.before == "-" or folded(first.text) in particles()):
            return None
        for size in range(min(self.index.longest, len(self.tokens) - place), 0, -1):
            run = self.tokens[place : place + size]
            candidates = self.index.phrases.get(self._key(run)) if self._is_name(run) else None
            if candidates and self._is_whole(place, place + size):
                return self._sighted(place, place + size, candidates)
        return None

    def _key(self, run: Sequence[Token]) -> str:
        gaps = ["", *("-" if token.before == "-" else " " for token in run[1:])]
        return "".join(gap + folded(token.text) for gap, token in zip(gaps, run, strict=True))

    def _is_name(self, run: Sequence[Token]) -> bool:
        capitals = all(token.capital or token.before == "-" or folded(token.text) in particles() for token in run)
        joined = all(token.before == "-" or (token.before and not token.before.strip()) for token in run[1:])
        last = run[-1].capital or run[-1].before == "-"
        return capitals and last and joined and not any(token.possessive for token in run[:-1])

    def _is_whole(self, first: int, last: int) -> bool:
        """Not a piece of a double name: 'pro-X' and 'X-led' are X, 'X-Smith' is somebody else."""
        if self.tokens[first].before.endswith("-") and first:
            before = self.tokens[first - 1]
            if before.capital and self.tokens[first].before == "-" and folded(before.text) not in words("prefixes"):
                return self._key([before]) in self.index.phrases
        if last < len(self.tokens) and self.tokens[last].before == "-" and self.tokens[last].capital:
            return self._key([self.tokens[last]]) in self.index.phrases
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        glued = self.text[start - 1 : start] in ("@", "#", "_", "/") or self.text[end : end + 1] in ("_", "/", "@")
        dotted = re.match(r"\.\w", self.text[end:]) or re.search(r"\w\.$", self.text[:start][-2:])
        return not glued and not (dotted and self.text[start:end].islower())

    def _sighted(self, first: int, last: int, candidates: tuple[Spelling, ...]) -> Sighting:
        span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
        if candidates[0].part == "full":
            return self._made(span, candidates, candidates, "full")
        if not candidates[0].person.human:
            return self._made(span, candidates, candidates, "family")
        initials = _INITIALS_BEFORE.search(self.text[: span.start])
        if initials and initials[1][:1].isupper():
            fitting = [each for each in candidates if self._fits_initial(initials[1], each.person)]
            return self._made(Span(initials.start(1), span.end), fitting, candidates, initials[1])
        after = _INITIALS_AFTER.match(self.text, span.end)
        if after and self.source in EAST_SLAVIC:
            fitting = [each for each in candidates if self._fits_initial(after[1], each.person)]
            return self._made(Span(span.start, span.end + len(after[0].rstrip())), fitting, candidates, after[1])
        return self._beside_given(span, first, candidates)

    def _beside_given(self, span: Span, first: int, candidates: tuple[Spelling, ...]) -> Sighting:
        before = self.tokens[first - 1] if first and self.tokens[first].before.strip() == "" else None
        if before is None or not before.capital or before.possessive:
            return self._made(span, self._of_gender(first, candidates), candidates, "family")
        patronymic = ""
        given = before
        if first > 1 and before.before.strip() == "":
            patronymic = next((word for word in (before.text, *bases(before.text)) if patronymic_gender(word)), "")
            given = self.tokens[first - 2] if patronymic else before
        fitting = [each for each in candidates if self._fits_given(given.text, each.person)]
        whole = Span(given.span.start, span.end)
        if fitting:
            return self._made(whole, fitting, candidates, "full", patronymic)
        if folded(before.text) not in titles() and self._is_given(before.text):
            return self._made(Span(before.span.start, span.end), (), candidates, "full")
        return self._made(span, self._of_gender(first, candidates), candidates, "family")

    def _made(
        self, span: Span, fitting: Sequence[Spelling], candidates: Sequence[Spelling], part: str, patronymic: str = ""
    ) -> Sighting:
        found = folded(" ".join(span.of(self.text).split()))
        people = dict.fromkeys(each.person for each in fitting if found not in each.person.others)
        return Sighting(span, tuple(people), part, patronymic, tuple(dict.fromkeys(each.person for each in candidates)))

    def _is_given(self, word: str) -> bool:
        if given_name(word):
            return True
        if self.source not in EAST_SLAVIC:
            return False
        return any(given_name(lemma) for lemma in lemmas(word, self.source))

    def _fits_given(self, word: str, person: Person) -> bool:
        if folded(word) in given_cases(person, self.source):
            return True
        if folded(word) in titles():
            return False
        theirs = person.given(self.source) or next((person.given(tag) for tag in person.forms), "")
        family = person.family(self.source) or person.family(next(iter(person.forms)))
        return bool(theirs) and compare_names(f"{word} {family}", f"{theirs} {family}").same is True

    def _fits_initial(self, initials: str, person: Person) -> bool:
        letter = folded(initials.split(".")[0])
        return any(name.startswith(letter) for name in given_cases(person, self.source))

    def _of_gender(self, first: int, candidates: tuple[Spelling, ...]) -> Sequence[Spelling]:
        title = folded(self.tokens[first - 1].text) if first else ""
        gender = titles().get(title, "")
        return [each for each in candidates if gender and each.person.gender == gender] or candidates
