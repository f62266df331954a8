"""Names in a sentence: the persons of the register first, then names that no register knows.

A family name alone is the person met last in the article, or else the one whose settled form it is, in
the order of the register. A given name or initial before it must fit that person: 'Viktar Lukashenka'
is not Alexander, and if no one in the register fits, nothing is claimed.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translit.languages import EAST_SLAVIC, language
from translit.letters import folded
from translit.morphology import lemmas
from translit.names.book import NameBook, Person
from translit.names.comparison import compare_names
from translit.names.endings import patronymic_gender
from translit.names.nominative import bases
from translit.names.proposals import proposals
from translit.names.spellings import Spelling, given_cases, spellings
from translit.names.tables import particles, titles, words
from translit.names.tokens import Token, tokens
from translit.names.unregistered import find_unregistered
from translit.passages import Mention, MentionKind, Span
from translit.transliteration.given_names import given_name

_INITIALS_BEFORE = re.compile(r"(?<![\w.])((?:[^\W\d_]{1,2}\.[ \u00a0]?){1,3})$")
_INITIALS_AFTER = re.compile(r"[ \u00a0]((?:[^\W\d_]\.[ \u00a0]?){2})(?!\w)")


def find_names(
    text: str,
    *,
    source: str,
    target: str,
    book: NameBook,
    taken: Sequence[Span] = (),
    known: Sequence[str] = (),
) -> tuple[Mention, ...]:
    """Every name of a person in one sentence, in reading order, none overlapping another or `taken`.

    known: ids of persons met earlier in the article, the latest first; they settle which of several
    persons a family name alone means. A name the register does not know comes with `sure=False`.
    Raises LanguageError for an unknown language tag.
    """
    there = tokens(text)
    source, target = language(source).tag, language(target).tag
    search = _Search(text, there, source, target, book, tuple(known))
    found: list[Mention] = []
    place = 0
    while place < len(there):
        hit = search.at(place)
        if hit is not None and not any(hit.span.overlaps(other) for other in (*taken, *(each.span for each in found))):
            found.append(hit)
            while place < len(there) and there[place].span.start < hit.span.end:
                place += 1
        else:
            place += 1
    closed = [*taken, *(each.span for each in found)]
    found += find_unregistered(text, source=source, target=target, book=book, taken=closed)
    return tuple(sorted(found, key=lambda each: each.span))


@dataclass(frozen=True, slots=True)
class _Search:
    text: str
    tokens: list[Token]
    source: str
    target: str
    book: NameBook
    known: tuple[str, ...]

    def at(self, place: int) -> Mention | None:
        """The longest name of the register that begins with this word, or whose family name it is."""
        index = spellings(self.book, self.source)
        for size in range(min(index.longest, len(self.tokens) - place), 0, -1):
            run = self.tokens[place : place + size]
            candidates = index.phrases.get(self._key(run)) if self._is_name(run) else None
            if candidates and self._is_whole(place, place + size):
                mention = self._mention(place, place + size, candidates)
                if mention is not None:
                    return mention
        return None

    def _key(self, run: list[Token]) -> str:
        gaps = ["", *("-" if token.before == "-" else " " for token in run[1:])]
        return "".join(gap + folded(token.text) for gap, token in zip(gaps, run, strict=True))

    def _is_name(self, run: list[Token]) -> bool:
        capitals = all(token.capital or token.before == "-" or folded(token.text) in particles() for token in run)
        joined = all(token.before == "-" or (token.before and not token.before.strip()) for token in run[1:])
        last = run[-1].capital or run[-1].before == "-"
        return capitals and last and joined and not any(token.possessive for token in run[:-1])

    def _is_whole(self, first: int, last: int) -> bool:
        """Not a piece of a double name: 'pro-X' and 'X-led' are X, 'X-Smith' is somebody else."""
        if self.tokens[first].before.endswith("-") and first:
            before = self.tokens[first - 1]
            if before.capital and self.tokens[first].before == "-" and folded(before.text) not in words("prefixes"):
                return self._key([before]) in spellings(self.book, self.source).phrases
        if last < len(self.tokens) and self.tokens[last].before == "-" and self.tokens[last].capital:
            return self._key([self.tokens[last]]) in spellings(self.book, self.source).phrases
        start, end = self.tokens[first].span.start, self.tokens[last - 1].span.end
        glued = self.text[start - 1 : start] in ("@", "#", "_", "/") or self.text[end : end + 1] in ("_", "/", "@")
        dotted = re.match(r"\.\w", self.text[end:]) or re.search(r"\w\.$", self.text[:start][-2:])
        return not glued and not (dotted and self.text[start:end].islower())

    def _mention(self, first: int, last: int, candidates: tuple[Spelling, ...]) -> Mention | None:
        span = Span(self.tokens[first].span.start, self.tokens[last - 1].span.end)
        if candidates[0].part == "full":
            return self._made(span, self._chosen(candidates).person, "full")
        initials = _INITIALS_BEFORE.search(self.text[: span.start])
        if initials and initials[1][:1].isupper():
            fitting = [each for each in candidates if self._fits_initial(initials[1], each.person)]
            wider = Span(initials.start(1), span.end)
            return self._made(wider, self._chosen(fitting).person, initials[1]) if fitting else None
        after = _INITIALS_AFTER.match(self.text, span.end)
        if after and self.source in EAST_SLAVIC:
            fitting = [each for each in candidates if self._fits_initial(after[1], each.person)]
            if fitting:
                wider = Span(span.start, span.end + len(after[0].rstrip()))
                return self._made(wider, self._chosen(fitting).person, after[1])
            return None
        return self._beside_given(span, first, candidates)

    def _beside_given(self, span: Span, first: int, candidates: tuple[Spelling, ...]) -> Mention | None:
        before = self.tokens[first - 1] if first and self.tokens[first].before.strip() == "" else None
        if before is None or not before.capital or before.possessive:
            return self._made(span, self._chosen(self._of_gender(first, candidates)).person, "family")
        patronymic = ""
        given = before
        if first > 1 and before.before.strip() == "":
            patronymic = next((word for word in (before.text, *bases(before.text)) if patronymic_gender(word)), "")
            given = self.tokens[first - 2] if patronymic else before
        fitting = [each for each in candidates if self._fits_given(given.text, each.person)]
        if fitting:
            whole = Span(given.span.start, span.end)
            return self._made(whole, self._chosen(fitting).person, "full", patronymic)
        if folded(before.text) not in titles() and self._is_given(before.text):
            return None  # somebody else of this family name
        return self._made(span, self._chosen(self._of_gender(first, candidates)).person, "family")

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

    def _chosen(self, candidates: Sequence[Spelling]) -> Spelling:
        met = [each for entry in self.known for each in candidates if each.person.id == entry]
        return (met or list(candidates))[0]

    def _made(self, span: Span, person: Person, part: str, patronymic: str = "") -> Mention:
        given, family = person.given(self.target), person.family(self.target)
        sure = bool(person.form(self.target))
        whole = "family" not in part
        if not sure:
            tag = self.source if person.form(self.source) else next(iter(person.forms))
            name = person.form(tag) if whole else person.family(tag)
            targets = proposals(name, source=tag, target=self.target)
        elif part == "family" or not given:
            targets = (family,)
        elif part == "full":
            middle = proposals(patronymic, source=self.source, target=self.target)[:1] if patronymic else ()
            targets = (" ".join((given, *middle, family)) if middle else person.form(self.target),)
            sure = not patronymic
        else:
            targets = (f"{self._initials(given, part)} {family}",)
        # an indeclinable family name does not keep the given name beside it from inflecting
        fixed = self.target in person.indeclinable and part != "full"
        text = span.of(self.text)
        return Mention(
            span, text, MentionKind.NAME, person.id, targets, person.gender, person=True, fixed=fixed, sure=sure
        )

    def _initials(self, given: str, written: str) -> str:
        rest = [letter for letter in re.split(r"[.\s\u00a0]+", written) if letter][1:]
        others = [proposals(letter, source=self.source, target=self.target)[0] for letter in rest]
        return " ".join(f"{letter[:1]}." for letter in (given, *others))


def met(mentions: Sequence[Mention]) -> tuple[str, ...]:
    """Ids of the persons mentioned, the latest first: what `known` wants for the next sentence."""
    return tuple(dict.fromkeys(mention.entry for mention in reversed(mentions) if mention.entry))
