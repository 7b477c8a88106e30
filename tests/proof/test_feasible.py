"""The linear programs behind inequalities: solutions solve, and what has a certificate against it has none."""

from __future__ import annotations

import random
from fractions import Fraction

import pytest

from symstride.proof.tactics.inequalities import feasible


def _system(rng: random.Random) -> tuple[list[list[int]], int]:
    m, n = rng.randint(1, 5), rng.randint(1, 7)
    return [[rng.randint(-2, 2) for _ in range(n)] for _ in range(m)], n


def test_a_system_with_a_solution_is_solved(rng: random.Random) -> None:
    for _ in range(200):
        rows, n = _system(rng)
        x = [rng.choice((0, 0, 1, 3)) for _ in range(n)]
        target = [sum(a * b for a, b in zip(row, x)) for row in rows]
        found = feasible(rows, target)
        assert found is not None
        assert all(value >= 0 for value in found)
        assert [sum((a * b for a, b in zip(row, found)), Fraction(0)) for row in rows] == target


def test_a_system_with_a_certificate_against_it_has_no_solution(rng: random.Random) -> None:
    """Farkas: y*rows >= 0 and y*target < 0."""
    met = 0
    for _ in range(600):
        rows, n = _system(rng)
        y = [rng.randint(-2, 2) for _ in rows]
        target = [rng.randint(-3, 3) for _ in rows]
        columns = [sum(y[i] * row[j] for i, row in enumerate(rows)) for j in range(n)]
        if min(columns) >= 0 > sum(a * b for a, b in zip(y, target)):
            assert feasible(rows, target) is None
            met += 1
    assert met >= 20


def test_the_simplex_method_tells_its_work_and_may_be_ended() -> None:
    """A feasible program with many steps, ended by its caller after some."""
    n = 40
    rows = [[1 if j <= i else 0 for j in range(n)] for i in range(n)]
    told: list[int] = []
    assert feasible(rows, list(range(1, n + 1)), told.append) == [1] * n
    assert len(told) >= 4
    assert min(told) >= 1

    class Enough(Exception):
        pass

    def end(work: int) -> None:
        raise Enough

    with pytest.raises(Enough):
        feasible(rows, list(range(1, n + 1)), end)
