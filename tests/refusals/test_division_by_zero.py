"""Laws of division that fail at zero, and folded numbers with the divisor zero."""

from random import Random

import pytest
from soundness import check, check_false, check_true, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.language.syntax import equal, integer

LAWS = [
    ("a // a", "1"), ("(a*b) // b", "a"), ("(a + b) // b", "a//b + 1"), ("(a*b) // (a*c)", "b // c"), ("0 // a", "1"),
    ("(-a) // b", "-(a // b)"), ("a // 1", "a - 1"), ("a % b", "a - b"), ("(a % b) % c", "a % c"),
]  # fmt: skip
TRUE = [("0 // a", "0"), ("a % a", "0"), ("(a*b) % b", "0"), ("a // 1", "a"), ("a % 1", "0"), ("a // 0", "0")]


@pytest.mark.parametrize(("s", "t"), LAWS, ids=[f"{s} = {t}" for s, t in LAWS])
def test_a_law_that_fails_somewhere_is_refused(s: str, t: str, rng: Random) -> None:
    check_false([], equal(s, t), rng)
    with refused("ring: different normal forms"):
        ring(integer(s), integer(t))


NUMBERS = [("5 // 0", 5, 0), ("5 // 0", 1, 0), ("5 % 0", 0, 5), ("0 // 0", 1, 0)]


@pytest.mark.parametrize(("s", "wrong", "right"), NUMBERS)
def test_division_by_the_number_zero(s: str, wrong: int, right: int) -> None:
    check(ring(integer(s), integer(right)).hyps == frozenset())
    with refused("ring: different normal forms"):
        ring(integer(s), integer(wrong))


@pytest.mark.parametrize(("s", "t"), TRUE, ids=[f"{s} = {t}" for s, t in TRUE])
def test_a_true_law_is_left_to_derivation(s: str, t: str, rng: Random) -> None:
    """Ring folds numbers only, so that its whole meaning fits into one sentence."""
    check_true([], equal(s, t), rng)
    with refused("ring: different normal forms"):
        ring(integer(s), integer(t))
