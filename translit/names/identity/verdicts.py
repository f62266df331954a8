"""What the parts of two names say, each by itself: one name, two, or it cannot be told, and the reason.

A reason is put into words only when somebody reads it, since most pairs are plainly different and nobody asks why.
"""

from __future__ import annotations

from functools import lru_cache
from typing import NamedTuple

from translit.names.identity.endings import masculine_family, patronymic_father
from translit.names.identity.likeness import Part, likeness, part
from translit.names.identity.parts import is_initial
from translit.names.identity.phonetics import keys
from translit.names.identity.taken import Name
from translit.transliteration.given_names import same_given_names

_SLIP = 0.8  # two patronymics of fathers the table lacks are a letter apart; others are two


class Reason(NamedTuple):
    """`str` of it is a sentence for a person: `phrase` with the two words it is about, where it names them."""

    phrase: str
    a: str = ""
    b: str = ""

    def __str__(self) -> str:
        return self.phrase.format(self.a, self.b)


class Comparison(NamedTuple):
    """`same`: True, False, or None where it cannot be told; `score` from 0 to 1; `why`: sentences for a person."""

    same: bool | None
    score: float
    reasons: tuple[Reason, ...]

    @property
    def why(self) -> tuple[str, ...]:
        """The reasons in words."""
        return tuple(map(str, self.reasons))


def family(a: Part, b: Part, first: str, second: str, women: bool) -> Comparison:
    """`women`: the given names or patronymics say so of both; the husband's ending is then no other person's."""
    x, y = a, b
    if a.gender and b.gender and a.gender != b.gender:
        if not women:
            return Comparison(False, 0.5, (Reason("the family names {!r} and {!r} differ in gender", a.text, b.text),))
        x, y = (part(masculine_family(one.text)) if one.gender == "feminine" else one for one in (a, b))
    same, score, how = likeness(x, y, first, second)
    return Comparison(same, score, (Reason("the family names {!r} and {!r} " + how, a.text, b.text),))


def given(a: Part, b: Part, first: str, second: str) -> Comparison:
    """Given names, or initials; a name of two halves (Jean-Luc) agrees with its first half alone."""
    if a.initial or b.initial:
        if begins(a.text, first) & begins(b.text, second):
            return Comparison(True, 0.85, (Reason("{!r} and {!r} agree as far as the initial shows", a.text, b.text),))
        return Comparison(False, 0.3, (Reason("{!r} and {!r} begin differently", a.text, b.text),))
    if not a.groups.isdisjoint(b.groups):
        return Comparison(True, 1.0, (Reason("{!r} and {!r} are one given name", a.text, b.text),))
    if a.home and b.home:
        return Comparison(False, 0.4, (Reason("{!r} and {!r} are two given names", a.text, b.text),))
    if ("-" in a.text or "-" in b.text) and (halves := _by_halves(a, b, first, second)):
        return halves
    if a.gender and b.gender and a.gender != b.gender:
        return Comparison(False, 0.5, (Reason("{!r} and {!r} differ in gender", a.text, b.text),))
    same, score, how = likeness(a, b, first, second)
    if same is None and a.groups and b.groups:
        return Comparison(False, score, (Reason("{!r} and {!r} are two given names", a.text, b.text),))
    return Comparison(same, score, (Reason("the given names {!r} and {!r} " + how, a.text, b.text),))


def _by_halves(a: Part, b: Part, first: str, second: str) -> Comparison | None:
    ours, theirs = a.text.split("-"), b.text.split("-")
    if not all((*ours, *theirs)):
        return None
    halves = [
        given(part(x, family=False), part(y, family=False), first, second) for x, y in zip(ours, theirs, strict=False)
    ]
    if not all(half.same for half in halves):
        return None
    score = min(half.score for half in halves) if len(ours) == len(theirs) else 0.85
    return Comparison(True, score, tuple(reason for half in halves for reason in half.reasons))


@lru_cache(maxsize=1 << 12)
def begins(word: str, tag: str) -> frozenset[str]:
    """The sounds a name or an initial may begin with; a known given name counts in all its languages."""
    bare = word.split(".")[0]
    found = {key[:1] for key in keys(bare[:3] if is_initial(word) else bare, tag)}
    if not is_initial(word):
        for other in same_given_names(word):
            found |= {key[:1] for key in keys(other)}
    # one letter of a digraph (K. for Kh, T. for Ts, Y. for Ya) and the vowels that the alphabets swap
    swapped = {"Я" if sound in "AEIUЯ" and bare[:1] in "YJIЕЄЮЯЁЙІЇyj" else sound for sound in found}
    return frozenset(swapped | found)


def patronymic(a: Name, b: Name, first: str, second: str) -> Comparison:
    """Two patronymics, by the given name of the father where the table knows it."""
    assert a.patronymic and b.patronymic
    pair, words = "the patronymics {!r} and {!r} ", (a.patronymic.text, b.patronymic.text)
    if a.gender != b.gender:
        return Comparison(False, 0.4, (Reason(pair + "differ in gender", *words),))
    fathers = patronymic_father(words[0]), patronymic_father(words[1])
    if fathers[0] & fathers[1]:
        return Comparison(True, 1.0, (Reason(pair + "come from one given name", *words),))
    if all(fathers):
        return Comparison(False, 0.4, (Reason(pair + "come from two given names", *words),))
    same, score, how = likeness(a.patronymic, b.patronymic, first, second)
    if same is None and score < _SLIP:
        same, how = False, "sound different"
    return Comparison(same, score, (Reason(pair + how, *words),))
