"""Several blocks on both sides: pair them, merge adjacent ones, replace by given equations, cut.

    sum_{lo <= v < mid} F + sum_{mid <= v < hi} F  =  sum_{lo <= v < hi} F            merging; also F(lo) + sum_{lo < v}
    [a <= b]*F + [b < a]*F  =  F                                                      merging, backwards: cutting

What is left on the left side is cut where a block on the right begins or ends, or by a guard of it, and then carried.
Merging comes first: what fits together without a cut is not cut.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from functools import partial
from itertools import permutations
from typing import Final

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, ring
from symstride.proof.kernel.terms import KernelError, Term, minus, num, plus, substitute, var
from symstride.proof.language.syntax import at_most, below, bracket, variable
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
    blocks_of,
    depth,
    read_block,
    sum_of,
    swapped,
)
from symstride.proof.tactics.prover.carrying import carry
from symstride.proof.tactics.prover.cases import cut_block, one_value, written_out
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.hypotheses import by_hypothesis
from symstride.proof.tactics.prover.outcome import Unproved
from symstride.proof.tactics.prover.places import ways_to_cut
from symstride.proof.tactics.prover.polynomials import (
    tidy_integer,
)
from symstride.proof.tactics.rewriting import (
    beginning,
    congruent,
    ending,
    reflexive,
    right,
    symmetric,
    trans,
)

CUTS: Final = 4
"""Most cuts one inside another."""
WRITTEN_OUT: Final = 16
"""So many blocks of one question are written out."""


def join(ctx: Context, s: Term, t: Term, cuts: int = CUTS) -> Theorem:
    """s = t, two sums of blocks; ``Unproved`` with the blocks that are left when that fails."""
    sides = [reflexive(s), reflexive(t)]
    written = 0
    while True:
        L, R = (blocks_of(right(eq)) for eq in sides)
        if normal(sum_of(L)) == normal(sum_of(R)):
            return trans(ending(sides[0], sum_of(R)), symmetric(sides[1]))
        paired = _pair(ctx, L, R)
        if paired is not None:
            return trans(sides[0], _around(ctx, L, R, paired, cuts), symmetric(sides[1]))
        n, step = _first_side(lambda blocks: _simpler(ctx, blocks), L, R)
        if step is None and written < WRITTEN_OUT:
            n, step = _first_side(lambda blocks: _written_out(ctx, blocks), L, R)
            written += 1
        if step is None:
            break
        sides[n] = trans(sides[n], step)
    key = (sum_of(L), sum_of(R), cuts)
    if key in ctx.failed:
        raise KernelError("tried before")
    ctx.failed.add(key)
    return trans(sides[0], _cut(ctx, L, R, cuts), symmetric(sides[1]))


def _first_side(
    step: Callable[[Sequence[Term]], Theorem | None], L: Sequence[Term], R: Sequence[Term]
) -> tuple[int, Theorem | None]:
    """0 and the step on the left, or 1 and the step on the right."""
    found = step(L)
    return (0, found) if found is not None else (1, step(R))


def _simpler(ctx: Context, blocks: Sequence[Term]) -> Theorem | None:
    """sum of the blocks = fewer or shorter blocks: by a hypothesis, an index with one value, or merging; or None."""
    equations = [formula for formula in ctx.given if formula.args[0].sort == "S"]
    step = ctx.first(*(partial(by_hypothesis, ctx, blocks, formula) for formula in equations))
    if step is None:
        step = ctx.first(*(partial(_on_one, ctx, blocks, t, one_value) for t in blocks))
    return step if step is not None else _merge(ctx, blocks)


def _written_out(ctx: Context, blocks: Sequence[Term]) -> Theorem | None:
    """sum of the blocks = the same with one of them written out; None if there is none."""
    return ctx.first(*(partial(_on_one, ctx, blocks, t, written_out) for t in blocks))


def _on_one(
    ctx: Context, blocks: Sequence[Term], t: Term, change: Callable[[Context, Term], Theorem | None]
) -> Theorem | None:
    changed = change(ctx, t)
    return None if changed is None else swapped(blocks, [t], changed)


def _around(ctx: Context, L: Sequence[Term], R: Sequence[Term], paired: Theorem, cuts: int) -> Theorem:
    """L = R from l = r for one block of each and the same of what is left."""
    one, other = list(L), list(R)
    one.remove(paired.concl.args[0])
    other.remove(right(paired))
    first = congruent(paired, lambda z: plus(z, sum_of(one)))
    rest = join(ctx, sum_of(one), sum_of(other), cuts)
    second = congruent(rest, lambda z: plus(right(paired), z))
    return ending(trans(beginning(sum_of(L), first), second), sum_of(R))


def _pair(ctx: Context, L: Sequence[Term], R: Sequence[Term]) -> Theorem | None:
    """l = r for some l on the left and r on the right, equal ones first."""
    pairs = [(mine, yours) for mine in L for yours in R]
    for mine, yours in pairs:
        if normal(mine) == normal(yours):
            return ring(mine, yours)
    return ctx.first(*(partial(carry, ctx, *pair) for pair in pairs))


# ------------------------------------------------------------------------------------------------ cutting


def _cut(ctx: Context, L: Sequence[Term], R: Sequence[Term], cuts: int) -> Theorem:
    """L = R after one cut of a block on the left, or on the right."""
    left_over = Unproved("blocks are left", (*L, *R), _advice(L, R))
    if not cuts or not (L or R):
        raise left_over
    for one, other, turned in ((L, R, False), (R, L, True)):
        for block in one:
            for step in ways_to_cut(ctx, read_block(ctx, block), [read_block(ctx, t, "j") for t in other]):
                try:
                    parts = swapped(one, [block], step())
                    with ctx.kept_apart(block):
                        whole = trans(parts, join(ctx, right(parts), sum_of(other), cuts - 1))
                except KernelError:
                    continue
                return symmetric(whole) if turned else whole
    raise left_over


def _advice(L: Sequence[Term], R: Sequence[Term]) -> str:
    if not L or not R:
        return "one side has blocks that the other lacks: give a step in which they are 0 or cancel into one sum"
    return "give as a step one of the sides with its indices substituted, or its range cut, as on paper"


# ------------------------------------------------------------------------------------------------ merging


def _merge(ctx: Context, blocks: Sequence[Term]) -> Theorem | None:
    """sum of the blocks = the same with two of them made one; None if no two fit."""
    return ctx.first(*(partial(_merge_two, ctx, blocks, *pair) for pair in permutations(blocks, 2)))


def _merge_two(ctx: Context, blocks: Sequence[Term], one: Term, other: Term) -> Theorem | None:
    b = read_block(ctx, other)
    for whole, f in _wholes(ctx, one, b):
        if normal(whole.term) in ctx.apart:
            continue
        parts = cut_block(ctx, whole, f)
        if len(blocks_of(right(parts))) == 2:
            merged = trans(join(ctx, sum_of([one, other]), right(parts), 0), symmetric(parts))
            return swapped(blocks, [one, other], merged)
    return None


def _wholes(ctx: Context, one: Term, b: SumBlock) -> Iterator[tuple[SumBlock, Term]]:
    """(whole, f): blocks whose two parts, by the formula f, ``one`` and b may be."""
    if depth(one) == len(b.names):
        a = read_block(ctx, one, names=b.names)
        if _same(a.factors, b.factors):
            yield from _adjacent(ctx, a, b)
            yield from _complementary(a, b)
    elif depth(one) == len(b.names) - 1:
        yield from _one_more(ctx, one, b)


def _adjacent(ctx: Context, a: SumBlock, b: SumBlock) -> Iterator[tuple[SumBlock, Term]]:
    """lo <= v < mid in the one block, mid <= v < hi in the other."""
    apart = [n for n in range(len(b.names)) if not _same(a.ranges[n], b.ranges[n])]
    if len(apart) == 1 and _same(a.guards, b.guards):
        (n,) = apart
        (lo, mid), (middle, hi) = a.ranges[n], b.ranges[n]
        if normal(mid) == normal(middle) and ctx.holds(at_most(lo, mid)) and ctx.holds(at_most(mid, hi)):
            yield _with_range(b, n, lo, hi), below(var(b.names[n]), mid)


def _complementary(a: SumBlock, b: SumBlock) -> Iterator[tuple[SumBlock, Term]]:
    """A guard in the one block, its negation in the other."""
    own = [g for g in a.guards if not any(_same([g], [h]) for h in b.guards)]
    others = [g for g in b.guards if not any(_same([g], [h]) for h in a.guards)]
    if len(own) == len(others) == 1 and own[0].tag == others[0].tag == "le" and all(map(_same, a.ranges, b.ranges)):
        negation = below(own[0].args[1], own[0].args[0])
        if _same(others, [negation]):
            yield SumBlock(b.names, b.ranges, tuple(g for g in a.guards if g is not own[0]), b.factors), own[0]


def _one_more(ctx: Context, one: Term, b: SumBlock) -> Iterator[tuple[SumBlock, Term]]:
    """The term before the first of b, or after its last."""
    for n, v in enumerate(b.names):
        lo, hi = b.ranges[n]
        before, after = map(tidy_integer, (minus(lo, num(1)), plus(hi, num(1))))
        for at, bounds, f in ((before, (before, hi), below(v, lo)), (hi, (lo, after), at_most(hi, v))):
            rest = SumBlock((*b.names[:n], *b.names[n + 1 :]), (*b.ranges[:n], *b.ranges[n + 1 :]), b.guards, b.factors)
            term = substitute(rest.term, {variable(v): at})
            if normal(term) == normal(one) and ctx.holds(at_most(lo, hi)):
                yield _with_range(b, n, *bounds), f


def _same(xs: Sequence[Term], ys: Sequence[Term]) -> bool:
    """Are the terms, or formulas, equal one by one, up to polynomial form?"""
    return len(xs) == len(ys) and all(normal(x) == normal(y) for x, y in zip(map(_scalar, xs), map(_scalar, ys)))


def _scalar(t: Term) -> Term:
    return bracket(t) if t.sort == "F" else t


def _with_range(b: SumBlock, n: int, lo: Term, hi: Term) -> SumBlock:
    return SumBlock(b.names, (*b.ranges[:n], (lo, hi), *b.ranges[n + 1 :]), b.guards, b.factors)
