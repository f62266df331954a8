"""The capitals a term gets where it stands: at a dateline, at the start of a sentence, in a shouting headline."""

from __future__ import annotations

import re
from collections.abc import Iterable

from translit.letters import Shape, capitalised, shape_of
from translit.passages import Mention, Span

# What follows the place of a dateline: 'MINSK:', 'MINSK (Reuters)', 'MINSK, 5 May', 'MINSK —'
_DATELINE = re.compile(r"\s*[:,(]|\s+[—–-]+\s")
_RUNNING = re.compile(r"[\w,]\s+$")
_PLAIN = {"ru", "uk", "be"}  # languages in which a term in the middle of a sentence keeps its small letter


def in_place(form: str, text: str, stretch: Span, source: str, mention: Mention) -> str:
    """The form with the capitals of the stretch of a draft it will replace; its own, where the entry keeps them."""
    if mention.cased:
        return form
    if dateline(text, stretch, source, mention, form):
        return form.upper()
    there = stretch.of(text)
    if shape_of(there) is Shape.UPPER and _shouts(text, stretch, _abbreviates(mention.text, form)):
        return form.upper()
    if _starts(text, stretch) and (there[:1].isupper() or _capital(source)):
        return capitalised(form)
    return form


def corrected(
    there: str, wordings: Iterable[str], text: str, stretch: Span, source: str, mention: Mention, language: str
) -> tuple[str, str]:
    """The capitals of an accepted form, and why they change; (there, '') where they are right.

    `wordings` are the forms it may be, as the glossary writes them.
    """
    if mention.cased:
        own = next((form for form in wordings if form.lower() == " ".join(there.lower().split())), there)
        return own, "with the capitals of the glossary" if own != there else ""
    if dateline(text, stretch, source, mention, there):
        return there.upper(), "in capitals, as in the source" if there.upper() != there else ""
    same = [form for form in wordings if form.lower() == " ".join(there.lower().split())]
    if not same or shape_of(there) is Shape.UPPER:
        return there, ""
    if _starts(text, stretch):
        right = capitalised(there) if _capital(source) or all(form[:1].isupper() for form in same) else there
        why = "a capital letter at the start of the sentence"
    elif all(form[:1].isupper() for form in same):
        right, why = capitalised(there), "with the capital letter of the glossary"
    elif language in _PLAIN and _RUNNING.search(text[: stretch.start]) and all(form[:1].islower() for form in same):
        right, why = there[:1].lower() + there[1:], "with the small letter of the glossary"
    else:
        return there, ""
    return right, why if right != there else ""


def dateline(text: str, stretch: Span, source: str, mention: Mention, form: str) -> bool:
    """Whether a mention in capitals opens its sentence as a dateline does, and the stretch of the draft too."""
    words = mention.text
    if shape_of(words) is not Shape.UPPER or _abbreviates(words, form):
        return False
    return all(
        _starts(whole, span) and _DATELINE.match(whole, span.end) is not None
        for whole, span in ((source, mention.span), (text, stretch))
    )


def _shouts(text: str, stretch: Span, short: bool) -> bool:
    """Whether capitals stand there for their loudness; beside an abbreviation more of the text must say so."""
    around = text[: stretch.start] + text[stretch.end :]
    if shape_of(around) is Shape.UPPER:
        return not short or sum(letter.isalpha() for letter in around) > 10
    return not short and len(stretch) > 6


def _abbreviates(words: str, form: str) -> bool:
    """Whether the words (EU) are short for the form (Европейский союз), not the form in capitals (KYIV, Киев)."""
    letters = sum(letter.isalpha() for letter in words)
    if shape_of(words) is not Shape.UPPER or len(words.split()) > 1:
        return False
    return letters <= 5 and (len(form.split()) > 1 or len(form) > 2 * letters)


def _starts(text: str, stretch: Span) -> bool:
    return not any(letter.isalnum() for letter in text[: stretch.start])


def _capital(source: str) -> bool:
    """Whether the source begins with a capital letter; what begins with a figure does not say."""
    return next((letter.isupper() for letter in source if letter.isalnum()), False)
