"""TBX: ISO 30042:2019 in the styles DCA and DCT, and the form of 2008.

A concept is an entry. Of its data categories these are read: subjectField, partOfSpeech, grammaticalGender,
grammaticalNumber, administrativeStatus (preferred and admitted as they are; deprecated, superseded and obsolete are
forbidden), source, definition and notes. Where a language has a preferred term, one without a status is admitted.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

from translit.errors import GlossaryError, Problem
from translit.glossary.entry import Status, Target
from translit.glossary.formats import particulars
from translit.glossary.formats.building import Raw, Reading, build
from translit.glossary.formats.decoding import read_bytes
from translit.glossary.formats.tags import tag_of, unknown
from translit.glossary.formats.trees import Element, read_tree

ADMINISTRATIVE = {
    "preferredTerm": Status.PREFERRED, "standardizedTerm": Status.PREFERRED, "regulatedTerm": Status.PREFERRED,
    "legalTerm": Status.PREFERRED, "admittedTerm": Status.ADMITTED, "deprecatedTerm": Status.FORBIDDEN,
    "supersededTerm": Status.FORBIDDEN,
    # the words of TBX-Min and of drafts of TBX-Basic
    "preferred": Status.PREFERRED, "admitted": Status.ADMITTED, "notRecommended": Status.FORBIDDEN,
    "obsolete": Status.FORBIDDEN,
}  # fmt: skip
SPEECH = {
    "noun": "noun",
    "properNoun": "proper noun",
    "verb": "verb",
    "adjective": "adjective",
    "adverb": "adverb",
    "other": "other",
}
_GENDERS = ("masculine", "feminine", "neuter")
_NUMBERS = ("singular", "plural")
_STRUCTURE = {"langSec", "langSet", "termSec", "tig", "ntig", "termGrp", "term", "note"}
_GROUPS = {"descripGrp", "adminGrp", "termNoteGrp", "termGrp", "termCompList"}
_TYPED = {"descrip", "descripNote", "admin", "adminNote", "termNote"}
# a line that goes on in the next one, indented as the elements are
_INDENTED = re.compile(r"\s*\n\t\s*")


def read_tbx(path: Path) -> Reading:
    """Read a TBX file. Raises GlossaryError if it is none."""
    root = read_tree(read_bytes(path), path)
    if root.name not in ("tbx", "martif"):
        raise GlossaryError(f"this is no TBX: its root is <{root.name[:40]}>, not <tbx> or <martif>", path, root.line)
    entries = list(root.every("conceptEntry", "termEntry"))
    if not entries:
        raise GlossaryError("there is no <conceptEntry> or <termEntry> in this file", path, root.line)
    return build((_raw(entry, path) for entry in entries), path, concepts=True)


def _raw(entry: Element, path: Path) -> Raw | Problem:
    categories = list(_categories(entry))
    said = {name: value for category, name in (("subjectField", "domain"), ("source", "origin"))
            if (value := _last(categories, category))}  # fmt: skip
    prose = [value for category, value in categories if category in ("definition", "note")]
    terms: dict[str, list[tuple[Target, bool]]] = {}
    try:
        for text in prose:
            said |= particulars.read_entry(text) if particulars.is_ours(text) else {}
        for section in entry.named("langSec", "langSet"):
            written = section.attributes.get("lang", "")
            tag = tag_of(written)
            if tag is None:
                return Problem(unknown(written), path, section.line)
            prose += [value for category, value in _categories(section) if category in ("definition", "note")]
            terms.setdefault(tag, []).extend(_wordings(section))
    except ValueError as error:
        return Problem(str(error), path, entry.line)
    said["note"] = "\n".join(text for text in prose if text and not particulars.is_ours(text))
    return Raw(entry.line, {tag: _settled(wordings) for tag, wordings in terms.items()}, said)


def _wordings(section: Element) -> Iterator[tuple[Target, bool]]:
    """The terms of a language, and of each whether the file tells its status."""
    for one in section.every("termSec", "tig", "ntig"):
        categories = list(_categories(one))
        status = _status(categories)
        for term in one.every("term"):
            wording = Target(
                term.text(),
                status=status or Status.PREFERRED,
                pos=SPEECH.get(_last(categories, "partOfSpeech"), ""),
                gender=_among(_last(categories, "grammaticalGender"), _GENDERS),
                number=_among(_last(categories, "grammaticalNumber"), _NUMBERS),
            )
            for category, value in categories:
                if category == "note" and particulars.is_ours(value):
                    wording = particulars.read_wording(value, wording)
            yield wording, status is not None


def _settled(wordings: list[tuple[Target, bool]]) -> list[Target]:
    """The wordings; one whose status is not told stands behind one that is preferred."""
    behind = any(told and wording.status is Status.PREFERRED for wording, told in wordings)
    return [replace(wording, status=Status.ADMITTED) if behind and not told else wording for wording, told in wordings]


def _categories(element: Element) -> Iterator[tuple[str, str]]:
    """(data category, value) of what is said of an element itself, in either style."""
    for child in element.children:
        if child.name in _GROUPS:
            yield from _categories(child)
        elif child.name == "note":
            yield "note", _text(child)
        elif child.name in _TYPED:
            yield child.attributes.get("type", ""), _text(child)
        elif child.name not in _STRUCTURE:
            yield child.name, _text(child)


def _text(element: Element) -> str:
    return _INDENTED.sub(" ", element.text().strip())


def _last(categories: list[tuple[str, str]], wanted: str) -> str:
    return next((value for category, value in reversed(categories) if category == wanted), "")


def _status(categories: list[tuple[str, str]]) -> Status | None:
    told = _last(categories, "administrativeStatus") or _last(categories, "normativeAuthorization")
    return ADMINISTRATIVE.get(told.removesuffix("-admn-sts"))


def _among(value: str, choices: tuple[str, ...]) -> str:
    return value if value in choices else ""
