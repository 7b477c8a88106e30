"""Finite signals: which coarse cells a finite input needs, which outputs there are, and which padding makes them."""

from __future__ import annotations

from symstride.proof.definitions import names, per_axis
from symstride.proof.kernel import Theorem
from symstride.proof.lemmas import cells
from symstride.proof.rewriting import at, beginning, congruent, ending
from symstride.proof.statements.catalogue import coarse_padding, layer_form
from symstride.proof.terms import Term, num, plus
from symstride.proof.theorems.record import Proposition
from symstride.proof.theorems.strided_layer import strided_layer

_WORDS = {
    "zeros": "A zero-padded layer is a zero-padded unit-stride layer on ceil(N/S) coarse cells.",
    "circular": "A circular layer on S n entries is a circular unit-stride layer on n coarse cells.",
}


def finite_layer(d: int, signal: str) -> Proposition:
    """The layer with groups, bias and activation, zero padding or circular, on finitely many cells."""
    lines = strided_layer(layer_form(d, signal))
    ones = per_axis(d, "s", "a", "dl", "n") if signal == "circular" else per_axis(d, "s", "a", "dl")
    name = "zero padding" if signal == "zeros" else "circular padding"
    return Proposition(
        name=name,
        title=f"Finite layer, {name}",
        words=_WORDS[signal],
        theorem=lines[-1].theorem,
        lines=lines,
        witness=dict.fromkeys(ones, 1) | dict.fromkeys(names(d, "tau"), 0),
        sources=("kong2017stride",),
    )


def size_facts() -> tuple[Proposition, ...]:
    """Cells, outputs and coarse padding along one axis."""
    table: tuple[tuple[str, Theorem, str, dict[str, int]], ...] = (
        ("before the first cell", cells.cell_below(), "A coarse cell before the first holds positions before 0 only.",
         {"S": 1, "rho": 0, "m": -1}),
        ("behind the last cell", cells.cell_above(), "A coarse cell from ceil(N/S) on holds positions from N on only.",
         {"S": 1, "rho": 0, "m": 1, "N": 1}),
        ("outputs fit", cells.output_count(), "Every output's last tap lies within the padded input.",
         {"s": 1, "j": 0, "N": 1, "p": 0, "r": 0, "D": 0}),
        ("no further output fits", cells.output_end(), "The next output's last tap lies behind the padded input.",
         {"s": 1, "j": 1, "N": 1, "p": 0, "r": 0, "D": 0}),
        ("coarse output, low", cells.output_low(), "Output j has coarse position j div a, at least 0,", {"a": 1, "j": 0}),
        ("coarse output, high", cells.output_place(), "and below ceil(M/a).", {"a": 1, "j": 0, "M": 1}),
        ("coarse padding", _coarse_padding(coarse_padding()),
         "N' cells, low padding -umin and high padding M' + umax - N' make M' outputs of a kernel of umax - umin + 1.", {}),
    )  # fmt: skip
    return tuple(Proposition(name, name.capitalize(), words, theorem, witness=w) for name, theorem, words, w in table)


def _coarse_padding(goal: Term) -> Theorem:
    """((..) div 1) + 1 = M: a quotient by one, then ring."""
    quotient = goal.args[0].args[0]
    divided = congruent(at(cells.div_one(), x=quotient.args[0]), lambda z: plus(z, num(1)))
    return ending(beginning(goal.args[0], divided), goal.args[1])
