"""The name of a place right after a noun that it belongs to: 'центра Минск' wants 'центра Минска'."""

from __future__ import annotations

import re
from collections.abc import Sequence
from functools import cache
from importlib import resources

from translit.glossary.government import fitting
from translit.glossary.prepositions import governed, preposition
from translit.morphology import Form, animate, is_place, lemmas, part_of_speech
from translit.passages import Span

_NEXT = re.compile(r"\s+([^\W\d_]+(?:-[^\W\d_]+)?)")


@cache
def _kinds(language: str) -> frozenset[str]:
    """The kinds of things a place may be, of `place_kinds.yaml`."""
    import yaml

    table = yaml.safe_load((resources.files(__package__) / "place_kinds.yaml").read_text(encoding="utf-8"))
    return frozenset(table.get(language, ()))


def after_noun(forms: Sequence[Form], text: str, stretch: Span, language: str) -> tuple[Form, str] | None:
    """The genitive of a place that stands in the nominative right after a noun, and why; None if it may be right.

    forms   the paradigm of the name
    It may be right after the kind of thing the place is (город Минск), and where a verb follows of which it is the
    subject. Russian only: the dictionaries of the others do not mark places.
    """
    there = stretch.of(text)
    before = preposition(text, stretch.start)
    if before is None or text[before.end : stretch.start] != " " or not is_place(there.split()[-1], language):
        return None
    noun = before.of(text)
    own = {form.case for form in forms if form.text.lower() == there.lower()}
    if (
        "nominative" not in own
        or "genitive" in own
        or not (noun.islower() or before.start == 0)
        or governed(noun, language)
    ):
        return None
    if (
        part_of_speech(noun, language) != "noun"
        or animate(noun, language)
        or _kinds(language) & set(lemmas(noun, language))
    ):
        return None
    following = _NEXT.match(text, stretch.end)
    if following is not None and (following[1][:1].isupper() or part_of_speech(following[1], language) == "verb"):
        return None
    if text[stretch.end : stretch.end + 1] in {"-", "\u2010", "\u2011", "\u2013"}:
        return None
    form = fitting(forms, "genitive", "singular", second=False)
    return (form, f"genitive after the noun '{noun}'") if form.case == "genitive" else None
