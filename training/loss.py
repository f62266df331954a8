"""Cross entropy with label smoothing, a few rows at a time.

The scores of a whole batch, 4,500 rows of 8,000 pieces, are 144 MB, and a processor spends more time
moving them through memory, forward and back, than working on them. So the scores of a few rows are made,
turned into their own gradient while they are in the cache, and forgotten; the idea is known from Liger
Kernel (Hsu et al. 2024), there for accelerators.
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor

LABEL_SMOOTHING = 0.1
_ROWS = 256


class _ByRows(torch.autograd.Function):
    @staticmethod
    def forward(context: Any, states: Tensor, table: Tensor, labels: Tensor) -> Tensor:
        count, pieces = len(states), len(table)
        to_states, to_table = torch.empty_like(states), torch.zeros_like(table)
        total = states.new_zeros(())
        # what is multiplied; logarithms and sums stay in float32
        kind = torch.get_autocast_dtype("cpu") if torch.is_autocast_enabled("cpu") else states.dtype
        states, table = states.to(kind), table.to(kind)
        for at in range(0, count, _ROWS):
            rows, wanted = states[at : at + _ROWS], labels[at : at + _ROWS, None]
            likely = torch.mm(rows, table.mT).float()
            likely.sub_(likely.logsumexp(-1, keepdim=True))
            total -= (1 - LABEL_SMOOTHING) * likely.gather(1, wanted).sum() + LABEL_SMOOTHING * likely.mean(-1).sum()
            gradient = likely.exp_().sub_(LABEL_SMOOTHING / pieces)
            gradient.scatter_add_(1, wanted, gradient.new_full(wanted.shape, LABEL_SMOOTHING - 1))
            gradient = gradient.to(kind)
            to_states[at : at + _ROWS] = torch.mm(gradient, table)
            to_table += torch.mm(gradient.mT, rows)
        context.save_for_backward(to_states / count, to_table / count)
        return total / count

    @staticmethod
    def backward(context: Any, *outer: Tensor) -> tuple[Tensor, Tensor, None]:
        to_states, to_table = context.saved_tensors
        return outer[0] * to_states, outer[0] * to_table, None


def smoothed_cross_entropy(states: Tensor, table: Tensor, labels: Tensor) -> Tensor:
    """Mean over the rows that have a label; `states` (rows, width), `table` (pieces, width), `labels` (rows,), -100
    for none."""
    if states.is_cuda:
        return torch.nn.functional.cross_entropy((states @ table.mT).float(), labels, label_smoothing=LABEL_SMOOTHING)
    real = labels != -100
    loss: Tensor = _ByRows.apply(states[real], table, labels[real])  # type: ignore[no-untyped-call]
    return loss
