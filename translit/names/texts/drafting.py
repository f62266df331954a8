"""Collected names as a register for a person to read: proposed entries with their evidence, and what stays unsure."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translit.letters import plain
from translit.names.identity.comparison import compare_names
from translit.names.identity.phonetics import keys, skeleton
from translit.names.register.book import NameBook
from translit.names.register.person import Judgement, Person, judged
from translit.names.texts.collecting import NameGroup
from translit.transliteration import transliterate, usual

HEADING = """Names found by `translit names`, for a person to read.

Where an entry is right, take its line `proposed: true` out; where it is wrong, take the entry out.
`forms` is what a language is to write; other spellings go under `variants`.
A row `same: unsure` waits for `same: yes` or `same: no`.
Then: translit reconcile FILES -n THIS-FILE"""


def drafted(groups: Sequence[NameGroup], book: NameBook) -> NameBook:
    """A register of the names that `book` does not know: one proposed entry a group, and the unsure pairs."""
    people = strangers(groups, book)
    new = [group for group in groups if not group.entry]
    return NameBook(people, tuple(_unsure(new, [one.id for one in people], book.judgements)))


def strangers(groups: Sequence[NameGroup], book: NameBook) -> tuple[Person, ...]:
    """A proposed entry for each group that `book` does not know, in their order."""
    taken = {person.id for person in book.people}
    people: list[Person] = []
    for group in groups:
        if not group.entry:
            entry = _free(_slug(group.names[0][1], group.names[0][0]), taken)
            taken.add(entry)
            people.append(_entry(entry, group))
    return tuple(people)


def _entry(entry: str, group: NameGroup) -> Person:
    forms: dict[str, str] = {}
    variants: dict[str, tuple[str, ...]] = {}
    for tag, name in group.names:
        if tag in forms:
            variants[tag] = (*variants.get(tag, ()), name)
        else:
            forms[tag] = name
    counts = ", ".join(f"{spelling} ({number})" for spelling, number in group.spellings)
    lines = (
        f"met {group.count} times: {counts}",
        *group.why,
        *(f"{name}: {around}" for name, around in group.contexts),
    )
    return Person(entry, group.gender, forms, variants, proposed=True, evidence=lines)


def _unsure(groups: Sequence[NameGroup], ids: Sequence[str], judgements: Sequence[Judgement]) -> Iterator[Judgement]:
    """Pairs of groups that may be one person: the same consonants, and nothing that settles it."""
    blocks: dict[str, list[int]] = {}
    seen: set[tuple[int, int]] = set()
    for number, group in enumerate(groups):
        name, tag = group.names[0][1], group.names[0][0]
        for bones in sorted({skeleton(key).split(":")[0] for key in keys(name.split()[-1])}):
            for other in blocks.setdefault(bones, []):
                if (other, number) in seen:
                    continue
                seen.add((other, number))
                there, other_tag = groups[other].names[0][1], groups[other].names[0][0]
                if judged(name, there, judgements) is not None:
                    continue
                found = compare_names(there, name, languages=(other_tag, tag))
                if found.same is not False:
                    yield Judgement(None, (ids[other], ids[number]), evidence=found.why)
            blocks[bones].append(number)


def _slug(name: str, tag: str) -> str:
    cyrillic = re.search("[а-яё]", name.lower())
    latin = transliterate(name, source=tag, scheme=usual(tag)) if cyrillic else name
    return re.sub(r"[^a-z0-9]+", "-", plain(latin)).strip("-") or "name"


def _free(wanted: str, taken: set[str]) -> str:
    found, number = wanted, 2
    while found in taken:
        found, number = f"{wanted}-{number}", number + 1
    return found
