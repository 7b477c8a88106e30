"""From the rows of ``growth.json`` to curves: one cost against the variable of one sweep, and how fast it grows."""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import asdict, dataclass
from typing import Any, TypeAlias

from benchmarks.growth.points import Sweep

Series: TypeAlias = list[tuple[int, float]]
"""(value of the variable, cost), by growing value."""


@dataclass(frozen=True, slots=True)
class Cost:
    """A measured cost: its key in the rows, and what a reader calls it.  ``ours`` tells it from SymPy's."""

    key: str
    name: str
    ours: bool = True


TIMES = (
    Cost("dense", "dense SymPy matrices", ours=False),
    Cost("sparse", "sparse SymPy matrices", ours=False),
    Cost("replay", "replay"),
    Cost("prove", "proof"),
    Cost("weight", "bank.weight"),
)
SIZE = Cost("bytes", "certificate")
COSTS = (*TIMES, SIZE)

FEWEST = 3
"""A slope through fewer points than this would say nothing."""


def series(rows: Iterable[Mapping[str, Any]], sweep: Sweep, cost: Cost) -> Series:
    """The points of the sweep at which this cost was measured."""
    places = [asdict(point) for point in sweep.points()]
    found = [row for row in rows if cost.key in row and {name: row[name] for name in places[0]} in places]
    return sorted((row[sweep.variable], row[cost.key]) for row in found)


def upper_half(points: Sequence[tuple[int, float]]) -> Series:
    """The larger half of the points, and at least ``FEWEST``: what small ones cost is mostly the same for all."""
    return list(points[-max(FEWEST, math.ceil(len(points) / 2)) :])


def exponent(points: Sequence[tuple[int, float]]) -> float | None:
    """The ``p`` of ``cost = c * variable**p``: the slope of the least-squares line through (log, log), upper half."""
    return _slope([(math.log(x), math.log(y)) for x, y in upper_half(points)])


def factor(points: Sequence[tuple[int, float]]) -> float | None:
    """The ``f`` of ``cost = c * f**variable``: for the number of axes, which is an exponent itself."""
    slope = _slope([(x, math.log(y)) for x, y in upper_half(points)])
    return None if slope is None else math.exp(slope)


def _slope(points: Sequence[tuple[float, float]]) -> float | None:
    """Least squares; None for too few points."""
    if len(points) < FEWEST:
        return None
    x_mean, y_mean = (sum(values) / len(points) for values in zip(*points, strict=True))
    spread = sum((x - x_mean) ** 2 for x, _ in points)
    return sum((x - x_mean) * (y - y_mean) for x, y in points) / spread
