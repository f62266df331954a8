"""What each word stands against in aligned pairs, counted by dictionary forms.

The partners of a word are those that the aligner links with it alone, in both directions. Those of a noun or an
adjective are counted once more with the neighbours that stand against nothing else: сырьё is raw materials, and neither
raw nor materials. A word with a hyphen is one word.
"""

from __future__ import annotations

import re
from collections import Counter, defaultdict
from collections.abc import Iterable, Set
from dataclasses import dataclass, field

from training.alignment import AlignedPair, Span, tokens
from training.annotation import dictionary_form
from translit.engines.dictionary import WORD, entry
from translit.glossary.checking import everyday
from translit.morphology import listed, part_of_speech

# between the words of a translation
JOINT = re.compile("[ -]")
# words whose partner may have neighbours that say them too; '' where no analyser knows the language
_WIDENED = ("noun", "adjective", "")


@dataclass(slots=True)
class Partners:
    """How often a word was seen, and what it stood against: with the neighbours of its partner and without."""

    seen: int = 0
    widened: Counter[str] = field(default_factory=Counter)
    alone: Counter[str] = field(default_factory=Counter)


def counted(pairs: Iterable[AlignedPair], source: str, target: str) -> dict[str, Partners]:
    """Word as `engines.dictionary.entry` lists it -> its partners.

    A capital tells a name from a word, and is no name's where a sentence begins or where all words have one.
    """
    found: defaultdict[str, Partners] = defaultdict(Partners)
    for pair in pairs:
        if not _title(pair.source) and not _title(pair.target):
            _count(pair, found, source, target)
    return dict(found)


def _count(pair: AlignedPair, partners: defaultdict[str, Partners], source: str, target: str) -> None:
    forward, back, likely = (defaultdict[Span, list[Span]](list) for _ in range(3))
    for one, other in pair.sure:
        forward[one].append(other)
        back[other].append(one)
    for one, other in pair.likely:
        likely[one].append(other)
    for found in WORD.finditer(pair.source):
        if not _listed(found.group()) or (not found.start() and named(found.group())):
            continue
        if _left_by_a_machine(pair, found.group(), source):
            continue
        parts = [(found.start() + start, found.start() + end) for start, end in tokens(found.group())]
        sure = {other for part in parts for other in forward[part]}
        if not sure:
            continue
        word = entry(found.group(), source)
        partners[word].seen += 1
        if len(sure) > len(parts) or any(set(back[other]) - set(parts) for other in sure):
            continue
        kind = part_of_speech(word, source)
        beside = {other for part in parts for other in likely[part]} if kind in _WIDENED else set()
        for counter, more in ((partners[word].alone, set[Span]()), (partners[word].widened, beside)):
            start, end = _stretch(sure, more, pair.target)
            text = pair.target[start:end]
            text = text if start or named(word) else text[:1].lower() + text[1:]
            form = _form(text, target, inflected=kind != "adjective")
            if form and not _left_by_a_machine(pair, text, target):
                counter[form] += 1


def _left_by_a_machine(pair: AlignedPair, text: str, language: str) -> bool:
    """Whether words may be Russian, in the letters of the language: Apertium leaves what it does not know, and what has
    no word of its own is respelt."""
    if language == "en" or not pair.origin.startswith(("apertium", "word-for-word")):
        return False
    return any(listed(word, language) is False for word in JOINT.split(text))


def named(word: str) -> bool:
    """Whether a word is listed as a name."""
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
    words = JOINT.split(text)
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
