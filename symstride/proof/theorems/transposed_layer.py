"""Transposed convolution: the adjoint reads the same bank, input and output phases exchanged and u turned into -u.

For a = 1 this is sub-pixel convolution (Shi et al., arXiv 1609.05158): a unit-stride convolution, then depth-to-space.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from symstride.proof.kernel.rules import Theorem, ring, unfold
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.definitions import names, per_axis, phases, placement
from symstride.proof.language.operators import transposed
from symstride.proof.language.syntax import Integer, at_most, bracket, entry, equal, integer, mapping, product, total
from symstride.proof.lemmas import Lemma
from symstride.proof.lemmas.adjoint import (
    PLACES,
    READ,
    dilated_transposed_change_of_index,
    transposed_change_of_index,
)
from symstride.proof.lemmas.sums import pull_factor
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import TAP_LOW, on_axis
from symstride.proof.statements.bank import Dilated, undilated
from symstride.proof.statements.catalogue.transposed_layer import SOURCES, WORDS
from symstride.proof.statements.transposed import adjoint_sum, transposed_phases
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.inequalities import prove_at_most
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at_argument,
    beginning,
    ending,
    right,
    symmetric,
    then,
    under,
)
from symstride.proof.theorems.along import exchanges, inward
from symstride.proof.theorems.phase_lemma import bank_in, unfold_all


def transposed_layer(d: int, dilated: Dilated = None) -> Proposition:
    """phases(z; S)[rho, o, m] = sum_c sum_tau sum_u bank[tau, c, rho, o, u] * phases(x; a)[tau, c, m - u].

    z = transposed(w, x; C, k, s, dl, p); 0 <= tau < a, and u runs as in the phase lemma.
    Hypotheses, for each axis: 1 <= s, 1 <= a, 0 <= rho < S = s*a, and 1 <= dl where it is dilated.
    """
    axes = [_BackwardAxis(d, n, dilated) for n in range(d)]
    chain = Calculation(transposed_phases(d, dilated))
    opened = unfold_all(phases(d), transposed(d))(chain.start)
    chain.equation(ending(opened, total("c", 0, "C", _flat(axes))), "definition")
    goal = adjoint_sum(d, dilated)
    with_bank = unfold_all(phases(d))(goal)
    folded = symmetric(unfold(right(with_bank), bank_in(right(with_bank))))
    order = [name for axis in axes for name in (axis.tau, axis.u)]
    chain.by(
        "change of index",
        under(["c"], _parted(axes, 0)),
        *(partial(_change_one_axis, axes, n) for n in range(d)),
        *exchanges(order, [*names(d, "tau"), *names(d, "u")], ["c"]),
        lambda t: beginning(t, folded),
        lemmas=tuple(dict.fromkeys(axis.lemma.name for axis in axes)),
    )
    chain.equation(symmetric(with_bank), "phases of $x$")
    return Proposition(
        name="transposed layer",
        title="Transposed convolution",
        words=WORDS["transposed layer"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(names(d, "rho"), 0),
        sources=SOURCES,
    )


class _BackwardAxis:
    """The letters of one axis: its tap i, its phase tau and offset u, and where it reads."""

    def __init__(self, d: int, n: int, dilated: Dilated) -> None:
        self.d, self.n = d, n
        self.i, self.tau, self.u, self.k = (names(d, x)[n] for x in ("i", "tau", "u", "k"))
        is_dilated = names(d, "dl")[n] not in undilated(d, dilated)
        self.ones: dict[str, Integer] = {} if is_dilated else {"dl": 1}
        self.lemma: Lemma = dilated_transposed_change_of_index if is_dilated else transposed_change_of_index
        self.guards, self.tap = placement(d, n, dilated)
        self.place = self.letters(PLACES)

    def letters(self, text: str, **more: Integer) -> Term:
        """A formula of one axis in the letters of this one."""
        return on_axis(self.d, self.n, text, m=names(self.d, "m")[self.n], **self.ones, **more)

    @property
    def read(self) -> Term:
        """q div s, the input position of the tap i."""
        return make("div", self.letters(READ), self.letters("s"))

    @property
    def divides(self) -> Term:
        """[0 = q mod s]: the tap i reads at all."""
        return bracket(equal(0, make("mod", self.letters(READ), self.letters("s"))))


def _summand(taps: Sequence[Term], places: Sequence[Term]) -> Term:
    """w[c, o, taps] * x[c, places]."""
    return product(entry("w", "c", "o", *taps), entry("x", "c", *places))


def _flat(axes: Sequence[_BackwardAxis]) -> Term:
    """sum_i [s divides q]*(w[c, o, i]*x[c, q div s]), the brackets of all axes inside all sums."""
    out = product(
        *(axis.divides for axis in axes),
        _summand([integer(axis.i) for axis in axes], [axis.read for axis in axes]),
    )
    for axis in reversed(axes):
        out = total(axis.i, 0, axis.k, out)
    return out


def _parted(axes: Sequence[_BackwardAxis], n: int) -> Conversion:
    """Each bracket out of the sums over the taps of the axes behind its own."""
    if n == len(axes) - 1:
        return lambda t: ring(t, t)
    behind = [axis.i for axis in axes[n + 1 :]]
    outward = (under(behind[:j], pull_factor) for j in reversed(range(len(behind))))
    return under([axes[n].i], then(*outward, at_argument(1, _parted(axes, n + 1))))


def _nested(axes: Sequence[_BackwardAxis], n: int, taps: Sequence[Term], places: Sequence[Term]) -> Term:
    """sum_i_n [s divides q]*(sum ..), the taps and places of the axes in front of n being given."""
    if n == len(axes):
        return _summand(taps, places)
    inner = _nested(axes, n + 1, [*taps, integer(axes[n].i)], [*places, axes[n].read])
    return total(axes[n].i, 0, axes[n].k, product(axes[n].divides, inner))


def _change_one_axis(axes: Sequence[_BackwardAxis], n: int, t: Term) -> Theorem:
    """The lemma at the tap sum of axis n, under the sums over phases and offsets of the axes before."""
    axis, before = axes[n], axes[:n]
    taps, places = [a.tap for a in before], [a.place for a in before]
    rest = _nested(axes, n + 1, [*taps, integer(axis.i)], [*places, integer("z")])
    last = axis.letters("(s*(a - 1) + dl*(k - 1) - p)//(s*a)")
    values: dict[str, Integer] = {x: names(axis.d, x)[n] for x in ("k", "s", "p", "a", "rho", "m")}
    values |= {"l": axis.letters(TAP_LOW), "h": last}
    values |= {} if axis.ones else {"dl": names(axis.d, "dl")[n]}
    ends = [prove_at_most(at_most(end, end)) for end in (values["l"], last)]
    equation = apply_lemma(axis.lemma(), values, {"f": mapping([axis.i, "z"], rest)}, ends)
    guards = [guard for a in before for guard in a.guards]

    def change(body: Term) -> Theorem:
        if not guards:
            return beginning(body, equation)
        together = ring(body, product(product(*guards), equation.concl.args[0]))
        return then(lambda _: together, at_argument(1, lambda s: beginning(s, equation)), *inward(2))(body)

    return under(["c", *(x for a in before for x in (a.tau, a.u))], change)(t)
