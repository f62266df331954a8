"""Sentences as SentencePiece pieces, and pieces as a draft again, with character offsets both ways.

Offsets are carried, never searched for: the source's come from SentencePiece itself, the target's
are rebuilt while the pieces are joined. Byte pieces (`<0xE2>`), which stand for characters the
vocabulary lacks, belong to the whole character they are part of.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from translit.errors import ModelError, Problem
from translit.passages import Draft, Span

SPACE = "▁"
END = "</s>"
UNKNOWN = "<unk>"
# the score of a draft that did not come to an end: far below any mean log-probability
UNFINISHED = -100.0
# how often in a row a phrase must come back before it is taken for a loop
LOOP = 4

_BYTE = re.compile(r"<0x([0-9A-F]{2})>")
_SILENT = re.compile(r"</?s>|<pad>|>>[^<>\s]+<<")


@dataclass(frozen=True, slots=True)
class Encoded:
    """The pieces of a text and the stretch of it each stands for, without spaces around; may be of length 0."""

    pieces: tuple[str, ...]
    spans: tuple[Span, ...]


class Pieces:
    """The SentencePiece models of the two sides, which may be one."""

    def __init__(self, source: Path, target: Path) -> None:
        """Raises ModelError if either file is missing or is no SentencePiece model."""
        problems: list[Problem] = []
        loaded = [_processor(path, problems) for path in (source, target)]
        if problems:
            raise ModelError(problems)
        self._source, self._target = loaded

    def source(self, sentence: str) -> Encoded:
        """A sentence as the model reads it."""
        return _encoded(self._source, sentence)

    def count(self, sentence: str) -> int:
        """How many pieces that is; a good deal faster than to say where each stands."""
        return len(self._source.encode(sentence))

    def target(self, start: str) -> Encoded:
        """The forced beginning of a draft as the model would write it."""
        return _encoded(self._target, start)


def joined(pieces: Sequence[str], start: str = "", opening: Sequence[Span] = ()) -> tuple[str, list[Span]]:
    """The text the pieces spell, and the stretch each stands for.

    `start` is what the first `len(opening)` pieces were forced to spell: it is taken over letter for
    letter, so that neither the normalisation of a SentencePiece model nor an unknown character can
    change it. Runs of spaces become one; bytes that are no UTF-8 become U+FFFD.
    """
    text = start
    spans = list(opening)
    waiting: list[int] = []

    def write_bytes() -> None:
        nonlocal text
        for character, count in _characters(bytes(waiting)):
            at = len(text)
            text += " " if character.isspace() else character
            spans.extend([Span(at, len(text))] * count)
        waiting.clear()

    for piece in pieces[len(opening) :]:
        if byte := _BYTE.fullmatch(piece):
            waiting.append(int(byte.group(1), 16))
            continue
        write_bytes()
        written = "" if _SILENT.fullmatch(piece) else piece.replace(SPACE, " ")
        if written.startswith(" ") and (not text or text[-1].isspace()):
            written = written.lstrip(" ")
        text += written
        spans.append(Span(len(text) - len(written.lstrip(" ")), len(text)))
    write_bytes()
    # a trailing space belongs to nothing; a forced start keeps even that
    text = text[: max(len(text.rstrip(" ")), len(start))]
    return text, [Span(min(span.start, len(text)), min(span.end, len(text))) for span in spans]


def drafted(
    source: Encoded,
    pieces: Sequence[str],
    looked: Sequence[int],
    score: float,
    *,
    before: int,
    start: str = "",
    opening: Sequence[Span] = (),
) -> Draft:
    """A draft with its alignment.

    looked  for each target piece, the place in the model's input that had the most attention
    before  how many pieces the input has before the sentence's own (the language token: 0 or 1)
    """
    text, spans = joined(pieces, start, opening)
    pairs: list[tuple[Span, Span]] = []
    for span, place in zip(spans, looked, strict=False):
        number = place - before
        if not 0 <= number < len(source.spans) or not len(span) or not len(source.spans[number]):
            continue
        there = source.spans[number]
        if pairs and pairs[-1][0] == there and span.start <= pairs[-1][1].end:
            pairs[-1] = (there, Span(pairs[-1][1].start, span.end))
        else:
            pairs.append((there, span))
    return Draft(text, tuple(pairs), score)


def loops(pieces: Sequence[str]) -> bool:
    """Whether a phrase of one to eight pieces comes LOOP times in a row, letters in it."""
    for size in range(1, 9):
        run = 0
        for place in range(size, len(pieces)):
            run = run + 1 if pieces[place] == pieces[place - size] else 0
            phrase = pieces[place - size + 1 : place + 1]
            if run >= size * (LOOP - 1) and any(c.isalpha() for piece in phrase for c in piece):
                return True
    return False


def stutter(pieces: Sequence[str]) -> tuple[str, ...]:
    """A word or several that come twice in a row with nothing but a space between, and the first of them again.

    In pieces, of the first such place; () if there is none.
    """
    for first, piece in enumerate(pieces):
        if not piece.startswith(SPACE):
            continue
        for again in range(first + 1, (first + len(pieces)) // 2 + 1):
            if pieces[again] != piece:
                continue
            end = 2 * again - first
            whole = end == len(pieces) or pieces[end].startswith(SPACE) or not _spelt(pieces[end])
            if whole and pieces[first:again] == pieces[again:end] and all(map(_spelt, pieces[first:again])):
                word = next((n for n in range(again + 1, end) if pieces[n].startswith(SPACE)), end)
                return tuple(pieces[first:word])
    return ()


def _spelt(piece: str) -> bool:
    """Whether a piece is letters alone, or none."""
    return piece == SPACE or piece.removeprefix(SPACE).isalpha()


def names_of(path: Path) -> list[str]:
    """The pieces of a SentencePiece model in the order of their numbers; ModelError if it is none."""
    problems: list[Problem] = []
    processor = _processor(path, problems)
    if problems:
        raise ModelError(problems)
    return [str(processor.id_to_piece(number)) for number in range(processor.get_piece_size())]


def _processor(path: Path, problems: list[Problem]) -> Any:
    from sentencepiece import SentencePieceProcessor

    try:
        data = path.read_bytes()
        processor = SentencePieceProcessor()
        processor.LoadFromSerializedProto(data)
        if not data or not processor.get_piece_size():
            raise RuntimeError("empty")
    except OSError as error:
        problems.append(Problem(f"the file cannot be read ({error.strerror}); get the model again", path))
        return None
    except RuntimeError:
        problems.append(Problem("this is no SentencePiece model; get the model again", path))
        return None
    return processor


def _encoded(processor: Any, text: str) -> Encoded:
    found = processor.encode_as_offset_mapping(text)
    spans: list[Span] = []
    offsets: Iterable[tuple[int, int]] = found["offsets"]
    for start, end in offsets:
        start, end = min(start, len(text)), min(end, len(text))
        while start < end and text[start].isspace():
            start += 1
        while end > start and text[end - 1].isspace():
            end -= 1
        spans.append(Span(start, end))
    # SentencePiece gives the character to the last of its bytes only
    for number in range(len(spans) - 2, -1, -1):
        if _BYTE.fullmatch(found["pieces"][number]) and not len(spans[number]):
            spans[number] = spans[number + 1] if _BYTE.fullmatch(found["pieces"][number + 1]) else spans[number]
    return Encoded(tuple(found["pieces"]), tuple(spans))


def _characters(data: bytes) -> Iterable[tuple[str, int]]:
    """Each character and how many bytes it had; a byte that belongs to none is U+FFFD."""
    place = 0
    while place < len(data):
        for size in range(1, 5):
            try:
                character = data[place : place + size].decode()
            except UnicodeDecodeError:
                continue
            if len(character) == 1:
                yield character, size
                place += size
                break
        else:
            yield "\ufffd", 1
            place += 1
