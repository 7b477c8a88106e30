"""The phase lemma: a strided convolution is a unit-stride convolution of phases, for all parameter values.

Kong and Lucey, arXiv 1712.02502, section 3, state it for one phase of the output (a = 1), without padding and
dilation.  Here for any number of axes, a >= 1 output phases, any padding and dilation, over any commutative semiring.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache

from symstride.proof.kernel.rules import Theorem, ring, unfold
from symstride.proof.kernel.terms import Term, plus
from symstride.proof.language.definitions import bank, conv, names, per_axis, phases
from symstride.proof.language.syntax import entry, integer, mapping, product, totals
from symstride.proof.lemmas.phases import split_axis
from symstride.proof.lemmas.sums import pull_factor, push_factor, swap_sums
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import AXIS_LETTERS, POSITION, on_axis
from symstride.proof.statements.catalogue.phase_lemma import SOURCES, WORDS
from symstride.proof.statements.phase_lemma import expanded_sum, strided_phases
from symstride.proof.tactics.calculation import Calculation
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


def unfold_all(*definitions: Term) -> Conversion:
    """Unfold definitions one after the other."""
    return then(*(lambda t, definition=definition: unfold(t, definition) for definition in definitions))


@cache
def phase_lemma(d: int) -> Proposition:
    """phases(y; a)[tau, o, m] = sum_c sum_rho sum_u bank[tau, o, rho, c, u] * phases(x; S)[rho, c, m + u].

    y = conv(w, x; C, k, s, dl, p); 0 <= c < C, 0 <= rho < S = s*a, (-p) div S <= u <= (s*(a-1) + dl*(k-1) - p) div S.
    Hypotheses, for each axis: 1 <= s, 1 <= a, 0 <= dl, 0 <= tau < a.
    """
    chain = _unfolded(d)
    for n in range(d):
        chain = _split_one_axis(chain, d, n)
    _exchange(chain, d)
    _factor(chain, d)
    _fold(chain, d)
    return Proposition(
        name="phase lemma",
        title="Phase lemma",
        words=WORDS["phase lemma"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(per_axis(d, "tau"), 0),
        sources=SOURCES,
    )


def _in_cells(d: int, n: int) -> Term:
    """S*u + rho, as the axis lemma writes it."""
    return on_axis(d, n, "s*a*u + rho")


def _summand(d: int, positions: Sequence[Term]) -> Term:
    """w[o, c, i] * x[c, S*m + position], axis by axis."""
    places = [plus(on_axis(d, n, "s*a*m", m=names(d, "m")[n]), positions[n]) for n in range(d)]
    return product(entry("w", "o", "c", *names(d, "i")), entry("x", "c", *places))


def _tap_sums(d: int, axes: Sequence[int], body: Term) -> Term:
    return totals([(names(d, "i")[n], 0, names(d, "k")[n]) for n in axes], body)


def _unfolded(d: int) -> Calculation:
    chain = Calculation(strided_phases(d))
    t = [on_axis(d, n, POSITION) for n in range(d)]
    written = totals([("c", 0, "C")], _tap_sums(d, range(d), _summand(d, t)))
    opened = unfold_all(phases(d), conv(d))(chain.start)
    return chain.equation(ending(opened, written), "unfold the definitions; collect the index around $S m$")


def _split_one_axis(chain: Calculation, d: int, n: int) -> Calculation:
    """Apply the axis lemma to the tap sum of axis n, inside the tap sums before it, and move its sums out."""
    z = integer("z")
    positions = [*(_in_cells(d, j) for j in range(n)), z, *(on_axis(d, j, POSITION) for j in range(n + 1, d))]
    H = mapping([names(d, "i")[n], "z"], _tap_sums(d, range(n + 1, d), _summand(d, positions)))
    values = {letter: names(d, letter)[n] for letter in AXIS_LETTERS}
    split = apply_lemma(split_axis(), values, {"H": H})
    before = [name for j in range(n) for name in (names(d, "rho")[j], names(d, "u")[j])]
    move = under(["c", *before], _split_inside(names(d, "i")[:n], split))
    axis = "" if d == 1 else f" along axis {n + 1}"
    return chain.by(
        rf"split the tap position{axis} by $S$: phase $\rho$, cell offset $u$", move, lemmas=(split_axis.name,)
    )


def _split_inside(outer: Sequence[str], split: Theorem) -> Conversion:
    """The axis lemma under the tap sums ``outer``, whose brackets and sums the new sums over rho and u pass."""
    if not outer:
        return lambda body: beginning(body, split)

    def passing(body: Term) -> Theorem:
        """[..]*rest = [..]*sum_rho sum_u .. = sum_rho sum_u [..]*.."""
        inner = at_argument(1, _split_inside(outer[1:], split))
        return then(inner, push_factor, under(["rho_"], push_factor))(body)

    return then(under([outer[0]], passing), swap_sums, under(["rho_"], swap_sums))


def _exchange(chain: Calculation, d: int) -> None:
    """Bring the sums into the order rho1 rho2 .. u1 u2 .. by exchanging neighbours."""
    order = [name for pair in zip(names(d, "rho"), names(d, "u")) for name in pair]
    swaps = exchanges(order, [*names(d, "rho"), *names(d, "u")])
    if swaps:
        chain.by("exchange finite sums", *swaps)


def exchanges(order: Sequence[str], wanted: Sequence[str]) -> list[Conversion]:
    """Exchanges of neighbouring sums under the sum over c that bring the order into the wanted one."""
    order, out = list(order), list[Conversion]()
    while order != wanted:
        j = next(j for j in range(len(order) - 1) if wanted.index(order[j]) > wanted.index(order[j + 1]))
        out.append(under(["c", *order[:j]], swap_sums))
        order[j], order[j + 1] = order[j + 1], order[j]
    return out


def _factor(chain: Calculation, d: int) -> None:
    """Pull x, which does not depend on the taps, out of the tap sums."""
    places = [plus(on_axis(d, n, "s*a*m", m=names(d, "m")[n]), _in_cells(d, n)) for n in range(d)]
    common = entry("x", "c", *places)
    sums = ["c", *names(d, "rho"), *names(d, "u")]
    chain.by("$x$ does not depend on the taps: factor it out", under(sums, factor_out(names(d, "i"), common)))


def factor_out(taps: Sequence[str], common: Term) -> Conversion:
    """sum_i1 [..]*(sum_i2 [..]*(w*common)) = common * sum_i1 [..]*(sum_i2 [..]*w)."""
    if not taps:
        return lambda body: ring(body, product(common, body.args[0]))

    def inner(body: Term) -> Theorem:
        moved = at_argument(1, factor_out(taps[1:], common))(body)
        rest = right(moved).args[1].args[1]
        return ending(moved, product(common, body.args[0], rest))

    return then(under([taps[0]], inner), pull_factor)


def _fold(chain: Calculation, d: int) -> None:
    goal = expanded_sum(d)
    opened = unfold_all(bank(d), phases(d))(goal)
    chain.equation(beginning(chain.term, symmetric(opened)), "fold the bank and the phases of $x$")
