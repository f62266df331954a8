"""Names of persons in East Slavic texts that no register knows: a given name or an initial with what follows it, or a
family name behind a title, brought to the dictionary form.
"""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translit.letters import folded
from translit.morphology import animate, is_place, lemmas, paradigm, part_of_speech, past, readings_of
from translit.names.identity.endings import family_gender, patronymic_gender
from translit.names.identity.parts import is_initial
from translit.names.tables import titles, words
from translit.names.texts.nominative import bases, givens_of, nominative
from translit.names.texts.runs import Run, is_listed, quoted, runs, with_stop
from translit.names.texts.tokens import Token
from translit.passages import Span
from translit.transliteration.given_names import given_name

_FAMILY = re.compile(r".{2,}(?:енко|анка|енка|чук|юк|ович|евич|авич|эвич|івіч|овіч|евіч|авіч|эвіч|дзе|швили|ян)$")


def east_slavic(text: str, source: str, taken: Sequence[Span]) -> Iterator[tuple[Span, str, str]]:
    """Where a name stands, its dictionary form and the gender, in reading order."""
    for run in runs(text, taken, source):
        there = _from_given(run, source)
        if not there or quoted(text, run.span) or any(token.before == "-" for token in there[1:]):
            continue
        span = Span(there[0].span.start, there[-1].span.end)
        if len(there) == 1:
            if (alone := _after_title(there[0].text, run.before, source)) and not run.first:
                yield (span, *alone)
            continue
        if any(is_listed(token.text) for token in there[1:]):
            continue
        words_there = [f"{token.text}." if is_initial(token.text) else token.text for token in there]
        name, gender = in_dictionary_form(words_there, source, straight=_straight(run, there, source))
        if name:
            yield span, name, gender


def in_dictionary_form(there: Sequence[str], source: str, *, straight: bool | None = True) -> tuple[str, str]:
    """The dictionary form and the gender of a name that begins with a given name or an initial with its stop."""
    patronymic = patronymic_gender(there[1]) if len(there) == 3 else ""
    name, gender = nominative(there, givens_or_initial(there[0], source), source, patronymic, straight=straight)
    return name, gender or family_gender(name)


def _straight(run: Run, there: Sequence[Token], source: str) -> bool | None:
    """Whether the words before a name want it in the nominative; None if they do not tell."""
    others = [token.text for token in run.tokens[: -len(there)]]
    office = any(_is_realm(word, source) for word in others)
    before = next((word for word in reversed([run.before, *others]) if not _is_realm(word, source)), "")
    if not before:
        return True
    if hers := past(before, "feminine", source):
        return hers == before
    speech = part_of_speech(before, source)
    if speech == "preposition":
        # before an office it asks for the case of that
        return None if office else False
    if speech == "adjective" or animate(before, source):
        cases = {form.case for form in readings_of(before, source) if form.gender == "masculine"}
        if cases and "nominative" not in cases:
            return False
    return True if office or folded(before) in titles() else None


def givens_or_initial(word: str, source: str) -> list[str]:
    """The given names in dictionary form that a word may be, itself first; none if it is no name and no initial."""
    return givens_of(word, source) or ([word] if is_initial(word) else [])


def _from_given(run: Run, source: str) -> list[Token]:
    """The two or three words of a name, from its given name on; the last word alone where there is no given name."""
    there = list(run.tokens)
    for place, token in enumerate(there[:-1]):
        # 'С Марией' opens a sentence: a letter without a full stop is a preposition, not an initial
        letter = is_initial(token.text) and not with_stop(there, place)
        if letter or folded(token.text) in words("realms") or not givens_or_initial(token.text, source):
            continue
        # the word that begins a sentence may be any, and so what an office is of: 'Президент Украины Владимир ...'
        if all(_is_realm(before.text, source) for before in there[int(run.first) : place]):
            return there[place:] if len(there) - place <= 3 else []
    return there if len(there) == 1 else []


def _is_realm(word: str, source: str) -> bool:
    """Whether this is what an office may be of, in a country where a name is written as it is spoken."""
    return folded(word) in words("realms") or (is_place(word, source) and folded(word) not in words("abroad"))


def _after_title(word: str, before: str, source: str) -> tuple[str, str] | None:
    """The family name in dictionary form and its gender, where a title stands before it: 'депутата Шевчука'."""
    title = next((form for form in (folded(before), *lemmas(before, source)) if form in titles()), "")
    if not title or given_name(word) or is_listed(word) or is_place(word, source):
        return None
    gender = titles()[title]
    for candidate in dict.fromkeys((*bases(word), word)):
        if not (_FAMILY.search(candidate) or family_gender(candidate)):
            continue
        told = gender or family_gender(candidate)
        if any(form.text == word for form in paradigm(candidate, source, gender=told, person=True)):
            return candidate, told
    return None
