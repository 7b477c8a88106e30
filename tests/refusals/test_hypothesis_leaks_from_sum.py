"""A hypothesis on the summation index that is not its range stays behind, where the index means something else."""

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import Theorem, assume, under_sum
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import at_most, below, entry, equal, integer, variable
from symstride.proof.tactics.rewriting import congruent, is_one

NEAR = [
    equal("v", 3), at_most(0, "v + 0"), at_most(1, "v"), below("v", 8), at_most("v", 9), at_most("v", 8),
    below(9, "v"), at_most("v", 0), at_most("0*v", "v"), equal("v % 2", 0),
]  # fmt: skip


def about_the_index(hypothesis: Term) -> Theorem:
    """hypothesis |- [hypothesis]*f[v] = 1*f[v]."""
    return congruent(is_one(assume(hypothesis)), lambda z: make("mul", z, entry("f", "v")))


@pytest.mark.parametrize("hypothesis", NEAR, ids=str)
def test_what_is_merely_near_the_range_is_not_discharged(hypothesis: Term) -> None:
    with refused("under_sum: v occurs outside the sum"):
        under_sum(about_the_index(hypothesis), variable("v"), integer(0), integer(9))


@pytest.mark.parametrize("hypothesis", [at_most(0, "v"), below("v", 9)], ids=str)
def test_the_range_itself_is_discharged(hypothesis: Term) -> None:
    theorem = under_sum(about_the_index(hypothesis), variable("v"), integer(0), integer(9))
    check(theorem.hyps == frozenset(), theorem)


def test_a_hypothesis_on_other_names_is_kept() -> None:
    theorem = under_sum(about_the_index(at_most("a", "b")), variable("v"), integer(0), integer(9))
    check(theorem.hyps == {at_most("a", "b")}, theorem)
