"""The algebra that leaves nothing to chance: normal forms themselves, for small networks.

A number is a polynomial over the rationals in atoms: an input, an unknown weight, a named map of a form, or the largest
of several forms.  Identical forms are equal for all inputs, all weights and all functions; and different ones differ
for some, as ``field`` says.  ``interpret`` runs a network over it, by the same operators as over the field.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterable, Sequence
from dataclasses import dataclass, field
from fractions import Fraction
from functools import reduce
from math import isfinite, prod
from typing import Any, TypeAlias

import numpy as np

from symstride.equality.algebra import Activation, Array, Reads
from symstride.equality.facts import RESILIENT, is_finite_at_lowest, keeps_zero
from symstride.equality.field import PLAIN, Weights
from symstride.equality.interpret import interpret
from symstride.errors import NotSupported
from symstride.limits import check
from symstride.network.evaluate import operate, work_of
from symstride.network.graph import Network
from symstride.network.operators.records import Operator, Shape

MAX_TERMS = 3_000_000
"""Products and sums of terms that one comparison takes."""

Monomial: TypeAlias = tuple[int, ...]

LOWEST, NOTHING = -1, -2
"""Atoms that are no numbers: minus infinity, the largest of no forms; and whatever is computed with that."""


@dataclass
class Allowance:
    """How many terms are left to be handled."""

    left: int = field(default_factory=lambda: MAX_TERMS)

    def spend(self, terms: int) -> None:
        """Raises ``NotSupported`` once there are too many."""
        self.left -= terms
        if self.left < 0:
            hint = "leave error=0 out, or compare at a smaller size"
            raise NotSupported("error=0", f"normal forms of at most {MAX_TERMS:,} terms", "more", hint)


class Poly:
    """Coefficients, none of them 0, by monomials, which are sorted tuples of atoms."""

    __slots__ = ("allowance", "terms")

    def __init__(self, terms: dict[Monomial, Fraction], allowance: Allowance) -> None:
        self.terms, self.allowance = terms, allowance

    def _other(self, value: Any) -> dict[Monomial, Fraction]:
        if isinstance(value, Poly):
            return value.terms
        return {(): Fraction(value)} if value else {}

    @property
    def is_missing(self) -> bool:
        """Whether it is no number."""
        return len(self.terms) == 1 and next(iter(self.terms)) in ((LOWEST,), (NOTHING,))

    @property
    def is_lowest(self) -> bool:
        """Whether it is minus infinity."""
        return self.terms.keys() == {(LOWEST,)}

    def __add__(self, other: Any) -> Poly:
        if self.is_missing or (isinstance(other, Poly) and other.is_missing):
            return Poly({(NOTHING,): Fraction(1)}, self.allowance)
        terms, more = dict(self.terms), self._other(other)
        self.allowance.spend(len(terms) + len(more))
        for monomial, c in more.items():
            added = terms.pop(monomial, Fraction(0)) + c
            if added:
                terms[monomial] = added
        return Poly(terms, self.allowance)

    __radd__ = __add__

    def __mul__(self, other: Any) -> Poly:
        if self.is_missing or (isinstance(other, Poly) and other.is_missing):
            return Poly({(NOTHING,): Fraction(1)}, self.allowance)
        terms: dict[Monomial, Fraction] = {}
        more = self._other(other)
        self.allowance.spend(1 + len(self.terms) * len(more))
        for one, c in self.terms.items():
            for two, d in more.items():
                monomial = tuple(sorted(one + two))
                terms[monomial] = terms.get(monomial, Fraction(0)) + c * d
        return Poly({monomial: c for monomial, c in terms.items() if c}, self.allowance)

    __rmul__ = __mul__

    @property
    def key(self) -> frozenset[Any]:
        """What tells it from other forms."""
        return frozenset(self.terms.items())

    def __eq__(self, other: object) -> bool:
        return isinstance(other, Poly) and self.terms == other.terms

    def __hash__(self) -> int:
        return hash(self.key)


class Exact:
    """Normal forms as numbers; one for both networks, so that both have the same atoms.

    Raises ``NotSupported`` when forms grow too long, and for weights that are no numbers.
    """

    def __init__(self, weights: Weights = "symbolic", activation: Activation = "any") -> None:
        self.weights, self.activation = weights, activation
        self.allowance = Allowance()
        self.atoms: dict[Any, int] = {}
        self.members: dict[int, frozenset[Poly]] = {}

    def atom(self, *words: Any) -> Poly:
        """The unknown of that name."""
        return Poly({(self.atoms.setdefault(words, len(self.atoms)),): Fraction(1)}, self.allowance)

    def of(self, value: Any) -> Poly:
        """A form, or a number as one."""
        if isinstance(value, Poly):
            return value
        if isinstance(value, float) and value == -np.inf:
            return Poly({(LOWEST,): Fraction(1)}, self.allowance)
        if isinstance(value, float) and not isfinite(value):
            raise NotSupported("padding", "a number, or the lowest", str(value), "pad with a number")
        return Poly({(): Fraction(value)} if value else {}, self.allowance)

    def _each(self, how: Callable[..., Poly], *arrays: Array) -> Array:
        forms = (np.frompyfunc(self.of, 1, 1)(array) for array in arrays)
        return np.asarray(np.frompyfunc(how, len(arrays), 1)(*forms), dtype=object)

    # ------------------------------------------------------------------------------------------------ what there is

    def input(self, position: int, shape: Shape) -> Array:
        made = np.empty((1, *shape), dtype=object)
        for place in np.ndindex(made.shape):
            made[place] = self.atom("input", position, *place[1:])
        return made

    def weight(self, array: Array) -> Array:
        flat = [self._weight(value) for value in array.ravel().tolist()]
        made = np.empty(len(flat), dtype=object)
        made[:] = flat
        return made.reshape(1, *array.shape)

    def _weight(self, value: Any) -> Poly:
        if isinstance(value, float) and not isfinite(value):
            raise NotSupported("a parameter", "numbers", "infinity, or none", "leave it out of the weights")
        plain = not isinstance(value, float) or (value.is_integer() and abs(value) <= PLAIN)
        if self.weights == "given" or plain:
            return self.of(Fraction(value))
        return self.atom("weight", abs(value)) * (1 if value > 0 else -1)

    def constant(self, number: Fraction) -> Array:
        return np.array([self.of(number)], dtype=object)

    def zeros(self, value: Array) -> Array:
        return np.full(value.shape, self.of(0), dtype=object)

    def quotients(self, array: Array) -> Array:
        if not np.all(array):
            raise NotSupported("a divisor", "numbers other than 0", "0", "correct the divisors")
        return self._each(self.of, np.frompyfunc(lambda n: 1 / Fraction(n), 1, 1)(array.astype(object)))[None]

    # ------------------------------------------------------------------------------------------------ moving

    def arranged(self, how: Callable[..., Array], *values: Array) -> Array:
        return how(*values)

    def several(self, how: Callable[[Array], Iterable[Array]], value: Array) -> list[Array]:
        return [self._each(self.of, part) for part in how(value)]

    def filled(self, operator: Operator, value: Array, parameters: Sequence[Array]) -> Array:
        return self._each(self.of, operate(operator, [value], parameters))

    # ------------------------------------------------------------------------------------------------ sums and products

    def total(self, values: Sequence[Array]) -> Array:
        return reduce(lambda a, b: a + b, _fitted(values))

    def product(self, one: Array, other: Array) -> Array:
        a, b = _fitted([one, other])
        return np.asarray(a * b)

    def matmul(self, one: Array, other: Array) -> Array:
        return np.asarray(np.matmul(one, other))

    def summed(self, value: Array, axes: tuple[int, ...]) -> Array:
        return np.asarray(value.sum(axis=axes, keepdims=True))

    # ------------------------------------------------------------------------------------------------ unknown functions

    def _map(self, words: tuple[Any, ...], forms: Sequence[Poly], also: Sequence[Poly] = ()) -> Poly:
        """The function of these words; no number where one of the forms, or of those that it reads also, is none."""
        if any(form.is_missing for form in (*forms, *also)):
            return Poly({(NOTHING,): Fraction(1)}, self.allowance)
        return self.atom(*words, *(form.key for form in forms))

    def named(self, name: str, attributes: Sequence[tuple[str, float]], value: Array) -> Array:
        keeps = self.activation != "any" and keeps_zero(name, attributes)
        words = ("map", name, tuple(attributes))

        def one(form: Poly) -> Poly:
            if keeps and not form.terms:
                return form
            if form.is_lowest and is_finite_at_lowest(name, attributes):
                return self.atom(*words, form.key)
            return self._map(words, [form])

        return self._each(one, value)

    def normalised(
        self, name: str, attributes: Sequence[tuple[str, float]], value: Array, axes: tuple[int, ...]
    ) -> Array:
        """An unknown function of a number and of how often each form occurs: the order does not matter.

        Minus infinity may be one of the others where the map has a number nevertheless, and what is no number may not.
        """
        rows = np.moveaxis(value, axes, range(-len(axes), 0))
        made = np.empty(rows.shape, dtype=object)
        for place in np.ndindex(rows.shape[: -len(axes)]):
            forms = [self.of(form) for form in rows[place].flat]
            lost = [form for form in forms if form.is_missing and not (form.is_lowest and name in RESILIENT)]
            counted = frozenset(Counter(form.key for form in forms).items())
            made[place] = self._each(
                lambda form, c=counted, lost=lost: self._map((name, tuple(attributes), c), [form], lost), rows[place]
            )
        return np.moveaxis(made, range(-len(axes), 0), axes)

    def response(self, attributes: Sequence[tuple[str, float]], value: Array) -> Array:
        made = np.empty(value.shape, dtype=object)
        for row, *place in np.ndindex(len(value), *value.shape[2:]):
            column = [self.of(form) for form in value[(row, slice(None), *place)]]
            for channel, form in enumerate(column):
                made[(row, channel, *place)] = form * self._map(("lrn", tuple(attributes), channel), column)
        return made

    def sloped(self, value: Array, slope: Array) -> Array:
        if self.activation == "relu":
            minus, zeros = self.constant(Fraction(-1)), self.zeros(value)
            parts = [self.highest([x, zeros], lambda v, low: v) for x in (value, self.product(value, minus))]
            return self.total([parts[0], self.product(minus, self.product(slope, parts[1]))])
        keeps = self.activation != "any"

        def one(form: Poly, by: Poly) -> Poly:
            return form if keeps and not form.terms else self._map(("sloped",), [form, by])

        return self._each(one, *np.broadcast_arrays(*_fitted([value, slope])))

    def inverse_root(self, value: Array, epsilon: float) -> Array:
        return self._each(lambda form: self._map(("inverse root", epsilon), [form]), value)

    # ------------------------------------------------------------------------------------------------ the largest

    def highest(self, values: Sequence[Array], reads: Reads) -> Array:
        """The set of what is read; a set of one form is that form, and one of none is minus infinity."""
        first, *rest = reads(values, -np.inf)
        return reduce(lambda a, b: self._each(self._larger, a, b), rest, self._each(self.of, first))

    def _larger(self, one: Poly, other: Poly) -> Poly:
        found = self._set(one) | self._set(other)
        self.allowance.spend(len(found))
        if any((NOTHING,) in form.terms for form in found):
            return Poly({(NOTHING,): Fraction(1)}, self.allowance)
        if len(found) < 2:
            return next(iter(found), self.of(-np.inf))
        made = self.atom("largest", frozenset(form.key for form in found))
        self.members[next(iter(made.terms))[0]] = found
        return made

    def _set(self, form: Poly) -> frozenset[Poly]:
        """What it is the largest of; itself, when it is no such atom."""
        monomial = next(iter(form.terms), ())
        if len(form.terms) != 1 or len(monomial) != 1 or form.terms[monomial] != 1:
            return frozenset([form])
        return frozenset() if monomial[0] == LOWEST else self.members.get(monomial[0], frozenset([form]))


def _fitted(parts: Sequence[Array]) -> list[Array]:
    """Arrays with as many axes, so that the row is the first of each."""
    most = max(part.ndim for part in parts)
    return [part.reshape(len(part), *(1,) * (most - part.ndim), *part.shape[1:]) for part in parts]


def same_forms(left: Network, right: Network, weights: Weights = "symbolic", activation: Activation = "any") -> bool:
    """Whether all outputs have the same normal forms.  Raises ``NotSupported`` where these are too long."""
    work = sum(prod(work_of(network, node)) for network in (left, right) for node in network.nodes if node.inputs)
    check("error=0", work, MAX_TERMS, "products", "leave error=0 out, or compare at a smaller size")
    algebra = Exact(weights, activation)
    a, b = interpret(left, algebra), interpret(right, algebra)
    forms = [[algebra.of(form) for form in value.flat] for value in (*a, *b)]
    if any(any((NOTHING,) in form.terms for form in value) for value in forms):
        got = "an output that minus infinity was added to, of a window of padding only"
        raise NotSupported("error=0", "outputs that are numbers", got, "pad with numbers in front of sums and products")
    return [value.shape for value in a] == [value.shape for value in b] and forms[: len(a)] == forms[len(a) :]
