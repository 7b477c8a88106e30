"""Ghosts, the places of the last cell that a map does not have: why what stands there is not read."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from symstride.proof.kernel.rules import Theorem, assume, cases
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import FALSE, NOTHING, at_most, below, bracket, equal
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.arithmetic import div_unique
from symstride.proof.statements.axis import PLACED
from symstride.proof.statements.grid import REACH
from symstride.proof.tactics.inequalities import from_false, prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    by_cases,
    congruent,
    discharge,
    ending,
    is_nothing,
    is_one,
    replace_all,
    right,
    symmetric,
    trans,
    vanishing,
)


@lemma("whole cells have no ghosts")
def whole_cells() -> Theorem:
    """1 <= S, rho < S, S*n = N |- [m < n]*[N <= S*m + rho] = 0."""
    inside, ghost = below("m", "n"), at_most("N", "S*m + rho")
    facts = [assume(at_most(1, "S")), assume(below("rho", "S")), assume(equal("S*n", "N"))]

    return _excluded(inside, ghost, *facts)


@lemma("a multiple of the step has whole cells")
def whole_multiple() -> Theorem:
    """1 <= S |- S*((S*n + S - 1) div S) = S*n."""
    facts = [
        prove_at_most(at_most(0, "S - 1"), [assume(at_most(1, "S"))]),
        prove_at_most(below("S - 1", "S")),
        prove_equal(equal("S*n + S - 1", "S*n + (S - 1)")),
    ]
    cells = apply_lemma(div_unique(), {"b": "S", "x": "S*n + S - 1", "q": "n", "r": "S - 1"}, facts=facts)
    return congruent(cells, lambda z: make("mul", make("var", "S"), z))


@lemma("a mask silences the ghosts")
def masked_ghost() -> Theorem:
    """|- [t < N]*[N <= t] = 0."""
    return _excluded(below("t", "N"), at_most("N", "t"))


@lemma("a mask leaves what is zero on ghosts alone")
def idle_mask() -> Theorem:
    """|- [t < N]*[t < N] = [t < N]."""
    real = below("t", "N")

    def goal(case: Theorem) -> Theorem:
        worth = is_one(case) if case.concl is real else is_nothing(real, case)
        twice = congruent(worth, lambda z: make("mul", z, z))
        return trans(ending(twice, right(worth)), symmetric(worth))

    return by_cases(real, goal)


@lemma("taps of outputs that count end before the ghosts")
def unread_tap() -> Theorem:
    """1 <= s, 1 <= dl, i < k, a*m + tau < M, s*(M - 1) + dl*(k - 1) - p < N |- [P]*[N <= S*(m + u) + rho] = 0.

    Here P is s*tau + dl*i - p = S*u + rho, and S = s*a.
    """
    facts = [
        assume(at_most(1, "s")),
        assume(at_most(1, "dl")),
        assume(below("i", "k")),
        assume(below("a*m + tau", "M")),
        assume(below(REACH, "N")),
    ]
    return _excluded(PLACED.args[0], at_most("N", "s*a*(m + u) + rho"), *facts)


# ------------------------------------------------------------------------------------------------ at numbers


def skipped_tap(t: Term, output: Term, threshold: int, facts: Sequence[Theorem]) -> Theorem:
    """([N <= r]*[m + u < n])*([P]*rest) = 0 at numbers, where P says that the tap reads r = S*(m + u) + rho.

    A tap of output j reads r = s*j + c for a number c.  Outputs j <= threshold read r < N, and the others read r >= S*n
    or do not count.  ``facts`` are 0 <= j < M and rho < S.
    """
    (ghost, cell), (placed, _) = t.args[0].args, t.args[1].args

    def goal(known: list[Theorem], brackets: list[Term]) -> Theorem:
        if not brackets:
            split = at_most(output, threshold)
            absurd = by_cases(split, lambda case: prove_at_most(FALSE, [case, *known, *facts]))
            return from_false(absurd, equal(t, NOTHING))
        formula, *others = brackets[0].args[0], *brackets[1:]
        holds = goal([*known, assume(formula)], others)
        if formula not in holds.hyps:
            return holds  # absurd without it
        return by_cases(formula, lambda case: holds if case.concl is formula else fails(formula, case))

    def fails(formula: Term, case: Theorem) -> Theorem:
        return ending(replace_all(t, is_nothing(formula, case)), NOTHING)

    return goal([], [placed, ghost, cell])


def one_by_one(index: Term, count: int, prove_goal: Callable[[int, list[Theorem]], Theorem], first: int = 0) -> Theorem:
    """A goal for an index 0 <= i < count by cases; ``prove_goal`` is given the number and facts that say i is it."""
    if first == count - 1:
        return prove_goal(first, [assume(at_most(first, index)), assume(below(index, count))])
    here = prove_goal(first, [assume(at_most(first, index)), assume(at_most(index, first))])
    later = one_by_one(index, count, prove_goal, first + 1)
    return cases(at_most(index, first), here, _from(later, first, index))


def _from(theorem: Theorem, first: int, index: Term) -> Theorem:
    """The theorem with first + 1 <= i written as the negation of i <= first."""
    known = at_most(first + 1, index)
    if known not in theorem.hyps:
        return theorem
    return discharge(theorem, known, prove_at_most(known, [assume(below(first, index))]))


@lemma("outputs of a transposed layer that count start before what ghosts write")
def unwritten_tap() -> Theorem:
    """1 <= s, 1 <= dl, 0 <= i, S*m + rho < T, T <= s*N - p |- [P]*[N <= a*(m - u) + tau] = 0.

    Here P is s*tau + dl*i - p = S*u + rho, and S = s*a.
    """
    facts = [
        assume(at_most(1, "s")),
        assume(at_most(1, "dl")),
        assume(at_most(0, "i")),
        assume(below("s*a*m + rho", "T")),
        assume(at_most("T", "s*N - p")),
    ]
    return _excluded(PLACED.args[0], at_most("N", "a*(m - u) + tau"), *facts)


def _excluded(first: Term, second: Term, *facts: Theorem) -> Theorem:
    """[first]*[second] = 0, where the first formula and the facts contradict the second."""

    def goal(case: Theorem) -> Theorem:
        if case.concl is not first:
            return vanishing(is_nothing(first, case), bracket(second))
        zero = is_nothing(second, case, *facts)
        return ending(congruent(zero, lambda z: make("mul", bracket(first), z)), NOTHING)

    return by_cases(first, goal)
