"""Carrying a block to another by a bijection of their indices.

Two blocks  sum_V [P]*F  and  sum_U [Q]*G  whose factors pair up: equal factors have equal indices, which gives
equations between V and U; solved both ways they give U = phi(V) and V = psi(U).  Then

    sum_V [P]*F  =  sum_V sum_U [P]*[U = phi]*G        each u is picked out of its range; F = G(phi) under P
                 =  sum_U sum_V [P]*[U = phi]*G        sums are exchanged
                 =  sum_U sum_V [Q]*[V = psi]*G        each side's formulas follow from the other's
                 =  sum_U [Q]*G                        each v is picked out of its range

so that nothing is assumed of phi and psi but what is proved on the way: they map ranges and guards into each other, and
each is the inverse of the other.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from itertools import islice, permutations
from typing import Final, TypeAlias

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, rewrite, ring
from symstride.proof.kernel.terms import VARIABLE, KernelError, Key, Term, make, substitute, var
from symstride.proof.language.syntax import ONE, at_most, below, bracket, equal, product, totals, variable
from symstride.proof.lemmas.sums import pick_index, push_factor, swap_sums
from symstride.proof.tactics.calculation import Moved
from symstride.proof.tactics.inequalities import HOLE
from symstride.proof.tactics.prover.blocks import SumBlock, body_of, factors_of, read_block
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.guards import all_guarded
from symstride.proof.tactics.prover.indices import solve
from symstride.proof.tactics.prover.polynomials import mentions
from symstride.proof.tactics.rewriting import (
    at_argument,
    beginning,
    congruent,
    ending,
    is_one,
    left,
    reflexive,
    right,
    symmetric,
    then,
    trans,
    under,
)

MOST_PAIRINGS: Final = 48
"""So many ways to pair equal factors are tried."""
MOST_RENAMED: Final = 3
"""So many indices are tried in every order."""
Pairs: TypeAlias = list[tuple[Term, Term]]
Values: TypeAlias = dict[str, Term]


def carry(ctx: Context, left: Term, right: Term) -> Theorem:
    """left = right, two blocks, by a bijection of indices; ``KernelError`` when none is found."""
    L, R = read_block(ctx, left, "i"), read_block(ctx, right, "j")
    for phi, psi in bijections(ctx, L, R):
        try:
            eq = by_bijection(ctx, L, R, phi, psi)
        except KernelError:
            continue
        values = tuple((u, e) for u, e in (*phi.items(), *psi.items()) if e.tag != "var")
        ctx.moved.append(Moved(L.names, R.names, values))
        return eq
    raise KernelError("no bijection of indices was found")


def bijections(ctx: Context, L: SumBlock, R: SumBlock) -> Iterator[tuple[Values, Values]]:
    """Candidates (phi, psi): one for each way to pair the factors, then equal ranges as they stand."""
    for pairs in pairings(L.factors, R.factors):
        ctx.budget.spend(40)
        equations = [e for f, g in pairs for e in index_equations(f, g)]
        simple = [(ctx.simplified(x, L.facts), ctx.simplified(y, R.facts)) for x, y in equations]
        for rows in (equations, simple) if simple != equations else (equations,):
            phi = solve(ctx, rows, R, L)
            psi = None if phi is None else solve(ctx, [(y, x) for x, y in rows], L, R)
            if phi is not None and psi is not None:
                yield phi, psi
    for same in _renamings(L, R):
        yield {u: var(v) for v, u in same.items()}, {v: var(u) for v, u in same.items()}


def _renamings(L: SumBlock, R: SumBlock) -> Iterator[dict[str, str]]:
    """{v: u}: by ranges, then in any order if no factor mentions some index."""
    first = _same_ranges(L, R)
    if first:
        yield first
    if len(L.names) == len(R.names) <= MOST_RENAMED and _unmentioned(L) and _unmentioned(R):
        for names in permutations(R.names):
            renamed = dict(zip(L.names, names))
            if renamed != first:
                yield renamed


def _unmentioned(b: SumBlock) -> bool:
    """Is there an index that no factor mentions?"""
    return any(not any(mentions(f, v) for f in b.factors) for v in b.names)


def _same_ranges(L: SumBlock, R: SumBlock) -> dict[str, str]:
    """{v: u}, the indices paired by their ranges, in order; empty if that cannot be."""
    left_over, out = list(R.names), {}
    for v, bounds in zip(L.names, L.ranges):
        u = next((u for u in left_over if list(map(normal, R.range_of(u))) == list(map(normal, bounds))), None)
        if u is None:
            return {}
        left_over.remove(u)
        out[v] = u
    return {} if left_over else out


# ------------------------------------------------------------------------------------------------ pairing factors


def pairings(fs: Sequence[Term], gs: Sequence[Term]) -> Iterator[Pairs]:
    """The ways to pair factors with the same heads, those in order first."""
    heads = list(dict.fromkeys(map(_head, fs)))
    groups = [([f for f in fs if _head(f) == h], [g for g in gs if _head(g) == h]) for h in heads]
    if len(fs) != len(gs) or any(len(a) != len(b) for a, b in groups):
        return
    for choice in islice(_orders([b for _, b in groups]), MOST_PAIRINGS):
        yield [pair for (a, _), b in zip(groups, choice) for pair in zip(a, b)]


def _orders(groups: Sequence[Sequence[Term]]) -> Iterator[tuple[tuple[Term, ...], ...]]:
    """Each group in some order, one after the other, as they are asked for."""
    if not groups:
        yield ()
        return
    for first in permutations(groups[0]):
        for rest in _orders(groups[1:]):
            yield (first, *rest)


def _head(f: Term) -> object:
    """What two factors must share to be equal: the tensor or the function."""
    return (f.tag, f.args[0], len(f.args)) if f.tag in ("entry", "apply") else f


def index_equations(f: Term, g: Term) -> Pairs:
    """The indices of the first and of the second, which are equal if the factors are meant to be."""
    if f.tag == "entry":
        return list(zip(f.args[1:], g.args[1:]))
    if f.tag == "apply":
        fs, gs = factors_of(f.args[1]), factors_of(g.args[1])
        if [_head(x) for x in fs] == [_head(y) for y in gs]:
            return [e for x, y in zip(fs, gs) for e in index_equations(x, y)]
    return []


def same_product(ctx: Context, s: Term, t: Term, facts: Sequence[Term]) -> Theorem:
    """s = t, products of the same factors in some order, whose indices are equal by the facts."""
    if normal(s) == normal(t):
        return ring(s, t)
    for pairs in pairings(factors_of(s), factors_of(t)):
        try:
            return ending(_pairwise(ctx, s, pairs, facts), t)
        except KernelError:
            continue
    raise KernelError(f"{s} is not {t}")


def _pairwise(ctx: Context, s: Term, pairs: Pairs, facts: Sequence[Term]) -> Theorem:
    eq = ring(s, product(*(f for f, _ in pairs)))
    for n, (f, g) in enumerate(pairs):
        one = _same_factor(ctx, f, g, facts)
        if left(one) is not right(one):
            before, after = [y for _, y in pairs[:n]], [x for x, _ in pairs[n + 1 :]]
            eq = trans(eq, _one_replaced(one, before, after))
    return eq


def _one_replaced(equation: Theorem, before: Sequence[Term], after: Sequence[Term]) -> Theorem:
    """before*s*after = before*t*after, from s = t."""
    return congruent(equation, lambda z: product(*before, z, *after))


def _same_factor(ctx: Context, f: Term, g: Term, facts: Sequence[Term]) -> Theorem:
    if f.tag == "apply":
        inner = ctx.same(ctx.under(facts), f.args[1], g.args[1])
        return congruent(inner, lambda z: make("apply", f.args[0], z))
    eq = reflexive(f)
    for n, (x, y) in enumerate(zip(f.args[1:], g.args[1:]), start=1):
        if x is not y:
            same = ring(x, y) if normal(x) == normal(y) else ctx.prove(equal(x, y), facts)
            eq = trans(eq, _index_replaced(right(eq), n, same))
    return eq


def _index_replaced(t: Term, n: int, same: Theorem) -> Theorem:
    """The entry t with its n-th index, the left side, replaced by the right side."""
    return at_argument(n, lambda _: same)(t)


# ------------------------------------------------------------------------------------------------ the bijection


def _common(L: SumBlock, R: SumBlock, phi: Values, psi: Values) -> dict[str, str]:
    """{v: u} for the indices v of L that are simply indices u of R, with the same range, on which no range depends."""
    names = (*L.names, *R.names)
    out = {}
    for u, bounds in zip(R.names, R.ranges):
        v = phi[u].args[0] if phi[u].tag == "var" else None
        if v in L.names and psi[v] is var(u) and not any(mentions(x, *names) for x in bounds):
            same = [normal(x) == normal(y) for x, y in zip(bounds, L.range_of(v))]
            if all(same) and L.movable(v) and R.movable(u):
                out[v] = u
    return {v: out[v] for v in L.names if v in out}


def _outwards(ctx: Context, b: SumBlock, names: Sequence[str]) -> tuple[Theorem, SumBlock]:
    """The block with these indices, whose ranges depend on nothing, outermost and in this order."""
    order, eq = list(b.names), reflexive(b.term)
    for n, name in enumerate(names):
        for j in reversed(range(n, order.index(name))):
            eq = trans(eq, under([ctx.fresh() for _ in range(j)], swap_sums)(right(eq)))
            order[j : j + 2] = order[j + 1], order[j]
    ranges = tuple(b.range_of(name) for name in order)
    return eq, SumBlock(tuple(order), ranges, b.guards, b.factors)


def by_bijection(ctx: Context, L: SumBlock, R: SumBlock, phi: Values, psi: Values) -> Theorem:
    """L = R by U = phi(V) and V = psi(U).  Indices that are merely renamed stay outside, the others are carried."""
    renamed = _common(L, R, phi, psi)
    forth, L = _outwards(ctx, L, list(renamed))
    back, R = _outwards(ctx, R, list(renamed.values()))
    put = {variable(u): var(v) for v, u in renamed.items()}
    n = len(renamed)
    ranges = tuple((substitute(lo, put), substitute(hi, put)) for lo, hi in R.ranges[n:])
    inner = SumBlock(R.names[n:], ranges, *(tuple(substitute(t, put) for t in part) for part in (R.guards, R.factors)))
    phi = {u: phi[u] for u in inner.names}
    psi = {v: substitute(psi[v], put) for v in L.names[n:]}
    outer = L.bounds[: 2 * n]
    carried = _Carry(ctx, outer, SumBlock(L.names[n:], L.ranges[n:], L.guards, L.factors), inner, phi, psi).theorem()
    middle = under(L.names[:n], lambda body: beginning(body, carried))(L.term)
    return trans(forth, middle, beginning(right(middle), symmetric(back)))


class _Carry:
    """One attempt: L = R by U = phi(V) and V = psi(U), under the facts ``outer``."""

    def __init__(self, ctx: Context, outer: Sequence[Term], L: SumBlock, R: SumBlock, phi: Values, psi: Values) -> None:
        self.ctx, self.L, self.R, self.phi, self.psi = ctx, L, R, phi, psi
        self.forth, self.back = [*outer, *L.facts], [*outer, *R.facts]

    def theorem(self) -> Theorem:
        L, R = self.L, self.R
        F, G = (product(*block.factors) if block.factors else ONE for block in (L, R))
        A = [*L.guards, *(equal(var(u), self.phi[u]) for u in R.names)]
        B = [*R.guards, *(equal(var(v), self.psi[v]) for v in L.names)]
        spread = self._spread(R, self.phi, G, F, self.forth, L.guards)
        eq = under(L.names, lambda body: beginning(body, spread))(L.term)
        for k in range(len(R.names)):
            for j in reversed(range(k, len(L.names) + k)):
                eq = trans(eq, under([self.ctx.fresh() for _ in range(j)], swap_sums)(right(eq)))
        there = self._absorbed(A, B, G, self.phi, self.forth)
        here = self._absorbed(B, A, G, self.psi, self.back)
        turn = trans(there, ring(right(there), right(here)), symmetric(here))
        eq = trans(eq, under([*R.names, *L.names], lambda body: beginning(body, turn))(right(eq)))
        other = self._spread(L, self.psi, G, G, self.back, R.guards)
        close = under(R.names, lambda body: beginning(body, other))(R.term)
        return trans(eq, beginning(right(eq), symmetric(close)))

    def _spread(
        self, U: SumBlock, phi: Values, G: Term, same: Term, facts: Sequence[Term], guards: Sequence[Term]
    ) -> Theorem:
        """[P]*same = sum_U [P]*[U = phi]*G, where same = G(phi) under facts that include P."""
        t = G
        for u, bounds in reversed(list(zip(U.names, U.ranges))):
            t = totals([(u, *bounds)], product(bracket(equal(var(u), phi[u])), t))
        eq = reflexive(t)
        for u in U.names:
            lo, hi, _ = right(eq).args
            inside = [self.ctx.prove(f, facts) for f in (at_most(lo, phi[u]), below(phi[u], hi))]
            eq = trans(eq, pick_index(*inside)(right(eq)))
        eq = symmetric(trans(eq, same_product(self.ctx, right(eq), same, facts)))
        eq = beginning(product(*map(bracket, guards), same), all_guarded(guards, eq))
        if U.names:
            start = make("mul", product(*map(bracket, guards)) if guards else ONE, t)
            eq = trans(eq, ring(right(eq), start), _sunk(start, U.names))
        deltas = [equal(var(u), phi[u]) for u in U.names]
        final = body_of([*guards, *deltas], [G] if G is not ONE else [])
        return trans(eq, under(U.names, lambda body: ring(body, final))(right(eq)))

    def _absorbed(
        self, A: Sequence[Term], B: Sequence[Term], G: Term, values: Values, facts: Sequence[Term]
    ) -> Theorem:
        """[A]*G = [A]*[B]*G: each formula of B follows from those of A, among them u = value for every value."""
        eq = reflexive(G)
        for formula in reversed(B):
            put = {variable(u): t for u, t in values.items()}
            fact = _put_back(self.ctx.prove(substitute(formula, put), facts), formula, values)
            eq = trans(eq, symmetric(_times_one(is_one(fact), right(eq))))
        eq = all_guarded(A, eq)
        whole = product(*map(bracket, (*A, *B)), G)
        return beginning(product(*map(bracket, A), G), ending(eq, whole))


def _times_one(one: Theorem, t: Term) -> Theorem:
    """From c = 1, c*t = t."""
    return ending(congruent(one, lambda z: make("mul", z, t)), t)


def _sunk(t: Term, names: Sequence[str]) -> Theorem:
    """a*(sum_u [..]*(sum_v ..)) = sum_u sum_v a*[..]*.., down to the body."""
    if not names:
        return reflexive(t)

    def inside(body: Term) -> Theorem:
        a, (delta, rest) = body.args[0], body.args[1].args
        start = make("mul", make("mul", a, delta), rest)
        return trans(ring(body, start), _sunk(start, names[1:]))

    return then(push_factor, under([names[0]], inside))(t)


def _put_back(theorem: Theorem, formula: Term, values: Mapping[str, Term]) -> Theorem:
    """The formula, from the theorem that says it with values for the indices, under u = value for each."""
    used = [(u, t) for u, t in values.items() if (u, VARIABLE) in formula.free]
    hole: Key = (HOLE, VARIABLE)
    for n, (u, t) in enumerate(used):
        later = {variable(w): value for w, value in used[n + 1 :]}
        template = substitute(formula, {**later, variable(u): make("var", hole[0])})
        theorem = rewrite(symmetric(assume(equal(var(u), t))), theorem, template, hole)
    return theorem
