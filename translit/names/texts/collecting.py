"""The names of many texts, gathered: which there are, how often, how spelled, where, and what makes them one.

The texts may be in several languages. A family name alone is the person whose full name its text has; where two
share it, it is nobody's. Names are compared within their consonants alone, so a batch is not compared pair by pair.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass, field, replace
from typing import TypeVar

from translit.languages import language
from translit.letters import folded
from translit.names.identity.comparison import compare_names
from translit.names.identity.phonetics import keys, skeleton
from translit.names.register.book import NameBook
from translit.names.register.person import Judgement, Person, judged
from translit.names.texts.proposals import proposals
from translit.names.texts.sighting import sightings
from translit.names.texts.unregistered import Named, as_named, named
from translit.passages import Span

Recognise = Callable[[str], Sequence[Span]]
_Value = TypeVar("_Value", str, tuple[str, str])
_AROUND, _CONTEXTS = 40, 5
_NEW = "?"  # before the id of a person whom no register knows


@dataclass(frozen=True, slots=True)
class Text:
    """A text by its name, with a paragraph a line, and its language."""

    name: str
    text: str
    language: str


@dataclass(frozen=True, slots=True)
class NameGroup:
    """Spellings taken for one person.

    entry      id of the person, '' if no register knows the name
    spellings  every spelling met and how often, the most frequent first
    contexts   up to five stretches of text around it, as (name of the text, stretch)
    proposal   how the target language might write it, '' if nothing is proposed
    names      (language, name in dictionary form), the most frequent first
    gender     'feminine', 'masculine' or '' where nothing shows it
    why        what made the spellings one
    """

    entry: str
    spellings: tuple[tuple[str, int], ...]
    contexts: tuple[tuple[str, str], ...]
    proposal: str = ""
    names: tuple[tuple[str, str], ...] = ()
    gender: str = ""
    why: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How often the name was met."""
        return sum(number for _, number in self.spellings)


@dataclass(frozen=True, slots=True)
class Encounter:
    """A name in its place: `name` is its dictionary form, or that of the full name it stands for.

    `times` is more than 1 where equal encounters were summed.
    """

    entry: str
    name: str
    tag: str
    gender: str
    found: str
    context: tuple[str, str]
    times: int = 1


@dataclass(slots=True)
class _Gathering:
    """A group while it grows."""

    met: list[Encounter] = field(default_factory=list)
    why: list[str] = field(default_factory=list)


def collect(
    texts: Iterable[Text], *, target: str = "", book: NameBook | None = None, recognise: Recognise | None = None
) -> tuple[NameGroup, ...]:
    """Gather the names of texts; the most frequent first.

    target     the language of the proposals; by default Russian for Latin sources and English for others
    recognise  finds persons besides, such as a `recognising.Recogniser`
    Raises LanguageError for an unknown tag.
    """
    book = book or NameBook.empty()
    met = (one for text in texts for one in encounters(text, book, recognise))
    return gathered(met, target=target, book=book)


def gathered(found: Iterable[Encounter], *, target: str = "", book: NameBook) -> tuple[NameGroup, ...]:
    """What was met, put together by person; the most frequent first. The texts themselves are not needed any more."""
    groups: list[_Gathering] = []
    by_entry: dict[str, _Gathering] = {}
    blocks: dict[str, list[_Gathering]] = {}
    for one in found:
        home = by_entry.get(one.entry if one.entry else f"{one.tag} {one.name}")
        if home is None:
            home = None if one.entry else _kin(one, blocks, book.judgements)
            if home is None:
                home = _Gathering()
                groups.append(home)
            by_entry[one.entry if one.entry else f"{one.tag} {one.name}"] = home
            if not one.entry:
                for bones in _bones(one):
                    blocks.setdefault(bones, []).append(home)
        home.met.append(one)
    whole = [_group(group, target, book) for group in groups]
    return tuple(sorted(whole, key=lambda group: (-group.count, group.spellings[0][0])))


def summed(found: Iterable[Encounter]) -> tuple[Encounter, ...]:
    """Equal encounters as one, in the order they were first met, with the place of the first."""
    first: dict[Encounter, Encounter] = {}
    times: Counter[Encounter] = Counter()
    for one in found:
        bare = replace(one, context=("", ""), times=1)
        first.setdefault(bare, one)
        times[bare] += one.times
    return tuple(replace(one, times=times[bare]) for bare, one in first.items())


def encounters(text: Text, book: NameBook, recognise: Recognise | None = None) -> Iterator[Encounter]:
    """Whom one text names, in its order. Raises LanguageError for an unknown tag."""
    tag = language(text.language).tag
    lines = text.text.splitlines()
    new = {name.text: name.gender for line in lines for name in _unregistered(line, tag, book, recognise)}
    families = {folded(name.split()[-1]) for name in new if " " in name}
    people = tuple(
        Person(f"{_NEW}{name}", gender, {tag: name})
        for name, gender in new.items()
        if " " in name or folded(name) not in families
    )
    whole = NameBook((*book.people, *people))
    there = [(line, one) for line in lines for one in sightings(line, source=tag, book=whole)]
    full = {one.people[0].id for _, one in there if one.people and one.part != "family"}
    for line, one in there:
        meant = [person for person in one.people if len(one.people) == 1 or person.id in full] or one.people[:1]
        if len(meant) != 1:
            continue  # two of one family name in one text
        (person,) = meant
        entry = "" if person.id.startswith(_NEW) else person.id
        yield Encounter(
            entry, person.form(tag) or next(iter(person.forms.values())), tag, person.gender,
            one.span.of(line), (text.name, _around(line, one.span)),
        )  # fmt: skip


def _unregistered(line: str, tag: str, book: NameBook, recognise: Recognise | None) -> Iterator[Named]:
    taken = [one.span for one in sightings(line, source=tag, book=book) if one.people]
    for name in named(line, source=tag, taken=taken):
        taken.append(name.span)
        yield name
    for span in recognise(line) if recognise else ():
        if not any(span.overlaps(other) for other in taken):
            yield as_named(line, span, tag)


def _around(line: str, span: Span) -> str:
    start, end = max(0, span.start - _AROUND), span.end + _AROUND
    return " ".join(line[start:end].split())


def _bones(one: Encounter) -> set[str]:
    """The consonants of the family name, without the ending that shows the gender."""
    return {skeleton(key).split(":")[0] for key in keys(one.name.split()[-1])}


def _kin(one: Encounter, blocks: dict[str, list[_Gathering]], judgements: Sequence[Judgement]) -> _Gathering | None:
    """The group of the same person, by what a person decided, else by comparing."""
    for bones in sorted(_bones(one)):
        for group in blocks.get(bones, ()):
            first = group.met[0]
            decided = judged(one.name, first.name, judgements)
            if decided is not None:
                if decided:
                    group.why.append(f"a person decided that {one.name!r} and {first.name!r} are one")
                    return group
                continue
            found = compare_names(one.name, first.name, languages=(one.tag, first.tag))
            if found.same and (" " in one.name) == (" " in first.name):
                group.why += [reason for reason in found.why if reason not in group.why]
                return group
    return None


def _group(group: _Gathering, target: str, book: NameBook) -> NameGroup:
    first = max(group.met, key=lambda one: len(one.name))
    target = target or ("ru" if language(first.tag).script == "Latn" else "en")
    person = book.person(first.entry) if first.entry else None
    proposal = person.form(target) if person is not None else ""
    return NameGroup(
        first.entry,
        tuple(_counted((one.found, one.times) for one in group.met)),
        tuple(dict.fromkeys(one.context for one in group.met))[:_CONTEXTS],
        proposal or proposals(first.name, source=first.tag, target=target)[0],
        tuple(name for name, _ in _counted(((one.tag, one.name), one.times) for one in group.met)),
        next((one.gender for one in group.met if one.gender), ""),
        tuple(group.why),
    )


def _counted(found: Iterable[tuple[_Value, int]]) -> list[tuple[_Value, int]]:
    """Values and how often each was met, the most frequent first."""
    counts: Counter[_Value] = Counter()
    for value, times in found:
        counts[value] += times
    return sorted(counts.items(), key=lambda item: (-item[1], item[0]))
