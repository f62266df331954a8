"""What the files of plain characters share: their passages are stretches of one text, which stays around them."""

from __future__ import annotations

import re
from bisect import bisect_left
from collections.abc import Iterable, Mapping, Sequence
from pathlib import Path
from typing import Generic, Protocol, TypeVar

from translit.documents import Translated
from translit.documents.changes import checked
from translit.documents.decoding import Decoded
from translit.documents.writing import write_beside
from translit.passages import Passage, Span

# str.splitlines would also break at form feeds and U+2028, which are no line endings of a file
LINE = re.compile(r"[^\r\n]*(?:\r\n|\r|\n|\Z)")


class Placed(Protocol):
    """Where a passage stands in the text of its file, and what the format must know to write there."""

    @property
    def span(self) -> Span:
        """The stretch that a new text replaces."""
        ...


Place = TypeVar("Place", bound=Placed)


class StretchDocument(Generic[Place]):
    """A `translit.documents.Document` of stretches; a format finds them and says how a new text is laid out.

    A stretch may lie within another (the text of an image inside a sentence): the format then writes
    the inner one with `_between` where it writes the outer one.
    """

    def __init__(self, source: Decoded, found: Iterable[tuple[Place, Passage]]) -> None:
        self._source = source
        self.path = source.path
        self.encoding_note = source.note
        self._found = tuple(sorted(found, key=lambda pair: (pair[0].span.start, -pair[0].span.end)))
        self._starts = [place.span.start for place, _ in self._found]
        self.passages = tuple(passage for _, passage in self._found)
        self._changed: dict[str, Translated] = {}
        self._tags: Sequence[Span] = ()  # where the file says what language it is in; a format may set it
        self._language: str | None = None

    def render(self, translated: Mapping[str, str | Translated], *, language: str | None = None) -> bytes:
        """The file with these texts in place; see `Document.render`."""
        self._changed = checked(self.passages, translated, self.path)
        self._language = language if self._changed else None
        data, self.encoding_note = self._source.encode(self._between(Span(0, len(self._source.text))))
        return data

    def write(
        self,
        path: Path | str,
        translated: Mapping[str, str | Translated],
        *,
        language: str | None = None,
        replace_source: bool = False,
    ) -> None:
        """Render into a file; see `Document.write`."""
        data = self.render(translated, language=language)
        write_beside(Path(path), data, source=self.path, replace_source=replace_source)

    def _between(self, frame: Span) -> str:
        """A stretch of the file with the changed passages that begin and end in it; not the one that fills it."""
        text, done = self._source.text, frame.start
        parts: list[str] = []
        for span, number in self._edits(frame):
            if done <= span.start and span.end <= frame.end:
                parts.append(text[done : span.start])
                if number is None:
                    parts.append(self._named(span, self._language or ""))
                else:
                    place, passage = self._found[number]
                    parts.append(self._laid_out(self._changed[passage.id], place))
                done = span.end
        return "".join([*parts, text[done : frame.end]])

    def _edits(self, frame: Span) -> list[tuple[Span, int | None]]:
        """What changes in a stretch, in order: passages by their number, and the places that name the language."""
        numbers = range(bisect_left(self._starts, frame.start), bisect_left(self._starts, frame.end))
        edits: list[tuple[Span, int | None]] = [
            (self._found[number][0].span, number) for number in numbers if self._found[number][1].id in self._changed
        ]
        if self._language:
            edits += [(span, None) for span in self._tags if frame.start <= span.start < frame.end]
        return sorted(edits, key=lambda edit: (edit[0].start, -edit[0].end))

    def _laid_out(self, new: Translated, place: Place) -> str:
        raise NotImplementedError

    def _named(self, span: Span, language: str) -> str:
        """What stands where the file says its language; a format may write more than the tag itself."""
        return language
