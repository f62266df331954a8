"""Many names against many at once: how alike each two are, by their folded keys, without reasons.

A sieve, not a verdict: what it lets through is for `compare_names` to decide. Of 10,000 by 10,000 names it looks at
100,000,000 pairs within seconds (`benchmarks/names/speed.py`).
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from functools import cache
from typing import TYPE_CHECKING

from translit.letters import folded
from translit.names.identity.folding import sound
from translit.names.identity.likeness import Part
from translit.names.identity.taken import orders
from translit.transliteration.given_names import table

if TYPE_CHECKING:
    import numpy as np
    from numpy.typing import NDArray


def folded_key(name: str) -> str:
    """The likeliest sound of the given name and the family name; a given name of the table counts as the Russian one.

    A patronymic is left out, since many spellings do. A name in other letters is its own key.
    """
    taken = orders(name)
    if not taken:
        return folded(name)
    given = _given(taken[0].given) if taken[0].given is not None else ""
    return f"{given} {taken[0].family.sound}".strip()


def likeness_matrix(names: Sequence[str], others: Sequence[str], *, workers: int = 1) -> NDArray[np.float32]:
    """A row for each of `names`, a column for each of `others`: from 0 to 1, the share of letters their keys share.

    The measure is the longest common subsequence, as `rapidfuzz.distance.Indel` has it; workers: threads, -1 for all
    cores. The matrix takes 4 bytes a pair.
    """
    return likenesses([folded_key(name) for name in names], [folded_key(name) for name in others], workers)


def likenesses(keys: Sequence[str], others: Sequence[str], workers: int = 1) -> NDArray[np.float32]:
    """The same of keys that are folded already."""
    import numpy as np
    from rapidfuzz.distance import Indel
    from rapidfuzz.process import cdist

    return cdist(keys, others, scorer=Indel.normalized_similarity, dtype=np.float32, workers=workers)


def _given(part: Part) -> str:
    return _settled().get(min(part.groups), part.sound) if part.groups else part.sound


@cache
def _settled() -> Mapping[int, str]:
    found: dict[int, str] = {}
    for name in table():
        if name.forms:
            found.setdefault(name.group, sound(name.forms["ru"]))
    return found
