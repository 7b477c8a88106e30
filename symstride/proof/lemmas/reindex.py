"""Change of index: a finite sum over taps is a sum over phases and cell offsets, for any function of the taps.

Division with remainder gives every tap one phase rho and one offset u.  All theorems on layers use these lemmas along
each axis; nothing in them is about convolution.  Graham, Knuth and Patashnik, *Concrete Mathematics* (1994), chapters 2
and 3.
"""

from __future__ import annotations

from typing import Final

from symstride.proof.kernel.rules import Theorem, assume, ring
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import ONE, at_most, below, bracket, entry, equal, integer, mapping, product, total
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.arithmetic import div_monotone
from symstride.proof.lemmas.sums import bracket_split, pick_guarded, pick_quotient, pull_factor, push_factor, swap_sums
from symstride.proof.tactics.calculation import Calculation
from symstride.proof.tactics.inequalities import prove_at_most
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at,
    beginning,
    congruent,
    ending,
    guarded,
    right,
    symmetric,
    then,
    trans,
    under,
)

PLACE: Final = "s*u + rho + p"
"""Where phase rho and offset u meet, counted from the first tap."""
_STRIDE: Final = assume(at_most(1, "s"))
_SPREAD: Final = assume(at_most(1, "dl"))
_TAP: Final = (assume(at_most(0, "i")), assume(below("i", "k")))


def _phases_and_offsets(body: Term) -> Term:
    """sum_{0<=rho<s} sum_{l<=u<=h} body."""
    return total("rho", 0, "s", total("u", "l", "h + 1", body))


@lemma("division with remainder")
def remainder_pair() -> Calculation:
    """1 <= s, l <= (t - p) div s <= h |- sum_rho sum_u [t = s*u + rho + p] = 1, where 0 <= rho < s and l <= u <= h."""
    chain = Calculation(_phases_and_offsets(bracket(equal("t", PLACE))))
    split = at(bracket_split(), t="t - p", n="s")
    chain.by("uniqueness", under(["rho", "u"], lambda body: beginning(body, split)))
    high = prove_at_most(below("(t - p)//s", "h + 1"), [assume(at_most("(t - p)//s", "h"))])
    facts = [_STRIDE, assume(at_most("l", "(t - p)//s")), high]
    place = {"t": "t - p", "n": "s", "lo": "l", "hi": "h + 1"}
    picked = apply_lemma(pick_quotient(), place, {"F": mapping(["rho", "u"], ONE)}, facts)
    once = trans(symmetric(chain.theorem), beginning(chain.start, picked))
    return chain.equation(once, "one bracket is $1$")


def _once(tap: str, last: str) -> Theorem:
    """1 = sum_rho sum_u [tap = s*u + rho + p], where the quotients of -p and last - p bound the offsets."""
    ends = [assume(at_most("l", "(-p)//s")), assume(at_most(f"({last} - p)//s", "h"))]
    spread = [] if tap == "i" else [_SPREAD]
    orders = [
        prove_at_most(at_most("-p", f"{tap} - p"), [*_TAP, *spread]),
        prove_at_most(at_most(f"{tap} - p", f"{last} - p"), [*_TAP, *spread]),
    ]
    low, high = (
        apply_lemma(div_monotone(), {"b": "s", "x": x, "y": y}, facts=[_STRIDE, order])
        for (x, y), order in zip((("-p", f"{tap} - p"), (f"{tap} - p", f"{last} - p")), orders)
    )
    facts = [
        prove_at_most(at_most("l", f"({tap} - p)//s"), [ends[0], low]),
        prove_at_most(at_most(f"({tap} - p)//s", "h"), [ends[1], high]),
        _STRIDE,
    ]
    return symmetric(apply_lemma(remainder_pair(), {"t": tap}, facts=facts))


def _inserted(once: Theorem) -> Conversion:
    """sum_i f = sum_i (sum_rho sum_u [..])*f."""
    return under(["i"], lambda f: beginning(f, congruent(once, lambda z: make("mul", z, f))))


def _outward() -> Conversion:
    """sum_i (sum_rho sum_u g)*f = sum_rho sum_u sum_i g*f."""

    def distribute(body: Term) -> Theorem:
        pair, f = body.args
        turned = beginning(body, then(push_factor, under(["rho"], push_factor))(make("mul", f, pair)))
        guards = under(["rho", "u"], lambda t: ring(t, make("mul", t.args[1], t.args[0])))
        return trans(turned, guards(right(turned)))

    return then(under(["i"], distribute), swap_sums, under(["rho"], swap_sums))


@lemma("change of index")
def change_of_index() -> Calculation:
    """1 <= s, l <= (-p) div s, (k - 1 - p) div s <= h |- sum_i f[i] = sum_rho sum_u [0 <= q]*[q < k]*f[q].

    Here q = s*u + rho + p, 0 <= i < k, 0 <= rho < s and l <= u <= h.
    """
    chain = Calculation(total("i", 0, "k", entry("f", "i")))
    chain.by("a factor $1$", _inserted(_once("i", "k - 1")), lemmas=(remainder_pair.name,))
    chain.by("exchange of sums", _outward())
    picked = apply_lemma(pick_guarded(), {"lo": 0, "hi": "k", "e": PLACE}, {"f": mapping(["v"], entry("f", "v"))})
    return chain.by("at most one $i$ fits", under(["rho", "u"], lambda body: beginning(body, picked)))


@lemma("change of index with dilation")
def dilated_change_of_index() -> Calculation:
    """1 <= s, 1 <= dl, l <= (-p) div s, (dl*(k - 1) - p) div s <= h |- sum_i f[i, dl*i] = sum_rho sum_u g*F.

    Here F = f[q div dl, q] and g = [0 = q mod dl]*[0 <= q div dl]*[q div dl < k] with q = s*u + rho + p, and the
    ranges are those of ``change_of_index``.
    """
    chain = Calculation(total("i", 0, "k", entry("f", "i", "dl*i")))
    chain.by("a factor $1$", _inserted(_once("dl*i", "dl*(k - 1)")), lemmas=(remainder_pair.name,))
    placed = equal("dl*i", PLACE)

    def carried(body: Term) -> Theorem:
        moved = congruent(assume(placed), lambda z: make("entry", "f", make("var", "i"), z))
        return beginning(body, guarded(placed, moved))

    chain.by("exchange of sums", then(_outward(), under(["rho", "u", "i"], carried)))
    zero = [prove_at_most(at_most(0, 0)), prove_at_most(below(0, "dl"), [_SPREAD]), _SPREAD]
    split = apply_lemma(bracket_split(), {"t": PLACE, "n": "dl", "u": "i", "rho": 0}, facts=zero)
    divides, quotient = right(split).args
    value = entry("f", "i", PLACE)

    def one_tap(body: Term) -> Theorem:
        here = beginning(body, congruent(split, lambda z: make("mul", z, value)))
        return ending(here, product(divides, quotient, value))

    tap = make("div", integer(PLACE), integer("dl"))
    picked = apply_lemma(pick_guarded(), {"lo": 0, "hi": "k", "e": tap}, {"f": mapping(["i"], value)})

    def pick(t: Term) -> Theorem:
        out = then(under(["i"], one_tap), pull_factor)(t)
        return trans(out, congruent(picked, lambda z: make("mul", divides, z)))

    return chain.by("at most one $i$ fits", under(["rho", "u"], pick))
