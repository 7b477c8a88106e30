"""Layers on finite arrays, padded with zeros or circular; cells, outputs and the padding in cells."""

from __future__ import annotations

from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import Integer, at_most, below, equal, integer, variable
from symstride.proof.statements.axis import CELLS, OUTPUTS, PLACE
from symstride.proof.statements.catalogue import Claims
from symstride.proof.statements.layer import Form, pixelwise, strided, unit_stride_sum
from symstride.proof.statements.phase_lemma import axis_hypotheses

TITLE = "Finite signals"
LINE = "the layer on finite arrays, zero padded or circular, with its sizes and its padding in cells"
SOURCES = ("kong2017stride",)
FOLLOWS = ("phase-lemma",)
WORDS = {
    "zero padding": r"A zero-padded layer is a zero-padded unit-stride layer on $\lceil N/S \rceil$ cells.",
    "circular padding": "A circular layer on $S n$ entries is a circular unit-stride layer on $n$ cells.",
    "before the first cell": "A cell before the first holds negative positions only.",
    "behind the last cell": r"A cell from $\lceil N/S \rceil$ on holds positions from $N$ on only.",
    "outputs fit": "The last tap of every output lies within the padded input.",
    "no further output fits": "The last tap of the next output lies behind the padded input.",
    "output cell, low": r"The cell of an output, $\lfloor j/a \rfloor$, is not negative.",
    "output cell, high": r"The cell of an output is below $\lceil M/a \rceil$.",
    "padding in cells": r"With these paddings, a kernel that reaches from $u_{\min}$ to $u_{\max}$ makes $M$ outputs "
    "of $n$ cells.",
}


def layer_form(d: int, signal: str) -> Form:
    """The general layer: groups, bias and an activation."""
    return Form(d, grouped=True, bias=True, activation=True, signal=signal)


def layer_equation(form: Form) -> Term:
    return equal(strided(form), pixelwise(form, unit_stride_sum(form)))


def claims(d: int) -> Claims:
    """For d axes."""
    hyps = [at_most(1, "O"), *axis_hypotheses(d)]
    cells = [at_most(1, n) for n in names(d, "n")]
    place = {"S": integer("S"), "m": integer("m")}
    fine = substitute(integer(PLACE), {variable(x): y for x, y in place.items()})
    return {
        "zero padding": (hyps, layer_equation(layer_form(d, "zeros"))),
        "circular padding": ([*hyps, *cells], layer_equation(layer_form(d, "circular"))),
        "before the first cell": ([at_most(1, "S"), below("rho", "S"), below("m", 0)], below(fine, 0)),
        "behind the last cell": ([at_most(1, "S"), at_most(0, "rho"), at_most(CELLS, "m")], at_most("N", fine)),
        "outputs fit": ([at_most(1, "s"), below("j", OUTPUTS)], below("s*j - p + D", "N + r")),
        "no further output fits": ([at_most(1, "s"), at_most(OUTPUTS, "j")], at_most("N + r", "s*j - p + D")),
        "output cell, low": ([at_most(1, "a"), at_most(0, "j")], at_most(0, "j//a")),
        "output cell, high": ([at_most(1, "a"), below("j", "M")], below("j//a", "(M + a - 1)//a")),
        "padding in cells": ([], cell_padding()),
    }


def cell_padding() -> Term:
    """With low padding -umin and high padding M' + umax - N', N' cells and K = umax - umin + 1 taps make M' outputs."""
    letters: dict[str, Integer] = {"N": "n", "p": "-umin", "r": "M + umax - n", "D": "umax - umin", "s": 1}
    values = {variable(x): integer(y) for x, y in letters.items()}
    return equal(substitute(integer(OUTPUTS), values), "M")
