"""Markdown: headings, paragraphs, list items, quotes and table cells as passages.

Front matter, code blocks, HTML blocks, link definitions and rules are left as they are. A passage
whose text changed is written as one line (its own line breaks were only layout), except where the
author broke the line on purpose; what stood before it on the line (`> `, `- `, `## `) stays.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Iterator
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.markdown_inline import parser, read_inline, read_tokens, write_inline
from translit.documents.stretches import LINE, StretchDocument
from translit.documents.tags import DEEPEST
from translit.errors import DocumentError
from translit.passages import Passage, Span
from translit.verbatim import has_words

if TYPE_CHECKING:
    from markdown_it.token import Token

_FRONT = re.compile(
    r"(---|\+\+\+)[ \t]*(?:\r\n|\r|\n)(?:.*?(?:\r\n|\r|\n))??(?:\1|\.\.\.)[ \t]*(?:\r\n|\r|\n|\Z)", re.S
)
_PREFIX = re.compile(r"\[[ xX]\]\s+|\[\^[^\]\s]+\]:\s+")  # a task's box; a footnote's label
_STARTS = re.compile(
    r"(?:#{1,6}(?=\s|$)|>|[-+*](?=\s|$)|~~~|=+\s*$|-+\s*$|(?:[*_]\s*){3,}$"
    r"|\[[^\]]*\]:|\[[ xX]\]\s|```(?!.*`)|<(?=[!?]))"
)
_NUMBER = re.compile(r"(\d{1,9})([.)])(?=\s|$)")


@dataclass(frozen=True, slots=True)
class _Place:
    """Where a passage stands: `kind` is 'line' for paragraphs, 'heading' or 'cell'.

    `ending` and `indent` go between its lines if the author broke them on purpose.
    """

    span: Span
    kind: str
    ending: str = "\n"
    indent: str = ""


class MarkdownDocument(StretchDocument[_Place]):
    """A Markdown file; see `translit.documents.Document`."""

    def __init__(self, source: Decoded) -> None:
        self._env: dict[str, Any] = {}
        super().__init__(source, self._read(source))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        inline = write_inline(new.text, new.marks, self._env).strip()
        if place.kind == "cell":
            return " ".join(inline.split("\n")).replace("|", "\\|")
        if place.kind == "heading":
            return re.sub(r"(?:^|(?<=\s))(?=#+$)", r"\\", " ".join(inline.split("\n")))
        lines = [_NUMBER.sub(r"\1\\\2", line, count=1) if _NUMBER.match(line) else line for line in inline.split("\n")]
        lines = ["\\" + line if _STARTS.match(line) else line for line in lines]
        return (place.ending + place.indent).join(lines)

    def _read(self, source: Decoded) -> Iterator[tuple[_Place, Passage]]:
        text = source.text.replace("\0", "\ufffd")  # as the parser does; nothing moves
        front = _FRONT.match(text)
        lines = [match for match in LINE.finditer(text, front.end() if front else 0) if match.group()]
        tokens = parser().parse("\n".join(line.group().rstrip("\r\n") for line in lines), self._env)
        number = 0
        for place, token in self._placed(tokens, lines):
            content, span = token.content, place.span
            prefix = _PREFIX.match(content) if place.kind == "line" else None
            if prefix is not None and "\n" not in prefix.group():
                content, span = content[prefix.end() :], Span(span.start + prefix.end(), span.end)
                inline = read_inline(content, self._env)
            else:
                inline = read_tokens(content, token.children or [])
            if inline.depth > DEEPEST:
                line = text.count("\n", 0, span.start) + 1
                raise DocumentError(f"more than {DEEPEST} tags stand one in another", self.path, line)
            if has_words(inline.text, inline.verbatim):
                number += 1
                kept = _Place(span, place.kind, place.ending, place.indent)
                yield kept, Passage(f"p{number}", inline.text, inline.marks, inline.verbatim)

    def _placed(self, tokens: list[Token], lines: list[re.Match[str]]) -> Iterator[tuple[_Place, Token]]:
        """Every inline token, and where it stands in the file."""
        row: list[Token] = []
        for before, token in itertools.pairwise(tokens):
            if token.type == "tr_close":
                yield from _cells(row, lines)
                row = []
            if token.type != "inline" or token.map is None:
                continue
            if before.type in ("th_open", "td_open"):
                row.append(token)
            elif token.content.strip():
                yield self._line_place(before, token, lines), token

    def _line_place(self, before: Token, token: Token, lines: list[re.Match[str]]) -> _Place:
        first, last = (token.map or [0, 1])[0], (token.map or [0, 1])[1] - 1
        contents = token.content.strip().split("\n")
        is_hash = before.type == "heading_open" and before.markup.startswith("#")
        # a paragraph's line ends with its content; before it stand quote signs, list signs and blanks
        start = _hash_start(lines[first].group(), contents[0]) if is_hash else _start(lines[first].group(), contents[0])
        last = first + len(contents) - 1
        end = _start(lines[last].group(), contents[-1]) if last > first else start
        if start < 0 or end < 0:
            raise DocumentError("this line of Markdown could not be read", self.path, first + 1)
        span = Span(lines[first].start() + start, lines[last].start() + end + len(contents[-1].strip()))
        if last == first:
            return _Place(span, "heading" if is_hash else "line")
        second = lines[first + 1].group()
        indent = second[: max(0, _start(second, contents[1]))]
        bare = lines[first].group()
        return _Place(span, "line", bare[len(bare.rstrip("\r\n")) :], indent)


def _start(line: str, content: str) -> int:
    bare = content.strip()
    return len(line.rstrip()) - len(bare) if line.rstrip().endswith(bare) else -1


def _hash_start(line: str, content: str) -> int:
    match = re.search(r"#{1,6}[ \t]+(?=" + re.escape(content.strip()) + ")", line)
    return match.end() if match else -1


def _cells(row: list[Token], lines: list[re.Match[str]]) -> Iterator[tuple[_Place, Token]]:
    """The cells of a table row; a pipe inside one is written with a backslash."""
    if not row or row[0].map is None:
        return
    line = lines[row[0].map[0]]
    bounds = [-1, *(match.start() for match in re.finditer(r"(?<!\\)\|", line.group())), len(line.group())]
    pieces = [Span(start + 1, end) for start, end in itertools.pairwise(bounds)]
    raws = [token.content.strip().replace("|", "\\|") for token in row]
    # without a pipe at its beginning, the row's first cell stands before the first pipe
    first = 0 if raws[0] and pieces[0].of(line.group()).rstrip().endswith(raws[0]) else 1
    for raw, token, piece in zip(raws, row, pieces[first:], strict=False):
        start = _start(piece.of(line.group()), raw)
        if raw and start >= 0:
            begin = line.start() + piece.start + start
            yield _Place(Span(begin, begin + len(raw)), "cell"), token
