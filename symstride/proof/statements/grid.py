"""The statement about one layer inside a network on the grid: whatever stands on the ghosts of its input.

With S phases in n = ceil(N/S) cells the last cell may have places S*m + rho >= N, *ghosts*, that the map does not have.
The rewriting computes something there, so the layer does not read the phases X of its zero-extended input but

    X'[rho, c, m] = X[rho, c, m] + sum over axes n of [N_n <= S_n*m_n + rho_n] * g_n[rho, c, m]

with arbitrary tensors g_n: X where the map has a place, and anything on the ghosts.  Outputs that count, a*m + tau < M,
are the same for all g_n when along each axis S divides N (``whole``) or no such output reads as far as N (``unread``);
or steps over the ghosts by its stride and dilation (``gaps``, shown at numbers);
or when the layer reads not X' itself but its product with the masks [S_n*m_n + rho_n < N_n] of all axes (``masked``).
"""

from __future__ import annotations

from dataclasses import dataclass

from symstride.proof.kernel.terms import Term, plus, substitute
from symstride.proof.language.definitions import names, phases
from symstride.proof.language.syntax import (
    Integer,
    at_most,
    below,
    bracket,
    entry,
    equal,
    mapping,
    product,
    use,
)
from symstride.proof.statements.axis import CELLS, Reason, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.layer import Form, channel, extension, signal, unit_stride_sum
from symstride.proof.statements.sums import cells, sum_over_bank
from symstride.proof.statements.transposed import transposed_phases


@dataclass(frozen=True, slots=True)
class Reading:
    """How a layer reads the cells of its input: phase rho of step S = s*a at m + u.

    A transposed layer, the adjoint, reads phase tau of step a at m - u.
    """

    axes: int
    transposed: bool = False

    @property
    def phases(self) -> tuple[str, ...]:
        return names(self.axes, "tau" if self.transposed else "rho")

    @property
    def steps(self) -> list[Term]:
        return [on_axis(self.axes, n, "a" if self.transposed else "s*a") for n in range(self.axes)]

    @property
    def cells(self) -> list[Term]:
        return cells(self.axes, "-" if self.transposed else "+")

    @property
    def counts(self) -> list[Term]:
        """ceil(N/step) per axis."""
        sizes = names(self.axes, "N")
        return [on_axis(self.axes, n, CELLS, S=step, N=sizes[n]) for n, step in enumerate(self.steps)]

    def place(self, n: int, cell: Integer) -> Term:
        """The place step*cell + phase on axis n."""
        return on_axis(self.axes, n, "S*m + r", S=self.steps[n], m=cell, r=self.phases[n])


REACH = "s*(M - 1) + dl*(k - 1) - p"
"""The last place that output M - 1 reads."""


def ghost_name(d: int, n: int) -> str:
    """g_n, what stands on the ghosts of axis n."""
    return names(d, "g")[n]


def ghost_bracket(reading: Reading, n: int, cell: Integer) -> Term:
    """[N <= S*m + rho] on axis n."""
    return bracket(at_most(names(reading.axes, "N")[n], reading.place(n, cell)))


def mask(reading: Reading, n: int, cell: Integer) -> Term:
    """[S*m + rho < N] on axis n: 1 where the map has a place, 0 on ghosts."""
    return bracket(below(reading.place(n, cell), names(reading.axes, "N")[n]))


def grid_array(form: Form, reasons: tuple[Reason, ...], reading: Reading) -> Term:
    """(c, m) -> X'[rho, c, m], behind the masks of the masked axes; nothing is added on ghosts that are clean."""
    d, m = form.axes, names(form.axes, "m")
    value = use(phases(d), signal(form), *reading.steps, *reading.phases, "c", *m)
    for n in range(d):
        if reasons[n] != "clean":
            garbage = entry(ghost_name(d, n), *reading.phases, "c", *m)
            value = plus(value, product(ghost_bracket(reading, n, m[n]), garbage))
    masks = [mask(reading, n, m[n]) for n in range(d) if reasons[n] == "masked"]
    return mapping(["c", *m], product(*masks, value))


def grid_sum(form: Form, reasons: tuple[Reason, ...]) -> Term:
    """sum_c sum_rho sum_u bank[tau, o, rho, c, u] * X'[rho, C*(o div O) + c, m + u], X' zero outside of its cells.

    The sum of a layer by itself where the ghosts of all axes are clean.
    """
    if all(reason == "clean" for reason in reasons):
        return unit_stride_sum(form)
    reading = Reading(form.axes)
    return _sums(reading, weight(form.axes, form.dilated), _read(form, reasons, reading), form.dilated)


def grid_adjoint(d: int, reasons: tuple[Reason, ...], dilated: Dilated = None) -> Term:
    """sum_c sum_tau sum_u bank[tau, c, rho, o, u] * X'[tau, c, m - u], X' zero outside of its cells."""
    reading = Reading(d, transposed=True)
    entry_ = weight(d, dilated, {"o": "c", "c": "o"})
    return _sums(reading, entry_, _read(Form(d), reasons, reading), dilated)


def _read(form: Form, reasons: tuple[Reason, ...], reading: Reading) -> Term:
    array = grid_array(form, reasons, reading)
    return use(extension(form), array, *reading.counts, channel(form), *reading.cells)


def _sums(reading: Reading, value: Term, read: Term, dilated: Dilated) -> Term:
    sums = sum_over_bank(reading.axes, value, read, zip(reading.phases, reading.steps))
    return at_its_dilation(reading.axes, dilated, sums)


def adjoint_phases(d: int, dilated: Dilated = None) -> Term:
    """phases(z; S)[rho, o, m] for z = transposed(w, X), X the zero extension of an array of N entries."""
    return substitute(transposed_phases(d, dilated), {("x", d + 1): signal(Form(d))})


def grid_hypotheses(reading: Reading, n: int, reason: Reason) -> list[Term]:
    """What the theorem assumes about axis n because of its ghosts; T is the number of outputs of a transposed layer."""
    d = reading.axes
    values = {x: names(d, x)[n] for x in ("N", "M", "T", "m")}
    if reason == "whole":
        return [equal(product(reading.steps[n], reading.counts[n]), values["N"])]
    if reason == "unread" and reading.transposed:
        first, place = (on_axis(d, n, text, **values) for text in ("s*N - p", "s*a*m + rho"))
        return [at_most(values["T"], first), below(place, values["T"])]
    if reason == "unread":
        reach, place = (on_axis(d, n, text, **values) for text in (REACH, "a*m + tau"))
        return [below(reach, values["N"]), below(place, values["M"])]
    if reason == "gaps":
        place = on_axis(d, n, "a*m + tau", **values)
        return [at_most(0, place), below(place, values["M"])]
    return []
