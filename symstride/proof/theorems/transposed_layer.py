"""Transposed convolution: the adjoint reads the same bank, input and output phases exchanged and u turned into -u.

For a = 1 this is sub-pixel convolution (Shi et al., arXiv 1609.05158): a unit-stride convolution, then depth-to-space.
"""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import Term, substitute, var
from symstride.proof.language.definitions import names, per_axis, phases
from symstride.proof.language.operators import transposed
from symstride.proof.language.syntax import bracket, entry, equal, integer, mapping, product, totals
from symstride.proof.lemmas.adjoint import READ, split_adjoint
from symstride.proof.lemmas.sums import pull_factor, push_factor
from symstride.proof.record import Proposition
from symstride.proof.statements.axis import AXIS_LETTERS, PLACED, on_axis
from symstride.proof.statements.bank import Dilated, undilated
from symstride.proof.statements.catalogue.transposed_layer import SOURCES, WORDS
from symstride.proof.statements.transposed import adjoint_sum, transposed_phases
from symstride.proof.tactics.calculation import Calculation, Line
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at,
    at_argument,
    beginning,
    discharge_numbers,
    ending,
    reflexive,
    right,
    symmetric,
    then,
    trans,
    under,
)
from symstride.proof.theorems.along import exchanges
from symstride.proof.theorems.bank_entries import open_bank
from symstride.proof.theorems.phase_lemma import unfold_all


def transposed_layer(d: int, dilated: Dilated = None) -> Proposition:
    """phases(z; S)[rho, o, m] = sum_c sum_tau sum_u bank[tau, c, rho, o, u] * phases(x; a)[tau, c, m - u]."""
    chain = Calculation(transposed_phases(d))
    opened = unfold_all(phases(d), transposed(d))(chain.start)
    chain.equation(ending(opened, _written(d)), "unfold the definitions; collect the index around $S m$")
    taps = ["c", *names(d, "i")]
    chain.by(
        r"where $s$ divides, the quotient splits by $a$: phase $\tau$, cell offset $u$",
        under(taps, partial(_split, d, 0)),
        lemmas=(split_adjoint.name,),
    )
    order = [*names(d, "i"), *(x for pair in zip(names(d, "tau"), names(d, "u")) for x in pair)]
    chain.by("exchange finite sums", *exchanges(order, [*names(d, "tau"), *names(d, "u"), *names(d, "i")], ["c"]))
    outer = ["c", *names(d, "tau"), *names(d, "u")]
    chain.by("$x$ does not depend on the taps: factor it out", under(outer, _collect(d, 0)))
    ones = undilated(d, dilated)
    lines = [Line(at(line.theorem, **ones), line.reason, line.lemmas) for line in chain.lines]
    goal = adjoint_sum(d, dilated)
    folded = then(unfold_all(phases(d)), under(outer, at_argument(0, open_bank)))(goal)
    last = trans(lines[-1].theorem, beginning(right(lines[-1].theorem), symmetric(folded)))
    lines.append(Line(discharge_numbers(last), "fold the bank and the phases of $x$"))
    return Proposition(
        name="transposed layer",
        title="Transposed convolution",
        words=WORDS["transposed layer"],
        theorem=lines[-1].theorem,
        chain=lambda: lines,
        witness=dict.fromkeys(per_axis(d, "s", "a", "dl"), 1) | dict.fromkeys(names(d, "rho"), 0),
        sources=SOURCES,
    )


def _read(d: int, n: int) -> Term:
    """q of axis n."""
    return on_axis(d, n, READ, m=names(d, "m")[n])


def _written(d: int) -> Term:
    """sum_c sum_i [0 = q1 mod s1]*([0 = q2 mod s2]*(w[c, o, i]*x[c, q1 div s1, q2 div s2]))."""
    ranges = [("c", 0, "C"), *((i, 0, k) for i, k in zip(names(d, "i"), names(d, "k")))]
    places = [_quotient(d, n) for n in range(d)]
    return totals(ranges, _divisible(d, 0, _summand(d, places)))


def _quotient(d: int, n: int) -> Term:
    return substitute(integer("q//s"), {("q", -1): _read(d, n), ("s", -1): var(names(d, "s")[n])})


def _divisible(d: int, first: int, body: Term) -> Term:
    """[0 = q mod s] for the axes from ``first`` on, then the body."""
    remainders = [
        substitute(integer("q % s"), {("q", -1): _read(d, n), ("s", -1): var(names(d, "s")[n])})
        for n in range(first, d)
    ]
    return product(*(bracket(equal(0, r)) for r in remainders), body)


def _summand(d: int, places: Sequence[Term]) -> Term:
    return product(entry("w", "c", "o", *names(d, "i")), entry("x", "c", *places))


def _split(d: int, n: int, body: Term) -> Theorem:
    """[0 = q mod s]*rest for axis n and those after it, into sums over tau and u whose brackets stand inside."""
    if n == d:
        return ending(reflexive(body), body)
    places = [_fine(d, j) for j in range(n)] + [integer("z")] + [_quotient(d, j) for j in range(n + 1, d)]
    H = mapping(["z"], _divisible(d, n + 1, _summand(d, places)))
    values = {x: names(d, x)[n] for x in (*AXIS_LETTERS[:-1], "i", "rho", "m")}
    here = beginning(body, apply_lemma(split_adjoint(), values, {"H": H}))
    inside = then(at_argument(1, partial(_split, d, n + 1)), *_past(d, n + 1))
    sums = [names(d, "tau")[n], names(d, "u")[n]]
    return then(lambda _: here, under(sums, inside))(body)


def _past(d: int, n: int) -> list[Conversion]:
    """[..]*sum sum .. = sum sum [..]*..: the bracket passes the sums of the axes from n on."""
    names_ = [x for j in range(n, d) for x in (names(d, "tau")[j], names(d, "u")[j])]
    return [under(names_[:j], push_factor) for j in range(len(names_))]


def _fine(d: int, n: int) -> Term:
    """a*(m - u) + tau, the input position."""
    return on_axis(d, n, "a*(m - u) + tau", m=names(d, "m")[n])


def _collect(d: int, n: int) -> Conversion:
    """sum_i_n .. (P_n*(..*(w*x))) = (x*P_0*..*P_{n-1}) * sum_i_n P_n*(sum ..): the tap sums without x."""
    placed = [on_axis(d, j, PLACED) for j in range(d)]
    head = product(entry("x", "c", *(_fine(d, j) for j in range(d))), *placed[:n])

    def convert(t: Term) -> Theorem:
        if n == d:
            return ending(reflexive(t), product(head, entry("w", "c", "o", *names(d, "i"))))
        return then(under([names(d, "i")[n]], then(_collect(d, n + 1), split_head)), pull_factor)(t)

    def split_head(t: Term) -> Theorem:
        """(head*P_n)*rest = head*(P_n*rest)."""
        return ending(reflexive(t), product(head, placed[n], t.args[1]))

    return convert
