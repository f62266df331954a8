"""A draft that is empty, a copy of its source or a loop is asked for in other ways before it is shown.

A search that ran into a loop seldom finds out of it by itself, but a shorter sentence or a search of
another width mostly never runs into it. So the sentence is translated in two parts, with a wider beam
and greedily; of the drafts that can be read, the one with the fewest terms missed and the highest
confidence stands. If there is none, the first draft stays, and the doubt says what is wrong with it.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translit.asking import Asking, Attempt
from translit.confidence import confidence, hopeless, signs
from translit.engines.parting import together
from translit.parts import unbroken
from translit.passages import Draft, Mention, Span

_WIDE = 8
# a part has at most this share of the sentence's characters, and a sentence so short is not parted
_PART, _SHORT = 0.65, 24


def retry(asking: Asking, attempts: dict[int, Attempt]) -> None:
    """Put better attempts in place of the hopeless ones."""
    why = {n: reason for n, one in attempts.items() if asking.speaks(n) and (reason := _fault(asking, n, one))}
    if not why:
        return
    numbers = list(why)
    ways = {
        "in parts": _in_parts(asking, numbers),
        "with a wider search": asking.drafted(numbers, beam=_WIDE),
        "greedily": asking.drafted(numbers, beam=1),
    }
    for at, n in enumerate(numbers):
        others = [
            replace(asking.placed(n, drafts[at]), again=f"{why[n]}; translated again {how}")
            for how, drafts in ways.items()
        ]
        readable = [one for one in others if not _fault(asking, n, one) and one.missed <= attempts[n].missed]
        if readable:
            attempts[n] = max(readable, key=lambda one: (-one.missed, _rated(asking.texts[n], one)))


def _fault(asking: Asking, number: int, one: Attempt) -> str:
    return hopeless(asking.texts[number], one.placed.text)


def _rated(text: str, one: Attempt) -> float:
    return confidence(signs(text, one.placed, mentions=len(one.decisions), missed=one.missed))


def _in_parts(asking: Asking, numbers: Sequence[int]) -> list[Draft]:
    """Each sentence's parts translated apart and put together; a sentence that has no parts as it is."""
    cut = [_parts(asking.texts[n], asking.found[n]) for n in numbers]
    texts = [part.of(asking.texts[n]) for n, parts in zip(numbers, cut, strict=True) for part in parts]
    found = [_inside(asking.found[n], part) for n, parts in zip(numbers, cut, strict=True) for part in parts]
    drafts = iter(Asking(asking.engine, texts, found, asking.language).drafted(range(len(texts))))
    return [
        together(asking.texts[n], [(part, next(drafts)) for part in parts], asking.language)
        for n, parts in zip(numbers, cut, strict=True)
    ]


def _parts(text: str, mentions: Sequence[Mention]) -> tuple[Span, ...]:
    """Two parts or a few, with no cut through a mention or a word."""
    most = max(_SHORT, int(_PART * len(text)))
    return unbroken(text, lambda words: len(words) <= most, [mention.span for mention in mentions])


def _inside(mentions: Sequence[Mention], part: Span) -> list[Mention]:
    return [
        replace(mention, span=mention.span.moved(-part.start)) for mention in mentions if mention.span.overlaps(part)
    ]
