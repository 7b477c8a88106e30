"""Pooling: the phase lemma without weights.  Over (max, +) this is about max-pooling."""

from __future__ import annotations

from collections.abc import Sequence

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import names, per_axis, phases
from symstride.proof.language.operators import pool, window
from symstride.proof.record import Proposition
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.catalogue.pooling import SOURCES, WORDS
from symstride.proof.statements.pooling import pooled_phases, window_sum
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import beginning, ending, right, symmetric
from symstride.proof.theorems.along import along_axes, lemmas_along, read_by, tap_sums
from symstride.proof.theorems.phase_lemma import unfold_all


def pooling(d: int, dilated: Dilated = None) -> Proposition:
    """phases(pool(x); a)[tau, c, m] = sum_rho sum_u window[tau, rho, u] * phases(x; S)[rho, c, m + u]."""

    def summand(taps: Sequence[Term], reads: Sequence[Term]) -> Term:
        return read_by(d, reads)

    chain = Calculation(pooled_phases(d, dilated))
    opened = unfold_all(phases(d), pool(d))(chain.start)
    chain.equation(ending(opened, tap_sums(d, dilated, summand)), "definition")
    with_phases = unfold_all(phases(d))(window_sum(d, dilated))
    folded = symmetric(unfold_all(window(d, dilated))(right(with_phases)))
    chain.by(
        "change of index",
        along_axes(d, dilated, summand, []),
        lambda t: beginning(t, folded),
        lemmas=lemmas_along(d, dilated),
    )
    chain.equation(symmetric(with_phases), "phases of $x$")
    return Proposition(
        name="pooling",
        title="Pooling",
        words=WORDS["pooling"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(names(d, "tau"), 0),
        sources=SOURCES,
    )
