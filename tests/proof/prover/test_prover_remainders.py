"""What equations say about quotients: inverses, Chinese remainders, exact quotients, wrap-arounds."""

from __future__ import annotations

import pytest
from reading_texts import formulas

from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.rules import assume
from symstride.proof.kernel.terms import KernelError
from symstride.proof.language.syntax import integer
from symstride.proof.tactics.prover import Effort
from symstride.proof.tactics.prover.integers import Integers
from symstride.proof.tactics.prover.remainders import consequences, wholes

ONE = "A*p + B*q == 1"
FOLLOWS = [
    (("1 <= s", "t % s == r"), "t == s*(t//s) + r"),
    (("1 <= q", ONE, "(p*y) % q == 0"), "y % q == 0"),
    (("1 <= q", ONE, "0 <= y < q", "(p*y) % q == r"), "y == (A*r) % q"),
    (("1 <= q", ONE, "0 <= y < q", "(p*y + a) % q == r"), "y == (A*(r - a)) % q"),
    (("1 <= p", "1 <= q", ONE, "t % p == 0", "t % q == 0"), "t % (p*q) == 0"),
    (("1 <= p", "1 <= q", "t % (p*q) == 0"), "t % p == 0"),
    (("(3*t) % 4 == 0",), "t % 4 == 0"),
    (("0 <= r < s", "(t - r) % s == 0"), "t % s == r"),
    (("0 <= n < N", "0 <= m < N", "n < m"), "(n - m) % N == n - m + N"),
    (("0 <= a < N", "0 <= i < N", "N <= i + a"), "(i + a)//N == 1"),
    (("0 <= u < p", "0 <= v < q", "t % (p*q) == p*v + u"), "t % p == u"),
]
DOES_NOT = [
    (("1 <= q", "(p*y) % q == 0"), "y % q == 0"),
    (("1 <= p", "1 <= q", "t % p == 0", "t % q == 0"), "t % (p*q) == 0"),
    (("(2*t) % 4 == 0",), "t % 4 == 0"),
    (("1 <= s", "(t - r) % s == 0"), "t % s == r"),
    (("0 <= n < N", "0 <= m <= N", "n < m"), "(n - m) % N == n - m"),
]


@pytest.mark.parametrize(("facts", "goal"), FOLLOWS)
def test_what_follows_is_proved(facts: tuple[str, ...], goal: str) -> None:
    given = formulas(*facts)
    (wanted,) = formulas(goal)
    theorem = Integers(Effort()).prove(wanted, given)
    assert theorem.concl is wanted
    assert theorem.hyps <= set(given)


@pytest.mark.parametrize(("facts", "goal"), DOES_NOT)
def test_what_does_not_follow_is_left(facts: tuple[str, ...], goal: str) -> None:
    (wanted,) = formulas(goal)
    with pytest.raises(KernelError):
        Integers(Effort()).prove(wanted, formulas(*facts))


def test_a_remainder_makes_a_whole() -> None:
    (equation,) = formulas("2 - t % s == r")
    (whole,) = wholes(assume(equation))
    assert (whole.theorem.concl.args[0], normal(whole.e)) == (integer("t"), normal(integer("2 - r")))
    assert wholes(assume(formulas("2*(t % s) == r")[0])) == []


def test_consequences_assume_the_equations_alone() -> None:
    equations = [assume(formula) for formula in formulas(ONE, "t % p == e", "t % q == f")]
    found = consequences(equations)
    assert {"t"} == {str(theorem.concl.args[0]) for theorem in found}
    assert all(theorem.hyps <= {equation.concl for equation in equations} for theorem in found)
    chinese = [theorem for theorem in found if len(theorem.hyps) == 3]
    assert chinese
