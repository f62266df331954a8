"""What surrounds a sentence on its way through a model: language token, end, forced beginning, limits.

Both Marian engines read, limit and judge alike; they differ only in who multiplies the matrices.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace

from translit.annotations import annotated_spans
from translit.engines.dictionary import Dictionary
from translit.engines.folders import Model, language_tokens
from translit.engines.headlines import sentence_case
from translit.engines.pieces import END, UNFINISHED, UNKNOWN, Encoded, Pieces, drafted, loops, stutter
from translit.errors import ModelError, Problem, UsageError
from translit.languages import language
from translit.letters import capitalised
from translit.morphology import clashes
from translit.passages import Draft

# how both engines search a second time after a loop: no three pieces twice, and a malus on what was said already
_PENALTIES: dict[str, float] = {"no_repeat_ngram_size": 3, "repetition_penalty": 1.2}


@dataclass(frozen=True, slots=True)
class Framed:
    """One sentence as a model takes it; `most` counts the pieces the draft may have, its beginning included.

    `sentence` has the capitals that the model reads; `source` may have more pieces than it, for words that the
    dictionary shows. `without` holds the runs of pieces that must not follow the beginning, `left` the words that are
    shown because a draft left them unsaid.
    """

    sentence: str
    source: Encoded
    start: str
    opening: Encoded
    input: tuple[str, ...]
    most: int
    without: tuple[tuple[str, ...], ...] = ()
    left: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class Hypothesis:
    """What a search found: pieces without the end, the most-attended input place of each, and whether it ended.

    `score` is the mean log-probability of the pieces it chose itself, the end included.
    """

    pieces: tuple[str, ...]
    looked: tuple[int, ...]
    score: float
    ended: bool


class Frame:
    """The pieces, the language token and the dictionary of a model, for one pair of languages."""

    def __init__(self, model: Model, target: str, dictionary: Dictionary | None = None, *, source: str = "") -> None:
        """Without a `source` no headline is told from a sentence.

        Raises ModelError if the model's pieces are damaged or it has tokens, but none for `target`.
        """
        self.model = model
        self.tokens = language_tokens(model)
        self.token = _token(model, self.tokens, target)
        self._pieces = Pieces(*model.pieces)
        self._dictionary = dictionary
        self._source, self._target = source, target

    @property
    def suppressed(self) -> tuple[str, ...]:
        """Pieces a draft must never hold."""
        return (UNKNOWN, *self.tokens)

    def fits(self, sentence: str) -> bool:
        """Whether the model was made for sentences of so many pieces."""
        return self._pieces.count(sentence) + len(self.token) + 1 <= self.model.limit

    def frame(
        self,
        sentences: Sequence[str],
        starts: Sequence[str] | None,
        without: Sequence[Sequence[str]] | None = None,
    ) -> list[Framed]:
        """Every sentence ready for the model.

        Raises UsageError if there are not as many starts as sentences, ModelError if a sentence has
        more pieces than the model has positions: nothing is ever cut off.
        """
        if starts is not None and len(starts) != len(sentences):
            raise UsageError(f"{len(sentences)} sentences cannot have {len(starts)} starts; give one each, '' for none")
        banned = without or [()] * len(sentences)
        framed = [self._one(*one) for one in zip(sentences, starts or [""] * len(sentences), banned, strict=True)]
        problems = [
            Problem(
                f"a sentence has {len(one.input)} pieces, the model takes {self.model.positions}; split it: "
                f"{sentence[:60]!r}..."
            )
            for one, sentence in zip(framed, sentences, strict=True)
            if max(len(one.input), len(one.opening.pieces) + 2) > self.model.positions
        ]
        if problems:
            raise ModelError(problems)
        return framed

    def draft(self, one: Framed, found: Hypothesis, others: Sequence[Hypothesis] = ()) -> Draft:
        """The text, its alignment and its score, UNFINISHED for one that never came to an end; others as rivals.

        Hypotheses that differ in pieces alone are one.
        """
        draft = drafted(
            one.source,
            found.pieces,
            found.looked,
            found.score if found.ended else UNFINISHED,
            before=len(self.token),
            start=one.start,
            opening=one.opening.spans,
        )
        rivals: dict[str, Draft] = {}
        for other in others:
            rival = self.draft(one, other)
            rivals.setdefault(rival.text, rival)
        rivals.pop(draft.text, None)
        return replace(draft, rivals=tuple(rivals.values()))

    def again(self, one: Framed, draft: Draft) -> Framed | None:
        """The sentence with those words shown that the draft leaves unsaid; None if it leaves none or has no room.

        What is left unsaid may be what must not be said: where something is barred, nothing more is shown.
        """
        left = frozenset[str]() if one.without else self._left(one, draft)
        source = self._shown(one.sentence, left) if left else one.source
        if not left or len(source.pieces) + len(self.token) + 1 > self.model.positions:
            return None
        return replace(self._framed(one.sentence, source, one.start, one.opening, one.without), left=left)

    def inflected(self, one: Framed, draft: Draft) -> Framed | None:
        """The sentence without those infinitives that the draft copied from the dictionary; None if it copied none."""
        stiff = sorted(self._stiff(one, draft))
        return self._barring(one, [way for word in stiff for way in (word, capitalised(word))])

    def agreeing(self, one: Framed, draft: Draft) -> Framed | None:
        """The sentence without those neighbours in the draft that cannot stand together; None if there are none."""
        return self._barring(one, self._clashing(one, draft))

    def _barring(self, one: Framed, words: Sequence[str]) -> Framed | None:
        """The sentence without these words as well; None if there are none."""
        return replace(one, without=(*one.without, *self._runs(words))) if words else None

    def _runs(self, without: Sequence[str]) -> tuple[tuple[str, ...], ...]:
        """The pieces of what must not be written."""
        return tuple(dict.fromkeys(self._pieces.target(words).pieces for words in without if words.strip()))

    @property
    def rounds(self) -> tuple[Callable[[Framed, Draft], Framed | None], ...]:
        """How a sentence is searched for again, one way after the other."""
        return self.again, self.inflected, self.agreeing

    def improves(self, again: Framed, first: Draft, second: Draft) -> bool:
        """Whether the draft of a further search came to an end, and leaves fewer words unsaid, or as many and fewer
        infinitives where another form should stand, or as many and fewer words that do not agree."""
        return self._needs(again, second) < self._needs(again, first) and second.score > UNFINISHED

    def _needs(self, one: Framed, draft: Draft) -> tuple[int, int, int]:
        return len(self._left(one, draft)), len(self._stiff(one, draft)), len(self._clashing(one, draft))

    def _stiff(self, one: Framed, draft: Draft) -> frozenset[str]:
        if self._dictionary is None:
            return frozenset()
        return self._dictionary.uninflected(one.sentence, one.left, draft.text[len(one.start) :])

    def _clashing(self, one: Framed, draft: Draft) -> tuple[str, ...]:
        """Neighbours that cannot stand together; what others' models write is seldom that wrong."""
        if self._dictionary is None:
            return ()
        found = (span for span in clashes(draft.text, self._target) if span.start >= len(one.start))
        return tuple(dict.fromkeys(span.of(draft.text) for span in found))

    def _left(self, one: Framed, draft: Draft) -> frozenset[str]:
        return self._dictionary.left(one.sentence, draft.text, one.start) if self._dictionary else frozenset()

    def _one(self, sentence: str, start: str, without: Sequence[str]) -> Framed:
        sentence = self._cased(sentence)
        return self._framed(sentence, self._shown(sentence), start, self._pieces.target(start), self._runs(without))

    def _cased(self, sentence: str) -> str:
        """The sentence as a small model knows it; one of others' has read headlines by the thousand."""
        markers = self.model.annotation
        if self._source != "en" or not markers:
            return sentence
        return sentence_case(sentence, annotated_spans(sentence, markers))

    def _shown(self, sentence: str, left: frozenset[str] = frozenset()) -> Encoded:
        """The pieces of a sentence and of what the dictionary shows, each with its stretch of the sentence."""
        if self._dictionary is None:
            return self._pieces.source(sentence)
        shown = self._dictionary.shown(sentence, left)
        encoded = self._pieces.source(shown.text)
        return Encoded(encoded.pieces, tuple(shown.original(span) for span in encoded.spans))

    def _framed(
        self, sentence: str, source: Encoded, start: str, opening: Encoded, banned: tuple[tuple[str, ...], ...]
    ) -> Framed:
        most = len(opening.pieces) + 3 * len(source.pieces) + 20
        framed = (*self.token, *source.pieces, END)
        return Framed(sentence, source, start, opening, framed, min(most, self.model.positions - 1), banned)


def judged(one: Framed, first: Hypothesis, again: Callable[..., Hypothesis]) -> Hypothesis:
    """The hypothesis, or a second try if it runs in circles or says words twice in a row; the better of the two.

    A draft is not blamed for a repetition that its source has too. `again` takes the sentence and the engine's options;
    it is called at most once.
    """
    if first.ended and not _circling(one, first):
        twice = _said_twice(one, first)
        if not twice:
            return first
        second = again(replace(one, without=(*one.without, twice)))
    else:
        second = again(one, **_PENALTIES)
    return max(
        first,
        second,
        key=lambda found: (found.ended, not _circling(one, found), not _said_twice(one, found), found.score),
    )


def _circling(one: Framed, found: Hypothesis) -> bool:
    return loops(found.pieces) and not loops(one.source.pieces)


def _said_twice(one: Framed, found: Hypothesis) -> tuple[str, ...]:
    twice = stutter(found.pieces[len(one.opening.pieces) :])
    return twice if twice and not stutter(one.source.pieces) else ()


def _token(model: Model, tokens: tuple[str, ...], target: str) -> tuple[str, ...]:
    """The language token for a target, as a prefix of the input: '>>ru<<', or OPUS-MT's '>>rus<<', '>>srp_Cyrl<<'."""
    if not tokens:
        return ()
    import langcodes

    wanted = language(target)
    short = wanted.tag.split("-", 1)[0]
    try:
        long = langcodes.Language.get(short).to_alpha3()
    except LookupError:
        long = short
    names = [wanted.tag, f"{long}_{wanted.script}", f"{short}_{wanted.script}"]
    if "-" not in wanted.tag:
        names[1:1] = [long]
    for name in names:
        if f">>{name}<<" in tokens:
            return (f">>{name}<<",)
    if model.targets == (wanted.tag,):
        # it writes one language, over pieces that it shares with a model of several
        return ()
    there = ", ".join(token[2:-2] for token in tokens[:20])
    raise ModelError(f"the model {model.name} does not translate into {target!r}; it knows {there}", model.folder)
