"""The report as tables for the terminal: equal decisions on one row, and the sentences to read first."""

from __future__ import annotations

from collections import Counter

from rich.markup import escape
from rich.table import Table

from translit.decisions import Action
from translit.report import Report

_WHOLE = (Action.DOUBTED, Action.PIVOTED, Action.SPLIT, Action.RETRIED)
_LONGEST = 60
# of the sentences to read first, how many a terminal shows
_FIRST = 5


def table(report: Report, *, everything: bool = True) -> Table:
    """Rows of (what, source, stands now, times, why). `everything=False` leaves out what was right already."""
    rows: Counter[tuple[bool, str, str, str, str]] = Counter()
    for one in report.decisions:
        if everything or one.action is not Action.ACCEPTED:
            now = "" if one.action in _WHOLE and one.before == one.after else one.after
            rows[(not one.doubtful, str(one.action), _short(one.source), now, one.reason)] += 1
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for heading, style in (("", "bold"), ("source", ""), ("now", "green"), ("times", "dim"), ("why", "dim")):
        drawn.add_column(heading, style=style, overflow="fold")
    for (calm, action, source, now, why), times in sorted(rows.items()):
        drawn.add_row(action if calm else f"[yellow]{action}[/]", escape(source), escape(now), str(times), escape(why))
    return drawn


def review(report: Report) -> Table:
    """The sentences to read first: (confidence, source, translation, why), the least trusted first."""
    drawn = Table(box=None, pad_edge=False, header_style="bold")
    for heading, style in (("read first", "yellow"), ("source", ""), ("now", "green"), ("why", "dim")):
        drawn.add_column(heading, style=style, overflow="fold")
    for passage, one in report.review[:_FIRST]:
        source, now = _short(one.source.of(passage.source)), _short(one.target.of(passage.text))
        drawn.add_row(f"{one.confidence:.2f}", escape(source), escape(now), escape("; ".join(one.reasons)))
    return drawn


def _short(text: str) -> str:
    return text if len(text) <= _LONGEST else text[: _LONGEST - 1] + "…"
