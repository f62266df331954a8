"""The dictionary form of a Cyrillic name found inflected."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence

from translit.letters import capitalised, folded
from translit.morphology import lemmas, paradigm
from translit.names.identity.parts import is_initial
from translit.transliteration.given_names import given_name

# endings of a family name that no woman's has in the nominative, in Russian, Belarusian and Ukrainian
_OBLIQUE = re.compile(r".{2}(?:[оа]го|[оа]му|[иы]м|ом|ою|ую)$")


def nominative(there: Sequence[str], givens: Sequence[str], source: str, gender: str = "") -> tuple[str, str]:
    """The dictionary form of a name found inflected, and its gender: the candidate whose own paradigm holds what was
    found.

    `givens` are what the first word may be in dictionary form, itself first where it is one; 'Алеся' is a woman, or
    a man in the genitive, and the family name tells. `gender` is what a patronymic says, or ''.
    """
    asked = list(givens)
    if len(asked) > 1 and folded(asked[0]) == folded(there[0]) and _OBLIQUE.search(there[-1]):
        asked = [*asked[1:], asked[0]]
    for given in asked:
        told = gender or given_gender(given)
        if is_initial(given.rstrip(".")) or folded(given) == folded(there[0]):
            return " ".join(there), told
        if base := _base(there, given, source, told):
            return base, told
    return " ".join([capitalised(givens[0]), *there[1:]]), gender or given_gender(givens[0])


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
    for ending, instead in (
        ("ского", ("ский",)), ("скому", ("ский",)), ("ским", ("ский",)), ("ском", ("ский",)),
        ("ской", ("ская",)), ("скую", ("ская",)), ("ського", ("ський",)), ("ському", ("ський",)),
        ("ським", ("ський",)), ("ської", ("ська",)), ("ській", ("ська",)), ("ську", ("ська",)),
        ("ою", ("а",)), ("ой", ("а",)), ("ом", ("",)), ("ым", ("",)), ("им", ("",)), ("ем", ("", "ь", "й")),
        ("ої", ("а",)), ("ій", ("а",)), ("ы", ("а",)), ("и", ("а", "я")), ("е", ("а", "")), ("у", ("", "а")),
        ("ю", ("й", "ь", "я")), ("я", ("й", "ь")), ("а", ("",)), ("ова", ("ов",)), ("еві", ("ь",)), ("ові", ("",)),
    ):  # fmt: skip
        if word.endswith(ending) and len(word) > len(ending) + 1:
            yield from (word[: -len(ending)] + base for base in instead)
