"""What several sources say stands for a Russian word in Ukrainian."""

from __future__ import annotations

import random
import re
from collections import defaultdict
from collections.abc import Iterable, Mapping
from functools import cache
from pathlib import Path

from rapidfuzz.distance import Levenshtein

from training.alignment import aligned, tokens
from training.apertium import MARKS, from_russian
from training.corpus import read_tsv
from training.names import grouped
from training.ukrainian.lexicon import PARTS, Lexicon, Word, is_word
from training.ukrainian.reading import lemmas
from training.ukrainian.spelling import respelt
from translit.morphology.analysis import analyser

# so many pairs are enough, and these lengths are sentences
_MOST_PAIRS, _LENGTHS = 150_000, range(3, 400)
_NAMES = (
    *("cldr", "iso-codes", "geonames", "gweather", "kgeography", "slavicner"),
    *("names-translator-first", "names-translator-patronymic"),
)
# an apostrophe stands within a word
_WHOLE = re.compile(r"[^\W\d_]+(?:['’ʼ][^\W\d_]+)*")


def lexicon(russian: Iterable[str], corpora: Path, names: Path) -> Lexicon:
    """The words of these sentences, as Apertium has them and as text in both languages beside the same English has
    them; names as the lists in `names` have them."""
    words = sorted(lemmas(russian))
    # each by itself, as a sentence
    alone = from_russian([text for word in words for text in (f"{word}.", "")], "uk")[::2]
    theirs = {word: text.rstrip(".") for word, text in zip(words, alone, strict=True)}
    sure = {lemma: text.replace("~", "") for lemma, text in theirs.items() if not set(MARKS[:3]) & set(text)}
    return Lexicon(apertium=sure, beside=_beside(corpora), names=_named(names))


def _beside(corpora: Path) -> Mapping[Word, Mapping[Word, float]]:
    """How often dictionary forms of the two stood against each other in translations of the same English."""
    ukrainian: dict[str, list[str]] = defaultdict(list)
    for english, other in _human(corpora, "uk"):
        ukrainian[english].append(other)
    pairs = dict.fromkeys(
        (other, its) for english, other in _human(corpora, "ru") for its in ukrainian.get(english, ())[:2]
    )
    chosen = [pair for pair in pairs if len(pair[0]) in _LENGTHS]
    random.Random(2).shuffle(chosen)
    chosen = chosen[:_MOST_PAIRS]
    counts: dict[Word, dict[Word, float]] = defaultdict(lambda: defaultdict(float))
    for (russian, its), (sure, _) in zip(chosen, aligned(*map(list, zip(*chosen, strict=True))), strict=True):
        there, here = tokens(russian), tokens(its)
        for source, target in sure:
            words = _lemmas("ru", russian[slice(*there[source])]), _lemmas("uk", _word_at(its, here[target][0]))
            for left in words[0]:
                for right in words[1]:
                    counts[left][right] += 1 / len(words[0]) / len(words[1])
    return counts


def _human(corpora: Path, tag: str) -> Iterable[tuple[str, str]]:
    for path in sorted((corpora / "parallel").glob(f"*.en-{tag}.tsv.xz")):
        if not path.name.startswith("apertium"):
            yield from ((row[0].strip(), row[1]) for row in read_tsv(path) if len(row) > 1)


def _word_at(text: str, at: int) -> str:
    """The word with its apostrophes, of which tokens make several."""
    return next((match.group() for match in _WHOLE.finditer(text) if match.start() <= at < match.end()), "")


@cache
def _lemmas(tag: str, text: str) -> tuple[Word, ...]:
    """The two likeliest dictionary forms of a word that the dictionary has."""
    word = text.lower().replace("’", "'").replace("ʼ", "'")
    if not word or not analyser(tag).word_is_known(word):
        return ()
    found = dict.fromkeys((one.normal_form, PARTS.get(str(one.tag.POS), "R")) for one in analyser(tag).parse(word)[:3])
    return tuple(found)[:2]


def _named(names: Path) -> dict[str, str]:
    """Names of one word in small letters; of several spellings the one nearest to the Russian."""
    found: dict[str, set[str]] = defaultdict(set)
    for origin in _NAMES:
        for one in grouped(names, f"variants-{origin}"):
            russian, ukrainian = one.get("ru", "").lower(), one.get("uk", "").lower()
            if russian and not re.search("[ ,]", russian + ukrainian) and is_word(ukrainian, "N"):
                found[russian].add(ukrainian)
    return {
        russian: min(many, key=lambda name: (Levenshtein.distance(respelt(russian), name), name))
        for russian, many in found.items()
    }
