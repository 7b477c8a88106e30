"""Short files that keep the checker busy: everything that it does for them is charged, before much of it is done."""

import time

import pytest
from hostile import ATTACKS
from soundness import check, refused

from symstride.proof.kernel.replay import Refused, replay

WHY = "more work than any proof needs"


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", ATTACKS)
def test_the_last_piece_of_work_is_one_too_many(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Three repetitions with exactly the work that they need, and with one less."""
    text = ATTACKS[name](3)
    work = replay(text).work
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", work)
    check(replay(text).work == work)
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", work - 1)
    with refused(WHY, Refused):
        replay(text)


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", ATTACKS)
def test_each_repetition_counts(name: str) -> None:
    """And each as much as any other."""
    works = [replay(ATTACKS[name](count)).work for count in (1, 2, 3)]
    check(works[2] - works[1] == works[1] - works[0] > 300, works)


@pytest.mark.parametrize("name", ATTACKS)
def test_what_is_too_much_is_refused_soon(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """A small limit here, so that the test is quick; the time is generous, since the machine may be busy."""
    monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", 50_000)
    text = ATTACKS[name](200)
    start = time.perf_counter()
    with refused(WHY, Refused):
        replay(text)
    check(time.perf_counter() - start < 10, "that took long")
