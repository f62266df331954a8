"""Every form of a phrase given in its dictionary form."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from functools import lru_cache
from itertools import product
from typing import Any

from translit.letters import nfc
from translit.morphology.agreement import agreeing
from translit.morphology.analysis import (
    CASES,
    GENDERS,
    OTHERWISE,
    Form,
    analyser,
    base_language,
    dressed,
    form_of,
    grammemes,
)
from translit.morphology.by_endings import guessed, phrase_forms
from translit.morphology.personal import guessed_gender, is_person, name_forms

_ORDER = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative", "second locative", "vocative")
_QUOTED = re.compile(r"([«„“\"])([^«»„“”\"]+)([»“”\"])")
_AND = {"ru": {"и"}, "uk": {"і", "й", "та"}}
# Names of cities and rivers agree with the common noun before them: в городе Минске (Rosenthal, par. 197)
_AGREEING = {"город", "река", "місто", "річка"}
# Nouns whose own form after в/на is the rule; elsewhere (в Белом доме, в крае) it would be wrong or colloquial
_SECOND_LOCATIVE = {
    "аэропорт", "берег", "бой", "год", "дон", "крым", "лес", "мост", "плен", "порт", "пост", "сад", "строй", "тыл",
}  # fmt: skip


@lru_cache(maxsize=8192)
def paradigm(
    phrase: str, language: str, *, gender: str = "", person: bool = False, fixed: bool = False
) -> tuple[Form, ...]:
    """Every form of a phrase, the phrase itself first.

    phrase   dictionary form: 'площадь Независимости', 'санкции', 'Светлана Тихановская'
    gender   of a person, 'masculine' or 'feminine'; '' to guess it
    person   the words inflect as given name, patronymic and family name
    fixed    the phrase does not inflect

    Adjectives before the head noun agree with it, what follows it stays. A head in the plural (санкции, выборы)
    keeps it; one in the singular gives its plural too, unless the phrase is a proper name (has a capital letter).
    An abbreviation in capitals stays as it is. Where nothing is known the phrase alone comes back, in no case.
    """
    phrase = nfc(phrase)
    base = base_language(language)
    if fixed or not phrase.strip():
        return (Form(phrase),)
    if quoted := _QUOTED.fullmatch(phrase):
        inner = paradigm(quoted[2], language, gender=gender, person=person)
        return tuple(replace(form, text=f"{quoted[1]}{form.text}{quoted[3]}") for form in inner)
    words = phrase.split()
    gaps = re.findall(r"\s+", phrase.strip())
    if person or is_person(phrase, base):
        told = gender or guessed_gender(words, base)
        named = name_forms(words, base, gender)
        forms = [Form(_joined(row, gaps), case, "singular", told) for case, row in named] if named else []
    elif guessed(base):
        forms = [Form(_joined(row, gaps), *marks) for marks, row in phrase_forms(words, base)]
    elif analyser(base) is None:
        forms = []
    else:
        forms = [Form(_joined(row, gaps), *marks) for marks, row in _phrase_forms(words, base)]
    if not forms:
        return (Form(phrase),)
    first = next((form for form in forms if form.text == phrase), forms[0])
    return tuple(dict.fromkeys((Form(phrase, "nominative", first.number, first.gender), *forms)))


def _joined(words: tuple[str, ...], gaps: list[str]) -> str:
    return "".join(word + gap for word, gap in zip(words, [*gaps, ""], strict=True))


_Row = tuple[tuple[str, str, str], tuple[str, ...]]


def _phrase_forms(words: list[str], language: str) -> list[_Row]:
    """((case, number, gender), words) of a common or proper noun phrase; [] if it has no head."""
    for place, word in enumerate(words[1:-1], start=1):
        if word in _AND[language] and (both := _coordinated(words, place, language)):
            return both
    at, head = _head(words, language)
    if head is None:
        return _abbreviated(words, at, language) if at >= 0 else []
    name = any(word[:1].isupper() for word in words)
    rows: list[_Row] = []
    for piece in head.lexeme:
        marks = grammemes(piece)
        form = form_of(piece.word, marks)
        if not _fits(head, marks, name) or not form.case:
            continue
        before = [agreeing(_adjective(word, language), word, form, animate="anim" in marks) for word in words[:at]]
        marked = (form.case, form.number, form.gender)
        for row in product(*before):
            lead = (*row, dressed(piece.word, words[at]))
            if words[at].lower() in _AGREEING and len(words) == at + 2:
                other = (row for row in _phrase_forms(words[at + 1 :], language) if row[0][0] == form.case)
                rows.extend((marked, (*lead, *row)) for _, row in other)
            rows.append((marked, (*lead, *words[at + 1 :])))
    return sorted(dict.fromkeys(rows), key=lambda row: (row[0][1] != _number(head), _ORDER.index(row[0][0])))


def _coordinated(words: list[str], place: int, language: str) -> list[_Row]:
    """'закон и справедливость': both halves in the same case; [] if a half is no bare phrase in the nominative."""
    left, right = words[:place], words[place + 1 :]
    if _head(left, language)[0] != len(left) - 1 or _head(right, language)[1] is None:
        return []
    pairs = {row[0][:2]: row[1] for row in reversed(_phrase_forms(right, language))}
    one = {number for (_, number), _ in pairs.items()}
    found: list[_Row] = []
    for (case, number, gender), row in _phrase_forms(left, language):
        other = pairs.get((case, number)) or (pairs.get((case, next(iter(one)))) if len(one) == 1 else None)
        if other is not None:
            found.append(((case, number, gender), (*row, words[place], *other)))
    return found


def _head(words: list[str], language: str) -> tuple[int, Any]:
    """Place and reading of the head: the first noun in the nominative, every word before it an agreeing adjective.

    (place, None) if the head is an abbreviation in capitals; (-1, None) if there is no head.
    """
    for at, word in enumerate(words):
        if len(word) > 1 and word.isupper():
            return (at, None) if all(_adjective(other, language) for other in words[:at]) else (-1, None)
        best = _nominative(word, "NOUN", language)
        adjective = _adjective(word, language)
        following = at + 1 < len(words) and _nominative(words[at + 1], "NOUN", language) is not None
        # 'рабочий', 'Независимая': an adjective by itself, or before a noun, is what it looks like
        if adjective is not None and (best is None or following or adjective.score > best.score):
            if following or (at + 1 < len(words) and _adjective(words[at + 1], language) is not None):
                continue
            return at, adjective if at == len(words) - 1 and (best is None or adjective.score > best.score) else best
        if best is not None:
            return at, best
        return -1, None
    return -1, None


@lru_cache(maxsize=8192)
def _nominative(word: str, speech: str, language: str) -> Any:
    """The best reading of a word as a nominative noun; a place name wins where the word has a capital."""
    found = [
        parse
        for parse in analyser(language).parse(word)
        if speech in grammemes(parse) and "nomn" in grammemes(parse) and "Name" not in grammemes(parse)
    ]
    if word[:1].isupper():
        found.sort(key=lambda parse: "Geox" not in grammemes(parse))
    elif plural := [parse for parse in found if "Pltm" in grammemes(parse)]:
        return plural[0]
    return found[0] if found else None


@lru_cache(maxsize=8192)
def _adjective(word: str, language: str) -> Any:
    return next(
        (p for p in analyser(language).parse(word) if grammemes(p) & {"ADJF", "PRTF"} and "nomn" in grammemes(p)), None
    )


def _number(head: Any) -> str:
    return "plural" if "plur" in grammemes(head) else "singular"


def _fits(head: Any, marks: frozenset[str], name: bool) -> bool:
    """Whether a form of the head's lexeme belongs to the phrase: number, and for an adjective head its gender."""
    own = grammemes(head)
    if ("plur" in own or name) and ("plur" in own) != ("plur" in marks):
        return False
    if own & {"ADJF", "PRTF"}:
        gender = next((mark for mark in GENDERS if mark in own), "")
        # the lexeme of a verb holds all its participles
        if not marks & {"ADJF", "PRTF"} or (own ^ marks) & OTHERWISE:
            return False
        if gender and "plur" not in marks and gender not in marks:
            return False
        # one that stands for a person (заключённый) or for a thing (прошлое): the dictionary leaves both open
        return "accs" not in marks or "anim" not in marks or "Subx" in own
    if "gen2" in marks or ("loc2" in marks and head.normal_form not in _SECOND_LOCATIVE):
        return False
    return "NOUN" in marks and "V-oy" not in marks | own


def _abbreviated(words: list[str], at: int, language: str) -> list[_Row]:
    """'белорусский КГБ': the abbreviation stays, adjectives before it show the case. [] without adjectives."""
    if not at:
        return []
    lead = form_of("", grammemes(_adjective(words[at - 1], language)))
    return list(_abbreviated_rows(words, at, lead, language))


def _abbreviated_rows(words: list[str], at: int, lead: Form, language: str) -> Iterator[_Row]:
    for case in dict.fromkeys(CASES.values()):
        if case in ("second locative", "vocative"):
            continue
        like = Form("", case, lead.number, lead.gender)
        before = [agreeing(_adjective(word, language), word, like, animate=False) for word in words[:at]]
        for row in product(*before):
            yield (case, lead.number, lead.gender), (*row, *words[at:])
