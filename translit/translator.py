"""The path: read, segment, find terms and names, translate, place terms, reconcile names.

One article goes one way, and every step is a call on this page. What was done on the way is in
the result's decisions; replaying them on the drafts gives the result again.
"""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator, Sequence
from copy import copy
from dataclasses import dataclass, replace
from pathlib import Path

from translit.alignments import Alignment, composed, shifted
from translit.decisions import Action, Decision, replay
from translit.documents import Document, Translated
from translit.drafting import attempted
from translit.engines import Engine, open_engine, route
from translit.glossary import Glossary
from translit.languages import language
from translit.letters import PART, nfc, scripts
from translit.markup import project_marks
from translit.names import NameBook, Text, acquainted, find_names, met, reconcile
from translit.passages import Draft, Mark, Mention, MentionKind, Passage, Sentence, Span
from translit.report import Report, TranslatedPassage
from translit.segmentation import fitting, sentences
from translit.suspicion import doubts
from translit.verbatim import copied

# Sentences handed to the engine at once: enough to fill its batches, few enough to show progress
BATCH = 128


@dataclass(frozen=True, slots=True)
class _Leg:
    """One model of the way, from a language into the next."""

    engine: Engine
    source: str
    target: str


@dataclass(frozen=True, slots=True)
class _Finished:
    """A sentence at the end of the last leg: as the model wrote it, as it stands now, and what lies between."""

    sentence: Sentence
    draft: str
    placed: Draft
    mentions: tuple[Mention, ...]
    decisions: tuple[Decision, ...]


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
    ) -> None:
        self.source, self.target = language(source).tag, language(target).tag
        self.glossary = glossary if glossary is not None else Glossary.empty()
        self.names = (names if names is not None else NameBook.empty()).in_force(style)
        self.scheme = scheme
        self._met = False
        ways = [(self.source, self.target)] if model or engine == "echo" else route(self.source, self.target)
        self.legs = tuple(
            _Leg(open_engine(a, b, model=model, engine=engine, beam=beam, threads=threads), a, b) for a, b in ways
        )

    @property
    def signature(self) -> str:
        """What a result depends on besides glossary and names: model, version, quantisation, beam of each leg."""
        return " > ".join(leg.engine.signature for leg in self.legs)

    def meeting(self, documents: Iterable[Document]) -> Translator:
        """The same translator, for documents that are read beforehand: who is named in them has one spelling in all.

        Only names that no register knows are meant; they stay proposals. The engine is shared, not opened again.
        """
        texts = (
            Text(str(number), "\n".join(passage.text for passage in document.passages), self.source)
            for number, document in enumerate(documents)
        )
        other = copy(self)
        other._met = True
        other.names = acquainted(texts, target=self.target, book=self.names, scheme=self.scheme)
        return other

    def translate(self, text: str) -> TranslatedPassage:
        """Translate one paragraph; a line break in it counts as a space."""
        return self._translated([Passage("1", " ".join(nfc(text).split()))])[0]

    def translate_document(self, document: Document, *, progress: Callable[[int, int], None] | None = None) -> Done:
        """Translate every passage of a document; `progress(done, total)` counts characters."""
        passages = (self if self._met else self.meeting([document]))._translated(document.passages, progress)
        translated = {passage.id: Translated(passage.text, passage.marks) for passage in passages}
        return Done(document, translated, Report(self.source, self.target, self.signature, tuple(passages)))

    def _translated(
        self, passages: Sequence[Passage], progress: Callable[[int, int], None] | None = None
    ) -> list[TranslatedPassage]:
        """Every passage all the way, many sentences at a time; who was named earlier is known later."""
        total = sum(len(passage.text) for passage in passages)
        known: list[str] = []
        done: list[TranslatedPassage] = []
        for batch in self._batches(passages):
            waiting = iter(self._carried([sentence for _, parts in batch for sentence in parts], batch, known))
            for passage, parts in batch:
                done.append(self._assembled(passage, [next(waiting) for _ in parts], known))
            if progress:
                progress(sum(len(passage.source) for passage in done), total)
        return done

    def _batches(self, passages: Iterable[Passage]) -> Iterator[list[tuple[Passage, list[Sentence]]]]:
        """Whole passages with their sentences, about BATCH sentences together."""
        batch: list[tuple[Passage, list[Sentence]]] = []
        for passage in passages:
            batch.append((passage, self._segmented(passage)))
            if sum(len(parts) for _, parts in batch) >= BATCH:
                yield batch
                batch = []
        if batch:
            yield batch

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

    def _carried(
        self, parts: list[Sentence], batch: list[tuple[Passage, list[Sentence]]], known: list[str]
    ) -> list[_Finished]:
        """Sentences through every leg: find, translate, place. Terms and names are found again on each leg."""
        verbatim = {passage.id: passage.verbatim for passage, _ in batch}
        texts = [part.text for part in parts]
        ways: list[Alignment | None] = [None for _ in parts]
        finished: list[_Finished] = []
        for leg in self.legs:
            first = leg is self.legs[0]
            found = [
                self._found(text, leg, _within(verbatim[part.passage], part.span) if first else (), known)
                for text, part in zip(texts, parts, strict=True)
            ]
            attempts = attempted(leg.engine, texts, found, leg.target)
            finished = []
            for part, mentions, one, way in zip(parts, found, attempts, ways, strict=True):
                placed = replace(one.placed, alignment=composed(way, one.placed.alignment))
                finished.append(_Finished(part, one.draft.text, placed, tuple(mentions), one.decisions))
            texts, ways = [one.placed.text for one in finished], [one.placed.alignment for one in finished]
        return finished

    def _found(self, text: str, leg: _Leg, verbatim: Iterable[Span], known: list[str]) -> list[Mention]:
        """What must be copied, then terms, then names, none over another, in the order of the text."""
        mentions: list[Mention] = []
        for span in sorted({*verbatim, *copied(text)}):
            if not any(span.overlaps(mention.span) for mention in mentions):
                words = span.of(text)
                mentions.append(Mention(span, words, MentionKind.KEEP, "", (words,), fixed=True))
        people = find_names(
            text,
            source=leg.source,
            target=leg.target,
            book=self.names,
            taken=[mention.span for mention in mentions],
            known=tuple(known),
            scheme=self.scheme,
        )
        # a person of the register goes before the glossary, for a family name may be a term as well;
        # a name that no register knows stands back behind it
        mentions += [mention for mention in people if mention.sure]
        mentions += self.glossary.find(text, leg.source, leg.target, taken=[mention.span for mention in mentions])
        mentions += [one for one in people if not one.sure and not any(one.span.overlaps(m.span) for m in mentions)]
        known[:] = dict.fromkeys([*met(people), *known])
        return sorted(mentions, key=lambda mention: mention.span)

    def _assembled(self, passage: Passage, finished: Sequence[_Finished], known: Sequence[str]) -> TranslatedPassage:
        """Sentences back in their passage, spaces between them as they were; then one spelling for every name."""
        before = text = ""
        at = 0
        marks: list[Mark] = []
        decisions: list[Decision] = []
        for number, one in enumerate(finished):
            start = one.sentence.span.start
            gap = passage.text[at:start]
            if number and not gap:
                gap = " "  # two parts of a sentence that had no space to be split at
            before, text, at = before + gap, text + gap, one.sentence.span.end
            here = Span(len(text), len(text) + len(one.draft))
            decisions += self._remarks(one, here, number)
            decisions += [
                replace(
                    decision,
                    passage=passage.id,
                    span=decision.span.moved(here.start),
                    sentence=number,
                    # on a second leg it is a stretch of the text between the two
                    at=decision.at.moved(start) if decision.at and len(self.legs) == 1 else None,
                )
                for decision in one.decisions
            ]
            inside = [
                replace(mark, span=span) for mark in passage.marks for span in _within([mark.span], one.sentence.span)
            ]
            projected = project_marks(inside, one.placed.alignment, one.sentence.text, one.placed.text)
            marks += [replace(mark, span=mark.span.moved(here.start)) for mark in projected]
            before, text = before + one.draft, text + one.placed.text
        before, text = before + passage.text[at:], text + passage.text[at:]
        mentions = [mention for one in finished for mention in one.mentions]
        respelled = reconcile(
            text, target=self.target, book=self.names, mentions=mentions, people=tuple(known), passage=passage.id
        )
        # `place` has spoken of every mention; what counts here is what changed
        settled = [decision for decision in respelled if decision.before != decision.after]
        text = replay(text, settled)
        for decision in settled:
            marks = [replace(mark, span=shifted(mark.span, decision.span, len(decision.after))) for mark in marks]
        return TranslatedPassage(passage.id, passage.text, before, text, tuple(marks), (*decisions, *settled))

    def _remarks(self, one: _Finished, here: Span, number: int) -> Iterator[Decision]:
        """What a person should know of a sentence as a whole."""

        def remark(action: Action, reason: str) -> Decision:
            sentence = one.sentence
            return Decision(
                action, sentence.passage, sentence.text, here, one.draft, one.draft, reason, sentence=number
            )

        if len(self.legs) > 1:
            middle = self.legs[0].target
            yield remark(
                Action.PIVOTED, f"no model goes straight from {self.source} to {self.target}: through {middle}"
            )
        if one.sentence.part:
            yield remark(Action.SPLIT, "the sentence is too long for the model and was translated in parts")
        for reason in doubts(one.sentence.text, one.placed.text):
            yield remark(Action.DOUBTED, reason)
        if left := _foreign(one.placed.text, language(self.target).script, one.mentions):
            yield remark(Action.DOUBTED, f"left in another script: {', '.join(left)}")


def _foreign(text: str, script: str, mentions: Iterable[Mention]) -> list[str]:
    """Words that the target's script does not write, but for addresses and what was meant to be copied."""
    kept = {target for mention in mentions for target in mention.targets}
    addresses = copied(text)
    words = (match for match in PART.finditer(text) if scripts(match.group()) not in ({script}, frozenset()))
    outside = (word for word in words if not any(span.start <= word.start() < span.end for span in addresses))
    return list(dict.fromkeys(word.group() for word in outside if not any(word.group() in one for one in kept)))


def _within(spans: Iterable[Span], frame: Span) -> list[Span]:
    """Spans that touch the frame, cut at its edges, counted from its start."""
    return [
        Span(max(span.start, frame.start), min(span.end, frame.end)).moved(-frame.start)
        for span in spans
        if span.overlaps(frame) or (len(span) == 0 and frame.start <= span.start <= frame.end)
    ]
