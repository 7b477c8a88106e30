"""Sixty rows that denote a tree of 2^60 nodes, and other short files with long answers: refused, and soon."""

import time
from typing import Any

import pytest
from forging import written
from soundness import check, refused

from symstride.proof.kernel.replay import Refused, replay

DOUBLING = [["var", "a"], *(["add", n, n] for n in range(60))]
SQUARING = [["num", 2], *(["mul", n, n] for n in range(40))]
SUMS = [["num", 0], ["num", 9], ["nat", 1], *(["sum", 0, 1, n + 2] for n in range(200))]
WIDE = [["num", 0], ["entry", "x", *[0] * 300_000]]
NAMES = [*(["var", f"x{n}"] for n in range(2048)), *(["add", 2 * n, 2 * n + 1] for n in range(2047))]


@pytest.mark.parametrize(
    ("rows", "why"),
    [(DOUBLING, "term too large"), (SQUARING, "term too large"), (SUMS, "term too large"),
     (WIDE, "term too large"), (NAMES, "term too large")],
    ids=["2^60 nodes", "2^2^40", "200 sums", "300,000 indices", "2,048 names"],
)  # fmt: skip
def test_a_large_term_is_refused(rows: list[Any], why: str) -> None:
    _soon(written(rows), why)


def test_a_map_of_very_many_indices() -> None:
    """The message about the sum would have to name them all; with 2^53 of them it would never end."""
    _soon(written([["nat", 0], ["map", 10**6, 0], ["add", 1, 1]]), "map: wrong kind of argument")


def test_a_definition_with_a_tensor_of_very_many_indices() -> None:
    _soon(written([["nat", 0], ["define", "D", 0, [["x", 10**6]]]]), "define: wrong kind of argument")


def test_a_substitution_that_explodes() -> None:
    """f[f[f[..]]] with f := (i -> f[i]*f[i]): each level doubles."""
    rows: list[Any] = [["var", "i"], ["nat", 1], ["entry", "f", 0], ["bound", 0]]
    rows += [["entry", "f", 3], ["mul", 4, 4], ["map", 1, 5], ["eq", 2, 2]]
    steps: list[Any] = [["ring", 2, 2], *(["instantiate", n, [["f", 1, 6]]] for n in range(60))]
    _soon(written(rows, steps), "term too large")


def test_many_steps_over_one_large_term(monkeypatch: pytest.MonkeyPatch) -> None:
    """Each row is short, each step walks through 2,000 nodes.  A small limit here, so that the test is quick."""
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", 100_000)
    rows: list[Any] = [["var", "a"], *(["add", n, n] for n in range(10)), ["le", 10, 10]]
    rows += [["num", n] for n in range(100)]
    steps: list[Any] = [["assume", 11], *(["instantiate", 0, [["a", -1, 12 + n]]] for n in range(100))]
    _soon(written(rows, steps), "more work than any proof needs")


def test_many_rows_with_many_names(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", 100_000)
    names: list[Any] = [["var", f"x{n}"] for n in range(512)]
    rows = [*names, *(["add", n, 512 + n - 1 if n else 0] for n in range(100))]
    rows += [["num", n] for n in range(2000)]
    rows += [["add", 611, 612 + n] for n in range(2000)]
    _soon(written(rows), "more work than any proof needs")


def test_many_hypotheses() -> None:
    """1,200 assumptions n <= n, joined by cones: 600, 600, and then all of them."""
    rows: list[Any] = [["num", n] for n in range(1200)] + [["le", n, n] for n in range(1200)]
    steps: list[Any] = [["assume", 1200 + n] for n in range(1200)]
    steps += [["cone", 1200, [[1, [start + n]] for n in range(600)], []] for start in (0, 600)]
    steps.append(["cone", 1200, [[1, [1200, 1201]]], []])
    _soon(written(rows, steps), "too many hypotheses")


def _soon(text: str, why: str, seconds: float = 90) -> None:
    """Refused for the reason, in bounded time.  The times are generous: the machine may be busy."""
    start = time.perf_counter()
    with refused(why, Refused):
        replay(text)
    check(time.perf_counter() - start < seconds, "that took long")
