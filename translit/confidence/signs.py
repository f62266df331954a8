"""What can be seen of a draft from outside, as numbers."""

from __future__ import annotations

import math
import re
from collections import Counter
from dataclasses import dataclass
from itertools import pairwise

from translit.passages import Draft

_WORD = re.compile(r"\w+")
_NUMBER = re.compile(r"\d+")
# a draft that never came to an end has a score far below any other; below this all are equally bad
_LOWEST = -4.0


@dataclass(frozen=True, slots=True)
class Signs:
    """Of one sentence and its draft, with the terms placed.

    score      mean log-probability of a piece, at least -4; 0.0 where the engine tells none
    length     how far the number of words is from the source's: the absolute natural logarithm of their ratio
    uncovered  share of the source's words that no word of the draft is aligned to; 0 without an alignment
    repeated   share of the draft's words that repeat one that stood there, beyond what the source repeats
    copied     share of the draft's words that are words of the source
    numbers    share of the source's numbers that the draft lacks
    missed     share of terms and names that nothing stands for
    words      how long the source is: the natural logarithm of its words and one; the shorter, the more hangs on each
    """

    score: float
    length: float
    uncovered: float
    repeated: float
    copied: float
    numbers: float
    missed: float
    words: float


def signs(source: str, draft: Draft, *, mentions: int = 0, missed: int = 0) -> Signs:
    """The signs of a draft, `missed` of whose `mentions` nothing stands for."""
    words = list(_WORD.finditer(source))
    plain, drafted = [match.group().casefold() for match in words], _WORD.findall(draft.text.casefold())
    seen = bytearray(len(source))
    for span, _ in draft.alignment:
        seen[span.start : span.end] = b"\1" * len(span)
    bare = sum(not any(seen[word.start() : word.end()]) for word in words)
    letters = [word for word in drafted if not word.isdigit()]
    numbers = Counter(_NUMBER.findall(source))
    gone = numbers - Counter(_NUMBER.findall(draft.text))
    return Signs(
        score=max(_LOWEST, draft.score),
        length=abs(math.log((len(drafted) + 1) / (len(words) + 1))),
        uncovered=_share(bare, len(words)) if draft.alignment else 0.0,
        repeated=max(0.0, _repeated(drafted) - _repeated(plain)),
        copied=_share(sum(word in set(plain) for word in letters), len(letters)),
        numbers=_share(gone.total(), numbers.total()),
        missed=_share(missed, mentions),
        words=math.log(len(words) + 1),
    )


def _share(part: int, whole: int) -> float:
    return part / whole if whole else 0.0


def _repeated(words: list[str]) -> float:
    pairs = list(pairwise(words))
    return _share(len(pairs) - len(set(pairs)), len(pairs))
