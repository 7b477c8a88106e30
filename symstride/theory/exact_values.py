"""The singular values of small layers as algebraic numbers.

For weights that are rational numbers the squares of the singular values are the roots of a polynomial with rational
coefficients, the characteristic one of ``T T^T`` or of ``T^T T``, whichever is smaller.  SymPy factors it, and tells
its roots apart by intervals; roots of degree one and two are written out, others are ``CRootOf``, with any number of
digits.
"""

from __future__ import annotations

from dataclasses import replace
from typing import Any, Final, NamedTuple

import sympy
from numpy.typing import NDArray
from sympy import ZZ
from sympy.polys.matrices import DomainMatrix

from symstride.algebra.shapes import known_size, need_numbers
from symstride.algebra.tensor import convolution_tensor
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import MAX_EXACT, check, check_product
from symstride.theory.rational import whole

MAX_SIDE: Final = 64
"""Rows or columns, whichever are fewer: the degree of the polynomial."""

MAX_BITS: Final = 256
"""Bits of the largest entry of the product, in whole numbers."""


class SingularValue(NamedTuple):
    """A singular value as an expression of SymPy, and how often it occurs."""

    value: sympy.Expr
    multiplicity: int

    def _repr_html_(self) -> str:
        from symstride.markup import facts

        return facts("a singular value", (("value", self.value), ("how often", self.multiplicity)))


def singular_values(layer: Conv, weights: NDArray[Any], input_size: PerAxis | None = None) -> tuple[SingularValue, ...]:
    """The singular values of the layer's matrix, without its bias, exactly and descending: zeros are among them.

    For any padding, and for weights that are integers, Fractions, rational numbers of SymPy, or floats, which are taken
    as the fractions that they are.  Refuses matrices whose smaller side is more than 64, and weights of many digits:
    ``spectrum`` is for large circular layers.
    """
    asked = "singular_values(layer, weights, input_size)"
    numbers, common = whole(asked, layer, weights)
    sizes = known_size(layer, input_size, asked)
    need_numbers(asked, {n for n in sizes if not isinstance(n, int)}, "give the input a size")
    layer.check_circular(sizes)
    tensor = convolution_tensor(replace(layer, bias=False, activation=None), sizes, weights=numbers)
    side = min(int(n) for n in tensor.shape)
    check(asked, side, MAX_SIDE, "rows or columns, whichever are fewer", "take a smaller input, or spectrum")
    work = (side, side, max(int(n) for n in tensor.shape))
    check_product(asked, work, MAX_EXACT * 20, "products of whole numbers", "take a smaller input")
    product = _product(tensor.toarray())
    most = max(abs(entry) for row in product for entry in row)
    check(asked, most.bit_length(), MAX_BITS, "bits in a product of two rows", "round the weights")
    x = sympy.Symbol("x")
    matrix = DomainMatrix([[ZZ(entry) for entry in row] for row in product], (side, side), ZZ)
    roots = sympy.Poly(matrix.charpoly(), x, domain=ZZ).real_roots(multiple=False)
    return tuple(SingularValue(sympy.sqrt(root) / common, count) for root, count in reversed(roots))


def _product(matrix: NDArray[Any]) -> list[list[int]]:
    """``T T^T`` or ``T^T T`` in Python's integers."""
    exact = matrix.astype(object)
    rows, columns = exact.shape
    found: list[list[int]] = (exact @ exact.T if rows <= columns else exact.T @ exact).tolist()
    return found
