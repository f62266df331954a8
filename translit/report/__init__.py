"""What was done to a document and why, for machines and for people.

A `Report` holds every passage with its source, the model's draft and the final text, and the
decisions that lie between; `replay` in `translit.decisions` turns the draft into the text again.
`write` gives JSON (.json) or one HTML page to read side by side (.html); `table` prints to a terminal.
"""

from __future__ import annotations

import json
import math
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit.decisions import Action, Decision
from translit.documents.writing import write_beside
from translit.errors import UsageError
from translit.passages import Mark, Span
from translit.report.mentions import Told, mentions_of, totals

# of the JSON form; it rises when a reader of the old one would stumble
VERSION = 1
# share of the sentences that are listed for review
REVIEWED = 0.1


@dataclass(frozen=True, slots=True)
class RatedSentence:
    """A sentence of a passage: where it stands in the source and in the translation, and how far it can be trusted.

    confidence  between 0 and 1, see `translit.confidence`
    reasons     what speaks against it, the weightiest first
    """

    source: Span
    target: Span
    confidence: float
    reasons: tuple[str, ...]

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON; spans as [start, end]."""
        return {
            "source": [self.source.start, self.source.end],
            "target": [self.target.start, self.target.end],
            "confidence": round(self.confidence, 4),
            "reasons": list(self.reasons),
        }


@dataclass(frozen=True, slots=True)
class TranslatedPassage:
    """A passage at the end of the path. `draft` is what the model wrote, `text` what stands now."""

    id: str
    source: str
    draft: str
    text: str
    marks: tuple[Mark, ...]
    decisions: tuple[Decision, ...]
    sentences: tuple[RatedSentence, ...] = ()

    def __str__(self) -> str:
        return self.text


@dataclass(frozen=True, slots=True)
class Report:
    """A document at the end of the path. `source` and `target` are language tags, `signature` the model's."""

    source: str
    target: str
    signature: str
    passages: tuple[TranslatedPassage, ...]

    @property
    def decisions(self) -> Iterator[Decision]:
        """All decisions, in reading order."""
        for passage in self.passages:
            yield from passage.decisions

    @property
    def mentions(self) -> Iterator[Told]:
        """Every term and name of the document, and what became of it."""
        for passage in self.passages:
            yield from mentions_of(passage.decisions, passage.text)

    @property
    def doubts(self) -> tuple[Decision, ...]:
        """What a person should look at."""
        return tuple(decision for decision in self.decisions if decision.doubtful)

    @property
    def review(self) -> tuple[tuple[TranslatedPassage, RatedSentence], ...]:
        """The tenth of all sentences that a person should read first, the least trusted first; one at least."""
        ranked = [(passage, one) for passage in self.passages for one in passage.sentences if one.confidence < 1]
        ranked.sort(key=lambda pair: pair[1].confidence)
        return tuple(ranked[: math.ceil(len(ranked) * REVIEWED)])

    @property
    def counts(self) -> Counter[Action]:
        """How many decisions of each kind."""
        return Counter(decision.action for decision in self.decisions)

    def as_dict(self) -> dict[str, Any]:
        """Plain values, as `write` puts them into JSON; `schema.json` beside this file describes them."""
        return {
            "version": VERSION,
            "terms": totals(self.mentions),
            "source": self.source,
            "target": self.target,
            "signature": self.signature,
            "counts": {str(action): count for action, count in sorted(self.counts.items())},
            "review": [{"passage": passage.id} | one.as_dict() for passage, one in self.review],
            "passages": [
                {
                    "id": passage.id,
                    "source": passage.source,
                    "draft": passage.draft,
                    "text": passage.text,
                    "sentences": [one.as_dict() for one in passage.sentences],
                    "mentions": [told.as_dict() for told in mentions_of(passage.decisions, passage.text)],
                    "decisions": [decision.as_dict() for decision in passage.decisions],
                }
                for passage in self.passages
            ],
        }

    def render(self, kind: str) -> bytes:
        """The report as '.json' or '.html'. Raises UsageError for another suffix."""
        if kind == ".json":
            text = json.dumps(self.as_dict(), ensure_ascii=False, indent=1) + "\n"
        elif kind in {".html", ".htm"}:
            from translit.report.page import page

            text = page(self)
        else:
            raise UsageError(f"a report is written as .json or .html, not as {kind or 'a file without suffix'!r}")
        return text.encode("utf-8")

    def write(self, path: Path | str) -> None:
        """Write JSON or HTML, by the suffix. Raises UsageError for another suffix, OutputError if it cannot."""
        path = Path(path)
        write_beside(path, self.render(path.suffix))
