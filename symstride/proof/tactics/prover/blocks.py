"""Sums of blocks: the form in which the prover works.

A *block* is a sum over indices v1, ..., vn of a product, guards first:

    sum_{lo1 <= v1 < hi1} ... sum_{lon <= vn < hin}  [P1]*...*[Pm] * F1*...*Fk

where a range may mention the indices before it, the guards P are formulas on integers, and the factors F are entries,
numbers and functions of anything.  ``flatten`` unfolds every definition and multiplies everything out, so that a
scalar is block + (block + ...), and 0 when there is none.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from itertools import product as cartesian
from typing import Final

from symstride.proof.kernel.polynomials import add_polynomials, constant, normal
from symstride.proof.kernel.rules import Theorem, ring, unfold
from symstride.proof.kernel.terms import KernelError, Term, make, open_binder, plus, require, var
from symstride.proof.language.syntax import NOTHING, ONE, at_most, below, bracket, product, totals
from symstride.proof.lemmas.sums import add_sums, push_factor, swap_sums, zero_sum
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.polynomials import (
    difference,
    linear,
    mentions,
    negated,
    term_of,
    tidy_integer,
    unit,
)
from symstride.proof.tactics.rewriting import (
    Conversion,
    at_argument,
    beginning,
    congruent,
    ending,
    reflexive,
    right,
    then,
    trans,
    under,
)

MOST_BLOCKS: Final = 64
"""Most blocks of one side."""


@dataclass(frozen=True, slots=True)
class SumBlock:
    """A block with named indices."""

    names: tuple[str, ...]
    ranges: tuple[tuple[Term, Term], ...]
    """(lo, hi) for each index."""
    guards: tuple[Term, ...]
    factors: tuple[Term, ...]

    @property
    def body(self) -> Term:
        return body_of(self.guards, self.factors)

    @property
    def term(self) -> Term:
        return totals([(name, lo, hi) for name, (lo, hi) in zip(self.names, self.ranges)], self.body)

    @property
    def bounds(self) -> list[Term]:
        """lo <= v and v < hi for every index."""
        return [f for name, (lo, hi) in zip(self.names, self.ranges) for f in (at_most(lo, var(name)), below(name, hi))]

    @property
    def facts(self) -> list[Term]:
        """What may be assumed of the indices where the block is not 0."""
        return [*self.bounds, *self.guards]

    def range_of(self, name: str) -> tuple[Term, Term]:
        return self.ranges[self.names.index(name)]

    def spans(self, name: str) -> list[tuple[Term, Term]]:
        """(lo, hi) of an index: its range, and what guards and the ranges of later indices say of it besides."""
        lows, highs = [], []
        for fact in self.facts:
            line = linear(difference(fact), name) if fact.tag == "le" else None
            if line is not None and unit(line[0]) == -1:  # rest <= name
                lows.append(term_of(line[1]))
            elif line is not None and unit(line[0]) == 1:  # name <= -rest
                highs.append(term_of(add_polynomials(negated(line[1]), constant(1))))
        return list(cartesian(dict.fromkeys(lows), dict.fromkeys(highs)))

    def movable(self, name: str) -> bool:
        """May the index be summed innermost?  Not if a later range mentions it."""
        at = self.names.index(name)
        return not any(mentions(x, name) for bounds in self.ranges[at + 1 :] for x in bounds)


def read_block(ctx: Context, t: Term, letter: str = "i", names: Sequence[str] = ()) -> SumBlock:
    """The block that a term is, its indices named i0_, i1_, ... or by another letter, or as given."""
    names = names or ctx.names(depth(t), t, letter)
    ranges: list[tuple[Term, Term]] = []
    for name in names:
        lo, hi, body = t.args
        ranges.append((lo, hi))
        t = open_binder(body, (var(name),))
    parts = () if t is ONE else factors_of(t)
    guards = tuple(f.args[0] for f in parts if f.tag == "bracket")
    return SumBlock(tuple(names), tuple(ranges), guards, tuple(f for f in parts if f.tag != "bracket"))


def depth(t: Term) -> int:
    """How many sums stand at the top."""
    return 1 + depth(t.args[2]) if t.tag == "sum" else 0


def body_of(guards: Sequence[Term], factors: Sequence[Term]) -> Term:
    """[P1]*...*[Pm]*F1*...*Fk, and 1 for the empty product."""
    parts = [*map(bracket, guards), *factors]
    return product(*parts) if parts else ONE


def without(guards: Sequence[Term], guard: Term) -> tuple[Term, ...]:
    """The guards without one occurrence of this one."""
    n = list(guards).index(guard)
    return (*guards[:n], *guards[n + 1 :])


def factors_of(t: Term) -> tuple[Term, ...]:
    return (*factors_of(t.args[0]), *factors_of(t.args[1])) if t.tag == "mul" else (t,)


def blocks_of(t: Term) -> list[Term]:
    """The blocks of block + (block + ...)."""
    out = []
    while t.tag == "add":
        out.append(t.args[0])
        t = t.args[1]
    return out if t is NOTHING else [*out, t]


def sum_of(blocks: Sequence[Term]) -> Term:
    """block + (block + ...), and 0 for none."""
    if not blocks:
        return NOTHING
    out = blocks[-1]
    for block in reversed(blocks[:-1]):
        out = plus(block, out)
    return out


# ------------------------------------------------------------------------------------------------ conversions


def each(t: Term, conversion: Conversion) -> Theorem:
    """The conversion on every block; its results, sums of blocks themselves, are strung together."""
    parts = blocks_of(t)
    if len(parts) <= 1:
        return conversion(t) if parts else reflexive(t)
    eq = then(at_argument(0, conversion), at_argument(1, lambda rest: each(rest, conversion)))(t)
    a, b = right(eq).args
    return ending(eq, sum_of([*blocks_of(a), *blocks_of(b)]))


def flatten(ctx: Context, t: Term) -> Theorem:
    """t = block + (block + ...), every definition unfolded."""
    ctx.budget.spend(1)
    match t.tag:
        case "use":
            eq = unfold(t, t.args[0])
            return trans(eq, flatten(ctx, right(eq)))
        case "add":
            eq = _both(ctx, t)
            parts = [block for side in right(eq).args for block in blocks_of(side)]
            require(len(parts) <= MOST_BLOCKS, "too many blocks")
            return ending(eq, sum_of(parts))
        case "mul":
            eq = _both(ctx, t)
            a, b = map(blocks_of, right(eq).args)
            require(len(a) * len(b) <= MOST_BLOCKS, "too many blocks")
            eq = ending(eq, sum_of([make("mul", x, y) for x in a for y in b]))
            return trans(eq, each(right(eq), lambda pair: _merged(ctx, pair)))
        case "sum":
            eq = under([ctx.fresh()], lambda body: flatten(ctx, body))(t)
            return trans(eq, spread_sum(right(eq)))
    return cleaned(t)


def _both(ctx: Context, t: Term) -> Theorem:
    return then(*(at_argument(n, lambda part: flatten(ctx, part)) for n in (0, 1)))(t)


def _merged(ctx: Context, t: Term) -> Theorem:
    """block * block = block."""
    A, B = t.args
    if A.tag == "sum":

        def inside(body: Term) -> Theorem:
            factor, rest = body.args
            return beginning(body, _merged(ctx, make("mul", rest, factor)))

        return then(lambda u: ring(u, make("mul", B, A)), push_factor, under([ctx.fresh()], inside))(t)
    if B.tag == "sum":
        return then(push_factor, under([ctx.fresh()], lambda body: _merged(ctx, body)))(t)
    return cleaned(t)


def cleaned(t: Term) -> Theorem:
    """A product, guards first, without factors that are 1; 0 if one is 0."""
    if normal(t) == ():
        return ring(t, NOTHING)
    parts = [f for f in factors_of(t) if normal(f) != constant(1)]
    guards = [f.args[0] for f in parts if f.tag == "bracket"]
    return ring(t, body_of(guards, [f for f in parts if f.tag != "bracket"]))


def polished(equation: Theorem) -> Theorem:
    """The equation with its right side cleaned and the indices in it tidy."""
    t = product(*map(_tidy_factor, factors_of(right(equation))))
    return ending(equation, right(cleaned(t)))


def _tidy_factor(f: Term) -> Term:
    if f.tag == "entry":
        return make("entry", f.args[0], *map(tidy_integer, f.args[1:]))
    if f.tag == "bracket" and f.args[0].tag == "eq":
        return bracket(make("eq", *map(tidy_integer, f.args[0].args)))
    return f


def spread_sum(t: Term) -> Theorem:
    """sum_v (b1 + (b2 + ...)) = sum_v b1 + (sum_v b2 + ...)."""
    body = t.args[2]
    if body is NOTHING:
        return zero_sum(t)
    if body.tag != "add":
        return reflexive(t)
    return then(add_sums, at_argument(1, spread_sum))(t)


def spread_sums(ctx: Context, t: Term) -> Theorem:
    """Nested sums of b1 + b2 are the sum of nested sums of b1 and of b2."""
    if t.tag != "sum":
        return reflexive(t)
    return then(under([ctx.fresh()], lambda body: spread_sums(ctx, body)), spread_sum)(t)


def vanish(ctx: Context, t: Term) -> Theorem:
    """Nested sums of 0 are 0."""
    if t.tag != "sum":
        return ring(t, NOTHING)
    return then(under([ctx.fresh()], lambda body: vanish(ctx, body)), zero_sum)(t)


def to_inside(ctx: Context, b: SumBlock, name: str) -> Theorem:
    """The block with this index summed innermost."""
    if not b.movable(name):
        raise KernelError(f"a range depends on {name}")
    eq = reflexive(b.term)
    for j in range(b.names.index(name), len(b.names) - 1):
        eq = trans(eq, under([ctx.fresh() for _ in range(j)], swap_sums)(right(eq)))
    return eq


def swapped(blocks: Sequence[Term], chosen: Sequence[Term], equation: Theorem) -> Theorem:
    """sum of blocks = new + sum of the others, from (sum of the chosen blocks) = new."""
    others = list(blocks)
    for block in chosen:
        others.remove(block)
    rest = sum_of(others)
    moved = congruent(equation, lambda z: plus(z, rest))
    return ending(beginning(sum_of(blocks), moved), sum_of([*blocks_of(right(equation)), *others]))
