"""What is to be done about a mention, before it is."""

from __future__ import annotations

from dataclasses import dataclass

from translit.decisions import Action, Outcome
from translit.passages import Mention, Span


@dataclass(frozen=True, slots=True)
class Plan:
    """What to do about a mention: `span` is a stretch of the draft as the model wrote it.

    `lead`: how many characters at the beginning of `span` are the preposition or the adjectives before the term, how
    many of `after` are, and how many stand between them and the term.
    """

    mention: Mention
    action: Action
    outcome: Outcome
    span: Span
    after: str
    reason: str
    lead: tuple[int, int, int] = (0, 0, 0)
