"""Words of a draft that no dictionary has: what a small model makes of words it does not know."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translit.morphology import listed
from translit.verbatim import copied

# shorter ones are units and abbreviations as often; parts of hyphenated words and words with an apostrophe are none
_WORD = re.compile(r"(?<![\w'’ʼ-])[^\W\d_]{4,}(?![\w-]|['’ʼ]\w)")


def garbled(source: str, draft: str, language: str, wanted: Iterable[str] = ()) -> tuple[str, ...]:
    """Words in small letters that no dictionary of the draft's language has, each once, in their order.

    wanted  wordings that were asked for: their words are right, whoever knows them
    Words of the source and parts of addresses are none; where no dictionary can tell (`morphology.listed`), nothing is.
    """
    known = {match.group() for text in (source, *wanted) for match in _WORD.finditer(text)}
    addresses = copied(draft)
    found = (match for match in _WORD.finditer(draft) if match.group().islower() and match.group() not in known)
    return tuple(
        dict.fromkeys(
            match.group()
            for match in found
            if listed(match.group(), language) is False
            and not any(span.start <= match.start() < span.end for span in addresses)
        )
    )
