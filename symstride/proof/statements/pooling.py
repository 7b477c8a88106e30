"""The statement about pooling: the phase lemma with weights 1, channel by channel.

Over (max, +) it is about max-pooling, with minus infinity as padding; over a ring about sums, hence averages.
"""

from __future__ import annotations

from symstride.proof.definitions import PARAMETERS, names, per_axis, phases, pool, window
from symstride.proof.statements.axis import TAP_END, TAP_LOW, on_axis
from symstride.proof.syntax import integer, mapping, product, tensor, totals, use
from symstride.proof.terms import Term


def pooled_phases(d: int) -> Term:
    """phases(y; a)[tau, c, m] for y = pool(x; k, s, dl, p)."""
    j = names(d, "j")
    y = mapping(["c", *j], use(pool(d), tensor("x", d + 1), *per_axis(d, *PARAMETERS), "c", *j))
    return use(phases(d), y, *names(d, "a"), *names(d, "tau"), "c", *names(d, "m"))


def window_sum(d: int) -> Term:
    """sum_rho sum_u window(k, s, dl, p, a)[tau, rho, u] * phases(x; S)[rho, c, m + u]."""
    rho, u = names(d, "rho"), names(d, "u")
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    weight = use(window(d), *per_axis(d, *PARAMETERS, "a", "tau"), *rho, *u)
    cells = [f"{m} + {v}" for m, v in zip(names(d, "m"), u)]
    ranges = [(rho[n], integer(0), steps[n]) for n in range(d)]
    ranges += [(u[n], on_axis(d, n, TAP_LOW), on_axis(d, n, TAP_END)) for n in range(d)]
    return totals(ranges, product(weight, use(phases(d), tensor("x", d + 1), *steps, *rho, "c", *cells)))
