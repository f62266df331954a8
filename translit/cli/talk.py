"""What `translit translate` says on stderr: how far it is, what was done to each file, and what failed."""

from __future__ import annotations

import sys
import time
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import TYPE_CHECKING

from translit.batch import Outcome

if TYPE_CHECKING:
    from rich.progress import Progress

    from translit.passages import Sentence
    from translit.report import Report


class Bar:
    """How far it is: told of files that are read, of sentences and of files that are done.

    Draws nothing without `drawn`.
    """

    def __init__(self, files: int, drawn: Progress | None) -> None:
        self._files, self._drawn = files, drawn
        self._began = time.monotonic()
        self._read = self._ready = self._sentences = self._words = 0
        self._task = drawn.add_task("", total=None) if drawn else None

    @property
    def watched(self) -> bool:
        """Whether a person sees it."""
        return self._drawn is not None

    def expect(self, characters: int) -> None:
        """So many characters are to be translated."""
        self._draw("reading", total=characters)

    def read(self) -> None:
        """One more file was read for the names in it."""
        self._read += 1
        if not self._sentences:
            self._began = time.monotonic()
            self._draw(f"reading, {self._read} of {self._files} files")

    def carried(self, some: Sequence[Sentence]) -> None:
        """These sentences are translated."""
        self._sentences += len(some)
        self._words += sum(len(sentence.text.split()) for sentence in some)
        self._draw(self._so_far(), advance=sum(len(sentence.text) for sentence in some))

    def finished(self) -> None:
        """A file is done."""
        self._ready += 1
        self._draw(self._so_far())

    def _so_far(self) -> str:
        speed = self._words / max(time.monotonic() - self._began, 0.001)
        return f"{self._ready} of {self._files} files, {self._sentences} sentences, {speed:.0f} words a second"

    def _draw(self, talk: str, *, advance: float = 0, total: float | None = None) -> None:
        if self._drawn is not None and self._task is not None:
            self._drawn.update(self._task, description=talk, advance=advance, total=total)


@contextmanager
def progress(files: int, quiet: bool) -> Iterator[Bar]:
    """A bar on stderr while a person watches; one that draws nothing in a pipe or with --quiet."""
    if quiet or not sys.stderr.isatty():
        yield Bar(files, None)
        return
    from rich.console import Console
    from rich.progress import BarColumn, Progress, TextColumn, TimeRemainingColumn

    columns = (BarColumn(), TextColumn("{task.percentage:>3.0f}%  {task.description}"), TimeRemainingColumn())
    with Progress(*columns, console=Console(stderr=True), transient=True) as drawn:
        yield Bar(files, drawn)


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
