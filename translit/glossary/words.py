"""The words of a text as a glossary looks at them, and the keys they are found by."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import cache, lru_cache
from typing import Any

from translit.letters import nfc
from translit.morphology import lemmas
from translit.passages import Span
from translit.tables import own_table

# A word for matching: unlike letters.WORD it ends at a hyphen, so that 'pro-NATO' holds NATO
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f]*)+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_JOINT = re.compile(r"[\s\-\u2010\u2011\u2013]+")
_LEMMAS = 4  # readings of a word that are looked up


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text or of an entry; `gap` is what stands between the word before it and this one."""

    span: Span
    text: str
    gap: str

    @property
    def joint(self) -> str:
        """The gap as it counts: any run of spaces and hyphens is as good as another."""
        return _JOINT.sub(" ", self.gap).replace("’", "'").replace("ʼ", "'").strip(" ")


def tokens(text: str, language: str) -> list[Token]:
    """The words of a text in order; an English possessive ends before its apostrophe."""
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if language == "en" and (possessive := _POSSESSIVE.search(match.group())):
            end = start + possessive.start()
        found.append(Token(Span(start, end), text[start:end], text[at:start]))
        at = end
    return found


@lru_cache(maxsize=65536)
def roots(word: str, language: str) -> tuple[str, ...]:
    """The dictionary forms that a word of a glossary may have, the likeliest first, and itself.

    One that is a dictionary form stands for itself alone: выборы are no form of выбор.
    """
    low = nfc(word).lower()
    found = lemmas(low, language)[:_LEMMAS]
    return (low,) if low in found else (*found, low)


@lru_cache(maxsize=65536)
def readings(word: str, language: str) -> tuple[str, ...]:
    """The dictionary forms that a word of a text may be a form of, by its lemmas and by the table of endings."""
    low = nfc(word).lower()
    return tuple(dict.fromkeys((*lemmas(low, language)[:_LEMMAS], low, *_by_endings(low, language))))


def _by_endings(word: str, language: str) -> list[str]:
    table = _endings().get(language)
    if table is None or word.endswith(tuple(table.get("never", ()))):
        return []
    stem = int(table["stem"])
    return [
        word[: len(word) - length] + ending
        for length in range(1, len(word) - stem + 1)
        for ending in table["forms"].get(word[-length:], ())
    ]


@cache
def _endings() -> dict[str, dict[str, Any]]:
    loaded: dict[str, dict[str, Any]] = own_table(__package__, "endings.yaml", texts=True)
    return loaded
