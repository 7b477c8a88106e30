"""Arithmetic on integers that keeps ints ints."""

from __future__ import annotations

import sympy

from symstride.layers.form import Integer as Integer
from symstride.layers.form import check_name as check_name
from symstride.layers.form import checked, is_integer_form
from symstride.layers.form import shown as shown
from symstride.layers.rounding import declared_whole, floor_div, lowered


def integer(value: object, asked: str, minimum: int | None = None) -> Integer:
    """``checked``, in a spelling that reads back as the same expression, so that what is stored comes back."""
    found = checked(value, asked, minimum)
    if isinstance(found, int | sympy.Symbol):
        return found
    from symstride.layers.expressions import spelt_one_way

    return spelt_one_way(found, asked)


def larger(a: Integer, b: Integer) -> Integer:
    """``max(a, b)``."""
    if isinstance(a, int) and isinstance(b, int):
        return max(a, b)
    return lowered(sympy.Max(a, b))


def add(*terms: Integer) -> Integer:
    """The sum of ``terms``."""
    total: Integer = sum(terms)
    return lowered(total) if isinstance(total, sympy.Expr) else total


def multiply(*factors: Integer) -> Integer:
    """The product of ``factors``."""
    product: Integer = 1
    for factor in factors:
        product = product * factor
    return lowered(product) if isinstance(product, sympy.Expr) else product


def exact_quotient(a: Integer, b: Integer) -> Integer | None:
    """``a/b`` when ``b`` divides ``a`` or may do so; None when it never does.

    A quotient that stays open, such as ``C/G``, is written ``floor(C/G)``: the two agree wherever ``b`` divides ``a``.
    """
    if isinstance(a, int) and isinstance(b, int):
        return a // b if a % b == 0 else None
    if b == 1:
        return a
    quotient = sympy.cancel(sympy.sympify(a) / b)
    if is_integer_form(quotient):
        return lowered(quotient)
    never = quotient.xreplace(declared_whole(quotient)).is_integer is False
    return None if never else floor_div(a, b)
