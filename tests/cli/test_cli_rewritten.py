"""``symstride unstride --proof`` and ``symstride replay --rewritten``: proofs are about the files that are there."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from model_files import written
from test_cli_main import four_parts

import symstride
from symstride.adapters.onnx import writing
from symstride.cli import main
from symstride.network.evaluate import evaluate

Streams = pytest.CaptureFixture[str]


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    need("onnx")
    monkeypatch.setenv("PATH", "")  # no TeX


# ------------------------------------------------------------------------- models that have the names we would make


def saved(path: Path, nodes: Sequence[Any], arrays: Mapping[str, tuple[int, ...]], size: int) -> Path:
    from onnx import TensorProto, checker, helper, numpy_helper, save

    drawn = np.random.default_rng(0)
    value = helper.make_tensor_value_info
    tensors = [
        numpy_helper.from_array(drawn.integers(-3, 4, shape).astype(np.float32), name) for name, shape in arrays.items()
    ]
    inputs = [value("x", TensorProto.FLOAT, [1, size, 8, 8])]
    outputs = [value("y", TensorProto.FLOAT, ["n", None, None, None])]
    model = helper.make_model(helper.make_graph(list(nodes), "g", inputs, outputs, tensors), ir_version=8)
    model.opset_import[0].version = 13
    checker.check_model(model, full_check=True)
    save(model, str(path))
    return path


def norm(path: Path) -> Path:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], kernel_shape=[3, 3], strides=[2, 2]),
        helper.make_node("Sub", ["c", "norm/mean"], ["norm"]),
        helper.make_node("Mul", ["norm", "norm/scale"], ["s"]),
        helper.make_node("Add", ["s", "norm/shift"], ["y"]),
    ]
    rows = {f"norm/{role}": (4, 1, 1) for role in ("mean", "scale", "shift")}
    return saved(path, nodes, {"w": (4, 2, 3, 3), **rows}, 2)


def weight(path: Path) -> Path:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "y/weight"], ["a"], kernel_shape=[2, 2]),
        helper.make_node("Conv", ["a", "w"], ["b"], kernel_shape=[1, 1]),
        helper.make_node("Conv", ["b", "w2"], ["y"], kernel_shape=[3, 3], strides=[2, 2]),
    ]
    return saved(path, nodes, {"y/weight": (2, 8, 2, 2), "w": (2, 2, 1, 1), "w2": (2, 2, 3, 3)}, 8)


def itself(path: Path) -> Path:
    from onnx import helper

    nodes = [helper.make_node("Conv", ["x", "y/weight", "y/bias"], ["y"], kernel_shape=[3, 3], strides=[2, 2])]
    return saved(path, nodes, {"y/weight": (2, 2, 3, 3), "y/bias": (2,)}, 2)


@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("made", [norm, weight, itself])
def test_names_that_we_would_make(made: Callable[[Path], Path], scope: str, tmp_path: Path, capsys: Streams) -> None:
    model, out, proof = made(tmp_path / "model.onnx"), tmp_path / "out.onnx", tmp_path / "proof"
    assert main(["unstride", str(model), "-o", str(out), "--scope", scope, "--proof", str(proof)]) == 0
    again = ["replay", str(proof), "--model", str(model), "--rewritten"]
    assert main([*again, str(out)]) == 0
    assert "compared number by number" in capsys.readouterr().out
    one, flat = symstride.read(model), symstride.read(out)
    x = np.random.default_rng(1).integers(-3, 4, (2, *one.shapes["x"])).astype(np.float32)
    (y,), (z,) = evaluate(one, x).values(), evaluate(flat, x).values()
    assert np.array_equal(y, z)
    assert main([*again, str(model)]) == 1


# ------------------------------------------------------------------------- what is written is not what was proved


def _entry(name: str) -> Callable[[Any], None]:
    """The first entry of an array that is not 0 becomes another."""

    def change(model: Any) -> None:
        from onnx import numpy_helper

        (tensor,) = (tensor for tensor in model.graph.initializer if tensor.name == name)
        array = numpy_helper.to_array(tensor).copy()
        place = tuple(np.argwhere(array)[0])
        array[place] = False if array.dtype == bool else array[place] + 1
        tensor.CopyFrom(numpy_helper.from_array(array, name))

    return change


def _shifted(model: Any) -> None:
    """The padding of a layer changes sides."""
    (node,) = (node for node in model.graph.node if node.name == "conv1")
    (pads,) = (attribute for attribute in node.attribute if attribute.name == "pads")
    assert list(pads.ints) == [1, 1, 0, 0]
    pads.ints[:] = [0, 0, 1, 1]


def _other_map(model: Any) -> None:
    (node,) = (node for node in model.graph.node if node.name == "relu3")
    node.op_type = "Abs"


CORRUPTED: Mapping[str, tuple[str, Callable[[Any], None]]] = {
    "weight": ("layer", _entry("conv1/weight")),
    "weight of a layer that stays": ("layer", _entry("conv2.weight")),
    "weight on the grid": ("network", _entry("conv2/weight")),
    "bias on the grid": ("network", _entry("conv1/bias")),
    "mask": ("network", _entry("pool/mask/inside")),
    "attribute": ("layer", _shifted),
    "attribute on the grid": ("network", _shifted),
    "operator": ("layer", _other_map),
}


@pytest.mark.parametrize("what", CORRUPTED)
def test_a_file_that_is_not_what_was_proved_is_not_put_in_place(
    what: str, tmp_path: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    scope, corrupt = CORRUPTED[what]
    model, genuine = written(tmp_path), writing.saved_model

    def save(made: Any, *rest: Any) -> Any:
        corrupt(made)
        return genuine(made, *rest)

    monkeypatch.setattr(writing, "saved_model", save)
    words = ["unstride", str(model), "-o", str(tmp_path / "out.onnx"), "--scope", scope]
    assert main([*words, "--proof", str(tmp_path / "proof")]) == 1
    parts = four_parts("\n".join(capsys.readouterr().err.splitlines()[-4:]))
    assert "replay" in parts["asked"]
    assert [path.name for path in tmp_path.iterdir()] == ["model.onnx"]
    monkeypatch.undo()
