"""What equations say about quotients and remainders.

    c*u = t                               t mod c = 0
    x mod c = e                           x = c*(x div c) + e,  (x - e) mod c = 0,  (x - e) div c = x div c
    (p*y + t) mod c = e, A*p + B*c = 1    y = c*(..) + A*(e - t):  p has the inverse A modulo c
    x mod p = e, x mod q = f,
        A*p + B*q = 1                     x = p*q*(..) + A*p*f + B*q*e:  Chinese remainders

On the left what is given, on the right what follows; nothing is asked of numbers but that divisors are positive where
a remainder is said to be 0.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import permutations
from math import gcd
from typing import NamedTuple

from symstride.proof.kernel.polynomials import (
    Polynomial,
    add_polynomials,
    constant,
    constant_value,
    multiply_polynomials,
    normal,
)
from symstride.proof.kernel.rules import Theorem, cone, ring
from symstride.proof.kernel.terms import Term, make, minus, num, plus
from symstride.proof.language.syntax import at_most, below, product
from symstride.proof.lemmas.arithmetic import div_unique, mod_unique
from symstride.proof.tactics.inequalities import HOLE
from symstride.proof.tactics.prover.polynomials import (
    common_monomial,
    difference,
    divide,
    in_order,
    linear,
    negated,
    quotients,
    replaced,
    signed,
    term_of,
    unit,
)
from symstride.proof.tactics.prover.quotients import Knowledge, by_equations
from symstride.proof.tactics.rewriting import apply_lemma, law


class Whole(NamedTuple):
    """x = c*q + e, as the theorem says."""

    theorem: Theorem
    x: Term
    c: Term
    q: Term
    e: Term


class Bezout(NamedTuple):
    """A*p + B*c = 1 for the modulus c: the theorem's left side minus its right side is turn*(Ap + B*c - 1)."""

    theorem: Theorem
    turn: int
    Ap: Polynomial
    B: Polynomial


def consequences(equations: Sequence[Theorem]) -> list[Theorem]:
    """More equations: x = c*q + e from x mod c = e, and what those say together with A*p + B*c = 1."""
    whole = [found for equation in equations for found in wholes(equation)]
    out = [found.theorem for found in whole]
    out += [found for one in whole for found in _inverse(one, equations)]
    out += [found for one, other in permutations(whole, 2) for found in _chinese(one, other, equations)]
    return out


def wholes(equation: Theorem) -> list[Whole]:
    """From x mod c = e: x = c*(x div c) + e."""
    out = []
    for _, x, c in (q for q in quotients(equation.concl) if q[0] == "mod"):
        found = _value(x, c, equation)
        if found is not None:
            sign, e = found
            q = make("div", x, c)
            steps = ((num(1), law("division", a=x, b=c)), (num(sign), equation))
            E = term_of(e)
            out.append(Whole(by_equations(x, plus(make("mul", c, q), E), *steps), x, c, q, E))
    return out


def _value(x: Term, c: Term, equation: Theorem) -> tuple[int, Polynomial] | None:
    """(sign, e), where the equation says sign*(x mod c - e) = 0; None if it says nothing like that."""
    hidden = replaced(minus(*equation.concl.args), make("mod", x, c), make("var", HOLE))
    line = linear(normal(hidden), HOLE)
    sign = None if line is None else unit(line[0])
    if line is None or sign is None:
        return None
    return sign, line[1] if sign == -1 else negated(line[1])


# ------------------------------------------------------------------------------------------------ coprime


def _bezout(c: Term, equations: Sequence[Theorem]) -> Iterator[Bezout]:
    for theorem in equations:
        D = difference(theorem.concl)
        turn = -dict(D).get((), 0)
        if abs(turn) == 1:
            B, rest = divide(D if turn == 1 else negated(D), normal(c))
            Ap = add_polynomials(rest, constant(1))
            if B and len(Ap) == 1:
                yield Bezout(theorem, turn, Ap, B)


def _numeral(k: int, c: Term) -> Iterator[Bezout]:
    """A*k + B*c = 1 for numbers without a common divisor."""
    if c.tag == "num" and c.args[0] > 1 and gcd(k, c.args[0]) == 1:
        n = c.args[0]
        A = pow(k, -1, n)
        B = (1 - A * k) // n
        one = ring(plus(num(A * k), make("mul", num(B), c)), num(1))
        yield Bezout(one, 1, constant(A * k), constant(B))


def _inverse(one: Whole, equations: Sequence[Theorem]) -> Iterator[Theorem]:
    """From p*y + t = c*q + e and A*p + B*c = 1: y = c*(A*q + B*y) + A*(e - t)."""
    x, e = normal(one.x), normal(one.e)
    numerals = [(found, constant(k)) for monomial, k in in_order(x) if monomial for found in _numeral(k, one.c)]
    for bezout, factor in [*numerals, *((found, found.Ap) for found in _bezout(one.c, equations))]:
        for p in dict.fromkeys(common_monomial(factor, ((monomial, 1),)) for monomial, _ in in_order(x)):
            p = factor if constant_value(factor) else p
            A, (y, t) = divide(bezout.Ap, p)[0], divide(x, p)
            if p == constant(1) or not A or not y:
                continue
            a, b, Y, rest = map(term_of, (A, bezout.B, y, add_polynomials(e, t, -1)))
            quotient = plus(make("mul", a, one.q), make("mul", b, Y))
            value = plus(make("mul", one.c, quotient), make("mul", a, rest))
            yield by_equations(Y, value, (a, one.theorem), (make("mul", num(-bezout.turn), Y), bezout.theorem))


def _chinese(one: Whole, other: Whole, equations: Sequence[Theorem]) -> Iterator[Theorem]:
    """From x = p*a + e, x = q*b + f and A*p + B*q = 1: x = p*q*(A*b + B*a) + A*p*f + B*q*e."""
    if normal(one.x) != normal(other.x):
        return
    for bezout in _bezout(other.c, equations):
        A, none = divide(bezout.Ap, normal(one.c))
        if none or not A:
            continue
        a, b = term_of(A), term_of(bezout.B)
        Ap, Bq = make("mul", a, one.c), make("mul", b, other.c)
        quotient = plus(make("mul", a, other.q), make("mul", b, one.q))
        value = plus(product(one.c, other.c, quotient), plus(make("mul", Ap, other.e), make("mul", Bq, one.e)))
        steps = ((Ap, other.theorem), (Bq, one.theorem), (make("mul", num(-bezout.turn), one.x), bezout.theorem))
        yield by_equations(one.x, value, *steps)


# ------------------------------------------------------------------------------------------------ exact quotients


def exact(equation: Theorem, known: Knowledge) -> list[Theorem]:
    """Remainders that the equation makes 0, and quotients that it makes exact."""
    out = [theorem for one in wholes(equation) for theorem in _exact_remainder(one, known)]
    for name in sorted(name for name, _ in equation.concl.free):
        found = _multiple_of(name, equation, known)
        if found is not None:
            out.append(found)
    return out


def _exact_remainder(one: Whole, known: Knowledge) -> list[Theorem]:
    """From x mod c = e: y mod c = 0 and y div c for y = x - e and y = e - x; from e = 0 more, where p*y = x."""
    positive = known.positive(one.c)
    if positive is None:
        return []
    e = normal(one.e)
    Y = add_polynomials(normal(one.x), e, -1)
    out = []
    for turn in (1, -1) if e else (-1,):
        y = term_of(Y if turn == 1 else negated(Y))
        q = one.q if turn == 1 else make("mul", num(-1), one.q)
        out += _multiple(one.c, q, by_equations(y, _times(one.c, q), (num(turn), one.theorem)), positive)
    if not e:
        for equation in _inverse(one, known.equations):
            y, value = equation.concl.args
            q = term_of(divide(normal(value), normal(one.c))[0])
            if normal(value) == multiply_polynomials(normal(one.c), normal(q)):
                out += _multiple(one.c, q, by_equations(y, _times(one.c, q), (num(1), equation)), positive)
    return out


def _times(c: Term, q: Term) -> Term:
    return plus(make("mul", c, q), num(0))


def _multiple(c: Term, q: Term, whole: Theorem, positive: Theorem) -> list[Theorem]:
    """From y = c*q + 0 and 1 <= c: y mod c = 0 and y div c = q."""
    zero, less = cone(at_most(0, 0), (), ()), cone(below(0, c), ((1, (positive,)),), ())
    values = {"b": c, "x": whole.concl.args[0], "q": q, "r": num(0)}
    return [apply_lemma(rule(), values, facts=[positive, zero, less, whole]) for rule in (mod_unique, div_unique)]


def _multiple_of(name: str, equation: Theorem, known: Knowledge) -> Theorem | None:
    """From c*u = t: t mod c = 0."""
    line = linear(difference(equation.concl), name)
    if line is None or unit(line[0]) or len(line[0]) != 1:
        return None
    sign, c = signed(line[0])
    rest = line[1] if sign == 1 else negated(line[1])  # c*name + rest = 0
    C, T = term_of(c), term_of(negated(rest))
    positive = known.positive(C)
    if positive is None:
        return None
    u = make("var", name)
    return _multiple(C, u, by_equations(T, _times(C, u), (num(-sign), equation)), positive)[0]
