"""Signs into one number, by the weights of `weights.yaml`, and into what speaks against a sentence."""

from __future__ import annotations

import math
from collections.abc import Iterator, Mapping
from functools import cache
from typing import Any

from translit.confidence.signs import Signs
from translit.tables import own_table

# a sign is told if it takes at least so much from the sum, against its usual value
_TOLD = 0.05


def confidence(found: Signs) -> float:
    """Between 0 and 1: the sentence's chrF++, of 1, that is to be expected of a draft with these signs."""
    total = _table()["constant"] + sum(weight * getattr(found, sign) for sign, weight in _table()["weights"].items())
    return float(1 / (1 + math.exp(-total)))


def reasons(found: Signs) -> tuple[str, ...]:
    """What speaks against the sentence, more than is usual, the weightiest first."""
    return tuple(reason for _, reason in sorted(_against(found)))


def _against(found: Signs) -> Iterator[tuple[float, str]]:
    table = _table()
    for sign, weight in table["weights"].items():
        share = weight * (getattr(found, sign) - table["usual"][sign])
        if share < -_TOLD and sign in table["reasons"]:
            yield share, table["reasons"][sign]


@cache
def _table() -> Mapping[str, Any]:
    table: Mapping[str, Any] = own_table(__package__, "weights.yaml")
    return table
