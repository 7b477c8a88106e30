"""Floor division: monotone, unique, and cancellation of a positive factor."""

from __future__ import annotations

from symstride.proof.kernel.rules import Theorem, assume
from symstride.proof.kernel.terms import make, plus
from symstride.proof.language.syntax import at_most, below, equal, integer
from symstride.proof.lemmas import lemma
from symstride.proof.tactics.inequalities import prove, prove_at_most
from symstride.proof.tactics.rewriting import apply_lemma, congruent, law, symmetric


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


@lemma("a multiple of the divisor does not change the remainder")
def shift_remainder() -> Theorem:
    """1 <= b |- (b*x + c) mod b = c mod b."""
    facts = [assume(at_most(1, "b")), law("mod_low", a="c"), law("mod_high", a="c")]
    facts.append(prove(equal("b*x + c", "b*(x + c//b) + c%b"), [law("division", a="c")]))
    return apply_lemma(mod_unique(), {"x": "b*x + c", "q": "x + c//b", "r": "c % b"}, facts=facts)


@lemma("a quotient of a quotient")
def nested_quotient() -> Theorem:
    """1 <= a, 1 <= b |- (x div a) div b = x div (a*b)."""
    positive = [assume(at_most(1, "a")), assume(at_most(1, "b"))]
    inner = [law("division", a="x", b="a"), law("mod_low", a="x", b="a"), law("mod_high", a="x", b="a")]
    outer = [law("division", a="x//a"), law("mod_low", a="x//a"), law("mod_high", a="x//a")]
    rest = integer("a*((x//a) % b) + x % a")
    scaled = congruent(outer[0], lambda z: make("mul", integer("a"), z))
    facts = [
        prove_at_most(at_most(1, "a*b"), positive),
        prove_at_most(at_most(0, rest), [*positive, inner[1], outer[1]]),
        prove_at_most(below(rest, "a*b"), [*positive, inner[2], outer[2]]),
        prove(equal("x", plus(integer("(a*b)*((x//a)//b)"), rest)), [inner[0], scaled]),
    ]
    return symmetric(apply_lemma(div_unique(), {"b": "a*b", "q": "(x//a)//b", "r": rest}, facts=facts))


@lemma("what a quotient is at least")
def quotient_low() -> Theorem:
    """1 <= b, b*c <= x |- c <= x div b."""
    facts = [assume(at_most(1, "b")), assume(at_most("b*c", "x")), law("division", a="x"), law("mod_high", a="x")]
    return prove_at_most(at_most("c", "x//b"), facts)


@lemma("what a quotient stays below")
def quotient_high() -> Theorem:
    """1 <= b, x < b*c |- x div b < c."""
    facts = [assume(at_most(1, "b")), assume(below("x", "b*c")), law("division", a="x"), law("mod_low", a="x")]
    return prove_at_most(below("x//b", "c"), facts)


@lemma("a positive factor cancels")
def cancel_factor() -> Theorem:
    """1 <= b, b*x = b*y |- x = y."""
    return prove(equal("x", "y"), [assume(at_most(1, "b")), assume(equal("b*x", "b*y"))])
