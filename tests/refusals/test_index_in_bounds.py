"""The summation index in a bound of its own sum: 2*v <= v |- .. must not move under a sum that starts at 2*v."""

import pytest
from soundness import refused

from symstride.proof.kernel.rules import assume, cone, ring, under_sum
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import at_most, entry, integer, variable
from symstride.proof.tactics.rewriting import congruent, is_one

F = entry("f", "v")


@pytest.mark.parametrize(("lo", "hi"), [("v", "9"), ("0", "2*v"), ("v//2", "v"), ("0", "v*0")])
def test_bounds_must_not_mention_the_index(lo: str, hi: str) -> None:
    with refused("under_sum: v occurs outside the sum"):
        under_sum(ring(F, F), variable("v"), integer(lo), integer(hi))


def test_a_range_that_starts_at_twice_its_index() -> None:
    """From 2*v <= v follows v <= 0, so [v <= 0]*f = f; as a sum over v >= 2*v that would forget v <= 0."""
    starts = assume(at_most("2*v", "v"))
    not_positive = cone(at_most("v", 0), ((1, (starts,)),), ())
    equation = congruent(is_one(not_positive), lambda z: make("mul", z, F))
    with refused("under_sum: v occurs outside the sum"):
        under_sum(equation, variable("v"), integer("2*v"), integer("5"))
