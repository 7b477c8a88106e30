"""The entries of the expanded bank: each is one weight or zero, each weight stands there once per output phase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import VARIABLE, Term, make
from symstride.proof.language.definitions import bank, names
from symstride.proof.lemmas.phases import entry_axis, plain_entry_axis, tap_copies, tap_unique
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import AXIS_LETTERS
from symstride.proof.statements.bank import Dilated, placed_sum, undilated, weight
from symstride.proof.statements.catalogue.bank_entries import SOURCES, WORDS
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at_argument,
    beginning,
    discharge_numbers,
    symmetric,
    under,
)

_ONE_AXIS = {"s": 1, "a": 1, "dl": 1, "k": 1, "i": 0}


@cache
def as_placed_sum(d: int, dilated: Dilated = None) -> Theorem:
    """bank[tau, o, rho, c, u] = sum_i [s*tau + dl*i - p = S*u + rho]*w[o, c, i], axis by axis.

    1 <= dl on the axes that are dilated.
    """
    chain, taps = Calculation(placed_sum(d, dilated)), names(d, "i")
    for n in reversed(range(d)):
        chain.by("at most one tap fits", _inside(taps[:n], partial(_one_axis, d, n, dilated)))
    opened = unfold(weight(d, dilated), bank(d, dilated))
    return symmetric(chain.equation(beginning(chain.term, symmetric(opened)), "definition").theorem)


def open_bank(t: Term) -> Theorem:
    """A bank at any values, a ``use`` of a definition that ``bank`` made, as the sum over its taps."""
    definition, w, *integers = t.args
    letters = [name for name, kind in definition.args[2] if kind == VARIABLE]
    whole = as_placed_sum(w.args[0] - 2, dilated_axes(t))
    at_values = apply_lemma(whole, dict(zip(letters, integers, strict=True)), {"w": w})
    return beginning(t, discharge_numbers(at_values))


def dilated_axes(t: Term) -> tuple[bool, ...]:
    """Which axes a bank, a ``use`` of a definition that ``bank`` made, takes for dilated."""
    definition, w = t.args[:2]
    letters = {name for name, _ in definition.args[2]}
    return tuple(dl in letters for dl in names(w.args[0] - 2, "dl"))


def one_weight_or_zero(d: int) -> Proposition:
    """bank[tau, o, rho, c, u] = sum_i [s*tau + dl*i - p = S*u + rho]*w[o, c, i], axis by axis."""
    chain = Calculation(weight(d)).equation(as_placed_sum(d), "at most one tap fits", lemmas=(entry_axis.name,))
    return Proposition(
        name="one weight or zero",
        title="Every entry is one weight or zero",
        words=WORDS["one weight or zero"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(names(d, "dl"), 1),
        sources=SOURCES,
    )


def _inside(taps: Sequence[str], conversion: Conversion) -> Conversion:
    """Under sum_i1 [..]*(sum_i2 [..]*(..))."""
    if not taps:
        return conversion
    return under([taps[0]], at_argument(1, _inside(taps[1:], conversion)))


def _one_axis(d: int, n: int, dilated: Dilated, t: Term) -> Theorem:
    is_dilated = names(d, "dl")[n] not in undilated(d, dilated)
    values = {x: names(d, x)[n] for x in (*AXIS_LETTERS, "rho", "u") if is_dilated or x != "dl"}
    f = make("map", 1, t.args[2].args[1])
    return beginning(t, apply_lemma((entry_axis if is_dilated else plain_entry_axis)(), values, {"f": f}))


def entry_facts() -> tuple[Proposition, ...]:
    """Uniqueness and the count of copies, along one axis."""
    return (
        Proposition(
            name="at most one tap",
            title="At most one tap fits",
            words=WORDS["at most one tap"],
            theorem=tap_unique(),
            witness={"dl": 1, "s": 1, "tau": 0, "i": 0, "i2": 0, "p": 0, "q": 0},
        ),
        Proposition(
            name="copied once per output phase",
            title="Copies",
            words=WORDS["copied once per output phase"],
            theorem=tap_copies(),
            witness=_ONE_AXIS,
        ),
    )
