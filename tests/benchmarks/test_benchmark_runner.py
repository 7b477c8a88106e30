"""The benchmark runner: promises, the table, and every module in its place.  Times themselves are not tested."""

from __future__ import annotations

from pathlib import Path

import pytest

from benchmarks import __main__ as runner
from benchmarks.record import Figure, cold, in_turn


@pytest.mark.parametrize(
    ("seconds", "yardstick", "target", "unit", "kept"),
    [
        (0.2, 1.0, 0.2, "s", True),
        (0.3, 1.0, 0.2, "s", False),
        (3.0, 1.0, 3.0, "x", True),
        (3.1, 1.0, 3.0, "x", False),
        (0.001, 1.0, 1000, "faster", True),
        (0.0011, 1.0, 1000, "faster", False),
    ],
)
def test_promises(seconds: float, yardstick: float, target: float, unit: str, kept: bool) -> None:
    assert Figure("a", seconds, "b", yardstick, target, unit).kept is kept


def test_every_benchmark_has_figures() -> None:
    import importlib

    assert {"bank_weight", "importing", "proving"} <= set(runner.names())
    for name in runner.names():
        assert callable(importlib.import_module(f"benchmarks.{name}").figures)


def test_the_table_and_the_exit_code(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    good, bad = Figure("good", 0.1, "b", 1.0, 0.2, "s"), Figure("bad", 9.0, "b", 1.0, 3.0, "x")
    monkeypatch.setattr(runner, "measure", lambda chosen: iter([good]))
    output = tmp_path / "results.md"
    assert runner.main(["importing", "--output", str(output)]) == 0
    assert "| good | 0.1 | b | 1 | 0.1 | at most 0.2 s | yes |" in output.read_text(encoding="utf-8")
    monkeypatch.setattr(runner, "measure", lambda chosen: iter([good, bad]))
    assert runner.main(["--output", str(output)]) == runner.NOT_KEPT
    assert "| at most 3 times | **no** |" in output.read_text(encoding="utf-8")


def test_an_unknown_benchmark_is_refused() -> None:
    with pytest.raises(SystemExit):
        runner.main(["nonsense"])


def test_clocks() -> None:
    calls: list[str] = []
    assert len(in_turn(lambda: calls.append("a"), lambda: calls.append("b"), rounds=2)) == 2
    assert calls == ["a", "b", "a", "b"]
    fast, slow = cold(("import time", "pass"), ("import time", "time.sleep(0.05)"), rounds=1)
    assert fast < 0.05 <= slow
