"""Reading a name in Latin letters back into Cyrillic: several readings, ranked, each with its reason.

A word is looked up among given names and patronymics first. Any other word goes through the tables of
`reading_tables/`: as a Slavic name (with what is Belarusian or Ukrainian in its spelling) and as a Western one by
practical transcription; how the spelling looks decides which comes first. Readings into Ukrainian and Belarusian go
through the Russian one and the regular correspondences of the languages.
"""

from __future__ import annotations

import math
import re
import unicodedata
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from functools import cache
from itertools import islice, product
from typing import Any

from translit.errors import LanguageError
from translit.languages import EAST_SLAVIC, language
from translit.letters import APOSTROPHES, PART, Shape, nfc, script_of, shape_of
from translit.tables import own_table
from translit.transliteration.given_names import east_slavic, given_names, loose_key
from translit.transliteration.patronymics import patronymics
from translit.transliteration.rules import Rule, Table, cased, read_rules

# Tables of practical transcription by the language a name comes from; 'western-ru' for all others
_ABROAD = {
    "de": ("german-ru", "German"), "fr": ("french-ru", "French"), "es": ("spanish-ru", "Spanish"),
    "it": ("italian-ru", "Italian"), "pt": ("portuguese-ru", "Portuguese"), "sv": ("northern-ru", "Swedish"),
    "nb": ("northern-ru", "Norwegian"), "nn": ("northern-ru", "Norwegian"), "no": ("northern-ru", "Norwegian"),
    "da": ("northern-ru", "Danish"),
}  # fmt: skip
MOST = 5  # readings given back at most
_SLAVIC = {*EAST_SLAVIC, "bg", "mk", "sr"}
# Latin letters that do not come apart into a letter and marks
_NEAREST = {
    "ø": "o", "Ø": "O", "đ": "d", "Đ": "D", "ð": "d", "Ð": "D", "þ": "th", "Þ": "Th", "æ": "e", "Æ": "E",
    "œ": "e", "Œ": "E", "ə": "e", "Ə": "E", "ı": "y", "ß": "ss", "ẞ": "SS", "ħ": "h", "Ħ": "H", "ŋ": "n",
    "ł": "l", "Ł": "L",
}  # fmt: skip


@dataclass(frozen=True, slots=True)
class Reading:
    """One way to read a name. `score` is between 0 and 1, only good for ranking; `why` is a phrase for a person."""

    text: str
    score: float
    why: str


def readings(name: str, *, target: str, hint: str | None = None) -> tuple[Reading, ...]:
    """The readings of a Latin-script name into be, ru or uk, best first, five at most.

    `hint` is the language the name comes from, where it is known (a tag). Letter case follows the name; words in
    other scripts and everything between words stay as they are. A name without Latin letters has one reading,
    itself. Raises LanguageError for a target other than be, ru, uk, and for a bad tag.
    """
    into = language(target).tag
    if into not in EAST_SLAVIC:
        raise LanguageError(f"names cannot be read into {target!r}; use one of {', '.join(EAST_SLAVIC)}")
    origin = None if hint is None else language(hint).tag
    name = nfc(name)
    matches = [match for match in PART.finditer(name) if script_of(match.group()[0]) == "Latn"]
    if not matches:
        return (Reading(name, 1.0, "no Latin letters"),)
    if origin is None and any(loose_key(match.group()) in patronymics() for match in matches):
        origin = "ru"  # only an East Slavic name has a patronymic; its family name follows
    beside = [given_names().get(loose_key(match.group()), {}).get("ru") in east_slavic() for match in matches]
    words = [
        list(islice(_of_word(match.group(), into, origin, any(beside) and not own), 4))
        for match, own in zip(matches, beside, strict=True)
    ]
    best: dict[str, Reading] = {}
    for choice in product(*words):
        text, place = "", 0
        for match, chosen in zip(matches, choice, strict=True):
            text += name[place : match.start()] + chosen.text
            place = match.end()
        score = math.prod(chosen.score for chosen in choice)
        reading = Reading(text + name[place:], score, "; ".join(dict.fromkeys(chosen.why for chosen in choice)))
        if reading.text not in best or best[reading.text].score < score:
            best[reading.text] = reading
    return tuple(sorted(best.values(), key=lambda reading: (-reading.score, reading.text))[:MOST])


def _of_word(word: str, target: str, origin: str | None, beside: bool) -> Iterator[Reading]:
    """The distinct readings of one word, best first; `beside` an East Slavic given name it is likely Slavic."""
    seen: set[str] = set()
    for reading in sorted(_candidates(word, target, origin, beside), key=lambda reading: -reading.score):
        if reading.text not in seen:
            seen.add(reading.text)
            yield reading


def _candidates(word: str, target: str, origin: str | None, beside: bool) -> Iterator[Reading]:
    upper = shape_of(word) is Shape.UPPER
    key = loose_key(word)
    if len(word) > 2 and key in given_names():
        yield Reading(cased(given_names()[key][target].lower(), word, upper=upper), 0.97, "a given name")
    if key in patronymics():
        russian = cased(patronymics()[key].lower(), word, upper=upper)
        yield Reading(_into(russian, target, "slavic"), 0.96, "a patronymic")
    for tag, table in (("be", "belarusian"), ("uk", "ukrainian")):
        if target == tag and _comes_from(tag, word.lower(), origin):
            yield Reading(_read(word, f"{table}-{tag}"), 0.96, f"a {table.capitalize()} name by its letters")
    if not beside and _is_japanese(word.lower(), origin):
        japanese = _read(word, "japanese-ru")
        yield Reading(_into(japanese, target, "western"), 0.93, "a Japanese name by the Polivanov system")
    slavic = _slavic_look(word.lower(), origin, beside)
    if origin is None and word.lower() in _table("western-ru").exceptions:
        slavic = 0.2
    for table, weight, why in _slavic_tables(word.lower(), origin):
        text = _read(word, table)
        yield Reading(_into(text, target, "slavic"), round(weight * slavic, 4), why)
        for other in _variants(text):
            yield Reading(_into(other, target, "slavic"), round(0.4 * weight * slavic, 4), why + ", less usual")
    abroad, language_name = _practical_table(word.lower(), origin)
    yield Reading(
        _into(_read(word, abroad), target, "western"),
        round(0.95 * (1 - slavic), 4),
        "practical transcription" + (f" from {language_name}" if language_name else ""),
    )


def _practical_table(lower: str, origin: str | None) -> tuple[str, str]:
    """The table for a name from abroad and the language it is of: by the hint, German by its look too."""
    if lower in _table("western-ru").exceptions:
        return "western-ru", ""
    if origin is None and re.search(_looks()["german"], lower):
        origin = "de"
    return _ABROAD.get(origin or "", ("western-ru", ""))


def _slavic_tables(lower: str, origin: str | None) -> Iterator[tuple[str, float, str]]:
    belarusian, ukrainian = (_comes_from(tag, lower, origin) for tag in ("be", "uk"))
    if belarusian:
        yield "belarusian-ru", 0.96, "a Belarusian name in its Russian form"
    if ukrainian:
        yield "ukrainian-ru", 0.95, "a Ukrainian name in its Russian form"
    yield "slavic-ru", 0.7 if belarusian or ukrainian else 0.95, "a Slavic name by its letters"


def _comes_from(tag: str, lower: str, origin: str | None) -> bool:
    """Whether a name is Belarusian ('be') or Ukrainian ('uk'): by the hint, else by its spelling."""
    if origin is not None:
        return origin == tag
    signs = _looks()["belarusian" if tag == "be" else "ukrainian"]
    return any(re.search(sign, lower) for sign in signs)


def _is_japanese(lower: str, origin: str | None) -> bool:
    if origin is not None:
        return origin == "ja"
    looks = _looks()["japanese"]
    syllables, sign, never = (re.compile(looks[key]) for key in ("syllables", "signs", "never"))
    return bool(syllables.fullmatch(lower) and sign.search(lower) and not never.search(lower))


def _slavic_look(lower: str, origin: str | None, beside: bool) -> float:
    """How likely the spelling is that of a Slavic name, from 0.02 to 0.98."""
    if origin is not None:
        return 0.97 if origin in _SLAVIC else 0.05
    total = sum(weight for sign, weight in _looks()["slavic"].items() if re.search(sign, lower))
    return min(0.98, max(0.02, 1 / (1 + math.exp(-total - _looks()["ground"] - beside))))


def practical(words: Sequence[str]) -> Iterator[tuple[str, ...]]:
    """The Latin words of one name by practical transcription into Russian, in small letters: from any language, then
    from each we have a table of.
    """
    for table in dict.fromkeys(("western-ru", *(table for table, _ in _ABROAD.values()))):
        yield tuple(_read(word.lower(), table) for word in words)


def _read(word: str, name: str) -> str:
    """The word by a table; a letter the table does not have is read without its marks, or as the nearest it has."""
    table = _table(name)
    if not table.letters.keys() >= set(word):
        word = "".join(character if character.lower() in table.letters else _nearest(character) for character in word)
    return nfc(table.convert(word))


def _nearest(character: str) -> str:
    if character in APOSTROPHES:
        return "'"
    if unicodedata.combining(character):
        return ""
    bare = unicodedata.normalize("NFD", character)[0]
    return _NEAREST.get(bare, bare)


def _variants(russian: str) -> Iterator[str]:
    """The same reading with the one letter changed that spellings most often leave open."""
    for pattern, instead in _looks()["variants"].items():
        changed = re.sub(pattern, instead, russian, count=1)
        if changed != russian:
            yield changed


def _into(russian: str, target: str, kind: str) -> str:
    return russian if target == "ru" else nfc(_table(f"{kind}-{target}").convert(russian))


@cache
def _looks() -> Mapping[str, Any]:
    found: Mapping[str, Any] = _data("looks")
    return found


@cache
def _table(name: str) -> Table:
    letters: dict[str, str] = {}
    rules: list[Rule] = []
    exceptions: dict[str, str] = {}
    for data in _chain(name):
        letters = {**data["letters"], **letters}
        exceptions = {**(data.get("exceptions") or {}), **exceptions}
        rules += read_rules(data)
    return Table(letters, tuple(rules), exceptions)


def _chain(name: str) -> Iterable[Mapping[str, Any]]:
    """The table and those it extends, nearest first."""
    data = _data(name)
    return [data, *_chain(data["extends"])] if data.get("extends") else [data]


def _data(name: str) -> Mapping[str, Any]:
    found: Mapping[str, Any] = own_table(__package__, f"reading_tables/{name}.yaml")
    return found
