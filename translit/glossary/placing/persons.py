"""A person's name beside a title or a preposition that contradicts it: 'лидером Александр', 'помощь в Лукашенко'."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translit.glossary.placing.government import fitting, standing
from translit.glossary.placing.prepositions import preposition
from translit.morphology import Form, animate, lemmas, part_of_speech, readings_of
from translit.passages import Span

_WORD_BEFORE = re.compile(r"([^\W\d_]+)\s+$")
# The places of a person: what English has 'to' before, a model may write as a direction
_INTO = {"в", "во"}
# Nouns that want к; the others have the dative alone: помощь Лукашенко
_TOWARDS = {
    *("визит", "поездка", "обращение", "отношение", "любовь", "интерес", "претензия", "доверие", "ненависть", "путь"),
    *("подход", "призыв", "приезд", "вопрос", "возвращение"),
}


def like_title(
    forms: Sequence[Form], text: str, stretch: Span, source: str, at: int, language: str
) -> tuple[Form, str] | None:
    """The form of a name in the case of the title right before it, and why; None if it may be right as it stands.

    forms   the paradigm of the name; `source` the sentence, in which the mention begins at `at`
    The source must have a word right before the name too: 'told the leader, Alexander' says nothing.
    """
    title = preposition(text, stretch.start)
    if title is None or text[title.end : stretch.start] != " " or not _WORD_BEFORE.search(source[:at]):
        return None
    word = title.of(text)
    cases = list(dict.fromkeys(form.case for form in readings_of(word, language) if form.number == "singular"))
    own = {form.case for form in standing(forms, stretch.of(text))}
    if not animate(word, language) or not cases or not own or own & set(cases):
        return None
    form = fitting(forms, cases[0], "singular", second=False)
    return (form, f"{cases[0]}, like '{word}' before it") if form.case == cases[0] else None


def towards(
    forms: Sequence[Form], text: str, stretch: Span, source: str, at: int, language: str
) -> tuple[Span, str, Form] | None:
    """Where a Russian draft goes into a person to whom the source only speaks or gives.

    (The preposition with what stands between it and the name, what stands there instead, the name's form.)
    """
    said = _WORD_BEFORE.search(source[:at])
    word = preposition(text, stretch.start)
    if language != "ru" or said is None or said[1].lower() != "to" or word is None:
        return None
    if word.of(text).lower() not in _INTO or text[word.end : stretch.start] != " ":
        return None
    dative = fitting(forms, "dative", "singular", second=False)
    before = _WORD_BEFORE.search(text[: word.start])
    if (dative.case != "dative" and len(forms) > 1) or before is None:
        return None
    given = part_of_speech(before[1], language) == "noun" and not _TOWARDS & set(lemmas(before[1], language))
    return Span(word.start, stretch.start), "" if given else "к ", dative
