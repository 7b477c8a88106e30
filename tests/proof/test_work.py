"""What a replay costs: every charge by hand, the same in every replay, and no trace of it afterwards."""

from __future__ import annotations

import subprocess
import sys
from math import inf
from threading import Thread
from typing import Any

import pytest
from forging import genuine, text_of, written
from hostile import ATTACKS
from soundness import check, lemmas, refused

from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.polynomials import normal
from symstride.proof.kernel.replay import Refused, replay
from symstride.proof.kernel.terms import METER, KernelError, make, num, plus, var

X, Y, ZERO = ["var", "x"], ["var", "y"], ["num", 0]

CHARGES: dict[str, tuple[list[Any], list[Any], list[Any], int]] = {
    # A row of terms is 1 and its free names, a step 1 and its hypotheses, and so is every mention of them; a claim is
    # the size of its formulas.  A normal form is 1 for every node, charged again when it is asked for again.
    # The sums: rows of terms with what they mention, each step with what it mentions, the claim.
    "0 = 0": (
        [ZERO, ["eq", 0, 0]], [["ring", 0, 0]], [["c", [], 1, 0]],
        (1 + 3) + (2 + (1 + 1) + 1) + (1 + 1 + 3),
    ),
    # Two polynomials of one monomial give one of two monomials with a factor each.
    "x + y = x + y": (
        [X, Y, ["add", 0, 1], ["eq", 2, 2]], [["ring", 2, 2]], [["c", [], 3, 0]],
        (2 + 2 + (3 + 4) + (3 + 6)) + (6 + 2 * (3 + 2 + 2) + 1) + (3 + 1 + 7),
    ),
    # One product of 1 + 1 factors, and the monomial that it gives, of two factors.
    "x * y = x * y": (
        [X, Y, ["mul", 0, 1], ["eq", 2, 2]], [["ring", 2, 2]], [["c", [], 3, 0]],
        (2 + 2 + (3 + 4) + (3 + 6)) + (6 + 2 * (3 + (1 + 2) + (1 + 2)) + 1) + (3 + 1 + 7),
    ),
    # The hypothesis and the conclusion are made anew, nodes of two arguments without names: 5 + 2 + 0.  Before that,
    # the one name of each is looked up among the values.
    "7 <= 0 from x <= 0": (
        [X, ZERO, ["le", 0, 1], ["num", 7], ["le", 3, 1]],
        [["assume", 2], ["instantiate", 0, [["x", -1, 3]]]], [["c", [4], 4, 1]],
        (2 + 1 + (2 + 3) + 1 + (1 + 2)) + (2 + 2) + (2 + 1 + 2 * (1 + 7) + 2) + (2 + 2 + 6),
    ),
    # The same with two names, of which one stays: 5 + 2 + 1.
    "7 <= y from x <= y": (
        [X, Y, ["le", 0, 1], ["num", 7], ["le", 3, 1]],
        [["assume", 2], ["instantiate", 0, [["x", -1, 3]]]], [["c", [4], 4, 1]],
        (2 + 2 + (3 + 4) + 1 + (2 + 3)) + (3 + 2) + (2 + 1 + 2 * (2 + 8) + 2) + (4 + 2 + 6),
    ),
    # A use is charged by its arguments (the definition and 7), 7 is walked through: 5 + 1, the body has one name, and
    # its bracket and formula are made anew.
    "D(7) = [7 = 0] with D(x) := [x = 0]": (
        [X, ZERO, ["eq", 0, 1], ["bracket", 2], ["define", "D", 3, [["x", -1]]], ["num", 7], ["use", 4, 5],
         ["eq", 5, 1], ["bracket", 7], ["eq", 6, 8]],
        [["unfold", 6, 4]], [["c", [], 9, 0]],
        (2 + 1 + (2 + 3) + (2 + 2) + (1 + 2) + 1 + (1 + 2) + (1 + 2) + (1 + 1) + (1 + 2))
        + (2 + 2 + 6 + 1 + (5 + 1) + (5 + 2) + 1) + (1 + 1 + 12),
    ),
    # The difference 0 + (-1)*0 is 5 nodes, the zero polynomial; a factor twice is two mentions and two differences.
    "0 <= 0 from its square": (
        [ZERO, ["le", 0, 0]], [["cone", 1, [], []], ["cone", 1, [[1, [0, 0]]], []]], [["c", [], 1, 1]],
        (1 + (1 + 2)) + (1 + 5 + 1) + (1 + 2 + 3 * 5 + 1) + (1 + 1 + 3),
    ),
    # The index of the sum becomes a bound one: the entry and its sum are made anew, on both sides.
    "sums of g[x]": (
        [X, ["entry", "g", 0], ZERO, ["bound", 0], ["entry", "g", 3], ["sum", 2, 2, 4], ["eq", 5, 5]],
        [["ring", 1, 1], ["under_sum", 0, ["x", -1], 2, 2]], [["c", [], 6, 1]],
        (2 + (3 + 2) + 1 + 1 + (2 + 1) + (2 + 4) + (2 + 4))
        + (6 + 2 * 2 + 1) + (1 + 2 + 2 * (5 + 2 + 1) + 1) + (2 + 1 + 11),
    ),
}  # fmt: skip
"""Rows of a certificate, and the work that checking it is."""


@pytest.mark.parametrize("what", CHARGES)
def test_every_charge(what: str) -> None:
    terms, steps, claims, expected = CHARGES[what]
    check(replay(written(terms, steps, claims)).work == expected, replay(written(terms, steps, claims)).work, expected)


# ------------------------------------------------------------------------------------------------ always the same


@pytest.mark.parametrize("name", ATTACKS)
def test_the_same_work_whatever_is_remembered(name: str) -> None:
    """Terms and normal forms of the first replay are in use during the second one."""
    text = ATTACKS[name](2)
    first = replay(text)
    check(first.work == replay(text).work, "another count")


def test_the_same_work_in_a_fresh_interpreter() -> None:
    """Here the theorems have just been derived, there nothing has."""
    texts = [certificate_text({"claim": theorem}, {}) for theorem in lemmas().values()]
    code = "import sys; from symstride.proof.kernel.replay import replay; print(*[replay(t).work for t in sys.stdin])"
    run = [sys.executable, "-c", code]
    done = subprocess.run(run, input="".join(texts), capture_output=True, text=True, check=True, timeout=60)
    here = [replay(text).work for text in texts]
    check(list(map(int, done.stdout.split())) == here, done.stdout, here)


def test_the_same_work_for_either_sign_of_an_equation() -> None:
    """[x = y] and [y = x] are one atom, and one of them is turned: which one depends on what was there first."""

    def work(a: int, b: int) -> int:
        rows = [X, Y, ["eq", a, b], ["bracket", 2], ["eq", 3, 3]]
        return replay(written(rows, [["ring", 3, 3]], [["c", [], 4, 0]])).work

    check(work(0, 1) == work(1, 0), work(0, 1), work(1, 0))


# ------------------------------------------------------------------------------------------------ no trace


def test_one_replay_starts_where_none_has_been() -> None:
    text = text_of(genuine())
    METER.spend(10**9)
    work = replay(text).work
    METER.restart()
    check(work == replay(text).work < 10**6, work)


def test_deriving_is_not_limited(monkeypatch: pytest.MonkeyPatch) -> None:
    """Neither after a replay nor after one that was too much work."""
    text = text_of(genuine())
    replay(text)
    check(METER.limit == inf and METER.work == 0)
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", 10)
    with refused("more work than any proof needs", Refused):
        replay(text)
    check(METER.limit == inf and METER.work == 0)
    check(len(normal(plus(var("x"), make("mul", num(3), var("y"))))) == 2)


def test_each_thread_has_a_meter() -> None:
    """Somebody may derive while somebody else replays."""
    outcome: list[object] = []

    def derive() -> None:
        try:
            METER.spend(100)
        except KernelError as why:
            outcome.append(why)
        else:
            outcome.append(METER.work)

    METER.restart(10)
    try:
        thread = Thread(target=derive)
        thread.start()
        thread.join()
        check(outcome == [100] and METER.work == 0, outcome, METER.work)
    finally:
        METER.restart()
