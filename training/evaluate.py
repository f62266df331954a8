"""Every number of the model card, printed again."""

from __future__ import annotations

import time
from collections.abc import Sequence
from pathlib import Path

from training.corpus import plain, read_tsv
from translit.engines import open_engine
from translit.evaluation import quality


def evaluate(
    corpora: Path, folder: Path, sets: Sequence[str], *, target: str, beam: int, compute_type: str, most: int | None
) -> None:
    """Scores of the shipped model from English on evaluation sets; `most` takes the first so many sentences."""
    engine = open_engine("en", target, model=folder, beam=beam, compute_type=compute_type)
    print(engine.signature)
    for name in sets:
        rows = read_tsv(corpora / "eval" / f"{name}.tsv.xz")
        column = next(rows).index(target)
        pairs = [(plain(row[0]), plain(row[column])) for row in rows][:most]
        sources, references = [source for source, _ in pairs], [reference for _, reference in pairs]
        began = time.perf_counter()
        drafts = [draft.text for draft in engine.translate(sources)]
        words = sum(len(source.split()) for source in sources) / (time.perf_counter() - began)
        score = quality(drafts, references)
        print(f"{name:28} {len(pairs):5d} sentences  {score}  {words:6.0f} words a second")
    print(score.chrf_signature, score.bleu_signature, sep="\n")
