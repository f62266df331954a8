"""Marks that can be written as tags: apart or one inside the other, and none that ends inside a copied stretch."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translit.passages import Mark, Span


def bare(text: str, start: int, end: int) -> Span:
    """The stretch without blanks on either side."""
    while start < end and text[start].isspace():
        start += 1
    while start < end and text[end - 1].isspace():
        end -= 1
    return Span(start, end)


def part(text: str, mark: Mark, start: int, end: int) -> Mark:
    """The mark over a part of its stretch."""
    return replace(mark, span=bare(text, start, end))


def outermost_first(mark: Mark) -> tuple[int, int]:
    """Orders marks so that each comes after those it lies in."""
    return mark.span.start, -mark.span.end


def apart(copied: Sequence[Mark]) -> list[Mark]:
    """Copied stretches none of which overlaps another: one that does is cut where the one before it ends."""
    done: list[Mark] = []
    for mark in sorted(copied, key=lambda mark: mark.span):
        start = max(mark.span.start, done[-1].span.end if done else 0)
        done.append(replace(mark, span=Span(start, max(start, mark.span.end))))
    return done


def clear_of(text: str, copied: Sequence[Mark], mark: Mark) -> Mark:
    """The mark with no edge inside a copied stretch, and with no blanks at its edges."""
    start, end = mark.span.start, mark.span.end
    for piece in copied:
        if piece.span.start < start < piece.span.end:
            start = piece.span.start if start < end else piece.span.end
        if piece.span.start < end < piece.span.end:
            end = piece.span.end
    return part(text, mark, start, max(start, end))


def nested(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks that cross are divided where they do; a link stays whole."""
    waiting = sorted(marks, key=outermost_first)
    done: list[Mark] = []
    while waiting:
        mark = waiting.pop(0)
        number = next((n for n, other in enumerate(done) if _crosses(other.span, mark.span)), None)
        if number is None:
            done.append(mark)
            continue
        other = done[number]
        if mark.kind == "link":
            done[number], halves = part(text, other, other.span.start, mark.span.start), [mark]
            halves.append(part(text, other, mark.span.start, other.span.end))
        else:
            halves = [part(text, mark, mark.span.start, other.span.end)]
            halves.append(part(text, mark, other.span.end, mark.span.end))
        waiting = sorted([*(half for half in halves if len(half.span)), *waiting], key=outermost_first)
    return done


def _crosses(before: Span, after: Span) -> bool:
    return before.start < after.start < before.end < after.end
