"""The convolution tensor: a layer as one linear map, with the weights as symbols.

    T[o, j, q, t] = sum over i of [stride*j + dilation*i - low = t] * w[o, q mod C_g, i]     if o and q share a group

``0 <= o < out_channels``, ``0 <= q < in_channels``, and per axis ``0 <= j < M``, ``0 <= t < N``, ``0 <= i < kernel``;
``C_g = in_channels/groups``.  For a circular layer the equation in the bracket is meant modulo ``N``.  At stride 1
each block ``T[o, :, q, :]`` is a Toeplitz matrix (one level per axis): the convolution tensor of Kong and Lucey,
arXiv 1712.02502.
"""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Any

import sympy

from symstride.algebra.entry import integer_symbol, numbered, tap_at
from symstride.algebra.linear import Cells, Index, Operator, indices_in
from symstride.algebra.shapes import check_shape, known_size, need_numbers
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, multiply
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.rounding import floor_div
from symstride.limits import MAX_EXACT, check_product

if TYPE_CHECKING:
    from numpy.typing import NDArray


def symbolic_weights(layer: Conv, name: str = "w") -> NDArray[Any]:
    """The weights of ``layer`` as an object array of SymPy symbols ``w[o, c, i_1, ..., i_d]``."""
    import numpy as np

    need_numbers("symbolic_weights(layer)", layer.symbols, "give the layer's sizes values")
    base, shape = sympy.IndexedBase(name), tuple(int(n) for n in layer.weight_shape)
    check_product("symbolic_weights(layer)", shape, MAX_EXACT, "symbols", "take fewer channels or a smaller kernel")
    weights = np.empty(shape, dtype=object)
    for index in indices_in(shape):
        weights[index] = base[index]
    return weights


def convolution_tensor(layer: Conv, input_size: PerAxis | None = None, weights: NDArray[Any] | None = None) -> Operator:
    """The operator ``y = T x`` of ``layer`` (without its bias) on inputs of ``input_size``.

    The weights are the symbols ``w[o, c, i]``, or the entries of an object array ``weights`` of shape
    ``layer.weight_shape``, in which case there is no formula.  Sizes may be symbols: then there is a formula and no
    matrix.
    """
    sizes = known_size(layer, input_size, "convolution_tensor(layer, input_size)")
    if weights is not None:
        check_shape("convolution_tensor(weights=...)", weights, layer.weight_shape, "layer.weight_shape")
    axes, outputs = layer.axes(sizes), layer.output_size(sizes)
    row = (integer_symbol("o"), *numbered("j", layer.ndim))
    column = (integer_symbol("q"), *numbered("t", layer.ndim))

    def cells() -> Cells:
        values = symbolic_weights(layer) if weights is None else weights
        return _cells(layer, axes, outputs, sizes, values)

    return Operator(
        name="convolution tensor",
        outputs=(layer.out_channels, *outputs),
        inputs=(layer.in_channels, *sizes),
        row=row,
        column=column,
        formula=_formula(layer, axes, sizes, row, column) if weights is None else None,
        cells=cells,
        count=multiply(layer.out_channels, *outputs, layer.in_per_group, *layer.kernel),
    )


def _cells(
    layer: Conv, axes: tuple[Axis, ...], outputs: tuple[Integer, ...], sizes: tuple[Integer, ...], w: NDArray[Any]
) -> Iterator[tuple[Index, Index, sympy.Expr]]:
    fan_in, fan_out = int(layer.in_per_group), int(layer.out_per_group)
    for o, *j in indices_in((layer.out_channels, *outputs)):
        for c, *i in indices_in((fan_in, *layer.kernel)):
            t = [axis.stride * at + axis.dilation * tap - axis.low for axis, at, tap in zip(axes, j, i, strict=True)]
            if layer.padding_mode == "circular":
                t = [place % size for place, size in zip(t, sizes, strict=True)]
            if all(0 <= place < size for place, size in zip(t, sizes, strict=True)):
                yield (o, *j), (o // fan_out * fan_in + c, *(int(place) for place in t)), sympy.sympify(w[o, c, *i])


def _formula(
    layer: Conv,
    axes: tuple[Axis, ...],
    sizes: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
) -> sympy.Expr:
    o, q = row[0], column[0]
    same_group = sympy.true
    if layer.groups != 1:
        same_group = sympy.Eq(floor_div(o, layer.out_per_group), floor_div(q, layer.in_per_group))
    c = q if layer.groups == 1 else sympy.Mod(q, layer.in_per_group)
    if layer.padding_mode == "circular":
        return _circular_formula(axes, sizes, row, column, c, same_group)
    taps, conditions = [], [same_group]
    for axis, j, t in zip(axes, row[1:], column[1:], strict=True):
        tap, condition = tap_at(t + axis.low - axis.stride * j, axis.kernel, axis.dilation)
        taps.append(tap)
        conditions.append(condition)
    return sympy.Piecewise((sympy.IndexedBase("w")[(o, c, *taps)], sympy.And(*conditions)), (0, True))


def _circular_formula(
    axes: tuple[Axis, ...],
    sizes: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
    c: sympy.Expr,
    same_group: sympy.Basic,
) -> sympy.Expr:
    # Several taps may meet at one place, once a turn.  The Sum is safe: kernel >= 1, so its range is never empty.
    taps = numbered("i", len(axes))
    conditions = [same_group]
    for axis, size, i, j, t in zip(axes, sizes, taps, row[1:], column[1:], strict=True):
        conditions.append(sympy.Eq(sympy.Mod(axis.stride * j + axis.dilation * i - axis.low - t, size), 0))
    weight = sympy.IndexedBase("w")[(row[0], c, *taps)]
    term = sympy.Piecewise((weight, sympy.And(*conditions)), (0, True))
    return sympy.Sum(term, *((i, 0, axis.kernel - 1) for i, axis in zip(taps, axes, strict=True)))
