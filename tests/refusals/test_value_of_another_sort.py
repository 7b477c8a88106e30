"""Values that do not fit their name: a map for an integer, an integer for a tensor, a formula for anything."""

import pytest
from soundness import refused

from symstride.proof.kernel.rules import axiom, instantiate
from symstride.proof.kernel.terms import Key, Term
from symstride.proof.language.syntax import ONE, at_most, entry, integer, mapping, variable

FITS = "instantiate: the value does not fit"
KIND = "instantiate takes (theorem, substitution)"
WRONG: list[tuple[Key, Term, str]] = [
    (("c", 0), integer(1), FITS),
    (variable("lo"), mapping([], ONE), FITS),
    (variable("lo"), ONE, KIND),
    (("c", 0), ONE, KIND),
    (("c", 0), at_most(0, 1), KIND),
    (variable("lo"), at_most(0, 1), KIND),
    (("f", 1), entry("g", 0), KIND),
]


@pytest.mark.parametrize(("key", "value", "why"), WRONG, ids=[f"{key[0]} := {value}" for key, value, _ in WRONG])
def test_it_is_refused(key: Key, value: Term, why: str) -> None:
    with refused(why):
        instantiate(axiom("sum_factor"), ((key, value),))
