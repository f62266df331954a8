"""Books (.epub): the chapters and the contents as HTML, in the order they are read; the rest is carried over.

The package file says which members are chapters and in which order. Titles in the older list of
contents (.ncx) are passages as well; the package's own title and language (`dc:language`) stay as they are.
"""

from __future__ import annotations

import posixpath
from html import unescape
from pathlib import Path
from typing import Any
from urllib.parse import unquote

from translit.documents.archives import Archive, ArchiveDocument
from translit.documents.html import HtmlDocument
from translit.documents.stretches import StretchDocument
from translit.documents.tags import attributes
from translit.documents.xml import xml_tokens
from translit.errors import DocumentError

_CHAPTERS = frozenset({"application/xhtml+xml", "text/html", "application/x-dtbncx+xml"})
_PROTECTED = "META-INF/encryption.xml"


class EpubDocument(ArchiveDocument):
    """An EPUB book; see `translit.documents.Document`."""

    def __init__(self, path: Path) -> None:
        archive = Archive(path, "EPUB book")
        if _PROTECTED in archive.names() and b"EncryptedData" in archive.read(_PROTECTED):
            raise DocumentError("parts of this book are encrypted; a copy without protection is needed", path)
        names = _chapters(archive)
        if not names:
            raise DocumentError("this EPUB book lists no chapters", path)
        super().__init__(archive, names, lambda name: _chapter(archive, name))


def _chapter(archive: Archive, name: str) -> StretchDocument[Any]:
    source = archive.text(name)
    xml_tokens(source, name)  # refuses what is no XML, as a reading system would
    return HtmlDocument(source, xml=True)


def _chapters(archive: Archive) -> list[str]:
    """The members with text: those of the spine in its order, then others."""
    (package,) = _values(archive, "META-INF/container.xml", "rootfile", "full-path")[:1] or [""]
    if not package:
        raise DocumentError("this is no EPUB book: its container names no package file", archive.path)
    folder = posixpath.dirname(package)
    kinds = dict(zip(*(_values(archive, package, "item", key) for key in ("id", "media-type")), strict=True))
    places = dict(zip(*(_values(archive, package, "item", key) for key in ("id", "href")), strict=True))
    spine = _values(archive, package, "itemref", "idref")
    order = [*dict.fromkeys(one for one in spine if one in places), *(one for one in places if one not in spine)]
    found = [
        posixpath.normpath(posixpath.join(folder, unquote(places[one]))) for one in order if kinds[one] in _CHAPTERS
    ]
    return [name for name in dict.fromkeys(found) if name in archive.names()]


def _values(archive: Archive, member: str, name: str, key: str) -> list[str]:
    """One attribute of every element of a name; '' where it is missing."""
    source = archive.text(member)
    found = []
    for token in xml_tokens(source, member):
        if token.kind == "start" and token.name.rpartition(":")[2] == name:
            span = attributes(source.text, token.span).get(key)
            found.append(unescape(span.of(source.text)) if span else "")
    return found
