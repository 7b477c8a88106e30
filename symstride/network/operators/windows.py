"""Windows of pools: their number, the padding that they really need, and how many places each of them counts."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeVar

from symstride.errors import SpecError
from symstride.layers.axis import Axis
from symstride.limits import MAX_COUNTED, check
from symstride.network.operators.records import AveragePool, MaxPool, Pairs, Pool, Shape

_Pool = TypeVar("_Pool", AveragePool, MaxPool)


def pool_axes(pool: Pool) -> tuple[Axis, ...]:
    """One ``Axis`` per spatial axis, with the padding as declared."""
    rows = zip(pool.kernel, pool.stride, pool.dilation, pool.padding, strict=True)
    return tuple(Axis(k, s, dl, low, high) for k, s, dl, (low, high) in rows)


def pool_output(pool: Pool, size: Shape) -> Shape:
    """The number of windows per axis: ``floor((N + low + high - span)/stride) + 1``.

    ``ceil_mode`` rounds up instead, and then leaves out the last window when it starts behind the low padding and the
    map, whole or not (as ONNX, ONNX Runtime and PyTorch do).
    """
    return tuple(_windows(axis, n, pool.ceil_mode) for axis, n in zip(pool_axes(pool), size, strict=True))


def _windows(axis: Axis, size: int, ceil_mode: bool) -> int:
    whole = int(axis.output_size(size))
    if not ceil_mode:
        return whole
    rest = (size + axis.low + axis.high - axis.span) % axis.stride
    rounded = whole + 1 if rest else whole
    return rounded - 1 if (rounded - 1) * axis.stride >= size + axis.low else rounded


def within(pool: _Pool, size: Shape) -> _Pool:
    """The same pool with windows that fit into the map, where rounding up gives one window that is larger than it.

    With ``ceil_mode`` and without padding, ``N < k < N + stride`` gives ``ceil((N - k)/stride) + 1 = 1`` window from
    0 on.  Places behind the map are neither taken for a maximum nor counted, so it is the window of ``N`` places.
    """
    if not pool.ceil_mode or len(size) != len(pool.kernel):
        return pool
    rows = list(zip(pool.kernel, pool.stride, pool.dilation, pool.padding, size, strict=True))
    one = [n < k < n + s and dl == 1 and pair == (0, 0) for k, s, dl, pair, n in rows]
    kernel = tuple(n if alone else k for alone, (k, _, _, _, n) in zip(one, rows, strict=True))
    stride = tuple(n if alone else s for alone, (_, s, _, _, n) in zip(one, rows, strict=True))
    return replace(pool, kernel=kernel, stride=stride)


def reached_padding(pool: Pool, size: Shape) -> Pairs:
    """(low, high) with which rounding down gives just the windows of ``pool``: ``high`` is what the last one needs.

    ``high = stride*(M - 1) + span - N - low``, which may be more than declared (``ceil_mode``), less, or negative.
    """
    pairs = []
    for axis, n, m in zip(pool_axes(pool), size, pool_output(pool, size), strict=True):
        pairs.append((int(axis.low), int(axis.stride * (m - 1) + axis.span - n - axis.low)))
    return tuple(pairs)


def counts(pool: AveragePool, size: Shape) -> tuple[tuple[int, ...], ...]:
    """Per axis, how many places window ``j`` divides by; the divisor of a window is the product over the axes.

    A place ``t = stride*j + dilation*i - low`` counts when ``0 <= t < N``, or ``-low <= t < N + high`` with
    ``count_include_pad``.  Refuses a window that counts nothing.
    """
    outputs = pool_output(pool, size)
    rows = zip(pool_axes(pool), size, outputs, strict=True)
    check("AveragePool", sum(outputs), MAX_COUNTED, "windows whose places are counted", "take smaller maps")
    found = tuple(_counted(axis, n, m, pool.count_include_pad) for axis, n, m in rows)
    if any(count == 0 for row in found for count in row):
        hint = "shrink the padding, or set count_include_pad"
        raise SpecError("AveragePool", "windows that meet the map", "a window of padding only", hint)
    return found


def _counted(axis: Axis, size: int, windows: int, padded: bool) -> tuple[int, ...]:
    """For each window, how many of its places ``start + dilation*i`` are in ``[low, high)``."""
    low, high = (-axis.low, size + axis.high) if padded else (0, size)
    k, dl = int(axis.kernel), int(axis.dilation)
    starts = range(-int(axis.low), int(axis.stride) * windows - int(axis.low), int(axis.stride))
    return tuple(min(k, max(0, -((t - high) // dl))) - min(k, max(0, -((t - low) // dl))) for t in starts)
