"""An adjective or a verb in the form in which it agrees with a noun."""

from __future__ import annotations

from typing import Any

from translit.letters import nfc
from translit.morphology.analysis import GENDERS, OTHERWISE, Form, analyser, dressed, form_of, grammemes

_ADJECTIVAL = frozenset({"ADJF", "PRTF"})
_MARKS = {gender: mark for mark, gender in GENDERS.items()}


def agreed(word: str, noun: Form, language: str, *, animate: bool) -> str:
    """An adjective, participle or pronoun as it stands beside a noun in the form `noun`: большую -> большой контроль.

    animate  the noun is a person or an animal: большого директора, but большой контроль
    The word itself if it agrees already; '' if it is no such word, or the noun's gender is not known.
    """
    morph = analyser(language)
    if morph is None or not noun.case or (noun.number != "plural" and not noun.gender):
        return ""
    # of two words with the same form the commoner: большую is from большой, not from больший
    readings = sorted(morph.parse(nfc(word)), key=lambda parse: not parse.normal_form.endswith("ой"))
    for reading in readings:
        if grammemes(reading) & _ADJECTIVAL and (forms := agreeing(reading, word, noun, animate=animate)):
            return word if word in forms else forms[0]
    return ""


def past(word: str, gender: str, language: str) -> str:
    """A verb of the past as it stands beside a subject of this gender: сказал -> сказала.

    The word itself if it agrees already; '' if it is likelier another word, or stands in the plural.
    """
    morph = analyser(language)
    if morph is None:
        return ""
    reading = morph.parse(nfc(word))[0]
    if not grammemes(reading) >= {"VERB", "past"} or not grammemes(reading) & GENDERS.keys():
        return ""
    forms = (piece.word for piece in reading.lexeme if grammemes(piece) >= {"VERB", "past", _MARKS[gender]})
    return dressed(next(forms, ""), word)


def agreeing(reading: Any, word: str, form: Form, *, animate: bool) -> tuple[str, ...]:
    """An adjective in the case, number and gender of its head, twin forms side by side; () if it has none.

    reading  what pymorphy3 takes `word` for, None if for no adjective
    """
    if form.case == "vocative":
        form = Form(form.text, "nominative", form.number, form.gender)
    wanted = "locative" if form.case == "second locative" else form.case
    if wanted == "accusative" and (form.number == "plural" or form.gender == "masculine"):
        # people and animals take the genitive here, things the nominative
        wanted = "genitive" if animate else "nominative"
    found: list[str] = []
    for piece in reading.lexeme if reading is not None else ():
        marks = grammemes(piece)
        other = form_of(piece.word, marks)
        if other.case != wanted or other.number != form.number or not marks & _ADJECTIVAL:
            continue
        if (grammemes(reading) ^ marks) & OTHERWISE:
            continue
        if form.number == "plural" or not form.gender or other.gender == form.gender:
            found.append(dressed(piece.word, word))
    # великая beside велика is poetic, and the Ukrainian dictionary does not mark it
    found = [text for text in found if text[-1:].lower() not in "яюєї" or text[:-1] not in found]
    # Ukrainian writes новому законі more often than новим законі
    return tuple(sorted(dict.fromkeys(found), key=lambda text: wanted == "locative" and text.lower().endswith("ім")))
