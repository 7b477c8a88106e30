"""Texts -> integers, conditions and hypotheses on integers: the part of the reader that knows no scalars."""

from __future__ import annotations

import ast
from collections.abc import Callable, Iterable, Mapping
from typing import Final

from symstride.errors import SpecError
from symstride.proof.kernel.terms import MAX_LITERAL, Term, make, num, plus, var
from symstride.proof.language.notation.conditions import Condition, comparison
from symstride.proof.language.notation.divisors import is_nonzero
from symstride.proof.language.notation.names import INTEGER, Letters, Roles, Scope
from symstride.proof.language.notation.parsing import parsed, written
from symstride.proof.language.syntax import at_most, below, negative, product

MAX_POWER: Final = 16
"""Largest exponent, of integers and of scalars."""


class IntegerReader:
    """What the texts of one statement share: letters, names, hypotheses; and how their integers are read.

    ``asked`` is the text that is being read, for messages.
    """

    def __init__(self, letters: Iterable[str], axes: int) -> None:
        self.asked = "the statement"
        self.letters = Letters.of(letters, axes, "letters")
        self.names = Roles("the statement")
        self.heads: dict[str, ast.expr] = {}
        self._facts: tuple[Term, ...] = ()  # hypotheses on integers
        self._seen: set[str] = set()  # every name of every text
        self._free: set[str] = set()  # letters that the statement uses freely
        self._bound: set[str] = set()  # letters that a sum in it binds
        self._scalars: set[str] = set()  # names that stand where scalars stand

    def _parse(self, text: object, asked: str) -> ast.expr:
        node = parsed(text, asked)
        self.asked = asked
        self._seen |= {n.id for n in ast.walk(node) if isinstance(n, ast.Name)}
        return node

    def _refused(self, expected: str, node: ast.AST, hint: str) -> SpecError:
        return SpecError(self.asked, expected, written(node), hint)

    def _is_scalar(self, node: ast.expr) -> bool:
        """Is it a scalar, by its brackets, its parentheses or its names?"""
        for n in ast.walk(node):
            if isinstance(n, ast.Subscript | ast.Call | ast.List | ast.IfExp):
                return True
            if isinstance(n, ast.Name) and (n.id in self._scalars or self.names.is_scalar(n.id)):
                return True
        return False

    # ------------------------------------------------------------ integers

    def _integer(self, node: ast.expr, scope: Scope, axis: int = 0) -> Term:
        """The integer that an expression is, on one axis."""
        match node:
            case ast.Constant(value=value) if type(value) is int:
                if value > MAX_LITERAL:
                    raise self._refused("numbers below 2**53", node, "use a letter")
                return num(value)
            case ast.Name(id=name):
                return self._letter(node, name, scope, axis)
            case ast.UnaryOp(op=ast.USub(), operand=operand):
                return negative(self._integer(operand, scope, axis))
            case ast.BinOp(left=a, op=ast.Pow(), right=exponent):
                return to_the(self._integer(a, scope, axis), self._power(exponent), num(1))
            case ast.BinOp(left=a, op=op, right=b) if type(op) in _INTEGER_OPERATORS:
                left, right = self._integer(a, scope, axis), self._integer(b, scope, axis)
                if isinstance(op, ast.FloorDiv | ast.Mod) and not is_nonzero(right, scope.facts):
                    hint = f"add 1 <= {written(b)} to given, or write `... if 1 <= {written(b)} else 0`"
                    raise self._refused(f"a divisor that cannot be 0, which {written(b)} may be here", node, hint)
                return _INTEGER_OPERATORS[type(op)](left, right)
        raise self._refused("an integer: names, numbers, + - * // %", node, "a fraction is a//b, a scalar no integer")

    def _letter(self, node: ast.expr, name: str, scope: Scope, axis: int) -> Term:
        if name in self.heads:
            raise self._refused("an integer", node, f"{name} is a definition, and so a scalar")
        self.names.use(name, INTEGER)
        if name in scope.bound:
            copies = scope.bound[name]
            return copies[axis] if len(copies) > 1 else copies[0]
        self._free.add(name)
        names = self.letters.copies(name)
        return var(names[axis] if len(names) > 1 else names[0])

    def _power(self, node: ast.expr) -> int:
        match node:
            case ast.Constant(value=n) if type(n) is int and n <= MAX_POWER:
                return n
        raise self._refused(f"an exponent that is a number up to {MAX_POWER}", node, "write the product out")

    def _each(self, node: ast.expr, scope: Scope) -> list[Term]:
        """The integers that an expression is, one for each axis on which it stands."""
        return [self._integer(node, scope, axis) for axis in self.letters.axes_of(node)]

    # ------------------------------------------------------------ conditions

    def _condition(self, node: ast.expr, scope: Scope) -> Condition:
        """Read from the left: what stands further right is looked at only where the rest holds."""
        match node:
            case ast.BoolOp(op=op, values=[first, *rest]):
                total = self._condition(first, scope)
                for value in rest:
                    if isinstance(op, ast.And):
                        total = total.both(self._condition(value, scope.knowing(total.facts)))
                    else:
                        total = total.either(self._condition(value, scope.knowing(total.negation.facts)))
                return total
            case ast.UnaryOp(op=ast.Not(), operand=operand):
                return self._condition(operand, scope).negation
            case ast.Compare():
                return self._comparisons(node, scope)
        raise self._refused(
            "a condition: comparisons, and, or, not", node, "a number is no condition: compare it, as in 0 < n"
        )

    def _comparisons(self, node: ast.Compare, scope: Scope) -> Condition:
        """A chain: each comparison on every axis, != where == fails."""
        total: Condition | None = None
        for a, op, b in zip((node.left, *node.comparators), node.ops, node.comparators):
            here = scope if total is None else scope.knowing(total.facts)
            link = self._link(node, a, op, b, here)
            total = link if total is None else total.both(link)
        if total is None:
            raise self._refused("a comparison", node, "write 0 <= i")
        return total

    def _link(self, node: ast.AST, a: ast.expr, op: ast.cmpop, b: ast.expr, scope: Scope) -> Condition:
        if type(op) not in _COMPARISONS:
            raise self._refused("comparisons by == != < <= > >=", node, "`in` and `is` have no meaning here")
        if self._is_scalar(a) or self._is_scalar(b):
            raise self._refused(
                "a condition on integers", node, "scalars of a semiring are only compared in given, by =="
            )
        total: Condition | None = None
        for axis in range(self.letters.axes if self.letters.mentioned(a) or self.letters.mentioned(b) else 1):
            formula = _COMPARISONS[type(op)](self._integer(a, scope, axis), self._integer(b, scope, axis))
            one = comparison(formula)
            total = one if total is None else total.both(one)
        if total is None:
            raise self._refused("a comparison", node, "write 0 <= i")
        return total.negation if isinstance(op, ast.NotEq) else total

    # ------------------------------------------------------------ hypotheses

    def _read_integers(self, links: list[tuple[ast.Compare, str]]) -> dict[int, tuple[Term, ...]]:
        """The formulas on integers, by place.  Those without quotients are read first: divisors may need them."""
        read: dict[int, tuple[Term, ...]] = {}
        for late in (False, True):
            for n, (link, self.asked) in enumerate(links):
                if _divides(link) is late and not any(map(self._is_scalar, (link.left, *link.comparators))):
                    read[n] = self._hypothesis(link)
                    self._facts += read[n]
        return read

    def _links(self, node: ast.expr, asked: str) -> list[ast.Compare]:
        """The comparisons of a conjunction, chains taken apart."""
        match node:
            case ast.BoolOp(op=ast.And(), values=values):
                return [link for value in values for link in self._links(value, asked)]
            case ast.Compare(left=left, ops=ops, comparators=right):
                return [ast.Compare(a, [op], [b]) for a, op, b in zip((left, *right), ops, right)]
        self.asked = asked
        raise self._refused("comparisons, joined by `and` or ;", node, "prove each case of an `or` by itself")

    def _hypothesis(self, node: ast.Compare) -> tuple[Term, ...]:
        condition = self._link(node, node.left, node.ops[0], node.comparators[0], Scope(facts=self._facts))
        if isinstance(node.ops[0], ast.NotEq) or len(condition.yes) != 1:
            raise self._refused("hypotheses by == < <= > >=", node, "prove the case < and the case > each by itself")
        return condition.yes[0]


_INTEGER_OPERATORS: Final[Mapping[type[ast.operator], Callable[[Term, Term], Term]]] = {
    ast.Add: plus,
    ast.Sub: lambda a, b: plus(a, negative(b)),
    ast.Mult: lambda a, b: make("mul", a, b),
    ast.FloorDiv: lambda a, b: make("div", a, b),
    ast.Mod: lambda a, b: make("mod", a, b),
}
_COMPARISONS: Final[Mapping[type[ast.cmpop], Callable[[Term, Term], Term]]] = {
    ast.Eq: lambda a, b: make("eq", a, b),
    ast.NotEq: lambda a, b: make("eq", a, b),
    ast.LtE: at_most,
    ast.Lt: below,
    ast.GtE: lambda a, b: at_most(b, a),
    ast.Gt: lambda a, b: below(b, a),
}
"""What a comparison says; != is the negation of what stands here."""


def to_the(base: Term, exponent: int, one: Term) -> Term:
    return product(*[base] * exponent) if exponent else one


def _divides(node: ast.AST) -> bool:
    return any(isinstance(n, ast.FloorDiv | ast.Mod) for n in ast.walk(node))
