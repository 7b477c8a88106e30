"""The command line and models with nodes that are not known: kept, counted, proved around, and told."""

from __future__ import annotations

import json
from pathlib import Path

import numpy as np
import pytest
from model_files import saved
from test_cli_main import four_parts

import symstride as ss
from symstride.cli import main

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
Streams = pytest.CaptureFixture[str]
full = pytest.mark.full

TEXT = """<ir_version: 8, opset_import: ["": 17, "my.own": 1]>
net (float[N,3,16,16] x) => (float[N,4,4,4] y) {
    a = Conv <strides=[2,2], pads=[1,1,1,1]> (x, w)
    b = MaxPool <kernel_shape=[2,2], strides=[2,2]> (a)
    c = my.own.Unheard(b)
    d = MaxPool <kernel_shape=[2,2], strides=[2,2]> (c)
    e = Relu(b)
    y = my.own.Joined(d, e)
}"""


@pytest.fixture
def model(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    """A strided stem, and behind an operator that nobody knows a pool of which nobody knows the size."""

    monkeypatch.setenv("PATH", "")  # without a TeX
    monkeypatch.chdir(tmp_path)
    made = onnx.parser.parse_model(TEXT)
    made.graph.initializer.append(onnx.numpy_helper.from_array(np.ones((4, 3, 3, 3), np.float32), "w"))
    onnx.save(made, "in.onnx")
    return tmp_path / "in.onnx"


@pytest.mark.parametrize("scope", ["layer", pytest.param("network", marks=full)])
def test_from_a_model_to_its_proof_and_back(scope: str, model: Path, capsys: Streams) -> None:
    words = ["unstride", "in.onnx", "-o", "out.onnx", "--proof", "proof", "--scope", scope]
    assert main(words) == 0
    printed, told = capsys.readouterr()
    assert f"kept as it is: {4 if scope == 'layer' else 3} nodes" in printed  # the Relu is in a region
    assert "left with its stride: d (MaxPool)" in printed
    assert "my.own.Unheard 1" in printed
    assert "where rewritten layers read numbers" in printed
    assert "not known: from_onnx, node 'c'" in " ".join(told.split())
    assert "d is left: sizes of 'c' that are numbers" in " ".join(told.split())
    assert main(["replay", "proof", "--model", "in.onnx", "--rewritten", "out.onnx"]) == 0
    assert "all else is the same" in capsys.readouterr().out
    other = onnx.load("in.onnx")
    other.graph.node[2].domain = "my.other"
    other.opset_import.add(domain="my.other", version=1)
    onnx.save(other, "other.onnx")
    assert main(["replay", "proof", "--model", "other.onnx", "--rewritten", "out.onnx"]) == 1
    assert "my.other.Unheard" in four_parts(capsys.readouterr().err)["got"]


def test_what_is_kept_is_data_for_programs(model: Path, capsys: Streams) -> None:
    assert main(["unstride", "in.onnx", "-o", "out.onnx", "--json"]) == 0
    data = json.loads(capsys.readouterr().out)
    assert data["left"][0]["name"] == "d"
    assert data["kept"] == {"my.own.Unheard": 1, "MaxPool": 1, "Relu": 1, "my.own.Joined": 1}
    assert len(ss.read(model, keep=True).parts) == 2


def test_a_table_of_what_is_read(model: Path, capsys: Streams) -> None:
    assert main(["show", str(model)]) == 0
    printed = capsys.readouterr().out
    assert "all that is read" in printed
    assert "left with its stride: d (MaxPool)" in printed


def test_where_nothing_can_be_rewritten_the_first_refusal_is_told(model: Path, capsys: Streams) -> None:
    made = onnx.load(model)
    del made.graph.node[:2]
    made.graph.node[0].input[0] = "x"
    made.graph.node[2].input[0] = "x"
    onnx.save(made, model)
    assert main(["unstride", str(model), "-o", "out.onnx"]) == 3
    assert four_parts(capsys.readouterr().err)["got"].startswith("one of the domain 'my.own'")
    assert not Path("out.onnx").exists()


def test_why_no_layer_can_be_rewritten_by_itself_is_told(tmp_path: Path, capsys: Streams) -> None:
    """Behind an operator of one's own no size is known: it can be given."""
    own = onnx.helper.make_node("Own", ["x"], ["a"], domain="my.own")
    conv = onnx.helper.make_node("Conv", ["a", "w"], ["y"], strides=[2])
    path = saved(tmp_path, "behind", [own, conv], [1, 1, 9], w=np.ones((1, 1, 3), np.float32))
    made = onnx.load(path)
    made.opset_import.append(onnx.helper.make_opsetid("my.own", 1))
    onnx.save(made, path)
    words = ["unstride", path, "-o", str(tmp_path / "out.onnx")]
    assert main(words) == 3
    said = four_parts(capsys.readouterr().err)
    assert "y (Conv), for want of sizes of 'a'" in said["got"]
    assert "--input VALUE=" in said["try"]
    made.graph.value_info.append(onnx.helper.make_tensor_value_info("a", onnx.TensorProto.FLOAT, [1, 1, None]))
    onnx.save(made, path)
    assert main([*words, "--input", "a=1x9"]) == 0


def test_sizes_of_values_inside_can_be_given(model: Path, capsys: Streams) -> None:
    words = ["unstride", "in.onnx", "-o", "out.onnx", "--input", "c=4x4x4"]
    assert main(words) == 2
    assert "declare it in the model" in four_parts(capsys.readouterr().err)["try"]
    made = onnx.load("in.onnx")
    made.graph.value_info.append(onnx.helper.make_tensor_value_info("c", 1, ["N", 4, None, None]))
    onnx.save(made, "in.onnx")
    assert main(words) == 0
    printed, told = capsys.readouterr()
    assert "left with its stride" not in printed
    assert "from_onnx, sizes of 'c', a value that a node gives" in " ".join(told.split())


def test_open_sizes_stay_open(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, capsys: Streams) -> None:
    """All nodes are known, and no size has to be given."""
    import numpy as np

    monkeypatch.setenv("PATH", "")  # without a TeX
    monkeypatch.chdir(tmp_path)
    text = TEXT.split("net")[0] + "net (float[N,3,H,W] x) => (float[N,4,K,L] y) { y = Conv <strides=[2,2]> (x, w) }"
    made = onnx.parser.parse_model(text)
    made.graph.initializer.append(onnx.numpy_helper.from_array(np.ones((4, 3, 3, 3), np.float32), "w"))
    onnx.save(made, "in.onnx")
    assert main(["unstride", "in.onnx", "-o", "out.onnx", "--proof", "proof"]) == 0
    assert "1 of these layers; equal at every size" in capsys.readouterr().out
    assert main(["replay", "proof", "--model", "in.onnx", "--rewritten", "out.onnx"]) == 0
    assert "1 of the layers as functions of their open sizes" in " ".join(capsys.readouterr().out.split())
    assert main(["show", "in.onnx", "--scope", "network"]) == 2  # a grid has numbers
    dims = onnx.load("out.onnx").graph.input[0].type.tensor_type.shape.dim
    assert [dim.dim_param or dim.dim_value for dim in dims] == ["N", 3, "H", "W"]
