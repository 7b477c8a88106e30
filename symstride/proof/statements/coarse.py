"""The statement about one layer inside a network on a coarse grid: whatever stands on the ghosts of its input.

With S phases in n = ceil(N/S) cells the last cell may have places S*m + rho >= N, *ghosts*, that the map does not have.
The coarse network computes something there, so the layer does not read the phases X of its zero-extended input but

    X'[rho, c, m] = X[rho, c, m] + sum over axes n of [N_n <= S_n*m_n + rho_n] * g_n[rho, c, m]

with arbitrary tensors g_n: X where the map has a place, and anything on the ghosts.  Outputs that count, a*m + tau < M,
are the same for all g_n when along each axis S divides N (``whole``) or no such output reads as far as N (``unread``);
or steps over the ghosts by its stride and dilation (``gaps``, shown at numbers);
or when the layer reads not X' itself but its product with the masks [S_n*m_n + rho_n < N_n] of all axes (``masked``).
"""

from __future__ import annotations

from typing import Literal, TypeAlias

from symstride.proof.definitions import PARAMETERS, bank, names, per_axis, phases
from symstride.proof.statements.axis import CELLS, PLACE, TAP_END, TAP_LOW, on_axis
from symstride.proof.statements.layer import Form, channel, extension, signal
from symstride.proof.syntax import at_most, below, bracket, entry, equal, integer, mapping, product, tensor, totals, use
from symstride.proof.terms import Term, plus

Reason: TypeAlias = Literal["whole", "unread", "gaps", "masked", "clean"]
"""Why the ghosts of one axis do no harm; ``clean`` ones hold 0 already, and nothing is added there."""

REACH = "s*(M - 1) + dl*(k - 1) - p"
"""The last place that output M - 1 reads."""


def ghost_name(d: int, n: int) -> str:
    """g_n, what stands on the ghosts of axis n."""
    return names(d, "g")[n]


def ghost_bracket(d: int, n: int) -> Term:
    """[N <= S*m + rho] on axis n, S = s*a."""
    return bracket(at_most(*(on_axis(d, n, text, **_place(d, n)) for text in ("N", PLACE))))


def _place(d: int, n: int) -> dict[str, Term | str]:
    return {"N": names(d, "N")[n], "m": names(d, "m")[n], "S": on_axis(d, n, "s*a")}


def mask(d: int, n: int) -> Term:
    """[S*m + rho < N] on axis n: 1 where the map has a place, 0 on ghosts."""
    return bracket(below(*(on_axis(d, n, text, **_place(d, n)) for text in (PLACE, "N"))))


def coarse_array(form: Form, reasons: tuple[Reason, ...]) -> Term:
    """(c, m) -> X'[rho, c, m], behind the masks of the masked axes; nothing is added on ghosts that are clean."""
    d = form.axes
    rho, m = names(d, "rho"), names(d, "m")
    value = use(phases(d), signal(form), *(on_axis(d, n, "s*a") for n in range(d)), *rho, "c", *m)
    for n in range(d):
        if reasons[n] != "clean":
            value = plus(value, product(ghost_bracket(d, n), entry(ghost_name(d, n), *rho, "c", *m)))
    masks = [mask(d, n) for n in range(d) if reasons[n] == "masked"]
    return mapping(["c", *m], product(*masks, value))


def coarse_sum(form: Form, reasons: tuple[Reason, ...]) -> Term:
    """sum_c sum_rho sum_u bank[tau, o, rho, c, u] * X'[rho, C*(o div O) + c, m + u], X' zero outside of its cells."""
    d = form.axes
    rho, u = names(d, "rho"), names(d, "u")
    parameters = [*per_axis(d, *PARAMETERS, "a", "tau"), "o", *rho, "c", *u]
    cells = [on_axis(d, n, CELLS, S=on_axis(d, n, "s*a"), N=names(d, "N")[n]) for n in range(d)]
    place = [integer(f"{m} + {v}") for m, v in zip(names(d, "m"), u)]
    read = use(extension(form), coarse_array(form, reasons), *cells, channel(form), *place)
    ranges = [("c", integer(0), integer("C"))]
    ranges += [(rho[n], integer(0), on_axis(d, n, "s*a")) for n in range(d)]
    ranges += [(u[n], on_axis(d, n, TAP_LOW), on_axis(d, n, TAP_END)) for n in range(d)]
    return totals(ranges, product(use(bank(d), tensor("w", d + 2), *parameters), read))


def coarse_hypotheses(d: int, n: int, reason: Reason) -> list[Term]:
    """What the theorem assumes about axis n because of its ghosts."""
    values = {"N": names(d, "N")[n], "M": names(d, "M")[n], "m": names(d, "m")[n]}
    if reason == "whole":
        cells = on_axis(d, n, CELLS, S=on_axis(d, n, "s*a"), N=values["N"])
        return [equal(on_axis(d, n, "s*a*n", n=cells), on_axis(d, n, "N", **values))]
    if reason == "unread":
        reach, size, place, end = (on_axis(d, n, text, **values) for text in (REACH, "N", "a*m + tau", "M"))
        return [below(reach, size), below(place, end)]
    if reason == "gaps":
        place, end = (on_axis(d, n, text, **values) for text in ("a*m + tau", "M"))
        return [at_most(0, place), below(place, end)]
    return []
