"""f(3), a function of the scalar 3, and f[3], a tensor's entry at the integer 3: the same text, two meanings."""

from random import Random

from soundness import check, check_false, refused

from symstride.proof.kernel.rules import instantiate, ring
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import apply, entry, equal, mapping

THREE = make("nat", 3)


def test_they_are_not_equal(rng: Random) -> None:
    check_false([], equal(apply("f", THREE), entry("f", 3)), rng)
    with refused("ring: different normal forms"):
        ring(apply("f", THREE), entry("f", 3))


def test_a_function_is_not_linear(rng: Random) -> None:
    double = make("add", apply("f", THREE), apply("f", THREE))
    check_false([], equal(apply("f", make("nat", 6)), double), rng)
    with refused("ring: different normal forms"):
        ring(apply("f", make("nat", 6)), double)


def test_a_tensor_of_the_same_name_is_replaced_alone() -> None:
    both = apply("f", entry("f", 3))
    theorem = instantiate(ring(both, both), ((("f", 1), mapping(["i"], THREE)),))
    check(theorem.concl.args[0] is apply("f", THREE), theorem)


def test_another_function_is_another_function() -> None:
    with refused("ring: different normal forms"):
        ring(apply("f", THREE), apply("g", THREE))
