"""What was done to a text, where, and why.

A decision that changed something carries the stretch it changed, as the text stood at that
moment; `replay` applies the decisions in order and gives the result again. A decision that
changed nothing (a term that was right already, a doubt, a miss) has `before == after`.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import asdict, dataclass
from enum import StrEnum
from typing import Any

from translit.passages import Mention, MentionKind, Span


class Action(StrEnum):
    """What a decision did."""

    ACCEPTED = "accepted"  # the right form was there already
    PLACED = "placed"  # a glossary term was put in
    SETTLED = "settled"  # a name was brought to its one spelling
    ROMANIZED = "transliterated"  # a name no register knows was written in the target script
    KEPT = "kept"  # copied exactly
    SPLIT = "split"  # a sentence too long for the model was translated in parts
    RETRIED = "translated again"  # the first draft was empty, a copy or a loop, and another was taken
    PIVOTED = "pivoted"  # translated through a third language
    MISSED = "missed"  # nothing could be done; a person must look
    DOUBTED = "doubted"  # done, but a person should look


class Outcome(StrEnum):
    """How the target of a mention came to stand in the translation, or why it does not."""

    ALREADY = "already right"  # the model wrote it
    ANNOTATED = "annotated"  # the model wrote it, shown it beside the words of the source
    RIVAL = "other hypothesis"  # another draft of the same search had it
    LED = "led"  # the model was made to begin with it and finished the sentence
    REPLACED = "replaced"  # the words that stood for the mention gave way
    ADJUSTED = "adjusted"  # it stood there in another case or with other capitals
    MISSED = "missed"  # nothing stands for it
    CONFLICT = "conflict"  # another term stands where it should, or another entry wants something else
    FORBIDDEN = "forbidden"  # a wording stands there that must not

    @property
    def loose(self) -> bool:
        """Whether the model itself did not write it."""
        return self in (Outcome.REPLACED, Outcome.MISSED, Outcome.CONFLICT)


def action_for(mention: Mention) -> Action:
    """What it is called when this mention's target is put in."""
    if mention.kind is MentionKind.KEEP:
        return Action.KEPT
    if mention.kind is MentionKind.NAME and mention.sure:
        return Action.SETTLED
    return Action.PLACED if mention.sure else Action.ROMANIZED


@dataclass(frozen=True, slots=True)
class Decision:
    """One thing that was done, or could not be done.

    passage  id of the passage
    source   the words of the source it is about, '' if none
    span     the stretch of the translated passage it changed or looked at, as it stood then
    before   what stood there; after: what stands there now
    reason   one sentence for a person
    entry    id of the glossary entry or person, '' if none
    sentence the number of the sentence in its passage, from 0
    outcome  how the mention came to stand; None for what is about no mention
    at       the stretch of the source passage it is about, None if unknown
    """

    action: Action
    passage: str
    source: str
    span: Span
    before: str
    after: str
    reason: str
    entry: str = ""
    sentence: int = 0
    outcome: Outcome | None = None
    at: Span | None = None

    @property
    def doubtful(self) -> bool:
        """Whether a person should look."""
        return self.action in (Action.MISSED, Action.DOUBTED, Action.ROMANIZED)

    def as_dict(self) -> dict[str, Any]:
        """Plain values for JSON; spans as [start, end]."""
        return asdict(self) | {
            "action": str(self.action),
            "span": [self.span.start, self.span.end],
            "outcome": str(self.outcome) if self.outcome else None,
            "at": [self.at.start, self.at.end] if self.at else None,
        }

    def __str__(self) -> str:
        change = f"{self.before!r} -> {self.after!r}" if self.before != self.after else f"{self.after!r}"
        return f"{self.action:14} {self.source!r}: {change} ({self.reason})"


def replay(draft: str, decisions: Iterable[Decision]) -> str:
    """Apply the decisions of one passage, in order, to its draft.

    Raises ValueError if a decision does not find what it says it changed.
    """
    text = draft
    for decision in decisions:
        if decision.before == decision.after:
            continue
        if decision.span.of(text) != decision.before:
            raise ValueError(f"at {decision.span.start} stands {decision.span.of(text)!r}, not {decision.before!r}")
        text = text[: decision.span.start] + decision.after + text[decision.span.end :]
    return text
