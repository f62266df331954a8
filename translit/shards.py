"""A corpus of articles as shards: JSON Lines or Parquet, a row an article; read a shard at a time, and written so.

A shard is a stretch of bytes of a JSON Lines file, to which each line belongs that begins in it, or some rows of a
Parquet file. Nobody has to read a file to its end to know its shards, and each can be read by itself. What is written
is the rows as they were, each with one field more; a line that is no article stays as it is.
"""

from __future__ import annotations

import json
import math
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit.documents.decoding import Decoded
from translit.documents.jsonl import JsonLinesDocument
from translit.errors import DocumentError, UsageError

# the field that a row gets
ADDED = "translit"
# a shard of JSON Lines is so many bytes, one of Parquet so many rows: some minutes of one core
BYTES, ROWS = 1_000_000, 300
_LINES, _TABLE = (".jsonl", ".ndjson"), ".parquet"


@dataclass(frozen=True, slots=True)
class Shard:
    """Bytes of a JSON Lines file or rows of a Parquet file, from `start` up to `end`; `place` is that of its result."""

    file: str
    start: int
    end: int
    place: str


@dataclass(frozen=True, slots=True)
class Article:
    """A row: its bytes as they stand ('' in Parquet), its text as a document, or else what is wrong with it.

    closed  whether nothing can be added to it, for it is no JSON object or has the field already
    """

    line: bytes
    document: JsonLinesDocument | None
    problem: str = ""
    closed: bool = False


def planned(corpus: Path, result: Path, size: int = 0) -> list[Shard]:
    """The shards of a corpus, in its order; what lies in the result's folder is none of it."""
    known = (*_LINES, _TABLE)
    files = [corpus]
    if corpus.is_dir():
        inside = (path for path in sorted(corpus.rglob("*")) if path.suffix in known)
        files = [path for path in inside if result.resolve() not in path.resolve().parents]
    if not files:
        raise UsageError(f"there are no articles in {corpus}: no file ends in {', '.join(known)}")
    shards: list[Shard] = []
    for path in files:
        if path.suffix not in known:
            raise DocumentError(f"a corpus is a file that ends in {', '.join(known)}, or a folder of them", path)
        stem = path.relative_to(corpus) if corpus.is_dir() else Path(path.name)
        whole, own = _length(path), size or (ROWS if path.suffix == _TABLE else BYTES)
        for number in range(math.ceil(whole / own)):
            place = stem.with_name(f"{stem.name}.{number:06}{stem.suffix}")
            shards.append(Shard(str(path), number * own, min(whole, (number + 1) * own), str(place)))
    return shards


def _length(path: Path) -> int:
    try:
        if path.suffix != _TABLE:
            return path.stat().st_size
        import pyarrow.parquet as parquet

        return int(parquet.ParquetFile(path).metadata.num_rows)
    except (OSError, ValueError) as fault:
        raise DocumentError(f"this cannot be read: {getattr(fault, 'strerror', None) or fault}", path) from fault


def articles(shard: Shard, fields: Sequence[str]) -> Iterator[Article]:
    """The rows of a shard; `fields` of them are text. Raises DocumentError for a Parquet file that has our column."""
    if shard.place.endswith(_TABLE):
        for row in _rows(shard).to_pylist():
            yield _article(b"", row, fields)
        return
    for line in _lines(shard):
        try:
            row = json.loads(line) if line.strip() else None
        except (ValueError, RecursionError) as fault:
            yield Article(line, None, f"this line is no JSON ({fault})", closed=True)
            continue
        if not line.strip():
            yield Article(line, None, closed=True)
        elif not isinstance(row, dict) or ADDED in row:
            why = f"it has a field {ADDED!r} already" if isinstance(row, dict) else "this line is no JSON object"
            yield Article(line, None, why, closed=True)
        else:
            yield _article(line, row, fields)


def _article(line: bytes, row: Mapping[str, Any], fields: Sequence[str]) -> Article:
    """The text fields of a row as a document of their own."""
    texts = {name: row[name] for name in fields if isinstance(row.get(name), str)}
    if not texts:
        return Article(line, None, f"there is no text in {' or '.join(fields)}; its fields are {', '.join(row)}")
    try:
        whole = Decoded(json.dumps(texts))
        return Article(line, JsonLinesDocument(whole, tuple(texts)))
    except DocumentError as fault:
        return Article(line, None, str(fault))


def _lines(shard: Shard) -> Iterator[bytes]:
    """The lines that begin in the shard, with their ends."""
    with Path(shard.file).open("rb") as file:
        if shard.start:
            file.seek(shard.start - 1)
            file.readline()  # the rest of a line that began before
        while file.tell() < shard.end and (line := file.readline()):
            yield line


def _rows(shard: Shard) -> Any:
    """The rows of a shard as a table; only the row groups they are in are read."""
    import pyarrow.parquet as parquet

    file = parquet.ParquetFile(shard.file)
    groups: list[int] = []
    first = at = 0
    for number in range(file.metadata.num_row_groups):
        rows = file.metadata.row_group(number).num_rows
        if at < shard.end and at + rows > shard.start:
            first = first if groups else at
            groups.append(number)
        at += rows
    table = file.read_row_groups(groups).slice(shard.start - first, shard.end - shard.start)
    if ADDED in table.column_names:
        raise DocumentError(f"it has a column {ADDED!r} already", Path(shard.file))
    return table


def written(
    shard: Shard, rows: Sequence[Article], added: Sequence[Mapping[str, Any] | None], fields: Sequence[str]
) -> bytes:
    """A shard with what its rows get: 'translation' (by field), 'decisions', 'confidence' and 'problem', or None."""
    return _with_column(shard, added, fields) if shard.place.endswith(_TABLE) else _with_field(rows, added)


def _with_field(rows: Sequence[Article], added: Sequence[Mapping[str, Any] | None]) -> bytes:
    """The lines as they stand, each with its field before the closing brace."""
    lines = []
    for article, new in zip(rows, added, strict=True):
        body = article.line.rstrip()
        if new is not None:
            before = body[:-1].rstrip()
            comma = b"" if before.endswith(b"{") else b", "
            body = before + comma + _json({ADDED: new})[1:]
        lines.append(body + article.line[len(article.line.rstrip()) :])
    return b"".join(lines)


def _json(value: Any) -> bytes:
    try:
        return json.dumps(value, ensure_ascii=False).encode()
    except UnicodeEncodeError:  # half of a surrogate pair
        return json.dumps(value).encode()


def _with_column(shard: Shard, added: Sequence[Mapping[str, Any] | None], fields: Sequence[str]) -> bytes:
    """The rows as they are, with a column of structures."""
    import pyarrow as arrow
    import pyarrow.parquet as parquet

    words = ("action", "passage", "source", "before", "after", "reason", "entry", "outcome")
    span = arrow.list_(arrow.int64())
    decision = [*((name, arrow.string()) for name in words), ("span", span), ("sentence", arrow.int64()), ("at", span)]
    kind = arrow.struct(
        [
            ("translation", arrow.struct([(name, arrow.string()) for name in fields])),
            ("decisions", arrow.list_(arrow.struct(decision))),
            ("confidence", arrow.float64()),
            ("problem", arrow.string()),
        ]
    )
    sink = arrow.BufferOutputStream()
    parquet.write_table(_rows(shard).append_column(ADDED, arrow.array(added, kind)), sink)
    return bytes(sink.getvalue())
