"""Blocks by cases: cut in two by a formula, and sums of few terms written out.

    sum F  =  sum [a <= b]*F + sum [b < a]*F                         cutting
    sum_{c*lo <= v < c*hi} F(v)  =  sum_u sum_{0 <= r < c} F(c*u+r)  two indices, lo <= u < hi
    sum_{lo <= v < hi} F(v)  =  F(lo)                                guards and ranges leave v one value
    sum_{lo <= v < lo+3} F(v)  =  F(lo) + F(lo+1) + F(lo+2)          a short range of known length
    3*F  =  F + F + F                                                a number as a factor

Each is an equation between one block and a sum of blocks, for ``cutting`` to try.
"""

from __future__ import annotations

from collections.abc import Iterator
from functools import partial
from typing import Final

from symstride.proof.kernel.polynomials import constant_value, normal
from symstride.proof.kernel.rules import Theorem, ring
from symstride.proof.kernel.terms import Term, make, minus, num, plus, substitute, var
from symstride.proof.language.syntax import ONE, at_most, below, bracket, equal, product, variable
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
    body_of,
    cleaned,
    each,
    read_block,
    spread_sums,
    sum_of,
    to_inside,
)
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.deltas import pick, unmerge
from symstride.proof.tactics.prover.guards import all_guarded, decide
from symstride.proof.tactics.prover.polynomials import difference, linear, negated, term_of, unit
from symstride.proof.tactics.prover.quotients import by_equations
from symstride.proof.tactics.rewriting import (
    beginning,
    by_cases,
    congruent,
    ending,
    is_nothing,
    is_one,
    law,
    reflexive,
    right,
    symmetric,
    then,
    trans,
    under,
)

A_CUT: Final = 200
"""What a cut costs: it is followed by attempts."""
FEW: Final = 8
"""So many terms of one sum are written out."""


def cut_block(ctx: Context, b: SumBlock, f: Term) -> Theorem:
    """sum F = sum [f]*F + sum [not f]*F, both decided; f is a <= b and may mention the indices."""
    ctx.budget.spend(A_CUT)
    no, F = below(f.args[1], f.args[0]), b.body

    def goal(case: Theorem) -> Theorem:
        yes = case.concl is f
        zero = is_nothing(no if yes else f, case)
        first, second = (is_one(case), zero) if yes else (zero, is_one(case))
        one = congruent(first, lambda z: plus(make("mul", z, F), make("mul", bracket(no), F)))
        other = congruent(second, lambda z: plus(make("mul", right(first), F), make("mul", z, F)))
        return symmetric(ending(trans(one, other), F))

    split = by_cases(f, goal)

    def inner(body: Term) -> Theorem:
        eq = beginning(body, split)
        return ending(eq, plus(*(right(cleaned(part)) for part in right(eq).args)))

    def decided(t: Term) -> Theorem:
        return each(t, lambda part: decide(ctx, read_block(ctx, part)))

    return then(under(b.names, inner), lambda t: spread_sums(ctx, t), decided)(b.term)


def in_two(ctx: Context, b: SumBlock, v: str, c: Term) -> Theorem:
    """sum_{c*lo <= v < c*hi} F(v) = sum_{lo <= u < hi} sum_{0 <= r < c} F(c*u + r)."""
    ctx.budget.spend(A_CUT)
    whole = plus(make("mul", c, make("div", var(v), c)), make("mod", var(v), c))
    digits = by_equations(var(v), whole, (num(1), law("division", a=var(v), b=c)))
    moved = to_inside(ctx, b, v)
    names = (*(name for name in b.names if name != v), v)
    written = congruent(digits, lambda z: substitute(b.body, {variable(v): z}))
    eq = trans(moved, under(names, lambda body: beginning(body, written))(right(moved)))
    return trans(eq, unmerge(ctx, read_block(ctx, right(eq), names=names), v, c))


# ------------------------------------------------------------------------------------------------ few terms


def one_value(ctx: Context, t: Term) -> Theorem | None:
    """The block without an index that has one value only; None if there is none."""
    b = read_block(ctx, t)
    return ctx.first(*(partial(_at_value, ctx, b, v, e) for v in filter(b.movable, b.names) for e in _values(b, v)))


def _values(b: SumBlock, v: str) -> Iterator[Term]:
    """What may be the only value of an index: the start of a range of one; t div c where c*v <= t < c*v + c."""
    for lo, hi in b.spans(v):
        if constant_value(normal(minus(hi, lo))) == 1:
            yield lo
    for guard in b.guards:
        line = linear(difference(guard), v) if guard.tag == "le" else None
        if line is not None and unit(line[0]) is None and len(line[0]) == 1 and line[0][0][1] > 0:  # c*v <= t
            yield make("div", term_of(negated(line[1])), term_of(line[0]))


def _at_value(ctx: Context, b: SumBlock, v: str, e: Term) -> Theorem:
    """sum_v F(v) = F(e), where v = e follows from the ranges and guards."""
    delta = equal(var(v), e)
    rest = product(*b.factors) if b.factors else ONE
    one = ending(congruent(is_one(ctx.prove(delta, b.facts)), lambda z: make("mul", z, rest)), rest)
    marked = all_guarded(b.guards, symmetric(one))
    solved = SumBlock(b.names, b.ranges, (delta, *b.guards), b.factors)

    def inner(body: Term) -> Theorem:
        return ending(beginning(body, marked), body_of(solved.guards, solved.factors))

    eq = under(b.names, inner)(b.term)
    eq = trans(eq, pick(ctx, solved, delta, v, e))
    return trans(eq, decide(ctx, read_block(ctx, right(eq))))


def written_out(ctx: Context, t: Term) -> Theorem | None:
    """A block with a number as a factor, or with a short range of known length, as the sum of its terms; or None."""
    b = read_block(ctx, t)
    for f in b.factors:
        if f.tag == "nat" and 2 <= f.args[0] <= FEW:
            return _copies(ctx, b, f)
    for v in filter(b.movable, b.names):
        lengths = [(constant_value(normal(minus(hi, lo))), lo) for lo, hi in b.spans(v)]
        n, lo = min(((n, lo) for n, lo in lengths if n is not None), key=lambda pair: pair[0], default=(0, num(0)))
        if 2 <= n <= FEW:
            return _terms(ctx, b, v, lo)
    return None


def _copies(ctx: Context, b: SumBlock, f: Term) -> Theorem:
    """sum n*F = sum F + ... + sum F."""
    rest = body_of(b.guards, [g for g in b.factors if g is not f] + [f] * (b.factors.count(f) - 1))
    copies = sum_of([rest] * f.args[0])
    return then(under(b.names, lambda body: ring(body, copies)), lambda t: spread_sums(ctx, t))(b.term)


def _terms(ctx: Context, b: SumBlock, v: str, lo: Term) -> Theorem:
    """sum_v F(v) = F(lo) + sum_{lo < v} F(v), and on with the rest."""
    eq = cut_block(ctx, b, at_most(var(v), lo))

    def further(part: Term) -> Theorem:
        return one_value(ctx, part) or written_out(ctx, part) or reflexive(part)

    return trans(eq, each(right(eq), further))
