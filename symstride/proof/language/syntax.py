"""Writing terms as on paper: untrusted short forms over the one constructor of ``terms``.

>>> integer("(s*tau + dl*i - p) // (s*a)")
((s*tau + (dl*i + -1*p)) div s*a)
>>> total("i", 0, "k", product(bracket(equal("i", "e")), entry("f", "i")))
sum(v0 in [0, k)) [v0 = e]*f[v0]
"""

from __future__ import annotations

import ast
from collections.abc import Iterable
from functools import lru_cache
from typing import Final, TypeAlias

from symstride.proof.kernel.terms import VARIABLE, KernelError, Key, Term, close_binder, less, make, num, plus, var

Integer: TypeAlias = Term | int | str
"""An integer term, a number, or an expression in Python's notation with + - * // and %."""

ONE: Final = make("nat", 1)
NOTHING: Final = make("nat", 0)
FALSE: Final = make("le", num(1), num(0))


def integer(x: Integer) -> Term:
    """The integer term that x stands for."""
    if isinstance(x, Term):
        return x
    return num(x) if isinstance(x, int) else _parsed(x)


@lru_cache(maxsize=4096)
def _parsed(text: str) -> Term:
    return _from_ast(ast.parse(text, mode="eval").body)


_OPERATORS: Final = {ast.Add: "add", ast.Mult: "mul", ast.FloorDiv: "div", ast.Mod: "mod"}


def _from_ast(node: ast.AST) -> Term:
    match node:
        case ast.Constant(value=int(n)):
            return num(n)
        case ast.Name(id=name):
            return var(name)
        case ast.UnaryOp(op=ast.USub(), operand=operand):
            return negative(_from_ast(operand))
        case ast.BinOp(left=left, op=ast.Sub(), right=right):
            return plus(_from_ast(left), negative(_from_ast(right)))
        case ast.BinOp(left=left, op=op, right=right) if type(op) in _OPERATORS:
            return make(_OPERATORS[type(op)], _from_ast(left), _from_ast(right))
    raise KernelError(f"not an integer expression: {ast.unparse(node)}")


def negative(t: Term) -> Term:
    return num(-t.args[0]) if t.tag == "num" else make("mul", num(-1), t)


def at_most(a: Integer, b: Integer) -> Term:
    """The formula a <= b."""
    return make("le", integer(a), integer(b))


def below(a: Integer, b: Integer) -> Term:
    """The formula a < b, written a + 1 <= b."""
    return less(integer(a), integer(b))


def equal(a: Term | int | str, b: Term | int | str) -> Term:
    """The formula a = b, on integers or on scalars."""
    return make("eq", integer(a), integer(b))


def bracket(formula: Term) -> Term:
    return make("bracket", formula)


def entry(tensor: str, *indices: Integer) -> Term:
    """The entry T[e1, ..., en] of a tensor."""
    return make("entry", tensor, *map(integer, indices))


def product(*factors: Term) -> Term:
    """f1*(f2*(...*fn))."""
    out = factors[-1]
    for factor in reversed(factors[:-1]):
        out = make("mul", factor, out)
    return out


def total(index: str, lo: Integer, hi: Integer, body: Term) -> Term:
    """The sum over lo <= index < hi; binds the free variable ``index`` of the body."""
    return make("sum", integer(lo), integer(hi), close_binder(body, (index,)))


def totals(ranges: Iterable[tuple[str, Integer, Integer]], body: Term) -> Term:
    """Nested sums, the first range outermost."""
    for index, lo, hi in reversed(tuple(ranges)):
        body = total(index, lo, hi, body)
    return body


def mapping(indices: Iterable[str], body: Term) -> Term:
    """The map (indices -> body)."""
    names = tuple(indices)
    return make("map", len(names), close_binder(body, names))


def tensor(name: str, arity: int) -> Term:
    """The tensor itself as a map: (i1..in -> T[i1..in])."""
    return make("map", arity, make("entry", name, *(make("bound", j) for j in range(arity))))


def variable(name: str) -> Key:
    """The key of an integer variable."""
    return (name, VARIABLE)


def define(name: str, tensors: Iterable[Key], integers: Iterable[str], body: Term) -> Term:
    """A definition with its tensor parameters first, then its integer parameters."""
    return make("define", name, body, (*tensors, *map(variable, integers)))


def use(definition: Term, *arguments: Integer) -> Term:
    return make("use", definition, *(x if isinstance(x, Term) and x.sort == "L" else integer(x) for x in arguments))


def apply(function: str, argument: Term) -> Term:
    return make("apply", function, argument)
