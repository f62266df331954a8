"""Texts with marks as people write them in the tables of cases."""

import re

from translit.documents import Translated
from translit.passages import Mark, Span

_EDGE = re.compile(r"\[\[(\d+):|\]\]")


def put(text: str, marks: tuple[Mark, ...]) -> Translated:
    """'a [[0:b [[1:c]]]]' is the text 'a b c' with mark 0 over 'b c' and mark 1 over 'c'."""
    plain, placed, done = "", {}, 0
    opened: list[tuple[int, int]] = []
    for match in _EDGE.finditer(text):
        plain += text[done : match.start()]
        done = match.end()
        if match.group(1):
            opened.append((int(match.group(1)), len(plain)))
        else:
            number, start = opened.pop()
            placed[number] = Mark(Span(start, len(plain)), marks[number].kind, marks[number].data)
    return Translated(plain + text[done:], tuple(placed[number] for number in sorted(placed)))
