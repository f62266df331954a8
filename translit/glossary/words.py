"""The words of a text as a glossary looks at them, and the keys they are found by."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass

from translit.letters import nfc
from translit.morphology import lemmas
from translit.passages import Span

# A word for matching: unlike letters.WORD it ends at a hyphen, so that 'pro-NATO' holds NATO
_TOKEN = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f]*)+)*")
_POSSESSIVE = re.compile(r"['’ʼ][sS]$")
_JOINT = re.compile(r"[\s\-\u2010\u2011\u2013]+")
_LEMMAS = 4  # readings of a word that are looked up


@dataclass(frozen=True, slots=True)
class Token:
    """A word of a text or of an entry; `gap` is what stands between the word before it and this one."""

    span: Span
    text: str
    gap: str

    @property
    def joint(self) -> str:
        """The gap as it counts: any run of spaces and hyphens is as good as another."""
        return _JOINT.sub(" ", self.gap).replace("’", "'").replace("ʼ", "'").strip(" ")


def tokens(text: str, language: str) -> list[Token]:
    """The words of a text in order; an English possessive ends before its apostrophe."""
    found: list[Token] = []
    at = 0
    for match in _TOKEN.finditer(text):
        start, end = match.span()
        if language == "en" and (possessive := _POSSESSIVE.search(match.group())):
            end = start + possessive.start()
        found.append(Token(Span(start, end), text[start:end], text[at:start]))
        at = end
    return found


def roots(word: str, language: str) -> tuple[str, ...]:
    """What all forms of a word share, one for each reading of it."""
    return lemmas(word, language)[:_LEMMAS]


def rooted(words: str, language: str) -> Sequence[frozenset[str]]:
    """The roots of each word of a phrase."""
    return [frozenset(roots(nfc(token.text), language)) for token in tokens(words, language)]
