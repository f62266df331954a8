"""Writing a text in Latin letters by a scheme, and taking it back where the scheme allows."""

from __future__ import annotations

import re

from translit.errors import SchemeError
from translit.languages import language
from translit.letters import PART, Shape, nfc, shape_of
from translit.transliteration import packs
from translit.transliteration.rules import cased
from translit.transliteration.scheme import Scheme, load
from translit.verbatim import copied


def transliterate(text: str, *, source: str, scheme: str | Scheme = "press-en") -> str:
    """The text of language `source` (a tag) in Latin letters, composed (NFC).

    Only letters of the scheme's alphabet change: Latin words, digits, punctuation and addresses stay. `scheme`
    is an id from `schemes(source)`, a Scheme of your own, or 'transliterate' for bg, ka, mk, mn and sr (tables
    of the package of that name). Raises LanguageError for a bad tag, SchemeError for an unknown scheme.
    """
    tag = language(source).tag
    text = nfc(text)
    if scheme == "transliterate":
        return packs.transliterate(text, tag)
    table = (scheme if isinstance(scheme, Scheme) else load(tag, scheme)).table
    kept = copied(text)

    def written(match: re.Match[str]) -> str:
        word = match.group()
        if not table.knows(word) or any(span.start <= match.start() < span.end for span in kept):
            return word
        return table.convert(word, capitals=len(word) == 1 and _among_capitals(text, *match.span()))

    return nfc(PART.sub(written, text))


def restore(text: str, *, target: str, scheme: str = "iso-9") -> str:
    """A text written by a reversible scheme, in the letters of `target` again.

    Raises SchemeError for a scheme that is not reversible: it has joined letters that cannot be told apart.
    """
    found = load(language(target).tag, scheme)
    if not found.reversible:
        raise SchemeError(f"{scheme!r} cannot be taken back exactly; use 'iso-9', or readings() for a single name")
    back = {nfc(latin): letter for letter, latin in found.table.letters.items()}
    pattern = "|".join(map(re.escape, sorted(back, key=len, reverse=True)))
    return re.sub(
        pattern,
        lambda match: cased(back[nfc(match.group().lower())], match.group(), upper=False),
        nfc(text),
        flags=re.IGNORECASE,
    )


def _among_capitals(text: str, start: int, end: int) -> bool:
    """Whether a single letter stands beside a word in capitals on its line: 'Щ. ИВАНОВ' is 'SHCH. IVANOV'."""
    line_start = text.rfind("\n", 0, start) + 1
    line_end = text.find("\n", end)
    before = PART.findall(text[line_start:start][-60:])
    after = PART.findall(text[end : len(text) if line_end < 0 else line_end][:60])
    neighbours = [next((word for word in words if len(word) > 1), "") for words in (reversed(before), after)]
    return any(shape_of(word) is Shape.UPPER for word in neighbours)
