"""Taps turned round (the kernel flip of signal processing), or channels exchanged."""

from random import Random

import pytest
from forging import STRIDED, check_forgery_of_phase_lemma, expanded

from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import entry, equal, mapping

INDICES = ("o_", "c_", "i_")
WRONG = {
    "flipped": expanded(weights=mapping(INDICES, entry("w", "o_", "c_", "k - 1 - i_"))),
    "channels exchanged": expanded(weights=mapping(INDICES, entry("w", "c_", "o_", "i_"))),
    "the next tap": expanded(weights=mapping(INDICES, entry("w", "o_", "c_", "i_ + 1"))),
    "always tap 0": expanded(weights=mapping(INDICES, entry("w", "o_", "c_", 0))),
}


@pytest.mark.parametrize("right", WRONG.values(), ids=WRONG)
def test_a_bank_with_other_weights_is_refused(right: Term, rng: Random) -> None:
    check_forgery_of_phase_lemma(equal(STRIDED, right), rng)
