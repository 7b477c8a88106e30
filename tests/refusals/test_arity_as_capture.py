"""The arity of a value is a capture check: a map of one index for a tensor without indices would be caught by a sum.

From sum_[0,2) c = sum_[1,3) c one would get sum_[0,2) f[v] = sum_[1,3) f[v].  The loose-index test does not see it.
"""

from random import Random

import pytest
from soundness import check, check_false, lemmas, refused

from symstride.proof.kernel.rules import Theorem, instantiate, rewrite, ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import entry, equal, integer, mapping, tensor, total, variable


def constant_sum() -> Theorem:
    """sum_[0,2) c[] = sum_[1,3) c[]: the shift of a sum whose summand does not depend on the index."""
    values = ((variable("lo"), integer(0)), (variable("hi"), integer(2)), (variable("n"), integer(1)))
    return instantiate(lemmas()["shift_sum"], (*values, (("f", 1), mapping(["v"], entry("c")))))


@pytest.mark.parametrize("arity", [1, 2, 5])
def test_a_map_of_another_arity_is_refused(arity: int) -> None:
    with refused("instantiate: the value does not fit ('c', 0)"):
        instantiate(constant_sum(), ((("c", 0), tensor("f", arity)),))


def test_a_constant_is_accepted() -> None:
    theorem = instantiate(constant_sum(), ((("c", 0), mapping([], entry("f", "v"))),))
    check(theorem.concl.args[0].args[2] is entry("f", "v"), theorem)


def test_what_it_would_have_proved_is_false(rng: Random) -> None:
    check_false([], equal(total("v", 0, 2, entry("f", "v")), total("v", 1, 3, entry("f", "v"))), rng)


@pytest.mark.parametrize("value", [tensor("f", 1), tensor("f", 3)], ids=["one index", "three indices"])
def test_a_tensor_of_two_indices_is_a_map_of_two(value: Term) -> None:
    equation = ring(entry("g", "i", "j"), entry("g", "i", "j"))
    with refused("instantiate: the value does not fit ('g', 2)"):
        instantiate(equation, ((("g", 2), value),))
    check(instantiate(equation, ((("g", 2), tensor("h", 2)),)).concl.args[0] is entry("h", "i", "j"))


def test_a_hole_of_a_rewrite_has_no_indices() -> None:
    equation = ring(entry("f", "i"), entry("f", "i"))
    with refused("rewrite: the hole has another sort"):
        rewrite(equation, equation, equal(entry("z", "i"), entry("f", "i")), ("z", 1))


def test_a_use_asks_for_exact_arities() -> None:
    definition = make("define", "D", entry("x", 0), (("x", 1),))
    for wrong in (tensor("f", 0), tensor("f", 2)):
        with refused("the arguments do not fit the parameters of D"):
            make("use", definition, wrong)
