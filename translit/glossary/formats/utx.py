"""UTX: a table of two languages with tabs between its columns, one pair of wordings a row.

The first line names the languages (`#UTX 1.20; en/ru; ...`), the last one that begins with '#' the columns. Rows with
the same concept ID, or without one the same source, are one entry. A term status speaks of the target: approved and
provisional ones are preferred, non-standard ones admitted, forbidden and rejected ones forbidden.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path

from translit.errors import GlossaryError, Problem
from translit.glossary.entry import Entry, Kind, Status, Target
from translit.glossary.formats import particulars
from translit.glossary.formats.building import Raw, Reading, build
from translit.glossary.formats.cells import read_cell, write_cell
from translit.glossary.formats.decoding import decode, numbered_lines, read_bytes
from translit.glossary.formats.tags import tag_of, unknown
from translit.glossary.formats.tbx import SPEECH

_STATUS = {
    "approved": Status.PREFERRED, "provisional": Status.PREFERRED, "non-standard": Status.ADMITTED,
    "forbidden": Status.FORBIDDEN, "rejected": Status.FORBIDDEN,
}  # fmt: skip
_WRITTEN = {Status.PREFERRED: "approved", Status.ADMITTED: "non-standard", Status.FORBIDDEN: "forbidden"}
_SPEECH = {ours: theirs for theirs, ours in SPEECH.items()}
_HEAD = re.compile(r"#\s*UTX[^;]*;\s*([\w-]+)\s*/\s*([\w-]+)", re.IGNORECASE)
# The last three are our own: what a wording or an entry says besides
_COLUMNS = (
    "src", "tgt", "src:pos", "tgt:pos", "term status", "domain", "comment", "origin", "concept ID",
    "src:translit", "tgt:translit", "translit",
)  # fmt: skip


def read_utx(path: Path) -> Reading:
    """Read a UTX file. Raises GlossaryError if it is none."""
    lines = numbered_lines(decode(read_bytes(path), path))
    head = _HEAD.match(lines[0][1]) if lines else None
    if head is None:
        raise GlossaryError("this is no UTX: its first line is no '#UTX 1.20; en/ru; ...'", path, 1)
    tags = [tag_of(written) for written in head.groups()]
    for written, tag in zip(head.groups(), tags, strict=True):
        if tag is None:
            raise GlossaryError(unknown(written), path, 1)
    comments = [text for _, text in lines if text.startswith("#")]
    columns = [name.strip().lower() for name in comments[-1].removeprefix("#").split("\t")]
    if len(comments) < 2 or columns[:2] != ["src", "tgt"]:
        columns = ["src", "tgt", "src:pos"]
    rows = [(number, text) for number, text in lines if text.strip() and not text.startswith("#")]
    if not rows:
        raise GlossaryError("the glossary is empty; write one pair of wordings a row", path)
    return build(_raws(rows, columns, [str(tag) for tag in tags], path), path)


def write_utx(entries: Iterable[Entry], source: str, target: str) -> bytes:
    """The entries that have both languages; what is copied stands for itself."""
    out = [f"#UTX 1.20; {source}/{target}; bidirectional", "#" + "\t".join(_COLUMNS)]
    for number, entry in enumerate(entries, start=1):
        ones, others = entry.terms.get(source, ()), entry.terms.get(target, ())
        if entry.kind is Kind.KEEP:
            ones, others = ones or others, others or ones
        if ones and others:
            out += ("\t".join(row) for row in _rows(entry, number, ones, others))
    return ("\n".join(out) + "\n").encode()


def _rows(entry: Entry, number: int, ones: Sequence[Target], others: Sequence[Target]) -> Iterator[list[str]]:
    pairs = [(ones[0], other) for other in others] + [(one, others[0]) for one in ones[1:]]
    for at, (one, other) in enumerate(pairs):
        first = at == 0
        yield [
            one.text, other.text, _SPEECH.get(one.pos, ""), _SPEECH.get(other.pos, ""), _WRITTEN[other.status],
            entry.domain if first else "", " ".join(entry.note.split()) if first else "",
            " ".join(entry.origin.split()) if first else "", str(number),
            _ours(one), particulars.of_wording(other, "pos"), particulars.of_entry(entry) if first else "",
        ]  # fmt: skip


def _ours(wording: Target) -> str:
    """A source's particulars as a cell with an empty wording before them, for it has a status of its own."""
    sign = write_cell([replace(wording, text="x", pos="")])
    return "" if sign == "x" else sign


def _raws(rows: Sequence[tuple[int, str]], columns: list[str], tags: list[str], path: Path) -> Iterator[Raw | Problem]:
    grouped: dict[str, tuple[int, dict[str, str], dict[str, list[Target]]]] = {}
    for number, text in rows:
        cells = text.split("\t")
        if len(cells) > len(columns) or len(cells) < 2:
            told = f"{len(cells)} columns where {len(columns)} were expected"
            yield Problem(f"{told}, with tabs between them", path, number)
            continue
        row = dict(zip(columns, cells, strict=False))
        if not row["src"].strip() or not row["tgt"].strip():
            yield Problem("a row needs a source and a target", path, number)
            continue
        try:
            one, other = _pair(row)
            said = particulars.read_entry(row.get("translit", ""))
        except ValueError as error:
            yield Problem(str(error), path, number)
            continue
        said |= {name: row.get(column, "") for name, column in
                 (("domain", "domain"), ("note", "comment"), ("origin", "origin"))}  # fmt: skip
        key = row.get("concept id", "").strip() or f"{row['src']}\t{row.get('src:pos', '')}\t{said['domain']}"
        _, told_before, terms = grouped.setdefault(key, (number, said, {tag: [] for tag in tags}))
        told_before |= {name: value for name, value in said.items() if value and not told_before.get(name)}
        for tag, wording in zip(tags, (one, other), strict=True):
            if wording not in terms[tag]:
                terms[tag].append(wording)
    yield from (Raw(number, terms, said) for number, said, terms in grouped.values())


def _pair(row: dict[str, str]) -> tuple[Target, Target]:
    (more,) = read_cell(row.get("src:translit", "")) or (Target("x"),)
    one = replace(more, text=row["src"], pos=SPEECH.get(row.get("src:pos", "").strip(), ""))
    status = _STATUS.get(row.get("term status", "").strip().lower(), Status.PREFERRED)
    other = Target(row["tgt"], status, pos=SPEECH.get(row.get("tgt:pos", "").strip(), ""))
    return one, particulars.read_wording(row.get("tgt:translit", ""), other)
