"""``symstride verify``: the four exit codes, one JSON object, and bad input that never counts as equal."""

from __future__ import annotations

import json
import sys
import time
from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest
from model_files import saved, small, written
from test_cli_main import four_parts

from symstride.adapters.onnx.door import to_onnx
from symstride.cli import main
from symstride.network.rewriting.unstride import unstride

Streams = pytest.CaptureFixture[str]

FLAX = "nn.Conv(features=4, kernel_size=(3, 3), strides=(2, 2), padding='SAME')"
TORCH = "nn.Conv2d(2, 4, kernel_size=3, stride=2, padding=1)"


def test_two_lines_at_several_sizes(capsys: Streams) -> None:
    assert main(["verify", FLAX, TORCH, "--sizes", "1-8", "--seed", "3"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("different: equal at N mod 2 = 1, of N = 1 to 8; different at N mod 2 = 0")
    assert "smallest size N = 2" in printed
    assert main(["verify", FLAX, TORCH, "--sizes", "5,7x9"]) == 0
    assert "wrong with probability at most" in capsys.readouterr().out


def test_json_is_one_object(capsys: Streams) -> None:
    assert main(["verify", FLAX, TORCH, "--sizes", "2", "--seed", "3", "--json"]) == 1
    found = json.loads(capsys.readouterr().out)
    assert (found["verdict"], found["exit_code"], found["seed"]) == ("different", 1, 3)
    example = found["counterexample"]
    assert example["shapes"] == {"x": [2, 2, 2]}
    assert len(example["inputs"]["x"]) == 1
    assert example["left"] != example["right"]
    assert found["sizes"] == [{"size": [2], "status": "different"}]


def test_what_to_try_can_be_typed(tmp_path: Path, capsys: Streams, need: Callable[[str], str]) -> None:
    """Lines and models of open size want sizes, which options give."""
    assert main(["verify", TORCH, TORCH]) == 2
    assert "--sizes 1-40" in four_parts(capsys.readouterr().err)["try"]
    need("onnx")
    from onnx import helper

    pool = helper.make_node("MaxPool", ["x"], ["y"], kernel_shape=[2], strides=[2])
    path = saved(tmp_path, "open", [pool], ["n", 2, "length"])
    assert main(["verify", path, path]) == 2
    assert "--input x=" in four_parts(capsys.readouterr().err)["try"]


def test_layers_whose_weights_do_not_correspond_are_open(capsys: Streams) -> None:
    assert main(["verify", TORCH, "nn.Conv2d(2, 4, kernel_size=5)", "--sizes", "9"]) == 3
    assert "weights of the same shapes" in capsys.readouterr().out


@pytest.mark.parametrize(
    "words",
    [
        [FLAX, "nn.Conv2d(2, 4, kernel_sise=3)", "--sizes", "9"],
        [FLAX, TORCH],
        [FLAX, TORCH, "--sizes", "0"],
        [FLAX, TORCH, "--sizes", "9", "--error", "2"],
        [FLAX, TORCH, "--sizes", "9", "--error", "little"],
        [FLAX, TORCH, "--sizes", "9", "--seed", "-1"],
        [FLAX, TORCH, "--sizes", "9", "--weights", "close"],
        ["absent.onnx", "absent.onnx"],
    ],
)
def test_what_is_not_understood_has_four_parts(words: list[str], capsys: Streams, need: Callable[[str], str]) -> None:
    if words[0].endswith(".onnx"):
        need("onnx")
    assert main(["verify", *words]) == 2
    four_parts(capsys.readouterr().err)


# ------------------------------------------------------------------------- models


@pytest.fixture
def model(tmp_path: Path, need: Callable[[str], str]) -> Path:
    need("onnx")
    return written(tmp_path)


def test_a_lowering_is_equal_and_a_changed_one_is_different(model: Path, tmp_path: Path, capsys: Streams) -> None:
    flat = unstride(small())
    to_onnx(flat, tmp_path / "flat.onnx")
    assert main(["verify", str(model), str(tmp_path / "flat.onnx")]) == 0
    assert "at 3x13x13" in capsys.readouterr().out
    name = next(name for name in flat.weights if name.startswith("conv3"))
    changed = {**flat.weights, name: -flat.weights[name]}
    to_onnx(flat.with_weights(changed), tmp_path / "changed.onnx")
    assert main(["verify", str(model), str(tmp_path / "changed.onnx")]) == 1
    printed = capsys.readouterr().out
    assert "the first value of the left that the right never has: conv3" in printed


def test_models_that_are_not_covered_are_open(tmp_path: Path, need: Callable[[str], str], capsys: Streams) -> None:
    need("onnx")
    from onnx import helper as h

    relu = saved(tmp_path, "relu", [h.make_node("Relu", ["x"], ["y"])], [1, 2, 5])
    noise = saved(
        tmp_path,
        "noise",
        [h.make_node("RandomNormalLike", ["x"], ["z"]), h.make_node("Add", ["x", "z"], ["y"])],
        [1, 2, 5],
    )
    wide = saved(tmp_path, "wide", [h.make_node("Relu", ["x"], ["y"])], [1, 2, 6])
    plane = saved(tmp_path, "plane", [h.make_node("Relu", ["x"], ["y"])], [1, 2, 5, 5])
    for one, other in ((relu, noise), (noise, noise), (relu, wide), (relu, plane)):
        assert main(["verify", one, other]) == 3, (one, other)
        assert capsys.readouterr().out.startswith("open: ")
    assert main(["verify", relu, relu]) == 0
    assert main(["verify", relu, str(tmp_path)]) == 2


def test_a_model_is_read_again_for_each_size(tmp_path: Path, need: Callable[[str], str], capsys: Streams) -> None:
    """SAME in one model, its padding written out for 8 places in the other."""
    need("onnx")
    from onnx import helper as h

    weight = np.random.default_rng(1).standard_normal((2, 2, 3)).astype(np.float32)
    steps = {"kernel_shape": [3], "strides": [2]}
    same = [h.make_node("Conv", ["x", "w"], ["y"], auto_pad="SAME_UPPER", **steps)]
    written_out = [h.make_node("Conv", ["x", "w"], ["y"], pads=[0, 1], **steps)]
    pair = [saved(tmp_path, name, nodes, [1, 2, "N"], w=weight) for name, nodes in (("a", same), ("b", written_out))]
    assert main(["verify", *pair, "--input", "x=2x8"]) == 0
    capsys.readouterr()
    assert main(["verify", *pair, "--input", "x=2x8", "--sizes", "4-12"]) == 1
    printed = capsys.readouterr().out
    assert "equal at N mod 2 = 0" in printed
    assert "at N = 5: outputs of shapes (2, 3) on the left, (2, 2) on the right" in printed


def test_models_with_open_sizes_at_all_sizes(tmp_path: Path, need: Callable[[str], str], capsys: Streams) -> None:
    """Their channels are known, and they are read for each size."""
    need("onnx")
    from onnx import helper as h

    weight = np.random.default_rng(1).standard_normal((1, 2, 3)).astype(np.float32)
    steps = {"kernel_shape": [3], "strides": [2]}
    same = [h.make_node("Conv", ["x", "w"], ["y"], auto_pad="SAME_UPPER", **steps)]
    fixed = [h.make_node("Conv", ["x", "w"], ["y"], pads=[1, 1], **steps)]
    pair = [saved(tmp_path, name, nodes, [1, 2, "N"], w=weight) for name, nodes in (("a", same), ("b", fixed))]
    assert main(["verify", *pair, "--sizes", "all", "--seed", "3"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("different: equal for odd N only; ")
    assert "provided that both sides are built at larger sizes" in printed
    assert main(["verify", pair[0], pair[0], "--sizes", "all", "--json"]) == 0
    answer = json.loads(capsys.readouterr().out)
    found = answer["all_sizes"]
    assert answer["line"] == "equal at all sizes N, if sizes above 5 are built alike"
    assert (found["headline"], found["axes"][0]["step"], found["fixed"]) == ("equal at all sizes N", 2, False)


def test_two_lines_at_all_sizes(capsys: Streams) -> None:
    assert main(["verify", FLAX, TORCH, "--sizes", "all", "--seed", "3"]) == 1
    printed = capsys.readouterr().out
    assert printed.startswith("different: equal for odd N only, along every axis; ")
    assert "smallest size N = 1x2" in printed


# ------------------------------------------------------------------------- tools


COPY = "import shutil, sys; shutil.copy(sys.argv[1], sys.argv[2])"
"""A tool that changes nothing."""

BROKEN = """
import sys, onnx
from onnx import numpy_helper
model = onnx.load(sys.argv[1])
tensor = next(t for t in model.graph.initializer if len(t.dims) == 4)
tensor.CopyFrom(numpy_helper.from_array(numpy_helper.to_array(tensor)[:, :, :, ::-1].copy(), tensor.name))
onnx.save(model, sys.argv[2])
"""
"""A tool that flips the first kernel, which all-equal weights would hide."""


def tool(folder: Path, code: str) -> str:
    script = folder / "a tool.py"
    script.write_text(code, encoding="utf-8")
    return f"{sys.executable} '{script}' {{in}} {{out}}"


def test_a_tool_is_run_on_tagged_weights_and_compared(model: Path, tmp_path: Path, capsys: Streams) -> None:
    before = model.read_bytes()
    assert main(["verify", str(model), "--tool", tool(tmp_path, COPY)]) == 0
    assert "all weights (" in capsys.readouterr().out
    words = ["verify", str(model), "--tool", tool(tmp_path, BROKEN), "--save", str(tmp_path / "shown"), "--json"]
    assert main(words) == 1
    found = json.loads(capsys.readouterr().out)
    assert found["parting"]["left"] == "conv1"
    assert {Path(name).name for name in found["files"]} == {"left.onnx", "right.onnx", "input.npz", "run.py"}
    assert model.read_bytes() == before


def test_weights_are_tagged_with_different_numbers(model: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    from onnx import numpy_helper

    from symstride.adapters.onnx.tagging import tagged

    made = tagged(model, seed=3)
    arrays = {t.name: numpy_helper.to_array(t) for t in made.graph.initializer}
    floats = [array for array in arrays.values() if array.dtype == np.float32]
    assert len(floats) == 6
    for array in floats:
        assert len(np.unique(np.abs(array))) == array.size
        assert np.abs(array).min() > 0
        assert np.abs(array).max() < 1
    assert sum(len(np.unique(a)) for a in floats) > 0.99 * sum(a.size for a in floats)
    again = {t.name: numpy_helper.to_array(t) for t in tagged(model, seed=3).graph.initializer}
    assert all((arrays[name] == again[name]).all() for name in arrays)


@pytest.mark.parametrize(
    ("code", "said"),
    [
        ("raise SystemExit('no such operator')", "no such operator"),
        ("import sys; sys.exit(4)", "4: it printed nothing"),
        ("pass", "a model in the place of {out}"),
    ],
)
def test_a_tool_that_fails_is_open(code: str, said: str, model: Path, tmp_path: Path, capsys: Streams) -> None:
    assert main(["verify", str(model), "--tool", tool(tmp_path, code)]) == 3
    assert said in capsys.readouterr().out


def ended(state: Path) -> bool:
    """Whether a process is gone, or nothing but its exit code is left, within some seconds."""
    for _ in range(100):
        try:
            if state.read_text().split()[2] == "Z":
                return True
        except OSError:
            return True
        time.sleep(0.05)
    return False


def test_a_tool_that_does_not_end_is_ended_with_what_it_started(model: Path, tmp_path: Path, capsys: Streams) -> None:
    code = f"""
import subprocess, sys, time
child = subprocess.Popen([sys.executable, "-c", "import time; time.sleep(60)"])
open({str(tmp_path / "pid")!r}, "w").write(str(child.pid))
time.sleep(60)
"""
    assert main(["verify", str(model), "--tool", tool(tmp_path, code), "--time-limit", "2"]) == 3
    assert "an end within 2 s" in capsys.readouterr().out
    pid = (tmp_path / "pid").read_text()
    assert ended(Path(f"/proc/{pid}/stat"))


@pytest.mark.parametrize(
    "words",
    [
        ["model.onnx"],
        ["model.onnx", "model.onnx", "--tool", "cp {in} {out}"],
        [FLAX, "--tool", "cp {in} {out}"],
        ["model.onnx", "--tool", "cp {in} there"],
        ["model.onnx", "--tool", "cp '{in} {out}"],
        ["model.onnx", "--tool", ""],
        ["model.onnx", "--tool", "no-such-command-here {in} {out}"],
        ["model.onnx", "--tool", "cp {in} {out}", "--time-limit", "soon"],
    ],
)
def test_a_tool_that_is_not_understood_has_four_parts(
    words: list[str], model: Path, capsys: Streams, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(model.parent)
    assert main(["verify", *words]) == 2
    four_parts(capsys.readouterr().err)
