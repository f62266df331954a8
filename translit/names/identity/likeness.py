"""Do two words of names sound alike? First by their likeliest sound, then by all readings, then as foreign names.

A word is taken apart once and remembered: comparing one name with many costs little more than the comparisons.
What is alike only in part has a score from 0 to 1 and no verdict; the name around it decides.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from functools import lru_cache
from typing import NamedTuple

from rapidfuzz.distance import Indel

from translit.letters import folded, scripts
from translit.names.identity.endings import family_gender
from translit.names.identity.folding import sound
from translit.names.identity.parts import is_initial
from translit.names.identity.phonetics import keys, skeleton
from translit.names.tables import particles, short_names
from translit.transliteration.given_names import given_name
from translit.transliteration.reading import practical

SURE, OPEN, FAR = 0.95, 0.75, 0.5
_NOTHING = 0.35  # below it no readings of two names have met in 20,000 pairs
_UNHEARD = 0.4  # below it no reading of a foreign name has met in 40,000; the lowest was Guillaume, Гийом (0.44)
# East Slavic family names are written by sound in every script, so that another sound is another name
_SLAVIC = re.compile(
    r"(?:[оеёаэ][вў]а?|(?<!е)[иыі]на?|[сц]ь?к(?:[иі]й|[иі]|ая|а)|енко|[эае]нка|[ие]ч|[іе]ч|ук|юк|[чш]ак|ц?кая|"
    r"(?:[oea]v|[oe]w)a?|[eo]u|(?<!e)au|(?<!e)[iy]na?|[sc]k(?:iy|yi|yy|ii|i|y|aya|aia|aja|a)|enko|[ea]nka|i(?:c|t?s?c)h|icz|[uy]k|chak)$"
)
_S = re.compile(r"(?<=[^AEIU])[AIU]?с$")
_BALTIC = re.compile(r"(?<=[^AEIU])[AIU]?с$|A$")


@dataclass(frozen=True, slots=True, eq=False)
class Part:
    """A part of a name, of one word or several ('von der Leyen'), and what it shows by itself."""

    text: str
    folded: str
    sound: str
    scripts: frozenset[str]
    slavic: bool
    gender: str
    groups: frozenset[int]
    home: bool
    family: bool
    initial: bool
    hissing: bool


class Likeness(NamedTuple):
    """`same`: True, False, or None where it cannot be told; `how` is a phrase that follows 'the two'."""

    same: bool | None
    score: float
    how: str


@lru_cache(maxsize=1 << 16)
def part(text: str, *, family: bool = True) -> Part:
    """Take a part of a name in, once. Of a given name no ending says that it is Slavic: Justine."""
    known, low = given_name(text), folded(text)
    return Part(
        text, low, "".join(map(sound, _sounding_words(text))), scripts(text),
        family and _SLAVIC.search(low) is not None, family_gender(text),
        short_names().get(low, frozenset()).union(name.group for name in known),
        any(name.home for name in known), family, is_initial(text), low.endswith("s"),
    )  # fmt: skip


def likeness(a: Part, b: Part, first: str = "", second: str = "") -> Likeness:
    """Whether two parts sound alike; `first` and `second` are tags that narrow what their letters may be.

    What is plainly different is seen by the likeliest sounds, before any reading is made.
    """
    if a.folded == b.folded:
        return Likeness(True, 1.0, "are spelled alike")
    if not a.sound or not b.sound:
        return Likeness(None, 0.0, "are not both in Cyrillic or Latin letters")
    open_ = not first and not second
    if open_ and a.sound == b.sound:
        return Likeness(True, SURE, "sound alike")
    if a.hissing or b.hissing:
        if _but_for_s(a, b) or _but_for_s(b, a):
            return Likeness(None, 0.6, "differ in an -s, which may be an ending or make it another name")
        if open_ and (one_ending(a) == b.sound or a.sound == one_ending(b)):
            return Likeness(True, 0.9, "are alike but for an ending")
    near = Indel.normalized_similarity(a.sound, b.sound)
    strict = (a.slavic and b.slavic) or (a.scripts == b.scripts and (a.slavic or b.slavic))
    if strict and near < FAR:
        return Likeness(False, near, "sound different")
    latin, other = (a, b) if "Latn" in a.scripts else (b, a)
    abroad = "Latn" in latin.scripts and "Cyrl" in other.scripts and not latin.slavic
    most = max(near, Indel.normalized_similarity(usual_ear(latin.text), other.sound)) if abroad else near
    if most < _NOTHING and len(a.sound) > 3 and len(b.sound) > 3:
        return Likeness(False, most, "sound different")
    if not bones(a.text, first).isdisjoint(bones(b.text, second)):
        if not readings(a.text, first).isdisjoint(readings(b.text, second)):
            return Likeness(True, SURE, "sound alike")
        return Likeness(None, max(OPEN, near), "have the same consonants and other vowels")
    if strict:
        return Likeness(False, min(near, OPEN - 0.05), "sound different")
    if open_ and stripped(a) == stripped(b):
        return Likeness(True, 0.9, "are alike but for an ending")
    if abroad and most >= _UNHEARD and other.sound in by_ear(latin.text):
        return Likeness(True, 0.9, "are one name by the reading tables of foreign names")
    if most < FAR or a.slavic != b.slavic or (a.scripts == b.scripts and most < OPEN):
        return Likeness(False, min(most, OPEN - 0.05), "sound different")
    return Likeness(None, min(most, 0.94), "may be one foreign name; its sounds are not known")


def _but_for_s(a: Part, b: Part) -> bool:
    """Whether b is a with an -s that may be English: Williams is not William, but Putins is Putin."""
    if not b.folded.endswith("s") or a.slavic or not a.family:
        return False
    return a.folded == b.folded[:-1] if a.scripts == b.scripts else a.sound == sound(b.folded[:-1])


@lru_cache(maxsize=1 << 16)
def one_ending(a: Part) -> str:
    """The sound without the -s, -as, -is, -us of Latvian and Lithuanian; '' without such an ending."""
    bare = _S.sub("", a.sound) if a.sound.endswith("с") and len(a.sound) > 3 + a.family else ""
    return bare if "Latn" in a.scripts else ""


@lru_cache(maxsize=1 << 16)
def stripped(a: Part) -> str:
    """The sound without the ending that Latvian, Lithuanian, Latin and Czech (-ová) put to any name."""
    if a.folded.endswith("ová") and not a.slavic and len(a.folded) > 6:
        return _BALTIC.sub("", sound(a.folded[:-3]))
    return _BALTIC.sub("", a.sound) if len(a.sound) > 4 else a.sound


@lru_cache(maxsize=1 << 16)
def usual_ear(text: str) -> str:
    """The sound of a Latin name as the table for names of any language has it."""
    return "".join(map(sound, next(practical(_sounding_words(text)))))


@lru_cache(maxsize=1 << 16)
def by_ear(text: str) -> frozenset[str]:
    """The sounds of a Latin name as the reading tables of foreign names have it, by the language it may come from."""
    return frozenset("".join(map(sound, words)) for words in practical(_sounding_words(text)))


@lru_cache(maxsize=1 << 16)
def readings(text: str, tag: str = "") -> frozenset[str]:
    """The keys of all words run together: 'von der Leyen' and 'фон дер Ляйен', 'Багинская-Попова'."""
    run_together = {""}
    for word in _sounding_words(text):
        found = keys(word, tag)
        if not found:
            return frozenset()
        run_together = {before + key for before in run_together for key in sorted(found)[:256]}
    return frozenset(run_together)


@lru_cache(maxsize=1 << 16)
def bones(text: str, tag: str = "") -> frozenset[str]:
    """The consonants of every reading, with a mark for the vowel each ends in."""
    return frozenset(map(skeleton, readings(text, tag)))


def _sounding_words(text: str) -> list[str]:
    all_words = text.replace("-", " ").split()
    # 'von' and 'фон' differ more than the names they stand before
    return [word for word in all_words[:-1] if folded(word) not in particles()] + all_words[-1:]
