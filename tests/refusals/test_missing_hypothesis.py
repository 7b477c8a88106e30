"""The phase lemma without 1 <= s, or without another of its hypotheses."""

from random import Random

import pytest
from forging import HYPOTHESES, PHASE_LEMMA, check_forgery_of_phase_lemma, claiming, proved_phase_lemma
from soundness import check_true, refused

from symstride.proof.kernel.replay import replay
from symstride.proof.kernel.rules import assume
from symstride.proof.kernel.terms import Term
from symstride.proof.language.syntax import at_most, below
from symstride.proof.tactics.inequalities import prove_at_most

IMPLIED = at_most(1, "a")  # follows from 0 <= tau < a
NEEDED = [h for h in HYPOTHESES if h is not IMPLIED]


@pytest.mark.parametrize("missing", NEEDED, ids=str)
def test_without_a_hypothesis_the_lemma_is_false_and_refused(missing: Term, rng: Random) -> None:
    check_forgery_of_phase_lemma(PHASE_LEMMA, rng, [h for h in HYPOTHESES if h is not missing])


def test_even_a_hypothesis_that_follows_from_the_others_must_be_stated(rng: Random) -> None:
    check_true(NEEDED, PHASE_LEMMA, rng)
    with refused("the step proves another statement"):
        replay(claiming(proved_phase_lemma(), NEEDED, PHASE_LEMMA))


def test_the_remainder_has_no_range_without_a_positive_divisor() -> None:
    with refused("no certificate found"):
        prove_at_most(at_most(0, "t % s"))
    with refused("no certificate found"):
        prove_at_most(below("t % s", "s"), [assume(at_most(0, "s"))])
