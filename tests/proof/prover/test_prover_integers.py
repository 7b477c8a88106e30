"""Goals on integers: numbers that refute, quotients made simple, what follows and what does not."""

from __future__ import annotations

import pytest
from reading_texts import formulas

from symstride.proof.kernel.polynomials import add_polynomials, multiply_polynomials, normal
from symstride.proof.kernel.rules import Theorem
from symstride.proof.kernel.terms import KernelError, Term
from symstride.proof.language.syntax import integer
from symstride.proof.tactics.prover.integers import Facts, Integers
from symstride.proof.tactics.prover.numbers import assignments, holds, refutes, value
from symstride.proof.tactics.prover.outcome import Effort, Exhausted
from symstride.proof.tactics.prover.polynomials import divide, linear, replaced, term_of


def formula(text: str) -> Term:
    (only,) = formulas(text)
    return only


# ------------------------------------------------------------------------------------------------ polynomials


@pytest.mark.parametrize(
    ("p", "c", "q", "r"),
    [
        ("s*u + r", "s", "u", "r"),
        ("6*s*u + 4*s + 3", "2*s", "3*u + 2", "3"),
        ("7*i + 5", "2", "3*i + 2", "i + 1"),
        ("a*b*x + b*y", "a*b", "x", "b*y"),
        ("x", "s + 1", "0", "x"),
        ("-s*x", "s", "-x", "0"),
    ],
)
def test_divide(p: str, c: str, q: str, r: str) -> None:
    dividend, divisor = normal(integer(p)), normal(integer(c))
    found = divide(dividend, divisor)
    assert found == (normal(integer(q)), normal(integer(r)))
    assert add_polynomials(multiply_polynomials(found[0], divisor), found[1]) == dividend


def test_linear() -> None:
    p = normal(integer("s*u + 3*t - u*(v//2)"))
    assert linear(p, "u") == (normal(integer("s - v//2")), normal(integer("3*t")))
    for name in ("v", "w"):
        assert linear(p, name) is None
    assert linear(normal(integer("u*u")), "u") is None


@pytest.mark.parametrize("text", ["0", "-3", "s*(x - 2)*x // (a + 1) - (y % 5)*y", "2 - x"])
def test_a_polynomial_as_a_term_is_the_same(text: str) -> None:
    assert normal(term_of(normal(integer(text)))) == normal(integer(text))


# ------------------------------------------------------------------------------------------------ numbers


@pytest.mark.parametrize(
    "facts",
    [
        ("1 <= s", "0 <= r < s", "t == s*u + r", "0 <= u < n"),
        ("2 <= s", "1 <= n % s"),
        ("A*p + B*q == 1", "1 <= p", "1 <= q"),
        ("s*(M - 1) + k <= N", "1 <= s", "1 <= k", "5 <= M"),
    ],
)
def test_facts_hold_at_their_numbers(facts: tuple[str, ...]) -> None:
    found = assignments(formulas(*facts))
    assert found
    assert all(holds(fact, at) for at in found for fact in formulas(*facts))
    assert found == assignments(formulas(*facts))


def test_contradictory_facts_have_no_numbers() -> None:
    assert assignments(formulas("1 <= x", "x <= 0")) == []


@pytest.mark.parametrize(("text", "n"), [("(x - 9) // y", -2), ("(x - 9) % y", 1), ("x // z", 0), ("x % z", 2)])
def test_values_are_those_of_the_kernel(text: str, n: int) -> None:
    assert value(integer(text))({"x": 2, "y": 4, "z": 0}) == n


def test_a_goal_fails_at_numbers() -> None:
    assert refutes(formula("x < y"), {"x": 1, "y": 1})
    assert not refutes(formula("x <= y"), {"x": 1, "y": 1})
    assert refutes(formula("x <= z"), {"x": 1})  # some z


# ------------------------------------------------------------------------------------------------ quotients


@pytest.mark.parametrize(
    ("facts", "quotient", "simple"),
    [
        (("0 <= r < s",), "(s*u + r) // s", "u"),
        (("0 <= r < s",), "(s*u + r) % s", "r"),
        (("1 <= s",), "(s*u + r) // s", "u + r//s"),
        (("1 <= s",), "(s*u + r) % s", "r % s"),
        (("1 <= a", "1 <= b"), "(x // a) // b", "x // (a*b)"),
        (("1 <= b", "0 <= r < a"), "(a*t + r) // (a*b)", "t // b"),
        (("1 <= a", "1 <= b"), "(a*t) % (a*b)", "a*(t % b)"),
        (("1 <= a", "1 <= b"), "(x % (a*b)) % b", "x % b"),
        (("1 <= q", "A*p + B*q == 1"), "(A*p*x) % q", "x % q"),
        (("1 <= N",), "(j + (i + N) % N) % N", "(j + i) % N"),
    ],
)
def test_a_quotient_made_simple(facts: tuple[str, ...], quotient: str, simple: str) -> None:
    known = Facts(formulas(*facts), Effort())
    t = formula(f"z == {quotient}")
    for equation in known.simplifications(t):
        assert isinstance(equation, Theorem)
        assert equation.hyps <= set(known.formulas)
        t = replaced(t, *equation.concl.args)
    assert normal(t.args[1]) == normal(integer(simple))


def test_a_divisor_that_may_be_negative_stays() -> None:
    assert Facts([], Effort()).simplifications(formula("z == (s*u) // s")) == []


# ------------------------------------------------------------------------------------------------ goals

FOLLOWS = [
    (("0 <= r < s",), "1 <= s"),
    (("1 <= n", "c < G*n"), "c//n < G"),
    (("1 <= B", "0 <= n"), "0 <= B*(n//B)"),
    (("1 <= s", "a <= b"), "a//s <= b//s"),
    (("1 <= s", "t % s == r"), "t == s*((t - r)//s) + r"),
    (("1 <= s", "0 <= i < k"), "i//s < (k + s - 1)//s"),
    (("1 <= p", "1 <= q"), "x % (p*q) == p*((x//p) % q) + x % p"),
    (("1 <= a", "1 <= b", "1 <= c"), "1 <= a*b*c"),
    (("2*j == 1",), "1 <= 0"),
    (("1 <= s1", "1 <= dl", "0 <= i < k", "0 <= n < m"), "s1*dl*n + i <= s1*dl*(m - 1) + k - 1"),
    (("1 <= p", "1 <= q", "A*p + B*q == 1", "0 <= n < p*q"), "n == (A*p*(n % q) + B*q*(n % p)) % (p*q)"),
]
DOES_NOT = [
    ((), "1 <= s"),
    (("1 <= n", "c <= G*n"), "c//n < G"),
    (("0 <= n",), "0 <= B*(n//B)"),
    (("a <= b",), "a//s <= b//s"),
    (("1 <= p", "1 <= q"), "x % (p*q) == q*((x//p) % q) + x % p"),
    (("2*j == 2",), "1 <= 0"),
    (("1 <= s", "0 <= i < k"), "i//s < k//s"),
]


@pytest.mark.parametrize(("facts", "goal"), FOLLOWS)
def test_what_follows_is_proved(facts: tuple[str, ...], goal: str) -> None:
    theorem = Integers(Effort()).prove(formula(goal), formulas(*facts))
    assert theorem.concl is formula(goal)
    assert theorem.hyps <= set(formulas(*facts))


@pytest.mark.parametrize(("facts", "goal"), DOES_NOT)
def test_what_does_not_follow_is_refuted_by_numbers(facts: tuple[str, ...], goal: str) -> None:
    budget = Effort()
    with pytest.raises(KernelError):
        Integers(budget).prove(formula(goal), formulas(*facts))
    assert budget.spent < 100  # hardly a linear program


def test_facts_of_other_variables_are_not_looked_at() -> None:
    integers = Integers(Effort())
    (about,) = integers.about(formula("x <= y"), formulas("x <= z", "z <= y", "0 <= a < b"))
    assert set(about.formulas) == set(formulas("x <= z", "z <= y"))


def test_a_budget_ends_within_one_linear_program() -> None:
    facts = Facts(formulas(*(f"0 <= x{n} < {n + 2}*y" for n in range(12))), Effort())
    goal = formula(" + ".join(f"x{n}" for n in range(12)) + " <= 90*y - 12")
    assert facts.search(goal, facts.assumed, 2) is not None
    columns = len(facts.assumed) * (len(facts.assumed) + 1) // 2
    with pytest.raises(Exhausted):
        Facts(facts.formulas, Effort(columns)).search(goal, facts.assumed, 2)
