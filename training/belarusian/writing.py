"""A Russian sentence in Belarusian: as Apertium puts it, with the words that it lacks by their letters."""

from __future__ import annotations

import re
from collections.abc import Mapping, Sequence
from functools import cache
from pathlib import Path

from training.apertium import MARKS, from_russian
from training.belarusian import steering
from training.belarusian.forms import HARD, forms, joined, told
from training.belarusian.relatives import as_clauses
from training.corpus import mended
from training.names import grouped
from training.ukrainian.reading import NAMES, readings
from training.ukrainian.spelling import capitals
from training.ukrainian.writing import Ukrainian, Written
from translit.tables import own_table

_UNKNOWN = re.compile(r"\*([а-яёА-ЯЁ]+(?:-[а-яёА-ЯЁ]+)*)")
# so many forms are looked up at once, for each has hundreds of spellings
_AT_ONCE = 6_000
# Apertium has one form of быць for both its tenses
_BEING = {"буду": "буду", "будешь": "будзеш", "будет": "будзе", "будем": "будзем", "будете": "будзеце"}
_BEING |= {"будут": "будуць", "есть": "ёсць", "суть": "ёсць"}
_IS = re.compile(r"\b[Ёё]сць\b")
# where it left a participle out there is a space too many, and where it misread one a relative without a comma
_BROKEN = re.compile(r"\S  +\S| [,.!?](?=\s|$)|,як[аі]")
_LISTS = ("cldr", "iso-codes", "geonames", "gweather")
# endings of names
_ENDINGS = {"ии": "іі", "ия": "ія", "ию": "ію", "ией": "іяй", "ой": "ай", "ей": "яй", "ом": "ам", "и": "і"}
_ENDINGS |= {one: one for one in ("", "а", "я", "у", "ю", "ы", "е", "ем")}


def lists_of_names(names: Path) -> dict[str, str]:
    """Names of one word that the lists in `names` have in Russian and Belarusian, in small letters."""
    found: dict[str, str] = {}
    for origin in _LISTS:
        for one in grouped(names, f"variants-{origin}"):
            russian, theirs = one.get("ru", "").lower(), one.get("be", "").lower()
            if russian and theirs and " " not in russian + theirs:
                found.setdefault(russian.replace("ё", "е"), theirs)
    return found


class Belarusian:
    """Puts Russian sentences into Belarusian.

    ukrainian: for words that resemble no Russian ones; names: Russian names of one word, in small letters, and theirs
    """

    def __init__(self, ukrainian: Ukrainian, names: Mapping[str, str]) -> None:
        self.ukrainian, self.names = ukrainian, names

    def write(self, russian: Sequence[str]) -> list[Written]:
        """The sentences; words that nothing could put into Belarusian stay and are named."""
        russian = [as_clauses(text) for text in russian]
        drafts = from_russian(russian, "be", steering.filters(russian))
        unknown = sorted({word.lower() for draft in drafts for word in _UNKNOWN.findall(draft)})
        found: dict[str, str] = {}
        for at in range(0, len(unknown), _AT_ONCE):
            found |= forms((word, self._ukrainian(word)) for word in unknown[at : at + _AT_ONCE])
        return [self._written(text, draft, found) for text, draft in zip(russian, drafts, strict=True)]

    def _ukrainian(self, word: str) -> str:
        written = self.ukrainian.write(word)
        return "" if written.unsure else written.text.lower()

    def _written(self, russian: str, draft: str, found: Mapping[str, str]) -> Written:
        unsure: list[str] = re.findall(r"[#@](\w+)", draft)

        def put(match: re.Match[str]) -> str:
            word, small = match[1], match[1].lower()
            if word[0].isupper() and small not in told("words") and _is_name(small):
                return capitals(word, self._name(small))
            if len(small) == 1:
                return word
            if new := found.get(small):
                return capitals(word, new)
            if word.islower() or not match.start():
                unsure.append(word)
                return word
            return capitals(word, by_letters(small))

        text = re.sub(f"[{MARKS}]", "", _UNKNOWN.sub(put, draft))
        for wrong, right in _mendings():
            text = wrong.sub(right, text)
        text, confused = _being(russian, mended(text, "apertium", "be"))
        broken = [text] if _BROKEN.search(text) and not _BROKEN.search(russian) else []
        return Written(text, (*unsure, *confused, *broken))

    def _name(self, name: str) -> str:
        """A name in the case that it has: that of the lists with the ending that stands here, or by its letters."""
        for lemma in dict.fromkeys(one.lemma.replace("ё", "е") for one, _ in readings(name.capitalize())):
            if theirs := self.names.get(lemma):
                stem, own = (re.sub("(?:[иіы]я|[аяьйо])$", "", one) for one in (lemma, theirs))
                ending = _ENDINGS.get(name.removeprefix(stem))
                if name.startswith(stem) and own and ending is not None:
                    hard = own[-1] in HARD or own[-1] in "дт"
                    return own + (ending.replace("і", "ы", 1) if hard else ending)
        return by_letters(name)


@cache
def _mendings() -> list[tuple[re.Pattern[str], str]]:
    table = own_table(__package__, "mended.yaml", texts=True)
    return [(re.compile(wrong), right) for wrong, right in table.items()]


def _is_name(word: str) -> bool:
    first = readings(word.capitalize())[0][0]
    return not first.known or bool({*NAMES, "Abbr"} & first.features)


def by_letters(word: str) -> str:
    """A Russian name in Belarusian letters; its stress is not known."""
    out: list[str] = []
    for at, letter in enumerate(word):
        before, after = word[at - 1] if at else "", word[at + 1] if at + 1 < len(word) else ""
        hard = before in HARD
        new = {"и": "ы" if hard else "і", "щ": "шч", "ъ": "'"}.get(letter, letter)
        if hard:
            new = {"я": "а", "ю": "у", "ё": "о", "ь": ""}.get(letter, new)
        if letter == "е" and (hard or (before and before in "тд")):
            new = "э"
        elif letter == "о" and (not before or not after):
            new = "а"
        elif letter in "тд" and after and after in "ияюь":
            new = "ц" if letter == "т" else "дз"
        out.append(new)
    return joined("".join(out))


def _being(russian: str, text: str) -> tuple[str, list[str]]:
    """The tense of быць that Russian has, and what could not be told."""
    asked = [_BEING[word] for word in re.findall("[а-яё]+", russian.lower()) if word in _BEING]
    there = _IS.findall(text)
    if len(there) != len(asked):
        return text, there
    wanted = iter(asked)
    return _IS.sub(lambda match: capitals(match[0], next(wanted)), text), []
