"""HTML: paragraphs, headings, list items, cells and the texts of attributes as passages.

Inline elements become marks; `code`, `kbd`, `pre`, scripts, styles, drawings and whatever says
translate="no" stay as they are. The file is never built anew: only the stretches of changed
passages are replaced, and `lang` of the `html` element follows.
"""

from __future__ import annotations

from html import escape

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.html_reading import HtmlPlace, HtmlReading
from translit.documents.stretches import StretchDocument
from translit.documents.weaving import Tags, woven


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
        return woven(new, place.paragraph, Tags(self._between, place.paragraph), self.path)
