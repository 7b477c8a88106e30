"""The statement about one strided layer, finite, with groups, bias and activation.

    y[o, j] = act(b[o] + sum_c sum_i w[o, c, i] * X[C*(o div O) + c, s*j + dl*i - p]),

where the signal X is the zero extension of an array of N entries (or its periodic extension), is

    y[o, a*m + tau] = act(b[o] + sum_c sum_rho sum_u bank[tau, o, rho, c, u] * X'[rho, C*(o div O) + c, m + u]),

where X' is the zero (periodic) extension of the array's phases to cells: unit stride, unit dilation.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from functools import cache

from symstride.proof.kernel.terms import Term, open_binder, plus
from symstride.proof.language.definitions import (
    PARAMETERS,
    conv,
    extend,
    grouped_conv,
    names,
    per_axis,
    phases,
    wrap,
)
from symstride.proof.language.syntax import Integer, apply, entry, integer, mapping, tensor, use
from symstride.proof.statements.axis import CELLS, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, weight
from symstride.proof.statements.sums import cells, sum_over_bank


@dataclass(frozen=True, slots=True)
class Form:
    """Which layer: the number of axes and what there is besides the weights.

    ``signal`` is "zeros" (zero padding), "circular", or the same of the padded origin, "zeros-padded" and
    "circular-padded", in which the phases are taken of the padded signal and the low padding is 0.  On an axis that
    is not ``dilated`` the dilation is the number 1.
    """

    axes: int
    grouped: bool = False
    bias: bool = False
    activation: bool = False
    signal: str = "zeros"
    dilated: Dilated = None

    @property
    def padded_origin(self) -> bool:
        return self.signal.endswith("-padded")

    @property
    def circular(self) -> bool:
        return self.signal.startswith("circular")


# ------------------------------------------------------------------------------------------------ the terms


def channel(form: Form) -> Term:
    """The input channel of the group of o: C*(o div O) + c, or c without groups."""
    return integer("C*(o//O) + c" if form.grouped else "c")


def sizes(form: Form) -> list[Term]:
    """The input size per axis, N; S*n with n cells for a circular layer whose phases are circular too."""
    d = form.axes
    if form.signal == "circular":
        return [on_axis(d, n, "s*a*n", n=names(d, "n")[n]) for n in range(d)]
    return [integer(N) for N in names(d, "N")]


def signal(form: Form) -> Term:
    """The signal on all integers, the extension of x: a map (c, t)."""
    d = form.axes
    t = names(d, "t")
    return mapping(["c", *t], use(extension(form), tensor("x", d + 1), *sizes(form), "c", *t))


def extension(form: Form) -> Term:
    return wrap(form.axes) if form.circular else extend(form.axes)


def phased_signal(form: Form) -> Term:
    """The signal whose phases are taken: the signal, or (c, t) -> signal[c, t - p] for the padded origin."""
    if not form.padded_origin:
        return signal(form)
    t = names(form.axes, "t")
    places = [integer(f"{x} - {p}") for x, p in zip(t, names(form.axes, "p"))]
    return mapping(["c", *t], open_binder(signal(form).args[1], (integer("c"), *places)))


def seen_signal(form: Form) -> Term:
    """What output channel o sees of it: (c, t) -> phased_signal[C*(o div O) + c, t]."""
    t = names(form.axes, "t")
    return mapping(["c", *t], open_binder(phased_signal(form).args[1], (channel(form), *map(integer, t))))


def pixelwise(form: Form, value: Term) -> Term:
    """act(value + b[o]), as far as the form has bias and activation."""
    biased = plus(value, entry("b", "o")) if form.bias else value
    return apply("act", biased) if form.activation else biased


def bank_of(form: Form) -> Term:
    """bank(w; ..)[tau, o, rho, c, u], of low padding 0 for the padded origin."""
    low: dict[str, Integer] = dict.fromkeys(names(form.axes, "p"), 0) if form.padded_origin else {}
    return weight(form.axes, form.dilated, low)


def convolution(form: Form) -> Term:
    return grouped_conv(form.axes) if form.grouped else conv(form.axes)


@cache
def strided(form: Form) -> Term:
    """phases(y; a)[tau, o, m] for the strided layer y."""
    d = form.axes
    j = names(d, "j")
    channels = ["C", "O"] if form.grouped else ["C"]
    parameters = [*channels, *per_axis(d, *PARAMETERS), "o", *j]
    sums = use(convolution(form), tensor("w", d + 2), signal(form), *parameters)
    y = mapping(["o", *j], pixelwise(form, sums))
    outputs = use(phases(d), y, *names(d, "a"), *names(d, "tau"), "o", *names(d, "m"))
    return at_its_dilation(d, form.dilated, outputs)


def cell_signal(form: Form) -> Callable[[list[Term]], Term]:
    """X'[rho, channel, cell] as a function of the cell: phases of the signal, again extended from finitely many."""
    d = form.axes
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    rho, m = names(d, "rho"), names(d, "m")
    if form.padded_origin:
        return lambda cell: use(phases(d), phased_signal(form), *steps, *rho, channel(form), *cell)
    inner = tensor("x", d + 1) if form.circular else signal(form)
    array = mapping(["c", *m], use(phases(d), inner, *steps, *rho, "c", *m))
    if form.circular:
        return lambda cell: use(wrap(d), array, *names(d, "n"), channel(form), *cell)
    cells = [on_axis(d, n, CELLS, S=steps[n], N=names(d, "N")[n]) for n in range(d)]
    return lambda cell: use(extend(d), array, *cells, channel(form), *cell)


@cache
def unit_stride_sum(form: Form) -> Term:
    """sum_c sum_rho sum_u bank[tau, o, rho, c, u] * X'[rho, C*(o div O) + c, m + u]."""
    d = form.axes
    rho = names(d, "rho")
    steps = (on_axis(d, n, "s*a") for n in range(d))
    low: dict[str, Integer] = {"p": 0} if form.padded_origin else {}
    sums = sum_over_bank(d, bank_of(form), cell_signal(form)(cells(d)), zip(rho, steps), letters=low)
    return at_its_dilation(d, form.dilated, sums)
