"""Everything that can go wrong, and how it is said.

    TranslitError
    ├── UsageError           the request itself makes no sense (exit code 2)
    │   ├── LanguageError    an unknown or unsupported language tag
    │   └── SchemeError      an unknown transliteration scheme
    ├── InputError           a file that cannot be read as what it should be (exit code 1)
    │   ├── DocumentError    a text to translate
    │   ├── GlossaryError    a glossary
    │   └── NameBookError    a register of names
    ├── ModelError           a model that is missing, damaged or does not fit
    ├── NetworkError         `models get` could not reach what it was asked for
    ├── RecallError          a translation memory that is damaged
    └── OutputError          a result that could not be written; nothing half-written stays

Every error is one or more problems, each one sentence with the file, the line where there is one,
and the way out. `translit.cli` prints them; nothing else turns an error into words for a person.
"""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path


@dataclass(frozen=True, slots=True)
class Problem:
    """One thing that is wrong: a sentence, and where. `line` counts from 1."""

    text: str
    path: Path | None = None
    line: int | None = None

    def __str__(self) -> str:
        if self.path is None:
            return self.text
        return f"{self.path}: {self.text}" if self.line is None else f"{self.path}, line {self.line}: {self.text}"


def quoted(text: str, most: int = 60) -> str:
    """A stretch of what was read, in quotes, for a sentence about it; cut where it is long."""
    return repr(text if len(text) <= most else f"{text[:most]}…")


class TranslitError(Exception):
    """The root of the tree. `problems` holds all reasons at once, never only the first."""

    exit_code = 1

    def __init__(self, text: str | Iterable[Problem], path: Path | None = None, line: int | None = None) -> None:
        self.problems: tuple[Problem, ...] = (Problem(text, path, line),) if isinstance(text, str) else tuple(text)
        super().__init__("\n".join(map(str, self.problems)))


class UsageError(TranslitError):
    """The request makes no sense, whatever the files hold."""

    exit_code = 2


class LanguageError(UsageError):
    """An unknown language tag, or a language this room has nothing for."""


class SchemeError(UsageError):
    """An unknown transliteration scheme, or one that does not fit the language."""


class InputError(TranslitError):
    """A file that cannot be read as what it should be."""


class DocumentError(InputError):
    """A document that cannot be read: missing, empty, binary, of unknown encoding."""


class GlossaryError(InputError):
    """A glossary with bad rows; one problem a row."""


class NameBookError(InputError):
    """A register of names with bad entries; one problem an entry."""


class ModelError(TranslitError):
    """A model that is missing, damaged, incomplete, or not made for these languages."""


class NetworkError(TranslitError):
    """The network was asked for and did not answer."""


class RecallError(TranslitError):
    """A translation memory that is damaged, or a file that is none."""


class OutputError(TranslitError):
    """A result that could not be written; what stood there before still stands."""
