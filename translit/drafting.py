"""What the engine is asked: a sentence, and again with its terms where one does not stand there by itself.

`attempted` asks once, and places the terms in what comes back. A model that was trained for it is shown names from
the first, for what it knows of a name is seldom right; terms only where they do not fit into that draft, since its
sentences are better without: with all shown at once, 404 cases of newstest2020 had chrF++ 32.39 in place of 32.93
(en-zle 0.4.0). Of any other model further hypotheses of the same search are looked at, which costs nothing. Where
that does not help, the model is led to the term (`leading`). A wording that must not be there is barred, and the
sentence asked for again. Of all that came about, the text with the fewest terms missing wins, and among those the one
that the model itself finds likeliest. A term is never glued on: where nothing helps, it stays missed.
Last, drafts that no reader could use are asked for in other ways (`retrying`). What people wrote is never asked for
again: a term is placed in it or is reported as missed.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Mapping, Sequence
from dataclasses import replace

from translit.asking import Asking, Attempt, shows
from translit.confidence import doubts
from translit.decisions import Action, Decision, Outcome, action_for
from translit.engines import Engine
from translit.glossary import forbidden, forms_of
from translit.leading import Lead, leads, misplaced, parted, unsettled
from translit.letters import capitalised
from translit.passages import Draft, Mention, MentionKind
from translit.retrying import retry

# how often a sentence is led
_ROUNDS = 8
# hypotheses besides the best that are looked at for a term; a model that can read terms is shown them instead
_RIVALS = 3
_SAID = {
    Outcome.ANNOTATED: "the model was shown it and wrote it",
    Outcome.RIVAL: "another hypothesis of the model had it",
    Outcome.LED: "the model was led to it, its own draft lacked it",
}


def attempted(engine: Engine, texts: Sequence[str], found: Sequence[Sequence[Mention]], language: str) -> list[Attempt]:
    """Each sentence drafted, its terms placed, and led to those that the model left out.

    `found` holds the mentions of each sentence, in the order of its text; `language` is the target's tag.
    """
    asking = Asking(engine, texts, found, language)
    attempts: dict[int, Attempt] = {}
    bare = [n for n in range(len(texts)) if not found[n]]
    for n, draft in zip(bare, asking.drafted(bare), strict=True):
        attempts[n] = Attempt(draft, draft, ())
    full = [n for n in range(len(texts)) if found[n]]
    rivals = 0 if engine.annotation else _RIVALS
    for n, draft in zip(full, asking.drafted(full, rivals=rivals, terms=False), strict=True):
        attempts[n] = _of_hypotheses(asking, n, draft, terms=False)
    ours = {n: one for n, one in attempts.items() if not one.draft.of_people}
    _show(asking, ours)
    _bar(asking, ours)
    _lead(asking, ours, [n for n in full if n in ours])
    retry(asking, ours)
    attempts |= ours
    return [_checked(asking, n, attempts[n]) for n in range(len(texts))]


def _of_hypotheses(asking: Asking, number: int, draft: Draft, *, terms: bool = True) -> Attempt:
    """The draft with its terms placed, or the rival that needs least of it; `terms`: whether it was shown them."""
    mentions = asking.found[number]
    first = asking.placed(number, replace(draft, rivals=()))
    if asking.engine.annotation:
        told = zip(mentions, first.decisions, _told(first.decisions, Outcome.ANNOTATED, mentions), strict=True)
        first = replace(
            first,
            decisions=tuple(new if shows(one, terms=terms) else old for one, old, new in told),
        )
    if not draft.rivals:
        return first
    best, fewest = first, _needs(asking, number, first)
    for rival in draft.rivals if any(fewest) else ():
        other = asking.placed(number, rival)
        needs = _needs(asking, number, other)
        if needs < fewest:
            best, fewest = replace(other, decisions=_said(first, other, mentions, Outcome.RIVAL)), needs
    return best


def _needs(asking: Asking, number: int, one: Attempt) -> tuple[int, int]:
    """How many terms are missing, and to how many the model should be led."""
    return one.missed, len(unsettled(one, asking.found[number], asking.language))


def _show(asking: Asking, attempts: dict[int, Attempt]) -> None:
    """Ask a model that can read terms again for the sentences that a term does not fit into, with the terms shown."""
    if not asking.engine.annotation:
        return
    numbers = [n for n, one in attempts.items() if _unfit(asking, n, one)]
    for n, draft in zip(numbers, asking.drafted(numbers), strict=True):
        other = _of_hypotheses(asking, n, draft)
        if _needs(asking, n, other) <= _needs(asking, n, attempts[n]):
            attempts[n] = other


def _unfit(asking: Asking, number: int, one: Attempt) -> bool:
    """Whether a term does not fit into the draft."""
    mentions = asking.found[number]
    left = unsettled(one, mentions, asking.language)
    return any(mentions[m].kind is MentionKind.TERM for m in left) or misplaced(one, mentions, asking.language)


def _bar(asking: Asking, attempts: dict[int, Attempt]) -> None:
    """Ask again for the sentences with a wording that must not be there, without it."""
    barred = {n: words for n, one in attempts.items() if (words := _barred(asking, n, one.draft.text))}
    numbers = list(barred)
    if not numbers:
        return
    for n, draft in zip(numbers, asking.drafted(numbers, without=[barred[n] for n in numbers]), strict=True):
        attempts[n] = _of_hypotheses(asking, n, draft)


def _barred(asking: Asking, number: int, text: str) -> list[str]:
    """The forms of wordings that stand in the text and must not, but for those that a wanted wording needs."""
    found: list[str] = []
    for mention in asking.found[number]:
        if forbidden(text, mention, asking.language):
            wanted = " ".join(
                form.text.lower() for target in mention.targets for form in forms_of(mention, target, asking.language)
            )
            for target in mention.forbidden:
                forms = [form.text for form in forms_of(mention, target, asking.language)]
                found += [form for form in dict.fromkeys(forms) if form.lower() not in wanted]
    return [way for form in found for way in dict.fromkeys((form, capitalised(form)))]


def _lead(asking: Asking, attempts: dict[int, Attempt], numbers: Sequence[int]) -> None:
    """Lead the model to what is missing, from left to right: what comes after a led term may go missing in its turn."""
    latest = {n: attempts[n] for n in numbers if unsettled(attempts[n], asking.found[n], asking.language)}
    seen = {n: [one] for n, one in latest.items()}
    tried: Counter[tuple[int, int]] = Counter()
    times: Counter[tuple[int, int]] = Counter()
    for _ in range(_ROUNDS):
        asked = [(n, *next_one) for n, one in latest.items() if (next_one := _next(asking, n, one, tried))]
        if not asked:
            break
        starts = _likeliest(asking, [(n, ways) for n, _, ways in asked])
        drafts = asking.drafted([n for n, _, _ in asked], starts=starts)
        for (n, m, _), start, draft in zip(asked, starts, drafts, strict=True):
            other = asking.placed(n, parted(draft, start, asking.found[n][m], asking.language))
            if other.decisions[m].outcome in (Outcome.ALREADY, Outcome.ADJUSTED):
                latest[n] = replace(other, decisions=_said(latest[n], other, asking.found[n], Outcome.LED))
                seen[n].append(latest[n])
                # two terms that drive each other out would be led to by turns for ever
                tried[n, m] += bool(times[n, m])
                times[n, m] += 1
            else:
                tried[n, m] += 1
    attempts |= _best(asking, seen)


def _next(asking: Asking, number: int, one: Attempt, tried: Counter[tuple[int, int]]) -> tuple[int, list[Lead]] | None:
    """The next mention to lead to, with the ways that are left."""
    text, mentions = asking.texts[number], asking.found[number]
    for m in unsettled(one, mentions, asking.language):
        ways = leads(one.placed, text, mentions[m], one.decisions[m], asking.language, tried[number, m])
        if ways:
            return m, ways
    return None


def _likeliest(asking: Asking, choices: Sequence[tuple[int, Sequence[Lead]]]) -> list[str]:
    """Of each sentence's ways the beginning whose form the model finds likeliest."""
    open_ = [(n, lead) for n, ways in choices if len(ways) > 1 for lead in ways]
    weights = iter(asking.weighed([n for n, _ in open_], [lead.tried for _, lead in open_]))
    weighed = [[(next(weights) if len(ways) > 1 else 0.0, -at) for at in range(len(ways))] for _, ways in choices]
    return [ways[-max(weight)[1]].start for (_, ways), weight in zip(choices, weighed, strict=True)]


def _best(asking: Asking, seen: Mapping[int, Sequence[Attempt]]) -> dict[int, Attempt]:
    """The fewer terms are missing and the fewer doubts there are, the better; among equals the model chooses."""
    equal: dict[int, list[Attempt]] = {}
    for n, ways in seen.items():
        needs = [(one.missed, len(doubts(asking.texts[n], one.placed.text))) for one in ways]
        equal[n] = [one for one, need in zip(ways, needs, strict=True) if need == min(needs)]
    texts = [(n, one.placed.text) for n, ways in equal.items() if len(ways) > 1 for one in ways]
    weights = iter(asking.weighed([n for n, _ in texts], [text for _, text in texts]))
    best: dict[int, Attempt] = {}
    for n, ways in equal.items():
        order = [(next(weights), -at) for at in range(len(ways))] if len(ways) > 1 else [(0.0, 0)]
        best[n] = ways[-max(order)[1]]
    return best


def _said(before: Attempt, after: Attempt, mentions: Sequence[Mention], outcome: Outcome) -> tuple[Decision, ...]:
    """The later decisions; a term that stands there only because of what was done does not count as there already."""
    standing = (Outcome.ALREADY, Outcome.ANNOTATED, Outcome.RIVAL, Outcome.LED)
    return tuple(
        replace(new, action=old.action, outcome=old.outcome, reason=old.reason)
        if new.outcome is Outcome.ALREADY and old.outcome in standing
        else one
        for old, new, one in zip(
            before.decisions, after.decisions, _told(after.decisions, outcome, mentions), strict=True
        )
    )


def _told(decisions: Sequence[Decision], outcome: Outcome, mentions: Sequence[Mention]) -> tuple[Decision, ...]:
    """Decisions of which those that found the term there say how it came there."""
    shown = outcome is Outcome.ANNOTATED
    return tuple(
        replace(one, action=one.action if shown else action_for(mention), outcome=outcome, reason=_SAID[outcome])
        if one.outcome is Outcome.ALREADY
        else one
        for one, mention in zip(decisions, mentions, strict=True)
    )


def _checked(asking: Asking, number: int, one: Attempt) -> Attempt:
    """The attempt; where a wording still stands that must not, or two entries disagree, its decision says so."""
    text, decisions = one.placed.text, []
    for decision, mention in zip(one.decisions, asking.found[number], strict=True):
        if there := forbidden(text, mention, asking.language):
            why = f"'{there[0].of(text)}' stands there and must not"
            decision = replace(decision, action=Action.DOUBTED, outcome=Outcome.FORBIDDEN, reason=why)
        elif mention.rivals:
            why = f"{decision.reason}; {', '.join(mention.rivals)} would have it otherwise"
            decision = replace(decision, outcome=Outcome.CONFLICT, reason=why)
        decisions.append(decision)
    return replace(one, decisions=tuple(decisions))
