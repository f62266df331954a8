"""Word documents (.docx): paragraphs of the text, of tables, text boxes, headers, footers and notes as passages.

How most of a paragraph looks is taken as its own look; runs that look otherwise, links, fields and
insertions are marks. Notes, pictures, bookmarks and deleted text stand between words and travel as
they are. Members without passages are carried over byte for byte, comments and settings among them.
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from dataclasses import dataclass
from html import escape
from pathlib import Path

from translit.documents import Translated
from translit.documents.archives import Archive, ArchiveDocument
from translit.documents.decoding import Decoded
from translit.documents.docx_reading import Paragraph, paragraphs
from translit.documents.stretches import StretchDocument
from translit.documents.weaving import woven
from translit.documents.xml import xml_tokens
from translit.passages import Passage, Span

_MEMBER = re.compile(r"word/(?:document\d*|header\d*|footer\d*|footnotes|endnotes)\.xml")
_LANGUAGE = re.compile(r"(<w:lang\b[^>]*?\bw:val=)(\"[^\"]*\"|'[^']*')")


@dataclass(frozen=True, slots=True)
class _Place:
    span: Span
    paragraph: Paragraph


class DocxDocument(ArchiveDocument):
    """A Word document; see `translit.documents.Document`."""

    def __init__(self, path: Path) -> None:
        archive = Archive(path, "Word document")
        archive.read("[Content_Types].xml")
        names = [name for name in archive.names() if _MEMBER.fullmatch(name)]
        # the text itself first, then what stands round it
        names.sort(key=lambda name: (not name.startswith("word/document"), name))
        super().__init__(archive, names or ["word/document.xml"], lambda name: _Member(archive.text(name), name))


class _Member(StretchDocument[_Place]):
    """One XML file of the archive."""

    def __init__(self, source: Decoded, name: str) -> None:
        found = paragraphs(xml_tokens(source, name), source.text)
        super().__init__(source, _numbered(found))

    def _laid_out(self, new: Translated, place: _Place) -> str:
        return woven(new, place.paragraph.gathered, _Runs(self, place.paragraph), self.path)

    def stretch(self, span: Span) -> str:
        """A stretch of the member with what changed in it."""
        return self._between(span)

    def look(self, properties: str) -> str:
        """The properties of a run, in the language of the translation."""
        language = self._language
        return _LANGUAGE.sub(rf'\g<1>"{language}"', properties) if language else properties


def _numbered(found: Iterable[Paragraph]) -> list[tuple[_Place, Passage]]:
    ordered = sorted(found, key=lambda paragraph: paragraph.gathered.span)
    places = []
    for number, paragraph in enumerate(ordered, 1):
        it = paragraph.gathered
        places.append((_Place(it.span, paragraph), Passage(f"p{number}", it.text, it.marks, it.verbatim)))
    return places


@dataclass(frozen=True, slots=True)
class _Runs:
    """The spelling of Word: words stand in runs."""

    member: _Member
    paragraph: Paragraph

    def text(self, text: str, styles: Iterable[int]) -> str:
        looks = [self.paragraph.gathered.marks[number].data for number in styles]
        look = self.member.look(looks[-1] if looks else self.paragraph.look)
        return f'<w:r>{look}<w:t xml:space="preserve">{escape(text, quote=False)}</w:t></w:r>'

    def opening(self, number: int) -> str:
        piece = self.paragraph.gathered.origins[number].piece
        raw, written = piece.span.of(self.paragraph.source), self.member.stretch(piece.span)
        return piece.data.replace(raw, written, 1) if piece.data else written

    def closing(self, number: int) -> str:
        closing = self.paragraph.gathered.origins[number].closing
        return (closing.data or self.member.stretch(closing.span)) if closing else ""

    alone = opening

    def copied(self, number: int, text: str) -> str:
        return self.text(text, ())
