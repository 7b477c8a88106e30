"""ONNX models of one layer and of one space-to-depth, for the reference evaluator and for ONNX Runtime alike.

Padding stands in the layer's ``pads``, which ONNX takes per side and wants not negative, "same" and "same_lower" in its
``auto_pad``; other padding is done in front.  onnx >= 1.17 and onnxruntime >= 1.19 have these operators and versions.
"""

from __future__ import annotations

from collections.abc import Mapping
from importlib import import_module
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.layout import Order
from symstride.check.backends.padding import padded, pairs, plain, without_padding
from symstride.errors import NotSupported
from symstride.layers.layer import Conv

Feeds: TypeAlias = dict[str, NDArray[Any]]
"""The inputs of a model by name."""

OPSET = 19
IR_VERSION = 9

OPERATORS: Mapping[Order, str] = {"phase_major": "SpaceToDepth"}
"""SpaceToDepth numbers phases first.  DepthToSpace knows both orders, in its modes DCR and CRD."""

AUTO_PAD: Mapping[str, str] = {"same": "SAME_UPPER", "same_lower": "SAME_LOWER"}

_MODES: Mapping[Order, str] = {"phase_major": "DCR", "channel_major": "CRD"}


def float_layer(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> tuple[Any, Feeds]:
    """A model of one Conv node, and its inputs.  The output is called ``y``."""
    layer, x = _without_odd_padding(layer, x)
    feeds = {"x": x, "w": w} if b is None else {"x": x, "w": w, "b": b}
    node = import_module("onnx.helper").make_node("Conv", list(feeds), ["y"], **_attributes(layer))
    return _model([node], feeds, x.dtype), feeds


def integer_layer(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None) -> tuple[Any, Feeds]:
    """A model of one ConvInteger node on 8-bit numbers with 32-bit sums, which it adds the bias to.

    Zero points are 0, so padding and structural zeros are zeros.  Refuses numbers of more than 8 bits.
    """
    layer, x = _without_odd_padding(layer, x)
    feeds = {"x": _bytes(x), "w": _bytes(w)}
    helper = import_module("onnx.helper")
    nodes = [helper.make_node("ConvInteger", ["x", "w"], ["y" if b is None else "sums"], **_attributes(layer))]
    if b is not None:
        feeds["b"] = b.reshape(-1, *(1,) * layer.ndim).astype(np.int32)
        nodes.append(helper.make_node("Add", ["sums", "b"], ["y"]))
    return _model(nodes, feeds, np.dtype(np.int32)), feeds


def phases(x: NDArray[Any], cell: int) -> tuple[Any, Feeds]:
    """A model of one SpaceToDepth node."""
    node = import_module("onnx.helper").make_node("SpaceToDepth", ["x"], ["y"], blocksize=cell)
    return _model([node], {"x": x}, x.dtype), {"x": x}


def signal(y: NDArray[Any], cell: int, order: Order) -> tuple[Any, Feeds]:
    """A model of one DepthToSpace node."""
    helper = import_module("onnx.helper")
    node = helper.make_node("DepthToSpace", ["x"], ["y"], blocksize=cell, mode=_MODES[order])
    return _model([node], {"x": y}, y.dtype), {"x": y}


def _without_odd_padding(layer: Conv, x: NDArray[Any]) -> tuple[Conv, NDArray[Any]]:
    if layer.padding_mode == "zeros" and all(n >= 0 for pair in pairs(layer, x) for n in pair):
        return layer, x
    return without_padding(layer), padded(layer, x)


def _attributes(layer: Conv) -> dict[str, Any]:
    shared = {"strides": plain(layer.stride), "dilations": plain(layer.dilation), "group": int(layer.groups)}
    if isinstance(layer.padding, str):
        return shared | {"auto_pad": AUTO_PAD[layer.padding]}
    return shared | {"pads": [int(low) for low, _ in layer.padding] + [int(high) for _, high in layer.padding]}


def _bytes(array: NDArray[Any]) -> NDArray[np.int8]:
    narrow = array.astype(np.int8)
    if np.array_equal(narrow, array):
        return narrow
    raise NotSupported("ConvInteger", "integers of 8 bits", "larger ones", "draw smaller numbers")


def _model(nodes: list[Any], feeds: Feeds, result: np.dtype[Any]) -> Any:
    helper = import_module("onnx.helper")
    inputs = [_value(name, array.dtype) for name, array in feeds.items()]
    graph = helper.make_graph(nodes, "layer", inputs, [_value("y", result)])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", OPSET)], ir_version=IR_VERSION)


def _value(name: str, dtype: np.dtype[Any]) -> Any:
    helper = import_module("onnx.helper")
    return helper.make_tensor_value_info(name, helper.np_dtype_to_tensor_dtype(dtype), None)
