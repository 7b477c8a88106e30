"""How far a strided layer is from commuting with translations.

A layer of stride ``s`` commutes with shifts by multiples of ``s``: an input moved by ``s*q`` gives the output moved by
``q``.  Proved: "equivariance" in ``symstride.CATALOGUE``; that no other shift will do for all weights is
"no-other-shifts".  By how much the other shifts miss depends on the weights, through the correlation of the kernel with
itself,

    R[lag] = sum over o, c and t of  h[o, c, t] * h[o, c, t + lag]        h has tap i at place dl*i

Source: Zhang, Making convolutional networks shift-invariant again, arXiv 1904.11486.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce
from itertools import product
from math import prod
from typing import Any, NamedTuple

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.shapes import as_array, check_shape, need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import need_layer, need_whole
from symstride.layers.integer import shown
from symstride.layers.layer import Conv
from symstride.limits import MAX_LISTED, check_product
from symstride.theory.composition import compose


class ShiftDefect(NamedTuple):
    """How far the outputs of a shifted input are from shifted outputs, and the output shift that comes nearest."""

    defect: Any
    output_shift: tuple[int, ...]

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        return facts("how far from commuting", (("defect", self.defect), ("output shift", self.output_shift)))


def autocorrelation(layer: Conv, weights: NDArray[Any]) -> dict[tuple[int, ...], Any]:
    """``R[lag]`` for all lags at which taps meet.  Exact for integers, Fractions and expressions; real weights."""
    asked = "autocorrelation(layer, weights)"
    need_layer(asked, layer)
    need_numbers(asked, layer.symbols, "give the layer's sizes numbers")
    w = as_array(asked, weights)
    check_shape(asked, w, layer.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    if np.iscomplexobj(w):
        raise SpecError(asked, "real weights", f"dtype {w.dtype}", "take real and imaginary part as channels")
    check_product(asked, (prod(w.shape[2:]), *w.shape), MAX_LISTED * 10, "products", "take a smaller kernel")
    rows = w.astype(object if w.dtype.kind in "biuO" else np.float64).reshape(-1, *w.shape[2:])
    found: dict[tuple[int, ...], Any] = {}
    for i, j in product(np.ndindex(*w.shape[2:]), repeat=2):
        lag = tuple(int(dl) * (b - a) for dl, a, b in zip(layer.dilation, i, j, strict=True))
        found[lag] = found.get(lag, 0) + (rows[(slice(None), *i)] * rows[(slice(None), *j)]).sum()
    return found


def shift_defect(layer: Conv, weights: NDArray[Any], shift: int | Sequence[int]) -> ShiftDefect:
    """How far a layer is from commuting with one shift of its input, whatever shift its output gets.

    Of a white input moved by ``shift`` places, the output differs from the output moved by ``q`` by a mean square of

        2*(1 - R[shift - s*q]/R[0])        in units of the mean square of the output

    ``defect`` is half of that for the best ``q``: 0 where the two commute, 1 where they have nothing to do with each
    other.  It is the same as a distance of matrices, on all integers and for circular padding at sizes that are large
    enough.  Exact for integers and Fractions.
    """
    asked = "shift_defect(layer, weights, shift)"
    found = {lag: _number(value) for lag, value in autocorrelation(layer, weights).items()}
    listed = need_whole(asked, shift, layer.ndim)
    whole = found[(0,) * layer.ndim]
    if not isinstance(whole, float | Fraction) or not 0 < whole < float("inf"):
        hint = "take numbers that are not all 0; autocorrelation has the formula for symbols"
        raise SpecError(asked, "weights that are finite numbers, with one that is not 0", shown(whole), hint)
    strides = [int(s) for s in layer.stride]
    reach = [int(dl) * (int(k) - 1) for dl, k in zip(layer.dilation, layer.kernel, strict=True)]
    # a shift of the output by more than the kernel reaches has correlation 0, which may be the best there is
    best, at = 0 * whole, tuple((t + r) // s + 1 for t, r, s in zip(listed, reach, strides, strict=True))
    for lag, value in sorted(found.items()):
        apart = [t - n for t, n in zip(listed, lag, strict=True)]
        if value > best and all(n % s == 0 for n, s in zip(apart, strides, strict=True)):
            best, at = value, tuple(n // s for n, s in zip(apart, strides, strict=True))
    return ShiftDefect(1 - best / whole, at)


def _number(value: Any) -> Any:
    """A number of Python; what is none is left as it is."""
    import sympy

    if isinstance(value, int):
        return Fraction(value)
    return Fraction(int(value.p), int(value.q)) if isinstance(value, sympy.Rational) else value


def blurred(layer: Conv, weights: NDArray[Any], taps: Sequence[int] = (1, 2, 1)) -> tuple[Conv, NDArray[Any]]:
    """The layer with its outputs blurred before they are subsampled, which is one strided layer again.

    The layer without stride, then a weighted mean of neighbouring outputs on each axis with the weights ``taps``, then
    every stride-th of them.  Its bias, if there is one, stays the same, since a mean of equal numbers is that number.
    Exact for objects; integers become Fractions.  There is no padding for the blur: its outputs are those whose
    neighbours exist.  Refuses a layer with an activation, which would stand between the two.
    """
    asked = "blurred(layer, weights, taps)"
    need_layer(asked, layer)
    need_numbers(asked, layer.symbols, "give the layer's sizes numbers")
    if layer.activation is not None:
        got = f"activation={layer.activation!r}"
        raise SpecError(asked, "a layer without activation", got, "apply it behind the blur, if that is meant")
    if not isinstance(taps, list | tuple) or not taps or not all(type(n) is int for n in taps) or sum(taps) == 0:
        raise SpecError(f"{asked}, taps", "whole numbers whose sum is not 0", shown(taps), "write taps=(1, 2, 1)")
    w = as_array(asked, weights)
    exact = w.dtype.kind in "biuO"
    shares = [Fraction(n, sum(taps)) if exact else n / sum(taps) for n in taps]
    row = np.array(shares, dtype=object if exact else w.dtype)
    mean = reduce(np.multiply.outer, [row] * layer.ndim)
    channels = int(layer.out_channels)
    inner = replace(layer.resolved(), stride=(1,) * layer.ndim, bias=False, input_size=None)
    outer = Conv(channels, channels, (len(taps),) * layer.ndim, layer.stride, groups=channels, bias=False)
    means = np.broadcast_to(mean, (channels, 1, *mean.shape))
    joined, kernel, _ = compose(outer, inner, (means, w.astype(object) if exact else w))
    return replace(joined, bias=layer.bias), kernel
