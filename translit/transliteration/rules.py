"""A table of ordered rewriting rules, and how a word goes through it: the engine under schemes and readings.

At each place of a word the first that fits is taken: an ending, then the rules in the order of
their file, then the plain letter. A letter the table does not know stays as it is.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from typing import Any

from translit.letters import APOSTROPHES

VOWELS = frozenset("аеёиоуыэюяіїєaeiouyäöüáéíóúàèìòùâêîôûëïåøæœ")
SIGNS = frozenset("ьъ'")  # neither vowel nor consonant
_TIE = "\u0361"
PLACES = ("start", "end", "vowel", "consonant")
_CONTEXTS = {
    "vowel": f"[{''.join(sorted(VOWELS))}]",
    "consonant": rf"[^\W\d_{''.join(sorted(VOWELS | SIGNS))}]",
    **dict.fromkeys(("start", "end", "[]"), "(?!)"),
}


@dataclass(frozen=True, slots=True)
class Rule:
    """`letters` become `text` if what stands before fits `after` and what follows fits `before`.

    Each context is a tuple of 'start', 'end', 'vowel', 'consonant' or single letters in brackets, '[ьъ]'; one
    of them must fit; an empty tuple fits everywhere.
    """

    letters: str
    text: str
    after: tuple[str, ...] = ()
    before: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True, eq=False)
class Table:
    """What a scheme or a reading is made of: single letters, rules with context, endings and whole words.

    All keys are lower-case NFC with the apostrophe written "'"; `endings` and `rules` are kept by their first
    letter, so that a place in a word looks only at rules that can fit, as one pattern with a group for each.
    """

    letters: Mapping[str, str]
    rules: tuple[Rule, ...] = ()
    exceptions: Mapping[str, str] = field(default_factory=dict)
    _by_letter: Mapping[str, tuple[re.Pattern[str], tuple[Rule, ...]]] = field(init=False, default_factory=dict)

    def __post_init__(self) -> None:
        ordered: dict[str, tuple[Rule, ...]] = {}
        for rule in self.rules:
            ordered[rule.letters[0]] = (*ordered.get(rule.letters[0], ()), rule)
        found = {first: (re.compile("|".join(f"({_pattern(rule)})" for rule in rules)), rules)
                 for first, rules in ordered.items()}  # fmt: skip
        object.__setattr__(self, "_by_letter", found)

    def knows(self, word: str) -> bool:
        """Whether any letter of the word belongs to the table; an apostrophe alone does not show it (O'Brien)."""
        return any(character in self.letters and character != "'" for character in word.lower())

    def convert(self, word: str, *, capitals: bool = False) -> str:
        """One word of letters, marks and inner apostrophes (NFC), rewritten; letter case follows the word.

        `capitals` says that the words around are in capitals, for a word of a single letter.
        """
        if word.isalpha() and word.islower():
            return self._small(word)
        # Stress marks and the like are no letters: the rules must see through them.
        bases: list[str] = []
        tails: list[str] = []
        for character in word:
            if bases and unicodedata.combining(character):
                tails[-1] += character
            else:
                bases.append(character)
                tails.append("")
        plain = ["'" if base in APOSTROPHES else base.lower() for base in bases]
        # A letter such as 'İ' grows when lowered; it is in no table, so it may stand for itself.
        plain = [low if len(low) == 1 else base for low, base in zip(plain, bases, strict=True)]
        lower = "".join(plain)
        upper = capitals if len(bases) == 1 else _in_capitals(bases)
        if lower in self.exceptions and not any(tails):
            return cased(self.exceptions[lower], "".join(bases), upper=upper)
        written: list[str] = []
        place = 0
        while place < len(lower):
            rule = self._rule_at(lower, place)
            letters = rule.letters if rule else lower[place]
            end = place + len(letters)
            source = "".join(bases[place:end])
            if rule is None and lower[place] not in self.letters:
                written.append(source)
            else:
                text = rule.text if rule else self.letters[letters]
                written.append(cased(text, source, upper=upper or _amid_capitals(bases, place, end)))
            written.extend(tails[place:end])
            place = end
        return "".join(written)

    def _small(self, lower: str) -> str:
        """The same of small letters alone, which most words of a list are: no case to follow."""
        if lower in self.exceptions:
            return self.exceptions[lower]
        written: list[str] = []
        place = 0
        while place < len(lower):
            rule = self._rule_at(lower, place)
            written.append(rule.text if rule else self.letters.get(lower[place], lower[place]))
            place += len(rule.letters) if rule else 1
        return "".join(written)

    def _rule_at(self, lower: str, place: int) -> Rule | None:
        found = self._by_letter.get(lower[place])
        match = found[0].match(lower, place) if found else None
        return found[1][match.lastindex - 1] if found and match and match.lastindex else None


def read_rules(data: Mapping[str, Any]) -> Iterator[Rule]:
    """The endings (longest first) and rules of a YAML table, in the order they are tried.

    A rule is `{map: {letters: text, ...}, after: [...], before: [...]}`; both contexts may be left out, and one
    context may stand without a list. Raises ValueError naming an unknown key or context.
    """
    for letters in sorted(data.get("endings") or {}, key=len, reverse=True):
        yield Rule(str(letters), str(data["endings"][letters]), before=("end",))
    for number, group in enumerate(data.get("rules") or (), 1):
        if not isinstance(group, Mapping) or not isinstance(group.get("map"), Mapping):
            raise ValueError(f"rule {number} has no 'map'")
        if unknown := set(group) - {"map", "after", "before", "comment"}:
            raise ValueError(f"rule {number} has an unknown key {sorted(unknown)[0]!r}")
        after, before = (_context(group.get(key)) for key in ("after", "before"))
        for letters, text in group["map"].items():
            if not letters:
                raise ValueError(f"rule {number} rewrites nothing")
            yield Rule(str(letters), str(text), after, before)


def cased(text: str, source: str, *, upper: bool) -> str:
    """`text` (lower-case) in the letter case of `source`: 'shch' for 'Щ' is 'Shch', or 'SHCH' amid capitals."""
    first = next((character for character in source if character.isalpha()), "")
    if not first.isupper():
        return text
    if upper or (len(source) > 1 and source == source.upper() and sum(map(str.isalpha, source)) > 1):
        return text.upper()
    for place, character in enumerate(text):
        if character.isalpha():
            # two letters under one tie are capitals together: 'I͡U'
            end = place + (3 if text[place + 1 : place + 2] == _TIE else 1)
            return text[:place] + text[place:end].upper() + text[end:]
    return text


def _context(value: Any) -> tuple[str, ...]:
    items = () if value is None else (value,) if isinstance(value, str) else tuple(map(str, value))
    for item in items:
        if item not in PLACES and not (item.startswith("[") and item.endswith("]")):
            raise ValueError(f"{item!r} is no context; use {', '.join(PLACES)}, or letters in brackets")
    return items


def _pattern(rule: Rule) -> str:
    """The letters of a rule where its contexts hold; matched at a place of a whole word."""
    after = "|".join(r"\A" if item == "start" else f"(?<={_letter(item)})" for item in rule.after)
    before = "|".join(r"\Z" if item == "end" else _letter(item) for item in rule.before)
    return "".join((f"(?:{after})" if after else "", re.escape(rule.letters), f"(?={before})" if before else ""))


def _letter(item: str) -> str:
    """A pattern for one letter of a context; nothing fits the start behind a word or the end before it."""
    return _CONTEXTS.get(item) or f"[{re.escape(item[1:-1])}]"


def _in_capitals(bases: list[str]) -> bool:
    letters = [base for base in bases if base.isalpha()]
    return len(letters) > 1 and all(letter.isupper() for letter in letters)


def _amid_capitals(bases: list[str], start: int, end: int) -> bool:
    """Whether the next letter, or at the end of a word the one before, is a capital: 'вЩР' but not 'МакЩука'."""
    if end < len(bases):
        return bases[end].isupper()
    return start > 0 and bases[start - 1].isupper()
