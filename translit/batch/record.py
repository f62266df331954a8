"""What a batch wrote into its folder: `batch.json`, and the journal of one that is under way.

A line goes into the journal, and onto the disk, before the results it speaks of are put in place; so
whatever the moment of a kill, each result is either an older one, or the one the line has the digest of, or not
there. When the batch is through, the journal becomes part of `batch.json`, which holds no times, so
that a batch that was killed and went on leaves the same bytes as one that was not.
"""

from __future__ import annotations

import json
import os
import re
from collections.abc import Iterable, Mapping
from dataclasses import asdict, dataclass, field
from hashlib import sha256
from pathlib import Path
from typing import IO

from translit.documents.writing import write_beside
from translit.errors import OutputError

# of the JSON form; it rises when a reader of the old one would stumble
VERSION = 1
RECORD, JOURNAL = "batch.json", ".translit-journal.jsonl"
_PART = re.compile(r"\.[0-9a-f]{16}\.part")


@dataclass(frozen=True, slots=True)
class Entry:
    """What became of a file.

    place    of its translation, below the folder; every file has its own
    file     as it was given; `input` the SHA-256 of what was read
    key      what the results depend on (`key_of`)
    signature  of the model or models, with which it went from `source` to `target`
    outputs  every result with its SHA-256, by its path from the folder
    problem  why there are none
    """

    place: str
    file: str
    input: str
    key: str
    source: str = ""
    target: str = ""
    signature: str = ""
    outputs: Mapping[str, str] = field(default_factory=dict)
    passages: int = 0
    words: int = 0
    doubts: int = 0
    problem: str = ""


def digest(data: bytes) -> str:
    """SHA-256, in hexadecimal."""
    return sha256(data).hexdigest()


def known_languages(folder: Path) -> dict[str, str]:
    """The language of every file that a batch in the folder translated, by the digest of the file."""
    return {entry.input: entry.source for entry in Record(folder).entries if entry.source}


class Record:
    """The record of a folder, and its journal. Raises OutputError if `batch.json` is something else."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self._journal: IO[bytes] | None = None
        self._entries: dict[str, Entry] = {}
        self._digests: dict[str, set[str]] = {}
        for entry in self._read():
            self._entries[entry.place] = entry
            for place, one in entry.outputs.items():
                self._digests.setdefault(place, set()).add(one)

    def _read(self) -> Iterable[Entry]:
        place = self.folder / RECORD
        if place.exists():
            try:
                found = json.loads(place.read_bytes())
                if found["version"] != VERSION:
                    raise ValueError(found["version"])
                yield from [Entry(**said) for said in found["files"]]
            except (ValueError, KeyError, TypeError, OSError) as fault:
                raise OutputError(
                    "this is no record of a batch; move it away, or choose another folder", place
                ) from fault
        journal = self.folder / JOURNAL
        if journal.exists():
            for line in journal.read_bytes().splitlines():
                try:
                    entry = Entry(**json.loads(line))
                except (ValueError, TypeError):  # cut off by a kill; what it was to speak of has not been put in place
                    continue
                yield entry

    @property
    def entries(self) -> Iterable[Entry]:
        """The latest of each place."""
        return self._entries.values()

    @property
    def under_way(self) -> bool:
        """Whether a batch began here and did not come to its end."""
        return (self.folder / JOURNAL).exists()

    def clean(self) -> None:
        """Remove what a killed batch left beside its results. Only for who holds the folder's lock."""
        for parent in {(self.folder / place).parent for place in self._digests} | {self.folder}:
            for part in parent.glob(".*.part") if parent.is_dir() else ():
                if _PART.fullmatch(part.name):
                    part.unlink(missing_ok=True)

    @property
    def written(self) -> frozenset[Path]:
        """Every file that a batch put here, resolved."""
        return frozenset((self.folder / place).resolve() for place in self._digests)

    def entry(self, place: str) -> Entry | None:
        """What is known of the translation at this place."""
        return self._entries.get(place)

    def ours(self, place: str) -> bool:
        """Whether what stands there was written by a batch and not changed since, or nothing stands there."""
        now = self.now(place)
        return now is None or now in self._digests.get(place, ())

    def now(self, place: str) -> str | None:
        """The digest of what stands there; None if nothing does."""
        try:
            return digest((self.folder / place).read_bytes())
        except FileNotFoundError:
            return None
        except OSError as fault:
            raise OutputError(f"what stands here cannot be read: {fault.strerror}", self.folder / place) from fault

    def intend(self, entry: Entry) -> None:
        """Write down what will be put in place, before it is."""
        try:
            if self._journal is None:
                self._journal = (self.folder / JOURNAL).open("ab")
            # begins a line, for a kill or a full disk may have cut the last one off
            self._journal.write(b"\n" + json.dumps(asdict(entry), ensure_ascii=False).encode("utf-8", "surrogatepass"))
            self._journal.flush()
            os.fsync(self._journal.fileno())
        except OSError as fault:
            raise OutputError(f"the journal could not be written: {fault.strerror}", self.folder / JOURNAL) from fault
        self._entries[entry.place] = entry

    def finish(self, entries: Iterable[Entry]) -> None:
        """The batch is through: `batch.json` says what became of each file, of this batch and of earlier ones."""
        told = {entry.place: entry for entry in entries}
        earlier = {
            place: entry
            for place, entry in self._entries.items()
            if place not in told and any(self.now(one) for one in entry.outputs)
        }
        files = [asdict(entry) for _, entry in sorted((earlier | told).items())]
        text = json.dumps({"version": VERSION, "files": files}, ensure_ascii=False, indent=1) + "\n"
        write_beside(self.folder / RECORD, text.encode("utf-8", "surrogatepass"))
        self.close()
        (self.folder / JOURNAL).unlink(missing_ok=True)

    def close(self) -> None:
        """Let go of the journal; it stays."""
        if self._journal is not None:
            self._journal.close()
            self._journal = None
