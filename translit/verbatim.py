"""What is copied and never translated, wherever it stands: URLs, e-mail addresses, hashtags, handles."""

from __future__ import annotations

import re

from translit.passages import Span

_COPIED = re.compile(
    r"""
      \b(?:https?|ftp)://[^\s<>"«»]+[^\s<>"«».,;:!?)\]}'’”]     # URL, without the sentence's own punctuation
    | \bwww\.[^\s<>"«»]+[^\s<>"«».,;:!?)\]}'’”]
    | \b[\w.+-]+@[\w-]+(?:\.[\w-]+)+                             # e-mail
    | (?<!\w)[\#@]\w+                                            # hashtag, handle
    """,
    re.VERBOSE,
)


def copied(text: str) -> tuple[Span, ...]:
    """The stretches of a text that are copied as they stand, in order and apart."""
    return tuple(Span(*match.span()) for match in _COPIED.finditer(text))
