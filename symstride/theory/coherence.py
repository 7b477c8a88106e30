"""How alike the atoms of a convolutional dictionary with stride are.

Its atoms are the filters of a layer, each moved by multiples of the stride: the rows of the layer on all integers,
which its transpose adds up.  Their products are the entries of ``gram``, and the *coherence* is the largest cosine of
the angle between two of them,

    mu = max of  |G[v][o, q]| / sqrt(G[0][o, o] * G[0][q, q])        over all v, o and q but v = 0, o = q

A signal that is a sum of fewer than ``(1 + 1/mu)/2`` atoms is such a sum in one way only.

Source: Donoho and Elad, PNAS 100, 2003; Papyan, Sulam and Elad, arXiv 1607.02005, for convolutional dictionaries.
"""

from __future__ import annotations

from dataclasses import dataclass
from fractions import Fraction
from itertools import product
from math import isqrt, sqrt
from typing import Any

import sympy
from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.theory.rational import whole
from symstride.theory.spectrum import gram


@dataclass(frozen=True)
class Coherence:
    """The largest cosine between two atoms, and two atoms that have it.

    ``squared`` is exact.  ``atoms`` are two filters and how many strides the second one is moved by, on each axis; None
    where all atoms are orthogonal.
    """

    squared: Fraction
    atoms: tuple[int, int, tuple[int, ...]] | None

    @property
    def exact(self) -> sympy.Expr:
        """The coherence as an expression of SymPy."""
        return sympy.sqrt(sympy.Rational(self.squared.numerator, self.squared.denominator))

    def __float__(self) -> float:
        return sqrt(self.squared)

    @property
    def sparsity(self) -> int | None:
        """The most atoms whose sums are unique, the largest number below ``(1 + 1/mu)/2``; None where any number is."""
        if not self.squared:
            return None
        # 2*n - 1 < 1/mu for the odd number that is largest
        return (isqrt((self.squared.denominator - 1) // self.squared.numerator) + 1) // 2

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        rows = [("mu", f"{float(self):.6g}"), ("atoms", self.atoms or "all are orthogonal")]
        return facts("coherence", [*rows, ("unique sums of", "any number" if self.sparsity is None else self.sparsity)])


def coherence(layer: Conv, weights: NDArray[Any]) -> Coherence:
    """The coherence of the dictionary whose atoms are the layer's filters, moved by multiples of its stride.  Exact.

    On all integers; on a finite map it is at most that, as long as no atom is cut off at an edge.  Weights are
    integers, Fractions, rational numbers of SymPy, or floats, which are taken as the fractions that they are.  Filters
    of different groups read different channels and are orthogonal.
    """
    asked = "coherence(layer, weights)"
    numbers, _ = whole(asked, layer, weights)
    products = gram(layer, numbers)
    own = products[(0,) * layer.ndim]
    per_group = own.shape[1]
    zero = [g * per_group + o for g, o in product(*map(range, own.shape[:2])) if own[g, o, o] == 0]
    if zero:
        raise SpecError(asked, "filters that are not 0", f"filter {zero[0]} is 0 everywhere", "leave it out")
    most, atoms = Fraction(0), None
    for v, matrix in products.items():
        for g, o, q in product(*map(range, matrix.shape)):
            found = Fraction(int(matrix[g, o, q]) ** 2, int(own[g, o, o]) * int(own[g, q, q]))
            if found > most and (any(v) or o != q):
                most, atoms = found, (g * per_group + o, g * per_group + q, v)
    return Coherence(most, atoms)
