"""One layer inside a network on the grid: its outputs that count do not depend on what the ghosts hold."""

from __future__ import annotations

from collections.abc import Mapping
from functools import cache, partial

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import Key, Term, require, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import Integer, at_most, below
from symstride.proof.lemmas.ghosts import masked_ghost, unread_tap, whole_cells
from symstride.proof.statements.axis import Reason
from symstride.proof.statements.bank import Dilated
from symstride.proof.statements.grid import Reading, grid_adjoint, grid_sum
from symstride.proof.statements.layer import Form, pixelwise, signal, unit_stride_sum
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.inequalities import prove_at_most
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    at_argument,
    beginning,
    congruent,
    ending,
    right,
    symmetric,
    trans,
    under,
)
from symstride.proof.theorems.ghosts import at_numbers, in_letters, without_gaps
from symstride.proof.theorems.strided_layer import cell_equation, strided_layer
from symstride.proof.theorems.transposed_layer import transposed_layer

_LEMMAS: Mapping[Reason, str] = {"whole": whole_cells.name, "unread": unread_tap.name, "masked": masked_ghost.name}


@cache
def grid_layer(form: Form, reasons: tuple[Reason, ...]) -> tuple[Line, ...]:
    """The lines of: phases of the layer's outputs = pixelwise(form, grid_sum(form, reasons)).

    Hypotheses per axis: 1 <= s, 1 <= a, 1 <= dl, 0 <= tau < a, and those of ``grid_hypotheses``.  Clean ghosts make
    no difference, so that this is ``strided_layer``; others are stated for zero padding and phases of the image.  What
    is skipped ("gaps") is shown at numbers only, by ``with_gaps``.
    """
    layer = strided_layer(form)
    if all(reason == "clean" for reason in reasons):
        return layer
    require(form.signal == "zeros", "ghosts are stated for zero padding and phases of the image")
    require("gaps" not in reasons, "gaps are shown at numbers")
    cleaned = in_letters(form, Reading(form.axes), reasons)(grid_sum(form, reasons))
    same = symmetric(ending(cleaned, unit_stride_sum(form)))
    theorem = trans(layer[-1].theorem, congruent(same, lambda z: pixelwise(form, z)))
    lemmas = tuple(dict.fromkeys(_LEMMAS[reason] for reason in reasons if reason != "clean"))
    return (*layer, Line(theorem, "no output that counts reads a ghost", lemmas))


def with_gaps(form: Form, reasons: tuple[Reason, ...], theorem: Theorem, values: Mapping[Key, Term]) -> Theorem:
    """The theorem at numbers, stated for clean ghosts where outputs skip them, with anything on these ghosts.

    ``theorem`` is H |- outputs = pixelwise(form, grid_sum(form, r)) at the values, r having "clean" for "gaps".
    Adds the hypotheses 0 <= a*m + tau < M of those axes, where they are needed.
    """
    cleaned = at_numbers(form, reasons, values)(grid_sum(form, reasons))
    same = symmetric(ending(cleaned, substitute(grid_sum(form, without_gaps(reasons)), values)))
    return trans(theorem, beginning(right(theorem), congruent(same, lambda z: pixelwise(form, z))))


@cache
def grid_transposed(d: int, reasons: tuple[Reason, ...], dilated: Dilated = None) -> Theorem:
    """phases(z; S)[rho, o, m] = grid_adjoint(d, reasons), z = transposed(w, X), X the zero extension of N entries.

    Hypotheses per axis: 1 <= s, 1 <= a, 1 <= dl, 0 <= rho < s*a, and those of ``grid_hypotheses``.
    """
    require("gaps" not in reasons, "a transposed layer reads all ghosts up to some place")
    form, reading = Form(d), Reading(d, transposed=True)
    lemma = apply_lemma(transposed_layer(d, dilated).theorem, {}, {"x": signal(form)})
    sums = ["c", *reading.phases, *names(d, "u")]
    nothing: Reason = "clean"
    cells = under(sums, at_argument(1, partial(_on_cells, reading)))(right(lemma))
    finite = ending(trans(lemma, cells), grid_adjoint(d, (nothing,) * d, dilated))
    if all(reason == "clean" for reason in reasons):
        return finite
    cleaned = in_letters(form, reading, reasons)(grid_adjoint(d, reasons, dilated))
    return trans(finite, symmetric(ending(cleaned, right(finite))))


def _on_cells(reading: Reading, t: Term) -> Theorem:
    """phases(X; a)[tau, c, m - u] = extend(phases(X; a); ceil(N/a))[c, m - u]: the layer's equation at s = 1."""
    d = reading.axes
    places: dict[str, Integer] = dict.fromkeys(names(d, "s"), 1)
    places |= dict(zip(names(d, "rho"), reading.phases)) | dict(zip(names(d, "m"), reading.cells))
    facts = []
    for a, tau in zip(names(d, "a"), reading.phases):
        facts.append(prove_at_most(at_most(1, f"1*{a}"), [assume(at_most(1, a))]))
        facts.append(prove_at_most(below(tau, f"1*{a}"), [assume(below(tau, a))]))
    return beginning(t, apply_lemma(cell_equation(Form(d)), places, facts=facts))
