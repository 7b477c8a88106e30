"""Division that truncates towards zero, as in C or with JavaScript's BigInt: it is floor division here."""

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.language.syntax import integer


@pytest.mark.parametrize(
    ("s", "truncated", "floored"),
    [("(-7) // 2", -3, -4), ("7 // (-2)", -3, -4), ("(-7) % 2", -1, 1), ("7 % (-2)", 1, -1), ("(-1) // 8", 0, -1)],
)
def test_a_truncated_quotient_is_refused(s: str, truncated: int, floored: int) -> None:
    check(ring(integer(s), integer(floored)).hyps == frozenset())
    with refused("ring: different normal forms"):
        ring(integer(s), integer(truncated))
