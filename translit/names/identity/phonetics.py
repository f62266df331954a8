"""Sound keys: one word of a name in Cyrillic or Latin letters as what the two alphabets agree on.

A letter group may stand for several sounds, by the language that wrote it (Latin `ch` is ч in English,
х in Polish and German, ш in French); the key of a word is therefore a small set of readings, and two
words sound alike if the sets meet. What the standard romanizations of Belarusian, Russian and Ukrainian
do not keep, or what the three languages themselves change, is folded away:

    о and а                      Belarusian writes unstressed о as а (аканне): Kolesnikova, Kalesnikava
    и, і, ы, й                   Navalny, Navalnyi; й after a vowel is dropped: Sergei, Sergey
    ь, ъ, ', doubled letters     Tatyana, Tat'yana; Филиппов, Filipov
    е and э; ё with е and о      Yeltsin, Eltsin; Fyodorov, Fedorov
    ц and т before и, е; дз, д   Belarusian дзеканне and цеканне: Ціханоўская, Тихановская
    а and е after ц ж ш ч        not between two Russian or Ukrainian words: Цапкала, Цепкало
    ў, w, u after a vowel        as в: Tsikhanouskaya, Tikhanovskaya

Vowels of a key: A (а, о), Я (я after a consonant), E (е, э), I (и, ы, і), U (у, ю); consonants stand in
Cyrillic. Sources of the letter values: the romanization tables of GOST 7.79, BGN/PCGN, ICAO Doc 9303,
the Ukrainian resolution of 2010, the Belarusian instruction of 2007/2023, and the spelling habits of
the German, French and Polish press.
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from translit.letters import folded, scripts

_MOST = 64  # readings kept of one word; only very long words in doubtful spelling reach it

# Letter groups of Latin writing, longest first: what each may stand for, by style of writing.
# Styles: '' any, en, de, fr, pl (also lacinka, Czech, Lithuanian letters with marks).
_LATIN: dict[str, str] = {
    "schtsch": "шч", "chtch": "шч", "shch": "шч", "szcz": "шч", "šč": "шч", "sch": "ш ж шч сх",
    "tsch": "ч", "tch": "ч", "tsh": "ч", "tsj": "ч", "sj": "ш сй", "tzsch": "ч", "cz": "ч ц", "zh": "ж", "kh": "х",
    "sh": "ш", "sz": "ш", "ch": "ч х ш", "ts": "ц", "tz": "ц", "dzh": "дж", "dž": "дж", "dj": "дж", "dsch": "дж",
    "rzh": "рж", "rz": "ж рз",
    "ph": "ф", "th": "т ф", "ck": "к цк", "ou": "AU U", "qu": "кв", "ss": "с", "ff": "ф", "gh": "г",
    "a": "A", "b": "б", "c": "ц к", "č": "ч", "ć": "ц ч", "d": "д", "e": "E", "f": "ф", "g": "г", "h": "г х", "i": "I",
    "j": "й дж ж", "k": "к", "l": "л", "ł": "л", "m": "м", "n": "н", "o": "A", "p": "п", "q": "к", "r": "р", "s": "с",
    "š": "ш", "ś": "с", "t": "т", "u": "U", "ŭ": "в", "v": "в", "w": "в", "x": "кс х", "y": "Y", "z": "з ц", "ž": "ж",
    "ż": "ж", "ź": "з", "ü": "U", "ö": "A", "ä": "E", "ó": "A U", "ę": "Eн E", "ą": "Aн A", "ń": "н", "ñ": "н",
    "ç": "с ч", "ß": "с", "ĭ": "й", "ï": "I", "ë": "E A", "ě": "E", "ő": "A", "ű": "U", "ř": "р", "ğ": "г", "ş": "ш",
    "ș": "ш", "ț": "ц", "ţ": "ц", "ø": "A E", "å": "A", "æ": "E", "ŝ": "ш", "ĉ": "ч", "đ": "дж", "ı": "I",
}  # fmt: skip
_STYLES = {
    "en": {"c": "к ц", "j": "дж й", "ch": "ч х", "sch": "ш шч", "z": "з", "w": "в"},
    "de": {"ch": "х ч", "sch": "ш ж", "j": "й", "z": "ц з", "s": "с з", "v": "в ф"},
    "fr": {"ch": "ш", "j": "ж", "ou": "U", "gu": "г", "z": "з", "c": "к ц"},
    "pl": {"ch": "х", "c": "ц", "cz": "ч", "h": "г х", "j": "й", "z": "з", "w": "в"},
}  # fmt: skip
_STYLE_OF = {"cs": "pl", "sk": "pl", "lt": "pl", "lv": "pl", "be-Latn": "pl"}

_CYRILLIC = dict(zip("абвгґдзийклмнопрстуўфхыіэ", "AбвггдзIйклмнAпрстUвфхIIE", strict=True)) | {
    "ж": "ж", "ц": "ц", "ч": "ч", "ш": "ш", "щ": "шч", "е": "jE", "є": "jE", "ё": "jO", "ю": "jU", "я": "jA",
    "ї": "jI", "ь": "ь", "ъ": "ь", "'": "ь", "ј": "й", "љ": "ль", "њ": "нь", "џ": "дж", "ђ": "дж", "ћ": "ч",
}  # fmt: skip

_VOWELS = "AOEIUЯ"


@lru_cache(maxsize=8192)
def keys(word: str, language: str = "") -> frozenset[str]:
    """Every reading of one word as a sound key; empty for other scripts than Cyrillic and Latin."""
    lowered = folded(word.replace("ё", "\x01").replace("Ё", "\x01"))
    if "Latn" in scripts(word):
        raw = _latin(lowered.replace("\x01", "е"), language)
    elif "Cyrl" in scripts(word):
        raw = _cyrillic(lowered)
    else:
        return frozenset()
    found: set[str] = set()
    for reading in raw:
        found |= _folded_readings(reading)
        if language not in ("ru", "uk"):
            found |= {_AFTER_HUSHING.sub("E", option) for option in found}
    return frozenset(found)


def skeleton(key: str) -> str:
    """The consonants of a key, with a mark for the vowel it ends in (the ending shows the gender)."""
    consonants = "".join(sound for sound in key if sound not in _VOWELS)
    return consonants + ("" if not key or key[-1] not in _VOWELS else ":" + ("A" if key[-1] == "Я" else key[-1]))


def _cyrillic(word: str) -> list[str]:
    return ["".join("jO" if character == "\x01" else _CYRILLIC.get(character, "") for character in word)]


def _latin(word: str, language: str) -> list[str]:
    # a final 'ow', 'off' is -ов: Smirnoff, Sokolow
    if word.endswith("off"):
        word = word[:-3] + "ov"
    table, group_of = _groups(_STYLE_OF.get(language, language))
    readings = [""]
    for match in group_of.finditer(word):
        group = match.group()
        sounds = table.get(group)
        if group == "c" and language in ("", "en"):
            sounds = "ц с" if word[match.end() : match.end() + 1] in ("e", "i", "y") else "к ц"
        elif sounds is None:
            bare = unicodedata.normalize("NFD", group)[0]
            sounds = table.get(bare) or ("ь" if group in "'\"" else "")
        if not sounds:
            continue
        if " " not in sounds:
            readings = [reading + sounds for reading in readings]
        else:
            readings = [reading + option for reading in readings for option in sounds.split(" ")][:_MOST]
    return readings


@lru_cache(maxsize=8)
def _groups(style: str) -> tuple[dict[str, str], re.Pattern[str]]:
    """The letter groups of a style and what each may stand for; a pattern that finds the longest one, or any letter."""
    table = _LATIN | _STYLES.get(style, {})
    longest = sorted(map(re.escape, table), key=len, reverse=True)
    return table, re.compile("|".join((*longest, ".")), re.DOTALL)


# What the alphabets do not agree on, folded before a reading branches
_FOLDED = (
    # Latin y and i before a vowel are the j of я, ю, е; a j before any vowel makes the same sounds
    (re.compile(r"[YIй]+(?=[AEU])"), "j"),
    (re.compile("Y"), "I"),
    (re.compile(r"(?<=[AEUOI])й|й(?=I)|(?<=I)I"), ""),
    (re.compile("й"), "I"),
    # the i of ai, ei is й
    (re.compile(r"(?<=[AEUO])I(?![AEUO])|ь+"), ""),
    (re.compile(r"I(?=j)|jI?(?=I)"), ""),
    (re.compile("jj"), "j"),
)
# What each place may also be: the reading stands beside the other
_BRANCHES = (
    # ў: u after a vowel; Cyrillic у there is a name whose ў was lost
    (re.compile(r"(?<=[AEIЯ])U(?![AEIUЯ])"), "в"),
    (re.compile(r"ц(?=[IEUЯA])|тс(?=[IEЯ])"), "т"),
    (re.compile(r"ц$"), "т"),
    (re.compile(r"дз(?=[IEЯUA])|дз$"), "д"),
)
_AFFRICATE, _DOUBLED = re.compile(r"тс|тц|цс"), re.compile(r"(.)\1+")
_SOFT_ENDING = re.compile(r"(?<=[^AEIUЯ])A?Я$")
_AFTER_HUSHING = re.compile(r"(?<=[цжшч])A(?=.*[^AEIUЯ]A|.*[^AEIUЯ]$)")


def _folded_readings(reading: str) -> set[str]:
    """Fold what the alphabets do not agree on; each place that stays open doubles the readings."""
    text = reading
    for pattern, instead in _FOLDED:
        text = pattern.sub(instead, text)
    options = {text}
    if "j" in text:
        # yo, io may be ё, or я and о run together; ё itself is written е or о
        options = _open(options, "jA", "Я", "A", "E")
        options = _open(options, "jO", "A", "E")
        options = {option.replace("jE", "E").replace("jU", "U").replace("j", "") for option in options}
    for pattern, instead in _BRANCHES:
        options |= {pattern.sub(instead, option) for option in options}
    options = {_AFFRICATE.sub("ц", option).replace("тч", "ч") for option in options}
    return {_SOFT_ENDING.sub("Я", _DOUBLED.sub(r"\1", option)) for option in options}


def _open(options: set[str], group: str, *sounds: str) -> set[str]:
    found = options
    while any(group in option for option in found):
        found = {option.replace(group, sound, 1) if group in option else option for option in found for sound in sounds}
    return found
