"""The files of a batch through a translator, and each result into its place."""

from __future__ import annotations

import json
import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import Any

from translit.batch.plan import Item
from translit.batch.record import Entry, Record, digest
from translit.documents import Document
from translit.documents.writing import write_beside
from translit.errors import OutputError, TranslitError
from translit.passages import Sentence
from translit.translator import Done, Translator

LOCK = ".translit.lock"


@dataclass(frozen=True, slots=True)
class Outcome:
    """What became of a file.

    now     it was translated now, with `done` to tell of; else it was done before
    error   why it could not be
    edited  a person has changed its result since; it stays
    """

    item: Item
    entry: Entry
    now: bool = False
    done: Done | None = None
    error: TranslitError | None = None
    edited: bool = False


def key_of(items: Sequence[tuple[Item, str]], options: Mapping[str, Any]) -> str:
    """What every result of a batch depends on, in one digest: files with their digests, options, version.

    All the files, for a person whom no register knows is called the same in all of them.
    """
    said = [version("translit-toolkit"), sorted((item.place, one) for item, one in items), options]
    return digest(json.dumps(said, ensure_ascii=False, sort_keys=True, default=str).encode("utf-8", "surrogatepass"))


class Batch:
    """Files on their way into a folder.

    items     what to translate, and where it goes
    folder    is made if it is not there
    options   whatever else the results depend on, as plain values (models, glossaries by their digests)
    open      reads a file as a document
    results   every file to be written for a translated document, by its path
    anew      do again what is done, and overwrite what people changed
    """

    def __init__(
        self,
        items: Sequence[Item],
        folder: Path,
        *,
        options: Mapping[str, Any],
        open: Callable[[Path], Document],
        results: Callable[[Item, Done], Mapping[Path, bytes]],
        anew: bool = False,
    ) -> None:
        self.folder, self._open, self._results, self._anew = folder, open, results, anew
        self.items = items
        self._digests = {item: _digest(item.path) for item in items}
        self.key = key_of(list(self._digests.items()), options)
        self._record = Record(folder)

    @contextmanager
    def held(self) -> Iterator[None]:
        """Make the folder and keep others out. Raises OutputError if another batch is at work in it."""
        from filelock import FileLock, Timeout

        try:
            self.folder.mkdir(parents=True, exist_ok=True)
            lock = FileLock(self.folder / LOCK)
            lock.acquire(timeout=0)
        except Timeout as fault:
            why = "another batch is at work in this folder; wait for it, or choose another folder"
            raise OutputError(why, self.folder) from fault
        except OSError as fault:
            raise OutputError(f"the folder could not be made: {fault.strerror}", self.folder) from fault
        try:
            # what stood there before the lock was had may be out of date
            self._record = Record(self.folder)
            self._record.clean()
            yield
        finally:
            self._record.close()
            lock.release()

    def ready(self, item: Item) -> Outcome | None:
        """The outcome of a file that is done already; None for one that is to be translated."""
        entry = self._record.entry(item.place)
        if self._anew or entry is None or entry.key != self.key or entry.problem:
            return None
        now = {place: self._record.now(place) for place in entry.outputs}
        if None in now.values():
            return None
        edited = any(now[place] != was for place, was in entry.outputs.items())
        # a killed batch may have put only some in place: what stands there then is of an earlier one
        if edited and any(self._record.ours(p) for p, was in entry.outputs.items() if now[p] != was):
            return None
        return Outcome(item, replace(entry, file=str(item.path)), edited=edited)

    def documents(self) -> Iterator[tuple[Item, Document]]:
        """Those documents that can be read; what is wrong with the others is told of when they are carried."""
        for item in self.items:
            with suppress(TranslitError):
                yield item, self._open(item.path)

    def carry(
        self, translator: Translator, *, carried: Callable[[Sequence[Sentence]], None] | None = None
    ) -> Iterator[Outcome]:
        """Translate what is not done, write each result, and say what became of each file, in order.

        Only within `held`. `translator` has met all the documents (`Translator.meeting`).
        """
        about = {"source": translator.source, "target": translator.target, "signature": translator.signature}
        entries: list[Entry] = []
        for outcome in self._outcomes(translator, carried):
            entries.append(outcome.entry)
            yield outcome
        self._record.finish(entries, about)

    def skip(self) -> list[Outcome] | None:
        """The outcomes if every file is done already and nothing is left of a batch under way, else None."""
        found = [self.ready(item) for item in self.items]
        return [one for one in found if one] if all(found) and not self._record.under_way else None

    def _outcomes(
        self, translator: Translator, carried: Callable[[Sequence[Sentence]], None] | None
    ) -> Iterator[Outcome]:
        opened: list[Item] = []
        waiting: list[Outcome] = []

        def documents() -> Iterator[Document]:
            for item in self.items:
                if ready := self.ready(item):
                    waiting.append(ready)
                    continue
                try:
                    document = self._open(item.path)
                except TranslitError as error:
                    waiting.append(self._failed(item, error))
                else:
                    opened.append(item)
                    yield document

        for number, (_, done) in enumerate(translator.translate_documents(documents(), carried=carried)):
            while waiting:
                yield waiting.pop(0)
            item = opened[number]
            if isinstance(done, TranslitError):
                yield self._failed(item, done)
                continue
            try:
                yield Outcome(item, self._written(item, done), now=True, done=done)
            except TranslitError as error:
                yield self._failed(item, error)
        yield from waiting

    def _failed(self, item: Item, error: TranslitError) -> Outcome:
        before = self._record.entry(item.place)
        # what a batch wrote earlier and stands there still
        left = {place: now for place in (before.outputs if before else ()) if (now := self._left(place))}
        entry = Entry(item.place, str(item.path), self._digests[item], self.key, left, problem=str(error))
        return Outcome(item, entry, error=error)

    def _left(self, place: str) -> str | None:
        with suppress(OutputError):
            return self._record.now(place) if self._record.ours(place) else None
        return None

    def _written(self, item: Item, done: Done) -> Entry:
        """Put every result in its place; what will stand there is written down first."""
        results = {os.path.relpath(path, self.folder): data for path, data in self._results(item, done).items()}
        passages = done.report.passages
        entry = Entry(
            item.place,
            str(item.path),
            self._digests[item],
            self.key,
            {place: digest(data) for place, data in results.items()},
            passages=len(passages),
            words=sum(len(passage.source.split()) for passage in passages),
            doubts=len(done.report.doubts),
        )
        for place, data in results.items():
            if not (self._anew or self._record.ours(place) or self._record.now(place) == digest(data)):
                why = "stands here already and was not written by a batch, or was changed since; --anew overwrites it"
                raise OutputError(why, self.folder / place)
        self._record.intend(entry)
        for place, data in results.items():
            if self._record.now(place) != entry.outputs[place]:
                (self.folder / place).parent.mkdir(parents=True, exist_ok=True)
                write_beside(self.folder / place, data, source=item.path)
        return entry


def _digest(path: Path) -> str:
    """Of a file; '' for one that cannot be read, which is told of later."""
    try:
        return digest(path.read_bytes()) if path.is_file() else ""
    except OSError:
        return ""
