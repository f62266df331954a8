"""Entries of a glossary against each other: the same words, or words that get in each other's way."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Iterator
from dataclasses import dataclass

from translit.glossary.entry import Entry, Match
from translit.glossary.words import readings, roots, tokens
from translit.languages import language
from translit.letters import nfc

_Told = tuple[Entry, str, str]
_Key = tuple[str, ...]


@dataclass(frozen=True, slots=True)
class _Wording:
    """A wording of an entry by what its forms share, word for word."""

    entry: Entry
    tag: str
    text: str
    key: _Key


def compared(entries: Iterable[Entry], everyday: Callable[[str], frozenset[str]]) -> Iterator[_Told]:
    """(later entry, what is to say of it, severity): duplicates, conflicts, collisions, nested and straddling words.

    Nested and straddling ones are looked for in the first language of each entry. `everyday` gives the words of a
    language that are too common to count.
    """
    wordings = list(_wordings(entries))
    yield from _same_words(wordings)
    yield from _same_forms(wordings)
    first = [one for one in wordings if one.tag == next(iter(one.entry.terms))]
    yield from _nested(first)
    yield from _straddling(first, everyday)


def _wordings(entries: Iterable[Entry]) -> Iterator[_Wording]:
    for entry in entries:
        for tag, targets in entry.terms.items():
            matching = entry.matching(language(tag).script)
            if matching is Match.REGEX:
                continue
            for target in targets:
                words = [nfc(token.text) for token in tokens(target.text, tag)]
                inflects = matching is Match.LEMMA and not entry.cased and not target.fixed
                key = tuple(
                    roots(word, tag)[0] if inflects else word if entry.cased else word.casefold() for word in words
                )
                yield _Wording(entry, tag, target.text, key)


def _same_words(wordings: Iterable[_Wording]) -> Iterator[_Told]:
    seen: dict[tuple[str, str, str], Entry] = {}
    for one in wordings:
        entry = one.entry
        first = seen.setdefault((one.tag, one.text if entry.cased else one.text.casefold(), entry.domain), entry)
        if first is entry:
            continue
        if first.terms == entry.terms:
            yield entry, f"{one.text!r} is a duplicate of {_place(first, entry)}", "note"
        elif _differ(first, entry, one.tag) and not _chosen_between(first, entry):
            text = f"{one.text!r} has another translation in {_place(first, entry)}, which goes before this one"
            yield entry, text, "warning"


def _differ(first: Entry, entry: Entry, tag: str) -> bool:
    """Whether the two want different things in some other language that both have."""
    return any(
        {one.text for one in entry.targets(other)} - {one.text for one in first.targets(other)}
        for other in entry.terms
        if other != tag and other in first.terms
    )


def _chosen_between(first: Entry, entry: Entry) -> bool:
    """Whether priority or the words around them tell the two apart."""
    near = any(target.near for one in (first, entry) for targets in one.terms.values() for target in targets)
    return near or first.priority != entry.priority


def _same_forms(wordings: Iterable[_Wording]) -> Iterator[_Told]:
    seen: dict[tuple[str, _Key, str], _Wording] = {}
    for one in wordings:
        first = seen.setdefault((one.tag, one.key, one.entry.domain), one)
        other = first.text.casefold() != one.text.casefold() and first.entry.terms != one.entry.terms
        if first.entry is not one.entry and other:
            text = f"{one.text!r} is found by the same words of {one.tag} as {first.text!r}"
            yield one.entry, f"{text} in {_place(first.entry, one.entry)}", "note"


def _nested(wordings: Iterable[_Wording]) -> Iterator[_Told]:
    """Entries inside of longer ones that are translated otherwise there: the longer one wins, which may surprise."""
    listed = list(wordings)
    whole = {(one.tag, one.key): one for one in reversed(listed)}
    for outer in listed:
        for start in range(len(outer.key)):
            for end in range(start + 1, len(outer.key) + 1):
                inner = whole.get((outer.tag, outer.key[start:end]))
                if inner is None or end - start == len(outer.key) or inner.entry is outer.entry:
                    continue
                if odd := _translated_otherwise(inner, outer):
                    text = f"{outer.text!r} holds {inner.text!r} of {_place(inner.entry, outer.entry)}, but not its"
                    yield outer.entry, f"{text} translation into {', '.join(odd)}", "note"


def _translated_otherwise(inner: _Wording, outer: _Wording) -> list[str]:
    """Languages in which no wording of the outer entry holds one of the inner entry's."""
    return [
        tag
        for tag in inner.entry.terms
        if tag != inner.tag and (longer := outer.entry.targets(tag)) and (shorter := inner.entry.targets(tag))
        and not any(_holds(one.text, other.text, tag) for one in longer for other in shorter)
    ]  # fmt: skip


def _holds(longer: str, shorter: str, tag: str) -> bool:
    there = [set(readings(token.text, tag)) for token in tokens(longer, tag)]
    return all(any(found & set(roots(token.text, tag)) for found in there) for token in tokens(shorter, tag))


def _straddling(wordings: Iterable[_Wording], everyday: Callable[[str], frozenset[str]]) -> Iterator[_Told]:
    """Entries that end with the words another begins with: where both stand over each other, only one is found."""
    listed = list(wordings)
    beginning: dict[tuple[str, _Key], list[_Wording]] = defaultdict(list)
    for one in listed:
        for length in range(1, len(one.key)):
            beginning[one.tag, one.key[:length]].append(one)
    for one in listed:
        for length in range(1, len(one.key)):
            shared = one.key[-length:]
            if set(shared) <= everyday(one.tag):
                continue
            others = [other for other in beginning.get((one.tag, shared), ())[:9] if other.entry is not one.entry]
            if others:
                names = ", ".join(f"{other.text!r} of {_place(other.entry, one.entry)}" for other in others[:3])
                yield one.entry, f"{one.text!r} ends as {names} begins; of two that overlap one is found", "note"


def _place(entry: Entry, seen_from: Entry) -> str:
    if not entry.line:
        return f"the entry {entry.id!r}"
    elsewhere = entry.path != seen_from.path and entry.path is not None
    return f"{entry.path}, line {entry.line}" if elsewhere else f"line {entry.line}"
