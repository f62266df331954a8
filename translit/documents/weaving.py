"""A translated passage with its marks, put together again from words and tags: `woven`, for formats that write tags."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from html import escape
from pathlib import Path
from typing import Protocol

from translit.documents import Translated
from translit.documents.nesting import apart, clear_of, nested, outermost_first
from translit.documents.pieces import Gathered, Origin, Role
from translit.documents.tags import tokens
from translit.errors import UsageError
from translit.passages import Mark, Span


class Spelling(Protocol):
    """How a format writes what `woven` puts in order; marks are known by their number in the source passage."""

    def text(self, text: str, styles: Sequence[int]) -> str:
        """Words, and the marks that say how they look."""
        ...

    def opening(self, number: int) -> str:
        """The tag that opens a mark."""
        ...

    def closing(self, number: int) -> str:
        """The tag that closes a mark."""
        ...

    def alone(self, number: int) -> str:
        """A mark without words: a line break, an image, a footnote's sign."""
        ...

    def copied(self, number: int, text: str) -> str:
        """A stretch that is copied; `text` is what stands there in the translation."""
        ...


@dataclass(frozen=True, slots=True)
class Tags:
    """The spelling of HTML and XML: tags as they stand in the file, words escaped.

    `stretch` gives a stretch of the file with what changed in it.
    """

    stretch: Callable[[Span], str]
    paragraph: Gathered

    def text(self, text: str, styles: object) -> str:
        """Words."""
        return escape(text, quote=False)

    def opening(self, number: int) -> str:
        """The tag that opens a mark, or what stands alone."""
        return self.stretch(self.paragraph.origins[number].piece.span)

    def closing(self, number: int) -> str:
        """The tag that closes a mark."""
        closing = self.paragraph.origins[number].closing
        return self.stretch(closing.span) if closing else ""

    alone = opening

    def copied(self, number: int, text: str) -> str:
        """A whole element as it is; its first tag round other words if the model did not copy them."""
        piece = self.paragraph.origins[number].piece
        raw = self.stretch(piece.span)
        if text == piece.text:
            return raw
        tag = next(tokens(raw))
        return f"{tag.span.of(raw)}{escape(text, quote=False)}</{tag.name}>"


def woven(new: Translated, source: Gathered, spelling: Spelling, path: Path | None) -> str:
    """The passage in the spelling of its format.

    Raises UsageError for a mark that the source passage does not have, for it could only be guessed how to write it.
    """
    text, origins = new.text, source.origins
    marks = _numbered(new, source, path)
    copies = apart([mark for mark in marks if _origin(mark, origins).piece.role is Role.COPIED])
    others = [
        clear_of(text, copies, mark) if len(mark.span) else mark
        for mark in marks
        if _origin(mark, origins).piece.role is not Role.COPIED
    ]
    styles = [mark for mark in others if _origin(mark, origins).piece.style]
    wide = nested(text, [mark for mark in others if len(mark.span) and mark not in styles])
    kept = {mark.data for mark in wide}
    void = defaultdict[int, list[int]](list)
    for mark in [*copies, *others]:
        if mark not in styles and not (len(mark.span) and mark in copies) and mark.data not in kept:
            void[mark.span.start].append(int(mark.data))
    for numbers in void.values():
        numbers.sort()
    return _Weaving(text, origins, spelling, void, wide, styles, copies).woven()


def _numbered(new: Translated, source: Gathered, path: Path | None) -> list[Mark]:
    """The marks with their number in the source passage as data; several alike go in order."""
    waiting = defaultdict[tuple[str, str], list[int]](list)
    for number, mark in reversed(list(enumerate(source.marks))):
        waiting[mark.kind, mark.data].append(number)
    found = []
    for mark in new.marks:
        if not waiting[mark.kind, mark.data]:
            raise UsageError(
                f"the passage {source.text[:40]!r} has no mark {mark.kind} {mark.data!r} in its source", path
            )
        found.append(Mark(mark.span, mark.kind, str(waiting[mark.kind, mark.data].pop())))
    return found


def _origin(mark: Mark, origins: Sequence[Origin]) -> Origin:
    return origins[int(mark.data)]


class _Weaving:
    """One passage; `out` holds what is written, and for words the marks that say how they look."""

    def __init__(
        self,
        text: str,
        origins: Sequence[Origin],
        spelling: Spelling,
        void: dict[int, list[int]],
        wide: Sequence[Mark],
        styles: Sequence[Mark],
        copies: Sequence[Mark],
    ) -> None:
        self.text, self.origins, self.spelling, self.void = text, origins, spelling, void
        self.wide, self.styles = wide, styles
        self.copies = {mark.span.start: mark for mark in copies if len(mark.span)}
        self.out: list[tuple[str, Sequence[int] | None]] = []
        self.after_break = False
        self.solid = 0  # a break takes no blanks from before the last copied stretch

    def woven(self) -> str:
        spans = [mark.span for mark in (*self.wide, *self.styles, *self.copies.values())]
        edges = {0, len(self.text), *self.void, *(edge for span in spans for edge in (span.start, span.end))}
        stack: list[Mark] = []
        place = 0
        for edge in sorted(edges):
            self._between(place, edge)
            place = edge
            waiting = self.void.get(edge, [])
            while stack and stack[-1].span.end <= edge:
                number = int(stack.pop().data)
                waiting = self._voids(edge, waiting, [n for n in waiting if number in self.origins[n].parents])
                self.out.append((self.spelling.closing(number), None))
            opening = sorted((mark for mark in self.wide if mark.span.start == edge), key=outermost_first)
            closed = {int(mark.data) for mark in opening}
            for mark in (None, *opening):
                if mark is not None:
                    stack.append(mark)
                    closed.discard(int(mark.data))
                    self.out.append((self.spelling.opening(int(mark.data)), None))
                waiting = self._voids(edge, waiting, [n for n in waiting if not closed & self.origins[n].parents])
        return "".join(self.spelling.text(text, styles) if styles is not None else text for text, styles in self.out)

    def _between(self, start: int, end: int) -> None:
        text = self.text[start:end]
        if start in self.copies and text:
            self.out.append((self.spelling.copied(int(self.copies[start].data), text), None))
            self.solid = len(self.out)
            self.after_break = False
        elif text := text.lstrip() if self.after_break else text:
            stretch = Span(start, end)
            self.out.append((text, [int(mark.data) for mark in self.styles if mark.span.overlaps(stretch)]))
            self.after_break = False

    def _voids(self, place: int, waiting: list[int], now: list[int]) -> list[int]:
        for number in now:
            piece = self.origins[number].piece
            if piece.role is Role.OPEN:
                if not piece.style:
                    self.out.append((self.spelling.opening(number) + self.spelling.closing(number), None))
            else:
                if piece.text and piece.role is Role.VOID:
                    self._strip()
                    self.after_break = True
                self.out.append((self.spelling.alone(number), None))
            if self.origins[number].spaced and not self.after_break and self.text[place : place + 1].strip():
                self.out.append((" ", []))
        return [number for number in waiting if number not in now]

    def _strip(self) -> None:
        """No blank before a line break: it stood there only to part the words."""
        for place in range(len(self.out) - 1, self.solid - 1, -1):
            text, styles = self.out[place]
            if styles is not None:
                self.out[place] = (text.rstrip(), styles)
                return
