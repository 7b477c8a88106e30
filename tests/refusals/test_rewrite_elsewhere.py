"""Rewriting with the wrong template, backwards, or by something that is no equation."""

from collections.abc import Callable

import pytest
from soundness import refused

from symstride.proof.kernel.rules import assume, rewrite
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import at_most, entry, equal, integer, variable

EQUATION, FACT = assume(equal("a", "b")), assume(at_most("a", "c"))
Z, z = variable("z"), integer("z")
OTHER = "rewrite: the template does not give the second conclusion"
FORGERIES = {
    "another template": (lambda: rewrite(EQUATION, FACT, at_most("z", "d"), Z), OTHER),
    "the template is the goal": (lambda: rewrite(EQUATION, FACT, at_most("b", "c"), Z), OTHER),
    "backwards": (lambda: rewrite(EQUATION, assume(at_most("b", "c")), at_most("z", "c"), Z), OTHER),
    "at another place": (lambda: rewrite(EQUATION, FACT, at_most("a", "z"), Z), OTHER),
    "equal as polynomials only": (lambda: rewrite(EQUATION, FACT, at_most("z + 0", "c"), Z), OTHER),
    "by an inequality": (lambda: rewrite(FACT, FACT, at_most("z", "c"), Z), "the first theorem is not an equation"),
    "a scalar hole": (lambda: rewrite(EQUATION, FACT, at_most("z", "c"), ("z", 0)), "the hole has another sort"),
    "a tensor hole": (lambda: rewrite(EQUATION, FACT, at_most("z", "c"), ("z", 1)), "the hole has another sort"),
    "an integer hole for scalars": (
        lambda: rewrite(assume(equal(entry("f"), entry("g"))), FACT, at_most("z", "c"), Z), "the hole has another sort"
    ),
}  # fmt: skip


@pytest.mark.parametrize(("forge", "why"), FORGERIES.values(), ids=FORGERIES)
def test_it_is_refused(forge: Callable[[], object], why: str) -> None:
    with refused(why):
        forge()


def test_nothing_is_rewritten_inside_a_definition() -> None:
    """A definition is closed: its body does not mention the a outside."""
    inside = make("define", "D", make("bracket", equal("a", "b")), (variable("a"), variable("b")))
    applied = make("use", inside, integer("a"), integer("b"))
    with refused(OTHER):
        rewrite(EQUATION, assume(equal(applied, applied)), equal(applied, make("use", inside, z, z)), Z)
