"""How many pairs a second: `python -m benchmarks.names.speed VARIANTS`, beside the quality of what is so fast.

Names are real ones from the lists of VARIANTS (see `draw`), no name twice. `first sight` compares names that were
never met before, `remembered` other pairs of the same names; both one by one, on one core, and the peers beside ours on
the same pairs (`--alone` leaves them out): ours and theirs keep a name that was taken in, and each builds its verdict.
The matrix is 10,000 by 10,000 folded keys, the folding counted in. `match` looks 2,000 persons up by one spelling in a
register of 10,000 other spellings, the right one among them, and says how often it is found and how often another.
"""

from __future__ import annotations

import argparse
import os
import random
import time
from collections.abc import Callable
from pathlib import Path
from typing import Any

from benchmarks.names.draw import persons
from benchmarks.names.peers import PEERS
from translit.names import compare_names, likeness_matrix, match


def timed(work: Callable[[], Any]) -> tuple[float, Any]:
    """Seconds of the core, whoever else wants it, and what came of the work."""
    start = time.process_time()
    found = work()
    return time.process_time() - start, found


def one_by_one(names: list[str], chance: random.Random, peers: bool) -> None:
    """Print pairs a second at first sight and remembered."""
    ours, theirs = names[:5000], names[5000:10_000]
    others = [(chance.choice(ours), chance.choice(theirs)) for _ in range(100_000)]
    scorers: dict[str, Callable[[str, str], Any]] = {"translit": compare_names}
    if peers:
        scorers |= {name: make() for name, make in PEERS.items()}
    for name, scorer in scorers.items():
        for pair in (("Сергей Иванович Иванов", "Siarhei Ivanou"), ("Жюстин Шрёдер", "Justine Schröder")):
            scorer(*pair)  # the tables are read, those of foreign names too
        seconds, _ = timed(lambda scorer=scorer: [scorer(a, b) for a, b in zip(ours, theirs, strict=True)])
        pairs = others if scorer is compare_names else others[:5000]
        again, _ = timed(lambda scorer=scorer, pairs=pairs: [scorer(a, b) for a, b in pairs])
        print(
            f"one by one, {name}: {len(ours) / seconds:,.0f} pairs a second at first sight, "
            f"{len(pairs) / again:,.0f} remembered"
        )


def in_a_matrix(names: list[str]) -> None:
    """Print pairs a second in a matrix, names that no one has folded yet."""
    ours, theirs = names[10_000:20_000], names[20_000:30_000]
    seconds, found = timed(lambda: likeness_matrix(ours, theirs))
    again, _ = timed(lambda: likeness_matrix(ours, theirs))
    print(f"matrix {found.shape}: {found.size / seconds:,.0f} pairs a second, {found.size / again:,.0f} remembered")


def looked_up(groups: list[list[str]], chance: random.Random) -> None:
    """Print what `match` finds of persons that stand in a register in another spelling."""
    asked, register = [], []
    for spellings in groups[:10_000]:
        first, second = chance.sample(spellings, 2)
        asked.append(first)
        register.append(second)
    of_person = {spelling: number for number, spelling in enumerate(register)}
    some = chance.sample(range(len(asked)), 2000)
    seconds, found = timed(lambda: list(match([asked[number] for number in some], register)))
    right = sum(
        any(of_person[one.spelling] == number and one.comparison.same for one in those)
        for number, those in zip(some, found, strict=True)
    )
    wrong = sum(
        one.comparison.same is True and of_person[one.spelling] != number
        for number, those in zip(some, found, strict=True)
        for one in those
    )
    print(
        f"match: {len(some) / seconds:,.0f} names a second in a register of {len(register):,}, its reading counted in; "
        f"{right / len(some):.3f} found the same, {wrong / len(some):.3f} others taken for the same a name"
    )


def main() -> None:
    """Print all figures."""
    parser = argparse.ArgumentParser(description="Pairs a second.")
    parser.add_argument("variants", type=Path)
    parser.add_argument("--alone", action="store_true", help="without the peers")
    options = parser.parse_args()
    chance = random.Random(6)
    groups = [sorted({row.name for row in found}) for _, found in sorted(persons(options.variants).items())]
    names = sorted({name for spellings in groups for name in spellings})
    chance.shuffle(names)
    chance.shuffle(groups)
    print(f"load before the run: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores; {len(names):,} names")
    one_by_one(names, chance, peers=not options.alone)
    in_a_matrix(names)
    looked_up([spellings for spellings in groups if len(spellings) > 1], chance)


if __name__ == "__main__":
    main()
