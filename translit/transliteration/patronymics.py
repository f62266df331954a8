"""Patronymics: those that Russian grammar forms from the given names we know, and the name behind one."""

from __future__ import annotations

import re
from collections.abc import Mapping
from functools import cache

from translit.letters import plain
from translit.transliteration.given_names import GivenName, loose_key, romanized, table

_OWN_PATRONYMICS = {
    "Лев": "Львович", "Пётр": "Петрович", "Михаил": "Михайлович", "Павел": "Павлович", "Яков": "Яковлевич",
    "Илья": "Ильич", "Никита": "Никитич", "Ярослав": "Ярославич",
}  # fmt: skip


@cache
def patronymics() -> Mapping[str, str]:
    """Loose key -> the Russian patronymic, masculine and feminine."""
    found: dict[str, str] = {}
    for name in _fathers():
        for russian in _patronymics_of(name.forms["ru"]):
            for spelling in romanized({"ru": russian}):
                found.setdefault(loose_key(spelling), russian)
                if "ьев" in russian:  # 'Vasilievich' stands for Васильевич
                    found.setdefault(loose_key(spelling.replace("ye", "ie")), russian)
    return found


def father_of(stem: str) -> frozenset[int]:
    """The groups of given names whose patronymic may begin with this stem, such as 'Григорь'."""
    return _stems().get(_stem(stem), frozenset())


def _fathers() -> list[GivenName]:
    return [name for name in table() if name.home and name.gender == "masculine"]


@cache
def _stems() -> Mapping[str, frozenset[int]]:
    found: dict[str, set[int]] = {}
    for name in _fathers():
        for spelling in name.spellings:
            found.setdefault(_stem(spelling), set()).add(name.group)
    return {stem: frozenset(groups) for stem, groups in found.items()}


def _stem(word: str) -> str:
    return plain(word).rstrip("аяоейьиіыaeioyjуu")


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
