"""The two sides of an identity on one axis, evaluated by Python itself: texts are compiled and run.

Only for the texts of this repository.  A bracket [P] becomes a call that makes 1 or 0 of a truth value; everything
else is left to Python.  Numbers may be ``Tropical``: then the sums are those of (max, +).
"""

from __future__ import annotations

import ast
import re
from collections.abc import Callable, Mapping
from math import inf
from types import CodeType
from typing import Any

from symstride.identity import Identity

Entries = Callable[[str, tuple[int, ...]], Any]
Functions = Callable[[str, Any], Any]

ALLOWED = (
    ast.Expression, ast.BinOp, ast.UnaryOp, ast.BoolOp, ast.Compare, ast.IfExp, ast.Call, ast.Subscript, ast.Tuple,
    ast.List, ast.GeneratorExp, ast.comprehension, ast.Name, ast.Constant, ast.expr_context, ast.operator, ast.unaryop,
    ast.boolop, ast.cmpop,
)  # fmt: skip


class Tropical:
    """A number of (max, +).  An integer n stands for 1 + ... + 1: -inf for 0, else 0."""

    def __init__(self, value: float) -> None:
        self.value = value

    def __add__(self, other: Tropical | int) -> Tropical:
        return Tropical(max(self.value, tropical(other)))

    def __mul__(self, other: Tropical | int) -> Tropical:
        return Tropical(self.value + tropical(other))

    def __pow__(self, exponent: int) -> Tropical:
        return Tropical(self.value * exponent if exponent else 0)

    __radd__, __rmul__ = __add__, __mul__


def tropical(x: Tropical | int) -> float:
    """The value of a number, or of an integer as a scalar."""
    return x.value if isinstance(x, Tropical) else 0 if x else -inf


class Indexed:
    """A tensor, or a definition at its tensors: ``x[i]`` and ``x[i, j]``."""

    def __init__(self, entry: Callable[[tuple[int, ...]], Any]) -> None:
        self.entry = entry

    def __getitem__(self, index: int | tuple[int, ...]) -> Any:
        return self.entry(index if isinstance(index, tuple) else (index,))


class _Brackets(ast.NodeTransformer):
    def visit_List(self, node: ast.List) -> ast.AST:
        (condition,) = node.elts
        inside = self.visit(condition)
        return ast.copy_location(ast.Call(ast.Name("bracket_", ast.Load()), [inside], []), node)


def compiled(text: str) -> CodeType:
    """The text as code; an AssertionError for a node that the notation has no use for."""
    tree = ast.parse(" ".join(text.split()), mode="eval")
    assert all(isinstance(node, ALLOWED) for node in ast.walk(tree)), text
    return compile(ast.fix_missing_locations(_Brackets().visit(tree)), "text", "eval")


def sides(identity: Identity, integers: Mapping[str, int], entries: Entries, functions: Functions) -> tuple[Any, Any]:
    """Left and right at these integers, entries and functions."""
    names = _names(identity, integers, entries, functions)
    return eval(compiled(identity.left), names), eval(compiled(identity.right), names)


def meets(identity: Identity, integers: Mapping[str, int], entries: Entries, functions: Functions) -> bool:
    """Are all hypotheses true there?  Those on the left are looked at first."""
    names = _names(identity, integers, entries, functions)
    return all(eval(compiled(text), names) for text in identity.given)


def _names(identity: Identity, integers: Mapping[str, int], entries: Entries, functions: Functions) -> dict[str, Any]:
    """What every free name of the texts stands for; names that a sum binds get a value that is never looked up."""
    texts = (identity.left, identity.right, *identity.given, *identity.where.values())
    nodes = [node for text in texts for node in ast.walk(ast.parse(text, mode="eval"))]
    heads = {name for head in identity.where for name in re.findall(r"^[A-Za-z_0-9]+", head)}
    calls = [node for node in nodes if isinstance(node, ast.Call) and isinstance(node.func, ast.Name)]
    tensors = {node.value.id for node in nodes if isinstance(node, ast.Subscript) and isinstance(node.value, ast.Name)}
    tensors |= {part.id for call in calls if call.func.id in heads for part in call.args}
    applied = {call.func.id for call in calls}
    names: dict[str, Any] = {"__builtins__": {"sum": sum, "range": range}, "bracket_": int}
    for name in {node.id for node in nodes if isinstance(node, ast.Name)} - heads - {"sum", "range"}:
        if name in integers:
            names[name] = integers[name]
        elif name in tensors:
            names[name] = _tensor(name, entries)
        else:
            names[name] = _function(name, functions) if name in applied else entries(name, ())
    for head, body in identity.where.items():
        _define(names, head, compiled(body))
    return names


def _tensor(name: str, entries: Entries) -> Indexed:
    return Indexed(lambda index: entries(name, index))


def _function(name: str, functions: Functions) -> Callable[[Any], Any]:
    return lambda scalar: functions(name, scalar)


def _define(names: dict[str, Any], head: str, body: CodeType) -> None:
    """Give the name of a head its meaning: at tensors, at indices, or at once."""
    node = ast.parse(head, mode="eval").body
    indices, tensors = list[str](), list[str]()
    if isinstance(node, ast.Subscript):
        parts = node.slice.elts if isinstance(node.slice, ast.Tuple) else [node.slice]
        indices, node = [ast.unparse(part) for part in parts], node.value
    if isinstance(node, ast.Call):
        tensors, node = [ast.unparse(part) for part in node.args], node.func

    def at(*given: Any) -> Any:
        local = dict(zip(tensors, given, strict=True))
        if not indices:
            return eval(body, {**names, **local})
        return Indexed(lambda index: eval(body, {**names, **local, **dict(zip(indices, index, strict=True))}))

    names[ast.unparse(node)] = at if tensors else at()
