"""Drafts that a person should read first: empty, looping, far too short or long, numbers gone.

These signs change nothing, they only raise a doubt.
"""

from __future__ import annotations

import re
from collections import Counter

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
_EMPTY, _COPY, _LOOP = "the model gave no words", "the draft is the source itself", "the model repeats itself"


def doubts(source: str, draft: str) -> tuple[str, ...]:
    """Reasons to distrust a draft of a sentence, each one clause; empty if there is none.

    A loop is a word triple that stands three times or more, and oftener than any in the source;
    a length is odd below a third or above three times the source's words.
    """
    words, drafted = _WORD.findall(source.casefold()), _WORD.findall(draft.casefold())
    if not drafted:
        return (_EMPTY,) if words else ()
    if drafted == words and len(words) > 3:
        return (_COPY,)
    found = []
    if _most_repeated(drafted) >= 3 and _most_repeated(drafted) > _most_repeated(words):
        found.append(_LOOP)
    if len(words) > 5 and not len(words) / 3 <= len(drafted) <= 3 * len(words):
        found.append(f"{len(drafted)} words stand for {len(words)}")
    gone = Counter(_NUMBER.findall(source)) - Counter(_NUMBER.findall(draft))
    if gone:
        found.append(f"missing numbers: {', '.join(sorted(gone))}")
    return tuple(found)


def hopeless(source: str, draft: str) -> str:
    """Why a draft should not be shown before the model was asked again: empty, a copy, a loop; '' if it may be."""
    return next((reason for reason in doubts(source, draft) if reason in (_EMPTY, _COPY, _LOOP)), "")


def _most_repeated(words: list[str]) -> int:
    triples = Counter(zip(words, words[1:], words[2:], strict=False))
    return max(triples.values(), default=0)
