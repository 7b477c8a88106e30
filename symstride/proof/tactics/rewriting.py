"""Term -> equation: conversions and the ways to combine them.  Untrusted; the kernel's rules do the work.

A *conversion* takes a term t and returns a theorem H |- t = t'.  Combinators apply conversions one after the other
(``then``), inside an argument (``at_argument``) or under sums (``under``); an equation is chained by ``trans``.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import TypeAlias

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import Theorem, assume, axiom, cases, cut, instantiate, rewrite, ring, under_sum
from symstride.proof.kernel.terms import VARIABLE, KernelError, Key, Term, make, minus, open_binder, rebuild, require
from symstride.proof.language.syntax import (
    NOTHING,
    ONE,
    Integer,
    at_most,
    below,
    bracket,
    integer,
    variable,
)
from symstride.proof.language.tidy import tidy
from symstride.proof.repeatable import ordered
from symstride.proof.tactics.inequalities import HOLE, prove, prove_equal

Conversion: TypeAlias = Callable[[Term], Theorem]


def left(theorem: Theorem) -> Term:
    """The left side of an equation."""
    side: Term = theorem.concl.args[0]
    return side


def right(theorem: Theorem) -> Term:
    """The right side of an equation."""
    side: Term = theorem.concl.args[1]
    return side


# ------------------------------------------------------------------------------------------------ equations


def reflexive(t: Term) -> Theorem:
    return ring(t, t)


def _hole(sort: str) -> tuple[Term, Key]:
    if sort == "I":
        return make("var", HOLE), (HOLE, VARIABLE)
    return make("entry", HOLE), (HOLE, 0)


def symmetric(theorem: Theorem) -> Theorem:
    """From a = b, b = a."""
    z, key = _hole(left(theorem).sort)
    return rewrite(theorem, reflexive(left(theorem)), make("eq", z, left(theorem)), key)


def trans(*equations: Theorem) -> Theorem:
    """From a = b, b = c, ..., y = z: a = z.  Steps t = t that assume nothing are left out."""
    out = equations[0]
    for equation in equations[1:]:
        if left(out) is right(out) and not out.hyps:
            out = equation
        elif left(equation) is not right(equation) or equation.hyps:
            z, key = _hole(left(out).sort)
            out = rewrite(equation, out, make("eq", left(out), z), key)
    return out


def congruent(equation: Theorem, context: Callable[[Term], Term]) -> Theorem:
    """From a = b, context(a) = context(b); ``context`` builds a term around its argument."""
    z, key = _hole(left(equation).sort)
    t = context(left(equation))
    return rewrite(equation, reflexive(t), make("eq", t, context(z)), key)


def ending(equation: Theorem, t: Term) -> Theorem:
    """From a = b, a = t, where b = t by ring."""
    return trans(equation, ring(right(equation), t))


def beginning(t: Term, equation: Theorem) -> Theorem:
    """From a = b, t = b, where t = a by ring."""
    return trans(ring(t, left(equation)), equation)


def replace_all(t: Term, equation: Theorem) -> Theorem:
    """From a = b, t = t' where every closed occurrence of a in t has become b."""
    old = left(equation)
    return congruent(equation, lambda z: rebuild(t, lambda node, depth: z if node is old else None))


# ------------------------------------------------------------------------------------------------ combinators


def then(*conversions: Conversion) -> Conversion:
    """One conversion after the other."""

    def convert(t: Term) -> Theorem:
        out = reflexive(t)
        for conversion in conversions:
            out = trans(out, conversion(right(out)))
        return out

    return convert


def at_argument(position: int, conversion: Conversion) -> Conversion:
    """The conversion at one argument of a node that binds nothing."""

    def convert(t: Term) -> Theorem:
        before, after = t.args[:position], t.args[position + 1 :]
        return congruent(conversion(t.args[position]), lambda z: make(t.tag, *before, z, *after))

    return convert


def under(names: Sequence[str], conversion: Conversion) -> Conversion:
    """The conversion under as many sums as there are names; bodies see named indices and may assume their ranges."""

    def convert(t: Term) -> Theorem:
        if not names:
            return conversion(t)
        require(t.tag == "sum", "not a sum:", t)
        lo, hi, body = t.args
        inner = under(names[1:], conversion)(open_binder(body, (make("var", names[0]),)))
        return under_sum(inner, variable(names[0]), lo, hi)

    return convert


# ------------------------------------------------------------------------------------------------ using lemmas


def apply_lemma(
    lemma: Theorem,
    integers: Mapping[str, Integer] | None = None,
    maps: Mapping[str, Term] | None = None,
    facts: Sequence[Theorem] = (),
) -> Theorem:
    """The lemma at the given values, its hypotheses proved from the facts where that is possible.

    ``integers`` maps variable names to integer terms, ``maps`` tensor names to maps (arity taken from the map).
    A hypothesis that some fact states, up to polynomial form, is cut; the others stay.
    """
    values = [(variable(name), integer(x)) for name, x in (integers or {}).items()]
    values += [((name, f.args[0]), f) for name, f in (maps or {}).items()]
    theorem = instantiate(lemma, tuple(values)) if values else lemma
    for hypothesis in ordered(theorem.hyps):
        fact = next((fact for fact in facts if _states(fact.concl, hypothesis)), None)
        if fact is not None:
            theorem = discharge(theorem, hypothesis, fact)
    return theorem


def _states(fact: Term, wanted: Term) -> bool:
    if fact is wanted:
        return True
    if not fact.tag == wanted.tag == "le":
        return False
    return normal(minus(fact.args[1], fact.args[0])) == normal(minus(wanted.args[1], wanted.args[0]))


def discharge(theorem: Theorem, hypothesis: Term, *facts: Theorem) -> Theorem:
    """The theorem without the hypothesis, which follows from the facts."""
    if len(facts) == 1 and facts[0].concl is hypothesis:
        trivial = facts[0].hyps == {hypothesis}
        return theorem if trivial else cut(facts[0], theorem)
    return cut(prove(hypothesis, facts), theorem)


def discharge_numbers(theorem: Theorem) -> Theorem:
    """The theorem without those hypotheses on integers that hold for numbers, such as 1 <= 2."""
    for hypothesis in ordered(theorem.hyps):
        if not hypothesis.free and hypothesis.args[0].sort == "I":
            theorem = discharge(theorem, hypothesis)
    return theorem


def at(lemma: Theorem, **integers: Integer) -> Theorem:
    """The lemma at integers, given by variable name."""
    return apply_lemma(lemma, integers)


def law(name: str, **integers: Integer) -> Theorem:
    """An axiom at integers."""
    return at(axiom(name), **integers)


# ------------------------------------------------------------------------------------------------ brackets and cases


def is_one(fact: Theorem) -> Theorem:
    """From H |- P, H |- [P] = 1."""
    a, b = fact.concl.args
    if fact.concl.tag == "le":
        return cut(fact, law("bracket_le", a=a, b=b)) if fact.hyps != {fact.concl} else law("bracket_le", a=a, b=b)
    z, key = _hole("I")
    start = ring(bracket(make("eq", a, a)), ONE)
    return rewrite(fact, start, make("eq", bracket(make("eq", a, z)), ONE), key)


def weakened(equation: Theorem, formula: Term) -> Theorem:
    """From H |- s = t, H, f |- s = t: a factor [f] = 1 comes and goes."""
    side = right(equation)
    with_factor = congruent(is_one(assume(formula)), lambda z: make("mul", z, side))
    there = trans(ring(side, right(with_factor)), symmetric(with_factor))
    return trans(equation, there, with_factor, ring(right(with_factor), side))


def is_nothing(formula: Term, *facts: Theorem) -> Theorem:
    """H |- [P] = 0 from facts that contradict P: the negation of a <= b, or one of a < b, b < a for a = b."""
    a, b = formula.args
    if formula.tag == "le":
        return apply_lemma(axiom("bracket_not_le"), {"a": a, "b": b}, facts=[_derived(below(b, a), facts)])
    for low, high in ((a, b), (b, a)):
        try:
            order = _derived(below(low, high), facts)
        except KernelError:
            continue
        return beginning(bracket(formula), apply_lemma(axiom("bracket_not_eq"), {"a": low, "b": high}, facts=[order]))
    raise KernelError(f"the facts do not contradict {formula}")


def _derived(goal: Term, facts: Sequence[Theorem]) -> Theorem:
    known = next((fact for fact in facts if _states(fact.concl, goal)), None)
    return known if known is not None and known.concl is goal else prove(goal, [known] if known else facts)


def three_ways(a: Integer, b: Integer, same: Theorem, less_: Theorem, more: Theorem) -> Theorem:
    """A goal proved from a = b, from a < b and from b < a."""
    a, b = integer(a), integer(b)
    equal_ = prove_equal(make("eq", a, b), [assume(at_most(a, b)), assume(at_most(b, a))])
    return cases(at_most(a, b), cases(at_most(b, a), cut(equal_, same), less_), more)


def by_cases(formula: Term, prove_goal: Callable[[Theorem], Theorem]) -> Theorem:
    """A goal by cases on a formula; ``prove_goal`` is given the formula, or its negation (one or two of them)."""
    a, b = formula.args
    if formula.tag == "le":
        return cases(formula, prove_goal(assume(formula)), prove_goal(assume(below(b, a))))
    return three_ways(a, b, *(prove_goal(assume(f)) for f in (formula, below(a, b), below(b, a))))


def guarded(formula: Term, equation: Theorem) -> Theorem:
    """From H, P |- s = t, H |- [P]*s = [P]*t."""

    def goal(case: Theorem) -> Theorem:
        if case.concl is formula:
            return congruent(equation, lambda z: make("mul", bracket(formula), z))
        zero = is_nothing(formula, case)
        return trans(vanishing(zero, left(equation)), symmetric(vanishing(zero, right(equation))))

    return by_cases(formula, goal)


def vanishing(zero: Theorem, factor: Term) -> Theorem:
    """From H |- c = 0, H |- c*factor = 0."""
    return ending(congruent(zero, lambda z: make("mul", z, factor)), NOTHING)


def tidied(equation: Theorem) -> Theorem:
    """From s = t, tidy(s) = tidy(t)."""
    s, t = left(equation), right(equation)
    return trans(ring(tidy(s), s), equation, ring(t, tidy(t)))
