"""The phase lemma: a strided convolution is a unit-stride convolution of phases, for all parameter values.

Kong and Lucey, arXiv 1712.02502, section 3, state it for one phase of the output (a = 1), without padding and
dilation.  Here for any number of axes, a >= 1 output phases, any padding and dilation, over any commutative semiring.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from symstride.proof.kernel.rules import unfold
from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import conv, per_axis, phases
from symstride.proof.language.syntax import entry, product, totals
from symstride.proof.record import Proposition
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.catalogue.phase_lemma import SOURCES, WORDS
from symstride.proof.statements.phase_lemma import expanded_sum, strided_phases
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import Conversion, beginning, ending, right, symmetric, then
from symstride.proof.theorems.along import along_axes, lemmas_along, read_by, tap_sums


def unfold_all(*definitions: Term) -> Conversion:
    """Unfold definitions one after the other."""
    return then(*(lambda t, definition=definition: unfold(t, definition) for definition in definitions))


@cache
def phase_lemma(d: int, dilated: Dilated = None) -> Proposition:
    """phases(y; a)[tau, o, m] = sum_c sum_rho sum_u bank[tau, o, rho, c, u] * phases(x; S)[rho, c, m + u].

    y = conv(w, x; C, k, s, dl, p); 0 <= c < C, 0 <= rho < S = s*a, (-p) div S <= u <= (s*(a-1) + dl*(k-1) - p) div S.
    Hypotheses, for each axis: 1 <= s, 1 <= a, 0 <= tau < a, and 1 <= dl where it is dilated.
    """
    chain = Calculation(strided_phases(d, dilated))
    opened = unfold_all(phases(d), conv(d))(chain.start)
    written = totals([("c", 0, "C")], tap_sums(d, dilated, partial(_summand, d)))
    chain.equation(ending(opened, written), "definition")
    goal = expanded_sum(d, dilated)
    with_bank, with_phases = unfold_all(phases(d))(goal), right(unfold_all(phases(d))(goal))
    folded = symmetric(unfold(with_phases, bank_in(with_phases)))
    chain.by(
        "change of index",
        along_axes(d, dilated, partial(_summand, d), ["c"]),
        lambda t: beginning(t, folded),
        lemmas=lemmas_along(d, dilated),
    )
    chain.equation(symmetric(with_bank), "phases of $x$")
    return Proposition(
        name="phase lemma",
        title="Phase lemma",
        words=WORDS["phase lemma"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(per_axis(d, "tau"), 0),
        sources=SOURCES,
    )


def bank_in(sums: Term) -> Term:
    """The definition of the bank in sum .. sum bank * x."""
    while sums.tag == "sum":
        sums = sums.args[2]
    definition: Term = sums.args[0].args[0]
    return definition


def _summand(d: int, taps: Sequence[Term], reads: Sequence[Term]) -> Term:
    """w[o, c, taps] * x[c, S*m + reads]."""
    return product(entry("w", "o", "c", *taps), read_by(d, reads))
