"""Carries inline marks (bold, links, code) from a sentence to its draft along the alignment.

The idea is that of bergamot-translator's HTML support: a word of the draft takes the marks of the
source word it is aligned with. Here each mark stays one stretch: the words that carry it, taken
together where they stand close, so that one stray alignment does not stretch a link over half a
sentence. A mark is never lost: what aligns with nothing is placed in proportion, at word edges.
"""

from __future__ import annotations

import itertools
import re
from collections.abc import Sequence
from dataclasses import replace

from translit.passages import Mark, Span
from translit.verbatim import copied

_WORD = re.compile(r"\w+(?:[’'ʼ-]\w+)*|[^\w\s]")
_PUNCTUATION = "«»„“”‘’\"'()[].,;:!?…—–"
_GAP = 2  # words of the draft that may stand unmarked inside one mark
_COPIED = frozenset({"code", "autolink"})

Alignment = Sequence[tuple[Span, Span]]


def project_marks(marks: Sequence[Mark], alignment: Alignment, source_text: str, target_text: str) -> tuple[Mark, ...]:
    """The marks of the source sentence as they stand in the draft, in the same order and number.

    Spans of `marks` count in `source_text`, spans of the result in `target_text`; `alignment`
    pairs stretches of the two (words or pieces of words), in any order, possibly none. A mark over
    the whole source covers the whole draft; one inside another stays inside; marks without width
    keep their order. Raises ValueError for a mark or a pair that lies outside its text.
    """
    for text, spans in (
        (source_text, [*(mark.span for mark in marks), *(source for source, _ in alignment)]),
        (target_text, [target for _, target in alignment]),
    ):
        for span in spans:
            if not 0 <= span.start <= span.end <= len(text):
                raise ValueError(f"{span} lies outside a text of {len(text)} characters")
    if source_text == target_text:  # a copy: what was not translated did not move
        return tuple(marks)
    words = [Span(*match.span()) for match in _WORD.finditer(target_text)]
    links = _word_links(alignment, words)
    placed: list[Span] = []
    for mark in marks:
        wide = len(mark.span) > 0
        placed.append(
            _wide(mark, links, words, source_text, target_text)
            if wide
            else _void(mark, links, source_text, target_text)
        )
    _nest(marks, placed)
    _keep_order(marks, placed)
    return tuple(replace(mark, span=span) for mark, span in zip(marks, placed, strict=True))


def _word_links(alignment: Alignment, words: Sequence[Span]) -> list[tuple[Span, int]]:
    """The alignment as pairs (stretch of the source, number of a draft word)."""
    return [
        (source, number)
        for source, target in alignment
        for number, word in enumerate(words)
        if len(source) and word.overlaps(target)
    ]


def _wide(mark: Mark, links: list[tuple[Span, int]], words: list[Span], source: str, target: str) -> Span:
    covered = mark.span.of(source)
    if not words:
        return Span(0, len(target))
    if covered.strip() == source.strip():
        return Span(words[0].start, words[-1].end)
    hits = sorted({number for span, number in links if span.overlaps(mark.span)})
    guess = _cluster(hits, words) if hits else _proportional(mark.span, words, source, target)
    if mark.kind in _COPIED or not hits or copied(covered.strip()) == (Span(0, len(covered.strip())),):
        # copied text stands in the draft as it is; the nearest such place is surer than any guess
        exact = [Span(*match.span()) for match in re.finditer(re.escape(covered), target)] if covered.strip() else []
        if exact:
            return min(exact, key=lambda span: abs(span.start - guess.start))
    return _trimmed(guess, covered, target)


def _cluster(hits: list[int], words: list[Span]) -> Span:
    """The heaviest run of marked words that stand close together."""
    runs = [[hits[0]]]
    for before, number in itertools.pairwise(hits):
        if number - before > _GAP + 1:
            runs.append([])
        runs[-1].append(number)
    best = max(runs, key=lambda run: sum(len(words[number]) for number in run))
    return Span(words[best[0]].start, words[best[-1]].end)


def _proportional(span: Span, words: list[Span], source: str, target: str) -> Span:
    scale = len(target) / len(source)
    start, end = span.start * scale, span.end * scale
    first = min(range(len(words)), key=lambda number: abs(words[number].start - start))
    last = min(range(first, len(words)), key=lambda number: abs(words[number].end - end))
    return Span(words[first].start, words[last].end)


def _trimmed(span: Span, covered: str, target: str) -> Span:
    """Without the punctuation at an edge where the source's mark has none."""
    start, end = span.start, span.end
    bare = covered.strip()
    while bare and bare[-1] not in _PUNCTUATION and end - 1 > start and target[end - 1] in _PUNCTUATION + " ":
        end -= 1
    while bare and bare[0] not in _PUNCTUATION and start + 1 < end and target[start] in _PUNCTUATION + " ":
        start += 1
    return Span(start, end)


def _void(mark: Mark, links: list[tuple[Span, int]], source: str, target: str) -> Span:
    place = mark.span.start
    words = [Span(*match.span()) for match in _WORD.finditer(target)]
    if not source[:place].strip() or not words:
        return Span(0, 0)
    if not source[place:].strip():
        return Span(len(target.rstrip()), len(target.rstrip()))
    attached = not source[place - 1].isspace()  # a footnote clings to the word before it
    before = [pair for pair in links if pair[0].start < place]
    after = [pair for pair in links if pair[0].start >= place]
    if attached and before:
        nearest = max(span.start for span, _ in before)
        edge = max(words[number].end for span, number in before if span.start == nearest)
    elif after:
        nearest = min(span.start for span, _ in after)
        edge = min(words[number].start for span, number in after if span.start == nearest)
    else:
        edges = [word.end if attached else word.start for word in words]
        edge = min(edges, key=lambda edge: abs(edge - place * len(target) / len(source)))
    return Span(edge, edge)


def _nest(marks: Sequence[Mark], placed: list[Span]) -> None:
    """Stretch a mark over the marks that stood inside it, innermost first."""
    order = sorted(range(len(marks)), key=lambda number: len(marks[number].span))
    for outer in order:
        around = marks[outer].span
        for inner in order:
            span = marks[inner].span
            if 0 < len(span) < len(around) and around.start <= span.start and span.end <= around.end:
                start = min(placed[outer].start, placed[inner].start)
                placed[outer] = Span(start, max(placed[outer].end, placed[inner].end))


def _keep_order(marks: Sequence[Mark], placed: list[Span]) -> None:
    """No mark without width comes before one that it followed."""
    furthest = 0
    for number in sorted(range(len(marks)), key=lambda number: marks[number].span.start):
        if not len(marks[number].span):
            furthest = max(furthest, placed[number].start)
            placed[number] = Span(furthest, furthest)
