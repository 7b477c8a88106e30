"""The light zoo of the onnx package with random weights, and a model that checks its rewriting node by node."""

from __future__ import annotations

import math
from collections.abc import Mapping
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

NAMES = ("bvlc_alexnet", "densenet121", "inception_v1", "inception_v2", "resnet50", "shufflenet", "squeezenet", "vgg19",
         "zfnet512")  # fmt: skip
STRIDED = {"bvlc_alexnet": 4, "densenet121": 5, "inception_v1": 5, "inception_v2": 9, "resnet50": 8, "shufflenet": 8,
           "squeezenet": 4, "vgg19": 5, "zfnet512": 5}  # fmt: skip
"""Conv, MaxPool and AveragePool nodes with a stride above 1: 53 in all."""

LOGITS = {"resnet50": 5e4, "shufflenet": 6e6}
"""What residual sums grow to under these weights; the last matrix is divided by it, or softmax would saturate."""


def path(name: str) -> Path:
    import onnx

    return Path(onnx.__file__).parent / "backend/test/data/light" / f"light_{name}.onnx"


def randomised(name: str, seed: int, opset: int = 18) -> Any:
    """The zoo's model in ``opset`` with random weights in the place of its constant 0.02.

    He-scaled convolutions and matrices, variances and scales around 1, small biases: activations stay in range.
    """
    import onnx
    from onnx import numpy_helper, version_converter

    model = onnx.load(path(name))
    if opset > 9:
        model = version_converter.convert_version(model, opset)
    rng = np.random.default_rng(seed)
    shapes = {tensor.name: numpy_helper.to_array(tensor) for tensor in model.graph.initializer}
    roles = {n: (node.op_type, i) for node in model.graph.node for i, n in enumerate(node.input)}
    weights = [node for node in model.graph.node if node.op_type == "ConstantOfShape"]
    for node in weights:
        array = _drawn(rng, [int(n) for n in shapes[node.input[0]]], *roles[node.output[0]])
        if roles[node.output[0]] == ("Gemm", 1):
            array /= np.float32(LOGITS.get(name, 1.0))
        model.graph.initializer.append(numpy_helper.from_array(array, node.output[0]))
        model.graph.node.remove(node)
    model.ir_version = 9
    used = {n for node in model.graph.node for n in node.input}
    for tensor in [tensor for tensor in model.graph.initializer if tensor.name not in used]:
        model.graph.initializer.remove(tensor)
    constants = {tensor.name for tensor in model.graph.initializer}
    for value in [v for v in model.graph.input if v.name in constants or v.name not in used]:
        model.graph.input.remove(value)
    return model


def _drawn(rng: np.random.Generator, shape: list[int], operator: str, place: int) -> NDArray[np.float32]:
    if operator == "BatchNormalization" and place in (1, 4):  # scale and variance
        return rng.uniform(0.5, 1.5, shape).astype(np.float32)
    if len(shape) > 1:
        fan_in = int(np.prod(shape[1:]))
        return (rng.standard_normal(shape, dtype=np.float32) * np.float32((2 / fan_in) ** 0.5)).astype(np.float32)
    if operator == "Unsqueeze":  # a scale or a shift on its way to Mul or Add
        return rng.uniform(0.5, 1.0, shape).astype(np.float32)
    return rng.uniform(-0.1, 0.1, shape).astype(np.float32)


FIVE = ("squeezenet", "resnet50", "vgg19", "zfnet512", "bvlc_alexnet")


def thin(name: str, seed: int, size: int = 32, by: int = 8, colours: int = 3) -> Any:
    """The architecture with a ``by``-th of the channels, on a small map: all its nodes, and different numbers.

    Layers have an even number of channels.  Kernels of pools that do not fit on the map are as large as the map.
    """
    import onnx

    import symstride as ss
    from symstride.layers.layer import Conv
    from symstride.network.operators import records as op

    whole = ss.read(onnx.load(path(name)), check=False)
    build, now = ss.Builder(name), dict[str, str]()
    for node in whole.nodes:
        o: Any = node.operator
        if isinstance(o, op.Input):
            now[node.name] = build.input(node.name, (colours, *(size for _ in o.shape[1:])))
            continue
        shapes = [build.shapes[now[each]] for each in node.inputs]
        if isinstance(o, Conv):
            channels, least = shapes[0][0], 2 if o.groups == 1 else int(o.groups)
            less = least * max(1, int(o.out_channels) // (least * by))
            if o.groups == o.in_channels:  # each channel by itself
                o = replace(o, in_channels=channels, out_channels=channels, groups=channels, input_size=None)
            else:
                o = replace(o, in_channels=channels, out_channels=less, input_size=None)
        elif isinstance(o, op.ChannelPermutation):  # a shuffle: as many groups as before
            groups = len(o.source) // o.source[1]
            table = np.arange(shapes[0][0]).reshape(groups, -1).T
            o = op.ChannelPermutation(tuple(map(int, table.ravel())))
        elif isinstance(o, op.MaxPool | op.AveragePool):
            room = [n + sum(pads) for n, pads in zip(shapes[0][1:], o.padding, strict=True)]
            o = replace(o, kernel=tuple(map(min, o.kernel, room)))
        elif isinstance(o, op.Reshape):
            o = op.Reshape((int(np.prod(shapes[0])),))
        elif isinstance(o, op.Gemm):
            o = replace(o, features=max(1, o.features // by))
        now[node.name] = build.add(o, *(now[each] for each in node.inputs), name=node.name)
    network = build.network(*(now[each] for each in whole.outputs))
    return network.with_weights(different_numbers(network.parameter_shapes(), seed))


def different_numbers(shapes: Mapping[str, tuple[int, ...]], seed: int) -> dict[str, NDArray[np.float32]]:
    """Arrays in which no magnitude comes twice and no number is whole, by ``node.role``: He-scaled, scales above 0.

    Their mantissas differ, and each array is scaled by a power of two.
    """
    rng = np.random.default_rng(seed)
    mantissas = 1 + (1 + rng.choice(2**23 - 1, sum(map(math.prod, shapes.values())), replace=False)) / 2**23
    found, used = {}, 0
    for key, shape in shapes.items():
        numbers = mantissas[used : used + math.prod(shape)].reshape(shape)
        used += numbers.size
        if key.endswith((".scale", ".variance")):
            found[key] = (numbers / 2).astype(np.float32)
            continue
        fan_in = math.prod(shape[1:]) if len(shape) > 1 else 100
        power = 2.0 ** math.floor(math.log2(2 / fan_in) / 2 - 0.5)
        found[key] = (numbers * power * rng.choice([-1, 1], shape)).astype(np.float32)
    return found


def session(model: Any) -> Any:
    """ONNX Runtime without graph optimisations: what is written is what runs."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 3
    return onnxruntime.InferenceSession(model.SerializeToString(), options, providers=["CPUExecutionProvider"])


def strided_nodes(model: Any) -> list[Any]:
    return [node for node in model.graph.node if any(n != 1 for n in steps_of(node))]


def steps_of(node: Any) -> list[int]:
    """Strides and dilations of a node, and the steps of a Slice would be refused by whoever asks."""
    return [n for attribute in node.attribute if attribute.name in ("strides", "dilations") for n in attribute.ints]


def with_witnesses(flat: Any, original: Any) -> tuple[Any, dict[str, tuple[str, str | None, int]]]:
    """``flat`` with, beside each rewritten node, the original node on the very same input.

    A second copy computes the sums of absolute products that the error bound asks for.  Answers with the names:
    value -> (original's value, sum of absolute products or None, number of terms).
    """
    from onnx import helper, numpy_helper

    arrays = {tensor.name: tensor for tensor in original.graph.initializer}
    present = {tensor.name for tensor in flat.graph.initializer}
    names: dict[str, tuple[str, str | None, int]] = {}
    for node in strided_nodes(original):
        value, twin = node.output[0], f"{node.output[0]}@original"
        copy = type(node).FromString(node.SerializeToString())
        copy.name, copy.output[0] = twin, twin
        flat.graph.initializer.extend(arrays[n] for n in node.input[1:] if n not in present)
        present.update(node.input[1:])
        flat.graph.node.append(copy)
        total, terms = None, 0
        if node.op_type != "MaxPool":
            total, terms = f"{value}@absolute", _terms(node, arrays)
            copy = type(node).FromString(node.SerializeToString())
            copy.name, copy.output[0] = total, total
            flat.graph.node.append(helper.make_node("Abs", [node.input[0]], [f"{value}@magnitude"]))
            copy.input[0] = f"{value}@magnitude"
            for number, name in enumerate(node.input[1:], start=1):
                copy.input[number] = f"{value}@{number}"
                array = np.abs(numpy_helper.to_array(arrays[name]))
                flat.graph.initializer.append(numpy_helper.from_array(array, f"{value}@{number}"))
            flat.graph.node.append(copy)
        names[value] = (twin, total, terms)
        present_outputs = {output.name for output in flat.graph.output}
        for name in filter(None, (value, twin, total)):
            if name not in present_outputs:
                flat.graph.output.append(helper.make_tensor_value_info(name, 1, None))
    return flat, names


def _terms(node: Any, arrays: Mapping[str, Any]) -> int:
    """Numbers that one output sums up; the division of an average counts as one more."""
    if node.op_type == "AveragePool":
        kernel = next(attribute.ints for attribute in node.attribute if attribute.name == "kernel_shape")
        return int(np.prod(kernel)) + 1
    return int(np.prod(arrays[node.input[1]].dims[1:])) + len(node.input) - 2


def with_gates(model: Any, names: list[str]) -> Any:
    """``model`` where the value ``name`` is multiplied by the new input ``name@gate``, one number."""
    from onnx import helper

    for name in names:
        for node in model.graph.node:
            for number, given in enumerate(node.input):
                if given == name:
                    node.input[number] = f"{name}@gated"
        place = next(n for n, node in enumerate(model.graph.node) if name in node.output)
        gate = helper.make_node("Mul", [name, f"{name}@gate"], [f"{name}@gated"])
        model.graph.node.insert(place + 1, gate)
        model.graph.input.append(helper.make_tensor_value_info(f"{name}@gate", 1, []))
    return model


def run(model: Any, x: NDArray[Any], outputs: list[str] | None = None, **gates: float) -> list[NDArray[Any]]:
    return feed(session(model), x, outputs, gates)


def feed(
    running: Any, x: NDArray[Any], outputs: list[str] | None = None, gates: Mapping[str, float] | None = None
) -> list[NDArray[Any]]:
    first, *rest = [value.name for value in running.get_inputs()]
    values = {name: np.asarray((gates or {}).get(name, 1.0), np.float32) for name in rest}
    result: list[NDArray[Any]] = running.run(outputs, {first: x, **values})
    return result
