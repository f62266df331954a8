"""What a batch would do, and about how long it would take, told from a few of its own paragraphs."""

from __future__ import annotations

import random
import time
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING

from translit.batch.carrying import Batch
from translit.batch.plan import Item
from translit.documents import Document
from translit.documents.decoding import Decoded
from translit.documents.text import TextDocument

if TYPE_CHECKING:
    from translit.translator import Translator

# paragraphs that are drawn from each language, how many are translated at once, and how long at most, seconds
_DRAWN, _AT_ONCE, _PATIENCE = 96, 24, 4.0


@dataclass(frozen=True, slots=True)
class Forecast:
    """What would become of a batch.

    states   each file with what would be done with it, in words
    waiting  files to translate; `words` in them, and about how many `seconds`
    refused  files that would fail
    """

    states: tuple[tuple[Item, str], ...]
    waiting: int
    words: int
    seconds: float
    refused: int


class _Sample:
    """Of a language: how much there is to translate, and some of it, each paragraph with the same chance."""

    def __init__(self) -> None:
        self.files = self.characters = self.words = 0
        self._met, self._chance = 0, random.Random(0)
        self.drawn: list[str] = []

    def add(self, document: Document) -> None:
        self.files += 1
        for passage in document.passages:
            self.characters += len(passage.text)
            self.words += len(passage.text.split())
            self._met += 1
            if len(self.drawn) < _DRAWN:
                self.drawn.append(passage.text)
            elif (at := self._chance.randrange(self._met)) < _DRAWN:
                self.drawn[at] = passage.text

    def seconds(self, translator: Translator) -> float:
        """How long all of it would take, at the speed of what was drawn."""
        self._chance.shuffle(self.drawn)
        parts = [self.drawn[at : at + _AT_ONCE] for at in range(0, len(self.drawn), _AT_ONCE)]
        # dictionaries are read when they are first needed; that is not what takes long
        list(translator.translate_documents([_text(part[:1]) for part in parts[:1]]))
        began, characters = time.monotonic(), 0
        for part in parts:
            list(translator.translate_documents([_text(part)]))
            characters += sum(map(len, part))
            if time.monotonic() - began > _PATIENCE:
                break
        return (time.monotonic() - began) * self.characters / max(characters, 1)


def _text(paragraphs: Sequence[str]) -> Document:
    return TextDocument(Decoded("\n".join(paragraphs)))


def forecast(batch: Batch, translator: Callable[[str], Translator]) -> Forecast:
    """Look at every file, and translate a few paragraphs of those that wait, for some seconds a language."""
    states: list[tuple[Item, str]] = []
    samples: dict[str, _Sample] = {}
    refused = 0
    for item in batch.items:
        if ready := batch.ready(item):
            states.append((item, "changed by a person, stays" if ready.edited else "done before"))
        elif (outcome := batch.refused(item)) and outcome.error:
            refused += 1
            states.append((item, f"fails: {'; '.join(one.text for one in outcome.error.problems)}"))
        else:
            states.append((item, f"translate from {item.source}"))
            samples.setdefault(item.source, _Sample()).add(batch.open(item.path))
    return Forecast(
        tuple(states),
        waiting=sum(sample.files for sample in samples.values()),
        words=sum(sample.words for sample in samples.values()),
        seconds=sum(sample.seconds(translator(source)) for source, sample in samples.items()),
        refused=refused,
    )
