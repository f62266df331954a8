"""A glossary in YAML: a list of entries, each with its languages by tag and any of the columns of a table.

    - en: Belarus
      ru: [Беларусь, {text: Белоруссия, status: forbidden}]
      kind: place

A wording is its text, or a mapping of text, status, near, pos, gender, number and indeclinable.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any

import yaml

from translit.errors import GlossaryError, Problem, quoted
from translit.glossary.entry import Entry, Status, Target
from translit.glossary.formats.building import GRAMMAR, OPTIONS, Raw, Reading, build
from translit.glossary.formats.cells import INDECLINABLE, read_grammar
from translit.glossary.formats.decoding import decode, read_bytes
from translit.glossary.formats.tags import tag_of, unknown

_WORDING = ("text", "status", "near", "pos", "gender", "number", INDECLINABLE)
_DEEPEST = 6


@dataclass(slots=True)
class _Node:
    """A value as it is written, whatever YAML would take it for: a text, or the parts of a list or mapping."""

    kind: str
    line: int
    text: str = ""
    parts: list[_Node] = field(default_factory=list)

    @property
    def pairs(self) -> Iterator[tuple[_Node, _Node]]:
        """Key and value of a mapping, in order."""
        return zip(self.parts[::2], self.parts[1::2], strict=True)


def read_yaml(path: Path) -> Reading:
    """Read a YAML file. Raises GlossaryError if it is no YAML or no list of mappings."""
    root = _tree(decode(read_bytes(path), path), path)
    if root is None or not root.parts:
        raise GlossaryError("the glossary is empty; write a list of entries such as '- {en: Minsk, ru: Минск}'", path)
    if root.kind != "list":
        raise GlossaryError("a glossary in YAML is a list of entries, each beginning with '- '", path, root.line)
    return build((_raw(node, path) for node in root.parts), path)


def write_yaml(entries: Iterable[Entry]) -> bytes:
    """The entries as a list."""
    listed = [_written(entry) for entry in entries]
    text: str = yaml.safe_dump(listed, allow_unicode=True, sort_keys=False, width=120)
    return text.encode()


def _tree(text: str, path: Path) -> _Node | None:
    """The document from its events: no value is built, no tag obeyed, no alias followed."""
    loader = getattr(yaml, "CSafeLoader", yaml.SafeLoader)
    root = _Node("list", 1)
    open_ones = [root]
    try:
        for event in yaml.parse(text, Loader=loader):
            line = event.start_mark.line + 1 if event.start_mark else 1
            if isinstance(event, yaml.AliasEvent) or getattr(event, "anchor", None):
                raise GlossaryError(
                    "anchors and aliases (& and *) are not read; write the words themselves", path, line
                )
            if isinstance(event, yaml.ScalarEvent):
                open_ones[-1].parts.append(_Node("text", line, event.value))
            elif isinstance(event, yaml.CollectionStartEvent):
                node = _Node("list" if isinstance(event, yaml.SequenceStartEvent) else "mapping", line)
                open_ones[-1].parts.append(node)
                open_ones.append(node)
                if len(open_ones) > _DEEPEST:
                    raise GlossaryError("lists and mappings lie too deep in each other", path, line)
            elif isinstance(event, yaml.CollectionEndEvent):
                open_ones.pop()
    except yaml.YAMLError as error:
        mark = getattr(error, "problem_mark", None) or getattr(error, "context_mark", None)
        reason = getattr(error, "problem", None) or getattr(error, "reason", None) or "a character it may not hold"
        # the reader of characters tells no line, but the place in UTF-8
        line = text.encode()[: getattr(error, "position", 0)].count(b"\n") if mark is None else mark.line
        # and the end of the file may count as a line of its own
        line = min(line + 1, len(text.splitlines()) or 1)
        raise GlossaryError(f"this is no sound YAML ({reason})", path, line) from error
    if len(root.parts) > 1:
        raise GlossaryError("there are several documents in this file; keep one", path, root.parts[1].line)
    return root.parts[0] if root.parts else None


def _raw(node: _Node, path: Path) -> Raw | Problem:
    if node.kind != "mapping":
        return Problem("an entry is a mapping such as {en: Minsk, ru: Минск}", path, node.line)
    said: dict[str, str] = {}
    terms: dict[str, list[Target]] = {}
    wrong: list[str] = []
    for key, value in node.pairs:
        tag = tag_of(key.text) if key.kind == "text" else None
        if key.text in (*OPTIONS, *GRAMMAR):
            said[key.text] = value.text if value.kind == "text" else " ".join(part.text for part in value.parts)
        elif tag is None:
            wrong.append(f"{unknown(key.text)} or {', '.join((*OPTIONS, *GRAMMAR))}")
        elif tag in terms:
            wrong.append(f"{tag!r} stands twice")
        else:
            try:
                terms[tag] = [_wording(part) for part in (value.parts if value.kind == "list" else [value])]
            except ValueError as error:
                wrong.append(f"{tag}: {error}")
    if wrong:
        return Problem("; ".join(wrong), path, node.line)
    return Raw(node.line, terms, said)


def _wording(node: _Node) -> Target:
    if node.kind == "text":
        return Target(node.text)
    if node.kind == "list":
        raise ValueError("a wording is a text or a mapping with text")
    said = {key.text: value for key, value in node.pairs}
    if unknown_keys := [quoted(key) for key in said if key not in _WORDING]:
        raise ValueError(f"a wording has no {', '.join(unknown_keys)}; use {', '.join(_WORDING)}")
    texts = {key: value.text for key, value in said.items() if value.kind == "text"}
    if not texts.get("text", "").strip():
        raise ValueError("a wording has no text")
    status = texts.get("status", Status.PREFERRED)
    if status not in tuple(Status):
        raise ValueError(f"status {quoted(status)} is none of {', '.join(Status)}")
    near = said.get("near")
    words = () if near is None else (near.text,) if near.kind == "text" else tuple(part.text for part in near.parts)
    wording = Target(texts["text"], Status(status), near=words)
    fixed = INDECLINABLE if texts.get(INDECLINABLE, "").lower() in ("yes", "true") else ""
    return read_grammar("; ".join([fixed, *(texts.get(name, "") for name in ("pos", "gender", "number"))]), wording)


def _written(entry: Entry) -> dict[str, Any]:
    row: dict[str, Any] = {}
    for tag, wordings in entry.terms.items():
        values = [_said(wording) for wording in wordings]
        row[tag] = values[0] if len(values) == 1 else values
    if entry.kind != "term":
        row["kind"] = str(entry.kind)
    for name in ("case", "match", "domain", "note", "origin"):
        if value := str(getattr(entry, name)):
            row[name] = value
    if entry.priority:
        row["priority"] = entry.priority
    return row


def _said(wording: Target) -> str | dict[str, Any]:
    row: dict[str, Any] = {"text": wording.text}
    if wording.status is not Status.PREFERRED:
        row["status"] = str(wording.status)
    if wording.near:
        row["near"] = list(wording.near)
    row |= {name: value for name in ("pos", "gender", "number") if (value := getattr(wording, name))}
    if wording.fixed:
        row[INDECLINABLE] = True
    return row if len(row) > 1 else wording.text
