"""Finite signals along one axis: which cells hold anything, and where circular padding wraps."""

from __future__ import annotations

from typing import Final

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.syntax import NOTHING, ONE, at_most, below, bracket, entry, equal, product
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.arithmetic import div_unique, mod_unique
from symstride.proof.statements.axis import CELLS, PLACE, TAPS
from symstride.proof.tactics.inequalities import prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    apply_lemma,
    by_cases,
    congruent,
    discharge_numbers,
    ending,
    is_nothing,
    is_one,
    law,
    left,
    right,
    symmetric,
    trans,
    vanishing,
)

_STEP: Final = assume(at_most(1, "S"))
_RHO: Final = (assume(at_most(0, "rho")), assume(below("rho", "S")))
_CEILING: Final = (law("division", a="N + S - 1", b="S"), law("mod_low", a="N + S - 1", b="S"),
                   law("mod_high", a="N + S - 1", b="S"))  # fmt: skip


@lemma("before the first cell")
def cell_below() -> Theorem:
    """1 <= S, rho < S, m < 0 |- S*m + rho < 0."""
    return prove_at_most(below(PLACE, 0), [_STEP, _RHO[1], assume(below("m", 0))])


@lemma("behind the last cell")
def cell_above() -> Theorem:
    """1 <= S, 0 <= rho, ceil(N/S) <= m |- N <= S*m + rho."""
    return prove_at_most(at_most("N", PLACE), [_STEP, _RHO[0], assume(at_most(CELLS, "m")), _CEILING[0], _CEILING[2]])


@lemma("a place has one of the cells")
def cell_of_place() -> Theorem:
    """1 <= S, 0 <= rho, S*m + rho < N |- m < ceil(N/S)."""
    return prove_at_most(below("m", CELLS), [_STEP, _RHO[0], assume(below(PLACE, "N")), _CEILING[0], _CEILING[2]])


@lemma(r"a finite signal lives in $\lceil N/S \rceil$ cells")
def cells_suffice() -> Theorem:
    """1 <= S, 0 <= rho < S |- g = [0 <= m]*[m < ceil(N/S)]*g, where g = [0 <= S*m+rho]*[S*m+rho < N]*f."""
    inner_low, inner_high = at_most(0, PLACE), below(PLACE, "N")
    low, high, f = at_most(0, "m"), below("m", CELLS), entry("f")
    g = product(bracket(inner_low), bracket(inner_high), f)
    goal = product(bracket(low), bracket(high), g)

    def outside(vanished: Term, by: Theorem, zero: Theorem) -> Theorem:
        """Both sides are 0: g because the fine position is outside, the right side because the cell is."""
        gone = is_nothing(vanished, by)
        rest = congruent(gone, lambda z: _with(z, vanished is inner_low, inner_low, inner_high, f))
        return trans(ending(rest, NOTHING), symmetric(zero))

    def low_side(case: Theorem) -> Theorem:
        if case.concl is low:
            return by_cases(high, lambda other: high_side(case, other))
        by = apply_lemma(cell_below(), facts=[case])
        return outside(inner_low, by, vanishing(is_nothing(low, case), product(bracket(high), g)))

    def high_side(case: Theorem, other: Theorem) -> Theorem:
        if other.concl is high:
            ones = trans(
                congruent(is_one(case), lambda z: product(z, bracket(high), g)),
                congruent(is_one(other), lambda z: product(ONE, z, g)),
            )
            return symmetric(ending(ones, g))
        by = apply_lemma(cell_above(), facts=[prove_at_most(at_most(CELLS, "m"), [other])])
        zero = congruent(is_nothing(high, other), lambda z: product(bracket(low), z, g))
        return outside(inner_high, by, ending(zero, NOTHING))

    theorem = by_cases(low, low_side)
    if left(theorem) is not g or right(theorem) is not goal:
        theorem = ending(theorem, goal)
    return theorem


def _with(z: Term, first: bool, low: Term, high: Term, f: Term) -> Term:
    return product(z, bracket(high), f) if first else product(bracket(low), z, f)


@lemma("circular padding wraps cells")
def cells_wrap() -> Theorem:
    """1 <= S, 1 <= n, 0 <= rho < S |- (S*m + rho) mod (S*n) = S*(m mod n) + rho."""
    count = assume(at_most(1, "n"))
    division = [law("division", a="m", b="n"), law("mod_low", a="m", b="n"), law("mod_high", a="m", b="n")]
    remainder = "S*(m % n) + rho"
    facts = [
        prove_at_most(at_most(1, "S*n"), [_STEP, count]),
        prove_at_most(at_most(0, remainder), [_STEP, division[1], _RHO[0], count]),
        prove_at_most(below(remainder, "S*n"), [_STEP, division[2], _RHO[1], count]),
    ]
    scaled = congruent(division[0], lambda z: make("mul", make("var", "S"), z))
    whole = prove_equal(equal(PLACE, f"S*n*(m//n) + ({remainder})"), [scaled])
    return apply_lemma(mod_unique(), {"b": "S*n", "r": remainder, "x": PLACE, "q": "m//n"}, facts=[*facts, whole])


# ------------------------------------------------------------------------------------------------ outputs


@lemma("every output has one phase and one cell")
def output_place() -> Theorem:
    """1 <= a, j < M |- j div a < ceil(M/a)."""
    facts = [
        assume(at_most(1, "a")),
        assume(below("j", "M")),
        law("division", a="j", b="a"),
        law("mod_low", a="j", b="a"),
        law("division", a="M + a - 1", b="a"),
        law("mod_high", a="M + a - 1", b="a"),
    ]
    return prove_at_most(below("j//a", "(M + a - 1)//a"), facts)


@lemma("outputs have no negative cell")
def output_low() -> Theorem:
    """1 <= a, 0 <= j |- 0 <= j div a."""
    facts = [
        assume(at_most(1, "a")),
        assume(at_most(0, "j")),
        law("division", a="j", b="a"),
        law("mod_high", a="j", b="a"),
    ]
    return prove_at_most(at_most(0, "j//a"), facts)


@lemma("what the last output reads")
def output_count() -> Theorem:
    """1 <= s, j < (N + p + r - D - 1) div s + 1 |- s*j - p + D < N + r: every tap ends before the high padding does."""
    inner = "(N + p + r - D - 1)"
    facts = [assume(at_most(1, "s")), assume(below("j", f"{inner}//s + 1")), law("division", a=inner, b="s"),
             law("mod_low", a=inner, b="s")]  # fmt: skip
    return prove_at_most(below("s*j - p + D", "N + r"), facts)


@lemma("what the output after the last would read")
def output_end() -> Theorem:
    """1 <= s, (N + p + r - D - 1) div s + 1 <= j |- N + r <= s*j - p + D: no further output fits."""
    inner = "(N + p + r - D - 1)"
    facts = [assume(at_most(1, "s")), assume(at_most(f"{inner}//s + 1", "j")), law("division", a=inner, b="s"),
             law("mod_high", a=inner, b="s")]  # fmt: skip
    return prove_at_most(at_most("N + r", "s*j - p + D"), facts)


@lemma("division by one")
def div_one() -> Theorem:
    """|- x div 1 = x."""
    facts = [prove_at_most(at_most(1, 1)), prove_at_most(at_most(0, 0)), prove_at_most(below(0, 1)),
             prove_equal(equal("x", "1*x + 0"))]  # fmt: skip
    return apply_lemma(div_unique(), {"b": 1, "r": 0, "q": "x"}, facts=facts)


@lemma("the remainder of one")
def mod_one() -> Theorem:
    """|- x mod 1 = 0."""
    facts = [discharge_numbers(law(end, a="x", b=1)) for end in ("mod_low", "mod_high")]
    return prove_equal(equal("x % 1", 0), facts)


# ------------------------------------------------------------------------------------------------ sizes of the bank


@lemma("the expanded kernel is not too small")
def taps_low() -> Theorem:
    """1 <= s |- ceil((D + 1)/s) <= K."""
    facts = [assume(at_most(1, "s")), *_division("D - p", "s"), *_division("-p", "s"), *_division("D + s", "s")]
    return prove_at_most(at_most("(D + s)//s", TAPS), facts)


@lemma("the expanded kernel is not too large")
def taps_high() -> Theorem:
    """1 <= s |- K <= ceil(D/s) + 1."""
    facts = [assume(at_most(1, "s")), *_division("D - p", "s"), *_division("-p", "s"), *_division("D + s - 1", "s")]
    return prove_at_most(at_most(TAPS, "(D + s - 1)//s + 1"), facts)


@lemma("the padded origin gives the smallest kernel")
def taps_padded() -> Theorem:
    """1 <= s |- D div s + 1 = ceil((D + 1)/s)."""
    facts = [assume(at_most(1, "s")), *_division("D", "s"), *_division("D + s", "s")]
    return prove_equal(equal("D//s + 1", "(D + s)//s"), facts)


def _division(a: str, b: str) -> list[Theorem]:
    return [law("division", a=a, b=b), law("mod_low", a=a, b=b), law("mod_high", a=a, b=b)]
