"""The names of many texts, gathered: which there are, how often, how spelled, and where."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from translit.languages import language
from translit.names.book import NameBook
from translit.names.comparison import compare_names
from translit.names.finding import find_names, met
from translit.passages import Mention

_AROUND = 40


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Spellings taken for one person.

    entry      id of the person, '' if no register knows the name
    spellings  every spelling met and how often, the most frequent first
    contexts   up to five stretches of text around it, as (name of the text, stretch)
    proposal   how the target language might write it, '' if nothing is proposed
    """

    entry: str
    spellings: tuple[tuple[str, int], ...]
    contexts: tuple[tuple[str, str], ...]
    proposal: str = ""

    @property
    def count(self) -> int:
        """How often the name was met."""
        return sum(number for _, number in self.spellings)


def collect(
    texts: Mapping[str, str], source: str, *, target: str = "", book: NameBook | None = None
) -> tuple[NameGroup, ...]:
    """Gather the names of texts, given by name; the most frequent first.

    target: the language of the proposals; by default Russian for Latin sources and English for others.
    Raises LanguageError for an unknown tag.
    """
    target = target or ("ru" if language(source).script == "Latn" else "en")
    book = book or NameBook.empty()
    groups: list[list[tuple[Mention, str, str]]] = []
    for name, text in texts.items():
        known: tuple[str, ...] = ()
        for line in text.splitlines():
            mentions = find_names(line, source=source, target=target, book=book, known=known)
            known = tuple(dict.fromkeys((*met(mentions), *known)))
            for mention in mentions:
                start, end = max(0, mention.span.start - _AROUND), mention.span.end + _AROUND
                _home(groups, mention, source).append((mention, name, " ".join(line[start:end].split())))
    return tuple(sorted(map(_group, groups), key=lambda group: (-group.count, group.spellings[0][0])))


def _home(
    groups: list[list[tuple[Mention, str, str]]], mention: Mention, source: str
) -> list[tuple[Mention, str, str]]:
    for group in groups:
        first = group[0][0]
        if mention.entry or first.entry:
            if mention.entry == first.entry:
                return group
        elif mention.targets[0] == first.targets[0] or _is_same(mention.text, first.text, source):
            return group
    groups.append([])
    return groups[-1]


def _is_same(first: str, second: str, source: str) -> bool:
    return compare_names(first, second, languages=(source, source)).same is True


def _group(members: list[tuple[Mention, str, str]]) -> NameGroup:
    counts: dict[str, int] = {}
    for mention, _, _ in members:
        counts[mention.text] = counts.get(mention.text, 0) + 1
    ordered = tuple(sorted(counts.items(), key=lambda item: (-item[1], item[0])))
    first = max((mention for mention, _, _ in members), key=lambda mention: len(mention.targets[0]))
    contexts = tuple(dict.fromkeys((name, around) for _, name, around in members))[:5]
    return NameGroup(first.entry, ordered, contexts, first.targets[0])
