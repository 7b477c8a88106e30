"""Random layers with open sizes as models of one node, and the sizes from the smallest on that they have a value at."""

from __future__ import annotations

import random
from collections.abc import Iterator, Sequence
from dataclasses import dataclass
from itertools import product
from typing import Any

import numpy as np

LETTERS = ("H", "W", "D")


@dataclass(frozen=True)
class OpenLayer:
    """A model whose input ``x`` has open sizes but for ``fixed`` axes; what numbers its layer has."""

    model: Any
    channels: int
    stride: tuple[int, ...]
    smallest: tuple[int, ...]
    fixed: dict[int, int]

    def sizes(self, most: int, rng: random.Random) -> list[tuple[int, ...]]:
        """Up to so many of those from the smallest on to three strides more, along each axis."""
        rows = [
            range(n, n + 3 * s + 1) if axis not in self.fixed else [self.fixed[axis]]
            for axis, (n, s) in enumerate(zip(self.smallest, self.stride, strict=True))
        ]
        found = list(product(*rows))
        return found if len(found) <= most else rng.sample(found, most)

    def feed(self, size: Sequence[int], seed: int = 5) -> dict[str, np.ndarray[Any, Any]]:
        """Whole numbers, none of which is positive, so that padding of a maximum with 0 would be seen."""
        drawn = np.random.default_rng(seed).integers(-6, 0, (2, self.channels, *size))
        return {"x": drawn.astype(np.float32)}


def open_layer(rng: random.Random, operator: str, opset: int = 0) -> OpenLayer:
    """A strided or dilated layer of one to three axes, grouped, biased, padded unevenly, as chance has it.

    Of a transposed layer one or two, with one stride.
    """
    import onnx

    opset = opset or rng.choice([11, 13, 17, 19, 22])
    transposed = operator == "ConvTranspose"
    axes = rng.choice([1, 2] if transposed else [1, 1, 2, 2, 3])
    kernel = [rng.randint(1, 6 if axes == 1 else 4) for _ in range(axes)]
    stride = [rng.randint(1, 5 if axes == 1 else 3) for _ in range(axes)]
    plain = operator == "AveragePool" and opset < 19
    dilation = [1 if plain else rng.choice([1, 1, 2, 3]) for _ in range(axes)]
    stride = stride[:1] * axes if transposed else stride
    if max(*stride, *dilation) == 1:
        stride = [2] * axes
    pads = [rng.randint(0, 4 if operator == "Conv" else 2 if transposed else k - 1) for k in 2 * kernel]
    if operator == "MaxPool":  # a window with gaps may meet nothing of a small map
        pads = [0 if dl > 1 else n for n, dl in zip(pads, 2 * dilation, strict=True)]
    attributes: dict[str, Any] = {"kernel_shape": kernel, "strides": stride, "pads": pads}
    attributes |= {} if plain else {"dilations": dilation}
    channels, arrays = rng.randint(1, 3), dict[str, np.ndarray[Any, Any]]()
    more = [rng.randrange(s) for s in stride]
    if operator.startswith("Conv"):
        groups = rng.choice([1, 1, 2])
        channels, outputs = channels * groups, groups * rng.randint(1, 3)
        drawn = np.random.default_rng(rng.randrange(2**32)).integers
        ends = (channels, outputs // groups) if transposed else (outputs, channels // groups)
        arrays["w"] = drawn(-3, 4, (*ends, *kernel)).astype(np.float32)
        arrays |= {"b": drawn(-3, 4, outputs).astype(np.float32)} if rng.random() < 0.5 else {}
        attributes |= {"group": groups} | ({"output_padding": more} if transposed else {})
    if operator == "AveragePool":
        attributes["count_include_pad"] = 1
    spans = [dl * (k - 1) + 1 for k, dl in zip(kernel, dilation, strict=True)]
    rows = zip(spans, pads[:axes], pads[axes:], stride, more, strict=True)
    smallest = [
        max(1, -((e + o - low - high - 1) // s) + 1 if transposed else e - low - high) for e, low, high, s, o in rows
    ]
    fixed = {n: smallest[n] + rng.randint(0, 5) for n in range(1, axes) if rng.random() < 0.2}
    make = onnx.helper
    node = make.make_node(operator, ["x", *arrays], ["y"], name="layer", **attributes)
    dims = ["N", channels, *(fixed.get(n, LETTERS[n]) for n in range(axes))]
    values = [make.make_tensor_value_info("x", 1, dims)], [make.make_tensor_value_info("y", 1, None)]
    numbers = [onnx.numpy_helper.from_array(array, name) for name, array in arrays.items()]
    graph = make.make_graph([node], "net", *values, numbers)
    model = make.make_model(graph, opset_imports=[make.make_opsetid("", opset)], ir_version=8)
    return OpenLayer(model, channels, tuple(stride), tuple(smallest), fixed)


def example_shapes(model: Any, size: Sequence[int]) -> dict[str, list[int]]:
    """The sizes of all values of a model behind an input of that size, without batch and channels."""
    import onnx

    made = onnx.ModelProto()
    made.CopyFrom(model)
    for dim, n in zip(made.graph.input[0].type.tensor_type.shape.dim[2:], size, strict=True):
        dim.Clear()
        dim.dim_value = n
    graph = onnx.shape_inference.infer_shapes(made, data_prop=True).graph
    values = (*graph.input, *graph.value_info, *graph.output)
    return {v.name: [dim.dim_value for dim in v.type.tensor_type.shape.dim][2:] for v in values}


def with_numbers(model: Any, node: int, place: int, array: Any) -> Any:
    """A copy in which an input of a node is this constant."""
    import onnx

    made = onnx.ModelProto()
    made.CopyFrom(model)
    made.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(array), "other numbers"))
    made.graph.node[node].input[place] = "other numbers"
    return made


def ends_as_numbers(model: Any, size: Sequence[int]) -> Iterator[Any]:
    """Copies in which one end of a slice is the number that it means at that size."""
    import onnx

    known = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    shapes = example_shapes(model, size)
    for number, node in enumerate(model.graph.node):
        if node.op_type != "Slice":
            continue
        ends, axes = known[node.input[2]], known[node.input[3]]
        for place, (end, axis) in enumerate(zip(ends, axes, strict=True)):
            whole, changed = shapes[node.input[0]][axis - 2], ends.copy()
            changed[place] = whole + min(int(end), 0) if end < 0 else whole
            yield with_numbers(model, number, 2, changed)
