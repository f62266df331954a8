"""The dictionary form of a Cyrillic name found inflected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping, Sequence
from functools import cache

from translit.letters import capitalised, folded
from translit.morphology import guessed, lemmas, paradigm
from translit.names.identity.parts import is_initial
from translit.transliteration.given_names import given_name, table

# endings of a patronymic or a family name that no woman's has in the nominative, in Russian, Belarusian and Ukrainian
_OBLIQUE = re.compile(r".{2}(?:[оа]го|ага|[оа]му|[иыі]м|ом|ою|ую|[еэ]нк(?:і|у|ам)|в[иі]ч(?:а|у|ем|ам|еві))$")

# forms of a Ukrainian family name in -ко, which would look like those of one in two consonants: Порошенка, Кличком
_UKRAINIAN = re.compile(r"(.+[йнтчшь])к(?:а|у|ом|ові)")


def nominative(
    there: Sequence[str], givens: Sequence[str], source: str, gender: str = "", *, straight: bool | None = True
) -> tuple[str, str]:
    """The dictionary form of a name found inflected, and its gender: the candidate whose own paradigm holds what was
    found.

    `givens` are what the first word may be in dictionary form, itself first where it is one; 'Алеся' is a woman, or
    a man in the genitive, and the family name tells, or else the words before (`straight`: whether they want a
    nominative, None if they do not tell; ('', '') then). `gender` is what a patronymic says, or ''.
    """
    asked = list(givens)
    if len(asked) > 1 and folded(asked[0]) == folded(there[0]):
        woman, others = given_gender(asked[0]) == "feminine", asked[1:]
        hers = gender == "feminine" if gender else straight
        if (woman and hers is False) or any(map(_OBLIQUE.search, there[1:])):
            asked = [*others, asked[0]]
        elif woman and hers is None and any(_base(there, other, source, given_gender(other)) for other in others):
            return "", ""
    for given in asked:
        told = gender or given_gender(given)
        if is_initial(given.rstrip(".")) or folded(given) == folded(there[0]):
            return " ".join(there), told
        if base := _base(there, given, source, told):
            return base, told
    return " ".join([capitalised(givens[0]), *there[1:]]), gender or given_gender(givens[0])


@cache
def _declined_givens(source: str) -> Mapping[str, tuple[str, ...]]:
    """The given names, in dictionary form, by every form they have in a language without a dictionary."""
    found: dict[str, dict[str, None]] = {}
    for name in (one for one in table() if one.home and guessed(source)):
        given = name.forms[source]
        # beside a family name of either gender: alone it would be taken for one
        for form in paradigm(f"{given} Іванкевіч", source, gender=name.gender, person=True):
            found.setdefault(form.text.split()[0].lower(), {})[given] = None
    return {form: tuple(givens) for form, givens in found.items()}


def givens_of(word: str, source: str) -> list[str]:
    """The given names of the three languages that a word may be, in dictionary form, itself first; [] if it is none.

    The Latin spelling of any other name is not to be had from its letters.
    """
    known: dict[str, str] = {}
    for option in (word, *lemmas(word, source), *_declined_givens(source).get(word.lower(), ())):
        if any(name.home for name in given_name(option)):
            known.setdefault(folded(option), option)
    return list(known.values())


def given_gender(given: str) -> str:
    """The gender that all given names of this spelling have; '' if there is none or they differ."""
    genders = {name.gender for name in given_name(given)}
    return genders.pop() if len(genders) == 1 else ""


def _base(there: Sequence[str], given: str, source: str, gender: str) -> str:
    """The name in the nominative where its paradigm holds what was found; '' if none does."""
    found = folded(" ".join(there))
    # the word as it stands comes last: an indeclinable reading of it fits every case
    rest = [[*bases(word), *lemmas(word, source), word] for word in there[1:]]
    candidates = [""]
    for options in rest:
        candidates = [f"{before} {capitalised(option)}" for before in candidates for option in options][:48]
    base = capitalised(given)
    for candidate in dict.fromkeys(candidates):
        for form in paradigm(base + candidate, source, gender=gender, person=True):
            if form.case and folded(form.text) == found:
                return base + candidate
    return ""


def bases(word: str) -> Iterator[str]:
    """What an inflected family name or patronymic may be in the nominative."""
    if match := _UKRAINIAN.fullmatch(word):
        yield f"{match[1]}ко"
    for ending, instead in (
        ("ского", ("ский",)), ("скому", ("ский",)), ("ским", ("ский",)), ("ском", ("ский",)),
        ("ской", ("ская",)), ("скую", ("ская",)), ("ського", ("ський",)), ("ському", ("ський",)),
        ("ським", ("ський",)), ("ської", ("ська",)), ("ській", ("ська",)), ("ську", ("ська",)),
        ("ою", ("а",)), ("ой", ("а",)), ("ом", ("",)), ("ым", ("",)), ("им", ("",)), ("ем", ("", "ь", "й")),
        ("ої", ("а",)), ("ій", ("а",)), ("ы", ("а",)), ("и", ("а", "я")), ("е", ("а", "")), ("у", ("", "а")),
        ("ю", ("й", "ь", "я")), ("я", ("й", "ь")), ("а", ("",)), ("ова", ("ов",)), ("еві", ("ь",)), ("ові", ("",)),
        ("ага", ("і", "ы")), ("аму", ("і", "ы")), ("ім", ("і", "")), ("ай", ("ая", "а")), ("ую", ("ая",)),
        ("ва", ("ў",)), ("ву", ("ў", "ва")), ("вым", ("ў",)), ("ве", ("ў",)), ("і", ("а", "я")), ("ам", ("а", "")),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + base for base in instead)
