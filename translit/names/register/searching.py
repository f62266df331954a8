"""Names looked up in a register of many: who of them is meant, without comparing each with each.

    register = NameBook.read("people.yaml")                       # or a list of names
    for name, found in zip(names, match(names, register)):
        print(name, [(one.spelling, one.entry, one.comparison.same) for one in found])

A name is compared with those that share a block with it. Where none of them is the same, the whole register is held
against it by the folded keys, and what is near there is compared as well.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass
from itertools import chain, islice

from translit.letters import folded
from translit.names.identity.blocks import Blocks, blocks
from translit.names.identity.comparison import compare_names
from translit.names.identity.matrix import folded_key, likenesses
from translit.names.identity.verdicts import Comparison, Reason
from translit.names.register.book import NameBook
from translit.names.register.person import Judgement, judged

_AT_ONCE = 512  # names held against the whole register in one go: 2 kB of it for each name of the register
_NEAR = 0.65


@dataclass(frozen=True, slots=True)
class Match:
    """A name of the register that is, or may be, the one asked for.

    spelling    as the register has it; of an entry with several, the one that agrees best
    entry       id of the entry; '' where the register is a list of names
    comparison  its verdict is True or None (unsure), never False
    """

    spelling: str
    entry: str
    comparison: Comparison


def match(names: Iterable[str], register: NameBook | Iterable[str]) -> Iterator[tuple[Match, ...]]:
    """For each name, in order, what the register has for it: the same first, then the unsure, by score.

    Of a NameBook all forms and variants of its persons are looked at, and what a person decided there counts.
    """
    index = _Index(register)
    asked = iter(names)
    while some := list(islice(asked, _AT_ONCE)):
        found = [index.by_blocks(name) for name in some]
        open_ = [place for place, those in enumerate(found) if not any(one.comparison.same for one in those)]
        for place, near in zip(open_, index.near([some[place] for place in open_]), strict=True):
            found[place] = _best([*found[place], *near])
        yield from found


class _Index:
    """The spellings of a register by their blocks."""

    def __init__(self, register: NameBook | Iterable[str]) -> None:
        self.judgements: Sequence[Judgement] = ()
        self.judged: set[str] = set()
        if isinstance(register, NameBook):
            self.judgements = register.judgements
            self.judged = {folded(name) for judgement in register.judgements for name in judgement.names}
            self.spellings = [
                (spelling, person.id) for person in register.people if person.human
                for spelling in dict.fromkeys(chain(person.forms.values(), *person.variants.values()))
            ]  # fmt: skip
        else:
            self.spellings = [(spelling, "") for spelling in dict.fromkeys(register)]
        self.whole: dict[str, list[int]] = {}
        self.family: dict[str, list[int]] = {}
        self.short: dict[str, list[int]] = {}  # those that show no given name, by their family name
        for place, (spelling, _) in enumerate(self.spellings):
            found = blocks(spelling)
            _put(self.whole, found.whole, place)
            _put(self.family, found.family, place)
            if not found.whole:
                _put(self.short, found.family, place)
        self.keys: list[str] = []

    def by_blocks(self, name: str) -> tuple[Match, ...]:
        """What shares a block with a name and is not another one."""
        places = self._places(blocks(name))
        if folded(name) in self.judged:  # what a person decided needs no block
            places |= {
                place for place, (spelling, entry) in enumerate(self.spellings) if self._decided(name, spelling, entry)
            }
        return _best(self._compared(name, sorted(places)))

    def near(self, names: Sequence[str]) -> Iterator[tuple[Match, ...]]:
        """What is near to each of the names by its folded key and is not another one."""
        if not names or not self.spellings:
            yield from (() for _ in names)
            return
        self.keys = self.keys or [folded_key(spelling) for spelling, _ in self.spellings]
        for name, row in zip(names, likenesses([folded_key(name) for name in names], self.keys), strict=True):
            there = self._places(blocks(name))
            yield tuple(self._compared(name, [place for place in (row >= _NEAR).nonzero()[0] if place not in there]))

    def _places(self, found: Blocks) -> set[int]:
        if not found.whole:
            return _got(self.family, found.family)
        return _got(self.whole, found.whole) | _got(self.short, found.family)

    def _compared(self, name: str, places: Iterable[int]) -> Iterator[Match]:
        for place in places:
            spelling, entry = self.spellings[place]
            decided = self._decided(name, spelling, entry) if folded(name) in self.judged else None
            if decided is None:
                comparison = compare_names(name, spelling)
            else:
                comparison = Comparison(decided, float(decided), (Reason("a person decided so"),))
            if comparison.same is not False:
                yield Match(spelling, entry, comparison)

    def _decided(self, name: str, spelling: str, entry: str) -> bool | None:
        found = judged(name, spelling, self.judgements)
        return judged(name, entry, self.judgements) if found is None else found


def _put(index: dict[str, list[int]], where: Iterable[str], place: int) -> None:
    for block in where:
        index.setdefault(block, []).append(place)


def _got(index: dict[str, list[int]], where: Iterable[str]) -> set[int]:
    return {place for block in where for place in index.get(block, ())}


def _best(found: Iterable[Match]) -> tuple[Match, ...]:
    """One for each entry, the best first."""
    ranked = sorted(found, key=lambda one: (one.comparison.same is not True, -one.comparison.score))
    return tuple({one.entry or one.spelling: one for one in reversed(ranked)}.values())[::-1]
