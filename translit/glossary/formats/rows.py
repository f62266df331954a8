"""A glossary as a table, CSV or TSV in UTF-8: one entry a row.

With a header the columns are languages by BCP-47 tag, in any order, and any of these:

    kind          term (default), place, organisation, person, keep (or do-not-translate)
    case          exact if letter case must match; kept if, besides, a translation has the entry's own capitals
    match         exact, case-insensitive, lemma or regex; by default persons in the Latin script and kept words
                  are found whatever their capitals, all else by lemma
    pos           noun, proper noun, verb, adjective, adverb or other
    gender        masculine, feminine or neuter
    number        singular or plural, of words that have no other
    indeclinable  yes, or the tags of the languages in which it is
    domain        such as law
    priority      a whole number; the higher wins
    note, origin  for people (also read: description)

    en,ru,kind
    Independence Square,площадь Независимости,place
    Belarus,Беларусь | ~Республика Беларусь | !Белоруссия,place

Several wordings share a cell as `formats.cells` says. Without a header a file has two columns, source and target,
literally, and their languages are given by the caller; or four, with the languages of each row in the last two.
Comma, semicolon and tab are told apart by themselves.
"""

from __future__ import annotations

import csv
import io
from collections.abc import Iterable, Iterator
from contextlib import suppress
from pathlib import Path

from translit.errors import GlossaryError, Problem, quoted
from translit.glossary.entry import Entry, Target
from translit.glossary.formats.building import GRAMMAR, OPTIONS, Raw, Reading, build
from translit.glossary.formats.cells import read_cell, write_cell
from translit.glossary.formats.decoding import decode, read_bytes
from translit.glossary.formats.tags import tag_of, unknown

_COLUMNS = (*OPTIONS, *GRAMMAR)
_ALSO = {"description": "note", "source": "source", "target": "target"}  # the last two: as other tools head them
_Rows = list[tuple[int, list[str]]]


def read_table(path: Path, wanted: tuple[str, ...]) -> Reading:
    """Read a table; `wanted` holds the tags of a plain file's columns, source first, or nothing.

    Raises GlossaryError if nothing in it can be told from anything else.
    """
    rows = list(_rows(decode(read_bytes(path), path), path))
    if not rows:
        raise GlossaryError("the glossary is empty; write one entry a row", path)
    return build(_raws(rows, wanted, path), path)


def write_table(entries: Iterable[Entry], delimiter: str) -> bytes:
    """The entries with a header; a column only where some entry has something to put there."""
    listed = list(entries)
    tags = list(dict.fromkeys(tag for entry in listed for tag in entry.terms))
    said = {id(entry): _said(entry) for entry in listed}
    options = [name for name in OPTIONS if any(said[id(entry)][name] for entry in listed)]
    out = io.StringIO(newline="")
    writer = csv.writer(out, delimiter=delimiter, lineterminator="\n")
    writer.writerow([*tags, *options])
    for entry in listed:
        cells = [write_cell(entry.terms.get(tag, ())) for tag in tags]
        writer.writerow([*cells, *(said[id(entry)][name] for name in options)])
    return out.getvalue().encode()


def write_plain(pairs: Iterable[tuple[str, str]], delimiter: str) -> bytes:
    """Two columns without a header, as other tools take them."""
    out = io.StringIO(newline="")
    csv.writer(out, delimiter=delimiter, lineterminator="\n").writerows(pairs)
    return out.getvalue().encode()


def _said(entry: Entry) -> dict[str, str]:
    return {
        "kind": "" if entry.kind == "term" else str(entry.kind),
        "case": entry.case,
        "match": str(entry.match),
        "domain": entry.domain,
        "priority": str(entry.priority or ""),
        "note": entry.note,
        "origin": entry.origin,
    }


def _rows(text: str, path: Path) -> Iterator[tuple[int, list[str]]]:
    """(line of its beginning, cells) of every row that is not empty."""
    delimiter = "\t" if path.suffix.lower() in (".tsv", ".tab") else _delimiter(text)
    reader = csv.reader(io.StringIO(text, newline=""), delimiter=delimiter)
    line = 1
    try:
        for cells in reader:
            if any(cell.strip() for cell in cells):
                yield line, cells
            line = reader.line_num + 1
    except csv.Error as error:
        raise GlossaryError(f"the rows cannot be told apart ({error}); look for a quote that never ends", path, line) \
            from error  # fmt: skip


def _delimiter(text: str) -> str:
    """Tab, semicolon or comma: the one that gives most of the first rows the same two columns or more."""
    best, most = ",", 0
    for candidate in ("\t", ";", ","):
        widths: list[int] = []
        reader = csv.reader(io.StringIO(text, newline=""), delimiter=candidate)
        with suppress(csv.Error):  # said by whoever reads the rows
            widths += (len(cells) for _, cells in zip(range(50), reader, strict=False) if cells)
        same = sum(width == widths[0] for width in widths) if widths and widths[0] > 1 else 0
        if same > most:
            best, most = candidate, same
    return best


def _raws(rows: _Rows, wanted: tuple[str, ...], path: Path) -> Iterator[Raw | Problem]:
    line, first = rows[0]
    names = [_column(cell) for cell in first]
    if names[:2] == ["source", "target"]:
        names = [*(wanted or (None, None)), *names[2:]]
    told = {name for name in names if name is not None}
    # 'en,ru' or 'en,ru,kind' is a header; 'no,net' among the rows of a plain file is none
    if None not in names and (told & {*_COLUMNS, *wanted} or not wanted):
        yield from _headed(names, rows, path)
    elif all(len(cells) == 4 and tag_of(cells[2]) and tag_of(cells[3]) for _, cells in rows):
        yield from (Raw(at, {tag_of(cells[2]) or "": [Target(cells[0])], tag_of(cells[3]) or "": [Target(cells[1])]})
                    for at, cells in rows)  # fmt: skip
    elif len(wanted) == 2:
        yield from _plain(rows, wanted, path)
    elif wanted:
        raise GlossaryError("a glossary without a header needs both languages, source and target", path)
    else:
        odd = [cell.strip() for cell, name in zip(first, names, strict=True) if name is None]
        reasons = [unknown(cell) if 1 < len(cell) < 4 else quoted(cell or "(empty)") for cell in odd[:5]]
        raise GlossaryError(
            f"the header has no such column: {'; '.join(reasons)}. Use language tags such as 'en' and "
            f"{', '.join(_COLUMNS)}, or give the languages of two columns without a header (--from, --to)",
            path,
            line,
        )


def _column(cell: str) -> str | None:
    """The name of an option, a language tag, or None."""
    low = cell.strip().lower()
    return low if low in _COLUMNS else _ALSO.get(low) or tag_of(cell)


def _headed(names: list[str | None], rows: _Rows, path: Path) -> Iterator[Raw | Problem]:
    line = rows[0][0]
    columns = [name for name in names if name is not None]
    languages = [name for name in columns if name not in _COLUMNS]
    if twice := sorted({name for name in columns if columns.count(name) > 1}):
        raise GlossaryError(f"the header names {', '.join(map(repr, twice))} more than once", path, line)
    if not languages:
        raise GlossaryError("the header names no language; begin with a row such as en,ru,kind", path, line)
    for at, cells in rows[1:]:
        if len(cells) != len(columns):
            text = f"{len(cells)} columns where {len(columns)} were expected; quote a cell that holds the separator"
            yield Problem(text, path, at)
            continue
        row = dict(zip(columns, cells, strict=True))
        said = {name: row[name].strip() for name in columns if name in _COLUMNS}
        try:
            terms = {tag: read_cell(row[tag]) for tag in languages}
        except ValueError as error:
            yield Problem(str(error), path, at)
            continue
        if not terms[languages[0]] and len(languages) == 2:
            yield Problem(f"the source ({languages[0]}) is empty", path, at)
            continue
        yield Raw(at, terms, said, tuple(row[tag] for tag in languages))


def _plain(rows: _Rows, wanted: tuple[str, ...], path: Path) -> Iterator[Raw | Problem]:
    for at, cells in rows:
        if len(cells) != 2:
            yield Problem(f"{len(cells)} columns where two were expected, source and target", path, at)
        elif not cells[0].strip():
            yield Problem(f"the source ({wanted[0]}) is empty", path, at)
        else:
            yield Raw(at, {tag: [Target(cell)] for tag, cell in zip(wanted, cells, strict=True)})
