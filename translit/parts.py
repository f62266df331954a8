"""A sentence in parts, where it is too long for a model; offsets, nothing lost."""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Callable, Iterable, Iterator

from translit.passages import Span

_CONJUNCTIONS = (
    "and or but because although which who that while when where if so "
    "и или но а что чтобы который которая которое которые потому поскольку хотя когда где если "
    "і ці або але што каб які якая якое якія бо таму хоць калі дзе "
    "та чи що щоб який яка яке які тому хоча коли де якщо "
    "i lub ale że żeby który która które ponieważ choć kiedy gdzie jeśli "
    "und oder aber weil dass der et ou mais parce que qui y o pero porque"
)
# the places for a cut, best first; a cut falls before what the pattern ends with
_PLACES = tuple(
    re.compile(pattern, re.IGNORECASE)
    for pattern in (
        r"[;:.!?…—–]+[»”\"')\]]*\s+|[。！？；]",
        r"[,،、，][»”\"']*(?:\s+|(?<=[、，]))",
        rf"\s+(?=(?:{'|'.join(dict.fromkeys(_CONJUNCTIONS.split()))})\s)",
        r"\s+",
    )
)


def fitting(text: str, fits: Callable[[str], bool]) -> tuple[Span, ...]:
    """Parts of a sentence that all fit, in order and apart, covering every non-space character.

    Each part that does not fit is cut in two near its middle: after ; : — or the end of a
    sentence, else after a comma, else before a conjunction, else at a space, else between any two
    characters. Halves keep the parts even (a model does badly with a last part of two words) and
    the calls of `fits` few: at most two for each part. A single character is never divided, so it
    is given back even if it does not fit.
    """
    parts: list[Span] = []
    waiting = list(bare(text, ()))
    while waiting:
        span = waiting.pop()
        part = span.of(text)
        cut = None if len(part) < 2 or fits(part) else _cut(part)
        if cut is None:
            parts.append(span)
        else:
            waiting += [half.moved(span.start) for half in reversed([*bare(part, (cut,))])]
    return tuple(parts)


def unbroken(text: str, fits: Callable[[str], bool], whole: Iterable[Span] = ()) -> tuple[Span, ...]:
    """As `fitting`, but with no cut through a word or a stretch of `whole`, even if a part then does not fit."""
    kept = tuple(whole)
    parts: list[Span] = []
    for part in fitting(text, fits):
        through_word = text[part.start - 1 : part.start + 1].isalnum()
        if parts and (through_word or any(one.start < part.start < one.end for one in kept)):
            part = Span(parts.pop().start, part.end)
        parts.append(part)
    return tuple(parts)


def bare(text: str, cuts: Iterable[int]) -> Iterator[Span]:
    """The stretches between the cuts without blanks on either side; blank stretches are left out."""
    start = 0
    for end in (*cuts, len(text)):
        stretch = text[start:end]
        first = start + len(stretch) - len(stretch.lstrip())
        last = start + len(stretch.rstrip())
        if first < last:
            yield Span(first, last)
        start = end


def _cut(part: str) -> int | None:
    """Where to cut: the best kind of place that lies in the middle half, and there the one nearest the middle."""
    middle = len(part) / 2
    for place in _PLACES:
        inner = [m.end() for m in place.finditer(part) if abs(m.end() - middle) <= middle / 2]
        if inner:
            return min(inner, key=lambda cut: abs(cut - middle))
    anywhere = [match.end() for match in _PLACES[-1].finditer(part)]
    if anywhere:
        return min(anywhere, key=lambda cut: abs(cut - middle))
    cut = len(part) // 2
    while 0 < cut < len(part) and unicodedata.combining(part[cut]):
        cut += 1  # a letter stays with its accents
    return cut if cut < len(part) else len(part) // 2
