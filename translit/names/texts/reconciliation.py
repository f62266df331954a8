"""Names in a translated passage, brought to their one spelling.

Three things are done, each as a Decision that says why, and none blindly:

1. Another spelling of a person whom the source mentions is brought to the settled spelling, in the
   case it stands in: 'с Циханоуской' becomes 'с Тихановской'.
2. A word of a name left in the script of the source is written in the script of the target; the
   register's form if it has one, else the proposal of the mention. Its case follows the preposition.
3. A person whom the source mentions and of whom nothing is found here is reported as missed.

Persons the source does not mention are never looked for. Links, addresses, handles, hashtags, code,
and a spelling in quotes that the sentence itself talks about stay as they are.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass

from translit.decisions import Action, Decision
from translit.languages import language
from translit.letters import Shape, folded, scripts, shape_of
from translit.morphology import paradigm
from translit.names.register.book import NameBook
from translit.names.register.person import Person
from translit.names.texts.guarded import guarded
from translit.names.texts.matching import asked_case, given_in_case, settled_form
from translit.names.texts.spellings import Spellings, kept_phrases, name_forms, spellings
from translit.names.texts.tokens import Token, tokens
from translit.passages import Mention, MentionKind, Span


@dataclass(frozen=True, slots=True)
class _Change:
    span: Span
    after: str
    action: Action
    reason: str
    entry: str
    source: str


def reconcile(
    text: str,
    *,
    target: str,
    book: NameBook,
    mentions: Sequence[Mention] = (),
    people: Iterable[str] = (),
    taken: Sequence[Span] = (),
    passage: str = "",
    sentence: int = 0,
) -> tuple[Decision, ...]:
    """What must change in a translated passage for its names to be right; `replay` gives the new text.

    mentions  the names found in the source of this passage
    people    ids of persons mentioned elsewhere in the article, whose spellings are settled here too
    taken     stretches of `text` that must stay as they are
    Raises LanguageError for an unknown target.
    """
    tag = language(target).tag
    closed = (*taken, *guarded(text), *kept_phrases(text, book, tag))
    named = {mention.entry: mention.text for mention in mentions if mention.entry}
    persons = {
        entry: person for entry in (*named, *people) if (person := book.person(entry)) is not None and person.form(tag)
    }
    room = _Room(text, tokens(text), tag, spellings(book, tag), persons, named, closed)
    changes = list(room.left_in_source_script(mentions))
    closed_now = [*closed, *(change.span for change in changes)]
    changes += [change for change in room.spellings() if not any(change.span.overlaps(span) for span in closed_now)]
    changes.sort(key=lambda change: change.span)
    there = {change.entry for change in changes}
    return (*_decisions(text, changes, passage, sentence), *_missed(mentions, persons, there, passage, sentence))


def _decisions(text: str, changes: Sequence[_Change], passage: str, sentence: int) -> Iterator[Decision]:
    shift = 0
    for change in changes:
        before = change.span.of(text)
        yield Decision(
            change.action, passage, change.source, change.span.moved(shift), before, change.after,
            change.reason, change.entry, sentence,
        )  # fmt: skip
        shift += len(change.after) - len(before)


def _missed(
    mentions: Sequence[Mention], persons: Mapping[str, Person], there: set[str], passage: str, sentence: int
) -> Iterator[Decision]:
    for entry in dict.fromkeys(mention.entry for mention in mentions if mention.entry in persons):
        if entry not in there:
            source = next(mention.text for mention in mentions if mention.entry == entry)
            reason = f"the source names {source!r}, but no spelling of this name was found in the translation"
            yield Decision(Action.MISSED, passage, source, Span(0, 0), "", "", reason, entry, sentence)


@dataclass(frozen=True, slots=True)
class _Room:
    text: str
    tokens: Sequence[Token]
    tag: str
    index: Spellings
    persons: Mapping[str, Person]
    named: Mapping[str, str]
    closed: Sequence[Span]

    def is_open(self, span: Span) -> bool:
        """Whether a stretch may be touched."""
        return not any(span.overlaps(other) for other in self.closed)

    def spellings(self) -> Iterator[_Change]:
        """Every name of a known person that stands in the text, right or to be settled."""
        place = 0
        while place < len(self.tokens):
            change, size = self._at(place)
            if change is not None:
                yield change
            place += max(size, 1)

    def _at(self, place: int) -> tuple[_Change | None, int]:
        for size in range(min(self.index.longest, len(self.tokens) - place), 0, -1):
            run = self.tokens[place : place + size]
            span = Span(run[0].span.start, run[-1].span.end)
            if (
                not run[-1].capital
                or not self.is_open(span)
                or any(token.before.strip() not in ("", "-") for token in run[1:])
            ):
                continue
            candidates = self.index.phrases.get(folded(" ".join(span.of(self.text).split())), ())
            persons = [each.person for each in candidates if each.person.id in self.persons]
            if persons:
                return self._settled(place, size, persons[0]), size
            if candidates and candidates[0].rank < 2:
                return None, size  # the settled name of somebody else
        return self._sounding(place), 1

    def _sounding(self, place: int) -> _Change | None:
        """A spelling nobody listed that sounds like the family name of a person of this article."""
        token = self.tokens[place]
        if not token.capital or len(token.text) < 4 or not self.is_open(token.span):
            return None
        for person in self.persons.values():
            if settled_form(person, token.text, self.tag) is not None:
                return self._settled(place, 1, person)
        return None

    def _settled(self, place: int, size: int, person: Person) -> _Change | None:
        span = Span(self.tokens[place].span.start, self.tokens[place + size - 1].span.end)
        words_here = " ".join(span.of(self.text).split())
        asked = asked_case(self.tokens, place, self.tag)
        found = settled_form(person, words_here, self.tag, asked)
        if found is None:
            return None
        after = found.text
        before_word = self.tokens[place - 1] if place else None
        close = before_word is not None and before_word.capital and not self.tokens[place].before.strip(" \u00a0")
        if before_word is not None and close and " " not in after and self.is_open(before_word.span):
            given = given_in_case(person, before_word.text, self.tag, found.case)
            if given:
                span = Span(before_word.span.start, span.end)
                after = given + self.tokens[place].before + after
        before = span.of(self.text)
        if shape_of(before) is Shape.UPPER and len(before) > 3:
            after = after.upper()
        source = self.named.get(person.id, "")
        if " ".join(before.split()) == after or before == after:
            return _Change(span, before, Action.ACCEPTED, "the settled spelling is there already", person.id, source)
        if found.doubt:
            reason = f"the settled spelling of this name is {person.form(self.tag)!r}; its case here is not certain"
            return _Change(span, after, Action.DOUBTED, reason, person.id, source)
        if person.proposed:
            reason = f"written as elsewhere, {person.form(self.tag)!r}; no register knows this name, please check it"
            return _Change(span, after, Action.ROMANIZED, reason, person.id, source)
        reason = f"the settled spelling of this name is {person.form(self.tag)!r}"
        return _Change(span, after, Action.SETTLED, reason, person.id, source)

    def left_in_source_script(self, mentions: Sequence[Mention]) -> Iterator[_Change]:
        """Words of a mentioned name that were copied instead of written in the target's script."""
        used: list[Span] = []
        for mention in mentions:
            if mention.kind is not MentionKind.NAME or scripts(mention.text) & scripts(mention.targets[0]):
                continue
            for written, part in self._copies(mention):
                pattern = r"(?<![\w@#.])" + re.escape(written) + r"(?:['’]s)?(?![\w@])"
                for match in re.finditer(pattern, self.text, re.IGNORECASE):
                    span = Span(*match.span())
                    if (
                        self.is_open(span)
                        and match.group()[:1].isupper()
                        and not any(span.overlaps(each) for each in used)
                    ):
                        used.append(span)
                        yield self._rewritten(span, mention, part)

    def _copies(self, mention: Mention) -> Iterator[tuple[str, str]]:
        """What of the mention may have been copied, the longest first, and what stands for each."""
        yield mention.text, mention.targets[0]
        sources, targets = mention.text.split(), mention.targets[0].split()
        if len(sources) == len(targets) and len(sources) > 1:
            yield from zip(reversed(sources), reversed(targets), strict=True)
        person = self.persons.get(mention.entry)
        if person is not None:
            for tag in (*person.forms, *person.variants):
                for name in (person.form(tag), *person.variants.get(tag, ())):
                    if name and scripts(name) == scripts(mention.text):
                        given, family = (" ".join(part) for part in person.split(name))
                        yield name, person.form(self.tag)
                        yield family, person.family(self.tag)
                        if len(given) > 3 and given.split() == [given]:
                            yield given, person.given(self.tag)

    def _rewritten(self, span: Span, mention: Mention, part: str) -> _Change:
        place = next(number for number, token in enumerate(self.tokens) if token.span.end > span.start)
        asked = asked_case(self.tokens, place, self.tag)
        after, doubt = part, True
        person = self.persons.get(mention.entry)
        if asked:
            inflected = _inflected(part, mention, person, self.tag, asked)
            after, doubt = inflected or part, not inflected
        reason = "was left in the script of the source"
        reason += f"; written in the case the preposition asks for ({asked})" if asked and not doubt else ""
        if person is None or not mention.sure:
            reason += "; no register knows this name, please check the spelling"
        action = Action.SETTLED if person is not None and mention.sure else Action.ROMANIZED
        return _Change(span, after, action, f"{span.of(self.text)!r} {reason}", mention.entry, mention.text)


def _inflected(part: str, mention: Mention, person: Person | None, tag: str, asked: str) -> str:
    if person is not None and person.form(tag) and part == person.form(tag):
        return next((form.text for form in name_forms(person, part, tag) if form.case == asked), "")
    if person is not None and person.form(tag) and part == person.family(tag):
        forms = name_forms(person, person.form(tag), tag)
        return next((form.family for form in forms if form.case == asked), "")
    forms_of = paradigm(part, tag, gender=mention.gender, person=True, fixed=mention.fixed)
    return next((form.text for form in forms_of if form.case == asked and form.number != "plural"), "")
