"""Forms of Belarusian nouns and noun phrases by `noun_endings.yaml`: guesses, since no dictionary is at hand."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import lru_cache
from itertools import product
from typing import Any

from translit.morphology.analysis import Form, dressed, part_of_speech
from translit.tables import own_table

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
_VOWELS = "аеёіоуыэюя"
_PLURALS = {"ы": "ыя", "і": "ія", "ая": "ыя", "яя": "ія", "ае": "ыя", "яе": "ія"}


@lru_cache(maxsize=1)
def noun_endings() -> Any:
    """The table by language."""
    return own_table(__package__, "noun_endings.yaml")


def guessed(language: str) -> bool:
    """Whether forms of common nouns of this language are guessed by their endings."""
    return language == "be"


# an ending has at most so many letters, and what remains of a word at least so many
_ENDING, _BEGINNING = 3, 3


def beginnings(word: str) -> tuple[str, ...]:
    """What forms of a word of a guessed language may begin with, in small letters: two that share one may be of one
    word (кніга, кнігамі). Shorter than a stem is no beginning, so most other words share none."""
    low = word.lower()
    return tuple(low[:size] for size in range(min(len(low), max(_BEGINNING, len(low) - _ENDING)), len(low) + 1))


def is_infinitive(word: str, language: str) -> bool:
    """Whether a word is likeliest an infinitive; a Belarusian one by its ending, which few nouns have."""
    if guessed(language):
        return word.lower().endswith(("ць", "цца", "чы", "ці")) and not word.lower().endswith("сць")
    return part_of_speech(word, language) == "infinitive"


def phrase_forms(words: Sequence[str], language: str) -> list[tuple[tuple[str, str, str], tuple[str, ...]]]:
    """((case, number, gender), words) of a phrase: adjectives, then the head; what follows it stays. [] if unknown."""
    table = noun_endings()[language]
    at = next((at for at, word in enumerate(words) if not _adjective(word, words[at + 1 :])), -1)
    if at < 0 or (len(words[at]) > 1 and words[at].isupper()):
        return []
    told = _gender(words[at - 1]) if at else ""
    found = []
    for form in _noun(words[at], told, table):
        rows = [_agreeing(word, form, told, table) for word in words[:at]]
        for lead in product(*rows):
            found.append(((form.case, form.number, form.gender), (*lead, form.text, *words[at + 1 :])))
    return found


def _adjective(word: str, following: Sequence[str]) -> bool:
    return bool(following) and _gender(word) != ""


def _gender(word: str) -> str:
    """That of an adjective in the nominative; 'plural' for that number, '' for any other word."""
    low = word.lower()
    for gender, ends in (
        ("plural", ("ыя", "ія")),
        ("feminine", ("ая", "яя")),
        ("neuter", ("ае", "яе")),
        ("masculine", ("ы", "кі", "гі", "хі", "ні")),
    ):
        if low.endswith(ends):
            return gender
    return ""


def _noun(word: str, told: str, table: Mapping[str, Any]) -> Iterator[Form]:
    """Its forms; `told` is the gender of the adjective before it, 'plural' or ''."""
    low = word.lower()
    kind = told or _kind(low, table)
    rules: dict[str, list[str]] = dict(table.get(kind, {}))
    if word[:1].isupper() and kind in table["names"]:
        rules = table["names"][kind]
    ending = max((end for end in rules if low.endswith(end)), key=len, default="")
    if not ending or low.endswith(tuple(table["never"])) or len(low) - len(ending) < 1:
        return
    stem = word[: -len(ending)]
    numbers = ("plural",) if kind == "plural" else ("singular", "plural")
    cells = [(case, number) for number in numbers for case in CASES]
    for (case, number), cell in zip(cells, rules[ending], strict=False):
        if number == "plural" and kind != "plural" and word[:1].isupper():
            return
        for end in cell.split("/") if cell != "-" else ():
            yield Form(dressed(stem + end, word), case, number, "" if kind == "plural" else kind)


def _kind(low: str, table: Mapping[str, Any]) -> str:
    if low in table["neuters"] or low.endswith(("нне", "ства", "цтва")):
        return "neuter"
    if low.endswith("асць") or low[-1:] in ("а", "я"):
        return "feminine"
    if low[-1:] in ("ы", "і"):
        return "plural"
    return "" if low[-1:] in _VOWELS else "masculine"


def _agreeing(word: str, form: Form, told: str, table: Mapping[str, Any]) -> list[str]:
    """An adjective beside a form of its head."""
    kind = told
    if form.number == "plural" and told != "plural":
        end = max((end for end in _PLURALS if word.lower().endswith(end)), key=len)
        # after к, г, х and soft consonants -ія
        soft = word[: -len(end)][-1:].lower() in ("к", "г", "х") or end in ("яя", "яе", "і")
        word, kind = word[: -len(end)] + ("ія" if soft else "ыя"), "plural"
    rules: dict[str, list[str]] = table["adjectives"][kind]
    ending = max((end for end in rules if word.lower().endswith(end)), key=len, default="")
    if not ending:
        return []
    ends = rules[ending][CASES.index(form.case)].split("/")
    living = form.case == "accusative" and len(ends) > 1
    # people and animals take the genitive: their accusative is not their nominative
    picked = ends if living else ends[:1]
    return [dressed(word[: -len(ending)] + end, word) for end in picked]
