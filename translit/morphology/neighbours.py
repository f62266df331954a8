"""Words side by side: the cases that a preposition governs, and neighbours that cannot stand together."""

from __future__ import annotations

import re
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from functools import lru_cache
from itertools import pairwise

from translit.letters import nfc
from translit.morphology.analysis import Form, analyser, base_language, form_of, grammemes
from translit.passages import Span

# Prepositions and the cases they govern, the commoner first (Russkaya grammatika, 1980; Ukrainskyi pravopys, 2019;
# school grammars of Belarusian)
_GENITIVE, _DATIVE, _ACCUSATIVE, _INSTRUMENTAL, _LOCATIVE = "genitive dative accusative instrumental locative".split()  # noqa: SIM905
_GOVERNED = {
    "ru": {
        (_GENITIVE,): "без близ вдоль вместо вне внутри возле вокруг для до из из-за из-под кроме мимо насчёт насчет "
        "около от ото помимо после посреди против ради среди у изо безо касательно",
        (_DATIVE,): "к ко благодаря вопреки согласно навстречу по",
        (_ACCUSATIVE,): "про через сквозь несмотря включая исключая",
        (_INSTRUMENTAL, _ACCUSATIVE): "за под",
        (_INSTRUMENTAL, _GENITIVE): "с со между",
        (_INSTRUMENTAL,): "над надо перед передо",
        (_LOCATIVE, _ACCUSATIVE): "в во на",
        (_LOCATIVE,): "о об обо при",
    },
    "uk": {
        (_GENITIVE,): "без біля від вздовж для до замість із-за з-за коло крім навколо після проти серед щодо",
        (_GENITIVE, _INSTRUMENTAL): "з зі із зо",
        (_LOCATIVE, _ACCUSATIVE): "в на о",
        (_LOCATIVE, _GENITIVE, _ACCUSATIVE): "у",
        (_LOCATIVE,): "при по",
        (_DATIVE,): "завдяки всупереч назустріч",
        (_ACCUSATIVE,): "про через крізь включаючи",
        (_INSTRUMENTAL, _ACCUSATIVE): "за під між",
        (_INSTRUMENTAL,): "над перед",
    },
    "be": {
        (_GENITIVE,): "без для да з-за з-пад каля пасля супраць сярод ад вакол замест акрамя апроч",
        (_GENITIVE, _INSTRUMENTAL): "з са",
        (_LOCATIVE, _ACCUSATIVE): "на аб",
        (_LOCATIVE, _ACCUSATIVE, _GENITIVE): "у ў ва",
        (_LOCATIVE, _DATIVE): "па",
        (_LOCATIVE,): "пры",
        (_DATIVE,): "дзякуючы насуперак насустрач",
        (_ACCUSATIVE,): "праз пра цераз скрозь уключаючы",
        (_INSTRUMENTAL, _ACCUSATIVE): "за пад",
        (_INSTRUMENTAL, _GENITIVE): "паміж",
        (_INSTRUMENTAL,): "над перад",
    },
}
GOVERNMENT: Mapping[str, Mapping[str, tuple[str, ...]]] = {
    tag: {word: cases for cases, words in table.items() for word in words.split()} for tag, table in _GOVERNED.items()
}

_WORD = re.compile(r"[^\W\d_]+(?:[’'ʼ-][^\W\d_]+)*")
# a relative or asking pronoun has the case of its own clause: которой страна
_ASKING = {"который", "какой", "чей", "кой", "котрий", "який", "чий"}
# what a preposition may stand before, in a case
_IN_A_CASE = frozenset({"NOUN", "ADJF", "PRTF", "NPRO", "NUMR"})


def clashes(text: str, language: str) -> Iterator[Span]:
    """Neighbours, with a space between them, that cannot stand together, for languages that an analyser reads:

    an adjective and a noun of which no readings agree (белорусском лидеру); a preposition before a word that is in none
    of its cases (к огромный). Of words that the dictionary does not know, nothing is said.
    """
    morph = analyser(language)
    if morph is None:
        return
    table = GOVERNMENT[base_language(language)]
    words = list(_WORD.finditer(text))
    for one, other in pairwise(words):
        between = text[one.end() : other.start()]
        if not between or not between.isspace() or not morph.word_is_known(other.group().lower()):
            continue
        governed = table.get(one.group().lower())
        if _outside(other.group(), governed, language) if governed else _apart(one.group(), other.group(), language):
            yield Span(one.start(), other.end())


@dataclass(frozen=True, slots=True)
class _Reading:
    lemma: str
    marks: frozenset[str]
    form: Form

    @property
    def case(self) -> str:
        return self.form.case.removeprefix("second ")


@lru_cache(maxsize=65536)
def _readings(word: str, language: str) -> tuple[_Reading, ...]:
    found = ((parse.normal_form, grammemes(parse)) for parse in analyser(language).parse(nfc(word)))
    return tuple(_Reading(lemma, marks, form_of(word, marks)) for lemma, marks in found)


def _outside(word: str, cases: tuple[str, ...], language: str) -> bool:
    """Whether a word is in a case under every reading, and in none of these."""
    return all(
        one.marks & _IN_A_CASE and "Fixd" not in one.marks and one.case not in cases
        for one in _readings(word, language)
    )


def _apart(adjective: str, noun: str, language: str) -> bool:
    """Whether the one is an adjective and the other a noun under every reading, and no two of these agree."""
    ours, theirs = _readings(adjective, language), _readings(noun, language)
    if not all("ADJF" in one.marks and one.lemma not in _ASKING for one in ours):
        return False
    return all("NOUN" in other.marks for other in theirs) and not any(
        _agree(one, other) for one in ours for other in theirs
    )


def _agree(adjective: _Reading, noun: _Reading) -> bool:
    if "Fixd" in noun.marks:
        return True
    if adjective.case != noun.case or adjective.form.number != noun.form.number:
        return False
    return noun.form.number == "plural" or noun.form.gender in ("", adjective.form.gender)
