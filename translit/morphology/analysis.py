"""A word as it stands in a text: its dictionary forms, its case and number."""

from __future__ import annotations

from dataclasses import dataclass
from functools import lru_cache
from typing import Any

from translit.letters import nfc

# OpenCorpora grammemes (pymorphy3) and the names they have here
CASES = {
    "nomn": "nominative", "gent": "genitive", "gen1": "genitive", "gen2": "genitive", "datv": "dative",
    "accs": "accusative", "acc2": "accusative", "ablt": "instrumental", "loct": "locative", "loc1": "locative",
    "loc2": "second locative", "voct": "vocative",
}  # fmt: skip
GENDERS = {"masc": "masculine", "femn": "feminine", "neut": "neuter"}
# bookish, superlative and uncontracted forms of an adjective, and its participles of another voice or tense
OTHERWISE = frozenset({"V-ey", "V-oy", "Supr", "uncontr", "actv", "pssv", "past", "pres"})
NOMINAL = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})


@dataclass(frozen=True, slots=True)
class Form:
    """A form of a word or phrase.

    case    nominative, genitive, dative, accusative, instrumental, locative; 'second locative' where в/на ask for
            their own form (в Крыму); 'vocative' in Ukrainian; '' if unknown
    number  singular, plural or ''
    gender  masculine, feminine, neuter or ''
    """

    text: str
    case: str = ""
    number: str = ""
    gender: str = ""


def base_language(language: str) -> str:
    """'uk-UA' -> 'uk'."""
    return language.replace("_", "-").split("-", 1)[0].lower()


@lru_cache(maxsize=4)
def analyser(language: str) -> Any:
    """The pymorphy3 analyser for 'ru' or 'uk'; None for any other language."""
    if base_language(language) not in ("ru", "uk"):
        return None
    import pymorphy3

    return pymorphy3.MorphAnalyzer(lang=base_language(language))


def grammemes(parse: Any) -> frozenset[str]:
    """The grammemes of a pymorphy3 parse, whatever the order its dictionary writes them in."""
    return frozenset(parse.tag.grammemes)


def form_of(text: str, marks: frozenset[str]) -> Form:
    """A Form from grammemes. The Ukrainian dictionary writes no 'sing': a gender implies it."""
    case = next((name for mark, name in CASES.items() if mark in marks), "")
    gender = next((name for mark, name in GENDERS.items() if mark in marks and "ms-f" not in marks), "")
    single = "sing" in marks or ("plur" not in marks and bool(case))
    number = "plural" if "plur" in marks else "singular" if single else ""
    return Form(text, case, number, gender)


@lru_cache(maxsize=65536)
def lemmas(word: str, language: str) -> tuple[str, ...]:
    """Dictionary forms of a word in lower case, best first; the lower-cased word itself if it is unknown."""
    low = nfc(word).lower()
    morph = analyser(language)
    if morph is not None:
        return tuple(dict.fromkeys(parse.normal_form for parse in morph.parse(low))) or (low,)
    import simplemma

    try:
        # lower case first: simplemma reads 'US' as a form of 'we'
        return (simplemma.lemmatize(low, base_language(language)).lower(),)
    except ValueError:  # a language simplemma has no dictionary for
        return (low,)


@lru_cache(maxsize=16384)
def has_capital(word: str, language: str) -> bool:
    """Whether a word that stands with a capital has it in the dictionary too (Minsk, Belarusian), or in none.

    For the languages of simplemma; what it does not know (Putin) has its capital for a reason.
    """
    import simplemma

    return bool(simplemma.lemmatize(nfc(word), base_language(language))[:1].isupper())


@lru_cache(maxsize=16384)
def listed(word: str, language: str) -> bool | None:
    """Whether a dictionary has the word in any form; None where none is complete enough to say.

    Of the languages of simplemma English alone: German writes compounds that no dictionary has.
    """
    low = nfc(word).lower()
    morph = analyser(language)
    if morph is not None:
        return bool(morph.word_is_known(low))
    if base_language(language) != "en":
        return None
    import simplemma

    return bool(simplemma.is_known(low, "en"))


@lru_cache(maxsize=16384)
def readings_of(word: str, language: str) -> tuple[Form, ...]:
    """The case, number and gender a word may stand in, best first; () if it is no noun, adjective or pronoun."""
    morph = analyser(language)
    if morph is None:
        return ()
    found = (grammemes(parse) for parse in morph.parse(nfc(word)))
    forms = (form_of(word, marks) for marks in found if marks & NOMINAL)
    return tuple(dict.fromkeys(form for form in forms if form.case))


@lru_cache(maxsize=16384)
def part_of_speech(word: str, language: str) -> str:
    """The likeliest part of speech: 'noun', 'adjective', 'verb' (finite), 'infinitive', 'preposition' or 'other'.

    '' where no analyser knows the language.
    """
    morph = analyser(language)
    if morph is None:
        return ""
    marks = grammemes(morph.parse(nfc(word))[0])
    for wanted, name in (
        ({"NOUN", "NPRO"}, "noun"),
        ({"ADJF", "PRTF"}, "adjective"),
        # the Ukrainian dictionary calls an infinitive a verb
        ({"INFN", "GRND", "infn"}, "infinitive"),
        ({"VERB", "PRTS", "ADJS", "PRED"}, "verb"),
        ({"PREP"}, "preposition"),
    ):
        if marks & wanted:
            return name
    return "other"


@lru_cache(maxsize=16384)
def animate(word: str, language: str) -> bool:
    """Whether a word is likeliest a noun for a person or animal (президент), not for a thing (заявление)."""
    morph = analyser(language)
    return morph is not None and {"NOUN", "anim"} <= grammemes(morph.parse(nfc(word))[0])


@lru_cache(maxsize=16384)
def is_place(word: str, language: str) -> bool:
    """Whether the dictionary has the word as the name of a place (Минска) and not as a family name."""
    morph = analyser(language)
    found = [grammemes(parse) for parse in morph.parse(nfc(word))] if morph is not None else []
    return any("Geox" in marks for marks in found) and not any("Surn" in marks for marks in found)


def dressed(form: str, like: str) -> str:
    """The form with the capitals of `like`: all of them if `like` is all capitals, else letter for letter.

    An 'ё' is written 'е' when `like` has none: the dictionary knows 'самолёт', the glossary may say 'самолет'.
    """
    if "ё" not in like.lower():
        form = form.replace("ё", "е").replace("Ё", "Е")
    if len(like) > 1 and like.isupper():
        return form.upper()
    low = form.lower()
    return "".join(
        letter.upper() if place < len(like) and like[place].isupper() else letter for place, letter in enumerate(low)
    )
