"""Which words of a draft stand for a mention, by the alignment."""

from __future__ import annotations

import re
from collections.abc import Iterator, Sequence
from dataclasses import dataclass

from rapidfuzz import fuzz
from rapidfuzz.distance import Prefix

from translit.morphology import GOVERNMENT, part_of_speech
from translit.passages import Draft, Mention, MentionKind, Span
from translit.verbatim import copied

TAKEN = "the words that stand for it belong to another term"
LONGEST = 6  # words; a longer stretch says more about the alignment than about the term
# Parts of a hyphenated word count by themselves: in 'Беларусь-Польша' each half has its own alignment
_WORD = re.compile(r"(?:[^\W_][\u0300-\u036f]*)+(?:['’ʼ](?:[^\W_][\u0300-\u036f]*)+)*")
_POSSESSIVE = re.compile(r"['’]s$")
_CHUNK = re.compile(r"\S+")
_HOST = re.compile(r"\w+://[^/]+")
_CLOSE = re.compile(r"[\s\u2010\u2011-]*")
_HYPHEN = re.compile(r"[\u2010\u2011-]")
_OPENING, _CLOSING = "«„“\"'([", ".,;:!?…»)]”\"'"
_LITTLE = {
    "ru": "и или а но что не",
    "uk": "і й та або а але що не",
    "be": "і й ды або а але што не у ў на з за да па пра ад для без пры праз",
    "en": "a an the and or of in on at to for from by with about against after before",
    "pl": "i oraz lub a ale że nie w we na z ze do od dla bez po przy przez o",
    "de": "der die das und oder in im an am zu von mit für gegen nach vor",
    "fr": "le la les un une et ou de du des à au aux en pour par avec contre",
    "es": "el la los las un una y o de del en a al por para con contra",
}


@dataclass(frozen=True, slots=True)
class Evidence:
    """A word of the draft, with how many of its characters are aligned to the mention and to anything else."""

    span: Span
    inside: int
    outside: int


def little_words(language: str) -> frozenset[str]:
    """Prepositions, conjunctions, articles: they neither begin nor end what stands for a term."""
    return frozenset((*_LITTLE.get(language, "").split(), *GOVERNMENT.get(language, ())))


def evidence(draft: Draft, mention: Mention, language: str) -> list[Evidence]:
    """Every word of the draft (every run without spaces for KEEP) with its alignment to the mention."""
    found: list[Evidence] = []
    for word in _chunks(draft.text, mention.text) if mention.kind is MentionKind.KEEP else _words(draft.text, language):
        inside = outside = 0
        for source, target in draft.alignment:
            if shared := _shared(word, target):
                # a pair for half the sentence is no evidence for the mention in it
                if 2 * _shared(source, mention.span) >= max(len(source), 1):
                    inside += shared
                else:
                    outside += shared
        found.append(Evidence(word, inside, outside))
    return found


def _words(text: str, language: str) -> Iterator[Span]:
    for match in _WORD.finditer(text):
        possessive = _POSSESSIVE.search(match.group()) if language == "en" else None
        yield Span(match.start(), match.start() + possessive.start() if possessive else match.end())


def _chunks(text: str, kept: str) -> Iterator[Span]:
    """Runs without spaces, less the punctuation around them that is none of the kept words' own."""
    for match in _CHUNK.finditer(text):
        start, end = match.span()
        if kept[:1] not in _OPENING:
            start = end - len(match.group().lstrip(_OPENING))
        if kept[-1:] not in _CLOSING:
            end = start + len(text[start:end].rstrip(_CLOSING))
        if start < end:
            yield Span(start, end)


def again(text: str, stretch: Span, kept: str, owned: Sequence[Span]) -> Span:
    """The stretch with its neighbours that are the kept words once more, or an address like theirs.

    A model shown an address may write it twice: 'https://a.by/news/new https://a.by/news', or translate the second.
    """
    taken = [other for other in owned if other != stretch]
    chunks = [
        chunk
        for chunk in _chunks(text, kept)
        if _alike(chunk.of(text), kept) and not any(chunk.overlaps(other) for other in taken)
    ]
    for chunk in [*chunks, *reversed(chunks)]:
        if text[chunk.end : stretch.start].isspace():
            stretch = Span(chunk.start, stretch.end)
        elif text[stretch.end : chunk.start].isspace():
            stretch = Span(stretch.start, chunk.end)
    return stretch


def _alike(chunk: str, kept: str) -> bool:
    host = _HOST.match(kept)
    least = min(0.75 * len(kept), len(host.group()) if host else len(kept))
    return chunk == kept or (Prefix.similarity(chunk, kept) >= least and len(copied(chunk)) == 1)


def _shared(one: Span, other: Span) -> int:
    return max(0, min(one.end, other.end) - max(one.start, other.start))


def aligned(
    draft: Draft, mention: Mention, words: Sequence[Evidence], language: str, owned: Sequence[Span]
) -> Span | str:
    """The smallest run of whole words aligned to the mention; a reason if there is no sensible one."""
    if not draft.alignment:
        return "nothing tells which words of the draft stand for it"
    hits = [word.inside > 0 and word.inside >= word.outside for word in words]
    if not any(hits):
        return "nothing in the draft stands for it"
    free = [hit and not any(word.span.overlaps(span) for span in owned) for hit, word in zip(hits, words, strict=True)]
    if not any(free):
        return TAKEN
    little = little_words(language)
    loose = mention.kind is MentionKind.KEEP  # an address may come back in pieces: 'https ://example. org'
    best = max(_runs(draft.text, words, free, little, loose=loose), key=lambda run: sum(word.inside for word in run))
    kept = [word.span.of(draft.text).lower() for word in best]
    first, last = 0, len(best)
    if mention.kind is not MentionKind.KEEP:
        while first < last and kept[first] in little:
            first += 1
        while last > first and kept[last - 1] in little:
            last -= 1
    if first == last:
        return "only a preposition or conjunction of the draft stands for it"
    if last - first > LONGEST and mention.kind is not MentionKind.KEEP:
        return f"the words that seem to stand for it are more than {LONGEST}"
    stretch = Span(best[first].span.start, best[last - 1].span.end)
    stretch = stretch if loose else _hyphenated(draft.text, stretch, words, owned)
    if last - first == 1 and kept[first] == stretch.of(draft.text) and part_of_speech(kept[first], language) == "verb":
        return f"only the verb '{kept[first]}' stands for it"
    return stretch


def _hyphenated(text: str, stretch: Span, words: Sequence[Evidence], owned: Sequence[Span]) -> Span:
    """The stretch with the other parts of a hyphenated word, unless they stand for something else."""
    for word in [*words, *reversed(words)]:
        if word.outside > word.inside or any(word.span.overlaps(span) for span in owned):
            continue
        if _HYPHEN.fullmatch(text, word.span.end, stretch.start):
            stretch = Span(word.span.start, stretch.end)
        elif _HYPHEN.fullmatch(text, stretch.end, word.span.start):
            stretch = Span(stretch.start, word.span.end)
    return stretch


def _runs(
    text: str, words: Sequence[Evidence], free: Sequence[bool], little: frozenset[str], *, loose: bool
) -> list[list[Evidence]]:
    """Runs of free words, over at most one little or unaligned word between them and over no punctuation."""
    runs: list[list[Evidence]] = []
    last = -1
    for at, word in enumerate(words):
        if not free[at]:
            continue
        between = words[last + 1 : at] if last >= 0 else ()
        bridge = len(between) <= 1 and all(
            other.inside + other.outside == 0 or other.span.of(text).lower() in little for other in between
        )
        close = last >= 0 and all(
            loose or _CLOSE.fullmatch(text, words[i].span.end, words[i + 1].span.start) for i in range(last, at)
        )
        if runs and bridge and close:
            runs[-1] += [*between, word]
        else:
            runs.append([word])
        last = at
    return runs


def widened(
    text: str, stretch: Span, words: Sequence[Evidence], wanted: str, language: str, owned: Sequence[Span]
) -> Span:
    """The stretch with neighbours that are pieces of the same name, so that it is not written twice.

    A neighbour counts if it resembles a word of the wanted text and is not aligned to something else, or if it is
    that word but for its ending.
    """
    little = little_words(language)
    parts = [match.group().lower() for match in _WORD.finditer(wanted)]
    inside = [at for at, word in enumerate(words) if word.span.overlaps(stretch)]
    if not inside:
        return stretch
    first, last = inside[0], inside[-1]
    for step in (-1, 1):
        while last - first + 1 < LONGEST:
            at = first - 1 if step < 0 else last + 1
            if not 0 <= at < len(words) or any(words[at].span.overlaps(span) for span in owned):
                break
            gap = (
                (words[at].span.end, words[first].span.start)
                if step < 0
                else (words[last].span.end, words[at].span.start)
            )
            low = words[at].span.of(text).lower()
            if low in little or not _CLOSE.fullmatch(text, *gap):
                break
            alike = max((fuzz.ratio(low, part) for part in parts), default=0.0)
            if alike < (60 if words[at].inside or not words[at].outside else 85):
                break
            first, last = min(first, at), max(last, at)
    return Span(min(words[first].span.start, stretch.start), max(words[last].span.end, stretch.end))
