"""Operators without weights: subsampling, phases (space-to-depth) and shift, as SymPy objects."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from itertools import product

import sympy

from symstride.algebra.entry import integer_symbol, numbered
from symstride.algebra.layout import ORDERS, Order, position
from symstride.algebra.linear import Cells, Index, Operator, indices_in
from symstride.algebra.shapes import per_axis
from symstride.errors import SpecError
from symstride.layers.integer import Integer, add, ceil_div, floor_div, multiply, shown
from symstride.layers.layer import Conv, PerAxis


def unit_stride(layer: Conv, input_size: PerAxis | None = None) -> Conv:
    """The same layer with stride 1 and the same explicit padding: all the outputs that striding leaves out too."""
    explicit = layer.resolved(input_size)
    return replace(explicit, stride=(1,) * layer.ndim)


def subsampling(layer: Conv, input_size: PerAxis | None = None) -> Operator:
    """Every ``stride``-th output: ``P[o, j, q, t] = [o = q][t = stride*j]``, from the unit-stride outputs of ``layer``.

    ``0 <= j < M`` and ``0 <= t < M_1``, the output sizes with and without stride; the strided convolution tensor is
    ``P`` times the unit-stride one.
    """
    dense = unit_stride(layer, input_size)
    sizes, kept = dense.output_size(input_size), layer.output_size(input_size)
    row, column = _indices(layer.ndim)
    places = [s * j for s, j in zip(layer.stride, row[1:], strict=True)]
    return _selection(
        "subsampling", layer.out_channels, kept, sizes, row, column, places,
        lambda place: tuple(int(s) * j for s, j in zip(layer.stride, place, strict=True)),
    )  # fmt: skip


def shift(
    channels: Integer, size: PerAxis, offset: Sequence[int], output_size: PerAxis | None = None, circular: bool = False
) -> Operator:
    """``y[c, t] = x[c, t + offset]`` for ``0 <= t < output_size``; zero outside the signal, or cyclic.

    With another ``output_size`` it pads and crops: ``offset = -low`` and ``N + low + high`` places pad a signal.
    """
    sizes = per_axis(size, len(offset), "shift(size=...)")
    outputs = sizes if output_size is None else per_axis(output_size, len(offset), "shift(output_size=...)")
    row, column = _indices(len(offset))
    moved = [j + d for j, d in zip(row[1:], offset, strict=True)]
    places = [sympy.Mod(m, n) for m, n in zip(moved, sizes, strict=True)] if circular else moved

    def read(place: Index) -> Index | None:
        there = tuple(j + d for j, d in zip(place, offset, strict=True))
        if circular:
            return tuple(t % int(n) for t, n in zip(there, sizes, strict=True))
        return there if all(0 <= t < int(n) for t, n in zip(there, sizes, strict=True)) else None

    return _selection("shift", channels, outputs, sizes, row, column, places, read)


def space_to_depth(
    channels: Integer, size: PerAxis, phases: Sequence[Integer], order: Order = "channel_major", groups: Integer = 1
) -> Operator:
    """Space-to-depth: ``X[rho, c, m] = x[c, S*m + rho]`` with ``S = phases``, one number per axis.

    From ``(channels, *N)`` to ``(channels*prod S, *ceil(N/S))`` with the channel layout ``order``.  A permutation
    matrix when ``S`` divides ``N``; otherwise the places that fill up the last cell are rows of zeros, and the
    transpose is still a left inverse.
    """
    if order not in ORDERS:
        raise SpecError("space_to_depth(order=...)", " or ".join(ORDERS), shown(order), f'write order="{ORDERS[0]}"')
    sizes = per_axis(size, len(phases), "space_to_depth(size=...)")
    cells = per_axis(tuple(phases), len(phases), "space_to_depth(phases=...)")
    whole = tuple(ceil_div(n, cell) for n, cell in zip(sizes, cells, strict=True))
    row, column = _indices(len(phases), "m")
    return Operator(
        name="space to depth",
        outputs=(multiply(channels, *cells), *whole),
        inputs=(channels, *sizes),
        row=row,
        column=column,
        formula=_phase_formula(channels, cells, order, groups, row, column),
        cells=lambda: _phase_cells(int(channels), sizes, [int(n) for n in cells], order, int(groups)),
        count=multiply(channels, *sizes),
    )


def _phase_cells(channels: int, sizes: Sequence[Integer], cells: Sequence[int], order: Order, groups: int) -> Cells:
    per_group, total = channels // groups, 1
    for cell in cells:
        total *= cell
    for channel, *t in indices_in((channels, *sizes)):
        flat = 0
        for place, cell in zip(t, cells, strict=True):
            flat = flat * cell + place % cell
        number = position(channel // per_group, channel % per_group, flat, per_group, total, order)
        yield (number, *(p // cell for p, cell in zip(t, cells, strict=True))), (channel, *t), sympy.S.One


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


def _selection(
    name: str,
    channels: Integer,
    outputs: tuple[Integer, ...],
    inputs: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
    places: Sequence[sympy.Expr],
    read: Callable[[Index], Index | None],
) -> Operator:
    """``y[c, j] = x[c, read(j)]``, and 0 where ``read`` is None; ``places`` is the same as formulas in ``row``."""
    conditions = [sympy.Eq(t, place) for t, place in zip(column[1:], places, strict=True)]

    def cells() -> Cells:
        for channel, place in product(range(int(channels)), indices_in(outputs)):
            there = read(place)
            if there is not None:
                yield (channel, *place), (channel, *there), sympy.S.One

    return Operator(
        name=name,
        outputs=(channels, *outputs),
        inputs=(channels, *inputs),
        row=row,
        column=column,
        formula=sympy.Piecewise((1, sympy.And(sympy.Eq(row[0], column[0]), *conditions)), (0, True)),
        cells=cells,
        count=multiply(channels, *outputs),
    )
