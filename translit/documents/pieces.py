"""A paragraph with tags as plain text with marks: what the formats that write tags have in common.

A format cuts a paragraph into pieces (text, tags, what is copied); `gathered` makes a passage of
them. Tags round the whole paragraph, and what stands before its first or after its last word, are
left outside: they stay where they are, and the translation has less to carry.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace
from enum import Enum

from translit.documents.nesting import bare
from translit.letters import nfc
from translit.passages import Mark, Span
from translit.verbatim import copied, has_words


class Role(Enum):
    """What a piece is: words, a tag that opens or closes, something without words, something copied."""

    TEXT = "text"
    OPEN = "open"
    CLOSE = "close"
    VOID = "void"
    COPIED = "copied"


@dataclass(frozen=True, slots=True)
class Piece:
    """A part of a paragraph.

    span   where it stands in the file
    text   its words; of a VOID a space if it parts the words round it (a line break)
    kind   of the mark it becomes
    name   what an OPEN and its CLOSE have in common
    data   how it is written, if not as it stands in the file
    style  it changes how words look and has no tag of its own (the properties of a run)
    fixed  it cannot be left outside of the passage
    """

    role: Role
    span: Span
    text: str = ""
    kind: str = ""
    name: str = ""
    data: str = ""
    style: bool = False
    fixed: bool = False


@dataclass(frozen=True, slots=True)
class Origin:
    """Where a mark comes from: its piece, the piece that closes it, and the numbers of the marks it lies in.

    `spaced`: it has no words and stands between two blanks, of which the passage's text keeps one.
    """

    piece: Piece
    closing: Piece | None
    parents: frozenset[int]
    spaced: bool = False


@dataclass(frozen=True, slots=True)
class Gathered:
    """A paragraph's text, its marks in the order they open, where each comes from, and what is never translated."""

    span: Span
    text: str
    marks: tuple[Mark, ...]
    verbatim: tuple[Span, ...]
    origins: tuple[Origin, ...]


def gathered(pieces: Sequence[Piece], source: str) -> Gathered | None:
    """The passage that these pieces make; None if there is nothing to translate. `source` is the file's text."""
    found, partners = _matched(pieces)
    first, last = _trimmed(found, partners, source)
    if first > last:
        return None
    text, verbatim = "", list[Span]()
    stretches: list[tuple[int, int]] = []
    origins: list[Origin] = []
    opened: dict[int, int] = {}  # piece that opens: number of its mark
    for number in range(first, last + 1):
        piece = found[number]
        parents = frozenset(opened.values())
        if piece.role is Role.TEXT:
            text += _joined(text, nfc(piece.text))
        elif piece.role is Role.COPIED:
            start = len(text)
            text += piece.text
            verbatim.append(Span(start, len(text)))
            stretches.append((start, len(text)))
            origins.append(Origin(piece, None, parents))
        elif piece.role is Role.VOID:
            text += _joined(text, piece.text)
            stretches.append((len(text), len(text)))
            origins.append(Origin(piece, None, parents, _is_spaced(text, found, number + 1)))
        elif piece.role is Role.OPEN:
            opened[number] = len(origins)
            stretches.append((len(text), -1))
            close = partners[number]
            spaced = _is_empty(found, number, close) and _is_spaced(text, found, close + 1)
            origins.append(Origin(piece, found[close], parents, spaced))
        else:
            mark = opened.pop(partners[number])
            stretches[mark] = (stretches[mark][0], len(text))
    end = max([len(text.rstrip()), *(span.end for span in verbatim)])
    text = text[:end]
    if not has_words(text, verbatim):
        return None
    marks = tuple(
        Mark(_stretch(text, start, stop), origin.piece.kind, origin.piece.data or origin.piece.span.of(source))
        for (start, stop), origin in zip(stretches, origins, strict=True)
    )
    taken = {place for span in verbatim for place in range(span.start, span.end)}
    more = (span for span in copied(text) if taken.isdisjoint(range(span.start, span.end)))
    span = Span(_start(found[first], source), _end(found[last], source))
    return Gathered(span, text, marks, tuple(sorted([*verbatim, *more])), tuple(origins))


def _matched(pieces: Sequence[Piece]) -> tuple[list[Piece], dict[int, int]]:
    """Pieces and the partners of tags; a tag without a partner has no width, and neighbouring words are one piece."""
    found: list[Piece] = []
    for piece in pieces:
        before = found[-1] if found else None
        if before and before.role is piece.role is Role.TEXT and before.span.end == piece.span.start:
            joined = Span(before.span.start, piece.span.end)
            found[-1] = replace(before, span=joined, text=before.text + piece.text, fixed=before.fixed or piece.fixed)
        else:
            found.append(piece)
    partners: dict[int, int] = {}
    stack: list[int] = []
    for number, piece in enumerate(found):
        if piece.role is Role.OPEN:
            stack.append(number)
        elif piece.role is Role.CLOSE and any(found[other].name == piece.name for other in stack):
            while found[stack[-1]].name != piece.name:
                stack.pop()
            partners[number] = stack.pop()
            partners[partners[number]] = number
    tags = {Role.OPEN, Role.CLOSE}
    lone = [n for n, piece in enumerate(found) if piece.role in tags and n not in partners]
    for number in lone:
        found[number] = replace(found[number], role=Role.VOID)
    return found, partners


def _trimmed(found: Sequence[Piece], partners: dict[int, int], source: str) -> tuple[int, int]:
    """The first and the last piece of the passage: what can stay outside does."""
    first, last = 0, len(found) - 1
    while first <= last:
        if _is_loose(found[first]):
            first += 1
        elif _is_loose(found[last]):
            last -= 1
        elif found[first].role is Role.OPEN and partners[first] == last and not found[first].fixed:
            first, last = first + 1, last - 1
        elif found[first].role is Role.OPEN and not found[first].fixed and _is_empty(found, first, partners[first]):
            first = partners[first] + 1
        elif found[last].role is Role.CLOSE and not found[last].fixed and _is_empty(found, partners[last], last):
            last = partners[last] - 1
        else:
            break
    return first, last


def _is_loose(piece: Piece) -> bool:
    return not piece.fixed and (piece.role is Role.VOID or (piece.role is Role.TEXT and not piece.text.strip()))


def _is_empty(found: Sequence[Piece], first: int, last: int) -> bool:
    """Whether nothing between two tags has words, so that both can stay outside."""
    words = {Role.TEXT, Role.COPIED}
    inside = found[first : last + 1]
    return not any(piece.fixed or (piece.role in words and piece.text.strip()) for piece in inside)


def _is_spaced(text: str, found: Sequence[Piece], after: int) -> bool:
    """Whether blanks stand on both sides of what has no words."""
    return text.endswith(" ") and after < len(found) and found[after].text[:1].isspace()


def _joined(before: str, text: str) -> str:
    """What is added to a passage: blanks as one space, and none at its beginning or after another."""
    text = re.sub(r"\s+", " ", text)
    return text.lstrip() if not before or before.endswith(" ") else text


def _stretch(text: str, start: int, stop: int) -> Span:
    """A stretch of the text without the blanks it once ended with."""
    start, stop = min(start, len(text)), min(stop, len(text))
    inside = bare(text, start, stop)
    return inside if len(inside) else Span(start, start)


def _start(piece: Piece, source: str) -> int:
    raw = piece.span.of(source)
    return piece.span.end - len(raw.lstrip()) if piece.role is Role.TEXT else piece.span.start


def _end(piece: Piece, source: str) -> int:
    raw = piece.span.of(source)
    return piece.span.start + len(raw.rstrip()) if piece.role is Role.TEXT else piece.span.end
