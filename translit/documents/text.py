"""Plain text: one paragraph a line, or paragraphs wrapped at a width.

A file is taken as wrapped if lines of its blocks (lines between blank lines) end where the next
word would not have fitted any more, and at least half of the lines after such an end go on in
lower case. Then each block is one passage; a new text is wrapped at the width of its block.
Otherwise every line is a passage. A line that begins with a bullet always begins a passage.
"""

from __future__ import annotations

import itertools
import re
import textwrap
from collections.abc import Iterator
from dataclasses import dataclass

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.stretches import LINE, StretchDocument
from translit.letters import nfc
from translit.passages import Passage, Span
from translit.verbatim import copied, has_words

_BULLET = re.compile(r"\s*(?:[-*•·▪]|\d{1,3}[.)])\s+")
_BREAKS = re.compile(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]+")
_NARROWEST, _WIDEST = 40, 100  # a wrapped block's longest line, in characters


@dataclass(frozen=True, slots=True)
class _Line:
    """The stretch of a line without its ending and without blanks on either side; `bullet` is as wide as it is."""

    span: Span
    indent: str
    ending: str
    bullet: int


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage stands; `width` is 0 for a single line."""

    span: Span
    width: int = 0
    ending: str = ""
    indent: str = ""  # of the lines after the first
    lead: str = ""  # what stands before the passage on its first line


class TextDocument(StretchDocument[_Place]):
    """A plain text file; see `translit.documents.Document`."""

    def __init__(self, source: Decoded) -> None:
        super().__init__(source, _read(source.text))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        """A new text in the shape of the old one: one line, or lines of the same width and indent."""
        text = _BREAKS.sub(" ", new.text).strip()
        if not place.width:
            return text
        lines = textwrap.wrap(
            text,
            place.width,
            initial_indent=" " * len(place.lead),
            subsequent_indent=place.indent,
            break_long_words=False,
            break_on_hyphens=False,
        )
        return place.ending.join(lines)[len(place.lead) :]


def _read(text: str) -> Iterator[tuple[_Place, Passage]]:
    for number, place in enumerate(_places(text), 1):
        words = nfc(" ".join(place.span.of(text).split()))
        yield place, Passage(f"p{number}", words, verbatim=copied(words))


def _places(text: str) -> Iterator[_Place]:
    blocks = [block for block in _blocks(text) if has_words(_whole(block).of(text), ())]
    wrapped = _is_wrapped(blocks, text)
    for block in blocks:
        if wrapped and len(block) > 1 and _is_full(block, text):
            first = block[0]
            start = first.span.start + first.bullet
            line_start = first.span.start - len(first.indent)
            width = max(len(line.indent) + len(line.span) for line in block)
            lead = text[line_start:start]
            yield _Place(Span(start, block[-1].span.end), width, first.ending, block[1].indent, lead)
        else:
            for line in block:
                span = Span(line.span.start + line.bullet, line.span.end)
                if has_words(span.of(text), copied(span.of(text))):
                    yield _Place(span)


def _blocks(text: str) -> Iterator[list[_Line]]:
    """Lines that stand together; a blank line ends a block and a bullet begins one."""
    block: list[_Line] = []
    for match in LINE.finditer(text):
        raw = match.group()
        content = raw.rstrip("\r\n")
        bare = content.strip()
        if not bare:
            if block:
                yield block
            block = []
            continue
        indent = content[: len(content) - len(content.lstrip())]
        start = match.start() + len(indent)
        bullet = _BULLET.match(bare)
        if bullet and block:
            yield block
            block = []
        width = bullet.end() if bullet else 0
        block.append(_Line(Span(start, start + len(bare)), indent, raw[len(content) :], width))
    if block:
        yield block


def _whole(block: list[_Line]) -> Span:
    return Span(block[0].span.start, block[-1].span.end)


def _is_full(block: list[_Line], text: str) -> bool:
    """Whether each line but the last is so long that the next line's first word had to go down.

    A fifth of the width is left for people who wrap by hand.
    """
    longest = max(len(line.span) for line in block)
    if not _NARROWEST <= longest <= _WIDEST:
        return False
    return all(
        len(line.span) + 1 + len(after.span.of(text).split(None, 1)[0]) > 0.8 * longest
        for line, after in itertools.pairwise(block)
    )


def _is_wrapped(blocks: list[list[_Line]], text: str) -> bool:
    starts = [
        text[line.span.start] for block in blocks if len(block) > 1 and _is_full(block, text) for line in block[1:]
    ]
    going_on = sum(start.isalpha() and not start.isupper() for start in starts)
    return bool(starts) and 2 * going_on >= len(starts)
