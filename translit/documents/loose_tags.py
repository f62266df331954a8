"""Tags in texts that are no XML: `<i>` in a subtitle, `<b>` in a message. What is no tag is text, a lone `<` too."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from dataclasses import dataclass

from translit.documents.pieces import Gathered, Piece, Role
from translit.passages import Span

_TAG = re.compile(r"</?([A-Za-z][\w:-]*)?(?:[^\S\r\n][^<>]*|\.[^<>]*|[\d:.]+)?/?>|\{\\[^{}\r\n]*\}")
_KINDS = {"b": "strong", "strong": "strong", "i": "em", "em": "em", "a": "link", "br": "break"}
_EMPTY = frozenset({"br", "hr", "img", "wbr"})


def loose_pieces(source: str, frame: Span, read: Callable[[str], str] = str) -> Iterator[Piece]:
    """A stretch cut into words and tags; `read` gives the words that a raw stretch stands for."""
    done = frame.start
    for match in _TAG.finditer(source, frame.start, frame.end):
        raw, name = match.group(), match.group(1) or ""
        if raw in ("<>", "</>") or (not name and re.fullmatch(r"</?[^\d]*>", raw)):
            continue
        if done < match.start():
            yield Piece(Role.TEXT, Span(done, match.start()), read(source[done : match.start()]))
        done = match.end()
        lone = not name or name.lower() in _EMPTY or raw.endswith("/>")
        role = Role.VOID if lone else Role.CLOSE if raw.startswith("</") else Role.OPEN
        kind = _KINDS.get(name.lower(), "html")
        yield Piece(role, Span(*match.span()), " " if kind == "break" else "", kind=kind, name=name)
    if done < frame.end:
        yield Piece(Role.TEXT, Span(done, frame.end), read(source[done : frame.end]))


@dataclass(frozen=True, slots=True)
class LooseTags:
    """The spelling of such texts: tags as they stood, words as `write` spells them."""

    source: str
    paragraph: Gathered
    write: Callable[[str], str] = str

    def text(self, text: str, styles: object) -> str:
        """Words."""
        return self.write(text)

    def opening(self, number: int) -> str:
        """The tag that opens a mark, or stands alone."""
        return self.paragraph.origins[number].piece.span.of(self.source)

    def closing(self, number: int) -> str:
        """The tag that closes a mark."""
        closing = self.paragraph.origins[number].closing
        return closing.span.of(self.source) if closing else ""

    alone = opening

    def copied(self, number: int, text: str) -> str:
        """A copied stretch; such texts have none."""
        return self.write(text)
