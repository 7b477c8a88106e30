"""A linear map between signals, with SymPy entries: a formula for all indices, and the non-zero entries for numbers."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from itertools import product
from math import prod
from typing import TypeAlias

import sympy

from symstride.algebra.shapes import need_numbers
from symstride.errors import NotSupported, SpecError
from symstride.layers.integer import Integer, multiply

Index: TypeAlias = tuple[int, ...]
Cells: TypeAlias = Iterable[tuple[Index, Index, sympy.Expr]]
"""(row index, column index, value); values at the same place add up."""

DENSE_LIMIT = 10_000
"""Matrices with more entries than this, zeros included, are made sparse unless asked otherwise."""

CELL_LIMIT = 2_000_000
"""Operators with more non-zero entries than this are refused before they are listed."""


@dataclass(frozen=True, eq=False)
class Operator:
    """``y = T x``: ``y[row] = sum over column of T[row, column] * x[column]``.

    ``x`` has shape ``inputs`` and ``y`` shape ``outputs``: a channel and one place per axis, each.  As a matrix, both
    are numbered row-major, so that ``y.ravel() = T.matrix() * x.ravel()``.  ``formula`` is the entry at ``row`` and
    ``column`` (tuples of index symbols), valid for indices in range; products of operators have none.
    """

    name: str
    outputs: tuple[Integer, ...]
    inputs: tuple[Integer, ...]
    row: tuple[sympy.Symbol, ...]
    column: tuple[sympy.Symbol, ...]
    formula: sympy.Expr | None
    cells: Callable[[], Cells]
    count: Integer
    """An upper bound on the number of non-zero entries, known before they are listed."""

    @property
    def shape(self) -> tuple[Integer, Integer]:
        """Rows and columns of the matrix."""
        return multiply(*self.outputs), multiply(*self.inputs)

    def __call__(self, *indices: Integer) -> sympy.Expr:
        """The entry at the indices, row first: ``T(o, j, q, t)`` on one axis.  Symbols may stand for any of them."""
        if len(indices) != len(self.row) + len(self.column):
            names = ", ".join(map(str, (*self.row, *self.column)))
            raise SpecError(f"{self.name}(...)", f"indices {names}", f"{len(indices)} of them", "pass one for each")
        if self.formula is not None:
            symbols = (*self.row, *self.column)
            return self.formula.subs(dict(zip(symbols, indices, strict=True)), simultaneous=True)
        flat = _flat(indices[: len(self.row)], self.outputs), _flat(indices[len(self.row) :], self.inputs)
        return self.entries.get(flat, sympy.S.Zero)

    @cached_property
    def entries(self) -> Mapping[tuple[int, int], sympy.Expr]:
        """The non-zero entries by (row number, column number), in row-major order.  Needs numbers for all sizes."""
        sizes = [size for size in (*self.outputs, *self.inputs, self.count) if isinstance(size, sympy.Expr)]
        symbols = {symbol for size in sizes for symbol in size.free_symbols}
        need_numbers(f"entries of the {self.name}", symbols, "give them numbers; formula works with symbols")
        self._check_count()
        found: dict[tuple[int, int], sympy.Expr] = {}
        for row, column, value in self.cells():
            place = _flat(row, self.outputs), _flat(column, self.inputs)
            found[place] = found[place] + value if place in found else value
        return {place: found[place] for place in sorted(found) if found[place] != 0}

    def _check_count(self) -> None:
        if int(self.count) > CELL_LIMIT:
            raise NotSupported(
                f"entries of the {self.name}",
                f"at most {CELL_LIMIT:,} non-zero entries",
                f"up to {int(self.count):,}",
                "take a smaller input or fewer channels; formula needs no list",
            )

    # ------------------------------------------------------------ as SymPy objects

    def matrix(self, sparse: bool | None = None) -> sympy.MatrixBase:
        """An immutable SymPy matrix; sparse when asked, or by default from ``DENSE_LIMIT`` entries on."""
        entries = dict(self.entries)  # first, because it refuses sizes that are still symbols
        rows, columns = (int(n) for n in self.shape)
        large = rows * columns > DENSE_LIMIT
        matrix = sympy.ImmutableSparseMatrix(rows, columns, entries)
        return matrix if (large if sparse is None else sparse) else sympy.ImmutableDenseMatrix(matrix)

    def array(self, sparse: bool | None = None) -> sympy.NDimArray:
        """An immutable SymPy array of shape ``outputs + inputs``: the tensor itself, with its indices apart."""
        entries = self.entries
        shape = tuple(int(n) for n in (*self.outputs, *self.inputs))
        columns, large = int(self.shape[1]), prod(shape) > DENSE_LIMIT
        flat = {row * columns + column: value for (row, column), value in entries.items()}
        if large if sparse is None else sparse:
            return sympy.ImmutableSparseNDimArray(flat, shape)
        return sympy.ImmutableDenseNDimArray([flat.get(place, 0) for place in range(prod(shape))], shape)

    # ------------------------------------------------------------ composition

    def __matmul__(self, other: Operator) -> Operator:
        """``other`` first, then this one."""
        if self.inputs != other.outputs:
            raise SpecError(
                f"{self.name} @ {other.name}",
                f"a right factor with outputs of shape {self.inputs}",
                f"shape {other.outputs}",
                "check the input sizes",
            )
        name = f"{self.name} {other.name}"
        return _from_entries(name, self.outputs, other.inputs, self.row, other.column, _compose(self, other))

    @property
    def T(self) -> Operator:
        """The transpose."""
        swapped = {(column, row): value for (row, column), value in self.entries.items()}
        name = f"transposed {self.name}"
        return _from_entries(name, self.inputs, self.outputs, self.column, self.row, swapped)

    def difference(self, other: Operator) -> tuple[Index, Index, sympy.Expr, sympy.Expr] | None:
        """The first place in row-major order where the two differ, with both entries; None when they are equal."""
        if (self.outputs, self.inputs) != (other.outputs, other.inputs):
            raise SpecError(
                f"comparing {self.name} with {other.name}",
                f"operators from {self.inputs} to {self.outputs}",
                f"one from {other.inputs} to {other.outputs}",
                "check the input sizes",
            )
        for row, column in sorted({*self.entries, *other.entries}):
            ours, theirs = (side.entries.get((row, column), sympy.S.Zero) for side in (self, other))
            if ours != theirs and sympy.expand(ours - theirs) != 0:
                return _unflat(row, self.outputs), _unflat(column, self.inputs), ours, theirs
        return None

    def _repr_latex_(self) -> str:
        small = all(isinstance(n, int) and n <= 24 for n in self.shape)
        if small or self.formula is None:
            return rf"$\displaystyle {sympy.latex(self.matrix())}$"
        indices = ", ".join(map(sympy.latex, (*self.row, *self.column)))
        return rf"$\displaystyle T_{{{indices}}} = {sympy.latex(self.formula)}$"


def indices_in(shape: Sequence[Integer]) -> Iterable[Index]:
    """All indices of an array of ``shape``, in row-major order."""
    return product(*(range(int(n)) for n in shape))


def _compose(left: Operator, right: Operator) -> dict[tuple[int, int], sympy.Expr]:
    by_row: dict[int, list[tuple[int, sympy.Expr]]] = {}
    for (middle, column), value in right.entries.items():
        by_row.setdefault(middle, []).append((column, value))
    composed: dict[tuple[int, int], sympy.Expr] = {}
    for (row, middle), factor in left.entries.items():
        for column, value in by_row.get(middle, ()):
            composed[row, column] = composed.get((row, column), sympy.S.Zero) + factor * value
    return composed


def _from_entries(
    name: str,
    outputs: tuple[Integer, ...],
    inputs: tuple[Integer, ...],
    row: tuple[sympy.Symbol, ...],
    column: tuple[sympy.Symbol, ...],
    entries: Mapping[tuple[int, int], sympy.Expr],
) -> Operator:
    def cells() -> Cells:
        return ((_unflat(r, outputs), _unflat(c, inputs), value) for (r, c), value in entries.items())

    return Operator(name, outputs, inputs, row, column, None, cells, len(entries))


def _flat(index: Sequence[Integer], shape: Sequence[Integer]) -> int:
    number = 0
    for place, size in zip(index, shape, strict=True):
        number = number * int(size) + int(place)
    return number


def _unflat(number: int, shape: Sequence[Integer]) -> Index:
    index = []
    for size in reversed(shape):
        number, place = divmod(number, int(size))
        index.append(place)
    return tuple(reversed(index))
