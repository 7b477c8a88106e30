"""The doors: each kind of source reaches its reader, and everything else is refused in four parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import sympy

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


@pytest.mark.parametrize("name", ["model (1).onnx", "model #2 (new).onnx", "modèle 模型.onnx", "a, b = c.ONNX"])
def test_the_name_of_a_model_may_hold_what_lines_do(
    name: str, tmp_path: Path, monkeypatch: pytest.MonkeyPatch, need: Callable[[str], str]
) -> None:
    need("onnx")
    monkeypatch.chdir(tmp_path)
    (tmp_path / name).write_bytes(ss.write(_tiny(), tmp_path / "tiny.onnx")[0].read_bytes())
    assert ss.read(name) == ss.read("tiny.onnx")
    assert ss.equal("tiny.onnx", name, seed=1).status == "equal"
    (tmp_path / name).unlink()
    if "#" not in name:
        _refused(lambda: ss.read(name), "No such file", name)


def test_a_line_may_have_a_comment_about_a_model() -> None:
    assert ss.read("nn.Conv2d(3, 64, 7)  # the first layer of model.onnx") == ss.Conv(3, 64, (7, 7))


def test_files_that_are_not_called_models_are_told_apart_from_lines(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.chdir(tmp_path)
    (tmp_path / "model").write_bytes(b"")
    for name, words in (("model", "a file"), (".", "a folder"), (str(tmp_path), "a folder"), ("/dev/null", "a file")):
        _refused(lambda name=name: ss.read(name), words, "*.onnx", name)
    with pytest.raises(ss.NotSupported, match="a model file"):
        ss.read("model.pt")
    assert ss.equal("model.keras", "nn.Conv2d(3, 64, 7)", sizes=9).status == "open"


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
    assert ss.read(file, {"first": (1, 4), "second": (1, 4)}).shapes[total] == (1, 4)
    _refused(lambda: ss.read(file, (1, 4)), "first, second")


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


POOL = ss.MaxPool((3, 3), (2, 2), ((0, 0), (0, 0)), (1, 1))
NO_LAYERS = {
    "None": (None, "Conv(...)"),
    "a number": (3, "Conv(...)"),
    "a list": ([], "Conv(...)"),
    "a line": ("nn.Conv2d(3, 4, 3, stride=2)", "symstride.read"),
    "a pool": (POOL, "no weights"),
    "a transposed layer": (ss.ConvTranspose(8, 3, (4, 4), 2), "layer.adjoint"),
    "a network": (_tiny(), "network.node(name).operator"),
}
"""What is no ``Conv``, and what the hint says of it."""

WEIGHTS = np.ones((4, 3, 3, 3))
ABOUT_A_LAYER: dict[str, Callable[[Any], object]] = {
    "autocorrelation": lambda thing: ss.autocorrelation(thing, WEIGHTS),
    "blurred": lambda thing: ss.blurred(thing, WEIGHTS),
    "coherence": lambda thing: ss.coherence(thing, WEIGHTS),
    "compose": lambda thing: ss.compose(ss.Conv(3, 4, (1, 1)), thing),
    "convolution_tensor": lambda thing: ss.convolution_tensor(thing, 9),
    "equivariance": ss.equivariance,
    "folding": lambda thing: ss.folding(thing, WEIGHTS),
    "gram": ss.gram,
    "is_orthogonal": lambda thing: ss.is_orthogonal(thing, WEIGHTS),
    "live_phases": ss.live_phases,
    "no_worse": ss.no_worse,
    "norm_bounds": lambda thing: ss.norm_bounds(thing, WEIGHTS),
    "null_space": lambda thing: ss.null_space(thing, WEIGHTS, 9),
    "orthogonality": ss.orthogonality,
    "output_padding": lambda thing: ss.output_padding(thing, 9),
    "overhead": ss.overhead,
    "rank": ss.rank,
    "shift_defect": lambda thing: ss.shift_defect(thing, WEIGHTS, (1, 0)),
    "singular_values": lambda thing: ss.singular_values(thing, WEIGHTS, 9),
    "spectrum": lambda thing: ss.spectrum(thing, WEIGHTS, 9),
    "subsampling": lambda thing: ss.subsampling(thing, 9),
    "unit_stride": lambda thing: ss.unit_stride(thing, 9),
    "unread": lambda thing: ss.unread(thing, 9),
}


@pytest.mark.parametrize("kind", NO_LAYERS)
@pytest.mark.parametrize("name", ABOUT_A_LAYER)
def test_what_is_no_layer_is_refused_with_the_way_to_one(name: str, kind: str) -> None:
    thing, hint = NO_LAYERS[kind]
    _refused(lambda: ABOUT_A_LAYER[name](thing), hint)


@pytest.mark.parametrize("thing", [None, 3, [], ss.Conv(3, 4, (3, 3), stride=2), "nn.Conv2d(3, 4, 3)", "model.onnx"])
@pytest.mark.parametrize("name", ["unstride", "reads", "hoist"])
def test_what_is_no_network_is_refused(name: str, thing: object) -> None:
    _refused(lambda: getattr(ss, name)(thing), "network")


@pytest.mark.parametrize("thing", [None, 3, [], "hello", "nn.Conv2d(3, 4, 3)", "model.onnx"])
@pytest.mark.parametrize("name", ["prove", "forms", "sharing", "receptive_field", "draw", "expand", "cross_check"])
def test_what_is_neither_layer_nor_network_is_refused(name: str, thing: object) -> None:
    _refused(lambda: getattr(ss, name)(thing), "read" if isinstance(thing, str) else "")


@pytest.mark.parametrize("thing", [None, 3, [], b"{}", ss.Conv(3, 4, (3, 3))])
def test_what_is_no_certificate_is_rejected(thing: Any) -> None:
    with pytest.raises(ss.SymstrideError) as caught:
        ss.replay(thing)
    assert caught.value.hint


k, s, p, N = sympy.symbols("k s p N")
SYMBOLIC = ss.Conv(3, 8, k, s, p, ndim=1)
TENSOR, SUBSAMPLING = ss.convolution_tensor(SYMBOLIC, N), ss.subsampling(SYMBOLIC, N)
LISTS: dict[str, Callable[[Any], object]] = {
    "tocsr": lambda one: one.tocsr(),
    "linear_operator": lambda one: one.linear_operator(),
    "toarray": lambda one: one.toarray(),
    "matrix": lambda one: one.matrix(),
    "array": lambda one: one.array(),
    "entries": lambda one: one.entries,
    "@": lambda one: one @ np.ones((3, 5)),
}


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("one", [TENSOR, SUBSAMPLING, TENSOR.T, 2 * TENSOR], ids=["tensor", "picked", "T", "multiple"])
def test_an_operator_with_symbols_has_no_list_of_entries(name: str, one: Any, need: Callable[[str], str]) -> None:
    if name in ("tocsr", "linear_operator"):
        need("scipy")
    _refused(lambda: LISTS[name](one), "k=...", "subs")


RAMP = np.array([[[1, 2, 1]]])
FREQUENT = ss.Conv(1, 1, (3,), stride=2, padding=1, padding_mode="circular", bias=False)
WHOLE: dict[str, Callable[[Any], object]] = {
    "at": lambda n: ss.equivariance(FREQUENT).at(n).ok,
    "interior": lambda n: ss.equivariance(FREQUENT).interior(n, input_size=8),
    "shift_defect": lambda n: ss.shift_defect(FREQUENT, RAMP, n).defect,
    "aliases": lambda n: ss.folding(FREQUENT, RAMP).aliases(n, input_size=8),
    "block": lambda n: ss.spectrum(FREQUENT, RAMP, 8).block(n).tolist(),
}


@pytest.mark.parametrize("name", WHOLE)
def test_whole_numbers_of_every_library_are_whole_numbers(name: str) -> None:
    """What a loop over ``numpy.arange`` hands over, and a list or an array for one axis."""
    alike = [2, (2,), [2], np.int64(2), np.array([2]), (np.int32(2),), sympy.Integer(2)]
    assert all(WHOLE[name](one) == WHOLE[name](2) for one in alike)
    for other in (True, 1.5, "1", None, (1, 2), (), s):
        _refused(lambda other=other: WHOLE[name](other), "whole number")  # type: ignore[misc]


def test_the_hint_has_as_many_sizes_as_the_layer_has_axes() -> None:
    for axes in (1, 2, 3):
        _refused(lambda axes=axes: ss.forms(ss.Conv(1, 1, (3,) * axes)), f"input_size={(224,) * axes}")  # type: ignore[misc]
