"""The files of a batch through a translator, and each result into its place."""

from __future__ import annotations

import json
import os
from collections import deque
from collections.abc import Callable, Iterator, Mapping, Sequence
from contextlib import contextmanager, suppress
from dataclasses import dataclass, replace
from importlib.metadata import version
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translit.batch.plan import Item
from translit.batch.record import Entry, Record, digest
from translit.documents.writing import write_beside
from translit.errors import DocumentError, OutputError, TranslitError

if TYPE_CHECKING:
    from translit.documents import Document
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
    files = sorted((item.place, item.source, one) for item, one in items)
    said = [version("translit-toolkit"), files, options]
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
        self.folder, self.open, self._results, self._anew = folder, open, results, anew
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
        if self._anew or entry is None or entry.problem or entry.input != self._digests[item]:
            return None
        now = {place: self._record.now(place) for place in entry.outputs}
        if None in now.values():
            return None
        changed = [place for place, was in entry.outputs.items() if now[place] != was]
        # a killed batch may have put only some in place: what stands there then is of an earlier one
        if any(self._record.ours(place) for place in changed) or (entry.key != self.key and not changed):
            return None
        return Outcome(item, replace(entry, file=str(item.path)), edited=bool(changed))

    def skip(self) -> list[Outcome] | None:
        """The outcomes, if there is nothing to translate and nothing left of a batch under way; else None."""
        found: list[Outcome] = []
        for item in self.items if not self._record.under_way else ():
            outcome = self.ready(item) or self.refused(item)
            if outcome is None or (outcome.error and outcome.entry != self._record.entry(item.place)):
                return None
            found.append(outcome)
        return found or None

    @property
    def waiting(self) -> Iterator[tuple[Item, Document]]:
        """What is to be translated and can be read."""
        for item in self.items:
            if item.source and self.ready(item) is None:
                with suppress(TranslitError):
                    yield item, self.open(item.path)

    def carry(
        self,
        translator: Callable[[str], Translator],
        *,
        read: Callable[[], None] = lambda: None,
        carried: Callable[[Sequence[Sentence]], None] | None = None,
    ) -> Iterator[Outcome]:
        """Translate what is not done, write each result, and say what became of each file: language by language.

        Only within `held`. `translator` is asked for one from each language that has something to be
        translated; all the files of the language are read beforehand, so that a person is called the same in
        them, and `read` is told of each.
        """
        entries: list[Entry] = []
        for source in dict.fromkeys(item.source for item in self.items):
            items = [item for item in self.items if item.source == source]
            for outcome in self._outcomes(items, translator, read, carried):
                entries.append(outcome.entry)
                yield outcome
        self._record.finish(entries)

    def _outcomes(
        self,
        items: Sequence[Item],
        translator: Callable[[str], Translator],
        read: Callable[[], None],
        carried: Callable[[Sequence[Sentence]], None] | None,
    ) -> Iterator[Outcome]:
        known: list[Outcome] = []
        for item in items:
            outcome = self.ready(item) or self.refused(item)
            if outcome is None:
                break
            known.append(outcome)
        else:
            yield from known
            return

        def documents() -> Iterator[Document]:
            for item in items:
                read()
                # what is wrong with a file is told of in its turn
                with suppress(TranslitError):
                    yield self.open(item.path)

        # read once for the names and once more in turn: memory does not grow with their number
        acquainted = translator(items[0].source).meeting(documents())
        # in the order of the files: what was known without the engine, or None for what is on its way through it
        road: deque[tuple[Item, Outcome | None]] = deque()

        def departing() -> Iterator[Document]:
            for item in items:
                if ready := self.ready(item):
                    road.append((item, ready))
                    continue
                try:
                    document = self.open(item.path)
                except TranslitError as error:
                    road.append((item, self._failed(item, error)))
                else:
                    road.append((item, None))
                    yield document

        def known_by_now() -> Iterator[Outcome]:
            while road and (outcome := road[0][1]):
                road.popleft()
                yield outcome

        for _, done in acquainted.translate_documents(departing(), carried=carried):
            yield from known_by_now()
            yield self._finished(road.popleft()[0], done, acquainted.signature)
        yield from known_by_now()

    def _finished(self, item: Item, done: Done | TranslitError, signature: str) -> Outcome:
        if isinstance(done, TranslitError):
            return self._failed(item, done)
        try:
            return Outcome(item, self._written(item, done, signature), now=True, done=done)
        except TranslitError as error:
            return self._failed(item, error)

    def refused(self, item: Item) -> Outcome | None:
        """The outcome of a file that cannot be read, or has a `problem`; None if nothing is against it."""
        try:
            self.open(item.path)
        except TranslitError as error:
            return self._failed(item, error)
        if item.source:
            return None
        return self._failed(item, DocumentError(item.problem, item.path))

    def _failed(self, item: Item, error: TranslitError) -> Outcome:
        before = self._record.entry(item.place)
        # what a batch wrote earlier and stands there still
        left = {place: now for place in (before.outputs if before else ()) if (now := self._left(place))}
        entry = Entry(
            item.place, str(item.path), self._digests[item], self.key, item.source, outputs=left, problem=str(error)
        )
        return Outcome(item, entry, error=error)

    def _left(self, place: str) -> str | None:
        with suppress(OutputError):
            return self._record.now(place) if self._record.ours(place) else None
        return None

    def _written(self, item: Item, done: Done, signature: str) -> Entry:
        """Put every result in its place; what will stand there is written down first."""
        results = {
            Path(os.path.relpath(path, self.folder)).as_posix(): data
            for path, data in self._results(item, done).items()
        }
        passages = done.report.passages
        entry = Entry(
            item.place,
            str(item.path),
            self._digests[item],
            self.key,
            item.source,
            done.report.target,
            signature,
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
