"""The prover itself: flatten both sides, sum the guards away, carry the blocks of one side to those of the other.

When the short forms do not meet, the forms in which the guards are left where they are get their turn.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from itertools import pairwise
from itertools import product as cartesian

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, ring
from symstride.proof.kernel.terms import KernelError, Term, require
from symstride.proof.tactics.calculation import Calculation, Line
from symstride.proof.tactics.inequalities import HOLE
from symstride.proof.tactics.prover.blocks import blocks_of, each, flatten, read_block
from symstride.proof.tactics.prover.context import Context
from symstride.proof.tactics.prover.cutting import CUTS, join
from symstride.proof.tactics.prover.deltas import reduce
from symstride.proof.tactics.prover.guards import decide
from symstride.proof.tactics.prover.outcome import Chain, Effort, Exhausted, Unproved
from symstride.proof.tactics.rewriting import beginning, left, reflexive, right, symmetric, trans


def prove_identity(
    hypotheses: Sequence[Term], left: Term, right: Term, steps: Sequence[Term] = (), budget: Effort | None = None
) -> Chain:
    """A proof of ``left = right``, two scalars, under the hypotheses or some of them.

    ``steps`` are scalars on the way, proved equal one after the other.  The chain is the same in every process.
    Raises ``Unproved`` when no proof is found within the budget, which says nothing about truth.
    """
    terms = (left, *steps, right)
    require(all(t.sort == "S" for t in terms), "an identity is between scalars")
    require(not any(name == HOLE for t in (*hypotheses, *terms) for name, _ in t.free), f"the name {HOLE} is taken")
    ctx = Context(hypotheses, budget or Effort(), _same)
    ctx.avoid(left, right, *steps)
    lines: list[Line] = []
    for s, t in pairwise((left, *steps, right)):
        so_far = lines[-1].theorem if lines else reflexive(left)
        lines += [replace(line, theorem=trans(so_far, line.theorem)) for line in _part(ctx, s, t).lines]
    return Chain(left, tuple(lines), ctx.budget.spent)


def _part(ctx: Context, s: Term, t: Term) -> Calculation:
    """s = t, or ``Unproved`` whatever the reason."""
    try:
        return _chain(ctx, s, t)
    except Unproved:
        raise
    except KernelError as why:
        raise Unproved(f"unknown: {why}", (s, t), "give as a step one of the sides multiplied out further") from why
    except Exhausted as why:
        raise Unproved(f"unknown: {why}", (s, t), "give a step on the way, or a larger budget") from why
    except RecursionError as why:
        raise Unproved("unknown: the terms are too deep", (s, t), "give a definition instead of nested sums") from why


def _same(ctx: Context, s: Term, t: Term) -> Theorem:
    return ring(s, t) if normal(s) == normal(t) else _chain(ctx, s, t).theorem


def _chain(ctx: Context, s: Term, t: Term) -> Calculation:
    """s = t as a calculation."""
    flat = [flatten(ctx, x) for x in (s, t)]
    forms = [_forms(ctx, eq) for eq in flat]
    why: KernelError | None = None
    for cuts in (0, 1, CUTS):
        for mine, yours in cartesian(*forms):
            try:
                return _joined(ctx, s, flat, (mine, yours), cuts)
            except KernelError as new:
                why = why or new
    raise why or Unproved("no form of the sides was tried")


def _forms(ctx: Context, flat: Theorem) -> list[Theorem]:
    """Equations from the flat form: to the one with its sums over deltas done, and to the one where they are left."""
    out = [each(right(flat), lambda t: reduce(ctx, t))]
    if any(guard.tag == "eq" for t in blocks_of(right(flat)) for guard in read_block(ctx, t).guards):
        out.append(each(right(flat), lambda t: decide(ctx, read_block(ctx, t))))
    return out


def _joined(ctx: Context, s: Term, flat: Sequence[Theorem], forms: Sequence[Theorem], cuts: int) -> Calculation:
    calculation = Calculation(s)
    if left(flat[0]) is not right(flat[0]):
        calculation.equation(flat[0], "unfold and multiply out")
    if left(forms[0]) is not right(forms[0]):
        calculation.equation(forms[0], "sum the brackets away")
    mine, yours = map(right, forms)
    if normal(mine) != normal(yours):
        ctx.moved.clear()
        joined = join(ctx, mine, yours, cuts)
        moved = tuple(each for each in dict.fromkeys(ctx.moved) if each.values)
        calculation.equation(joined, "substitute indices", moved=moved)
    tail = symmetric(trans(flat[1], forms[1]))
    return calculation.equation(beginning(calculation.term, tail), "the same on the right side")
