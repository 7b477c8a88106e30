"""The exported text: what it says, that it says the kernel's division, and what it refuses to say."""

from __future__ import annotations

from collections.abc import Callable
from itertools import product

import pytest
from solver import Answer, ask, is_counterexample

from symstride import NotSupported
from symstride.export.smt import RESERVED, is_integer_statement, smtlib
from symstride.proof.kernel.terms import Term, make
from symstride.proof.language.meaning import Environment, holds
from symstride.proof.language.syntax import at_most, below, bracket, entry, equal, integer, total
from symstride.proof.language.syntax import product as times

MONOTONE = """\
(set-logic QF_NIA)
(define-fun floor.div ((a Int) (b Int)) Int
  (ite (= b 0) 0 (ite (> b 0) (div a b) (div (- a) (- b)))))
(define-fun floor.mod ((a Int) (b Int)) Int (- a (* b (floor.div a b))))
(declare-const b Int)
(declare-const x Int)
(declare-const y Int)
(assert (<= 1 b))
(assert (<= x y))
(assert (not (<= (floor.div x b) (floor.div y b))))
(check-sat)
(get-model)
"""


def test_the_text() -> None:
    assert smtlib([at_most(1, "b"), at_most("x", "y")], at_most("x//b", "y//b")) == MONOTONE


def test_negative_numbers_and_remainders() -> None:
    text = smtlib([], equal("x % -3", "x - 1"))
    assert "(assert (not (= (floor.mod x (- 3)) (+ x (- 1)))))" in text or "(* (- 1) 1)" in text


SIGNS = list(product((-7, -6, -1, 0, 1, 6, 7), (-3, -2, -1, 0, 1, 2, 3)))


@pytest.mark.parametrize("operator", ["div", "mod"])
def test_division_is_the_kernels(operator: str, need: Callable[[str], str]) -> None:
    """For every pair of signs, zero included, z3 finds the value that the kernel's terms have, and no other."""
    need("z3")
    for a, b in SIGNS:
        value = (a // b if operator == "div" else a % b) if b else (0 if operator == "div" else a)
        quotient = make(operator, integer(a), integer(b))
        assert holds(equal(quotient, value), Environment())
        assert ask([equal("x", a), equal("y", b)], equal(make(operator, integer("x"), integer("y")), value)) == Answer(
            "unsat", {}
        )


def test_euclidean_division_would_be_another(need: Callable[[str], str]) -> None:
    """-7 div -2 is 3 when rounding down, and 4 for SMT-LIB's own div: taking one for the other would be noticed."""
    need("z3")
    z3 = __import__("z3")
    assert z3.simplify(z3.IntVal(-7) / z3.IntVal(-2)).as_long() == 4
    assert ask([], equal(make("div", integer(-7), integer(-2)), 3)).verdict == "unsat"


def test_names_that_smt_lib_has_taken(need: Callable[[str], str]) -> None:
    need("z3")
    for name in sorted(RESERVED):
        claim = equal(make("var", name), 5)
        answer = ask([at_most(make("var", name), 4)], claim)
        assert answer.verdict == "sat"
        assert is_counterexample(answer.values, [at_most(make("var", name), 4)], claim)


@pytest.mark.parametrize(
    "formula",
    [
        equal(bracket(at_most("a", "b")), bracket(below("a", "b"))),
        equal(entry("x", "i"), entry("y", "i")),
        equal(total("i", 0, "n", entry("x", "i")), entry("y")),
        equal(times(bracket(equal("a", "b")), entry("x", 0)), entry("y")),
    ],
)
def test_scalars_are_refused(formula: Term) -> None:
    assert not is_integer_statement([], formula)
    assert not is_integer_statement([formula], at_most(0, 1))
    with pytest.raises(NotSupported, match="formulas on integers"):
        smtlib([], formula)
    with pytest.raises(NotSupported, match="formulas on integers"):
        smtlib([formula], at_most(0, 1))


def test_a_claim_without_variables(need: Callable[[str], str]) -> None:
    need("z3")
    assert ask([], at_most(0, 1)).verdict == "unsat"
    assert ask([], at_most(1, 0)) == Answer("sat", {})


def test_a_contradiction_proves_anything_and_is_seen_to() -> None:
    """The reason for the controls: vacuous answers look like proofs."""
    assert not is_counterexample({"a": 0}, [at_most("a", 0), at_most(1, "a")], equal("a", 7))
