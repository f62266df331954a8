"""The dictionary form of a Cyrillic name found inflected."""

from __future__ import annotations

from collections.abc import Iterator

from translit.letters import capitalised, folded
from translit.morphology import lemmas, paradigm
from translit.names.identity.parts import is_initial


def nominative(there: list[str], given: str, source: str, gender: str) -> str:
    """The dictionary form of a name found inflected: the candidate whose own paradigm holds what was found."""
    if is_initial(given) or folded(given) == folded(there[0]):
        return " ".join(there)
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
    return base + "".join(f" {word}" for word in there[1:])


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
