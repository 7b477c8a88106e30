"""The strided layer by plain loops over its definition.  Reads the description, nothing else.

    y[o, j] = b[o] + sum over c, i of  w[o, c, i] * x[in_per_group*g + c, stride*j + dilation*i - low]

with ``g = o // out_per_group``.  It is the witness against which everything else is compared, so it shares no code
with the filter bank.  Correlation: the kernel is not flipped.  The activation is left out: it acts on each output
by itself.
"""

from __future__ import annotations

from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.layers.layer import Conv


def convolve_plain(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None = None) -> NDArray[Any]:
    """One number at a time, in Python's own arithmetic: exact on integers of any size, Fractions and expressions.

    ``x`` has shape ``(batch, C, *N)``, ``w`` ``layer.weight_shape``, ``b`` ``(O,)`` or None; the result is an object
    array ``(batch, O, *M)``.
    """
    _check(layer, x, w, b)
    axes, sizes = layer.axes(x.shape[2:]), x.shape[2:]
    circular, per_group, fan_in = layer.padding_mode == "circular", int(layer.out_per_group), int(layer.in_per_group)
    xs, ws = x.astype(object), w.astype(object)
    y = np.zeros((x.shape[0], int(layer.out_channels), *layer.output_size(sizes)), dtype=object)
    for n, o, *j in np.ndindex(*y.shape):
        total = 0 if b is None else b.astype(object)[o]
        for c, *i in np.ndindex(*w.shape[1:]):
            t = [_place(axis, size, jj, ii, circular) for axis, size, jj, ii in zip(axes, sizes, j, i, strict=True)]
            if None not in t:
                total = total + ws[o, c, *i] * xs[n, (o // per_group) * fan_in + c, *t]
        y[n, o, *j] = total
    return y


def _place(axis: Any, size: int, j: int, i: int, circular: bool) -> int | None:
    """The input place that output ``j`` reads for tap ``i``, or None where the padding is zero."""
    t = axis.stride * j + axis.dilation * i - axis.low
    if circular:
        return int(t % size)
    return int(t) if 0 <= t < size else None


def convolve(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None = None) -> NDArray[Any]:
    """The same sum with the loops over taps outside and all outputs at once inside, for signals of real size.

    Sums are taken in the dtype that NumPy gives the product of ``x`` and ``w``; shapes as in ``convolve_plain``.
    """
    _check(layer, x, w, b)
    groups, outputs = int(layer.groups), layer.output_size(x.shape[2:])
    grouped = x.reshape(x.shape[0], groups, -1, *x.shape[2:])  # (batch, g, c, *N)
    filters = w.reshape(groups, -1, *w.shape[1:])  # (g, o, c, *k)
    y = np.zeros((x.shape[0], groups, filters.shape[1], *outputs), dtype=np.result_type(x, w))
    for i in product(*map(range, w.shape[2:])):
        written, read = _reached(layer, x.shape[2:], outputs, i)
        values = grouped[np.ix_(*map(np.arange, grouped.shape[:3]), *read)]
        at_tap: tuple[Any, ...] = (..., *i)
        product_at_tap = np.matmul(filters[at_tap], values.reshape(*values.shape[:3], -1))
        y[np.ix_(*map(np.arange, y.shape[:3]), *written)] += product_at_tap.reshape(*y.shape[:3], *values.shape[3:])
    y = y.reshape(x.shape[0], -1, *outputs)
    return y if b is None else y + b.reshape(-1, *(1,) * len(outputs))


def _reached(layer: Conv, sizes: tuple[int, ...], outputs: Any, tap: tuple[int, ...]) -> tuple[list[Any], list[Any]]:
    """Per axis: the outputs whose read for ``tap`` falls on the signal, and the places that they read."""
    written, read = [], []
    for axis, size, count, i in zip(layer.axes(sizes), sizes, outputs, tap, strict=True):
        j = np.arange(count)
        t = axis.stride * j + axis.dilation * i - axis.low
        inside = np.full(count, True) if layer.padding_mode == "circular" else (t >= 0) & (t < size)
        written.append(j[inside])
        read.append(t[inside] % size)
    return written, read


def _check(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> None:
    if layer.is_symbolic:
        names = ", ".join(str(symbol) for symbol in layer.symbols)
        raise SpecError("reference", "a layer with numbers for every size", f"symbols: {names}", "give them values")
    _shape("x", x, x.ndim == layer.ndim + 2 and x.shape[1] == layer.in_channels, ("batch", layer.in_channels, "*space"))
    _shape("w", w, w.shape == layer.weight_shape, layer.weight_shape)
    if b is not None:
        _shape("b", b, b.shape == (layer.out_channels,), (layer.out_channels,))


def _shape(name: str, array: NDArray[Any], fits: bool, expected: tuple[object, ...]) -> None:
    if not fits:
        wanted = ", ".join(map(str, expected))
        raise SpecError(f"reference, {name}", f"shape ({wanted})", f"shape {array.shape}", "reshape the array")
