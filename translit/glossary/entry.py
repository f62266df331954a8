"""An entry of a glossary, and the glossary as a whole."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, field
from enum import StrEnum
from pathlib import Path
from typing import TYPE_CHECKING

from translit.languages import language
from translit.passages import Mention, Span

if TYPE_CHECKING:
    from translit.glossary.finding import Index


class Kind(StrEnum):
    """What an entry names. KEEP is copied as it stands in the source."""

    TERM = "term"
    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Target:
    """A wording of an entry in one language. A forbidden one is understood in a source but never written."""

    text: str
    forbidden: bool = False


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing and its wordings in two languages or more; it works in every direction between them.

    id        unique in its file: language and text of its first wording
    terms     wordings by language tag, preferred first; the first that is not forbidden is written
    case      'exact' if letter case must match ('US', 'WHO'); '' if it does not matter
    match     'lemma' to find inflected forms too, 'exact' for these words only, '' to go by the kind
    gender    'masculine' or 'feminine' for a person, '' if not known
    fixed     its wordings do not inflect
    priority  the higher one wins where two entries match the same words
    path      where it was read; `line` counts from 1, 0 if it came from no file
    """

    id: str
    terms: Mapping[str, tuple[Target, ...]]
    kind: Kind = Kind.TERM
    case: str = ""
    match: str = ""
    domain: str = ""
    gender: str = ""
    fixed: bool = False
    priority: int = 0
    note: str = ""
    path: Path | None = None
    line: int = 0

    def inflected(self, script: str) -> bool:
        """Whether inflected forms are looked for in a text of this script (persons: not in the Latin script)."""
        if self.match:
            return self.match == "lemma"
        return self.kind is not Kind.KEEP and not (self.kind is Kind.PERSON and script == "Latn")

    def sources(self, tag: str) -> tuple[str, ...]:
        """Every wording to look for in a text of this language; those of all languages for KEEP."""
        found = self.terms.get(tag, ())
        if self.kind is Kind.KEEP and not found:
            found = tuple(target for targets in self.terms.values() for target in targets)
        return tuple(target.text for target in found)

    def targets(self, tag: str) -> tuple[str, ...]:
        """Every wording that may be written in this language, preferred first."""
        return tuple(target.text for target in self.terms.get(tag, ()) if not target.forbidden)


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
        """Read a CSV or TSV file in UTF-8; see `translit.glossary.reading` for its columns.

        source, target  languages of a plain file of two columns without a header

        Raises GlossaryError with every bad row, and LanguageError for an unknown source or target.
        """
        from translit.glossary.reading import read_entries

        return cls(read_entries(Path(path), source=source, target=target))

    def __len__(self) -> int:
        return len(self.entries)

    def __iter__(self) -> Iterator[Entry]:
        return iter(self.entries)

    def __add__(self, other: Glossary) -> Glossary:
        """Both together; this one wins where they differ (`check` reports it)."""
        return Glossary(self.entries + other.entries)

    def find(self, text: str, source: str, target: str, taken: Sequence[Span] = ()) -> tuple[Mention, ...]:
        """The entries that stand in a text, in its order, none over another nor over a taken stretch.

        The longest match wins. Each mention holds every accepted wording of the target language, none of the
        forbidden ones. The index is built at the first call for a pair of languages.
        """
        from translit.glossary.finding import Index

        pair = (language(source).tag, language(target).tag)
        if pair not in self._indexes:
            self._indexes[pair] = Index(self.entries, *pair)
        return self._indexes[pair].find(text, tuple(taken))
