"""Integers where scalars belong, and the other way round."""

from collections.abc import Callable

import pytest
from soundness import refused

from symstride.proof.kernel.rules import ring
from symstride.proof.kernel.terms import make, num
from symstride.proof.language.syntax import ONE, entry, equal, integer

N, S = integer("a"), entry("f", 1)
MIXED = {
    "a + f[1]": (lambda: make("add", N, S), "add mixes integers and scalars"),
    "a = f[1]": (lambda: make("eq", N, S), "eq mixes integers and scalars"),
    "f[1] <= f[2]": (lambda: make("le", S, S), "le: wrong kind of argument"),
    "f[1] div f[1]": (lambda: make("div", S, S), "div: wrong kind of argument"),
    "an entry at a scalar": (lambda: make("entry", "f", S), "entry: wrong kind of argument"),
    "a bracket of a scalar equation": (lambda: make("bracket", equal(S, S)), "a bracket holds a formula on integers"),
    "a bracket of a number": (lambda: make("bracket", N), "bracket: wrong kind of argument"),
    "a scalar bound": (lambda: make("sum", S, N, S), "sum: wrong kind of argument"),
    "a sum of integers": (lambda: make("sum", N, N, N), "sum: wrong kind of argument"),
    "a map of integers": (lambda: make("map", 1, N), "map: wrong kind of argument"),
    "a function of an integer": (lambda: make("apply", "f", N), "apply: wrong kind of argument"),
    "a formula as a summand": (lambda: make("add", equal(N, N), N), "add: wrong kind of argument"),
    "a map as a summand": (lambda: make("add", make("map", 0, S), S), "add: wrong kind of argument"),
    "1 = 1 across sorts": (lambda: ring(num(1), ONE), "ring: different normal forms"),
}


@pytest.mark.parametrize(("build", "why"), MIXED.values(), ids=MIXED)
def test_a_mixture_is_refused(build: Callable[[], object], why: str) -> None:
    with refused(why):
        build()
