"""Subtraction of scalars, which (max, +) does not have, cannot be written down."""

import pytest
from soundness import refused

from symstride.proof.kernel.terms import make, minus, num
from symstride.proof.language.syntax import ONE, entry


@pytest.mark.parametrize("n", [-1, -17])
def test_there_is_no_negative_scalar(n: int) -> None:
    with refused("nat: wrong kind of argument"):
        make("nat", n)


def test_a_scalar_is_not_multiplied_by_an_integer() -> None:
    with refused("mul mixes integers and scalars"):
        make("mul", num(-1), ONE)


def test_the_minus_of_integers_refuses_scalars() -> None:
    with refused("mul mixes integers and scalars"):
        minus(entry("f", 1), entry("f", 2))
