"""A name taken in: its parts in each order they may have, each part with what it shows by itself. Remembered."""

from __future__ import annotations

from dataclasses import dataclass, replace
from functools import lru_cache

from translit.letters import scripts
from translit.names.identity.endings import patronymic_gender
from translit.names.identity.likeness import Part, part
from translit.names.identity.parts import Parts, parts
from translit.transliteration.given_names import given_name


@dataclass(frozen=True, slots=True, eq=False)
class Name:
    """The parts of a name, None where it has none, in one order they may have.

    gender  of the patronymic; '' where the middle word is none
    feminine  whether the patronymic, or a given name that is no man's, says it is a woman
    words   given name, middle words, family name
    """

    given: Part | None
    patronymic: Part | None
    family: Part
    gender: str
    words: tuple[Part, ...]
    feminine: bool


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
    return _of(taken), _of(replace(taken, given=taken.family, family=taken.given), turned=True)


def _of(taken: Parts, turned: bool = False) -> Name:
    given = part(taken.given, family=turned) if taken.given else None  # it may well be the family name
    patronymic = part(taken.patronymic, family=False) if taken.patronymic else None
    family = part(taken.family)
    gender = patronymic_gender(taken.patronymic)
    known = given_name(taken.given)
    feminine = gender == "feminine" or (not gender and bool(known) and all(one.gender == "feminine" for one in known))
    # several middle words may be family names: 'María Sánchez Ruiz'
    middle = taken.patronymic.split()
    between = (patronymic,) if patronymic is not None and len(middle) == 1 else tuple(map(part, middle))
    words = (given, *between, family) if given is not None else (*between, family)
    return Name(given, patronymic, family, gender, words, feminine)
