"""The dictionary that ships with a model (`translit/engines/dictionary.py`): what each word stood against, where that
is sure enough.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Mapping
from dataclasses import replace
from pathlib import Path

from training.alignment import AlignedPair, aligned_pairs
from training.corpus import LEXICON
from training.partners import JOINT, Partners, counted, named
from training.phrases import ORIGIN as GLOSSED
from training.recipe import Recipe
from training.synthesis import word_for_word
from training.ukrainian.writing import Written
from translit.engines.dictionary import Known, entry, file_name, packed
from translit.letters import script_of

# a translation is listed that stood against a word so often; 250 sentences of newstest2020 ru-en have chrF++ 52.91 with
# 7, 53.11 with 4, 53.36 with 2, and 51.97 without a dictionary (zle-en 0.5.0); en-ru 37.05 with 3, 37.09 with 2
_TIMES = {"ru": 3, "en": 2}
# ... and for such a share of the word's occurrences; into English the file must be small
_SHARE = {"ru": 0.3, "en": 0.4}
# a word is rare that stood at most so often, with a translation that had this share of it
RARE, _SURE = 20, 0.5
# one that stood at most so often, with a first translation of this share, should be said by one of its translations
_SELDOM, _LIKELY = 1000, 0.4
# text that our own models wrote proves nothing of a word; the written dictionary comes in by itself (`entries`)
_OWN = frozenset({GLOSSED, LEXICON.name, "back-translated", "ua-gec"})
# 600 sentences of flores dev be-en have 38.46 without a dictionary and 38.44 with one
_WITHOUT = frozenset({("be", "en")})
# a translation of several words stood against a word so often; against a name more often, and mostly
_PHRASE, _NAMED, _MOSTLY = 3, 5, 0.6
# other translations besides, which say the word as well
_OTHERS, _OTHER_TIMES = 3, 2


def dictionary(run: Path, chosen: Recipe, corpora: Path, names: Path) -> None:
    """Write `run/dictionary.SOURCE.tsv.xz` for every source that a dictionary can help to read.

    Those of Ukrainian and Belarusian are the Russian one word for word, for much more is aligned with that.
    """
    for source in chosen.sources:
        targets = [target for target in chosen.targets if (source, target) not in _WITHOUT]
        words = {target: _aligned(run, source, target) for target in targets if is_aligned(target)}
        if neighbours := [target for target in targets if not is_aligned(target)]:
            russian = words.get("ru") or _aligned(run, source, "ru")
            texts = sorted({text for one in russian.values() for text in one.translations})
            for target, written in word_for_word(texts, neighbours, corpora, names).items():
                words[target] = put(russian, dict(zip(texts, written, strict=True)))
        if words:
            place = run / file_name(source)
            place.with_suffix(".part").write_bytes(packed(source, words))
            place.with_suffix(".part").replace(place)
            print(place, *(f"{target}: {len(known):,d} words" for target, known in words.items()), flush=True)


def is_aligned(target: str) -> bool:
    """Whether the translations into a language are those of text that people wrote in it."""
    return target in _TIMES


def _aligned(run: Path, source: str, target: str) -> dict[str, Known]:
    pairs = (one for one in aligned_pairs(run, source=source) if one.languages[1] == target)
    return listing((one for one in pairs if one.origin not in _OWN), source, target)


def put(words: Mapping[str, Known], written: Mapping[str, Written]) -> dict[str, Known]:
    """A dictionary with its translations as they are written in another language, without those that are unsure there;
    an entry goes whose first one is."""
    found: dict[str, Known] = {}
    for word, one in words.items():
        sure = dict.fromkeys(written[text].text for text in one.translations if not written[text].unsure)
        if not written[one.translations[0]].unsure:
            found[word] = replace(one, translations=tuple(sure))
    return found


def listing(pairs: Iterable[AlignedPair], source: str, target: str) -> dict[str, Known]:
    """The translation of each word that has a usual one.

    A word that stands with a capital and without (Woods, woods) is listed without alone: a reader knows which is meant.
    """
    found = {word: one for word, one in counted(pairs, source, target).items() if one.alone}
    known = (
        (word, _known(word, one, target))
        for word, one in found.items()
        if not named(word) or entry(word.lower(), source) not in found
    )
    return {word: one for word, one in known if one is not None}


def _known(word: str, counts: Partners, target: str) -> Known | None:
    """What is listed of a word; None if nothing is sure enough."""
    partners = _partners(word, counts)
    if not partners:
        return None
    (first, times), *rest = partners.most_common(1 + _OTHERS)
    share = times / counts.seen
    if script_of(first[0]) == script_of(word[0]) or times < _TIMES[target] or share < _SHARE[target]:
        return None
    rare = counts.seen <= RARE and share >= _SURE
    telling = counts.seen <= _SELDOM and share >= _LIKELY
    # others are asked for only where one of them must be said
    besides = (one for one, count in rest if telling and count >= _OTHER_TIMES)
    return Known((first, *besides), counts.seen if rare else 0, telling=telling)


def _partners(word: str, counts: Partners) -> Counter[str]:
    """The counts that tell what a word stands for; empty where these would tell half of it."""
    phrase, times = counts.widened.most_common(1)[0] if counts.widened else ("", 0)
    if "-" in word and phrase:
        return counts.widened
    if not JOINT.search(phrase):
        return counts.alone
    if named(word):  # Muammar Gaddafi is more than Каддафи
        return counts.widened if times >= _NAMED and times > _MOSTLY * counts.seen else counts.alone
    # столовая is not dining, though it be a dining hall only twice
    return counts.widened if times >= _PHRASE else counts.alone if times == 1 else Counter()
