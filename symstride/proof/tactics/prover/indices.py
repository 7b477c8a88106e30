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
        self.below: dict[str, Polynomial] = {u: normal(hi) for u, (lo, hi) in zip(U.names, U.ranges) if lo is num(0)}
        """hi for unknowns with 0 <= u < hi."""
        self.parts: list[tuple[str, str, str, Term]] = []
        """u = c*q + r for the u that enter as u div c and u mod c."""
        self.rules = (self._unit, self._remainders, self._rotation, self._division, self._radix)
        for u in U.names:
            self._in_two(u)

    def _in_two(self, u: str) -> None:
        terms = [term_of(row) for row in self.rows]
        tags: dict[Term, set[str]] = {}
        for tag, x, c in (q for t in terms for q in quotients(t)):
            if x is var(u) and not mentions(c, *self.U.names):
                tags.setdefault(c, set()).add(tag)
        c = next((c for c, seen in tags.items() if "div" in seen), None)
        if c is None:
            return
        q, r = self.ctx.fresh(), self.ctx.fresh()
        whole = plus(make("mul", c, var(q)), var(r))
        for n, t in enumerate(terms):
            t = replaced(replaced(t, make("div", var(u), c), var(q)), make("mod", var(u), c), var(r))
            self.rows[n] = normal(substitute(t, {variable(u): whole}))
        self.parts.append((u, q, r, c))
        self.unknown.remove(u)
        self.unknown += [q, r]
        self.below[r] = normal(c)

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
                h = self.below.get(r)
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

    # ------------------------------------------------------------ in the end

    def answer(self) -> dict[str, Term] | None:
        for u, q, r, c in self.parts:
            if q in self.found and r in self.found:
                whole = plus(make("mul", c, self.found.pop(q)), self.found.pop(r))
                self.found[u] = term_of(normal(whole))
                continue
            for part in (q, r):
                self.found.pop(part, None)
                self.unknown = [v for v in self.unknown if v != part]
            self.unknown.append(u)
        self._by_length()
        unsolved = self.unknown or any(mentions(t, *self.U.names) for t in self.found.values())
        return None if unsolved else self.found

    def _by_length(self) -> None:
        """Indices that nothing determines: as long as one of V's, or as two, or half of one."""
        used = set(self.found.values())
        free = [v for v in self.V.names if not any(mentions(t, v) for t in used)]

        def length(block: Block, name: str) -> tuple[Polynomial, Term]:
            lo, hi = block.range_of(name)
            put = {variable(u): t for u, t in self.found.items()} if block is self.U else {}
            return normal(substitute(minus(hi, lo), put)), substitute(lo, put)

        for u in list(self.unknown):
            size, lo = length(self.U, u)
            for v in free:
                other, start = length(self.V, v)
                if size == other:
                    self._settle(u, term_of(normal(plus(var(v), minus(lo, start)))))
                    free.remove(v)
                    break
        for u in list(self.unknown):
            size, lo = length(self.U, u)
            for v, w in permutations(free, 2):
                (one, start), (other, start2) = length(self.V, v), length(self.V, w)
                if multiply_polynomials(one, other) == size:
                    whole = plus(make("mul", term_of(other), minus(var(v), start)), minus(var(w), start2))
                    self._settle(u, term_of(normal(plus(lo, whole))))
                    free = [x for x in free if x not in (v, w)]
                    break
        for u, w in permutations(self.unknown, 2):
            if u not in self.unknown or w not in self.unknown:
                continue
            (one, lo), (other, lo2) = length(self.U, u), length(self.U, w)
            for v in free:
                size, start = length(self.V, v)
                if multiply_polynomials(one, other) == size:
                    x, n = term_of(normal(minus(var(v), start))), term_of(other)
                    self._settle(u, term_of(normal(plus(lo, make("div", x, n)))))
                    self._settle(w, term_of(normal(plus(lo2, make("mod", x, n)))))
                    free.remove(v)
                    break
