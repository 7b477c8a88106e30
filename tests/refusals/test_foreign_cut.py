"""A cut that removes a hypothesis which was not proved."""

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import assume, cone, cut
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, equal

A = assume(at_most("a", "b"))


@pytest.mark.parametrize("other", [at_most("b", "a"), at_most("a", "b + 0"), equal("a", "b"), at_most(0, 0)], ids=str)
def test_another_formula_does_not_pay_for_it(other: Term) -> None:
    with refused("cut: not a hypothesis of the second theorem"):
        cut(assume(other), A)


def test_the_price_of_the_first_theorem_stays() -> None:
    """b <= a, a <= b |- .. : what the cut formula itself assumed is not lost."""
    fact = cone(at_most("a", "b"), ((1, (assume(at_most("a + 1", "b")),)), (1, ())), ())
    check(cut(fact, A).hyps == {at_most("a + 1", "b")})


def test_a_formula_that_assumes_itself_stays() -> None:
    check(cut(A, A).hyps == A.hyps, "cutting with f |- f must keep f")
