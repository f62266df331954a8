"""Subtitles (.srt, .vtt): what is said as passages; numbers, times, styles and notes stay.

A sentence that goes on in the next cue is one passage; the border between the cues is a mark, which
travels along the alignment like any other, so each cue says what it said. A cue that would stay
empty gets its share of the words by length. Lines that begin with a dash are two speakers: a passage each.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import escape, unescape

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.loose_tags import LooseTags, loose_pieces
from translit.documents.pieces import Gathered, Piece, Role, gathered
from translit.documents.stretches import LINE, StretchDocument
from translit.documents.weaving import woven
from translit.errors import DocumentError
from translit.passages import Mark, Passage, Span

_TIME = r"(?:\d+:)?\d{1,2}:\d{2}[.,]\d{1,3}"
_TIMING = re.compile(rf"\s*{_TIME}\s*-->\s*{_TIME}")
_DASH = re.compile(r"\s*(?:<[^<>]*>|\{[^{}]*\})*\s*[-–—‐]\s*")
_TAGS = re.compile(r"<[^<>]*>|\{\\[^{}]*\}")
_BORDER = "\x00"
_WIDTH, _LINES = 42, 2  # a line of a subtitle, in characters; lines that a cue usually has
_LONGEST = 6  # cues that are taken together


@dataclass(frozen=True, slots=True)
class _Cue:
    """The stretches of the lines of a cue."""

    lines: tuple[Span, ...]

    @property
    def span(self) -> Span:
        return Span(self.lines[0].start, self.lines[-1].end)


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    paragraph: Gathered
    cues: tuple[_Cue, ...]


class SubtitleDocument(StretchDocument[_Place]):
    """A file of subtitles; see `translit.documents.Document`. `web` reads WebVTT, where & and < are escaped."""

    def __init__(self, source: Decoded, *, web: bool = False) -> None:
        self._web = web
        super().__init__(source, self._read(source))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        write = (lambda text: escape(text, quote=False)) if self._web else str
        spelling = _Cues(self._source.text, place.paragraph, write)
        parts = woven(_clean(new), place.paragraph, spelling, self.path).split(_BORDER)
        if not all(_TAGS.sub("", part).strip() for part in parts):
            shared = _shared(_clean(new), place, self._source.text)
            parts = woven(shared, place.paragraph, spelling, self.path).split(_BORDER)
        text = self._source.text
        ending = "\r\n" if "\r\n" in text else "\n"
        written = ending.join(_wrapped(parts[0], len(place.cues[0].lines)))
        borders = [origin.piece for origin in place.paragraph.origins if origin.piece.kind == "cue"]
        for border, part, cue in zip(borders, parts[1:], place.cues[1:], strict=True):
            written += border.span.of(text) + ending.join(_wrapped(part, len(cue.lines)))
        return written

    def _read(self, source: Decoded) -> Iterator[tuple[_Place, Passage]]:
        cues = list(_cues(source.text))
        if not cues and not _TIMING.search(source.text):
            raise DocumentError("there are no times in this file, so it is no file of subtitles", source.path)
        number = 0
        for group in _groups(cues, source.text):
            paragraph = gathered(list(self._pieces(group, source.text)), source.text)
            if paragraph is not None:
                number += 1
                kept = tuple(cue for cue in group if cue.span.overlaps(paragraph.span))
                place = _Place(paragraph.span, paragraph, kept)
                yield place, Passage(f"p{number}", paragraph.text, paragraph.marks, paragraph.verbatim)

    def _pieces(self, group: list[_Cue], text: str) -> Iterator[Piece]:
        for number, cue in enumerate(group):
            if number:
                border = Span(group[number - 1].span.end, cue.span.start)
                yield Piece(Role.VOID, border, " ", kind="cue", fixed=True)
            for before, line in zip((None, *cue.lines), cue.lines, strict=False):
                if before is not None:
                    yield Piece(Role.TEXT, Span(before.end, line.start), " ")
                yield from loose_pieces(text, line, unescape if self._web else str)


class _Cues(LooseTags):
    """As `LooseTags`, with a sign where one cue ends and the next begins."""

    def alone(self, number: int) -> str:
        if self.paragraph.origins[number].piece.kind == "cue":
            return _BORDER
        return self.opening(number)


def _clean(new: Translated) -> Translated:
    return replace(new, text=re.sub(r"[\x00\r\n]", " ", new.text))


def _cues(text: str) -> Iterator[_Cue]:
    """The lines of every cue; what else the file holds is passed over."""
    lines: list[Span] = []
    inside = False
    for match in LINE.finditer(text):
        line = match.group().rstrip("\r\n")
        if _TIMING.match(line):
            # without the blank line that should part two cues, the number before the time is no words
            lines = lines[:-1] if lines and lines[-1].of(text).strip().isdigit() else lines
            if lines:
                yield _Cue(tuple(lines))
            inside, lines = True, []
        elif not line.strip():
            if lines:
                yield _Cue(tuple(lines))
            inside, lines = False, []
        elif inside:
            lines.append(Span(match.start(), match.start() + len(line.rstrip())))
    if lines:
        yield _Cue(tuple(lines))


def _groups(cues: list[_Cue], text: str) -> Iterator[list[_Cue]]:
    """Cues that a sentence runs through, together; two speakers in one cue, apart."""
    group: list[_Cue] = []
    for cue in cues:
        speakers = [line for line in cue.lines if _DASH.match(line.of(text))]
        if len(speakers) > 1 and speakers[0] == cue.lines[0]:
            if group:
                yield group
            group = []
            starts = [*(cue.lines.index(line) for line in speakers), len(cue.lines)]
            for first, after in itertools.pairwise(starts):
                lines = cue.lines[first:after]
                dash = _DASH.match(lines[0].of(text))
                yield [_Cue((Span(lines[0].start + (dash.end() if dash else 0), lines[0].end), *lines[1:]))]
            continue
        if group and not (len(group) < _LONGEST and _goes_on(group[-1], cue, text)):
            yield group
            group = []
        group.append(cue)
    if group:
        yield group


def _goes_on(before: _Cue, after: _Cue, text: str) -> bool:
    """Whether a sentence of one cue ends in the next: no end here, small letters there."""
    head = _TAGS.sub("", before.span.of(text)).rstrip(" \"'»”)")
    tail = _TAGS.sub("", after.span.of(text)).lstrip(" …")
    return bool(head.strip()) and not head.endswith((".", "!", "?", "…", ":", "♪", "]")) and tail[:1].islower()


def _shared(new: Translated, place: _Place, source: str) -> Translated:
    """The text with the borders moved so that each cue has its share of the words."""
    lengths = [len(cue.span) for cue in place.cues]
    spaces = [match.end() for match in re.finditer(r"\s+(?=\S)", new.text)]
    edges, done, least = [], 0, 0
    for number, length in enumerate(lengths[:-1]):
        done += length
        wanted = len(new.text) * done / sum(lengths)
        left = len(lengths) - 2 - number  # borders that still need a space after this one
        choice = [space for space in spaces[: len(spaces) - left or None] if space > least]
        least = min(choice, key=lambda space: abs(space - wanted)) if choice else len(new.text)
        edges.append(least)
    borders = iter(edges)
    marks = tuple(
        Mark(Span(edge, edge), mark.kind, mark.data)
        if mark.kind == "cue" and (edge := next(borders, len(new.text))) >= 0
        else mark
        for mark in new.marks
    )
    return Translated(new.text, marks)


def _wrapped(text: str, lines: int) -> list[str]:
    """A cue in as few lines as fit, at least as many as it had, of about one length; tags have no width."""
    words = _TAGS.sub(lambda tag: tag.group().replace(" ", _BORDER), text).split()
    widths = [len(_TAGS.sub("", word)) for word in words]
    total = sum(widths) + len(words) - 1
    if total <= _WIDTH and lines == 1:
        return [" ".join(words).replace(_BORDER, " ")]
    count = max(min(lines, _LINES), -(-total // _WIDTH))
    wrapped: list[str] = []
    line, width, done = list[str](), 0, 0
    for word, length in zip(words, widths, strict=True):
        goal = (total - done) / max(1, count - len(wrapped))
        if line and len(wrapped) < count - 1 and width + length / 2 > goal:
            wrapped.append(" ".join(line))
            done += width
            line, width = [], 0
        line.append(word)
        width += length + 1
    return [one.replace(_BORDER, " ") for one in (*wrapped, " ".join(line)) if one] or [""]
