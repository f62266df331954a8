"""What the ending of a word of a name shows: a patronymic, the father it is made of, the gender."""

from __future__ import annotations

import re
from functools import lru_cache

from translit.letters import folded, plain
from translit.transliteration.patronymics import father_of

_PATRONYMIC = re.compile(
    r"(?P<stem>.+?)(?:(?P<masculine>[еоаэєіиу]вич|[еоаэу]віч|[йь]ович|ич|іч|"
    r"(?:[iy]?[ioeayu])?v[iy]ch|(?:[iy]?[oea])wi(?:ts)?ch?|owicz|ewicz|ich|ych|avič|ovič)|"
    r"(?P<feminine>[оеау]вна|[оаеу]ўна|[іїє]вна|инична|ічна|ична|"
    r"(?:[iy]?[oeaiu])vna|[aeo]una|yivna|ichna|inichna|[oe]wna|aŭna))$"
)


_LAST = frozenset("чhzčаa")
_FAMILY = re.compile(
    r"(?:(?P<feminine>(?:ск|цк|зк)а|(?:ов|ев|ав|эв|єв|їв|ин|ын|ін)а|ая|яя|"
    r"(?:sk|ck|zk)a|(?:ov|ev|av|in|yn)a|aya|aia|aja)|"
    r"(?P<masculine>(?:ск|цк)(?:и|і)|(?:ов|ев|аў|еў|оў|ёў|эў|єв)|(?:ы|и|і)й|"
    r"(?:sk|ck)(?:yi|iy|yy|ii|ij|yj|i|y)|(?:ov|ev|au|eu|ou|aŭ|oŭ|eŭ)))$"
)
_FEMININE = re.compile(r"(?:ая|яя|aya|aia|aja|ка|ka|(?<=[вн])а|(?<=[vn])a)$")
_HUSBANDS = {"ая": "ий", "яя": "ий", "aya": "iy", "aia": "iy", "aja": "iy", "ка": "кий", "ka": "kiy"}


@lru_cache(maxsize=1 << 15)
def patronymic_gender(word: str) -> str:
    """'masculine', 'feminine' by the ending of a patronymic; '' for a word that cannot be one."""
    if word[-1:].lower() not in _LAST:
        return ""
    match = _PATRONYMIC.fullmatch(folded(word).replace("'", ""))
    if match is None or len(match["stem"]) < 2:
        return ""
    return "masculine" if match["masculine"] else "feminine"


def patronymic_father(word: str) -> frozenset[int]:
    """The given names (numbers of the table) a patronymic is made of; empty if the table knows none."""
    match = _PATRONYMIC.fullmatch(folded(word).replace("'", ""))
    return frozenset() if match is None else father_of(match["stem"])


def masculine_family(word: str) -> str:
    """The family name of the husband or brother, in small letters: 'ковалева', 'kovaleva' give 'ковалев', 'kovalev'."""
    return _FEMININE.sub(lambda ending: _HUSBANDS.get(ending.group(), ""), folded(word))


def family_gender(word: str) -> str:
    """The gender an East Slavic or West Slavic family name shows by its ending; '' if it shows none."""
    last = plain(word[word.rstrip().rfind(" ") + 1 :].rstrip())
    match = _FAMILY.search(last)
    return "" if match is None else match.lastgroup or ""
