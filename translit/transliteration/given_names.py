"""The given names we know: which spellings are one name in Belarusian, Russian, Ukrainian and Latin letters.

The table is `given_names.yaml`. It is asked in two ways: letter for letter, to know a name in a text and its gender
(`given_name`), and by a loose key in which the Latin spellings of a name meet, to read it back (`given_names`).
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from dataclasses import dataclass, field
from functools import cache, lru_cache
from itertools import chain

from translit.letters import folded, plain
from translit.tables import own_table
from translit.transliteration.scheme import load

COLUMNS = ("ru", "uk", "be")


@dataclass(frozen=True, slots=True)
class GivenName:
    """One line of the table.

    group      lines of one group are one name
    home       a name of the three languages, not of another people
    forms      how each language writes it; empty where the table does not say
    spellings  everything met in texts, the forms included
    latin      those of them in Latin letters
    """

    group: int
    gender: str
    home: bool
    forms: Mapping[str, str] = field(hash=False)
    spellings: tuple[str, ...]
    latin: tuple[str, ...]


@cache
def table() -> tuple[GivenName, ...]:
    """Every line of the table, in its order."""
    data = own_table(__package__, "given_names.yaml")
    found: list[GivenName] = []
    groups: dict[str, int] = {}
    for part in ("home", "foreign"):
        for gender, rows in data[part].items():
            for row in rows:
                *cells, latin = (tuple(cell.split()) for cell in row[:4])
                forms = {tag: cell[0] for tag, cell in zip(COLUMNS, cells, strict=True)}
                group = groups.setdefault(row[-1] if len(row) > 4 else forms["ru"], len(groups))
                spellings = tuple(dict.fromkeys(chain(*cells, latin)))
                found.append(GivenName(group, gender, part == "home", forms, spellings, latin))
    for gender, names in data["unread"].items():
        for name in names.split():
            found.append(GivenName(groups.setdefault(name, len(groups)), gender, False, {}, (name,), (name,)))
    return tuple(found)


@cache
def _by_spelling() -> Mapping[str, tuple[GivenName, ...]]:
    found: dict[str, dict[GivenName, None]] = {}
    for name in table():
        for spelling in name.spellings:
            for key in (folded(spelling), plain(spelling)):
                found.setdefault(key, {})[name] = None
    return {key: tuple(names) for key, names in found.items()}


@lru_cache(maxsize=1 << 15)
def given_name(word: str) -> tuple[GivenName, ...]:
    """What the table knows of a given name in its dictionary form; empty if it knows nothing."""
    return _by_spelling().get(folded(word)) or _by_spelling().get(plain(word), ())


def same_given_names(word: str) -> tuple[str, ...]:
    """Every spelling, in any language, of the names a word may stand for."""
    groups = {name.group for name in given_name(word)}
    return tuple(dict.fromkeys(spelling for name in table() if name.group in groups for spelling in name.spellings))


def loose_key(latin: str) -> str:
    """What the romanizations of one name have in common; not for display and not reversible.

    No letter case, marks or apostrophes; i, y and j are one letter; 'ie' is 'e'; 'ks' is 'x'; a doubled letter is one.
    """
    bare = "".join(c for c in unicodedata.normalize("NFD", latin.lower()) if c.isalpha())
    bare = bare.replace("ł", "l").replace("y", "i").replace("j", "i").replace("ks", "x")
    bare = re.sub(r"(.)\1+", r"\1", bare).replace("ie", "e").replace("io", "e")
    return re.sub(r"(.)\1+", r"\1", bare)


@cache
def given_names() -> Mapping[str, Mapping[str, str]]:
    """Loose key -> the forms of that given name by language. The first line of the table that has the key wins."""
    names = [name for name in table() if name.forms]
    found: dict[str, Mapping[str, str]] = {}
    for name in names:
        for spelling in name.latin:
            found.setdefault(loose_key(spelling), name.forms)
    for name in names:
        for spelling in romanized(name.forms):
            found.setdefault(loose_key(spelling), name.forms)
    return found


@cache
def east_slavic() -> frozenset[str]:
    """Russian forms of the given names at home in the three languages: a family name beside one is likely Slavic."""
    return frozenset(name.forms["ru"] for name in table() if name.home)


def romanized(forms: Mapping[str, str]) -> set[str]:
    """The name of each language by the schemes that newspapers and passports use."""
    return {
        load(language, scheme).table.convert(form)
        for language, form in forms.items()
        for scheme in ("press-en", "icao-9303", "bgn-pcgn")
    }
