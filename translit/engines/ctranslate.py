"""The default engine: MarianMT on CTranslate2, 8-bit integers, on the processor.

The same sentence gives the same draft, bit for bit, whatever stands beside it, because every sentence is a
batch of its own, on one thread of its own; sentences run side by side on as many threads as there are
processors. Batches are the usual way, and were tried (CTranslate2 4.8, a random model of the starters' size, 60
sentences, beam 4): with padding, the 8-bit scales and sums moved enough to change 4 of the 60 texts; with
sentences of exactly one length, texts stood, but in float32 scores and attention still moved in their last
bits, because a matrix product is summed in another order when it has more rows. In 8 bits and one length, texts
and scores of 500 sentences of flores dev were the same to the last bit, for a fifth to a quarter less work; but
CTranslate2 4.8 gives the attention of a search's first step to the wrong sentence (number i of a batch has that
of i divided by the beam), so that the first word would stand for another's. To ask for that step alone takes
back half of what is won, and no other processor was tried.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable, Iterator, Sequence
from dataclasses import replace
from pathlib import Path
from typing import Any, TypeVar

from translit.engines import dictionary
from translit.engines.compilation import compiled
from translit.engines.folders import fingerprint, read
from translit.engines.framing import Frame, Framed, Hypothesis, judged
from translit.engines.pieces import END
from translit.errors import ModelError
from translit.passages import Draft

# sentences under way for each thread: enough that none waits, few enough that attention stays small in memory
AHEAD = 8

_T = TypeVar("_T")


class CTranslateEngine:
    """A MarianMT model in any of the three kinds of folder (`folders`), compiled into the cache if need be."""

    def __init__(
        self,
        folder: Path,
        target: str,
        *,
        source: str = "",
        beam: int = 4,
        compute_type: str = "int8",
        threads: int = 0,
    ) -> None:
        """`threads` 0 means one for each processor this run may use.

        Without a `source` no dictionary is read, and a headline is read as it stands.

        Raises ModelError if the model is missing, damaged or not made for `target`.
        """
        import ctranslate2

        model = read(folder)
        version = fingerprint(model)[:12]
        ready = compiled(model, compute_type)
        self._frame = Frame(ready, target, dictionary.read(model, source, target), source=source)
        self._beam = beam
        self._threads = threads or _processors()
        self.annotation = model.annotation
        self.signature = (
            f"{model.name}|{model.version or '-'}|{version}|{''.join(self._frame.token)}|{compute_type}|beam {beam}"
            f"|ctranslate2 {ctranslate2.__version__}"
        )
        try:
            self._translator: Any = ctranslate2.Translator(
                str(ready.folder), compute_type=compute_type, inter_threads=self._threads, intra_threads=1
            )
        except (RuntimeError, ValueError) as error:
            raise ModelError(f"CTranslate2 cannot load the model ({error}); get it again", ready.folder) from error
        self._add_end = bool(_config(ready.folder).get("add_source_eos"))

    def fits(self, sentence: str) -> bool:
        """Whether the sentence has no more pieces than the model was trained on."""
        return self._frame.fits(sentence)

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """A draft for each sentence, in order; a sentence without a word has its start for a draft.

        A draft that runs in circles or never ends is searched for once more under a penalty on repetition,
        one that says words twice in a row without the second beginning; one that still does not end has the score
        UNFINISHED. One that leaves words unsaid that the dictionary knows is searched for once more with these shown,
        one that has a verb of the dictionary uninflected, or neighbours that cannot agree, without them.
        Raises ModelError for a sentence longer than the model's positions, UsageError for too few starts.
        """
        width = beam or self._beam
        wanted = {"beam_size": width, "num_hypotheses": min(rivals + 1, width)}
        return list(self._drafts(self._frame.frame(sentences, starts, without), wanted))

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """The log-probability of each text as the beginning of its sentence's translation, summed over its pieces."""
        framed = self._frame.frame(sentences, texts)
        asked = [
            self._translator.score_batch(
                [self._input(one)], [list(one.opening.pieces)], max_input_length=0, asynchronous=True
            )[0]
            if one.opening.pieces and one.source.pieces
            else None
            for one in framed
        ]
        # what comes back counts the end of the sentence too
        return [sum(one.result().log_probs[:-1]) if one is not None else 0.0 for one in asked]

    def _drafts(self, framed: Sequence[Framed], wanted: dict[str, int]) -> Iterator[Draft]:
        searched = ((one, self._search(one, **wanted) if one.source.pieces else None) for one in framed)
        ahead = _ahead(searched, AHEAD * self._threads)
        drafts: Iterator[tuple[Framed, Draft]] = ((one, self._draft(one, search)) for one, search in ahead)
        for again in self._frame.rounds:
            drafts = self._improved(drafts, again, wanted)
        return (draft for _, draft in drafts)

    def _improved(
        self,
        drafts: Iterator[tuple[Framed, Draft]],
        again: Callable[[Framed, Draft], Framed | None],
        wanted: dict[str, int],
    ) -> Iterator[tuple[Framed, Draft]]:
        """Each sentence as it was asked for last, and its draft: that of another search where it is better."""
        asked = ((one, draft, again(one, draft)) for one, draft in drafts)
        searched = ((*ask, self._search(ask[2], **wanted) if ask[2] else None) for ask in asked)
        for one, draft, other, search in _ahead(searched, AHEAD * self._threads):
            second = self._draft(other, search) if other else draft
            yield (other, second) if other and self._frame.improves(other, draft, second) else (one, draft)

    def _draft(self, one: Framed, search: Any) -> Draft:
        if search is None:
            return Draft(one.start)

        def again(one: Framed, **options: float) -> Hypothesis:
            search = self._search(one, beam_size=self._beam, **options)
            return self._scored(one, self._found(one, search.result(), 0))

        result = search.result()
        best, *others = (self._found(one, result, number) for number in range(len(result.hypotheses)))
        return self._frame.draft(one, judged(one, best, again), others)

    def _search(self, one: Framed, **options: Any) -> Any:
        """Start a search; its `result()` waits for it."""
        return self._translator.translate_batch(
            [self._input(one)],
            [list(one.opening.pieces)] if one.opening.pieces else None,
            asynchronous=True,
            # 0: never cut; Frame has made sure that it fits
            max_input_length=0,
            max_decoding_length=one.most,
            disable_unk=True,
            suppress_sequences=[[piece] for piece in self._frame.tokens] + [list(run) for run in one.without] or None,
            return_end_token=True,
            return_scores=True,
            return_attention=True,
            length_penalty=self._frame.model.length_penalty,
            **options,
        )[0]

    def _found(self, one: Framed, result: Any, number: int) -> Hypothesis:
        pieces = result.hypotheses[number]
        ended = bool(pieces) and pieces[-1] == END
        # CTranslate2 divides the sum over the pieces it chose by a power of the number of all, forced ones too
        chosen = max(1, len(pieces) - len(one.opening.pieces))
        score = result.scores[number] * len(pieces) ** self._frame.model.length_penalty / chosen
        kept = len(pieces) - ended
        looked = tuple(row.index(max(row)) for row in result.attention[number][:kept])
        return Hypothesis(tuple(pieces[:kept]), looked, score, ended)

    def _scored(self, one: Framed, found: Hypothesis) -> Hypothesis:
        """With the score it has without the penalties it was found under."""
        [result] = self._translator.score_batch([self._input(one)], [list(found.pieces)], max_input_length=0)
        own = result.log_probs[len(one.opening.pieces) : None if found.ended else -1]
        return replace(found, score=sum(own) / max(1, len(own)))

    def _input(self, one: Framed) -> list[str]:
        """Without the end, if CTranslate2 adds it (a converted OPUS-MT release)."""
        return list(one.input[:-1] if self._add_end else one.input)


def _ahead(found: Iterator[_T], most: int) -> Iterator[_T]:
    """The same in the same order, each only when `most` more were begun, so that what it waits for has time."""
    waiting: deque[_T] = deque()
    for one in found:
        waiting.append(one)
        if len(waiting) > most:
            yield waiting.popleft()
    yield from waiting


def _processors() -> int:
    """How many this run may use; all there are where the system does not say (macOS, Windows)."""
    return len(os.sched_getaffinity(0)) if hasattr(os, "sched_getaffinity") else os.cpu_count() or 1


def _config(folder: Path) -> dict[str, Any]:
    import json

    path = folder / "config.json"
    return dict(json.loads(path.read_text(encoding="utf-8"))) if path.is_file() else {}
