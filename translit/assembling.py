"""The end of the path: sentences back in their passage, marks on their words, one spelling for every name."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace

from translit.alignments import shifted
from translit.confidence import confidence, doubts, garbled, reasons, signs
from translit.decisions import Action, Decision, replay
from translit.languages import language
from translit.letters import PART, scripts
from translit.markup import project_marks
from translit.names import NameBook, reconcile
from translit.passages import Draft, Mark, Mention, MentionKind, Passage, Sentence, Span
from translit.report import RatedSentence, TranslatedPassage
from translit.verbatim import copied, has_words


@dataclass(frozen=True, slots=True)
class Finished:
    """A sentence at the end of the last leg: as the model wrote it, as it stands now, and what lies between."""

    sentence: Sentence
    draft: str
    placed: Draft
    mentions: tuple[Mention, ...]
    decisions: tuple[Decision, ...]
    again: str = ""


def joined(
    passage: Passage, finished: Sequence[Finished], way: Sequence[str], *, names: NameBook, known: Sequence[str]
) -> TranslatedPassage:
    """Sentences back in their passage, spaces between them as they were; then one spelling for every name.

    way    the languages the text went through, from source to target
    known  ids of the persons the document names, the latest first
    """
    target = way[-1]
    before = text = ""
    at = 0
    marks: list[Mark] = []
    decisions: list[Decision] = []
    rated: list[RatedSentence] = []
    for number, one in enumerate(finished):
        start = one.sentence.span.start
        gap = passage.text[at:start]
        if number and not gap:
            gap = " "  # two parts of a sentence that had no space to be split at
        before, text, at = before + gap, text + gap, one.sentence.span.end
        here = Span(len(text), len(text) + len(one.draft))
        decisions += _remarks(one, here, number, way)
        decisions += [
            replace(
                decision,
                passage=passage.id,
                span=decision.span.moved(here.start),
                sentence=number,
                # on a second leg it is a stretch of the text between the two
                at=decision.at.moved(start) if decision.at and len(way) == 2 else None,
            )
            for decision in one.decisions
        ]
        inside = [replace(mark, span=span) for mark in passage.marks for span in within([mark.span], one.sentence.span)]
        if inside:
            projected = project_marks(inside, one.placed.alignment, one.sentence.text, one.placed.text)
            marks += [replace(mark, span=mark.span.moved(here.start)) for mark in projected]
        rated.append(_rated(one, Span(len(text), len(text) + len(one.placed.text))))
        before, text = before + one.draft, text + one.placed.text
    before, text = before + passage.text[at:], text + passage.text[at:]
    mentions = [mention for one in finished for mention in one.mentions]
    respelled = reconcile(text, target=target, book=names, mentions=mentions, people=tuple(known), passage=passage.id)
    # `place` has spoken of every mention; what counts here is what changed
    settled = [decision for decision in respelled if decision.before != decision.after]
    text = replay(text, settled)
    for decision in settled:
        marks = [replace(mark, span=shifted(mark.span, decision.span, len(decision.after))) for mark in marks]
        rated = [replace(one, target=shifted(one.target, decision.span, len(decision.after))) for one in rated]
    return TranslatedPassage(passage.id, passage.text, before, text, tuple(marks), (*decisions, *settled), tuple(rated))


def _remarks(one: Finished, here: Span, number: int, way: Sequence[str]) -> Iterator[Decision]:
    """What a person should know of a sentence as a whole."""

    def remark(action: Action, reason: str) -> Decision:
        sentence = one.sentence
        return Decision(action, sentence.passage, sentence.text, here, one.draft, one.draft, reason, sentence=number)

    if len(way) > 2:
        yield remark(Action.PIVOTED, f"no model goes straight from {way[0]} to {way[-1]}: through {way[1]}")
    if one.sentence.part:
        yield remark(Action.SPLIT, "the sentence is too long for the model and was translated in parts")
    if one.again:
        yield remark(Action.RETRIED, one.again)
    for reason in doubts(one.sentence.text, one.placed.text):
        yield remark(Action.DOUBTED, reason)
    if left := _foreign(one.placed.text, language(way[-1]).script, one.mentions):
        yield remark(Action.DOUBTED, f"left in another script: {', '.join(left)}")
    wanted = (decision.after for decision in one.decisions)
    unknown = () if one.placed.of_people else garbled(one.sentence.text, one.placed.text, way[-1], wanted)
    if unknown:
        yield remark(Action.DOUBTED, f"no dictionary has: {', '.join(unknown)}")


def _rated(one: Finished, target: Span) -> RatedSentence:
    """How far the sentence can be trusted; one without a word to translate is what it should be."""
    kept = [mention.span for mention in one.mentions if mention.kind is MentionKind.KEEP]
    if not has_words(one.sentence.text, kept):
        return RatedSentence(one.sentence.span, target, 1.0, ())
    missed = sum(decision.action is Action.MISSED for decision in one.decisions)
    found = signs(one.sentence.text, one.placed, mentions=len(one.decisions), missed=missed)
    return RatedSentence(one.sentence.span, target, confidence(found), reasons(found))


def _foreign(text: str, script: str, mentions: Iterable[Mention]) -> list[str]:
    """Words that the target's script does not write, but for addresses and what was meant to be copied."""
    words = [match for match in PART.finditer(text) if scripts(match.group()) not in ({script}, frozenset())]
    if not words:
        return []
    kept = {target for mention in mentions for target in mention.targets}
    addresses = copied(text)
    outside = (word for word in words if not any(span.start <= word.start() < span.end for span in addresses))
    return list(dict.fromkeys(word.group() for word in outside if not any(word.group() in one for one in kept)))


def within(spans: Iterable[Span], frame: Span) -> list[Span]:
    """Spans that touch the frame, cut at its edges, counted from its start."""
    return [
        Span(max(span.start, frame.start), min(span.end, frame.end)).moved(-frame.start)
        for span in spans
        if span.overlaps(frame) or (len(span) == 0 and frame.start <= span.start <= frame.end)
    ]
