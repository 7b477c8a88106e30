"""Quotients of integers, symbolic ones too, rounded down and up."""

from __future__ import annotations

from collections.abc import Callable

import sympy

from symstride.layers.form import Integer, is_integer_form


def lowered(value: sympy.Expr) -> Integer:
    """A SymPy number as an int, anything else unchanged."""
    return int(value) if isinstance(value, sympy.Integer) else value


def floor_div(a: Integer, b: Integer) -> Integer:
    """``floor(a/b)``."""
    if isinstance(a, int) and isinstance(b, int):
        return a // b
    return _rounded(sympy.floor, a, b)


def ceil_div(a: Integer, b: Integer) -> Integer:
    """``ceil(a/b)``."""
    if isinstance(a, int) and isinstance(b, int):
        return -(-a // b)
    return _rounded(sympy.ceiling, a, b)


def _rounded(function: Callable[[sympy.Expr], sympy.Expr], a: Integer, b: Integer) -> Integer:
    """``function(a/b)``, computed with symbols declared integer, so that ``floor((2*k - 1)/2)`` becomes ``k - 1``.

    What SymPy knows to be whole it leaves as a fraction of a product, ``(8*k + 8)*(n + 1)/2``, which is multiplied out.
    """
    quotient = sympy.sympify(a) / b
    whole = declared_whole(quotient)
    value = function(quotient.xreplace(whole)).xreplace({dummy: symbol for symbol, dummy in whole.items()})
    return lowered(value if is_integer_form(value) else sympy.expand(value))


def declared_whole(expression: sympy.Expr) -> dict[sympy.Symbol, sympy.Dummy]:
    """A stand-in for each symbol that is not declared integer, with the same assumptions and that one added."""
    symbols = (symbol for symbol in expression.free_symbols if not symbol.is_integer)
    return {symbol: sympy.Dummy(symbol.name, **(symbol.assumptions0 | {"integer": True})) for symbol in symbols}
