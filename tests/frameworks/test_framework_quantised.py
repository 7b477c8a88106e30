"""Quantised layers: padding stands for the zero point of the input, empty taps for that of the weights; sums are exact.

q[o, j] = sum over c, i of (w[o, c, i] - z_w) * (x[c, stride*j + dilation*i - low] - z_x),    x = z_x outside [0, N)
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride import Bank, Conv, expand
from symstride.check import convolve

X_ZERO, W_ZERO = 131, -7
LAYER = Conv(4, 6, (3, 4), 2, ((1, 2), (2, 3)), (1, 2), groups=2, bias=False)


def conv_integer(layer: Conv, x: NDArray[Any], w: NDArray[Any], engine: str, x_zero: int, w_zero: int) -> NDArray[Any]:
    """ONNX's ConvInteger with zero points, on uint8 inputs and int8 weights."""
    helper = import_module("onnx.helper")
    feeds = {"x": x, "w": w, "xz": np.array(x_zero, np.uint8), "wz": np.array(w_zero, np.int8)}
    around = layer.axes(x.shape[2:])
    node = helper.make_node(
        "ConvInteger", list(feeds), ["y"], strides=layer.stride, dilations=layer.dilation, group=layer.groups,
        pads=[axis.low for axis in around] + [axis.high for axis in around],
    )  # fmt: skip
    values = [
        helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(array.dtype), None)
        for name, array in [*feeds.items(), ("y", np.zeros((), np.int32))]
    ]
    graph = helper.make_graph([node], "quantised", values[:-1], values[-1:])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
    if engine == "onnx":
        evaluator = import_module("onnx.reference").ReferenceEvaluator(model)
    else:
        evaluator = import_module(engine).InferenceSession(model.SerializeToString())
    return np.asarray(evaluator.run(None, feeds)[0])


def numbers() -> tuple[NDArray[Any], NDArray[Any]]:
    rng = np.random.default_rng(2)
    x = rng.integers(0, 256, (1, 4, 9, 11)).astype(np.uint8)
    return x, rng.integers(-128, 128, LAYER.weight_shape).astype(np.int8)


def with_empty_taps(bank: Bank, w: NDArray[Any], empty: int) -> NDArray[Any]:
    """The expanded weights in 8 bits, with ``empty`` where no tap falls."""
    marked = bank.weight(w.astype(np.int64) - W_ZERO + 1000)
    return np.where(marked == 0, empty, marked + W_ZERO - 1000).astype(np.int8)


def with_empty_places(bank: Bank, x: NDArray[Any], empty: int) -> NDArray[Any]:
    """The phases in 8 bits, with ``empty`` where the last cells have no place of the signal."""
    marked = bank.split(x.astype(np.int64) + 1000)
    return np.where(marked == 0, empty, marked - 1000).astype(np.uint8)


@pytest.mark.parametrize("engine", ["onnx", "onnxruntime"])
def test_the_strided_layer(engine: str, need: Callable[[str], str]) -> None:
    need(engine)
    x, w = numbers()
    exact = convolve(LAYER, x.astype(np.int64) - X_ZERO, w.astype(np.int64) - W_ZERO)
    assert np.array_equal(conv_integer(LAYER, x, w, engine, X_ZERO, W_ZERO), exact)


@pytest.mark.parametrize("phases", [1, 2])
@pytest.mark.parametrize("engine", ["onnx", "onnxruntime"])
def test_the_expanded_layer_with_zero_points_in_the_holes(engine: str, phases: int, need: Callable[[str], str]) -> None:
    need(engine)
    x, w = numbers()
    bank = expand(LAYER, phases)
    exact = convolve(LAYER, x.astype(np.int64) - X_ZERO, w.astype(np.int64) - W_ZERO)

    def expanded(empty_place: int, empty_tap: int) -> NDArray[Any]:
        parts = (with_empty_places(bank, x, empty_place), with_empty_taps(bank, w, empty_tap))
        return bank.merge(conv_integer(bank.layer((9, 11)), *parts, engine, X_ZERO, W_ZERO), exact.shape[2:])

    assert np.array_equal(expanded(X_ZERO, W_ZERO), exact)
    assert not np.array_equal(expanded(X_ZERO, 0), exact)  # a hole of 0 is a weight of -z_w
    assert not np.array_equal(expanded(0, W_ZERO), exact)  # a hole of 0 is an input of -z_x
