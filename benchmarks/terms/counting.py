"""Whether a term stands in a translation: whole words, any form, each occurrence once; or glued on, or doubled."""

from __future__ import annotations

import re
from collections.abc import Sequence
from itertools import pairwise

from translit.letters import folded
from translit.morphology import lemmas, paradigm
from translit.morphology.analysis import analyser
from translit.passages import Span

_WORD = re.compile(r"[^\W_]+(?:[-'’ʼ][^\W_]+)*")
_ENGLISH = re.compile(r"[^\W_]+(?:[-'’ʼ](?!s\b)[^\W_]+)*")
_CLOSED = re.compile(r"[.!?…][»”\"')\]]*\s*$")


def occurrences(text: str, lemma: str, language: str) -> list[Span]:
    """Every stretch of whole words of which each is a form of the word at its place, apart and in order.

    Russian and Ukrainian by the dictionary's lemmas of each word, whatever a paradigm of ours holds; English by
    simplemma's, and without a possessive 's; Belarusian by the paradigm. A case is judged right or wrong elsewhere.
    """
    words = list((_ENGLISH if language == "en" else _WORD).finditer(text))
    wanted = [match.group() for match in _WORD.finditer(lemma)]
    by_paradigm = analyser(language) is None and language != "en"
    if by_paradigm:
        forms = {tuple(_WORD.findall(folded(form.text))) for form in paradigm(lemma, language)}
    found: list[Span] = []
    for at in range(len(words) - len(wanted) + 1):
        run = words[at : at + len(wanted)]
        if found and run[0].start() < found[-1].end:
            continue
        there = [match.group() for match in run]
        if by_paradigm:
            same = tuple(folded(word) for word in there) in forms
        else:
            same = all(_known(one, language) & _known(two, language) for one, two in zip(there, wanted, strict=True))
        if same:
            found.append(Span(run[0].start(), run[-1].end()))
    return found


def _known(word: str, language: str) -> set[str]:
    """Lemmas of a word, and the word itself."""
    return {folded(word), *(folded(lemma) for lemma in lemmas(word, language))}


def tacked_on(text: str, span: Span, plain: str) -> bool:
    """Whether a term at `span` was glued to a translation instead of standing in it.

    plain  the translation of the same sentence without the glossary

    It was if it opens or ends the text and what is left without it is the plain translation, word for word; if it
    stands after the closing mark of the sentence, which is none inside brackets ('(см. X)'); or if a sentence with its
    own capital letter begins right after it.
    """
    before, after = text[: span.start], text[span.end :]
    opens, ends = not _WORD.search(before), not _WORD.search(after)
    if not (opens or ends):
        return False
    left = [match.group().casefold() for match in _WORD.finditer(before + " " + after)]
    if left and left == [match.group().casefold() for match in _WORD.finditer(plain)]:
        return True
    if ends and _CLOSED.search(before) is not None and before.count("(") <= before.count(")"):
        return True
    first = _WORD.search(plain)
    follows = _WORD.match(after.lstrip(" "))
    return bool(
        opens and first and follows and follows.group() == first.group() and first.group()[:1].isupper()
        and not plain.startswith(text[span.start : span.end])
    )  # fmt: skip


def doubled(text: str, lemma: str, language: str) -> list[Span]:
    """Where a term stands twice running, with nothing but space between: 'полису страхования полиса страхования'."""
    found = occurrences(text, lemma, language)
    return [
        Span(one.start, two.end)
        for one, two in pairwise(found)
        if one.end < two.start and not text[one.end : two.start].strip()
    ]


def hits(text: str, wanted: Sequence[str], language: str) -> list[Span | None]:
    """For each wanted form the stretch that stands for it, no stretch for two; longer terms choose first."""
    taken: list[Span] = []
    found: list[Span | None] = [None] * len(wanted)
    for number in sorted(range(len(wanted)), key=lambda one: -len(wanted[one])):
        free = [s for s in occurrences(text, wanted[number], language) if not any(s.overlaps(t) for t in taken)]
        if free:
            found[number] = free[0]
            taken.append(free[0])
    return found
