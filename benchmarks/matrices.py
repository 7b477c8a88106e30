"""The identity of one layer at one size as three SymPy matrices, dense or sparse:  strided = bank * phases.

The strided layer's matrix has a row for each output and a column for each place of the input; that of the bank a
column for each cell of each phase; that of the phases is a permutation.  For one output phase, channels in as out,
the same kernel, stride and padding on every axis, and no dilation.  Equal products mean equal layers at that size.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import sympy

from symstride.algebra.bank import expand
from symstride.layers.layer import Conv

Maker: TypeAlias = "Callable[[Entries], sympy.MatrixBase]"


@dataclass(frozen=True, slots=True)
class Entries:
    """A matrix as its shape and its non-zero entries by (row, column)."""

    rows: int
    columns: int
    values: dict[tuple[int, int], Any]


def dense(entries: Entries) -> sympy.MatrixBase:
    """A dense SymPy matrix, made of all its entries."""
    get, zero, columns = entries.values.get, sympy.S.Zero, range(entries.columns)
    flat = [get((row, column), zero) for row in range(entries.rows) for column in columns]
    return sympy.Matrix(entries.rows, entries.columns, flat)


def sparse(entries: Entries) -> sympy.MatrixBase:
    """A sparse SymPy matrix, made of the entries that are not zero."""
    return sympy.SparseMatrix(entries.rows, entries.columns, entries.values)


def holds(layer: Conv, size: int, make: Maker) -> bool:
    """Whether the identity holds at this size: three matrices made, one product, one comparison."""
    strided, bank, phases = (make(entries(layer, size)) for entries in (strided_entries, bank_entries, phase_entries))
    return bool(strided == bank * phases)


def strided_entries(layer: Conv, size: int) -> Entries:
    """``[(o, j), (c, t)]`` is ``w[o, c, i]`` where ``t = s*j + i - p``."""
    (outputs, *_), (s, *_), ((p, _), *_) = layer.output_size(size), layer.stride, layer.padding
    found = {}
    for o, c, tap, weight in _weights(layer):
        for j in product(range(outputs), repeat=layer.ndim):
            t = [s * place + i - p for place, i in zip(j, tap, strict=True)]
            if all(0 <= place < size for place in t):
                found[flat((o, *j), outputs), flat((c, *t), size)] = weight
    return Entries(layer.out_channels * outputs**layer.ndim, layer.in_channels * size**layer.ndim, found)


def bank_entries(layer: Conv, size: int) -> Entries:
    """``[(o, m), (rho, c, cell)]`` is the weight that the bank's table has at ``rho`` and ``u = cell - m``."""
    bank, d, channels = expand(layer), layer.ndim, layer.in_channels
    (outputs, *_), cells, umin = layer.output_size(size), -(-size // layer.stride[0]), bank.axes[0].umin
    weights = {(o, c, flat(tap, layer.kernel[0])): weight for o, c, tap, weight in _weights(layer)}
    stands = [(rho, u, tap) for (rho, *u), tap in _table(bank.table[0]) if tap >= 0]
    found = {}
    for o, c in product(range(layer.out_channels), range(channels)):
        for rho, u, tap in stands:
            for m in product(range(outputs), repeat=d):
                cell = [place + shift + umin for place, shift in zip(m, u, strict=True)]
                if all(0 <= place < cells for place in cell):
                    found[flat((o, *m), outputs), flat((rho * channels + c, *cell), cells)] = weights[o, c, tap]
    phases = layer.stride[0] ** d
    return Entries(layer.out_channels * outputs**d, phases * channels * cells**d, found)


def phase_entries(layer: Conv, size: int) -> Entries:
    """``[(rho, c, cell), (c, t)]`` is 1 where ``t = S*cell + rho``."""
    s, d, channels = layer.stride[0], layer.ndim, layer.in_channels
    cells = -(-size // s)
    found = {}
    for c, t in product(range(channels), product(range(size), repeat=d)):
        rho, cell = flat([place % s for place in t], s), [place // s for place in t]
        found[flat((rho * channels + c, *cell), cells), flat((c, *t), size)] = sympy.S.One
    return Entries(s**d * channels * cells**d, channels * size**d, found)


def flat(indices: Sequence[int], extent: int) -> int:
    """The row-major number of an index; every axis but the first has this extent."""
    number = 0
    for index in indices:
        number = number * extent + index
    return number


def _table(table: Any) -> Iterator[tuple[tuple[int, ...], int]]:
    for place in product(*map(range, table.shape)):
        yield place, int(table[place])


def _weights(layer: Conv) -> Iterator[tuple[int, int, tuple[int, ...], sympy.Symbol]]:
    taps = list(product(range(layer.kernel[0]), repeat=layer.ndim))
    for o, c, tap in product(range(layer.out_channels), range(layer.in_channels), taps):
        yield o, c, tap, sympy.Symbol("w" + "_".join(map(str, (o, c, *tap))))
