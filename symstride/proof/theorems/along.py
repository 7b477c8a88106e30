"""The change of index along every axis of nested tap sums: the one step that all theorems on windows share."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from functools import partial
from typing import TypeAlias

from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import Term, plus
from symstride.proof.language.definitions import names, placement
from symstride.proof.language.syntax import Integer, at_most, entry, integer, mapping, product, totals
from symstride.proof.lemmas import Lemma
from symstride.proof.lemmas.arithmetic import div_monotone
from symstride.proof.lemmas.phases import step_positive
from symstride.proof.lemmas.reindex import change_of_index, dilated_change_of_index
from symstride.proof.lemmas.sums import push_factor, swap_sums
from symstride.proof.statements.axis import POSITION, TAP_LOW, on_axis
from symstride.proof.statements.bank import Dilated, undilated
from symstride.proof.tactics.inequalities import prove_at_most
from symstride.proof.tactics.rewriting import Conversion, apply_lemma, at_argument, beginning, then, under

Summand: TypeAlias = Callable[[Sequence[Term], Sequence[Term]], Term]
"""From the taps and the positions that are read, counted from S*m, of all axes: what is added up."""


def read_by(d: int, positions: Sequence[Term]) -> Term:
    """x[c, S*m + position], axis by axis."""
    return entry("x", "c", *(plus(on_axis(d, n, "s*a*m", m=names(d, "m")[n]), positions[n]) for n in range(d)))


def tap_sums(d: int, dilated: Dilated, summand: Summand) -> Term:
    """sum_i summand, the taps i of all axes reading s*tau + dl*i - p."""
    reads = [on_axis(d, n, POSITION, **_one(d, n, dilated)) for n in range(d)]
    return _tap_sums(d, 0, summand([integer(i) for i in names(d, "i")], reads))


def along_axes(d: int, dilated: Dilated, summand: Summand, outer: Sequence[str]) -> Conversion:
    """tap_sums = sum_rho sum_u guards * summand, at the taps that sit at (rho, u), under the sums over ``outer``.

    The guards and taps are those of the bank (``placement``); u runs over the offsets of all output phases.
    """
    changes = (partial(_change_one_axis, d, dilated, summand, outer, n) for n in range(d))
    order = [name for pair in zip(names(d, "rho"), names(d, "u")) for name in pair]
    return then(*changes, *exchanges(order, [*names(d, "rho"), *names(d, "u")], outer))


def lemmas_along(d: int, dilated: Dilated) -> tuple[str, ...]:
    """The names of the lemmas that the axes need."""
    return tuple(dict.fromkeys(_lemma(d, n, dilated).name for n in range(d)))


def exchanges(order: Sequence[str], wanted: Sequence[str], outer: Sequence[str]) -> list[Conversion]:
    """Exchanges of neighbouring sums under the ``outer`` ones that bring the order into the wanted one."""
    order, out = list(order), list[Conversion]()
    while order != wanted:
        j = next(j for j in range(len(order) - 1) if wanted.index(order[j]) > wanted.index(order[j + 1]))
        out.append(under([*outer, *order[:j]], swap_sums))
        order[j], order[j + 1] = order[j + 1], order[j]
    return out


def _lemma(d: int, n: int, dilated: Dilated) -> Lemma:
    return change_of_index if _one(d, n, dilated) else dilated_change_of_index


def _one(d: int, n: int, dilated: Dilated) -> dict[str, Integer]:
    """The value 1 of dl where the axis is not dilated."""
    return {"dl": 1} if names(d, "dl")[n] in undilated(d, dilated) else {}


def _tap_sums(d: int, first: int, body: Term) -> Term:
    """The sums over the taps of the axes from ``first`` on."""
    return totals([(names(d, "i")[n], 0, names(d, "k")[n]) for n in range(first, d)], body)


def _change_one_axis(d: int, dilated: Dilated, summand: Summand, outer: Sequence[str], n: int, t: Term) -> Theorem:
    """The lemma at the tap sum of axis n, under the outer sums and those over phases and offsets of the axes before."""
    i, guards = names(d, "i")[n], [guard for j in range(n) for guard in placement(d, j, dilated)[0]]
    taps = [placement(d, j, dilated)[1] for j in range(n)] + [integer(x) for x in names(d, "i")[n:]]
    before = [on_axis(d, j, "s*a*u + rho") for j in range(n)]
    behind = [on_axis(d, j, POSITION, **_one(d, j, dilated)) for j in range(n + 1, d)]

    def tap_function(reads: Integer) -> Term:
        here = on_axis(d, n, "s*tau + z - p", z=reads)
        return _tap_sums(d, n + 1, summand(taps, [*before, here, *behind]))

    is_dilated = not _one(d, n, dilated)
    f = mapping([i, "z"], tap_function("z")) if is_dilated else mapping([i], tap_function(i))
    equation = _at_axis(d, dilated, n, f)
    depth = 2 if guards else 0

    def change(body: Term) -> Theorem:
        if not depth:
            return beginning(body, equation)
        together = ring(body, product(product(*guards), equation.concl.args[0]))
        return then(lambda _: together, at_argument(1, lambda s: beginning(s, equation)), *inward(depth))(body)

    sums = [*outer, *(x for j in range(n) for x in (names(d, "rho")[j], names(d, "u")[j]))]
    return under(sums, change)(t)


def inward(depth: int) -> list[Conversion]:
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
    return apply_lemma(_lemma(d, n, dilated)(), values, {"f": f}, facts)
