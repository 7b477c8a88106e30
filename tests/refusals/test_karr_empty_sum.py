"""Karr's convention: a sum over [3, 0) as minus the sum over [0, 3).  Here it is zero, and only zero.

SymPy follows Karr; ``Sum(w[i], (i, 0, -3))`` gives ``-w[-1] - w[-2]`` there.
"""

from random import Random

import sympy
from soundness import check, check_false, lemmas, refused

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import make, plus
from symstride.proof.language.syntax import NOTHING, entry, equal, total
from symstride.proof.tactics.rewriting import at

FORTH, BACK = total("v", 0, 3, entry("f", "v")), total("v", 3, 0, entry("f", "v"))


def test_a_reversed_range_is_not_minus_the_range(rng: Random) -> None:
    check_false([], equal(plus(FORTH, BACK), NOTHING), rng)
    with refused("ring: different normal forms"):
        ring(plus(FORTH, BACK), NOTHING)


def test_a_reversed_range_is_not_the_range(rng: Random) -> None:
    check_false([], equal(BACK, FORTH), rng)
    with refused("ring: different normal forms"):
        ring(BACK, make("mul", make("nat", 1), FORTH))


def test_ring_does_not_judge_ranges() -> None:
    """True, and left to derivation: that a sum over [3, 3) is zero."""
    with refused("ring: different normal forms"):
        ring(total("v", 3, 3, entry("f", "v")), NOTHING)


def test_the_lemma_gives_zero_where_sympy_gives_something_else() -> None:
    zero = at(lemmas()["empty_sum"], lo=0, hi=-2)
    check(zero.concl.args[1] is NOTHING, zero)
    w, i = sympy.IndexedBase("w"), sympy.Symbol("i")
    karr = sympy.Sum(w[i], (i, 0, -3)).doit()
    check(karr == -w[-1] - w[-2], karr)
