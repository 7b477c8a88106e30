"""The numeric filter bank: every weight copied to its places, everything else zero, and no arithmetic at all."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import product
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.algebra.sizes import EMPTY, AxisBank

Place: TypeAlias = tuple[int, int, int]
"""(input phase, offset, tap): at this phase and offset, both numbered row-major over the axes, this tap stands."""

BLOCK_BYTES = 2**18
"""How much of the result is written at a time.

Taps are copied one after another, each with one strided assignment.  A block is passed over once per tap, so it should
stay in a core's second-level cache; half of 512 KiB, the smallest such cache in use, leaves room for the source.
"""


def expand_weights(
    w: NDArray[Any], axes: Sequence[AxisBank], kept: Sequence[Sequence[int]], groups: int, order: Order
) -> NDArray[Any]:
    """``W~[tau, o, rho, c, u] = sum over i of [stride*tau + dilation*i - shift = S*u + rho] * w[o, c, i]``, per axis.

    ``(O, C/groups, *k)`` to ``(O*A, (C/groups)*phases, *K)`` in the same dtype.  The entries are copies, bit for bit:
    payloads of NaN, signed zeros and objects included.  Structural zeros are the dtype's zero (the int 0 for objects).
    """
    out_channels, in_channels = w.shape[:2]
    sizes = [int(axis.size) for axis in axes]
    outer, inner = int(np.prod([int(axis.a) for axis in axes])), int(np.prod([len(phases) for phases in kept]))
    result = np.zeros((out_channels * outer, in_channels * inner, *sizes), dtype=w.dtype)
    target = _by_phase(result, groups, out_channels // groups, in_channels, outer, inner, order)
    source = w.reshape(groups, out_channels // groups, in_channels, -1)  # (g, o, c, taps)
    for number, tau in enumerate(product(*(range(int(axis.a)) for axis in axes))):
        _scatter(target[number], source, places(axes, kept, tau))
    return result


def _by_phase(
    result: NDArray[Any], groups: int, out_channels: int, in_channels: int, outer: int, inner: int, order: Order
) -> NDArray[Any]:
    """A view of ``result`` with axes ``(tau, g, o, c, rho, u)``, whichever order it is stored in."""
    if order == "channel_major":
        return result.reshape(groups, out_channels, outer, in_channels, inner, -1).transpose(2, 0, 1, 3, 4, 5)
    return result.reshape(groups, outer, out_channels, inner, in_channels, -1).transpose(1, 0, 2, 4, 3, 5)


def places(axes: Sequence[AxisBank], kept: Sequence[Sequence[int]], tau: Sequence[int]) -> list[Place]:
    """Where the taps of output phase ``tau`` stand, sorted: one place for each tap, in every axis and so in all."""
    per_axis = []
    for axis, phases, phase in zip(axes, kept, tau, strict=True):
        table = axis.table[phase, list(phases)]  # (rho, u)
        per_axis.append([(rho, u, table[rho, u]) for rho, u in np.argwhere(table != EMPTY)])
    extents = [(len(phases), int(axis.size), int(axis.axis.kernel)) for axis, phases in zip(axes, kept, strict=True)]
    return sorted(_row_major(extents, combination) for combination in product(*per_axis))


def _row_major(extents: Sequence[Place], entries: Sequence[Place]) -> Place:
    rho = u = tap = 0
    for (phases, size, kernel), (r, v, i) in zip(extents, entries, strict=True):
        rho, u, tap = rho * phases + int(r), u * size + int(v), tap * kernel + int(i)
    return rho, u, tap


def _scatter(target: NDArray[Any], source: NDArray[Any], taps: Sequence[Place]) -> None:
    """``target[g, o, c, rho, u] = source[g, o, c, tap]`` for each ``(rho, u, tap)``, block by block."""
    by_place, by_tap = target.transpose(3, 4, 0, 1, 2), source.transpose(3, 0, 1, 2)
    for groups, channels in _blocks(target):
        written, read = by_place[:, :, groups, channels], by_tap[:, groups, channels]
        for rho, u, tap in taps:
            written[rho, u] = read[tap]


def _blocks(target: NDArray[Any]) -> Iterator[tuple[slice, slice]]:
    """Slices over ``(g, o)`` that hold about ``BLOCK_BYTES`` each, and at least one output channel."""
    groups, channels = target.shape[:2]
    row = int(np.prod(target.shape[2:])) * target.itemsize
    step = max(1, BLOCK_BYTES // row)
    if step >= channels:
        whole = step // channels
        yield from ((slice(g, g + whole), slice(None)) for g in range(0, groups, whole))
    else:
        starts = product(range(groups), range(0, channels, step))
        yield from ((slice(g, g + 1), slice(o, o + step)) for g, o in starts)
