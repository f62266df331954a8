"""From what a file says of an entry to the entry itself, or to everything that is wrong with it."""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from pathlib import Path

from translit.errors import Problem, quoted
from translit.glossary.entry import Entry, Kind, Match, Target
from translit.glossary.expressions import compiled
from translit.glossary.formats.cells import GENDERS, NUMBERS, SPEECH
from translit.letters import mixed_script_words, nfc, scripts

# What may be said of an entry besides its wordings. The second row is grammar, and holds for every wording that says
# nothing else.
OPTIONS = ("kind", "case", "match", "domain", "priority", "note", "origin")
GRAMMAR = ("pos", "gender", "number", "indeclinable")
_CHOICES: Mapping[str, Sequence[str]] = {
    "kind": tuple(Kind),
    "case": ("exact", "kept"),
    "match": tuple(Match),
    "pos": SPEECH,
    "gender": GENDERS,
    "number": NUMBERS,
}
# What no file of XML may hold; no glossary has a use for it
_UNWRITABLE = re.compile("[\x00-\x08\x0b\x0c\x0e-\x1f\x7f-\x9f\ud800-\udfff\ufffe\uffff]")
_SPOKEN = {"dnt": Kind.KEEP, "do-not-translate": Kind.KEEP}


@dataclass(frozen=True, slots=True)
class Raw:
    """An entry as a file has it.

    terms  by valid language tag
    said   by the names in OPTIONS and GRAMMAR
    cells  several wordings as they stood together, to see whether they were written tidily
    """

    line: int
    terms: Mapping[str, Sequence[Target]]
    said: Mapping[str, str] = field(default_factory=dict)
    cells: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Reading:
    """What came of a file.

    faults   why it cannot be used as it is
    remarks  what was put right in silence: spaces, decomposed letters
    """

    entries: tuple[Entry, ...] = ()
    faults: tuple[Problem, ...] = ()
    remarks: tuple[Problem, ...] = ()


def build(raws: Iterable[Raw | Problem], path: Path, *, concepts: bool = False) -> Reading:
    """Every entry, and every fault of a file, all at once.

    concepts  the file goes by things and not by words, so one word may well stand for two of them
    """
    entries: list[Entry] = []
    faults: list[Problem] = []
    remarks: list[Problem] = []
    seen: dict[tuple[str, str, str], Entry] = {}
    ids: dict[str, int] = {}
    for raw in raws:
        if isinstance(raw, Problem):
            faults.append(raw)
            continue
        remarks += [Problem(text, path, raw.line) for text in _untidy(raw)]
        raw = replace(raw, terms=_tidied(raw.terms))
        if wrong := list(_wrong(raw)):
            faults.append(Problem("; ".join(wrong), path, raw.line))
            continue
        entry = _entry(raw, path)
        if not concepts and (earlier := _clash(entry, seen)):
            first = next(iter(entry.terms.values()))[0].text
            text = f"{quoted(first)} stands in line {earlier.line} with another translation; "
            faults.append(Problem(text + "keep one entry, with both wordings in it", path, raw.line))
        ids[entry.id] = ids.get(entry.id, 0) + 1
        # the second of two things with one name
        entries.append(entry if ids[entry.id] == 1 else replace(entry, id=f"{entry.id}@{ids[entry.id]}"))
    return Reading(tuple(entries), tuple(faults), tuple(remarks))


def tidy(text: str) -> str:
    """A wording as it should be: composed, no space around it and single ones inside."""
    return " ".join(nfc(text).split())


def _tidied(terms: Mapping[str, Sequence[Target]]) -> dict[str, tuple[Target, ...]]:
    clean: dict[str, tuple[Target, ...]] = {}
    for tag, wordings in terms.items():
        tidied = (
            replace(wording, text=tidy(wording.text), near=tuple(filter(None, map(tidy, wording.near))))
            for wording in wordings
        )
        if found := tuple(dict.fromkeys(wording for wording in tidied if wording.text)):
            clean[tag] = found
    return clean


def _untidy(raw: Raw) -> Iterator[str]:
    for text in raw.cells or (wording.text for wordings in raw.terms.values() for wording in wordings):
        if nfc(text) != text:
            yield f"{quoted(tidy(text))} is written in decomposed letters"
        if text.strip() and " ".join(text.split()) != text:
            yield f"{quoted(tidy(text))} has spaces around it, two in a row or of another kind"


def _wrong(raw: Raw) -> Iterator[str]:
    for name, choices in _CHOICES.items():
        value = raw.said.get(name, "").lower()
        if value and value not in choices and not (name == "kind" and value in _SPOKEN):
            yield f"{name} {quoted(raw.said[name])} is none of {', '.join(choices)}"
    if (priority := raw.said.get("priority", "")) and not re.fullmatch(r"[+-]?[0-9]{1,9}", priority):
        yield f"priority {quoted(priority)} is not a whole number"
    fixed = raw.said.get("indeclinable", "").lower()
    if fixed not in ("", "yes", "no") and not set(fixed.split()) <= {tag.lower() for tag in raw.terms}:
        yield f"indeclinable {quoted(fixed)} is none of yes, no or the tags of the languages in which it is"
    if raw.said.get("match", "").lower() == Match.CASELESS and raw.said.get("case", "").lower() == "exact":
        yield "case is exact, but match is case-insensitive; keep one of them"
    kept = _kind(raw) == Kind.KEEP
    writable = [tag for tag, wordings in raw.terms.items() if any(not wording.forbidden for wording in wordings)]
    if not raw.terms:
        yield "there are no words in any language"
    elif not kept and len(raw.terms) > 1 and len(writable) < 2:
        yield "every wording is forbidden but in one language; give one to write"
    elif not kept and len(raw.terms) < 2:
        yield "there is no translation; give one, or the kind 'keep' for words that are copied"
    yield from _wrong_prose(raw)
    for tag, wordings in raw.terms.items():
        yield from _wrong_words(tag, wordings)
    if raw.said.get("match", "").lower() == Match.REGEX:
        yield from _wrong_expressions(raw, kept)


def _wrong_prose(raw: Raw) -> Iterator[str]:
    for name in ("domain", "note", "origin"):
        if _UNWRITABLE.search(raw.said.get(name, "")):
            yield f"the {name} holds a control character"


def _wrong_words(tag: str, wordings: Sequence[Target]) -> Iterator[str]:
    for text in (wording.text for wording in wordings):
        if _UNWRITABLE.search(text):
            yield f"a wording in {tag} holds a control character"
        elif not any(character.isalnum() for character in text):
            yield f"a wording in {tag} holds no letter"
        for _, word in mixed_script_words(text):
            if {"Latn", "Cyrl"} <= scripts(word):
                yield f"{quoted(word)} mixes alphabets"


def _wrong_expressions(raw: Raw, kept: bool) -> Iterator[str]:
    import regex

    tags = list(raw.terms)
    for tag in tags if kept else tags[:1]:
        for text in (wording.text for wording in raw.terms[tag]):
            try:
                expression = re.compile(text)
                compiled(text)
                if expression.fullmatch(""):
                    yield f"the expression {quoted(text)} is found in nothing at all"
                for target in (wording.text for other in tags if other != tag for wording in raw.terms[other]):
                    expression.sub(target, "")
            except (re.error, regex.error, IndexError, OverflowError, RecursionError) as error:
                yield f"the expression {quoted(text)} cannot be used ({error})"


def _kind(raw: Raw) -> str:
    value = raw.said.get("kind", "").lower()
    return _SPOKEN.get(value, value or Kind.TERM)


def _entry(raw: Raw, path: Path) -> Entry:
    said = {name: raw.said.get(name, "").strip() for name in (*OPTIONS, *GRAMMAR)}
    tag, first = next(iter(raw.terms.items()))
    match = said["match"].lower()
    return Entry(
        id=f"{tag}:{first[0].text}" + (f"#{said['domain']}" if said["domain"] else ""),
        terms={tag: tuple(_with_grammar(one, tag, said) for one in wordings) for tag, wordings in raw.terms.items()},
        kind=Kind(_kind(raw)),
        case=said["case"].lower(),
        match=Match(match) if match else "",
        domain=tidy(said["domain"]),
        priority=int(said["priority"] or 0),
        note=_prose(said["note"]),
        origin=_prose(said["origin"]),
        path=path,
        line=raw.line,
    )


def _prose(text: str) -> str:
    """Text for people: composed, no spaces at the ends of its lines."""
    return "\n".join(line.strip() for line in nfc(text).replace("\r\n", "\n").replace("\r", "\n").split("\n")).strip()


def _with_grammar(wording: Target, tag: str, said: Mapping[str, str]) -> Target:
    """The wording with what its entry says of all wordings, where it says nothing itself."""
    fixed = said["indeclinable"].lower()
    return replace(
        wording,
        pos=wording.pos or said["pos"].lower(),
        gender=wording.gender or said["gender"].lower(),
        number=wording.number or said["number"].lower(),
        fixed=wording.fixed or fixed == "yes" or tag.lower() in fixed.split(),
    )


def _clash(entry: Entry, seen: dict[tuple[str, str, str], Entry]) -> Entry | None:
    """An earlier entry with the same first words and other translations, and nothing that chooses between the two."""
    tag, wordings = next(iter(entry.terms.items()))
    first = wordings[0].text
    earlier = seen.setdefault((tag, first if entry.cased else first.casefold(), entry.domain), entry)
    told = any(wording.near for one in (entry, earlier) for targets in one.terms.values() for wording in targets)
    same = earlier.terms == entry.terms or earlier.priority != entry.priority or told
    return None if same else earlier
