"""What terms mean, by computation: a term and numbers for its free names give its value in a chosen semiring.

Untrusted: nothing is proved here.  It serves the comparison of a theorem's own term with the arrays that run, and the
tests that evaluate every axiom, rule and theorem.  The table of nodes in ``terms`` is
followed line by line; ranges are finite, so every value is exact and found in finitely many steps.

>>> from symstride.proof.language.syntax import entry, total
>>> squares = total("i", 0, "n", entry("x", "i"))
>>> evaluate(squares, Environment(INTEGERS, {"n": 4}, {("x", 1): lambda i: i * i}))
14
"""

from __future__ import annotations

import operator
from collections import Counter
from collections.abc import Callable, Iterable, Iterator, Mapping
from dataclasses import dataclass, field
from fractions import Fraction
from math import inf
from typing import Any, Final, TypeAlias

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import VARIABLE, Key, Term

Scalar: TypeAlias = Any
"""An element of the semiring at hand: 3, Fraction(1, 2), True, -inf, a formal polynomial."""
Tensor: TypeAlias = Callable[..., Scalar]
"""A function of n integers."""
MAX_SUMMANDS: Final = 10_000_000
"""Most summands of one evaluation, nested sums multiplied out."""

# ------------------------------------------------------------------------------------------------ semirings


@dataclass(frozen=True, slots=True)
class Semiring:
    """A commutative semiring: add and mul are associative and commutative, mul distributes over add, 0 + x = x,
    1 * x = x, 0 * x = 0.  Elements are compared with ``==``."""

    name: str
    zero: Scalar
    one: Scalar
    add: Callable[[Scalar, Scalar], Scalar]
    mul: Callable[[Scalar, Scalar], Scalar]

    def multiple(self, n: int) -> Scalar:
        """1 + ... + 1, n times, by doubling."""
        result, power = self.zero, self.one
        while n:
            if n % 2:
                result = self.add(result, power)
            power, n = self.add(power, power), n // 2
        return result


Formal: TypeAlias = frozenset[tuple[tuple[str, ...], int]]
"""A polynomial with positive integer coefficients: (sorted indeterminates of a monomial, coefficient) pairs."""


def indeterminate(name: str) -> Formal:
    """The polynomial that is one indeterminate."""
    return frozenset({((name,), 1)})


def _formal_sum(p: Formal, q: Formal) -> Formal:
    total = Counter(dict(p))
    total.update(dict(q))
    return frozenset(total.items())


def _formal_product(p: Formal, q: Formal) -> Formal:
    total: Counter[tuple[str, ...]] = Counter()
    for left, c in p:
        for right, d in q:
            total[tuple(sorted(left + right))] += c * d
    return frozenset(total.items())


INTEGERS: Final = Semiring("integers", 0, 1, operator.add, operator.mul)
FRACTIONS: Final = Semiring("fractions", Fraction(0), Fraction(1), operator.add, operator.mul)
MAX_PLUS: Final = Semiring("(max, +)", -inf, 0, max, operator.add)
BOOLEANS: Final = Semiring("Booleans", False, True, operator.or_, operator.and_)
MODULO_FOUR: Final = Semiring("integers modulo 4", 0, 1, lambda a, b: (a + b) % 4, lambda a, b: a * b % 4)
FORMAL: Final = Semiring("formal polynomials", frozenset(), frozenset({((), 1)}), _formal_sum, _formal_product)
"""The free commutative semiring: what holds here, for tensors whose entries are different indeterminates, holds in
every commutative semiring."""
SEMIRINGS: Final = (INTEGERS, FRACTIONS, MAX_PLUS, BOOLEANS, MODULO_FOUR, FORMAL)
"""Ones with and without subtraction, idempotent and not, with zero divisors and without."""


# ------------------------------------------------------------------------------------------------ evaluation


@dataclass(frozen=True, slots=True)
class Environment:
    """A semiring, and what the free names stand for.

    ``integers`` by variable name, ``tensors`` by key (name, number of indices), ``functions`` for the ``apply`` nodes.
    """

    semiring: Semiring = INTEGERS
    integers: Mapping[str, int] = field(default_factory=dict)
    tensors: Mapping[Key, Tensor] = field(default_factory=dict)
    functions: Mapping[str, Callable[[Scalar], Scalar]] = field(default_factory=dict)


def evaluate(term: Term, environment: Environment, indices: tuple[int, ...] = (), limit: int = MAX_SUMMANDS) -> Any:
    """The value of a term: an int, a scalar, a bool for a formula, a function of n integers for a map.

    ``indices`` are values of the loose indices, innermost binder first.  Raises ``SpecError`` when a free name has no
    value and ``NotSupported`` when more than ``limit`` summands would have to be added.
    """
    return _Evaluation(environment, _Budget(limit)).value(term, indices)


def holds(formula: Term, environment: Environment, limit: int = MAX_SUMMANDS) -> bool:
    """Is the formula true there?"""
    return bool(evaluate(formula, environment, limit=limit))


class _Budget:
    """How many summands may still be added; shared by the whole of one evaluation."""

    __slots__ = ("left",)

    def __init__(self, left: int) -> None:
        self.left = left

    def spend(self, summands: int) -> None:
        self.left -= max(summands, 0)
        if self.left < 0:
            asked = "evaluate(term, environment)"
            raise NotSupported(asked, "a moderate number of summands", "more than the limit", "smaller numbers")


class _Evaluation:
    """One evaluation, of one term or of the body of one use: what the free names stand for, and the budget."""

    __slots__ = ("environment", "budget")

    def __init__(self, environment: Environment, budget: _Budget) -> None:
        self.environment, self.budget = environment, budget

    def value(self, term: Term, bound: tuple[int, ...]) -> Any:
        return _MEANINGS[term.tag](self, term, bound)

    def values(self, terms: Iterable[Term], bound: tuple[int, ...]) -> Iterator[Any]:
        return (self.value(term, bound) for term in terms)


Meaning: TypeAlias = Callable[[_Evaluation, Term, tuple[int, ...]], Any]


def _given(values: Mapping[Any, Any], name: Any, shown: str) -> Any:
    try:
        return values[name]
    except KeyError:
        asked, got = "evaluate(term, environment)", f"none for {shown}"
        raise SpecError(asked, "a value for every free name", got, "add it to the environment") from None


def _number(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> int:
    """z."""
    return int(term.args[0])


def _variable(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> int:
    """The integer that the environment gives to the variable."""
    name = term.args[0]
    return int(_given(run.environment.integers, name, f"the integer {name}"))


def _bound(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> int:
    """The value of the index bound by the j-th enclosing binder."""
    return bound[int(term.args[0])]


def _add(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Any:
    """s + t, of integers or of scalars."""
    s, t = run.values(term.args, bound)
    return s + t if term.sort == "I" else run.environment.semiring.add(s, t)


def _mul(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Any:
    """s * t, of integers or of scalars."""
    s, t = run.values(term.args, bound)
    return s * t if term.sort == "I" else run.environment.semiring.mul(s, t)


def _div(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> int:
    """floor(a / b), and 0 when b = 0."""
    a, b = run.values(term.args, bound)
    return int(a // b) if b else 0


def _mod(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> int:
    """a - b * (a div b), hence a when b = 0."""
    a, b = run.values(term.args, bound)
    return int(a % b) if b else int(a)


def _natural(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Scalar:
    """1 + ... + 1, n times."""
    return run.environment.semiring.multiple(term.args[0])


def _entry(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Scalar:
    """The entry of a tensor at n integers."""
    name, *indices = term.args
    tensor = _given(run.environment.tensors, (name, len(indices)), f"the tensor {name} with {len(indices)} indices")
    return tensor(*run.values(indices, bound))


def _apply(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Scalar:
    """f(s)."""
    name, argument = term.args
    return _given(run.environment.functions, name, f"the function {name}")(run.value(argument, bound))


def _bracket(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Scalar:
    """1 when the formula holds, else 0."""
    semiring = run.environment.semiring
    return semiring.one if run.value(term.args[0], bound) else semiring.zero


def _sum(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Scalar:
    """The sum of the body over lo <= v < hi, 0 when hi <= lo."""
    lo, hi, body = term.args
    low, high = run.values((lo, hi), bound)
    run.budget.spend(high - low)
    total, add = run.environment.semiring.zero, run.environment.semiring.add
    for v in range(low, high):
        total = add(total, run.value(body, (v, *bound)))
    return total


def _map(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Tensor:
    """The function of n integers i_0, ..., i_{n-1}; bound index j is i_j."""
    body = term.args[1]
    return lambda *indices: run.value(body, (*indices, *bound))


def _use(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> Any:
    """The definition's body, where the parameters, and nothing else, stand for the values of the arguments."""
    _, body, parameters = term.args[0].args
    given = list(zip(parameters, run.values(term.args[1:], bound)))
    integers = {key[0]: x for key, x in given if key[1] == VARIABLE}
    tensors = {key: x for key, x in given if key[1] != VARIABLE}
    outer = run.environment
    return _Evaluation(Environment(outer.semiring, integers, tensors, outer.functions), run.budget).value(body, ())


def _equal(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> bool:
    """s = t, two integers or two scalars."""
    s, t = run.values(term.args, bound)
    return bool(s == t)


def _at_most(run: _Evaluation, term: Term, bound: tuple[int, ...]) -> bool:
    """a <= b, integers."""
    a, b = run.values(term.args, bound)
    return bool(a <= b)


_MEANINGS: Final[Mapping[str, Meaning]] = {
    "num": _number, "var": _variable, "bound": _bound, "add": _add, "mul": _mul, "div": _div, "mod": _mod,
    "nat": _natural, "entry": _entry, "apply": _apply, "bracket": _bracket, "sum": _sum, "map": _map, "use": _use,
    "eq": _equal, "le": _at_most,
}  # fmt: skip
"""The meaning of each node that has a value: all of them but ``define``."""


class _Constant(dict[Key, Tensor]):
    """Every entry of every tensor is one number."""

    def __init__(self, value: int) -> None:
        super().__init__()
        self.value = value

    def __missing__(self, key: Key) -> Tensor:
        return lambda *indices: self.value


def holds_with_constant(formula: Term, integers: Mapping[str, int], value: int, limit: int = 10_000) -> bool:
    """Is the formula true when all entries are that value and functions change nothing?  Not when it takes long."""
    functions = {node.args[0]: _same for node in _applications(formula)}
    try:
        return holds(formula, Environment(INTEGERS, integers, _Constant(value), functions), limit)
    except NotSupported:
        return False


def _same(s: Scalar) -> Scalar:
    return s


def _applications(term: Term) -> Iterator[Term]:
    if term.tag == "apply":
        yield term
    for x in term.args:
        if type(x) is Term:
            yield from _applications(x)
