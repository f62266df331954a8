"""What a model's training text says of single words: the words it saw too seldom to know, beside their translation.

A small model garbles words that it saw a few times, yet the aligner knows what they stood against. A model that reads
terms in the source (`⟦bid⟪заявка⟫`) is shown these as well, and inflects them; words that its draft leaves unsaid, or
in the letters of the source, are shown to it in a second search. The idea is old (Arthur et al. 2016, "Incorporating
Discrete Translation Lexicons into Neural Machine Translation"; there inside the search).

`dictionary.SOURCE.tsv.xz` lies in the model's folder, for all its targets. Its first line names the columns: the
source, a target each, and how often; then a line a word: dictionary form; its translations in theirs with '|' between
them, or nothing; and of a rare word how often it stood, of one that may be said otherwise too '?'. A word with a
capital inside a sentence is another one than without: Reading and reading. A translation may have more words than one,
and so may what is translated, by the dictionary forms of its words (call off; за рубеж for за рубежом): of the phrases
that stand at one place the longest is looked up. A form with a translation of its own has '=' before it (=contested).

A name that neither this nor any other dictionary lists is shown as its letters say (`transcription`).
"""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator, Mapping, Set
from dataclasses import dataclass
from pathlib import Path

from translit.annotations import Annotated, Markers, annotated, annotated_spans
from translit.engines import tables, transcription
from translit.engines.folders import Model
from translit.errors import ModelError, Problem
from translit.letters import Shape, shape_of
from translit.morphology import beginnings, guessed, is_infinitive, lemmas, listed
from translit.passages import Span
from translit.verbatim import copied

# at most so many rare words of a sentence are shown, for more than it was trained on leads a model astray
_MOST = 3
# ... and of the words left unsaid some besides
_MORE = 2
# letters that a name has at least: the syllables of Chinese and Korean ones are listed, or mean too much
_SHORTEST = 3
# what can be looked up: with its hyphens, and without the English 's
WORD = re.compile(r"(?<![\w'’-])[^\W\d_]{2,}(?:-[^\W\d_]{2,})*(?![\w-]|['’](?!s\b))")
# ... and what a phrase is made of
_PART = re.compile(r"(?<![\w'’-])[^\W\d_]+(?:-[^\W\d_]{2,})*(?![\w-]|['’](?!s\b))")
# before a form that has a translation of its own
FORM = "="
# ... and what says it
_SAID = re.compile(r"[^\W\d_]+")
_LARGEST = 16_000_000
_UNSURE, _OFTEN = "?", 10**9
_SEEN = "seen"
_TOLD = re.compile(r"(?:[1-9][0-9]*|\?)?")


@dataclass(frozen=True, slots=True)
class Known:
    """What a word stood against.

    translations  the usual one first; where `telling` is false, it alone is asked for
    seen          how often the word stood, if the model has hardly learnt it and its translation is sure; else 0
    telling       a draft that holds none of the translations has probably left the word unsaid
    """

    translations: tuple[str, ...]
    seen: int = 0
    telling: bool = True

    def either(self, other: Known) -> Known:
        """What is known of a word that may be this one or another: Brown or brown."""
        both = (*self.translations[:2], *other.translations[:2])
        return Known(tuple(dict.fromkeys(both)), min(self.seen, other.seen), telling=self.telling and other.telling)

    @property
    def told(self) -> str:
        """What a line says of the word at its end."""
        return str(self.seen) if self.seen else "" if self.telling else _UNSURE

    @classmethod
    def of(cls, translations: str, told: str) -> Known:
        """What a line says of its word for one target."""
        seen = int(told) if told.isdigit() else 0
        return cls(tuple(translations.split("|")), seen, telling=told != _UNSURE)


def entry(word: str, language: str) -> str:
    """What a word is listed under: its dictionary form, with a capital where the word has one.

    A name that does not decline, and so any English one and any abbreviation, is listed as it stands.
    """
    if word[:1].islower():
        return lemmas(word, language)[0]
    return word if language == "en" or shape_of(word) is Shape.UPPER else lemmas(word, language)[0].capitalize()


def _signs(word: str, language: str) -> tuple[str, ...]:
    """What forms of one word have in common: dictionary forms, or beginnings where none are known."""
    return beginnings(word) if guessed(language) else lemmas(word, language)


def _is_form(word: str) -> bool:
    """Whether an English word is a form that an infinitive seldom stands against: rigged, rises."""
    return not word.endswith("ing") and lemmas(word, "en")[0] != word


def _whole(word: str, known: Known) -> tuple[str, ...]:
    """The translations that say a word; what is a part of the usual one (of sales market: market) says no phrase."""
    usual = known.translations[0]
    if " " not in word:
        return known.translations
    return tuple(one for one in known.translations if one == usual or not set(one.split()) < set(usual.split()))


class Dictionary:
    """The words of a model for one pair of languages."""

    def __init__(
        self,
        source: str,
        target: str,
        words: Mapping[str, Known],
        markers: Markers,
        transcribed: Callable[[str], str] | None = None,
    ) -> None:
        """The words are those of `source`; `markers` are those of the model; `transcribed` writes names, '' if not."""
        self._source, self._target, self._words, self._markers = source, target, words, markers
        self._transcribed = transcribed
        self._longest = max((1 + phrase.count(" ") for phrase in words), default=1)

    def shown(self, sentence: str, left: frozenset[str] = frozenset()) -> Annotated:
        """The sentence with the translations of words beside them: of those `left` to be said, and of rare ones."""
        return annotated(sentence, self._beside(sentence, left), self._markers)

    def uninflected(self, sentence: str, left: frozenset[str], draft: str) -> frozenset[str]:
        """Infinitives that stand in the draft as they were `shown`, where the source has a form: was rigged.

        An English form in -ing may stand against one (for rigging), and any dictionary form.
        """
        if self._source != "en":
            return frozenset()
        there = {match.group().lower() for match in _SAID.finditer(draft)}
        shown = ((span.of(sentence).split()[0], said.split()[0].lower()) for span, said in self._beside(sentence, left))
        return frozenset(
            said
            for word, said in shown
            if said in there and _is_form(word.lower()) and is_infinitive(said, self._target)
        )

    def _beside(self, sentence: str, left: frozenset[str]) -> list[tuple[Span, str]]:
        """What is shown, and where."""
        found = [(span, known, span.of(sentence) in left) for span, known in self._found(sentence)]
        # what the draft left first, then what the model has seen least
        order = sorted(
            (one for one in found if one[2] or one[1].seen), key=lambda one: (not one[2], one[1].seen or _OFTEN)
        )
        room = max(0, _MOST + (_MORE if left else 0) - sentence.count(self._markers[0]))
        return [(span, self._apt(span.of(sentence), known.translations)) for span, known, _ in order[:room]]

    def _apt(self, word: str, translations: tuple[str, ...]) -> str:
        """The usual translation; of an English word in -ed the usual verb: rigged is no drilling rig."""
        if self._source == "en" and word.endswith("ed") and _is_form(word):
            return next((one for one in translations if is_infinitive(one.split()[0], self._target)), translations[0])
        return translations[0]

    def left(self, sentence: str, draft: str, start: str = "") -> frozenset[str]:
        """Words of the sentence that stand in the draft as they are, or for which none of their translations does.

        `start` is the beginning of the draft that was asked for: what stands there is wanted.
        """
        wanted, there = ({match.group() for match in WORD.finditer(text)} for text in (start, draft[len(start) :]))
        said = {sign for match in _SAID.finditer(draft) for sign in _signs(match.group(), self._target)}
        found = ((span.of(sentence), known) for span, known in self._found(sentence))
        return frozenset(
            word
            for word, known in found
            if word in there or (known.telling and not any(self._says(said, one) for one in _whole(word, known)))
        ).difference(wanted)

    def _says(self, said: Set[str], translation: str) -> bool:
        """Whether the signs of a draft hold a translation, one of each of its words if it has several."""
        words = [match.group().lower() for match in _SAID.finditer(translation)]
        return all(word in said or not said.isdisjoint(_signs(word, self._target)) for word in words)

    def _found(self, sentence: str) -> Iterator[tuple[Span, Known]]:
        """What is listed, phrases first, but for what is copied or has a translation beside it already."""
        aside = [*copied(sentence), *annotated_spans(sentence, self._markers)]
        for span, phrase in self._phrases_of(sentence):
            if not any(span.overlaps(other) for other in aside):
                aside.append(span)
                yield span, phrase
        for match in WORD.finditer(sentence):
            span = Span(*match.span())
            leading = not any(map(str.isalpha, sentence[: span.start]))
            known = self._known(match.group(), leading=leading) or self._name(match.group())
            if known is not None and not any(span.overlaps(other) for other in aside):
                yield span, known

    def _known(self, word: str, *, leading: bool) -> Known | None:
        """A word by its form if that is listed (contested), else by its dictionary form (contest).

        A capital may be the sentence's, and that of a name may be a word's in another name (Jude Law, Harvard Law
        School): it may be either, then.
        """
        own = self._listed(word)
        small = self._listed(word.lower()) if word[0].isupper() and (leading or own) else None
        return own.either(small) if own and small else own or small

    def _name(self, word: str) -> Known | None:
        """A name that is in no dictionary, by its letters."""
        if self._transcribed is None or len(word) < _SHORTEST or listed(word, self._source):
            return None
        # in YouTube and iPhone, and in abbreviations, letters are not for reading
        named = all(shape_of(part) is Shape.TITLE for part in word.split("-"))
        written = self._transcribed(entry(word, self._source)) if named else ""
        return Known((written,), seen=1) if written else None

    def _listed(self, word: str) -> Known | None:
        return self._words.get(FORM + word) or self._words.get(entry(word, self._source))

    def _phrases_of(self, sentence: str) -> Iterator[tuple[Span, Known]]:
        """The longest listed phrase at each place, with nothing but spaces between its words."""
        if self._longest == 1:
            return
        parts = list(_PART.finditer(sentence))
        spans = [Span(*part.span()) for part in parts]
        texts = [part.group() for part in parts]
        named = [entry(text, self._source) for text in texts]
        small = [entry(text.lower(), self._source) for text in texts]
        for first in range(len(spans)):
            for size in range(min(self._longest, len(spans) - first), 1, -1):
                keys = (" ".join(entries[first : first + size]) for entries in (named, small))
                known = next((self._words[key] for key in keys if key in self._words), None)
                there = Span(spans[first].start, spans[first + size - 1].end)
                if known is not None and there.of(sentence) == " ".join(texts[first : first + size]):
                    yield there, known
                    break


def file_name(source: str) -> str:
    """What the dictionary of a language is called in its folder."""
    return f"dictionary.{source}.tsv.xz"


def packed(source: str, known: Mapping[str, Mapping[str, Known]]) -> bytes:
    """The file of a source: for each target its words. What a word's line says at its end is the first target's."""
    lines = ["\t".join((source, *known, _SEEN))]
    for word in sorted(set().union(*known.values())):
        there = [one.get(word) for one in known.values()]
        told = next(one.told for one in there if one)
        lines.append("\t".join((word, *("|".join(one.translations) if one else "" for one in there), told)))
    return tables.packed(lines)


def words(path: Path, source: str, only: str | None = None) -> dict[str, dict[str, Known]]:
    """The words of a source's file for each of its targets, or for one of them alone.

    Raises ModelError with every line that is none.
    """
    columns, *rows = tables.unpacked(path, "a dictionary", _LARGEST)
    targets = columns[1:-1]
    if columns != [source, *targets, _SEEN]:
        raise ModelError(f"{source}, its targets and {_SEEN!r} are expected; get the model again", path, 1)
    problems = [
        Problem("a word, its translations and a number or '?' are expected; get the model again", path, number)
        for number, row in enumerate(rows, 2)
        if len(row) != len(targets) + 2 or not row[0] or not any(row[1:-1]) or not _TOLD.fullmatch(row[-1])
    ]
    if problems:
        raise ModelError(problems)
    return {
        target: {row[0]: Known.of(row[column], row[-1]) for row in rows if row[column]}
        for column, target in enumerate(targets, 1)
        if only in (None, target)
    }


def read(model: Model, source: str, target: str) -> Dictionary | None:
    """The dictionary of a model for a pair of languages; None if it has none or cannot read terms.

    Raises ModelError with every line that is none.
    """
    path = model.folder / file_name(source)
    if model.annotation is None or not path.is_file():
        return None
    known = words(path, source, target).get(target)
    if known is None:
        return None
    return Dictionary(source, target, known, model.annotation, transcription.read(model, source, target))
