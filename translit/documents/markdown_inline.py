"""Inline Markdown as plain text with marks, and back.

markdown-it-py decides what is markup; it gives no places inside a paragraph, so its rules are
wrapped to note where they began and ended (`parser`).

The `data` of a mark is the Markdown it was written with: '**' or '__' for strong, '*' or '_' for
em, '~~' for s, '(https://…)' or '[reference]' for link and image, the backticks of code, the tag
of html, the whole of a footnote and of a break. Marks without width are footnote, break and a
tag without its partner.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Sequence
from dataclasses import dataclass, field
from functools import lru_cache
from typing import TYPE_CHECKING, Any

from translit.documents.markdown_marks import coverage, settled, spelled
from translit.letters import nfc
from translit.passages import Mark, Span
from translit.verbatim import copied

if TYPE_CHECKING:
    from markdown_it import MarkdownIt
    from markdown_it.rules_inline import StateInline
    from markdown_it.token import Token

_RULES = ("newline", "escape", "backticks", "link", "image", "autolink", "html_inline", "entity")
_FOOTNOTE = re.compile(r"\[\^[^\]\s]+\]")
_EMPTY = frozenset({"br", "hr", "img", "input", "wbr"})  # tags that never have a partner
_TAG = re.compile(r"<(/?)([A-Za-z][\w-]*)(?:\s[^>]*)?>", re.DOTALL)


@dataclass(frozen=True, slots=True)
class Inline:
    """A passage's text without markup, its marks in the order they open, and what is never translated."""

    text: str
    marks: tuple[Mark, ...]
    verbatim: tuple[Span, ...]
    depth: int = 0  # marks that stood one in another


@lru_cache(maxsize=1)
def parser() -> MarkdownIt:
    """CommonMark with tables and ~~strikethrough~~; inline tokens say in meta['place'] where they stand."""
    from markdown_it import MarkdownIt

    reader = MarkdownIt("commonmark").enable(["table", "strikethrough"]).disable("text_join")
    rules = dict(zip(reader.inline.ruler.get_active_rules(), reader.inline.ruler.getRules(""), strict=True))
    for name in _RULES:
        reader.inline.ruler.at(name, _placed(rules[name]))
    return reader


def _placed(rule: Callable[[StateInline, bool], bool]) -> Callable[[StateInline, bool], bool]:
    def placed(state: StateInline, silent: bool) -> bool:
        start, before = state.pos, len(state.tokens)
        found = rule(state, silent)
        if found and not silent:
            # text that was waiting is pushed first; nested tokens have their places already
            for token in state.tokens[before:]:
                if token.type != "text":
                    token.meta.setdefault("place", (start, state.pos))
        return found

    return placed


def read_inline(content: str, env: dict[str, Any]) -> Inline:
    """Read inline Markdown; `env` holds the link references of its document."""
    token = parser().parseInline(content, env)[0]
    return read_tokens(content, token.children or [])


def read_tokens(content: str, tokens: Sequence[Token]) -> Inline:
    """The same for tokens that are there already; `content` is the text they were made of."""
    return _Reading(content).read(tokens)


@dataclass(slots=True)
class _Open:
    """A mark whose end has not come yet."""

    kind: str
    data: str
    start: int
    order: int
    place: tuple[int, int] = (0, 0)


@dataclass(slots=True)
class _Reading:
    content: str
    text: str = ""
    marks: list[tuple[int, Mark]] = field(default_factory=list)
    verbatim: list[Span] = field(default_factory=list)
    stack: list[_Open] = field(default_factory=list)
    order: int = 0
    at: int = 0  # how far the content is read
    depth: int = 0

    def read(self, tokens: Sequence[Token]) -> Inline:
        skip_to = ""
        for token in tokens:
            if skip_to:
                skip_to = "" if token.type == skip_to else skip_to
                continue
            place = token.meta.get("place", (self.at, self.at + len(token.content or token.markup)))
            if token.type == "link_open" and self._is_whole(token, place):
                skip_to = "link_close"
            else:
                self._take(token, place)
            self.at = place[0] + 1 if token.type == "link_open" and not skip_to else place[1]
        while self.stack:
            self._lone(self.stack.pop())
        end = max([len(self.text.rstrip()), *(span.end for span in self.verbatim)])
        text = self.text[:end]
        marks = [
            Mark(Span(min(mark.span.start, end), min(mark.span.end, end)), mark.kind, mark.data)
            for _, mark in sorted(self.marks, key=lambda pair: pair[0])
        ]
        inside = {place for span in self.verbatim for place in range(span.start, span.end)}
        found = (span for span in copied(text) if inside.isdisjoint(range(span.start, span.end)))
        return Inline(text, tuple(marks), tuple(sorted([*self.verbatim, *found])), self.depth)

    def _take(self, token: Token, place: tuple[int, int]) -> None:
        raw = self.content[place[0] : place[1]]
        match token.type:
            case "text":
                self._add_text(token.content)
            case "text_special":
                self._add(token.content)
            case "softbreak":
                self._add(" ")
            case "hardbreak":
                self._add(" ")
                self._mark("break", "\\\n" if raw.startswith("\\") else "  \n", len(self.text))
            case "code_inline":
                padded = len(raw) - 2 * len(token.markup) > len(token.content)
                self._copied("code", token.markup + " " * padded, token.content)
            case "image":
                alt = _alt(token.children or [])
                tail = raw[len(token.content) + 3 :]
                start = len(self.text)
                self._add(alt)
                self._mark("image", _target(tail, token.content), start)
            case "html_inline":
                self._tag(token.content)
            case "em_open" | "strong_open" | "s_open" | "link_open":
                self._open(token.type.removesuffix("_open"), token.markup, place)
            case "em_close" | "strong_close" | "s_close" | "link_close":
                self._close(token.type.removesuffix("_close"))

    def _is_whole(self, token: Token, place: tuple[int, int]) -> bool:
        """Links that are taken as one piece: <https://…>, and footnotes that look like links."""
        raw = self.content[place[0] : place[1]]
        if token.markup == "autolink":
            self._copied("autolink", "", raw[1:-1])
        elif raw.startswith("[^"):
            self._mark("footnote", raw, len(self.text))
        else:
            return False
        return True

    def _add_text(self, text: str) -> None:
        done = 0
        for match in _FOOTNOTE.finditer(text):
            self._add(text[done : match.start()])
            self._mark("footnote", match.group(), len(self.text))
            done = match.end()
        self._add(text[done:])

    def _add(self, text: str) -> None:
        text = re.sub(r"\s+", " ", nfc(text))
        if not self.text or self.text.endswith(" "):
            text = text.lstrip()
        self.text += text

    def _copied(self, kind: str, data: str, text: str) -> None:
        start = len(self.text)
        self.text += text
        self.verbatim.append(Span(start, len(self.text)))
        self._mark(kind, data, start)

    def _mark(self, kind: str, data: str, start: int, order: int | None = None) -> None:
        self.order += 1
        mark = Mark(Span(start, len(self.text)), kind, data)
        self.marks.append((self.order if order is None else order, mark))

    def _open(self, kind: str, data: str, place: tuple[int, int] = (0, 0)) -> None:
        self.order += 1
        self.stack.append(_Open(kind, data, len(self.text), self.order, place))
        self.depth = max(self.depth, len(self.stack))

    def _close(self, kind: str) -> None:
        while self.stack[-1].kind != kind:
            self._lone(self.stack.pop())
        opened = self.stack.pop()
        data = opened.data
        if kind == "link":
            begin, end = opened.place
            data = _target(self.content[self.at + 1 : end], self.content[begin + 1 : self.at])
            self.at = end - 1
        self._mark(kind, data, opened.start, opened.order)

    def _tag(self, raw: str) -> None:
        tag = _TAG.fullmatch(raw)
        if tag is None or raw.endswith("/>") or _name(raw) in _EMPTY:
            if _name(raw) == "br":
                self._add(" ")
            self._mark("html", raw, len(self.text))
        elif not tag.group(1):
            self._open("html", raw)
        elif self.stack and self.stack[-1].kind == "html" and _name(self.stack[-1].data) == tag.group(2).lower():
            opened = self.stack.pop()
            data = opened.data if opened.start < len(self.text) else opened.data + raw
            self._mark("html", data, opened.start, opened.order)
        else:
            self._mark("html", raw, len(self.text))

    def _lone(self, opened: _Open) -> None:
        """A tag that nothing closes: a mark without width where it stood."""
        self.marks.append((opened.order, Mark(Span(opened.start, opened.start), opened.kind, opened.data)))


def _name(tag: str) -> str:
    match = _TAG.match(tag)
    return match.group(2).lower() if match else ""


def _target(tail: str, label: str) -> str:
    """What follows the label of a link: '(…)' or '[…]'; a label that is its own reference is spelled out."""
    return (tail if tail not in ("", "[]") else f"[{label}]").replace("\n", " ")


def _alt(tokens: Sequence[Token]) -> str:
    return "".join(" " if token.type in ("softbreak", "hardbreak") else token.content for token in tokens)


def write_inline(text: str, marks: Sequence[Mark], env: dict[str, Any]) -> str:
    """Inline Markdown that reads as this text with these marks.

    The plainest spelling that reads back as meant is taken: without escapes, with escapes, with
    asterisks for underscores, and last with HTML tags where no emphasis can stand (inside a word).
    """
    text = re.sub(r"[\r\n\v\f\x1c-\x1e\x85\u2028\u2029]", " ", text)
    wanted = settled(text, marks)
    meant = coverage(text, wanted)
    for level in range(3):
        candidate = spelled(text, wanted, level)
        found = read_inline(candidate.strip(), env)
        if coverage(found.text, found.marks) == meant:
            return candidate
    return spelled(text, wanted, 3)
