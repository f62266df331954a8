"""Where the entries of a glossary stand in a text."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from functools import lru_cache
from typing import Any

from translit.glossary.choosing import Surroundings
from translit.glossary.entry import Entry, Kind, Match, Target
from translit.glossary.expressions import compiled, fits, matches
from translit.glossary.number import number_of
from translit.glossary.words import Token, readings, roots, tokens
from translit.languages import language
from translit.letters import Shape, nfc, shape_of
from translit.morphology import is_person, paradigm
from translit.passages import Mention, MentionKind, Span


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry's wording as it is looked for: by its tokens, or by an expression."""

    entry: Entry
    wording: Target
    targets: tuple[Target, ...]
    order: int
    tokens: tuple[Token, ...] = ()
    tail: str = ""
    expression: Any = None


@dataclass(slots=True)
class _Node:
    """A place in the trie: the way on by key ('=surface' or '~lemma'), and the patterns that end here."""

    ways: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Found:
    """A stretch that a pattern fits. `same`: letter for letter, so better than by lemma; `groups`: of an expression."""

    span: Span
    pattern: _Pattern
    same: bool
    groups: Any = None


class Index:
    """The entries of a glossary that have a wording in both languages, as a trie over words and lemmas."""

    def __init__(self, entries: Iterable[Entry], source: str, target: str) -> None:
        self.source, self.target = source, target
        self.script = language(source).script
        self.root = _Node()
        self.expressions: list[_Pattern] = []
        for order, entry in enumerate(entries):
            targets = entry.targets(target)
            if targets or entry.kind is Kind.KEEP:
                for wording in entry.sources(source):
                    self._add(_Pattern(entry, wording, targets, order))

    def find(self, text: str, taken: Sequence[Span]) -> tuple[Mention, ...]:
        """The longest matches that touch neither each other nor a taken stretch, in the order of the text."""
        shouted = shape_of(text) is Shape.UPPER
        there = tokens(text, self.source)
        found = [*self._matches(text, there, shouted), *self._expressed(text, shouted)]
        if not found:
            return ()
        around = Surroundings(there, self.source)
        ranked = sorted(
            (one for one in found if not any(one.span.overlaps(span) for span in taken)),
            key=lambda one: _rank(one, around),
        )
        chosen: list[_Found] = []
        for one in ranked:
            if not any(one.span.overlaps(other.span) for other in chosen):
                chosen.append(one)
        return tuple(
            replace(self._mention(one, text, around), rivals=_rivals(one, ranked, around))
            for one in sorted(chosen, key=lambda one: one.span)
        )

    def _add(self, pattern: _Pattern) -> None:
        entry, wording = pattern.entry, pattern.wording
        matching = entry.matching(self.script)
        if matching is Match.REGEX:
            # its other languages hold what is written, not what is looked for
            if entry.kind is Kind.KEEP or next(iter(entry.terms)) == self.source:
                self.expressions.append(replace(pattern, expression=compiled(wording.text)))
        elif entry.kind is Kind.PERSON and matching is Match.LEMMA:
            # by its forms, not its lemma: Тихановская and Тихановский share one
            forms = paradigm(wording.text, self.source, gender=wording.gender, person=True, fixed=wording.fixed)
            for form in dict.fromkeys(form.text for form in forms):
                self._grow(pattern, form, by_lemma=False)
        else:
            self._grow(pattern, wording.text, by_lemma=matching is Match.LEMMA and not wording.fixed)

    def _grow(self, pattern: _Pattern, words: str, *, by_lemma: bool) -> None:
        words = nfc(words)
        wanted = tokens(words, self.source)
        if not wanted:
            return
        nodes = [self.root]
        for token in wanted:
            # an abbreviation has no lemma: simplemma would read US as a form of 'we'
            plain = not by_lemma or shape_of(token.text) is Shape.UPPER
            keys = [f"={token.text.casefold()}"] if plain else [f"~{root}" for root in roots(token.text, self.source)]
            nodes = [node.ways.setdefault(key, _Node()) for node in nodes for key in keys]
        tail = words[wanted[-1].span.end :]
        whole = _Pattern(pattern.entry, pattern.wording, pattern.targets, pattern.order, tuple(wanted), tail)
        for node in nodes:
            node.ends.append(whole)

    def _matches(self, text: str, there: Sequence[Token], shouted: bool) -> Iterator[_Found]:
        keys = [_keys(nfc(token.text), self.source) for token in there]
        for first in range(len(there)):
            nodes, last = [self.root], first
            while nodes and last < len(there):
                nodes = [node.ways[key] for node in nodes for key in keys[last] if key in node.ways]
                last += 1
                for pattern in {id(end): end for node in nodes for end in node.ends}.values():
                    match = _checked(pattern, there[first:last], text, shouted, self.source)
                    if match is not None:
                        yield match

    def _expressed(self, text: str, shouted: bool) -> Iterator[_Found]:
        for pattern in self.expressions:
            for match in matches(pattern.expression, pattern.entry, text):
                if shouted or not pattern.entry.cased or fits(pattern.wording.text, match.group()):
                    yield _Found(Span(*match.span()), pattern, True, match)

    def _mention(self, found: _Found, text: str, around: Surroundings) -> Mention:
        entry, words = found.pattern.entry, found.span.of(text)
        if entry.kind is Kind.KEEP:
            return Mention(found.span, words, MentionKind.KEEP, entry.id, (words,), fixed=True)
        wordings = around.ordered(found.pattern.targets, found.span)
        first = wordings[0]
        person = entry.kind is Kind.PERSON or (entry.kind is Kind.TERM and is_person(first.text, self.target))
        said = [target.text if found.groups is None else found.groups.expand(target.text) for target in wordings]
        return Mention(
            found.span,
            words,
            MentionKind.NAME if entry.kind is Kind.PERSON else MentionKind.TERM,
            entry.id,
            tuple(said),
            gender=first.gender or (found.pattern.wording.gender if person else ""),
            person=person,
            fixed=first.fixed,
            number="" if person else first.number or number_of(words, self.source),
            forbidden=entry.forbidden(self.target),
            cased=entry.case == "kept",
        )


def _rivals(found: _Found, others: Iterable[_Found], around: Surroundings) -> tuple[str, ...]:
    """Entries that say something else of the same words, and stand behind only by their place in the glossary."""
    entry, rank = found.pattern.entry, _rank(found, around)[:-1]
    alike = (other.pattern for other in others if other.span == found.span and _rank(other, around)[:-1] == rank)
    said = {target.text for target in found.pattern.targets}
    return tuple(
        dict.fromkeys(
            one.entry.id
            for one in alike
            if one.entry is not entry and not said & {wording.text for wording in one.targets}
        )
    )


@lru_cache(maxsize=65536)
def _keys(word: str, language: str) -> tuple[str, ...]:
    """The ways a word of a text may go on in the trie."""
    return (f"={word.casefold()}", *(f"~{root}" for root in readings(word, language)))


def _checked(pattern: _Pattern, there: Sequence[Token], text: str, shouted: bool, language: str) -> _Found | None:
    """The match, if what stands between the words and their letter case allow it."""
    for wanted, token in zip(pattern.tokens[1:], there[1:], strict=True):
        if wanted.joint != token.joint:
            return None
    pairs = [(wanted.text, nfc(token.text)) for wanted, token in zip(pattern.tokens, there, strict=True)]
    if language == "en" and pattern.wording.pos != "verb" and any(_verbal(*pair) for pair in pairs):
        return None
    if language == "de" and not shouted and any(_small_noun(*pair) for pair in pairs):
        return None
    if pattern.entry.cased and not shouted and not all(_same_case(*pair) for pair in pairs):
        return None
    end = there[-1].span.end
    if pattern.tail and text.startswith(pattern.tail, end):
        end += len(pattern.tail)  # the last dot of 'U.S.'
    return _Found(Span(there[0].span.start, end), pattern, all(wanted == token for wanted, token in pairs))


def _verbal(wanted: str, found: str) -> bool:
    """Whether an English verb form stands where a noun was wanted: 'sanctioned' is no form of the term 'sanction'."""
    return any(found.lower().endswith(end) and not wanted.lower().endswith(end) for end in ("ed", "ing"))


def _small_noun(wanted: str, found: str) -> bool:
    """Whether a German word with a small letter stands where a noun was wanted: 'hausen' is no form of 'Haus'."""
    return wanted[:1].isupper() and found[:1].islower()


def _same_case(wanted: str, found: str) -> bool:
    """Letter case as in the entry: all of it in the same word, the shape of it in an inflected one."""
    return wanted == found if wanted.casefold() == found.casefold() else shape_of(wanted) is shape_of(found)


def _rank(found: _Found, around: Surroundings) -> tuple[int, int, bool, bool, bool, bool, int, int]:
    """Longest first, then leftmost, terms before persons, at home among its neighbours, letter for letter, exact in
    case, by priority, by place in the glossary.
    """
    entry = found.pattern.entry
    return (
        -len(found.span),
        found.span.start,
        entry.kind is Kind.PERSON,
        not around.at_home(found.pattern.targets, found.span),
        not found.same,
        not entry.cased,
        -entry.priority,
        found.pattern.order,
    )
