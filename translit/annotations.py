"""A sentence with the translation of some of its words beside them, for a model that was trained to read it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import dataclass

from translit.passages import Span

Markers = tuple[str, str, str]


@dataclass(frozen=True, slots=True)
class Annotated:
    """A sentence with its annotations, and the way back.

    text    what the model gets
    pieces  (stretch of `text`, stretch of the sentence, whether it is a copy), in order and without gaps; what is
            no copy is an insertion that stands for the whole stretch
    """

    text: str
    pieces: tuple[tuple[Span, Span, bool], ...]

    def original(self, span: Span) -> Span:
        """The stretch of the sentence that a stretch of `text` stands for, markers and all."""
        found = [
            Span(max(span.start, piece.start), min(span.end, piece.end)).moved(whole.start - piece.start)
            if copy
            else whole
            for piece, whole, copy in self.pieces
            if piece.overlaps(span)
        ]
        if not found:  # an empty stretch: the place where it is
            for piece, whole, _ in self.pieces:
                if piece.start <= span.start <= piece.end:
                    at = whole.start + min(span.start - piece.start, len(whole))
                    return Span(at, at)
            return Span(0, 0)
        return Span(min(part.start for part in found), max(part.end for part in found))


def annotated_spans(text: str, markers: Markers) -> Iterator[Span]:
    """The stretches of a text that are annotated already, markers and all."""
    start, _, end = map(re.escape, markers)
    return (Span(*match.span()) for match in re.finditer(f"{start}.*?{end}", text))


def unannotated(text: str, markers: Markers) -> str:
    """The text without its annotations."""
    start, wanted, end = map(re.escape, markers)
    return re.sub(f"{start}(.*?){wanted}.*?{end}", r"\1", text)


def annotated(text: str, wanted: Iterable[tuple[Span, str]], markers: Markers) -> Annotated:
    """Each stretch with its translation beside it: start + words + wanted + translation + end.

    markers   (start, wanted, end), such as ('⟦', '⟪', '⟫')
    Of stretches that overlap the first stands; a translation that holds a marker of its own is left out, for the
    model would take it for ours.
    """
    start, before, end = markers
    out: list[str] = []
    pieces: list[tuple[Span, Span, bool]] = []
    at = length = 0

    def add(piece: str, whole: Span, *, copy: bool) -> None:
        nonlocal length
        if piece:
            out.append(piece)
            pieces.append((Span(length, length + len(piece)), whole, copy))
            length += len(piece)

    for span, translation in sorted(wanted):
        if span.start < at or any(marker and marker in translation for marker in markers):
            continue
        add(text[at : span.start], Span(at, span.start), copy=True)
        add(start, span, copy=False)
        add(span.of(text), span, copy=True)
        add(before + translation + end, span, copy=False)
        at = span.end
    add(text[at:], Span(at, len(text)), copy=True)
    return Annotated("".join(out), tuple(pieces))
