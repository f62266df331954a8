"""The name of a place in the case of what stands beside it: 'центра Минск' and 'Литвы, Латвия' want another."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache

from translit.glossary.placing.government import fitting, next_word, recast, standing
from translit.glossary.placing.prepositions import governed, preposition
from translit.morphology import Form, animate, is_place, lemmas, part_of_speech, readings_of
from translit.passages import Span
from translit.tables import own_table

# what a sentence begins behind, quotation marks and dashes aside
_BEGINS = re.compile(r"(?:^|[.!?…:])[\s«„“”»\"—–-]*$")
_NEXT = re.compile(r",\s+([^\W\d_]+)")
_CLOSING = ("", ".", ",", ";", ":", "!", "?", "…", ")", "»")


@cache
def _kinds(language: str) -> frozenset[str]:
    """The nouns of `place_kinds.yaml`."""
    return frozenset(own_table(__package__, "place_kinds.yaml").get(language, ()))


def after_noun(forms: Sequence[Form], text: str, stretch: Span, language: str) -> tuple[Form, str] | None:
    """The genitive of a place that stands in the nominative right after a noun, and why; None if it may be right.

    forms   the paradigm of the name
    It may be right after the kind of thing the place is (город Минск), after a time (в воскресенье Минск), and where
    what follows may make it a subject: only a stop or a preposition does not. Russian only: the dictionaries of the
    others do not mark places.
    """
    there = stretch.of(text)
    before = preposition(text, stretch.start)
    if before is None or text[before.end : stretch.start] != " " or not is_place(there.split()[-1], language):
        return None
    own = {form.case for form in standing(forms, there)}
    noun, small = before.of(text), before.of(text).islower() or before.start == 0
    if "nominative" not in own or "genitive" in own or not small or not _has_places(noun, language):
        return None
    form = fitting(forms, "genitive", "singular", second=False)
    if form.case != "genitive" or _goes_on(text, stretch.end, language):
        return None
    return form, f"genitive after the noun '{noun}'"


def first_of_several(forms: Sequence[Form], text: str, stretch: Span, language: str) -> tuple[Form, str] | None:
    """The nominative of a place that begins a sentence before another in that case, and why; None if it may be right.

    forms   the paradigm of the name
    """
    following = _NEXT.match(text, stretch.end)
    if following is None or not _BEGINS.search(text[: stretch.start]) or not is_place(following[1], language):
        return None
    own = standing(forms, stretch.of(text))
    cases = {form.case for form in readings_of(following[1], language)}
    if not own or "nominative" not in cases or any(form.case in ("", *cases) for form in own):
        return None
    return recast(forms, own, "nominative", own[0].number), f"nominative, like '{following[1]}' behind it"


def _has_places(noun: str, language: str) -> bool:
    """Whether a word is a noun after which a place stands in the genitive: a thing, and no kind of place, no time."""
    if governed(noun, language) or part_of_speech(noun, language) != "noun" or animate(noun, language):
        return False
    return not _kinds(language) & set(lemmas(noun, language))


def _goes_on(text: str, end: int, language: str) -> bool:
    """Whether what follows may make the place a subject: anything but a stop and a preposition."""
    following = next_word(text, end)
    return not governed(following, language) if following else text[end : end + 1] not in _CLOSING
