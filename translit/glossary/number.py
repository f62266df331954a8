"""Whether the words of a source name one thing or several."""

from __future__ import annotations

import re

from translit.glossary.placing.government import head_readings
from translit.morphology import lemmas

_SHORT = re.compile(r"[A-Z]{2,}s")
# The head of an English phrase stands before these: 'freedom of speech', 'crimes against humanity'
_AFTER_HEAD = {"of", "for", "in", "on", "to", "at", "by", "from", "with", "against", "under", "without"}
# Look like a plural and name one thing, or do not tell
_OPEN = {"customs", "headquarters", "means", "media", "news", "people", "series", "works", "goods", "sports"}
_IRREGULAR = ("men", "children", "feet", "teeth", "mice", "wives")


def number_of(words: str, language: str) -> str:
    """'singular', 'plural', or '' where the words, as they stand in a text of this language, do not say."""
    if language == "en":
        return _english(words)
    told = {form.number for form in head_readings(words, language)}
    return next(iter(told)) if len(told) == 1 else ""


def _english(words: str) -> str:
    parts = words.replace("-", " ").split()
    end = next((at for at, word in enumerate(parts) if at and word.lower() in _AFTER_HEAD), len(parts))
    word = parts[end - 1] if parts else ""
    low = word.lower()
    if _SHORT.fullmatch(word):
        return "plural"  # NGOs
    if not low.isalpha() or low in _OPEN or low.endswith("ics"):
        return ""
    (lemma,) = lemmas(low, "en")
    if lemma == low:
        return "singular" if not low.endswith("s") or low.endswith(("ss", "us", "is")) else ""
    if low.endswith("s") and lemma[:2] == low[:2]:
        return "plural"
    return "plural" if low.endswith(_IRREGULAR) else ""
