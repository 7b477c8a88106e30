"""Solving for indices: from w[i] against w[s*u + r], i = s*u + r backwards: u = i div s and r = i mod s.

Given equations between integer terms in known indices V and unknown ones U, values for U in terms of V:

    c = +-1:   c*u + t = 0                        u = -+t
    radix:     h*q + r = t,  0 <= r < h           r = t mod h,  q = t div h  and on with q
    division:  c*u = t                            u = t div c
    rotation:  (c*u + t) mod m = e, A*c + B*m = 1    u = (A*(e - t)) mod m     (c = 1 needs no A)
    residues:  u mod p = e, u mod q = f, A*p + B*q = 1    u = (A*p*f + B*q*e) mod (p*q)     Chinese remainders
    u div c and u mod c are two unknowns, put together again in the end

Indices that no equation mentions are paired by the lengths of their ranges.  Nothing is proved here: ``carrying``
tries the values.
"""

from __future__ import annotations

from collections.abc import Sequence
from itertools import permutations

from symstride.proof.kernel.polynomials import Polynomial, add_polynomials, constant, multiply_polynomials, normal
from symstride.proof.kernel.terms import Term, make, minus, num, plus, substitute, var
from symstride.proof.language.syntax import variable
from symstride.proof.tactics.prover.blocks import Block
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.polynomials import (
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


def solve(ctx: Context, equations: Sequence[tuple[Term, Term]], U: Block, V: Block) -> dict[str, Term] | None:
    """A value in V's indices for every index of U, such that the equations hold; None if no way is seen.

    Equations among the guards of U and V count too.
    """
    system = _System(ctx, equations, U, V)
    while system.unknown and any(rule() for rule in system.rules):
        pass
    return system.answer()


class _System:
    """Equations row = 0, the values found, and the names that are still unknown."""

    def __init__(self, ctx: Context, equations: Sequence[tuple[Term, Term]], U: Block, V: Block) -> None:
        self.ctx, self.U, self.V = ctx, U, V
        self.rows = [normal(minus(y, x)) for x, y in equations]
        self.rows += [difference(g) for g in (*U.guards, *V.guards) if g.tag == "eq"]
        self.unknown = list(U.names)
        self.found: dict[str, Term] = {}
        self.ranges: dict[str, tuple[Term, Term]] = dict(zip(U.names, U.ranges))
        self.parts: list[tuple[str, str, str, Term]] = []
        """(u, q, r, t) for u = t, an expression in q and r, where u enters by a quotient q and a remainder r."""
        self.free = self._not_mentioned()
        self.rules = (
            self._unit,
            self._remainders,
            self._rotation,
            self._division,
            self._radix,
            self._as_long,
            self._as_two,
            self._half,
            self._any,
        )
        for u in U.names:
            self._in_two(u)

    def _in_two(self, u: str) -> None:
        """Where X div c occurs, or X mod c in a guard, X = u + rest or rest - u: two unknowns, X = c*q + r."""
        terms = [term_of(row) for row in self.rows]
        pairs = [(X, c) for t in terms for tag, X, c in quotients(t) if tag == "div"]
        pairs += [(X, c) for g in self.U.guards if g.tag == "eq" for _, X, c in quotients(g)]
        for X, c in dict.fromkeys(pairs):
            line = linear(normal(X), u)
            if line is None or unit(line[0]) is None or mentions(plus(c, term_of(line[1])), *self.U.names):
                continue
            q, r = self.ctx.fresh(), self.ctx.fresh()
            rest = term_of(line[1])
            whole = plus(make("mul", c, var(q)), var(r))
            value = minus(whole, rest) if unit(line[0]) == 1 else minus(rest, whole)
            for n, t in enumerate(terms):
                t = replaced(replaced(t, make("div", X, c), var(q)), make("mod", X, c), var(r))
                self.rows[n] = normal(substitute(t, {variable(u): value}))
            self.parts.append((u, q, r, value))
            self.unknown.remove(u)
            self.unknown += [q, r]
            self.ranges[r] = (num(0), c)
            return

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
        for row, here in self._linear_rows():
            for r in here:
                c, rest = linear(row, r) or ((), ())
                h = self._below(r)
                if len(here) < 2 or not unit(c) or h is None:
                    continue
                rest = rest if unit(c) == 1 else negated(rest)
                others = tuple((m, k) for m, k in rest if mentions(term_of(((m, k),)), *here))
                t = negated(add_polynomials(rest, others, -1))  # r + others = t
                q, left_over = divide(others, h)
                if left_over:
                    continue
                T, H = term_of(t), term_of(h)
                self._settle(r, make("mod", T, H))
                self.rows.append(add_polynomials(q, normal(make("div", T, H)), -1))
                return True
        return False

    def _mod_rows(self) -> list[tuple[str, Polynomial, Term, Polynomial]]:
        """(u, X, m, e) for every row that says X mod m = e, X mentioning the one unknown u and m, e none."""
        out = []
        for row in self.rows:
            here = self._here(row)
            for tag, X, m in quotients(term_of(row)):
                if tag != "mod" or len(here) != 1 or mentions(m, here[0]):
                    continue
                z = "hole_"
                line = linear(normal(replaced(term_of(row), make("mod", X, m), var(z))), z)
                if line is None or not unit(line[0]) or mentions(term_of(line[1]), here[0]):
                    continue
                e = negated(line[1]) if unit(line[0]) == 1 else line[1]
                out.append((here[0], normal(X), m, e))
        return out

    def _rotation(self) -> bool:
        for u, X, m, e in self._mod_rows():
            line = linear(X, u)
            if line is None or u not in self.U.names:
                continue
            inverse = constant(unit(line[0]) or 0) if unit(line[0]) else self._inverse(line[0], normal(m))
            lo, hi = self.U.range_of(u)
            if inverse is None or normal(minus(hi, lo)) != normal(m):
                continue
            value = multiply_polynomials(inverse, add_polynomials(e, line[1], -1))
            shifted = make("mod", term_of(add_polynomials(value, normal(lo), -1)), m)
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
        rows = [row for row in self._mod_rows() if linear(row[1], row[0]) == (constant(1), ())]
        for (u, _, p, e), (v, _, q, f) in permutations(rows, 2):
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

    def _not_mentioned(self) -> list[tuple[Term, Term, Term | None]]:
        """(index or part of one, lo, hi) for V's indices that no equation mentions as they are.

        Where only X div c is mentioned, X = v + rest, X mod c is free, and the other way round.
        """
        out: list[tuple[Term, Term, Term | None]] = []
        terms = [term_of(row) for row in self.rows]
        for v, (lo, hi) in zip(self.V.names, self.V.ranges):
            here = [t for t in terms if mentions(t, v)]
            seen = {(X, c): tag for t in here for tag, X, c in quotients(t) if _is_shift(X, v)}
            if not here:
                out.append((var(v), lo, hi))
            elif len(seen) == 1:
                ((X, c), tag), *_ = seen.items()
                if not any(mentions(replaced(t, make(tag, X, c), num(0)), v) for t in here):
                    out.append((make("mod", X, c), num(0), c) if tag == "div" else (make("div", X, c), num(0), None))
        return out

    def _length(self, lo: Term, hi: Term) -> Polynomial:
        return normal(substitute(minus(hi, lo), {variable(u): t for u, t in self.found.items()}))

    def _undetermined(self) -> list[str]:
        """Unknowns with a range."""
        return [u for u in self.unknown if u in self.ranges]

    def _take(self, u: str, value: Term, *used: tuple[Term, Term, Term | None]) -> bool:
        self.free = [x for x in self.free if x not in used]
        return self._settle(u, term_of(normal(value)))

    def _as_long(self) -> bool:
        """u runs over as many values as v."""
        for u in self._undetermined():
            lo, hi = self.ranges[u]
            for x in (*self.free, *self._unused()):
                v, start, end = x
                if end is not None and self._length(lo, hi) == self._length(start, end):
                    return self._take(u, plus(v, minus(lo, start)), x)
        return False

    def _unused(self) -> list[tuple[Term, Term, Term | None]]:
        """(v, lo, hi) for V's indices that no value names alone."""
        rows = [(var(v), lo, hi) for v, (lo, hi) in zip(self.V.names, self.V.ranges)]
        return [row for row in rows if row[0] not in self.found.values()]

    def _as_two(self) -> bool:
        """u runs over as many values as v and w together: u = len(w)*v + w."""
        for u in self._undetermined():
            lo, hi = self.ranges[u]
            for one, other in permutations(self.free, 2):
                (v, start, end), (w, start2, end2) = one, other
                if end is None or end2 is None:
                    continue
                n = self._length(start2, end2)
                if multiply_polynomials(self._length(start, end), n) == self._length(lo, hi):
                    value = plus(make("mul", term_of(n), minus(v, start)), minus(w, start2))
                    return self._take(u, plus(lo, value), one, other)
        return False

    def _half(self) -> bool:
        """u and w together run over as many values as v: u = v div len(w), w = v mod len(w)."""
        for u, w in permutations(self._undetermined(), 2):
            (lo, hi), (lo2, hi2) = self.ranges[u], self.ranges[w]
            n = self._length(lo2, hi2)
            for x in self.free:
                v, start, end = x
                if end is not None and multiply_polynomials(self._length(lo, hi), n) == self._length(start, end):
                    whole = term_of(normal(minus(v, start)))
                    self._take(u, plus(lo, make("div", whole, term_of(n))), x)
                    return self._take(w, plus(lo2, make("mod", whole, term_of(n))))
        return False

    def _any(self) -> bool:
        """What is left, in order."""
        for u in self.unknown:
            for x in self.free:
                v, start, _ = x
                lo = self.ranges[u][0] if u in self.ranges else num(0)
                return self._take(u, plus(v, minus(lo, start)), x)
        return False

    # ------------------------------------------------------------ in the end

    def answer(self) -> dict[str, Term] | None:
        for u, q, r, t in self.parts:
            if q not in self.found or r not in self.found:
                return None
            put = {variable(q): self.found.pop(q), variable(r): self.found.pop(r)}
            self.found[u] = term_of(normal(substitute(t, put)))
        values = {u: substitute(t, {variable(v): x for v, x in self.found.items()}) for u, t in self.found.items()}
        return None if self.unknown or any(mentions(t, *self.U.names) for t in values.values()) else values


def _is_shift(X: Term, v: str) -> bool:
    line = linear(normal(X), v)
    return line is not None and unit(line[0]) is not None
