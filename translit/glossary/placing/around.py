"""What changes around a term that is placed: its adjectives, its preposition, its verb, a copy of it beside it."""

from __future__ import annotations

import re
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
from translit.morphology import Form, past
from translit.passages import MentionKind, Span

# with another beside it the subject is many
_AND = re.compile(r" (?:и|та|й|і) ")


def with_adjectives(
    text: str, plan: Plan, forms: Sequence[Form], form: Form, language: str, owned: Sequence[Span]
) -> Plan:
    """The plan with the adjectives that agreed with the words it replaces, as they agree with the term."""
    found = agreeing(text, plan.span, forms, form, language, owned)
    if found is None:
        return plan
    words, right = found
    return _led(plan, words, right, " ")


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
        outcome=_changed(plan.outcome),
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
    changed = _changed(plan.outcome)
    return replace(plan, action=action_for(plan.mention), outcome=changed, span=wider, reason="once, as in the source")


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
    return _led(plan, word, right, text[word.end : plan.span.start])


def with_verb(text: str, plan: Plan, language: str, owned: Sequence[Span]) -> Plan:
    """The plan for a person who can only be the subject of the verb of the past right before, with that as it agrees.

    A form that may be another case too may be an object: 'сказала Лукашенко' is of a woman who told him.
    """
    mention = plan.mention
    verb = preposition(text, plan.span.start)
    if not mention.person or not mention.gender or plan.action is Action.MISSED or plan.lead[0] or verb is None:
        return plan
    own = [form for target in mention.targets for form in standing(forms_of(mention, target, language), plan.after)]
    if not own or any(form.case != "nominative" for form in own) or _AND.match(text, plan.span.end):
        return plan
    word = verb.of(text)
    right = past(word, mention.gender, language)
    if right in ("", word) or text[verb.end : plan.span.start] != " " or any(verb.overlaps(span) for span in owned):
        return plan
    return replace(_led(plan, verb, right, " "), action=action_for(mention), outcome=_changed(plan.outcome))


def _led(plan: Plan, before: Span, right: str, gap: str) -> Plan:
    """The plan over the words before it too, which become `right`; `gap` stands between them and the term."""
    return replace(
        plan,
        span=Span(before.start, plan.span.end),
        after=right + gap + plan.after,
        reason=f"{plan.reason}; '{right}' before it",
        lead=(len(before), len(right), len(gap)),
    )


def _changed(outcome: Outcome) -> Outcome:
    """What is said of a term around which something changes: one that stood there did not stand there as it is now."""
    return Outcome.ADJUSTED if outcome is Outcome.ALREADY else outcome
