"""A file seen as passages, and written back with other words in their place.

A document knows which stretches of a file are text for people. Everything else, from the byte
order mark to the last line ending, is kept as it stood, byte for byte; a passage whose text did
not change is kept the same way. So a translation differs from its source only where a person
would expect it to.

    text       one paragraph a line, or paragraphs wrapped at a width
    markdown   headings, paragraphs, list items, quotes, table cells; marks carry bold, links, code
    html       paragraphs, headings, cells, attributes; never built anew
    docx       Word documents, a member at a time (archives: what may be unpacked)
    subtitles  SRT and WebVTT; a sentence may run through several cues
    odt        OpenDocument texts
    xliff      sources that no one has translated, in versions 1.2 and 2
    epub       books; their chapters are HTML
    po         messages that no one has translated
    jsonl, csv JSON Lines and tables: the fields or columns that are named
    pieces     a paragraph with tags as text with marks (weaving: and back)
    changes    whether the texts given back belong to the passages
    rewriting  a whole document in other letters
    decoding   bytes to text and back in the file's own encoding
    writing    a result that is there whole or not at all

The way in is `open_document`. A passage that carries marks (bold, links) is given back as a
`Translated`, which says where they stand in the new text; a plain `str` would lose them, and is
refused once its text has changed.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Protocol

from translit.documents import decoding
from translit.errors import DocumentError
from translit.passages import Mark, Passage


@dataclass(frozen=True, slots=True)
class Translated:
    """The new text of a passage, and where its marks stand in it (spans over `text`)."""

    text: str
    marks: tuple[Mark, ...] = ()


class Document(Protocol):
    """A file seen as passages; whatever is not a passage stays as it was, byte for byte."""

    @property
    def passages(self) -> Sequence[Passage]:
        """The stretches to translate, in reading order.

        Their texts are NFC, with single spaces and no line breaks; only code inside them is kept as it is.
        """
        ...

    @property
    def path(self) -> Path | None:
        """The file it was read from; None for standard input."""
        ...

    @property
    def encoding_note(self) -> str | None:
        """What a person should know of the file's encoding, None if nothing; `render` and `write` renew it."""
        ...

    def render(self, translated: Mapping[str, str | Translated], *, language: str | None = None) -> bytes:
        """The whole file with the texts of these passages in place; a passage not named stays as it was.

        `language` is the tag of the new texts, for the formats that say in what language they are.

        Raises UsageError for an id that no passage has, for a mark outside its text, and for a
        plain str where a passage with marks has changed.
        """
        ...

    def write(
        self,
        path: Path | str,
        translated: Mapping[str, str | Translated],
        *,
        language: str | None = None,
        replace_source: bool = False,
    ) -> None:
        """`render` into a file, whole or not at all.

        Raises OutputError if it cannot be written, or is the file that was read and `replace_source` is not set.
        """
        ...


@dataclass(frozen=True, slots=True)
class Chosen:
    """What of a file of many fields is text: `fields` of JSON Lines, `columns` of a table, by name or number."""

    fields: Sequence[str] = ()
    columns: Sequence[str] = ()


def open_document(path: str | os.PathLike[str], *, fields: Sequence[str] = (), columns: Sequence[str] = ()) -> Document:
    """Read a document, its kind chosen by its suffix; '-' is standard input, read as plain text.

    `fields` says what is text in JSON Lines ('title', 'article.body'), `columns` in a table (a title
    or a number from 1); other kinds do without. Raises DocumentError if the file is missing, a folder,
    empty, too large, damaged, of an unknown encoding or kind, or if fields or columns are not named.
    """
    if os.fspath(path) == "-":
        from translit.documents.text import TextDocument

        return TextDocument(decoding.read(None))
    place = Path(path)
    suffix = place.suffix.lower()
    kind = next((kind for kind, (suffixes, _) in _KINDS.items() if suffix in suffixes), None)
    if kind is None:
        if place.is_file():
            known = ", ".join(f"{name} ({' '.join(filter(None, suffixes))})" for name, (suffixes, _) in _KINDS.items())
            raise DocumentError(f"documents of the kind {suffix!r} cannot be read; what can be is {known}", place)
        decoding.read(place)
        kind = "plain text"
    document = _KINDS[kind][1](place, Chosen(fields, columns))
    if not document.passages and kind in _LAID_OUT:
        # a scan, or a page that a script fills: its translation would be an untranslated copy
        raise DocumentError("there are no words in this file that could be translated", place)
    return document


def is_plain(path: Path) -> bool:
    """Whether a file of this name is read as plain text."""
    return path.suffix.lower() in _KINDS["plain text"][0]


def suffixes() -> frozenset[str]:
    """The suffixes of the files that can be read, with their dots; '' is plain text."""
    return frozenset(suffix for known, _ in _KINDS.values() for suffix in known)


def _text(path: Path, _: Chosen) -> Document:
    from translit.documents.text import TextDocument

    return TextDocument(decoding.read(path))


def _markdown(path: Path, _: Chosen) -> Document:
    from translit.documents.markdown import MarkdownDocument

    return MarkdownDocument(decoding.read(path))


def _html(path: Path, _: Chosen) -> Document:
    from translit.documents.html import HtmlDocument

    return HtmlDocument(decoding.read(path, tagged=True), xml=path.suffix.lower() in (".xhtml", ".xht"))


def _docx(path: Path, _: Chosen) -> Document:
    from translit.documents.docx import DocxDocument

    return DocxDocument(path)


def _subtitles(path: Path, _: Chosen) -> Document:
    from translit.documents.subtitles import SubtitleDocument

    return SubtitleDocument(decoding.read(path), web=path.suffix.lower() == ".vtt")


def _jsonl(path: Path, chosen: Chosen) -> Document:
    from translit.documents.jsonl import JsonLinesDocument

    return JsonLinesDocument(decoding.read(path), chosen.fields)


def _table(path: Path, chosen: Chosen) -> Document:
    from translit.documents.csv import TableDocument

    return TableDocument(decoding.read(path), chosen.columns, tabs=path.suffix.lower() == ".tsv")


def _catalogue(path: Path, _: Chosen) -> Document:
    from translit.documents.po import CatalogueDocument

    return CatalogueDocument(decoding.read(path))


def _epub(path: Path, _: Chosen) -> Document:
    from translit.documents.epub import EpubDocument

    return EpubDocument(path)


def _odt(path: Path, _: Chosen) -> Document:
    from translit.documents.odt import OdtDocument

    return OdtDocument(path)


def _xliff(path: Path, _: Chosen) -> Document:
    from translit.documents.xliff import XliffDocument

    return XliffDocument(decoding.read(path, tagged=True))


_LAID_OUT = frozenset({"HTML", "Word", "OpenDocument", "EPUB"})
_KINDS: dict[str, tuple[tuple[str, ...], Callable[[Path, Chosen], Document]]] = {
    "plain text": ((".txt", ".text", ""), _text),
    "Markdown": ((".md", ".markdown"), _markdown),
    "HTML": ((".html", ".htm", ".xhtml", ".xht"), _html),
    "Word": ((".docx",), _docx),
    "subtitles": ((".srt", ".vtt"), _subtitles),
    "OpenDocument": ((".odt",), _odt),
    "EPUB": ((".epub",), _epub),
    "messages": ((".po", ".pot"), _catalogue),
    "XLIFF": ((".xlf", ".xliff"), _xliff),
    "JSON Lines": ((".jsonl", ".ndjson"), _jsonl),
    "tables": ((".csv", ".tsv"), _table),
}
