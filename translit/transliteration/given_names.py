"""The given names and patronymics we know, found by any of their Latin spellings.

Spellings are compared by a loose key, so that 'Yelena', 'Elena' and 'Jelena' meet, and so do 'Vitaly' and 'Vitalii'.
The table is `given_names.yaml`; patronymics are formed from it by the rules of Russian grammar.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Mapping
from functools import cache
from importlib import resources
from types import MappingProxyType

from translit.transliteration.scheme import load

COLUMNS = ("ru", "uk", "be")
_OWN_PATRONYMICS = {
    "Лев": "Львович", "Пётр": "Петрович", "Михаил": "Михайлович", "Павел": "Павлович", "Яков": "Яковлевич",
    "Илья": "Ильич", "Никита": "Никитич", "Ярослав": "Ярославич",
}  # fmt: skip


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
    """Loose key -> the forms of that given name by language. The first row of the table that has the key wins."""
    rows = [row for part in _register().values() for row in part]
    found: dict[str, Mapping[str, str]] = {}
    for forms, latin in rows:
        for spelling in latin:
            found.setdefault(loose_key(spelling), MappingProxyType(forms))
    for forms, _ in rows:
        for spelling in _romanized(forms):
            found.setdefault(loose_key(spelling), MappingProxyType(forms))
    return found


@cache
def east_slavic() -> frozenset[str]:
    """Russian forms of the given names at home in the three languages: a family name beside one is likely Slavic."""
    return frozenset(forms["ru"] for forms, _ in _register()["east_slavic"])


def _register() -> Mapping[str, list[tuple[dict[str, str], list[str]]]]:
    """The parts of the table: rows of (forms by language, Latin spellings)."""
    import yaml

    data = yaml.safe_load((resources.files(__package__) / "given_names.yaml").read_text(encoding="utf-8"))
    return {
        part: [(dict(zip(COLUMNS, row[:3], strict=True)), row[3].split()) for row in rows]
        for part, rows in data.items()
    }


@cache
def patronymics() -> Mapping[str, str]:
    """Loose key -> the Russian patronymic, masculine and feminine."""
    found: dict[str, str] = {}
    for forms in given_names().values():
        for russian in _patronymics_of(forms["ru"]):
            for spelling in _romanized({"ru": russian}):
                found.setdefault(loose_key(spelling), russian)
                if "ьев" in russian:  # 'Vasilievich' stands for Васильевич
                    found.setdefault(loose_key(spelling.replace("ye", "ie")), russian)
    return found


def _patronymics_of(name: str) -> tuple[str, ...]:
    """Masculine and feminine; for -ий, -ьевич unless г, к, х or two consonants stand before it (Георгиевич)."""
    if name in _OWN_PATRONYMICS:
        masculine = _OWN_PATRONYMICS[name]
    elif re.search(r"(?:[гкх]|[^аеёиоуыэюя]{2})ий$", name.lower()):
        masculine = name[:-1] + "евич"
    elif name.endswith("ий"):
        masculine = name[:-2] + "ьевич"
    elif name.endswith(("й", "ь")):
        masculine = name[:-1] + "евич"
    elif name[-1] in "аяоеиу":
        return ()
    else:
        masculine = name + "ович"
    if masculine == "Ильич":
        return masculine, "Ильинична"
    feminine = masculine[:-2] + "на" if masculine.endswith(("ович", "евич")) else masculine[:-1] + "чна"
    return masculine, feminine


def _romanized(forms: Mapping[str, str]) -> set[str]:
    """The name of each language by the schemes that newspapers and passports use."""
    return {
        load(language, scheme).table.convert(form)
        for language, form in forms.items()
        for scheme in ("press-en", "icao-9303", "bgn-pcgn")
    }
