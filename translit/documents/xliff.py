"""Exchange files (.xlf, .xliff), versions 1.2 and 2.x: sources without a translation, written as targets.

What people have translated stays, as does what says translate="no". A file that gets targets says
their language. Inline elements are marks: `g`, `pc` and `mrk` over their words, all others between
them. A new target is for a person to check: in version 1.2 it says so itself
(state="needs-review-translation").
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.pieces import Gathered, gathered
from translit.documents.stretches import StretchDocument
from translit.documents.tags import Token, attributes
from translit.documents.weaving import Tags, woven
from translit.documents.xml import closing, xml_tokens
from translit.documents.xml_inline import Elements, inline_pieces
from translit.errors import DocumentError
from translit.passages import Passage, Span

_UNITS = frozenset({"trans-unit", "unit"})
_INLINE = Elements(wide={"g": "style", "pc": "style", "mrk": "note"})
_STATE = ' state="needs-review-translation"'


@dataclass(frozen=True, slots=True)
class _Place:
    """`span` of the empty target, or the place after the source; `before` and `after` the words of `paragraph`."""

    span: Span
    paragraph: Gathered
    before: str
    after: str
    indent: str
    prefix: str


class XliffDocument(StretchDocument[_Place]):
    """An XLIFF file; see `translit.documents.Document`."""

    def __init__(self, source: Decoded) -> None:
        self._version2, self._key = False, "target-language"
        self._languages: list[Span] = []
        super().__init__(source, self._read(source))
        self._tags = self._languages

    def _laid_out(self, new: Translated, place: _Place) -> str:
        body = woven(new, place.paragraph, Tags(lambda span: span.of(self._source.text), place.paragraph), self.path)
        state = "" if self._version2 else _STATE
        name = f"{place.prefix}target"
        return f"{place.indent}<{name}{state}>{place.before}{body}{place.after}</{name}>"

    def _named(self, span: Span, language: str) -> str:
        """The language of the targets; where no attribute names it, the attribute too."""
        return language if len(span) else f' {self._key}="{language}"'

    def _read(self, source: Decoded) -> Iterator[tuple[_Place, Passage]]:
        tokens, text = xml_tokens(source), source.text
        root = next((token for token in tokens if token.kind == "start"), None)
        if root is None or _local(root) != "xliff":
            raise DocumentError("this is no XLIFF file: its first element is not <xliff>", source.path)
        found = attributes(text, root.span)
        if "version" in found and found["version"].of(text).startswith("2"):
            self._version2, self._key = True, "trgLang"
        number = place = 0
        while place < len(tokens):
            token = tokens[place]
            if token.kind == "start":
                told = attributes(text, token.span)
                if _local(token) == ("xliff" if self._version2 else "file"):
                    end = token.span.end - (2 if token.closed else 1)
                    self._languages.append(told.get(self._key.lower()) or Span(end, end))
                if "translate" in told and told["translate"].of(text) == "no":
                    place = closing(tokens, place)
                elif _local(token) in _UNITS and not token.closed:
                    last = closing(tokens, place)
                    for one in self._unit(tokens[place : last + 1], text):
                        number += 1
                        yield (
                            one,
                            Passage(f"p{number}", one.paragraph.text, one.paragraph.marks, one.paragraph.verbatim),
                        )
                    place = last
            place += 1

    def _unit(self, tokens: list[Token], text: str) -> Iterator[_Place]:
        """The sources of a unit that have no target: one in version 1.2, one a segment in version 2."""
        number = 1
        while number < len(tokens):
            token = tokens[number]
            if token.kind == "start" and _local(token) in ("alt-trans", "notes", "ignorable", "seg-source"):
                number = closing(tokens, number)
            elif token.kind == "start" and _local(token) == "source" and not token.closed:
                last = closing(tokens, number)
                if place := self._place(tokens, number, last, text):
                    yield place
                number = last
            number += 1

    def _place(self, tokens: list[Token], number: int, last: int, text: str) -> _Place | None:
        pieces, _ = inline_pieces(tokens, number + 1, last, text, _INLINE)
        paragraph = gathered(pieces, text)
        if paragraph is None:
            return None
        after = tokens[last].span.end
        span, blank = Span(after, after), text[: tokens[number].span.start]
        indent = blank[len(blank.rstrip()) :]
        # a target that is there and empty is taken; one with words is a person's
        for place in range(last + 1, len(tokens)):
            token = tokens[place]
            if token.kind == "start" and _local(token) in ("source", "segment", "alt-trans"):
                break
            if token.kind == "start" and _local(token) == "target":
                end = closing(tokens, place)
                if any(one.kind != "text" or one.span.of(text).strip() for one in tokens[place + 1 : end]):
                    return None
                span, indent = Span(token.span.start, tokens[end].span.end), ""
                break
        before = Span(tokens[number].span.end, paragraph.span.start).of(text)
        behind = Span(paragraph.span.end, tokens[last].span.start).of(text)
        prefix = tokens[number].name.removesuffix("source")
        return _Place(span, paragraph, before, behind, indent, prefix)


def _local(token: Token) -> str:
    return token.name.rpartition(":")[2]
