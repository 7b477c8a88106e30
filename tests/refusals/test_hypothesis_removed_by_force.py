"""A genuine theorem whose hypotheses were removed by ``object.__setattr__``."""

import pytest
from forging import FALSE, replayed
from soundness import check, refused

from symstride.proof.kernel.rules import assume, axiom, instantiate
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most
from symstride.proof.tactics.inequalities import from_false


@pytest.mark.parametrize("formula", [FALSE, at_most("a", "b")], ids=str)
def test_an_assumption_without_its_price(formula: Term) -> None:
    theorem = assume(formula)
    object.__setattr__(theorem, "hyps", frozenset())
    with refused("the step proves another statement"):
        replayed(theorem)


def test_what_was_derived_from_it_falls_with_it() -> None:
    absurd = assume(FALSE)
    object.__setattr__(absurd, "hyps", frozenset())
    everything = from_false(absurd, at_most(100, 1))
    check(everything.hyps == frozenset(), "inside the process the lie spreads")
    with refused("the step proves another statement"):
        replayed(everything)


def test_another_conclusion_by_force() -> None:
    theorem = instantiate(axiom("division"), ())
    object.__setattr__(theorem, "concl", FALSE)
    with refused("the step proves another statement"):
        replayed(theorem)
