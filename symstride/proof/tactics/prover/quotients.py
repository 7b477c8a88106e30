"""Quotients and remainders made simple.

For b >= 1 (and c >= 1), wherever the conditions follow from the facts at hand:

    (b*q + r) div b = q               (b*q + r) mod b = r                      0 <= r < b, r up to one b away
    a div b = q                       a mod b = r                              a = b*q + r, 0 <= r < b is given
    (b*q + r) div b = q + r div b     (b*q + r) mod b = r mod b                any r
    (c*t + r) div (c*b) = t div b     (c*t + r) mod (c*b) = c*(t mod b) + r    0 <= r < c: radix form
    (x div c) div b = x div (c*b)
    m*(x mod c) inside ``.. div b`` and ``.. mod b`` is m*x - m*c*(x div c), where b divides m*c
    x*y inside ``.. mod b`` is reduced by a given equation, such as A*p = 1 - B*q where b = q

Each is one lemma on the uniqueness of quotient and remainder.  What remains is bounded: with b*c <= x also
c <= x div b, and with x < b*c also x div b < c.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from math import gcd
from typing import Protocol

from symstride.proof.kernel.polynomials import Polynomial, add_polynomials, constant, multiply_polynomials, normal
from symstride.proof.kernel.rules import Theorem, cone, ring
from symstride.proof.kernel.terms import Term, make, minus, num, plus
from symstride.proof.language.syntax import at_most, below
from symstride.proof.lemmas.arithmetic import (
    div_unique,
    mod_unique,
    nested_quotient,
    quotient_high,
    quotient_low,
    shift_quotient,
    shift_remainder,
)
from symstride.proof.tactics.inequalities import HOLE, antisymmetric
from symstride.proof.tactics.prover.polynomials import (
    common_monomial,
    difference,
    divide,
    in_order,
    linear,
    negated,
    quotients,
    replaced,
    term_of,
    unit,
)
from symstride.proof.tactics.rewriting import apply_lemma, congruent, law, left, replace_all, right, symmetric, trans


class Knowledge(Protocol):
    """What a simplification may ask: facts on integers."""

    equations: Sequence[Theorem]

    def positive(self, b: Term) -> Theorem | None:
        """1 <= b, if that follows."""

    def quick(self, goal: Term) -> Theorem | None:
        """The formula, if a short search finds it."""


def by_equations(a: Term, b: Term, *equations: tuple[Term, Theorem]) -> Theorem:
    """a = b, where a - b is the sum of the p*(c - d) for the given p and theorems c = d; ``KernelError`` otherwise."""
    back = tuple((make("mul", num(-1), p), theorem) for p, theorem in equations)
    return antisymmetric(cone(at_most(a, b), (), back), cone(at_most(b, a), (), equations))


def simplified_quotient(q: Term, known: Knowledge) -> Theorem | None:
    """q = q' by the first of the laws above that applies; None if none does.  q is ``a div b`` or ``a mod b``."""
    positive = known.positive(q.args[1])
    if positive is None:
        return None
    for rule in (_inner_remainder, _reduced, _whole, _radix, _nested, _solved, _shifted):
        found = rule(q, positive, known)
        if found is not None and right(found) is not q:
            return found
    return None


def _inside(q: Term, equation: Theorem) -> Theorem:
    """a div b = a' div b from a = a', a' tidy; the same for mod."""
    moved = congruent(equation, lambda z: make(q.tag, z, q.args[1]))
    b = q.args[1]
    tidy = make(q.tag, term_of(normal(right(equation))), b)
    return trans(moved, ring(right(moved), tidy))


def _inner_remainder(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """m*(x mod c) inside the dividend, m*c a multiple of b, is m*x - m*c*(x div c)."""
    a, b = q.args
    for tag, x, c in reversed(quotients(a)):
        line = linear(normal(replaced(a, make(tag, x, c), make("var", HOLE))), HOLE) if tag == "mod" else None
        if line is not None and divide(multiply_polynomials(line[0], normal(c)), normal(b))[1] == ():
            old, new = make("mod", x, c), minus(x, make("mul", c, make("div", x, c)))
            equation = by_equations(old, new, (num(-1), law("division", a=x, b=c)))
            return _inside(q, replace_all(a, equation))
    return None


def _reduced(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """The dividend of a remainder, reduced by a known equation."""
    a, b = q.args
    if q.tag != "mod":
        return None
    p, divisor = normal(a), normal(b)
    for equation in known.equations:
        D = difference(equation.concl)
        for monomial, c in in_order(D):
            if abs(c) != 1 or not monomial:
                continue
            times, _ = divide(p, ((monomial, c),))
            if times == ():
                continue
            smaller = add_polynomials(p, multiply_polynomials(times, D), -1)
            if _degree(smaller, divisor) < _degree(p, divisor):
                return _inside(q, by_equations(a, term_of(smaller), (term_of(times), equation)))
    return None


def _solved(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """The same where an equation says a = b*Q + R with 0 <= R < b."""
    a, b = q.args
    p = normal(a)
    for equation in known.equations:
        D = difference(equation.concl)
        for monomial, c in in_order(D):
            times = divide(p, ((monomial, c),))[0] if abs(c) == 1 and monomial else ()
            if times == ():
                continue
            Q, R = map(term_of, divide(add_polynomials(p, multiply_polynomials(times, D), -1), normal(b)))
            answer = Q if q.tag == "div" else R
            if R is a or not set(quotients(answer)) <= set(quotients(a)):
                continue
            whole = by_equations(a, plus(make("mul", b, Q), R), (term_of(times), equation))
            found = _unique(q, Q, R, positive, known, whole)
            if found is not None:
                return found
    return None


def _degree(p: Polynomial, divisor: Polynomial) -> int:
    """The degrees of all monomials that the divisor does not divide."""
    _, rest = divide(p, divisor)
    return sum(1 + sum(exponent for _, exponent in monomial) for monomial, _ in rest)


def _whole(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """(b*Q + R) div b = Q and (b*Q + R) mod b = R; R may be up to one b away from what the division leaves."""
    a, b = q.args
    quotient, rest = divide(normal(a), normal(b))
    for n in (0, 1, -1):
        Q = term_of(add_polynomials(quotient, constant(n)))
        R = term_of(add_polynomials(rest, normal(b), -n))
        found = _unique(q, Q, R, positive, known)
        if found is not None:
            return found
    return None


def _unique(
    q: Term, Q: Term, R: Term, positive: Theorem, known: Knowledge, whole: Theorem | None = None
) -> Theorem | None:
    """a div b = Q or a mod b = R, where 0 <= R < b is found, from a = b*Q + R, which is ``ring`` unless given."""
    a, b = q.args
    low = known.quick(at_most(0, R))
    high = None if low is None else known.quick(below(R, b))
    if low is None or high is None:
        return None
    whole = whole or ring(a, plus(make("mul", b, Q), R))
    rule = div_unique() if q.tag == "div" else mod_unique()
    return apply_lemma(rule, {"b": b, "x": a, "q": Q, "r": R}, facts=[positive, low, high, whole])


def _radix(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """(c*t + r) div (c*N) = t div N and (c*t + r) mod (c*N) = c*(t mod N) + r, where 0 <= r < c."""
    a, b = q.args
    p, divisor = normal(a), normal(b)
    for c in _divisors(p, divisor):
        (N, none), (t, r) = divide(divisor, c), divide(p, c)
        if none or t == () or unit(N) == 1 or unit(c) == 1:
            continue
        C, T, M, R = map(term_of, (c, t, N, r))
        one, other = known.positive(C), known.positive(M)
        if one is None or other is None:
            continue
        inner = _unique(make("div", a, C), T, R, one, known)  # a div C = T
        if inner is None:
            continue
        flat = apply_lemma(nested_quotient(), {"x": a, "a": C, "b": M}, facts=[one, other])
        quotient = trans(symmetric(flat), _divided(inner, M))
        quotient = trans(ring(make("div", a, b), left(quotient)), quotient)
        if q.tag == "div":
            return quotient
        value = plus(make("mul", C, make("mod", T, M)), R)
        steps = (
            (num(-1), law("division", a=a, b=b)),
            (make("mul", num(-1), b), quotient),
            (C, law("division", a=T, b=M)),
        )
        return by_equations(q, value, *steps)
    return None


def _divided(equation: Theorem, b: Term) -> Theorem:
    """s div b = t div b, from s = t."""
    return congruent(equation, lambda z: make("div", z, b))


def _divisors(p: Polynomial, divisor: Polynomial) -> Iterator[Polynomial]:
    """Proper monomial factors of the divisor: what it shares with the dividend or with parts of it."""
    seen = []
    for monomial, k in in_order(p):
        ((shared, _),) = common_monomial(((monomial, 1),), divisor)
        for n in (gcd(k, *(c for _, c in divisor)), 1):
            if ((shared, n),) not in seen:
                seen.append(((shared, n),))
                yield ((shared, n),)


def _nested(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """(x div c) div b = x div (c*b)."""
    a, b = q.args
    if q.tag != "div" or a.tag != "div":
        return None
    x, c = a.args
    inner = known.positive(c)
    if inner is None:
        return None
    flat = apply_lemma(nested_quotient(), {"x": x, "a": c, "b": b}, facts=[inner, positive])
    return trans(flat, ring(right(flat), make("div", x, term_of(normal(right(flat).args[1])))))


def _shifted(q: Term, positive: Theorem, known: Knowledge) -> Theorem | None:
    """(b*Q + R) div b = Q + R div b and (b*Q + R) mod b = R mod b."""
    a, b = q.args
    quotient, rest = divide(normal(a), normal(b))
    if quotient == ():
        return None
    Q, R = term_of(quotient), term_of(rest)
    rule = shift_quotient() if q.tag == "div" else shift_remainder()
    equation = apply_lemma(rule, {"b": b, "x": Q, "c": R}, facts=[positive])
    return trans(congruent(ring(a, left(equation).args[0]), lambda y: make(q.tag, y, b)), equation)


# ------------------------------------------------------------------------------------------------ laws of quotients


def laws(q: Term, known: Knowledge) -> list[Theorem]:
    """a = b*(a div b) + a mod b, and 1 <= b and 0 <= a mod b < b where that is known, for a quotient or remainder q."""
    a, b = q.args
    out = [law("division", a=a, b=b)]
    positive = known.positive(b)
    if positive is not None:
        out += [positive] if b.tag == "mul" else []
        out += [apply_lemma(law(name, a=a, b=b), facts=[positive]) for name in ("mod_low", "mod_high")]
    return out


def bounds(q: Term, facts: Sequence[Theorem], known: Knowledge) -> list[Theorem]:
    """c <= a div b and a div b < c, for every c with b*c <= a or a < b*c among the facts, and for c = 0."""
    a, b = q.args
    positive = known.positive(b)
    if positive is None:
        return []
    out = []
    low = known.quick(at_most(0, a))
    if low is not None:
        zero = cone(at_most(make("mul", b, num(0)), a), ((1, (low,)),), ())
        out.append(apply_lemma(quotient_low(), {"b": b, "x": a, "c": 0}, facts=[positive, zero]))
    A, divisor = normal(a), normal(b)
    for fact in facts:
        if fact.concl.tag != "le" or fact.concl.free.isdisjoint(a.free):
            continue
        D = negated(difference(fact.concl))  # D >= 0
        above, rest = divide(add_polynomials(add_polynomials(D, A), (((), 1),)), divisor)
        if rest == () and above != () and above != normal(make("div", a, b)):
            C = term_of(above)
            bound = cone(below(a, make("mul", b, C)), ((1, (fact,)),), ())
            out.append(apply_lemma(quotient_high(), {"b": b, "x": a, "c": C}, facts=[positive, bound]))
        under, rest = divide(add_polynomials(A, D, -1), divisor)
        if rest == () and under != () and under != normal(make("div", a, b)):
            C = term_of(under)
            bound = cone(at_most(make("mul", b, C), a), ((1, (fact,)),), ())
            out.append(apply_lemma(quotient_low(), {"b": b, "x": a, "c": C}, facts=[positive, bound]))
    return out
