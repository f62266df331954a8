"""Weights in 8-bit rows, every second number: half the size of float16, and an eighth less in a wheel.

A matrix is kept as whole numbers from -127 to 127 and one float32 a row, `NAME.scale`, to multiply
them with; vectors stay float32. CTranslate2 rounds the same way (a scale a row, from its largest
absolute value), so its int8 of the widened weights is these numbers again. All are even but the ends
of a row, so that a wheel packs seven bits: that costs 0.05 chrF++ (the card of zle-en) and saves a
megabyte. The file is named so that nothing takes it for an ordinary `model.safetensors`.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

import numpy as np
from numpy.typing import NDArray

_SCALE = ".scale"

Weights = Mapping[str, NDArray[Any]]


def pack(weights: Weights) -> dict[str, NDArray[Any]]:
    """Matrices (rows, columns) as int8 with their scales (rows,); everything else as float32."""
    packed: dict[str, NDArray[Any]] = {}
    for name, array in weights.items():
        wide = np.asarray(array, dtype=np.float32)
        if wide.ndim != 2 or 1 in wide.shape:
            packed[name] = wide
            continue
        # a row of zeros (that of <pad>) stays one
        scale = np.maximum(np.abs(wide).max(axis=1) / 127, np.finfo(np.float32).tiny)
        steps = wide / scale[:, None]
        packed[name] = np.where(np.abs(steps) > 126.5, np.rint(steps), 2 * np.rint(steps / 2)).astype(np.int8)
        packed[name + _SCALE] = scale
    return packed


def widen(packed: Weights) -> dict[str, NDArray[np.float32]]:
    """The weights again, in float32. KeyError if a matrix lacks its scales."""
    return {
        name: array.astype(np.float32) * packed[name + _SCALE][:, None] if array.dtype == np.int8 else array
        for name, array in packed.items()
        if not name.endswith(_SCALE)
    }
