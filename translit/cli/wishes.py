"""What was asked for on the command line of `translit translate`, and what is opened for it."""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import TYPE_CHECKING, Any

from translit.batch import digest, known_languages
from translit.documents import Document, open_document
from translit.errors import DocumentError, TranslitError
from translit.languages import EAST_SLAVIC, language

if TYPE_CHECKING:
    from translit.memory import Memory
    from translit.translator import Translator

AUTO = "auto"


@dataclass(frozen=True, slots=True, kw_only=True)
class Wishes:
    """The options; `source` may be `AUTO`, and `how` is what a Translator takes besides glossary, names and memory."""

    source: str
    target: str
    output: Path | None
    report: Path | None
    bilingual: str | None
    glossaries: Sequence[Path]
    registers: Sequence[Path]
    fields: Sequence[str]
    columns: Sequence[str]
    how: Mapping[str, Any]
    forgetful: bool
    anew: bool
    everything: bool
    quiet: bool

    def translator(self, source: str, *, looking: bool = False) -> Translator:
        """Read glossaries and registers, and open the engine; `looking` adds nothing to the memory."""
        from translit.glossary import Glossary
        from translit.names import NameBook
        from translit.translator import Translator

        terms, people = Glossary.empty(), NameBook.empty()
        for path in self.glossaries:
            terms = terms + Glossary.read(path, source=source, target=self.target)
        for path in self.registers:
            people = people + NameBook.read(path)
        return Translator(source, self.target, glossary=terms, names=people, memory=self._memory(looking), **self.how)

    def _memory(self, looking: bool) -> Memory | None:
        # an echo costs less than looking it up
        if self.forgetful or self.how["engine"] == "echo":
            return None
        from translit.memory import Memory

        return Memory(looking=looking)

    def _imports(self) -> list[str]:
        if (memory := self._memory(looking=True)) is None:
            return []
        found = memory.imports
        memory.close()
        return found

    def open(self, path: Path) -> Document:
        """Read a document."""
        return open_document(path, fields=self.fields, columns=self.columns)

    def language_of(self, document: Document) -> tuple[str, str]:
        """The language of a document, as was asked or as its words tell; or '' and why it cannot be translated."""
        if self.source != AUTO:
            return self.source, ""
        from translit.detection import detect
        from translit.engines import sources

        known = sources(self.target, model=self.how["model"], engine=self.how["engine"])
        # English and its sisters are told apart at no cost, so that one can say what a file is
        among = sorted({*known, "en", *EAST_SLAVIC})
        found = detect("\n".join(passage.text for passage in document.passages), among)
        if found in known:
            return found, ""
        if not found:
            return "", f"its language is none of {', '.join(known)}, or cannot be told; say it with --from"
        if found == language(self.target).tag:
            return "", f"this is {language(found).name} already"
        why = f"this is {language(found).name}, and no model here goes from {found} to {self.target}"
        return "", f"{why}; see `translit models list`"

    def told(self, document: Document) -> str:
        """The language of a document. Raises DocumentError if it cannot be translated."""
        found, problem = self.language_of(document)
        if problem:
            raise DocumentError(problem, document.path)
        return found

    def languages_in(self, folder: Path) -> _Languages:
        """As `language_of`, for a file; what a batch in `folder` knew of it is not asked again."""
        return _Languages(self, known_languages(folder) if self.source == AUTO else {})

    def options(self, languages: Collection[str]) -> dict[str, Any]:
        """What results depend on, besides the files, as plain values."""
        from translit.engines import versions

        model, engine = self.how["model"], self.how["engine"]
        return {
            "target": self.target,
            "models": {tag: versions(tag, self.target, model=model, engine=engine) for tag in sorted({*languages})},
            "glossaries": [digest(_bytes(path)) for path in self.glossaries],
            "registers": [digest(_bytes(path)) for path in self.registers],
            "given": self._imports(),
            "chosen": [self.fields, self.columns],
            "results": [self.bilingual, str(self.report)],
            "how": {name: self.how[name] for name in ("style", "scheme", "beam")},
        }


@dataclass(frozen=True, slots=True)
class _Languages:
    wishes: Wishes
    known: Mapping[str, str]

    def __call__(self, path: Path) -> tuple[str, str]:
        if self.wishes.source != AUTO:
            return self.wishes.source, ""
        if found := self.known.get(digest(_bytes(path))):
            return found, ""
        try:
            return self.wishes.language_of(self.wishes.open(path))
        except TranslitError as error:
            return "", "; ".join(one.text for one in error.problems)


def _bytes(path: Path) -> bytes:
    """A file as it lies there; what cannot be read is told of when it is opened."""
    try:
        return path.read_bytes()
    except OSError:
        return b""
