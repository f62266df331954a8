"""What an engine said before need not be asked again: an engine around an engine, with the memory beside it."""

from __future__ import annotations

import json
from collections.abc import Sequence
from hashlib import blake2b

from translit.engines import Engine
from translit.memory import Memory
from translit.passages import Draft


class Remembering:
    """An engine that is asked only for what the memory does not hold. Which was which cannot be told from outside."""

    def __init__(self, engine: Engine, memory: Memory, source: str, target: str) -> None:
        self._engine, self._memory = engine, memory
        self.signature, self.annotation = engine.signature, engine.annotation
        self._model = memory.model(engine.signature, source, target)

    def fits(self, sentence: str) -> bool:
        """Whether the sentence is short enough for the model."""
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
        calls = [
            (sentence, starts[n] if starts else "", list(without[n]) if without else [], beam, rivals)
            for n, sentence in enumerate(sentences)
        ]
        keys = [self._key("translate", *call) for call in calls]
        known = self._memory.drafts(keys)
        new = {key: n for n, key in enumerate(keys) if key not in known}
        if new:
            told = self._engine.translate(
                [sentences[n] for n in new.values()],
                starts=starts and [starts[n] for n in new.values()],
                without=without and [without[n] for n in new.values()],
                beam=beam,
                rivals=rivals,
            )
            known |= dict(zip(new, told, strict=True))
            self._memory.keep_drafts(
                self._model, ((key, known[key], self._exported(*calls[n])) for key, n in new.items())
            )
        return [known[key] for key in keys]

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """As `Engine.weigh`."""
        keys = [self._key("weigh", *pair) for pair in zip(sentences, texts, strict=True)]
        known = self._memory.weights(keys)
        new = {key: n for n, key in enumerate(keys) if key not in known}
        if new:
            told = self._engine.weigh([sentences[n] for n in new.values()], [texts[n] for n in new.values()])
            known |= dict(zip(new, told, strict=True))
            self._memory.keep_weights((key, known[key]) for key in new)
        return [known[key] for key in keys]

    def _key(self, *call: object) -> bytes:
        said = json.dumps([self.signature, *call], ensure_ascii=False)
        return blake2b(said.encode("utf-8", "surrogatepass"), digest_size=16).digest()

    def _exported(self, sentence: str, start: str, without: Sequence[str], beam: int, _: int) -> str | None:
        shown = self.annotation is not None and self.annotation[0] in sentence
        return None if shown or start or without or beam else sentence
