"""Stretches of a text in which a name is not ours to change: links, addresses, code, quoted spellings."""

from __future__ import annotations

import re
from collections.abc import Iterator

from translit.letters import folded
from translit.names.tables import words
from translit.names.tokens import tokens
from translit.passages import Span
from translit.verbatim import copied

_CODE = re.compile(r"`[^`\n]+`|(?<![\w.])[\w-]+\.(?:html?|pdf|docx?|txt|md|py)\b")
_QUOTED = re.compile(r"“[^”\n]+”|«[^»\n]+»|„[^“”\n]+[“”]|\"[^\"\n]+\"|‘[^’\n]+’|(?<!\w)'[^'\n]+'(?!\w)")
_NEAR = 60  # characters in which a word such as 'spelled' speaks of the quotation


def guarded(text: str) -> Iterator[Span]:
    """The stretches that must stay as they are, in no particular order; they may overlap."""
    yield from copied(text)
    for match in _CODE.finditer(text):
        yield Span(*match.span())
    for match in _QUOTED.finditer(text):
        around = text[max(0, match.start() - _NEAR) : match.start()] + " | " + text[match.end() : match.end() + _NEAR]
        if any(folded(token.text) in words("spelling") for token in tokens(around)):
            yield Span(*match.span())
