"""What counts as an integer here: a Python int, or a SymPy expression that is an integer whenever its symbols are.

    integer form   e ::= n | name | e + e | e * e | e ** n | Mod(e, e) | Max(e, ...) | Min(e, ...)
                         | floor(r) | ceiling(r)
    rational form  r ::= e | n/n | r + r | r * r | r ** n            (n may be negative here)

Symbols need no assumptions: every symbol of a layer stands for an integer.
"""

from __future__ import annotations

import keyword
import math
import re
from numbers import Integral
from typing import TypeAlias

import sympy

from symstride.errors import SpecError

Integer: TypeAlias = int | sympy.Expr
"""An int, or a SymPy expression in integer form, such as ``2*k - 1`` or ``floor(N/s)``."""

INTEGER_LIMIT = 2**62
"""Sizes stay below this, so that sums and differences of two of them fit the int64 of index tables."""

EXPONENT_LIMIT = 8
TERM_LIMIT = 500  # terms after expansion: SymPy divides polynomials, and sizes of layers stay far below

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")


def shown(value: object, limit: int = 80) -> str:
    """``value`` as one short line for an error message; never raises (an int past 4300 digits has no ``repr``)."""
    try:
        text = repr(value)
    except Exception:  # noqa: BLE001 -- the value is the caller's: its __repr__ may do anything
        text = f"a value of type {type(value).__name__}"
    text = " ".join(text.split())
    return text if len(text) <= limit else text[: limit - 3] + "..."


# ---------------------------------------------------------------- names


def name_problem(name: str) -> str | None:
    """Why ``name`` cannot name a symbol of a layer, or None when it can."""
    if not NAME.fullmatch(name):
        return "a name is a letter, then letters, digits and underscores, 40 characters at most"
    return "it is a Python keyword" if keyword.iskeyword(name) else None


def check_name(name: str, asked: str) -> str:
    """``name`` itself, when a layer's symbol may be called that; SpecError otherwise."""
    problem = name_problem(name)
    if problem is None:
        return name
    raise SpecError(
        asked,
        "the name of a symbol",
        f"{shown(name)}: {problem}",
        "rename the symbol, for instance k, s, dl, p, C_in, N or k1",
    )


# ---------------------------------------------------------------- values


def checked(value: object, asked: str, minimum: int | None = None) -> Integer:
    """``value`` as an ``Integer``: ints of any library become ``int``, SymPy expressions stay.

    ``minimum`` is a lower bound that ints must respect, and that a symbol's assumptions must not contradict.
    Refuses booleans, floats, fractions, expressions outside the integer form and what is no name.
    """
    number = _plain_int(value)
    if number is not None:
        return bounded(number, asked, minimum)
    if isinstance(value, sympy.Expr):
        return _expression(value, asked, minimum)
    raise SpecError(asked, "an integer or a SymPy expression", f"{shown(value)} ({type(value).__name__})", _hint(value))


def _plain_int(value: object) -> int | None:
    # bool is an Integral by inheritance, and a kernel of size True is a typing slip, not a size
    if isinstance(value, bool) or not isinstance(value, Integral | sympy.Integer):
        return None
    return int(value)


def _hint(value: object) -> str:
    if isinstance(value, bool):
        return "write a number, not True or False"
    if isinstance(value, float):
        return "write it without the decimal point"
    if isinstance(value, str):
        return "use sympy.Symbol(...) for a symbol, or symstride.read(...) for a pasted line"
    return "pass an int, or an expression in sympy.Symbol(...)"


def bounded(number: int, asked: str, minimum: int | None) -> int:
    if minimum is not None and number < minimum:
        raise SpecError(asked, f"an integer >= {minimum}", shown(number), f"use {minimum} or more")
    if abs(number) >= INTEGER_LIMIT:
        size = f"an integer of {number.bit_length()} bits"
        raise SpecError(asked, "an integer below 2**62 in size", size, "use a symbol when any size is meant")
    return number


def _expression(value: sympy.Expr, asked: str, minimum: int | None) -> sympy.Expr:
    for symbol in sorted(value.free_symbols, key=str):
        _check_symbol(symbol, asked)
    if not is_integer_form(value) or value.is_integer is False:
        raise SpecError(
            asked,
            "an integer expression: + - *, whole powers, floor, ceiling, Mod, Max, Min",
            shown(value),
            "declare the symbols as integers and write floor(a/b) for a quotient",
        )
    check_terms(value, asked)
    # (value - minimum).is_negative is three-valued: only a contradiction with declared assumptions is refused
    if minimum is not None and (value - minimum).is_negative:
        raise SpecError(asked, f"a value >= {minimum}", f"{shown(value)}, declared smaller", "change its assumptions")
    return value


def _check_symbol(symbol: sympy.Basic, asked: str) -> None:
    # Dummy and Wild are refused: two of them may share a name, which text, JSON and proofs cannot tell apart
    if type(symbol) is not sympy.Symbol or not symbol.is_commutative:
        raise SpecError(asked, "plain SymPy symbols", f"{shown(symbol)} ({type(symbol).__name__})", "use sympy.Symbol")
    if symbol.is_integer is False:
        raise SpecError(asked, "symbols that stand for integers", f"{symbol}, declared not to", "drop that assumption")
    check_name(symbol.name, asked)


def is_integer_form(e: sympy.Basic) -> bool:
    if isinstance(e, sympy.Integer):
        return abs(int(e)) < INTEGER_LIMIT
    if isinstance(e, sympy.Symbol):
        return True
    if isinstance(e, sympy.Pow):
        return is_integer_form(e.base) and _small_power(e.exp, 1)
    if isinstance(e, sympy.floor | sympy.ceiling):
        return is_rational_form(e.args[0])
    if isinstance(e, sympy.Add | sympy.Mul | sympy.Max | sympy.Min | sympy.Mod):
        return all(is_integer_form(part) for part in e.args)
    return False


def is_rational_form(e: sympy.Basic) -> bool:
    if isinstance(e, sympy.Rational):
        return max(abs(int(e.p)), int(e.q)) < INTEGER_LIMIT
    if isinstance(e, sympy.Pow):
        return is_rational_form(e.base) and _small_power(e.exp, -EXPONENT_LIMIT)
    if isinstance(e, sympy.Add | sympy.Mul):
        return all(is_rational_form(part) for part in e.args)
    return is_integer_form(e)


def check_terms(value: sympy.Expr, asked: str) -> None:
    if _terms(value) > TERM_LIMIT:
        expected = f"an expression of at most {TERM_LIMIT} terms when multiplied out"
        raise SpecError(asked, expected, shown(value), "use one symbol for the whole expression")


def _terms(e: sympy.Basic) -> int:
    """A bound on the number of terms of ``e`` multiplied out, and of whatever stands inside its functions."""
    counts = [_terms(part) for part in e.args]
    if isinstance(e, sympy.Mul):
        return math.prod(counts)
    if isinstance(e, sympy.Pow):
        return int(counts[0] ** abs(int(e.exp)))
    return sum(counts) if counts else 1


def _small_power(exponent: sympy.Basic, least: int) -> bool:
    return bool(isinstance(exponent, sympy.Integer) and least <= int(exponent) <= EXPONENT_LIMIT)
