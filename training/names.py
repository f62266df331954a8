"""Names to train on: persons and places in two spellings, and the sentences that carry them.

The lists are `names/variants-*.tsv.xz` (rows of one group are spellings of one name; columns group,
kind, language, script, name). Ukrainian family names that have no English spelling there get the
one of the press (`transliterate(..., scheme="press-en")`).
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from functools import lru_cache
from pathlib import Path

import yaml
from petrovich.enums import Case, Gender
from petrovich.main import Petrovich

from training.corpus import read_tsv
from translit.transliteration import transliterate

CARRIERS = Path(__file__).with_name("carriers.yaml")

_CASES = {
    "gent": Case.GENITIVE,
    "datv": Case.DATIVE,
    "accs": Case.ACCUSATIVE,
    "ablt": Case.INSTRUMENTAL,
    "loct": Case.PREPOSITIONAL,
}
_PEOPLE = "variants-rupep-navalny"
_PLACES = ("variants-geonames", "variants-cldr")
_FAMILIES = "variants-names-translator-last"
_CYRILLIC_NAME = re.compile(r"[Ѐ-ӿ’' -]+")
_LATIN_NAME = re.compile(r"[A-Za-z’' -]+")


@dataclass(frozen=True, slots=True)
class Person:
    """A public person: given name, patronymic, family name in English and in Russian, and the gender."""

    english: tuple[str, str, str]
    russian: tuple[str, str, str]
    feminine: bool


@dataclass(frozen=True, slots=True)
class Carrier:
    """A sentence by language, with {} for a name; `only` 'masculine' or 'feminine' where it depends on that."""

    texts: dict[str, str]
    only: str = ""


@lru_cache(maxsize=1)
def _petrovich() -> Petrovich:
    return Petrovich()


def declined(family: str, case: str, gender: str) -> str:
    """A Russian family name in one of pymorphy's cases ('nomn', 'gent', ...), gender 'masc' or 'femn'."""
    if case == "nomn":
        return family
    return str(_petrovich().lastname(family, _CASES[case], Gender.FEMALE if gender == "femn" else Gender.MALE))


def grouped(names: Path, origin: str) -> Iterable[dict[str, str]]:
    """For each name of a list its first spelling in each language."""
    groups: dict[str, dict[str, str]] = {}
    for row in read_tsv(names / f"{origin}.tsv.xz"):
        groups.setdefault(row[0], {}).setdefault(row[2], row[4])
    return groups.values()


def people(names: Path) -> list[Person]:
    """Public persons whose name has three words in both languages, given name first."""
    found = []
    for spellings in grouped(names, _PEOPLE):
        english, russian = spellings.get("en", "").split(), spellings.get("ru", "").split()
        if len(english) == len(russian) == 3 and all(word.isalpha() for word in russian):
            # some lists put the family name first
            order = (1, 2, 0) if russian[2].endswith(("вич", "вна", "ична", "инична")) else (0, 1, 2)
            a, b, c = order
            native = (russian[a], russian[b], russian[c])
            found.append(Person((english[a], english[b], english[c]), native, native[1].endswith("на")))
    return found


def places(names: Path, tag: str) -> list[tuple[str, str]]:
    """(English, native) names of places, without those that are long or hold other signs than letters."""
    found = {}
    for origin in _PLACES:
        for spellings in grouped(names, origin):
            english, native = spellings.get("en", ""), spellings.get(tag, "")
            if _LATIN_NAME.fullmatch(english) and _CYRILLIC_NAME.fullmatch(native) and len(english) < 30:
                found[english] = native
    return list(found.items())


def families(names: Path, tag: str) -> list[tuple[str, str]]:
    """(English, native) family names of a language that the list of persons does not cover; Ukrainian only."""
    if tag != "uk":
        return []
    natives = {row[4] for row in read_tsv(names / f"{_FAMILIES}.tsv.xz") if row[2] == tag}
    kept = sorted(native for native in natives if native.isalpha() and native[0].isupper())
    return [(transliterate(native, source=tag, scheme="press-en"), native) for native in kept[::3]]


def carriers() -> dict[str, list[Carrier]]:
    """The sentences of `carriers.yaml` by kind of name."""
    found = yaml.safe_load(CARRIERS.read_text(encoding="utf-8"))
    return {kind: [Carrier(row, row.pop("only", "")) for row in rows] for kind, rows in found.items()}
