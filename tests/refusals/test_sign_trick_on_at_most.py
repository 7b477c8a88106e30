"""[a = b] and [b = a] meet in ring, by a sign; for [a <= b] and [b <= a] the same would be wrong."""

from random import Random

import pytest
from soundness import check, check_false, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, bracket, equal, integer


def test_an_equation_may_be_turned_round() -> None:
    check(ring(bracket(equal("a", "b + 1")), bracket(equal("b + 1", "a"))).hyps == frozenset())


def test_an_inequality_may_not(rng: Random) -> None:
    forth, back = bracket(at_most("a", "b")), bracket(at_most("b", "a"))
    check_false([], equal(forth, back), rng)
    with refused("ring: different normal forms"):
        ring(forth, back)


@pytest.mark.parametrize(("a", "b"), [("a", "b"), ("b", "a")])
def test_an_equation_is_no_inequality(a: str, b: str, rng: Random) -> None:
    check_false([], equal(bracket(equal("a", "b")), bracket(at_most(a, b))), rng)
    with refused("ring: different normal forms"):
        ring(bracket(equal("a", "b")), bracket(at_most(a, b)))


def test_nor_may_it_lose_its_bound(rng: Random) -> None:
    for one, other in [
        (bracket(at_most("a", "b")), bracket(at_most("a + 1", "b"))),
        (bracket(at_most("a", "b")), bracket(equal("a", "b"))),
        (bracket(at_most("2*a", "2*b + 1")), bracket(at_most("2*a", "2*b"))),
    ]:
        _refuse(one, other)
    check(integer("a") is not integer("b"))


def _refuse(one: Term, other: Term) -> None:
    with refused("ring: different normal forms"):
        ring(one, other)
