"""The wordings of a language as one cell of a table holds them, and back.

    Беларусь | ~Республика Беларусь | !Белоруссия
    банк {near: money, loan} | берег {near: river; masculine}

The preferred one comes first. Before a wording '~' says admitted, '!' forbidden; behind it braces may hold, parted by
semicolons, its grammar (masculine, feminine, neuter, singular, plural, indeclinable, a part of speech) and `near:` with
words of the source beside which it goes before the others. A backslash takes the meaning off the sign behind it.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator
from dataclasses import replace

from translit.errors import quoted
from translit.glossary.entry import Status, Target

GENDERS = ("masculine", "feminine", "neuter")
NUMBERS = ("singular", "plural")
SPEECH = ("noun", "proper noun", "verb", "adjective", "adverb", "other")
INDECLINABLE = "indeclinable"
_STATUS = {"!": Status.FORBIDDEN, "~": Status.ADMITTED}
_SIGNS = r"\|!~{},;"


def read_cell(cell: str) -> list[Target]:
    """The wordings of a cell. Raises ValueError with a sentence if its braces hold something else."""
    return [wording for part in _split(cell, "|") if (wording := _wording(part.strip())).text]


def write_cell(wordings: Iterable[Target]) -> str:
    """The cell that reads as these wordings."""
    return " | ".join(map(_written, wordings))


def _wording(part: str) -> Target:
    status = _STATUS.get(part[:1], Status.PREFERRED)
    if status is not Status.PREFERRED:
        part = part[1:].strip()
    text, grammar = part, ""
    if part.endswith("}") and not _escaped(part, len(part) - 1):
        opening = next((at for at, sign in enumerate(part) if sign == "{" and not _escaped(part, at)), None)
        if opening is not None:
            text, grammar = part[:opening].strip(), part[opening + 1 : -1]
    return read_grammar(grammar, Target(_bare(text), status))


def read_grammar(text: str, wording: Target) -> Target:
    """The wording with what the inside of its braces says. Raises ValueError as `read_cell` does."""
    for item in filter(None, (item.strip() for item in _split(text, ";"))):
        wording = _with(wording, item)
    return wording


def write_grammar(wording: Target) -> str:
    """The inside of the braces that reads as this wording's grammar; '' where there is nothing to say."""
    items = [wording.pos, wording.gender, wording.number, INDECLINABLE if wording.fixed else ""]
    if wording.near:
        items.append(f"near: {', '.join(map(_guarded, wording.near))}")
    return "; ".join(filter(None, items))


def _with(wording: Target, item: str) -> Target:
    low = item.lower()
    if low.startswith("near:"):
        return replace(wording, near=tuple(filter(None, (_bare(word.strip()) for word in _split(item[5:], ",")))))
    if low in GENDERS:
        return replace(wording, gender=low)
    if low in NUMBERS:
        return replace(wording, number=low)
    if low in SPEECH:
        return replace(wording, pos=low)
    if low == INDECLINABLE:
        return replace(wording, fixed=True)
    known = ", ".join((*GENDERS, *NUMBERS, INDECLINABLE, *SPEECH))
    raise ValueError(
        f"braces behind a wording hold {quoted(item)}: use {known}, near: WORDS, or \\{{ for a brace of the text"
    )


def _written(wording: Target) -> str:
    sign = {status: mark for mark, status in _STATUS.items()}.get(wording.status, "")
    grammar = write_grammar(wording)
    return f"{sign}{_guarded(wording.text)}" + (f" {{{grammar}}}" if grammar else "")


def _guarded(text: str) -> str:
    """The text with a backslash before every sign that would mean something."""
    return re.sub(rf"[{re.escape(_SIGNS)}]", r"\\\g<0>", text)


def _bare(text: str) -> str:
    return re.sub(rf"\\([{re.escape(_SIGNS)}])", r"\1", text)


def _escaped(text: str, at: int) -> bool:
    """Whether an odd number of backslashes stands before a place."""
    return (at - len(text[:at].rstrip("\\"))) % 2 == 1


def _split(text: str, sign: str) -> Iterator[str]:
    start = 0
    for at, character in enumerate(text):
        if character == sign and not _escaped(text, at):
            yield text[start:at]
            start = at + 1
    yield text[start:]
