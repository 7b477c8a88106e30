"""The statement about pooling: the phase lemma with weights 1, channel by channel.

Over (max, +) it is about max-pooling, with minus infinity as padding; over a ring about sums, hence averages.
"""

from __future__ import annotations

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import PARAMETERS, bank_parameters, names, per_axis, phases
from symstride.proof.language.operators import pool, window
from symstride.proof.language.syntax import mapping, tensor, use
from symstride.proof.statements.axis import on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation
from symstride.proof.statements.sums import cells, sum_over_bank


def pooled_phases(d: int, dilated: Dilated = None) -> Term:
    """phases(y; a)[tau, c, m] for y = pool(x; k, s, dl, p)."""
    j = names(d, "j")
    y = mapping(["c", *j], use(pool(d), tensor("x", d + 1), *per_axis(d, *PARAMETERS), "c", *j))
    return at_its_dilation(d, dilated, use(phases(d), y, *names(d, "a"), *names(d, "tau"), "c", *names(d, "m")))


def window_weight(d: int, dilated: Dilated = None) -> Term:
    """window(k, s, dl, p, a)[tau, rho, u]."""
    return use(window(d, dilated), *bank_parameters(d, dilated), *names(d, "rho"), *names(d, "u"))


def window_sum(d: int, dilated: Dilated = None) -> Term:
    """sum_rho sum_u window(k, s, dl, p, a)[tau, rho, u] * phases(x; S)[rho, c, m + u]."""
    rho = names(d, "rho")
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    value = use(phases(d), tensor("x", d + 1), *steps, *rho, "c", *cells(d))
    sums = sum_over_bank(d, window_weight(d, dilated), value, zip(rho, steps), channels=False)
    return at_its_dilation(d, dilated, sums)
