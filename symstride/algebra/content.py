"""What an operator consists of: index arithmetic for its entries, or other operators and how they are put together."""

from __future__ import annotations

from abc import ABC, abstractmethod
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.sizes import LAST_PLACE
from symstride.layers.integer import Integer
from symstride.limits import MAX_VALUES, check


@dataclass(frozen=True, eq=False)
class Triples:
    """Non-zero entries of a matrix: row numbers, column numbers, values.  Values at the same place add up.

    ``values`` is None where all of them are 1.
    """

    rows: NDArray[np.int64]
    columns: NDArray[np.int64]
    values: NDArray[Any] | None = None

    @property
    def numbers(self) -> NDArray[Any]:
        """The values, ones written out."""
        return np.ones(len(self.rows), dtype=np.int64) if self.values is None else self.values

    @property
    def T(self) -> Triples:
        """Those of the transposed matrix."""
        return Triples(self.columns, self.rows, self.values)

    def converted(self, convert: Callable[[Any], sympy.Expr]) -> Triples:
        """The same with SymPy numbers and expressions for values, so that sums of them lose nothing."""
        values = np.full(len(self.rows), sympy.S.One, dtype=object)
        if self.values is not None:
            known: dict[Any, sympy.Expr] = {}  # few weights stand in many places
            values[:] = [
                known[value] if value in known else known.setdefault(value, convert(value))
                for value in self.values.tolist()
            ]
        return Triples(self.rows, self.columns, values)

    def summed(self) -> Triples:
        """The same in row-major order, with one value for each place."""
        order = np.lexsort((self.columns, self.rows))
        rows, columns, values = self.rows[order], self.columns[order], self.numbers[order]
        if not len(rows):
            return Triples(rows, columns, values)
        new = np.append(True, (rows[1:] != rows[:-1]) | (columns[1:] != columns[:-1]))
        if new.all():
            return Triples(rows, columns, values)
        starts = np.flatnonzero(new)
        return Triples(rows[starts], columns[starts], np.add.reduceat(values, starts))

    def times(self, other: Triples, asked: str) -> Triples:
        """Those of the product of two matrices; not summed up."""
        order = np.argsort(other.rows, kind="stable")
        ordered = other.rows[order]
        first = np.searchsorted(ordered, self.columns)
        counts = np.searchsorted(ordered, self.columns, side="right") - first
        total = int(counts.sum())
        check(asked, total, MAX_VALUES, "products of entries", "multiply arrays one operator after the other")
        left = np.repeat(np.arange(len(self.rows)), counts)
        inside = np.arange(total) - np.repeat(np.cumsum(counts) - counts, counts)
        right = order[first[left] + inside]
        values = None
        if self.values is not None or other.values is not None:
            values = self.numbers[left] * other.numbers[right]
        return Triples(self.rows[left], other.columns[right], values)

    def apply(self, x: NDArray[Any], rows: int) -> NDArray[Any]:
        """``y[b, row] = sum of values * x[b, column]``: ``(batch, columns)`` to ``(batch, rows)``."""
        terms = x[:, self.columns] if self.values is None else x[:, self.columns] * self.values
        y = np.zeros((rows, len(x)), dtype=terms.dtype)
        np.add.at(y, self.rows, terms.T)
        return y.T


class Content(ABC):
    """What stands behind the entries of an operator that is not made of others.  Plain data, so that it pickles."""

    @property
    @abstractmethod
    def count(self) -> Integer:
        """An upper bound on the number of non-zero entries, known before they are listed."""

    @property
    @abstractmethod
    def free_symbols(self) -> set[sympy.Symbol]:
        """The symbols in its sizes."""

    @abstractmethod
    def triples(self) -> Triples:
        """The non-zero entries, by index arithmetic.  All sizes are numbers."""

    @abstractmethod
    def subs(self, values: Mapping[sympy.Symbol, sympy.Expr]) -> Any:
        """The operator with these numbers for the symbols."""

    def picked(self, row: Sequence[sympy.Expr]) -> tuple[Sequence[sympy.Expr], sympy.Basic] | None:
        """For an operator whose rows have a single 1 or nothing: the column of the 1, and the condition for it."""
        return None


def symbols_in(*values: Any) -> set[sympy.Symbol]:
    """The symbols of sizes, those inside of tuples too."""
    found: set[sympy.Symbol] = set()
    for value in values:
        if isinstance(value, tuple | list):
            found |= symbols_in(*value)
        elif isinstance(value, sympy.Basic):
            found |= value.free_symbols
    return found


def places(count: int, step: int, start: int) -> NDArray[np.int64]:
    """``step*n + start`` for ``0 <= n < count``; refused where 64 bits do not hold them."""
    check("the places of an operator", abs(step) * count + abs(start), LAST_PLACE, "places that it reaches over")
    return step * np.arange(count, dtype=np.int64) + start


def joined(axes: Sequence[tuple[NDArray[np.int64], NDArray[np.bool_]]], sizes: Sequence[int]) -> tuple[Any, Any]:
    """Places of all axes together, row-major, and whether they exist on each axis.

    ``axes`` has for each axis two arrays of shape (outputs, taps): the place that is read, and whether there is one.
    """
    place, inside = np.zeros((1, 1), dtype=np.int64), np.ones((1, 1), dtype=bool)
    for (own, there), size in zip(axes, sizes, strict=True):
        place = place[:, None, :, None] * size + own[None, :, None, :]
        inside = inside[:, None, :, None] & there[None, :, None, :]
        place = place.reshape(place.shape[0] * place.shape[1], -1)
        inside = inside.reshape(place.shape)
    return place, inside
