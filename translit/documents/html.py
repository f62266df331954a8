"""HTML: paragraphs, headings, list items, cells and the texts of attributes as passages.

Inline elements become marks; `code`, `kbd`, `pre`, scripts, styles, drawings and whatever says
translate="no" stay as they are. The file is never built anew: only the stretches of changed
passages are replaced, and `lang` of the `html` element follows.
"""

from __future__ import annotations

from dataclasses import dataclass
from html import escape

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.html_reading import HtmlPlace, HtmlReading
from translit.documents.pieces import Gathered
from translit.documents.stretches import StretchDocument
from translit.documents.tags import tokens
from translit.documents.weaving import woven
from translit.passages import Span


class HtmlDocument(StretchDocument[HtmlPlace]):
    """An HTML file; see `translit.documents.Document`. `xml` reads it as XHTML."""

    def __init__(self, source: Decoded, *, xml: bool = False) -> None:
        reading = HtmlReading(source, xml or source.text.lstrip().startswith("<?xml"))
        super().__init__(source, reading.found())
        self._tags = reading.languages

    def _laid_out(self, new: Translated, place: HtmlPlace) -> str:
        if place.paragraph is None:
            quote = self._source.text[place.span.start - 1]
            text = escape(new.text, quote=False).replace(quote, "&quot;" if quote == '"' else "&#39;")
            return text if quote in "\"'" else f'"{escape(new.text)}"'
        return woven(new, place.paragraph, _Tags(self, place.paragraph), self.path)

    def stretch(self, span: Span) -> str:
        """A stretch of the file with what changed in it."""
        return self._between(span)


@dataclass(frozen=True, slots=True)
class _Tags:
    """The spelling of HTML."""

    document: HtmlDocument
    paragraph: Gathered

    def text(self, text: str, styles: object) -> str:
        return escape(text, quote=False)

    def opening(self, number: int) -> str:
        return self.document.stretch(self.paragraph.origins[number].piece.span)

    def closing(self, number: int) -> str:
        closing = self.paragraph.origins[number].closing
        return self.document.stretch(closing.span) if closing else ""

    alone = opening

    def copied(self, number: int, text: str) -> str:
        piece = self.paragraph.origins[number].piece
        raw = self.document.stretch(piece.span)
        if text == piece.text:
            return raw
        tag = next(tokens(raw))
        return f"{tag.span.of(raw)}{escape(text, quote=False)}</{tag.name}>"
