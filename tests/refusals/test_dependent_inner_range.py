"""Sums exchanged though the inner range mentions the outer index, and a factor pulled out though it mentions the index.

Both axioms hold without side conditions because only closed values can be put into them.
"""

from random import Random

from soundness import check_false, refused

from symstride.proof.kernel.rules import axiom, instantiate, ring
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import entry, equal, product, tensor, total, variable
from symstride.proof.lemmas.sums import pull_factor, swap_sums

F, G = entry("f", "v"), entry("g", "v", "w")


def test_a_triangle_is_not_a_square(rng: Random) -> None:
    triangle = total("v", 0, 3, total("w", 0, "v", G))
    check_false([], equal(triangle, total("w", 0, "v", total("v", 0, 3, G))), rng)
    with refused("the inner range mentions the outer index"):
        swap_sums(triangle)
    with refused("instantiate: the value does not fit"):
        instantiate(axiom("sum_swap"), ((variable("hi2"), make("bound", 0)), (("f", 2), tensor("g", 2))))


def test_a_factor_with_the_index_stays_inside(rng: Random) -> None:
    square = total("v", 0, 3, product(F, F))
    check_false([], equal(square, product(F, total("v", 0, 3, F))), rng)
    with refused("the factor mentions the index of the sum"):
        pull_factor(square)
    with refused("instantiate: the value does not fit"):
        instantiate(axiom("sum_factor"), ((("c", 0), make("map", 0, make("entry", "f", make("bound", 0)))),))


def test_ring_does_not_move_sums() -> None:
    with refused("ring: different normal forms"):
        ring(total("v", 0, "n", total("w", 0, "m", G)), total("w", 0, "m", total("v", 0, "n", G)))
