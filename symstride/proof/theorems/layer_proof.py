"""The proof for one layer, by itself or in a network: instances of the general theorems, made by the kernel."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from functools import partial

from symstride.errors import InternalError
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, cut, instantiate, ring
from symstride.proof.kernel.terms import KernelError, Key, Term, make, num, plus, substitute
from symstride.proof.lemmas.arithmetic import shift_quotient
from symstride.proof.lemmas.ghosts import whole_multiple
from symstride.proof.lemmas.phases import entry_axis, plain_entry_axis
from symstride.proof.record import Proof, Proposition
from symstride.proof.repeatable import ordered
from symstride.proof.statements.every_size import CLAIM
from symstride.proof.statements.grid import Reading, grid_hypotheses
from symstride.proof.statements.request import LayerRequest, ghost_hypotheses, merged_values, numbers_of_axis, values_of
from symstride.proof.subject import Statement
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import (
    at,
    congruent,
    discharge,
    discharge_numbers,
    left,
    right,
    symmetric,
    tidied,
    trans,
    weakened,
)
from symstride.proof.theorems.ghosts import without_gaps
from symstride.proof.theorems.grid_layer import grid_layer, grid_transposed, with_gaps
from symstride.proof.theorems.unit_stride import grouped_unit_stride, unit_stride

_ASKED = "prove(layer)"


def prove_layer(request: LayerRequest) -> Proof:
    """All claims about a layer by itself, ``request.statements()``, proved.

    Raises ``InternalError`` when the kernel refuses a step or the result is not the expected statement: our bug.
    """
    return Proof(request, prove_statements(request, request.statements()))


def prove_statements(request: LayerRequest, statements: Iterable[tuple[str, Statement]]) -> tuple[Proposition, ...]:
    """Some of the claims about a layer, each proved as it stands."""
    claims = dict(statements)  # refuses what cannot be stated, before anything is derived
    found: dict[str, Proposition] = {}
    try:
        for name, statement in claims.items():
            found[name] = _proved(request, name, statement)
    except KernelError as why:
        expected, hint = "a derivation that the kernel accepts", "please report this layer"
        raise InternalError(_ASKED, expected, str(why)[:300], hint) from why
    for name, (hyps, concl) in claims.items():
        theorem = found[name].theorem
        if theorem.hyps != hyps or theorem.concl is not concl:
            raise InternalError(_ASKED, f"the statement {concl}"[:300], repr(theorem)[:300], "please report this layer")
    return tuple(found.values())


def _proved(request: LayerRequest, name: str, statement: Statement) -> Proposition:
    """One claim."""
    if name == "layer":
        return _main(request, statement)
    if name == "unit stride":
        return _merged(request, statement)
    if name.endswith(CLAIM):
        axis = request.bank.axes[int(name.split(",")[0].split()[1]) - 1]
        before, after = statement[1].args
        theorem = equally_many(before, after, num(int(axis.size)))
        return Proposition(name, f"Size, {name}", "As many outputs, whatever the size of the input.", theorem)
    if name.endswith("outputs"):
        theorem = size_formula(*statement[1].args)
        return Proposition(name, f"Size, {name}", "The output size formula at these numbers.", theorem)
    return _entry(request, name, statement)


def _main(request: LayerRequest, statement: Statement) -> Proposition:
    values = values_of(request)
    lines = [] if request.transposed else grid_layer(request.form, without_gaps(request.reasons))
    general = (
        grid_transposed(request.form.axes, request.reasons, request.dilated)
        if request.transposed
        else lines[-1].theorem
    )
    theorem = stating(statement, _with_reasons(request, _instance(general, values)))
    free = sorted({key[0] for f in (statement[1], *statement[0]) for key in f.free if key[1] < 0})
    return Proposition(
        name="layer",
        title="The strided layer without stride",
        words="Every output of the layer is a unit-stride sum over the expanded bank and the input's phases.",
        theorem=theorem,
        chain=partial(_lines, lines if request.is_clean else (), values),
        witness={name: 0 if name.startswith("tau") else 1 for name in free} if request.is_clean else {},
        sources=("kong2017stride",),
    )


def _lines(general: Sequence[Line], values: Mapping[Key, Term]) -> list[Line]:
    """The general chain at the layer's numbers."""
    return [Line(tidied(_instance(line.theorem, values)), line.reason, line.lemmas) for line in general]


def _instance(theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The general equation at the layer's numbers, with what holds for numbers left out."""
    return discharge_numbers(instantiate(theorem, tuple(sorted(values.items()))))


def stating(statement: Statement, theorem: Theorem) -> Theorem:
    """The theorem with its two sides written as the statement has them, under all of the statement's hypotheses."""
    before, after = statement[1].args
    out = trans(ring(before, left(theorem)), theorem, ring(right(theorem), after))
    for formula in ordered(statement[0] - out.hyps):
        out = weakened(out, formula)
    return out


def _merged(request: LayerRequest, statement: Statement) -> Proposition:
    """The layer as literally a unit-stride layer, from the catalogue's theorem."""
    d, dilated = request.layer.ndim, request.dilated
    general = grouped_unit_stride(d, dilated) if request.form.grouped else unit_stride(d, request.order, dilated)
    values = merged_values(request)
    return Proposition(
        name="unit stride",
        title=general.title,
        words=general.words,
        theorem=stating(statement, _instance(general.theorem, values)),
        chain=partial(_lines, general.lines, values),
        sources=general.sources,
    )


def _entry(request: LayerRequest, name: str, statement: Statement) -> Proposition:
    """An entry of an axis's table, from the closed form along its axis."""
    axis, *places = name.split(", ")
    n = int(axis.split()[1]) - 1
    closed = entry_axis() if request.dilated[n] else plain_entry_axis()
    letters = {key: value for key, value in numbers_of_axis(request, n).items() if key in closed.concl.free}
    numbers = {letter: int(number) for letter, number in map(str.split, places)}
    theorem = stating(statement, discharge_numbers(at(_instance(closed, letters), **numbers)))
    return Proposition(name, f"Bank entry, {name}", "One weight or zero.", theorem)


def size_formula(formula: Term, value: Term) -> Theorem:
    """The formula of an output size gives the value; (s*x + c) div s + 1 = x for sizes that are not numbers."""
    if normal(formula) == normal(value):
        return ring(formula, value)
    numerator, step = formula.args[0].args
    constant = dict(normal(numerator)).get((), 0)
    shifted = discharge_numbers(at(shift_quotient(), b=step, x=value, c=constant))
    one = congruent(shifted, lambda z: plus(z, num(1)))
    return trans(ring(formula, left(one)), one, ring(right(one), value))


def equally_many(outputs: Term, cells: Term, taps: Term) -> Theorem:
    """x div s + 1 = (x + s*K) div s - K + 1, the two formulas, for K taps."""
    numerator, step = outputs.args[0].args
    shifted = discharge_numbers(at(shift_quotient(), b=step, x=taps, c=numerator))
    less = congruent(shifted, lambda z: plus(plus(z, make("mul", num(-1), taps)), num(1)))
    return trans(ring(outputs, right(less)), symmetric(less), ring(left(less), cells))


# ------------------------------------------------------------------------------------------------ ghosts


def _with_reasons(request: LayerRequest, theorem: Theorem) -> Theorem:
    """The theorem with the hypotheses that the reasons leave at these numbers."""
    if request.cells is not None:
        return _with_whole_cells(request, theorem)
    if "gaps" in request.reasons:
        theorem = with_gaps(request.form, request.reasons, theorem, values_of(request))
    for formula, stated in ghost_hypotheses(request).items():
        if formula in theorem.hyps and stated is not formula:
            theorem = discharge(theorem, formula, assume(stated))
        if stated not in theorem.hyps:
            theorem = weakened(theorem, stated)
    return theorem


def _with_whole_cells(request: LayerRequest, theorem: Theorem) -> Theorem:
    """The theorem without its hypotheses S*ceil(N/S) = N, where N is S*n."""
    reading = Reading(request.layer.ndim, request.transposed)
    values = values_of(request)
    for n, cells in enumerate(request.cells or ()):
        step = substitute(reading.steps[n], values)
        fact = discharge_numbers(at(whole_multiple(), S=step, n=cells.name))
        (formula,) = (substitute(f, values) for f in grid_hypotheses(reading, n, "whole"))
        same = trans(ring(formula.args[0], left(fact)), fact, ring(right(fact), formula.args[1]))
        theorem = cut(same, theorem) if formula in theorem.hyps else theorem
    return theorem
