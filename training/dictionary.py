"""The dictionary that ships with a model (`translit/engines/dictionary.py`): what each word stood against.

Words that the aligner links with one word alone, in both directions, counted by their dictionary forms. A noun or an
adjective whose partner has neighbours that stand against nothing else is counted with these: сырьё is raw materials,
and neither raw nor materials.
"""

from __future__ import annotations

import lzma
import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field
from pathlib import Path

from training.alignment import AlignedPair, Span, aligned_pairs, tokens
from training.annotation import dictionary_form
from training.phrases import ORIGIN as GLOSSED
from training.recipe import Recipe
from translit.engines.dictionary import WORD, Known, entry, file_name
from translit.glossary.checking import everyday
from translit.letters import script_of
from translit.morphology import listed, part_of_speech

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
_OWN = frozenset({GLOSSED, "back-translated", "ua-gec"})
# 600 sentences of flores dev be-en have 38.46 without a dictionary and 38.44 with one
_WITHOUT = frozenset({("be", "en")})
# a translation of several words stood against a word so often; against a name more often, and mostly
_PHRASE, _NAMED, _MOSTLY = 3, 5, 0.6
# other translations besides, which say the word as well
_OTHERS, _OTHER_TIMES = 3, 2
_JOINT = re.compile("[ -]")
# words whose partner may have neighbours that say them too; '' where no analyser knows the language
_WIDENED = ("noun", "adjective", "")


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


@dataclass(slots=True)
class _Counts:
    """How often a word was seen, and what it stood against: with the neighbours of its partner and without."""

    seen: int = 0
    widened: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)


def counted(pairs: Iterable[AlignedPair], source: str, target: str) -> dict[str, Known]:
    """The translation of each word that has a usual one.

    A capital tells a name from a word, and is no name's where a sentence begins or where all words have one. A word
    that stands with and without one (Woods, woods) is listed without alone: which is meant, a reader knows.
    """
    counts: defaultdict[str, _Counts] = defaultdict(_Counts)
    for pair in pairs:
        if not _title(pair.source) and not _title(pair.target):
            _count(pair, counts, source, target)
    small = {word for word, one in counts.items() if one.alone and not _named(word)}
    known = (
        (word, _known(word, one, target))
        for word, one in counts.items()
        if one.alone and not (_named(word) and entry(word.lower(), source) in small)
    )
    return {word: one for word, one in known if one is not None}


def _count(pair: AlignedPair, counts: defaultdict[str, _Counts], source: str, target: str) -> None:
    forward, back, likely = (defaultdict[Span, list[Span]](list) for _ in range(3))
    for one, other in pair.sure:
        forward[one].append(other)
        back[other].append(one)
    for one, other in pair.likely:
        likely[one].append(other)
    for found in WORD.finditer(pair.source):
        if not _listed(found.group()) or (not found.start() and _named(found.group())):
            continue
        if _left_by_a_machine(pair, found.group(), source):
            continue
        parts = [(found.start() + start, found.start() + end) for start, end in tokens(found.group())]
        sure = {other for part in parts for other in forward[part]}
        if not sure:
            continue
        word = entry(found.group(), source)
        counts[word].seen += 1
        if len(sure) > len(parts) or any(set(back[other]) - set(parts) for other in sure):
            continue
        kind = part_of_speech(word, source)
        beside = {other for part in parts for other in likely[part]} if kind in _WIDENED else set()
        for counter, more in ((counts[word].alone, set[Span]()), (counts[word].widened, beside)):
            start, end = _stretch(sure, more, pair.target)
            text = pair.target[start:end]
            text = text if start or _named(word) else text[:1].lower() + text[1:]
            form = _form(text, target, inflected=kind != "adjective")
            if form and not _left_by_a_machine(pair, text, target):
                counter[form] += 1


def _left_by_a_machine(pair: AlignedPair, text: str, language: str) -> bool:
    """Whether words may be Russian, in the letters of the language: Apertium leaves what it does not know."""
    if language == "en" or not pair.origin.startswith("apertium"):
        return False
    return any(listed(word, language) is False for word in _JOINT.split(text))


def _known(word: str, counts: _Counts, target: str) -> Known | None:
    """What is listed of a word; None if nothing is sure enough."""
    partners = _partners(word, counts)
    if not partners:
        return None
    (first, times), *rest = partners.most_common(1 + _OTHERS)
    share = times / counts.seen
    if script_of(first[0]) == script_of(word[0]) or times < _TIMES[target] or share < _SHARE[target]:
        return None
    rare = counts.seen <= _RARE and share >= _SURE
    telling = counts.seen <= _SELDOM and share >= _LIKELY
    besides = (one for one, count in rest if count >= _OTHER_TIMES)
    return Known((first, *besides), counts.seen if rare else 0, telling=telling)


def _partners(word: str, counts: _Counts) -> Counter[str]:
    """The counts that tell what a word stands for; empty where these would tell half of it."""
    phrase, times = counts.widened.most_common(1)[0] if counts.widened else ("", 0)
    if "-" in word and phrase:
        return counts.widened
    if not _JOINT.search(phrase):
        return counts.alone
    if _named(word):  # Muammar Gaddafi is more than Каддафи
        return counts.widened if times >= _NAMED and times > _MOSTLY * counts.seen else counts.alone
    # столовая is not dining, though it be a dining hall only twice
    return counts.widened if times >= _PHRASE else counts.alone if times == 1 else Counter()


def _named(word: str) -> bool:
    return word[0].isupper()


def _stretch(sure: Set[Span], beside: Set[Span], text: str) -> Span:
    """Where the partners of a word stand with those words beside them that, if anything, say that word too; nowhere,
    (0, 0), if other words stand between the partners."""
    spans = sorted(sure | {span for span in beside if text[slice(*span)].isalpha()})
    first = last = spans.index(min(sure))
    while first and text[spans[first - 1][1] : spans[first][0]] in (" ", "-"):
        first -= 1
    while last + 1 < len(spans) and text[spans[last][1] : spans[last + 1][0]] in (" ", "-"):
        last += 1
    return (spans[first][0], spans[last][1]) if spans[last] >= max(sure) else (0, 0)


def _form(text: str, language: str, *, inflected: bool) -> str | None:
    """What a translation is listed as, an English one that is `inflected` as if it stood for one thing; None for what
    no dictionary would give."""
    words = _JOINT.split(text)
    if len(words) == 1:
        if not _apt(text, language):
            return None
    elif any(not word.isalpha() or word.lower() in everyday(language) for word in words):
        return None
    elif language != "en" and " " in text:
        return dictionary_form(words, language, first=False, singular=True) if "-" not in text else None
    elif language != "en":
        return entry(text, language)
    # what stands against an adjective is one, or is tired and not to tire
    as_it_stands = language == "en" and not inflected
    return text if as_it_stands else text[: -len(words[-1])] + entry(words[-1], language)


def _listed(word: str) -> bool:
    """A word of letters, small ones but for the first, or several with a hyphen between."""
    return all(len(part) > 1 and part.isalpha() and part[1:].islower() for part in word.split("-"))


def _apt(word: str, language: str) -> bool:
    """With a capital a noun only: Belfast is Белфаст, though it stands against Белфастский as often."""
    return _listed(word) and (word[0].islower() or part_of_speech(word, language) in ("noun", ""))


def _title(text: str) -> bool:
    """Whether the words of a text have capitals because it is a title."""
    words = [text[slice(*span)] for span in tokens(text)]
    letters = [word for word in words if word.isalpha()]
    return sum(word[0].isupper() for word in letters) > max(2, 0.6 * len(letters))
