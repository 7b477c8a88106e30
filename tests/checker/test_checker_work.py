"""Two checkers, one count: what keeps a checker busy is accepted and refused at the same limit by both."""

from __future__ import annotations

import time
from collections.abc import Callable
from pathlib import Path

import pytest
from checker_tools import CHECKER, SecondChecker, difference, first_checker
from hostile import ATTACKS

from symstride.proof.kernel.replay import MAX_WORK

WHY = "more work than any proof needs"
FULL_SIZE = ("many_normal_forms", "products_of_a_cone", "values_in_a_large_theorem", "many_hypotheses")


def limited(folder: Path, work: int) -> Path:
    """The second checker with another limit of work."""
    source = CHECKER.read_text(encoding="utf-8")
    assert source.count(f" work: {MAX_WORK},") == 1
    script = folder / f"checker-{work}.js"
    script.write_text(source.replace(f" work: {MAX_WORK},", f" work: {work},"), encoding="utf-8")
    return script


@pytest.mark.sampled(4)
@pytest.mark.parametrize("name", ATTACKS)
def test_the_limit_is_reached_together(
    name: str, need: Callable[[str], str], tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    """Accepted with exactly the work that is needed, refused with one piece less: by both, at one place."""
    text = ATTACKS[name](3)
    work = first_checker(text)["work"]
    for limit, accepted in ((work, True), (work - 1, False)):
        monkeypatch.setattr("symstride.proof.kernel.replay.MAX_WORK", limit)
        mine = first_checker(text)
        with SecondChecker(need("node"), limited(tmp_path, limit)) as second:
            theirs = second.ask(text)
        assert difference(mine, theirs) == ""
        assert mine["proved"] == accepted
        assert accepted or (mine["why"], theirs["why"]) == (WHY, WHY)


@pytest.mark.sampled(2, 2)
@pytest.mark.full
@pytest.mark.parametrize("name", FULL_SIZE)
def test_the_limit_itself_is_reached_together(name: str, need: Callable[[str], str]) -> None:
    """As many repetitions as are accepted, and one more.  The time is generous: the machine may be busy."""
    attack = ATTACKS[name]
    one, two = (first_checker(attack(count))["work"] for count in (1, 2))
    most = 1 + (MAX_WORK - one) // (two - one)
    with SecondChecker(need("node")) as second:
        for count, accepted in ((most, True), (most + 1, False)):
            text = attack(count)
            start = time.perf_counter()
            mine = first_checker(text)
            assert difference(mine, second.ask(text)) == ""
            assert mine["proved"] == accepted
            assert time.perf_counter() - start < 60
