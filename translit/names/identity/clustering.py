"""A long list of names, put together by person: a million within minutes, and a reason for each that was joined.

    for one in cluster(["Сергей Тихановский", "Siarhei Tsikhanouski", "Siarhei Petrov"]):
        print(one.spellings, [(join.spelling, join.to, join.why) for join in one.joins])

Spellings of one folded key are one name at once. Of the rest, each is compared with the heads of the clusters it shares
a block with, never with another member, so that no chain of likenesses leads from one person to another. The work
grows with the list, not with its square.

A list has no texts around its names, so what a name leaves open stays open: a family name alone joins others alone, an
initial joins initials, and a name without a patronymic joins one with a patronymic only where there is no second
one it could be.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, field

from rapidfuzz.distance import Indel

from translit.letters import folded
from translit.names.identity.blocks import blocks_of
from translit.names.identity.comparison import compare_taken
from translit.names.identity.likeness import FAR, Part
from translit.names.identity.parts import is_initial
from translit.names.identity.taken import Name, taken_in


@dataclass(frozen=True, slots=True)
class Join:
    """Why `spelling` is in its cluster: what makes it one with `to`."""

    spelling: str
    to: str
    why: tuple[str, ...]


@dataclass(frozen=True, slots=True)
class Cluster:
    """Spellings taken for one person.

    spellings  each and how often it was in the list, the most frequent first
    joins      one for each spelling but the head
    perhaps    heads of the other clusters it may belong to; they are several, so it joined none
    """

    spellings: tuple[tuple[str, int], ...]
    joins: tuple[Join, ...]
    perhaps: tuple[str, ...] = ()

    @property
    def count(self) -> int:
        """How often the list has it."""
        return sum(number for _, number in self.spellings)


@dataclass(slots=True)
class _Growing:
    """Spellings of one folded key, and what has joined them; the first is the head."""

    names: tuple[Name, ...]
    key: tuple[str, ...]
    spellings: list[str]
    count: int = 0
    joined: list[tuple[_Growing, tuple[str, ...]]] = field(default_factory=list)
    perhaps: tuple[str, ...] = ()

    @property
    def middle(self) -> bool:
        """Whether it has a patronymic that tells persons apart."""
        name = self.names[0] if self.names else None
        return name is not None and bool(name.gender)


def cluster(names: Iterable[str]) -> tuple[Cluster, ...]:
    """Put names together by person; the most frequent cluster first, then in the order of the list."""
    counts = Counter(names)
    by_key: dict[tuple[str, ...], _Growing] = {}
    for spelling, number in counts.items():
        taken = taken_in(spelling)
        key = _key(taken, spelling)
        growing = by_key.get(key)
        if growing is None:
            growing = by_key[key] = _Growing(taken, key, [])
        growing.spellings.append(spelling)
        growing.count += number
    # those that show more first, then the frequent: they are the heads that others join
    order = sorted(by_key.values(), key=lambda one: (not one.middle, -one.count))
    heads = _Heads()
    for one in order:
        heads.place(one)
    found = [_cluster(one, counts) for one in heads.all]
    return tuple(sorted(found, key=lambda one: -one.count))


class _Heads:
    """The heads of clusters by their blocks."""

    def __init__(self) -> None:
        self.all: list[_Growing] = []
        self.by_block: dict[str, list[_Growing]] = {}

    def place(self, one: _Growing) -> None:
        """Let it join the head it is one with, or become a head."""
        where = [f"{_kind(one)}{block}" for block in _blocks(one)]
        same = sorted(self._same(one, where), key=lambda found: -found[0])
        level = [found for found in same if found[1].middle == one.middle]
        if level or len(same) == 1:
            _, head, why = (level or same)[0]
            head.joined.append((one, why))
            return
        one.perhaps = tuple(head.spellings[0] for _, head, _ in same)
        self.all.append(one)
        for block in where:
            self.by_block.setdefault(block, []).append(one)

    def _same(self, one: _Growing, where: Sequence[str]) -> Iterator[tuple[float, _Growing, tuple[str, ...]]]:
        met: set[int] = set()
        for block in where:
            for head in self.by_block.get(block, ()):
                if id(head) in met:
                    continue
                met.add(id(head))
                if _far(one, head):
                    continue
                found = compare_taken(one.names, head.names)
                if found.same:
                    yield found.score, head, found.why


def _far(one: _Growing, other: _Growing) -> bool:
    """Whether two names in certain order are plainly not one, which is seen faster than it is explained."""
    if len(one.names) > 1 or len(other.names) > 1 or len(one.names[0].words) > 2 or len(other.names[0].words) > 2:
        return False
    a, b = one.names[0].family, other.names[0].family
    if a.gender and b.gender and a.gender != b.gender:
        return True
    return a.slavic and b.slavic and Indel.normalized_similarity(a.sound, b.sound) < FAR


def _kind(one: _Growing) -> str:
    """Names join their like: whole ones, those with an initial, family names alone."""
    if not one.names or one.names[0].given is None:
        return "1 "
    return "2 " if is_initial(one.names[0].given.text) else ""


def _blocks(one: _Growing) -> Iterable[str]:
    found = blocks_of(one.names)
    return found.whole or found.family


def _key(taken: tuple[Name, ...], spelling: str) -> tuple[str, ...]:
    """What spellings of one name share: the sound of its parts, a given name of the table by its number there."""
    if not taken or not taken[0].family.sound:
        return ("=", folded(spelling))
    name = taken[0]
    middle = name.words[1:-1] if name.given is not None else ()
    given = "" if name.given is None else _given(name.given)
    return (given, *map(_given, middle), name.family.sound, name.family.gender, name.gender)


def _given(part: Part) -> str:
    if is_initial(part.text) or not part.sound:
        return part.folded
    return " ".join(map(str, sorted(part.groups))) if part.groups else part.sound


def _cluster(head: _Growing, counts: Counter[str]) -> Cluster:
    joins: list[Join] = []
    spellings: list[str] = []
    for one, why in ((head, ()), *head.joined):
        first, *rest = one.spellings
        if why:
            joins.append(Join(first, head.spellings[0], why))
        shared = (f"the folded key of both is {' '.join(filter(None, one.key))!r}",) if rest else ()
        joins += [Join(spelling, first, shared) for spelling in rest]
        spellings += one.spellings
    return Cluster(
        tuple(sorted(((spelling, counts[spelling]) for spelling in spellings), key=lambda row: -row[1])),
        tuple(joins), head.perhaps,
    )  # fmt: skip
