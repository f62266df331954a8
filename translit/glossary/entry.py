"""An entry of a glossary: what it is called in each language, and how it is matched."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path


class Kind(StrEnum):
    """What an entry names. KEEP is not translated: it is copied as it stands in the source."""

    TERM = "term"
    PLACE = "place"
    ORGANISATION = "organisation"
    PERSON = "person"
    KEEP = "keep"


class Match(StrEnum):
    """How an entry's words are looked for.

    EXACT     these words, letter for letter
    CASELESS  these words, whatever their capitals
    LEMMA     these words and their inflected forms
    REGEX     the wordings are regular expressions, for codes, numbers and the like
    """

    EXACT = "exact"
    CASELESS = "case-insensitive"
    LEMMA = "lemma"
    REGEX = "regex"


class Status(StrEnum):
    """What may become of a wording.

    PREFERRED  is written
    ADMITTED   is right where a draft has it, and written only where no preferred one fits
    FORBIDDEN  is understood in a source and never stands in a translation
    """

    PREFERRED = "preferred"
    ADMITTED = "admitted"
    FORBIDDEN = "forbidden"


@dataclass(frozen=True, slots=True)
class Target:
    """A wording of an entry in one language, with its grammar in that language; '' where nothing is told.

    near    words of the source beside which this wording goes before the others ('river' for a bank); in any form
    pos     part of speech: noun, proper noun, verb, adjective, adverb or other
    gender  masculine, feminine or neuter
    number  singular or plural, of a wording that has no other
    fixed   it does not inflect
    """

    text: str
    status: Status = Status.PREFERRED
    near: tuple[str, ...] = ()
    pos: str = ""
    gender: str = ""
    number: str = ""
    fixed: bool = False

    @property
    def forbidden(self) -> bool:
        """Whether it must not stand in a translation."""
        return self.status is Status.FORBIDDEN


@dataclass(frozen=True, slots=True)
class Entry:
    """One thing and its wordings in two languages or more; it works in every direction between them.

    id        unique in its file: language and text of its first wording
    terms     wordings by language tag, in order of preference
    case      'exact' if letter case must match ('US', 'WHO'); 'kept' if, besides, a translation has the entry's
              capitals wherever it stands ('iPhone'); '' if capitals go by the place
    match     how it is looked for; '' to go by the kind: persons in the Latin script and kept words whatever their
              capitals, all else by lemma
    priority  the higher one wins where two entries match the same words
    origin    where the entry is taken from, for people, as is `note`
    path      where it was read; `line` counts from 1, 0 if it came from no file
    """

    id: str
    terms: Mapping[str, tuple[Target, ...]]
    kind: Kind = Kind.TERM
    case: str = ""
    match: Match | str = ""
    domain: str = ""
    priority: int = 0
    note: str = ""
    origin: str = ""
    path: Path | None = None
    line: int = 0

    def matching(self, script: str) -> Match:
        """How it is looked for in a text of this script."""
        if self.match:
            return Match(self.match)
        spelled = self.kind is Kind.KEEP or (self.kind is Kind.PERSON and script == "Latn")
        return Match.CASELESS if spelled else Match.LEMMA

    @property
    def cased(self) -> bool:
        """Whether the source must have the entry's capitals."""
        return bool(self.case) or self.match == Match.EXACT

    def sources(self, tag: str) -> tuple[Target, ...]:
        """Every wording to look for in a text of this language; those of all languages for KEEP."""
        found = self.terms.get(tag, ())
        if self.kind is Kind.KEEP and not found:
            found = tuple(target for targets in self.terms.values() for target in targets)
        return found

    def targets(self, tag: str) -> tuple[Target, ...]:
        """Every wording that may stand in a translation: preferred ones, then admitted ones, each in their order."""
        allowed = [target for target in self.terms.get(tag, ()) if not target.forbidden]
        return tuple(sorted(allowed, key=lambda target: target.status is Status.ADMITTED))

    def forbidden(self, tag: str) -> tuple[str, ...]:
        """Wordings of this language that must not stand in a translation."""
        return tuple(target.text for target in self.terms.get(tag, ()) if target.forbidden)
