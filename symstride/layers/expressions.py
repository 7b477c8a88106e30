"""Integer expressions as text, parsed and never evaluated."""

from __future__ import annotations

import ast
import warnings
from collections.abc import Callable, Mapping
from typing import Any

import sympy

from symstride.errors import SpecError
from symstride.layers.form import (
    EXPONENT_LIMIT,
    Integer,
    bounded,
    check_name,
    check_terms,
    checked,
    is_rational_form,
    shown,
)
from symstride.layers.rounding import floor_div, lowered

TEXT_LIMIT = 4000
NESTING_LIMIT = 40
_READINGS = 3  # until the spelling settles; one is enough for all but a few nested remainders
ARGUMENT_LIMIT = 8  # of Max and Min, which compare all pairs


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
        return bounded(node.value, asked, None)
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
        return bounded(result, asked, None)
    if not is_rational_form(result):
        raise SpecError(asked, "small whole numbers and powers", shown(result), "write the value out")
    check_terms(result, asked)
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
    return checked(value, asked)


def spelt_one_way(value: sympy.Expr, asked: str) -> Integer:
    """``value`` itself, or an equal expression, that its own text stands for.

    ``4*(k + 1)*(8*k + 8)`` is spelt in two ways: read from the left it is ``(4*k + 4)*(8*k + 8)``.
    """
    symbols = {str(symbol): symbol for symbol in value.free_symbols if isinstance(symbol, sympy.Symbol)}
    for candidate in (value, sympy.expand(value)):
        for _ in range(_READINGS):
            again = parse_expression(expression_text(candidate), asked, symbols)
            if again == candidate:
                return candidate
            if isinstance(again, int):
                return again
            candidate = again
    raise SpecError(asked, "an expression that SymPy spells in one way", shown(value), "multiply it out")
