"""The frozen values that travel through the house. All offsets count characters, end exclusive."""

from __future__ import annotations

from dataclasses import dataclass
from enum import StrEnum


@dataclass(frozen=True, slots=True, order=True)
class Span:
    """A stretch of a known text: `text[start:end]`."""

    start: int
    end: int

    def __len__(self) -> int:
        return self.end - self.start

    def of(self, text: str) -> str:
        """The stretch itself."""
        return text[self.start : self.end]

    def moved(self, by: int) -> Span:
        """The same length, `by` characters further on."""
        return Span(self.start + by, self.end + by)

    def overlaps(self, other: Span) -> bool:
        """Whether the two share at least one character."""
        return self.start < other.end and other.start < self.end


@dataclass(frozen=True, slots=True)
class Mark:
    """Inline markup over a stretch of a passage: `kind` such as 'strong', 'link', 'code'; `data` such as the URL."""

    span: Span
    kind: str
    data: str = ""


@dataclass(frozen=True, slots=True)
class Passage:
    """A stretch of a document that is translated as a whole: a paragraph, a heading, a cell.

    `id` is unique in its document and in reading order; `text` holds no markup; `verbatim`
    stretches (code, URLs) are copied, never translated.
    """

    id: str
    text: str
    marks: tuple[Mark, ...] = ()
    verbatim: tuple[Span, ...] = ()


@dataclass(frozen=True, slots=True)
class Sentence:
    """A sentence of a passage; `span` is its place in the passage's text, `text` what stands there.

    `part` says that it is only a part of a sentence, which was too long for the model.
    """

    passage: str
    span: Span
    text: str
    part: bool = False


class MentionKind(StrEnum):
    """What a mention is a mention of."""

    TERM = "term"
    NAME = "name"
    KEEP = "keep"


@dataclass(frozen=True, slots=True)
class Mention:
    """A term or a name in a sentence, and what should stand for it in the translation.

    span       where it stands in the sentence's text
    text       what stands there, inflected as it is
    kind       term, name, or keep (copied exactly)
    entry      id of the glossary entry or of the person; '' for a name no register knows
    targets    dictionary forms accepted in the target language, in order of preference; never empty
    gender     of a person, or of the first target: masculine, feminine, neuter; '' where it is not known
    person     a person's name: its words inflect as given name, patronymic and family name
    fixed      the first target does not inflect
    sure       False for a name that no register knows: the target is a proposal for a person to check
    number     'singular' or 'plural', as the first target always stands, else as the words of the source do;
               '' where neither says
    forbidden  dictionary forms that must not stand for it
    cased      the targets have their own capitals wherever they stand
    rivals     ids of entries that want something else for the same words and have as good a claim
    """

    span: Span
    text: str
    kind: MentionKind
    entry: str
    targets: tuple[str, ...]
    gender: str = ""
    person: bool = False
    fixed: bool = False
    sure: bool = True
    number: str = ""
    forbidden: tuple[str, ...] = ()
    cased: bool = False
    rivals: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class Draft:
    """A translated sentence as an engine gives it.

    alignment  pairs (stretch of the source, stretch of `text`), in the order of `text`; empty if unknown
    score      mean log-probability of a piece, 0.0 if unknown
    rivals     what the search found besides, if that was asked for, best first
    of_people  people wrote it: terms are placed in it, but no model writes it anew
    """

    text: str
    alignment: tuple[tuple[Span, Span], ...] = ()
    score: float = 0.0
    rivals: tuple[Draft, ...] = ()
    of_people: bool = False
