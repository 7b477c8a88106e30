"""Floats, fractions and other numbers that equal an integer."""

from decimal import Decimal
from fractions import Fraction

import pytest
import sympy
from forging import written
from soundness import refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.terms import make


class Int(int):
    """An integer of another type."""


NUMBERS = [1.0, -0.0, float("nan"), float("inf"), Fraction(1), Decimal(1), 1 + 0j, sympy.Integer(1), Int(1), "1", None]


@pytest.mark.parametrize("n", NUMBERS, ids=lambda n: f"{type(n).__name__} {n}")
@pytest.mark.parametrize("tag", ["num", "nat", "bound"])
def test_in_terms(tag: str, n: object) -> None:
    with refused(f"{tag}: wrong kind of argument"):
        make(tag, n)


@pytest.mark.parametrize("text", ["1.0", "1e3", "1E400", "-0.0"])
def test_in_a_certificate(text: str) -> None:
    genuine = written([["num", 12345]])
    with refused("is not an integer"):
        replay(genuine.replace("12345", text))
