"""The engine and what it is asked: drafts of sentences by their numbers, aligned in their own characters.

Terms are shown to a model that was trained to read them; what comes back knows nothing of that.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translit.decisions import Action, Decision
from translit.engines import Engine
from translit.glossary import annotate, place
from translit.passages import Draft, Mention, MentionKind, Span
from translit.verbatim import has_words


@dataclass(frozen=True, slots=True)
class Attempt:
    """A draft of a sentence, what it became with its terms placed, and the decisions, one a mention.

    `again` says why and how the sentence was asked for once more, '' if it was not.
    """

    draft: Draft
    placed: Draft
    decisions: tuple[Decision, ...]
    again: str = ""

    @property
    def missed(self) -> int:
        """How many mentions nothing stands for."""
        return sum(decision.action is Action.MISSED for decision in self.decisions)


@dataclass(slots=True)
class Asking:
    """The engine and the sentences, with what each holds; texts are asked for by their numbers."""

    engine: Engine
    texts: Sequence[str]
    found: Sequence[Sequence[Mention]]
    language: str

    def drafted(
        self,
        numbers: Sequence[int],
        *,
        starts: Sequence[str] | None = None,
        without: Sequence[Sequence[str]] | None = None,
        beam: int = 0,
        rivals: int = 0,
        terms: bool = True,
    ) -> list[Draft]:
        """Drafts aligned in characters of the plain texts; the other arguments are those of `Engine.translate`.

        A model that was trained for it is shown the names, and the terms if `terms` says so.
        A text without a word to translate is its own draft; so is one for which the model gives nothing.
        """
        drafts = [Draft(self.texts[n], ((Span(0, len(self.texts[n])),) * 2,)) for n in numbers]
        asked = [at for at, n in enumerate(numbers) if self.speaks(n)]
        shown = {at: self._shown(numbers[at], terms=terms) for at in asked}
        told = self.engine.translate(
            [shown[at][0] for at in asked],
            starts=starts and [starts[at] for at in asked],
            without=without and [without[at] for at in asked],
            # several beginnings are finished for one sentence; greedily is half the price
            beam=1 if starts else beam,
            rivals=rivals,
        )
        for at, draft in zip(asked, told, strict=True):
            if draft.text.strip():
                back = shown[at][1]
                others = tuple(_turned(rival, back) for rival in draft.rivals if rival.text.strip())
                drafts[at] = replace(_turned(draft, back), rivals=others)
        return drafts

    def weighed(self, numbers: Sequence[int], texts: Sequence[str]) -> list[float]:
        """How likely the model finds each text, a character."""
        asked = [self._shown(n)[0] for n in numbers]
        return [weight / max(1, len(text)) for weight, text in zip(self.engine.weigh(asked, texts), texts, strict=True)]

    def placed(self, number: int, draft: Draft) -> Attempt:
        """The draft with the sentence's terms in it."""
        placed, decisions = place(draft, self.texts[number], self.found[number], language=self.language)
        return Attempt(draft, placed, decisions)

    def speaks(self, number: int) -> bool:
        """Whether the sentence has a word to translate, beside what is copied."""
        kept = [mention.span for mention in self.found[number] if mention.kind is MentionKind.KEEP]
        return has_words(self.texts[number], kept)

    def _shown(self, number: int, *, terms: bool = True) -> tuple[str, Callable[[Span], Span] | None]:
        """What the engine gets, and the way back from a stretch of it to the text."""
        text = self.texts[number]
        mentions = [one for one in self.found[number] if shows(one, terms=terms)]
        # most sentences have nothing to show
        if not self.engine.annotation or not mentions:
            return text, None
        one = annotate(text, mentions, self.engine.annotation)
        return one.text, one.original


def shows(mention: Mention, *, terms: bool) -> bool:
    """Whether a model that can read mentions is shown this one: names always, terms only with `terms`."""
    return terms or mention.kind is not MentionKind.TERM


def _turned(draft: Draft, back: Callable[[Span], Span] | None) -> Draft:
    if back is None:
        return draft
    return replace(draft, alignment=tuple((back(source), target) for source, target in draft.alignment))
