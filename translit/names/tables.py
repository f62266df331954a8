"""The word lists of this room, read once when first asked for: titles, particles, prepositions and the like.

They stand in `words.yaml`; the given names are a table of `transliteration`.
"""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache
from typing import Any

from translit.letters import folded
from translit.tables import own_table
from translit.transliteration.given_names import given_name


@cache
def _read() -> Mapping[str, Any]:
    found: Mapping[str, Any] = own_table(__package__, "words.yaml")
    return found


@cache
def titles() -> Mapping[str, str]:
    """A title in small letters, and its gender or ''."""
    return {
        folded(word): "" if gender == "any" else gender for gender, words in _read()["titles"].items() for word in words
    }


@cache
def words(kind: str) -> frozenset[str]:
    """One list of `words.yaml`: 'prefixes', 'institutions', 'places', 'ordinary', 'spelling'."""
    return frozenset(map(folded, _read()[kind]))


@cache
def short_names() -> Mapping[str, frozenset[int]]:
    """What a form, `folded`, may be short for: numbers of given names, below 0 those that their own table lacks."""
    found: dict[str, frozenset[int]] = {}
    for place, (full, *short) in enumerate(_read()["short_names"]):
        groups = frozenset(name.group for name in given_name(full)) or frozenset({-1 - place})
        for form in (full, *short):
            found[folded(form)] = found.get(folded(form), frozenset()) | groups
    return found


@cache
def prepositions(language: str) -> Mapping[str, str]:
    """The case each preposition of a language asks for ('genitive', 'dative', ...); empty without a table."""
    table: Mapping[str, str] = _read()["prepositions"].get(language, {})
    return table


@cache
def particles() -> frozenset[str]:
    """What stands small inside a family name, in Latin and in Cyrillic letters."""
    return words("particles").union(*particles_in_cyrillic().items())


@cache
def particles_in_cyrillic() -> Mapping[str, str]:
    """Particles of Latin family names as Cyrillic texts write them: 'von' is 'фон'."""
    table: Mapping[str, str] = _read()["particles_in_cyrillic"]
    return table
