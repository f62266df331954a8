"""Where the entries of a glossary stand in a text."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from translit.glossary.entry import Entry, Kind
from translit.glossary.number import number_of
from translit.languages import language
from translit.letters import Shape, nfc, shape_of
from translit.morphology import lemmas, paradigm
from translit.passages import Mention, MentionKind, Span

# A word for matching: unlike letters.WORD it ends at a hyphen, so that 'pro-NATO' holds NATO
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f]*)+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_JOINT = re.compile(r"[\s\-\u2010\u2011\u2013]+")


@dataclass(frozen=True, slots=True)
class _Token:
    """A word of a text or of an entry; `gap` is what stands between the word before it and this one."""

    span: Span
    text: str
    gap: str


@dataclass(frozen=True, slots=True)
class _Pattern:
    """An entry's wording as it is looked for."""

    entry: Entry
    tokens: tuple[_Token, ...]
    tail: str
    targets: tuple[str, ...]
    order: int


@dataclass(slots=True)
class _Node:
    """A place in the trie: the way on by key ('=surface' or '~lemma'), and the patterns that end here."""

    ways: dict[str, _Node] = field(default_factory=dict)
    ends: list[_Pattern] = field(default_factory=list)


@dataclass(frozen=True, slots=True)
class _Match:
    span: Span
    pattern: _Pattern
    same: bool  # letter for letter, so better than a match by lemma


class Index:
    """The entries of a glossary that have a wording in both languages, as a trie over words and lemmas."""

    def __init__(self, entries: Iterable[Entry], source: str, target: str) -> None:
        self.source = source
        self.script = language(source).script
        self.root = _Node()
        for order, entry in enumerate(entries):
            targets = entry.targets(target)
            for words in entry.sources(source):
                if not targets and entry.kind is not Kind.KEEP:
                    continue
                if entry.kind is Kind.PERSON and entry.inflected(self.script):
                    # by its forms, not its lemma: Тихановская and Тихановский share one
                    forms = paradigm(words, source, gender=entry.gender, person=True, fixed=entry.fixed)
                    for form in dict.fromkeys(form.text for form in forms):
                        self._add(entry, form, targets, order, by_lemma=False)
                else:
                    self._add(entry, words, targets, order, by_lemma=entry.inflected(self.script))

    def find(self, text: str, taken: Sequence[Span]) -> tuple[Mention, ...]:
        """The longest matches that touch neither each other nor a taken stretch, in the order of the text."""
        shouted = shape_of(text) is Shape.UPPER
        found = [match for match in self._matches(text, shouted) if not any(match.span.overlaps(s) for s in taken)]
        found.sort(key=_rank)
        chosen: list[_Match] = []
        for match in found:
            if not any(match.span.overlaps(other.span) for other in chosen):
                chosen.append(match)
        return tuple(_mention(match, text, self.source) for match in sorted(chosen, key=lambda match: match.span))

    def _add(self, entry: Entry, words: str, targets: tuple[str, ...], order: int, *, by_lemma: bool) -> None:
        words = nfc(words)
        tokens = _tokens(words, self.source)
        if not tokens:
            return
        nodes = [self.root]
        for token in tokens:
            # an abbreviation has no lemma: simplemma would read US as a form of 'we'
            plain = not by_lemma or shape_of(token.text) is Shape.UPPER
            keys = [f"={token.text.casefold()}"] if plain else self._lemmas(token.text)
            nodes = [node.ways.setdefault(key, _Node()) for node in nodes for key in keys]
        pattern = _Pattern(entry, tuple(tokens), words[tokens[-1].span.end :], targets, order)
        for node in nodes:
            node.ends.append(pattern)

    def _lemmas(self, word: str) -> list[str]:
        return [f"~{lemma}" for lemma in lemmas(word, self.source)[:4]]

    def _matches(self, text: str, shouted: bool) -> Iterator[_Match]:
        tokens = _tokens(text, self.source)
        keys = [[f"={nfc(token.text).casefold()}", *self._lemmas(token.text)] for token in tokens]
        for first in range(len(tokens)):
            nodes, last = [self.root], first
            while nodes and last < len(tokens):
                nodes = [node.ways[key] for node in nodes for key in keys[last] if key in node.ways]
                last += 1
                for pattern in {id(end): end for node in nodes for end in node.ends}.values():
                    match = _checked(pattern, tokens[first:last], text, shouted, self.source)
                    if match is not None:
                        yield match


def _tokens(text: str, language: str) -> list[_Token]:
    found: list[_Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if language == "en" and (possessive := _POSSESSIVE.search(match.group())):
            end = start + possessive.start()
        found.append(_Token(Span(start, end), text[start:end], text[at:start]))
        at = end
    return found


def _checked(pattern: _Pattern, tokens: Sequence[_Token], text: str, shouted: bool, language: str) -> _Match | None:
    """The match, if what stands between the words and their letter case allow it."""
    for wanted, token in zip(pattern.tokens[1:], tokens[1:], strict=True):
        if _gap(wanted.gap) != _gap(token.gap):
            return None
    pairs = [(wanted.text, nfc(token.text)) for wanted, token in zip(pattern.tokens, tokens, strict=True)]
    if language == "en" and any(_verbal(*pair) for pair in pairs):
        return None
    if pattern.entry.case == "exact" and not shouted and not all(_same_case(*pair) for pair in pairs):
        return None
    end = tokens[-1].span.end
    if pattern.tail and text.startswith(pattern.tail, end):
        end += len(pattern.tail)  # the last dot of 'U.S.'
    return _Match(Span(tokens[0].span.start, end), pattern, all(wanted == token for wanted, token in pairs))


def _verbal(wanted: str, found: str) -> bool:
    """Whether an English verb form stands where a noun was wanted: 'sanctioned' is no form of the term 'sanction'."""
    return any(found.lower().endswith(end) and not wanted.lower().endswith(end) for end in ("ed", "ing"))


def _gap(gap: str) -> str:
    """What stands between two words: any run of spaces and hyphens is as good as another."""
    return _JOINT.sub(" ", gap).replace("’", "'").replace("ʼ", "'").strip(" ")


def _same_case(wanted: str, found: str) -> bool:
    """Letter case as in the entry: all of it in the same word, the shape of it in an inflected one."""
    return wanted == found if wanted.casefold() == found.casefold() else shape_of(wanted) is shape_of(found)


def _rank(match: _Match) -> tuple[int, int, bool, bool, int, int]:
    """Longest first, then leftmost, letter for letter, exact in case, by priority, by place in the glossary."""
    entry = match.pattern.entry
    strict = entry.case != "exact"
    return (-len(match.span), match.span.start, not match.same, strict, -entry.priority, match.pattern.order)


def _mention(match: _Match, text: str, source: str) -> Mention:
    entry, words = match.pattern.entry, match.span.of(text)
    if entry.kind is Kind.KEEP:
        return Mention(match.span, words, MentionKind.KEEP, entry.id, (words,), fixed=True)
    person = entry.kind is Kind.PERSON
    kind = MentionKind.NAME if person else MentionKind.TERM
    targets = match.pattern.targets
    number = "" if person else number_of(words, source)
    return Mention(match.span, words, kind, entry.id, targets, entry.gender, person, entry.fixed, number=number)
