"""[P]*[P] = [P] by ring (true, but no semiring law), 1 + 1 = 1 and c*c = c (true in some semirings only)."""

from random import Random

import pytest
from soundness import check_false, check_true, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import Term, make, plus
from symstride.proof.language.syntax import ONE, at_most, bracket, entry, equal

P, C, D = bracket(at_most("a", "b")), entry("c"), entry("d")
SUM = plus(C, D)
WRONG = {
    "1 + 1 = 1": (plus(ONE, ONE), ONE),
    "c + c = c": (plus(C, C), C),
    "2*c = c": (make("mul", make("nat", 2), C), C),
    "c*c = c": (make("mul", C, C), C),
    "[P] + [P] = [P]": (plus(P, P), P),
    "1 + c = 1": (plus(ONE, C), ONE),
    "(c + d)^2 without the 2": (make("mul", SUM, SUM), plus(make("mul", C, SUM), make("mul", D, D))),
}


def test_a_squared_bracket_is_left_to_derivation(rng: Random) -> None:
    check_true([], equal(make("mul", P, P), P), rng)
    with refused("ring: different normal forms"):
        ring(make("mul", P, P), P)


@pytest.mark.parametrize(("s", "t"), WRONG.values(), ids=WRONG)
def test_a_law_of_some_semirings_is_refused(s: Term, t: Term, rng: Random) -> None:
    check_false([], equal(s, t), rng)
    with refused("ring: different normal forms"):
        ring(s, t)
