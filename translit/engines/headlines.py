"""An English headline with the capitals of a sentence, as a model reads it.

'Talks End in Deadlock' is written so for its looks, but a small model takes every capital for a name and spells the
words out. Names keep theirs, and so does what no dictionary knows.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Sequence
from functools import cache

from translit.letters import APOSTROPHES, PART, Shape, shape_of
from translit.morphology import has_capital
from translit.passages import Span
from translit.tables import own_table

# fewer words are a name as likely as a headline; fewer that need no capital are a name in a sentence (the White House)
_WORDS, _LOWERED = 4, 2
_I = re.compile(rf"I(?:[{APOSTROPHES}]\w+)?")


def sentence_case(text: str, kept: Iterable[Span] = ()) -> str:
    """A headline in title case without the capitals that its words do not need, of the same length; else the text.

    Words in `kept` do not tell a headline and stay as they are.
    """
    aside = tuple(kept)
    found = (Span(*match.span()) for match in PART.finditer(text))
    places = [place for place in found if not any(place.overlaps(other) for other in aside)]
    words = [place.of(text) for place in places]
    if len(words) < _WORDS or any(word[0].islower() and word not in _listed("small") for word in words):
        return text
    lowered = [at for at in range(1, len(words)) if _for_its_looks(text, places, words, at)]
    if len(lowered) < _LOWERED:
        return text
    letters = list(text)
    for at in lowered:
        letters[places[at].start] = words[at][0].lower()
    return "".join(letters)


def _for_its_looks(text: str, places: Sequence[Span], words: Sequence[str], at: int) -> bool:
    """Whether a word has its capital because the line is a headline."""
    word, end = words[at], places[at].end
    if shape_of(word) is not Shape.TITLE or is_name(word):
        return False
    if len(word) == 1 and text[end : end + 1] == ".":  # U.S., J. Smith
        return False
    following = words[at + 1] if at + 1 < len(words) and text[end : places[at + 1].start] == " " else ""
    return not (word in _listed("before_names") and following[:1].isupper() and is_name(following))


def is_name(word: str) -> bool:
    """Whether an English word that stands with a capital has it inside a sentence too: Minsk, Monday, Putin, I."""
    small = word.lower() in _listed("usually_small") or not has_capital(word, "en")
    return bool(_I.fullmatch(word)) or not small


@cache
def _listed(what: str) -> frozenset[str]:
    return frozenset(own_table(__package__, "headlines.yaml", texts=True)[what].split())
