"""The polyphase matrix of a bank: its unit-stride layer in the z-domain, a matrix of Laurent polynomials.

A correlation ``Y[m] = sum over u of W[u]*X[m + u]`` multiplies transforms ``X(z) = sum over m of X[m]*z^(-m)`` by

    P(z) = sum over u of  W[u]*z^u          umin <= u <= umax, one z for each axis

Rows are the channels of the unit-stride layer's output, columns those of its input, both as ``bank.weight`` orders
them; between groups there are zeros.  On the unit circle, ``z = exp(i*theta)``, this is the symbol of the layer.

Source: Vaidyanathan, Multirate Systems and Filter Banks, 1993, chapters 4 and 5, whose filters are convolutions: there
z takes the place of 1/z.
"""

from __future__ import annotations

from collections.abc import Sequence
from math import prod
from typing import TYPE_CHECKING, Any

import numpy as np
import sympy

from symstride.algebra.shapes import as_array
from symstride.algebra.tensor import symbolic_weights
from symstride.errors import SpecError
from symstride.layers.integer import shown
from symstride.limits import MAX_EXACT, check_product

if TYPE_CHECKING:
    from numpy.typing import NDArray


def polyphase(bank: Any, z: Any, weights: NDArray[Any] | None = None) -> sympy.ImmutableDenseMatrix:
    """``Bank.polyphase``."""
    asked = "Bank.polyphase(z)"
    return _matrix(bank, _one_each(asked, "z", z, bank.layer_spec.ndim), weights, asked)


def symbol(bank: Any, theta: Any, weights: NDArray[Any] | None = None) -> sympy.ImmutableDenseMatrix:
    """``Bank.symbol``."""
    asked = "Bank.symbol(theta)"
    angles = _one_each(asked, "theta", theta, bank.layer_spec.ndim)
    return _matrix(bank, [sympy.exp(sympy.I * angle) for angle in angles], weights, asked)


def _one_each(asked: str, name: str, value: Any, ndim: int) -> list[sympy.Expr]:
    listed = list(value) if isinstance(value, Sequence) and not isinstance(value, str) else [value]
    if len(listed) != ndim:
        hint = f"write {name}={'(z1, z2)' if ndim == 2 else 'z'}, in SymPy symbols or numbers"
        raise SpecError(asked, f"{ndim} of them, one for each axis", shown(value), hint)
    found = [entry if isinstance(entry, sympy.Expr) else _number(asked, name, entry) for entry in listed]
    if name == "z" and any(entry == 0 for entry in found):
        raise SpecError(asked, "z that is not 0, since powers may be negative", shown(value), "take a symbol")
    return found


def _number(asked: str, name: str, entry: Any) -> sympy.Expr:
    if isinstance(entry, int | float | complex) and not isinstance(entry, bool):
        return sympy.sympify(entry)
    raise SpecError(asked, f"a SymPy expression or a number for {name}", shown(entry), 'write sympy.Symbol("z")')


def _matrix(bank: Any, z: list[sympy.Expr], weights: NDArray[Any] | None, asked: str) -> sympy.ImmutableDenseMatrix:
    """The sum over offsets, group by group."""
    bank.need_numbers(asked, bank.symbols)
    groups = int(bank.layer_spec.groups)
    rows, columns, *sizes = bank.weight_shape
    hint = "take fewer channels or phases; Spectrum.block has single frequencies in floating point"
    check_product(asked, (rows, columns * groups, prod(sizes)), MAX_EXACT, "terms of polynomials", hint)
    w = symbolic_weights(bank.layer_spec) if weights is None else as_array(asked, weights)
    taps = bank.weight(w if w.dtype == object else w.astype(object))
    found: dict[tuple[int, int], sympy.Expr] = {}
    first = [int(axis.umin) for axis in bank.axes]
    powers = {
        place: sympy.Mul(*(base ** (n + low) for base, n, low in zip(z, place, first, strict=True)))
        for place in np.ndindex(*sizes)
    }
    for row, column in np.ndindex(rows, columns):
        terms = (sympy.sympify(taps[(row, column, *place)]) * power for place, power in powers.items())
        found[row, row // (rows // groups) * columns + column] = sympy.Add(*terms)
    return sympy.ImmutableDenseMatrix(rows, columns * groups, lambda i, j: found.get((i, j), sympy.S.Zero))
