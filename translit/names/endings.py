"""What the ending of a word of a name shows: a patronymic, the father it is made of, the gender."""

from __future__ import annotations

import re

from translit.letters import folded, plain
from translit.transliteration.patronymics import father_of

_PATRONYMIC = re.compile(
    r"(?P<stem>.+?)(?:(?P<masculine>[еоаэєіиу]вич|[еоаэу]віч|[йь]ович|ич|іч|"
    r"(?:[iy]?[ioeayu])?v[iy]ch|(?:[iy]?[oea])wi(?:ts)?ch?|owicz|ewicz|ich|ych|avič|ovič)|"
    r"(?P<feminine>[оеау]вна|[оаеу]ўна|[іїє]вна|инична|ічна|ична|"
    r"(?:[iy]?[oeaiu])vna|[aeo]una|yivna|ichna|inichna|[oe]wna|aŭna))$"
)


_FEMININE = re.compile(r"(?:ая|яя|aya|aia|aja|ка|ka|(?<=[вн])а|(?<=[vn])a)$")
_HUSBANDS = {"ая": "ий", "яя": "ий", "aya": "iy", "aia": "iy", "aja": "iy", "ка": "кий", "ka": "kiy"}


def patronymic_gender(word: str) -> str:
    """'masculine', 'feminine' by the ending of a patronymic; '' for a word that cannot be one."""
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
    last = plain(word.split()[-1]) if word.split() else ""
    if re.search(r"(?:ск|цк|зк)(?:ая|а|яя)$|(?:ов|ев|ав|эв|єв|їв|ин|ын|ін)а$|(?:ая|яя)$", last):
        return "feminine"
    if re.search(r"(?:sk|ck|tsk|zk)(?:aya|aia|aja|a)$|(?:ov|ev|av|iov|yov|in|yn)a$|(?:aya|aia|aja)$", last):
        return "feminine"
    if re.search(r"(?:ск|цк)(?:ий|ій|и|і)$|(?:ов|ев|аў|еў|оў|ёў|эў|єв)$|(?:ый|ий|ій)$", last):
        return "masculine"
    if re.search(r"(?:sk|ck|tsk)(?:yi|iy|yy|ii|ij|yj|i|y)$|(?:ov|ev|au|eu|ou|yov|iov|aŭ|oŭ|eŭ)$", last):
        return "masculine"
    return ""
