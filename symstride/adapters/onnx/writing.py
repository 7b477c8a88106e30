"""From a network to an ONNX model: opset 19, initialisers bit for bit, the large ones in a file of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.emit import EMITTERS, Emitting
from symstride.adapters.onnx.files import Model, data_files, initialiser, onnx_module, save_model
from symstride.errors import SpecError
from symstride.network.graph import Network, has_weights
from symstride.network.operators.records import Input
from symstride.network.rewriting.bytes import check_total, predicted_bytes

OPSET = 19
IR_VERSION = 9
EMBEDDED_LIMIT = 2**20
"""Initialisers of more bytes than this go to the data file.

Embedded ones exist three times over while a file is written and checked (array, message, bytes), external ones once.
"""


def write_model(network: Network, path: str | os.PathLike[str], max_bytes: int, external_from: int) -> list[Path]:
    """The files written: the model, and before it the data file, if there is one."""
    place = _checked(network, Path(path), max_bytes)
    data = data_name(place)
    nodes, constants = _emitted(network)
    arrays = {name: network.weights[name] for node in network.nodes for name in node.parameters} | constants
    external = {name: array for name, array in arrays.items() if array.nbytes > external_from}
    tensors, offset = [], 0
    for name, array in arrays.items():
        tensors.append(initialiser(name, array, data if name in external else "", offset))
        offset += array.nbytes if name in external else 0
    return save_model(_model(network, nodes, tensors), external, place, data)


def model_of(network: Network) -> Model:
    """The model in memory, every initialiser inside."""
    _need_weights(network)
    nodes, constants = _emitted(network)
    arrays = {name: network.weights[name] for node in network.nodes for name in node.parameters} | constants
    return _model(network, nodes, [initialiser(name, array) for name, array in arrays.items()])


def _checked(network: Network, path: Path, max_bytes: int) -> Path:
    check_place(network, path)
    _need_weights(network)
    check_total(f"to_onnx({str(path)!r})", predicted_bytes(network), max_bytes)
    return path.resolve()


def check_place(network: Network, path: Path) -> None:
    """Refuse a place that cannot be written, and one that holds what the network was read from."""
    asked = f"to_onnx({str(path)!r})"
    if network.source and path.exists() and os.path.samefile(path, network.source):
        raise SpecError(asked, "another file than the input", "the input itself", "choose another name")
    if not path.parent.is_dir() or path.is_dir():
        raise SpecError(asked, "a file in a folder that exists", str(path), "make the folder first")
    data = path.parent / data_name(path)
    if network.source and data.exists() and any(os.path.samefile(data, file) for file in data_files(network.source)):
        got, hint = f"{data.name} holds weights of the input", "choose another name, or another folder"
        raise SpecError(asked, "files of its own", got, hint)


def data_name(path: Path) -> str:
    """The file with the large weights, beside the model."""
    return f"{path.name}.data"


def _need_weights(network: Network) -> None:
    if not has_weights(network):
        missing = next(n for node in network.nodes for n in node.parameters if n not in network.weights)
        hint = "give it weights: network.with_weights(...)"
        raise SpecError("to_onnx", "a network with all its weights", f"no {missing!r}", hint)


def _emitted(network: Network) -> tuple[list[Any], dict[str, NDArray[Any]]]:
    parameters = {name for node in network.nodes for name in node.parameters}
    clash = parameters & set(network.shapes)
    if clash:
        asked, got = "to_onnx", f"{min(clash)!r} for a node and a parameter"
        raise SpecError(asked, "one meaning per name", got, "rename the node or the parameter")
    nodes: list[Any] = []
    constants: dict[str, NDArray[Any]] = {}
    taken, labels = parameters | set(network.shapes), set[str]()
    for node in network.nodes:
        if not isinstance(node.operator, Input):
            EMITTERS[type(node.operator)](Emitting(network, node, nodes, constants, taken, labels), node.operator)
    return nodes, constants


def _model(network: Network, nodes: list[Any], tensors: list[Any]) -> Model:
    helper = onnx_module("onnx.helper")
    try:
        kind = helper.np_dtype_to_tensor_dtype(np.dtype(network.dtype))
    except (KeyError, TypeError, ValueError):
        got, hint = network.dtype, 'use dtype="float32"'
        raise SpecError("to_onnx", "a dtype that ONNX has", got, hint) from None
    batch = network.batch or "N"

    def value(name: str) -> Any:
        return helper.make_tensor_value_info(name, kind, [batch, *network.shapes[name]])

    inputs, outputs = [value(node.name) for node in network.inputs], [value(name) for name in network.outputs]
    graph = helper.make_graph(nodes, network.name, inputs, outputs, initializer=tensors)
    opsets: Mapping[str, Any] = {"opset_imports": [helper.make_opsetid("", OPSET)], "ir_version": IR_VERSION}
    return helper.make_model(graph, producer_name="symstride", **opsets)
