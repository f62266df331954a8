"""A whole document in other letters: every passage written anew, its marks where they stood."""

from __future__ import annotations

from collections.abc import Callable

from translit.documents import Document, Translated
from translit.passages import Mark, Passage, Span

Write = Callable[[str], str]


def rewritten(document: Document, write: Write) -> bytes:
    """The file with `write` of every passage in place; verbatim stretches (code, addresses) stay.

    A mark moves with its words: what stands before its edge is as long as `write` makes it. So `write` must go
    from left to right and must not change the order of words, as a transliteration does.
    """
    changed = {passage.id: done for passage in document.passages if (done := _passage(passage, write)) is not None}
    return document.render(changed)


def _passage(passage: Passage, write: Write) -> Translated | None:
    """The passage anew; None where nothing changes."""
    stretches: list[tuple[Span, str, bool]] = []
    at = 0
    for span in (*passage.verbatim, Span(len(passage.text), len(passage.text))):
        before = Span(at, max(at, span.start))
        stretches += [(before, write(before.of(passage.text)), False), (span, span.of(passage.text), True)]
        at = max(at, span.end)
    text = "".join(new for _, new, _ in stretches)
    if text == passage.text:
        return None

    def moved(edge: int) -> int:
        before = 0
        for span, new, kept in stretches:
            if edge < span.end or (edge == span.end and not kept):
                inside = passage.text[span.start : edge]
                return before + min(len(new), len(inside if kept else write(inside)))
            before += len(new)
        return before

    marks = (Mark(Span(moved(m.span.start), moved(m.span.end)), m.kind, m.data) for m in passage.marks)
    return Translated(text, tuple(marks))
