"""The path: read, segment, find terms and names, translate, place terms, reconcile names.

One article goes one way, and every step is a call on this page. What was done on the way is in
the result's decisions; replaying them on the drafts gives the result again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

from translit.abreast import abreast
from translit.alignments import Alignment, composed
from translit.assembling import Finished, joined, within
from translit.documents import Document, Translated
from translit.drafting import attempted
from translit.engines import Engine, open_engine, route
from translit.errors import TranslitError
from translit.given import Given
from translit.glossary import Glossary
from translit.languages import language
from translit.letters import nfc
from translit.memory import Memory
from translit.names import NameBook, Text, acquainted
from translit.noticing import noticed
from translit.parts import fitting
from translit.passages import Mention, Passage, Sentence, Span
from translit.remembering import Remembering
from translit.report import Report, TranslatedPassage
from translit.segmentation import sentences


@dataclass(frozen=True, slots=True)
class _Leg:
    """One model of the way, from a language into the next."""

    engine: Engine
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class _Asked:
    """A sentence before the first leg, what was found in it, and the translator that knows who its document names."""

    sentence: Sentence
    mentions: list[Mention]
    reader: Translator
    known: list[str]


@dataclass(frozen=True, slots=True)
class _OnItsWay:
    """A document before the first leg: passages, the sentences of each, and who is named, the latest first."""

    reader: Translator
    passages: tuple[Passage, ...]
    parts: list[Sequence[_Asked]]
    known: list[str]

    @property
    def asked(self) -> list[_Asked]:
        return [one for asked in self.parts for one in asked]


@dataclass(frozen=True, slots=True)
class Done:
    """A translated document: `translated` holds each passage by its id, `report` what was done and why."""

    document: Document
    translated: dict[str, Translated]
    report: Report

    def write(self, path: Path | str) -> None:
        """Write the document in its own format. Raises OutputError and leaves what stood there."""
        self.document.write(path, self.translated, language=self.report.target)

    def render(self) -> bytes:
        """The whole translated file."""
        return self.document.render(self.translated, language=self.report.target)


class Translator:
    """Translates from one language into another with a glossary and a register of names.

    style   a house style of the register, such as 'ap'; its own forms if left out
    scheme  how names that no register knows are written in Latin letters, by default as the target's press does
    memory  what engines said before and need not be asked again

    Raises LanguageError for an unknown tag, UsageError for a style no register has, and ModelError if no model,
    nor two in a row, lead from `source` to `target`.
    """

    def __init__(
        self,
        source: str,
        target: str,
        *,
        glossary: Glossary | None = None,
        names: NameBook | None = None,
        style: str = "",
        scheme: str = "",
        model: str | Path | None = None,
        engine: str = "ctranslate",
        beam: int = 4,
        threads: int = 0,
        memory: Memory | None = None,
    ) -> None:
        self.source, self.target = language(source).tag, language(target).tag
        self.glossary = glossary if glossary is not None else Glossary.empty()
        self.names = (names if names is not None else NameBook.empty()).in_force(style)
        self.scheme = scheme
        self._met = False
        ways = [(self.source, self.target)] if model or engine == "echo" else route(self.source, self.target)
        opened = [open_engine(a, b, model=model, engine=engine, beam=beam, threads=threads) for a, b in ways]
        self.legs = tuple(
            _Leg(Given(Remembering(one, memory, a, b), memory, a, b) if memory else one, a, b)
            for one, (a, b) in zip(opened, ways, strict=True)
        )

    @property
    def signature(self) -> str:
        """What a result depends on besides glossary and names: model, version, quantisation, beam of each leg."""
        return " > ".join(leg.engine.signature for leg in self.legs)

    @property
    def _way(self) -> tuple[str, ...]:
        """The languages a text goes through, from source to target."""
        return self.source, *(leg.target for leg in self.legs)

    def meeting(self, documents: Iterable[Document]) -> Translator:
        """The same translator, for documents that are read beforehand: who is named in them has one spelling in all.

        Only names that no register knows are meant; they stay proposals. The engine is shared, not opened again.
        """
        texts = (
            Text(str(number), "\n".join(passage.text for passage in document.passages), self.source)
            for number, document in enumerate(documents)
        )
        return self.knowing(acquainted(texts, target=self.target, book=self.names, scheme=self.scheme))

    def knowing(self, names: NameBook) -> Translator:
        """The same translator with a register that is settled: documents are not read for more names beforehand."""
        other = copy(self)
        other._met = True
        other.names = names
        return other

    def translate(self, text: str) -> TranslatedPassage:
        """Translate one paragraph; a line break in it counts as a space."""
        on_its_way = self._prepared([Passage("1", " ".join(nfc(text).split()))])
        return next(self._assembled(on_its_way, self._carried(on_its_way.asked)))

    def translate_document(self, document: Document, *, progress: Callable[[int, int], None] | None = None) -> Done:
        """Translate every passage of a document; `progress(done, total)` counts characters."""
        total, at = sum(len(passage.text) for passage in document.passages), 0

        def count(sentences: Sequence[Sentence]) -> None:
            nonlocal at
            at += sum(len(sentence.text) for sentence in sentences)
            if progress:
                progress(min(at, total), total)

        [(_, done)] = self.translate_documents([document], carried=count)
        if isinstance(done, TranslitError):
            raise done
        if progress:
            progress(total, total)
        return done

    def translate_documents(
        self, documents: Iterable[Document], *, carried: Callable[[Sequence[Sentence]], None] | None = None
    ) -> Iterator[tuple[Document, Done | TranslitError]]:
        """Translate many documents, their sentences side by side; each comes back in its turn, or with its error.

        Documents are taken from the iterable only a little ahead of the one that is given back, so
        memory does not grow with their number; what becomes of one does not depend on the others.
        `carried` is told of sentences as they are done.
        """
        told = (lambda asked: carried([one.sentence for one in asked])) if carried else None
        for (document, on_its_way), back in abreast(self._departing(documents), self._carried, carried=told):
            if isinstance(back, TranslitError):
                yield document, back
                continue
            assert on_its_way is not None
            passages = tuple(self._assembled(on_its_way, back))
            translated = {passage.id: Translated(passage.text, passage.marks) for passage in passages}
            yield document, Done(document, translated, Report(self.source, self.target, self.signature, passages))

    def _departing(
        self, documents: Iterable[Document]
    ) -> Iterator[tuple[tuple[Document, _OnItsWay | None], Sequence[_Asked] | TranslitError]]:
        for document in documents:
            try:
                on_its_way = (self if self._met else self.meeting([document]))._prepared(document.passages)
            except TranslitError as error:
                yield (document, None), error
            else:
                yield (document, on_its_way), on_its_way.asked

    def _prepared(self, passages: Sequence[Passage]) -> _OnItsWay:
        """The sentences of a document, and what is to be found in them; who was named earlier is known later."""
        known: list[str] = []
        parts: list[Sequence[_Asked]] = []
        for passage in passages:
            found = []
            for sentence in self._segmented(passage):
                verbatim = within(passage.verbatim, sentence.span)
                mentions = self._found(sentence.text, self.legs[0], verbatim, known)
                found.append(_Asked(sentence, mentions, self, known))
            parts.append(found)
        return _OnItsWay(self, tuple(passages), parts, known)

    def _segmented(self, passage: Passage) -> list[Sentence]:
        """The sentences of a passage; one that is too long for the model comes in parts."""
        fits, found = self.legs[0].engine.fits, []
        for span in sentences(passage.text, self.source):
            text = span.of(passage.text)
            whole = fits(text)
            for part in [Span(0, len(text))] if whole else fitting(text, fits):
                words = part.of(text)
                start = span.start + part.start + len(words) - len(words.lstrip())
                if words.strip():
                    here = Span(start, start + len(words.strip()))
                    found.append(Sentence(passage.id, here, words.strip(), part=not whole))
        return found

    def _carried(self, asked: Sequence[_Asked]) -> list[Finished]:
        """Sentences through every leg: find, translate, place. Terms and names are found again on each leg."""
        texts = [one.sentence.text for one in asked]
        ways: list[Alignment | None] = [None for _ in asked]
        scores = [0.0 for _ in asked]
        finished: list[Finished] = []
        for leg in self.legs:
            if leg is self.legs[0]:
                found = [one.mentions for one in asked]
            else:
                found = [one.reader._found(text, leg, (), [*one.known]) for text, one in zip(texts, asked, strict=True)]
            attempts = attempted(leg.engine, texts, found, leg.target)
            finished = []
            for part, mentions, one, way, score in zip(asked, found, attempts, ways, scores, strict=True):
                score = min(score, one.placed.score)
                placed = replace(one.placed, alignment=composed(way, one.placed.alignment), score=score)
                finished.append(
                    Finished(part.sentence, one.draft.text, placed, tuple(mentions), one.decisions, one.again)
                )
            texts, ways = [one.placed.text for one in finished], [one.placed.alignment for one in finished]
            scores = [one.placed.score for one in finished]
        return finished

    def _found(self, text: str, leg: _Leg, verbatim: Iterable[Span], known: list[str]) -> list[Mention]:
        return noticed(
            text,
            source=leg.source,
            target=leg.target,
            glossary=self.glossary,
            names=self.names,
            scheme=self.scheme,
            verbatim=verbatim,
            known=known,
        )

    def _assembled(self, on_its_way: _OnItsWay, finished: Sequence[Finished]) -> Iterator[TranslatedPassage]:
        """The passages of a document whole again."""
        waiting = iter(finished)
        for passage, asked in zip(on_its_way.passages, on_its_way.parts, strict=True):
            inside = [next(waiting) for _ in asked]
            yield joined(passage, inside, self._way, names=on_its_way.reader.names, known=on_its_way.known)
