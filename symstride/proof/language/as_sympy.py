"""Terms of the kernel as SymPy expressions: the other way round from ``translate``, for scalars and formulas too.

Definitions are written out.  What SymPy means by it is what the kernel means wherever no divisor is 0, for which the
kernel has a convention of its own (``terms``).  A sum over an empty range is 0 here and is not in SymPy, so that a sum
has a bracket in front, unless its range is known to have something in it.

Brackets are ``Iverson`` and not ``Piecewise``: SymPy moves the latter out of sums whose index their conditions have.
"""

from __future__ import annotations

import re
from collections.abc import Callable, Mapping
from typing import Any, Final, TypeAlias

import sympy

from symstride.errors import NotSupported
from symstride.proof.kernel.terms import VARIABLE, Key, Term

Value: TypeAlias = Any
"""A SymPy object, or of a map a function from indices to one."""

BOUND: Final = re.compile("i_[0-9]+")
"""What bound indices are called; no name of theorems looks like that, but one of a layer's symbols might."""

MAX_STEPS: Final = 20_000
"""Nodes of a term with its definitions written out."""


def to_sympy(term: Term, symbols: Mapping[str, sympy.Symbol] | None = None) -> sympy.Basic:
    """An integer, a scalar or a formula of the kernel as SymPy has it.

    Tensors are ``IndexedBase``, named maps ``Function``, brackets ``Iverson``; ``a + 1 <= b`` is ``a < b``.
    ``symbols`` gives names their SymPy symbols; others become symbols that are integers.  Raises ``NotSupported`` for
    maps and definitions by themselves, and for terms that are too long when written out.
    """
    if term.sort not in "ISF":
        expected = "an integer, a scalar or a formula"
        raise NotSupported("to_sympy(term)", expected, repr(term)[:80], "take a theorem's conclusion or a part of it")
    return _InSympy(symbols or {}).value(term, (), {})


class Iverson(sympy.Function):  # type: ignore[misc]  # SymPy comes without types
    """The bracket of a condition: 1 where it holds, else 0."""

    nargs = 1
    is_integer = True
    is_nonnegative = True

    @classmethod
    def eval(cls, condition: sympy.Basic) -> sympy.Expr | None:
        """Its value, where the condition has one."""
        return {sympy.true: sympy.S.One, sympy.false: sympy.S.Zero}.get(condition)

    def _latex(self, printer: Any, exp: Any = None) -> str:
        power = "" if exp is None else f"^{{{exp}}}"
        return rf"\left[{printer._print(self.args[0])}\right]{power}"

    def _sympystr(self, printer: Any) -> str:
        return f"[{printer._print(self.args[0])}]"


class _InSympy:
    def __init__(self, symbols: Mapping[str, sympy.Symbol]) -> None:
        self.symbols, self.steps, self.bound = symbols, 0, 0

    def value(self, term: Term, indices: tuple[sympy.Expr, ...], given: Mapping[Key, Value]) -> Value:
        """``indices`` stand for the bound ones, innermost first; ``given`` for the parameters of a definition."""
        self.steps += 1
        if self.steps > MAX_STEPS:
            got = "a longer one"
            raise NotSupported("to_sympy(term)", f"a term of at most {MAX_STEPS:,} nodes", got, "take a part of it")
        return getattr(self, f"_{term.tag}")(term.args, indices, given)

    def _num(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return sympy.Integer(args[0])

    _nat = _num

    def _var(self, args: Any, indices: Any, given: Mapping[Key, Value]) -> sympy.Expr:
        name = args[0]
        if (name, VARIABLE) in given:
            return given[name, VARIABLE]
        return self.symbols.get(name) or sympy.Symbol(name, integer=True)

    def _bound(self, args: Any, indices: tuple[sympy.Expr, ...], given: Any) -> sympy.Expr:
        return indices[args[0]]

    def _add(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return self.value(args[0], indices, given) + self.value(args[1], indices, given)

    def _mul(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return self.value(args[0], indices, given) * self.value(args[1], indices, given)

    def _div(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return sympy.floor(self.value(args[0], indices, given) / self.value(args[1], indices, given))

    def _mod(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return sympy.Mod(self.value(args[0], indices, given), self.value(args[1], indices, given))

    def _entry(self, args: Any, indices: Any, given: Mapping[Key, Value]) -> sympy.Expr:
        name, *places = args
        found = [self.value(place, indices, given) for place in places]
        tensor = given.get((name, len(places)))
        if tensor is not None:
            return tensor(*found)
        return sympy.IndexedBase(name)[tuple(found)] if found else sympy.Symbol(name)

    def _apply(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return sympy.Function(args[0])(self.value(args[1], indices, given))

    def _bracket(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        return Iverson(self.value(args[0], indices, given))

    def _sum(self, args: Any, indices: tuple[sympy.Expr, ...], given: Any) -> sympy.Expr:
        low, high = (self.value(end, indices, given) for end in args[:2])
        self.bound += 1
        index = sympy.Symbol(f"i_{self.bound}", integer=True)
        total = sympy.Sum(self.value(args[2], (index, *indices), given), (index, low, high - 1))
        return Iverson(sympy.Lt(low, high)) * total

    def _map(self, args: Any, indices: tuple[sympy.Expr, ...], given: Any) -> Callable[..., sympy.Expr]:
        return lambda *places: self.value(args[1], (*places, *indices), given)

    def _use(self, args: Any, indices: Any, given: Any) -> sympy.Expr:
        definition, *values = args
        _, body, parameters = definition.args
        found = {key: self.value(value, indices, given) for key, value in zip(parameters, values, strict=True)}
        return self.value(body, (), found)

    def _eq(self, args: Any, indices: Any, given: Any) -> sympy.Basic:
        return sympy.Eq(*(self.value(side, indices, given) for side in args), evaluate=False)

    def _le(self, args: Any, indices: Any, given: Any) -> sympy.Basic:
        left, right = args
        if left.tag == "add" and left.args[1].tag == "num" and left.args[1].args[0] == 1:
            return sympy.Lt(self.value(left.args[0], indices, given), self.value(right, indices, given), evaluate=False)
        return sympy.Le(self.value(left, indices, given), self.value(right, indices, given), evaluate=False)
