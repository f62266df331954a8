"""Scripts and letter case: which alphabet a word is written in, and the shape of its capitals."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from enum import StrEnum
from functools import lru_cache

from translit.passages import Span

APOSTROPHES = "'’ʼ"
# A word of letters and marks, with apostrophes inside; hyphens part it
PART = re.compile(rf"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f]|[{APOSTROPHES}](?=[^\W\d_]))*")
# A word: letters and marks, with apostrophes and hyphens inside ("д’Артаньян", "Нью-Йорк")
WORD = re.compile(r"[^\W\d_]+(?:[\u0300-\u036f]*[’'ʼ\u2011-]?[^\W\d_]+)*")


def nfc(text: str) -> str:
    """The one normal form of the house: composed (NFC)."""
    return unicodedata.normalize("NFC", text)


_FOLDS = str.maketrans({"’": "'", "ʼ": "'", "‘": "'", "ʹ": "'", "`": "'", "ё": "е", "‑": "-"})


def folded(word: str) -> str:
    """A word as the tables of names look it up: composed, small letters, one apostrophe, е for ё."""
    if word.isascii():
        return word.lower().replace("`", "'")
    return _remembered(word) if len(word) < 40 else _folded(word)


def _folded(word: str) -> str:
    return nfc(word).casefold().translate(_FOLDS)


_remembered = lru_cache(maxsize=1 << 15)(_folded)


class _Unmarked(dict[int, str]):
    """What is left of a letter without its marks, by its code point; й and ў keep their breve."""

    def __missing__(self, code: int) -> str:
        parts = unicodedata.normalize("NFD", chr(code).replace("ł", "l"))
        bare = "".join(part for part in parts if not unicodedata.combining(part) or ord(part) == 0x306)
        return self.setdefault(code, "" if bare in ("'", ".") else nfc(bare))


_UNMARKED = _Unmarked()


def plain(word: str) -> str:
    """`folded` without the marks of Latin letters (é, ł, š), apostrophes and dots."""
    return folded(word).translate(_UNMARKED)


@lru_cache(maxsize=1 << 13)
def script_of(character: str) -> str:
    """'Latn', 'Cyrl', 'Grek', ... for a letter (ISO 15924, by its Unicode name); '' for anything else.

    A modifier letter (ʹ, ʼ) belongs to the script of its neighbours and is '' too.
    """
    if not character.isalpha() or unicodedata.category(character) == "Lm":
        return ""
    return _CODES.get(unicodedata.name(character, "").split(" ", 1)[0], "Zyyy")


_CODES = {
    "LATIN": "Latn", "CYRILLIC": "Cyrl", "GREEK": "Grek", "ARMENIAN": "Armn", "GEORGIAN": "Geor",
    "ARABIC": "Arab", "HEBREW": "Hebr", "CJK": "Hani", "HIRAGANA": "Hira", "KATAKANA": "Kana",
    "HANGUL": "Hang", "DEVANAGARI": "Deva", "FULLWIDTH": "Latn",
}  # fmt: skip


_LATIN, _NONE = frozenset({"Latn"}), frozenset[str]()


def scripts(text: str) -> frozenset[str]:
    """Every script that has a letter in the text."""
    if text.isascii():
        return _LATIN if text.upper() != text.lower() else _NONE
    return frozenset(map(script_of, text)) - {""}


def mixed_script_words(text: str) -> Iterator[tuple[Span, str]]:
    """Words that mix scripts inside one unhyphenated part, such as a Latin 'o' in a Cyrillic word."""
    for match in re.finditer(r"[^\W\d_]+", text):
        if len(scripts(match.group())) > 1:
            yield Span(*match.span()), match.group()


class Shape(StrEnum):
    """How a word or phrase uses capitals."""

    LOWER = "lower"
    TITLE = "title"
    UPPER = "upper"
    MIXED = "mixed"


def shape_of(text: str) -> Shape:
    """LOWER 'minsk', TITLE 'Minsk' (first letter only), UPPER 'MINSK' (two letters or more), MIXED 'McDonald'."""
    letters = [character for character in text if character.isalpha()]
    if not letters or text == text.lower():
        return Shape.LOWER
    if len(letters) > 1 and text == text.upper():
        return Shape.UPPER
    rest = "".join(letters[1:])
    return Shape.TITLE if letters[0].isupper() and rest == rest.lower() else Shape.MIXED


def capitalised(text: str) -> str:
    """The text with its first letter as a capital, the rest untouched."""
    for place, character in enumerate(text):
        if character.isalpha():
            return text[:place] + character.upper() + text[place + 1 :]
    return text
