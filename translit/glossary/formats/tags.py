"""Language tags as files write them, and what was meant by those that are none."""

from __future__ import annotations

from translit.errors import LanguageError, quoted
from translit.languages import NAMES, language

# Codes of countries that are often taken for those of their languages
_MEANT = {
    "by": "be", "cn": "zh", "cz": "cs", "dk": "da", "ge": "ka", "gr": "el", "jp": "ja", "kz": "kk", "rs": "sr",
    "ua": "uk", "us": "en", "gb": "en",
}  # fmt: skip


def tag_of(written: str) -> str | None:
    """The tag in its shortest standard form ('en' for 'EN-us'); None if it is no language."""
    try:
        return language(written.strip()).tag
    except LanguageError:
        return None


def unknown(written: str) -> str:
    """What to say of a tag that is none."""
    meant = _MEANT.get(written.strip().lower())
    if meant:
        return f"{written!r} is a country; {NAMES.get(meant, 'its language')} is {meant!r}"
    return f"{quoted(written)} is not a language tag; use one such as {', '.join(sorted(NAMES))}"
