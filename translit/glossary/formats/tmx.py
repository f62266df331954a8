"""TMX 1.4: a translation unit is an entry, a variant a wording; several of one language stand in order of preference.

A variant has no status in TMX, and other tools would take a forbidden one for a translation: those stand in props of
the unit. What else TMX has no place for is in props too.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import replace
from pathlib import Path
from xml.sax.saxutils import escape, quoteattr

from translit.errors import GlossaryError, Problem
from translit.glossary.entry import Entry, Status, Target
from translit.glossary.formats import particulars
from translit.glossary.formats.building import Raw, Reading, build
from translit.glossary.formats.cells import read_cell, write_cell
from translit.glossary.formats.decoding import read_bytes
from translit.glossary.formats.tags import tag_of, unknown
from translit.glossary.formats.trees import Element, read_tree

_CODES = frozenset({"bpt", "ept", "ph", "it", "ut"})  # native codes, no text of the segment
_FORBIDDEN, _STATUS, _MORE, _DOMAIN, _ORIGIN = "x-forbidden", "x-status", "x-translit", "x-domain", "x-origin"


def read_tmx(path: Path) -> Reading:
    """Read a TMX file. Raises GlossaryError if it is none."""
    root = read_tree(read_bytes(path), path)
    if root.name != "tmx":
        raise GlossaryError(f"this is no TMX: its root is <{root.name[:40]}>", path, root.line)
    units = list(root.every("tu"))
    if not units:
        raise GlossaryError("there is no <tu> in this file", path, root.line)
    return build((_raw(unit, path) for unit in units), path, concepts=True)


def write_tmx(entries: Iterable[Entry]) -> bytes:
    """The entries as a TMX file."""
    listed = list(entries)
    first = next((tag for entry in listed for tag in entry.terms), "en")
    out = [
        '<?xml version="1.0" encoding="UTF-8"?>\n<tmx version="1.4">\n',
        '<header creationtool="translit" creationtoolversion="1" segtype="phrase" o-tmf="translit" adminlang="en" ',
        f'srclang={quoteattr(first)} datatype="plaintext"/>\n<body>\n',
    ]
    for entry in listed:
        out += _unit(entry)
    out.append("</body>\n</tmx>\n")
    return "".join(out).encode()


def _raw(unit: Element, path: Path) -> Raw | Problem:
    terms: dict[str, list[Target]] = {}
    said: dict[str, str] = {}
    try:
        for prop in unit.named("prop"):
            kind, value = prop.attributes.get("type", ""), prop.text()
            if kind == _MORE:
                said |= particulars.read_entry(value)
            elif kind in (_DOMAIN, _ORIGIN):
                said[kind.removeprefix("x-")] = value
        for variant in unit.named("tuv"):
            written = variant.attributes.get("lang", "")
            tag = tag_of(written)
            if tag is None:
                return Problem(unknown(written), path, variant.line)
            terms.setdefault(tag, []).extend(_wordings(variant))
        for prop in unit.named("prop"):
            if prop.attributes.get("type") == _FORBIDDEN:
                tag = tag_of(prop.attributes.get("lang", ""))
                if tag is None:
                    return Problem(unknown(prop.attributes.get("lang", "")), path, prop.line)
                wordings = (replace(wording, status=Status.FORBIDDEN) for wording in read_cell(prop.text()))
                terms.setdefault(tag, []).extend(wordings)
    except ValueError as error:
        return Problem(str(error), path, unit.line)
    said["note"] = "\n".join(note.text() for note in unit.named("note"))
    return Raw(unit.line, terms, said)


def _wordings(variant: Element) -> Iterator[Target]:
    props = {prop.attributes.get("type", ""): prop.text() for prop in variant.named("prop")}
    status = Status.ADMITTED if props.get(_STATUS) == Status.ADMITTED else Status.PREFERRED
    for segment in variant.named("seg"):
        yield particulars.read_wording(props.get(_MORE, ""), Target(segment.text(_CODES), status))


def _unit(entry: Entry) -> Iterator[str]:
    yield "<tu>\n"
    yield f"  <note>{escape(entry.note)}</note>\n" if entry.note else ""
    for kind, value in ((_MORE, particulars.of_entry(entry)), (_DOMAIN, entry.domain), (_ORIGIN, entry.origin)):
        yield _prop(kind, value)
    for tag, wordings in entry.terms.items():
        if cell := write_cell(replace(one, status=Status.PREFERRED) for one in wordings if one.forbidden):
            yield _prop(_FORBIDDEN, cell, f" xml:lang={quoteattr(tag)}")
    for tag, wordings in entry.terms.items():
        for wording in wordings:
            if not wording.forbidden:
                status = wording.status if wording.status is Status.ADMITTED else ""
                props = _prop(_STATUS, status) + _prop(_MORE, particulars.of_wording(wording))
                yield f"  <tuv xml:lang={quoteattr(tag)}>{props}<seg>{escape(wording.text)}</seg></tuv>\n"
    yield "</tu>\n"


def _prop(kind: str, value: str, more: str = "") -> str:
    return f'<prop type="{kind}"{more}>{escape(value)}</prop>' if value else ""
