"""What stands in the expanded bank: at each place one weight or zero, and each weight once per output phase."""

from __future__ import annotations

from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import ONE, at_most, below, equal, totals
from symstride.proof.statements.axis import PLACED, TAP_END, TAP_LOW
from symstride.proof.statements.bank import placed_sum, weight
from symstride.proof.statements.catalogue import Claims

TITLE = "The entries of the expanded bank"
LINE = "every entry of the expanded bank is one weight or zero; each weight stands once per output phase"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "one weight or zero": "Every entry of the bank, a weight or zero, is the sum of the weights whose taps sit there.",
    "at most one tap": "Two taps at one position are the same tap.",
    "copied once per output phase": "Each weight stands in the bank exactly $a$ times per axis.",
}


def claims(d: int) -> Claims:
    """For d axes."""
    tap = [at_most(0, "i"), below("i", "k")]
    axis = [at_most(1, "s"), at_most(1, "a"), at_most(0, "dl")]
    counted = totals([("tau", 0, "a"), ("rho", 0, "s*a"), ("u", TAP_LOW, TAP_END)], PLACED)
    q = [equal("s*tau + dl*i - p", "q"), equal("s*tau + dl*i2 - p", "q")]
    return {
        "one weight or zero": ([at_most(1, dl) for dl in names(d, "dl")], equal(weight(d), placed_sum(d))),
        "at most one tap": ([at_most(1, "dl"), *q], equal("i", "i2")),
        "copied once per output phase": ([*axis, *tap], equal(counted, totals([("tau", 0, "a")], ONE))),
    }
