"""`translit translate` at work: one file to its place or to stdout, many as a batch into a folder."""

from __future__ import annotations

import sys
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from pathlib import Path
from typing import Any

import click

from translit.batch import Batch, Item, Outcome, digest, plan, renamed
from translit.cli.talk import complain, progress, say, summary
from translit.documents import Document, open_document
from translit.engines import versions
from translit.errors import OutputError, TranslitError, UsageError
from translit.glossary import Glossary
from translit.memory import Memory
from translit.names import NameBook
from translit.report.bilingual import KINDS
from translit.translator import Done, Translator


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """What was asked for on the command line; `how` is what a Translator takes besides glossary and names."""

    source: str
    target: str
    output: Path | None
    report: Path | None
    bilingual: str | None
    glossaries: Sequence[Path]
    registers: Sequence[Path]
    fields: Sequence[str]
    columns: Sequence[str]
    how: Mapping[str, Any]
    forgetful: bool
    anew: bool
    everything: bool
    quiet: bool

    def translator(self) -> Translator:
        """Read glossaries and registers, and open the engine."""
        terms, people = Glossary.empty(), NameBook.empty()
        for path in self.glossaries:
            terms = terms + Glossary.read(path, source=self.source, target=self.target)
        for path in self.registers:
            people = people + NameBook.read(path)
        # an echo costs less than looking it up
        memory = None if self.forgetful or self.how["engine"] == "echo" else Memory()
        return Translator(self.source, self.target, glossary=terms, names=people, memory=memory, **self.how)

    def open(self, path: Path) -> Document:
        """Read a document."""
        return open_document(path, fields=self.fields, columns=self.columns)

    def options(self) -> dict[str, Any]:
        """What results depend on, besides the files, as plain values."""
        model, engine = self.how["model"], self.how["engine"]
        return {
            "languages": [self.source, self.target],
            "models": versions(self.source, self.target, model=model, engine=engine),
            "glossaries": [digest(_bytes(path)) for path in self.glossaries],
            "registers": [digest(_bytes(path)) for path in self.registers],
            "chosen": [self.fields, self.columns],
            "results": [self.bilingual, str(self.report)],
            "how": {name: self.how[name] for name in ("style", "scheme", "beam")},
        }


def carry_one(path: Path, wishes: Wishes) -> int:
    """Translate one file; returns how many doubts there are."""
    output, report = wishes.output, wishes.report
    name = renamed(path, wishes.source, wishes.target)
    if output is not None and _is_folder(output):
        output = _made(output) / name
    if report is not None and _is_folder(report):
        report = _made(report) / f"{name}.html"
    translator = wishes.translator()
    document = wishes.open(path)
    characters = sum(len(passage.text) for passage in document.passages)
    with progress(characters, 1, wishes.quiet) as (carried, finished):
        [(_, done)] = translator.translate_documents([document], carried=carried)
        if isinstance(done, TranslitError):
            raise done
        if output is None:
            sys.stdout.buffer.write(done.render())
            sys.stdout.buffer.flush()
        else:
            done.write(output)
            if wishes.bilingual is not None:
                from translit.report.bilingual import write_bilingual

                write_bilingual(done.report, _beside(output, wishes))
        if report is not None:
            done.report.write(report)
        finished()
    _tell(path, done, wishes)
    return len(done.report.doubts)


def carry_many(files: Sequence[Path], wishes: Wishes) -> int:
    """Translate a batch; returns how many doubts there are. Exits with 1 if a file failed."""
    folder, reports = wishes.output, wishes.report
    if folder is None:
        raise UsageError("several files need a folder to go to: add -o FOLDER")
    if reports is not None and reports.suffix:
        raise UsageError("several files need a folder for their reports: --report FOLDER")

    def results(item: Item, done: Done) -> dict[Path, bytes]:
        place = folder / item.place
        found = {place: done.render()}
        if wishes.bilingual is not None:
            found[_beside(place, wishes)] = KINDS[wishes.bilingual](done.report)
        if reports is not None:
            found[reports / f"{item.place}.html"] = done.report.render(".html")
        return found

    batch = Batch(
        plan(files, folder, wishes.source, wishes.target),
        folder,
        options=wishes.options(),
        open=wishes.open,
        results=results,
        anew=wishes.anew,
    )
    outcomes = batch.skip()
    if outcomes is None:
        with batch.held():
            outcomes = _carried(batch, wishes)
    if not wishes.quiet:
        summary(outcomes, folder)
    if failed := sum(outcome.error is not None for outcome in outcomes):
        click.echo(f"translit: {failed} of {len(outcomes)} files failed", err=True)
        raise click.exceptions.Exit(1)
    return sum(outcome.entry.doubts for outcome in outcomes)


def _carried(batch: Batch, wishes: Wishes) -> list[Outcome]:
    """The outcomes, without what would fill the memory."""
    translator = wishes.translator()
    characters = 0

    def met() -> Iterator[Document]:
        nonlocal characters
        for item, document in batch.documents():
            if batch.ready(item) is None:
                characters += sum(len(passage.text) for passage in document.passages)
            yield document

    # read once for the names, so that a person is called the same in all, and once more in turn:
    # memory does not grow with their number
    translator = translator.meeting(met())
    outcomes: list[Outcome] = []
    try:
        with progress(characters, len(batch.items), wishes.quiet) as (carried, finished):
            for outcome in batch.carry(translator, carried=carried):
                finished()
                if outcome.error is not None:
                    complain(outcome.error)
                if outcome.done is not None:
                    _tell(outcome.item.path, outcome.done, wishes)
                outcomes.append(replace(outcome, done=None))
    except KeyboardInterrupt:
        ready = sum(outcome.error is None for outcome in outcomes)
        talk = f"stopped; {ready} of {len(batch.items)} files are done; the same command goes on from there"
        click.echo(f"translit: {talk}", err=True)
        raise click.exceptions.Exit(1) from None
    return outcomes


def _tell(path: Path, done: Done, wishes: Wishes) -> None:
    if wishes.quiet:
        return
    if done.document.encoding_note:
        click.echo(f"translit: {done.document.encoding_note}", err=True)
    say(path, done.report, wishes.everything)


def _beside(place: Path, wishes: Wishes) -> Path:
    """Where source and translation side by side go."""
    return place.with_name(f"{place.stem}.{wishes.source}-{wishes.target}.{wishes.bilingual}")


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"the folder could not be made: {fault.strerror}", folder) from fault
    return folder


def _bytes(path: Path) -> bytes:
    """A glossary or register as it lies there; what cannot be read is told of when it is opened."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
