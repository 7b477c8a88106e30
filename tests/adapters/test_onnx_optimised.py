"""What optimisers write: layers fused with activations, and constants that are computed from constants."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from test_onnx_refusals import model, node, refused

import symstride as ss
from symstride.adapters.onnx.door import from_onnx
from symstride.errors import NotSupported
from symstride.network.evaluate import evaluate
from symstride.network.operators import records as op

RNG = np.random.default_rng(1)
W, B = RNG.standard_normal((3, 2, 3, 3)).astype(np.float32), RNG.standard_normal(3).astype(np.float32)
X = RNG.standard_normal((1, 2, 8, 8)).astype(np.float32)


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


def fused(*inputs: str, **attributes: Any) -> Any:
    made = model(node("FusedConv", *inputs, domain="com.microsoft", **attributes), w=W, b=B)
    made.opset_import.add(domain="com.microsoft", version=1)
    return made


ACTIVATIONS = [
    ({}, lambda v: v),
    ({"activation": "Relu"}, lambda v: np.maximum(v, 0)),
    ({"activation": "Tanh"}, np.tanh),
    ({"activation": "LeakyRelu", "activation_params": [0.25]}, lambda v: np.where(v < 0, 0.25 * v, v)),
    ({"activation": "Clip", "activation_params": [-0.5, 1.5]}, lambda v: np.clip(v, -0.5, 1.5)),
    ({"activation": "HardSigmoid", "activation_params": [0.5, 0.25]}, lambda v: np.clip(0.5 * v + 0.25, 0, 1)),
]


@pytest.mark.parametrize(("attributes", "map_of"), ACTIVATIONS)
def test_a_fused_layer_is_a_layer_and_its_activation(attributes: dict[str, Any], map_of: Any) -> None:
    plain = from_onnx(model(node("Conv", "x", "w", "b", strides=[2, 2], pads=[1, 1, 1, 1]), w=W, b=B))
    network = from_onnx(fused("x", "w", "b", strides=[2, 2], pads=[1, 1, 1, 1], **attributes))
    (before,), (found,) = evaluate(plain, X).values(), evaluate(network, X).values()
    np.testing.assert_allclose(found, map_of(before), rtol=1e-6, atol=1e-6)
    assert network.outputs == ("y",)


def test_a_fused_layer_adds_its_fourth_input_before_the_activation(need: Callable[[str], str]) -> None:
    """What is read is run in ONNX Runtime as it is, and compared."""
    need("onnxruntime")
    made = fused("x", "w", "b", "z", activation="Relu", strides=[2, 2], pads=[1, 1, 1, 1])
    made.graph.node.insert(0, node("Conv", "x", "w", output="z", strides=[2, 2], pads=[1, 1, 1, 1], name="beside"))
    network = ss.read(made)
    assert not network.unchecked
    sums = evaluate(from_onnx(model(node("Conv", "x", "w", "b", strides=[2, 2], pads=[1, 1, 1, 1]), w=W, b=B)), X)["y"]
    (found,) = evaluate(network, X).values()
    np.testing.assert_allclose(found, np.maximum(2 * sums - B.reshape(1, -1, 1, 1), 0), rtol=1e-5, atol=1e-5)


def test_fused_nodes_that_are_not_known_are_refused_by_name() -> None:
    refused(fused("x", "w", "b", activation="Softplus"), "culprit", "Softplus", kind=NotSupported)
    refused(fused("x", "w", "b", activation="Clip", activation_params=[1.0]), "two bounds", kind=NotSupported)
    strange = model(node("Conv", "x", "w", "b", domain="com.microsoft.nchwc"), w=W, b=B)
    refused(strange, "culprit", "com.microsoft.nchwc", "optimise less", kind=NotSupported)


@pytest.mark.parametrize("level", ["ORT_ENABLE_BASIC", "ORT_ENABLE_EXTENDED", "ORT_ENABLE_ALL"])
def test_what_onnx_runtime_makes_of_a_model_is_equal_or_refused_by_name(
    level: str, tmp_path: Path, need: Callable[[str], str]
) -> None:
    need("onnxruntime")
    import onnxruntime

    build = ss.Builder("net")
    x = build.input("x", (3, 16, 16))
    for number in (1, 2):
        channels = build.shapes[x][0]
        layer = ss.Conv(channels, 8, (3, 3), 2, 1)
        weight, bias = RNG.standard_normal((8, channels, 3, 3)), RNG.standard_normal(8)
        x = build.add(layer, x, name=f"conv{number}", weight=weight.astype("f"), bias=bias.astype("f"))
        rows = {role: RNG.uniform(0.5, 1.5, 8).astype("f") for role in ("scale", "bias", "mean", "variance")}
        x = build.add(op.BatchNorm(), x, name=f"norm{number}", **rows)
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number}")
    ss.write(build.network(x), tmp_path / "in.onnx")
    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = getattr(onnxruntime.GraphOptimizationLevel, level)
    options.optimized_model_filepath = str(tmp_path / "out.onnx")
    options.log_severity_level = 4
    onnxruntime.InferenceSession(str(tmp_path / "in.onnx"), options, providers=["CPUExecutionProvider"])
    refusal = ""
    try:
        made = ss.read(tmp_path / "out.onnx")
    except NotSupported as why:
        refusal = str(why)
    if refusal:  # the last level writes layers for the layout of this machine
        assert level == "ORT_ENABLE_ALL"
        assert "com.microsoft.nchwc" in refusal
        return
    verdict = ss.equal(tmp_path / "in.onnx", made, seed=1)
    assert str(verdict).startswith("equal up to rounding"), str(verdict)


def test_arithmetic_of_constants_is_what_a_runtime_computes(need: Callable[[str], str]) -> None:
    """A normalisation written out, as an optimiser leaves it: the scale is a root and a quotient of constants."""
    need("onnxruntime")
    variance = RNG.uniform(0.5, 2, (2, 1, 1)).astype(np.float32)
    steps = [
        node("Add", "v", "e", output="sum", name="sum"),
        node("Sqrt", "sum", output="root", name="root"),
        node("Div", "one", "root", output="scale", name="scale"),
        node("Neg", "scale", output="minus", name="minus"),
        node("Cast", "minus", output="same", name="same", to=1),
        node("Mul", "x", "same"),
    ]
    epsilon, one = np.array(1e-5, np.float32), np.array(1, np.float32)
    made = model(*steps, v=variance, e=epsilon, one=one)
    network = ss.read(made)
    assert not network.unchecked
    (found,) = evaluate(network, X).values()
    assert (found == X * -(one / np.sqrt(variance + epsilon))).all()


@pytest.mark.parametrize(
    ("operator", "arrays"),
    [
        ("Add", [np.ones(2, np.int32), np.ones(2, np.int32)]),
        ("Add", [-np.ones(2, np.int64), np.ones(2, np.int64)]),
        ("Mul", [np.ones(2, np.float16), np.ones(2, np.float16)]),
        ("Add", [np.ones((2, 1 << 20), np.float32), np.ones((1 << 20, 1, 1), np.float32)]),
    ],
)
def test_arithmetic_that_may_overflow_or_grow_is_refused(operator: str, arrays: list[Any]) -> None:
    steps = [node(operator, "p", "q", output="c"), node("Mul", "x", "c", name="last")]
    refused(model(*steps, p=arrays[0], q=arrays[1]), "culprit" if arrays[0].nbytes > 99 else operator)


WHOLE = [np.array([[[7]], [[2]]], np.int64), np.array([[[3]], [[5]]], np.int64)]


@pytest.mark.parametrize("operator", ["Add", "Sub", "Mul", "Div"])
def test_whole_numbers_of_constants_are_what_a_runtime_computes(operator: str, need: Callable[[str], str]) -> None:
    """Quotients are rounded down, and a difference may be negative."""
    need("onnxruntime")
    steps = [node(operator, "p", "q", output="c", name="c"), node("Cast", "c", output="f", to=1, name="f")]
    network = ss.read(model(*steps, node("Mul", "x", "f"), p=WHOLE[0], q=WHOLE[1]))
    assert not network.unchecked
    (found,) = evaluate(network, X).values()
    expected = {"Add": [10, 7], "Sub": [4, -3], "Mul": [21, 10], "Div": [2, 0]}[operator]
    assert (found == X * np.array(expected, np.float32).reshape(2, 1, 1)).all()


@pytest.mark.parametrize(
    ("operator", "numbers", "said"),
    [
        ("Sqrt", [4], "floats"),
        ("Reciprocal", [1], "floats"),
        ("Div", [4, 0], "other than 0"),
        ("Add", [2**62, 2**62], "below 2**63"),
        ("Mul", [2**32, 2**31], "below 2**63"),
    ],
)
def test_whole_numbers_that_onnx_does_not_define_are_refused(operator: str, numbers: list[int], said: str) -> None:
    """Roots of integers are no integers, nothing is divided by 0, and no standard says how a sum wraps around."""
    arrays = {name: np.array([n], np.int64) for name, n in zip("pq", numbers, strict=False)}
    steps = [node(operator, *arrays, output="c"), node("Cast", "c", output="f", to=1, name="f")]
    made = model(*steps, node("Mul", "x", "f", name="last"), **arrays)
    refused(made, operator, said, kind=NotSupported)
    verdict = ss.equal(made, model(node("Mul", "x", "f"), f=np.full(1, 2, np.float32)))
    assert verdict.status == "open"
    assert said in str(verdict)


def test_layers_for_the_layout_of_one_machine_are_open_by_name(tmp_path: Path) -> None:
    """What ONNX Runtime writes at its last level, against the layer that it was made of."""
    import onnx

    plain = model(node("Conv", "x", "w", "b", strides=[2, 2], pads=[1, 1, 1, 1]), w=W, b=B)
    blocked = model(node("Conv", "x", "w", "b", domain="com.microsoft.nchwc", strides=[2, 2]), w=W, b=B)
    blocked.opset_import.add(domain="com.microsoft.nchwc", version=1)
    onnx.save(plain, tmp_path / "in.onnx")
    onnx.save(blocked, tmp_path / "out.onnx")
    verdict = ss.equal(tmp_path / "in.onnx", tmp_path / "out.onnx")
    assert verdict.status == "open"
    assert "com.microsoft.nchwc" in str(verdict)


def test_a_cast_of_constants_that_loses_numbers_is_refused() -> None:
    refused(model(node("Cast", "p", output="c", to=6), node("Mul", "x", "c", name="last"), p=B), "Cast", "float32")
