"""A register as one house and one day use it.

What persons decided comes first: names that are one become one entry, with all its spellings; a spelling
that is somebody else's is barred. Then each entry takes the form its style asks for on that day, and every
form it does not take stays known as a variant, so that a text in another style is understood.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import replace
from datetime import date

from translit.errors import UsageError
from translit.languages import language
from translit.letters import folded, scripts
from translit.names.register.person import Judgement, Person, StyledForm


def in_force(
    people: Iterable[Person], judgements: Iterable[Judgement], style: str, on: date, *, proposed: bool
) -> tuple[Person, ...]:
    """The persons as `NameBook.in_force` has them; raises UsageError for a style that no entry names."""
    people = list(people)
    known = sorted({row.style for person in people for row in person.styles if row.style})
    if style and style not in known:
        there = f"it has {', '.join(known)}" if known else "it has none; give an entry a row under styles"
        raise UsageError(f"the register has no style {style!r}; {there}")
    counting = [person for person in people if proposed or not person.proposed]
    return tuple(_styled(person, style, on) for person in _decided(counting, judgements))


def _decided(people: list[Person], judgements: Iterable[Judgement]) -> list[Person]:
    there = {person.id: person for person in people}
    for judgement in judgements:
        # an entry that was joined to another before goes by the id of that other
        owners = {name: owner for name in judgement.names if (owner := _owner(name, there.values()))}
        ids = list(dict.fromkeys(owner.id for owner in owners.values()))
        if judgement.same and ids:
            head = there[ids[0]]
            for other in ids[1:]:
                head = _joined(head, there.pop(other))
            loose = [name for name in judgement.names if name not in owners]
            there[head.id] = replace(head, variants=_with(head, loose))
        elif judgement.same is False:
            for entry in ids:
                barred = {folded(name) for name in judgement.names if name not in there and name not in owners}
                barred |= {folded(name) for name in judgement.names if name in owners and owners[name].id != entry}
                there[entry] = replace(there[entry], others=there[entry].others | barred)
    return list(there.values())


def _owner(name: str, people: Iterable[Person]) -> Person | None:
    """Whom a name of a judgement means: the entry of this id, else the only one that is spelled so."""
    people = list(people)
    if by_id := next((person for person in people if person.id == name), None):
        return by_id
    spelled = [person for person in people if folded(name) in map(folded, _spellings(person))]
    return spelled[0] if len(spelled) == 1 else None


def _spellings(person: Person) -> list[str]:
    return [*person.forms.values(), *(name for names in person.variants.values() for name in names)]


def _joined(head: Person, other: Person) -> Person:
    variants = {tag: tuple(names) for tag, names in head.variants.items()}
    for tag, name in other.forms.items():
        if head.forms.get(tag, name) != name:
            variants[tag] = (*variants.get(tag, ()), name)
    for tag, names in other.variants.items():
        variants[tag] = tuple(dict.fromkeys((*variants.get(tag, ()), *names)))
    return replace(
        head,
        gender=head.gender or other.gender,
        forms={**other.forms, **head.forms},
        variants=variants,
        styles=(*head.styles, *other.styles),
        indeclinable=head.indeclinable | other.indeclinable,
    )


def _with(person: Person, names: Iterable[str]) -> Mapping[str, tuple[str, ...]]:
    """The variants of a person and further spellings, each under a language of its script."""
    variants = dict(person.variants)
    for name in names:
        tag = next((tag for tag in person.forms if language(tag).script in scripts(name)), "")
        if tag:
            variants[tag] = (*variants.get(tag, ()), name)
    return variants


def _styled(person: Person, style: str, on: date) -> Person:
    if not person.styles:
        return person
    forms, glosses = dict(person.forms), {}
    variants = {tag: list(names) for tag, names in person.variants.items()}
    for tag in dict.fromkeys(row.language for row in person.styles):
        row = _row(person.styles, tag, style, on)
        seen = [row.form] if row else [forms[tag]] if tag in forms else []
        rest = [forms.get(tag, ""), *(other.form for other in person.styles if other.language == tag)]
        if row is not None:
            forms[tag] = row.form
            if row.gloss:
                glosses[tag] = row.gloss
        variants.setdefault(tag, [])
        variants[tag] += [name for name in dict.fromkeys(rest) if name and name not in (*seen, *variants[tag])]
    settled = {tag: tuple(name for name in names if name != forms.get(tag)) for tag, names in variants.items()}
    return replace(
        person, forms=forms, variants={tag: names for tag, names in settled.items() if names}, glosses=glosses
    )


def _row(rows: Iterable[StyledForm], tag: str, style: str, on: date) -> StyledForm | None:
    """What holds: a row of the style before one of every style, and of these the latest that has begun."""
    begun = [
        row
        for row in rows
        if row.language == tag and row.style in ("", style) and (row.since is None or row.since <= on)
    ]
    return max(begun, key=lambda row: (row.style == style, row.since or date.min), default=None)
