"""What is claimed about a transposed convolution: the theorem of the catalogue at its numbers, its bank, its sizes.

The request is about the adjoint layer, which takes the output size to the input size by the same bank.  Weights and
inputs are arbitrary.  With groups the statement speaks of any group ``g``: its channels are ``C*g + c`` for
``0 <= c < C``, and ``o`` counts its outputs.  The bias is the same in every place, so it is left out.
"""

from __future__ import annotations

from symstride.algebra.sizes import AxisBank
from symstride.algebra.transposed import TransposedBank, expand_transposed
from symstride.errors import NotSupported, SpecError
from symstride.layers.transposed import ConvTranspose
from symstride.proof.kernel.terms import KernelError, Key, Term, num, substitute
from symstride.proof.language.definitions import extend, names
from symstride.proof.language.syntax import entry, equal, integer, mapping, tensor, use, variable
from symstride.proof.language.tidy import tidy
from symstride.proof.statements.axis import OUTPUTS, TRANSPOSED_OUTPUTS
from symstride.proof.statements.request import LayerRequest, Statement, entry_statements, request_of
from symstride.proof.statements.transposed import adjoint_sum, transposed_hypotheses, transposed_phases


def transposed_request(layer: ConvTranspose, input_size: tuple[int, ...], order: str) -> LayerRequest:
    """The request about the adjoint layer on ``output_size(input_size)`` places."""
    return request_of(layer.adjoint, 1, "image", order, layer.output_size(input_size))


def transposed_claims(request: LayerRequest) -> dict[str, Statement]:
    """Every statement about the layer whose adjoint is requested, by the name of its claim."""
    try:
        return {"transposed": _main(request), **entry_statements(request), **transposed_sizes(request)}
    except KernelError as why:
        asked, expected = "a proof about this layer", "sizes whose sums and products stay below 2**53"
        raise NotSupported(asked, expected, str(why)[:200], "use smaller sizes") from None


def _main(request: LayerRequest) -> Statement:
    """phases(z; S)[rho, o, m] = sum_c sum_tau sum_u bank[tau, c, rho, o, u] * phases(x; a)[tau, c, m - u]."""
    d, values = request.layer.ndim, transposed_values(request)
    sides = (tidy(substitute(side, values)) for side in (transposed_phases(d), adjoint_sum(d)))
    hyps = (substitute(f, values) for f in transposed_hypotheses(d))
    return frozenset(f for f in hyps if f.free), equal(*sides)


def transposed_values(request: LayerRequest) -> dict[Key, Term]:
    """The letters C, k, s, dl, p, a at the layer's numbers; x extended by zero, and of any one group."""
    bank, sizes = _bank(request)
    layer, d = bank.layer_spec, bank.layer_spec.ndim
    grouped = layer.groups != 1
    values: dict[Key, Term] = {variable("C"): num(layer.in_per_group)}
    for n, axis in enumerate(bank.axes):
        spec = axis.axis
        numbers = {"k": spec.kernel, "s": spec.stride, "dl": spec.dilation, "p": spec.low, "a": axis.a}
        values |= {variable(names(d, letter)[n]): num(int(value)) for letter, value in numbers.items()}
    t, taps = names(d, "t"), names(d, "i")
    channel = integer(f"{layer.in_per_group}*g + c") if grouped else integer("c")
    values["x", d + 1] = mapping(["c", *t], use(extend(d), tensor("x", d + 1), *sizes, channel, *t))
    if grouped:
        values["w", d + 2] = mapping(["c", "o", *taps], entry("w", channel, "o", *taps))
    return values


def transposed_sizes(request: LayerRequest) -> dict[str, Statement]:
    """The output size of each axis before and after: both formulas give the number."""
    bank, sizes = _bank(request)
    unit, outputs = bank.layer(sizes), bank.layer_spec.output_size(sizes)
    out: dict[str, Statement] = {}
    for n, (size, axis, coarse) in enumerate(zip(sizes, bank.axes, unit.axes(), strict=True)):
        spec, cells = axis.axis, -(-size // int(axis.a))
        fine = {"N": size, "p": spec.low, "r": spec.high, "s": spec.stride, "D": spec.dilation * (spec.kernel - 1)}
        flat = {"N": cells, "p": coarse.low, "r": coarse.high, "s": 1, "D": coarse.kernel - 1}
        out[f"axis {n + 1}, outputs"] = _size(TRANSPOSED_OUTPUTS, fine, outputs[n])
        out[f"axis {n + 1}, coarse outputs"] = _size(OUTPUTS, flat, _cells(axis, outputs[n]))
    return out


def _size(formula: str, numbers: dict[str, int], outputs: int) -> Statement:
    letters = {variable(letter): num(int(value)) for letter, value in numbers.items()}
    return frozenset(), equal(substitute(integer(formula), letters), num(outputs))


def _cells(axis: AxisBank, size: int) -> int:
    return -(-size // int(axis.S))


def _bank(request: LayerRequest) -> tuple[TransposedBank, tuple[int, ...]]:
    """The transposed bank of the adjoint's request, and the size of its input."""
    adjoint, outputs = request.layer, tuple(n for n in request.input_size or () if type(n) is int)
    if outputs != request.input_size or request.origin != "image":
        raise _refusal("phases of the image, and its size in numbers", f"{request.origin}, {request.input_size}")
    steps = (adjoint.kernel, adjoint.stride, adjoint.padding, adjoint.dilation)
    layer = ConvTranspose(adjoint.out_channels, adjoint.in_channels, *steps, groups=adjoint.groups, bias=False)
    inputs = tuple(int(n) for n in adjoint.output_size(outputs))
    if layer.adjoint != adjoint or layer.output_size(inputs) != outputs:
        raise _refusal("the adjoint of a transposed layer: zero padding, no bias, a size that it gives", repr(adjoint))
    return expand_transposed(layer, request.phases, request.order), inputs


def _refusal(expected: str, got: str) -> SpecError:
    return SpecError("a transposed convolution", expected, got[:120], "prove the network again")
