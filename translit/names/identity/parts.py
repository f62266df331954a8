"""The parts of a person's name: given name, patronymic and family name; the titles before it are none of them.

East Slavic documents write 'Family Given Patronymic', running text 'Given Patronymic Family' or
'Given Family'; a comma after the first word always means the family name came first. The patronymic
is the surest sign of the order (only it ends in -ович, -овна, -ich, -ivna beside two other words),
a known given name the next one.
"""

from __future__ import annotations

import re
from dataclasses import dataclass

from translit.letters import folded, nfc
from translit.names.identity.endings import patronymic_gender
from translit.names.tables import particles, titles, words
from translit.transliteration.given_names import given_name

_BRACKETS, _BRACKET = re.compile(r"\s*\([^)]*\)"), re.compile(r"[()]")
_AFTER_INITIAL = re.compile(r"(?<=[^\W\d_]\.)(?=[^\W\d_])")
_INITIAL = re.compile(r"[^\W\d_]{1,2}\.?|[^\W\d_]\.[^\W\d_]\.")


@dataclass(frozen=True, slots=True)
class Parts:
    """A name taken apart; a part that is not there is ''.

    given       given name or its initial with the full stop
    patronymic  patronymic, middle name or second initial
    family      family name with its particles ('von der Leyen')
    certain     a patronymic, a comma, an initial or a known given name showed the order
    """

    given: str
    patronymic: str
    family: str
    certain: bool = False


def is_initial(word: str) -> bool:
    """Whether a word is an initial: 'А.', 'Yu.', or one capital letter alone."""
    if not word[:1].isupper() or not _INITIAL.fullmatch(word):
        return False
    return word.endswith(".") or len(word) == 1


def parts(name: str) -> Parts:
    """Take a personal name apart. Never fails: a word it cannot place becomes the family name."""
    whole = nfc(name).strip()
    if "(" in whole:  # other spellings; or what may be left out: '(Donald) Trump'
        without = _BRACKETS.sub("", whole).strip()
        whole = without if " " in without else _BRACKET.sub("", whole).strip()
    before, comma, after = whole.partition(",")
    if comma and folded(after).strip(" .") in words("generations"):
        whole, comma, after = before, "", ""
    ordered = f"{after} {before}" if comma and after.strip() else whole
    all_words = (_AFTER_INITIAL.sub(" ", ordered) if "." in ordered else ordered).split()
    while len(all_words) > 1 and folded(all_words[0]).rstrip(".") in titles() and not given_name(all_words[0]):
        del all_words[0]
    while len(all_words) > 2 and folded(all_words[-1]).rstrip(".") in words("generations"):
        del all_words[-1]
    names = _joined(all_words)
    if comma and after.strip():
        given, *rest = names
        middle = " ".join(rest[:-1])
        return Parts(given, middle, rest[-1] if rest else "", True)
    return _ordered(names)


def _joined(all_words: list[str]) -> list[str]:
    """Particles joined to the family name they introduce: ['Ursula', 'von der Leyen']."""
    names: list[str] = []
    for place in range(len(all_words) - 1, -1, -1):
        word = all_words[place]
        if names and word == word.lower() and folded(word) in particles():
            names[0] = f"{word} {names[0]}"
        else:
            names.insert(0, word)
    return names


def _ordered(names: list[str]) -> Parts:
    if len(names) < 2:
        return Parts("", "", names[0] if names else "")
    middle = next((place for place in range(1, len(names)) if patronymic_gender(names[place]) and len(names) > 2), 0)
    if middle and middle == len(names) - 1 and not patronymic_gender(names[1]):
        return Parts(names[-2], names[-1], " ".join(names[:-2]), True)
    if middle == 1:
        return Parts(names[0], names[1], " ".join(names[2:]), True)
    if is_initial(names[-1]) and not is_initial(names[0]):
        initials = [word for word in names if is_initial(word)]
        family = " ".join(word for word in names if not is_initial(word))
        return Parts(initials[0], " ".join(initials[1:]), family, True)
    # given names from abroad are family names too: Tim Scott, Alan Duncan
    last_given = any(name.home for name in given_name(names[-1]))
    swapped = last_given and not given_name(names[0]) and not is_initial(names[0])
    if swapped and len(names) == 2:
        return Parts(names[1], "", names[0], True)
    certain = is_initial(names[0]) or (bool(given_name(names[0])) and not (len(names) == 2 and given_name(names[-1])))
    return Parts(names[0], " ".join(names[1:-1]), names[-1], certain)
