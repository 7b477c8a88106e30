"""``symstride unstride --verify ort``: both files are run, and the run without optimisation says whose fault it is."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest
from model_files import saved, written
from test_cli_main import four_parts

from symstride.adapters.onnx import emit
from symstride.cli import main
from symstride.network.operators import records as op

Streams = pytest.CaptureFixture[str]
WEIGHT = np.full((2, 2, 1, 1), -1, np.float32)
PADS = np.array([0, 0, 1, 1, 0, 0, 1, 1])


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnxruntime")


def padded(folder: Path, axes: bool = False) -> str:
    """A strided layer, zeros around, a maximum; ``axes``: in a form that is not folded."""
    from onnx import helper

    arrays = {"w": WEIGHT, "pads": PADS[[2, 3, 6, 7]] if axes else PADS, "zero": np.zeros((), np.float32)}
    arrays |= {"axes": np.array([2, 3])} if axes else {}
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], strides=[2, 2]),
        helper.make_node("Pad", ["c", "pads", "zero", *(["axes"] if axes else [])], ["p"]),
        helper.make_node("MaxPool", ["p"], ["y"], kernel_shape=[3, 3], pads=[0, 0, 0, 0]),
    ]
    return saved(folder, "model", nodes, ["N", 2, 9, 9], **arrays)


def kept(folder: Path, behind: str) -> str:
    """The same with a node behind it that no reader knows, so that all but the layer is kept."""
    import onnx

    text = """c = Conv <kernel_shape=[1,1], strides=[2,2]> (x, w)  p = Pad(c, pads)
              m = MaxPool <kernel_shape=[3,3], pads=[0,0,0,0]> (p)"""
    model = km.parsed(f"net (float[N,2,9,9] x) => (float[N,2,5,5] y) {{ {text} y = {behind}(m) }}", 18)
    model.graph.initializer.extend(onnx.numpy_helper.from_array(a, n) for n, a in (("w", WEIGHT), ("pads", PADS)))
    onnx.save(model, folder / "model.onnx")
    return str(folder / "model.onnx")


def ran(model: str, folder: Path, *more: str) -> int:
    return main(["unstride", model, "-o", str(folder / "out.onnx"), "--verify", "ort", *more])


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_both_files_give_the_same(scope: str, tmp_path: Path, capsys: Streams) -> None:
    assert ran(str(written(tmp_path)), tmp_path, "--scope", scope, "--verify", "equal") == 0
    said = capsys.readouterr().out
    assert "decided, wrong with probability at most" in said
    assert "both files give the same on 9 inputs, optimised and not" in " ".join(said.split())
    assert "fault" not in said


def test_a_fault_of_the_runtime_is_told_apart(tmp_path: Path, capsys: Streams) -> None:
    assert ran(padded(tmp_path), tmp_path, "--json") == 0
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert runs["fault"] == "runtime"
    assert runs["original"]["level"] == "ORT_ENABLE_BASIC"
    assert (runs["rewriting"], runs["rewritten"]) == (None, None)
    assert ran(padded(tmp_path), tmp_path) == 0
    said = " ".join(capsys.readouterr().out.split())
    assert "is at fault: from ORT_ENABLE_BASIC on it gives" in said
    assert "gives the same of" in said


def test_a_fault_with_what_is_kept_is_a_fault_with_both(tmp_path: Path, capsys: Streams) -> None:
    assert ran(kept(tmp_path, "com.microsoft.QuickGelu"), tmp_path, "--json") == 0
    runs = json.loads(capsys.readouterr().out)["runs"]
    assert {name: runs[name] and runs[name]["level"] for name in ("rewriting", "original", "rewritten")} == {
        "rewriting": None, "original": "ORT_ENABLE_BASIC", "rewritten": "ORT_ENABLE_BASIC",
    }  # fmt: skip


def test_a_fault_with_what_is_written_alone_is_refused(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    def plain(out: emit.Emitting, grown: op.Pairs, fill: op.Fill) -> list[tuple[str, list[str], str]]:
        pads = [0, 0, *(low for low, _ in grown), 0, 0, *(high for _, high in grown)]
        number = np.asarray(-np.inf if fill == "lowest" else fill, np.float32)
        return [("Pad", [out.integers("pads", pads), out.constant("fill", number)], "grown")]

    monkeypatch.setattr(emit, "_grow", plain)
    assert ran(padded(tmp_path, axes=True), tmp_path) == 3
    parts = four_parts("\n".join(capsys.readouterr().err.splitlines()[-4:]))
    assert "is at fault: from ORT_ENABLE_BASIC on it gives" in parts["got"]
    assert "run it unoptimised" in parts["try"]
    assert not (tmp_path / "out.onnx").exists()


def test_a_wrong_rewriting_is_no_fault_of_the_runtime(
    tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    from symstride.network.rewriting import unstride as rewriting

    made = rewriting.unstride

    def wrong(network: Any, *how: Any) -> Any:
        flat = made(network, *how)
        key = next(key for key in flat.weights if flat.weights[key].ndim > 1)
        return flat.with_weights({**flat.weights, key: flat.weights[key] * np.float32(1.001)})

    monkeypatch.setattr(rewriting, "unstride", wrong)
    assert ran(padded(tmp_path), tmp_path) == 1
    said = capsys.readouterr().err
    assert "nothing optimised: " in said
    assert "fault" not in said
    assert not (tmp_path / "out.onnx").exists()


def test_what_cannot_be_run_is_refused(tmp_path: Path, capsys: Streams) -> None:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], strides=[2, 2]),
        helper.make_node("RandomNormalLike", ["c"], ["r"]),
        helper.make_node("Add", ["c", "r"], ["y"]),
    ]
    model = saved(tmp_path, "model", nodes, ["N", 2, 9, 9], w=WEIGHT)
    assert ran(model, tmp_path) == 3
    assert "gives the same twice" in four_parts("\n".join(capsys.readouterr().err.splitlines()[-4:]))["expected"]
    model = kept(tmp_path, "my.own.Unheard")
    assert ran(model, tmp_path) == 3
    assert "an original that ONNX Runtime runs" in capsys.readouterr().err
    assert not (tmp_path / "out.onnx").exists()
