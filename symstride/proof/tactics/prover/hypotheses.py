"""Equations of scalars that are given, used from left to right on sums of blocks.

    sum l1*X + sum l2*X + ...  =  sum r*X        where l1 + l2 + ... = r is given

The longer side of the equation is the one that is looked for.  Its parts may stand in different blocks, whose indices
are carried to those of the first.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import ONE, product, totals
from symstride.proof.tactics.prover.blocks import (
    SumBlock,
    blocks_of,
    body_of,
    factors_of,
    flatten,
    read_block,
    spread_sums,
    sum_of,
    swapped,
)
from symstride.proof.tactics.prover.carrying import carry
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.rewriting import (
    beginning,
    congruent,
    left,
    reflexive,
    right,
    symmetric,
    then,
    trans,
    under,
)


def by_hypothesis(ctx: Context, blocks: Sequence[Term], formula: Term) -> Theorem | None:
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
        found = _find(ctx, blocks, [part.term for part in bodies])
        if found is None:
            continue
        replaced = _common_factor(ctx, b, rest, known, sum_of([part.body for part in bodies]))
        whole = _one_by_one(found)
        return swapped(blocks, [left(eq) for eq in found], trans(whole, beginning(right(whole), replaced)))
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


def _find(ctx: Context, blocks: Sequence[Term], wanted: Sequence[Term]) -> list[Theorem] | None:
    """block = t for each t that is wanted and different blocks, equal ones first; or None."""
    left_over, out = list(blocks), []
    for t in wanted:
        same = [partial(ring, block, t) for block in left_over if normal(block) == normal(t)]
        found = ctx.first(*same, *(partial(carry, ctx, block, t) for block in left_over))
        if found is None:
            return None
        left_over.remove(left(found))
        out.append(found)
    return out


def _one_by_one(equations: Sequence[Theorem]) -> Theorem:
    """s1 + s2 + ... = t1 + t2 + ..., from s1 = t1, s2 = t2, ..."""
    terms = [left(eq) for eq in equations]
    whole = reflexive(sum_of(terms))
    for n, eq in enumerate(equations):
        context = partial(_among, [right(done) for done in equations[:n]], terms[n + 1 :])
        whole = trans(whole, congruent(eq, context))
    return whole


def _among(before: Sequence[Term], after: Sequence[Term], t: Term) -> Term:
    return sum_of([*before, t, *after])
