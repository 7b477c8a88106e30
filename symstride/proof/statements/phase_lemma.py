"""The statement of the phase lemma: both sides, for d axes and symbols throughout."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term
from symstride.proof.language.definitions import PARAMETERS, conv, names, per_axis, phases
from symstride.proof.language.syntax import at_most, below, equal, mapping, tensor, use
from symstride.proof.statements.axis import on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.sums import cells, sum_over_bank


def strided_phases(d: int, dilated: Dilated = None) -> Term:
    """phases(y; a)[tau, o, m] for y = conv(w, x; C, k, s, dl, p)."""
    j = names(d, "j")
    parameters = ["C", *per_axis(d, *PARAMETERS), "o", *j]
    y = mapping(["o", *j], use(conv(d), tensor("w", d + 2), tensor("x", d + 1), *parameters))
    return at_its_dilation(d, dilated, use(phases(d), y, *names(d, "a"), *names(d, "tau"), "o", *names(d, "m")))


def expanded_sum(d: int, dilated: Dilated = None) -> Term:
    """sum_c sum_rho sum_u bank(w; k, s, dl, p, a)[tau, o, rho, c, u] * phases(x; S)[rho, c, m + u]."""
    rho = names(d, "rho")
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    value = use(phases(d), tensor("x", d + 1), *steps, *rho, "c", *cells(d))
    return at_its_dilation(d, dilated, sum_over_bank(d, weight(d, dilated), value, zip(rho, steps)))


def axis_hypotheses(d: int) -> list[Term]:
    """1 <= s, 1 <= a, 1 <= dl, 0 <= tau, tau < a for each axis."""
    return [f for n in range(d) for s, a, dl, tau in [(names(d, x)[n] for x in ("s", "a", "dl", "tau"))]
            for f in (at_most(1, s), at_most(1, a), at_most(1, dl), at_most(0, tau), below(tau, a))]  # fmt: skip


def phase_lemma_statement(d: int) -> tuple[list[Term], Term]:
    """Hypotheses and conclusion."""
    return axis_hypotheses(d), equal(strided_phases(d), expanded_sum(d))
