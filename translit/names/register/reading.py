"""Reading a register; what is wrong in it is told entry by entry, with file and line, all at once."""

from __future__ import annotations

import reprlib
from collections.abc import Iterable, Iterator, Mapping
from datetime import date, datetime
from pathlib import Path
from typing import Any

import yaml

from translit.errors import LanguageError, NameBookError, Problem
from translit.languages import language
from translit.letters import folded, mixed_script_words, nfc, scripts
from translit.names.register.person import Judgement, Person, StyledForm
from translit.tables import safe_loader

_KEYS = (
    "id", "kind", "gender", "note", "forms", "variants", "indeclinable", "family", "styles", "exceptions",
    "proposed", "evidence",
)  # fmt: skip
_STYLE_KEYS = ("style", "language", "form", "from", "gloss")
_DECIDED_KEYS = ("same", "names", "note", "by", "on", "evidence")
_KINDS = ("person", "place")
_GENDERS = ("feminine", "masculine")


def entries(path: Path) -> tuple[tuple[Person, ...], tuple[Judgement, ...]]:
    """The persons of a register, and what was decided of their names.

    Raises NameBookError with one problem an entry.
    """
    problems: list[Problem] = []
    seen: dict[str, int] = {}
    decided: dict[tuple[str, str], tuple[bool, int]] = {}
    people: list[Person] = []
    judgements: list[Judgement] = []
    for node in _nodes(path):
        line = node.start_mark.line + 1
        faults: list[str] = []
        row = _row(node, faults)
        if "same" in row:
            judgement = _judgement(row, faults)
            if judgement is not None:
                faults += _contradictions(judgement, decided, line)
                judgements.append(judgement)
        elif row or not faults:
            person = _person(row, faults)
            if person is not None and person.id in seen:
                faults.append(f"the id {person.id!r} was used in line {seen[person.id]} already; give it another")
            if person is not None:
                seen.setdefault(person.id, line)
                people.append(person)
        if faults:
            problems.append(Problem("; ".join(faults), path, line))
    if problems:
        raise NameBookError(problems)
    return tuple(people), tuple(judgements)


def _nodes(path: Path) -> list[yaml.Node]:
    try:
        root = yaml.compose(path.read_text(encoding="utf-8-sig"), Loader=safe_loader())
    except OSError as error:
        raise NameBookError(f"the register cannot be read: {error.strerror}; check the path", path) from error
    except UnicodeDecodeError as error:
        raise NameBookError("the register is not UTF-8; save it as UTF-8", path) from error
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None)
        what = getattr(error, "problem", None) or "broken"
        raise NameBookError(f"not valid YAML ({what})", path, mark.line + 1 if mark else None) from error
    except RecursionError as error:
        raise NameBookError("lists stand in lists too deep to be a register", path) from error
    if root is None:
        return []
    if not isinstance(root, yaml.SequenceNode):
        raise NameBookError("a register is a list of entries, each beginning with '- id:'", path, 1)
    return list(root.value)


def _row(node: yaml.Node, faults: list[str]) -> dict[str, Any]:
    if not isinstance(node, yaml.MappingNode):
        faults.append("an entry is a mapping with id and forms")
        return {}
    if not all(isinstance(key, yaml.ScalarNode) for key, _ in node.value):
        faults.append("a key is a list or a mapping; a key is one word")
        return {}
    try:
        row: dict[Any, Any] = dict(yaml.constructor.SafeConstructor().construct_mapping(node, deep=True))
    except (yaml.YAMLError, ValueError) as error:  # ValueError: a date such as 2019-02-31
        faults.append(f"the entry cannot be read ({getattr(error, 'problem', error)})")
        return {}
    keys = [str(key.value) for key, _ in node.value]
    faults += [f"{key!r} stands twice" for key in sorted({key for key in keys if keys.count(key) > 1})]
    return {str(key): value for key, value in row.items()}


def _unknown(row: Mapping[str, Any], known: Iterable[str], where: str = "") -> Iterator[str]:
    for key in sorted(set(map(str, row)) - set(known)):
        yield f"{where}unknown key {key!r}; use {', '.join(known)}"


def _person(row: dict[str, Any], faults: list[str]) -> Person | None:
    faults += _unknown(row, _KEYS)
    entry = row.get("id")
    if not isinstance(entry, str) or not entry.strip():
        faults.append("the id is missing")
    kind = row.get("kind", "person")
    if kind not in _KINDS:
        faults.append(f"kind is {_short(kind)}, but a register holds persons and places; put other names in a glossary")
    gender = row.get("gender") or ""
    if gender not in ("", *_GENDERS):
        faults.append(f"gender is {_short(gender)}; use feminine or masculine, or leave it out")
    forms = {tag: names[0] for tag, names in _spellings(row.get("forms"), "forms", faults, single=True).items()}
    if not forms:
        faults.append("forms is missing; give the name in at least one language")
    variants = _spellings(row.get("variants"), "variants", faults)
    exceptions = _spellings(row.get("exceptions"), "exceptions", faults)
    fixed = row.get("indeclinable") or []
    fixed = [fixed] if isinstance(fixed, str) else fixed if isinstance(fixed, list) else [fixed]
    tags = {found for tag in fixed if (found := _tag(tag, "indeclinable", faults))}
    family = nfc(_text(row, "family", faults))
    if family and not any(folded(family) in folded(name) for name in forms.values()):
        faults.append(f"the family name {family!r} is in none of the forms")
    if not isinstance(row.get("proposed", False), bool):
        faults.append(f"proposed is {_short(row['proposed'])}; use true, or take the line out once the entry is right")
    styles, evidence = tuple(_styles(row.get("styles"), faults)), _lines(row.get("evidence"), faults)
    if not forms or not isinstance(entry, str):
        return None
    return Person(
        entry, gender, forms, variants, frozenset(tags), family, _text(row, "note", faults), kind,
        exceptions, styles, proposed=row.get("proposed") is True, evidence=evidence,
    )  # fmt: skip


def _styles(value: object, faults: list[str]) -> Iterator[StyledForm]:
    rows = value if isinstance(value, list) else [] if value is None else [value]
    seen: set[tuple[str, str, date | None]] = set()
    for number, row in enumerate(rows, 1):
        where = f"styles, row {number}: "
        if not isinstance(row, dict):
            faults.append(f"{where}a style is a mapping such as {{style: ap, language: en, form: Name}}")
            continue
        faults += _unknown(row, _STYLE_KEYS, where)
        tag = _tag(row.get("language"), f"styles, row {number}", faults)
        forms = _spellings({tag: row.get("form")}, f"styles, row {number}, form", faults, single=True) if tag else {}
        since = _day(row.get("from"), f"{where}from", faults)
        style = _text(row, "style", faults)
        if (style, tag, since) in seen:
            faults.append(f"{where}{style or 'every style'} has two forms for {tag!r} from one day on")
        seen.add((style, tag, since))
        if forms:
            yield StyledForm(style, tag, forms[tag][0], since, nfc(_text(row, "gloss", faults)).rstrip())


def _judgement(row: dict[str, Any], faults: list[str]) -> Judgement | None:
    faults += _unknown(row, _DECIDED_KEYS)
    same = row["same"]
    if same not in (True, False, "unsure"):
        faults.append(f"same is {_short(same)}; use yes, no or unsure")
    names = row.get("names")
    if not isinstance(names, list) or len(names) < 2 or not all(map(_is_name, names)):
        faults.append("names is a list of two names or more, each an id or a spelling")
        return None
    on = _day(row.get("on"), "on", faults)
    return Judgement(
        None if same == "unsure" else bool(same), tuple(" ".join(nfc(name).split()) for name in names),
        _text(row, "note", faults), _text(row, "by", faults), on, _lines(row.get("evidence"), faults),
    )  # fmt: skip


def _contradictions(judgement: Judgement, decided: dict[tuple[str, str], tuple[bool, int]], line: int) -> Iterator[str]:
    """What an earlier row says otherwise."""
    if judgement.same is None:
        return
    names = judgement.names
    for first, second in ((a, b) for place, a in enumerate(names) for b in names[place + 1 :]):
        pair = (min(folded(first), folded(second)), max(folded(first), folded(second)))
        before = decided.setdefault(pair, (judgement.same, line))
        if before[0] != judgement.same:
            yield f"line {before[1]} says the opposite of {first!r} and {second!r}; take one of the two out"


def _text(row: Mapping[str, Any], key: str, faults: list[str]) -> str:
    value = row.get(key)
    if value is None or isinstance(value, str):
        return value or ""
    faults.append(f"{key} is {_short(value)}; put it in quotes")
    return ""


def _day(value: object, where: str, faults: list[str]) -> date | None:
    if isinstance(value, datetime):
        return value.date()
    if value is None or isinstance(value, date):
        return value
    faults.append(f"{where} is {_short(value)}; write a day such as 2019-08-14")
    return None


def _lines(value: object, faults: list[str]) -> tuple[str, ...]:
    listed = [] if value is None else value if isinstance(value, list) else [value]
    if not all(isinstance(line, str) for line in listed):
        faults.append("evidence is a list of sentences; put each in quotes")
    return tuple(line for line in listed if isinstance(line, str))


def _tag(tag: object, where: str, faults: list[str]) -> str:
    try:
        # YAML reads a bare `no` (Norwegian) as False
        return language("no" if tag is False else tag if isinstance(tag, str) else _short(tag)).tag
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


def _short(value: object) -> str:
    """A value as a message shows it: never longer than a line, however deep it is."""
    text = reprlib.repr(value)
    return text if len(text) <= 60 else f"{text[:57]}..."


def _is_name(value: object) -> bool:
    return isinstance(value, str) and any(map(str.isalpha, value))


def _script_faults(names: Iterable[str], tag: str, where: str) -> Iterator[str]:
    for name in names:
        mixed = [word for _, word in mixed_script_words(name)]
        if mixed:
            yield f"{where}: {mixed[0]!r} mixes scripts, such as a Latin letter in a Cyrillic word"
        elif scripts(name) and language(tag).script not in scripts(name) and language(tag).script in ("Latn", "Cyrl"):
            yield f"{where}: {name!r} is not written in the script of {tag!r}"
