"""The register of settled spellings: who the persons of our news are, and how each language writes them.

A register is a YAML list. One entry is one person:

    - id: sviatlana-tsikhanouskaya
      gender: feminine
      note: politician
      forms: {be: Святлана Ціханоўская, ru: Светлана Тихановская, en: Sviatlana Tsikhanouskaya}
      variants: {en: [Svetlana Tikhanovskaya], ru: [Светлана Циханоуская]}
      indeclinable: [uk]        # languages in which the name never changes its form
      family: Tsikhanouskaya    # only where the family name is not the last word

`forms` are in dictionary form and hold the given name and the family name, the family name last;
`variants` are other spellings one meets, whole names or family names alone.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from translit.errors import LanguageError, NameBookError, Problem
from translit.languages import language
from translit.letters import folded, mixed_script_words, nfc, scripts
from translit.names.tables import particles

_KEYS = {"id", "kind", "gender", "note", "forms", "variants", "indeclinable", "family"}
_GENDERS = ("feminine", "masculine")


@dataclass(frozen=True, slots=True)
class Person:
    """One person. `forms` and `variants` go by language tag; `family_word` is '' where the family name comes last."""

    id: str
    gender: str = ""
    forms: Mapping[str, str] = field(default_factory=dict, hash=False)
    variants: Mapping[str, tuple[str, ...]] = field(default_factory=dict, hash=False)
    indeclinable: frozenset[str] = frozenset()
    family_word: str = ""
    note: str = ""

    def form(self, tag: str) -> str:
        """The full settled spelling in a language; '' if the register has none."""
        return self.forms.get(language(tag).tag, "")

    def family(self, tag: str) -> str:
        """The family name in a language, with its particles; the whole of a one-word name."""
        return " ".join(self.split(self.form(tag))[1])

    def given(self, tag: str) -> str:
        """Everything before the family name (or after it, where it stands first)."""
        return " ".join(self.split(self.form(tag))[0])

    def split(self, name: str) -> tuple[list[str], list[str]]:
        """The given and the family words of one spelling of this person."""
        all_words = name.split()
        first, last = self.family_place(all_words)
        return all_words[:first] + all_words[last:], all_words[first:last]

    def family_place(self, all_words: list[str]) -> tuple[int, int]:
        """Which words are the family name: from the first number up to, not including, the second."""
        first, last = max(len(all_words) - 1, 0), len(all_words)
        if self.family_word and len(all_words) > 1:
            return self._named_place(all_words)
        while first > 1 and all_words[first - 1].islower() and folded(all_words[first - 1]) in particles():
            first -= 1
        return first, last

    def _named_place(self, all_words: list[str]) -> tuple[int, int]:
        wanted = [folded(word) for word in self.family_word.split()]
        for name in (" ".join(all_words), *self.forms.values()):
            there = [folded(word) for word in name.split()]
            for first in range(len(there) - len(wanted) + 1):
                if there[first : first + len(wanted)] == wanted:
                    # in a name of another length: first stays first, others count from the end
                    first += len(all_words) - len(there) if first else 0
                    return max(first, 0), max(first, 0) + len(wanted)
        return len(all_words) - 1, len(all_words)


@dataclass(frozen=True, slots=True)
class NameBook:
    """Persons in the order of their registers; of two with one family name, the first is meant by it alone."""

    people: tuple[Person, ...] = ()

    @classmethod
    def empty(cls) -> NameBook:
        """A register of nobody."""
        return cls()

    @classmethod
    def read(cls, *paths: Path | str) -> NameBook:
        """Read one or more registers; where two hold the same id, the earlier file counts.

        Raises NameBookError with one problem an entry, for all files at once.
        """
        book = cls()
        problems: list[Problem] = []
        for path in map(Path, paths):
            try:
                book = book + cls(tuple(_people(path)))
            except NameBookError as error:
                problems += error.problems
        if problems:
            raise NameBookError(problems)
        return book

    def __add__(self, other: NameBook) -> NameBook:
        """Both registers; a person of `other` whose id is here already is left out."""
        ids = {person.id for person in self.people}
        return NameBook(self.people + tuple(person for person in other.people if person.id not in ids))

    def person(self, entry: str) -> Person | None:
        """The person with this id."""
        return next((person for person in self.people if person.id == entry), None)


def _people(path: Path) -> Iterator[Person]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8"), Loader=yaml.SafeLoader)
    except OSError as error:
        raise NameBookError(f"the register cannot be read: {error.strerror}; check the path", path) from error
    except UnicodeDecodeError as error:
        raise NameBookError("the register is not UTF-8; save it as UTF-8", path) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "broken"
        raise NameBookError(f"not valid YAML ({what})", path, mark.line + 1 if mark else None) from error
    if root is None:
        return
    if not isinstance(root, yaml.SequenceNode):
        raise NameBookError("a register is a list of entries, each beginning with '- id:'", path, 1)
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    people: list[Person] = []
    for node in root.value:
        line = node.start_mark.line + 1
        faults: list[str] = []
        person = _person(node, faults)
        if person is not None and person.id in seen:
            faults.append(f"the id {person.id!r} was used in line {seen[person.id]} already; give it another")
        if faults or person is None:
            problems.append(Problem("; ".join(faults), path, line))
        if person is not None:
            seen.setdefault(person.id, line)
            people.append(person)
    if problems:
        raise NameBookError(problems)
    yield from people


def _person(node: yaml.Node, faults: list[str]) -> Person | None:
    if not isinstance(node, yaml.MappingNode):
        faults.append("an entry is a mapping with id and forms")
        return None
    try:
        row: dict[Any, Any] = dict(yaml.constructor.SafeConstructor().construct_mapping(node, deep=True))
    except yaml.YAMLError as error:
        faults.append(f"the entry cannot be read ({getattr(error, 'problem', error)})")
        return None
    keys = [str(key.value) for key, _ in node.value]
    faults += [f"{key!r} stands twice" for key in sorted({key for key in keys if keys.count(key) > 1})]
    faults += [f"unknown key {key!r}; use {', '.join(sorted(_KEYS))}" for key in sorted(set(keys) - _KEYS)]
    entry = row.get("id")
    if not isinstance(entry, str) or not entry.strip():
        faults.append("the id is missing")
    if row.get("kind", "person") != "person":
        faults.append(f"kind is {row['kind']!r}, but a register holds persons; put other names in a glossary")
    gender = row.get("gender") or ""
    if gender and gender not in _GENDERS:
        faults.append(f"gender is {gender!r}; use feminine or masculine, or leave it out")
    forms = {tag: names[0] for tag, names in _spellings(row.get("forms"), "forms", faults, single=True).items()}
    if not forms:
        faults.append("forms is missing; give the name in at least one language")
    variants = _spellings(row.get("variants") or {}, "variants", faults)
    fixed = row.get("indeclinable") or []
    fixed = [fixed] if isinstance(fixed, str) else fixed
    tags = {found for tag in fixed if (found := _tag(tag, "indeclinable", faults))}
    family = nfc(str(row.get("family") or ""))
    if family and not any(folded(family) in folded(name) for name in forms.values()):
        faults.append(f"the family name {family!r} is in none of the forms")
    if not forms or not isinstance(entry, str):
        return None
    return Person(entry, gender, forms, variants, frozenset(tags), family, str(row.get("note") or ""))


def _tag(tag: object, where: str, faults: list[str]) -> str:
    try:
        # YAML reads a bare `no` (Norwegian) as False
        return language("no" if tag is False else str(tag)).tag
    except LanguageError as error:
        faults.append(f"in {where}, {error}")
        return ""


def _spellings(value: object, where: str, faults: list[str], *, single: bool = False) -> dict[str, tuple[str, ...]]:
    if value is None:
        return {}
    if not isinstance(value, dict):
        faults.append(f"{where} goes by language, such as {where}: {{en: Name}}")
        return {}
    found: dict[str, tuple[str, ...]] = {}
    for tag, names in value.items():
        listed = [names] if isinstance(names, str) else names
        if not isinstance(listed, list) or (single and len(listed) != 1) or not all(map(_is_name, listed)):
            faults.append(f"{where}.{tag} is no {'name' if single else 'list of names'}")
            continue
        short = _tag(tag, where, faults)
        if not short:
            continue
        cleaned = tuple(" ".join(nfc(name).split()) for name in listed)
        faults += _script_faults(cleaned, short, f"{where}.{tag}")
        if single and short in found:
            faults.append(f"{where} has {short!r} twice")
        found[short] = found.get(short, ()) + cleaned
    return found


def _is_name(value: object) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value))


def _script_faults(names: Iterable[str], tag: str, where: str) -> Iterator[str]:
    for name in names:
        mixed = [word for _, word in mixed_script_words(name)]
        if mixed:
            yield f"{where}: {mixed[0]!r} mixes scripts, such as a Latin letter in a Cyrillic word"
        elif scripts(name) and language(tag).script not in scripts(name) and language(tag).script in ("Latn", "Cyrl"):
            yield f"{where}: {name!r} is not written in the script of {tag!r}"
