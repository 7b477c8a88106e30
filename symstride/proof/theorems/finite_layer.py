"""Finite signals: which cells a finite input needs, which outputs there are, and which padding makes them."""

from __future__ import annotations

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, num, plus
from symstride.proof.language.definitions import names, per_axis
from symstride.proof.language.syntax import at_most
from symstride.proof.lemmas import cells
from symstride.proof.record import Proposition
from symstride.proof.statements.catalogue.finite_layer import SOURCES, WORDS, cell_padding, layer_form
from symstride.proof.tactics.calculation import Line
from symstride.proof.tactics.rewriting import at, beginning, congruent, ending, weakened
from symstride.proof.theorems.strided_layer import strided_layer


def finite_layer(d: int, signal: str) -> Proposition:
    """The layer with groups, bias and activation, zero padding or circular, on finitely many cells."""
    *before, last = strided_layer(layer_form(d, signal))
    lines = (*before, Line(weakened(last.theorem, at_most(1, "O")), last.reason, last.lemmas))
    ones = ["O", *per_axis(d, "s", "a", "dl", *(["n"] if signal == "circular" else []))]
    name = "zero padding" if signal == "zeros" else "circular padding"
    return Proposition(
        name=name,
        title=f"Finite layer, {name}",
        words=WORDS[name],
        theorem=lines[-1].theorem,
        chain=lambda: lines,
        witness=dict.fromkeys(ones, 1) | dict.fromkeys(names(d, "tau"), 0),
        sources=SOURCES,
    )


def size_facts() -> tuple[Proposition, ...]:
    """Cells, outputs and padding in cells along one axis."""
    return (
        _fact(
            "before the first cell",
            cells.cell_below(),
            {"S": 1, "rho": 0, "m": -1},
        ),
        _fact(
            "behind the last cell",
            cells.cell_above(),
            {"S": 1, "rho": 0, "m": 1, "N": 1},
        ),
        _fact(
            "outputs fit",
            cells.output_count(),
            {"s": 1, "j": 0, "N": 1, "p": 0, "r": 0, "D": 0},
        ),
        _fact(
            "no further output fits",
            cells.output_end(),
            {"s": 1, "j": 1, "N": 1, "p": 0, "r": 0, "D": 0},
        ),
        _fact(
            "output cell, low",
            cells.output_low(),
            {"a": 1, "j": 0},
        ),
        _fact(
            "output cell, high",
            cells.output_place(),
            {"a": 1, "j": 0, "M": 1},
        ),
        _fact(
            "padding in cells",
            _cell_padding(cell_padding()),
            {},
        ),
    )


def _fact(name: str, theorem: Theorem, witness: dict[str, int]) -> Proposition:
    return Proposition(name, name.capitalize(), WORDS[name], theorem, witness=witness)


def _cell_padding(goal: Term) -> Theorem:
    """((..) div 1) + 1 = M: a quotient by one, then ring."""
    quotient = goal.args[0].args[0]
    divided = congruent(at(cells.div_one(), x=quotient.args[0]), lambda z: plus(z, num(1)))
    return ending(beginning(goal.args[0], divided), goal.args[1])
