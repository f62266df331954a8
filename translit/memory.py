"""What engines said before, and what people wrote: a translation memory.

A draft is kept under everything its call depends on: the engine's signature, the sentence as it was sent
(with the terms it was shown), its beginning, the words it had to do without, the width of the search and how many
rivals. Finding, placing and reconciling are always done anew by the code of today, so nothing
here goes stale: another model, glossary or beam asks under another key.

The memory is one sqlite file in the user's cache. Several runs may use it at once, and one that is killed
leaves it whole. It holds the sentences of the texts, so only its owner may read it.
"""

from __future__ import annotations

import json
import os
import sqlite3
import zlib
from collections.abc import Iterable, Iterator, Sequence
from contextlib import suppress
from dataclasses import dataclass
from hashlib import blake2b
from pathlib import Path
from threading import Lock
from typing import Any

from translit.errors import RecallError
from translit.passages import Draft, Span

_TABLES = """
CREATE TABLE IF NOT EXISTS models (id INTEGER PRIMARY KEY, signature TEXT UNIQUE, source TEXT, target TEXT);
CREATE TABLE IF NOT EXISTS drafts (
    key BLOB PRIMARY KEY, model INTEGER, said BLOB,
    sentence TEXT, text TEXT  -- of plain calls only, without terms shown to the model: what `pairs` gives
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS given (
    source TEXT, target TEXT, sentence TEXT, text TEXT, PRIMARY KEY (source, target, sentence)
) WITHOUT ROWID;
CREATE TABLE IF NOT EXISTS imports (number INTEGER PRIMARY KEY, digest TEXT);
CREATE TABLE IF NOT EXISTS weights (key BLOB PRIMARY KEY, weight REAL) WITHOUT ROWID;
"""
# how long one run waits for another that is writing, seconds
_PATIENCE = 30
_AT_ONCE = 500


@dataclass(frozen=True, slots=True)
class Pair:
    """A sentence and the draft a model gave for it, with the language tags of both."""

    source: str
    target: str
    sentence: str
    text: str


@dataclass(frozen=True, slots=True)
class Holdings:
    """How much of one model's work is remembered, or, under the signature 'people', of theirs."""

    signature: str
    source: str
    target: str
    drafts: int


def default_place() -> Path:
    """`$XDG_CACHE_HOME/translit/memory.sqlite`."""
    return Path(os.environ.get("XDG_CACHE_HOME") or Path.home() / ".cache") / "translit" / "memory.sqlite"


class Memory:
    """The file. Where it cannot be made or written to, what is kept lasts as long as this run.

    `looking` reads it and keeps nothing.

    Raises RecallError, here and later, if the file is damaged or no memory.
    """

    def __init__(self, path: Path | None = None, *, looking: bool = False) -> None:
        self.path = path or default_place()
        self._lock = Lock()
        try:
            if looking and not self.path.exists():
                raise FileNotFoundError(self.path)
            self.path.parent.mkdir(parents=True, exist_ok=True)
            with suppress(FileExistsError):
                os.close(os.open(self.path, os.O_CREAT | os.O_EXCL | os.O_RDWR, 0o600))
            self._open(str(self.path))
        except (OSError, sqlite3.OperationalError):
            self._open(":memory:")
        if looking:
            self._file.execute("PRAGMA query_only = ON")

    def _open(self, place: str) -> None:
        try:
            self._file = sqlite3.connect(place, timeout=_PATIENCE, check_same_thread=False, isolation_level=None)
            self._file.execute("PRAGMA journal_mode = WAL")
            self._file.execute("PRAGMA synchronous = NORMAL")
            self._file.executescript(_TABLES)
        except sqlite3.OperationalError:
            raise
        except sqlite3.DatabaseError as fault:
            raise self._damaged(fault) from fault

    def _damaged(self, fault: sqlite3.Error) -> RecallError:
        return RecallError(
            f"the translation memory cannot be read ({fault}); delete the file, or go without it: --no-memory",
            self.path,
        )

    def close(self) -> None:
        """Let go of the file."""
        self._file.close()

    def _asked(self, question: str, values: Sequence[Any] = ()) -> list[Any]:
        try:
            with self._lock:
                return self._file.execute(question, values).fetchall()
        except sqlite3.DatabaseError as fault:
            raise self._damaged(fault) from fault

    def _kept(self, command: str, rows: Iterable[Sequence[Any]]) -> None:
        # a full disk or a file that became read-only costs time later and nothing else
        with self._lock, suppress(sqlite3.OperationalError):
            self._file.execute("BEGIN IMMEDIATE")
            try:
                self._file.executemany(command, rows)
                self._file.execute("COMMIT")
            except sqlite3.Error:
                with suppress(sqlite3.Error):
                    self._file.execute("ROLLBACK")
                raise

    def drafts(self, keys: Sequence[bytes]) -> dict[bytes, Draft]:
        """Those drafts that are remembered."""
        return {key: _draft(json.loads(zlib.decompress(said))) for key, said in self._found("drafts", "said", keys)}

    def weights(self, keys: Sequence[bytes]) -> dict[bytes, float]:
        """Those weights that are remembered."""
        return dict(self._found("weights", "weight", keys))

    def keep_given(self, pairs: Sequence[Pair]) -> None:
        """Remember what people wrote for a sentence; of two for one, the later."""
        rows = [(one.source, one.target, one.sentence, one.text) for one in pairs]
        self._kept("INSERT OR REPLACE INTO given VALUES (?, ?, ?, ?)", rows)
        said = blake2b(json.dumps(rows, ensure_ascii=False).encode("utf-8", "surrogatepass"), digest_size=16)
        self._kept("INSERT INTO imports (digest) VALUES (?)", [(said.hexdigest(),)])

    def given(self, source: str, target: str, sentences: Sequence[str]) -> dict[str, str]:
        """What people wrote for those of the sentences for which they did."""
        found: dict[str, str] = {}
        for at in range(0, len(sentences), _AT_ONCE):
            some = [_whole(one) for one in sentences[at : at + _AT_ONCE]]
            question = "SELECT sentence, text FROM given WHERE source = ? AND target = ? AND sentence IN ({})"
            found |= dict(self._asked(question.format(", ".join("?" * len(some))), [source, target, *some]))
        return found

    @property
    def imports(self) -> list[str]:
        """A digest for each time that translations of people were added, in order."""
        return [digest for (digest,) in self._asked("SELECT digest FROM imports ORDER BY number")]

    def _found(self, table: str, column: str, keys: Sequence[bytes]) -> Iterator[tuple[bytes, Any]]:
        for at in range(0, len(keys), _AT_ONCE):
            some = keys[at : at + _AT_ONCE]
            holes = ", ".join("?" * len(some))
            yield from self._asked(f"SELECT key, {column} FROM {table} WHERE key IN ({holes})", some)

    def keep_drafts(self, model: int, drafts: Iterable[tuple[bytes, Draft, str | None]]) -> None:
        """Remember drafts of a model; each comes with its sentence where the call was a plain one."""
        rows = [
            (
                key,
                model,
                zlib.compress(json.dumps(_plain(draft)).encode()),
                _whole(sentence),
                _whole(sentence and draft.text),
            )
            for key, draft, sentence in drafts
        ]
        self._kept("INSERT OR REPLACE INTO drafts VALUES (?, ?, ?, ?, ?)", rows)

    def keep_weights(self, weights: Iterable[tuple[bytes, float]]) -> None:
        """Remember weights."""
        self._kept("INSERT OR REPLACE INTO weights VALUES (?, ?)", weights)

    def model(self, signature: str, source: str, target: str) -> int:
        """The number under which this model's work is kept."""
        self._kept(
            "INSERT OR IGNORE INTO models (signature, source, target) VALUES (?, ?, ?)", [(signature, source, target)]
        )
        found = self._asked("SELECT id FROM models WHERE signature = ?", [signature])
        return int(found[0][0]) if found else 0

    def holdings(self) -> list[Holdings]:
        """How many drafts of each model are remembered."""
        question = (
            "SELECT signature, source, target, COUNT(*) FROM drafts JOIN models ON models.id = model "
            "GROUP BY model ORDER BY signature"
        )
        people = "SELECT 'people', source, target, COUNT(*) FROM given GROUP BY source, target ORDER BY source, target"
        return [Holdings(*row) for asked in (question, people) for row in self._asked(asked)]

    @property
    def size(self) -> int:
        """Bytes on the disk."""
        return sum(part.stat().st_size for part in self.path.parent.glob(f"{self.path.name}*"))

    def pairs(self) -> Iterator[Pair]:
        """Every sentence that was translated without a term shown or words forced, with its draft, in a fixed order.

        It is what the model said, before terms were placed and names settled; and what people wrote.
        """
        question = (
            "SELECT source, target, sentence, text FROM drafts JOIN models ON models.id = model "
            "WHERE sentence IS NOT NULL UNION SELECT source, target, sentence, text FROM given "
            "ORDER BY source, target, sentence, text"
        )
        return (Pair(*row) for row in self._asked(question))

    def clear(self) -> int:
        """Forget everything, also on the disk. Returns how many drafts there were, of models and of people."""
        [(count,)] = self._asked("SELECT (SELECT COUNT(*) FROM drafts) + (SELECT COUNT(*) FROM given)")
        for table in ("drafts", "weights", "models", "given", "imports"):
            self._asked(f"DELETE FROM {table}")
        self._asked("VACUUM")
        self._asked("PRAGMA wal_checkpoint(TRUNCATE)")
        return int(count)


def _whole(text: str | None) -> str | None:
    """Half of a surrogate pair, as JSON may bring it, cannot be stored as text."""
    return text and text.encode("utf-8", "replace").decode()


def _plain(draft: Draft) -> list[Any]:
    """A draft as plain values; the alignment is a flat list, four numbers a pair."""
    flat = [edge for a, b in draft.alignment for edge in (a.start, a.end, b.start, b.end)]
    return [draft.text, draft.score, flat, [_plain(rival) for rival in draft.rivals]]


def _draft(said: list[Any]) -> Draft:
    text, score, flat, rivals = said
    pairs = ((Span(a, b), Span(c, d)) for a, b, c, d in zip(*[iter(flat)] * 4, strict=True))
    return Draft(text, tuple(pairs), score, tuple(_draft(rival) for rival in rivals))
