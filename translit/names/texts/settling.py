"""One spelling for each person in a text that exists already, in its own language and without a translation.

The whole text is read first: who stands in it with the full name, which strangers share a family name with
somebody of the register, and which spellings nobody listed belong to a full name that is clear. Then every
name is brought to its settled form, in the case it stands in. A family name alone is the person whose full
name the text has; where two could be meant, or the case cannot be told, it stays, and is listed as a doubt.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translit.decisions import Action, Decision
from translit.languages import language
from translit.letters import Shape, folded, shape_of
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.names.tables import words
from translit.names.texts.glossing import glossed
from translit.names.texts.guarded import guarded
from translit.names.texts.matching import Settled, asked_case, given_in_case, settled_form
from translit.names.texts.sighting import Sighting, sightings
from translit.names.texts.spellings import kept_phrases
from translit.names.texts.tokens import Token, tokens
from translit.names.texts.unregistered import named, registered
from translit.passages import Passage, Span


def settle(passages: Sequence[Passage], *, tag: str, book: NameBook) -> tuple[tuple[Decision, ...], ...]:
    """What must change in the passages of one text for its names to be right: decisions for each passage, in order.

    tag: the language of the text. book: a register in force (`NameBook.in_force`).
    `replay` of a passage's decisions gives its new text. Raises LanguageError for an unknown language.
    """
    tag = language(tag).tag
    closed = [_closed(passage, tag, book) for passage in passages]
    book = _with_aliases(passages, closed, tag, book)
    seen = [tuple(sightings(passage.text, source=tag, book=book)) for passage in passages]
    who = _Who.of(
        one for there, shut in zip(seen, closed, strict=True) for one in there if not _overlaps(one.span, shut)
    )
    settled: list[tuple[Decision, ...]] = []
    told: set[str] = set()
    for passage, there, shut in zip(passages, seen, closed, strict=True):
        room = _Room(passage, tokens(passage.text), tag, who)
        found = [decision for one in there if not _overlaps(one.span, shut) for decision in room.decided(one)]
        found = glossed(passage.text, found, book, tag, told)
        settled.append(tuple(_moved(found)))
    return tuple(settled)


def _closed(passage: Passage, tag: str, book: NameBook) -> list[Span]:
    return [*passage.verbatim, *guarded(passage.text, passage.marks), *kept_phrases(passage.text, book, tag)]


def _overlaps(span: Span, others: Iterable[Span]) -> bool:
    return any(span.overlaps(other) for other in others)


def _with_aliases(passages: Sequence[Passage], closed: Sequence[Sequence[Span]], tag: str, book: NameBook) -> NameBook:
    """The register, and for this text the spellings nobody listed: a full name that can only be one person's."""
    found: dict[str, list[str]] = {}
    for passage, shut in zip(passages, closed, strict=True):
        taken = [*shut, *(one.span for one in sightings(passage.text, source=tag, book=book))]
        for name in named(passage.text, source=tag, taken=taken):
            person = registered(name.text, tag, book)
            if person is not None and person.form(tag) and folded(name.text) not in person.others:
                found.setdefault(person.id, []).append(name.text)
    people = [
        replace(person, variants={**person.variants, tag: (*person.variants.get(tag, ()), *found[person.id])})
        if person.id in found
        else person
        for person in book.people
    ]
    return NameBook(tuple(people), book.judgements) if found else book


@dataclass(frozen=True, slots=True)
class _Who:
    """Persons whom the text names in full, and those who share their family name with a stranger in it."""

    full: frozenset[str]
    shadowed: frozenset[str]

    @classmethod
    def of(cls, seen: Iterable[Sighting]) -> _Who:
        full: set[str] = set()
        shadowed: set[str] = set()
        for one in seen:
            if not one.people:
                shadowed |= {person.id for person in one.namesakes}
            elif one.part != "family" and len(one.people) == 1:
                full.add(one.people[0].id)
        return cls(frozenset(full), frozenset(shadowed))


@dataclass(frozen=True, slots=True)
class _Room:
    passage: Passage
    tokens: Sequence[Token]
    tag: str
    who: _Who

    def decided(self, one: Sighting) -> Iterator[Decision]:
        """What becomes of one name; spans as the passage stands before any change."""
        if not one.people:
            return
        people = self._meant(one)
        outcomes = {
            found: person
            for person in people
            if person.form(self.tag) and (found := self._outcome(one, person)) is not None
        }
        if not outcomes:
            return
        before = one.span.of(self.passage.text)
        found, person = next(iter(outcomes.items()))
        if len({text for text, _ in outcomes}) > 1:
            names = " or ".join(repr(person.form(self.tag)) for person in outcomes.values())
            yield self._made(Action.DOUBTED, one, before, f"this may be {names}; left as it is", person)
        elif found[0] == before:
            yield self._made(Action.ACCEPTED, one, before, "the settled spelling is there already", person)
        elif reason := self._hindrance(one, found):
            yield self._made(Action.DOUBTED, one, before, f"{reason}; left as it is", person)
        else:
            reason = f"the settled spelling of this name is {person.form(self.tag)!r}"
            yield self._made(Action.SETTLED, one, found[0], reason, person)

    def _meant(self, one: Sighting) -> Sequence[Person]:
        """Whom the name may mean here, once the rest of the text has been read."""
        if one.part == "family" and not (one.people[0].human and len(one.people) == 1):
            return [person for person in one.people if person.id in self.who.full] or one.people
        return one.people

    def _hindrance(self, one: Sighting, found: tuple[str, bool]) -> str:
        """Why a name that is spelled otherwise must stay all the same; '' if nothing speaks against it."""
        text, span = self.passage.text, one.span
        if found[1]:
            return f"it should be {found[0]!r} or another case of it, which cannot be told"
        if one.part == "family" and any(person.id in self.who.shadowed for person in one.people):
            return "somebody else of this family name is named here"
        after = next((token for token in self.tokens if token.span.start >= span.end), None)
        follows = after is not None and after.before in (" ", "\u00a0") and after.capital
        if after is not None and follows and folded(after.text) in words("institutions"):
            return f"it is part of the name of an institution ({span.of(text)} {after.text})"
        before = [token for token in self.tokens if token.span.end <= span.start][-1:]
        if before and folded(before[0].text) in words("named"):
            return "it is part of the name of an institution"
        return ""

    def _outcome(self, one: Sighting, person: Person) -> tuple[str, bool] | None:
        """The name as it should stand, and whether its case is in doubt; None if it is not to be had."""
        text = self.passage.text
        there = [token for token in self.tokens if one.span.start <= token.span.start < one.span.end]
        before = one.span.of(text)
        asked = asked_case(self.tokens, self.tokens.index(there[0]), self.tag)
        plain = " ".join(before.split())
        found = settled_form(person, plain, self.tag, asked)
        if found is not None:
            return _dressed(found, plain, before)
        # beside the family name stand a given name of another spelling, a patronymic or initials
        for first in range(len(there)):
            for last in range(len(there), first, -1):
                stretch = Span(there[first].span.start, there[last - 1].span.end)
                found = settled_form(person, " ".join(stretch.of(text).split()), self.tag, asked)
                if found is None:
                    continue
                lead, doubt = text[one.span.start : stretch.start], found.doubt
                if one.part == "full" and first and person.given(self.tag):
                    given = given_in_case(person, there[0].text, self.tag, found.case)
                    lead = (given or there[0].text) + text[there[0].span.end : stretch.start]
                    if given and doubt:
                        found, doubt = self._agreeing(person, stretch.of(text), given, found)
                written, _ = _dressed(found, stretch.of(text), stretch.of(text))
                lead = lead.upper() if shape_of(before) is Shape.UPPER and len(before) > 3 else lead
                return lead + written + text[stretch.end : one.span.end], doubt
        return None

    def _agreeing(self, person: Person, family: str, given: str, found: Settled) -> tuple[Settled, bool]:
        """The family name in a case that the given name beside it stands in as well."""
        whole = settled_form(person, f"{given} {family}", self.tag)
        if whole is None or whole.doubt:
            return found, True
        rest = whole.text.removeprefix(given).strip()
        return Settled(rest, whole.case, False), False

    def _made(self, action: Action, one: Sighting, after: str, reason: str, person: Person) -> Decision:
        before = one.span.of(self.passage.text)
        return Decision(action, self.passage.id, before, one.span, before, after, reason, person.id)


def _dressed(found: Settled, plain: str, before: str) -> tuple[str, bool]:
    after = found.text
    if shape_of(before) is Shape.UPPER and len(before) > 3:
        after = after.upper()
    return (before if plain == after else after), found.doubt


def _moved(decisions: Sequence[Decision]) -> Iterator[Decision]:
    """Decisions with spans as the text stands once those before them are done."""
    shift = 0
    for decision in decisions:
        yield replace(decision, span=decision.span.moved(shift))
        shift += len(decision.after) - len(decision.before)
