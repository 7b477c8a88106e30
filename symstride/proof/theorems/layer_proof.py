"""The proof for one concrete or symbolic layer: instances of the general theorems, made by the kernel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping

from symstride.errors import InternalError
from symstride.proof.calculation import Line
from symstride.proof.kernel import Theorem, instantiate, ring
from symstride.proof.lemmas.phases import entry_axis
from symstride.proof.rewriting import at, discharge_numbers, right, trans
from symstride.proof.statements.request import (
    LayerRequest,
    Statement,
    entry_statements,
    main_statement,
    merged_statement,
    merged_values,
    size_statements,
    values_of,
)
from symstride.proof.terms import KernelError, Key, Term
from symstride.proof.theorems.record import LayerProof, Proposition
from symstride.proof.theorems.strided_layer import strided_layer
from symstride.proof.theorems.unit_stride import unit_stride
from symstride.proof.tidy import tidied


def prove_layer(request: LayerRequest) -> LayerProof:
    """All claims of ``expected_claims(request)``, proved.

    Raises ``InternalError`` when the kernel refuses a step or the result is not the expected statement: our bug.
    """
    try:
        main = _main(request)
        parts = (main, *_merged(request), *_entries(request), *_sizes(request))
    except KernelError as why:
        raise InternalError(
            "prove(layer)", "a derivation that the kernel accepts", str(why)[:300], "please report this layer"
        ) from why
    return LayerProof(request.layer, request.bank, request.input_size, parts, request.to_plain())


def _main(request: LayerRequest) -> Proposition:
    statement = main_statement(request)
    values = values_of(request)
    lines = [Line(_instance(line.theorem, values), line.reason, line.lemmas) for line in strided_layer(request.form)]
    _require(lines[-1].theorem, statement)
    free = sorted({key[0] for f in (statement[1], *statement[0]) for key in f.free if key[1] < 0})
    return Proposition(
        name="layer",
        title="The strided layer without stride",
        words="Every output of the layer is a unit-stride sum over the expanded bank and the input's phases.",
        theorem=lines[-1].theorem,
        lines=tuple(lines),
        witness={name: 0 if name.startswith("tau") else 1 for name in free},
        sources=("kong2017stride",),
    )


def _instance(theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The general equation at the layer's numbers, with what holds for numbers left out and both sides tidied."""
    return tidied(discharge_numbers(instantiate(theorem, tuple(sorted(values.items())))))


def _require(theorem: Theorem, statement: Statement) -> None:
    if (theorem.hyps, theorem.concl) != statement:
        raise InternalError("prove(layer)", f"the statement {statement[1]}", repr(theorem), "please report this layer")


def _merged(request: LayerRequest) -> Iterator[Proposition]:
    """The layer as literally a unit-stride layer, from the catalogue's theorem."""
    for name, statement in merged_statement(request).items():
        general = unit_stride(request.layer.ndim, request.order)
        values = merged_values(request)
        lines = tuple(Line(_instance(line.theorem, values), line.reason, line.lemmas) for line in general.lines)
        _require(lines[-1].theorem, statement)
        yield Proposition(name, general.title, general.words, lines[-1].theorem, lines, sources=general.sources)


def _entries(request: LayerRequest) -> Iterator[Proposition]:
    """Each entry of each axis's table, from the closed form of a bank entry at numbers."""
    if request.bank.symbols:
        return
    for name, (_, concl) in entry_statements(request).items():
        theorem = _entry(request, name, concl)
        yield Proposition(name, f"Bank entry, {name}", "One weight or zero.", theorem)


def _entry(request: LayerRequest, name: str, concl: Term) -> Theorem:
    words = name.replace(",", "").split()
    axis, tau, rho, u = (int(words[j]) for j in (1, 3, 5, 7))
    bank_axis = request.bank.axes[axis - 1]
    spec = bank_axis.axis
    numbers = {"k": int(spec.kernel), "s": int(spec.stride), "dl": int(spec.dilation), "p": int(bank_axis.shift),
               "a": int(bank_axis.a), "tau": tau, "rho": rho, "u": u}  # fmt: skip
    closed = discharge_numbers(at(entry_axis(), **numbers))
    left, value = concl.args
    return trans(ring(left, closed.concl.args[0]), closed, ring(right(closed), value))


def _sizes(request: LayerRequest) -> Iterator[Proposition]:
    for name, (_, concl) in size_statements(request).items():
        yield Proposition(name, f"Size, {name}", "The output size formula at these numbers.", ring(*concl.args))
