"""Pooling is the phase lemma with weights 1: over (max, +) max-pooling, over a ring sums and averages."""

from __future__ import annotations

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.definitions import bank, conv, names, per_axis, phases
from symstride.proof.language.operators import pool, window
from symstride.proof.language.syntax import ONE, entry, mapping
from symstride.proof.lemmas.sums import single_sum
from symstride.proof.record import Proposition
from symstride.proof.statements.catalogue.pooling import SOURCES, WORDS
from symstride.proof.statements.pooling import pooled_phases, window_sum
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import apply_lemma, beginning, left, right, symmetric, trans
from symstride.proof.theorems.phase_lemma import phase_lemma, unfold_all


def pooling(d: int) -> Proposition:
    """phases(pool(x); a)[tau, c, m] = sum_rho sum_u window[tau, rho, u] * phases(x; S)[rho, c, m + u]."""
    t = names(d, "t")
    maps = {
        "w": mapping(["o", "q", *names(d, "i")], ONE),
        "x": mapping(["q", *t], entry("x", "c", *t)),
    }
    lemma = apply_lemma(phase_lemma(d).theorem, {"C": 1}, maps)
    chain = Calculation(pooled_phases(d))
    opened = unfold_all(phases(d), pool(d))(chain.start)
    as_conv = unfold_all(phases(d), conv(d))(left(lemma))
    one = _one_channel(right(as_conv))
    same = trans(opened, beginning(right(opened), symmetric(trans(as_conv, one))))
    chain.equation(same, "a convolution with weights $1$ of a single channel")
    chain.equation(lemma, "the phase lemma", lemmas=("phase_lemma",))
    chain.equation(_one_channel(right(lemma)), "there is one channel", lemmas=(single_sum.name,))
    goal = window_sum(d)
    folded = unfold_all(window(d), phases(d))(goal)
    unfolded = unfold_all(bank(d), phases(d))(chain.term)
    chain.equation(
        trans(unfolded, beginning(right(unfolded), symmetric(folded))), "the bank of weights $1$ is the window"
    )
    return Proposition(
        name="pooling",
        title="Pooling",
        words=WORDS["pooling"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(names(d, "tau"), 0),
        sources=SOURCES,
    )


def _one_channel(t: Term) -> Theorem:
    """sum_{0<=q<1} f q = f 0."""
    body = make("map", 1, t.args[2])
    return beginning(t, apply_lemma(single_sum(), {"e": 0}, {"f": body}))
