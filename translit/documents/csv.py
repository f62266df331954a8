"""Tables (.csv, .tsv): the named columns as passages; separators, quotes and all other cells stay.

A column is named by its title in the first row, which is then no passage, or by its number, from 1;
with numbers alone the first row is a row like any other. A line break in a cell parts two passages.
The standard library's `csv` tells no places, so the cells are found by the rule of RFC 4180.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.stretches import LINE, StretchDocument
from translit.errors import DocumentError
from translit.letters import nfc
from translit.passages import Passage, Span
from translit.verbatim import copied, has_words

_SEPARATORS = ",;\t|"


@dataclass(frozen=True, slots=True)
class _Cell:
    """`span` without its quotes."""

    span: Span
    quoted: bool


@dataclass(frozen=True, slots=True)
class _Place:
    """A line of a cell in quotes, or a whole cell without them, with the blanks on its sides."""

    span: Span
    quoted: bool
    before: str = ""
    after: str = ""


class TableDocument(StretchDocument[_Place]):
    """A table; see `translit.documents.Document`. `columns` are translated; `tabs` says that they part the cells."""

    def __init__(self, source: Decoded, columns: Sequence[str], *, tabs: bool = False) -> None:
        self._separator = "\t" if tabs else _separator(source.text)
        super().__init__(source, self._read(source, columns))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        text = " ".join(new.text.split())
        if place.quoted:
            return text.replace('"', '""')
        text = f"{place.before}{text}{place.after}"
        needs = self._separator in text or text.startswith('"') or ('"' in text and self._separator != "\t")
        return '"' + text.replace('"', '""') + '"' if needs else text

    def _read(self, source: Decoded, columns: Sequence[str]) -> Iterator[tuple[_Place, Passage]]:
        text, number = source.text, 0
        rows = self._rows(text)
        first = next(rows, [])
        titles = [_value(text, cell).strip() for cell in first]
        wanted = self._wanted(columns, titles)
        named = not all(column.isdigit() and column not in titles for column in columns)
        for row in rows if named else (row for rest in ([first], rows) for row in rest):
            for cell in (row[column] for column in wanted if column < len(row)):
                for place in _lines(text, cell):
                    raw = place.span.of(text)
                    words = nfc(" ".join((raw.replace('""', '"') if cell.quoted else raw).split()))
                    if has_words(words, copied(words)):
                        number += 1
                        yield place, Passage(f"p{number}", words, verbatim=copied(words))

    def _wanted(self, columns: Sequence[str], titles: Sequence[str]) -> list[int]:
        """The places of the columns, from 0, in the order of the table."""
        found = []
        for column in columns:
            if column in titles:
                found.append(titles.index(column))
            elif column.isdigit() and 1 <= int(column) <= len(titles):
                found.append(int(column) - 1)
            else:
                known = ", ".join(titles)
                raise DocumentError(f"there is no column {column!r}; name one with --column ({known})", self.path, 1)
        if not found:
            known = ", ".join(titles)
            raise DocumentError(f"the columns to translate are not named; name them with --column ({known})", self.path)
        return sorted(set(found))

    def _rows(self, text: str) -> Iterator[list[_Cell]]:
        separator = re.escape(self._separator)
        quoted = re.compile(rf'"((?:[^"]|"")*+)"(?={separator}|\r|\n|\Z)')
        plain = re.compile(rf"[^{separator}\r\n]*+")
        row: list[_Cell] = []
        place = 0
        while place < len(text):
            match = quoted.match(text, place)
            if match is None and text[place] == '"' and self._separator != "\t":
                line = text.count("\n", 0, place) + 1
                raise DocumentError(
                    "the quote that opens a cell here is not closed before the next cell", self.path, line
                )
            cell = match or plain.match(text, place)
            assert cell is not None
            row.append(_Cell(Span(*cell.span(1 if match else 0)), match is not None))
            place = cell.end()
            if text[place : place + 1] == self._separator:
                place += 1
                if place < len(text):
                    continue
            ending = re.compile(r"\r\n|\r|\n|\Z").match(text, place)
            place = ending.end() if ending else place
            yield row
            row = []


def _separator(text: str) -> str:
    """What stands in most of the first lines, outside of quotes."""
    head = re.sub(r'"[^"]*"', "", text[:20_000]).splitlines()[:50]
    return max(_SEPARATORS, key=lambda sign: (sum(sign in line for line in head), head[0].count(sign) if head else 0))


def _value(text: str, cell: _Cell) -> str:
    return cell.span.of(text).replace('""', '"') if cell.quoted else cell.span.of(text)


def _lines(text: str, cell: _Cell) -> Iterator[_Place]:
    if not cell.quoted:
        raw = cell.span.of(text)
        bare = raw.strip()
        start = raw.find(bare)
        yield _Place(cell.span, False, raw[:start], raw[start + len(bare) :])
        return
    for match in LINE.finditer(text, cell.span.start, cell.span.end):
        raw = match.group().rstrip("\r\n")
        start = match.start() + len(raw) - len(raw.lstrip())
        yield _Place(Span(start, start + len(raw.strip())), True)
