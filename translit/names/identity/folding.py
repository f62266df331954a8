"""One key for a word of a name: its likeliest sound, in letters on which Cyrillic and Latin writing agree.

Where `phonetics.keys` gives every reading of a doubtful letter, `sound` takes the one that English-language press,
BGN/PCGN and ICAO 9303 mean, so that two spellings mostly meet at once; where they do not, the readings are asked.

    sound("Tsikhanouskaya")    # 'тIхAнAвскA'
    sound("Тихановская")       # 'тIхAнAвскA'
"""

from __future__ import annotations

import re
import unicodedata
from functools import lru_cache

from translit.letters import folded, script_of

# What Latin letter groups most often mean in names; О and A are told apart until ё is settled.
_GROUPS = {
    "schtsch": "шч", "chtch": "шч", "shch": "шч", "szcz": "шч", "tsch": "ч", "tch": "ч", "tsh": "ч", "tsj": "ч",
    "sch": "ш", "dsch": "дж", "zh": "ж", "kh": "х", "sh": "ш", "sz": "ш", "sj": "ш", "ch": "ч", "cz": "ч", "ts": "ц",
    "tz": "ц", "ph": "ф", "th": "т", "ck": "к", "qu": "кв", "gh": "г", "oe": "U", "tš": "ч", "ce": "цE", "ci": "цI",
    "cy": "цY", "oo": "U", "ee": "I",
    "a": "A", "b": "б", "c": "к", "č": "ч", "ć": "ч", "ç": "ч", "ĉ": "ч", "d": "д", "e": "E", "f": "ф", "g": "г",
    "h": "г", "i": "I", "j": "й", "k": "к", "l": "л", "ł": "л", "m": "м", "n": "н", "o": "O", "p": "п", "q": "г",
    "r": "р", "s": "с", "š": "ш", "ş": "ш", "ș": "ш", "ŝ": "ш", "t": "т", "ţ": "ц", "ț": "ц", "u": "U", "ŭ": "U",
    "v": "в", "w": "в", "x": "кс", "y": "Y", "z": "з", "ž": "ж", "ż": "ж", "ĵ": "ж", "ö": "O", "ä": "E", "ø": "O",
    "å": "O", "æ": "E", "ß": "с", "ë": "jO", "ı": "I", "ə": "A", "đ": "дж", "ñ": "н", "ĥ": "х",
}  # fmt: skip
_GROUP = re.compile("|".join(sorted(map(re.escape, _GROUPS), key=len, reverse=True)) + "|.", re.DOTALL)
_CYRILLIC = str.maketrans(
    dict(zip("абвгґдзийклмнопрстуўфхыіэжцчшј", "AбвггдзIйклмнOпрстUвфхIIEжцчшй", strict=True))
    | {
        "щ": "шч", "е": "jE", "є": "jE", "ё": "jO", "ю": "jU", "я": "jA", "ї": "jI", "ь": "", "ъ": "", "'": "",
        "љ": "л", "њ": "н", "џ": "дж", "ђ": "дж", "ћ": "ч", "ә": "A", "ғ": "г", "қ": "к", "ң": "н", "ө": "O", "ұ": "U",
        "ү": "U", "һ": "г", "ѓ": "г", "ќ": "к", "ѕ": "дз", "ӑ": "A", "ӗ": "E", "ӳ": "U", "ҫ": "с", "ҳ": "х", "ҷ": "дж",
        "ӣ": "I", "ӯ": "U", "æ": "A",
    }
)  # fmt: skip
_LATER = (
    (re.compile(r"[YIй]+(?=[AEUO])"), "j"),
    (re.compile(r"(?<=[AEUO])[YIй]+(?![AEUOj])|Y(?=I)|(?<=[IY])[YIй]+|(?<=[AEUOIY])j(?=I)"), ""),
)
_SOFT = re.compile(r"тс|тц|цс")
_DENTAL = re.compile(r"ц(?=[IE])|дз(?=[IEA])|дз$")
_SHORT_U = re.compile(r"(?<=[AEI])U(?![AEIU])")
_DOUBLED = re.compile(r"(.)\1+")
_FINAL = str.maketrans({"Y": "I", "O": "A", "j": None, "й": "I"})


@lru_cache(maxsize=1 << 17)
def sound(word: str) -> str:
    """The likeliest sound of one word in Cyrillic or Latin letters; '' for other scripts."""
    lowered = folded(word.replace("ё", "jO").replace("Ё", "jO")) if "ё" in word or "Ё" in word else folded(word)
    script = script_of(lowered[:1])
    if script == "Cyrl":
        text = lowered.translate(_CYRILLIC)
        if "jo" in text:
            text = text.replace("jo", "jO")
    elif script == "Latn":
        text = _latin(lowered)
    else:
        return ""
    for pattern, instead in _LATER:
        text = pattern.sub(instead, text)
    text = _SOFT.sub("ц", text.replace("jO", "E")).replace("тч", "ч")
    text = _DENTAL.sub(lambda match: "т" if match.group() == "ц" else "д", text)
    return _DOUBLED.sub(r"\1", _SHORT_U.sub("в", text.translate(_FINAL)))


def _latin(lowered: str) -> str:
    if not lowered.isascii():
        lowered = "".join(
            character
            if character in _GROUPS
            else "".join(c for c in unicodedata.normalize("NFD", character) if not unicodedata.combining(c))
            for character in lowered
        )
    if lowered.endswith("off"):
        lowered = lowered[:-3] + "ov"
    return _GROUP.sub(lambda match: _GROUPS.get(match.group(), ""), lowered)
