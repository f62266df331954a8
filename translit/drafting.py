"""What the engine is asked: with terms beside their words, and again where a term is missing.

`attempted` asks once, places the terms, and leads the model to those that nothing stands for: the
text is kept up to where the term belongs, one of its forms follows, and the model finishes the
sentence from there (a forced prefix), so that it writes the rest to agree. Several forms are
tried; the one that leaves least missing, and that the model likes best, wins. A term is never
glued on: where leading does not help, it stays missed.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from functools import partial

from translit.decisions import Action, Decision, action_for
from translit.engines import Engine
from translit.glossary import annotate, place
from translit.letters import capitalised
from translit.morphology import paradigm
from translit.passages import Draft, Mention, MentionKind, Span
from translit.suspicion import doubts
from translit.verbatim import has_words

# forms of a term that are tried, and how often a sentence is led
_FORMS, _ROUNDS = 6, 12
_OPENING = "«“„([—-"
_LED = "the model was led to it, its own draft lacked it"


@dataclass(frozen=True, slots=True)
class Attempt:
    """A draft of a sentence, what it became with its terms placed, and the decisions, one a mention."""

    draft: Draft
    placed: Draft
    decisions: tuple[Decision, ...]

    @property
    def missing(self) -> tuple[bool, ...]:
        """For each mention, in the order of the source, whether nothing stands for it."""
        return tuple(decision.action is Action.MISSED for decision in self.decisions)

    @property
    def missed(self) -> int:
        """How many mentions nothing stands for."""
        return sum(self.missing)


def attempted(engine: Engine, texts: Sequence[str], found: Sequence[Sequence[Mention]], language: str) -> list[Attempt]:
    """Each sentence drafted, its terms placed, and led to those that are missing.

    `found` holds the mentions of each sentence, in the order of its text; `language` is the target's tag.
    """
    attempts = [
        _placed(draft, text, mentions, language)
        for draft, text, mentions in zip(_drafted(engine, texts, found), texts, found, strict=True)
    ]
    # sentence: how many of its missing terms could not be led to
    waiting = {number: 0 for number, one in enumerate(attempts) if one.missed}
    latest = {number: attempts[number] for number in waiting}
    for _ in range(_ROUNDS):
        asked = [(n, start) for n in waiting for start in _starts(latest[n], found[n], language, waiting[n])]
        if not asked:
            break
        numbers, starts = [n for n, _ in asked], [start for _, start in asked]
        drafts = _drafted(engine, [texts[n] for n in numbers], [found[n] for n in numbers], starts)
        tried: dict[int, list[Attempt]] = {}
        for n, draft in zip(numbers, drafts, strict=True):
            tried.setdefault(n, []).append(_placed(draft, texts[n], found[n], language))
        for n, candidates in tried.items():
            # from left to right: what comes after a led term may go missing, and is led to next
            further = [one for one in candidates if one.missing < latest[n].missing]
            if further:
                best = min(further, key=partial(_rank, texts[n]))
                latest[n] = replace(best, decisions=_told(latest[n], best, found[n]))
                attempts[n] = min(attempts[n], latest[n], key=lambda one: one.missed)
            else:
                waiting[n] += 1
    return attempts


def _drafted(
    engine: Engine, texts: Sequence[str], found: Sequence[Sequence[Mention]], starts: Sequence[str] | None = None
) -> list[Draft]:
    """Drafts of the engine, aligned in characters of the plain text.

    A text without a word to translate is its own draft; so is one for which the model gives nothing.
    """
    drafts = [Draft(text, ((Span(0, len(text)), Span(0, len(text))),)) for text in texts]
    kept = [[mention.span for mention in mentions if mention.kind is MentionKind.KEEP] for mentions in found]
    asked = [number for number, text in enumerate(texts) if has_words(text, kept[number])]
    shown = {n: annotate(texts[n], found[n], engine.annotation) if engine.annotation else None for n in asked}
    sent = [one.text if (one := shown[n]) else texts[n] for n in asked]
    for n, draft in zip(asked, engine.translate(sent, starts=starts and [starts[n] for n in asked]), strict=True):
        if draft.text.strip():
            one = shown[n]
            pairs = draft.alignment if one is None else ((one.original(source), t) for source, t in draft.alignment)
            drafts[n] = replace(draft, alignment=tuple(pairs))
    return drafts


def _placed(draft: Draft, text: str, mentions: Sequence[Mention], language: str) -> Attempt:
    placed, decisions = place(draft, text, mentions, language=language)
    return Attempt(draft, placed, tuple(decisions))


def _starts(attempt: Attempt, mentions: Sequence[Mention], language: str, skipped: int) -> list[str]:
    """Beginnings that lead to the first missing term not skipped: what stands before its place, then a form of it."""
    missing = [m for m, decision in zip(mentions, attempt.decisions, strict=True) if decision.action is Action.MISSED]
    if not missing[skipped:]:
        return []
    mention = missing[skipped]
    kept = _before(attempt.placed, mention)
    fixed = mention.fixed or mention.kind is MentionKind.KEEP
    forms = paradigm(mention.targets[0], language, gender=mention.gender, person=mention.person, fixed=fixed)
    forms = tuple(form for form in forms if form.number == mention.number) or forms
    space = "" if not kept or kept[-1] in _OPENING else " "
    words = list(dict.fromkeys(form.text for form in forms))[:_FORMS]
    return [f"{kept}{space}{word if kept or fixed else capitalised(word)}" for word in words]


def _before(draft: Draft, mention: Mention) -> str:
    """The draft up to the end of the word that stands for the nearest word before the mention."""
    earlier = [pair for pair in draft.alignment if pair[0].end <= mention.span.start]
    nearest = max((source.end for source, _ in earlier), default=0)
    end = max((target.end for source, target in earlier if source.end == nearest), default=0)
    while end and end < len(draft.text) and draft.text[end - 1].isalnum() and draft.text[end].isalnum():
        end += 1
    return draft.text[:end].rstrip(" .!?…")


def _rank(text: str, attempt: Attempt) -> tuple[int, int, float]:
    """The less is missing, the fewer the doubts and the better the model's score, the lower."""
    return attempt.missed, len(doubts(text, attempt.draft.text)), -attempt.draft.score


def _told(before: Attempt, after: Attempt, mentions: Sequence[Mention]) -> tuple[Decision, ...]:
    """The later decisions; a term that stands there only because the model was led to it is not called accepted."""
    return tuple(
        replace(new, action=action_for(mention), reason=_LED)
        if new.action is Action.ACCEPTED and old.action is not Action.ACCEPTED
        else new
        for old, new, mention in zip(before.decisions, after.decisions, mentions, strict=True)
    )
