"""What is copied and never translated, respelled or declined: addresses, hashtags, handles, placeholders."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translit.passages import Span

# The end of an address is no full stop, comma, bracket or emphasis of the sentence round it.
_URL_END = r"[^\s<>«»“”\".,;:!?…)\]}'’*_]"
_DOMAINS = "com|org|net|info|by|ru|ua|eu|de|pl|fr|lt|uk|tv"
# What a program puts words for: {{name}} of templates, ${name}, {0}, %s, %1$d, %(name)s, and a whole choice of ICU's
# MessageFormat, {count, plural, one {...} other {...}}, which is written anew for a language and not translated.
_CHOICE = r"(?:[^{}]++|\{(?:[^{}]++|\{(?:[^{}]++|\{[^{}]*+\})*+\})*+\})*+"
_PLACEHOLDER = rf"""
      \{{\s*+\w++\s*+,\s*+(?:plural|select|selectordinal)\s*+,{_CHOICE}\}}
    | \{{\{{[^{{}}\n]{{1,80}}+\}}\}} | [$\#]?\{{[\w.\[\]-]*+\}}
    | (?<![\w%])%(?:\(\w+\)|\d+\$)?[-+0\#]*+\d*+(?:\.\d+)?[sdiufgxX@](?!\w)
"""
_COPIED = re.compile(
    rf"""
      (?<![^\W_])(?:(?:https?|ftp)://|www\.)[^\s<>«»“”"]*{_URL_END}
    | [\w.+-]+@[\w-]+(?:\.[\w-]+)+
    | (?<![\w&])[\#@]\w*[^\W\d]\w*
    | (?<![\w.-])(?:[\w-]+\.)+(?:{_DOMAINS})\b(?!\.\w)(?:/(?:[^\s<>«»“”"]*{_URL_END})?)?
    | {_PLACEHOLDER}
    """,
    re.VERBOSE | re.IGNORECASE,
)


def copied(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are copied as they stand, in order and apart.

    Web addresses, with a scheme, with www or with a usual top-level domain; mail addresses; hashtags
    and handles ('#1' is a number, not a hashtag); placeholders of programs ('{name}', '%s', '50%' is none). The
    sentence's own punctuation is not part of them.
    """
    return tuple(Span(*match.span()) for match in _COPIED.finditer(text))


def has_words(text: str, verbatim: Iterable[Span] = ()) -> bool:
    """Whether there is anything to translate: a letter outside of the stretches that are copied."""
    spans = tuple(verbatim)
    return any(
        character.isalpha() and not any(span.start <= place < span.end for span in spans)
        for place, character in enumerate(text)
    )
