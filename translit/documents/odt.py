"""OpenDocument texts (.odt): paragraphs, headings, cells, notes, text boxes, headers and footers as passages.

Spans and links are marks; notes, pictures, fields, bookmarks and the signs of tracked changes stand
between words and travel as they are. Deleted text and comments stay. Other members are carried over.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from pathlib import Path

from translit.documents import Translated
from translit.documents.archives import Archive, ArchiveDocument
from translit.documents.decoding import Decoded
from translit.documents.pieces import Gathered, gathered
from translit.documents.stretches import StretchDocument
from translit.documents.tags import Token
from translit.documents.weaving import Tags, woven
from translit.documents.xml import closing, xml_tokens
from translit.documents.xml_inline import Elements, inline_pieces
from translit.errors import DocumentError
from translit.passages import Passage, Span

_PARAGRAPHS = frozenset({"text:p", "text:h"})
_LEFT = frozenset({"text:tracked-changes", "office:annotation", "office:meta", "office:scripts"})
_INLINE = Elements(
    wide={"text:span": "style", "text:a": "link", "text:meta": "meta"},
    breaks=frozenset({"text:line-break", "text:tab"}),
    spaces=frozenset({"text:s"}),
)


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    paragraph: Gathered


class OdtDocument(ArchiveDocument):
    """An OpenDocument text; see `translit.documents.Document`."""

    def __init__(self, path: Path) -> None:
        archive = Archive(path, "OpenDocument text")
        manifest = "META-INF/manifest.xml"
        if manifest in archive.names() and b"encryption-data" in archive.read(manifest):
            raise DocumentError("this OpenDocument text is under a password; save it without one", path)
        names = ["content.xml", *(name for name in ("styles.xml",) if name in archive.names())]
        super().__init__(archive, names, lambda name: _Member(archive.text(name), name))


class _Member(StretchDocument[_Place]):
    """One XML file of the archive."""

    def __init__(self, source: Decoded, name: str) -> None:
        found = sorted(_paragraphs(xml_tokens(source, name), source.text), key=lambda paragraph: paragraph.span)
        super().__init__(
            source,
            [
                (_Place(it.span, it), Passage(f"p{number}", it.text, it.marks, it.verbatim))
                for number, it in enumerate(found, 1)
            ],
        )

    def _laid_out(self, new: Translated, place: _Place) -> str:
        return woven(new, place.paragraph, Tags(self._between, place.paragraph), self.path)


def _paragraphs(tokens: Sequence[Token], source: str) -> Iterator[Gathered]:
    """Every paragraph with words, those inside of another after it."""
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if token.kind == "start" and token.name in _LEFT:
            number = closing(tokens, number)
        elif token.kind == "start" and token.name in _PARAGRAPHS and not token.closed:
            last = closing(tokens, number)
            pieces, whole = inline_pieces(tokens, number + 1, last, source, _INLINE)
            if paragraph := gathered(pieces, source):
                yield paragraph
            for first, end in whole:
                yield from _paragraphs(tokens[first : end + 1], source)
            number = last
        number += 1
