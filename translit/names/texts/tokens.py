"""A sentence as the words a name may be made of."""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache

from translit.letters import PART
from translit.passages import Span


@dataclass(frozen=True, slots=True)
class Token:
    """A word of the sentence without a possessive 's; `before` is what stands between it and the last one."""

    span: Span
    text: str
    before: str
    possessive: bool

    @property
    def capital(self) -> bool:
        """Whether it begins with a capital letter."""
        return self.text[:1].isupper()


# every step of finding asks for the words of the sentence at hand
@lru_cache(maxsize=256)
def tokens(text: str) -> tuple[Token, ...]:
    """The words of a text, hyphenated ones in parts, possessive endings cut off."""
    found: list[Token] = []
    last = 0
    for match in PART.finditer(text):
        start, end = match.span()
        possessive = re.search(r"['’ʼ][sS]$", match.group()) is not None
        stop = end - 2 if possessive else end
        found.append(Token(Span(start, stop), text[start:stop], text[last:start], possessive))
        last = end
    return tuple(found)
