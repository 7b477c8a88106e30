"""The benchmark runner: promises, what is written where, and every module in its place.  Times are not tested."""

from __future__ import annotations

import importlib
import json
from pathlib import Path
from typing import Any

import pytest

from benchmarks import __main__ as runner
from benchmarks.clock import cold, in_turn, rounds, timed_in_one_process
from benchmarks.growth import measure
from benchmarks.growth.points import points
from benchmarks.record import Figure, Missing
from benchmarks.tools import HOW_TO_GET, installed, missing

GOOD, BAD = Figure("good", 0.1, "b", 1.0, 0.2, "s"), Figure("bad", 9.0, "b", 1.0, 3.0, "x")
GROWN: dict[str, Any] = {
    "machine": "Measured by hand.",
    "rows": [{"kernel": 3, "stride": 2, "axes": 2, "channels": 1, "size": 32, "prove": 0.01, "bytes": 44000}],
}


@pytest.mark.parametrize(
    ("seconds", "yardstick", "target", "unit", "kept"),
    [
        (0.2, 1.0, 0.2, "s", True),
        (0.3, 1.0, 0.2, "s", False),
        (3.0, 1.0, 3.0, "x", True),
        (3.1, 1.0, 3.0, "x", False),
        (0.001, 1.0, 1000, "faster", True),
        (0.0011, 1.0, 1000, "faster", False),
        (9.0, 1.0, None, "", True),
    ],
)
def test_promises(seconds: float, yardstick: float, target: float | None, unit: str, kept: bool) -> None:
    assert Figure("a", seconds, "b", yardstick, target, unit).kept is kept


def test_every_benchmark_has_figures() -> None:
    assert {"bank_weight", "certificates", "importing", "other_weights", "proving", "rocq", "smt_solver"} <= set(
        runner.names()
    )
    for name in runner.names():
        assert callable(importlib.import_module(f"benchmarks.{name}").figures)


@pytest.fixture
def fake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Nothing is measured, and the repository's own places are a folder of this test."""
    ours = tmp_path / "ours"
    monkeypatch.setattr(runner, "measured", lambda chosen, quick: iter([GOOD]))
    monkeypatch.setattr(measure, "measured", lambda quick: GROWN)
    monkeypatch.setattr(runner, "OURS", runner.Places(ours, ours))
    monkeypatch.setattr(runner, "redraw", lambda places, source: (places.tables / "growth.md").write_text("drawn"))
    return ours


def test_a_full_run_writes_everything(fake: Path) -> None:
    assert runner.main([]) == 0
    assert {path.name for path in fake.iterdir()} == {"results.md", "growth.json", "growth.md"}
    assert json.loads((fake / "growth.json").read_text(encoding="utf-8")) == GROWN


@pytest.mark.parametrize("words", [["importing"], ["growth"], ["--quick"]])
def test_a_part_leaves_the_docs_alone(fake: Path, words: list[str], tmp_path: Path) -> None:
    assert runner.main(words) == 0
    assert not fake.exists()
    assert runner.main([*words, "--output", str(tmp_path / "there")]) == 0
    assert list((tmp_path / "there").iterdir())
    assert not fake.exists()


def test_the_exit_code_tells_whether_promises_are_kept(fake: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(runner, "measured", lambda chosen, quick: iter([GOOD, BAD]))
    assert runner.main([]) == runner.NOT_KEPT
    assert "| at most 3 times | **no** |" in (fake / "results.md").read_text(encoding="utf-8")


def test_an_unknown_benchmark_is_refused() -> None:
    with pytest.raises(SystemExit):
        runner.main(["nonsense"])


def test_the_summary_is_written_without_matplotlib(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    source = tmp_path / "growth.json"
    source.write_text(measure.text_of(GROWN), encoding="utf-8")
    monkeypatch.setattr(runner, "missing", lambda what, tool: [Missing(what, tool, "somehow")])
    runner.redraw(runner.Places(tmp_path, tmp_path), source)
    assert {path.name for path in tmp_path.iterdir()} == {"growth.json", "growth.md"}


def test_a_missing_tool_is_named() -> None:
    assert installed("json")
    assert missing("something", "coqc", "coqchk") == [
        Missing("something", tool, HOW_TO_GET[tool]) for tool in ("coqc", "coqchk") if not installed(tool)
    ]


def test_a_benchmark_without_its_tool_is_one_row(monkeypatch: pytest.MonkeyPatch) -> None:
    rocq = importlib.import_module("benchmarks.rocq")
    monkeypatch.setenv("PATH", "")
    rows = list(rocq.figures())
    assert [row.tool for row in rows] == ["coqc", "coqchk"]
    assert all(isinstance(row, Missing) and row.how == "apt-get install coq" for row in rows)


def test_clocks() -> None:
    calls: list[str] = []
    assert len(in_turn(lambda: calls.append("a"), lambda: calls.append("b"), rounds=2)) == 2
    assert calls == ["a", "b", "a", "b"]
    fast, slow = cold(("import time", "pass"), ("import time", "time.sleep(0.05)"), rounds=1)
    assert fast < 0.05 <= slow
    assert [rounds(n, quick=True) for n in (1, 3, 31)] == [1, 1, 10]
    assert rounds(31, quick=False) == 31


def test_actions_of_one_process_share_what_was_prepared() -> None:
    first, second = timed_in_one_process("x = 1", ["import time; time.sleep(0.05); y = x", "y"])
    assert second < 0.05 <= first


def test_the_least_of_each_cost_counts() -> None:
    runs = [{"prove": 0.0123456, "steps": 591, "dense": 1.0}, {"prove": 0.02, "steps": 591}]
    assert measure.least(runs) == {"prove": 0.01235, "steps": 591, "dense": 1.0}


def test_rounds_of_growth_meet_the_points_in_another_order() -> None:
    wanted = points()
    assert len(set(wanted)) == len(wanted)
    turned = [measure.turned(wanted, number, 5) for number in range(5)]
    assert len({order[0] for order in turned}) == 5
    assert all(set(order) == set(wanted) for order in turned)
