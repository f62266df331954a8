"""Momentum orthogonalised by Newton-Schulz iteration (Muon; Jordan et al. 2024).

torch.optim.Muon iterates in bfloat16, which a processor without bfloat16 units does a hundred times more slowly. Ours
multiplies in it where autocast says so, and holds the iterate in float32. The step is scaled to AdamW's root mean
square, 0.2 * sqrt(max(rows, columns)).
"""

from __future__ import annotations

from typing import Any

import torch
from torch import Tensor, nn


class Muon(torch.optim.Optimizer):
    """For matrices only; embeddings, norms and biases are AdamW's."""

    def __init__(self, matrices: list[nn.Parameter], lr: float, weight_decay: float = 0.01) -> None:
        super().__init__(matrices, {"lr": lr, "momentum": 0.95, "weight_decay": weight_decay})

    @torch.no_grad()
    def step(self, closure: Any = None) -> None:  # type: ignore[override]
        """One update; matrices of one shape are orthogonalised together."""
        for group in self.param_groups:
            shapes: dict[torch.Size, list[nn.Parameter]] = {}
            for matrix in group["params"]:
                if matrix.grad is not None:
                    shapes.setdefault(matrix.shape, []).append(matrix)
            for shape, matrices in shapes.items():
                updates = []
                for matrix in matrices:
                    gradient = matrix.grad
                    assert gradient is not None  # chosen so above
                    momentum = self.state[matrix].setdefault("momentum", torch.zeros_like(matrix))
                    momentum.lerp_(gradient, 1 - group["momentum"])
                    updates.append(gradient.lerp(momentum, group["momentum"]))
                scale = group["lr"] * 0.2 * max(shape) ** 0.5
                for matrix, update in zip(matrices, _orthogonal(torch.stack(updates)), strict=True):
                    matrix.mul_(1 - group["lr"] * group["weight_decay"]).add_(update, alpha=-scale)


def _orthogonal(x: Tensor, steps: int = 5) -> Tensor:
    tall = x.shape[-2] > x.shape[-1]
    x = x.mT if tall else x
    x = x / (x.norm(dim=(-2, -1), keepdim=True) + 1e-7)
    for _ in range(steps):
        gram = x @ x.mT
        x = 3.4445 * x + (-4.7750 * gram + 2.0315 * gram @ gram) @ x
    return x.mT if tall else x
