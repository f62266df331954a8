"""A glossary as a whole: read, joined with others, and looked for in a text."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from dataclasses import dataclass, field
from pathlib import Path

from translit.errors import GlossaryError
from translit.glossary import formats
from translit.glossary.entry import Entry
from translit.glossary.finding import Index
from translit.languages import language
from translit.passages import Mention, Span


@dataclass(frozen=True, slots=True)
class Glossary:
    """Entries in order; the first wins where two match the same words with the same priority."""

    entries: tuple[Entry, ...] = ()
    _indexes: dict[tuple[str, str], Index] = field(default_factory=dict, init=False, repr=False, compare=False)

    @classmethod
    def empty(cls) -> Glossary:
        """A glossary that finds nothing."""
        return cls()

    @classmethod
    def read(cls, path: Path | str, *, source: str = "", target: str = "") -> Glossary:
        """Read a file of any of the `formats`, told by its suffix.

        source, target  languages of a plain file of two columns without a header

        Raises GlossaryError with every bad entry, and LanguageError for an unknown source or target.
        """
        reading = formats.read(Path(path), source=source, target=target)
        if reading.faults:
            raise GlossaryError(reading.faults)
        return cls(reading.entries)

    def render(self, path: Path | str, *, source: str = "", target: str = "", style: str = "") -> bytes:
        """The glossary as a file of this name would hold it; `style` is one of `formats.STYLES`.

        Raises UsageError for a suffix or style that is not written, and where `source` and `target` are needed.
        """
        return formats.written(self.entries, Path(path), source=source, target=target, style=style)

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __add__(self, other: Glossary) -> Glossary:
        """Both together; this one wins where they differ (`check` reports it)."""
        return Glossary(self.entries + other.entries)

    def find(self, text: str, source: str, target: str, taken: Sequence[Span] = ()) -> tuple[Mention, ...]:
        """The entries that stand in a text, in its order, none over another nor over a taken stretch.

        The longest match wins. Each mention holds every accepted wording of the target language, the best for its
        surroundings first, and apart from them the forbidden ones. The index is built at the
        first call for a pair of languages.
        """
        pair = (language(source).tag, language(target).tag)
        if pair not in self._indexes:
            self._indexes[pair] = Index(self.entries, *pair)
        return self._indexes[pair].find(text, tuple(taken))
