"""Weights from drafts and references, and how well they tell drafts apart.

The sentence's chrF++, of 1, is fitted by logistic regression on a share (Papke and Wooldridge 1996), with a
small ridge on standardised signs. A sign that does not vary in the set gets no weight.
"""

from __future__ import annotations

from dataclasses import asdict

import numpy as np
from numpy.typing import NDArray

from benchmarks.confidence.drafted import Drafted
from translit.confidence import confidence, signs
from translit.evaluation import quality

_RIDGE, _STEPS = 1e-3, 30


def fitted(told: Drafted) -> str:
    """The constant, the weights and the usual values, as YAML."""
    from sacrebleu.metrics.chrf import CHRF

    found = [asdict(signs(*pair)) for pair in zip(told.sources, told.drafts, strict=True)]
    names = list(found[0])
    table = np.array([[one[name] for name in names] for one in found])
    chrf = CHRF(word_order=2)
    shares = np.array(
        [
            chrf.sentence_score(draft.text, [reference]).score / 100
            for draft, reference in zip(told.drafts, told.references, strict=True)
        ]
    )
    usual, spread = table.mean(0), table.std(0)
    moving = spread > 0
    weights = _regressed((table[:, moving] - usual[moving]) / spread[moving], shares)
    own = np.zeros(len(names))
    own[moving] = weights[1:] / spread[moving]
    lines = [f"# {told.name}, {len(shares)} sentences; {told.signature}"]
    lines += [f"constant: {weights[0] - own @ usual:.3f}"]
    lines += ["weights:", *(f"  {name}: {value:.3f}" for name, value in zip(names, own, strict=True))]
    lines += ["usual:", *(f"  {name}: {value:.3f}" for name, value in zip(names, usual, strict=True))]
    return "\n".join(lines)


def told_apart(told: Drafted, share: float) -> str:
    """Corpus chrF++ of the worst `share` by confidence, of the rest, and the distance; each sign alone."""
    found = [signs(*pair) for pair in zip(told.sources, told.drafts, strict=True)]
    lines = [f"{told.name}, {len(found)} sentences; {told.signature}"]
    ranks = {"confidence": [confidence(one) for one in found]}
    for name in asdict(found[0]):
        sense = 1 if name in ("score", "words") else -1
        ranks[f"{name} alone"] = [sense * getattr(one, name) for one in found]
    for name, values in ranks.items():
        order = sorted(range(len(values)), key=lambda at: values[at])
        cut = round(share * len(order))
        worst, rest = _chrf(told, order[:cut]), _chrf(told, order[cut:])
        lines.append(f"{name:18} worst {100 * share:.0f} % {worst:5.2f}  rest {rest:5.2f}  apart {rest - worst:5.2f}")
    return "\n".join(lines)


def _chrf(told: Drafted, numbers: list[int]) -> float:
    return quality([told.drafts[at].text for at in numbers], [told.references[at] for at in numbers]).chrf


def _regressed(table: NDArray[np.float64], shares: NDArray[np.float64]) -> NDArray[np.float64]:
    """Newton's steps; the constant comes first and carries no ridge."""
    inputs = np.column_stack([np.ones(len(table)), table])
    ridge = _RIDGE * len(inputs) * np.diag([0.0, *np.ones(table.shape[1])])
    weights = np.zeros(inputs.shape[1])
    for _ in range(_STEPS):
        expected = 1 / (1 + np.exp(-inputs @ weights))
        slope = inputs.T @ (shares - expected) - ridge @ weights
        curve = (inputs * (expected * (1 - expected))[:, None]).T @ inputs + ridge
        weights = weights + np.linalg.solve(curve, slope)
    return weights
