"""What the files of plain characters share: their passages are stretches of one text, which stays around them."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
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
    """A `translit.documents.Document` of stretches; a format finds them and says how a new text is laid out."""

    def __init__(self, source: Decoded, found: Iterable[tuple[Place, Passage]]) -> None:
        self._source = source
        self.path = source.path
        self.encoding_note = source.note
        self._found = tuple(found)
        self.passages = tuple(passage for _, passage in self._found)

    def render(self, translated: Mapping[str, str | Translated]) -> bytes:
        """The file with these texts in place; see `Document.render`."""
        changed = checked(self.passages, translated, self.path)
        text, done = self._source.text, 0
        parts: list[str] = []
        for place, passage in self._found:
            if passage.id in changed:
                parts += text[done : place.span.start], self._laid_out(changed[passage.id], place)
                done = place.span.end
        data, self.encoding_note = self._source.encode("".join([*parts, text[done:]]))
        return data

    def write(
        self, path: Path | str, translated: Mapping[str, str | Translated], *, replace_source: bool = False
    ) -> None:
        """Render into a file; see `Document.write`."""
        write_beside(Path(path), self.render(translated), source=self.path, replace_source=replace_source)

    def _laid_out(self, new: Translated, place: Place) -> str:
        raise NotImplementedError
