"""A language as the rest of the house speaks of it: a BCP-47 tag, its script and direction."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache

from translit.errors import LanguageError

NAMES = {
    "be": "Belarusian", "de": "German", "en": "English", "es": "Spanish", "fr": "French",
    "pl": "Polish", "ru": "Russian", "uk": "Ukrainian",
}  # fmt: skip
# Languages whose names inflect and stand in one table; Cyrillic is their script
EAST_SLAVIC = ("be", "ru", "uk")
# read without langcodes, whose tables of all the world's languages take longer than some verbs
_SCRIPTS = {tag: "Cyrl" if tag in EAST_SLAVIC else "Latn" for tag in NAMES}
_RIGHT_TO_LEFT = {"Arab", "Hebr", "Syrc", "Thaa", "Nkoo", "Adlm"}


@dataclass(frozen=True, slots=True)
class Language:
    """`tag` is the shortest standard form ('be', 'sr-Latn'); `script` is ISO 15924."""

    tag: str
    script: str

    @property
    def name(self) -> str:
        """English name of the languages we know well, else the tag."""
        return NAMES.get(self.tag, self.tag)

    @property
    def right_to_left(self) -> bool:
        """Whether the script is written from right to left."""
        return self.script in _RIGHT_TO_LEFT


@lru_cache(maxsize=256)
def language(tag: str) -> Language:
    """Read a tag such as 'be', 'BE_by' or 'sr-Latn'.

    Raises LanguageError if it is no language of BCP-47, with the nearest thing a person may have meant.
    """
    if tag in _SCRIPTS:
        return Language(tag, _SCRIPTS[tag])
    import langcodes
    from langcodes.tag_parser import LanguageTagError

    try:
        found = langcodes.Language.get(tag)
        valid = found.is_valid() and found.language not in (None, "und")
    except LanguageTagError:
        valid = False
    if not valid:
        raise LanguageError(f"{tag!r} is not a language tag; use one such as {', '.join(sorted(NAMES))}")
    short = found.language if found.script is None else f"{found.language}-{found.script}"
    return Language(str(short), found.maximize().script or "Zyyy")
