"""`translit translate` at work: one file to its place or to stdout, many as a batch into a folder."""

from __future__ import annotations

import sys
from collections.abc import Sequence
from dataclasses import replace
from pathlib import Path
from typing import TYPE_CHECKING

import click

from translit.batch import Batch, Item, Outcome, is_batch, plan, renamed
from translit.cli.complaint import complain
from translit.cli.talk import progress, say, summary
from translit.cli.wishes import Wishes
from translit.errors import OutputError, TranslitError, UsageError

if TYPE_CHECKING:
    from translit.translator import Done


def carry_one(path: Path, wishes: Wishes) -> int:
    """Translate one file; returns how many doubts there are."""
    output, report = wishes.output, wishes.report
    document = wishes.open(path)
    source = wishes.told(document)
    name = renamed(path, source, wishes.target)
    if output is not None and _is_folder(output):
        output = _made(output) / name
    if report is not None and _is_folder(report):
        report = _made(report) / f"{name}.html"
    translator = wishes.translator(source)
    with progress(1, wishes.quiet) as bar:
        bar.expect(sum(len(passage.text) for passage in document.passages))
        [(_, done)] = translator.translate_documents([document], carried=bar.carried)
        if isinstance(done, TranslitError):
            raise done
        if output is None:
            sys.stdout.buffer.write(done.render())
            sys.stdout.buffer.flush()
        else:
            done.write(output)
            if wishes.bilingual is not None:
                from translit.report.bilingual import write_bilingual

                write_bilingual(done.report, _beside(output, source, wishes))
        if report is not None:
            done.report.write(report)
        bar.finished()
    _tell(path, done, wishes)
    return len(done.report.doubts)


def carry_many(files: Sequence[Path], wishes: Wishes) -> int:
    """Translate a batch; returns how many doubts there are. Exits with 1 if a file failed."""
    batch = _batch(files, wishes)
    outcomes = batch.skip()
    if outcomes is None:
        with batch.held():
            outcomes = _carried(batch, wishes)
    else:
        for outcome in outcomes:
            if outcome.error is not None:
                complain(outcome.error)
    if not wishes.quiet:
        summary(outcomes, batch.folder)
    if failed := sum(outcome.error is not None for outcome in outcomes):
        click.echo(f"translit: {failed} of {len(outcomes)} files failed", err=True)
        raise click.exceptions.Exit(1)
    return sum(outcome.entry.doubts for outcome in outcomes)


def foresee(files: Sequence[Path], wishes: Wishes) -> None:
    """Say what would be done with each file, and about how long it would take; nothing is written."""
    from translit.batch.forecast import forecast

    if Path("-") in files:
        raise UsageError("--dry-run looks at files, not at standard input")
    one = None if is_batch(files) or (wishes.output and _is_folder(wishes.output)) else wishes.output or Path("-")
    batch = _batch(files, replace(wishes, output=files[0].parent, anew=True) if one else wishes)
    looked = forecast(batch, lambda source: wishes.translator(source, looking=True))
    for item, state in looked.states:
        click.echo(f"{item.path}\t{one or batch.folder / item.place}\t{state}")
    talk = f"{looked.words} words of {looked.waiting} files to translate"
    if looked.waiting:
        talk += f", about {_spoken(looked.seconds)} on this machine"
    click.echo(f"translit: {talk}; nothing was written", err=True)
    if looked.refused:
        click.echo(f"translit: {looked.refused} of {len(batch.items)} files would fail", err=True)
        raise click.exceptions.Exit(1)


def _batch(files: Sequence[Path], wishes: Wishes) -> Batch:
    folder, reports = wishes.output, wishes.report
    if folder is None:
        raise UsageError("several files need a folder to go to: add -o FOLDER")
    if reports is not None and reports.suffix:
        raise UsageError("several files need a folder for their reports: --report FOLDER")

    def results(item: Item, done: Done) -> dict[Path, bytes]:
        place = folder / item.place
        found = {place: done.render()}
        if wishes.bilingual is not None:
            from translit.report.bilingual import KINDS

            found[_beside(place, item.source, wishes)] = KINDS[wishes.bilingual](done.report)
        if reports is not None:
            found[reports / f"{item.place}.html"] = done.report.render(".html")
        return found

    items = plan(files, folder, wishes.languages_in(folder), wishes.target)
    return Batch(
        items,
        folder,
        options=wishes.options({item.source for item in items if item.source}),
        open=wishes.open,
        results=results,
        anew=wishes.anew,
    )


def _carried(batch: Batch, wishes: Wishes) -> list[Outcome]:
    """The outcomes, without what would fill the memory."""
    outcomes: list[Outcome] = []
    try:
        with progress(len(batch.items), wishes.quiet) as bar:
            if bar.watched:
                bar.expect(sum(len(passage.text) for _, document in batch.waiting for passage in document.passages))
            for outcome in batch.carry(wishes.translator, read=bar.read, carried=bar.carried):
                bar.finished()
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


def _spoken(seconds: float) -> str:
    """A length of time as people say it."""
    minutes = round(seconds / 60)
    if minutes < 2:
        return f"{max(1, round(seconds))} s"
    return f"{minutes} minutes" if minutes < 120 else f"{round(minutes / 60)} hours"


def _beside(place: Path, source: str, wishes: Wishes) -> Path:
    """Where source and translation side by side go."""
    return place.with_name(f"{place.stem}.{source}-{wishes.target}.{wishes.bilingual}")


def _is_folder(path: Path) -> bool:
    return path.is_dir() or not path.suffix


def _made(folder: Path) -> Path:
    try:
        folder.mkdir(parents=True, exist_ok=True)
    except OSError as fault:
        raise OutputError(f"the folder could not be made: {fault.strerror}", folder) from fault
    return folder
