"""Batches of examples alike in length, as tensors; on a machine with an accelerator made by other processes."""

from __future__ import annotations

import os
import random
from collections.abc import Callable, Iterator
from dataclasses import dataclass

import numpy
import torch
from torch import Tensor
from torch.utils.data import DataLoader, IterableDataset, get_worker_info

from training.examples import Example, Examples

# lengths are rounded up to so many pieces: every new shape costs the processor's kernels dearly
BUCKET = 8
# so many examples are sorted together, more where batches are large
_POOL = 40_000

Batch = tuple[Tensor, Tensor, Tensor, Tensor]


def batches(examples: Examples, longest: int, tokens: int) -> Iterator[list[Example]]:
    """One pass, in batches of about `tokens` target pieces; sorted within a pool, then shuffled."""
    pool: list[Example] = []

    def emptied() -> Iterator[list[Example]]:
        pool.sort(key=lambda e: (len(e.target) // BUCKET, len(e.source)))
        found: list[list[Example]] = []
        batch: list[Example] = []
        width = 0
        for example in pool:
            width = max(width, len(example.target) + 1, len(example.source) + 1)
            if batch and width * (len(batch) + 1) > tokens:
                found.append(batch)
                batch, width = [], max(len(example.target) + 1, len(example.source) + 1)
            batch.append(example)
        if batch:
            found.append(batch)
        examples.dice.shuffle(found)
        pool.clear()
        yield from found

    for example in examples.one_pass():
        if 0 < len(example.target) <= longest and len(example.source) <= 1.5 * longest:
            pool.append(example)
            if len(pool) == max(_POOL, tokens // 4):
                yield from emptied()
    yield from emptied()


def tensors(batch: list[Example], end: int, pad: int) -> Batch:
    """Source (rows, s), decoder input and labels (rows, t), guide (rows, t, s).

    A label of -100 is none; a target piece's row of the guide sums to 1, or to 0 where nothing guides it.
    """
    rows, source_width = len(batch), max(len(e.source) for e in batch) + 1
    target_width = max(len(e.target) for e in batch) + 1
    source = numpy.full((rows, source_width), pad)
    labels = numpy.full((rows, target_width), -100)
    guide = numpy.zeros((rows, target_width, source_width), numpy.float32)
    looks: list[tuple[int, int, int]] = []
    shares: list[float] = []
    for row, example in enumerate(batch):
        source[row, : len(example.source) + 1] = [*example.source, end]
        labels[row, : len(example.target) + 1] = [*example.target, end]
        for place, pieces in enumerate(example.guide):
            for piece in pieces:
                looks.append((row, place, piece))
                shares.append(1 / len(pieces))
        looks.append((row, len(example.target), len(example.source)))
        shares.append(1.0)
    guide[tuple(numpy.array(looks).T)] = shares
    decoder = numpy.full((rows, target_width), pad)
    decoder[:, 1:] = numpy.where(labels == -100, pad, labels)[:, :-1]
    return torch.from_numpy(source), torch.from_numpy(decoder), torch.from_numpy(labels), torch.from_numpy(guide)


@dataclass
class _Stream(IterableDataset[Batch]):
    """Pass after pass without end; each process draws its own examples."""

    made: Callable[..., Examples]
    longest: int
    tokens: int
    end: int
    pad: int
    seed: int

    def __iter__(self) -> Iterator[Batch]:
        worker = get_worker_info()
        examples = self.made(seed=self.seed + (1000 * (worker.id + 1) if worker else 0))
        while True:
            for batch in batches(examples, self.longest, self.tokens):
                yield tensors(batch, self.end, self.pad)


def twice(fresh: Iterator[Batch], dice: random.Random, held: int = 200) -> Iterator[Batch]:
    """Every batch, and once more after about `held` others: an accelerator asks for more than processors draw."""
    kept: list[Batch] = []
    for batch in fresh:
        yield batch
        kept.append(batch)
        if len(kept) > held:
            yield kept.pop(dice.randrange(len(kept)))


def stream(
    made: Callable[..., Examples], *, longest: int, tokens: int, end: int, pad: int, seed: int
) -> Iterator[Batch]:
    """Batches without end, of examples up to `longest` target pieces; `made(seed=...)` gives the examples."""
    dataset = _Stream(made, longest, tokens, end, pad, seed)
    if not torch.cuda.is_available():
        return iter(DataLoader(dataset, batch_size=None))
    workers = max(1, (os.cpu_count() or 2) - 2)
    drawn = DataLoader(dataset, batch_size=None, num_workers=workers, prefetch_factor=4, pin_memory=True)
    return twice(iter(drawn), random.Random(seed))
