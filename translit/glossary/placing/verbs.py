"""A term right behind a verb that asks for another case than the accusative: 'помочь Беларусь' wants 'Беларуси'."""

from __future__ import annotations

from collections.abc import Sequence

from translit.glossary.placing.government import object_cases, recast, standing
from translit.glossary.placing.prepositions import preposition
from translit.morphology import Form, part_of_speech, readings_of
from translit.passages import Span


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
