"""Sums bind integer variables: not tensors, and not equations of integers."""

import pytest
from soundness import refused

from symstride.proof.kernel.rules import assume, ring, under_sum
from symstride.proof.kernel.terms import Key
from symstride.proof.language.syntax import at_most, entry, integer, variable

F, ZERO, NINE = entry("f", "v"), integer(0), integer(9)


@pytest.mark.parametrize("key", [("f", 1), ("f", 0), ("v", 0)])
def test_a_tensor_is_no_index(key: Key) -> None:
    with refused("under_sum: needs an equation of scalars and a variable"):
        under_sum(ring(F, F), key, ZERO, NINE)


def test_integers_are_not_summed() -> None:
    with refused("under_sum: needs an equation of scalars and a variable"):
        under_sum(ring(integer("v"), integer("v")), variable("v"), ZERO, NINE)


def test_inequalities_are_not_summed() -> None:
    with refused("under_sum: needs an equation of scalars and a variable"):
        under_sum(assume(at_most("v", "v")), variable("v"), ZERO, NINE)
