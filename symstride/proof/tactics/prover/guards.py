"""Guards that follow are dropped; a block that can have no terms is 0."""

from __future__ import annotations

from collections.abc import Sequence

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import FALSE, NOTHING, ONE, bracket, equal, product
from symstride.proof.tactics.inequalities import from_false
from symstride.proof.tactics.prover.blocks import SumBlock, body_of, vanish, without
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.rewriting import (
    beginning,
    congruent,
    ending,
    is_one,
    reflexive,
    right,
    trans,
    under,
)
from symstride.proof.tactics.rewriting import guarded as strictly_guarded


def guarded(formula: Term, equation: Theorem) -> Theorem:
    """From H |- s = t, H without P |- [P]*s = [P]*t; P need not be among the hypotheses."""
    if formula in equation.hyps:
        return strictly_guarded(formula, equation)
    return congruent(equation, lambda z: make("mul", bracket(formula), z))


def all_guarded(formulas: Sequence[Term], equation: Theorem) -> Theorem:
    """The same for several formulas, the first outermost."""
    for formula in reversed(formulas):
        equation = guarded(formula, equation)
    return equation


def decide(ctx: Context, b: SumBlock) -> Theorem:
    """The block without the guards that follow from ranges and other guards; 0 if its guards contradict each other."""
    ctx.budget.spend(1)
    eq = reflexive(b.term)
    for guard in b.guards:
        others = without(b.guards, guard)
        facts = [*b.bounds, *others]
        if ctx.holds(guard, facts):
            dropped = _dropped(b, others, is_one(ctx.prove(guard, facts)))
            eq = trans(eq, _in_body(b, dropped, right(eq)))
            b = SumBlock(b.names, b.ranges, others, b.factors)
    return trans(eq, _nothing(ctx, b)) if ctx.holds(FALSE, b.facts) else eq


def _in_body(b: SumBlock, equation: Theorem, t: Term) -> Theorem:
    """The block t, whose body is the left side by ring, with the right side as its body."""
    return under(b.names, lambda body: beginning(body, equation))(t)


def _dropped(b: SumBlock, others: Sequence[Term], one: Theorem) -> Theorem:
    """[others]*[P]*F = [others]*F, from [P] = 1 under the others."""
    rest = product(*b.factors) if b.factors else ONE
    inner = ending(congruent(one, lambda z: make("mul", z, rest)), rest)
    return ending(all_guarded(others, inner), body_of(others, b.factors))


def _nothing(ctx: Context, b: SumBlock) -> Theorem:
    """The block is 0, because its guards and ranges contradict each other."""
    rest = product(*b.factors) if b.factors else ONE
    zero = from_false(ctx.prove(FALSE, b.facts), equal(rest, NOTHING))
    for guard in reversed(b.guards):
        zero = ending(guarded(guard, zero), NOTHING)
    eq = _in_body(b, zero, b.term)
    return trans(eq, vanish(ctx, right(eq)))
