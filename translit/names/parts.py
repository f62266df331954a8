"""The parts of a person's name: given name, patronymic, family name, and the titles before it.

East Slavic documents write 'Family Given Patronymic', running text 'Given Patronymic Family' or
'Given Family'; a comma after the first word always means the family name came first. The patronymic
is the surest sign of the order (only it ends in -ович, -овна, -ich, -ivna beside two other words),
a known given name the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translit.letters import nfc
from translit.names.tables import father_of, folded, given_name, plain, titles, words

_PATRONYMIC = re.compile(
    r"(?P<stem>.+?)(?:(?P<masculine>[еоаэєіи]вич|[еоаэ]віч|[йь]ович|ич|іч|"
    r"(?:[iy]?[ioeay])?v[iy]ch|(?:[iy]?[oea])wi(?:ts)?ch?|owicz|ewicz|ich|ych|avič|ovič)|"
    r"(?P<feminine>[оеа]вна|[оае]ўна|[іїє]вна|инична|ічна|ична|"
    r"(?:[iy]?[oeai])vna|[aeo]una|yivna|ichna|inichna|[oe]wna|aŭna))$"
)
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?|[^\W\d_]\.[^\W\d_]\.")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart; a part that is not there is ''.

    given         given name or its initial with the full stop
    patronymic    patronymic, middle name or second initial
    family        family name with its particles ('von der Leyen')
    titles        words before the name that are no part of it
    family_first  the family name was written first
    certain       a patronymic, a comma, an initial or a known given name showed the order
    """

    given: str
    patronymic: str
    family: str
    titles: tuple[str, ...] = ()
    family_first: bool = False
    certain: bool = False


def is_initial(word: str) -> bool:
    """Whether a word is an initial: 'А.', 'Yu.', or one capital letter alone."""
    if not word[:1].isupper() or not _INITIAL.fullmatch(word):
        return False
    return word.endswith(".") or len(word) == 1


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


def parts(name: str) -> Parts:
    """Take a personal name apart. Never fails: a word it cannot place becomes the family name."""
    whole = re.sub(r"\s*\([^)]*\)", "", nfc(name)).strip() or nfc(name).strip()  # other spellings in brackets
    before, comma, after = whole.partition(",")
    tokens = re.sub(r"(?<=[^\W\d_]\.)(?=[^\W\d_])", " ", f"{after} {before}" if comma and after.strip() else whole)
    all_words = tokens.split()
    found: list[str] = []
    while len(all_words) > 1 and folded(all_words[0]).rstrip(".") in titles() and not given_name(all_words[0]):
        found.append(all_words.pop(0))
    names = _joined(all_words)
    if comma and after.strip():
        given, *rest = names
        middle = " ".join(rest[:-1])
        return Parts(given, middle, rest[-1] if rest else "", tuple(found), True, True)
    return _ordered(names, tuple(found))


def _joined(all_words: list[str]) -> list[str]:
    """Particles joined to the family name they introduce: ['Ursula', 'von der Leyen']."""
    names: list[str] = []
    for place in range(len(all_words) - 1, -1, -1):
        word = all_words[place]
        if names and word == word.lower() and folded(word) in words("particles"):
            names[0] = f"{word} {names[0]}"
        else:
            names.insert(0, word)
    return names


def _ordered(names: list[str], found: tuple[str, ...]) -> Parts:
    if len(names) < 2:
        return Parts("", "", names[0] if names else "", found)
    middle = next((place for place in range(1, len(names)) if patronymic_gender(names[place]) and len(names) > 2), 0)
    if middle and middle == len(names) - 1 and not patronymic_gender(names[1]):
        return Parts(names[-2], names[-1], " ".join(names[:-2]), found, True, True)
    if middle == 1:
        return Parts(names[0], names[1], " ".join(names[2:]), found, False, True)
    if is_initial(names[-1]) and not is_initial(names[0]):
        initials = [word for word in names if is_initial(word)]
        family = " ".join(word for word in names if not is_initial(word))
        return Parts(initials[0], " ".join(initials[1:]), family, found, True, True)
    swapped = bool(given_name(names[-1])) and not given_name(names[0]) and not is_initial(names[0])
    if swapped and len(names) == 2:
        return Parts(names[1], "", names[0], found, True, True)
    certain = is_initial(names[0]) or bool(given_name(names[0]))
    return Parts(names[0], " ".join(names[1:-1]), names[-1], found, False, certain)


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
