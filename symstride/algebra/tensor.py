"""The convolution tensor: a layer as one linear map, with the weights as symbols.

    T[o, j, q, t] = sum over i of [stride*j + dilation*i - low = t] * w[o, q mod C_g, i]     if o and q share a group

``0 <= o < out_channels``, ``0 <= q < in_channels``, and per axis ``0 <= j < M``, ``0 <= t < N``, ``0 <= i < kernel``;
``C_g = in_channels/groups``.  For a circular layer the equation in the bracket is meant modulo ``N``.  At stride 1
each block ``T[o, :, q, :]`` is a Toeplitz matrix (one level per axis): the convolution tensor of Kong and Lucey,
arXiv 1712.02502.
"""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.content import Content, Triples, joined, places, symbols_in
from symstride.algebra.entry import integer_symbol, numbered, tap_at
from symstride.algebra.linear import Operator, indices_in
from symstride.algebra.shapes import as_array, check_shape, known_size, need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import need_layer
from symstride.layers.axis import Axis
from symstride.layers.integer import Integer, multiply, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.rounding import floor_div
from symstride.layers.substitution import substitute, substitute_layer
from symstride.limits import MAX_EXACT, check_product


def symbolic_weights(layer: Conv, name: str = "w") -> NDArray[Any]:
    """The weights of ``layer`` as an object array of SymPy symbols ``w[o, c, i_1, ..., i_d]``."""
    need_numbers("symbolic_weights(layer)", layer.symbols, "give the layer's sizes values")
    base, shape = sympy.IndexedBase(name), tuple(int(n) for n in layer.weight_shape)
    check_product("symbolic_weights(layer)", shape, MAX_EXACT, "symbols", "take fewer channels or a smaller kernel")
    weights = np.empty(shape, dtype=object)
    for index in indices_in(shape):
        weights[index] = base[index]
    return weights


def convolution_tensor(layer: Conv, input_size: PerAxis | None = None, weights: NDArray[Any] | str = "w") -> Operator:
    """The operator ``y = T x`` of ``layer`` (without its bias) on inputs of ``input_size``.

    The weights are the symbols ``w[o, c, i]``; with ``weights="w2"`` they are ``w2[o, c, i]``, so that those of two
    layers are told apart.  Or they are the entries of an array ``weights`` of shape ``layer.weight_shape``, in which
    case there is no formula.  Sizes may be symbols: then there is a formula and no matrix.
    """
    need_layer("convolution_tensor(layer)", layer)
    sizes = known_size(layer, input_size, "convolution_tensor(layer, input_size)")
    weights = _checked(layer, sizes, weights)
    axes, outputs = layer.axes(sizes), layer.output_size(sizes)
    row = (integer_symbol("o"), *numbered("j", layer.ndim))
    column = (integer_symbol("q"), *numbered("t", layer.ndim))

    return Operator(
        name="convolution tensor",
        outputs=(layer.out_channels, *outputs),
        inputs=(layer.in_channels, *sizes),
        row=row,
        column=column,
        stated=_formula(layer, axes, sizes, row, column, weights) if isinstance(weights, str) else None,
        content=Convolved(layer, sizes, weights),
    )


@dataclass(frozen=True, eq=False)
class Convolved(Content):
    """A layer on inputs of ``sizes``; ``weights`` are numbers, or the letter of symbols."""

    layer: Conv
    sizes: tuple[Integer, ...]
    weights: NDArray[Any] | str

    @property
    def count(self) -> Integer:
        """One entry at most for each weight and each place of its output channel."""
        outputs = self.layer.output_size(self.sizes)
        return multiply(self.layer.out_channels, *outputs, self.layer.in_per_group, *self.layer.kernel)

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        """Those of the layer and of the input size."""
        return {*self.layer.symbols} | symbols_in(self.sizes)

    def subs(self, values: Mapping[sympy.Symbol, sympy.Expr]) -> Operator:
        """The tensor of the layer with numbers."""
        layer = substitute_layer(self.layer, values)
        return convolution_tensor(layer, substitute(self.sizes, values), self.weights)

    def triples(self) -> Triples:
        """Entry ``w[o, c, i]`` in row ``(o, j)`` and column ``(q, stride*j + dilation*i - low)``."""
        layer = self.layer
        w = symbolic_weights(layer, self.weights) if isinstance(self.weights, str) else self.weights
        if w.dtype.kind in "biu" and w.dtype.itemsize < 8:
            w = w.astype(np.int64)
        sizes, turns = [int(n) for n in self.sizes], layer.padding_mode == "circular"
        read = []
        for axis, m, n in zip(layer.axes(self.sizes), layer.output_size(self.sizes), sizes, strict=True):
            taps = places(int(axis.kernel), int(axis.dilation), -int(axis.low))
            place = places(int(m), int(axis.stride), 0)[:, None] + taps
            read.append((place % n, np.ones_like(place, dtype=bool)) if turns else (place, (place >= 0) & (place < n)))
        there, inside = joined(read, sizes)  # (outputs, taps)
        fan_in, fan_out, total = int(layer.in_per_group), int(layer.out_per_group), prod(sizes)
        o, c = np.arange(int(layer.out_channels)), np.arange(fan_in)
        shape = (len(o), len(there), fan_in, there.shape[1])  # (o, j, c, i), which is the order of the rows
        kept = np.broadcast_to(inside[None, :, None, :], shape)
        rows = np.broadcast_to((o[:, None] * len(there) + np.arange(len(there)))[:, :, None, None], shape)
        channels = (o // fan_out * fan_in)[:, None] + c
        columns = channels[:, None, :, None] * total + there[None, :, None, :]
        values = np.broadcast_to(w.reshape(len(o), 1, fan_in, -1), shape)
        return Triples(rows[kept], columns[kept], values[kept])


def _checked(layer: Conv, sizes: tuple[Integer, ...], weights: object) -> NDArray[Any] | str:
    """A letter that is no symbol of the sizes, or a copy of the array, which nobody changes later."""
    asked = "convolution_tensor(weights=...)"
    if isinstance(weights, str):
        used = {symbol.name for symbol in {*layer.symbols} | symbols_in(sizes)}
        if re.fullmatch("w[0-9]*", weights) is None or weights in used:
            hint = 'write weights="w2", or pass an array'
            raise SpecError(asked, "w or w and a number, which is no size", shown(weights), hint)
        return weights
    array = as_array(asked, weights)
    check_shape(asked, array, layer.weight_shape, "layer.weight_shape")
    own = array.copy()
    own.setflags(write=False)
    return own


def _formula(
    layer: Conv,
    axes: tuple[Axis, ...],
    sizes: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
    letter: str,
) -> sympy.Expr:
    o, q = row[0], column[0]
    same_group = sympy.true
    if layer.groups != 1:
        same_group = sympy.Eq(floor_div(o, layer.out_per_group), floor_div(q, layer.in_per_group))
    c = q if layer.groups == 1 else sympy.Mod(q, layer.in_per_group)
    if layer.padding_mode == "circular":
        return _circular_formula(axes, sizes, row, column, c, same_group, letter)
    taps, conditions = [], [same_group]
    for axis, j, t in zip(axes, row[1:], column[1:], strict=True):
        tap, condition = tap_at(t + axis.low - axis.stride * j, axis.kernel, axis.dilation)
        taps.append(tap)
        conditions.append(condition)
    return sympy.Piecewise((sympy.IndexedBase(letter)[(o, c, *taps)], sympy.And(*conditions)), (0, True))


def _circular_formula(
    axes: tuple[Axis, ...],
    sizes: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
    c: sympy.Expr,
    same_group: sympy.Basic,
    letter: str,
) -> sympy.Expr:
    # Several taps may meet at one place, once a turn.  The Sum is safe: kernel >= 1, so its range is never empty.
    taps = numbered("i", len(axes))
    conditions = [same_group]
    for axis, size, i, j, t in zip(axes, sizes, taps, row[1:], column[1:], strict=True):
        conditions.append(sympy.Eq(sympy.Mod(axis.stride * j + axis.dilation * i - axis.low - t, size), 0))
    weight = sympy.IndexedBase(letter)[(row[0], c, *taps)]
    term = sympy.Piecewise((weight, sympy.And(*conditions)), (0, True))
    return sympy.Sum(term, *((i, 0, axis.kernel - 1) for i, axis in zip(taps, axes, strict=True)))
