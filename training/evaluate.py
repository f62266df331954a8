"""Every number of the model card, printed again."""

from __future__ import annotations

import time
from collections.abc import Iterator, Sequence
from itertools import islice
from pathlib import Path

from training.alignment import aligned, tokens
from training.corpus import plain, read_tsv
from training.recipe import Recipe
from translit.engines import Engine, open_engine
from translit.evaluation import quality
from translit.passages import Span

# sentences of the training text that eflomal learns from, beside those it is to align
_LEARNT_FROM = 100_000


def evaluate(
    corpora: Path, folder: Path, chosen: Recipe, sets: Sequence[str], *, beam: int, compute_type: str, most: int | None
) -> None:
    """Scores of the shipped model on evaluation sets; `most` takes the first so many sentences."""
    score = None
    for source, target in chosen.pairs:
        engine = open_engine(source, target, model=folder, beam=beam, compute_type=compute_type)
        print(engine.signature)
        for name, pairs in _sets(corpora, source, target, sets, most):
            sources, references = [one for one, _ in pairs], [other for _, other in pairs]
            began = time.perf_counter()
            drafts = [draft.text for draft in engine.translate(sources)]
            words = sum(len(one.split()) for one in sources) / (time.perf_counter() - began)
            score = quality(drafts, references)
            print(f"{name:28} {source}-{target} {len(pairs):5d} sentences  {score}  {words:6.0f} words a second")
    if score:
        print(score.chrf_signature, score.bleu_signature, sep="\n")


def agreement(corpora: Path, run: Path, folder: Path, chosen: Recipe, *, most: int | None) -> None:
    """Alignment error rate of the guided head against eflomal on flores dev, reference forced.

    AER = 1 - (|A and S| + |A and P|) / (|A| + |S|) over words (Och & Ney 2003), where S is eflomal's
    links in both directions and P those and the likely ones; eflomal is no person, so this tells
    how far the model agrees with its teacher.
    """
    for source, target in chosen.pairs:
        rows = (line.split("\t") for line in (run / "pairs.tsv").read_text(encoding="utf-8").split("\n")[:-1])
        learnt = list(islice(((row[4], row[5]) for row in rows if row[2:4] == [source, target]), _LEARNT_FROM))
        engine = open_engine(source, target, model=folder, beam=1)
        for name, pairs in _sets(corpora, source, target, ["flores-dev.en-ru-uk-be"], most):
            together = [*pairs, *learnt]
            links = aligned([a for a, _ in together], [b for _, b in together])[: len(pairs)]
            hit = possible = found = wanted = 0
            for (a, b), (sure, likely) in zip(pairs, links, strict=True):
                own = _own(engine, a, b)
                hit, possible = hit + len(own & sure), possible + len(own & (sure | likely))
                found, wanted = found + len(own), wanted + len(sure)
            error = 1 - (hit + possible) / (found + wanted)
            print(f"{name:28} {source}-{target} {len(pairs):5d} sentences  alignment error rate {100 * error:.1f} %")


def _own(engine: Engine, source: str, reference: str) -> set[tuple[int, int]]:
    """The model's links between words, for a translation that it is made to write."""
    [draft] = engine.translate([source], starts=[reference])
    sources, targets = ([Span(*span) for span in tokens(text)] for text in (source, reference))
    return {
        (s, t)
        for a, b in draft.alignment
        for s, one in enumerate(sources)
        if one.overlaps(a)
        for t, other in enumerate(targets)
        if other.overlaps(b)
    }


def _sets(
    corpora: Path, source: str, target: str, wanted: Sequence[str], most: int | None
) -> Iterator[tuple[str, list[tuple[str, str]]]]:
    """Evaluation sets that were made from this language into that one, or into both."""
    for path in sorted((corpora / "eval").glob("*.tsv.xz")):
        name = path.name.removesuffix(".tsv.xz")
        rows = read_tsv(path)
        header = next(rows)
        if source not in header or target not in header or (len(header) == 2 and header != [source, target]):
            continue
        if not wanted or name in wanted:
            a, b = header.index(source), header.index(target)
            yield name, [(plain(row[a]), plain(row[b])) for row in islice(rows, most)]
