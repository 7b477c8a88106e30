"""Sizes that ONNX's shape inference finds and no runtime has: seen by what the nodes say, and by a run."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.adapters.onnx import doubted, measured
from symstride.adapters.onnx.inferred import shapes_of
from symstride.adapters.onnx.measured import checked_shapes
from symstride.adapters.onnx.running import session_of

onnx = pytest.importorskip("onnx")
pytest.importorskip("onnxruntime")

NUMBERS: dict[str, Any] = {
    "w": np.ones((2, 2, 3, 3), np.float32),
    "nine": np.full(9, 0.5, np.float32),
    "deep": np.ones((1, 1, 2, 1, 1), np.float32),
    "wanted": np.array([8, 10], np.int64),
    "one": np.array(1, np.int64),
}
SAME = "kernel_shape=[5,5], auto_pad="
RESIZE = 'v = Resize <axes=[-1,-2], mode="linear", keep_aspect_ratio_policy="{}"> (x, , , wanted)'
CASES = {
    **{
        f"{operator} {mode} {pads}": (f'v = {operator} <{SAME}"{mode}", pads=[{pads}]> (x)', "1,2,7,8", 19)
        for operator in ("MaxPool", "AveragePool", "LpPool")
        for mode, pads in (("SAME_UPPER", "0,0,0,0"), ("SAME_LOWER", "0,0,0,0"), ("VALID", "1,1,1,1"))
    },
    "a slope for more columns": ("v = PRelu(x, nine)", "1,2,9,1", 19),
    "a slope with more axes": ("v = PRelu(x, deep)", "1,2,9,1", 19),
    "a proportion, not smaller": (RESIZE.format("not_smaller"), "1,2,4,7", 19),
    "a proportion, not larger": (RESIZE.format("not_larger"), "1,2,4,7", 19),
    "a new axis from the end": ("v = Unsqueeze <axes=[-2]> (x)", "1,2,7", 10),
    "an axis from the end goes": ("v = Squeeze <axes=[-1]> (x)", "1,2,7,8,1", 9),
}
"""Nodes, the shape of ``x`` and the opset."""


def model_of(body: str, sizes: str, opset: int = 19) -> Any:
    head = f'<ir_version: 7, opset_import: ["": {opset}, "my.own": 1]> net (float[{sizes}] x) => (y) {{ {body} }}'
    model = onnx.parser.parse_model(head)
    read = {name for node in model.graph.node for name in node.input}
    model.graph.initializer.extend(onnx.numpy_helper.from_array(NUMBERS[n], n) for n in NUMBERS if n in read)
    return model


def runs(model: Any) -> np.ndarray[Any, Any]:
    session = session_of(model)
    (given,) = session.get_inputs()
    rng = np.random.default_rng(0)
    found: np.ndarray[Any, Any] = session.run(None, {given.name: rng.standard_normal(given.shape).astype("f")})[0]
    return found


@pytest.mark.parametrize("name", CASES)
def test_sizes_without_a_run_are_those_of_a_runtime_or_open(name: str) -> None:
    body, sizes, opset = CASES[name]
    model = model_of(f"{body} y = Relu(v)", sizes, opset)
    kind = shapes_of(model).inferred[()].get("v")
    assert kind is None or kind.sizes in (None, runs(model).shape)


@pytest.mark.parametrize("name", CASES)
def test_a_run_finds_what_is_not_doubted(name: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubted, "_is_doubted", lambda *_: False)
    body, sizes, opset = CASES[name]
    model = model_of(f"{body} y = Relu(v)", sizes, opset)
    assert shapes_of(model).inferred[()]["v"].sizes != runs(model).shape
    for value in ("v", "y"):
        kind = checked_shapes(model).inferred[()].get(value)
        assert kind is None or kind.sizes is None


@pytest.mark.parametrize("doubts", [True, False])
@pytest.mark.parametrize("name", [name for name in CASES if not {"axis", "axes", "AveragePool"} & set(name.split())])
def test_what_is_written_behind_such_a_node_runs(
    name: str, doubts: bool, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    if not doubts:
        monkeypatch.setattr(doubted, "_is_doubted", lambda *_: False)
    body, sizes, opset = CASES[name]
    model = model_of(f"{body} y = AveragePool <kernel_shape=[1,3], strides=[1,2], pads=[0,1,0,1]> (v)", sizes, opset)
    kept = ss.read(model, keep=True)
    if not kept.parts:
        assert "'v'" in kept.rest.left[0].why
        return
    ss.write(ss.unstride(kept), tmp_path / "flat.onnx")
    assert "proved" in str(ss.prove(kept, rewritten=tmp_path / "flat.onnx").verdict)
    flat = onnx.load(tmp_path / "flat.onnx")
    assert np.allclose(runs(model), runs(flat), rtol=1e-5, atol=1e-6)


@pytest.mark.parametrize("doubts", [True, False])
def test_equal_does_not_go_by_a_size_that_is_wrong(doubts: bool, monkeypatch: pytest.MonkeyPatch) -> None:
    """A map that is taken for one place has one pool of all its places; the real one has two."""
    if not doubts:
        monkeypatch.setattr(doubted, "_is_doubted", lambda *_: False)
    models = []
    for pool in ("GlobalMaxPool", "GlobalAveragePool"):
        body = f'v = LpPool <{SAME}"SAME_UPPER", pads=[0,0,0,0]> (x) a = {pool}(v)'
        models.append(model_of(f"{body} b = LpPool <kernel_shape=[1,1]> (a) y = GlobalMaxPool(b)", "1,2,5,5"))
    assert not np.allclose(*map(runs, models))
    assert ss.equal(*models).status == "open"
    assert ss.equal(models[0], models[0]).status == "equal"


def test_maps_without_a_place_have_none_behind_them_that_are_known() -> None:
    """Inference pads the map of no place that a pool makes of a small one, and goes on with what it gets."""
    model = model_of("v = MaxPool <kernel_shape=[5,5]> (x) y = Pad(v, pads)", "1,2,3,3")
    pads = np.array([0, 0, 2, 2, 0, 0, 2, 2], np.int64)
    model.graph.initializer.append(onnx.numpy_helper.from_array(pads, "pads"))
    for name in ("v", "y"):
        kind = shapes_of(model).inferred[()].get(name)
        assert kind is None or not kind.known


@pytest.mark.parametrize("numbers", [(0, 2**40, 1), (2**40, 0, -1), (-(2**40), 0, 3), (0, 2**40, 0)])
def test_a_range_of_very_many_numbers_is_not_made(numbers: tuple[int, ...]) -> None:
    model = model_of("r = Range(a, b, c) q = Cast <to=1> (r) y = Add(x, q)", "1,2,7,7")
    for name, number in zip("abc", numbers, strict=True):
        model.graph.initializer.append(onnx.numpy_helper.from_array(np.array(number, np.int64), name))
    found = shapes_of(model).inferred[()]
    assert "r" not in found or found["r"].sizes is None


def test_an_input_size_of_0_is_an_open_one() -> None:
    """Some exporters write it so; a window over no place would have one."""
    model = model_of("y = MaxPool <kernel_shape=[7,7], strides=[2,2], pads=[3,3,3,3]> (x)", "1,2,0,0")
    assert not shapes_of(model).inferred[()]["y"].known


def test_what_does_not_run_and_what_comes_in_parts_is_left_out(monkeypatch: pytest.MonkeyPatch) -> None:
    """A node that no runtime has, one that fails, and a bound that cuts the chain: all others are compared."""
    monkeypatch.setattr(doubted, "_is_doubted", lambda *_: False)
    wrong = f'v = MaxPool <{SAME}"SAME_UPPER", pads=[0,0,0,0]> (a)'
    for first in (
        "a = my.own.Unheard(x)",
        "a = Relu(x) q = my.own.Unheard(x)",
        "a = Relu(x) i = Cast <to=7> (x) q = Gather(x, i)",  # places that are not there
        "k = Relu(x) l = Relu(k) m = Relu(l) a = Relu(m)",
    ):
        model = model_of(f"{first} {wrong} y = Relu(v)", "N,2,7,8")
        model.graph.value_info.append(onnx.helper.make_tensor_value_info("a", 1, ["N", 2, 7, 8]))
        for most in (2, 1000):
            monkeypatch.setattr(measured, "MAX_NODES", most)
            kind = checked_shapes(model).inferred[()].get("v")
            assert kind is None or kind.sizes is None


def test_what_takes_many_products_is_not_run_and_what_is_behind_it_is(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(doubted, "_is_doubted", lambda *_: False)
    monkeypatch.setattr(measured, "MAX_PRODUCTS", 2_000)
    ran: list[str] = []
    plain = measured._run

    def noted(model: Any, nodes: Any, *rest: Any) -> Any:
        ran.extend(node.op_type for node in nodes)
        return plain(model, nodes, *rest)

    monkeypatch.setattr(measured, "_run", noted)
    wrong = 'v = MaxPool <kernel_shape=[2,1], auto_pad="SAME_UPPER", pads=[0,0,0,0]> (a)'
    model = model_of(f"a = Conv <pads=[1,1,1,1]> (x, w) {wrong} y = Relu(v)", "1,2,20,20")
    kind = checked_shapes(model).inferred[()].get("v")
    assert ran == ["MaxPool"]
    assert kind is None or kind.sizes is None
