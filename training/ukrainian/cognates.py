"""Words of Ukrainian that a Russian word may be by its letters."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from functools import cache
from itertools import product
from math import prod
from typing import Any

from translit.tables import own_table

_VOWELS = "аеёиоуыэюяіїє'"
# so many spellings of one stem are tried
_MOST = 600
# what the whole word costs where its beginning might have been another one
_UNCHANGED = 0.35

Choices = list[tuple[tuple[str, float], ...]]


@cache
def _table() -> Any:
    return own_table(__package__, "cognates.yaml")


def cognates(russian: str, part: str, is_word: Callable[[str, str], bool]) -> Iterator[tuple[str, float]]:
    """Words that there are (`is_word` of a word and its part, N, A, V or R), each with what its differences cost."""
    endings = list(_at_end(russian, part)) or [(russian, "", 0.0)]
    for stem, ending, ending_cost in endings:
        negated = "не" if stem.startswith("не") and len(stem) > 5 else ""
        bare = stem.removeprefix(negated)
        changed = list(_at_beginning(bare))
        for rest, beginning, cost in [*changed, (bare, "", _UNCHANGED if changed else 0.0)]:
            for picked in product(*_few(_options(rest))):
                word = negated + beginning + "".join(letter for letter, _ in picked) + ending
                if is_word(word, part):
                    yield word, ending_cost + cost + sum(price for _, price in picked)


def _at_end(text: str, part: str) -> Iterator[tuple[str, str, float]]:
    """The stem before an ending, what stands for the ending, and its cost; nothing where none fits."""
    for pattern, choices in _table()["endings"].get(part, []):
        if match := re.search(f"(?:{pattern})$", text):
            for new, cost in choices.items():
                yield text[: match.start()], match.expand(new), cost
            return


def _at_beginning(text: str) -> Iterator[tuple[str, str, float]]:
    """The rest behind a prefix, what stands for the prefix, and its cost."""
    for pattern, choices in _table()["beginnings"]:
        if match := re.match(pattern, text):
            for new, cost in choices.items():
                yield text[match.end() :], new, cost
            return


def _options(text: str) -> Choices:
    """For each letter of a stem what may stand for it, with the cost."""
    found: Choices = []
    for at, letter in enumerate(text):
        before, after = text[at - 1] if at else "", text[at + 1] if at + 1 < len(text) else ""
        if letter == "и" and not before:
            found.append((("і", 0.0),))
        elif letter == "и" and before in _VOWELS:
            found.append((("ї", 0.0), ("і", 0.2)))
        elif letter == "е" and before and before in "аеёиоуыэюяьъ":
            found.append((("є", 0.0), ("е", 0.1), ("ї", 0.3)))
        elif letter == "ь" and after and after in "еюяё" and before in "бпвмфр":
            found.append((("'", 0.0),))
        elif letter == "ь":
            found.append((("ь", 0.0), ("", 0.2)))
        elif letter == before and letter not in "аеиоуыюя":
            found.append((("", 0.0), (letter, 0.05)))
        else:
            found.append(tuple(_table()["letters"].get(letter, {letter: 0.0}).items()))
    return found


def _few(choices: Choices) -> Choices:
    """At most `_MOST` spellings: the last letters that have a choice keep the likeliest."""
    while prod(map(len, choices)) > _MOST:
        at = max(number for number, one in enumerate(choices) if len(one) > 1)
        choices[at] = choices[at][:1]
    return choices
