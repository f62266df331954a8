"""The peers as functions of two names that give a score; each at its own way of being called, names taken in once.

rigour and nomenklatura (both MIT) know names of the whole world; Daitch-Mokotoff is the sound key of East European
family names, as `abydos` has it, over the names in ASCII.
"""

from __future__ import annotations

from collections.abc import Callable
from functools import cache
from itertools import count
from typing import Any

Scorer = Callable[[str, str], float]


def rigour() -> Scorer:
    """`rigour.names`: symbols first, then what is left by `compare_parts`; the mean by length of part."""
    from rigour.names import NameTypeTag, align_person_name_order, analyze_names, compare_parts

    @cache
    def analysed(name: str) -> Any:
        return next(iter(analyze_names(NameTypeTag.PER, [name])), None)

    def score(a: str, b: str) -> float:
        first, second = analysed(a), analysed(b)
        if first is None or second is None:
            return 0.0
        found = compare_parts(*align_person_name_order(first.parts, second.parts))
        sizes = [len(part.qstr or "") + len(part.rstr or "") for part in found]
        total = sum(part.score * size for part, size in zip(found, sizes, strict=True))
        return float(total / max(1, sum(sizes)))

    return score


def nomenklatura(algorithm: str) -> Scorer:
    """A matcher of nomenklatura by its name, over two persons who have nothing but a name."""
    from followthemoney import model
    from nomenklatura.matching import get_algorithm

    matcher: Any = get_algorithm(algorithm)
    config = matcher.default_config()
    numbers = count()

    @cache
    def person(name: str) -> Any:
        made = model.make_entity("Person")
        made.id = str(next(numbers))  # the matcher remembers persons by their id
        made.add("name", name)
        return made

    def score(a: str, b: str) -> float:
        return float(matcher.compare(person(a), person(b), config).score)

    return score


def daitch_mokotoff() -> Scorer:
    """1 if every word has a code in common with a word of the other name, else the share of words that have."""
    from abydos.phonetic import DaitchMokotoff
    from anyascii import anyascii

    coder = DaitchMokotoff()

    @cache
    def codes(name: str) -> tuple[frozenset[str], ...]:
        words = anyascii(name).replace("'", "").replace("-", " ").replace(",", " ").split()
        return tuple(frozenset(coder.encode(word)) for word in words)

    def score(a: str, b: str) -> float:
        first, second = codes(a), codes(b)
        met = sum(any(code & other for other in second) for code in first)
        return 2 * met / max(1, len(first) + len(second)) if met else 0.0

    return score


PEERS: dict[str, Callable[[], Scorer]] = {
    "rigour": rigour,
    "nomenklatura logic-v2": lambda: nomenklatura("logic-v2"),
    "nomenklatura name-based": lambda: nomenklatura("name-based"),
    "daitch-mokotoff": daitch_mokotoff,
}
