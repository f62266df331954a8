"""What is copied and never translated, respelled or declined: web and mail addresses, hashtags, handles."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translit.passages import Span

# The end of an address is no full stop, comma, bracket or emphasis of the sentence round it.
_URL_END = r"[^\s<>«»“”\".,;:!?…)\]}'’*_]"
_DOMAINS = "com|org|net|info|by|ru|ua|eu|de|pl|fr|lt|uk|tv"
_COPIED = re.compile(
    rf"""
      (?<![^\W_])(?:(?:https?|ftp)://|www\.)[^\s<>«»“”"]*{_URL_END}
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w&])[\#@]\w*[^\W\d]\w*
    | (?<![\w.-])(?:[\w-]+\.)+(?:{_DOMAINS})\b(?!\.\w)(?:/(?:[^\s<>«»“”"]*{_URL_END})?)?
    """,
    re.VERBOSE | re.IGNORECASE,
)


def copied(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are copied as they stand, in order and apart.

    Web addresses, with a scheme, with www or with a usual top-level domain; mail addresses; hashtags
    and handles ('#1' is a number, not a hashtag). The sentence's own punctuation is not part of them.
    """
    return tuple(Span(*match.span()) for match in _COPIED.finditer(text))


def has_words(text: str, verbatim: Iterable[Span] = ()) -> bool:
    """Whether there is anything to translate: a letter outside of the stretches that are copied."""
    spans = tuple(verbatim)
    return any(
        character.isalpha() and not any(span.start <= place < span.end for span in spans)
        for place, character in enumerate(text)
    )
