"""Floor division: monotone, unique, and cancellation of a positive factor."""

from __future__ import annotations

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import make
from symstride.proof.language.syntax import at_most, below, equal, integer
from symstride.proof.lemmas import lemma
from symstride.proof.tactics.inequalities import prove, prove_at_most
from symstride.proof.tactics.rewriting import congruent, law


@lemma("division is monotone")
def div_monotone() -> Theorem:
    """1 <= b, x <= y |- x div b <= y div b."""
    facts = [assume(at_most(1, "b")), assume(at_most("x", "y")), law("division", a="x"), law("division", a="y"),
             law("mod_low", a="x"), law("mod_high", a="y")]  # fmt: skip
    return prove_at_most(at_most("x//b", "y//b"), facts)


@lemma("the quotient is unique")
def div_unique() -> Theorem:
    """1 <= b, 0 <= r < b, x = b*q + r |- x div b = q."""
    facts = [assume(at_most(1, "b")), assume(at_most(0, "r")), assume(below("r", "b")), assume(equal("x", "b*q + r")),
             law("division", a="x"), law("mod_low", a="x"), law("mod_high", a="x")]  # fmt: skip
    return prove(equal("x//b", "q"), facts)


@lemma("the remainder is unique")
def mod_unique() -> Theorem:
    """1 <= b, 0 <= r < b, x = b*q + r |- x mod b = r."""
    quotient = congruent(div_unique(), lambda z: make("mul", integer("b"), z))
    return prove(equal("x%b", "r"), [assume(equal("x", "b*q + r")), law("division", a="x"), quotient])


@lemma("a multiple of the divisor adds to the quotient")
def shift_quotient() -> Theorem:
    """1 <= b |- (b*x + c) div b = x + c div b."""
    facts = [assume(at_most(1, "b")), law("division", a="c"), law("mod_low", a="c"), law("mod_high", a="c"),
             law("division", a="b*x + c"), law("mod_low", a="b*x + c"), law("mod_high", a="b*x + c")]  # fmt: skip
    return prove(equal("(b*x + c)//b", "x + c//b"), facts)


@lemma("a positive factor cancels")
def cancel_factor() -> Theorem:
    """1 <= b, b*x = b*y |- x = y."""
    return prove(equal("x", "y"), [assume(at_most(1, "b")), assume(equal("b*x", "b*y"))])
