"""Bounds of a sum exchanged, forgotten or moved into the body by ring."""

from random import Random

import pytest
from soundness import check_false, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import NOTHING, ONE, below, bracket, entry, equal, product, total

F = entry("f", "v")
WRONG = {
    "other upper bound": (total("v", "lo", "hi", F), total("v", "lo", "hi + 1", F)),
    "other lower bound": (total("v", "lo", "hi", F), total("v", "lo + 1", "hi", F)),
    "swapped": (total("v", "lo", "hi", F), total("v", "hi", "lo", F)),
    "the sum of ones is its length in ones": (total("v", 0, "n", ONE), ONE),
    "shifted without the bounds": (total("v", "lo", "hi", F), total("v", "lo", "hi", entry("f", "v + 1"))),
    "two indices exchanged": (
        total("v", 0, 2, total("w", 0, 3, entry("g", "v", "w"))),
        total("v", 0, 2, total("w", 0, 3, entry("g", "w", "v"))),
    ),
    "a product of sums is no sum of products": (
        product(total("v", 0, 3, F), total("v", 0, 3, F)),
        total("v", 0, 3, product(F, F)),
    ),
    "a bracket of the range": (total("v", 0, "n", F), total("v", 0, "n", product(bracket(below("v", 1)), F))),
    "a sum is not nothing": (total("v", 0, "n", F), NOTHING),
}


@pytest.mark.parametrize(("s", "t"), WRONG.values(), ids=WRONG)
def test_other_bounds_are_refused(s: Term, t: Term, rng: Random) -> None:
    check_false([], make("eq", s, t), rng)
    with refused("ring: different normal forms"):
        ring(s, t)


def test_the_harness_knows_a_true_one(rng: Random) -> None:
    """The same sum with its index renamed is one term, so there is nothing to refuse."""
    ring(total("v", 0, "n", F), total("w", 0, "n", entry("f", "w")))
    with pytest.raises(pytest.fail.Exception, match="no counterexample"):
        check_false([], equal(total("v", 0, 1, F), total("v", 0, 1, entry("f", "v"))), rng)
