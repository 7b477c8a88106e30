"""The proof about one layer inside a network on a coarse grid: instances of the general theorem."""

from __future__ import annotations

from symstride.errors import InternalError
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, cut, instantiate, ring
from symstride.proof.kernel.terms import KernelError, Term, make, num, plus, substitute
from symstride.proof.lemmas.arithmetic import shift_quotient
from symstride.proof.lemmas.ghosts import whole_multiple
from symstride.proof.lemmas.phases import entry_axis
from symstride.proof.statements.coarse import Reading, coarse_hypotheses
from symstride.proof.statements.coarse_request import CoarseRequest, coarse_statements, coarse_values, ghost_hypotheses
from symstride.proof.statements.request import Statement, closed_letters
from symstride.proof.tactics.rewriting import (
    at,
    congruent,
    discharge,
    discharge_numbers,
    is_one,
    left,
    right,
    symmetric,
    trans,
)
from symstride.proof.theorems.coarse_layer import coarse_layer, coarse_transposed, with_gaps
from symstride.proof.theorems.ghosts import without_gaps
from symstride.proof.theorems.layer_proof import stating


def prove_coarse(request: CoarseRequest) -> dict[str, Theorem]:
    """All claims of ``coarse_statements(request)``, proved.

    Raises ``InternalError`` when the kernel refuses a step or the result is not the expected statement: our bug.
    """
    claims = coarse_statements(request)
    try:
        return {name: _proved(request, name, statement) for name, statement in claims.items()}
    except KernelError as why:
        asked, expected = "prove(network)", "a derivation that the kernel accepts"
        raise InternalError(asked, expected, str(why)[:300], "please report this network") from why


def _proved(request: CoarseRequest, name: str, statement: Statement) -> Theorem:
    if name == "layer":
        return stating(statement, _layer(request), "prove(network)")
    if name.endswith("any entry"):
        letters = closed_letters(request.layer, name)
        entry = discharge_numbers(instantiate(entry_axis(), tuple(sorted(letters.items()))))
        return stating(statement, entry, "prove(network)")
    return size_formula(*statement[1].args)


def size_formula(formula: Term, value: Term) -> Theorem:
    """The formula of an output size gives the value; (s*x + c) div s + 1 = x for sizes that are not numbers."""
    if normal(formula) == normal(value):
        return ring(formula, value)
    numerator, step = formula.args[0].args
    constant = dict(normal(numerator)).get((), 0)
    shifted = discharge_numbers(at(shift_quotient(), b=step, x=value, c=constant))
    one = congruent(shifted, lambda z: plus(z, num(1)))
    return trans(ring(formula, left(one)), one, ring(right(one), value))


def _layer(request: CoarseRequest) -> Theorem:
    form, values = request.layer.form, coarse_values(request)
    if request.transposed:
        theorem = coarse_transposed(form.axes, request.reasons)
    else:
        theorem = coarse_layer(form, without_gaps(request.reasons))[-1].theorem
    theorem = discharge_numbers(instantiate(theorem, tuple(sorted(values.items()))))
    if request.cells is not None:
        return _with_whole_cells(request, theorem)
    if "gaps" in request.reasons:
        theorem = with_gaps(form, request.reasons, theorem, values)
    for formula, stated in ghost_hypotheses(request).items():
        if formula in theorem.hyps and stated is not formula:
            theorem = discharge(theorem, formula, assume(stated))
        if stated not in theorem.hyps:
            theorem = weakened(theorem, stated)
    return theorem


def _with_whole_cells(request: CoarseRequest, theorem: Theorem) -> Theorem:
    """The theorem without its hypotheses S*ceil(N/S) = N, where N is S*n."""
    reading = Reading(request.layer.layer.ndim, request.transposed)
    values = coarse_values(request)
    for n, cells in enumerate(request.cells or ()):
        step = substitute(reading.steps[n], values)
        fact = discharge_numbers(at(whole_multiple(), S=step, n=cells.name))
        (formula,) = (substitute(f, values) for f in coarse_hypotheses(reading, n, "whole"))
        same = trans(ring(formula.args[0], left(fact)), fact, ring(right(fact), formula.args[1]))
        theorem = cut(same, theorem) if formula in theorem.hyps else theorem
    return theorem


def weakened(equation: Theorem, formula: Term) -> Theorem:
    """From H |- s = t, H, f |- s = t: a factor [f] = 1 comes and goes."""
    side = right(equation)
    with_factor = congruent(is_one(assume(formula)), lambda z: make("mul", z, side))
    there = trans(ring(side, right(with_factor)), symmetric(with_factor))
    return trans(equation, there, with_factor, ring(right(with_factor), side))
