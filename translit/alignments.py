"""Which stretch of a translation stands for which stretch of its source: composing and keeping it true."""

from __future__ import annotations

from translit.passages import Span

Alignment = tuple[tuple[Span, Span], ...]


def composed(first: Alignment | None, second: Alignment) -> Alignment:
    """From a to c, given a to b and b to c; `None` stands for a text aligned with itself."""
    if first is None:
        return second
    return tuple((a, c) for b, c in second for a, middle in first if b.overlaps(middle))


def shifted(span: Span, edit: Span, length: int) -> Span:
    """Where a stretch lies after another stretch was replaced by `length` characters.

    A stretch that overlaps the edit keeps its own edges outside of it and takes in the new text.
    """
    by = length - len(edit)
    start = span.start if span.start <= edit.start else edit.start if span.start < edit.end else span.start + by
    end = span.end if span.end <= edit.start else max(edit.start + length, span.end + by)
    return Span(start, max(start, end))
