"""Finite sums over integer ranges: moving factors, exchanging, picking, splitting, shifting, flattening.

Sources: the finite-calculus rules of Graham, Knuth and Patashnik, *Concrete Mathematics* (1994), chapter 2, with
Iverson brackets for the ranges.
"""

from __future__ import annotations

from typing import Final

from symstride.proof.kernel.rules import Theorem, assume, axiom, under_sum
from symstride.proof.kernel.terms import Term, make, minus, open_binder, require
from symstride.proof.language.syntax import (
    FALSE,
    NOTHING,
    ONE,
    Integer,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    total,
    variable,
)
from symstride.proof.lemmas import lemma
from symstride.proof.lemmas.arithmetic import div_unique, mod_unique
from symstride.proof.tactics.inequalities import from_false, prove_at_most, prove_equal
from symstride.proof.tactics.rewriting import (
    Conversion,
    apply_lemma,
    at,
    beginning,
    by_cases,
    congruent,
    ending,
    is_nothing,
    is_one,
    law,
    right,
    symmetric,
    then,
    three_ways,
    trans,
    under,
    vanishing,
)

# ------------------------------------------------------------------------------------------------ conversions of a sum


def pull_factor(t: Term) -> Theorem:
    """sum_v c*f = c * sum_v f, where c does not mention v."""
    lo, hi, body = t.args
    factor, rest = body.args
    require(factor.loose == 0, "the factor mentions the index of the sum")
    maps = {"c": make("map", 0, factor), "f": make("map", 1, rest)}
    return apply_lemma(axiom("sum_factor"), {"lo": lo, "hi": hi}, maps)


def push_factor(t: Term) -> Theorem:
    """c * sum_v f = sum_v c*f."""
    factor, (lo, hi, body) = t.args[0], t.args[1].args
    maps = {"c": make("map", 0, factor), "f": make("map", 1, body)}
    return symmetric(apply_lemma(axiom("sum_factor"), {"lo": lo, "hi": hi}, maps))


def swap_sums(t: Term) -> Theorem:
    """sum_v sum_w f = sum_w sum_v f, where the range of w does not mention v."""
    lo, hi, inner = t.args
    lo2, hi2, body = inner.args
    require(lo2.loose == 0 and hi2.loose == 0, "the inner range mentions the outer index")
    f = make("map", 2, open_binder(body, (make("bound", 1), make("bound", 0))))
    return apply_lemma(axiom("sum_swap"), {"lo": lo, "hi": hi, "lo2": lo2, "hi2": hi2}, {"f": f})


def pick_index(*facts: Theorem) -> Conversion:
    """sum_v [v = e]*f(v) = f(e), where the facts say lo <= e < hi."""

    def convert(t: Term) -> Theorem:
        lo, hi, body = t.args
        delta, rest = body.args
        e = delta.args[0].args[1]
        return apply_lemma(axiom("sum_delta"), {"lo": lo, "hi": hi, "e": e}, {"f": make("map", 1, rest)}, facts)

    return convert


def add_sums(t: Term) -> Theorem:
    """sum_v (f + g) = sum_v f + sum_v g."""
    lo, hi, body = t.args
    maps = {"f": make("map", 1, body.args[0]), "g": make("map", 1, body.args[1])}
    return apply_lemma(axiom("sum_add"), {"lo": lo, "hi": hi}, maps)


def zero_sum(t: Term) -> Theorem:
    """sum_v 0*f = 0."""
    lo, hi, _ = t.args
    maps = {"c": make("map", 0, NOTHING), "f": make("map", 1, NOTHING)}
    return ending(beginning(t, apply_lemma(axiom("sum_factor"), {"lo": lo, "hi": hi}, maps)), NOTHING)


# ---------------------------------------------------------------------------------------- quotient and remainder


@lemma("splitting a bracket by quotient and remainder")
def bracket_split() -> Theorem:
    """1 <= n, 0 <= rho < n |- [t = n*u + rho] = [rho = t mod n]*[u = t div n]."""
    whole, remainder, quotient = equal("t", "n*u + rho"), equal("rho", "t % n"), equal("u", "t // n")
    values = {"b": "n", "r": "rho", "x": "t", "q": "u"}
    same_quotient = is_one(symmetric(at(div_unique(), **values)))
    same_remainder = is_one(symmetric(at(mod_unique(), **values)))
    pair = product(bracket(remainder), bracket(quotient))
    both = trans(
        congruent(same_remainder, lambda z: make("mul", z, bracket(quotient))),
        congruent(same_quotient, lambda z: make("mul", ONE, z)),
    )
    same = trans(is_one(assume(whole)), symmetric(ending(both, ONE)))

    def unequal(case: Theorem) -> Theorem:
        return trans(is_nothing(whole, case), symmetric(by_cases(remainder, lambda r: one_differs(case, r))))

    def one_differs(case: Theorem, r: Theorem) -> Theorem:
        """[remainder]*[quotient] = 0: they cannot both hold when t differs from n*u + rho."""
        if r.concl is not remainder:
            return ending(congruent(is_nothing(remainder, r), lambda z: make("mul", z, bracket(quotient))), NOTHING)

        def goal(q: Theorem) -> Theorem:
            if q.concl is not quotient:
                return ending(congruent(is_nothing(quotient, q), lambda z: make("mul", bracket(remainder), z)), NOTHING)
            scaled = congruent(q, lambda z: make("mul", integer("n"), z))
            absurd = prove_at_most(FALSE, [case, law("division", a="t", b="n"), r, scaled])
            return from_false(absurd, equal(pair, NOTHING))

        return by_cases(quotient, goal)

    apart = (unequal(assume(below("t", "n*u + rho"))), unequal(assume(below("n*u + rho", "t"))))
    return three_ways("t", "n*u + rho", same, *apart)


@lemma("one term of a double sum over remainders and quotients")
def pick_quotient() -> Theorem:
    """1 <= n, lo <= t div n < hi |- sum_rho sum_u [t = n*u + rho]*F[rho,u] = F[t mod n, t div n].

    Here 0 <= rho < n and lo <= u < hi.
    """
    value = entry("F", "rho", "u")
    remainder, quotient = bracket(equal("rho", "t % n")), bracket(equal("u", "t // n"))

    def split(body: Term) -> Theorem:
        return ending(congruent(bracket_split(), lambda z: make("mul", z, value)), product(remainder, quotient, value))

    def for_one_remainder(t: Term) -> Theorem:
        inner = then(under(["u"], split), pull_factor)(t)
        return trans(inner, congruent(pick_index()(right(inner).args[1]), lambda z: make("mul", remainder, z)))

    whole = total("rho", 0, "n", total("u", "lo", "hi", product(bracket(equal("t", "n*u + rho")), value)))
    in_range = (law("mod_low", a="t", b="n"), law("mod_high", a="t", b="n"))
    return then(under(["rho"], for_one_remainder), pick_index(*in_range))(whole)


# ------------------------------------------------------------------------------------------------ ranges

F_V: Final = entry("f", "v")
IN_RANGE: Final = (assume(at_most("lo", "v")), assume(below("v", "hi")))


@lemma("an empty sum is zero")
def empty_sum() -> Theorem:
    """hi <= lo |- sum_{v in [lo,hi)} f v = 0."""
    absurd = prove_at_most(FALSE, [assume(at_most("hi", "lo")), *IN_RANGE])
    vanish = under_sum(
        from_false(absurd, equal(F_V, product(NOTHING, F_V))), variable("v"), integer("lo"), integer("hi")
    )
    return trans(vanish, zero_sum(right(vanish)))


@lemma("picking one index, in range or not")
def pick_guarded() -> Theorem:
    """|- sum_{v in [lo,hi)} [v = e]*f v = [lo <= e]*[e < hi]*f e."""
    delta = equal("v", "e")
    whole = total("v", "lo", "hi", product(bracket(delta), F_V))
    low, high, picked = at_most("lo", "e"), below("e", "hi"), entry("f", "e")

    def vanishes(*apart: Theorem) -> Theorem:
        """The sum is 0, because v = e contradicts the range."""
        body = congruent(is_nothing(delta, *apart), lambda z: make("mul", z, F_V))
        zero = under_sum(body, variable("v"), integer("lo"), integer("hi"))
        return trans(zero, zero_sum(right(zero)))

    def low_side(case: Theorem) -> Theorem:
        if case.concl is low:
            return by_cases(high, lambda other: high_side(case, other))
        gone = vanishing(is_nothing(low, case), product(bracket(high), picked))
        return trans(vanishes(case, IN_RANGE[0]), symmetric(gone))

    def high_side(case: Theorem, other: Theorem) -> Theorem:
        if other.concl is high:
            ones = trans(
                congruent(is_one(case), lambda z: product(z, bracket(high), picked)),
                congruent(is_one(other), lambda z: product(ONE, z, picked)),
            )
            return trans(pick_index(case, other)(whole), symmetric(ending(ones, picked)))
        gone = congruent(is_nothing(high, other), lambda z: product(bracket(low), z, picked))
        return trans(vanishes(other, IN_RANGE[1]), symmetric(ending(gone, NOTHING)))

    return by_cases(low, low_side)


@lemma("a sum over one index")
def single_sum() -> Theorem:
    """|- sum_{v in [e,e+1)} f v = f e."""
    in_range = (assume(at_most("e", "v")), assume(below("v", "e + 1")))
    same = is_one(prove_equal(equal("v", "e"), in_range))
    delta = symmetric(ending(congruent(same, lambda z: make("mul", z, F_V)), F_V))
    spread = under_sum(delta, variable("v"), integer("e"), integer("e + 1"))
    facts = (prove_at_most(at_most("e", "e")), prove_at_most(below("e", "e + 1")))
    return trans(spread, pick_index(*facts)(right(spread)))


@lemma("shifting the index of a sum")
def shift_sum() -> Theorem:
    """|- sum_{v in [lo,hi)} f v = sum_{v in [lo+n,hi+n)} f(v - n)."""
    moved = make("map", 1, entry("f", minus(make("bound", 0), integer("n"))))
    facts = (prove_at_most(at_most("lo + n", "v + n"), IN_RANGE), prove_at_most(below("v + n", "hi + n"), IN_RANGE))
    as_sum = symmetric(
        apply_lemma(axiom("sum_delta"), {"lo": "lo + n", "hi": "hi + n", "e": "v + n"}, {"f": moved}, facts)
    )
    doubled = under_sum(beginning(F_V, as_sum), variable("v"), integer("lo"), integer("hi"))
    in_range = (assume(at_most("lo + n", "w")), assume(below("w", "hi + n")))
    facts = (prove_at_most(at_most("lo", "w - n"), in_range), prove_at_most(below("w - n", "hi"), in_range))
    picked = apply_lemma(axiom("sum_delta"), {"e": "w - n"}, {"f": make("map", 1, entry("f", "w - n"))}, facts)
    return trans(doubled, then(swap_sums, under(["w"], lambda body: beginning(body, picked)))(right(doubled)))


@lemma("two indices as one")
def flatten_sums() -> Theorem:
    """1 <= n |- sum_{c in [lo,hi)} sum_{rho in [0,n)} F[c,rho] = sum_{q in [n*lo,n*hi)} F[q div n, q mod n]."""
    positive, q_range = assume(at_most(1, "n")), (assume(at_most("n*lo", "q")), assume(below("q", "n*hi")))
    division = [law("division", a="q", b="n"), law("mod_low", a="q", b="n"), law("mod_high", a="q", b="n")]
    low = prove_at_most(at_most("lo", "q//n"), [positive, q_range[0], division[0], division[2]])
    high = prove_at_most(below("q//n", "hi"), [positive, q_range[1], division[0], division[1]])
    F = mapping(["rho", "u"], entry("F", "u", "rho"))
    doubled = under_sum(
        symmetric(apply_lemma(pick_quotient(), {"t": "q"}, {"F": F}, [positive, low, high])),
        variable("q"), integer("n*lo"), integer("n*hi"),
    )  # fmt: skip
    outward = then(under(["q"], swap_sums), swap_sums, under(["u"], swap_sums))(right(doubled))
    u_range = (assume(at_most("lo", "u")), assume(below("u", "hi")))
    rho_range = (assume(at_most(0, "rho")), assume(below("rho", "n")))
    facts = (
        prove_at_most(at_most("n*lo", "n*u + rho"), [positive, u_range[0], rho_range[0]]),
        prove_at_most(below("n*u + rho", "n*hi"), [positive, u_range[1], rho_range[1]]),
    )
    place = {"lo": "n*lo", "hi": "n*hi", "e": "n*u + rho"}
    picked = apply_lemma(axiom("sum_delta"), place, {"f": make("map", 1, entry("F", "u", "rho"))}, facts)
    inside = under(["u", "rho"], lambda body: beginning(body, picked))(right(outward))
    return symmetric(trans(doubled, outward, inside))


@lemma("reflecting the index of a sum")
def reflect_sum() -> Theorem:
    """|- sum_{v in [lo,hi)} f v = sum_{v in [1-hi,1-lo)} f(-v)."""
    mirrored = make("map", 1, entry("f", make("mul", make("num", -1), make("bound", 0))))
    facts = (prove_at_most(at_most("1 - hi", "-v"), IN_RANGE), prove_at_most(below("-v", "1 - lo"), IN_RANGE))
    place: dict[str, Integer] = {"lo": "1 - hi", "hi": "1 - lo", "e": "-v"}
    as_sum = symmetric(apply_lemma(axiom("sum_delta"), place, {"f": mirrored}, facts))
    doubled = under_sum(beginning(F_V, as_sum), variable("v"), integer("lo"), integer("hi"))
    in_range = (assume(at_most("1 - hi", "w")), assume(below("w", "1 - lo")))
    facts = (prove_at_most(at_most("lo", "-w"), in_range), prove_at_most(below("-w", "hi"), in_range))
    picked = apply_lemma(axiom("sum_delta"), {"e": "-w"}, {"f": make("map", 1, entry("f", "-w"))}, facts)
    return trans(doubled, then(swap_sums, under(["w"], lambda body: beginning(body, picked)))(right(doubled)))
