"""The statements about one layer inside a network on a coarse grid, at its numbers, from a description of it alone."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any, get_args

import sympy

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import KernelError, Key, Term, make, num, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import entry, equal, integer, mapping, variable
from symstride.proof.language.tidy import tidied_at, tidy
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS, TRANSPOSED_OUTPUTS
from symstride.proof.statements.coarse import (
    Reading,
    Reason,
    adjoint_phases,
    coarse_adjoint,
    coarse_hypotheses,
    coarse_sum,
)
from symstride.proof.statements.layer import pixelwise, strided
from symstride.proof.statements.request import (
    LayerRequest,
    Statement,
    closed_statements,
    main_hypotheses,
    size_statements,
    values_of,
)
from symstride.proof.statements.transposed import transposed_hypotheses

_AGAIN = "prove the network again"


@dataclass(frozen=True, slots=True)
class CoarseRequest:
    """A layer with the phases of its output, and per axis why the ghosts of its input do no harm.

    Numbers throughout; but where all cells are whole, the input size may be the step times the letter n (n1, n2, ...),
    for any number of cells: then the claims hold for all sizes that the step divides.

    ``transposed``: the layer is the adjoint of the one that is spoken of, which takes its output to its input.
    """

    layer: LayerRequest
    reasons: tuple[Reason, ...]
    transposed: bool = False

    @property
    def cells(self) -> tuple[sympy.Symbol, ...] | None:
        """The letters that stand for the number of cells, or None: the sizes are numbers.

        The input size of a layer is S*n; that of the adjoint of a transposed layer too, which is the output of the
        latter.  ``SpecError`` for other sizes with symbols.
        """
        sizes, layer = self.layer.input_size, self.layer.layer
        if sizes is not None and all(type(n) is int for n in sizes) and not self.layer.bank.symbols:
            return None
        letters = tuple(map(sympy.Symbol, names(layer.ndim, "n")))
        steps = (s * a for s, a in zip(layer.stride, self.layer.phases, strict=True))
        multiples = tuple(step * letter for step, letter in zip(steps, letters, strict=True))
        if sizes != multiples or any(reason != "whole" for reason in self.reasons) or self.layer.bank.symbols:
            asked, expected = "a layer on a coarse grid", "sizes in numbers, or steps times n with whole cells"
            raise SpecError(asked, expected, f"{sizes}, {self.reasons}"[:120], _AGAIN)
        return letters

    @property
    def outputs(self) -> tuple[int, ...]:
        """M per axis; for a transposed layer this is N, the size of its input."""
        sizes = self.layer.layer.output_size(self.layer.input_size)
        return tuple(int(m) for m in sizes)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"layer": self.layer.to_plain(), "reasons": list(self.reasons), "transposed": self.transposed}

    @classmethod
    def from_plain(cls, data: Any) -> CoarseRequest:
        """The request that ``to_plain`` described; ``SpecError`` when it is not one."""
        known = isinstance(data, Mapping) and set(data) == {"layer", "reasons", "transposed"}
        if not known or type(data["reasons"]) is not list or type(data["transposed"]) is not bool:
            raise SpecError("a network's certificate", "layer, reasons and transposed", repr(data)[:80], _AGAIN)
        request = LayerRequest.from_plain(data["layer"])
        if len(data["reasons"]) != request.layer.ndim or not all(r in get_args(Reason) for r in data["reasons"]):
            raise SpecError("a network's certificate", "a reason per axis", repr(data["reasons"])[:80], _AGAIN)
        return cls(request, tuple(data["reasons"]), data["transposed"])


def coarse_values(request: CoarseRequest) -> dict[Key, Term]:
    """The value of every letter of the general statement: those of the layer, and M."""
    d = request.layer.layer.ndim
    if request.transposed:
        return _transposed_values(request)
    if request.cells is not None:
        return dict(values_of(request.layer))
    return dict(values_of(request.layer)) | {variable(M): num(m) for M, m in zip(names(d, "M"), request.outputs)}


def _transposed_values(request: CoarseRequest) -> dict[Key, Term]:
    """The letters of the adjoint, with N and T; with groups, x and w are those of any group g."""
    adjoint, d = request.layer.layer, request.layer.layer.ndim
    values: dict[Key, Term] = {variable("C"): num(int(adjoint.out_per_group))}
    for n, axis in enumerate(request.layer.bank.axes):
        spec, outputs = axis.axis, (request.layer.input_size or ())[n]
        numbers = {"k": spec.kernel, "s": spec.stride, "dl": spec.dilation, "p": spec.low, "a": axis.a}
        numbers |= {"N": request.outputs[n] if request.cells is None else axis.a * request.cells[n], "T": outputs}
        values |= {variable(names(d, letter)[n]): to_term(value) for letter, value in numbers.items()}
    if adjoint.groups != 1:
        channel, t, taps = integer(f"{adjoint.out_per_group}*g + c"), names(d, "t"), names(d, "i")
        values["x", d + 1] = mapping(["c", *t], entry("x", channel, *t))
        values["w", d + 2] = mapping(["c", "o", *taps], entry("w", channel, "o", *taps))
    return values


def coarse_statements(request: CoarseRequest) -> dict[str, Statement]:
    """The layer whatever stands on ghosts, any entry of its bank, and its sizes; by the name of the claim."""
    try:
        sizes = {} if request.transposed else size_statements(request.layer)
        if request.cells is not None:
            sizes = _sizes_in_cells(request)
        return {"layer": _main(request), **closed_statements(request.layer), **sizes}
    except KernelError as why:
        asked, expected = "a proof about this layer", "sizes whose sums and products stay below 2**53"
        raise NotSupported(asked, expected, str(why)[:200], "use smaller sizes") from None


def _main(request: CoarseRequest) -> Statement:
    form, values, reasons = request.layer.form, coarse_values(request), request.reasons
    if request.transposed:
        hyps = [substitute(f, values) for f in transposed_hypotheses(form.axes)]
        sides = (adjoint_phases(form.axes), coarse_adjoint(form.axes, reasons))
    else:
        hyps = main_hypotheses(request.layer)
        sides = (strided(form), pixelwise(form, coarse_sum(form, reasons)))
    concl = equal(*(tidied_at(side, values) for side in sides))
    return frozenset([*(f for f in hyps if f.free), *ghost_hypotheses(request).values()]), concl


def _sizes_in_cells(request: CoarseRequest) -> dict[str, Statement]:
    """The output size of each axis: a*n places for an input of S*n, or S*n for one of a*n where it is transposed."""
    out, values, layer = dict[str, Statement](), coarse_values(request), request.layer.layer
    for n, (axis, cells) in enumerate(zip(layer.axes(), request.cells or (), strict=True)):
        numbers = {"p": axis.low, "r": axis.high, "s": axis.stride, "D": axis.dilation * (axis.kernel - 1)}
        letters = {variable(letter): to_term(x) for letter, x in numbers.items()}
        letters[variable("N")] = values[variable(names(layer.ndim, "N")[n])]
        a = request.layer.phases[n]
        formula, size = (TRANSPOSED_OUTPUTS, axis.stride * a * cells) if request.transposed else (OUTPUTS, a * cells)
        out[f"axis {n + 1}, outputs"] = (frozenset[Term](), equal(substitute(integer(formula), letters), to_term(size)))
    return out


def ghost_hypotheses(request: CoarseRequest) -> dict[Term, Term]:
    """0 <= a*m + tau < M on the axes where it matters that only these outputs count: as instantiated, and as stated.

    For a transposed layer S*m + rho < T.
    """
    if request.cells is not None:
        return {}  # all cells are whole, and all outputs count
    d, values = request.layer.layer.ndim, coarse_values(request)
    reading = Reading(d, request.transposed)
    found = [substitute(f, values) for n in range(d) for f in coarse_hypotheses(reading, n, request.reasons[n])]
    return {f: make(f.tag, *map(tidy, f.args)) for f in found if f.free}
