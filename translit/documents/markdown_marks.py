"""Text and marks spelled as inline Markdown: what nests, what is escaped, what opens and closes where."""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence

from translit import verbatim
from translit.documents.nesting import apart, clear_of, nested, outermost_first, part
from translit.passages import Mark

_COPIED = frozenset({"code", "autolink", "image"})  # nothing opens or closes inside
_SPANNING = {"em": "*", "strong": "**", "s": "~~", "link": "", "html": ""}
_TAGS = {"em": "em", "strong": "strong", "s": "del"}
_SPECIAL = re.compile(r"[\\`*_\[\]]|<(?=[A-Za-z/!?])|&(?=#|\w+;)|~(?=~)|(?<=~)~")


def settled(text: str, marks: Sequence[Mark]) -> list[Mark]:
    """Marks that Markdown can hold: none ends inside code or an image, no two links overlap, none begins with a blank.

    Emphasis left without any character is dropped, for Markdown cannot write it.
    """
    copied = apart([mark for mark in marks if mark.kind in _COPIED])
    others = [clear_of(text, copied, mark) for mark in marks if mark.kind in {*_SPANNING, "break", "footnote"}]
    links = sorted((mark for mark in others if mark.kind == "link"), key=lambda mark: mark.span)
    for mark, after in itertools.pairwise(links):
        if after.span.start < mark.span.end:
            others[others.index(mark)] = part(text, mark, mark.span.start, after.span.start)
    wide = [mark for mark in others if len(mark.span)]
    return copied + nested(text, wide) + [mark for mark in others if not len(mark.span) and mark.kind not in _TAGS]


def coverage(text: str, marks: Sequence[Mark]) -> tuple[str, list[tuple[str, str, int]]]:
    """The non-space characters, and for each mark the ones it covers: what two spellings must have in common."""
    count = [0]
    for character in text:
        count.append(count[-1] + (not character.isspace()))
    found = []
    for mark in marks:
        start, end = count[mark.span.start], count[min(mark.span.end, len(text))]
        if start < end:
            found += [(mark.kind, mark.data if mark.kind in ("link", "image") else "", n) for n in range(start, end)]
        else:
            found.append((mark.kind, mark.data, -1 - start))
    return "".join(text.split()), sorted(set(found))


def spelled(text: str, marks: Sequence[Mark], level: int) -> str:
    """One spelling. Level 0 escapes nothing, 1 all but addresses, 2 also uses asterisks only, 3 tags for emphasis."""
    free = {n for span in verbatim.copied(text) for n in range(span.start, span.end)} if level == 1 else set()
    copied = {mark.span.start: mark for mark in reversed(marks) if mark.kind in _COPIED and len(mark.span)}
    wide = [mark for mark in marks if len(mark.span) and mark.kind in _SPANNING]
    void = [mark for mark in marks if not len(mark.span)]
    out, stack, place = "", list[Mark](), 0
    edges = sorted({0, len(text), *(edge for mark in marks for edge in (mark.span.start, mark.span.end))})
    for edge in edges:
        between = text[place:edge]
        if place in copied and between:
            out += _copy(copied[place], between)
        elif level == 0:
            out += between
        else:
            special = {match.start() + place for match in _SPECIAL.finditer(between)} - free
            out += "".join("\\" + sign if n in special else sign for n, sign in enumerate(between, place))
        place = edge
        while stack and stack[-1].span.end <= edge:
            out += _closing(stack.pop(), level)
        for mark in (mark for mark in void if mark.span.start == edge):
            out = _void(out, mark)
        for mark in sorted((mark for mark in wide if mark.span.start == edge), key=outermost_first):
            out += _opening(mark, level)
            stack.append(mark)
    return out


def _opening(mark: Mark, level: int) -> str:
    if mark.kind == "link":
        return "["
    if mark.kind == "html":
        return mark.data
    return f"<{_TAGS[mark.kind]}>" if level == 3 else _delimiter(mark, level)


def _closing(mark: Mark, level: int) -> str:
    if mark.kind == "link":
        return "]" + _target(mark.data)
    if mark.kind == "html":
        name = re.match(r"<([A-Za-z][\w-]*)", mark.data)
        return f"</{name.group(1)}>" if name else ""
    return f"</{_TAGS[mark.kind]}>" if level == 3 else _delimiter(mark, level)


def _delimiter(mark: Mark, level: int) -> str:
    delimiter = mark.data or _SPANNING[mark.kind]
    return delimiter.replace("_", "*") if level == 2 else delimiter


def _target(data: str) -> str:
    # a bare address comes from a mark that another kind of document made
    return data if data[:1] in ("(", "[") else f"(<{data}>)"


def _copy(mark: Mark, text: str) -> str:
    if mark.kind == "autolink":
        return f"<{text}>"
    if mark.kind == "image":
        return f"![{_SPECIAL.sub(lambda sign: chr(92) + sign.group(), text)}]{_target(mark.data)}"
    fence = mark.data.strip() or "`"
    runs = {len(run) for run in re.findall("`+", text)}
    if len(fence) in runs:
        fence = "`" * (max(runs) + 1)
    blank = " " if mark.data.endswith(" ") or text.startswith("`") or text.endswith("`") else ""
    return fence + blank + text + blank + fence


def _void(out: str, mark: Mark) -> str:
    if mark.kind == "break":
        return out.rstrip(" ") + mark.data
    if mark.kind == "image":
        return f"{out}![]{_target(mark.data)}"
    if mark.kind == "link":
        return f"{out}[]{_target(mark.data)}"
    return out + mark.data if mark.kind in ("html", "footnote") else out
