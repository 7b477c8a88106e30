"""The phase next door: rho + 1, tau + 1 or cell m + u + 1 in place of rho, tau, m + u."""

from random import Random

import pytest
from forging import STRIDED, check_forgery_of_phase_lemma, expanded

from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import equal

WRONG = {
    "bank one phase on": expanded(bank_rho="rho + 1"),
    "signal one phase on": expanded(rho="rho + 1"),
    "output one phase on": expanded(tau="tau + 1"),
    "one cell on": expanded(cell="m + u + 1"),
    "taps read backwards": expanded(cell="m - u"),
}


@pytest.mark.parametrize("right", WRONG.values(), ids=WRONG)
def test_a_shifted_phase_is_refused(right: Term, rng: Random) -> None:
    check_forgery_of_phase_lemma(equal(STRIDED, right), rng)
