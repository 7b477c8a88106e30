"""Quantised layers of ONNX in a kept model: QLinearConv, ConvInteger, and DequantizeLinear in front of a Conv.

Each is a map of one place, a layer, and perhaps another map of one place:

    Dequantise    y = x - x_zero_point, whole numbers; for a Conv of floats that times x_scale
    Conv          of the weights less their zero points: the accumulators, whole numbers
    Requantise    what QLinearConv makes of them

Zero points and scales are
constants.  Written again, a layer has its bank with the zero points of the weights in it (``network.stored``).
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.call import Call
from symstride.adapters.onnx.emit import EMITTERS, Emitting, window
from symstride.adapters.onnx.files import OPSET, onnx_module, tensor_array
from symstride.adapters.onnx.nodes import Graph, Reader, conv_of
from symstride.layers.layer import Conv
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.operators.records import Input
from symstride.network.rewriting.whole_numbers import zero_point
from symstride.network.stored import Stored, per_output

BYTES: Final = ("int8", "uint8")
"""The element types of quantised numbers that are read."""

OLDEST: Final = 11
"""From this opset on Pad takes whole numbers, with which the rewritten layer begins."""

# ------------------------------------------------------------------------------------------------ read


def _qlinear_conv(graph: Graph, call: Call) -> None:
    x_scale, y_scale = (_one_scale(graph, call, number) for number in (1, 6))
    x_zero, w_zero = _zero_point(graph, call, 2), _zero_points(graph, call, 3, 5)
    y_zero, weight = _zero_point(graph, call, 7, ""), _weight(graph, call, 3)
    scale, bias = graph.constant(call, 4), graph.constant(call, 8)
    if scale is None or scale.dtype != np.float32 or scale.shape not in ((), (1,), weight.shape[:1]):
        raise call.wrong("a scale in single precision, or one for each output", _said(scale))
    if bias is not None and (bias.dtype != np.int32 or bias.shape != weight.shape[:1]):
        raise call.wrong("a bias of 32 bits for each output", _said(bias))
    sums = _sums(graph, call, weight, x_zero, w_zero, bias)
    limits = np.iinfo(y_zero.dtype)
    each = scale.size > 1
    levels = op.Requantise(x_scale, y_scale, int(y_zero), int(limits.min), int(limits.max), each)
    graph.emit(call, levels, [sums], scale=(call.inputs[4], scale.reshape(-1)))
    graph.typed(call.outputs[0], y_zero.dtype.name)


def _conv_integer(graph: Graph, call: Call) -> None:
    weight = _weight(graph, call, 1)
    _sums(graph, call, weight, _zero_point(graph, call, 2), _zero_points(graph, call, 1, 3), None, last=True)
    graph.typed(call.outputs[0], "int32")


def _sums(
    graph: Graph,
    call: Call,
    weight: NDArray[Any],
    x_zero: NDArray[Any],
    w_zero: NDArray[Any],
    bias: NDArray[Any] | None,
    last: bool = False,
) -> str:
    """The accumulators; ``last`` where they are what the node gives."""
    if graph.opset < OLDEST:
        raise call.unsupported(f"opset {OLDEST} or newer", f"opset {graph.opset}", "convert the model")
    conv = conv_of(graph, call, weight, bias is not None)
    numbers = (weight.astype(np.int16) - per_output(w_zero, weight)).astype(np.int16)
    label = call.inputs[3 if call.operator == "QLinearConv" else 1]
    graph.hold(label, Stored(w_zero))
    x = graph.step(call, op.Dequantise(int(x_zero)), call.inputs[0], "levels")
    arrays = {"weight": (label, numbers)}
    if bias is not None:
        arrays["bias"] = (call.inputs[8], bias)
    if last:
        graph.emit(call, conv, [x], **arrays)
        return call.outputs[0]
    return graph.step(call, conv, x, "accumulator", **arrays)


def _dequantise(graph: Graph, call: Call) -> None:
    call.only("axis")
    if graph.opset < OLDEST:
        raise call.unsupported(f"opset {OLDEST} or newer", f"opset {graph.opset}", "convert the model")
    scale, zero = _one_scale(graph, call, 1), _zero_point(graph, call, 2)
    graph.emit(call, op.Dequantise(int(zero), scale), call.inputs[:1])
    graph.typed(call.outputs[0], "float32")


def _one_scale(graph: Graph, call: Call, number: int) -> float:
    scale = graph.constant(call, number)
    if scale is None or scale.dtype != np.float32 or scale.size != 1 or not np.isfinite(scale).all() or scale <= 0:
        raise call.unsupported("one positive scale in single precision", _said(scale), "quantise it so")
    return float(scale.reshape(()))


def _zero_point(graph: Graph, call: Call, number: int, of: str | None = None) -> NDArray[Any]:
    """One zero point, of the type of what the node reads but where ``of`` is ""; 0 where there is none."""
    zero, kind = graph.constant(call, number), graph.kind(call.inputs[0]) if of is None else of
    zero = np.zeros((), kind or "uint8") if zero is None else zero
    if zero.size != 1 or zero.dtype.name not in BYTES or kind not in ("", zero.dtype.name):
        raise call.unsupported(f"one zero point, {kind or 'of 8 bits'}", _said(zero), "quantise it so")
    return zero.reshape(())


def _zero_points(graph: Graph, call: Call, of: int, number: int) -> NDArray[Any]:
    """The zero points of the weights: one, or one for each output."""
    weight, zero = _weight(graph, call, of), graph.constant(call, number)
    zero = np.zeros((), weight.dtype) if zero is None else zero
    if zero.dtype != weight.dtype or zero.shape not in ((), (1,), weight.shape[:1]):
        raise call.unsupported(f"zero points of weights, {weight.dtype}, one or one per output", _said(zero), "")
    return zero if zero.size > 1 else zero.reshape(())


def _weight(graph: Graph, call: Call, number: int) -> NDArray[Any]:
    weight = graph.constant(call, number)
    if weight is None or weight.dtype.name not in BYTES or weight.ndim < 3:
        raise call.unsupported("weights of 8 bits", _said(weight), "quantise them so")
    return weight


def _said(array: NDArray[Any] | None) -> str:
    return "none" if array is None else f"{array.dtype}, shape {array.shape}"


QUANTISED: Final[Mapping[str, Reader]] = {
    "QLinearConv": _qlinear_conv,
    "ConvInteger": _conv_integer,
    "DequantizeLinear": _dequantise,
}
"""What is read in the parts of a kept model alone: elsewhere all values have one element type."""

SATURATES: Final = (
    "ONNX Runtime adds up products of 8-bit weights in pairs of 16 bits here, which saturate; "
    "with weights of 7 bits it agrees"
)
"""Why a quantised layer was not compared with what runs."""


def with_halved_weights(model: Any, folder: Path | None) -> Any | None:
    """A copy of a model of one quantised layer whose signed weights have 7 bits; None where there are none.

    Two products with numbers of 8 bits are then at most ``2*255*64``, which 16 bits hold.
    """
    onnx = onnx_module()
    made = onnx.ModelProto()
    made.CopyFrom(model)
    wanted = {node.input[3 if node.op_type == "QLinearConv" else 1] for node in made.graph.node if _is_quantised(node)}
    tensors = [tensor for tensor in made.graph.initializer if tensor.name in wanted]
    for node in made.graph.node:
        tensors += [a.t for a in node.attribute if a.name == "value" and not wanted.isdisjoint(node.output)]
    halved = False
    for tensor in tensors:
        if tensor.data_type == onnx.TensorProto.INT8:
            array, name = tensor_array(tensor, folder), tensor.name
            tensor.CopyFrom(onnx.numpy_helper.from_array(array // 2, name))
            halved = True
    return made if halved else None


def _is_quantised(node: Any) -> bool:
    return node.op_type in ("QLinearConv", "ConvInteger") and len(node.input) > 3


# ------------------------------------------------------------------------------------------------ written


def emitted(
    network: Network, names: Names, titles: Names, opset: int = OPSET
) -> tuple[list[Any], dict[str, NDArray[Any]]]:
    """The ONNX nodes of a network for a model of ``opset``, and every array that they read, as a file holds it."""
    arrays, nodes = dict(network.weights), list[Any]()
    constants: dict[str, NDArray[Any]] = {}
    used = {key: node for node in network.nodes for key in node.parameters}
    for key, stored in network.stored.items():
        if key in arrays and key in used and stored.scale is None:
            arrays[key] = stored.whole(arrays[key])
        elif key in arrays and key in used:
            out = Emitting(network, used[key], nodes, constants, names, titles, opset)
            _held(out, key, stored, arrays.pop(key))
    for node in network.nodes:
        if not isinstance(node.operator, Input):
            emit = _QUANTISED.get(_kind(network, node)) or EMITTERS[type(node.operator)]
            emit(Emitting(network, node, nodes, constants, names, titles, opset), node.operator)
    return nodes, {**arrays, **constants}


def _kind(network: Network, node: Node) -> str:
    """Which part of a quantised layer a node is, if it is one."""
    if isinstance(node.operator, op.Dequantise):
        return "levels" if _whole(node) else "dequantise"
    if isinstance(node.operator, op.Requantise):
        return "requantise"
    return "sums" if isinstance(node.operator, Conv) and _whole(network.node(node.inputs[0])) else ""


def _whole(node: Node) -> bool:
    return isinstance(node.operator, op.Dequantise) and node.operator.scale is None


def _held(out: Emitting, key: str, stored: Stored, array: NDArray[Any]) -> None:
    """A parameter that a DequantizeLinear makes of whole numbers."""
    parts: dict[str, Any] = {"levels": stored.whole(array), "scale": stored.scale, "zero-point": stored.zero}
    inputs = [out.names.free(f"{key}/{word}") for word in parts]
    out.constants |= dict(zip(inputs, parts.values(), strict=True))
    axis = {"axis": 0} if stored.zero.ndim else {}
    title = out.titles.free(f"{key}/dequantised")
    out.nodes.append(onnx_module("onnx.helper").make_node("DequantizeLinear", inputs, [key], name=title, **axis))


def _levels(out: Emitting, operator: op.Dequantise) -> None:
    """Written with the layer behind it."""
    network = out.network
    readers = [node for node in network.nodes if out.node.name in node.inputs]
    if out.node.name in network.outputs or not all(isinstance(node.operator, Conv) for node in readers):
        raise out.refuse("a layer behind numbers less their zero point", "something else", "write them in front of one")


def _dequantised(out: Emitting, operator: op.Dequantise) -> None:
    numbers = [out.constant("scale", np.asarray(operator.scale, np.float32)), _zero_of(out, out.node)]
    out.last("DequantizeLinear", *out.node.inputs, *numbers)


def _integer_sums(out: Emitting, conv: Conv) -> None:
    """A ConvInteger, but where the numbers are requantised: then they are written together."""
    name, network = out.node.name, out.network
    readers = [_kind(network, node) for node in network.nodes if name in node.inputs]
    if name not in network.outputs and readers == ["requantise"]:
        return
    if conv.bias:
        raise out.refuse("sums without a bias", "a bias", "requantise them")
    less = out.network.node(out.node.inputs[0])
    weight = out.node.parameters[0]
    zeros = [_zero_of(out, less), out.constant("weight-zero-point", _stored(out, weight).zero)]
    out.last("ConvInteger", less.inputs[0], weight, *zeros, **_attributes(out, less, conv))


def _requantised(out: Emitting, operator: op.Requantise) -> None:
    sums = out.network.node(out.node.inputs[0])
    less = out.network.node(sums.inputs[0]) if isinstance(sums.operator, Conv) else sums
    if not isinstance(sums.operator, Conv) or not _whole(less):
        raise out.refuse("a layer of whole numbers in front", type(sums.operator).__name__, "requantise its sums")
    weight, *bias = sums.parameters
    kind = np.uint8 if operator.low == 0 else np.int8
    numbers = [
        out.constant("x-scale", np.asarray(operator.x_scale, np.float32)),
        _zero_of(out, less),
        weight,
        out.node.parameters[0],
        out.constant("weight-zero-point", _stored(out, weight).zero),
        out.constant("y-scale", np.asarray(operator.y_scale, np.float32)),
        out.constant("y-zero-point", np.asarray(operator.zero, kind)),
        *bias,
    ]
    out.last("QLinearConv", less.inputs[0], *numbers, **_attributes(out, less, sums.operator))


def _attributes(out: Emitting, less: Node, conv: Conv) -> dict[str, Any]:
    size = out.network.shapes[less.name][1:]
    padding = tuple((int(axis.low), int(axis.high)) for axis in conv.axes(size))
    return {"group": int(conv.groups), **window(conv, padding)}


def _zero_of(out: Emitting, node: Node) -> str:
    """The zero point of what a node takes from there."""
    return out.constant("x-zero-point", np.asarray(zero_point(node), out.network.dtype))


def _stored(out: Emitting, key: str) -> Stored:
    if key not in out.network.stored:
        raise out.refuse("weights of which it is known how they are stored", key, "read them from a model")
    return out.network.stored[key]


_QUANTISED: Final[Mapping[str, Any]] = {
    "levels": _levels,
    "dequantise": _dequantised,
    "sums": _integer_sums,
    "requantise": _requantised,
}
