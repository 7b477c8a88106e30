"""Several blocks on both sides: pair them, merge adjacent ones, replace by given equations, cut.

    sum_{lo <= v < mid} F + sum_{mid <= v < hi} F  =  sum_{lo <= v < hi} F            merging; also F(lo) + sum_{lo < v}
    [a <= b]*F + [b < a]*F  =  F                                                      merging, backwards: cutting

What is left on the left side is cut where a block on the right begins or ends, or by a guard of it, and then carried.
Merging comes first: what fits together without a cut is not cut.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from functools import partial
from itertools import permutations
from typing import Final

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import KernelError, Term, make, minus, num, plus, substitute, var
from symstride.proof.language.syntax import ONE, at_most, below, bracket, equal, product, totals, variable
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
    blocks_of,
    body_of,
    cleaned,
    depth,
    each,
    factors_of,
    flatten,
    read_block,
    spread_sums,
    sum_of,
    swapped,
)
from symstride.proof.tactics.prover.carrying import carry, index_equations, pairings
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.guards import decide
from symstride.proof.tactics.prover.indices import solve
from symstride.proof.tactics.prover.outcome import Unproved
from symstride.proof.tactics.prover.polynomials import tidy_integer
from symstride.proof.tactics.rewriting import (
    beginning,
    by_cases,
    congruent,
    ending,
    is_nothing,
    is_one,
    left,
    reflexive,
    right,
    symmetric,
    then,
    trans,
    under,
)

CUTS: Final = 4
"""Most cuts one inside another."""
A_CUT: Final = 2000
"""What a cut costs: it is followed by many attempts."""


def join(ctx: Context, s: Term, t: Term, cuts: int = CUTS) -> Theorem:
    """s = t, two sums of blocks; ``Unproved`` with the blocks that are left when that fails."""
    forth, back = reflexive(s), reflexive(t)
    while True:
        L, R = blocks_of(right(forth)), blocks_of(right(back))
        if normal(sum_of(L)) == normal(sum_of(R)):
            return trans(ending(forth, sum_of(R)), symmetric(back))
        paired = _pair(ctx, L, R)
        if paired is not None:
            return trans(forth, _around(ctx, L, R, paired, cuts), symmetric(back))
        step = _simpler(ctx, L)
        if step is not None:
            forth = trans(forth, step)
            continue
        step = _simpler(ctx, R)
        if step is None:
            break
        back = trans(back, step)
    key = (sum_of(L), sum_of(R), cuts)
    if key in ctx.failed:
        raise KernelError("tried before")
    ctx.failed.add(key)
    return trans(forth, _cut(ctx, L, R, cuts), symmetric(back))


def _simpler(ctx: Context, blocks: Sequence[Term]) -> Theorem | None:
    """sum of the blocks = fewer or shorter blocks, by a hypothesis or by merging; None if there is no such step."""
    equations = [formula for formula in ctx.given if formula.args[0].sort == "S"]
    step = ctx.first(*(partial(_by_hypothesis, ctx, blocks, formula) for formula in equations))
    return step if step is not None else _merge(ctx, blocks)


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
            b = read_block(ctx, block)
            for f in dict.fromkeys(f for t in other for f in conditions(ctx, b, read_block(ctx, t, "j"))):
                try:
                    parts = swapped(one, [block], cut_block(ctx, b, f))
                    whole = trans(parts, join(ctx, right(parts), sum_of(other), cuts - 1))
                except KernelError:
                    continue
                return symmetric(whole) if turned else whole
    raise left_over


def _advice(L: Sequence[Term], R: Sequence[Term]) -> str:
    if not L or not R:
        return "one side has blocks that the other lacks: give a step in which they are 0 or cancel into one sum"
    return "give as a step one of the sides with its indices substituted, or its range cut, as on paper"


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


# ------------------------------------------------------------------------------------------------ merging


def _merge(ctx: Context, blocks: Sequence[Term]) -> Theorem | None:
    """sum of the blocks = the same with two of them made one; None if no two fit."""
    return ctx.first(*(partial(_merge_two, ctx, blocks, *pair) for pair in permutations(blocks, 2)))


def _merge_two(ctx: Context, blocks: Sequence[Term], one: Term, other: Term) -> Theorem | None:
    b = read_block(ctx, other)
    for whole, f in _wholes(ctx, one, b):
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


# ------------------------------------------------------------------------------------------------ given equations


def _by_hypothesis(ctx: Context, blocks: Sequence[Term], formula: Term) -> Theorem | None:
    """The blocks with l1*X + l2*X + ... made r*X, where the hypothesis says l1 + l2 + ... = r for scalars."""
    known = assume(formula)
    known = trans(symmetric(flatten(ctx, left(known))), known, flatten(ctx, right(known)))
    if _size(left(known)) < _size(right(known)):
        known = symmetric(known)
    parts = [factors_of(t) for t in blocks_of(left(known))]
    if not parts or any(f.tag in ("sum", "bracket") for part in parts for f in part):
        return None
    for t in blocks:
        b = read_block(ctx, t)
        rest = _without_factors(b.factors, parts[0])
        if rest is None:
            continue
        bodies = [SumBlock(b.names, b.ranges, b.guards, (*part, *rest)) for part in parts]
        chosen = _find(blocks, [part.term for part in bodies])
        if chosen is None:
            continue
        replaced = _common_factor(ctx, b, rest, known, sum_of([part.body for part in bodies]))
        return swapped(blocks, chosen, beginning(sum_of(chosen), replaced))
    return None


def _common_factor(ctx: Context, b: SumBlock, rest: Sequence[Term], known: Theorem, bodies: Term) -> Theorem:
    """sum l1*X + sum l2*X + ... = the blocks of sum r*X, from l1 + l2 + ... = r; ``bodies`` is l1*X + l2*X + ..."""
    X = body_of(b.guards, rest)

    def whole(z: Term) -> Term:
        return totals([(v, *bounds) for v, bounds in zip(b.names, b.ranges)], product(z, X))

    spread = then(under(b.names, lambda body: ring(body, bodies)), lambda t: spread_sums(ctx, t))(whole(left(known)))
    replaced = trans(symmetric(spread), congruent(known, whole))
    return trans(replaced, flatten(ctx, right(replaced)))


def _size(t: Term) -> tuple[int, str]:
    return sum(len(factors_of(part)) for part in blocks_of(t) if part is not ONE), str(t)


def _without_factors(factors: Sequence[Term], part: Sequence[Term]) -> tuple[Term, ...] | None:
    """The factors without those of the part, or None if one is missing."""
    out = list(factors)
    for f in part:
        found = next((g for g in out if normal(g) == normal(f)), None)
        if found is None:
            return None
        out.remove(found)
    return tuple(out)


def _find(blocks: Sequence[Term], wanted: Sequence[Term]) -> list[Term] | None:
    """Different blocks equal to those wanted, or None."""
    left_over, out = list(blocks), []
    for t in wanted:
        found = next((block for block in left_over if normal(block) == normal(t)), None)
        if found is None:
            return None
        left_over.remove(found)
        out.append(found)
    return out
