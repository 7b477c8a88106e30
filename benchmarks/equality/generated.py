"""Small random ONNX models of what optimisers rewrite: padding in front of layers and pools, folds, rounding up."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.doors import read

CHANNELS = 2
MOST = 4
"""Nodes of a model."""

TRIES = 200
"""Graphs that are drawn for one model."""


class Model:
    """A graph while it is built: one value after the other, on maps of one or two axes."""

    def __init__(self, rng: random.Random) -> None:
        self.rng = rng
        self.numbers = np.random.default_rng(rng.randrange(2**32))
        self.axes = rng.choice([1, 2])
        self.nodes: list[Any] = []
        self.arrays: dict[str, NDArray[Any]] = {}
        self.value = "x"

    def constant(self, array: NDArray[Any]) -> str:
        name = f"c{len(self.arrays)}"
        self.arrays[name] = array
        return name

    def weight(self, *shape: int) -> str:
        return self.constant(self.numbers.standard_normal(shape).astype(np.float32))

    def add(self, operator: str, *constants: str, **attributes: Any) -> None:
        from onnx import helper

        name = f"n{len(self.nodes)}"
        self.nodes.append(helper.make_node(operator, [self.value, *constants], [name], name=name, **attributes))
        self.value = name

    def window(self) -> dict[str, Any]:
        """Kernel, strides and padding; at times auto_pad in the place of padding."""
        kernel = [self.rng.randint(1, 3) for _ in range(self.axes)]
        about: dict[str, Any] = {
            "kernel_shape": kernel,
            "strides": [self.rng.randint(1, 3) for _ in range(self.axes)],
        }
        auto = self.rng.choice(["", "", "", "SAME_UPPER", "SAME_LOWER", "VALID"])
        if auto:
            about["auto_pad"] = auto
        else:
            about["pads"] = [self.rng.randint(0, k - 1) for _ in "lh" for k in kernel]
        return about


def _conv(model: Model) -> None:
    about, rng = model.window(), model.rng
    if "auto_pad" not in about and rng.random() < 0.3:
        about["dilations"] = [2] * model.axes
    groups = rng.choice([1, 1, CHANNELS])
    weights = [model.weight(CHANNELS, CHANNELS // groups, *about["kernel_shape"])]
    if rng.random() < 0.6:
        weights.append(model.weight(CHANNELS))
    model.add("Conv", *weights, group=groups, **about)


def _max_pool(model: Model) -> None:
    about = model.window()
    model.add("MaxPool", ceil_mode=0 if "auto_pad" in about else model.rng.randint(0, 1), **about)


def _average_pool(model: Model) -> None:
    about = model.window()
    ceil = 0 if "auto_pad" in about else model.rng.randint(0, 1)
    model.add("AveragePool", ceil_mode=ceil, count_include_pad=model.rng.randint(0, 1), **about)


def _pad(model: Model) -> None:
    amounts = [0, 0, *(model.rng.randint(0, 1) for _ in range(model.axes))]
    pads = model.constant(np.array([*amounts, *amounts], np.int64))
    value = model.rng.choice([0.0, 0.0, 0.0, 1.0])
    model.add("Pad", pads, model.constant(np.array(value, np.float32)), mode="constant")


def _norm(model: Model) -> None:
    rows = [model.weight(CHANNELS) for _ in range(3)]
    variance = model.constant(model.numbers.uniform(0.5, 1.5, CHANNELS).astype(np.float32))
    model.add("BatchNormalization", *rows, variance)


def _scaled(model: Model) -> None:
    model.add(model.rng.choice(["Mul", "Add"]), model.weight(1, CHANNELS, *(1,) * model.axes))


def _map(model: Model) -> None:
    model.add(*model.rng.choice([["Relu"], ["Sigmoid"], ["Identity"]]))


def _leaky(model: Model) -> None:
    model.add("LeakyRelu", alpha=0.25)


_STEPS = (_conv, _conv, _conv, _max_pool, _average_pool, _pad, _pad, _norm, _norm, _scaled, _map, _leaky)


def generated(number: int, seed: int) -> Any:
    """The n-th model of a seed, an ``onnx.ModelProto`` of opset 17 that ONNX's own inference takes."""
    import onnx

    rng = random.Random(f"{seed} {number}")
    for _ in range(TRIES):
        model = Model(rng)
        for _ in range(rng.randint(2, MOST)):
            rng.choice(_STEPS)(model)
        size = rng.randint(5, 12)
        made = _finished(model, [1, CHANNELS, *(size for _ in range(model.axes))])
        try:
            onnx.checker.check_model(made, full_check=True)
            inferred = onnx.shape_inference.infer_shapes(made, strict_mode=True)
        except (onnx.checker.ValidationError, onnx.shape_inference.InferenceError):
            continue
        sizes = [n.dim_value for v in inferred.graph.output for n in v.type.tensor_type.shape.dim]
        if all(n > 0 for n in sizes) and _runs(inferred):
            return inferred
    raise RuntimeError(f"no model among {TRIES}")


def _runs(model: Any) -> bool:
    """Whether ONNX Runtime takes it and the reader does, which refuses what the two of them understand differently."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    try:
        onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])
        read(model, check=False)
    except Exception:  # noqa: BLE001 -- onnxruntime has no class of its own for what a model may be refused for
        return False
    return True


def _finished(model: Model, shape: list[int]) -> Any:
    from onnx import TensorProto, helper, numpy_helper

    graph = helper.make_graph(
        model.nodes,
        "generated",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, shape)],
        [helper.make_tensor_value_info(model.value, TensorProto.FLOAT, [None] * len(shape))],
        [numpy_helper.from_array(array, name) for name, array in model.arrays.items()],
    )
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8)
