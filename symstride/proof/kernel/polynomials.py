"""The polynomial normal form of terms: what ``rules.ring`` and ``rules.cone`` calculate with."""

from __future__ import annotations

from itertools import count
from typing import Any, Final, TypeAlias
from weakref import WeakValueDictionary

from symstride.proof.kernel.terms import METER, Term, require

MAX_POLYNOMIAL: Final = 1_000
"""Most monomials of a normal form, most bits of one coefficient."""
MAX_FACTORS: Final = 50_000
"""Most factors that are written down while two normal forms are multiplied."""


class Atom:
    """An interned indivisible factor of a normal form: a variable, an entry, a bracket, a sum, ...

    ``form`` is a tag followed by normal forms, so equal forms mean equal values; atoms are ordered by ``serial``.
    """

    __slots__ = ("form", "serial", "__weakref__")

    def __init__(self, form: tuple[Any, ...], serial: int) -> None:
        self.form, self.serial = form, serial

    def __lt__(self, other: Atom) -> bool:
        return self.serial < other.serial


Monomial: TypeAlias = tuple[tuple[Atom, int], ...]
"""Atoms with exponents >= 1, sorted by serial; () is the monomial 1."""
Polynomial: TypeAlias = tuple[tuple[Monomial, int], ...]
"""Monomials with non-zero coefficients, sorted; () is 0.  Equal polynomials are equal in every commutative ring,
and, when no coefficient is negative, in every commutative semiring."""

_ATOMS: WeakValueDictionary[tuple[Any, ...], Atom] = WeakValueDictionary()
_SERIALS = count()


def _atom(*form: Any) -> Polynomial:
    known = _ATOMS.get(form)
    atom = known if known is not None else _ATOMS.setdefault(form, Atom(form, next(_SERIALS)))
    return ((((atom, 1),), 1),)


def _polynomial(coefficients: dict[Monomial, int]) -> Polynomial:
    METER.spend(len(coefficients) + sum(map(len, coefficients)))
    small = all(c.bit_length() <= MAX_POLYNOMIAL for c in coefficients.values())
    require(len(coefficients) <= MAX_POLYNOMIAL and small, "polynomial too large")
    return tuple(sorted((monomial, c) for monomial, c in coefficients.items() if c))


def constant(n: int) -> Polynomial:
    return (((), n),) if n else ()


def constant_value(p: Polynomial) -> int | None:
    """The number that the polynomial is, or None."""
    if p == ():
        return 0
    return p[0][1] if len(p) == 1 and p[0][0] == () else None


def add_polynomials(p: Polynomial, q: Polynomial, factor: int = 1) -> Polynomial:
    """p + factor*q."""
    total = dict(p)
    for monomial, c in q:
        total[monomial] = total.get(monomial, 0) + factor * c
    return _polynomial(total)


def multiply_polynomials(p: Polynomial, q: Polynomial) -> Polynomial:
    require(len(p) * len(q) <= MAX_POLYNOMIAL, "polynomial too large")
    factors = len(q) * sum(len(m) for m, _ in p) + len(p) * sum(len(m) for m, _ in q)
    require(factors <= MAX_FACTORS, "polynomial too large")
    METER.spend(len(p) * len(q) + factors)
    total: dict[Monomial, int] = {}
    for left, c in p:
        for right, d in q:
            powers = dict(left)
            for atom, exponent in right:
                powers[atom] = powers.get(atom, 0) + exponent
            product = tuple(sorted(powers.items()))
            total[product] = total.get(product, 0) + c * d
    return _polynomial(total)


def normal(term: Term) -> Polynomial:
    """The polynomial normal form of an integer, a scalar or a map (of its body).

    Folded: div and mod of two numbers, a bracket whose two sides differ by a number.  Left alone, because false
    somewhere: a div a = 1 (at 0), 1 + 1 = 1 (in Z), a nonempty guess about ranges; left to derivation, though true:
    [P]*[P] = [P], an empty sum = 0.

    The term remembers its normal form together with the work it was, parts included, and that is charged every time.
    """
    if term._form is not None:
        METER.spend(term._form[1])
        known: Polynomial = term._form[0]
        return known
    before = METER.work
    METER.spend(1)
    polynomial = _normal(term)
    object.__setattr__(term, "_form", (polynomial, METER.work - before))
    return polynomial


def _normal(term: Term) -> Polynomial:
    tag, args = term.tag, term.args
    match tag:
        case "num" | "nat":
            return constant(args[0])
        case "add":
            return add_polynomials(normal(args[0]), normal(args[1]))
        case "mul":
            return multiply_polynomials(normal(args[0]), normal(args[1]))
        case "div" | "mod":
            return _normal_quotient(tag, normal(args[0]), normal(args[1]))
        case "bracket":
            return _normal_bracket(args[0])
    # var, bound, entry, apply, sum, map, use: the node over its parts' normal forms; a definition is itself
    return _atom(tag, *(normal(x) if type(x) is Term and x.sort != "D" else x for x in args))


def _normal_quotient(tag: str, p: Polynomial, q: Polynomial) -> Polynomial:
    x, y = constant_value(p), constant_value(q)
    if x is None or y is None:
        return _atom(tag, p, q)
    quotient = x // y if y else 0
    return constant(quotient if tag == "div" else x - y * quotient)


def _normal_bracket(formula: Term) -> Polynomial:
    left, right = formula.args
    difference = add_polynomials(normal(right), normal(left), -1)
    n = constant_value(difference)
    if n is not None:
        return constant(int(n == 0 if formula.tag == "eq" else n >= 0))
    if formula.tag == "eq" and difference[0][1] < 0:  # [a = b] and [b = a] meet; for <= this would be wrong
        difference = tuple((monomial, -c) for monomial, c in difference)
    return _atom("bracket", formula.tag, difference)
