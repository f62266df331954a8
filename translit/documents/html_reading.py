"""Finds the passages of HTML: paragraphs with their inline elements, and the texts of attributes."""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace
from functools import lru_cache
from html import unescape

from translit.documents.decoding import Decoded
from translit.documents.pieces import Gathered, Piece, Role, gathered
from translit.documents.tags import DEEPEST, Dialect, Token, attributes, tokens
from translit.errors import DocumentError
from translit.passages import Passage, Span
from translit.tables import own_table
from translit.verbatim import copied, has_words

_KINDS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "link", "s": "s", "del": "s", "br": "break"}
_ATTRIBUTES = ("alt", "title", "placeholder", "aria-label")
_META = re.compile(r"(?:description|(?:og|twitter):(?:title|description|image:alt))\Z", re.IGNORECASE)


@lru_cache(maxsize=1)
def _elements() -> dict[str, frozenset[str]]:
    return {group: frozenset(names.split()) for group, names in own_table(__package__, "html_elements.yaml").items()}


@dataclass(frozen=True, slots=True)
class HtmlPlace:
    """Where a passage stands: a paragraph with what it was gathered from, or the value of an attribute."""

    span: Span
    paragraph: Gathered | None = None


class HtmlReading:
    """Cuts a file into paragraphs; what stands in attributes is found on the way."""

    def __init__(self, source: Decoded, xml: bool) -> None:
        self.source, self.text = source, source.text
        self.tokens = list(tokens(source.text, Dialect.XHTML if xml else Dialect.HTML))
        self.pieces: list[Piece] = []
        self.places: list[tuple[HtmlPlace, Passage]] = []
        self.languages: list[Span] = []
        table = _elements()
        self.blocks, self.empty, self.opaque = table["blocks"], table["empty"], table["opaque"]
        self.copied, self.closed_by_others = table["copied"], table["closed_by_others"]

    def found(self) -> Iterator[tuple[HtmlPlace, Passage]]:
        """Every passage, in reading order."""
        number, depth = 0, list[str]()
        while number < len(self.tokens):
            token = self.tokens[number]
            if token.kind == "text":
                words = unescape(token.span.of(self.text)).replace("\xad", "")
                self.pieces.append(Piece(Role.TEXT, token.span, words))
            elif token.kind == "other":
                self.pieces.append(Piece(Role.VOID, token.span, kind="html"))
            else:
                number = self._tag(token, number, depth)
            if len(depth) > DEEPEST:
                line = self.text.count("\n", 0, token.span.start) + 1
                raise DocumentError(f"more than {DEEPEST} tags stand one in another", self.source.path, line)
            number += 1
        self._flush()
        self.places.sort(key=lambda pair: pair[0].span)
        for number, (place, passage) in enumerate(self.places, 1):
            yield place, replace(passage, id=f"p{number}")

    def _tag(self, token: Token, number: int, depth: list[str]) -> int:
        """Take a tag; gives back the number of the last token that it took."""
        name, block = token.name, token.name in self.blocks
        closed, last = token.closed, number
        if block:
            self._flush()
            depth[:] = [other for other in depth if other in self.blocks]
        if token.kind == "end":
            if name in depth:
                del depth[len(depth) - 1 - depth[::-1].index(name) :]
            if not block:
                self.pieces.append(Piece(Role.CLOSE, token.span, kind=_kind(name), name=name))
            return last
        found = attributes(self.text, token.span)
        if not closed and name not in self.empty and (name in self.opaque | self.copied or self._is_kept(found)):
            last = self._end(number)
            self._whole(number, last)
            return last
        if name == "sup" and (last := self._sign(number)) > number:
            span = Span(token.span.start, self.tokens[last].span.end)
            self.pieces.append(Piece(Role.VOID, span, kind="footnote"))
            return last
        self._attributes(token, found)
        if name == "html":
            self.languages += [found[key] for key in ("lang", "xml:lang") if len(found.get(key, ()))]
        if not closed and name not in self.empty | self.closed_by_others:
            depth.append(name)
        if name == "br":
            self._break(token)
        elif not block:
            role = Role.VOID if closed or name in self.empty else Role.OPEN
            self.pieces.append(Piece(role, token.span, kind=_kind(name), name=name))
        return last

    def _sign(self, number: int) -> int:
        """The token that closes a footnote's sign (a number, an asterisk, '[1]'); the same one if this is none."""
        words = ""
        for last in range(number + 1, min(number + 8, len(self.tokens))):
            token = self.tokens[last]
            if token.name == "sup" and token.kind == "end":
                is_sign = 0 < len(words.strip()) <= 5 and not any(map(str.isalpha, words))
                return last if is_sign else number
            words += unescape(token.span.of(self.text)) if token.kind == "text" else ""
        return number

    def _is_kept(self, found: dict[str, Span]) -> bool:
        says = found["translate"].of(self.text).lower() if "translate" in found else ""
        return says == "no" or ("class" in found and "notranslate" in found["class"].of(self.text).split())

    def _end(self, number: int) -> int:
        """The token that closes this one; the last of the file if none does."""
        name, depth = self.tokens[number].name, 0
        for last in range(number, len(self.tokens)):
            token = self.tokens[last]
            if token.name == name and token.kind == "start":
                depth += not token.closed
            elif token.name == name and token.kind == "end":
                depth -= 1
                if not depth:
                    return last
        if name in self.opaque:
            return len(self.tokens) - 1
        line = self.text.count("\n", 0, self.tokens[number].span.start) + 1
        raise DocumentError(f"<{name}> is not to be translated, but nothing closes it", self.source.path, line)

    def _whole(self, number: int, last: int) -> None:
        """An element that is left or copied as it is."""
        token = self.tokens[number]
        span = Span(token.span.start, self.tokens[last].span.end)
        inside = self.tokens[number : last + 1] if token.name not in self.opaque else []
        words = "".join(unescape(one.span.of(self.text)) for one in inside if one.kind == "text")
        words = " ".join(words.split())
        if token.name in self.blocks:
            return
        role = Role.COPIED if words else Role.VOID
        self.pieces.append(Piece(role, span, words, kind="code" if words else "html"))

    def _break(self, token: Token) -> None:
        """A line break; two in a row part two paragraphs."""
        before = next(
            (piece for piece in reversed(self.pieces) if piece.role is not Role.TEXT or piece.text.strip()), None
        )
        if before is not None and before.kind == "break":
            self._flush()
        self.pieces.append(Piece(Role.VOID, token.span, " ", kind="break"))

    def _attributes(self, token: Token, found: dict[str, Span]) -> None:
        names = [name for name in _ATTRIBUTES if name in found]
        if token.name == "meta" and "content" in found:
            about = " ".join(found[key].of(self.text) for key in ("name", "property") if key in found)
            names += ["content"] if _META.match(about) else []
        if token.name == "input" and "value" in found and "type" in found:
            names += ["value"] if found["type"].of(self.text).lower() in ("submit", "button", "reset") else []
        for name in names:
            words = " ".join(unescape(found[name].of(self.text)).split())
            if has_words(words, copied(words)):
                self.places.append((HtmlPlace(found[name]), Passage("", words, verbatim=copied(words))))

    def _flush(self) -> None:
        """The paragraph ends here."""
        if self.pieces and (paragraph := gathered(self.pieces, self.text)):
            passage = Passage("", paragraph.text, paragraph.marks, paragraph.verbatim)
            self.places.append((HtmlPlace(paragraph.span, paragraph), passage))
        self.pieces = []


def _kind(name: str) -> str:
    return _KINDS.get(name, "html")
