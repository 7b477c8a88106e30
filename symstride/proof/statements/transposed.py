"""The statement about transposed convolution: the adjoint of the phase lemma, for d axes."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term, var
from symstride.proof.language.definitions import PARAMETERS, names, per_axis, phases
from symstride.proof.language.operators import transposed
from symstride.proof.language.syntax import at_most, below, mapping, tensor, use
from symstride.proof.statements.axis import on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.sums import cells, sum_over_bank


def transposed_phases(d: int, dilated: Dilated = None) -> Term:
    """phases(z; S)[rho, o, m] for z = transposed(w, x; C, k, s, dl, p), S = s*a."""
    t = names(d, "t")
    parameters = ["C", *per_axis(d, *PARAMETERS), "o", *t]
    z = mapping(["o", *t], use(transposed(d), tensor("w", d + 2), tensor("x", d + 1), *parameters))
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    return at_its_dilation(d, dilated, use(phases(d), z, *steps, *names(d, "rho"), "o", *names(d, "m")))


def adjoint_sum(d: int, dilated: Dilated = None) -> Term:
    """sum_c sum_tau sum_u bank(w; k, s, dl, p, a)[tau, c, rho, o, u] * phases(x; a)[tau, c, m - u]."""
    tau = names(d, "tau")
    value = use(phases(d), tensor("x", d + 1), *names(d, "a"), *tau, "c", *cells(d, "-"))
    entry = weight(d, dilated, {"o": "c", "c": "o"})
    return at_its_dilation(d, dilated, sum_over_bank(d, entry, value, zip(tau, map(var, names(d, "a")))))


def transposed_hypotheses(d: int) -> list[Term]:
    """1 <= s, 1 <= a, 1 <= dl, 0 <= rho < s*a for each axis."""
    out: list[Term] = []
    for n in range(d):
        s, a, dl, rho = (names(d, x)[n] for x in ("s", "a", "dl", "rho"))
        out += [at_most(1, s), at_most(1, a), at_most(1, dl), at_most(0, rho), below(rho, f"{s}*{a}")]
    return out
