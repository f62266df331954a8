"""Term cases as data, and the public sentences they belong to."""

from __future__ import annotations

import csv
from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path

from benchmarks.terms.counting import occurrences
from training.corpus import plain, read_tsv
from translit.passages import Span

HERE = Path(__file__).parent
COLUMNS = ("line", "start", "end", "words", "lemma", "status")


@dataclass(frozen=True, slots=True)
class Case:
    """Words of a source sentence and the dictionary form of what the reference says there.

    line    of the public set, from 1; `start` and `end` count characters of its plain text
    status  'kept', or 'struck' when the pairs were read
    entry   what a glossary has for the words, where that is not the words themselves
    """

    line: int
    start: int
    end: int
    words: str
    lemma: str
    status: str
    entry: str = ""

    @property
    def span(self) -> Span:
        """The stretch of the source."""
        return Span(self.start, self.end)


@dataclass(frozen=True, slots=True)
class Sentences:
    """A public set: English sentences and their references, in order."""

    sources: tuple[str, ...]
    references: tuple[str, ...]

    @classmethod
    def read(cls, corpora: Path, name: str, language: str) -> Sentences:
        """The set `name` (a file of `corpora/eval` without its ending), English first, whatever was written first."""
        rows = read_tsv(corpora / "eval" / f"{name}.tsv.xz")
        header = next(rows)
        english, column = header.index("en"), header.index(language)
        pairs = [(plain(row[english]), plain(row[column])) for row in rows]
        return cls(tuple(source for source, _ in pairs), tuple(target for _, target in pairs))

    @classmethod
    def directed(cls, corpora: Path, name: str, source: str, target: str) -> Sentences:
        """The set `name`, the sentences of `source` first; one of the two languages is English."""
        if target == "en":
            return cls.read(corpora, name, source).turned()
        return cls.read(corpora, name, target)

    def turned(self) -> Sentences:
        """The same pairs, to be translated into English."""
        return Sentences(self.references, self.sources)


def read(path: Path, sentences: Sentences, *, everything: bool = False) -> list[Case]:
    """The kept cases of a file, held against the sentences. Raises ValueError where the words do not stand there."""
    found = []
    with path.open(encoding="utf-8", newline="") as rows:
        for row in csv.DictReader(rows, delimiter="\t"):
            case = Case(int(row["line"]), int(row["start"]), int(row["end"]), row["words"], row["lemma"], row["status"])
            there = case.span.of(sentences.sources[case.line - 1])
            if there != case.words:
                raise ValueError(f"{path.name}: line {case.line} of the set has {there!r}, not {case.words!r}")
            if everything or case.status == "kept":
                found.append(case)
    return found


def turned(cases: Iterable[Case], sentences: Sentences, language: str) -> list[Case]:
    """The cases into English: the dictionary form as the glossary's source, the English words as what is wanted.

    sentences   as the cases know them, English first
    A case is left out if a form of its term does not stand exactly once in the other sentence.
    """
    found = []
    for case in cases:
        text = sentences.references[case.line - 1]
        spans = occurrences(text, case.lemma, language)
        if len(spans) == 1:
            [span] = spans
            found.append(
                Case(case.line, span.start, span.end, span.of(text), case.words, case.status, entry=case.lemma)
            )
    return found


def directed(corpora: Path, name: str, source: str, target: str) -> tuple[Sentences, list[Case]]:
    """A set and its kept cases, from `source` into `target`."""
    other = source if target == "en" else target
    sentences = Sentences.read(corpora, name, other)
    cases = read(HERE / f"{name}.{other}.tsv", sentences)
    return (sentences.turned(), turned(cases, sentences, other)) if target == "en" else (sentences, cases)


def write(path: Path, cases: Iterable[Case]) -> None:
    """One case a row, with a header."""
    with path.open("w", encoding="utf-8", newline="") as out:
        rows = csv.writer(out, delimiter="\t", lineterminator="\n")
        rows.writerow(COLUMNS)
        rows.writerows([case.line, case.start, case.end, case.words, case.lemma, case.status] for case in cases)
