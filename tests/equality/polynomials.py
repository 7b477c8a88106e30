"""The interpreter over polynomials with atoms: normal forms themselves, without any chance, for small networks."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any, ClassVar

import numpy as np
from numpy.typing import NDArray

from symstride.equality.interpret import interpret
from symstride.network.evaluate import operate
from symstride.network.graph import Network

Array = NDArray[Any]


class Poly:
    """Coefficients by monomials, which are sorted tuples of atoms; an atom is any key, interned."""

    __slots__ = ("terms",)
    interned: ClassVar[dict[Any, int]] = {}
    sets: ClassVar[dict[int, frozenset[Poly]]] = {}

    def __init__(self, terms: dict[tuple[int, ...], Fraction]) -> None:
        self.terms = terms

    @classmethod
    def of(cls, value: Any) -> Poly:
        if isinstance(value, Poly):
            return value
        if isinstance(value, float) and value == -np.inf:
            return cls.atom("lowest")
        return cls({(): Fraction(value)} if value else {})

    @classmethod
    def atom(cls, name: Any) -> Poly:
        return cls({(cls.interned.setdefault(name, len(cls.interned)),): Fraction(1)})

    def __add__(self, other: Any) -> Poly:
        terms = dict(self.terms)
        for monomial, c in Poly.of(other).terms.items():
            terms[monomial] = terms.get(monomial, Fraction(0)) + c
        return Poly({monomial: c for monomial, c in terms.items() if c})

    __radd__ = __add__

    def __mul__(self, other: Any) -> Poly:
        terms: dict[tuple[int, ...], Fraction] = {}
        for one, c in self.terms.items():
            for two, d in Poly.of(other).terms.items():
                monomial = tuple(sorted(one + two))
                terms[monomial] = terms.get(monomial, Fraction(0)) + c * d
        return Poly({monomial: c for monomial, c in terms.items() if c})

    __rmul__ = __mul__

    @property
    def key(self) -> frozenset[Any]:
        return frozenset(self.terms.items())

    def __eq__(self, other: object) -> bool:
        return self.terms == Poly.of(other).terms

    def __hash__(self) -> int:
        return hash(self.key)

    @property
    def members(self) -> frozenset[Poly]:
        """What it is the largest of; itself, when it is no such atom."""
        if self == Poly.atom("lowest"):
            return frozenset()
        monomial = next(iter(self.terms), ())
        alone = len(self.terms) == 1 and len(monomial) == 1 and self.terms[monomial] == 1
        return self.sets.get(monomial[0], frozenset([self])) if alone else frozenset([self])


def largest(one: Any, other: Any) -> Poly:
    members = Poly.of(one).members | Poly.of(other).members
    if len(members) < 2:
        return next(iter(members), Poly.atom("lowest"))
    made = Poly.atom(("max", frozenset(member.key for member in members)))
    Poly.sets[next(iter(made.terms))[0]] = members
    return made


def each(how: Callable[..., Any], *arrays: Array) -> Array:
    return np.asarray(np.frompyfunc(how, len(arrays), 1)(*arrays), dtype=object)


class Forms:
    """Normal forms; ``zero`` lets named maps keep 0, all of them."""

    def __init__(self, zero: bool = False) -> None:
        self.activation: Any = "zero" if zero else "any"

    def input(self, position: int, shape: tuple[int, ...]) -> Array:
        made = np.empty((1, *shape), dtype=object)
        for place in np.ndindex(made.shape):
            made[place] = Poly.atom(("x", position, *place[1:]))
        return made

    def weight(self, array: Array) -> Array:
        def number(value: Any) -> Any:
            if array.dtype.kind != "f" or (float(value).is_integer() and abs(value) <= 64):
                return Poly.of(Fraction(value))
            return Poly.atom(("w", abs(float(value)))) * (1 if value > 0 else -1)

        return each(number, array)[None]

    def constant(self, number: Fraction) -> Array:
        return np.array([number], dtype=object)

    def zeros(self, value: Array) -> Array:
        return value * 0

    def quotients(self, array: Array) -> Array:
        return each(lambda n: Fraction(1) / Fraction(n), np.asarray(array, dtype=object))[None]

    def arranged(self, how: Callable[..., Array], *values: Array) -> Array:
        return how(*values)

    def several(self, how: Callable[[Array], Iterable[Array]], value: Array) -> list[Array]:
        return list(how(value))

    def filled(self, operator: Any, value: Array, parameters: Sequence[Array]) -> Array:
        return each(Poly.of, operate(operator, [value], parameters))

    def total(self, values: Sequence[Array]) -> Array:
        return reduce(np.add, values)

    def product(self, one: Array, other: Array) -> Array:
        most = max(one.ndim, other.ndim)
        one, other = (v.reshape(len(v), *(1,) * (most - v.ndim), *v.shape[1:]) for v in (one, other))
        return one * other

    def matmul(self, one: Array, other: Array) -> Array:
        return np.matmul(one, other)

    def summed(self, value: Array, axes: tuple[int, ...]) -> Array:
        return value.sum(axis=axes, keepdims=True)

    def highest(self, values: Sequence[Array], reads: Any) -> Array:
        return reduce(lambda a, b: each(largest, a, b), reads(values, "lowest"))

    def named(self, name: str, attributes: Any, value: Array) -> Array:
        def atom(form: Any) -> Poly:
            if self.activation == "zero" and not Poly.of(form).terms:
                return Poly({})
            return Poly.atom((name, tuple(attributes), Poly.of(form).key))

        return each(atom, value)

    def inverse_root(self, value: Array, epsilon: float) -> Array:
        return each(lambda form: Poly.atom(("root", epsilon, Poly.of(form).key)), value)


def same_forms(left: Network, right: Network, zero: bool = False) -> bool:
    pairs = zip(interpret(left, Forms(zero)), interpret(right, Forms(zero)), strict=True)
    return all(
        a.shape == b.shape and all(map(Poly.__eq__, map(Poly.of, a.flat), map(Poly.of, b.flat))) for a, b in pairs
    )
