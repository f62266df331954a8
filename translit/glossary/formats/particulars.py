"""What an entry says and a foreign format has no place for, as one line of text.

    translit: kind=place; case=exact

TBX keeps it in a note, TMX in a prop, UTX in a column of our own.
"""

from __future__ import annotations

from dataclasses import replace

from translit.errors import quoted
from translit.glossary.entry import Entry, Target
from translit.glossary.formats.cells import read_grammar, write_grammar

OPENING = "translit: "
_NAMES = ("kind", "case", "match", "priority")


def of_entry(entry: Entry) -> str:
    """The line for an entry; '' where it says nothing of the kind."""
    values = {"kind": "" if entry.kind == "term" else entry.kind, "case": entry.case, "match": entry.match}
    values["priority"] = str(entry.priority or "")
    return _opened("; ".join(f"{name}={values[name]}" for name in _NAMES if values[name]))


def of_wording(wording: Target, *told: str) -> str:
    """The line for a wording, but for what the format has a place for: 'pos', 'gender', 'number'."""
    left = replace(
        wording,
        pos="" if "pos" in told else wording.pos,
        gender="" if "gender" in told else wording.gender,
        number="" if "number" in told else wording.number,
    )
    return _opened(write_grammar(left))


def is_ours(text: str) -> bool:
    """Whether a note or a cell is such a line."""
    return text.startswith(OPENING)


def read_entry(text: str) -> dict[str, str]:
    """What a line says of an entry. Raises ValueError with a sentence if it says something else."""
    said: dict[str, str] = {}
    for item in filter(None, (item.strip() for item in text.removeprefix(OPENING).split(";"))):
        name, sign, value = item.partition("=")
        if not sign or name not in _NAMES:
            raise ValueError(
                f"a line that begins with {OPENING!r} holds {quoted(item)}: use {', '.join(_NAMES)} with '='"
            )
        said[name] = value
    return said


def read_wording(text: str, wording: Target) -> Target:
    """The wording with what a line says of it. Raises ValueError as `cells.read_cell` does."""
    return read_grammar(text.removeprefix(OPENING), wording)


def _opened(text: str) -> str:
    return f"{OPENING}{text}" if text else ""
