"""A second pair of eyes on a glossary."""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from functools import cache
from pathlib import Path

from translit.errors import GlossaryError, Problem
from translit.glossary import formats
from translit.glossary.comparing import compared
from translit.glossary.entry import Entry, Kind, Match
from translit.glossary.expressions import stuck_on
from translit.glossary.table import Glossary
from translit.languages import language
from translit.letters import mixed_script_words, scripts
from translit.tables import own_table

_SHORT = 3  # letters of a key that is no risk by its length


@dataclass(frozen=True, slots=True)
class Finding(Problem):
    """Something in a glossary a person should look at.

    severity  'error': the glossary does not do what it says; 'warning': likely to surprise; 'note': just so you know
    """

    severity: str = "warning"

    def __str__(self) -> str:
        # a slotted dataclass is a new class, which the short form of super() does not know
        return f"{Problem.__str__(self)} [{self.severity}]"


def check(glossary: Glossary) -> list[Finding]:
    """Everything to look at in a glossary, in the order of its files and lines.

    Errors are everyday words as keys, mixed alphabets and expressions that take too long; warnings very short keys,
    invisible characters, conflicts, languages where every wording is forbidden; notes duplicates, translations equal
    to their source, and entries whose words are found by each other's forms, nest in each other or straddle.
    """
    found = [_finding(entry, text, severity) for entry in glossary for text, severity in _alone(entry)]
    found += [_finding(entry, text, severity) for entry, text, severity in compared(glossary, everyday)]
    return _in_order(found)


def check_files(paths: Iterable[Path], *, source: str = "", target: str = "") -> tuple[int, list[Finding]]:
    """How many entries the files hold, and everything to look at in them, alone and against each other.

    Entries that cannot be read are errors, untidy text is a warning. `source` and `target` are the languages of plain
    files of two columns. Raises LanguageError if those are unknown.
    """
    found: list[Finding] = []
    entries: list[Entry] = []
    for path in paths:
        try:
            reading = formats.read(path, source=source, target=target)
        except GlossaryError as error:
            found += [Finding(one.text, one.path, one.line, "error") for one in error.problems]
            continue
        entries += reading.entries
        found += [Finding(one.text, one.path, one.line, "error") for one in reading.faults]
        found += [Finding(one.text, one.path, one.line) for one in reading.remarks]
    return len(entries), _in_order([*found, *check(Glossary(tuple(entries)))])


@cache
def everyday(tag: str) -> frozenset[str]:
    """Words of a language that are too common to be terms; none for a language without a list."""
    listed = own_table(__package__, "everyday.yaml", texts=True)
    return frozenset(str(listed.get(tag, "")).split())


def _in_order(found: list[Finding]) -> list[Finding]:
    unique = dict.fromkeys(found)
    return sorted(unique, key=lambda finding: (str(finding.path or ""), finding.line or 0))


def _finding(entry: Entry, text: str, severity: str) -> Finding:
    return Finding(text, entry.path, entry.line or None, severity)


def _alone(entry: Entry) -> Iterator[tuple[str, str]]:
    for tag, wordings in entry.terms.items():
        if all(wording.forbidden for wording in wordings) and entry.kind is not Kind.KEEP:
            yield f"every wording in {tag} is forbidden, so nothing is written there", "warning"
        allowed = {wording.text for wording in wordings if not wording.forbidden}
        for wording in wordings:
            yield from _words(entry, tag, wording.text)
            if wording.forbidden and wording.text in allowed:
                yield f"{wording.text!r} is both allowed and forbidden", "error"
    if entry.kind is not Kind.KEEP and entry.match != Match.REGEX:
        first, *others = entry.terms
        for other in others:
            both = {one.text for one in entry.terms[first]} & {one.text for one in entry.terms[other]}
            if both:
                text = f"{min(both)!r} is the same in {first} and {other}; if it is copied, the kind 'keep' says so"
                yield text, "note"


def _words(entry: Entry, tag: str, text: str) -> Iterator[tuple[str, str]]:
    if not entry.cased and entry.match != Match.REGEX:
        if all(word in everyday(tag) for word in text.casefold().split()):
            yield f"{text!r} is an everyday word of {tag}; set case to exact or drop it", "error"
        elif len(text) < _SHORT:
            yield f"{text!r} is very short and would match often; set case to exact", "warning"
    if entry.match == Match.REGEX and (probe := stuck_on(text)):
        yield f"{text!r} runs on and on in {probe!r}; write it without repetitions inside repetitions", "error"
    for _, word in mixed_script_words(text):
        yield f"{word!r} mixes alphabets", "error"
    if language(tag).script == "Latn" and scripts(text) == {"Cyrl"}:
        yield f"{text!r} is in Cyrillic letters, but {tag} is not; are the columns exchanged?", "warning"
    if hidden := sorted({f"U+{ord(sign):04X}" for sign in text if unicodedata.category(sign) == "Cf"}):
        yield f"{text!r} holds a character that is not seen ({', '.join(hidden)})", "warning"
    if " | " in text:
        yield f"{text!r} holds '|'; only a file with a header parts wordings by it", "warning"
