"""Small ONNX models for the tests of the command line."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import numpy as np

from symstride.adapters.onnx.door import to_onnx
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


def small(size: int = 13) -> Network:
    """Three strided layers, one of unit stride; on 13 places the grid needs masks."""
    build, drawn = Builder("small"), np.random.default_rng(1)
    x = build.input("x", (3, size, size))
    for number, (before, after, stride) in enumerate([(3, 8, 2), (8, 4, 1), (4, 4, 2)], start=1):
        conv = Conv(before, after, (3, 3), stride=stride, padding=1)
        weight = drawn.integers(-4, 5, (after, before, 3, 3)).astype(np.float32)
        bias = drawn.integers(-4, 5, after).astype(np.float32)
        x = build.add(conv, x, name=f"conv{number}", weight=weight, bias=bias)
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number}")
        if number == 1:
            x = build.add(op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), x, name="pool")
    return build.network(x)


def written(folder: Path, size: int = 13, external_from: int = 2**20) -> Path:
    """The model in a file."""
    path = folder / "model.onnx"
    to_onnx(small(size), path, external_from=external_from)
    return path


def saved(folder: Path, name: str, nodes: list[Any], shape: list[Any], **arrays: Any) -> str:
    """The path of a model with one input ``x`` of that shape, batch first, and one output ``y``."""
    from onnx import TensorProto, helper, numpy_helper, save

    value = helper.make_tensor_value_info
    graph = helper.make_graph(
        nodes,
        name,
        [value("x", TensorProto.FLOAT, shape)],
        [value("y", TensorProto.FLOAT, None)],
        [numpy_helper.from_array(array, key) for key, array in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 18)], ir_version=9)
    save(model, folder / f"{name}.onnx")
    return str(folder / f"{name}.onnx")
