"""What it costs to look for 10,000 terms: time of finding against time of translating, same sentences, one run.

    python benchmarks/finding.py SENTENCES.tsv[.xz] [--column 1] [--count 300]

The glossary is drawn from the sentences themselves, so that it really matches: runs of one to three words, each with
some translation, filled up with runs that do not occur. Both sides use one thread; the model is the starter.
"""

from __future__ import annotations

import argparse
import lzma
import random
import time
from pathlib import Path

from translit.engines import open_engine
from translit.glossary import Entry, Glossary, Target

ENTRIES = 10_000


def sentences(path: Path, column: int, count: int) -> list[str]:
    """A column of a table with tabs, the first `count` rows."""
    text = lzma.decompress(path.read_bytes()).decode() if path.suffix == ".xz" else path.read_text(encoding="utf-8")
    return [row.split("\t")[column] for row in text.splitlines()[:count]]


def drawn(texts: list[str]) -> Glossary:
    """ENTRIES wordings: half of them runs of words that occur, the rest the same words in another order."""
    chance = random.Random(2020)
    words = [text.split() for text in texts]
    runs: dict[str, None] = {}
    while len(runs) < ENTRIES:
        row = chance.choice(words)
        if len(runs) < ENTRIES // 2:
            at, length = chance.randrange(len(row)), chance.randint(1, 3)
            run = row[at : at + length]
        else:
            run = [chance.choice(chance.choice(words)) for _ in range(chance.randint(2, 3))]
        if any(character.isalpha() for character in "".join(run)):
            runs[" ".join(run).strip(".,;:!?\"'()")] = None
    return Glossary(
        tuple(Entry(str(n), {"en": (Target(run),), "ru": (Target("слово"),)}) for n, run in enumerate(runs))
    )


def main() -> None:
    """Print the two times and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--column", type=int, default=1)
    parser.add_argument("--count", type=int, default=300)
    told = parser.parse_args()
    texts = sentences(told.path, told.column, told.count)
    glossary = drawn(texts)
    began = time.perf_counter()
    glossary.find(texts[0], "en", "ru")
    built = time.perf_counter() - began
    began = time.perf_counter()
    mentions = sum(len(glossary.find(text, "en", "ru")) for text in texts)
    finding = time.perf_counter() - began
    engine = open_engine("en", "ru", threads=1)
    engine.translate(texts[:4])
    began = time.perf_counter()
    engine.translate(texts)
    translating = time.perf_counter() - began
    print(f"{len(texts)} sentences, {len(glossary)} entries, {mentions} mentions; {engine.signature}")
    print(f"index built once {built:.2f} s; finding {finding:.2f} s; translating {translating:.2f} s")
    print(
        f"finding is {100 * finding / translating:.1f} % of translating, "
        f"{100 * (finding + built) / translating:.1f} % with the index"
    )


if __name__ == "__main__":
    main()
