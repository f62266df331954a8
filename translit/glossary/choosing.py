"""Which of several wordings fits the words around a term: a bank of money, a bank of a river."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from functools import cached_property

from translit.glossary.entry import Target
from translit.glossary.words import Token, readings, roots, tokens
from translit.passages import Span


class Surroundings:
    """The words of a sentence, by what their forms share."""

    def __init__(self, there: Sequence[Token], language: str) -> None:
        self._there, self._language = there, language

    @cached_property
    def _roots(self) -> list[tuple[Span, frozenset[str]]]:
        return [(token.span, frozenset(readings(token.text, self._language))) for token in self._there]

    def at_home(self, targets: Iterable[Target], span: Span) -> bool:
        """Whether a word that one of the wordings wants beside it stands in the sentence, outside of the span."""
        return any(self._beside(target, span) for target in targets)

    def ordered(self, targets: Sequence[Target], span: Span) -> tuple[Target, ...]:
        """The wordings, those whose words stand beside the span first, those that lack theirs last."""
        return tuple(sorted(targets, key=lambda target: 0 if self._beside(target, span) else 1 + bool(target.near)))

    def _beside(self, target: Target, span: Span) -> bool:
        return any(
            all(
                any(wanted & found for place, found in self._roots if not place.overlaps(span))
                for wanted in (set(roots(token.text, self._language)) for token in tokens(phrase, self._language))
            )
            for phrase in target.near
        )
