"""Catalogues of messages (.po): each message without a translation is a passage, written into its msgstr.

What people have translated stays, and so do fuzzy and obsolete messages. Messages with a plural are
left for a person: one translation cannot stand for three forms. Placeholders (%s, %(name)d, {name})
are copied, tags are marks, and a line break inside of a message is a mark of the kind break. polib is not
used to write: it prints the catalogue anew, at another width. An answer is one line, as msgcat --no-wrap has it.
"""

from __future__ import annotations

import re
from collections.abc import Iterator
from dataclasses import dataclass, replace

from translit.documents import Translated
from translit.documents.decoding import Decoded
from translit.documents.loose_tags import LooseTags, loose_pieces
from translit.documents.pieces import Gathered, Piece, Role, gathered
from translit.documents.stretches import LINE, StretchDocument
from translit.documents.weaving import woven
from translit.errors import DocumentError
from translit.passages import Passage, Span
from translit.verbatim import has_words

_KEYWORD = re.compile(r"(msgctxt|msgid_plural|msgid|msgstr(?:\[\d+\])?)[ \t]*(?=\")")
_STRING = re.compile(r'[ \t]*"((?:[^"\\]|\\.)*)"[ \t]*')
_ESCAPE = re.compile(r"\\(.)")
_ESCAPES = {"n": "\n", "t": "\t", "r": "\r", '"': '"', "\\": "\\", "a": "\a", "b": "\b", "f": "\f", "v": "\v"}
_PLACEHOLDER = re.compile(
    r"%(?:\(\w+\)|\d+\$)?[-+ #0]*(?:\d+|\*)?(?:\.(?:\d+|\*))?(?:hh?|ll?|[zjtL])?[diouxXeEfFgGcrsa@]"
    r"|\{\w*(?:![rsa])?(?::[^{}]*)?\}"
)
_LANGUAGE = re.compile(r"^\"Language: ([\w@-]*)\\n\"", re.MULTILINE)


@dataclass(slots=True)
class _Message:
    """The parts of an entry: for each keyword the stretch of its value with the quotes, and what it says."""

    parts: dict[str, tuple[Span, str]]
    line: int
    fuzzy: bool = False


@dataclass(frozen=True, slots=True)
class _Place:
    """`span` of the empty msgstr; `text` what the message was gathered from, `before` and `after` its edges."""

    span: Span
    paragraph: Gathered
    text: str


class CatalogueDocument(StretchDocument[_Place]):
    """A .po file; see `translit.documents.Document`. An answer equal to its message stays empty, as gettext has it."""

    def __init__(self, source: Decoded) -> None:
        super().__init__(source, self._read(source))
        language = _LANGUAGE.search(source.text)
        self._tags = [Span(*language.span(1))] if language else []

    def _laid_out(self, new: Translated, place: _Place) -> str:
        clean = Translated(re.sub(r"[\r\n]", " ", new.text), new.marks)
        body = woven(clean, place.paragraph, LooseTags(place.text, place.paragraph), self.path)
        span = place.paragraph.span
        whole = place.text[: span.start] + body + place.text[span.end :]
        return '"' + re.sub(r'[\\"\n\t\r]', lambda sign: "\\" + _written(sign.group()), whole) + '"'

    def _read(self, source: Decoded) -> Iterator[tuple[_Place, Passage]]:
        number = 0
        for message in self._messages(source.text):
            said = message.parts.get("msgid", (Span(0, 0), ""))[1]
            answer, words = message.parts.get("msgstr", (Span(0, 0), " "))
            if words or not said or message.fuzzy or "msgid_plural" in message.parts:
                continue
            paragraph = gathered(list(_pieces(said)), said)
            if paragraph is None:
                continue
            text = paragraph.text
            taken = [*paragraph.verbatim, *(Span(*match.span()) for match in _PLACEHOLDER.finditer(text))]
            if has_words(text, taken):
                number += 1
                paragraph = replace(paragraph, verbatim=tuple(sorted(set(taken))))
                yield _Place(answer, paragraph, said), Passage(f"p{number}", text, paragraph.marks, paragraph.verbatim)

    def _messages(self, text: str) -> Iterator[_Message]:
        message: _Message | None = None
        keyword = ""
        fuzzy = False
        for count, match in enumerate(LINE.finditer(text), 1):
            line = match.group().rstrip("\r\n")
            bare = line.strip()
            found = _KEYWORD.match(line)
            if not bare or bare.startswith("#"):
                if message is not None and "msgstr" in keyword:
                    yield message
                    message = None
                fuzzy = (fuzzy and bool(bare)) or (bare.startswith("#,") and "fuzzy" in bare)
                continue
            if found is not None:
                keyword = found.group(1)
                if message is None or (keyword in ("msgctxt", "msgid") and "msgid" in message.parts):
                    if message is not None:
                        yield message
                    message = _Message({}, count, fuzzy)
                    fuzzy = False
            string = _STRING.fullmatch(line, found.end() if found else 0)
            if string is None or message is None:
                raise DocumentError('this line is no part of a message (msgid "…", msgstr "…")', self.path, count)
            span, said = message.parts.get(keyword, (Span(0, 0), ""))
            start = match.start() + string.start(1) - 1
            whole = Span(start if found else span.start, match.start() + string.end(1) + 1)
            message.parts[keyword] = whole, said + _ESCAPE.sub(lambda e: _ESCAPES.get(e[1], e[0]), string[1])
        if message is not None:
            yield message


def _pieces(said: str) -> Iterator[Piece]:
    """Words, tags, and line breaks."""
    done = 0
    for match in re.finditer(r"\n", said):
        yield from loose_pieces(said, Span(done, match.start()))
        yield Piece(Role.VOID, Span(*match.span()), " ", kind="break")
        done = match.end()
    yield from loose_pieces(said, Span(done, len(said)))


def _written(sign: str) -> str:
    return {"\n": "n", "\t": "t", "\r": "r"}.get(sign, sign)
