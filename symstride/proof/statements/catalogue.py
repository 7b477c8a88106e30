"""The statements of the catalogue: for each general theorem and d axes, its claims by name, symbols throughout.

Nothing here knows how the claims are proved; ``replay`` compares a certificate with these.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any, Final

from symstride.errors import SpecError
from symstride.proof.kernel.terms import Term, substitute
from symstride.proof.language.definitions import PARAMETERS, bank, conv, extend, names, per_axis, phases, toeplitz
from symstride.proof.language.syntax import (
    ONE,
    Integer,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    totals,
    use,
    variable,
)
from symstride.proof.statements.axis import (
    CELLS,
    OUTPUTS,
    PLACE,
    PLACED,
    QUOTIENT,
    TAP_END,
    TAP_LOW,
    TAPS,
    on_axis,
)
from symstride.proof.statements.layer import Form, pixelwise, strided, unit_stride_sum
from symstride.proof.statements.merged import merged_conv, plain_conv
from symstride.proof.statements.phase_lemma import axis_hypotheses, phase_lemma_statement
from symstride.proof.statements.pooling import pooled_phases, window_sum
from symstride.proof.statements.transposed import adjoint_sum, transposed_hypotheses, transposed_phases
from symstride.proof.subject import Statement

Claims = dict[str, tuple[list[Term], Term]]
"""Hypotheses and conclusion by the name of the claim; the first claim is the headline."""


def _phase_lemma(d: int) -> Claims:
    return {"phase lemma": phase_lemma_statement(d)}


# ------------------------------------------------------------------------------------------------ subsampling


def tensor_entry(d: int, stride: Integer | None, j: list[Term]) -> Term:
    """toeplitz(w; k, s, dl, p)[o, j, c, t], with the stride given or the letters s."""
    strides = list(names(d, "s")) if stride is None else [stride] * d
    return use(toeplitz(d), tensor("w", d + 2), *names(d, "k"), *strides, *per_axis(d, "dl", "p"), "o", *j, "c",
               *names(d, "t"))  # fmt: skip


def subsampled(d: int) -> Term:
    """sum_{0<=l<M} [l = s*j] * (entry of the unit-stride tensor at output l), axis by axis."""
    lines = names(d, "l")
    body = tensor_entry(d, 1, [integer(x) for x in lines])
    for n in reversed(range(d)):
        selected = bracket(equal(lines[n], f"{names(d, 's')[n]}*{names(d, 'j')[n]}"))
        body = totals([(lines[n], 0, names(d, "M")[n])], product(selected, body))
    return body


def applied_tensor(d: int) -> Term:
    """sum_c sum_{0<=t<N} toeplitz[o, j, c, t] * x[c, t]."""
    t = names(d, "t")
    ranges = [("c", 0, "C"), *((t[n], 0, names(d, "N")[n]) for n in range(d))]
    return totals(ranges, product(tensor_entry(d, None, [integer(j) for j in names(d, "j")]), entry("x", "c", *t)))


def extended_conv(d: int) -> Term:
    """conv(w, extend(x; N); C, k, s, dl, p)[o, j]."""
    t = names(d, "t")
    signal = mapping(["c", *t], use(extend(d), tensor("x", d + 1), *names(d, "N"), "c", *t))
    return use(conv(d), tensor("w", d + 2), signal, "C", *per_axis(d, *PARAMETERS), "o", *names(d, "j"))


def _subsampling(d: int) -> Claims:
    rows = [f"{s}*{j}" for s, j in zip(names(d, "s"), names(d, "j"))]
    hyps = [f for row, M in zip(rows, names(d, "M")) for f in (at_most(0, row), below(row, M))]
    j = [integer(x) for x in names(d, "j")]
    return {
        "striding subsamples the tensor": (hyps, equal(tensor_entry(d, None, j), subsampled(d))),
        "the tensor is the layer": ([], equal(applied_tensor(d), extended_conv(d))),
    }


# ------------------------------------------------------------------------------------------------ one phase


def single_sum(d: int, low: list[Integer], signal: Term) -> Term:
    """sum_c sum_rho sum_u bank(w; .., low, a = 1)[0, o, rho, c, u] * phases(signal; s)[rho, c, m + u]."""
    rho, u, s, m = (names(d, x) for x in ("rho", "u", "s", "m"))
    weight = use(
        bank(d), tensor("w", d + 2), *per_axis(d, *PARAMETERS[:3]), *low, *[1] * d, *[0] * d, "o", *rho, "c", *u
    )
    cells = [f"{x} + {v}" for x, v in zip(m, u)]
    reach = [on_axis(d, n, "dl*(k - 1)") for n in range(d)]
    ranges = [("c", integer(0), integer("C")), *((rho[n], integer(0), integer(s[n])) for n in range(d))]
    for n in range(d):
        letters = {variable(x): integer(y) for x, y in (("p", low[n]), ("s", s[n]), ("D", reach[n]))}
        first, end = (substitute(integer(text), letters) for text in ("(-p)//s", "(D - p)//s + 1"))
        ranges.append((u[n], first, end))
    return totals(ranges, product(weight, use(phases(d), signal, *s, *rho, "c", *cells)))


def shifted_signal(d: int) -> Term:
    """(c, t) -> x[c, t - p], the padded signal."""
    t = names(d, "t")
    return mapping(["c", *t], entry("x", "c", *(f"{x} - {p}" for x, p in zip(t, names(d, "p")))))


def _single_layer(d: int) -> Claims:
    hyps = [f for s, dl in zip(names(d, "s"), names(d, "dl")) for f in (at_most(1, s), at_most(0, dl))]
    image = single_sum(d, list(names(d, "p")), tensor("x", d + 1))
    padded = single_sum(d, [0] * d, shifted_signal(d))
    positive = [at_most(1, "s")]
    return {
        "phases of the image": (hyps, equal(plain_conv(d), image)),
        "phases of the padded signal": (hyps, equal(plain_conv(d), padded)),
        "size, at least": (positive, at_most("(D + s)//s", TAPS)),
        "size, at most": (positive, at_most(TAPS, "(D + s - 1)//s + 1")),
        "size, padded origin": (positive, equal("D//s + 1", "(D + s)//s")),
    }


# ------------------------------------------------------------------------------------------------ entries of the bank


def bank_entry(d: int) -> Term:
    return use(
        bank(d), tensor("w", d + 2), *per_axis(d, *PARAMETERS, "a", "tau"), "o", *names(d, "rho"), "c", *names(d, "u")
    )


def closed_entry(d: int) -> Term:
    """For each axis [0 = q mod dl]*[0 <= q div dl]*[q div dl < k], then w[o, c, q div dl].

    Here q = S*u + rho - s*tau + p.
    """
    taps = [on_axis(d, n, f"({QUOTIENT})//dl") for n in range(d)]
    out = entry("w", "o", "c", *taps)
    for n in reversed(range(d)):
        divides = bracket(equal(0, on_axis(d, n, f"({QUOTIENT}) % dl")))
        inside = (bracket(at_most(0, taps[n])), bracket(below(taps[n], names(d, "k")[n])))
        out = product(divides, *inside, out)
    return out


def _bank_entries(d: int) -> Claims:
    tap = [at_most(0, "i"), below("i", "k")]
    axis = [at_most(1, "s"), at_most(1, "a"), at_most(0, "dl")]
    counted = totals([("tau", 0, "a"), ("rho", 0, "s*a"), ("u", TAP_LOW, TAP_END)], PLACED)
    q = [equal("s*tau + dl*i - p", "q"), equal("s*tau + dl*i2 - p", "q")]
    return {
        "one weight or zero": ([at_most(1, dl) for dl in names(d, "dl")], equal(bank_entry(d), closed_entry(d))),
        "at most one tap": ([at_most(1, "dl"), *q], equal("i", "i2")),
        "copied once per output phase": ([*axis, *tap], equal(counted, totals([("tau", 0, "a")], ONE))),
    }


# ------------------------------------------------------------------------------------------------ finite signals


def layer_form(d: int, signal: str) -> Form:
    """The general layer: groups, bias and an activation."""
    return Form(d, grouped=True, bias=True, activation=True, signal=signal)


def layer_equation(form: Form) -> Term:
    return equal(strided(form), pixelwise(form, unit_stride_sum(form)))


def _finite_layer(d: int) -> Claims:
    hyps = axis_hypotheses(d)
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


# ------------------------------------------------------------------------------------------------ unit stride


def _unit_stride(d: int) -> Claims:
    hyps = [f for s, dl in zip(names(d, "s"), names(d, "dl")) for f in (at_most(1, s), at_most(0, dl))]
    channel, phase = (equal(plain_conv(d), merged_conv(d, order)) for order in ("channel_major", "phase_major"))
    return {"channel_major": (hyps, channel), "phase_major": ([at_most(1, "C"), *hyps], phase)}


# ------------------------------------------------------------------------------------------------ other operators


def _transposed(d: int) -> Claims:
    return {"transposed layer": (transposed_hypotheses(d), equal(transposed_phases(d), adjoint_sum(d)))}


def _pooling(d: int) -> Claims:
    return {"pooling": (axis_hypotheses(d), equal(pooled_phases(d), window_sum(d)))}


def _boundaries(d: int) -> Claims:
    cell = [at_most(1, "S"), at_most(0, "rho"), below("rho", "S")]
    reads = [at_most(1, "s"), at_most(0, "dl"), below("i", "k"), below("j", "M")]
    last = below("s*(M - 1) + dl*(k - 1) - p", "N")
    return {
        "low boundary": (cell, equal(bracket(at_most(0, PLACE)), bracket(at_most(0, "m")))),
        "high boundary": (cell, equal(bracket(below(PLACE, "S*n")), bracket(below("m", "n")))),
        "unread ghosts": ([*reads, last], equal(bracket(below("s*j + dl*i - p", "N")), ONE)),
    }


CATALOGUE: Final[Mapping[str, Callable[[int], Claims]]] = {
    "subsampling": _subsampling,
    "phase-lemma": _phase_lemma,
    "single-layer": _single_layer,
    "bank-entries": _bank_entries,
    "finite-layer": _finite_layer,
    "unit-stride": _unit_stride,
    "transposed-layer": _transposed,
    "pooling": _pooling,
    "boundaries": _boundaries,
}
"""The general theorems, in reading order: name -> (number of axes -> claims)."""

TITLES: Final[Mapping[str, str]] = {
    "subsampling": "Striding is subsampling of the convolution tensor",
    "phase-lemma": "The phase lemma",
    "single-layer": "One strided layer",
    "bank-entries": "The entries of the expanded bank",
    "finite-layer": "Finite signals",
    "unit-stride": "A strided layer is a unit-stride layer",
    "transposed-layer": "Transposed convolution",
    "pooling": "Pooling",
    "boundaries": "Boundaries on a grid",
}

MAX_AXES: Final = 9
"""Most axes of a theorem: the theorems number their bound variables m1 to m9."""


@dataclass(frozen=True, slots=True)
class GeneralSubject:
    """A name of the catalogue and a number of axes."""

    name: str
    axes: int

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"theorem": self.name, "axes": self.axes}

    @property
    def title(self) -> str:
        """The theorem's title, and for how many axes."""
        return f"{TITLES[self.name]} (axes: {self.axes})"

    @property
    def details(self) -> tuple[str, ...]:
        """Nothing: the title says it all."""
        return ()

    @property
    def files(self) -> tuple[Path, ...]:
        """None."""
        return ()

    @property
    def headline(self) -> str:
        """Empty: the first claim says it."""
        return ""

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """The claims, the headline first."""
        for name, (hyps, concl) in CATALOGUE[self.name](self.axes).items():
            yield name, (frozenset(hyps), concl)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> GeneralSubject:
        """The subject in a certificate; ``SpecError`` when it is none."""
        if set(data) != {"theorem", "axes"}:
            raise SpecError("a certificate's about", "theorem and axes", ", ".join(sorted(data))[:80], _AGAIN)
        name, axes = data["theorem"], data["axes"]
        if type(name) is not str or name not in CATALOGUE:
            raise SpecError("a theorem by name", f"one of {', '.join(CATALOGUE)}", repr(name)[:80], _AGAIN)
        if type(axes) is not int or not 1 <= axes <= MAX_AXES:
            raise SpecError("a theorem by name", f"1 to {MAX_AXES} axes", repr(axes)[:80], _AGAIN)
        return cls(name, axes)


_AGAIN = "pick a name of the catalogue, symstride.CATALOGUE, and write axes=2"
