"""Terms that are small while their normal forms are not: powers of sums, products of many variables, long numbers."""

import time
from typing import Any

import pytest
from forging import written
from soundness import check, refused

from symstride.proof.replay import Refused, replay


def balanced(rows: list[Any], tag: str, leaves: list[int]) -> int:
    """Combine the rows at ``leaves`` pairwise; the position of the result."""
    while len(leaves) > 1:
        rows += [[tag, a, b] for a, b in zip(leaves[::2], leaves[1::2])]
        odd = [leaves[-1]] if len(leaves) % 2 else []
        leaves = [*range(len(rows) - len(leaves) // 2, len(rows)), *odd]
    return leaves[0]


def variables(rows: list[Any], letter: str, count: int) -> list[int]:
    rows += [["var", f"{letter}{n}"] for n in range(count)]
    return list(range(len(rows) - count, len(rows)))


def power_of_a_sum() -> list[Any]:
    rows: list[Any] = [["var", "a"], ["var", "b"], ["var", "c"], ["add", 0, 1], ["add", 3, 2]]
    return rows + [["mul", 4 + n, 4 + n] for n in range(9)]


def product_of_sums() -> list[Any]:
    rows: list[Any] = []
    left, right = (balanced(rows, "add", variables(rows, letter, 400)) for letter in "xy")
    return [*rows, ["mul", left, right]]


def long_monomials() -> list[Any]:
    rows: list[Any] = []
    names = variables(rows, "x", 1000)
    left, right = balanced(rows, "mul", names), balanced(rows, "add", names)
    return [*rows, ["mul", left, right], ["mul", len(rows), right]]


def long_numbers() -> list[Any]:
    return [["num", 2**53 - 1], *(["mul", n, n] for n in range(16))]


@pytest.mark.parametrize("make_rows", [power_of_a_sum, product_of_sums, long_monomials, long_numbers])
def test_a_large_polynomial_is_refused(make_rows: Any) -> None:
    rows = make_rows()
    start = time.perf_counter()
    with refused("steps[0]: polynomial too large", Refused):
        replay(written(rows, [["ring", len(rows) - 1, len(rows) - 1]]))
    check(time.perf_counter() - start < 20, "that took long")


def test_many_polynomials_that_are_just_allowed(monkeypatch: pytest.MonkeyPatch) -> None:
    """Fifty times 900 monomials from terms of 130 nodes: what is written down counts, not the terms alone."""
    monkeypatch.setattr("symstride.proof.replay.MAX_WORK", 40_000)
    rows: list[Any] = []
    sums = [balanced(rows, "add", variables(rows, letter, 30)) for letter in "xy"]
    steps = []
    for n in range(50):
        rows += [["num", n], ["add", sums[0], len(rows)], ["mul", len(rows) + 1, sums[1]]]
        steps.append(["ring", len(rows) - 1, len(rows) - 1])
    with refused("more work than any proof needs", Refused):
        replay(written(rows, steps))


def test_one_product_a_thousand_times_in_a_cone(monkeypatch: pytest.MonkeyPatch) -> None:
    """The row is short, its conclusion is 0 <= 0, and each of its products has 900 monomials."""
    monkeypatch.setattr("symstride.proof.replay.MAX_WORK", 40_000)
    rows: list[Any] = []
    sums = [balanced(rows, "add", variables(rows, letter, 30)) for letter in "xy"]
    n = len(rows)
    rows += [["num", 0], ["le", n, sums[0]], ["le", n, sums[1]], ["le", n, n]]
    steps: list[Any] = [["assume", n + 1], ["assume", n + 2], ["cone", n + 3, [[1, [0, 1]]] * 1000, []]]
    with refused("more work than any proof needs", Refused):
        replay(written(rows, steps))
