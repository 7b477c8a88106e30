"""Premises of another kind in a cone: scalar equations, inequalities as equations, equations as inequalities."""

from collections.abc import Callable

import pytest
from soundness import refused

from symstride.proof.kernel.rules import assume, cone, ring
from symstride.proof.kernel.terms import make, num
from symstride.proof.language.syntax import ONE, at_most, entry, equal, integer

A, E = assume(at_most("a", "b")), assume(equal("a", "b"))
SCALARS = assume(equal(make("nat", 2), ONE))
FORGERIES = {
    "an equation as a factor": (lambda: cone(at_most("a", "b"), ((1, (E,)),), ()), "a factor is not an inequality"),
    "a scalar equation": (lambda: cone(at_most(1, 0), (), ((num(1), SCALARS),)), "not an equation of integers"),
    "an inequality as an equation": (
        lambda: cone(at_most("b", "a"), (), ((num(-1), A),)), "cone: not an equation of integers"
    ),
    "the goal is an equation": (lambda: cone(equal("a", "a"), (), ()), "the goal is not a <= b"),
    "a scalar multiple": (lambda: cone(at_most(0, 0), (), ((ONE, E),)), "cone takes (formula, products, equations)"),
    "a goal between scalars": (
        lambda: cone(ring(entry("f"), entry("f")).concl, (), ()), "cone: the goal is not a <= b"
    ),
    "a formula for a premise": (lambda: cone(at_most("a", "b"), ((1, (A.concl,)),), ()), "cone takes"),
    "lists for tuples": (lambda: cone(at_most("a", "b"), [[1, [A]]], []), "cone takes"),
    "an integer for an equation": (lambda: cone(at_most(0, 0), (), ((num(1), integer("a")),)), "cone takes"),
}  # fmt: skip


@pytest.mark.parametrize(("forge", "why"), FORGERIES.values(), ids=FORGERIES)
def test_it_is_refused(forge: Callable[[], object], why: str) -> None:
    with refused(why):
        forge()
