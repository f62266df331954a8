"""A whole document with its names settled, and the way back.

`respelled` says what its names become; `record` holds that as plain values for a JSON file: each decision
with its reason, and the lines of the file that changed as they stood before, so that `restored` gives the
input again, byte for byte, whatever the format. Both ends are known by their SHA-256, and a file that was
edited since is not touched.
"""

from __future__ import annotations

import base64
import binascii
import hashlib
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from difflib import SequenceMatcher
from pathlib import Path
from typing import Any

from translit.alignments import shifted
from translit.decisions import Action, Decision, replay
from translit.documents import Document, Translated
from translit.errors import InputError
from translit.names.register.book import NameBook
from translit.names.texts.settling import settle
from translit.passages import Mark, Passage

_KIND = "translit names 1"


@dataclass(frozen=True, slots=True)
class Respelled:
    """A document, the decisions on its names, and the new text of each passage that changes, by its id."""

    document: Document
    language: str
    decisions: tuple[Decision, ...]
    changed: Mapping[str, Translated]

    @property
    def doubts(self) -> tuple[Decision, ...]:
        """What a person should look at."""
        return tuple(decision for decision in self.decisions if decision.doubtful)

    @property
    def changes(self) -> int:
        """How many names are spelled otherwise now."""
        return sum(decision.action is Action.SETTLED for decision in self.decisions)

    def render(self) -> bytes:
        """The whole file; what is no name stands as it stood."""
        return self.document.render(self.changed)

    def difference(self) -> Iterator[str]:
        """Lines that show what changes: each passage before (-) and after (+), its id above."""
        for passage in self.document.passages:
            if passage.id in self.changed:
                yield from (f"@@ {passage.id} @@", f"-{passage.text}", f"+{self.changed[passage.id].text}")


def respelled(document: Document, *, language: str, book: NameBook) -> Respelled:
    """What becomes of the names of a document in this language, by a register in force; nothing is written.

    Raises LanguageError for an unknown language.
    """
    settled = settle(document.passages, tag=language, book=book)
    changed = {
        passage.id: _changed(passage, decisions)
        for passage, decisions in zip(document.passages, settled, strict=True)
        if any(decision.before != decision.after for decision in decisions)
    }
    return Respelled(document, language, tuple(one for decisions in settled for one in decisions), changed)


def _changed(passage: Passage, decisions: tuple[Decision, ...]) -> Translated:
    marks = list(passage.marks)
    for decision in decisions:
        if decision.before != decision.after:
            length = len(decision.after)
            marks = [Mark(shifted(mark.span, decision.span, length), mark.kind, mark.data) for mark in marks]
    return Translated(replay(passage.text, decisions), tuple(marks))


def record(before: bytes, after: bytes, done: Respelled, style: str = "") -> dict[str, Any]:
    """Plain values for JSON: the decisions, and the lines of `before` from which `restored` undoes them."""
    old, new = before.splitlines(keepends=True), after.splitlines(keepends=True)
    changes = (code for code in SequenceMatcher(a=new, b=old).get_opcodes() if code[0] != "equal")
    return {
        "kind": _KIND,
        "language": done.language,
        "style": style,
        "input": _sum(before),
        "output": _sum(after),
        "decisions": [decision.as_dict() for decision in done.decisions],
        "undo": [[i, j, base64.b64encode(b"".join(old[a:b])).decode("ascii")] for _, i, j, a, b in changes],
    }


def restored(after: bytes, row: Mapping[str, Any], path: Path) -> bytes:
    """The input again, from the output and its record. `path` is where the record was read.

    Raises InputError if it is no record, or if the output is not the one it was made with.
    """
    if not isinstance(row, dict) or row.get("kind") != _KIND:
        raise InputError("this is no file of decisions that `translit reconcile` wrote", path)
    if _sum(after) != row.get("output"):
        raise InputError("the text was changed after its names were settled, so they cannot be undone", path)
    lines = after.splitlines(keepends=True)
    try:
        for start, end, kept in reversed(row["undo"]):
            lines[start:end] = [base64.b64decode(kept, validate=True)]
    except (KeyError, TypeError, ValueError, binascii.Error) as error:
        raise InputError("the file of decisions is damaged", path) from error
    before = b"".join(lines)
    if _sum(before) != row.get("input"):
        raise InputError("the file of decisions is damaged", path)
    return before


def _sum(data: bytes) -> str:
    return hashlib.sha256(data).hexdigest()
