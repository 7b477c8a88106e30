"""A cell offset too few: the phase lemma with a range that ends, or begins, one place off."""

from random import Random

import pytest
from forging import STRIDED, check_forgery_of_phase_lemma, expanded
from soundness import refused

from symstride.proof.kernel.rules import assume
from symstride.proof.kernel.terms import Term, minus, num, plus
from symstride.proof.language.syntax import at_most, below, equal, integer
from symstride.proof.statements.axis import TAP_END, TAP_LOW
from symstride.proof.tactics.inequalities import prove_at_most

WRONG = {
    "one tap too few": expanded(end=minus(integer(TAP_END), num(1))),
    "begins one tap late": expanded(low=plus(integer(TAP_LOW), num(1))),
    "begins at zero": expanded(low=0),
    "one phase too few": expanded(phase_count="s*a - 1"),
    "one channel too few": expanded(channels="C - 1"),
    "phases of s, not s*a": expanded(phase_count="s"),
}


@pytest.mark.parametrize("right", WRONG.values(), ids=WRONG)
def test_a_range_with_a_wrong_end_is_refused(right: Term, rng: Random) -> None:
    check_forgery_of_phase_lemma(equal(STRIDED, right), rng)


def test_no_certificate_is_found_for_a_bound_that_is_one_too_sharp() -> None:
    facts = [assume(at_most(1, "b")), assume(at_most("x", "y"))]
    with refused("no certificate found"):
        prove_at_most(below("x//b", "y//b"), facts)
