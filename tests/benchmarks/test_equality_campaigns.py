"""The campaigns of ``equal``: that they run, count what happens, and can say no."""

from __future__ import annotations

import json
import random
import sys
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from benchmarks.equality import changes, exactness, optimisers, times
from benchmarks.equality.__main__ import main
from symstride.doors import read
from symstride.network.graph import Builder
from symstride.network.operators import records as op


def test_the_campaign_on_changes_is_written(tmp_path: Path) -> None:
    assert main(["changes", "--count", "3", "--output", str(tmp_path)]) == 0
    data = json.loads((tmp_path / "equality_changes.json").read_text())
    assert data["wrong"] == []
    assert any(what == "lowering equal" for _, what, _ in data["counts"])
    assert "| random, layer |" in (tmp_path / "equality_changes.md").read_text()


def test_a_change_that_is_called_equal_or_named_elsewhere_fails_the_campaign(monkeypatch: pytest.MonkeyPatch) -> None:
    from equal_cases import with_change

    build = Builder("net", dtype="float64")
    x = build.add(op.Pointwise("tanh"), build.input("x", (2, 4)), name="map")
    x = build.add(op.Pointwise("sigmoid"), x, name="middle")
    network = build.network(build.add(op.Pointwise("tanh"), x, name="end"))
    first, last = (with_change(network, at, "other activation", random.Random(1)) for at in (1, 3))
    assert first is not None
    assert last is not None
    equal = changes.equal

    def wrong(said: Callable[..., Any]) -> list[str]:
        monkeypatch.setattr(changes, "equal", said)
        tally = changes.Tally()
        tally.change("strided", "other activation", (network, network), first, 1)
        return tally.wrong

    assert wrong(equal) == []
    assert wrong(lambda left, right, **how: equal(left, left, **how)) == [
        "strided: other activation at map: called equal"
    ]
    assert wrong(lambda left, right, **how: equal(left, last, **how)) == [
        "strided: other activation at map: named at end, end"
    ]


def test_disagreement_and_too_many_false_equals_fail_the_campaign() -> None:
    good: dict[str, Any] = {
        "forms": {"pairs": 3, "counts": [["different", "different", 1], ["equal", "equal", 2]]},
        "false equals": {"pairs": 100, "wrong": 3, "allowed": 2.5},
    }
    assert exactness.kept(good)
    assert "| equal by both | 2 |" in exactness.page(good)
    wrong = {**good, "forms": {"pairs": 1, "counts": [["equal", "different", 1]]}}
    assert not exactness.kept(wrong)
    assert not exactness.kept({**good, "false equals": {"pairs": 100, "wrong": 30, "allowed": 2.5}})


def test_what_a_tool_makes_is_judged_and_run(tmp_path: Path, need: Callable[[str], str]) -> None:
    """ONNX Runtime at its first level on three models; and a file that is another model, which shows when it is run."""
    need("onnxruntime")
    from benchmarks.equality.generated import generated

    tools = optimisers.Tools(sys.executable)
    try:
        outcomes = set()
        for number in range(3):
            given, out = tmp_path / f"in{number}.onnx", tmp_path / f"out{number}.onnx"
            given.write_bytes(generated(number, 7).SerializeToString())
            assert tools.run("onnxruntime, basic", given, out) == ""
            outcomes.add(optimisers._judged(given, out, 1, optimisers.Tally(), {})[0])
        assert outcomes <= {"equal", "equal up to rounding"}
    finally:
        tools.close()
    first, second = _scaled(tmp_path, 0.5), _scaled(tmp_path, 0.25)
    assert optimisers._judged(first, second, 1, optimisers.Tally(), {})[0] == "different, run"
    assert optimisers.kept({"counts": [["onnxsim", "different, run", 1]]})
    assert not optimisers.kept({"counts": [["onnxsim", "different, NOT reproduced", 1]]})


class _Copying:
    """Tools that copy their input, but for one, which writes another model."""

    def __init__(self, python: str) -> None:
        self.other = Path(python)

    def run(self, tool: str, given: Path, out: Path) -> str:
        out.write_bytes((self.other if tool == "onnxsim" else given).read_bytes())
        return ""

    def versions(self) -> dict[str, str]:
        return {"onnxsim": "1"}

    def close(self) -> None:
        self.other = Path()


def test_what_two_tools_make_alike_is_decided_once_and_runs_add_up(
    tmp_path: Path, need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    need("onnxruntime")
    import onnx

    models = {str(scale): onnx.load(_scaled(tmp_path, scale)) for scale in (0.5, 0.25)}
    other = str(_scaled(tmp_path, 0.125))
    monkeypatch.setattr(optimisers, "Tools", _Copying)
    first = optimisers.measured("models", iter([("a", models["0.5"])]), 1, 1, other)
    assert first["counts"] == [
        [tool, "different, run" if tool == "onnxsim" else "equal", 1] for tool in sorted(optimisers.TOOLS)
    ]
    assert first["decided"] == 2
    both = optimisers.measured("models", iter([("b", models["0.25"])]), 1, 1, other, first)
    assert both["counts"] == [[tool, outcome, 2] for tool, outcome, _ in first["counts"]]
    assert (both["models"], both["decided"], len(both["words"])) == (["a", "b"], 4, 2)
    assert "4 of the pairs were decided" in optimisers.page(both)
    for before in ({**first, "versions": {"onnxsim": "2"}}, first):  # the second is of the same model
        with pytest.raises(SystemExit, match="measured otherwise, or on the same models"):
            optimisers.measured("models", iter([("a", models["0.5"])]), 1, 1, other, before)


@pytest.mark.parametrize("name", ["shufflenet", "inception_v2"])
def test_an_architecture_of_the_zoo_is_one_with_fewer_channels(name: str, need: Callable[[str], str]) -> None:
    """What is written has the nodes that the network has which is read from the zoo."""
    need("onnx")
    import onnx
    import zoo

    whole = read(onnx.load(zoo.path(name)), check=False)
    ((_, narrow),) = optimisers.zoo_models([name], 1, 8)
    kinds = [[type(node.operator) for node in network.nodes] for network in (whole, read(narrow, check=False))]
    assert kinds[0] == kinds[1]


def test_times_are_ratios_of_one_run(tmp_path: Path, need: Callable[[str], str]) -> None:
    """Another program is timed too; a pair that is not equal stops the run."""
    need("onnxruntime")
    from benchmarks.equality.generated import generated

    found = times.pair(generated(0, 7), tmp_path, 1, f"{sys.executable} -c pass {{left}} {{right}}")
    assert set(found) == {"reading", "deciding", "running", "command", "other"}
    page = times.page({"small": [found] * 10, "zoo": {"tiny": {**found, "deciding": 6.0, "running": 0.5}}})
    assert f"| tiny | {6 / found['reading']:.1f} | 12 |" in page
    assert "The first prototype takes" in page


def _scaled(folder: Path, number: float) -> Path:
    from symstride.doors import write

    build = Builder("scaled")
    y = build.add(op.Affine(shift=False), build.input("x", (2, 4)), scale=np.full(2, number, np.float32))
    write(build.network(y), folder / f"{number}.onnx")
    return folder / f"{number}.onnx"
