"""Writing TBX: the styles DCA and DCT of ISO 30042:2019 in the dialect TBX-Basic, and the form of 2008."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from dataclasses import dataclass
from enum import StrEnum
from xml.sax.saxutils import escape, quoteattr

from translit.glossary.entry import Entry, Status, Target
from translit.glossary.formats import particulars
from translit.glossary.formats.tbx import SPEECH


class Style(StrEnum):
    """How a file names its data categories: in an attribute, by elements, or as in the standard of 2008."""

    DCA = "dca"
    DCT = "dct"
    MARTIF = "2008"


_STATUS = {Status.PREFERRED: "preferredTerm", Status.ADMITTED: "admittedTerm", Status.FORBIDDEN: "deprecatedTerm"}
_SPEECH = {ours: theirs for theirs, ours in SPEECH.items()}
# The element and the module of each category of TBX-Basic that is written here
_CATEGORIES = {
    "subjectField": ("descrip", "min"),
    "partOfSpeech": ("termNote", "min"),
    "administrativeStatus": ("termNote", "min"),
    "grammaticalGender": ("termNote", "basic"),
    "grammaticalNumber": ("termNote", "basic"),
    "source": ("admin", "basic"),
}
_OPENINGS = {
    Style.DCA: '<tbx type="TBX-Basic" style="dca" xml:lang={lang} xmlns="urn:iso:std:iso:30042:ed-2">\n',
    Style.DCT: '<tbx type="TBX-Basic" style="dct" xml:lang={lang} xmlns="urn:iso:std:iso:30042:ed-2" '
    'xmlns:min="http://www.tbxinfo.net/ns/min" xmlns:basic="http://www.tbxinfo.net/ns/basic">\n',
    Style.MARTIF: '<martif type="TBX" xml:lang={lang}>\n',
}


@dataclass(frozen=True, slots=True)
class _Names:
    """What the elements of the structure are called in a style."""

    root: str
    header: str
    entry: str
    section: str
    term: str


_NEW = _Names("tbx", "tbxHeader", "conceptEntry", "langSec", "termSec")
_OLD = _Names("martif", "martifHeader", "termEntry", "langSet", "tig")


def write_tbx(entries: Iterable[Entry], style: Style = Style.DCA) -> bytes:
    """The entries as a TBX file."""
    listed = list(entries)
    first = next((tag for entry in listed for tag in entry.terms), "en")
    names = _OLD if style is Style.MARTIF else _NEW
    out = ['<?xml version="1.0" encoding="UTF-8"?>\n', _OPENINGS[style].format(lang=quoteattr(first))]
    out.append(f"<{names.header}><fileDesc><sourceDesc><p>translit</p></sourceDesc></fileDesc></{names.header}>\n")
    out.append("<text><body>\n")
    for number, entry in enumerate(listed, start=1):
        out += _entry(entry, number, names, style)
    out.append(f"</body></text>\n</{names.root}>\n")
    return "".join(out).encode()


def _entry(entry: Entry, number: int, names: _Names, style: Style) -> Iterator[str]:
    yield f'<{names.entry} id="c{number}">\n'
    yield _category("subjectField", entry.domain, style)
    yield _category("source", entry.origin, style)
    yield _note(entry.note) + _note(particulars.of_entry(entry))
    for tag, wordings in entry.terms.items():
        yield f"  <{names.section} xml:lang={quoteattr(tag)}>\n"
        for wording in wordings:
            yield f"    <{names.term}><term>{escape(wording.text)}</term>{_grammar(wording, style)}</{names.term}>\n"
        yield f"  </{names.section}>\n"
    yield f"</{names.entry}>\n"


def _grammar(wording: Target, style: Style) -> str:
    return "".join(
        (
            _category("partOfSpeech", _SPEECH.get(wording.pos, ""), style),
            _category("grammaticalGender", wording.gender, style),
            _category("grammaticalNumber", wording.number, style),
            _category("administrativeStatus", f"{_STATUS[wording.status]}-admn-sts", style),
            _note(particulars.of_wording(wording, "pos", "gender", "number")),
        )
    )


def _category(name: str, value: str, style: Style) -> str:
    element, module = _CATEGORIES[name]
    if not value:
        return ""
    if style is Style.DCT:
        return f"<{module}:{name}>{escape(value)}</{module}:{name}>"
    return f'<{element} type="{name}">{escape(value)}</{element}>'


def _note(text: str) -> str:
    return f"<note>{escape(text)}</note>" if text else ""
