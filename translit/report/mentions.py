"""Every term and name of a passage: where it stands in the source, where in the translation, and how it came there."""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable
from dataclasses import dataclass
from typing import Any

from translit.alignments import shifted
from translit.decisions import Decision, Outcome
from translit.passages import Span

_ABSENT = (Outcome.MISSED, Outcome.FORBIDDEN)


@dataclass(frozen=True, slots=True)
class Told:
    """What became of a mention.

    source  its stretch of the source passage; None where two models were chained
    target  its stretch of the translated passage as it stands at the end; None if nothing stands for it
    """

    words: str
    entry: str
    outcome: Outcome
    source: Span | None
    target: Span | None
    form: str
    reason: str

    @property
    def stands(self) -> bool:
        """Whether an accepted wording stands for it, and no forbidden one."""
        return self.target is not None and self.outcome not in _ABSENT

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON; spans as [start, end]."""
        return {
            "words": self.words,
            "entry": self.entry,
            "outcome": str(self.outcome),
            "source": [self.source.start, self.source.end] if self.source else None,
            "target": [self.target.start, self.target.end] if self.target else None,
            "form": self.form,
            "reason": self.reason,
        }


def mentions_of(decisions: Iterable[Decision], text: str) -> tuple[Told, ...]:
    """The mentions of a passage, in the order of its decisions; `text` is its translation at the end."""
    found: list[Told] = []
    waiting = list(decisions)
    for number, one in enumerate(waiting):
        if one.outcome is None:
            continue
        span: Span | None = Span(one.span.start, one.span.start + len(one.after)) if one.after else None
        for later in waiting[number + 1 :]:
            if span is not None and later.before != later.after:
                span = shifted(span, later.span, len(later.after))
        form = span.of(text) if span else ""
        found.append(Told(one.source, one.entry, one.outcome, one.at, span, form, one.reason))
    return tuple(found)


def totals(mentions: Iterable[Told]) -> dict[str, Any]:
    """How many of each outcome, how many in all, and the share that stands, 1 if there is none."""
    listed = list(mentions)
    counted = Counter(str(one.outcome) for one in listed)
    share = sum(one.stands for one in listed) / len(listed) if listed else 1.0
    return {"mentions": len(listed), "success": round(share, 4), "outcomes": dict(sorted(counted.items()))}
