"""Blocks: where to look for the spellings that may be one name, without comparing every pair.

Two names are compared only if they share a block: the consonants of the family name, in any of its readings, together
with the given name, by the table of equivalents or by its consonants. A name that shows no given name (a family name
alone, an initial) is looked for by the family name.

    blocks("Siarhei Tsikhanouski").whole & blocks("Сергей Тихановский").whole    # '#43 тгнск', 'срг тгнск'
"""

from __future__ import annotations

import re
from collections.abc import Iterable
from functools import lru_cache
from typing import NamedTuple

from translit.letters import folded
from translit.names.identity.likeness import Part, bones, by_ear
from translit.names.identity.parts import is_initial
from translit.names.identity.phonetics import skeleton
from translit.names.identity.taken import Name, orders

_FEWER = str.maketrans("цхчш", "тгжж")
_SAME = re.compile(r"(.)\1+")
_ELSEWHERE = "="  # before a name in other letters than Latin and Cyrillic, which only meets itself


class Blocks(NamedTuple):
    """`whole`: blocks of family name and given name, empty where none shows; `family`: of the family name alone."""

    whole: frozenset[str]
    family: frozenset[str]


def blocks(name: str) -> Blocks:
    """The blocks of a name in every order its parts may have."""
    found = blocks_of(orders(name))
    return found if found.family else Blocks(frozenset(), frozenset({_ELSEWHERE + folded(name)}))


def blocks_of(taken: Iterable[Name]) -> Blocks:
    """The blocks of a name that was taken in; none for other letters than Latin and Cyrillic."""
    whole: set[str] = set()
    family: set[str] = set()
    for one in taken:
        families = {bone for part in _family_parts(one) for bone in _bare(part)}
        family |= families
        if one.given is not None and not is_initial(one.given.text):
            whole |= {f"{bone} {given}" if bone < given else f"{given} {bone}"
                      for bone in families for given in _given(one.given)}  # fmt: skip
    return Blocks(frozenset(whole), frozenset(family))


def _family_parts(name: Name) -> tuple[Part, ...]:
    """The family name; a middle word that is no patronymic may be one too ('Carme Chacón Piqueras')."""
    middle = name.words[1:-1] if not name.gender else ()
    return (name.family, *(part for part in middle if not is_initial(part.text)))


def _given(part: Part) -> frozenset[str]:
    return frozenset(f"#{group}" for group in part.groups) | _bare(part)


@lru_cache(maxsize=1 << 17)
def _bare(part: Part) -> frozenset[str]:
    """The consonants that a part may have, in fewer letters than `bones`: ц is т, х is г, ч, ш and дж are ж.

    в counts at the front alone, and so does, in a second key, the с that Latvian puts to the end.
    """
    heard = set(bones(part.text)) | {skeleton(part.sound)}
    if "Latn" in part.scripts and not part.slavic:
        heard |= set(map(skeleton, by_ear(part.text)))
    found = {_SAME.sub(r"\1", bone.partition(":")[0].translate(_FEWER).replace("дж", "ж")) for bone in heard}
    found |= {bone[:-1] for bone in found if bone.endswith("с") and len(bone) > 3}
    return frozenset(_SAME.sub(r"\1", bone[:1] + bone[1:].replace("в", "")) for bone in found)
