"""What stands in the expanded bank: at each place one weight or zero, and each weight once per output phase."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import PARAMETERS, bank, names, per_axis
from symstride.proof.language.syntax import ONE, at_most, below, bracket, entry, equal, product, tensor, totals, use
from symstride.proof.statements.axis import PLACED, QUOTIENT, TAP_END, TAP_LOW, on_axis
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.texts import Texts

TITLE = "The entries of the expanded bank"
LINE = "every entry of the expanded bank is one weight or zero; each weight stands once per output phase"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "one weight or zero": "Every entry of the bank is one weight, or a structural zero.",
    "at most one tap": "Two taps at one position are the same tap.",
    "copied once per output phase": "Each weight stands in the bank exactly $a$ times per axis.",
}
FALSE = {
    "a dilated kernel leaves no gaps in its bank": Texts(
        "bank(w)[tau, rho, u]",
        "[0 <= (S*u + rho - s*tau + p)//dl < k]*w[(S*u + rho - s*tau + p)//dl]",
        "1 <= S; 1 <= dl; 0 <= rho < S",
        {"bank(w)[tau, rho, u]": "sum([s*tau + dl*i - p == S*u + rho]*w[i] for i in range(k))"},
        "S s tau dl i p k u rho",
    ),
}


def bank_entry(d: int) -> Term:
    return use(
        bank(d), tensor("w", d + 2), *per_axis(d, *PARAMETERS, "a", "tau"), "o", *names(d, "rho"), "c", *names(d, "u")
    )


def closed_entry(d: int) -> Term:
    """For each axis [0 = q mod dl]*[0 <= q div dl]*[q div dl < k], then w[o, c, q div dl].

    Here q = S*u + rho - s*tau + p.
    """
    taps = [on_axis(d, n, f"({QUOTIENT})//dl") for n in range(d)]
    out = entry("w", "o", "c", *taps)
    for n in reversed(range(d)):
        divides = bracket(equal(0, on_axis(d, n, f"({QUOTIENT}) % dl")))
        inside = (bracket(at_most(0, taps[n])), bracket(below(taps[n], names(d, "k")[n])))
        out = product(divides, *inside, out)
    return out


def claims(d: int) -> Claims:
    """For d axes."""
    tap = [at_most(0, "i"), below("i", "k")]
    axis = [at_most(1, "s"), at_most(1, "a"), at_most(0, "dl")]
    counted = totals([("tau", 0, "a"), ("rho", 0, "s*a"), ("u", TAP_LOW, TAP_END)], PLACED)
    q = [equal("s*tau + dl*i - p", "q"), equal("s*tau + dl*i2 - p", "q")]
    return {
        "one weight or zero": ([at_most(1, dl) for dl in names(d, "dl")], equal(bank_entry(d), closed_entry(d))),
        "at most one tap": ([at_most(1, "dl"), *q], equal("i", "i2")),
        "copied once per output phase": ([*axis, *tap], equal(counted, totals([("tau", 0, "a")], ONE))),
    }
