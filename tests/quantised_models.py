"""Random quantised layers as ONNX models, and what a file computes in whole numbers, by definitions alone.

A ``DequantizeLinear`` and a Conv of floats are computed in double precision; their scales are powers of two, so that
nothing is rounded, there or in single precision.
"""

from __future__ import annotations

import random
from collections.abc import Mapping
from dataclasses import dataclass
from itertools import product
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

Array: TypeAlias = NDArray[Any]

KINDS = ("QLinearConv", "ConvInteger", "QDQ")


@dataclass(frozen=True)
class Drawn:
    """A model of one quantised layer, numbers for it, and whether ONNX Runtime has a kernel that does not saturate."""

    model: Any
    x: Array
    runs: bool


def drawn(seed: int) -> Drawn:
    """A strided or dilated layer with any types, zero points, groups, padding, and scales per channel or for all."""
    rng, numbers = random.Random(seed), np.random.default_rng(seed)
    kind, axes, groups = rng.choice(KINDS), rng.choice((1, 2, 2, 2, 3)), rng.choice((1, 1, 2, 3))
    channels, outputs = groups * rng.choice((1, 2)), groups * rng.choice((1, 2))
    kernel = [rng.randint(1, 3 if axes > 2 else 4) for _ in range(axes)]
    stride, dilation = ([rng.choice(row) for _ in kernel] for row in ((1, 2, 2, 3), (1, 1, 2)))
    if max(*stride, *dilation) == 1:
        stride[0] = 2
    pads = [rng.randint(0, 2) for _ in range(2 * axes)]
    size = [dl * (k - 1) + 1 + rng.randint(0, 6) for k, dl in zip(kernel, dilation, strict=True)]
    x_type, w_type = rng.choice((np.uint8, np.int8)), rng.choice((np.uint8, np.int8))
    small, each, same = rng.random() < 0.7, rng.random() < 0.5, rng.random() < 0.7
    x = whole(numbers, x_type, (2, channels, *size))
    weight = whole(numbers, w_type, (outputs, channels // groups, *kernel))
    w_zero = whole(numbers, w_type, (outputs,))
    if small and w_type == np.int8:  # a structural zero is a zero point, which saturates as a weight does
        weight, w_zero = weight // 2, w_zero // 2
    w_zero = w_zero[:1].repeat(outputs) if same else w_zero
    scale = np.exp2(numbers.integers(-6, -2, outputs)).astype(np.float32)
    w_scale, w_zero = (scale, w_zero) if each else (scale[0], w_zero[0])
    x_scale, x_zero = np.float32(2.0 ** rng.randint(-6, -2)), whole(numbers, x_type, ())
    steps = {"strides": stride, "dilations": dilation, "pads": pads, "kernel_shape": kernel, "group": groups}
    given = {"w": weight, "wz": w_zero, "xz": x_zero}
    if kind != "ConvInteger":
        given |= {"ws": w_scale, "xs": x_scale}
    if kind == "QLinearConv":
        given |= {"ys": np.float32(rng.uniform(0.1, 9.0)), "yz": whole(numbers, x_type, ())}
    bias = numbers.integers(-3000, 3000, outputs).astype(np.int32) if rng.random() < 0.5 else None
    single = w_zero.ndim == 0 or (kind == "QLinearConv" and len(set(w_zero.tolist())) == 1)
    exact = x_type == np.uint8 if w_type == np.uint8 else small and (kind != "ConvInteger" or x_type == np.uint8)
    runs = kind == "QDQ" or (single and exact)
    return Drawn(one_layer(kind, steps, given, bias, x), x, runs)


def whole(numbers: np.random.Generator, kind: Any, shape: tuple[int, ...]) -> Array:
    """Numbers from all of 8 bits."""
    limits = np.iinfo(kind)
    return np.asarray(numbers.integers(limits.min, limits.max + 1, shape)).astype(kind)


def one_layer(kind: str, steps: Mapping[str, Any], given: Mapping[str, Array], bias: Array | None, x: Array) -> Any:
    """The model with one layer, in opset 17."""
    import onnx

    make, arrays = onnx.helper.make_node, dict(given)
    if bias is not None and kind != "ConvInteger":
        arrays["b"] = bias
    if kind == "QLinearConv":
        names = ["x", "xs", "xz", "w", "ws", "wz", "ys", "yz", *(["b"] if bias is not None else [])]
        nodes, gives = [make("QLinearConv", names, ["y"], **steps)], given["yz"].dtype
    elif kind == "ConvInteger":
        nodes, gives = [make("ConvInteger", ["x", "w", "xz", "wz"], ["y"], **steps)], np.dtype(np.int32)
    else:
        axis = {"axis": 0} if given["ws"].ndim else {}
        nodes = [make("DequantizeLinear", ["x", "xs", "xz"], ["real"]),
                 make("DequantizeLinear", ["w", "ws", "wz"], ["weight"], **axis)]  # fmt: skip
        if bias is not None:
            arrays |= {"bs": given["ws"] * given["xs"]}
            nodes.append(make("DequantizeLinear", ["b", "bs"], ["bias"], **axis))
        nodes.append(make("Conv", ["real", "weight", *(["bias"] if bias is not None else [])], ["y"], **steps))
        gives = np.dtype(np.float32)
    value, kinds = onnx.helper.make_tensor_value_info, onnx.helper.np_dtype_to_tensor_dtype
    inputs = [value("x", kinds(x.dtype), ["N", *x.shape[1:]])]
    outputs = [value("y", kinds(gives), ["N", *[None] * (x.ndim - 1)])]
    tensors = [onnx.numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()]
    graph = onnx.helper.make_graph(nodes, "layer", inputs, outputs, tensors)
    return onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=9)


# ------------------------------------------------------------------------------------------------ by definitions


def computed(model: Any, x: Array, requantise: bool = True) -> Array:
    """What the model gives for ``x``; without ``requantise`` a QLinearConv gives its sums."""
    import onnx

    values = {tensor.name: onnx.numpy_helper.to_array(tensor) for tensor in model.graph.initializer} | {"x": x}
    for node in model.graph.node:
        attributes = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute}
        arrays = [values[name] if name else None for name in node.input]
        values[node.output[0]] = _value(node.op_type, arrays, attributes, requantise)
    return values[model.graph.output[0].name]


def _value(operator: str, arrays: list[Any], given: dict[str, Any], requantise: bool) -> Array:
    x, *rest = arrays
    if operator == "Reshape":
        return np.asarray(x.reshape([x.shape[n] if size == 0 else int(size) for n, size in enumerate(rest[0])]))
    if operator == "Transpose":
        return np.asarray(x.transpose(given["perm"]))
    if operator == "Gather":
        return np.asarray(np.take(x, rest[0], axis=given["axis"]))
    if operator == "Concat":
        return np.concatenate(arrays, axis=given["axis"])
    if operator == "Slice":
        cut = [slice(None)] * x.ndim
        for start, end, axis in zip(*rest[:3], strict=True):
            cut[int(axis)] = slice(int(start), int(end))
        return np.asarray(x[tuple(cut)])
    if operator == "Pad":
        pads = [int(n) for n in rest[0]]
        pairs = list(zip(pads[: x.ndim], pads[x.ndim :], strict=True))
        return np.pad(x, pairs, constant_values=rest[1])
    if operator == "DequantizeLinear":
        scale, zero = rest[0].astype(np.float64), rest[1] if len(rest) > 1 else np.zeros((), x.dtype)
        return np.asarray((x.astype(np.int64) - _along(zero, x, given)) * _along(scale, x, given))
    if operator == "Conv":
        return _with_bias(_sums(x, rest[0], given), rest[1:])
    if operator == "ConvInteger":
        weight, x_zero, w_zero = rest
        return _sums(_less(x, x_zero), _less(weight, w_zero), given)
    assert operator == "QLinearConv", operator
    x_scale, x_zero, weight, w_scale, w_zero, y_scale, y_zero, *bias = rest
    sums = _sums(_less(x, x_zero), _less(weight, w_zero), given)
    sums = _with_bias(sums, [each.astype(np.int64) for each in bias])
    if not requantise:
        return sums
    factor = np.asarray(x_scale * w_scale / y_scale, np.float32)
    limits = np.iinfo(y_zero.dtype)
    rounded = np.rint(sums.astype(np.float32) * _along(factor, sums, {"axis": 1})).astype(np.int64) + int(y_zero)
    return np.asarray(np.clip(rounded, limits.min, limits.max).astype(y_zero.dtype))


def _along(numbers: Array, array: Array, given: Mapping[str, Any]) -> Array:
    """One number, or one for each place of an axis, ready to meet the array."""
    whole_numbers = numbers.astype(np.int64) if numbers.dtype.kind in "iu" else numbers
    if numbers.size == 1:
        return whole_numbers.reshape(())
    shape = [1] * array.ndim
    shape[given["axis"]] = -1
    return whole_numbers.reshape(shape)


def _less(stored: Array, zero: Array) -> Array:
    return np.asarray(stored.astype(np.int64) - _along(zero, stored, {"axis": 0}))


def _with_bias(sums: Array, bias: list[Any]) -> Array:
    return sums + _along(bias[0], sums, {"axis": 1}) if bias else sums


def _sums(x: Array, weight: Array, given: Mapping[str, Any]) -> Array:
    """``sum over c, i of weight[o, c, i] * x[c, stride*j + dilation*i - low]``, 0 outside."""
    axes = x.ndim - 2
    pads, groups = given.get("pads", [0] * (2 * axes)), given.get("group", 1)
    stride, dilation = given.get("strides", [1] * axes), given.get("dilations", [1] * axes)
    x = np.pad(x, [(0, 0), (0, 0), *zip(pads[:axes], pads[axes:], strict=True)])
    kernel, (outputs, inside) = weight.shape[2:], weight.shape[:2]
    size = [(n - dl * (k - 1) - 1) // s + 1 for n, k, s, dl in zip(x.shape[2:], kernel, stride, dilation, strict=True)]
    total = np.zeros((len(x), outputs, *size), np.result_type(x, weight))
    for o, tap in product(range(outputs), product(*map(range, kernel))):
        start = o // (outputs // groups) * inside
        rows = zip(tap, stride, dilation, size, strict=True)
        cut = [slice(dl * i, dl * i + s * (m - 1) + 1, s) for i, s, dl, m in rows]
        for c in range(inside):
            total[:, o] += weight[(o, c, *tap)] * x[(slice(None), start + c, *cut)]
    return total
