"""The meaning of terms: each node against its line in the table, semirings against their laws, witnesses, refusals."""

from __future__ import annotations

from random import Random

import pytest
from soundness import PICKS, check, check_false, check_true, examine

from symstride.errors import NotSupported, SpecError
from symstride.proof.kernel.terms import ARGUMENTS, Term, make, plus
from symstride.proof.language import meaning
from symstride.proof.language.definitions import conv
from symstride.proof.language.meaning import (
    BOOLEANS,
    FORMAL,
    INTEGERS,
    MAX_PLUS,
    MODULO_FOUR,
    SEMIRINGS,
    Environment,
    Semiring,
    evaluate,
    holds,
    indeterminate,
)
from symstride.proof.language.syntax import (
    NOTHING,
    ONE,
    apply,
    at_most,
    below,
    bracket,
    entry,
    equal,
    integer,
    mapping,
    product,
    tensor,
    total,
    use,
)
from symstride.proof.language.witness import find_witness

ENVIRONMENT = Environment(
    INTEGERS,
    {"a": -7, "b": 2, "z": 0, "n": 4},
    {("x", 1): lambda i: 10 * i, ("c", 0): lambda: 5, ("t", 2): lambda i, j: 100 * i + j},
    {"relu": lambda s: max(s, 0)},
)


@pytest.mark.parametrize(
    ("term", "value"),
    [
        (integer("a*b + 3 - n"), -15),
        (integer("a // b"), -4),
        (integer("a % b"), 1),
        (integer("7 // -2"), -4),
        (integer("7 % -2"), -1),
        (integer("a // z"), 0),
        (integer("a % z"), -7),
        (make("nat", 13), 13),
        (plus(entry("c"), product(entry("x", "b"), entry("x", 1))), 205),
        (apply("relu", entry("x", "a")), 0),
        (bracket(at_most("b", "n")), 1),
        (bracket(below("n", "n")), 0),
        (total("i", "z", "n", entry("x", "i")), 60),
        (total("i", "n", "z", entry("x", "i")), 0),
        (total("i", 0, 2, total("j", "i", 3, entry("t", "i", "j"))), 206),
        (equal("a % b", 1), True),
        (at_most("n", "b"), False),
        (equal(entry("c"), make("nat", 5)), True),
        (use(conv(1), tensor("t3", 3), tensor("t", 2), 1, 2, 3, 1, 1, 0, "b"), 11),
    ],
    ids=str,
)
def test_values(term: Term, value: object) -> None:
    tensors = {**ENVIRONMENT.tensors, ("t3", 3): lambda o, c, i: i + 1}  # 1*t[0, 5] + 2*t[0, 6] is not the value: see j
    env = Environment(INTEGERS, ENVIRONMENT.integers, tensors, ENVIRONMENT.functions)
    expected = sum((i + 1) * (3 * 2 + i - 1) for i in range(2)) if term.tag == "use" else value
    check(evaluate(term, env) == expected, evaluate(term, env))


def test_a_map_is_a_function_of_its_indices_in_order() -> None:
    f = evaluate(mapping(["i", "j"], entry("t", "j", "i")), ENVIRONMENT)
    check(f(1, 2) == 201)


def test_loose_indices_count_from_the_innermost_binder() -> None:
    t = integer("a + 0")
    difference = make("add", make("bound", 0), make("mul", make("bound", 1), make("num", 10)))
    check(evaluate(difference, ENVIRONMENT, indices=(3, 4)) == 43)
    check(evaluate(t, ENVIRONMENT) == -7)


def test_every_node_with_a_value_has_a_meaning() -> None:
    check(set(meaning._MEANINGS) == set(ARGUMENTS) - {"define"})


def test_a_definition_sees_its_parameters_only() -> None:
    inside = make("define", "D", make("mul", entry("x", "i"), entry("x", "i")), (("x", 1), ("i", -1)))
    env = Environment(INTEGERS, {"i": 99}, {("x", 1): lambda i: 1000})
    doubled = use(inside, mapping(["q"], total("r", 0, "q", ONE)), 3)
    check(evaluate(doubled, env) == 9)


@pytest.mark.parametrize(
    ("semiring", "value"),
    [(INTEGERS, 6), (MAX_PLUS, 0), (BOOLEANS, True), (MODULO_FOUR, 2), (FORMAL, frozenset({((), 6)}))],
    ids=lambda x: getattr(x, "name", ""),
)
def test_natural_numbers_are_sums_of_ones(semiring: Semiring, value: object) -> None:
    check(evaluate(make("nat", 6), Environment(semiring)) == value)
    check(evaluate(make("nat", 0), Environment(semiring)) == semiring.zero)


@pytest.mark.parametrize("semiring", SEMIRINGS, ids=lambda s: s.name)
def test_semiring_laws(semiring: Semiring, rng: Random) -> None:
    zero, one, add, mul = semiring.zero, semiring.one, semiring.add, semiring.mul
    for n in range(200):
        x, y, z = (PICKS[semiring.name](rng, f"{n % 7}{letter}") for letter in "xyz")
        check(add(x, y) == add(y, x) and mul(x, y) == mul(y, x), "commutative")
        check(add(add(x, y), z) == add(x, add(y, z)) and mul(mul(x, y), z) == mul(x, mul(y, z)), "associative")
        check(mul(x, add(y, z)) == add(mul(x, y), mul(x, z)), "distributive")
        check(add(x, zero) == x and mul(x, one) == x and mul(x, zero) == zero, "neutral")


def test_formal_polynomials() -> None:
    x, y = indeterminate("x"), indeterminate("y")
    square = FORMAL.mul(FORMAL.add(x, y), FORMAL.add(x, y))
    check(square == {(("x", "x"), 1), (("x", "y"), 2), (("y", "y"), 1)}, square)


def test_a_name_without_a_value_is_an_error() -> None:
    for term, shown in [(integer("q"), "integer q"), (entry("q", 1), "tensor q"), (apply("q", ONE), "function q")]:
        with pytest.raises(SpecError, match=shown):
            evaluate(term, ENVIRONMENT)


def test_long_sums_are_refused() -> None:
    nested = total("i", 0, 100, total("j", 0, 100, total("k", 0, 100, ONE)))
    with pytest.raises(NotSupported, match="summands"):
        evaluate(nested, ENVIRONMENT, limit=100_000)
    inside_a_map = use(
        make("define", "D", total("i", 0, 50, entry("x", "i")), (("x", 1),)), mapping(["q"], total("i", 0, 50, ONE))
    )
    with pytest.raises(NotSupported, match="summands"):
        evaluate(inside_a_map, ENVIRONMENT, limit=2500)
    check(evaluate(inside_a_map, ENVIRONMENT, limit=2550) == 2500)


# ------------------------------------------------------------------------------------------------ witnesses


@pytest.mark.parametrize(
    "formulas",
    [
        [],
        [at_most(1, "s")],
        [at_most(1, "s"), at_most(0, "tau"), below("tau", "a"), below(3, "tau")],
        [equal("x", "7*y + 100"), below(120, "x")],
        [equal("x*y", 35), below("x", "y"), below(1, "x")],
        [at_most(0, 0), below("a", "b"), below("c", "a"), below("d", "c")],
        [at_most("t", -50)],
        [equal(entry("f", "i"), NOTHING), at_most(2, "i")],
        [equal(apply("phi", entry("f", "i")), NOTHING)],
    ],
    ids=lambda fs: ", ".join(map(str, fs)) or "nothing",
)
def test_a_witness_satisfies_the_hypotheses(formulas: list[Term]) -> None:
    witness = find_witness(formulas)
    check(witness is not None, "none found")
    zeros = {("f", 1): lambda i: 0}
    env = Environment(INTEGERS, witness or {}, zeros, {"phi": lambda s: s})
    check(all(holds(f, env) for f in formulas), witness)


@pytest.mark.parametrize(
    "formulas",
    [[at_most(1, 0)], [below("x", "x")], [at_most(1, "s"), at_most("s", 0)], [equal(entry("f", "i"), plus(ONE, ONE))]],
    ids=lambda fs: ", ".join(map(str, fs)),
)
def test_no_witness_where_there_is_none(formulas: list[Term]) -> None:
    check(find_witness(formulas) is None)


def test_tensors_are_0_or_all_of_them_1() -> None:
    check(find_witness([equal(entry("f", "i"), ONE), at_most(1, "i")]) is not None)
    check(find_witness([equal(entry("f", "i"), ONE), equal(entry("g", "i"), NOTHING)]) is None)


def test_the_search_for_a_witness_ends() -> None:
    names = [f"x{n}" for n in range(9)]
    absurd = integer("+".join(names) + "+ 1")
    check(find_witness([equal(absurd, integer("+".join(reversed(names))))]) is None)


# ------------------------------------------------------------------------------------------------ the harness says no

FALSE_IN_SOME_SEMIRING = {
    "1 + 1 = 1": equal(plus(ONE, ONE), ONE),
    "c*c = c": equal(product(entry("c"), entry("c")), entry("c")),
    "c + c = c": equal(plus(entry("c"), entry("c")), entry("c")),
    "off by one": equal(total("i", "lo", "hi", entry("f", "i")), total("i", "lo", "hi", entry("f", "i + 1"))),
    "[a <= b] = [b <= a]": equal(bracket(at_most("a", "b")), bracket(at_most("b", "a"))),
    "a div a = 1": equal("a // a", 1),
    "(a*b) div b = a": equal("(a*b) // b", "a"),
}


@pytest.mark.parametrize("formula", FALSE_IN_SOME_SEMIRING.values(), ids=FALSE_IN_SOME_SEMIRING)
def test_a_false_formula_is_found_out(formula: Term, rng: Random) -> None:
    check_false([], formula, rng)
    with pytest.raises(pytest.fail.Exception, match="FALSE"):
        check_true([], formula, rng, want=2000, tries=6000)


def test_true_for_a_wrong_reason_is_told_by_the_number_of_samples(rng: Random) -> None:
    check(examine([at_most(1, 0)], equal(ONE, NOTHING), rng).samples == 0)


def test_checks_fail_when_they_should(rng: Random) -> None:
    with pytest.raises(pytest.fail.Exception, match="the reason"):
        check(False, "the reason")
    with pytest.raises(pytest.fail.Exception, match="no counterexample"):
        check_false([], equal(ONE, ONE), rng)
