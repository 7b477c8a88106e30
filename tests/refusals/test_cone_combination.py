"""A combination that is not the goal: by one, by a sign, by a factor, or with a premise left out."""

from collections.abc import Callable

import pytest
from soundness import check, refused

from symstride.proof.kernel.rules import assume, cone
from symstride.proof.kernel.terms import num
from symstride.proof.language.syntax import at_most, equal, integer

A, B, E = assume(at_most("a", "b")), assume(at_most("c", "d")), assume(equal("x", "y"))
FORGERIES = {
    "too sharp by one": lambda: cone(at_most("a + 1", "b"), ((1, (A,)),), ()),
    "too weak by one, without saying so": lambda: cone(at_most("a", "b + 1"), ((1, (A,)),), ()),
    "turned round": lambda: cone(at_most("b", "a"), ((1, (A,)),), ()),
    "twice, for once": lambda: cone(at_most("2*a", "2*b"), ((1, (A,)),), ()),
    "a product for a sum": lambda: cone(at_most("a + c", "b + d"), ((1, (A, B)),), ()),
    "a sum for a product": lambda: cone(at_most(0, "(b - a)*(d - c)"), ((1, (A,)), (1, (B,))), ()),
    "an equation with the other sign": lambda: cone(at_most("y", "x"), (), ((num(-1), E),)),
    "out of nothing": lambda: cone(at_most(1, 0), (), ()),
    "one from one": lambda: cone(at_most(1, 0), ((1, ()),), ()),
    "a product of differences that is not one": lambda: cone(at_most("a*c", "b*d"), ((1, (A, B)),), ()),
}


@pytest.mark.parametrize("forge", FORGERIES.values(), ids=FORGERIES)
def test_it_is_refused(forge: Callable[[], object]) -> None:
    with refused("cone: the combination is not the goal"):
        forge()


def test_every_premise_leaves_its_hypotheses() -> None:
    goal = at_most("a + 2*x", "b + 2*y + 3")
    theorem = cone(goal, ((1, (A,)), (3, ())), ((integer(-2), E),))
    check(theorem.hyps == {A.concl, E.concl}, theorem)


def test_a_premise_that_cancels_leaves_its_hypotheses() -> None:
    theorem = cone(at_most(0, 0), (), ((num(1), E), (num(-1), E)))
    check(theorem.hyps == {E.concl}, theorem)
    trivial = cone(at_most(0, 0), (), ())
    check(cone(at_most(0, 0), ((1, (A, trivial)),), ()).hyps == {A.concl})
