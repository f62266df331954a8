"""Belarusian forms of Russian ones.

A form and its Ukrainian form (`training.ukrainian`) are each rewritten as Belarusian would write them: with its
endings, its hard р, its дз and ц, and, for stress is not known, with every о as о or а and every е as е or я. Those
that a spelling dictionary has (Debian: hunspell, hunspell-be, CC BY-SA) remain, and of these the one with the fewest
liberties. What stands in `words.yaml` goes before.
"""

from __future__ import annotations

import re
import subprocess
from collections.abc import Iterable, Mapping
from functools import cache
from itertools import chain, product
from math import prod
from typing import Any

from training.ukrainian.cognates import Choices
from training.ukrainian.reading import readings
from translit.tables import own_table

_VOWELS = "аеёіоуыэюяиїє"
HARD = frozenset("ржшчц")
_SOFTENING = frozenset("еёиюяьіїє")
# so many spellings of one stem are tried
_MOST = 400
# what an ending costs that comes second, what it costs to take none, and what the Ukrainian form costs
_SECOND, _NO_ENDING, _UKRAINIAN = 0.05, 0.3, 0.1
# what a vowel costs that the stress would not leave: говорит, гаворыць, but говорить, гаварыць
_STRESS = 0.01
_MOVED = {"а": "о", "о": "а", "е": "я", "я": "е"}
_PERSONS = [{person, number} for number in ("sing", "plur") for person in ("1per", "2per", "3per")]
_SHORT = {"": "ы", "а": "ая", "о": "а", "ы": "ыя"}


@cache
def _table() -> Any:
    return own_table(__package__, "words.yaml", texts=True)


@cache
def told(name: str) -> Mapping[str, str]:
    """What `words.yaml` says outright: verbs, stems or words."""
    return {russian: new.replace("_", " ") for russian, new in map(str.split, _table()[name].split(";"))}


def forms(pairs: Iterable[tuple[str, str]]) -> dict[str, str]:
    """For a Russian form and its Ukrainian form, both in small letters, the Belarusian one, where there is one."""
    chosen: dict[str, str] = {}
    candidates: dict[str, dict[str, float]] = {}
    unheard: dict[str, tuple[str, str]] = {}
    for russian, ukrainian in pairs:
        if own := _own(russian):
            chosen[russian] = own
            continue
        if verb := _own_verb(russian):
            infinitive, form = verb
            candidates[russian] = _stressed(form)
            # where the dictionary lacks the verb itself, the table is all there is
            unheard[russian] = infinitive, form
            continue
        found = _rewritten(russian, "russian")
        finite = readings(russian)[0][0].part == "VERB"
        for text in found:
            found[text] += _STRESS * text.count("а" if finite else "о")
        if " " not in ukrainian:
            for text, cost in _rewritten(ukrainian, "ukrainian").items():
                found[text] = min(cost + _UKRAINIAN, found.get(text, cost + _UKRAINIAN))
        candidates[russian] = found
    infinitives = (infinitive for infinitive, _ in unheard.values())
    known = _spelt(chain(infinitives, (text for found in candidates.values() for text in found)))
    for russian, found in candidates.items():
        if fitting := {text: cost for text, cost in found.items() if text in known}:
            chosen[russian] = min(fitting, key=lambda text: (fitting[text], text))
        elif russian in unheard and unheard[russian][0] not in known:
            chosen[russian] = unheard[russian][1]
    return chosen


def _stressed(form: str) -> dict[str, float]:
    """A form of a verb, and those in which the stress has moved: меркаваць, мяркуюць; рабіць, робяць."""
    found = {form: 0.0}
    for at, letter in enumerate(form):
        if other := _MOVED.get(letter):
            found[form[:at] + other + form[at + 1 :]] = _STRESS
    return found


def has_own(russian: str) -> bool:
    """Whether `words.yaml` tells how to write a form, in small letters."""
    return bool(_own(russian) or _own_verb(russian))


@cache
def _own_verb(russian: str) -> tuple[str, str] | None:
    """The verb that the table has for a form, in its infinitive, and that form of it."""
    first = readings(russian)[0][0]
    verb = told("verbs").get(first.lemma)
    if not verb:
        return None
    form = ""
    if first.part in ("VERB", "INFN", "GRND"):
        form = conjugated(verb, first.part, first.features)
    elif "pssv" in first.features:
        form = _participle(verb, russian, first.part)
    return (verb, form) if form else None


@cache
def _own(russian: str) -> str:
    """What the words and stems of the table make of a form, empty where they make nothing."""
    if word := told("words").get(russian):
        return word
    first = readings(russian)[0][0]
    for stem, new in told("stems").items():
        ending = russian.removeprefix(stem)
        if not russian.startswith(stem) or len(ending) > 4 or ending.startswith("ост"):
            continue
        if " " in new:
            return new
        if first.part == "ADJS":
            return new + _SHORT.get(ending, "")
        if first.part in ("ADVB", "PRED", "CONJ") and ending == "о":
            return f"{new}а"
        likeliest = min(_rewritten(f"каб{ending}", "russian").items(), key=lambda one: one[1])
        return new + likeliest[0][3:]
    return ""


def _participle(infinitive: str, russian: str, part: str) -> str:
    """The passive participle of a Belarusian verb with the ending of a Russian one; empty where it has none by rule."""
    active = infinitive.removesuffix("ць")
    if infinitive.endswith("цца") or not active.endswith(("а", "я")):
        return ""
    stem = f"{active}н"
    if part == "PRTS":
        return stem + _SHORT.get(re.sub("^.*н", "", russian), "")
    ending = re.search("нн(.*)$", russian)
    return stem + _endings().get(ending[1], "") if ending else ""


@cache
def _endings() -> Mapping[str, str]:
    """Endings of Russian adjectives in -ный and those of Belarusian ones."""
    return {one[1:]: there[0][1:] for one, there in _table()["russian"].items() if one.startswith("н")}


def conjugated(infinitive: str, part: str, features: frozenset[str]) -> str:
    """A form of a Belarusian verb. features: OpenCorpora's grammemes of the Russian form; empty where none is known."""
    if part == "INFN":
        return infinitive
    reflexive = infinitive.endswith("цца")
    active = infinitive.removesuffix("цца") + "ць" if reflexive else infinitive
    stem, end = active.removesuffix("ць"), "ся" if reflexive else ""
    if "past" in features:
        if part == "GRND":
            return f"{stem}ўшы{end}"
        return stem + ("лі" if "plur" in features else "ў" if "masc" in features else "ла") + end
    ending, present = next((one for one in _table()["conjugated"].items() if active.endswith(one[0])), ("", ""))
    if not ending:
        return ""
    stem = active.removesuffix(ending)
    there = present.split()
    if part == "GRND":
        return f"{stem}{there[5].removesuffix('ць')}чы{end}"
    for person, form in zip(_PERSONS, there, strict=True):
        if person <= features and "impr" not in features:
            if not reflexive:
                return stem + str(form)
            return stem + (f"{form.removesuffix('ць')}цца" if "3per" in person else f"{form}ся")
    return ""


def _rewritten(word: str, language: str) -> dict[str, float]:
    """The ways to write a word of Russian or Ukrainian in Belarusian, and their costs."""
    endings: Mapping[str, list[str]] = _table()[language]
    fitting = [one for one in endings if word.endswith(one) and len(word) > len(one) + 1]
    found: dict[str, float] = {}
    for ending in dict.fromkeys([max(fitting, key=len, default=""), ""]):
        for picked in product(*_few(_choices(word.removesuffix(ending), ukrainian=language == "ukrainian"))):
            stem, cost = "".join(letter for letter, _ in picked), sum(price for _, price in picked)
            for place, new in enumerate(endings[ending] if ending else [""]):
                price = cost + _SECOND * place + (_NO_ENDING if fitting and not ending else 0.0)
                text = joined(stem + new)
                found[text] = min(price, found.get(text, price))
    return found


def _few(choices: Choices) -> Choices:
    """At most `_MOST` spellings: the letters that have most choices lose the costliest."""
    while prod(map(len, choices)) > _MOST:
        at = max(range(len(choices)), key=lambda number: len(choices[number]))
        choices[at] = choices[at][:-1]
    return choices


def joined(text: str) -> str:
    """ў for в behind a vowel, where no vowel follows."""
    return re.sub(f"(?<=[{_VOWELS}])в(?=[^{_VOWELS}]|$)", "ў", text)


def _choices(stem: str, *, ukrainian: bool) -> Choices:
    """For each letter what may stand for it, with the cost, the likelier first."""
    found: Choices = []
    for at, letter in enumerate(stem):
        before, after = stem[at - 1] if at else "", stem[at + 1] if at + 1 < len(stem) else ""
        options = _hard(letter, ukrainian=ukrainian) if before in HARD else None
        found.append(tuple((options or _soft(letter, before, after, ukrainian=ukrainian)).items()))
    return found


def _hard(letter: str, *, ukrainian: bool) -> dict[str, float] | None:
    """Behind р, ж, ш, ч, ц, which are never soft."""
    match letter:
        case "е" | "є" | "э":
            return {"э": 0.0, "а": 0.1, "о": 0.2}
        case "ё":
            return {"о": 0.0, "э": 0.2}
        case "и":
            return {"ы": 0.0}
        case "і":
            return {"ы": 0.1, "э": 0.2}
        case "я" | "ю":
            return {"а" if letter == "я" else "у": 0.0}
        case "ь":
            return {"": 0.0}
    return None


def _soft(letter: str, before: str, after: str, *, ukrainian: bool) -> dict[str, float]:
    match letter:
        case "о":
            return {"о": 0.0, "а": 0.0}
        case "е" | "є" | "э":
            return {"е": 0.0, "я": 0.05, "э": 0.1, "ё": 0.1}
        case "ё":
            return {"ё": 0.0, "я": 0.1, "е": 0.1}
        case "и":
            return {"ы": 0.0, "і": 0.0} if ukrainian else {"і": 0.0, "ы": 0.05}
        case "і":
            return {"і": 0.0, "е": 0.2, "о": 0.2, "я": 0.2, "ё": 0.2, "а": 0.3}
        case "ї":
            return {"і": 0.0}
        case "щ":
            return {"шч": 0.0}
        case "ъ" | "'" | "’":
            return {"'": 0.0}
        case "у" if before and before in _VOWELS:
            return {"у": 0.0, "ў": 0.1}
        case "т" if after in _SOFTENING:
            return {"ц": 0.0, "т": 0.05}
        case "д" if after in _SOFTENING:
            return {"дз": 0.0, "д": 0.05}
        case "ь":
            return {"ь": 0.0, "": 0.1}
    if letter == before and letter not in _VOWELS:
        return {"": 0.0, letter: 0.1}
    return {letter: 0.0}


def _spelt(words: Iterable[str]) -> set[str]:
    """Those of the words that the dictionary has."""
    asked = sorted(set(words))
    done = subprocess.run(
        ["hunspell", "-d", "be_BY", "-i", "utf-8", "-l"],
        input="\n".join(one.replace("'", "’") for one in asked),
        capture_output=True, text=True, check=True,
    )  # fmt: skip
    unknown = {one.replace("’", "'") for one in done.stdout.split("\n")}
    return {one for one in asked if one and one not in unknown}
