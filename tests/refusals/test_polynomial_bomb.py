"""Terms that are small while their normal forms are not: powers of sums, products of many variables, long numbers.

Each is only just too large, so that a kernel without the limit fails here and does not fill the memory.
"""

import time
from typing import Any

import pytest
from forging import written
from soundness import check, refused

from symstride.proof.kernel.replay import Refused, replay


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
    return rows + [["mul", 4 + n, 4 + n] for n in range(6)]


def product_of_sums() -> list[Any]:
    rows: list[Any] = []
    left, right = (balanced(rows, "add", variables(rows, letter, 32)) for letter in "xy")
    return [*rows, ["mul", left, right]]


def sum_of_entries() -> list[Any]:
    rows: list[Any] = [row for n in range(1_001) for row in (["num", n], ["entry", "x", 2 * n])]
    balanced(rows, "add", list(range(1, len(rows), 2)))
    return rows


def long_monomials() -> list[Any]:
    rows: list[Any] = []
    names = variables(rows, "x", 300)
    left, right = balanced(rows, "mul", names), balanced(rows, "add", names)
    return [*rows, ["mul", left, right]]


def long_numbers() -> list[Any]:
    return [["num", 2**53 - 1], *(["mul", n, n] for n in range(5))]


BOMBS = [power_of_a_sum, product_of_sums, sum_of_entries, long_monomials, long_numbers]


@pytest.mark.parametrize("make_rows", BOMBS)
def test_a_large_polynomial_is_refused(make_rows: Any) -> None:
    rows = make_rows()
    start = time.perf_counter()
    with refused("steps[0]: polynomial too large", Refused):
        replay(written(rows, [["ring", len(rows) - 1, len(rows) - 1]]))
    check(time.perf_counter() - start < 90, "that took long")
