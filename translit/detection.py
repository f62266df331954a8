"""In what language a text is written, among those that can be translated; '' rather than a guess.

Belarusian, Russian and Ukrainian are told apart by letters that the others do not have, which takes no
list of words. Languages of one script otherwise are told by how many of the words simplemma knows
in each; a language alone in its script is told by that.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Sequence

from translit.languages import language
from translit.letters import PART, nfc, script_of

_ALPHABETS = {
    "be": frozenset("абвгґдеёжзійклмнопрстуўфхцчшыьэюя"),
    "ru": frozenset("абвгдеёжзийклмнопрстуфхцчшщъыьэюя"),
    "uk": frozenset("абвгґдеєжзиіїйклмнопрстуфхцчшщьюя"),
}
# scripts that one language of our days is written in
_ALONE = {"Grek": "el", "Geor": "ka", "Armn": "hy"}
# of the letters: what one script must have, what the next likely language must have from outside its alphabet,
# and how many times more that is than what this one has
_MOST, _STRANGE, _TIMES = 0.6, 0.005, 4
# of the words: what a language must know, and how far ahead of the next it must be
_KNOWN, _AHEAD = 0.6, 0.15
_SAMPLE = 6_000


def detect(text: str, among: Sequence[str]) -> str:
    """The tag of the language, one of `among`; '' if it is none of them or cannot be told.

    The first 6,000 characters count.
    """
    sample = nfc(text[:_SAMPLE]).lower()
    counts = Counter(filter(None, map(script_of, sample)))
    if not counts:
        return ""
    script, count = counts.most_common(1)[0]
    if count < _MOST * counts.total():
        return ""
    rivals = [tag for tag in among if language(tag).script == script]
    if script == "Cyrl" and (found := _by_letters(sample)):
        return found if found in rivals else ""
    if _ALONE.get(script) in rivals:
        return _ALONE[script]
    return _by_words(sample, [tag for tag in rivals if tag not in _ALPHABETS])


def _by_letters(sample: str) -> str:
    letters = Counter(letter for letter in sample if script_of(letter) == "Cyrl")
    strange = {
        tag: sum(count for letter, count in letters.items() if letter not in alphabet) / letters.total()
        for tag, alphabet in _ALPHABETS.items()
    }
    best, second = sorted(strange, key=lambda tag: strange[tag])[:2]
    if strange[second] < max(_STRANGE, _TIMES * strange[best]) or strange[best] > _STRANGE * _TIMES:
        return ""
    # Bulgarian has no letter that Russian has not, but it has hardly one of these
    if best == "ru" and letters["ы"] + letters["э"] <= letters["ъ"]:
        return ""
    return best


def _by_words(sample: str, rivals: Sequence[str]) -> str:
    from simplemma import is_known

    words = list(dict.fromkeys(match.group() for match in PART.finditer(sample)))
    known: dict[str, float] = {}
    for tag in rivals:
        try:
            known[tag] = sum(is_known(word, lang=tag.partition("-")[0]) for word in words) / len(words)
        except ValueError:  # a language simplemma has no list for
            continue
    best, second, *_ = [*sorted(known, key=lambda tag: -known[tag]), "", ""]
    return best if best and known[best] >= max(_KNOWN, known.get(second, 0) + _AHEAD) else ""
