"""F1 of ours and of the peers in one run: `python -m benchmarks.names.quality pairs.tsv`.

Ours is taken at its word: a pair counts as one name if `compare_names` says `same`; unsure is not same. The peers give
scores, and each gets the threshold that serves it best on the half `dev`. Figures are of the half `test`; `--errors`
shows ours of the half `dev`, the only one to look at.
"""

from __future__ import annotations

import argparse
import time
from collections.abc import Sequence
from pathlib import Path

from benchmarks.names.draw import Pair, read
from benchmarks.names.peers import PEERS
from translit.names import compare_names

SAMPLES = ("across", "latin", "towns")


def f1(pairs: Sequence[Pair], said: Sequence[bool]) -> tuple[float, float, float]:
    """F1, precision and recall."""
    hits = sum(pair.same and says for pair, says in zip(pairs, said, strict=True))
    precision = hits / max(1, sum(said))
    recall = hits / max(1, sum(pair.same for pair in pairs))
    return (2 * precision * recall / (precision + recall) if hits else 0.0), precision, recall


def best_threshold(pairs: Sequence[Pair], scores: Sequence[float]) -> float:
    """The score from which on calling a pair the same name gives the best F1."""
    candidates = sorted(set(scores))
    candidates = candidates[:: max(1, len(candidates) // 200)]
    return max(candidates, key=lambda least: f1(pairs, [score >= least for score in scores])[0])


def row(name: str, pairs: Sequence[Pair], said: Sequence[bool], seconds: float) -> str:
    """One line of the table: F1, precision, recall, recall by language, pairs a second."""
    cells = [f"{number:.3f}" for number in f1(pairs, said)]
    for language in ("be", "ru", "uk"):
        chosen = [(pair, says) for pair, says in zip(pairs, said, strict=True) if pair.language == language]
        cells.append(f"{f1([pair for pair, _ in chosen], [says for _, says in chosen])[2]:.3f}" if chosen else "-")
    return " | ".join([f"| {name}", *cells, f"{len(pairs) / seconds:,.0f} |"])


def table(sample: str, pairs: Sequence[Pair], peers: bool) -> None:
    """Print the table of one sample."""
    dev, test = ([pair for pair in pairs if pair.sample == sample and pair.half == side] for side in ("dev", "test"))
    print(f"\n{sample}: {len(test)} pairs of the reporting half\n")
    print("| | F1 | precision | recall | be | ru | uk | pairs/s |\n|---|---|---|---|---|---|---|---|")
    for name, make in PEERS.items() if peers else ():
        scorer = make()
        threshold = best_threshold(dev, [scorer(pair.a.name, pair.b.name) for pair in dev])
        start = time.perf_counter()
        scores = [scorer(pair.a.name, pair.b.name) for pair in test]
        seconds = time.perf_counter() - start
        print(row(f"{name} (from {threshold:.2f})", test, [score >= threshold for score in scores], seconds))
    start = time.perf_counter()
    said = [compare_names(pair.a.name, pair.b.name).same is True for pair in test]
    print(row("translit", test, said, time.perf_counter() - start))


def errors(sample: str, pairs: Sequence[Pair]) -> None:
    """Print what ours gets wrong in the half `dev`."""
    dev = [pair for pair in pairs if pair.sample == sample and pair.half == "dev"]
    found = [compare_names(pair.a.name, pair.b.name) for pair in dev]
    print(sample, *(f"{number:.3f}" for number in f1(dev, [comparison.same is True for comparison in found])))
    for pair, comparison in zip(dev, found, strict=True):
        if (comparison.same is True) != pair.same:
            kind = "missed" if pair.same else "false"
            spelled = (f"{side.lang or '?'} {side.name}" for side in (pair.a, pair.b))
            print(kind, *spelled, comparison.same, f"{comparison.score:.2f}", "; ".join(comparison.why), sep="\t")


def main() -> None:
    """Print the tables, or the errors."""
    parser = argparse.ArgumentParser(description="F1 of ours and of the peers.")
    parser.add_argument("pairs", type=Path)
    parser.add_argument("--errors", choices=SAMPLES, help="what ours gets wrong in the development half")
    parser.add_argument("--alone", action="store_true", help="without the peers")
    options = parser.parse_args()
    pairs = read(options.pairs)
    if options.errors:
        errors(options.errors, pairs)
        return
    for sample in SAMPLES:
        table(sample, pairs, peers=not options.alone)


if __name__ == "__main__":
    main()
