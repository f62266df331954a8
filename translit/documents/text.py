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
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path

from translit.documents import Translated
from translit.documents.changes import checked
from translit.documents.decoding import Decoded
from translit.documents.writing import write_beside
from translit.letters import nfc
from translit.passages import Passage, Span
from translit.verbatim import copied, has_words

# str.splitlines would also break at form feeds and U+2028, which are no line endings of a file
_LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")
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


class TextDocument:
    """A plain text file; see `translit.documents.Document`."""

    def __init__(self, source: Decoded) -> None:
        self._source = source
        self.path = source.path
        self.encoding_note = source.note
        self._places = tuple(_places(source.text))
        self.passages = tuple(_passage(number, place, source.text) for number, place in enumerate(self._places, 1))

    def render(self, translated: Mapping[str, str | Translated]) -> bytes:
        """The file with these texts in place; see `Document.render`."""
        changed = checked(self.passages, translated, self.path)
        text, done = self._source.text, 0
        parts: list[str] = []
        for passage, place in zip(self.passages, self._places, strict=True):
            if passage.id in changed:
                parts += text[done : place.span.start], _laid_out(changed[passage.id].text, place)
                done = place.span.end
        data, self.encoding_note = self._source.encode("".join([*parts, text[done:]]))
        return data

    def write(
        self, path: Path | str, translated: Mapping[str, str | Translated], *, replace_source: bool = False
    ) -> None:
        """Render into a file; see `Document.write`."""
        write_beside(Path(path), self.render(translated), source=self.path, replace_source=replace_source)


def _passage(number: int, place: _Place, source: str) -> Passage:
    text = nfc(" ".join(place.span.of(source).split()))
    return Passage(f"p{number}", text, verbatim=copied(text))


def _laid_out(text: str, place: _Place) -> str:
    """A new text in the shape of the old one: one line, or lines of the same width and indent."""
    text = _BREAKS.sub(" ", text).strip()
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
    for match in _LINE.finditer(text):
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
