"""Are two spellings one name? By sound across Belarusian, Russian, Ukrainian and Latin letters.

The family name decides, and with it its gender ending (Tsikhanouskaya is not Tsikhanouski). Given
names agree when the table of equivalents says so (Сяргей, Сергій, Sergey) or when they sound alike;
an initial agrees with any name that may begin with it. A patronymic may be missing on one side. A part
that is alike but for its vowels is carried by another part that agrees; what still cannot be told is
said: `same` is None, for a person to decide.
"""

from __future__ import annotations

from collections.abc import Sequence

from translit.languages import language
from translit.letters import folded
from translit.names.identity import verdicts
from translit.names.identity.likeness import SURE, likeness
from translit.names.identity.taken import Name, orders
from translit.names.identity.verdicts import Comparison, Reason

# A part without a verdict of its own is carried by one that agrees from this score on, and two such parts by each other
_CARRIED, _BOTH = 0.65, 0.75
_ONE_GIVEN = Comparison(True, SURE, (Reason("only one of the two has a given name"),))


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
        if folded(a).split() == folded(b).split() and a.strip():
            return Comparison(True, 1.0, (Reason("the two are spelled alike"),))
        return Comparison(None, 0.0, (Reason("{!r} is not in Cyrillic or Latin letters", b if ours else a),))
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
    if best.same is not True and len(ours[0].words) != len(theirs[0].words):
        best = _within(ours[0], theirs[0]) or best
    return best


def _rank(found: Comparison) -> tuple[bool, bool, float]:
    return found.same is True, found.same is None, found.score


def _compare(a: Name, b: Name, first: str, second: str) -> Comparison:
    """Of what differs, the first reason is enough, and the table of given names is asked first: that is fastest."""
    given, both = None, a.given is not None and b.given is not None
    if a.given is not None and b.given is not None and a.given.home and b.given.home:
        given = verdicts.given(a.given, b.given, first, second)
        if given.same is False:
            return given
    family = verdicts.family(a.family, b.family, first, second, a.feminine and b.feminine)
    if family.same is False:
        return family
    found = [family]
    if a.given is not None and b.given is not None:
        found.append(given or verdicts.given(a.given, b.given, first, second))
    elif a.given or b.given:
        found.append(_ONE_GIVEN)
    if a.patronymic and b.patronymic:
        if a.gender and b.gender:
            found.append(verdicts.patronymic(a, b, first, second))
        elif a.patronymic.initial or b.patronymic.initial:
            found.append(verdicts.given(a.patronymic, b.patronymic, first, second))
    return next((verdict for verdict in found if verdict.same is False), None) or _of_all(found, both)


def _of_all(found: Sequence[Comparison], both: bool) -> Comparison:
    """One verdict of parts of which none is different; `both`: each name has a given name."""
    reasons = tuple(reason for verdict in found for reason in verdict.reasons)
    score = min(verdict.score for verdict in found)
    open_ones = sum(verdict.same is None for verdict in found)
    carried = both and score >= (_CARRIED if open_ones < len(found) else _BOTH)
    return Comparison(True if carried or not open_ones else None, score, reasons)


def _within(a: Name, b: Name) -> Comparison | None:
    """Same, if each word of the shorter name is one of the longer: 'Carme Chacón' and 'Carme Chacón Piqueras'."""
    if a.gender or b.gender or min(len(a.words), len(b.words)) < 2:
        return None
    shorter, longer = sorted((a.words, b.words), key=len)
    # the middle word may be a father's name (Boyko Metodiev Borisov), or a second given name
    if any(word.slavic for word in longer[1:]) or any(word.groups for word in shorter[1:]):
        return None
    left = list(longer)
    for word in shorter:
        met = next((other for other in left if likeness(word, other).same), None)
        if met is None:
            return None
        left.remove(met)
    return Comparison(True, 0.85, (Reason("every word of the shorter name is in the longer one"),))
