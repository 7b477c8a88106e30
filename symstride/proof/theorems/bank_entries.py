"""The entries of the expanded bank: each is one weight or zero, each weight stands there once per output phase."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from symstride.proof.kernel.rules import Theorem, unfold
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.definitions import bank, names
from symstride.proof.lemmas.phases import entry_axis, tap_copies, tap_unique
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import AXIS_LETTERS
from symstride.proof.statements.catalogue.bank_entries import SOURCES, WORDS, bank_entry, closed_entry
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.rewriting import Conversion, apply_lemma, at_argument, beginning, under

_ONE_AXIS = {"s": 1, "a": 1, "dl": 1, "k": 1, "i": 0}


def one_weight_or_zero(d: int) -> Proposition:
    """bank[tau, o, rho, c, u] = [0 = q mod dl]*[0 <= q div dl]*[q div dl < k]*w[o, c, q div dl], per axis."""
    chain = Calculation(bank_entry(d))
    chain.by("unfold the bank", lambda t: unfold(t, bank(d)))
    taps = names(d, "i")
    for n in reversed(range(d)):
        along = "" if d == 1 else f" along axis {n + 1}"
        read = _inside(taps[:n], partial(_one_axis, d, n))
        chain.by(rf"at most one tap fits{along}: $i = \lfloor q/\delta \rfloor$", read, lemmas=(entry_axis.name,))
    chain.to(closed_entry(d), "collect the brackets")
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


def _one_axis(d: int, n: int, t: Term) -> Theorem:
    values = {x: names(d, x)[n] for x in (*AXIS_LETTERS, "rho", "u")}
    f = make("map", 1, t.args[2].args[1])
    return beginning(t, apply_lemma(entry_axis(), values, {"f": f}))


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
