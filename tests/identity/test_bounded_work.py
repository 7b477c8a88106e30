"""Deciding an identity takes as much work as it may, and says when that was all of it; reasons have no inner names."""

from __future__ import annotations

import re

import pytest

import symstride as ss
from symstride.errors import SpecError
from symstride.verdict import Kind

RANGES = " ".join(f"for {i} in range(n)" for i in "ijklm")
HARD = ss.Identity(
    f"sum(x[i]*x[j]*x[k]*x[l]*x[m] {RANGES} if i + 2*j + 3*k + 4*l + 5*m < n*n)",
    f"sum(x[i]*x[j]*x[k]*x[l]*x[m] {RANGES} if 5*i + 2*j + 4*k + 3*l + m < n*n)",
)
SPLIT = ss.Identity("sum(x[i] for i in range(2*n))", "sum(x[2*j + p] for j in range(n) for p in range(2))")


def test_an_unknown_says_which_budget_was_used_up() -> None:
    verdict = HARD.decide(budget=300)
    assert verdict.kind is Kind.UNKNOWN
    assert "the budget of 300 is used up" in str(verdict)
    assert str(HARD.decide(budget=300)) == str(verdict)


@pytest.mark.full
def test_steps_share_one_budget() -> None:
    """Each of two steps fits into a budget that is too small for both."""
    start, stop, end = (
        f"sum(x[{index}] for i in range(n) for j in range(m))" for index in ("i, j", "n-1-i, j", "n-1-i, m-1-j")
    )
    pairs = ((start, stop, ()), (stop, end, ()), (start, end, (stop,)))
    one, other, both = (ss.Identity(left, right, steps=steps) for left, right, steps in pairs)
    enough = least_budget(one), least_budget(other)
    assert max(enough) < least_budget(both) <= sum(enough)


def least_budget(identity: ss.Identity) -> int:
    """The smallest budget with which the identity is proved, by halving."""
    low, high = 0, 4_000
    while high - low > 1:
        middle = (low + high) // 2
        proved = identity.decide(budget=middle).kind is Kind.PROVED
        low, high = (low, middle) if proved else (middle, high)
    assert high < 4_000
    return high


def test_a_budget_that_did_not_run_out_is_not_mentioned() -> None:
    verdict = ss.Identity("[n*n == 2*m*m]*x[0]", "0", given="n >= 1; m >= 1").decide()
    assert verdict.kind is Kind.UNKNOWN
    assert "budget" not in str(verdict).partition("to try")[0]


@pytest.mark.parametrize("budget", [0, -1, True, 1.5, "many"])
def test_what_is_no_budget(budget: object) -> None:
    with pytest.raises(SpecError, match="positive integer"):
        SPLIT.decide(budget=budget)  # type: ignore[arg-type]


def test_reasons_have_the_letters_of_readers() -> None:
    reasons = [step.reason for step in SPLIT.prove().paper.results[0].steps]
    assert any("substitute indices: $" in reason for reason in reasons)
    assert not [reason for reason in reasons if re.search(r"\w_(?![\w{])|div|\*", reason)]
