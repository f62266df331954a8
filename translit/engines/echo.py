"""The engine that says what it heard: for tests and for examples in the docs, never in place of a model."""

from __future__ import annotations

import re
from collections.abc import Sequence

from translit.errors import UsageError
from translit.passages import Draft, Span


class EchoEngine:
    """Gives every sentence back as it is, aligned word by word; a start that is not there yet goes before it."""

    signature = "echo"
    annotation: tuple[str, str, str] | None = None

    def fits(self, sentence: str) -> bool:
        """Always."""
        return True

    def translate(
        self,
        sentences: Sequence[str],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
    ) -> list[Draft]:
        """It says what it heard, whatever it should do without. Raises UsageError for too few starts."""
        if starts is not None and len(starts) != len(sentences):
            raise UsageError(f"{len(sentences)} sentences cannot have {len(starts)} starts; give one each, '' for none")
        return [_echo(*pair) for pair in zip(sentences, starts or [""] * len(sentences), strict=True)]

    def weigh(self, sentences: Sequence[str], texts: Sequence[str]) -> list[float]:
        """Everything is as likely as anything."""
        return [0.0 for _ in texts]


def _echo(sentence: str, start: str) -> Draft:
    before = "" if sentence.startswith(start) else start if not sentence or start.endswith(" ") else f"{start} "
    words = [Span(*match.span()) for match in re.finditer(r"\S+", sentence)]
    return Draft(before + sentence, tuple((word, word.moved(len(before))) for word in words))
