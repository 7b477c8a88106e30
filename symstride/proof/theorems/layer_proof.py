"""The proof for one concrete or symbolic layer: instances of the general theorems, made by the kernel."""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from functools import partial

from symstride.errors import InternalError
from symstride.proof.kernel.rules import Theorem, instantiate, ring
from symstride.proof.kernel.terms import KernelError, Key, Term
from symstride.proof.lemmas.phases import entry_axis
from symstride.proof.statements.request import (
    LayerRequest,
    Statement,
    closed_letters,
    merged_values,
    stated,
    values_of,
)
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import at, discharge_numbers, left, right, tidied, trans
from symstride.proof.theorems.record import LayerProof, Proposition
from symstride.proof.theorems.strided_layer import strided_layer
from symstride.proof.theorems.unit_stride import unit_stride


def prove_layer(request: LayerRequest) -> LayerProof:
    """All claims of ``expected_claims(request)``, proved.

    Raises ``InternalError`` when the kernel refuses a step or the result is not the expected statement: our bug.
    """
    claims = stated(request)  # refuses what cannot be stated, before anything is derived
    try:
        closed = tuple(_closed(request, claims.closed))
        parts = (
            _main(request, claims.main["layer"]),
            *_merged(request, claims.merged),
            *closed,
            *_entries({p.name: p.theorem for p in closed}, claims.entries),
            *_sizes(claims.sizes),
        )
    except KernelError as why:
        raise InternalError(
            "prove(layer)", "a derivation that the kernel accepts", str(why)[:300], "please report this layer"
        ) from why
    return LayerProof(request.layer, request.bank, request.input_size, parts, request.to_plain())


def _main(request: LayerRequest, statement: Statement) -> Proposition:
    values = values_of(request)
    general = strided_layer(request.form)
    theorem = stating(statement, _instance(general[-1].theorem, values))
    free = sorted({key[0] for f in (statement[1], *statement[0]) for key in f.free if key[1] < 0})
    return Proposition(
        name="layer",
        title="The strided layer without stride",
        words="Every output of the layer is a unit-stride sum over the expanded bank and the input's phases.",
        theorem=theorem,
        chain=lambda: _lines(general, values),
        witness={name: 0 if name.startswith("tau") else 1 for name in free},
        sources=("kong2017stride",),
    )


def _lines(general: Sequence[Line], values: Mapping[Key, Term]) -> list[Line]:
    """The general chain at the layer's numbers."""
    return [Line(tidied(_instance(line.theorem, values)), line.reason, line.lemmas) for line in general]


def _instance(theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The general equation at the layer's numbers, with what holds for numbers left out."""
    return discharge_numbers(instantiate(theorem, tuple(sorted(values.items()))))


def stating(statement: Statement, theorem: Theorem, asked: str = "prove(layer)") -> Theorem:
    """The theorem with its two sides written as the statement has them."""
    hyps, concl = statement
    before, after = concl.args
    stated = trans(ring(before, left(theorem)), theorem, ring(right(theorem), after))
    if stated.hyps != hyps:
        raise InternalError(asked, f"the statement {concl}"[:300], repr(stated)[:300], "please report this layer")
    return stated


def _merged(request: LayerRequest, claims: Mapping[str, Statement]) -> Iterator[Proposition]:
    """The layer as literally a unit-stride layer, from the catalogue's theorem."""
    for name, statement in claims.items():
        general = unit_stride(request.layer.ndim, request.order)
        values = merged_values(request)
        theorem = stating(statement, _instance(general.theorem, values))
        yield Proposition(
            name=name,
            title=general.title,
            words=general.words,
            theorem=theorem,
            chain=partial(_lines, general.lines, values),
            sources=general.sources,
        )


def _closed(request: LayerRequest, claims: Mapping[str, Statement]) -> Iterator[Proposition]:
    """Any entry of an axis, from the closed form of a bank entry."""
    for name, statement in claims.items():
        theorem = stating(statement, _instance(entry_axis(), closed_letters(request, name)))
        yield Proposition(
            name, f"Any entry of the bank, {name.split(',')[0]}", "At most one tap stands anywhere.", theorem
        )


def _entries(closed: Mapping[str, Theorem], claims: Mapping[str, Statement]) -> Iterator[Proposition]:
    """Each entry of each axis's table, from the closed form along its axis."""
    for name, statement in claims.items():
        axis, *places = name.split(", ")
        numbers = {letter: int(n) for letter, n in map(str.split, places)}
        theorem = stating(statement, discharge_numbers(at(closed[f"{axis}, any entry"], **numbers)))
        yield Proposition(name, f"Bank entry, {name}", "One weight or zero.", theorem)


def _sizes(claims: Mapping[str, Statement]) -> Iterator[Proposition]:
    for name, (_, concl) in claims.items():
        yield Proposition(name, f"Size, {name}", "The output size formula at these numbers.", ring(*concl.args))
