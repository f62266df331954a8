"""Are two spellings one name? By sound across Belarusian, Russian, Ukrainian and Latin letters.

The family name decides, and with it its gender ending (Tsikhanouskaya is not Tsikhanouski). Given
names agree when the table of equivalents says so (Сяргей, Сергій, Sergey) or when they sound alike;
an initial agrees with any name that may begin with it. A patronymic may be missing on one side. A part
that is alike but for its vowels is carried by another part that agrees; what still cannot be told is
said: `same` is None, for a person to decide.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import lru_cache

from translit.languages import language
from translit.letters import folded
from translit.names.endings import masculine_family, patronymic_father
from translit.names.likeness import SURE, Part, likeness, part
from translit.names.parts import is_initial
from translit.names.phonetics import keys
from translit.names.taken import Name, orders
from translit.transliteration.given_names import same_given_names

# A part without a verdict of its own is carried by one that agrees from this score on, and two such parts by each other
_CARRIED, _BOTH = 0.65, 0.75
_SLIP = 0.8  # two patronymics of unknown fathers, one letter apart


@dataclass(frozen=True, slots=True)
class Comparison:
    """`same`: True, False, or None where it cannot be told; `score` from 0 to 1; `why`: sentences for a person."""

    same: bool | None
    score: float
    why: tuple[str, ...]


_ONE_GIVEN = Comparison(True, SURE, ("only one of the two has a given name",))


def compare_names(a: str, b: str, *, languages: Sequence[str] | None = None) -> Comparison:
    """Compare two spellings of personal names, whole or family name alone, in any order of parts.

    languages: the languages of `a` and of `b`, in this order, where known; they narrow what a letter
    may stand for. Raises LanguageError for an unknown tag, ValueError if there are not two of them.
    """
    if languages is not None and len(languages) != 2:
        raise ValueError("languages holds two tags: the language of the first name and that of the second")
    first, second = (language(tag).tag for tag in languages) if languages else ("", "")
    ours, theirs = orders(a), orders(b)
    if not ours or not theirs:
        alike = folded(a).split() == folded(b).split() and a.strip()
        unknown = b if ours else a
        reason = "the two are spelled alike" if alike else f"{unknown!r} is not in Cyrillic or Latin letters"
        return Comparison(True, 1.0, (reason,)) if alike else Comparison(None, 0.0, (reason,))
    return compare_taken(ours, theirs, first, second)


def compare_taken(ours: Sequence[Name], theirs: Sequence[Name], first: str = "", second: str = "") -> Comparison:
    """Compare two names that were taken in, each in every order its parts may have; at least one order each."""
    best: Comparison | None = None
    # the order of an uncertain name is open: believe the order in which the two agree best
    for x in ours:
        for y in theirs:
            found = _compare(x, y, first, second)
            if found.same and found.score >= SURE:
                return found
            if best is None or _rank(found) > _rank(best):
                best = found
    assert best is not None
    return _within(ours[0], theirs[0]) or best if best.same is not True else best


def _rank(found: Comparison) -> tuple[bool, bool, float]:
    return found.same is True, found.same is None, found.score


def _compare(a: Name, b: Name, first: str, second: str) -> Comparison:
    """Of what differs, the first reason is enough, and the table of given names is asked first: that is fastest."""
    given = _given(a.given, b.given, first, second) if a.given and b.given and a.given.home and b.given.home else None
    if given and given.same is False:
        return given
    women = a.feminine and b.feminine
    verdicts = [_family(a.family, b.family, first, second, women)]
    if verdicts[0].same is False:
        return verdicts[0]
    if a.given and b.given:
        verdicts.append(given or _given(a.given, b.given, first, second))
    elif a.given or b.given:
        verdicts.append(_ONE_GIVEN)
    if a.patronymic and b.patronymic:
        if a.gender and b.gender:
            verdicts.append(_patronymic(a, b, first, second))
        elif is_initial(a.patronymic.text) or is_initial(b.patronymic.text):
            verdicts.append(_given(a.patronymic, b.patronymic, first, second))
    different = next((verdict for verdict in verdicts if verdict.same is False), None)
    if different is not None:
        return different
    why = tuple(reason for verdict in verdicts for reason in verdict.why)
    score = min(verdict.score for verdict in verdicts)
    open_ones = [verdict.score for verdict in verdicts if verdict.same is None]
    if not open_ones:
        return Comparison(True, score, why)
    whole = a.given is not None and b.given is not None
    if whole and score >= (_CARRIED if len(open_ones) < len(verdicts) else _BOTH):
        return Comparison(True, score, why)
    return Comparison(None, score, why)


def _within(a: Name, b: Name) -> Comparison | None:
    """Same, if each word of the shorter name is one of the longer: 'Carme Chacón' and 'Carme Chacón Piqueras'."""
    if a.gender or b.gender or len(a.words) == len(b.words) or min(len(a.words), len(b.words)) < 2:
        return None
    shorter, longer = sorted((a.words, b.words), key=len)
    if any(word.slavic for word in longer[1:]):  # the middle word may be a father's name: Boyko Metodiev Borisov
        return None
    left = list(longer)
    for word in shorter:
        met = next((other for other in left if likeness(word, other).same), None)
        if met is None:
            return None
        left.remove(met)
    return Comparison(True, 0.85, ("every word of the shorter name is in the longer one",))


def _family(a: Part, b: Part, first: str, second: str, women: bool) -> Comparison:
    """`women`: the given names or patronymics say so of both; the husband's ending is then no other person's."""
    pair = f"the family names {a.text!r} and {b.text!r}"
    if a.gender and b.gender and a.gender != b.gender:
        if not women:
            return Comparison(False, 0.5, (f"{pair} differ in gender",))
        a, b = (part(masculine_family(one.text)) if one.gender == "feminine" else one for one in (a, b))
    found = likeness(a, b, first, second)
    return Comparison(found.same, round(found.score, 3), (f"{pair} {found.how}",))


def _given(a: Part, b: Part, first: str, second: str) -> Comparison:
    if is_initial(a.text) or is_initial(b.text):
        if _begins(a.text, first) & _begins(b.text, second):
            return Comparison(True, 0.85, (f"{a.text!r} and {b.text!r} agree as far as the initial shows",))
        return Comparison(False, 0.3, (f"{a.text!r} and {b.text!r} begin differently",))
    if not a.groups.isdisjoint(b.groups):
        return Comparison(True, 1.0, (f"{a.text!r} and {b.text!r} are one given name",))
    if "-" in a.text or "-" in b.text:
        ours, theirs = (one.text.split("-") for one in (a, b))
        if max(len(ours), len(theirs)) > 1 and all(ours) and all(theirs):
            halves = [_given(part(x, family=False), part(y, family=False), first, second)
                      for x, y in zip(ours, theirs, strict=False)]  # fmt: skip
            if all(half.same for half in halves):
                score = min(half.score for half in halves) if len(ours) == len(theirs) else 0.85
                return Comparison(True, score, tuple(reason for half in halves for reason in half.why))
    if a.home and b.home:
        return Comparison(False, 0.4, (f"{a.text!r} and {b.text!r} are two given names",))
    if a.gender and b.gender and a.gender != b.gender:
        return Comparison(False, 0.5, (f"{a.text!r} and {b.text!r} differ in gender",))
    found = likeness(a, b, first, second)
    if found.same is None and a.groups and b.groups:
        return Comparison(False, round(found.score, 3), (f"{a.text!r} and {b.text!r} are two given names",))
    return Comparison(found.same, round(found.score, 3), (f"the given names {a.text!r} and {b.text!r} {found.how}",))


@lru_cache(maxsize=1 << 12)
def _begins(word: str, tag: str) -> frozenset[str]:
    """The sounds a name or an initial may begin with; a known given name counts in all its languages."""
    bare = word.split(".")[0]
    found = {key[:1] for key in keys(bare[:3] if is_initial(word) else bare, tag)}
    if not is_initial(word):
        for other in same_given_names(word):
            found |= {key[:1] for key in keys(other)}
    # one letter of a digraph (K. for Kh, T. for Ts, Y. for Ya) and the vowels that the alphabets swap
    swapped = {"Я" if sound in "AEIUЯ" and bare[:1] in "YJIЕЄЮЯЁЙІЇyj" else sound for sound in found}
    return frozenset(swapped | found)


def _patronymic(a: Name, b: Name, first: str, second: str) -> Comparison:
    assert a.patronymic and b.patronymic
    pair = f"the patronymics {a.patronymic.text!r} and {b.patronymic.text!r}"
    if a.gender != b.gender:
        return Comparison(False, 0.4, (f"{pair} differ in gender",))
    fathers = patronymic_father(a.patronymic.text), patronymic_father(b.patronymic.text)
    if fathers[0] & fathers[1]:
        return Comparison(True, 1.0, (f"{pair} come from one given name",))
    if all(fathers):
        return Comparison(False, 0.4, (f"{pair} come from two given names",))
    found = likeness(a.patronymic, b.patronymic, first, second)
    if found.same is False and found.score >= _SLIP and not any(fathers):
        return Comparison(None, round(found.score, 3), (f"{pair} are almost alike, of a name the table lacks",))
    return Comparison(found.same, round(found.score, 3), (f"{pair} {found.how}",))
