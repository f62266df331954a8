"""A long sentence asked for in parts: an engine around an engine, for a model that is better at short ones.

A small model loses the thread of a long sentence. Asked for its clauses one by one it does not, though each then knows
nothing of the others. How long is too long is the model's affair (`long` in its manifest), in characters.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace

from translit.annotations import annotated_spans, unannotated
from translit.engines import Engine
from translit.engines.headlines import is_name
from translit.engines.pieces import UNFINISHED
from translit.morphology import lemmas, part_of_speech
from translit.parts import unbroken
from translit.passages import Draft, Span
from translit.verbatim import copied

_STOPS, _PAUSES, _DASHES = ".!?…", ",;:", "—–"
# dictionary forms of words before which a clause begins with a comma, though an English one begins with none
_AFTER_COMMA = {
    "ru": "что чтобы кто который где когда если хотя поскольку потому но а",
    "uk": "що щоб хто який котрий де коли якщо хоча оскільки бо але а",
    "be": "што каб хто які якая якое якія якога якіх дзе калі хоць паколькі бо але а",
}


class Parting:
    """An engine that asks another for the parts of each sentence of more than `most` characters.

    A sentence whose draft must begin with something is asked for whole: which of its parts that is, nobody knows.
    """

    def __init__(self, engine: Engine, most: int, target: str) -> None:
        self._engine, self._most, self._target = engine, most, target
        self.signature, self.annotation = engine.signature, engine.annotation

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is short enough for the model as a whole."""
        return self._engine.fits(sentence)

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """As `Engine.translate`."""
        if any(given is not None and len(given) != len(sentences) for given in (starts, without)):
            # the engine says what is wrong
            return self._engine.translate(sentences, starts=starts, without=without, beam=beam, rivals=rivals)
        cut = [
            (Span(0, len(sentence)),) if starts and starts[n] else self._parts(sentence)
            for n, sentence in enumerate(sentences)
        ]
        found = iter(
            self._engine.translate(
                [part.of(sentence) for sentence, parts in zip(sentences, cut, strict=True) for part in parts],
                starts=starts and [start for start, parts in zip(starts, cut, strict=True) for _ in parts],
                without=without and [words for words, parts in zip(without, cut, strict=True) for _ in parts],
                beam=beam,
                rivals=rivals,
            )
        )
        drafts = [[next(found) for _ in parts] for parts in cut]
        return [
            self._whole(sentence, parts, own) if len(parts) > 1 else own[0]
            for sentence, parts, own in zip(sentences, cut, drafts, strict=True)
        ]

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """As `Engine.weigh`, each sentence as a whole."""
        return self._engine.weigh(sentences, texts)

    def _parts(self, sentence: str) -> tuple[Span, ...]:
        """The parts; no word, annotation or address is cut, and annotations do not count as length."""
        markers = self.annotation
        shown = annotated_spans(sentence, markers) if markers else ()

        def fits(part: str) -> bool:
            return len(unannotated(part, markers) if markers else part) <= self._most

        parts = unbroken(sentence, fits, [*shown, *copied(sentence)])
        return parts if len(parts) > 1 else (Span(0, len(sentence)),)

    def _whole(self, sentence: str, parts: Sequence[Span], drafts: Sequence[Draft]) -> Draft:
        best = together(sentence, list(zip(parts, drafts, strict=True)), self._target)
        rivals = tuple(
            together(
                sentence,
                [
                    (part, draft.rivals[n] if n < len(draft.rivals) else draft)
                    for part, draft in zip(parts, drafts, strict=True)
                ],
                self._target,
            )
            for n in range(max(len(draft.rivals) for draft in drafts))
        )
        return replace(best, rivals=rivals)


def together(text: str, parts: Sequence[tuple[Span, Draft]], language: str) -> Draft:
    """One draft of the drafts of a sentence's parts, in order; `language` is the target's tag.

    Stops and capitals that only the parts asked for are taken back; a comma or a dash that ends a part comes along, and
    East Slavic clauses get the comma they begin with.
    """
    written = ""
    alignment: list[tuple[Span, Span]] = []
    for number, (part, draft) in enumerate(parts):
        words = _inside(draft, part.of(text), language, first=not number, last=number == len(parts) - 1)
        if written and words:
            written += ", " if written[-1].isalnum() and _begins_clause(words, language) else " "
        at = len(written)
        written += words
        alignment += [
            (source.moved(part.start), target.moved(at))
            for source, target in draft.alignment
            if target.end <= len(words)
        ]
    scores = [draft.score for _, draft in parts]
    mean = sum(draft.score * len(part) for part, draft in parts) / sum(len(part) for part, _ in parts)
    return Draft(written, tuple(alignment), UNFINISHED if UNFINISHED in scores else mean)


def _inside(draft: Draft, own: str, language: str, *, first: bool, last: bool) -> str:
    """The words of a part as they stand inside a sentence; `own` is the source of the part."""
    words = draft.text
    if not last and own[-1:] not in _STOPS:
        words = words.rstrip(_STOPS)
        if words and own[-1] in _PAUSES + _DASHES and words[-1] not in _PAUSES + _DASHES:
            words += f" {own[-1]}" if own[-1] in _DASHES else own[-1]
    if not first and len(words[:1].lower()) == 1 and not _keeps_capital(draft, own, language):
        words = words[:1].lower() + words[1:]
    return words


def _begins_clause(words: str, language: str) -> bool:
    listed = _AFTER_COMMA.get(language, "").split()
    return bool(listed) and lemmas(words.split(maxsplit=1)[0], language)[0] in listed


def _keeps_capital(draft: Draft, own: str, language: str) -> bool:
    """Whether the first word of a draft has a capital for another reason than that it is the first.

    Where the part begins with a capital itself, only a verb that stands for a word without one has none.
    """
    word = draft.text.split(maxsplit=1)[0].strip(",;:") if draft.text.strip() else ""
    if language == "en" and is_name(word):
        return True
    behind = next((source.of(own) for source, target in draft.alignment if target.start == 0), "")
    if own[:1].islower():
        return behind[:1].isupper()
    return not (behind[:1].islower() and part_of_speech(word, language) == "verb")
