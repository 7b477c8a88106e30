"""Substitution, unfolding, binders and normal forms against the meaning of terms.

Each operation has a law that says what the result means; the laws are evaluated on random terms, under two loose
indices, with tensors replaced by maps that mention those indices themselves.
"""

from __future__ import annotations

from collections import Counter
from random import Random
from typing import Any

import pytest
from soundness import Grammar, check, polynomial_value, random_environment, random_integers, sample_definition

from symstride.errors import NotSupported
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.terms import (
    VARIABLE,
    KernelError,
    Term,
    close_binder,
    lift,
    make,
    open_binder,
    substitute,
    unfold_uses,
)
from symstride.proof.language.meaning import SEMIRINGS, Environment, evaluate

DEFINITION = sample_definition()
VARIABLES = ("x", "y", "z")
TENSORS = (("T", 2), ("U", 1))
LIMIT = 3000


class Sample:
    """Random terms in an environment, with values for two loose indices."""

    def __init__(self, rng: Random, number: int) -> None:
        self.rng = rng
        self.grammar = Grammar(rng, VARIABLES, TENSORS, (DEFINITION,))
        integers = random_integers([(name, VARIABLE) for name in VARIABLES], rng)
        self.environment = random_environment(SEMIRINGS[number % len(SEMIRINGS)], rng, integers)
        self.indices = (rng.randint(-2, 3), rng.randint(-2, 3))

    def value(self, term: Term, environment: Environment | None = None, indices: tuple[int, ...] | None = None) -> Any:
        return evaluate(term, environment or self.environment, self.indices if indices is None else indices, LIMIT)

    def agree(self, left: Term, value: Any, *why: object) -> None:
        check(self.value(left) == value, *why)


def substitution(sample: Sample) -> None:
    """t[s] here = t where the names stand for the values of s."""
    t = sample.grammar.scalar(4, 2)
    values = {key: sample.grammar.value(key, 2, 2) for key in (*TENSORS, ("x", VARIABLE))}
    there = sample.environment
    integers = {**there.integers, "x": sample.value(values["x", VARIABLE])}
    tensors = {key: sample.value(values[key]) for key in TENSORS}
    meant = Environment(there.semiring, integers, tensors, there.functions)
    sample.agree(substitute(t, values), sample.value(t, meant), t, values)


def unfolding(sample: Sample) -> None:
    """A term and the term with its uses unfolded mean the same."""
    t = sample.grammar.use(DEFINITION, 3, 2)
    unfolded = unfold_uses(t, DEFINITION)
    check(DEFINITION not in _definitions(unfolded), "a use is left in", unfolded)
    sample.agree(unfolded, sample.value(t), t)


def _definitions(term: Term) -> set[Term]:
    own = {term.args[0]} if term.tag == "use" else set()
    return own.union(*(_definitions(x) for x in term.args if type(x) is Term and x.sort != "D"))


def normal_form(sample: Sample) -> None:
    """A term and its normal form mean the same: scalars."""
    t = unfold_uses(sample.grammar.scalar(4, 2), DEFINITION)
    there = sample.environment
    check(polynomial_value(normal(t), "S", there, sample.indices) == sample.value(t), t, normal(t))


def integer_normal_form(sample: Sample) -> None:
    """A term and its normal form mean the same: integers."""
    t = sample.grammar.integer(5, 2)
    check(polynomial_value(normal(t), "I", sample.environment, sample.indices) == sample.value(t), t, normal(t))


def opening(sample: Sample) -> None:
    """The body of a map, opened with values, is the map at these values."""
    body = sample.grammar.scalar(3, 4)
    values = (sample.grammar.integer(2, 2), sample.grammar.integer(2, 2))
    at = sample.value(make("map", 2, body))(*map(sample.value, values))
    sample.agree(open_binder(body, values), at, body, values)


def closing(sample: Sample) -> None:
    """A term closed over two names, then opened with values, is the term with the names substituted."""
    t = sample.grammar.scalar(4)
    values = (sample.grammar.integer(2, 2), sample.grammar.integer(2, 2))
    opened = open_binder(close_binder(t, ("x", "y")), values)
    substituted = substitute(t, dict(zip((("x", VARIABLE), ("y", VARIABLE)), values)))
    check(opened is substituted, t, values)
    bound = make("map", 2, close_binder(t, ("x", "y")))
    x, y = sample.environment.integers["x"], sample.environment.integers["y"]
    check(sample.value(bound)(x, y) == sample.value(t), t)


def lifting(sample: Sample) -> None:
    """A lifted term under two more binders is the term outside of them."""
    t = sample.grammar.scalar(3, 2)
    inner = (sample.rng.randint(-2, 3), sample.rng.randint(-2, 3))
    check(sample.value(lift(t, 2), indices=(*inner, *sample.indices)) == sample.value(t), t)


LAWS = (substitution, unfolding, normal_form, integer_normal_form, opening, closing, lifting)


@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_an_operation_means_what_it_should(law: Any, rng: Random) -> None:
    _evaluate_law(law, rng, 350)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("law", LAWS, ids=lambda law: law.__name__)
def test_an_operation_means_what_it_should_many_times(law: Any, rng: Random) -> None:
    _evaluate_law(law, rng, 20_000)


def _evaluate_law(law: Any, rng: Random, count: int) -> None:
    outcome = Counter[str]()
    for number in range(count):
        try:
            law(Sample(rng, number))
            outcome["evaluated"] += 1
        except (NotSupported, KernelError) as why:  # too long to evaluate, or too large a term
            outcome[type(why).__name__] += 1
    check(outcome["evaluated"] > count // 2, law.__name__, dict(outcome))


# ------------------------------------------------------------------------------------------------ normal forms meet


MEET = {
    "commutative": ("a*b + c", "c + b*a"),
    "distributive": ("(a + b)*(a - b)", "a*a - b*b"),
    "numbers in div": ("(7*a + a*3) // (12 // 5 + 0)", "(10*a) // 2"),
    "floor of a negative number": ("(-7) // 2", "-4"),
    "negative divisor": ("7 // (-2)", "-4"),
    "division by zero": ("a + 5 // 0", "a"),
    "remainder of a division by zero": ("5 % 0", "5"),
    "remainder for a negative divisor": ("7 % (-2)", "-1"),
}


@pytest.mark.parametrize(("s", "t"), MEET.values(), ids=MEET)
def test_equal_normal_forms(s: str, t: str) -> None:
    from symstride.proof.language.syntax import integer

    check(normal(integer(s)) == normal(integer(t)), normal(integer(s)), normal(integer(t)))


BRACKETS = {"a <= a": 1, "a = a": 1, "a + 1 <= a": 0, "a <= a + 1": 1, "a + 1 = a": 0}


@pytest.mark.parametrize("formula", BRACKETS)
def test_a_bracket_that_is_known(formula: str) -> None:
    """Its two sides differ by a number."""
    from symstride.proof.language.syntax import integer

    sign = "<=" if "<=" in formula else "="
    left, right = map(integer, formula.split(f" {sign} "))
    bracket = make("bracket", make("le" if sign == "<=" else "eq", left, right))
    check(normal(bracket) == normal(make("nat", BRACKETS[formula])), formula, normal(bracket))
