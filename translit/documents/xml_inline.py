"""The inside of a paragraph of XML as pieces, for the formats whose elements are known by name."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from html import unescape

from translit.documents.pieces import Piece, Role
from translit.documents.tags import Token
from translit.documents.xml import closing
from translit.passages import Span


@dataclass(frozen=True, slots=True)
class Elements:
    """What elements are inside of a paragraph; one that is not named here stands between words and travels whole.

    wide    names, and the kind of the mark that each becomes over its words
    breaks  they part the words round them
    spaces  they are written for a blank
    """

    wide: Mapping[str, str]
    breaks: frozenset[str] = frozenset()
    spaces: frozenset[str] = frozenset()


def inline_pieces(
    tokens: Sequence[Token], first: int, last: int, source: str, elements: Elements
) -> tuple[list[Piece], list[tuple[int, int]]]:
    """The pieces of tokens `first` to `last`, the latter not counted; and the elements that travel whole."""
    pieces: list[Piece] = []
    whole: list[tuple[int, int]] = []
    number = first
    while number < last:
        token = tokens[number]
        name = token.name
        if token.kind == "text":
            pieces.append(Piece(Role.TEXT, token.span, unescape(token.span.of(source))))
        elif token.kind == "end":
            pieces.append(Piece(Role.CLOSE, token.span, kind=elements.wide.get(name, name), name=name))
        elif token.kind == "other":
            raw = token.span.of(source)
            if raw.startswith("<![CDATA["):
                pieces.append(Piece(Role.TEXT, token.span, raw[9:-3]))
            else:
                pieces.append(Piece(Role.VOID, token.span, kind="comment"))
        elif name in elements.wide and not token.closed:
            pieces.append(Piece(Role.OPEN, token.span, kind=elements.wide[name], name=name))
        else:
            end = closing(tokens, number) if not token.closed else number
            span = Span(token.span.start, tokens[end].span.end)
            if name in elements.spaces:
                pieces.append(Piece(Role.TEXT, span, " "))
            else:
                parting = " " if name in elements.breaks else ""
                pieces.append(Piece(Role.VOID, span, parting, kind="break" if parting else name))
                whole.append((number, end))
            number = end
        number += 1
    return pieces, whole
