"""Solving for indices: from w[i] against w[s*u + r], i = s*u + r backwards: u = i div s and r = i mod s.

Given equations between integer terms in known indices V and unknown ones U, values for U in terms of V:

    c = +-1:   c*u + t = 0                        u = -+t
    radix:     h*q + r = t,  0 <= r < h           r = t mod h,  q = t div h  and on with q
    division:  c*u = t                            u = t div c
    rotation:  (c*u + h*x + t) mod (h*n) = e, A*c + B*h = 1    u = (A*(e - t)) mod h     (c = 1 needs no A)
    residues:  u mod p = e, u mod q = f, A*p + B*q = 1    u = (A*p*f + B*q*e) mod (p*q)     Chinese remainders
    u div c and u mod c are two unknowns, put together again in the end

Indices that no equation mentions are paired by the lengths of their ranges.  Nothing is proved here: ``carrying``
tries the values.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from itertools import permutations
from itertools import product as cartesian
from typing import TypeAlias

from symstride.proof.kernel.polynomials import (
    Polynomial,
    add_polynomials,
    constant,
    constant_value,
    multiply_polynomials,
    normal,
)
from symstride.proof.kernel.terms import Term, make, minus, num, plus, substitute, var
from symstride.proof.language.syntax import at_most, below, variable
from symstride.proof.tactics.inequalities import HOLE
from symstride.proof.tactics.prover.blocks import SumBlock
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.polynomials import (
    common_monomial,
    difference,
    divide,
    linear,
    mentions,
    negated,
    not_negative,
    quotients,
    replaced,
    signed,
    term_of,
    unit,
)


def solve(ctx: Context, equations: Sequence[tuple[Term, Term]], U: SumBlock, V: SumBlock) -> dict[str, Term] | None:
    """A value in V's indices for every index of U, such that the equations hold; None if no way is seen.

    Equations among the guards of U and V count too.
    """
    system = _System(ctx, equations, U, V)
    while system.unknown and any(rule() for rule in system.rules):
        pass
    return system.answer()


Free: TypeAlias = tuple[Term, list[tuple[Term, Term]]]
"""An index of V, or a part of one, with its ranges as far as they are known, the one that is written first."""


class _System:
    """Equations row = 0, the values found, and the names that are still unknown."""

    def __init__(self, ctx: Context, equations: Sequence[tuple[Term, Term]], U: SumBlock, V: SumBlock) -> None:
        self.ctx, self.U, self.V = ctx, U, V
        rows = [normal(minus(y, x)) for x, y in equations]
        factors = [common_monomial(row) for row in rows]  # c*row = 0, where c mentions no index: row = 0
        own = [not mentions(term_of(c), *U.names, *V.names) for c in factors]
        self.rows = [divide(row, c)[0] if apart else row for row, c, apart in zip(rows, factors, own)]
        self.equations = len(self.rows)
        self.rows += [difference(g) for g in (*U.guards, *V.guards) if g.tag == "eq"]
        self.unknown = list(U.names)
        self.found: dict[str, Term] = {}
        self.ranges: dict[str, tuple[Term, Term]] = dict(zip(U.names, U.ranges))
        self.parts: list[tuple[str, str, str, Term]] = []
        """(u, q, r, t) for u = t, an expression in q and r, where u enters by a quotient q and a remainder r."""
        self.digits: list[Term] = []
        """0 <= r and r < c for every such remainder."""
        self.free = self._not_mentioned()
        self.rules = (
            self._unit,
            self._in_two,
            self._remainders,
            self._rotation,
            self._division,
            self._radix,
            self._as_long,
            self._as_two,
            self._half,
            self._short_remainder,
            self._any,
        )

    def _in_two(self) -> bool:
        """Where X div c occurs, or X mod c in a guard, X = u + rest or rest - u: two unknowns, X = c*q + r."""
        terms = [term_of(row) for row in self.rows]
        pairs = [(X, c) for t in terms for tag, X, c in quotients(t) if tag == "div"]
        pairs += [(X, c) for t in terms[self.equations :] for _, X, c in quotients(t)]
        for u, (X, c) in cartesian(self.unknown, dict.fromkeys(pairs)):
            line = linear(normal(X), u)
            if line is not None and unit(line[0]) and not mentions(plus(c, term_of(line[1])), *self.unknown):
                self._digits(u, X, c, *line)
                return True
        return False

    def _digits(self, u: str, X: Term, c: Term, slope: Polynomial, rest: Polynomial) -> None:
        """X = slope*u + rest = c*q + r, with new unknowns q and 0 <= r < c."""
        q, r = self.ctx.fresh(), self.ctx.fresh()
        whole = plus(make("mul", c, var(q)), var(r))
        value = minus(whole, term_of(rest)) if unit(slope) == 1 else minus(term_of(rest), whole)
        self.digits += [at_most(0, var(r)), below(var(r), c)]
        for n, row in enumerate(self.rows):
            t = replaced(replaced(term_of(row), make("div", X, c), var(q)), make("mod", X, c), var(r))
            t = substitute(t, {variable(u): value})
            self.rows[n] = normal(self.ctx.simplified(t, self.digits))
        self.parts.append((u, q, r, value))
        self.unknown.remove(u)
        self.unknown += [q, r]
        self.ranges[r] = (num(0), c)

    def _below(self, u: str) -> Polynomial | None:
        """hi if 0 <= u < hi is known of the unknown."""
        lo, hi = self.ranges.get(u, (num(-1), num(0)))
        return normal(hi) if not_negative(lo) else None

    def _settle(self, u: str, value: Term) -> bool:
        put = {variable(u): value}
        self.found = {v: substitute(t, put) for v, t in self.found.items()} | {u: value}
        self.unknown.remove(u)
        self.rows = [normal(substitute(term_of(row), put)) for row in self.rows]
        return True

    def _here(self, row: Polynomial) -> list[str]:
        t = term_of(row)
        return [u for u in self.unknown if mentions(t, u)]

    def _linear_rows(self) -> list[tuple[Polynomial, list[str]]]:
        """The rows that are linear in every unknown that they mention."""
        rows = [(row, self._here(row)) for row in self.rows]
        return [(row, here) for row, here in rows if here and all(linear(row, u) for u in here)]

    # ------------------------------------------------------------ rules; each answers whether it did something

    def _unit(self) -> bool:
        for row, here in self._linear_rows():
            c, rest = linear(row, here[0]) or ((), ())
            if len(here) == 1 and unit(c):
                return self._settle(here[0], term_of(negated(rest) if unit(c) == 1 else rest))
        return False

    def _division(self) -> bool:
        for row, here in self._linear_rows():
            if len(here) == 1:
                c, rest = linear(row, here[0]) or ((), ())
                sign, c = signed(c)
                return self._settle(here[0], make("div", term_of(negated(rest) if sign == 1 else rest), term_of(c)))
        return False

    def _radix(self) -> bool:
        return self._split(lambda r, others: self._below(r))

    def _short_remainder(self) -> bool:
        """The same where r may run over fewer values than the coefficient of q."""

        def coefficient(r: str, others: Polynomial) -> Polynomial | None:
            lines = [linear(others, u) for u in self.unknown if u != r]
            return next((signed(line[0])[1] for line in lines if line is not None and len(line[0]) == 1), None)

        return self._split(coefficient)

    def _split(self, modulus: Callable[[str, Polynomial], Polynomial | None]) -> bool:
        """h*q + r = t: r = t mod h and q = t div h, for the modulus h of some r."""
        for row, here in self._linear_rows():
            for r in here:
                c, rest = linear(row, r) or ((), ())
                rest = rest if unit(c) == 1 else negated(rest)
                others = tuple((m, k) for m, k in rest if mentions(term_of(((m, k),)), *here))
                h = modulus(r, others)
                if len(here) < 2 or not unit(c) or h is None or mentions(term_of(h), *here):
                    continue
                t = negated(add_polynomials(rest, others, -1))  # r + others = t
                q, left_over = divide(others, h)
                if left_over or constant_value(h) == 1:
                    continue
                T, H = term_of(t), term_of(h)
                self._settle(r, make("mod", T, H))
                self.rows.append(add_polynomials(q, normal(make("div", T, H)), -1))
                return True
        return False

    def _mod_rows(self) -> list[tuple[list[str], Polynomial, Term, Polynomial]]:
        """(here, X, m, e) for every row that says X mod m = e, where X mentions the unknowns here and m, e none."""
        out = []
        for row in self.rows:
            here = self._here(row)
            for tag, X, m in quotients(term_of(row)):
                z = HOLE
                line = linear(normal(replaced(term_of(row), make("mod", X, m), var(z))), z) if tag == "mod" else None
                if here and line and unit(line[0]) and not mentions(plus(m, term_of(line[1])), *here):
                    out.append((here, normal(X), m, negated(line[1]) if unit(line[0]) == 1 else line[1]))
        return out

    def _rotation(self) -> bool:
        """(c*u + others) mod m = e, where h divides m and the others but for t: c*u = e - t mod h, lo <= u < lo + h."""
        for here, X, m, e in self._mod_rows():
            for u in (u for u in here if u in self.U.names):
                line, (lo, hi) = linear(X, u), self.U.range_of(u)
                if line is None:
                    continue
                h = normal(minus(hi, lo))
                others = tuple((k, n) for k, n in line[1] if mentions(term_of(((k, n),)), *here))
                inverse = constant(unit(line[0]) or 0) if unit(line[0]) else self._inverse(line[0], h)
                if inverse is None or divide(others, h)[1] or divide(normal(m), h)[1]:
                    continue
                t = add_polynomials(line[1], others, -1)
                value = multiply_polynomials(inverse, add_polynomials(e, t, -1))
                shifted = make("mod", term_of(add_polynomials(value, normal(lo), -1)), term_of(h))
                return self._settle(u, shifted if lo is num(0) else plus(lo, shifted))
        return False

    def _inverse(self, c: Polynomial, m: Polynomial) -> Polynomial | None:
        """A with A*c + B*m = 1 among the hypotheses."""
        for D in self._ones():
            A, _ = divide(D, c)
            rest = add_polynomials(D, multiply_polynomials(A, c), -1)
            if A and divide(rest, m)[1] == constant(-1):
                return A
        return None

    def _ones(self) -> list[Polynomial]:
        """D for every hypothesis D + 1 = 1, with the sign that makes it ... - 1 = 0."""
        found = [difference(f) for f in self.ctx.given if f.tag == "eq" and f.args[0].sort == "I"]
        return [D if dict(D).get(()) == -1 else negated(D) for D in found if dict(D).get(()) in (1, -1)]

    def _remainders(self) -> bool:
        rows = [row for row in self._mod_rows() if linear(row[1], row[0][0]) == (constant(1), ())]
        for ((u, *_), _, p, e), ((v, *_), _, q, f) in permutations(rows, 2):
            P, Q = normal(p), normal(q)
            if u != v or u not in self.unknown:
                continue
            A, B = self._inverse(P, Q), self._inverse(Q, P)
            if A is None or B is None:
                continue
            one = multiply_polynomials(multiply_polynomials(A, P), f)
            other = multiply_polynomials(multiply_polynomials(B, Q), e)
            whole = make("mod", term_of(add_polynomials(one, other)), term_of(multiply_polynomials(P, Q)))
            return self._settle(u, whole)
        return False

    # ------------------------------------------------------------ indices that nothing determines

    def _not_mentioned(self) -> list[Free]:
        """V's indices that no equation mentions as they are.

        Where only X div c is mentioned, X = v + rest, X mod c is free, and the other way round.
        """
        out: list[Free] = []
        terms = [term_of(row) for row in self.rows]
        for v in self.V.names:
            here = [t for t in terms if mentions(t, v)]
            seen = {(X, c): tag for t in here for tag, X, c in quotients(t) if _is_shift(X, v)}
            if not here:
                out.append((var(v), self.V.spans(v)))
            elif len(seen) == 1:
                ((X, c), tag), *_ = seen.items()
                if not any(mentions(replaced(t, make(tag, X, c), num(0)), v) for t in here):
                    out.append((make("mod", X, c), [(num(0), c)]) if tag == "div" else (make("div", X, c), []))
        return out

    def _unused(self) -> list[Free]:
        """V's indices that no value names alone."""
        return [(var(v), self.V.spans(v)) for v in self.V.names if var(v) not in self.found.values()]

    def _length(self, lo: Term, hi: Term) -> Polynomial:
        return normal(substitute(minus(hi, lo), {variable(u): t for u, t in self.found.items()}))

    def _undetermined(self) -> list[str]:
        """Unknowns with a range."""
        return [u for u in self.unknown if u in self.ranges]

    def _span(self, u: str) -> list[tuple[Term, Term]]:
        """The ranges of an unknown, as far as they are known."""
        return self.U.spans(u) if u in self.U.names else [self.ranges[u]]

    def _take(self, u: str, value: Term, *used: Term) -> bool:
        self.free = [(v, spans) for v, spans in self.free if v not in used]
        return self._settle(u, term_of(normal(value)))

    def _as_long(self) -> bool:
        """u runs over as many values as v, by the ranges that are written, or else by what else is known of them."""
        for candidates, most in cartesian((self.free, self._unused()), (1, None)):
            for u, (v, spans) in cartesian(self._undetermined(), candidates):
                for (lo, hi), (start, end) in cartesian(self._span(u)[:most], spans[:most]):
                    if self._length(lo, hi) == self._length(start, end):
                        return self._take(u, plus(v, minus(lo, start)), v)
        return False

    def _as_two(self) -> bool:
        """u runs over as many values as v and w together: u = len(w)*v + w."""
        for u in self._undetermined():
            lo, hi = self.ranges[u]
            for (v, spans), (w, others) in permutations(self.free, 2):
                for (start, end), (start2, end2) in zip(spans[:1], others[:1]):
                    n = self._length(start2, end2)
                    if multiply_polynomials(self._length(start, end), n) == self._length(lo, hi):
                        value = plus(make("mul", term_of(n), minus(v, start)), minus(w, start2))
                        return self._take(u, plus(lo, value), v, w)
        return False

    def _half(self) -> bool:
        """u and w together run over as many values as v: u = v div len(w), w = v mod len(w)."""
        for u, w in permutations(self._undetermined(), 2):
            (lo, hi), (lo2, hi2) = self.ranges[u], self.ranges[w]
            n = self._length(lo2, hi2)
            for v, spans in self.free:
                for start, end in spans[:1]:
                    if multiply_polynomials(self._length(lo, hi), n) == self._length(start, end):
                        whole = term_of(normal(minus(v, start)))
                        self._take(u, plus(lo, make("div", whole, term_of(n))), v)
                        return self._take(w, plus(lo2, make("mod", whole, term_of(n))))
        return False

    def _any(self) -> bool:
        """What is left, in order."""
        for u, (v, _) in cartesian(self.unknown, self.free):
            return self._take(u, v, v)
        return False

    # ------------------------------------------------------------ in the end

    def answer(self) -> dict[str, Term] | None:
        for u, q, r, t in reversed(self.parts):
            if q not in self.found or r not in self.found:
                return None
            put = {variable(q): self.found.pop(q), variable(r): self.found.pop(r)}
            self.found[u] = term_of(normal(substitute(t, put)))
        values = {u: substitute(t, {variable(v): x for v, x in self.found.items()}) for u, t in self.found.items()}
        return None if self.unknown or any(mentions(t, *self.U.names) for t in values.values()) else values


def _is_shift(X: Term, v: str) -> bool:
    line = linear(normal(X), v)
    return line is not None and unit(line[0]) is not None
