"""What a proof of a transposed layer must claim: the part of a request that speaks of the adjoint of its layer."""

from __future__ import annotations

from collections.abc import Iterator
from typing import TYPE_CHECKING, Protocol

from symstride.algebra.transposed import expand_transposed
from symstride.errors import SpecError
from symstride.layers.transposed import ConvTranspose
from symstride.proof.kernel.terms import Key, Term, num, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import entry, integer, mapping, variable
from symstride.proof.language.translate import to_term
from symstride.proof.statements.axis import OUTPUTS, TRANSPOSED_OUTPUTS
from symstride.proof.statements.grid import adjoint_phases, grid_adjoint
from symstride.proof.statements.sizes import letters_of, size_statement
from symstride.proof.statements.transposed import transposed_hypotheses

if TYPE_CHECKING:
    import sympy

    from symstride.algebra.bank import Bank
    from symstride.layers.axis import Integer
    from symstride.layers.layer import Conv
    from symstride.proof.statements.axis import Reason
    from symstride.proof.subject import Statement


class Adjoint(Protocol):
    """What is read of a request about the adjoint of a transposed layer: fields of ``LayerRequest``."""

    @property
    def layer(self) -> Conv: ...
    @property
    def bank(self) -> Bank: ...
    @property
    def phases(self) -> tuple[Integer, ...]: ...
    @property
    def order(self) -> str: ...
    @property
    def input_size(self) -> tuple[Integer, ...] | None: ...
    @property
    def reasons(self) -> tuple[Reason, ...]: ...
    @property
    def dilated(self) -> tuple[bool, ...]: ...
    @property
    def cells(self) -> tuple[sympy.Symbol, ...] | None: ...
    @property
    def outputs(self) -> tuple[int, ...]: ...


def check_adjoint(request: Adjoint) -> None:
    """Refuse an adjoint of which no statement speaks."""
    adjoint, layer = request.layer, _transposed(request.layer)
    gives = request.cells is not None or layer.output_size(request.outputs) == request.input_size
    if layer.adjoint != adjoint or not gives or "gaps" in request.reasons:
        expected = "the adjoint of a transposed layer: zero padding, no bias, a size that it gives, no gaps"
        raise SpecError("a transposed layer", expected, f"{request.input_size}, {adjoint}"[:160], "prove it again")


def _transposed(adjoint: Conv) -> ConvTranspose:
    """The transposed layer, without its bias, whose adjoint this would be."""
    steps = (adjoint.kernel, adjoint.stride, adjoint.padding, adjoint.dilation)
    return ConvTranspose(adjoint.out_channels, adjoint.in_channels, *steps, groups=adjoint.groups, bias=False)


def adjoint_values(request: Adjoint) -> dict[Key, Term]:
    """The letters of the adjoint, with N and T; with groups, x and w are those of any group G."""
    adjoint, d = request.layer, request.layer.ndim
    values: dict[Key, Term] = {variable("C"): num(int(adjoint.out_per_group))}
    for n, axis in enumerate(request.bank.axes):
        spec, outputs = axis.axis, (request.input_size or ())[n]
        numbers = {"k": spec.kernel, "s": spec.stride, "dl": spec.dilation, "p": spec.low, "a": axis.a}
        numbers |= {"N": request.outputs[n] if request.cells is None else axis.a * request.cells[n], "T": outputs}
        values |= {variable(names(d, letter)[n]): to_term(value) for letter, value in numbers.items()}
    if adjoint.groups != 1:
        channel, t, taps = integer(f"{adjoint.out_per_group}*G + c"), names(d, "t"), names(d, "i")
        values["x", d + 1] = mapping(["c", *t], entry("x", channel, *t))
        values["w", d + 2] = mapping(["c", "o", *taps], entry("w", channel, "o", *taps))
    return values


def adjoint_sides(request: Adjoint) -> tuple[list[Term], tuple[Term, Term]]:
    """Hypotheses, and both sides: phases(z; S)[rho, o, m] = sum over the bank of the adjoint."""
    d, values = request.layer.ndim, adjoint_values(request)
    hyps = [substitute(f, values) for f in transposed_hypotheses(d)]
    return hyps, (adjoint_phases(d, request.dilated), grid_adjoint(d, request.reasons, request.dilated))


def adjoint_sizes(request: Adjoint) -> Iterator[tuple[str, Statement]]:
    """Those of the layer whose adjoint is requested: T places from N, in cells by its own bank."""
    sizes, bank = request.outputs, expand_transposed(_transposed(request.layer), request.phases, request.order)
    for n, (axis, unit) in enumerate(zip(bank.axes, bank.layer(sizes).axes(), strict=True)):
        outputs, cells = int((request.input_size or ())[n]), -(-sizes[n] // int(axis.a))
        fine = size_statement(TRANSPOSED_OUTPUTS, letters_of(axis.axis) | {"N": sizes[n]}, outputs)
        yield f"axis {n + 1}, outputs", fine
        flat = {"N": cells, "p": unit.low, "r": unit.high, "s": 1, "D": unit.kernel - 1}
        yield f"axis {n + 1}, cells of outputs", size_statement(OUTPUTS, flat, -(-outputs // int(axis.S)))
