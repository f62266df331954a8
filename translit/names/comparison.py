"""Are two spellings one name? By sound across Belarusian, Russian, Ukrainian and Latin letters.

The family name decides, and with it its gender ending (Tsikhanouskaya is not Tsikhanouski). Given
names agree when the table of equivalents says so (Сяргей, Сергій, Sergey) or when they sound alike;
an initial agrees with any name that may begin with it. A patronymic may be missing on one side. What
cannot be told is said: `same` is None, for a person to decide.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass, replace

from translit.languages import EAST_SLAVIC, language
from translit.letters import folded, scripts
from translit.names.endings import family_gender, patronymic_father, patronymic_gender
from translit.names.parts import Parts, is_initial, parts
from translit.names.phonetics import keys, skeleton
from translit.names.tables import particles
from translit.transliteration import readings
from translit.transliteration.given_names import given_name, same_given_names

_SURE, _OPEN, _FAR = 0.95, 0.75, 0.5
# East Slavic family names are written by sound in every script, so that another sound is another name
_SLAVIC = re.compile(
    r"(?:[оеёаэ][вў]а?|[иыі]на?|[сц]ь?к(?:[иі]й|[иі]|ая|а)|енко|[эае]нка|[ие]ч|[іе]ч|ук|юк|[чш]ак|ц?кая|"
    r"[oea][vw]a?|[eao]u|[iy]na?|[sc]k(?:iy|yi|yy|ii|i|y|aya|aia|aja|a)|enko|[ea]nka|i(?:c|t?s?c)h|icz|[uy]k|chak)$"
)


@dataclass(frozen=True, slots=True)
class Comparison:
    """`same`: True, False, or None where it cannot be told; `score` from 0 to 1; `why`: sentences for a person."""

    same: bool | None
    score: float
    why: tuple[str, ...]


def compare_names(a: str, b: str, *, languages: Sequence[str] | None = None) -> Comparison:
    """Compare two spellings of personal names, whole or family name alone, in any order of parts.

    languages: the languages of `a` and of `b`, in this order, where known; they narrow what a letter
    may stand for. Raises LanguageError for an unknown tag, ValueError if there are not two of them.
    """
    if languages is not None and len(languages) != 2:
        raise ValueError("languages holds two tags: the language of the first name and that of the second")
    first, second = (language(tag).tag for tag in languages) if languages else ("", "")
    if folded(a).split() == folded(b).split() and a.strip():
        return Comparison(True, 1.0, ("the two are spelled alike",))
    unknown = next((name for name in (a, b) if not scripts(name) & {"Latn", "Cyrl"}), None)
    if unknown is not None:
        return Comparison(None, 0.0, (f"{unknown!r} is not in Cyrillic or Latin letters",))
    tried = [_compare(x, y, first, second) for x in _orders(a) for y in _orders(b)]
    # the order of an uncertain name is open: believe the order in which the two agree best
    return max(tried, key=lambda found: (found.same is True, found.same is None, found.score))


def _orders(name: str) -> list[Parts]:
    taken = parts(name)
    if taken.certain or not taken.given:
        return [taken]
    return [taken, replace(taken, given=taken.family, family=taken.given)]


def _compare(a: Parts, b: Parts, first: str, second: str) -> Comparison:
    verdicts = [_family(a.family, b.family, first, second)]
    if a.given and b.given:
        verdicts.append(_given(a.given, b.given, first, second))
    elif a.given or b.given:
        verdicts.append(Comparison(True, _SURE, ("only one of the two has a given name",)))
    if patronymic_gender(a.patronymic) and patronymic_gender(b.patronymic):
        verdicts.append(_patronymic(a.patronymic, b.patronymic, first, second))
    elif a.patronymic and b.patronymic and (is_initial(a.patronymic) or is_initial(b.patronymic)):
        verdicts.append(_given(a.patronymic, b.patronymic, first, second))
    why = tuple(reason for verdict in verdicts for reason in verdict.why)
    score = min(verdict.score for verdict in verdicts)
    if any(verdict.same is False for verdict in verdicts):
        return Comparison(False, score, why)
    return Comparison(None if any(verdict.same is None for verdict in verdicts) else True, score, why)


def _family(a: str, b: str, first: str, second: str) -> Comparison:
    pair = f"the family names {a!r} and {b!r}"
    genders = family_gender(a), family_gender(b)
    if all(genders) and genders[0] != genders[1]:
        return Comparison(False, 0.5, (f"{pair} differ in gender",))
    return _words(a, b, first, second, pair)


def _given(a: str, b: str, first: str, second: str) -> Comparison:
    pair = f"the given names {a!r} and {b!r}"
    if is_initial(a) or is_initial(b):
        if _begins(a, first) & _begins(b, second):
            return Comparison(True, 0.85, (f"{a!r} and {b!r} agree as far as the initial shows",))
        return Comparison(False, 0.3, (f"{a!r} and {b!r} begin differently",))
    known = given_name(a), given_name(b)
    if {name.group for name in known[0]} & {name.group for name in known[1]}:
        return Comparison(True, 1.0, (f"{a!r} and {b!r} are one given name",))
    if all(any(name.home for name in names) for names in known):
        return Comparison(False, 0.4, (f"{a!r} and {b!r} are two given names",))
    return _words(a, b, first, second, pair)


def _begins(word: str, tag: str) -> set[str]:
    """The sounds a name or an initial may begin with; a known given name counts in all its languages."""
    bare = word.split(".")[0]
    found = {key[:1] for key in keys(bare[:3] if is_initial(word) else bare, tag)}
    if not is_initial(word):
        for other in same_given_names(word):
            found |= {key[:1] for key in keys(other)}
    # one letter of a digraph (K. for Kh, T. for Ts, Y. for Ya) and the vowels that the alphabets swap
    return {"Я" if sound in "AEIUЯ" and bare[:1] in "YJIЕЄЮЯЁЙІЇyj" else sound for sound in found} | found


def _patronymic(a: str, b: str, first: str, second: str) -> Comparison:
    pair = f"the patronymics {a!r} and {b!r}"
    if patronymic_gender(a) != patronymic_gender(b):
        return Comparison(False, 0.4, (f"{pair} differ in gender",))
    fathers = patronymic_father(a), patronymic_father(b)
    if fathers[0] & fathers[1]:
        return Comparison(True, 1.0, (f"{pair} come from one given name",))
    if all(fathers):
        return Comparison(False, 0.4, (f"{pair} come from two given names",))
    return _words(a, b, first, second, pair)


def _words(a: str, b: str, first: str, second: str, pair: str) -> Comparison:
    if folded(a) == folded(b):
        return Comparison(True, 1.0, (f"{pair} are spelled alike",))
    sounds = _phrase(a, first), _phrase(b, second)
    if not all(sounds):
        return Comparison(None, 0.0, (f"{pair} are not both in Cyrillic or Latin letters",))
    if sounds[0] & sounds[1]:
        return Comparison(True, _SURE, (f"{pair} sound alike",))
    bones = {skeleton(key) for key in sounds[0]} & {skeleton(key) for key in sounds[1]}
    if bones:
        return Comparison(None, _OPEN, (f"{pair} have the same consonants and other vowels",))
    from rapidfuzz.distance import Indel

    near = max(Indel.normalized_similarity(x, y) for x in sounds[0] for y in sounds[1])
    if scripts(a) == scripts(b) or near < _FAR or _SLAVIC.search(folded(a)) or _SLAVIC.search(folded(b)):
        return Comparison(False, round(min(near, _OPEN - 0.05), 3), (f"{pair} sound different",))
    if _reads_as(a, b, second) or _reads_as(b, a, first):
        return Comparison(True, 0.9, (f"{pair} are one name by the reading tables of foreign names",))
    return Comparison(None, round(min(near, _OPEN), 3), (f"{pair} may be one foreign name; its sounds are not known",))


def _reads_as(latin: str, cyrillic: str, tag: str) -> bool:
    """Whether a Latin word of another language (Brown, Macron) has this Cyrillic word among its readings."""
    if "Latn" not in scripts(latin) or "Cyrl" not in scripts(cyrillic) or " " in latin or "." in latin:
        return False
    there = readings(latin, target=tag if tag in EAST_SLAVIC else "ru")
    return bool(keys(cyrillic) & frozenset().union(*(keys(reading.text) for reading in there)))


def _phrase(name: str, tag: str) -> frozenset[str]:
    """The keys of all words run together: 'von der Leyen' and 'фон дер Ляйен', 'Багинская-Попова'."""
    all_words = name.replace("-", " ").split()
    # 'von' and 'фон' differ more than the names they stand before
    all_words = [word for word in all_words[:-1] if folded(word) not in particles()] + all_words[-1:]
    readings = {""}
    for word in all_words:
        found = keys(word, tag)
        if not found:
            return frozenset()
        readings = {before + key for before in readings for key in sorted(found)[:256]}
    return frozenset(readings)
