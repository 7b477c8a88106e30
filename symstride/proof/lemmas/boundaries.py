"""Boundaries inside a network on a grid: when zero padding of places is padding in cells, and when masks are idle."""

from __future__ import annotations

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, below
from symstride.proof.lemmas import lemma
from symstride.proof.statements.axis import PLACE
from symstride.proof.tactics.inequalities import prove_at_most
from symstride.proof.tactics.rewriting import by_cases, is_nothing, is_one, symmetric, trans

_STEP = assume(at_most(1, "S"))
_RHO = (assume(at_most(0, "rho")), assume(below("rho", "S")))


def _same_bracket(place: Term, cell: Term, *facts: Theorem) -> Theorem:
    """[place] = [cell], by cases on the formula about cells; both directions follow from the facts."""

    def goal(case: Theorem) -> Theorem:
        if case.concl is cell:
            return trans(is_one(prove_at_most(place, [case, *facts])), symmetric(is_one(case)))
        return trans(is_nothing(place, case, *facts), symmetric(is_nothing(cell, case)))

    return by_cases(cell, goal)


@lemma("the low boundary is one of cells")
def low_boundary() -> Theorem:
    """1 <= S, 0 <= rho < S |- [0 <= S*m + rho] = [0 <= m]."""
    return _same_bracket(at_most(0, PLACE), at_most(0, "m"), _STEP, *_RHO)


@lemma("the high boundary is one of cells where $S$ divides the size")
def high_boundary() -> Theorem:
    """1 <= S, 0 <= rho < S |- [S*m + rho < S*n] = [m < n]."""
    return _same_bracket(below(PLACE, "S*n"), below("m", "n"), _STEP, *_RHO)


@lemma("ghosts that no output reads")
def unread_ghosts() -> Theorem:
    """1 <= s, 0 <= dl, i < k, j < M, s*(M - 1) + dl*(k - 1) - p < N |- [s*j + dl*i - p < N] = 1."""
    facts = [
        assume(at_most(1, "s")),
        assume(at_most(0, "dl")),
        assume(below("i", "k")),
        assume(below("j", "M")),
        assume(below("s*(M - 1) + dl*(k - 1) - p", "N")),
    ]
    return is_one(prove_at_most(below("s*j + dl*i - p", "N"), facts))
