"""What changes around a term that is placed: its adjectives, its preposition, a copy of it beside it."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translit.decisions import Action, Outcome, action_for
from translit.glossary.placing.accepting import forms_of
from translit.glossary.placing.agreement import agreeing, enclosed
from translit.glossary.placing.government import standing
from translit.glossary.placing.persons import towards
from translit.glossary.placing.plan import Plan
from translit.glossary.placing.prepositions import preposition, shaped
from translit.glossary.placing.stretch import again
from translit.letters import Shape, shape_of
from translit.morphology import Form
from translit.passages import MentionKind, Span


def with_adjectives(
    text: str, plan: Plan, forms: Sequence[Form], form: Form, language: str, owned: Sequence[Span]
) -> Plan:
    """The plan with the adjectives that agreed with the words it replaces, as they agree with the term."""
    found = agreeing(text, plan.span, forms, form, language, owned)
    if found is None:
        return plan
    words, right = found
    return replace(
        plan,
        span=Span(words.start, plan.span.end),
        after=f"{right} {plan.after}",
        reason=f"{plan.reason}; '{right}' before it",
        lead=(len(words), len(right), 1),
    )


def between_them(text: str, plan: Plan, language: str, owned: Sequence[Span]) -> Plan:
    """The plan for an accepted term, with the adjectives between its preposition and it as they agree with it."""
    mention = plan.mention
    if plan.outcome not in (Outcome.ALREADY, Outcome.ADJUSTED) or mention.kind is MentionKind.KEEP:
        return plan
    for target in mention.targets:
        forms = forms_of(mention, target, language)
        same = standing(forms, plan.after)
        ways = [with_adjectives(text, plan, forms, form, language, owned) for form in same]
        inside = [way for way, form in zip(ways, same, strict=True) if enclosed(text, plan.span, form, language)]
        if inside and plan not in ways:
            return replace(inside[0], action=action_for(mention), outcome=Outcome.ADJUSTED)
    return plan


def to_person(text: str, source: str, plan: Plan, language: str, owned: Sequence[Span]) -> Plan:
    """The plan for a person in the dative, where the draft has gone into one: 'помощь в Лукашенко'."""
    mention = plan.mention
    if not mention.person or plan.action is Action.MISSED or plan.lead[0]:
        return plan
    paradigms = [forms_of(mention, target, language) for target in mention.targets]
    forms = next((forms for forms in paradigms if standing(forms, plan.after)), paradigms[0])
    found = towards(forms, text, plan.span, source, mention.span.start, language)
    if found is None or any(found[0].overlaps(span) for span in owned):
        return plan
    before, right, form = found
    word = form.text.upper() if shape_of(plan.after) is Shape.UPPER else form.text
    return replace(
        plan,
        action=action_for(mention),
        outcome=Outcome.ADJUSTED if plan.outcome is Outcome.ALREADY else plan.outcome,
        span=Span(before.start, plan.span.end),
        after=right + word,
        reason=f"dative for 'to', where '{before.of(text).strip()}' stood before it",
        lead=(len(before), len(right), 0),
    )


def once(text: str, plan: Plan, owned: Sequence[Span]) -> Plan:
    """The plan for what is copied, over what the model wrote of it besides."""
    if plan.mention.kind is not MentionKind.KEEP or plan.action is Action.MISSED:
        return plan
    wider = again(text, plan.span, plan.after, owned)
    if wider == plan.span:
        return plan
    outcome = Outcome.ADJUSTED if plan.outcome is Outcome.ALREADY else plan.outcome
    return replace(plan, action=action_for(plan.mention), outcome=outcome, span=wider, reason="once, as in the source")


def with_preposition(text: str, plan: Plan, language: str, owned: Sequence[Span]) -> Plan:
    """The plan with the preposition before a changed form, where that must change its shape: об Минске, о Минске."""
    if plan.mention.kind is MentionKind.KEEP or plan.lead[0] or plan.after.lower() == plan.span.of(text).lower():
        return plan
    word = preposition(text, plan.span.start)
    if word is None or any(word.overlaps(span) for span in owned):
        return plan
    right = shaped(word.of(text), plan.after, language)
    if right == word.of(text):
        return plan
    gap = text[word.end : plan.span.start]
    return replace(
        plan,
        span=Span(word.start, plan.span.end),
        after=right + gap + plan.after,
        reason=f"{plan.reason}; '{right}' before it",
        lead=(len(word), len(right), len(gap)),
    )
