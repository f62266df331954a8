"""A corpus with one worker and with two: words a second, and how much faster two are.

    python benchmarks/scale.py SENTENCES.tsv[.xz] [--column 0] [--count 2000]

Articles of ten sentences of a public set, as JSON Lines, from English into Russian with the starter. What is measured
is the whole call on a Ray that runs already: workers started, models loaded, shards written.
"""

from __future__ import annotations

import argparse
import json
import tempfile
import time
from functools import partial
from pathlib import Path

import ray

from benchmarks.finding import sentences
from translit import Translator
from translit.scaleout import translate_corpus

PARAGRAPHS = 10


def main() -> None:
    """Print the seconds, the rates and their ratio."""
    parser = argparse.ArgumentParser(description=__doc__, formatter_class=argparse.RawDescriptionHelpFormatter)
    parser.add_argument("path", type=Path)
    parser.add_argument("--column", type=int, default=0)
    parser.add_argument("--count", type=int, default=700)
    parser.add_argument("--size", type=int, default=4_000, help="bytes in a shard")
    told = parser.parse_args()
    texts = sentences(told.path, told.column, told.count)
    make = partial(Translator, "en", "ru", threads=1)
    print(make().signature)
    ray.init(include_dashboard=False, log_to_driver=False, logging_level="error")
    rates: list[float] = []
    with tempfile.TemporaryDirectory() as name:
        corpus = Path(name, "articles.jsonl")
        rows = ("\n".join(texts[at : at + PARAGRAPHS]) for at in range(0, len(texts), PARAGRAPHS))
        corpus.write_text("".join(json.dumps({"text": row}) + "\n" for row in rows), encoding="utf-8")
        for workers in (1, 2):
            began = time.perf_counter()
            tally = translate_corpus(corpus, Path(name, str(workers)), make=make, workers=workers, size=told.size)
            seconds = time.perf_counter() - began
            rates.append(tally.words / seconds)
            said = f"{tally.words} words, {tally.shards} shards, {seconds:.1f} s, {rates[-1]:.0f} words/s"
            print(f"{workers} workers: {said}", flush=True)
    print(f"two are {rates[1] / rates[0]:.2f} times as fast as one")


if __name__ == "__main__":
    main()
