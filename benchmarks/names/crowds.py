"""A list of names put together by person: `python -m benchmarks.names.crowds VARIANTS --sizes 10000 100000 1000000`.

The lists are made of the Russian and Ukrainian given names, patronymics and family names of VARIANTS (see `draw`), so
that it is known who is who. A person has one to six spellings: Cyrillic of either language, or Latin letters by one of
three schemes of either; half of the persons have a patronymic, which a third of their spellings leave out. Persons who
share given name, patronymic and family name are one person. Each size runs in a process of its own.
"""

from __future__ import annotations

import argparse
import os
import random
import resource
import subprocess
import sys
import time
from collections import Counter, defaultdict
from collections.abc import Iterator
from pathlib import Path

from benchmarks.names.draw import rows
from translit.names import cluster
from translit.names.identity.endings import family_gender, patronymic_gender
from translit.transliteration import transliterate

SCHEMES = ("press-en", "icao-9303", "bgn-pcgn")
Part = tuple[str, str]  # Russian, Ukrainian


def parts(folder: Path, kind: str, name: str) -> list[Part]:
    """The rows of one list as pairs, Russian first."""
    groups: dict[str, dict[str, str]] = defaultdict(dict)
    for row in rows(folder, f"names-translator-{name}", kind):
        groups[row.group][row.lang] = row.name
    return [(found["ru"], found["uk"]) for _, found in sorted(groups.items()) if {"ru", "uk"} <= set(found)]


def people(folder: Path, size: int, chance: random.Random) -> Iterator[tuple[str, str]]:
    """(who it is, spelling), until there are `size`; given names and family names as uneven as they are in life."""
    by_gender: dict[str, dict[str, list[Part]]] = {key: {"masculine": [], "feminine": []} for key in "gpf"}
    for part in parts(folder, "given", "first"):
        by_gender["g"]["feminine" if part[0].endswith(("а", "я")) else "masculine"].append(part)
    for part in parts(folder, "patronymic", "patronymic"):
        if gender := patronymic_gender(part[0]):
            by_gender["p"][gender].append(part)
    for part in parts(folder, "family", "last"):
        gender = family_gender(part[0])
        for one in (gender,) if gender else ("masculine", "feminine"):
            by_gender["f"][one].append(part)
    for lists in by_gender.values():
        for names in lists.values():
            chance.shuffle(names)
    made = 0
    while made < size:
        gender = chance.choice(("masculine", "feminine"))
        given, father, family = (_uneven(by_gender[key][gender], chance) for key in "gpf")
        has_father = chance.random() < 0.5
        who = " ".join((given[0], father[0] if has_father else "", family[0]))
        for _ in range(chance.randint(1, 6)):
            middle = father if has_father and chance.random() < 2 / 3 else None
            yield who, _spelled([part for part in (given, middle, family) if part], chance)
            made += 1


def _uneven(names: list[Part], chance: random.Random) -> Part:
    return names[int(len(names) * chance.random() ** 3)]


_known: dict[tuple[str, str, str], str] = {}


def _spelled(name: list[Part], chance: random.Random) -> str:
    place = chance.randrange(2)
    words = [part[place] for part in name]
    if chance.random() < 0.5:
        return " ".join(words)
    tag, scheme = ("ru", "uk")[place], chance.choice(SCHEMES)
    for word in words:
        if (word, tag, scheme) not in _known:
            _known[word, tag, scheme] = transliterate(word, source=tag, scheme=scheme)
    return " ".join(_known[word, tag, scheme] for word in words)


def agreement(who: dict[str, set[str]], found: list[list[str]]) -> tuple[float, float]:
    """Precision and recall of the pairs of spellings that are in one cluster; spellings of two persons are left out."""
    together = right = 0
    persons = Counter(next(iter(those)) for those in who.values() if len(those) == 1)
    for spellings in found:
        inside = Counter(next(iter(who[spelling])) for spelling in spellings if len(who[spelling]) == 1)
        together += _pairs(sum(inside.values()))
        right += sum(map(_pairs, inside.values()))
    return right / max(1, together), right / max(1, sum(map(_pairs, persons.values())))


def _pairs(number: int) -> int:
    return number * (number - 1) // 2


def one_size(folder: Path, size: int) -> None:
    """Print the row of one size."""
    made = list(people(folder, size, random.Random(6)))[:size]
    who: dict[str, set[str]] = defaultdict(set)
    for person, spelling in made:
        who[spelling].add(person)
    names = [spelling for _, spelling in made]
    before = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    clock, core = time.perf_counter(), time.process_time()
    found = cluster(names)
    clock, core = time.perf_counter() - clock, time.process_time() - core
    peak = resource.getrusage(resource.RUSAGE_SELF).ru_maxrss
    precision, recall = agreement(who, [[spelling for spelling, _ in one.spellings] for one in found])
    print(
        f"| {size:,} | {len(who):,} | {len(found):,} | {clock:.0f} | {core:.0f} | {core / size * 1e6:.0f} | "
        f"{peak / 2**20:.2f} ({before / 2**20:.2f} before) | {precision:.4f} | {recall:.4f} |",
        flush=True,
    )


def main() -> None:
    """Print the table."""
    parser = argparse.ArgumentParser(description="Clusters of names.")
    parser.add_argument("variants", type=Path)
    parser.add_argument("--sizes", type=int, nargs="+", default=[10_000, 100_000, 1_000_000])
    options = parser.parse_args()
    if len(options.sizes) == 1:
        one_size(options.variants, options.sizes[0])
        return
    print(f"load before the run: {os.getloadavg()[0]:.1f} on {os.cpu_count()} cores\n")
    print(
        "| names | spellings | clusters | s by the clock | s of the core | µs a name | peak GB | precision | recall |"
    )
    print("|---|---|---|---|---|---|---|---|---|", flush=True)
    for size in options.sizes:
        command = [sys.executable, "-m", "benchmarks.names.crowds", str(options.variants), "--sizes", str(size)]
        subprocess.run(command, check=True)


if __name__ == "__main__":
    main()
