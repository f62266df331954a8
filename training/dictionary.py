"""The dictionary that ships with a model (`translit/engines/dictionary.py`): what each word stood against.

Single words that the aligner links with one word alone, in both directions, counted by their dictionary forms.
"""

from __future__ import annotations

import lzma
from collections import Counter, defaultdict
from collections.abc import Iterable
from pathlib import Path

from training.alignment import AlignedPair, aligned_pairs, tokens
from training.phrases import ORIGIN as GLOSSED
from training.recipe import Recipe
from translit.engines.dictionary import Known, entry, file_name
from translit.letters import script_of
from translit.morphology import part_of_speech

# a translation is listed that stood against a word so often; 250 sentences of newstest2020 ru-en have chrF++ 52.91 with
# 7, 53.11 with 4, 53.36 with 2, and 51.97 without a dictionary (zle-en 0.5.0); en-ru 37.05 with 3, 37.09 with 2
_TIMES = {"ru": 3, "uk": 3, "en": 2}
# ... and for such a share of the word's occurrences; into English the file must be small
_SHARE = {"ru": 0.3, "uk": 0.3, "en": 0.4}
# a word is rare that stood at most so often, with a translation that had this share of it
_RARE, _SURE = 20, 0.5
# one that stood at most so often, with a first translation of this share, should be said by one of its translations
_SELDOM, _LIKELY = 1000, 0.4
# text that our own models wrote proves nothing of a word
_OWN = frozenset({GLOSSED, "back-translated"})
# 600 sentences of flores dev be-en have 38.46 without a dictionary and 38.44 with one
_WITHOUT = frozenset({("be", "en")})
# other translations besides, which say the word as well
_OTHERS, _OTHER_TIMES = 3, 2


def dictionary(run: Path, chosen: Recipe) -> None:
    """Write `run/dictionary.SOURCE-TARGET.tsv.xz` for every pair that a dictionary can help."""
    for source, target in chosen.pairs:
        # the model is shown dictionary forms, and of other targets none are known
        if target not in _TIMES or (source, target) in _WITHOUT:
            continue
        pairs = (one for one in aligned_pairs(run, source=source) if one.languages[1] == target)
        words = counted((one for one in pairs if one.origin not in _OWN), source, target)
        place = run / file_name(source, target)
        lines = (f"{word}\t{one.line}\n" for word, one in sorted(words.items()))
        place.with_suffix(".part").write_bytes(lzma.compress("".join(lines).encode(), preset=9 | lzma.PRESET_EXTREME))
        place.with_suffix(".part").replace(place)
        print(
            f"{place}: {len(words):,d} words, {sum(one.seen > 0 for one in words.values()):,d} of them rare", flush=True
        )


def counted(pairs: Iterable[AlignedPair], source: str, target: str) -> dict[str, Known]:
    """The translation of each word that has a usual one.

    A capital tells a name from a word, and is no name's where a sentence begins or where all words have one. A word
    that stands with and without one (Woods, woods) is listed without alone: which is meant, a reader knows.
    """
    found: defaultdict[str, Counter[str]] = defaultdict(Counter)
    seen: Counter[str] = Counter()
    for pair in pairs:
        if _title(pair.source) or _title(pair.target):
            continue
        forward, back = defaultdict(list), defaultdict(list)
        for one, other in pair.sure:
            forward[one].append(other)
            back[other].append(one)
        for (start, end), others in forward.items():
            word = pair.source[start:end]
            if not _listed(word) or (not start and word[0].isupper()):
                continue
            word = entry(word, source)
            seen[word] += 1
            translation = pair.target[slice(*others[0])]
            if len(others) == 1 == len(back[others[0]]) and _listed(translation) and _apt(translation, target):
                begins = not others[0][0] and word[0].islower()
                found[word][entry(translation.lower() if begins else translation, target)] += 1
    words = {}
    for word, translations in found.items():
        (first, times), *rest = translations.most_common(1 + _OTHERS)
        share = times / seen[word]
        both = word[0].isupper() and entry(word.lower(), source) in found
        if both or script_of(first[0]) == script_of(word[0]):
            continue
        if times >= _TIMES[target] and share >= _SHARE[target]:
            rare = seen[word] <= _RARE and share >= _SURE
            telling = seen[word] <= _SELDOM and share >= _LIKELY
            besides = (one for one, count in rest if count >= _OTHER_TIMES)
            words[word] = Known((first, *besides), seen[word] if rare else 0, telling=telling)
    return words


def _listed(word: str) -> bool:
    """A word of letters, small ones but for the first."""
    return len(word) > 1 and word.isalpha() and word[1:].islower()


def _apt(word: str, language: str) -> bool:
    """With a capital a noun only: Belfast is Белфаст, though it stands against Белфастский as often."""
    return word[0].islower() or part_of_speech(word, language) in ("noun", "")


def _title(text: str) -> bool:
    """Whether the words of a text have capitals because it is a title."""
    words = [text[slice(*span)] for span in tokens(text)]
    letters = [word for word in words if word.isalpha()]
    return sum(word[0].isupper() for word in letters) > max(2, 0.6 * len(letters))
