"""The tables of this room, read once when first asked for: given names, and the words beside names.

`given_names.yaml` says which given names are one name in Belarusian, Russian, Ukrainian and Latin
letters; `words.yaml` holds titles, particles, prepositions and words that only look like names.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Mapping
from functools import lru_cache
from importlib import resources
from typing import Any, NamedTuple

import yaml

from translit.letters import nfc

_MARKS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ʹ": "'", "`": "'", "ё": "е", "‑": "-"})


def folded(word: str) -> str:
    """A word as the tables look it up: composed, small letters, one apostrophe, е for ё."""
    return nfc(word).casefold().translate(_MARKS)


def plain(word: str) -> str:
    """`folded` without the marks of Latin letters (é, ł, š), apostrophes and dots."""
    bare = "".join(
        character
        for character in unicodedata.normalize("NFD", folded(word).replace("ł", "l"))
        if not unicodedata.combining(character) or ord(character) == 0x306  # й and ў keep their breve
    )
    return nfc(bare).replace("'", "").replace(".", "")


class GivenName(NamedTuple):
    """One name across languages: `group` is its number in the table, -1 for a name with no equivalents."""

    group: int
    gender: str


def _read(name: str) -> Any:
    return yaml.safe_load(resources.files(__package__).joinpath(name).read_text(encoding="utf-8"))


@lru_cache(maxsize=1)
def _groups() -> tuple[Mapping[str, tuple[str, ...]], ...]:
    table = _read("given_names.yaml")
    return tuple(
        {language: tuple(map(nfc, spellings)) for language, spellings in row.items()} | {"gender": (gender,)}
        for gender in ("masculine", "feminine")
        for row in table[gender]
    )


@lru_cache(maxsize=1)
def _given() -> Mapping[str, tuple[GivenName, ...]]:
    found: dict[str, list[GivenName]] = {}
    for number, row in enumerate(_groups()):
        name = GivenName(number, row["gender"][0])
        for language, spellings in row.items():
            for spelling in spellings if language != "gender" else ():
                for key in {folded(spelling), plain(spelling)}:
                    if name not in found.setdefault(key, []):
                        found[key].append(name)
    for gender, spellings in _read("given_names.yaml")["other"].items():
        for spelling in spellings:
            for key in {folded(spelling), plain(spelling)}:
                found.setdefault(key, [GivenName(-1, gender)])
    return {key: tuple(names) for key, names in found.items()}


def given_name(word: str) -> tuple[GivenName, ...]:
    """What the table knows of a given name in its dictionary form; empty if it knows nothing."""
    return _given().get(folded(word)) or _given().get(plain(word), ())


def same_given_names(word: str, language: str) -> tuple[str, ...]:
    """Every spelling, in one language ('be', 'ru', 'uk', 'latin'), of the names a word may stand for."""
    groups = [name.group for name in given_name(word) if name.group >= 0]
    return tuple(dict.fromkeys(spelling for group in groups for spelling in _groups()[group].get(language, ())))


@lru_cache(maxsize=1)
def _patronymic_stems() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for number, row in enumerate(_groups()):
        if row["gender"][0] != "masculine":
            continue
        for language in ("be", "ru", "uk", "latin"):
            for spelling in row.get(language, ()):
                found.setdefault(_stem(plain(spelling)), set()).add(number)
    return {stem: frozenset(numbers) for stem, numbers in found.items()}


def _stem(word: str) -> str:
    return word.rstrip("аяоейьиіыaeioyjуu'")


def father_of(stem: str) -> frozenset[int]:
    """The given names (numbers of the table) whose patronymic may begin with this stem, such as 'Григорь'."""
    return _patronymic_stems().get(_stem(plain(stem)), frozenset())


@lru_cache(maxsize=1)
def titles() -> Mapping[str, str]:
    """A title in small letters, and its gender or ''."""
    return {
        folded(word): "" if gender == "any" else gender
        for gender, words in _read("words.yaml")["titles"].items()
        for word in words
    }


@lru_cache(maxsize=8)
def words(kind: str) -> frozenset[str]:
    """One list of `words.yaml`: 'particles', 'prefixes', 'institutions', 'places', 'ordinary', 'spelling'."""
    return frozenset(map(folded, _read("words.yaml")[kind]))


@lru_cache(maxsize=8)
def prepositions(language: str) -> Mapping[str, str]:
    """The case each preposition of a language asks for ('genitive', 'dative', ...); empty without a table."""
    table: Mapping[str, str] = _read("words.yaml")["prepositions"].get(language, {})
    return table


@lru_cache(maxsize=1)
def particles_in_cyrillic() -> Mapping[str, str]:
    """Particles of Latin family names as Cyrillic texts write them: 'von' is 'фон'."""
    table: Mapping[str, str] = _read("words.yaml")["particles_in_cyrillic"]
    return table
