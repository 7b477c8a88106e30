"""One axis of the transposed phase lemma: the adjoint reads the same bank with input and output phases exchanged.

Output position S*m + rho of a transposed convolution takes tap i of input position (S*m + e) div s with
e = rho + p - dl*i, if s divides e.  Then e div s = tau - a*u for one phase tau and one cell offset u, and
[s*tau + dl*i - p = S*u + rho] is the entry of the bank.
"""

from __future__ import annotations

from collections.abc import Mapping
from typing import Final

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import at_most, below, bracket, entry, equal, integer, mapping, product, total
from symstride.proof.lemmas import Lemma, lemma
from symstride.proof.lemmas.arithmetic import div_unique, mod_unique
from symstride.proof.lemmas.phases import entry_axis, plain_entry_axis, step_positive
from symstride.proof.lemmas.sums import bracket_split, pick_quotient, pull_factor, reflect_sum, swap_sums
from symstride.proof.statements.axis import PLACED, STEP, TAP_END, TAP_LOW
from symstride.proof.tactics.calculation import Calculation, Line
from symstride.proof.tactics.inequalities import prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    at,
    beginning,
    congruent,
    discharge_numbers,
    ending,
    guarded,
    law,
    left,
    right,
    symmetric,
    then,
    trans,
    under,
)

OFFSET: Final = "rho + p - dl*i"
"""e, the output position less S*m, less where tap i starts."""
READ: Final = "s*a*m + rho + p - dl*i"
"""q, of which s must be a divisor; q div s is the input position."""
_STRIDE: Final = assume(at_most(1, "s"))
_PHASES: Final = assume(at_most(1, "a"))
_DILATION: Final = assume(at_most(1, "dl"))
_RHO: Final = (assume(at_most(0, "rho")), assume(below("rho", STEP)))
_TAP: Final = (assume(at_most(0, "i")), assume(below("i", "k")))


@lemma("a whole number of strides does not change the remainder")
def offset_mod() -> Theorem:
    """1 <= s |- q mod s = e mod s, with q = S*m + e."""
    facts = [law("mod_low", a=OFFSET, b="s"), law("mod_high", a=OFFSET, b="s"), _STRIDE]
    facts.append(_whole())
    values = {"b": "s", "x": READ, "q": f"a*m + ({OFFSET})//s", "r": f"({OFFSET}) % s"}
    return apply_lemma(mod_unique(), values, facts=facts)


@lemma("a whole number of strides adds to the quotient")
def offset_div() -> Theorem:
    """1 <= s |- q div s = a*m + e div s, with q = S*m + e."""
    facts = [law("mod_low", a=OFFSET, b="s"), law("mod_high", a=OFFSET, b="s"), _STRIDE]
    facts.append(_whole())
    values = {"b": "s", "x": READ, "q": f"a*m + ({OFFSET})//s", "r": f"({OFFSET}) % s"}
    return apply_lemma(div_unique(), values, facts=facts)


def _whole() -> Theorem:
    """q = s*(a*m + e div s) + e mod s."""
    goal = equal(READ, f"s*(a*m + ({OFFSET})//s) + ({OFFSET}) % s")
    return prove_equal(goal, [law("division", a=OFFSET, b="s")])


_QUOTIENT: Final = f"({OFFSET})//s"
"""g = e div s."""
_DIVIDES: Final = equal(0, f"({OFFSET}) % s")
_SHARED: Final = (
    step_positive(),
    law("division", a=OFFSET, b="s"),
    assume(_DIVIDES),
    prove_equal(
        equal(f"s*({_QUOTIENT})", f"s*(a*(({_QUOTIENT})//a) + ({_QUOTIENT}) % a)"),
        [congruent(law("division", a=_QUOTIENT, b="a"), lambda z: make("mul", make("var", "s"), z))],
    ),
)


@lemma("cell offsets of the adjoint are not below the bank's")
def adjoint_low() -> Theorem:
    """1 <= s, 1 <= a, 1 <= dl, 0 <= i, rho < S, 0 = e mod s |- (e div s) div a < 1 - (-p) div S."""
    scaled = prove_at_most(at_most(0, f"s*(({_QUOTIENT}) % a)"), [_STRIDE, law("mod_low", a=_QUOTIENT, b="a")])
    taps = prove_at_most(at_most(0, "dl*i"), [_DILATION, _TAP[0]])
    padding = [law("division", a="-p", b=STEP), apply_lemma(law("mod_low", a="-p", b=STEP), facts=[step_positive()])]
    goal = below(f"({_QUOTIENT})//a", make("add", integer(1), make("mul", integer(-1), integer(TAP_LOW))))
    return prove_at_most(goal, [*_SHARED, scaled, taps, _RHO[1], *padding])


@lemma("cell offsets of the adjoint are not above the bank's")
def adjoint_high() -> Theorem:
    """1 <= s, 1 <= a, 1 <= dl, i < k, 0 <= rho, 0 = e mod s |- 1 - (end of the bank's taps) <= (e div s) div a."""
    top = "s*(a - 1) + dl*(k - 1) - p"
    scaled = prove_at_most(
        at_most(f"s*(({_QUOTIENT}) % a)", "s*(a - 1)"), [_STRIDE, law("mod_high", a=_QUOTIENT, b="a")]
    )
    taps = prove_at_most(at_most("dl*i", "dl*(k - 1)"), [_DILATION, _TAP[1]])
    last = [law("division", a=top, b=STEP), apply_lemma(law("mod_high", a=top, b=STEP), facts=[step_positive()])]
    goal = at_most(make("add", integer(1), make("mul", integer(-1), integer(TAP_END))), f"({_QUOTIENT})//a")
    return prove_at_most(goal, [*_SHARED, scaled, taps, _RHO[0], *last])


LOW: Final = assume(at_most("l", TAP_LOW))
HIGH: Final = assume(at_most("(s*(a - 1) + dl*(k - 1) - p)//(s*a)", "h"))
"""Bounds l and h of the cell offsets, as far as the bank's or further."""
PLACES: Final = "a*(m - u) + tau"
"""The input position that phase tau and offset u read."""


@lemma("one input phase and one offset")
def split_adjoint() -> Calculation:
    """[0 = q mod s]*H[q div s] = sum_tau sum_u [s*tau + dl*i - p = S*u + rho]*H[a*(m - u) + tau].

    Under 1 <= s, 1 <= a, 1 <= dl, 0 <= rho < S, 0 <= i < k, l <= (-p) div S and (s*(a-1) + dl*(k-1) - p) div S <= h;
    q = S*m + rho + p - dl*i, 0 <= tau < a, l <= u <= h.
    """
    value = entry("H", PLACES)
    zero = [prove_at_most(at_most(0, 0)), prove_at_most(below(0, "s"), [_STRIDE]), _STRIDE]
    split = apply_lemma(bracket_split(), {"t": OFFSET, "n": "s", "rho": 0, "u": "tau - a*u"}, facts=zero)
    divides, quotient = right(split).args

    def placed(body: Term) -> Theorem:
        """[s*tau + dl*i - p = S*u + rho]*H = [0 = e mod s]*([tau - a*u = e div s]*H)."""
        here = beginning(body, congruent(split, lambda z: make("mul", z, value)))
        return ending(here, product(divides, quotient, value))

    whole = total("tau", 0, "a", total("u", "l", "h + 1", product(PLACED, value)))
    parted = then(under(["tau", "u"], placed), under(["tau"], pull_factor), pull_factor)(whole)
    picked = _pick(right(parted).args[1])
    place = congruent(symmetric(offset_div()), lambda z: product(divides, entry("H", z)))
    whole_strides = trans(
        place, congruent(symmetric(offset_mod()), lambda z: product(bracket(equal(0, z)), right(place).args[1]))
    )
    chain = Calculation(right(whole_strides))
    chain.equation(symmetric(whole_strides), "$S m$ is a whole number of strides")
    inner = guarded(divides.args[0], picked)
    chain.equation(beginning(chain.term, symmetric(inner)), "division by $a$ with remainder")
    return chain.equation(beginning(chain.term, symmetric(parted)), "both brackets as one")


def _pick(t: Term) -> Theorem:
    """sum_tau sum_u [tau - a*u = g]*H[a*(m - u) + tau] = H[a*m + g], where s divides e."""
    reflected = under(["tau"], _reflect)(t)
    F = mapping(["rho", "u"], entry("H", "a*(m + u) + rho"))
    lo, hi = make("mul", integer(-1), integer("h")), make("add", integer(1), make("mul", integer(-1), integer("l")))
    quotient = make("div", integer(_QUOTIENT), integer("a"))
    ends = [
        prove_at_most(at_most(lo, quotient), [adjoint_high(), HIGH]),
        prove_at_most(below(quotient, hi), [adjoint_low(), LOW]),
    ]
    picked = apply_lemma(pick_quotient(), {"t": _QUOTIENT, "n": "a", "lo": lo, "hi": hi}, {"F": F}, [_PHASES, *ends])
    divided = symmetric(law("division", a=_QUOTIENT, b="a"))
    collected = congruent(divided, lambda z: entry("H", make("add", integer("a*m"), z)))
    return trans(reflected, beginning(right(reflected), picked), beginning(right(picked), collected))


def _reflect(t: Term) -> Theorem:
    lo, hi, body = t.args
    return apply_lemma(reflect_sum(), {"lo": lo, "hi": hi}, {"f": make("map", 1, body)})


# ------------------------------------------------------------------------------------------------ change of index


def _transposed_change(closed: Lemma, ones: Mapping[str, int]) -> Calculation:
    """sum_i [0 = q mod s]*f[i, q div s], into phases and offsets, by the closed form of an entry of the bank."""
    read, positions = integer(READ), make("div", integer(READ), integer("s"))
    divides = bracket(equal(0, make("mod", read, integer("s"))))
    chain = Calculation(total("i", 0, "k", product(divides, entry("f", "i", positions))))
    split = apply_lemma(split_adjoint(), {}, {"H": mapping(["z"], entry("f", "i", "z"))})
    chain.by("where $s$ divides", under(["i"], lambda body: beginning(body, split)), lemmas=(split_adjoint.name,))
    chain.by("exchange of sums", swap_sums, under(["tau"], swap_sums))
    if ones:
        chain.lines = [
            Line(discharge_numbers(at(line.theorem, **ones)), line.reason, line.lemmas) for line in chain.lines
        ]
        chain.start = left(chain.lines[-1].theorem)
    picked = apply_lemma(closed(), {}, {"f": mapping(["i"], entry("f", "i", PLACES))})
    return chain.by("at most one $i$ fits", under(["tau", "u"], lambda body: beginning(body, picked)))


@lemma("change of index, transposed")
def transposed_change_of_index() -> Calculation:
    """sum_i [0 = q mod s]*f[i, q div s] = sum_tau sum_u [0 <= e]*[e < k]*f[e, a*(m - u) + tau], at dl = 1.

    Here q = S*m + rho + p - i and e = S*u + rho - s*tau + p; hypotheses and ranges are those of ``split_adjoint``.
    """
    return _transposed_change(plain_entry_axis, {"dl": 1})


@lemma("change of index, transposed, with dilation")
def dilated_transposed_change_of_index() -> Calculation:
    """sum_i [0 = q mod s]*f[i, q div s] = sum_tau sum_u [0 = e mod dl]*[0 <= e div dl]*[e div dl < k]*f[e div dl, z].

    Here z = a*(m - u) + tau, q = S*m + rho + p - dl*i and e = S*u + rho - s*tau + p; hypotheses and ranges are those
    of ``split_adjoint``.
    """
    return _transposed_change(entry_axis, {})
