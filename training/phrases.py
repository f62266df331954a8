"""English news put into the other language phrase by phrase, to read it from there.

What a weak model translates back is fluent and wrong, and a model that learns to read from it learns to look
away. Phrases of aligned pairs (Koehn, Och & Marcu 2003, "Statistical Phrase-Based Translation"), drawn as often as
they stand and put one after another, are no fluent text, but each says what the English says. A phrase is up to four
words of a sentence's inside; what the aligner mostly leaves alone (the, a) is mostly left out; a name that no
pair holds is written by sound.

The rows go behind the others in `run/pairs.tsv`, `run/links.jsonl` and `run/terms.jsonl`: how they are aligned
need not be found out.
"""

from __future__ import annotations

import json
import lzma
import random
from collections import Counter, defaultdict
from collections.abc import Iterable, Iterator
from dataclasses import dataclass, field
from pathlib import Path

from training.alignment import AlignedPair, Span, aligned_pairs, tokens
from training.corpus import evaluation_sentences, fault, fingerprint, plain
from training.recipe import Recipe
from translit.transliteration.reading import practical

ORIGIN = "phrase-by-phrase"
LONGEST = 4
# words of the other language that a phrase may have
_WIDEST = 6
# a word none of whose translations stands against more of its occurrences than this is left out: the, a
_LOOSE = 0.05
_SEEN = 20
# above 1: frequent phrases are drawn more often than they stand
_SHARP = 1.5
_UNKNOWN = 1  # words of a sentence that may stay as they are


@dataclass(slots=True)
class Phrases:
    """How often English words stand against others, {English: {other: times}}, and how often each word was seen."""

    found: defaultdict[str, Counter[str]] = field(default_factory=lambda: defaultdict(Counter))
    seen: Counter[str] = field(default_factory=Counter)

    def drawn(self, words: str, dice: random.Random) -> str | None:
        """One of the phrases that stand against these words, the frequent ones more often; None if there is none."""
        known = self.found.get(words)
        if not known or (" " in words and sum(known.values()) < 2):
            return None
        often = {phrase: times**_SHARP for phrase, times in known.items() if times > 1} or known
        return dice.choices(list(often), list(often.values()))[0]

    def loose(self, word: str) -> bool:
        """Whether the aligner links the word with anything and nothing, as it does with articles."""
        seen = self.seen[word]
        return seen >= _SEEN and max(self.found[word].values(), default=0) < _LOOSE * seen


def extracted(pairs: Iterable[AlignedPair], wanted: set[str]) -> Phrases:
    """The phrases that `wanted` holds, of pairs whose target is English."""
    phrases = Phrases()
    for pair in pairs:
        times, english, other = pair.times, pair.target, pair.source
        ours, theirs = tokens(english), tokens(other)
        of_ours, of_theirs = ({start: n for n, (start, _) in enumerate(spans)} for spans in (ours, theirs))
        forward, back = defaultdict(set), defaultdict(set)
        for (other_start, _), (english_start, _) in pair.sure:
            e, f = of_ours[english_start], of_theirs[other_start]
            forward[e].add(f)
            back[f].add(e)
        # the first word of a sentence has a capital that is not its own
        for first in range(1, len(ours)):
            word = english[slice(*ours[first])]
            phrases.seen[word] += times
            for last in range(first, min(first + LONGEST, len(ours))):
                words = english[ours[first][0] : ours[last][1]]
                if words not in wanted:
                    break
                there = sorted(set().union(*(forward[e] for e in range(first, last + 1))))
                if not there or there[-1] - there[0] >= _WIDEST:
                    continue
                inside = range(there[0], there[-1] + 1)
                if all(first <= e <= last for f in inside for e in back[f]):
                    phrases.found[words][other[theirs[inside[0]][0] : theirs[inside[-1]][1]]] += times
    return phrases


def put(english: str, phrases: Phrases, dice: random.Random) -> tuple[str, list[tuple[Span, Span]]] | None:
    """The sentence phrase by phrase, and which stretch of it stands for which English; None if too little is known."""
    spans, written, links, at, unknown = tokens(english), "", [], 0, 0
    while at < len(spans):
        start, end = spans[at]
        gap = english[spans[at - 1][1] : start] if at else ""
        word, size, phrase = english[start:end], 1, None
        if not word.isalpha():
            phrase = word
        elif phrases.loose(word if at else _inside(word)):
            at += 1
            continue
        for size in range(min(LONGEST, len(spans) - at), 0, -1) if phrase is None else ():
            words = english[start : spans[at + size - 1][1]]
            phrase = phrases.drawn(words, dice) or (None if at else phrases.drawn(_inside(words), dice))
            if phrase:
                break
        if phrase is None:
            size, unknown = 1, unknown + (not word[0].isupper())
            phrase = " ".join(next(practical([word]))).capitalize() if word[0].isupper() else word
        written += gap if written else ""
        here = (len(written), len(written) + len(phrase))
        written += phrase
        links.append((here, (start, spans[at + size - 1][1])))
        at += size
    if unknown > _UNKNOWN or not written:
        return None
    return written[:1].upper() + written[1:], links


def _inside(words: str) -> str:
    """The first words of a sentence as they would stand inside one."""
    return words[:1].lower() + words[1:]


def gloss(corpora: Path, run: Path, chosen: Recipe, *, seed: int = 1) -> None:
    """Put the English news into every language the model reads, in place of the rows of an earlier call."""
    rows = [
        row
        for row in zip(*((run / name).read_text(encoding="utf-8").split("\n")[:-1] for name in _FILES), strict=True)
        if row[0].split("\t")[1] != ORIGIN
    ]
    held_out = evaluation_sentences(corpora / "eval")
    with lzma.open(corpora / "mono" / "news.en.txt.xz", "rt", encoding="utf-8") as lines:
        news = [text for text in map(plain, lines) if text and fingerprint(text) not in held_out]
    wanted = {words for text in news for words in _runs(text)}
    added = []
    for tag in (tag for tag in chosen.sources if tag != "en"):
        dice = random.Random(seed)
        given = (one for one in aligned_pairs(run, source=tag) if one.origin != ORIGIN)
        phrases = extracted(given, wanted)
        count = 0
        for text in news:
            made = put(text, phrases, dice)
            if made is None or fault(text, made[0], tag):
                continue
            spans = [[*ours, *theirs] for ours, theirs in made[1]]
            pair = "\t".join(("1", ORIGIN, tag, "en", made[0], text))
            added.append((pair, json.dumps({"sure": spans, "likely": []}), "[]"))
            count += 1
        print(f"{count:,d} of {len(news):,d} sentences from {tag}", flush=True)
    for name, cells in zip(_FILES, zip(*rows, *added, strict=True), strict=True):
        beside = run / f"{name}.part"
        beside.write_text("".join(f"{cell}\n" for cell in cells), encoding="utf-8")
        beside.replace(run / name)


_FILES = ("pairs.tsv", "links.jsonl", "terms.jsonl")


def _runs(text: str) -> Iterator[str]:
    """Every run of up to LONGEST words; the first word in small letters too."""
    spans = tokens(text)
    for first, (start, _) in enumerate(spans):
        for last in range(first, min(first + LONGEST, len(spans))):
            words = text[start : spans[last][1]]
            yield words
            if not first:
                yield _inside(words)
