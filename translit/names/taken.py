"""A name taken in: its parts in each order they may have, each part with what it shows by itself. Remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from translit.letters import scripts
from translit.names.endings import patronymic_gender
from translit.names.likeness import Part, part
from translit.names.parts import Parts, parts


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """The parts of a name, None where it has none, in one order they may have.

    gender  of the patronymic; '' where the middle word is none
    words   given name, middle words, family name
    """

    given: Part | None
    patronymic: Part | None
    family: Part
    gender: str
    words: tuple[Part, ...]


@lru_cache(maxsize=1 << 16)
def orders(name: str) -> tuple[Name, ...]:
    """The name in each order its parts may have; empty without a Cyrillic or Latin letter. Remembered."""
    return taken_in(name)


def taken_in(name: str) -> tuple[Name, ...]:
    """The same, of a name that will not be asked for again."""
    if not scripts(name) & {"Latn", "Cyrl"}:
        return ()
    taken = parts(name)
    if taken.certain or not taken.given:
        return (_of(taken),)
    return _of(taken), _of(replace(taken, given=taken.family, family=taken.given))


def _of(taken: Parts) -> Name:
    given, patronymic = (part(word) if word else None for word in (taken.given, taken.patronymic))
    words = (taken.given, *taken.patronymic.split(), taken.family)
    return Name(
        given, patronymic, part(taken.family), patronymic_gender(taken.patronymic), tuple(part(w) for w in words if w)
    )
