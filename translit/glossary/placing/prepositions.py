"""A term beside its preposition: the case that it asks for, and the shape that the term asks of it."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translit.glossary.placing.government import SECOND, counted, recast, standing
from translit.letters import WORD, Shape, shape_of
from translit.morphology import GOVERNMENT, Form, animate, lemmas, part_of_speech, readings_of
from translit.passages import Span
from translit.tables import own_table

_PREPOSITION = re.compile(r"(?<![\w'’ʼ\u2010\u2011-])([^\W\d_]+(?:-[^\W\d_]+)?)(\s+[«„“\"]?)$")
# May be adverbs or verbs, with a nominative or accusative behind them: 'после Минск заявил', 'благодаря Минск'
_ADVERBS = {
    *("после", "вокруг", "мимо", "внутри", "вдоль", "возле", "навстречу", "благодаря", "согласно", "касательно"),
    *("після", "навколо", "назустріч"),
}
# 'величиной с Минск': with the accusative
_SIZES = ("размером", "величиной", "площадью", "населением", "ростом", "численностью")
# The preposition of the source, where that of the draft governs several cases
_ASKED = {"to": "accusative", "into": "accusative", "onto": "accusative", "from": "genitive", "since": "genitive"}
_ADJECTIVES = 2  # between a preposition and a term
_VOWEL = re.compile("[аеёиоуыэюя]")
_CONSONANT = "[бвгджзйклмнпрстфхцчшщ]"
# Russian prepositions of two shapes, and the beginnings of a word that ask for the second (Rosenthal, par. 199)
_SHAPES = (
    ("о", "об", re.compile("[аэиоу]")),
    ("с", "со", re.compile(f"[сзшж]{_CONSONANT}|мн|вс|вт|ль[вд]|щ")),
    ("в", "во", re.compile(f"[вф](?:{_CONSONANT}|ь)|мн|ль[вд]")),
    ("к", "ко", re.compile("мн|вс|вт|ль[вд]|дн")),
)


def preposition(text: str, start: int) -> Span | None:
    """The word that stands directly before `start`, if it may be a preposition."""
    found = _PREPOSITION.search(text[:start])
    return Span(*found.span(1)) if found else None


def governor(text: str, start: int, language: str) -> tuple[Span | None, int]:
    """The word before `start` that is no adjective, as `preposition` finds it, and how many adjectives are between."""
    word, adjectives = preposition(text, start), 0
    while word is not None and part_of_speech(word.of(text), language) == "adjective" and adjectives < _ADJECTIVES:
        word, adjectives = preposition(text, word.start), adjectives + 1
    return word, adjectives


def governed(word: str, language: str) -> tuple[str, ...]:
    """The cases that a preposition asks for, the commoner first; () for any other word."""
    return GOVERNMENT.get(language, {}).get(word.lower(), ())


def right_case(
    forms: Sequence[Form], text: str, stretch: Span, source: str, at: int, language: str, number: str
) -> tuple[Form, str] | None:
    """The form that the preposition before an accepted one asks for, and why; None if what stands there may be right.

    forms   the paradigm of the target; `source` the sentence, in which the mention begins at `at`
    """
    word, adjectives = governor(text, stretch.start, language)
    there = stretch.of(text)
    if word is None or _joined(text, stretch.end):
        return None
    low = word.of(text).lower()
    asking = governed(low, language)
    english = _said(source[:at], adjectives)
    if english == "with" and "instrumental" in asking:
        asking = ("instrumental",)
    elif adjectives:  # what stands here may depend on them
        return None
    if low == "на" and _upon(english, text[: word.start], language):
        asking = ("accusative",)
    same = standing(forms, there)
    # what stands in quotation marks may keep its nominative: в «Северной Македонии» and под лозунгом «Беларусь»
    quoted = not adjectives and bool(text[word.end : stretch.start].strip())
    if quoted and any(form.case in ("", "nominative") for form in same):
        return None
    if not asking or not same or _excused(low, same, text, word, language):
        return None
    readings = [*same, *(readings_of(there, language) if len(there.split()) == 1 else ())]
    cases = {"locative" if form.case == "second locative" else form.case for form in readings}
    if "" in cases or cases & set(asking) or counted(text, stretch, language):
        return None
    asked = _ASKED.get(english, "")
    case = asked if asked in asking else asking[0]
    form = recast(forms, same, case, number, second=low in SECOND)
    return (form, f"{case} after '{low}', where '{there}' stood") if form.case.endswith(case) else None


def _said(before: str, words: int) -> str:
    """The word of an English text that stands `words` words before its end, the article aside; '' if none does."""
    found = re.search(rf"([^\W\d_]+)(?:\s+the)?(?:\s+[^\W\d_]+){{{words}}}\s+[«„“\"]?$", before, re.IGNORECASE)
    return found[1].lower() if found else ""


def _upon(english: str, before: str, language: str) -> bool:
    """Whether what stands before на, for which the source has `english`, asks for the accusative."""
    wanted = _wanted(language, english)
    if not wanted:
        return False
    words = [match.group() for match in WORD.finditer(before)]
    nearest = words[-1:] if english == "on" else words
    return any(lemma in wanted for word in nearest for lemma in lemmas(word, language))


@cache
def _wanted(language: str, english: str) -> frozenset[str]:
    """The words of `upon.yaml`."""
    return frozenset(own_table(__package__, "upon.yaml").get(language, {}).get(english, ()))


def _joined(text: str, end: int) -> bool:
    """Whether the word goes on behind a hyphen: Минск-Арена."""
    return text[end : end + 1] in {"-", "\u2010", "\u2011"} and text[end + 1 : end + 2].isalnum()


def _excused(low: str, same: Sequence[Form], text: str, word: Span, language: str) -> bool:
    """'кандидат в депутаты', 'величиной с Минск', 'что за Минск': right for another reason."""
    before = text[: word.start].lower().rstrip()
    if low in _ADVERBS:
        return any(form.case in ("nominative", "accusative") for form in same)
    if low in ("с", "со", "з"):
        return before.endswith(_SIZES)
    if low == "за":
        return before.endswith(("что", "що"))
    plural = any(form.case == "nominative" and form.number == "plural" for form in same)
    return low in ("в", "во", "у") and plural and any(animate(form.text.split()[-1], language) for form in same)


def shaped(word: str, following: str, language: str) -> str:
    """A Russian preposition in the shape that the word after it asks for: 'об Алесе', 'о Минске', 'во Франции'."""
    low, start = word.lower(), following.lstrip("«„“\"'").lower()
    for short, long, wanted in _SHAPES if language == "ru" else ():
        if low in (short, long):
            # an abbreviation without a vowel is read by its letters: об МВД, в ВВС
            spelled = shape_of(following) is Shape.UPPER and not _VOWEL.search(start.split()[0])
            asked = low in ("о", "об") and start[0] in "лмнрсф" if spelled else bool(wanted.match(start))
            right = long if asked else short
            if right == low:
                return word
            return right.upper() if len(word) > 1 and word.isupper() else word[0] + right[1:]
    return word
