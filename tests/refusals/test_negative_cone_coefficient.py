"""Coefficients that are not positive integers of exact type: they would turn an inequality round."""

from fractions import Fraction

import pytest
from forging import genuine, text_of
from soundness import refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import assume, cone
from symstride.proof.language.syntax import at_most

A = assume(at_most("a", "b"))


@pytest.mark.parametrize("n", [-1, 0, True, 1.0, Fraction(1), "1", None, 2**53, -(2**70)], ids=repr)
def test_only_positive_integers_weigh(n: object) -> None:
    with refused("cone takes (formula, products, equations)"):
        cone(at_most("b", "a"), ((n, (A,)),), ())


@pytest.mark.parametrize("n", [-1, 0, True, False])
def test_not_even_without_a_factor(n: object) -> None:
    with refused("cone takes (formula, products, equations)"):
        cone(at_most(1, 0), ((n, ()),), ())


@pytest.mark.parametrize("n", [-1, 0, True, None, "1", [1]], ids=repr)
def test_in_a_certificate(n: object) -> None:
    data = genuine()
    row = next(row for row in data["steps"] if row[0] == "cone" and row[2])
    row[2][0][0] = n
    with refused("cone takes (formula, products, equations)"):
        replay(text_of(data))
