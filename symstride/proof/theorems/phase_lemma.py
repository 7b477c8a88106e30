"""The phase lemma: a strided convolution is a unit-stride convolution of phases, for all parameter values.

Kong and Lucey, arXiv 1712.02502, section 3, state it for one phase of the output (a = 1), without padding and
dilation.  Here for any number of axes, a >= 1 output phases, any padding and dilation, over any commutative semiring.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import cache, partial

from symstride.proof.kernel.rules import Theorem, assume, ring, unfold
from symstride.proof.kernel.terms import Term, plus
from symstride.proof.language.definitions import conv, names, per_axis, phases, placement
from symstride.proof.language.syntax import Integer, at_most, entry, integer, mapping, product, totals
from symstride.proof.lemmas import Lemma
from symstride.proof.lemmas.arithmetic import div_monotone
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.lemmas.reindex import change_of_index, dilated_change_of_index
from symstride.proof.lemmas.sums import push_factor, swap_sums
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import POSITION, TAP_LOW, on_axis
from symstride.proof.statements.bank import Dilated, at_its_dilation, undilated
from symstride.proof.statements.catalogue.phase_lemma import SOURCES, WORDS
from symstride.proof.statements.phase_lemma import expanded_sum, strided_phases
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


def unfold_all(*definitions: Term) -> Conversion:
    """Unfold definitions one after the other."""
    return then(*(lambda t, definition=definition: unfold(t, definition) for definition in definitions))


@cache
def phase_lemma(d: int, dilated: Dilated = None) -> Proposition:
    """phases(y; a)[tau, o, m] = sum_c sum_rho sum_u bank[tau, o, rho, c, u] * phases(x; S)[rho, c, m + u].

    y = conv(w, x; C, k, s, dl, p); 0 <= c < C, 0 <= rho < S = s*a, (-p) div S <= u <= (s*(a-1) + dl*(k-1) - p) div S.
    Hypotheses, for each axis: 1 <= s, 1 <= a, 0 <= tau < a, and 1 <= dl where it is dilated.
    """
    chain = Calculation(strided_phases(d, dilated))
    opened = unfold_all(phases(d), conv(d))(chain.start)
    read = [on_axis(d, n, POSITION, **_one(d, n, dilated)) for n in range(d)]
    taps = [integer(i) for i in names(d, "i")]
    written = totals([("c", 0, "C")], _tap_sums(d, 0, _summand(d, taps, read)))
    chain.equation(ending(opened, written), "definition")
    goal = expanded_sum(d, dilated)
    with_bank, with_phases = unfold_all(phases(d))(goal), right(unfold_all(phases(d))(goal))
    moved = then(*(partial(_change_one_axis, d, dilated, n) for n in range(d)), *_exchanges(d))
    lemmas = dict.fromkeys(_lemma(dilated, n).name for n in range(d))
    folded = symmetric(unfold(with_phases, _bank_in(with_phases)))
    chain.by(
        r"change of index: $i$ sits in phase $\rho$ at offset $u$",
        moved,
        lambda t: beginning(t, folded),
        lemmas=tuple(lemmas),
    )
    chain.equation(symmetric(with_bank), "phases of $x$")
    return Proposition(
        name="phase lemma",
        title="Phase lemma",
        words=WORDS["phase lemma"],
        theorem=chain.theorem,
        chain=lambda: chain.lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(per_axis(d, "tau"), 0),
        sources=SOURCES,
    )


def _lemma(dilated: Dilated, n: int) -> Lemma:
    return dilated_change_of_index if dilated is None or dilated[n] else change_of_index


def _one(d: int, n: int, dilated: Dilated) -> dict[str, Integer]:
    """The value 1 of dl where the axis is not dilated."""
    return {"dl": 1} if names(d, "dl")[n] in undilated(d, dilated) else {}


def _bank_in(sums: Term) -> Term:
    """The definition of the bank in sum .. sum bank * x."""
    while sums.tag == "sum":
        sums = sums.args[2]
    definition: Term = sums.args[0].args[0]
    return definition


def _summand(d: int, taps: Sequence[Term], read: Sequence[Term]) -> Term:
    """w[o, c, taps] * x[c, S*m + read], axis by axis."""
    places = [plus(on_axis(d, n, "s*a*m", m=names(d, "m")[n]), read[n]) for n in range(d)]
    return product(entry("w", "o", "c", *taps), entry("x", "c", *places))


def _tap_sums(d: int, first: int, body: Term) -> Term:
    """The sums over the taps of the axes from ``first`` on."""
    return totals([(names(d, "i")[n], 0, names(d, "k")[n]) for n in range(first, d)], body)


def _change_one_axis(d: int, dilated: Dilated, n: int, t: Term) -> Theorem:
    """The lemma at the tap sum of axis n, under the sums over c and over the phases and offsets of the axes before."""
    i, guards = names(d, "i")[n], [guard for j in range(n) for guard in placement(d, j, dilated)[0]]
    taps = [placement(d, j, dilated)[1] for j in range(n)] + [integer(x) for x in names(d, "i")[n:]]
    before = [on_axis(d, j, "s*a*u + rho") for j in range(n)]
    behind = [on_axis(d, j, POSITION, **_one(d, j, dilated)) for j in range(n + 1, d)]

    def tap_function(reads: Integer) -> Term:
        here = on_axis(d, n, "s*tau + z - p", z=reads)
        return _tap_sums(d, n + 1, _summand(d, taps, [*before, here, *behind]))

    is_dilated = not _one(d, n, dilated)
    f = mapping([i, "z"], tap_function("z")) if is_dilated else mapping([i], tap_function(i))
    equation = _at_axis(d, dilated, n, f)
    depth = 2 if guards else 0

    def change(body: Term) -> Theorem:
        if not depth:
            return beginning(body, equation)
        together = ring(body, product(product(*guards), equation.concl.args[0]))
        return then(lambda _: together, at_argument(1, lambda s: beginning(s, equation)), *_inward(depth))(body)

    sums = ["c", *(x for j in range(n) for x in (names(d, "rho")[j], names(d, "u")[j]))]
    return under(sums, change)(t)


def _inward(depth: int) -> list[Conversion]:
    """g*sum sum f = sum sum g*f."""
    return [under([f"v{j}_" for j in range(n)], push_factor) for n in range(depth)]


def _at_axis(d: int, dilated: Dilated, n: int, f: Term) -> Theorem:
    """The change of index for the letters of axis n: S for s, p - s*tau for p, and one range for all output phases."""
    ones = _one(d, n, dilated)
    last = on_axis(d, n, "dl*(k - 1)", **ones)
    shift = on_axis(d, n, "p - s*tau")
    low, high = on_axis(d, n, TAP_LOW), on_axis(d, n, "(s*(a - 1) + D - p)//(s*a)", D=last)
    values: dict[str, Integer] = {"k": names(d, "k")[n], "s": on_axis(d, n, "s*a"), "p": shift, "l": low, "h": high}
    if not ones:
        values["dl"] = names(d, "dl")[n]
    positive = apply_lemma(step_positive(), {x: names(d, x)[n] for x in ("s", "a")})
    stride, tau = assume(at_most(1, names(d, "s")[n])), names(d, "tau")[n]
    early, late = assume(at_most(0, tau)), assume(at_most(plus(integer(tau), integer(1)), names(d, "a")[n]))
    ends = [
        (on_axis(d, n, "-p"), on_axis(d, n, "-(p - s*tau)"), early),
        (on_axis(d, n, "D - (p - s*tau)", D=last), on_axis(d, n, "s*(a - 1) + D - p", D=last), late),
    ]
    facts = [positive]
    for x, y, phase in ends:
        order = prove_at_most(at_most(x, y), [stride, phase])
        facts.append(apply_lemma(div_monotone(), {"b": on_axis(d, n, "s*a"), "x": x, "y": y}, facts=[positive, order]))
    return apply_lemma(_lemma(dilated, n)(), values, {"f": f}, facts)


def _exchanges(d: int) -> list[Conversion]:
    """Bring the sums into the order rho1 rho2 .. u1 u2 .. by exchanging neighbours."""
    order = [name for pair in zip(names(d, "rho"), names(d, "u")) for name in pair]
    return exchanges(order, [*names(d, "rho"), *names(d, "u")])


def exchanges(order: Sequence[str], wanted: Sequence[str]) -> list[Conversion]:
    """Exchanges of neighbouring sums under the sum over c that bring the order into the wanted one."""
    order, out = list(order), list[Conversion]()
    while order != wanted:
        j = next(j for j in range(len(order) - 1) if wanted.index(order[j]) > wanted.index(order[j + 1]))
        out.append(under(["c", *order[:j]], swap_sums))
        order[j], order[j + 1] = order[j + 1], order[j]
    return out
