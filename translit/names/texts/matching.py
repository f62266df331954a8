"""From a spelling that stands in a text to the settled spelling in the same case."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import takewhile
from typing import NamedTuple

from translit.letters import folded
from translit.names.identity.phonetics import keys
from translit.names.register.person import Person
from translit.names.tables import prepositions
from translit.names.texts.spellings import NameForm, given_cases, name_forms, written
from translit.names.texts.tokens import Token

_CASES = ("", "nominative", "genitive", "dative", "accusative", "instrumental", "locative", "vocative")


class Settled(NamedTuple):
    """The settled spelling for what was found; `doubt`: several cases fit and nothing says which."""

    text: str
    case: str
    doubt: bool


def settled_form(person: Person, found: str, tag: str, asked: str = "") -> Settled | None:
    """The settled form of a full name or a family name, in the case `found` stands in.

    asked: the case that the words around it ask for ('genitive', 'instrumental'), '' if they do not say.
    None if `found` is no spelling of this person.
    """
    settled = name_forms(person, person.form(tag), tag)
    size = len(person.family(tag).split())
    # the family name written first stays first
    shapes = ("whole", "turned") if len(found.split()) > size else ("family",)
    for shape in shapes:
        exact = [form for form in settled if folded(_part(form, shape)) == folded(found)]
        if exact:
            return Settled(_part(exact[0], shape), _asked_of(exact, asked).case, False)
    for shape in shapes:
        if cases := _cases_of_variant(person, found, tag, shape):
            twins = [_twin(settled, case, shape, found) for case in _CASES if case in cases]
            known = [form for form in twins if form is not None]
            # a spelling without cases may stand in any of them
            open_ = cases == {""} and len(settled) > 1
            return _chosen(known or list(settled if open_ else settled[:1]), shape, asked)
    fitting = _sounding(settled, found) if "family" in shapes else []
    return _chosen(fitting, "family", asked) if fitting else None


def _chosen(fitting: list[NameForm], shape: str, asked: str) -> Settled:
    chosen = _asked_of(fitting, asked)
    several = len({_part(form, shape) for form in fitting}) > 1
    return Settled(_part(chosen, shape), chosen.case, several and not (asked and chosen.case == asked))


def _same_ending(a: str, b: str) -> int:
    return sum(1 for _ in takewhile(lambda pair: pair[0] == pair[1], zip(reversed(a), reversed(b), strict=False)))


def _twin(settled: tuple[NameForm, ...], case: str, shape: str, found: str) -> NameForm | None:
    """The settled form of a case; of twins (Алесеві, Алесю) the one that ends as the found one does."""
    twins = [form for form in settled if form.case == case]

    def likeness(form: NameForm) -> int:
        pairs = zip(_part(form, shape).split(), found.split(), strict=False)
        return sum(_same_ending(folded(a), folded(b)) for a, b in pairs)

    return max(twins, key=likeness, default=None)


def asked_case(there: Sequence[Token], place: int, tag: str) -> str:
    """The case that the word before this place asks for, a given name skipped; '' if none does."""
    for back in (place - 1, place - 2):
        if back >= 0:
            asked = prepositions(tag).get(there[back].text.lower(), "")
            if asked:
                return asked
            if not there[back].capital:
                return ""
    return ""


def _part(form: NameForm, shape: str) -> str:
    if shape == "turned":
        return f"{form.family} {form.given}"
    return form.text if shape == "whole" else form.family


def _asked_of(forms: list[NameForm], asked: str) -> NameForm:
    return next((form for form in forms if asked and form.case == asked), forms[0])


def _cases_of_variant(person: Person, found: str, tag: str, shape: str) -> frozenset[str]:
    return frozenset(
        form.case
        for name, _ in written(person, tag)
        for form in name_forms(person, name, tag)
        if folded(found) == folded(_part(form, shape))
    )


_ENDING = str.maketrans("оёэіыўє", "аееииве")


def _sounding(settled: tuple[NameForm, ...], found: str) -> list[NameForm]:
    """The settled forms whose family name sounds like the word; of several, those that look most like it."""
    return _alike(settled, found, [form.family for form in settled])


def _alike(settled: tuple[NameForm, ...], found: str, spelled: list[str]) -> list[NameForm]:
    from rapidfuzz.distance import Indel

    sounds = keys(found)
    likeness = {
        place: Indel.normalized_similarity(folded(found).translate(_ENDING), folded(word).translate(_ENDING))
        for place, word in enumerate(spelled)
        if word and sounds & keys(word)
    }
    return [settled[place] for place, near in likeness.items() if near == max(likeness.values())]


def given_in_case(person: Person, found: str, tag: str, case: str) -> str:
    """The settled given name in place of `found`, in the case of the family name; '' if it is another name."""
    cases = given_cases(person, tag).get(folded(found))
    settled = name_forms(person, person.form(tag), tag)
    if not cases:
        alike = _alike(settled, found, [form.given for form in settled]) if len(found) > 2 else []
        return next((form.given for form in alike if form.case == case), alike[0].given if alike else "")
    if any(folded(form.given) == folded(found) for form in settled):
        return found
    wanted = case if case in cases else next((form.case for form in settled if form.case in cases), "")
    return next((form.given for form in settled if form.case == wanted), settled[0].given)
