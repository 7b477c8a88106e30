"""Cases that leave a gap, or that lead to two conclusions."""

from collections.abc import Callable

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import Theorem, assume, cases, cone
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, below, equal

F = at_most("a", "b")
A = assume(F)
TRIVIAL = cone(at_most(0, 0), (), ())
FORGERIES = {
    "on an equation": lambda: cases(equal("a", "b"), A, A),
    "two conclusions": lambda: cases(F, A, assume(below("b", "a"))),
    "equal as polynomials only": lambda: cases(F, A, cone(at_most("a + 1", "b + 1"), ((1, (A,)),), ())),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_it_is_refused(forge: Callable[[], object]) -> None:
    with refused("cases: needs a <= b and one conclusion"):
        forge()


def follows_from(hypothesis: Term) -> Theorem:
    """hypothesis |- 0 <= 0, by 0 = (b - a)*0."""
    return cone(at_most(0, 0), ((1, (assume(hypothesis), TRIVIAL)),), ())


def test_the_two_cases_of_the_rule_cover() -> None:
    check(cases(F, follows_from(F), follows_from(below("b", "a"))).hyps == frozenset())


@pytest.mark.parametrize(
    "near", [at_most("b", "a"), below("b + 1", "a"), at_most("b + 1 + 0", "a"), below("a", "b")], ids=str
)
def test_a_case_that_is_not_the_negation_stays_a_hypothesis(near: Term) -> None:
    check(cases(F, follows_from(F), follows_from(near)).hyps == {near})


@pytest.mark.parametrize("near", [below("a", "b"), at_most("a + 0", "b"), at_most("b", "a")], ids=str)
def test_the_first_case_must_be_the_formula_itself(near: Term) -> None:
    check(cases(F, follows_from(near), follows_from(below("b", "a"))).hyps == {near})
