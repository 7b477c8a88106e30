"""One axis of the phase lemma: a tap position t = s*tau + dl*i - p splits into a phase and a cell offset."""

from __future__ import annotations

from typing import Final

from symstride.proof.kernel.rules import Theorem, assume, under_sum
from symstride.proof.kernel.terms import Term, make, substitute
from symstride.proof.language.syntax import (
    ONE,
    Integer,
    at_most,
    below,
    entry,
    equal,
    integer,
    mapping,
    product,
    total,
    variable,
)
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.arithmetic import cancel_factor, div_monotone
from symstride.proof.lemmas.sums import bracket_split, pick_guarded, pick_quotient, pull_factor
from symstride.proof.statements.axis import PLACED, POSITION, QUOTIENT, STEP, TAP_END, TAP_LOW
from symstride.proof.tactics.inequalities import prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    beginning,
    congruent,
    ending,
    right,
    then,
    trans,
    under,
)

STRIDE: Final = assume(at_most(1, "s"))
PHASES: Final = assume(at_most(1, "a"))
DILATION: Final = assume(at_most(0, "dl"))
TAU: Final = (assume(at_most(0, "tau")), assume(below("tau", "a")))
TAP: Final = (assume(at_most(0, "i")), assume(below("i", "k")))


@lemma("there is at least one input phase")
def step_positive() -> Theorem:
    """1 <= s, 1 <= a |- 1 <= s*a."""
    return prove_at_most(at_most(1, STEP), [STRIDE, PHASES])


@lemma("cell offsets are not below the range")
def tap_low() -> Theorem:
    """1 <= s, 1 <= a, 0 <= dl, 0 <= tau, 0 <= i |- (-p) div S <= t div S."""
    order = prove_at_most(at_most("-p", POSITION), [STRIDE, TAU[0], DILATION, TAP[0]])
    return apply_lemma(div_monotone(), {"b": STEP, "x": "-p", "y": POSITION}, facts=[step_positive(), order])


@lemma("cell offsets are not above the range")
def tap_high() -> Theorem:
    """1 <= s, 1 <= a, 0 <= dl, tau < a, i < k |- t div S < (s*(a-1) + dl*(k-1) - p) div S + 1."""
    top = "s*(a - 1) + dl*(k - 1) - p"
    order = prove_at_most(at_most(POSITION, top), [STRIDE, TAU[1], DILATION, TAP[1]])
    quotients = apply_lemma(div_monotone(), {"b": STEP, "x": POSITION, "y": top}, facts=[step_positive(), order])
    return prove_at_most(below(make("div", integer(POSITION), integer(STEP)), TAP_END), [quotients])


# ------------------------------------------------------------------------------------------------ entries of the bank


@lemma("one axis of a bank entry in closed form")
def entry_axis() -> Theorem:
    """1 <= dl |- sum_i [t = S*u + rho]*f i = [0 = q mod dl]*[0 <= q div dl]*[q div dl < k]*f(q div dl).

    Here q = S*u + rho - s*tau + p.
    """
    value = entry("f", "i")
    whole = total("i", 0, "k", product(PLACED, value))
    spread = assume(at_most(1, "dl"))
    zero_range = (prove_at_most(at_most(0, 0)), prove_at_most(below(0, "dl"), [spread]))
    split = apply_lemma(bracket_split(), {"t": QUOTIENT, "n": "dl", "u": "i", "rho": 0}, facts=[*zero_range, spread])
    divides, quotient = right(split).args

    def one_tap(body: Term) -> Theorem:
        placed = beginning(body, congruent(split, lambda z: make("mul", z, value)))
        return ending(placed, product(divides, quotient, value))

    out = then(under(["i"], one_tap), pull_factor)(whole)
    place: dict[str, Integer] = {"lo": 0, "hi": "k", "e": make("div", integer(QUOTIENT), integer("dl"))}
    picked = apply_lemma(pick_guarded(), place, {"f": mapping(["i"], value)})
    return trans(out, congruent(picked, lambda z: make("mul", divides, z)))


@lemma("one axis of a bank entry, without dilation")
def plain_entry_axis() -> Theorem:
    """|- sum_i [t = S*u + rho]*f i = [0 <= q]*[q < k]*f q at dl = 1, with q = S*u + rho - s*tau + p."""
    value = entry("f", "i")
    place: dict[str, Integer] = {"lo": 0, "hi": "k", "e": QUOTIENT}
    picked = apply_lemma(pick_guarded(), place, {"f": mapping(["i"], value)})
    placed = substitute(PLACED, {variable("dl"): integer(1)})
    return beginning(total("i", 0, "k", product(placed, value)), picked)


@lemma("at most one tap fits")
def tap_unique() -> Theorem:
    """1 <= dl, s*tau + dl*i - p = q, s*tau + dl*i2 - p = q |- i = i2."""
    both = [assume(equal("s*tau + dl*i - p", "q")), assume(equal("s*tau + dl*i2 - p", "q"))]
    same = prove_equal(equal("dl*i", "dl*i2"), both)
    return apply_lemma(cancel_factor(), {"b": "dl", "x": "i", "y": "i2"}, facts=[same])


@lemma("each tap is copied once per output phase")
def tap_copies() -> Theorem:
    """1 <= s, 1 <= a, 0 <= dl, 0 <= i < k |- sum_tau sum_rho sum_u [t = S*u + rho] = sum_{tau in [0,a)} 1."""
    place = {"t": POSITION, "n": STEP, "lo": TAP_LOW, "hi": TAP_END}
    once = apply_lemma(
        pick_quotient(), place, {"F": mapping(["rho", "u"], ONE)}, [step_positive(), tap_low(), tap_high()]
    )
    unit = total("rho", 0, STEP, total("u", TAP_LOW, TAP_END, PLACED))
    return under_sum(beginning(unit, once), variable("tau"), integer(0), integer("a"))
