"""What a glossary may want to have: names and phrases that come again in texts and have no entry."""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Callable, Iterable, Iterator, Sequence
from dataclasses import dataclass

from translit.glossary.checking import everyday
from translit.glossary.table import Glossary
from translit.glossary.words import Token, roots, tokens
from translit.letters import Shape, nfc, shape_of
from translit.morphology import part_of_speech
from translit.passages import Span

_LONGEST = 3  # words of a phrase
_AROUND = 40
# Words of a phrase stand together this often, measured against how often each stands at all (0 to 1)
_COHESION = 0.1
_SENTENCE_END = re.compile(r"[.!?…:;]")
# English endings of what is no noun: without an analyser 'prisoner swap failed' would pass for a phrase
_NO_NOUN = {"en": ("ed", "ly")}
# Small words inside of names: Court of Human Rights, Bank für Außenwirtschaft
_LINKS = {
    "en": {"of", "the", "for"}, "de": {"der", "für", "von"}, "fr": {"de", "du", "des", "la", "le"},
    "es": {"de", "del", "la", "los", "las"},
}  # fmt: skip
# Languages with an analyser, in which a phrase is adjectives with a noun, or nouns
_NOUNS = {"adjective", "noun"}


@dataclass(frozen=True, slots=True)
class Suggestion:
    """Words that might be an entry: as they mostly stand, how often, and one place with the words around it."""

    words: str
    count: int
    name: bool
    around: str


@dataclass(frozen=True, slots=True)
class _Met:
    words: str
    name: bool
    around: str


def suggest(
    texts: Iterable[str],
    glossary: Glossary,
    source: str,
    target: str,
    *,
    least: int = 2,
    taken: Callable[[str], Iterable[Span]] = lambda text: (),
) -> list[Suggestion]:
    """Names and phrases that stand `least` times or more and that the glossary does not find, the most frequent first.

    A name is words with capitals in the middle of a sentence, small words such as 'of' between them; an abbreviation
    is one too. A phrase is two or three words that stand together more often than apart; in Russian and Ukrainian
    adjectives and nouns. Forms of the same words count together. `taken` gives stretches of a text to leave out.
    """
    met: dict[tuple[str, ...], list[_Met]] = defaultdict(list)
    words: Counter[str] = Counter()
    for text in texts:
        covered = [mention.span for mention in glossary.find(text, source, target)]
        covered += taken(text)
        there = tokens(text, source)
        words.update(_root(token, source) for token in there)
        for run, name in _candidates(there, source):
            span = Span(run[0].span.start, run[-1].span.end)
            if not any(span.overlaps(other) for other in covered):
                key = tuple(_root(token, source) for token in run)
                met[key].append(_Met(nfc(span.of(text)), name, _context(text, span)))
    often = {key: found for key, found in met.items() if len(found) >= least}
    kept = {
        key: found
        for key, found in often.items()
        if (any(one.name for one in found) or _cohesion(key, len(found), words) >= _COHESION)
        and not _within_another(key, len(found), often)
    }
    told = (_suggestion(key, found) for key, found in kept.items())
    return sorted(told, key=lambda one: (-one.count, one.words.casefold()))


def _candidates(there: Sequence[Token], language: str) -> Iterator[tuple[Sequence[Token], bool]]:
    """(words, whether they are a name) of everything that may be a term, longer phrases beside shorter ones."""
    names = list(_names(there, language))
    for first, last in names:
        if last - first > 1 or not _opens(there, first):
            yield there[first:last], True
        if _opens(there, first):
            # 'Judges of the Court': the capital of the first word may be the sentence's
            rest = next((at for at in range(first + 1, last) if _capital(there, at)), last)
            if rest < last:
                yield there[rest:last], True
    # a lone capital at the beginning may be that of any word
    inside = {
        place for first, last in names for place in range(first, last) if last - first > 1 or not _opens(there, first)
    }
    for first in range(len(there)):
        for last in range(first + 2, min(first + _LONGEST, len(there)) + 1):
            run = there[first:last]
            if inside.isdisjoint(range(first, last)) and _is_phrase(run, language):
                yield run, False


def _names(there: Sequence[Token], language: str) -> Iterator[tuple[int, int]]:
    """Places of the first word and behind the last one of each run of capitals."""
    links, plain = _LINKS.get(language, set()), everyday(language)
    place = 0
    while place < len(there):
        end = place
        if _capital(there, place) and there[place].text.casefold() not in plain:
            end = place + 1
            while (after := _continues(there, end, links)) > end:
                end = after
        if end > place:
            yield place, end
        place = max(end, place + 1)


def _continues(there: Sequence[Token], end: int, links: set[str]) -> int:
    """Behind the next capital of a name, or `end` where it goes on no further."""
    at = end
    while at < len(there) and not there[at].joint and there[at].text in links:
        at += 1
    goes_on = at < len(there) and not there[at].joint and _capital(there, at)
    return at + 1 if goes_on else end


def _capital(there: Sequence[Token], place: int) -> bool:
    return shape_of(there[place].text) is not Shape.LOWER and there[place].text[:1].isalpha()


def _opens(there: Sequence[Token], place: int) -> bool:
    """Whether a word has its capital because a sentence begins with it; an abbreviation has its own."""
    begins = place == 0 or _SENTENCE_END.search(there[place].gap)
    return bool(begins) and shape_of(there[place].text) is Shape.TITLE


def _is_phrase(run: Sequence[Token], language: str) -> bool:
    plain = everyday(language)
    if any(token.joint for token in run[1:]):
        return False
    if any(len(token.text) < 3 or not token.text.isalpha() or token.text.casefold() in plain for token in run):
        return False
    if run[-1].text.endswith(_NO_NOUN.get(language, ())):
        return False
    speech = [part_of_speech(token.text, language) for token in run]
    return not any(speech) or (set(speech) <= _NOUNS and speech[-1] == "noun")


def _root(token: Token, language: str) -> str:
    return roots(token.text, language)[0]


def _cohesion(key: tuple[str, ...], count: int, words: Counter[str]) -> float:
    """How much of the time the words stand together: count² over the counts of the first and the last."""
    return count**2 / (words[key[0]] * words[key[-1]])


def _within_another(key: tuple[str, ...], count: int, others: dict[tuple[str, ...], list[_Met]]) -> bool:
    """Whether a longer candidate holds it and stands as often."""
    return any(
        len(other) > len(key)
        and len(found) >= count
        and any(other[at : at + len(key)] == key for at in range(len(other) - len(key) + 1))
        for other, found in others.items()
    )


def _suggestion(key: tuple[str, ...], found: Sequence[_Met]) -> Suggestion:
    counts = Counter(one.words for one in found)
    # the dictionary form if it stands anywhere, else what stands most often
    best = max(counts, key=lambda words: (words.lower().split() == list(key), counts[words], words))
    first = next(one for one in found if one.words == best)
    return Suggestion(best, len(found), any(one.name for one in found), first.around)


def _context(text: str, span: Span) -> str:
    return " ".join(text[max(0, span.start - _AROUND) : span.end + _AROUND].split())
