"""The adjectives before a term that stands in place of another noun: 'большую поставку', 'большой контроль'."""

from __future__ import annotations

from collections.abc import Iterator, Sequence

from translit.glossary.placing.government import head_readings
from translit.glossary.placing.prepositions import governed, governor
from translit.letters import WORD
from translit.morphology import Form, agreed, readings_of
from translit.passages import Span

_MOST = 3
# stand by themselves as often as before a noun: 'это первое издание', 'все выборы'
_ALONE = {"это", "то", "все", "всё", "це", "те", "всі", "усі"}


def agreeing(
    text: str, stretch: Span, forms: Sequence[Form], form: Form, language: str, owned: Sequence[Span]
) -> tuple[Span, str] | None:
    """The adjectives before a stretch that `form` replaces, and as they stand beside it; None if they may stay.

    forms  the paradigm that `form` is from
    Only what agreed with the words that stood there changes: what agreed with nothing was not theirs. Between a
    preposition and a word in the locative or the instrumental it is theirs whatever it is: 'в центральной Минске'.
    """
    head = head_readings(stretch.of(text), language)
    alive = living(forms, form)
    new: list[tuple[Span, str]] = []
    between = enclosed(text, stretch, form, language)
    for span in _before(text, stretch):
        word = span.of(text)
        theirs = between or any(_alike(one, other) for one in readings_of(word, language) for other in head)
        right = agreed(word, form, language, animate=alive) if theirs else ""
        if not right or any(span.overlaps(other) for other in owned):
            break
        new.append((span, right))
    if all(span.of(text) == right for span, right in new):
        return None
    whole = Span(new[-1][0].start, new[0][0].end)
    return whole, " ".join(right for _, right in reversed(new))


def enclosed(text: str, stretch: Span, form: Form, language: str) -> bool:
    """Whether adjectives stand before the stretch, and before these a preposition that may ask for its case.

    In other cases than these two what stands there may depend on them: для заключённых Минска.
    """
    if form.case not in ("locative", "instrumental"):
        return False
    word, adjectives = governor(text, stretch.start, language)
    return word is not None and adjectives > 0 and form.case in governed(word.of(text), language)


def _alike(one: Form, other: Form) -> bool:
    same = (one.case, one.number) == (other.case, other.number)
    return same and (one.number == "plural" or not other.gender or one.gender == other.gender)


def living(forms: Sequence[Form], form: Form) -> bool:
    """Whether the noun is a person or an animal: its accusative is its genitive."""
    texts = {one.case: one.text for one in reversed(forms) if one.number == form.number}
    return texts.get("accusative") == texts.get("genitive") != texts.get("nominative")


def _before(text: str, stretch: Span) -> Iterator[Span]:
    """Words right before the stretch with one space between, the nearest first."""
    at = stretch.start
    for match in list(WORD.finditer(text, 0, stretch.start))[: -_MOST - 1 : -1]:
        if text[match.end() : at] != " " or match.group().lower() in _ALONE:
            return
        yield Span(*match.span())
        at = match.start()
