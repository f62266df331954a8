"""An entry of a glossary: what it is called in each language, and how it is matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


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
