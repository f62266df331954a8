"""A term right behind a verb: 'помочь Беларусь' wants 'Беларуси', and 'сказал Ирина' wants 'сказала'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import replace

from translit.decisions import Action, Outcome, action_for
from translit.glossary.placing.accepting import forms_of
from translit.glossary.placing.government import object_cases, recast, standing
from translit.glossary.placing.plan import Plan
from translit.glossary.placing.prepositions import preposition
from translit.morphology import Form, part_of_speech, past, readings_of
from translit.passages import Span

# with another beside it the subject is many
_AND = re.compile(r" (?:и|та|й|і) ")


def after_verb(
    forms: Sequence[Form], text: str, stretch: Span, language: str, *, person: bool, number: str = ""
) -> tuple[Form, str] | None:
    """The form that a verb right before an accepted one asks for, and why; None if what stands there may be right.

    forms  the paradigm of the target
    The subject may stand behind a verb that is no infinitive, a person is one behind anything (of a servant: 'служа Тим
    Фигурес'), and a participle may belong to what follows it.
    """
    verb = preposition(text, stretch.start)
    if verb is None or text[verb.end : stretch.start].strip():
        return None
    word = verb.of(text)
    cases = object_cases(word, language)
    own = standing(forms, stretch.of(text))
    if not cases or not own or any(form.case in ("", *cases) for form in own):
        return None
    if part_of_speech(word, language) == "adjective":
        agreeing = {(one.case, one.number) for one in readings_of(word, language)}
        if any((form.case, form.number) in agreeing for form in own):
            return None
    elif (person or part_of_speech(word, language) != "infinitive") and any(form.case == "nominative" for form in own):
        return None
    form = recast(forms, own, cases[0], number)
    return (form, f"{cases[0]} after '{word}'") if form.case == cases[0] else None


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
    return replace(
        plan,
        action=action_for(mention),
        outcome=Outcome.ADJUSTED if plan.outcome is Outcome.ALREADY else plan.outcome,
        span=Span(verb.start, plan.span.end),
        after=f"{right} {plan.after}",
        reason=f"{plan.reason}; '{right}' before it",
        lead=(len(word), len(right), 1),
    )
