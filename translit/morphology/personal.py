"""How personal names inflect: given name, patronymic, family name, each by its own rules."""

from __future__ import annotations

import json
import re
from collections.abc import Sequence
from functools import lru_cache
from itertools import islice, product
from pathlib import Path
from typing import Any

from translit.morphology.analysis import GENDERS, analyser, dressed, form_of, grammemes
from translit.tables import own_table

CASES = ("nominative", "genitive", "dative", "accusative", "instrumental", "locative")
_FEMALE = ("ова", "ева", "ёва", "ина", "ая", "ська", "цька")
_MALE = ("ов", "ев", "ёв", "ин", "ский", "цкий", "ый", "ський", "цький", "скі", "цкі")
_OF_SHEVCHENKO = {"instrumental": "ablative"}
_WITH_KA = re.compile(r"(?:[еаё]нка|ушка|ышка)$")
_KA = ("а", "и", "е", "у", "ой", "е")
_PATRONYMICS = {"masculine": ("вич", "ьич", "віч", "йович"), "feminine": ("вна", "чна", "ївна", "івна", "ўна")}


def guessed_gender(words: Sequence[str], language: str) -> str:
    """'masculine' or 'feminine' from patronymic, given name and the ending of the surname; '' if nothing says.

    A single word on a consonant counts as a man's name: a woman's would not inflect, and its one form is in any
    paradigm. A register that knows the gender should say so.
    """
    low = [word.lower() for word in words]
    for gender, endings in _PATRONYMICS.items():
        if (
            len(low) > 1
            and any(word.endswith(endings) for word in low[1:2])
            and (len(low) > 2 or gender != "masculine")
        ):
            return gender
    if low[-1].endswith(_FEMALE):
        return "feminine"
    if low[-1].endswith(_MALE):
        return "masculine"
    morph = analyser(language)
    if morph is not None:
        for parse in morph.parse(words[0]):
            marks = grammemes(parse)
            if "Name" in marks and "nomn" in marks and "plur" not in marks and "ms-f" not in marks:
                return next((name for mark, name in GENDERS.items() if mark in marks), "")
    if low[0][-1] in "аяоеиуюэыі":
        return "feminine" if len(low) > 1 and low[0][-1] in "ая" else ""
    return "masculine"


@lru_cache(maxsize=8192)
def is_person(phrase: str, language: str) -> bool:
    """Whether a phrase is plainly the name of a person, though no one has said so: Владимир Путин."""
    words = phrase.split()
    if analyser(language) is None or len(words) not in (2, 3) or not all(word[:1].isupper() for word in words):
        return False
    morph, family = analyser(language), words[-1].lower()
    # the Ukrainian dictionary marks some nominatives as no name, and their other cases as one
    named = [
        grammemes(parse) >= {"nomn"} and any("Name" in grammemes(piece) for piece in parse.lexeme[:2])
        for parse in morph.parse(words[0])
        if "plur" not in grammemes(parse)
    ]
    surname = family.endswith(("ский", "цкий", "ський", "цький")) or not morph.word_is_known(family)
    surname = surname or any({"Surn", "nomn"} <= grammemes(parse) for parse in morph.parse(family))
    return any(named[:1]) or (any(named) and surname)


def name_forms(words: Sequence[str], language: str, gender: str) -> list[tuple[str, tuple[str, ...]]] | None:
    """(case, words) for every form of a name; None where the language or the name has no rules here."""
    gender = gender or guessed_gender(words, language)
    rows: list[dict[str, tuple[str, ...]]] = []
    for place, word in enumerate(words):
        forms = _forms(word, _part(words, place, language), language, gender)
        if forms is None:
            return None
        rows.append(forms)
    found: list[tuple[str, tuple[str, ...]]] = []
    for case in (*CASES, "vocative"):
        if not all(case in row for row in rows):
            continue
        # a case may have twin forms (Ukrainian Лукашенкові, Лукашенку): any of one word beside any of another
        found.extend((case, row) for row in islice(product(*(row[case] for row in rows)), 12))
    return found


def _part(words: Sequence[str], place: int, language: str) -> str:
    """'firstname', 'middlename' or 'lastname' (the names petrovich uses) for a word by its place in the name."""
    if len(words) == 1:
        morph = analyser(language)
        best = grammemes(morph.parse(words[0])[0]) if morph is not None else frozenset()
        return "firstname" if "Name" in best else "lastname"
    if place == len(words) - 1:
        endings = tuple(ending for group in _PATRONYMICS.values() for ending in group)
        known = _dictionary(words[-1], "Patr", language, "") and not _dictionary(words[-1], "Surn", language, "")
        return "middlename" if len(words) == 2 and known and words[-1].lower().endswith(endings) else "lastname"
    return "firstname" if place == 0 else "middlename" if place == len(words) - 2 else "firstname"


def _forms(word: str, part: str, language: str, gender: str) -> dict[str, tuple[str, ...]] | None:
    if language == "ru":
        if part == "firstname" and (known := _dictionary(word, "Name", language, gender)):
            return known
        if part == "lastname" and (kin := _WITH_KA.search(word.lower())):
            # petrovich leaves these as they are (Лукашенка), though they decline as nouns do
            return {case: (dressed(word[: kin.end() - 1] + end, word),) for case, end in zip(CASES, _KA, strict=True)}
        return {case: (_petrovich(word, part, number, gender),) for number, case in enumerate(CASES, start=-1)}
    if language == "uk":
        grammeme = {"firstname": "Name", "middlename": "Patr", "lastname": "Surn"}[part]
        known = _dictionary(word, grammeme, language, gender)
        if not known and gender == "feminine" and word.lower()[-1] not in "аяь":
            return dict.fromkeys((*CASES, "vocative"), (word,))
        if known and _listed(word, language):
            return known
        ruled = _shevchenko(word, part, gender)
        # where dictionary and rules guess alike, the dictionary has the twin forms as well
        return known if known and (not ruled or known["genitive"] == ruled["genitive"]) else ruled or None
    return _by_ending(word, "family" if part == "lastname" else "given", language, gender)


@lru_cache(maxsize=1)
def endings() -> Any:
    """The table of `name_endings.yaml`: language, part of the name, gender, ending, its six cases."""
    return own_table(__package__, "name_endings.yaml")


def _by_ending(word: str, part: str, language: str, gender: str) -> dict[str, tuple[str, ...]] | None:
    """Forms of a name by the longest ending the table has for it; a German given name keeps one form."""
    table = endings().get(language, {})
    if part not in table:
        return dict.fromkeys(CASES, (word,)) if table else None
    rules: dict[str, list[str]] = table[part].get(gender, {})
    ending = max((end for end in rules if word.lower().endswith(end)), key=len, default="")
    if not ending:
        return None
    stem = word[: -len(ending)]
    return {case: (dressed(stem + form, word),) for case, form in zip(CASES, rules[ending], strict=True)}


def _listed(word: str, language: str) -> bool:
    """Whether the dictionary has the word and does not guess at it by its ending."""
    return bool(analyser(language).word_is_known(word.lower()))


def _shevchenko(word: str, part: str, gender: str) -> dict[str, tuple[str, ...]]:
    """A Ukrainian name by the rules of shevchenko (github.com/tooleks/shevchenko-js); {} where they say nothing.

    A name on -о that is none on -ко is left alone: those that no dictionary has are foreign (Отто), and stay.
    """
    low = word.lower()
    if not gender or (low.endswith("о") and not low.endswith("ко")):
        return {}
    import shevchenko

    field = {"firstname": "given_name", "middlename": "patronymic_name", "lastname": "family_name"}[part]
    forms: dict[str, tuple[str, ...]] = {
        case: (
            dressed(shevchenko.in_case(_OF_SHEVCHENKO.get(case, case), gender=gender, **{field: word})[field], word),
        )
        for case in (*CASES, "vocative")
    }
    # for a person both endings are right: Мацею, Мацеєві (Ukrainskyi pravopys 2019, par. 87 and 91)
    if forms["locative"][0].lower().endswith(("ові", "еві", "єві")):
        forms["dative"] = (*forms["dative"], *forms["locative"])
        forms["locative"] = forms["dative"][::-1]
    return forms


def _dictionary(word: str, grammeme: str, language: str, gender: str) -> dict[str, tuple[str, ...]]:
    """Singular forms by case from the dictionary, for a nominative reading with this grammeme; {} if there is none."""
    morph = analyser(language)
    if morph is None:
        return {}
    fitting: list[Any] = []
    for parse in morph.parse(word):
        marks = grammemes(parse)
        told = next((name for mark, name in GENDERS.items() if mark in marks), "")
        if "nomn" in marks and "plur" not in marks and (not gender or told == gender or "ms-f" in marks):
            # an adjective reading (Зеленський) declines as the surname does, where the dictionary has no surname
            # the Ukrainian dictionary marks some nominatives 'anim' alone, and their other cases 'Name'
            if any(grammeme in grammemes(piece) for piece in parse.lexeme[:2]):
                fitting.append((0, parse))
            elif grammeme == "Surn" and "ADJF" in marks:
                fitting.append((1, parse))
    if not fitting:
        return {}
    # of two readings the man's (Лукашенка): a woman's name that does not inflect is its own base form
    fitting.sort(key=lambda pair: (pair[0], "alt" in grammemes(pair[1]), "Fixd" in grammemes(pair[1])))
    adjective, best = fitting[0]
    own = next((mark for mark in GENDERS if mark in grammemes(best)), "")
    forms: dict[str, tuple[str, ...]] = {}
    for piece in best.lexeme:
        marks = grammemes(piece)
        case = form_of(piece.word, marks).case
        if "plur" in marks or not case or (own and own not in marks):
            continue
        if case == "vocative" and language == "ru":  # colloquial (Маш, Никит)
            continue
        if case == "nominative" and piece.word != best.word:
            continue
        if adjective and case == "accusative" and "masc" in marks and piece.word == best.word:
            continue  # the form for things, not for people
        forms[case] = tuple(dict.fromkeys((*forms.get(case, ()), dressed(piece.word, word))))
    if len(forms.get("locative", ())) > 1:  # Зеленському before Зеленськім, as the press writes
        forms["locative"] = tuple(sorted(forms["locative"], key=lambda form: form.lower().endswith("ім")))
    return forms


@lru_cache(maxsize=1)
def _rules() -> Any:
    """The rule table of petrovich (github.com/petrovich): suffixes and exceptions by part of the name and gender."""
    import petrovich

    return json.loads(Path(petrovich.__file__).with_name("rules").joinpath("rules.json").read_text(encoding="utf-8"))


def _petrovich(word: str, part: str, case: int, gender: str) -> str:
    """A Russian name in a case (-1 nominative, then the order of the table), hyphenated parts one by one.

    The table is applied here rather than by the Python port, which skips the rules for both genders as soon as a
    gender is given and takes '.' ('does not decline') for 'look further'.
    """
    if case < 0:
        return word
    pieces = word.split("-")
    return "-".join(
        _piece(piece, part, case, gender, first=len(pieces) > 1 and not i) for i, piece in enumerate(pieces)
    )


def _piece(word: str, part: str, case: int, gender: str, *, first: bool) -> str:
    accepted = {"androgynous", {"masculine": "male", "feminine": "female"}.get(gender, "androgynous")}
    low = word.lower()
    if not gender and low and low[-1] not in "аяоеиыуюэ":
        return word  # a consonant ending declines for men only, and nothing says this is one
    table = _rules()[part]
    for group in ("exceptions", "suffixes"):
        for rule in table.get(group, ()):
            if rule["gender"] not in accepted or ("first_word" in rule.get("tags", ()) and not first):
                continue
            hit = low in rule["test"] if group == "exceptions" else low.endswith(tuple(rule["test"]))
            if hit:
                change: str = rule["mods"][case]
                if change == ".":
                    return word
                kept = word[: len(word) - change.count("-")]
                return kept + (change.replace("-", "").upper() if word.isupper() else change.replace("-", ""))
    return word
