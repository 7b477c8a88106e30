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
    bank,
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
from symstride.proof.statements.sums import cells, sum_over_bank


@dataclass(frozen=True, slots=True)
class Form:
    """Which layer: the number of axes and what there is besides the weights.

    ``signal`` is "zeros" (zero padding), "circular", or the same of the padded origin, "zeros-padded" and
    "circular-padded", in which the phases are taken of the padded signal and the low padding is 0.
    """

    axes: int
    grouped: bool = False
    bias: bool = False
    activation: bool = False
    signal: str = "zeros"

    @property
    def padded_origin(self) -> bool:
        return self.signal.endswith("-padded")

    @property
    def circular(self) -> bool:
        return self.signal.startswith("circular")


# ------------------------------------------------------------------------------------------------ the terms


def channel(form: Form, o: str = "o", c: str = "c") -> Term:
    """The input channel of the group of o: C*(o div O) + c, or c without groups."""
    return integer(f"C*({o}//O) + {c}") if form.grouped else integer(c)


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


def seen_signal(form: Form) -> Term:
    """What output channel o sees: (c, t) -> signal[C*(o div O) + c, t], at t - p for the padded origin."""
    d = form.axes
    t = names(d, "t")
    places = [integer(f"{x} - {p}") if form.padded_origin else integer(x) for x, p in zip(t, names(d, "p"))]
    return mapping(["c", *t], open_binder(signal(form).args[1], (channel(form), *places)))


def pixelwise(form: Form, value: Term) -> Term:
    """act(value + b[o]), as far as the form has bias and activation."""
    biased = plus(value, entry("b", "o")) if form.bias else value
    return apply("act", biased) if form.activation else biased


def _low(form: Form) -> list[str | int]:
    return [0] * form.axes if form.padded_origin else list(names(form.axes, "p"))


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
    return use(phases(d), y, *names(d, "a"), *names(d, "tau"), "o", *names(d, "m"))


def cell_signal(form: Form) -> Callable[[list[Term]], Term]:
    """X'[rho, channel, cell] as a function of the cell: phases of the signal, again extended from finitely many."""
    d = form.axes
    steps = [on_axis(d, n, "s*a") for n in range(d)]
    rho, m = names(d, "rho"), names(d, "m")
    if form.padded_origin:
        return lambda cell: use(phases(d), seen_signal(form), *steps, *rho, "c", *cell)
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
    rho, u = names(d, "rho"), names(d, "u")
    weight = use(bank(d), tensor("w", d + 2), *per_axis(d, *PARAMETERS[:3]), *_low(form), *per_axis(d, "a", "tau"),
                 "o", *rho, "c", *u)  # fmt: skip
    steps = (on_axis(d, n, "s*a") for n in range(d))
    low: dict[str, Integer] = {"p": 0} if form.padded_origin else {}
    return sum_over_bank(d, weight, cell_signal(form)(cells(d)), zip(rho, steps), letters=low)
