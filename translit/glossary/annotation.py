"""Showing the model what is wanted: each term of a sentence with its translation beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from translit.letters import Shape, shape_of
from translit.passages import Mention, MentionKind, Span


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


def annotate(text: str, mentions: Sequence[Mention], markers: tuple[str, str, str]) -> Annotated:
    """Put the wanted translation beside each mention: start + words + wanted + target + end.

    markers   (start, wanted, end), such as ('⟦', '⟪', '⟫')
    The target is the preferred one in its dictionary form, in capitals where the words are (an abbreviation such as
    EU among small letters asks for none). A text or target that holds a marker of its own is not annotated: the
    model would take it for ours.
    """
    if any(marker and marker in text for marker in markers):
        mentions = ()
    start, wanted, end = markers
    out: list[str] = []
    pieces: list[tuple[Span, Span, bool]] = []
    at = length = 0

    def add(piece: str, whole: Span, *, copy: bool) -> None:
        nonlocal length
        if piece:
            out.append(piece)
            pieces.append((Span(length, length + len(piece)), whole, copy))
            length += len(piece)

    for mention in sorted(mentions, key=lambda mention: mention.span):
        span, target = mention.span, mention.targets[0]
        if span.start < at or any(marker and marker in target for marker in markers):
            continue
        if mention.kind is not MentionKind.KEEP and _shouted(span.of(text), text):
            target = target.upper()
        add(text[at : span.start], Span(at, span.start), copy=True)
        add(start, span, copy=False)
        add(span.of(text), span, copy=True)
        add(wanted + target + end, span, copy=False)
        at = span.end
    add(text[at:], Span(at, len(text)), copy=True)
    return Annotated("".join(out), tuple(pieces))


def _shouted(words: str, text: str) -> bool:
    """Whether words stand in capitals because the text shouts, not because they are an abbreviation."""
    if shape_of(words) is not Shape.UPPER:
        return False
    return (shape_of(text) is Shape.UPPER and text != words) or len(words) > 6
