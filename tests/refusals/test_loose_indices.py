"""An index without its binder: refused in every theorem, and in every value that is put into one."""

from collections.abc import Callable

import pytest
from soundness import refused

from symstride.proof.kernel.rules import assume, axiom, cone, instantiate, rewrite, ring, under_sum, unfold
from symstride.proof.kernel.terms import close_binder, make, num
from symstride.proof.language.syntax import entry, equal, integer, variable

LOOSE = make("bound", 0)
X = entry("x", 0)
D = make("define", "D", entry("x", "i"), (("x", 1), ("i", -1)))
FORGERIES = {
    "assumed": (lambda: assume(make("le", LOOSE, num(1))), "not a closed formula"),
    "by ring": (lambda: ring(LOOSE, LOOSE), "not a closed formula"),
    "by ring, under a sum that does not bind it": (lambda: ring(_sum(), _sum()), "not a closed formula"),
    "by cone": (lambda: cone(make("le", LOOSE, LOOSE), (), ()), "not a closed formula"),
    "by unfold": (lambda: unfold(make("entry", "x", LOOSE), D), "not a closed formula"),
    "as a bound": (lambda: under_sum(ring(X, X), variable("v"), LOOSE, num(3)), "not a closed formula"),
    "as a value": (lambda: instantiate(axiom("division"), ((variable("a"), LOOSE),)), "the value does not fit"),
    "inside a value": (
        lambda: instantiate(axiom("sum_factor"), ((("c", 0), make("map", 0, make("entry", "f", LOOSE))),)),
        "the value does not fit",
    ),
    "in a template": (
        lambda: rewrite(ring(X, X), ring(X, X), make("eq", make("entry", "z"), make("entry", "x", LOOSE)), ("z", 0)),
        "the template does not give the second conclusion",
    ),
    "in a definition": (
        lambda: make("define", "E", make("entry", "x", LOOSE), (("x", 1),)), "a definition is closed"
    ),
    "bound a second time": (lambda: close_binder(LOOSE, ("i",)), "only a term without loose indices"),
}  # fmt: skip


def _sum() -> object:
    return make("sum", num(0), num(1), make("entry", "x", make("bound", 1)))


@pytest.mark.parametrize(("forge", "why"), FORGERIES.values(), ids=FORGERIES)
def test_a_loose_index_is_refused(forge: Callable[[], object], why: str) -> None:
    with refused(why):
        forge()


def test_equal_up_to_binders_is_not_equal_without_them() -> None:
    with refused("not a closed formula"):
        assume(equal(integer("a"), make("bound", 3)))
