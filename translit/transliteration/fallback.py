"""Letters that no table of ours has, by anyascii (ISC): any script of Unicode, letter by letter, whatever the language.

Readable, and nobody's standard: 'Αθήνα' is 'Athina', but '東京' is 'DongJing' in a Japanese text too. It answers
when asked for by the name 'anyascii', and finishes a word with a letter from outside the scheme's alphabet, as the
'и' of a Russian name in a Belarusian text, which would else mix two scripts.
"""

from __future__ import annotations

import re

from translit.letters import Shape, nfc, script_of, shape_of
from translit.transliteration.rules import cased
from translit.verbatim import copied

_WORD = re.compile(r"[^\W\d_](?:[^\W\d_]|[\u0300-\u036f])*")


def transliterate(text: str) -> str:
    """The text with every letter that is not Latin in ASCII; addresses, handles and everything else stay."""
    text = nfc(text)
    kept = copied(text)

    def written(match: re.Match[str]) -> str:
        inside = any(span.start <= match.start() < span.end for span in kept)
        return match.group() if inside else in_ascii(match.group())

    return nfc(_WORD.sub(written, text))


def in_ascii(word: str, script: str = "") -> str:
    """A word with its letters that are not Latin, or only those of one script, in ASCII, in the word's letter case."""
    from anyascii import anyascii

    upper = shape_of(word) is Shape.UPPER

    def written(letter: str) -> str:
        there = script_of(letter)
        if there in ("", "Latn") or (script and there != script):
            return letter
        if letter.upper() == letter.lower():
            return anyascii(letter)
        return cased(anyascii(letter.lower()).lower(), letter, upper=upper)

    return "".join(map(written, word))
