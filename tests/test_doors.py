"""The doors: each kind of source reaches its reader, and everything else is refused in four parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import numpy as np
import pytest

import symstride as ss


def _tiny() -> ss.Network:
    build = ss.Builder("tiny")
    x = build.input("x", (2, 8, 8))
    weight = np.arange(3 * 2 * 3 * 3, dtype=np.float32).reshape(3, 2, 3, 3)
    return build.network(build.add(ss.Conv(2, 3, (3, 3), stride=2, bias=False), x, name="y", weight=weight))


def _refused(call: Callable[[], object], *words: str) -> None:
    with pytest.raises(ss.SpecError) as caught:
        call()
    error = caught.value
    assert all((error.asked, error.expected, error.got, error.hint))
    for word in words:
        assert word in str(error)


def test_a_line_is_a_layer() -> None:
    assert ss.read("nn.Conv2d(3, 64, kernel_size=7, stride=2)") == ss.Conv(3, 64, (7, 7), stride=2)


def test_a_line_about_a_path_is_still_a_line() -> None:
    _refused(lambda: ss.read("open('model.onnx')"), "read")
    _refused(lambda: ss.read("model"), "read")


def test_a_line_has_no_input_size() -> None:
    _refused(lambda: ss.read("nn.Conv2d(3, 64, 7)", (3, 9, 9)), "(3, 9, 9)", "input_size")


def test_a_model_by_its_path_and_as_a_message(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    import onnx

    (file,) = ss.write(_tiny(), tmp_path / "tiny.onnx")
    for source in (file, str(file), onnx.load(file)):
        network = ss.read(source)
        assert network.shapes["y"] == (3, 3, 3)
        np.testing.assert_array_equal(*(next(iter(net.weights.values())) for net in (network, _tiny())))


def test_open_sizes_are_given_with_and_without_names(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    import onnx

    (file,) = ss.write(_tiny(), tmp_path / "tiny.onnx")
    model = onnx.load(file)
    for axis in (2, 3):
        model.graph.input[0].type.tensor_type.shape.dim[axis].Clear()
        model.graph.output[0].type.tensor_type.shape.dim[axis].Clear()
    _refused(lambda: ss.read(model), "input_size")
    for given in ((2, 10, 12), {"x": (2, 10, 12)}):
        assert ss.read(model, given).shapes["y"] == (3, 4, 5)


def test_two_inputs_need_names(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    from symstride.network.operators.records import Add

    build = ss.Builder("two")
    total = build.add(Add(), build.input("first", (1, 4)), build.input("second", (1, 4)))
    (file,) = ss.write(build.network(total), tmp_path / "two.onnx")
    assert ss.read(file, {"first": (1, 6), "second": (1, 6)}).shapes[total] == (1, 6)
    _refused(lambda: ss.read(file, (1, 6)), "first, second")


def test_a_module_needs_its_input_size(need: Callable[[str], str]) -> None:
    need("torch")
    import torch

    module = torch.nn.Conv2d(3, 4, 3, stride=2).eval()
    assert ss.read(module, (3, 9, 9)).strided
    _refused(lambda: ss.read(module), "input_size")


def test_a_keras_model_is_read_as_one_whatever_its_backend(need: Callable[[str], str]) -> None:
    need("keras")
    from symstride.check.backends import find

    keras = find("keras").load()  # with a backend that is installed
    model = keras.Sequential([keras.Input((9, 9, 3)), keras.layers.Conv2D(4, 3, strides=2)])
    assert [node.operator for node in ss.read(model).strided] == [ss.Conv(3, 4, (3, 3), stride=2)]


@pytest.mark.parametrize("source", [None, 3, b"nn.Conv2d(3, 64, 7)", [], _tiny()])
def test_other_things_are_refused(source: object) -> None:
    _refused(lambda: ss.read(source), type(source).__name__)


def test_what_is_written_is_a_network_and_ends_in_onnx(tmp_path: Path) -> None:
    _refused(lambda: ss.write(_tiny(), tmp_path / "tiny.txt"), ".onnx")
    _refused(lambda: ss.write(ss.Conv(1, 1, (3,)), tmp_path / "conv.onnx"), "Conv", "Builder")
    assert list(tmp_path.iterdir()) == []


def test_nothing_of_a_framework_is_loaded_for_a_line() -> None:
    import subprocess
    import sys

    code = "import sys, symstride; symstride.read('nn.Conv2d(3, 64, 7)'); print([m for m in sys.modules if m in M])"
    code = code.replace("M]", "('torch', 'onnx', 'keras')]")
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, check=True, timeout=60)
    assert done.stdout.strip() == "[]"
