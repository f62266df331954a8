"""A corpus with one worker and with two: words a second, and how much faster two are.

    python benchmarks/scale.py SENTENCES.tsv[.xz] [--column 0] [--count 700] [--rounds 3]

Articles of ten sentences of a public set, as JSON Lines, from English into Russian with the starter, on a Ray that
runs already. To start the workers and load their models is measured with an article for each, and taken off: a
corpus that needs two workers is long. One worker and two take turns, and the median of each counts: where others use
the machine too, a single turn may say 1.4 or 2.0. How many processors were busy says what one worker takes, Ray and
all: what is left over is all that a second one can win.
"""

from __future__ import annotations

import argparse
import json
import os
import statistics
import tempfile
import time
from functools import partial
from itertools import product
from pathlib import Path

import ray

from benchmarks.finding import sentences
from translit import Translator
from translit.scaleout import translate_corpus

PARAGRAPHS = 10


def busy() -> float:
    """Seconds that the machine's processors have worked since it started, all together (Linux)."""
    user, nice, system = map(int, Path("/proc/stat").read_text(encoding="ascii").split()[1:4])
    return (user + nice + system) / os.sysconf("SC_CLK_TCK")


def main() -> None:
    """Print the seconds, the rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--column", type=int, default=0)
    parser.add_argument("--count", type=int, default=700)
    parser.add_argument("--rounds", type=int, default=3)
    parser.add_argument("--size", type=int, default=4_000, help="bytes in a shard")
    told = parser.parse_args()
    texts = sentences(told.path, told.column, told.count)
    make = partial(Translator, "en", "ru", threads=1)
    print(make().signature)
    ray.init(include_dashboard=False, log_to_driver=False, logging_level="error")
    rates: dict[int, list[float]] = {1: [], 2: []}
    with tempfile.TemporaryDirectory() as name:
        whole, few = Path(name, "articles.jsonl"), Path(name, "few.jsonl")
        rows = ["\n".join(texts[at : at + PARAGRAPHS]) for at in range(0, len(texts), PARAGRAPHS)]
        lines = [json.dumps({"text": row}) + "\n" for row in rows]
        whole.write_text("".join(lines), encoding="utf-8")
        few.write_text(json.dumps({"text": "It rained."}) + "\n" + json.dumps({"text": "It shone."}), encoding="utf-8")
        for round_, workers in product(range(told.rounds), rates):
            call = partial(translate_corpus, make=make, workers=workers)
            began = time.perf_counter()
            call(few, Path(name, f"few-{workers}-{round_}"), size=20)
            started, worked = time.perf_counter(), busy()
            tally = call(whole, Path(name, f"{workers}-{round_}"), size=told.size)
            start, seconds = started - began, time.perf_counter() - started
            rates[workers].append(tally.words / (seconds - start))
            print(
                f"{workers} workers: {tally.words} words, {tally.shards} shards, {seconds:.1f} s, "
                f"{start:.1f} s of them to start; {rates[workers][-1]:.0f} words/s, "
                f"{(busy() - worked) / seconds:.2f} of {os.cpu_count()} processors busy",
                flush=True,
            )
    one, two = map(statistics.median, rates.values())
    print(f"medians {one:.0f} and {two:.0f} words/s: two are {two / one:.2f} times as fast as one")


if __name__ == "__main__":
    main()
