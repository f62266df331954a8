"""Languages without a scheme of ours, by the tables of the `transliterate` package (LGPL, barseghyanartur).

Its letters for Bulgarian, Georgian, Macedonian, Mongolian and Serbian are sound, and the letter case, the
boundaries of words and everything outside the alphabet are handled here: the package writes 'Х' as 'KH' in any
word. Its Greek ('ου' as 'oy') and Armenian ('և' as '&', 'ո' as 'vo' everywhere) would write names that
nobody uses, and are not offered.
"""

from __future__ import annotations

import re

from translit.errors import SchemeError
from translit.letters import Shape, nfc, script_of, shape_of
from translit.transliteration.rules import cased

LANGUAGES = {"bg": "Cyrl", "ka": "Geor", "mk": "Cyrl", "mn": "Cyrl", "sr": "Cyrl"}


def transliterate(text: str, tag: str) -> str:
    """The text in Latin letters. Raises SchemeError for a language outside LANGUAGES."""
    if tag not in LANGUAGES:
        raise SchemeError(f"the scheme 'transliterate' has nothing for {tag!r}; it has {', '.join(LANGUAGES)}")
    from transliterate import translit

    def written(match: re.Match[str]) -> str:
        word = match.group()
        if script_of(word[0]) != LANGUAGES[tag]:
            return word
        upper = shape_of(word) is Shape.UPPER
        letters = (translit(character.lower(), tag, reversed=True) for character in word)
        return "".join(cased(latin, letter, upper=upper) for latin, letter in zip(letters, word, strict=True))

    return re.sub(r"[^\W\d_]+", written, nfc(text))
