"""The proof about one layer inside a network on a coarse grid: instances of the general theorem."""

from __future__ import annotations

from symstride.errors import InternalError
from symstride.proof.kernel import Theorem, assume, instantiate, ring
from symstride.proof.lemmas.phases import entry_axis
from symstride.proof.rewriting import congruent, discharge, discharge_numbers, is_one, left, right, symmetric, trans
from symstride.proof.statements.coarse_request import CoarseRequest, coarse_statements, coarse_values, ghost_hypotheses
from symstride.proof.statements.request import Statement, closed_letters
from symstride.proof.terms import KernelError, Term, make
from symstride.proof.theorems.coarse_layer import coarse_layer, coarse_transposed, with_gaps
from symstride.proof.theorems.ghosts import without_gaps


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
        return _stating(statement, _layer(request))
    if name.endswith("any entry"):
        letters = closed_letters(request.layer, name)
        return _stating(statement, discharge_numbers(instantiate(entry_axis(), tuple(sorted(letters.items())))))
    return ring(*statement[1].args)


def _layer(request: CoarseRequest) -> Theorem:
    form, values = request.layer.form, coarse_values(request)
    if request.transposed:
        theorem = coarse_transposed(form.axes, request.reasons)
    else:
        theorem = coarse_layer(form, without_gaps(request.reasons))[-1].theorem
    theorem = discharge_numbers(instantiate(theorem, tuple(sorted(values.items()))))
    if "gaps" in request.reasons:
        theorem = with_gaps(form, request.reasons, theorem, values)
    for formula, stated in ghost_hypotheses(request).items():
        if formula in theorem.hyps and stated is not formula:
            theorem = discharge(theorem, formula, assume(stated))
        if stated not in theorem.hyps:
            theorem = weakened(theorem, stated)
    return theorem


def weakened(equation: Theorem, formula: Term) -> Theorem:
    """From H |- s = t, H, f |- s = t: a factor [f] = 1 comes and goes."""
    side = right(equation)
    with_factor = congruent(is_one(assume(formula)), lambda z: make("mul", z, side))
    there = trans(ring(side, right(with_factor)), symmetric(with_factor))
    return trans(equation, there, with_factor, ring(right(with_factor), side))


def _stating(statement: Statement, theorem: Theorem) -> Theorem:
    """The theorem with its two sides written as the statement has them."""
    hyps, concl = statement
    before, after = concl.args
    stated = trans(ring(before, left(theorem)), theorem, ring(right(theorem), after))
    if stated.hyps != hyps:
        raise InternalError("prove(network)", f"the statement {concl}"[:300], repr(stated)[:300], "please report this")
    return stated
