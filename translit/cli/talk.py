"""What `translit translate` says on stderr: how far it is, what was done to each file, and what failed."""

from __future__ import annotations

import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path

import click

from translit.batch import Outcome
from translit.errors import TranslitError
from translit.passages import Sentence
from translit.report import Report

Carried = Callable[[Sequence[Sentence]], None]


def complain(error: TranslitError) -> None:
    """One line a problem."""
    for problem in error.problems:
        click.echo(f"translit: {problem}", err=True)


@contextmanager
def progress(characters: int, files: int, quiet: bool) -> Iterator[tuple[Carried | None, Callable[[], None]]]:
    """A bar on stderr while a person watches; nothing in a pipe or with --quiet.

    `characters` and `files` are what there is to do. Gives what is to be told of sentences that
    are done, and of a file that is.
    """
    if quiet or not sys.stderr.isatty():
        yield None, lambda: None
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    began, ready, sentences, words = time.monotonic(), 0, 0, 0
    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%  {task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as bar:
        task = bar.add_task("", total=characters)

        def tell(more: int = 0) -> None:
            speed = words / max(time.monotonic() - began, 0.001)
            talk = f"{ready} of {files} files, {sentences} sentences, {speed:.0f} words a second"
            bar.update(task, advance=more, description=talk)

        def carried(some: Sequence[Sentence]) -> None:
            nonlocal sentences, words
            sentences += len(some)
            words += sum(len(sentence.text.split()) for sentence in some)
            tell(sum(len(sentence.text) for sentence in some))

        def finished() -> None:
            nonlocal ready
            ready += 1
            tell()

        yield carried, finished


def summary(outcomes: Sequence[Outcome], folder: Path) -> None:
    """A table of what became of a batch."""
    from rich.console import Console
    from rich.table import Table

    failed = [one for one in outcomes if one.error is not None]
    ready = [one for one in outcomes if one.error is None]
    edited = sum(one.edited for one in ready)
    rows = {
        "files": len(outcomes),
        "translated now": sum(one.now for one in ready),
        "done before": sum(not one.now for one in ready),
        "changed by a person since, left as they are": edited,
        "failed": len(failed),
        "passages": sum(one.entry.passages for one in ready),
        "words": sum(one.entry.words for one in ready),
        "for a person to look at": sum(one.entry.doubts for one in ready),
    }
    table = Table(show_header=False, title=str(folder), title_justify="left")
    for name, count in rows.items():
        if count or name == "files":
            table.add_row(name, str(count))
    Console(stderr=True, highlight=False).print(table)


def say(path: Path, report: Report, everything: bool) -> None:
    """What was done to a file, and the decisions as a table."""
    from rich.console import Console

    from translit.report.mentions import totals
    from translit.report.table import review, table

    console = Console(stderr=True, highlight=False)
    counts = ", ".join(f"{count} {action}" for action, count in sorted(report.counts.items())) or "nothing to settle"
    console.print(f"[bold]{path.name}[/]  {len(report.passages)} passages; {counts}", soft_wrap=True)
    if (terms := totals(report.mentions))["mentions"]:
        ways = ", ".join(f"{count} {outcome}" for outcome, count in terms["outcomes"].items())
        console.print(
            f"terms and names: {100 * terms['success']:.0f} % of {terms['mentions']} stand ({ways})", soft_wrap=True
        )
    rows = table(report, everything=everything)
    for drawn in (rows, review(report)):
        if drawn.row_count:
            console.print(drawn)
