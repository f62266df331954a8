"""Finds the paragraphs of WordprocessingML: runs joined to text, with marks for what looks otherwise."""

from __future__ import annotations

import re
from collections import Counter
from collections.abc import Iterator
from dataclasses import dataclass, replace
from html import unescape

from translit.documents.pieces import Gathered, Piece, Role, gathered
from translit.documents.tags import Token
from translit.documents.xml import closing
from translit.passages import Span

_WRAPPERS = frozenset(
    {"w:hyperlink", "w:ins", "w:moveTo", "w:smartTag", "w:fldSimple", "w:customXml", "w:dir", "w:bdo", "w:sdt"}
)
_HEADS = frozenset({"w:smartTagPr", "w:customXmlPr", "w:fldData", "w:sdtPr", "w:sdtEndPr"})
_NOTHING = frozenset({"w:proofErr", "w:lastRenderedPageBreak", "w:softHyphen", "w:rPr", "w:pPr"})
_BREAKS = frozenset({"w:br", "w:tab", "w:cr", "w:ptab"})
# these say nothing of how words look
_UNSEEN = re.compile(r"<w:(?:lang|noProof|rsid\w*|webHidden)\b[^>]*/>|\s+w:rsid\w*=\"[^\"]*\"|<w:rPr\s*/>")
_BOLD, _ITALIC = (
    re.compile(r"<w:b(?:\s*/| w:val=\"(?:1|true|on)\")"),
    re.compile(r"<w:i(?:\s*/| w:val=\"(?:1|true|on)\")"),
)


@dataclass(frozen=True, slots=True)
class Paragraph:
    """A paragraph: `gathered` what it says, `look` the properties (w:rPr) of its plain runs, `source` its file."""

    gathered: Gathered
    look: str
    source: str


def paragraphs(tokens: list[Token], source: str) -> Iterator[Paragraph]:
    """Every paragraph with words, those in the text boxes of another after it."""
    number = 0
    while number < len(tokens):
        token = tokens[number]
        if token.kind == "start" and token.name == "w:p" and not token.closed:
            last = closing(tokens, number)
            reading = _Reading(tokens, source)
            reading.children(number + 1, last)
            if paragraph := reading.paragraph():
                yield paragraph
            for first, end in reading.nested:
                yield from paragraphs(tokens[first:end], source)
            number = last
        number += 1


class _Reading:
    """One paragraph."""

    def __init__(self, tokens: list[Token], source: str) -> None:
        self.tokens, self.source = tokens, source
        self.pieces: list[Piece] = []
        self.looks: list[str] = []  # the properties of each piece's run, '' where it has none
        self.runs: list[Span] = []
        self.nested: list[tuple[int, int]] = []

    def children(self, number: int, last: int) -> None:
        """What stands between two tokens, both not counted."""
        while number < last:
            token = self.tokens[number]
            if token.kind == "start":
                end = closing(self.tokens, number)
                if token.name == "w:r":
                    self._run(number, end)
                elif token.name in _WRAPPERS and not token.closed:
                    self._wrapper(number, end)
                elif token.name not in _NOTHING:
                    self._void(number, end)
                number = end
            number += 1

    def _wrapper(self, number: int, end: int) -> None:
        name, first = self.tokens[number].name, number + 1
        while first < end and (self.tokens[first].kind != "start" or self.tokens[first].name in _HEADS):
            first = closing(self.tokens, first) + 1 if self.tokens[first].kind == "start" else first + 1
        last = end
        if name == "w:sdt" and first < end:  # its words stand in w:sdtContent
            last = closing(self.tokens, first)
            first += 1
        start = self.tokens[first - 1].span.end
        kind = {"w:hyperlink": "link", "w:ins": "ins"}.get(name, "group")
        self._add(Piece(Role.OPEN, Span(self.tokens[number].span.start, start), kind=kind, name=name))
        self.children(first, last)
        span = Span(self.tokens[last].span.start, self.tokens[end].span.end)
        self._add(Piece(Role.CLOSE, span, kind=kind, name=name))

    def _run(self, number: int, end: int) -> None:
        span = Span(self.tokens[number].span.start, self.tokens[end].span.end)
        self.runs.append(span)
        look, parts = "", []
        at = number + 1
        while at < end:
            token = self.tokens[at]
            if token.kind == "start":
                stop = closing(self.tokens, at)
                if token.name == "w:rPr":
                    look = Span(token.span.start, self.tokens[stop].span.end).of(self.source)
                elif token.name not in _NOTHING:
                    parts.append((at, stop))
                at = stop
            at += 1
        for at, stop in parts:
            self._part(at, stop, span if len(parts) == 1 else None, look)

    def _part(self, number: int, end: int, run: Span | None, look: str) -> None:
        """A part of a run; `run` is the run's own stretch if this is all that stands in it."""
        name = self.tokens[number].name
        own = Span(self.tokens[number].span.start, self.tokens[end].span.end)
        if name in ("w:t", "w:noBreakHyphen"):
            inside = (token.span.of(self.source) for token in self.tokens[number:end] if token.kind == "text")
            words = unescape("".join(inside)) if name == "w:t" else "\u2011"
            self._add(Piece(Role.TEXT, run or own, words, fixed=run is None), look)
            return
        parts = " " if name in _BREAKS else ""
        data = "" if run else f"<w:r>{look}{own.of(self.source)}</w:r>"
        kind = (
            "break" if parts else {"w:footnoteReference": "footnote", "w:endnoteReference": "footnote"}.get(name, name)
        )
        raw = own.of(self.source)
        if name == "w:fldChar" and (found := re.search(r'w:fldCharType="(\w+)"', raw)):
            kind = found.group(1)
        self.nested.append((number, end))
        self._add(Piece(Role.VOID, run or own, parts, kind=kind, data=data, fixed=run is None))
        if kind == "separate":
            self._open_field()
        elif kind == "end":
            last = self.pieces.pop()
            self.looks.pop()
            self._add(replace(last, role=Role.CLOSE, kind="field", name="field"))

    def _open_field(self) -> None:
        """The code of a field, from its begin to where its result begins, as one tag."""
        first = len(self.pieces) - 1
        while first >= 0 and self.pieces[first].kind != "begin" and self.pieces[first].role is Role.VOID:
            first -= 1
        if first < 0 or self.pieces[first].kind != "begin":
            return
        parts = self.pieces[first:]
        span = Span(parts[0].span.start, parts[-1].span.end)
        data = "".join(piece.data or piece.span.of(self.source) for piece in parts)
        fixed = any(piece.fixed for piece in parts)
        kind = "link" if "HYPERLINK" in data else "field"
        self.pieces[first:] = [Piece(Role.OPEN, span, kind=kind, name="field", data=data, fixed=fixed)]
        self.looks[first:] = [""]

    def _void(self, number: int, end: int) -> None:
        span = Span(self.tokens[number].span.start, self.tokens[end].span.end)
        self._add(Piece(Role.VOID, span, kind=self.tokens[number].name))

    def _add(self, piece: Piece, look: str = "") -> None:
        self.pieces.append(piece)
        self.looks.append(look)

    def paragraph(self) -> Paragraph | None:
        """The passage of it, if it has words."""
        count = Counter[str]()
        first: dict[str, str] = {}
        for piece, look in zip(self.pieces, self.looks, strict=True):
            if piece.role is Role.TEXT and piece.text.strip():
                seen = _seen(look)
                count[seen] += len(piece.text)
                first.setdefault(seen, look)
        if not count:
            return None
        plain = count.most_common(1)[0][0]
        found = gathered(self._styled(plain), self.source)
        if found is None:
            return None
        # a run is written as a whole: the passage begins and ends with runs
        start = min(
            (run.start for run in self.runs if run.start <= found.span.start < run.end), default=found.span.start
        )
        end = max((run.end for run in self.runs if run.start < found.span.end <= run.end), default=found.span.end)
        return Paragraph(replace(found, span=Span(start, end)), first[plain], self.source)

    def _styled(self, plain: str) -> list[Piece]:
        """The pieces with tags round words that look otherwise; neighbours that look alike share one."""
        done: list[Piece] = []
        last = plain
        for piece, look in zip(self.pieces, self.looks, strict=True):
            seen = _seen(look)
            if piece.role is not Role.TEXT or seen == plain or not piece.text.strip():
                last = plain if piece.role is not Role.TEXT or piece.text.strip() else last
                done.append(piece)
                continue
            edge = Piece(Role.CLOSE, Span(piece.span.end, piece.span.end), name="run", style=True, fixed=True)
            if seen == last and done and done[-1].name == "run":
                done[-1:] = [piece, edge]
            else:
                start = Span(piece.span.start, piece.span.start)
                opening = Piece(Role.OPEN, start, kind=_kind(look), name="run", data=look, style=True, fixed=True)
                done += [opening, piece, edge]
            last = seen
        return done


def _seen(look: str) -> str:
    """What of a run's properties can be seen."""
    return re.sub(r"<w:rPr>\s*</w:rPr>", "", _UNSEEN.sub("", look))


def _kind(look: str) -> str:
    return "strong" if _BOLD.search(look) else "em" if _ITALIC.search(look) else "run"
