"""Where to cut a block, so that its parts may meet blocks of the other side.

v < c*q             where the range of v ends past a multiple of c
0 <= a, b <= a      where a div b or a mod b of a factor changes its quotient
lo <= v, ...        where a block of the other side begins or ends, or by a guard of it
v = c*u + r         an index in two, where the other side has c*u + .., or the block itself v div c or v mod c
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import product as cartesian

from symstride.proof.kernel.polynomials import constant, normal
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, make, substitute, var
from symstride.proof.language.syntax import at_most, below, equal, variable
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
)
from symstride.proof.tactics.prover.carrying import index_equations, pairings
from symstride.proof.tactics.prover.cases import cut_block, in_two
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.deltas import reduce
from symstride.proof.tactics.prover.indices import solve
from symstride.proof.tactics.prover.polynomials import (
    divide,
    linear,
    mentions,
    quotients,
    signed,
    term_of,
    unit,
)
from symstride.proof.tactics.rewriting import (
    right,
    trans,
)


def ways_to_cut(ctx: Context, b: SumBlock, others: Sequence[SumBlock]) -> Iterator[Callable[[], Theorem]]:
    """Ways to cut the block, so that it may meet one of the others."""
    strides = list(dict.fromkeys([*_periods(b), *(found for other in others for found in _strides(ctx, b, other))]))
    rests = [below(var(v), end) for v, c in strides for end in [_last_multiple(b, v, c)] if end is not None]
    known = [(v, c) for v, c in strides if c.tag == "num"]
    for v, c in known:
        yield partial(_reduced, ctx, b, v, c)
    found = [*_wraps(ctx, b), *(f for other in others for f in conditions(ctx, b, other)), *rests]
    for f in sorted(dict.fromkeys(found), key=lambda f: len(quotients(f))):
        yield partial(cut_block, ctx, b, f)
    for v, c in (pair for pair in strides if pair not in known):
        yield partial(_reduced, ctx, b, v, c)


def _reduced(ctx: Context, b: SumBlock, v: str, c: Term) -> Theorem:
    eq = in_two(ctx, b, v, c)
    return trans(eq, reduce(ctx, right(eq)))


def _wraps(ctx: Context, b: SumBlock) -> Iterator[Term]:
    """0 <= a and b <= a for every a div b and a mod b in a factor: where the quotient changes."""
    for _, x, c in dict.fromkeys(q for part in b.factors for q in quotients(part)):
        for f in (at_most(0, x), at_most(c, x)):
            yield from _open(ctx, f, b.facts)


def _periods(b: SumBlock) -> Iterator[tuple[str, Term]]:
    """(v, c) where the block mentions v + .. div c or mod c and the range of v is some periods long."""
    for v, (_, x, c) in cartesian(b.names, (q for part in (*b.guards, *b.factors) for q in quotients(part))):
        line = linear(normal(x), v)
        q, rest = divide(normal(b.range_of(v)[1]), normal(c))
        if line is not None and unit(line[0]) and q and not rest and q != constant(1) and not mentions(c, *b.names):
            yield v, c


def _strides(ctx: Context, L: SumBlock, R: SumBlock) -> Iterator[tuple[str, Term]]:
    """(v, c) where v of L is c*u + rest for an index u of R, if their factors pair up."""
    for pairs in pairings(L.factors, R.factors):
        ctx.budget.spend(4)
        for x, y in (e for f, g in pairs for e in index_equations(f, g)):
            for v, u in cartesian(L.names, R.names):
                mine, yours = linear(normal(x), v), linear(normal(y), u)
                if mine is not None and yours is not None and unit(mine[0]) and not unit(yours[0]):
                    c = signed(yours[0])[1]
                    if len(c) == 1 and not mentions(term_of(c), *R.names):
                        yield v, term_of(c)


def _last_multiple(b: SumBlock, v: str, c: Term) -> Term | None:
    """The greatest multiple of c that the end of v's range shows, if that is not the end itself."""
    q, rest = divide(normal(b.range_of(v)[1]), normal(c))
    return make("mul", c, term_of(q)) if q and rest else None


def conditions(ctx: Context, L: SumBlock, R: SumBlock) -> Iterator[Term]:
    """Formulas a <= b that L lacks to be carried into R: its ranges, guards and indices at the values for them."""
    for pairs in pairings(L.factors, R.factors):
        ctx.budget.spend(40)
        equations = [e for f, g in pairs for e in index_equations(f, g)]
        phi = solve(ctx, equations, R, L)
        if phi is None:
            continue
        put = {variable(u): e for u, e in phi.items()}
        for formula in [*R.facts, *(equal(x, y) for x, y in equations)]:
            yield from _open(ctx, substitute(formula, put), L.facts)


def _open(ctx: Context, formula: Term, facts: Sequence[Term]) -> Iterator[Term]:
    """The inequalities in the formula that do not follow and are not excluded."""
    a, b = formula.args
    sides = [(a, b)] if formula.tag == "le" else [(a, b), (b, a)]
    for x, y in sides:
        f = at_most(x, y)
        if normal(x) != normal(y) and not ctx.holds(f, facts) and not ctx.holds(below(y, x), facts):
            yield f
