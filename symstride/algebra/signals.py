"""Phases of a signal and back: space-to-depth and depth-to-space for any cell size, with nothing but copies."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.arrays import HOLE, gather
from symstride.algebra.layout import Order, flatten, unflatten
from symstride.algebra.sizes import AxisBank


def sources(start: int, length: int, size: int, mode: str) -> NDArray[np.int64]:
    """Where places ``start, ..., start + length - 1`` of a signal on ``[0, size)`` are read from.

    Outside that range: nowhere (``mode="zeros"``), or one turn further (``"circular"``).
    """
    places = np.arange(start, start + length)
    if mode == "circular":
        return places % size
    return np.where((places >= 0) & (places < size), places, HOLE)


def cell_sources(axis: AxisBank, size: int, mode: str) -> NDArray[np.int64]:
    """For each place in the cells along one axis, in order, the input place that stands there.

    The origin ``"padded"`` starts ``low`` places early and carries the padding along.  The rest of the last cell is
    a hole, for a circular layer too: there, image cells have no rest, and padded ones are read no further.
    """
    length, total = int(axis.places(size)), int(axis.S) * int(axis.cells(size))
    start = 0 if axis.origin == "image" else -int(axis.axis.low)
    rest = np.full(total - length, HOLE)
    return np.concatenate([sources(start, length, size, mode), rest])


def split(
    x: NDArray[Any], axes: Sequence[AxisBank], kept: Sequence[Sequence[int]], groups: int, order: Order, mode: str
) -> NDArray[Any]:
    """``X[rho, c, m] = x[c, S*m + rho]``: ``(batch, C, *N)`` to ``(batch, C*phases, *N')``.

    ``kept`` lists, per axis, the phases that the result has.  Phases stay inside their channel's group.
    """
    batch, channels, *sizes = x.shape
    for number, (axis, size) in enumerate(zip(axes, sizes, strict=True)):
        x = gather(x, 2 + number, cell_sources(axis, size, mode))
    cells = [int(axis.S) for axis in axes]
    folded = [n for size, cell in zip(x.shape[2:], cells, strict=True) for n in (size // cell, cell)]
    parts = x.reshape(batch, groups, channels // groups, *folded)  # (batch, g, c, N'_1, S_1, N'_2, S_2, ...)
    parts = parts.transpose(0, 1, 2, *range(4, parts.ndim, 2), *range(3, parts.ndim, 2))  # (..., S_1, S_2, ..., N')
    for number, phases in enumerate(kept):
        if len(phases) < cells[number]:
            parts = np.take(parts, list(phases), axis=3 + number)
    phases_first = parts.reshape(*parts.shape[:3], -1, *parts.shape[3 + len(cells) :])
    return flatten(phases_first, order)


def merge(
    y: NDArray[Any], phases: Sequence[int], output_size: Sequence[int], groups: int, order: Order
) -> NDArray[Any]:
    """``y[o, a*m + tau] = Y[tau, o, m]``: ``(batch, O*A, *M')`` to ``(batch, O, *M)``; what is past ``M`` goes."""
    total = int(np.prod(phases))
    parts = unflatten(y, groups, total, order)  # (batch, g, o, A, M'_1, M'_2, ...)
    batch, _, per_group, _, *cells = parts.shape
    axes = len(phases)
    parts = parts.reshape(batch, groups, per_group, *phases, *cells)  # (..., a_1, a_2, ..., M'_1, M'_2, ...)
    interleaved = [place for axis in range(axes) for place in (3 + axes + axis, 3 + axis)]
    parts = parts.transpose(0, 1, 2, *interleaved)  # (..., M'_1, a_1, M'_2, a_2, ...)
    fine = [m * a for m, a in zip(cells, phases, strict=True)]
    full = parts.reshape(batch, groups * per_group, *fine)
    return np.ascontiguousarray(full[(slice(None), slice(None), *(slice(m) for m in output_size))])
