"""Operators without weights: subsampling, phases (space-to-depth) and shift, as SymPy objects."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod

import numpy as np
import sympy

from symstride.algebra.content import Content, Triples, joined, places, symbols_in
from symstride.algebra.entry import integer_symbol, numbered
from symstride.algebra.layout import ORDERS, Order
from symstride.algebra.linear import Operator
from symstride.algebra.shapes import per_axis
from symstride.errors import SpecError
from symstride.layers.asked import need_layer
from symstride.layers.integer import Integer, add, exact_quotient, integer, multiply, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.rounding import ceil_div, floor_div
from symstride.layers.substitution import substitute


def unit_stride(layer: Conv, input_size: PerAxis | None = None) -> Conv:
    """The same layer with stride 1 and the same explicit padding: all the outputs that striding leaves out too."""
    need_layer("unit_stride(layer)", layer)
    explicit = layer.resolved(input_size)
    return replace(explicit, stride=(1,) * layer.ndim)


def subsampling(layer: Conv, input_size: PerAxis | None = None) -> Operator:
    """Every ``stride``-th output: ``P[o, j, q, t] = [o = q][t = stride*j]``, from the unit-stride outputs of ``layer``.

    ``0 <= j < M`` and ``0 <= t < M_1``, the output sizes with and without stride; the strided convolution tensor is
    ``P`` times the unit-stride one.
    """
    need_layer("subsampling(layer, input_size)", layer)
    dense = unit_stride(layer, input_size)
    sizes, kept = dense.output_size(input_size), layer.output_size(input_size)
    row, column = _indices(layer.ndim)
    picked = Picked(layer.out_channels, kept, sizes, layer.stride, (0,) * layer.ndim, False)
    return _selection("subsampling", picked, row, column)


def shift(
    channels: Integer, size: PerAxis, offset: Sequence[int], output_size: PerAxis | None = None, circular: bool = False
) -> Operator:
    """``y[c, t] = x[c, t + offset]`` for ``0 <= t < output_size``; zero outside the signal, or cyclic.

    With another ``output_size`` it pads and crops: ``offset = -low`` and ``N + low + high`` places pad a signal.
    """
    channels, moved = integer(channels, "shift(channels=...)", 1), _listed(offset, "shift(offset=...)")
    sizes = per_axis(size, len(moved), "shift(size=...)")
    outputs = sizes if output_size is None else per_axis(output_size, len(moved), "shift(output_size=...)")
    row, column = _indices(len(moved))
    ones = (1,) * len(moved)
    return _selection("shift", Picked(channels, outputs, sizes, ones, moved, bool(circular)), row, column)


def _listed(value: object, asked: str, least: int | None = None) -> tuple[Integer, ...]:
    """One integer for each axis, from a list, a tuple or an array."""
    listed = value.tolist() if hasattr(value, "tolist") else value
    if not isinstance(listed, list | tuple) or not listed:
        raise SpecError(asked, "a list of whole numbers, one per axis", shown(value), "write (1,) for one axis")
    return tuple(integer(entry, asked, least) for entry in listed)


def space_to_depth(
    channels: Integer, size: PerAxis, phases: Sequence[Integer], order: Order = "channel_major", groups: Integer = 1
) -> Operator:
    """Space-to-depth: ``X[rho, c, m] = x[c, S*m + rho]`` with ``S = phases``, one number per axis.

    From ``(channels, *N)`` to ``(channels*prod S, *ceil(N/S))`` with the channel layout ``order``.  A permutation
    matrix when ``S`` divides ``N``; otherwise the places that fill up the last cell are rows of zeros, and the
    transpose is still a left inverse.
    """
    if not isinstance(order, str) or order not in ORDERS:
        raise SpecError("space_to_depth(order=...)", " or ".join(ORDERS), shown(order), f'write order="{ORDERS[0]}"')
    channels = integer(channels, "space_to_depth(channels=...)", 1)
    groups = integer(groups, "space_to_depth(groups=...)", 1)
    if exact_quotient(channels, groups) is None:
        asked, got = "space_to_depth(groups=...)", f"{shown(groups)} groups of {shown(channels)} channels"
        raise SpecError(asked, "a number that divides the channels", got, "write groups=1")
    cells = _listed(phases, "space_to_depth(phases=...)", 1)
    sizes = per_axis(size, len(cells), "space_to_depth(size=...)")
    whole = tuple(ceil_div(n, cell) for n, cell in zip(sizes, cells, strict=True))
    row, column = _indices(len(cells), "m")
    return Operator(
        name="space to depth",
        outputs=(multiply(channels, *cells), *whole),
        inputs=(channels, *sizes),
        row=row,
        column=column,
        stated=_phase_formula(channels, cells, order, groups, row, column),
        content=Sorted(channels, sizes, cells, order, groups),
    )


@dataclass(frozen=True)
class Sorted(Content):
    """Space-to-depth of ``channels`` of ``sizes`` places, with ``cells`` phases on each axis."""

    channels: Integer
    sizes: tuple[Integer, ...]
    cells: tuple[Integer, ...]
    order: Order
    groups: Integer

    @property
    def count(self) -> Integer:
        """One entry for each place of the input."""
        return multiply(self.channels, *self.sizes)

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        """Those of all numbers."""
        return symbols_in(self.channels, self.sizes, self.cells, self.groups)

    def subs(self, values: Mapping[sympy.Symbol, sympy.Expr]) -> Operator:
        """The operator with numbers."""
        channels, groups = substitute(self.channels, values), substitute(self.groups, values)
        sizes, cells = substitute(self.sizes, values), substitute(self.cells, values)
        return space_to_depth(channels, sizes, cells, self.order, groups)

    def triples(self) -> Triples:
        """Each place of the input, in order, and the row that it goes to."""
        sizes, cells = [int(n) for n in self.sizes], [int(n) for n in self.cells]
        channels, phases = int(self.channels), prod(cells)
        per_group = channels // int(self.groups)
        phase, place = np.zeros(1, dtype=np.int64), np.zeros(1, dtype=np.int64)
        for n, cell in zip(sizes, cells, strict=True):
            t = np.arange(n)
            phase = (phase[:, None] * cell + t % cell).ravel()
            place = (place[:, None] * -(-n // cell) + t // cell).ravel()
        group, channel = np.divmod(np.arange(channels), per_group)
        if self.order == "channel_major":
            number = (group * per_group + channel)[:, None] * phases + phase
        else:
            number = (group[:, None] * phases + phase) * per_group + channel[:, None]
        whole = prod(-(-n // cell) for n, cell in zip(sizes, cells, strict=True))
        return Triples((number * whole + place).ravel(), np.arange(channels * prod(sizes)))


def _phase_formula(
    channels: Integer,
    cells: Sequence[Integer],
    order: Order,
    groups: Integer,
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
) -> sympy.Expr:
    number, total = row[0], multiply(*cells)
    if order == "channel_major":
        channel, phase = floor_div(number, total), sympy.Mod(number, total)
    else:
        per_group = floor_div(channels, groups)
        group, inside = floor_div(number, multiply(per_group, total)), sympy.Mod(number, multiply(per_group, total))
        channel, phase = add(multiply(group, per_group), sympy.Mod(inside, per_group)), floor_div(inside, per_group)
    conditions = [sympy.Eq(column[0], channel)]
    for cell, m, t in zip(reversed(cells), reversed(row[1:]), reversed(column[1:]), strict=True):
        conditions.append(sympy.Eq(t, cell * m + sympy.Mod(phase, cell)))
        phase = floor_div(phase, cell)
    return sympy.Piecewise((1, sympy.And(*conditions)), (0, True))


# ---------------------------------------------------------------- shared


def _indices(ndim: int, place: str = "j") -> tuple[tuple[sympy.Symbol, ...], tuple[sympy.Symbol, ...]]:
    """Index symbols for rows (o, j...) and columns (q, t...)."""
    return (integer_symbol("o"), *numbered(place, ndim)), (integer_symbol("q"), *numbered("t", ndim))


@dataclass(frozen=True)
class Picked(Content):
    """``y[c, j] = x[c, stride*j + offset]``, zero outside the signal, or cyclic."""

    channels: Integer
    outputs: tuple[Integer, ...]
    inputs: tuple[Integer, ...]
    stride: tuple[Integer, ...]
    offset: tuple[Integer, ...]
    circular: bool

    @property
    def count(self) -> Integer:
        """One entry at most for each output."""
        return multiply(self.channels, *self.outputs)

    @property
    def free_symbols(self) -> set[sympy.Symbol]:
        """Those of all numbers."""
        return symbols_in(self.channels, self.outputs, self.inputs, self.stride, self.offset)

    def subs(self, values: Mapping[sympy.Symbol, sympy.Expr]) -> Operator:
        """The operator with numbers."""
        names = ("channels", "outputs", "inputs", "stride", "offset")
        found = replace(self, **{name: substitute(getattr(self, name), values) for name in names})
        name = "shift" if any(d != 0 for d in self.offset) else "subsampling"
        return _selection(name, found, *_indices(len(self.stride)))

    def places(self, row: Sequence[sympy.Expr]) -> list[sympy.Expr]:
        """The place on each axis that row ``(c, j...)`` reads."""
        moved = [add(multiply(s, j), d) for s, j, d in zip(self.stride, row[1:], self.offset, strict=True)]
        return [sympy.Mod(t, n) for t, n in zip(moved, self.inputs, strict=True)] if self.circular else moved

    def picked(self, row: Sequence[sympy.Expr]) -> tuple[Sequence[sympy.Expr], sympy.Basic] | None:
        """Its own channel and places, where the signal has them."""
        places = self.places(row)
        inside = sympy.true
        if not self.circular and any(d != 0 for d in self.offset):
            inside = sympy.And(*(sympy.And(t >= 0, t < n) for t, n in zip(places, self.inputs, strict=True)))
        elif not self.circular and not self._fits():
            return None
        return (row[0], *places), inside

    def _fits(self) -> bool:
        """Whether all outputs read inside the signal, which subsampling does by its own sizes."""
        return any(s != 1 for s in self.stride) or self.outputs == self.inputs

    def triples(self) -> Triples:
        """The outputs in order, and what they read."""
        read = []
        for m, n, s, d in zip(self.outputs, self.inputs, self.stride, self.offset, strict=True):
            place = places(int(m), int(s), int(d))[:, None]
            inside = (place >= 0) & (place < int(n))
            read.append((place % int(n), np.ones_like(inside)) if self.circular else (place, inside))
        there, inside = (part[:, 0] for part in joined(read, [int(n) for n in self.inputs]))
        channels, total = np.arange(int(self.channels))[:, None], prod(int(n) for n in self.inputs)
        rows, kept = channels * len(there) + np.arange(len(there)), np.flatnonzero(inside)
        return Triples(rows[:, kept].ravel(), (channels * total + there)[:, kept].ravel())


def _selection(name: str, picked: Picked, row: tuple[sympy.Symbol, ...], column: tuple[sympy.Symbol, ...]) -> Operator:
    conditions = [sympy.Eq(t, place) for t, place in zip(column[1:], picked.places(row), strict=True)]
    return Operator(
        name=name,
        outputs=(picked.channels, *picked.outputs),
        inputs=(picked.channels, *picked.inputs),
        row=row,
        column=column,
        stated=sympy.Piecewise((1, sympy.And(sympy.Eq(row[0], column[0]), *conditions)), (0, True)),
        content=picked,
    )
