"""Which case a place in a sentence asks for, and the form of a term that stands there."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translit.letters import WORD
from translit.morphology import GOVERNMENT, Form, animate, guessed, lemmas, part_of_speech, readings_of
from translit.passages import Span
from translit.tables import own_table

# Where the second locative is at home: в Крыму, but о Крыме
SECOND = {"в", "во", "на", "у"}
# After these a noun stands in a form of its own, whatever its number: два закона
_FEW = {
    "ru": frozenset("два две три четыре оба обе полтора полторы".split()),  # noqa: SIM905
    "uk": frozenset("два дві три чотири обидва обидві півтора півтори".split()),  # noqa: SIM905
}
# In `verbs.yaml` those whose passive participle alone has a case of its own
_CALLED = "called"
_CLOSE = re.compile(r"[\s«„“\"'(\u2010\u2011-]*")


def chosen_form(
    forms: Sequence[Form], text: str, stretch: Span, language: str, *, person: bool, number: str = ""
) -> tuple[Form, str]:
    """The form that fits the stretch of `text` it will replace, and a sentence that says why.

    In this order: what a preposition before the stretch governs, narrowed by the case of the words that stood
    there; that case alone, narrowed by the neighbours where it is ambiguous; the neighbours alone. Its number is
    `number`, that of the source, unless an adjective or a numeral that stays before it asks for another.
    """
    if len({form.text for form in forms}) == 1:
        return forms[0], "it has one form only"
    table = GOVERNMENT.get(language, {})
    before = _before(text, stretch)
    readings = head_readings(stretch.of(text), language, person=person)
    position = len(before) - 1
    if position >= 0 and part_of_speech(before[position], language) == "adjective":
        adjective = readings_of(before[position], language)
        both = {(form.case, form.number) for form in adjective}
        agreeing = [form for form in readings if (form.case, form.number) in both]
        # it belongs to what follows if it agrees, or if nothing that follows is known
        if agreeing or not (readings or object_cases(before[position], language)):
            readings = agreeing or list(adjective)
            number = "" if len({form.number for form in readings}) == 1 else number
            position -= 1
    word = before[position] if position >= 0 else ""
    governed = table.get(word.lower(), ()) or _object_of(word, readings, language)
    if person and animate(word, language):
        asked = table.get(before[position - 1].lower(), ()) if position > 0 else ()
        if case := _beside(word, readings, asked, text, stretch, language):
            return fitting(forms, case, "singular", second=False), f"{case}, like '{word}' before it"
    if counted(text, stretch, language):
        number = ""
    readings = [form for form in readings if number and form.number == number] or readings
    case, told, why = _case(readings, governed, word, text, stretch, language)
    if guessed(language) and not person:
        why += "; its form is guessed by its ending"
    return fitting(forms, case, number or told, second=word.lower() in SECOND), why


def counted(text: str, stretch: Span, language: str) -> bool:
    """Whether a numeral stands before the stretch: после двух (2) лет."""
    before = text[: stretch.start].split()
    return bool(before) and (before[-1][-1].isdigit() or before[-1].lower() in _FEW.get(language, ()))


def _beside(title: str, readings: Sequence[Form], asked: Sequence[str], text: str, stretch: Span, language: str) -> str:
    """The case of a title before a name (президента Лукашенко); '' if the words that stood there contradict it."""
    cases = [form.case for form in readings_of(title, language) if form.number == "singular"]
    cases = [case for case in cases if case in asked] or cases
    cases = [case for case in cases if not readings or case in {form.case for form in readings}]
    if "nominative" in cases and part_of_speech(next_word(text, stretch.end), language) == "verb":
        return "nominative"
    return cases[0] if cases else ""


def _case(
    readings: Sequence[Form], governed: Sequence[str], word: str, text: str, stretch: Span, language: str
) -> tuple[str, str, str]:
    """(case, number, why); number '' if nothing tells it."""
    number = readings[0].number if readings else ""
    if governed:
        if len({form.case for form in readings}) > 5:  # an indeclinable word says nothing about its case
            return governed[0], number, f"{governed[0]} after '{word}'"
        for form in readings:
            if _plain(form.case) in governed:
                case = _plain(form.case)
                return case, form.number, f"{case} after '{word}', as the words that stood here"
        return governed[0], number, f"{governed[0]} after '{word}'"
    told = _told(word, text, stretch, language)
    if not _locating(text[: stretch.start], language):
        readings = [form for form in readings if _plain(form.case) != "locative"]
    if readings:
        cases = list(dict.fromkeys(_plain(form.case) for form in readings))
        if len(cases) > 1:
            for case, why in told:
                if case in cases:
                    agreed = next(form.number for form in readings if _plain(form.case) == case)
                    return case, agreed, f"{case} {why}, as the words that stood here may be"
        return cases[0], number, f"{cases[0]}, as the words that stood here"
    if told:
        return told[0][0], "", f"{told[0][0]} {told[0][1]}"
    return "nominative", "", "nominative, since nothing around asks for another case"


def _locating(before: str, language: str) -> bool:
    """Whether a preposition stands there that may ask for the locative, which is nowhere without one."""
    table = GOVERNMENT.get(language)
    words = (match.group().lower() for match in WORD.finditer(before))
    return table is None or any("locative" in table.get(word, ()) for word in words)


def _told(word: str, text: str, stretch: Span, language: str) -> list[tuple[str, str]]:
    """Cases the neighbours speak for, and why: the start of a clause, a verb, a noun."""
    found: list[tuple[str, str]] = []
    if not word:
        found.append(("nominative", "at the start of a clause"))
    after = next_word(text, stretch.end)
    if word and part_of_speech(word, language) == "noun":
        found.append(("genitive", f"after the noun '{word}'"))
    if part_of_speech(after, language) == "verb":
        found.append(("nominative", f"before the verb '{after}'"))
    if word and part_of_speech(word, language) in ("verb", "infinitive"):
        found.append(("accusative", f"after the verb '{word}'"))
    # before a verb the subject stands, whatever noun came before it
    if word and len(found) > 1 and found[1][0] == "nominative":
        found[0], found[1] = found[1], found[0]
    return found


def _object_of(verb: str, readings: Sequence[Form], language: str) -> tuple[str, ...]:
    """The cases that a verb asks of its object; none if its subject may stand behind it."""
    if readings and all(form.case == "nominative" for form in readings):
        return ()
    return object_cases(verb, language)


def object_cases(verb: str, language: str) -> tuple[str, ...]:
    """The cases that `verbs.yaml` has for any form of a verb, () for none and for any other word."""
    table = _verbs(language)
    if not table:
        return ()
    found = lemmas(verb, language)
    if part_of_speech(verb, language) == "adjective" and any(table.get(one) == _CALLED for one in found):
        return ("instrumental",)
    return tuple(dict.fromkeys(table[one] for one in found if table.get(one, _CALLED) != _CALLED))


@cache
def _verbs(language: str) -> dict[str, str]:
    table = own_table(__package__, "verbs.yaml").get(language, {})
    return {verb: case for case, verbs in table.items() for verb in verbs}


def next_word(text: str, at: int) -> str:
    """The word that stands there, spaces aside; '' if none does."""
    while at < len(text) and text[at] == " ":
        at += 1
    found = WORD.match(text, at)
    return found.group() if found else ""


def _before(text: str, stretch: Span) -> list[str]:
    """The words before the stretch in its clause, up to three of them."""
    found: list[str] = []
    at = stretch.start
    for match in reversed(list(WORD.finditer(text, 0, stretch.start))):
        if not _CLOSE.fullmatch(text, match.end(), at) or len(found) == 3:
            break
        found.append(match.group())
        at = match.start()
    return found[::-1]


def head_readings(words: str, language: str, *, person: bool = False) -> list[Form]:
    """What the head of some words may be: the first word, narrowed by those that agree with it."""
    found: list[Form] = []
    for match in WORD.finditer(words):
        readings = [form for form in readings_of(match.group(), language) if form.case != "vocative"]
        if not readings:
            continue
        if not found:
            found = readings
        else:
            both = {(form.case, form.number) for form in readings}
            agreeing = [form for form in found if (form.case, form.number) in both]
            found = agreeing or found
        if not person and part_of_speech(match.group(), language) == "noun":
            break
    # a person's name that reads as a plural (Бяляцки) is none: the guess says nothing about its case
    return [form for form in found if form.number != "plural"] if person else found


def _plain(case: str) -> str:
    return "locative" if case == "second locative" else case


def standing(forms: Sequence[Form], there: str) -> list[Form]:
    """The forms of a paradigm that some words are, however written and spaced."""
    words = " ".join(there.lower().split())
    return [form for form in forms if form.text.lower() == words]


def recast(forms: Sequence[Form], same: Sequence[Form], case: str, number: str, *, second: bool = False) -> Form:
    """The form in this case in place of those of `same`: in this number if one of them has it, else in theirs."""
    return fitting(forms, case, number if number in {form.number for form in same} else same[0].number, second=second)


def fitting(forms: Sequence[Form], case: str, number: str, *, second: bool) -> Form:
    """The form in this case, in this number if there is one."""
    number = number if any(form.number == number for form in forms) else forms[0].number
    for wanted in ("second locative", "locative") if case == "locative" and second else (case,):
        for form in forms:
            if form.case == wanted and form.number == number:
                return form
    return next((form for form in forms if form.case == case), forms[0])
