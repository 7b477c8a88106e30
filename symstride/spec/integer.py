"""What counts as an integer here: a Python int, or a SymPy expression that is an integer whenever its symbols are.

    integer form   e ::= n | name | e + e | e * e | e ** n | Mod(e, e) | Max(e, ...) | Min(e, ...)
                         | floor(r) | ceiling(r)
    rational form  r ::= e | n/n | r + r | r * r | r ** n            (n may be negative here)

Symbols need no assumptions: every symbol of a layer stands for an integer.
"""

from __future__ import annotations

import ast
import keyword
import math
import re
import warnings
from collections.abc import Callable, Mapping
from numbers import Integral
from typing import Any, TypeAlias

import sympy

from symstride.errors import SpecError

Integer: TypeAlias = int | sympy.Expr
"""An int, or a SymPy expression in integer form, such as ``2*k - 1`` or ``floor(N/s)``."""

INTEGER_LIMIT = 2**62
"""Sizes stay below this, so that sums and differences of two of them fit the int64 of index tables."""

EXPONENT_LIMIT = 8
TERM_LIMIT = 500  # terms after expansion: SymPy divides polynomials, and sizes of layers stay far below
ARGUMENT_LIMIT = 8
TEXT_LIMIT = 4000
NESTING_LIMIT = 40

NAME = re.compile(r"[A-Za-z][A-Za-z0-9_]{0,39}")

RESERVED: tuple[str, ...] = (
    "o", "c", "q", "v",                                       # channels, summation and division variables
    "m[0-9]*", "j[0-9]*", "u[0-9]*", "i[0-9]*",               # positions and offsets, one per axis
    "t[0-9]*", "tau[0-9]*", "rho[0-9]*",                      # flat positions and phases
    "w", "x", "b", "y", "W", "X", "Y", "act", "hole_",        # weights, signals, bias, activation, rewriting holes
)  # fmt: skip
"""Patterns of names that the theorems bind themselves.  A layer's own symbol of that name could be captured."""

_RESERVED = re.compile("|".join(f"(?:{pattern})" for pattern in RESERVED))


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
    if keyword.iskeyword(name):
        return "it is a Python keyword"
    if _RESERVED.fullmatch(name):
        return "the theorems use this name for a variable of their own"
    return None


def check_name(name: str, asked: str) -> str:
    """``name`` itself, when a layer's symbol may be called that; SpecError otherwise."""
    problem = name_problem(name)
    if problem is None:
        return name
    raise SpecError(
        asked,
        "a symbol name that no theorem uses for itself",
        f"{shown(name)}: {problem}",
        "rename the symbol, for instance k, s, dl, p, C_in, N or k1",
    )


# ---------------------------------------------------------------- values


def integer(value: object, asked: str, minimum: int | None = None) -> Integer:
    """``value`` as an ``Integer``: ints of any library become ``int``, SymPy expressions stay.

    ``minimum`` is a lower bound that ints must respect, and that a symbol's assumptions must not contradict.
    Refuses booleans, floats, fractions, expressions outside the integer form and reserved names.
    """
    number = _plain_int(value)
    if number is not None:
        return _bounded(number, asked, minimum)
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


def _bounded(number: int, asked: str, minimum: int | None) -> int:
    if minimum is not None and number < minimum:
        raise SpecError(asked, f"an integer >= {minimum}", shown(number), f"use {minimum} or more")
    if abs(number) >= INTEGER_LIMIT:
        size = f"an integer of {number.bit_length()} bits"
        raise SpecError(asked, "an integer below 2**62 in size", size, "use a symbol when any size is meant")
    return number


def _expression(value: sympy.Expr, asked: str, minimum: int | None) -> sympy.Expr:
    for symbol in sorted(value.free_symbols, key=str):
        _check_symbol(symbol, asked)
    if not _is_integer_form(value) or value.is_integer is False:
        raise SpecError(
            asked,
            "an integer expression: + - *, whole powers, floor, ceiling, Mod, Max, Min",
            shown(value),
            "declare the symbols as integers and write floor(a/b) for a quotient",
        )
    _check_terms(value, asked)
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


def _is_integer_form(e: sympy.Basic) -> bool:
    if isinstance(e, sympy.Integer):
        return abs(int(e)) < INTEGER_LIMIT
    if isinstance(e, sympy.Symbol):
        return True
    if isinstance(e, sympy.Pow):
        return _is_integer_form(e.base) and _small_power(e.exp, 1)
    if isinstance(e, sympy.floor | sympy.ceiling):
        return _is_rational_form(e.args[0])
    if isinstance(e, sympy.Add | sympy.Mul | sympy.Max | sympy.Min | sympy.Mod):
        return all(_is_integer_form(part) for part in e.args)
    return False


def _is_rational_form(e: sympy.Basic) -> bool:
    if isinstance(e, sympy.Rational):
        return max(abs(int(e.p)), int(e.q)) < INTEGER_LIMIT
    if isinstance(e, sympy.Pow):
        return _is_rational_form(e.base) and _small_power(e.exp, -EXPONENT_LIMIT)
    if isinstance(e, sympy.Add | sympy.Mul):
        return all(_is_rational_form(part) for part in e.args)
    return _is_integer_form(e)


def _check_terms(value: sympy.Expr, asked: str) -> None:
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


# ---------------------------------------------------------------- arithmetic that keeps ints ints


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
    """``function(a/b)``, computed with symbols declared integer, so that ``floor((2*k - 1)/2)`` becomes ``k - 1``."""
    quotient = sympy.sympify(a) / b
    whole = _declared_whole(quotient)
    value = function(quotient.xreplace(whole))
    return lowered(value.xreplace({dummy: symbol for symbol, dummy in whole.items()}))


def _declared_whole(expression: sympy.Expr) -> dict[sympy.Symbol, sympy.Dummy]:
    """A stand-in for each symbol that is not declared integer, with the same assumptions and that one added."""
    symbols = (symbol for symbol in expression.free_symbols if not symbol.is_integer)
    return {symbol: sympy.Dummy(symbol.name, **(symbol.assumptions0 | {"integer": True})) for symbol in symbols}


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
    if _is_integer_form(quotient):
        return lowered(quotient)
    never = quotient.xreplace(_declared_whole(quotient)).is_integer is False
    return None if never else floor_div(a, b)


# ---------------------------------------------------------------- expressions as text


_BINARY: Mapping[type[ast.operator], Callable[[Any, Any], Any]] = {
    ast.Add: lambda a, b: a + b,
    ast.Sub: lambda a, b: a - b,
    ast.Mult: lambda a, b: a * b,
    ast.Div: lambda a, b: sympy.sympify(a) / b,
    ast.FloorDiv: floor_div,
    ast.Mod: lambda a, b: a % b if isinstance(a, int) and isinstance(b, int) else sympy.Mod(a, b),
    ast.Pow: lambda a, b: a**b,
}
_FUNCTIONS: Mapping[str, tuple[Callable[..., Any], int, int]] = {
    "floor": (sympy.floor, 1, 1),
    "ceiling": (sympy.ceiling, 1, 1),
    "Max": (sympy.Max, 2, ARGUMENT_LIMIT),
    "Min": (sympy.Min, 2, ARGUMENT_LIMIT),
    "Mod": (ast.Mod, 2, 2),  # the operator %, with its check for zero
}
"""What a stored expression may call: the function, the least and the largest number of arguments."""


def parse_python(text: object, asked: str) -> ast.stmt:
    """The syntax tree of ``text``, a Python statement of bounded size and depth.  Nothing is compiled or run."""
    if not isinstance(text, str):
        raise SpecError(asked, "a string", f"{shown(text)} ({type(text).__name__})", "pass one line of text")
    if len(text) > TEXT_LIMIT:
        raise SpecError(
            asked, f"at most {TEXT_LIMIT} characters", f"{len(text)} characters", "pass one layer at a time"
        )
    body = _parsed(text.strip(), asked).body
    if len(body) != 1:
        raise SpecError(
            asked, "one line of Python", f"{len(body)} statements: {shown(text)}", "pass one layer at a time"
        )
    if _depth(body[0]) > NESTING_LIMIT:
        raise SpecError(asked, f"nesting of at most {NESTING_LIMIT} levels", shown(text), "write the values out")
    return body[0]


def _parsed(text: str, asked: str) -> ast.Module:
    try:
        with warnings.catch_warnings():  # the parser warns about odd escapes in strings; they are the paster's business
            warnings.simplefilter("ignore")
            return ast.parse(text)
    except (SyntaxError, ValueError, RecursionError, MemoryError) as problem:
        detail = getattr(problem, "msg", None) or type(problem).__name__
        raise SpecError(asked, "one line of Python", f"{shown(text)} ({detail})", "check brackets and quotes") from None


def _depth(tree: ast.AST) -> int:
    # level by level and not by recursion: depth is what this function guards against
    depth, level = 0, [tree]
    while level and depth <= NESTING_LIMIT:
        depth, level = depth + 1, [child for node in level for child in ast.iter_child_nodes(node)]
    return depth


def arithmetic(
    node: ast.expr,
    asked: str,
    name: Callable[[str], Integer],
    functions: Mapping[str, tuple[Callable[..., Any], int, int]] | None = None,
) -> Any:
    """The number or SymPy expression that an arithmetic syntax tree stands for.

    ``name`` gives each identifier its meaning.  Numbers, names, ``+ - * // % **`` and the ``functions`` are known;
    fractions only next to functions, since ``floor`` is what makes them whole again.
    """

    def value(part: ast.expr) -> Any:
        return arithmetic(part, asked, name, functions)

    if isinstance(node, ast.Constant) and type(node.value) is int:
        return _bounded(node.value, asked, None)
    if isinstance(node, ast.Name):
        return name(node.id)
    if isinstance(node, ast.UnaryOp) and isinstance(node.op, ast.USub | ast.UAdd):
        return -value(node.operand) if isinstance(node.op, ast.USub) else value(node.operand)
    if isinstance(node, ast.BinOp) and type(node.op) in _BINARY and (functions or not isinstance(node.op, ast.Div)):
        return _operate(type(node.op), value(node.left), value(node.right), asked)
    if functions and isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and not node.keywords:
        function, least, most = functions.get(node.func.id, (None, 0, 0))
        if function is not None and least <= len(node.args) <= most:
            first, *rest = [value(part) for part in node.args]
            if function is ast.Mod:
                return _operate(ast.Mod, first, rest[0], asked)
            return _modest(function(first, *rest), asked)
    raise SpecError(asked, "integers, names and + - * // % **", shown_source(node), "write the value out")


def shown_source(node: ast.AST) -> str:
    """The source of ``node`` as one short line."""
    return shown(_Source(ast.unparse(node)))


class _Source(str):
    __slots__ = ()
    __repr__ = str.__str__


def _operate(operator: type[ast.operator], a: Any, b: Any, asked: str) -> Any:
    if operator in (ast.Div, ast.FloorDiv, ast.Mod) and b == 0:
        raise SpecError(asked, "a divisor that is not zero", "a division by 0", "correct the expression")
    if operator is ast.Pow and not (isinstance(b, int) and abs(b) <= 64 and _power_fits(a, b)):
        limit = f"a whole exponent, at most {EXPONENT_LIMIT} for symbols, and a result below 2**62"
        raise SpecError(asked, limit, f"({shown(a)})**({shown(b)})", "write the value out")
    return _modest(_BINARY[operator](a, b), asked)


def _power_fits(base: Any, exponent: int) -> bool:
    if isinstance(base, int):
        return exponent >= 0 and (base.bit_length() - 1) * exponent <= 62
    return abs(exponent) <= EXPONENT_LIMIT


def _modest(value: Any, asked: str) -> Any:
    """``value`` with SymPy integers as ints, after every single step: hostile text must not grow out of bounds."""
    result = lowered(value)
    if isinstance(result, int):
        return _bounded(result, asked, None)
    if not _is_rational_form(result):
        raise SpecError(asked, "small whole numbers and powers", shown(result), "write the value out")
    _check_terms(result, asked)
    return result


def expression_text(value: sympy.Expr) -> str:
    """``value`` as text that ``parse_expression`` reads back."""
    return str(sympy.sstr(value))


def parse_expression(text: object, asked: str, symbols: Mapping[str, sympy.Symbol] | None = None) -> Integer:
    """The integer expression in ``text``; ``symbols`` gives names their SymPy symbols (plain ones otherwise)."""
    known = symbols or {}
    tree = parse_python(text, asked)
    if not isinstance(tree, ast.Expr):
        raise SpecError(asked, "an expression", shown(text), "drop the assignment")
    value = arithmetic(tree.value, asked, lambda n: known.get(n) or sympy.Symbol(check_name(n, asked)), _FUNCTIONS)
    return integer(value, asked)
