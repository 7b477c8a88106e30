"""From a network to an ONNX model: opset 19, initialisers bit for bit, the large ones in a file of their own."""

from __future__ import annotations

import os
from collections.abc import Mapping, Sequence
from contextlib import AbstractContextManager
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.apart import LARGE
from symstride.adapters.onnx.files import OPSET, Beside, Model, initialiser, onnx_module, saved_model
from symstride.adapters.onnx.quantised import emitted
from symstride.errors import NotSupported, SpecError
from symstride.network.graph import Network, Node, has_weights
from symstride.network.names import Names
from symstride.network.operators.records import Input
from symstride.network.placing import check_apart
from symstride.network.rewriting.bytes import check_total, predicted_bytes
from symstride.network.rewriting.whole_numbers import is_stored_otherwise

IR_VERSION = 9
EMBEDDED_LIMIT = LARGE
"""Initialisers of more bytes than this go to the data file.

Embedded ones exist three times over while a file is written and checked (array, message, bytes), external ones once.
Shapes and places stay in the model whatever their size: ONNX infers shapes without a look into data files.
"""


def write_model(
    network: Network,
    path: str | os.PathLike[str],
    max_bytes: int,
    external_from: int,
) -> AbstractContextManager[Beside]:
    """The model, and its data file if there is one, written when the context is entered."""
    place = _checked(network, Path(path), max_bytes)
    data = data_name(place)
    named, nodes, arrays = _emitted(network)
    shapes = {name for name in arrays if name not in named.weights and arrays[name].dtype == np.int64}
    external = {name: array for name, array in arrays.items() if array.nbytes > external_from and name not in shapes}
    tensors, offset = [], 0
    for name, array in arrays.items():
        tensors.append(initialiser(name, array, data if name in external else "", offset))
        offset += array.nbytes if name in external else 0
    return saved_model(_model(named, nodes, tensors), external.values(), place, data)


def model_of(network: Network) -> Model:
    """The model in memory, every initialiser inside."""
    _need_weights(network)
    named, nodes, arrays = _emitted(network)
    return _model(named, nodes, [initialiser(name, array) for name, array in arrays.items()])


def _checked(network: Network, path: Path, max_bytes: int) -> Path:
    place = check_place(network.files, path)
    _need_weights(network)
    check_total(f"to_onnx({str(path)!r})", predicted_bytes(network), max_bytes)
    return place


def check_place(files: Sequence[Path], path: Path) -> Path:
    """Where the model is written once all links are followed; its data goes beside it.

    Refuses a place that cannot be written, and one that holds one of ``files``, which a network was read from.
    """
    asked = f"to_onnx({str(path)[:200]!r})"
    try:
        place = Path(os.path.realpath(path))
        str(place).encode()  # ONNX and its runtime open no other names
        there, is_folder = place.parent.is_dir(), place.is_dir()
    except (OSError, ValueError) as why:  # a name that no file can have
        got = str(getattr(why, "strerror", None) or why)
        raise SpecError(asked, "the name of a file", got, "choose another name") from None
    if not there:
        raise SpecError(asked, "a file in a folder that exists", str(path)[:200], "make the folder first")
    if is_folder:
        raise SpecError(asked, "a file", f"a folder called {place.name}"[:200], "choose another name")
    check_apart(asked, [path, place, place.parent / data_name(place)], files)
    return place


def data_name(path: Path) -> str:
    """The file with the large weights, beside the model."""
    return f"{path.name}.data"


def _need_weights(network: Network) -> None:
    if not has_weights(network):
        missing = next(key for node in network.nodes for key in node.parameters if key not in network.weights)
        hint = "give it weights: network.with_weights(...)"
        raise SpecError("to_onnx", "a network with all its weights", f"no {network.label(missing)!r}", hint)


def _emitted(network: Network) -> tuple[Network, list[Any], dict[str, NDArray[Any]]]:
    """The network as it is named in the file, its ONNX nodes, and every array that they read."""
    names, titles = Names(), Names()
    named = _named(network, names, titles)
    odd = next((node for node in network.nodes if is_stored_otherwise(node)), None)
    if odd is not None:
        got, hint = f"node {odd.title!r} ({odd.operator})"[:200], "write the model that it is a part of"
        raise NotSupported("to_onnx", "values of one element type", got, hint)
    return named, *emitted(named, names, titles)


def _named(network: Network, names: Names, titles: Names) -> Network:
    """The network with the names of its file, where values and arrays share one namespace and nodes have another.

    Values keep their names.  An array has the name that the model gave it, or else its key, where these are free.
    """
    text = {name: _text(name) for name in network.shapes}
    names.add(*(name for name, legal in text.items() if name == legal))
    values = {name: name if name == legal else names.free(legal) for name, legal in text.items()}
    keys = dict.fromkeys(key for node in network.nodes for key in node.parameters)
    arrays = {}
    for key in sorted(keys, key=lambda key: key not in network.labels):  # the names of the model first
        label = _text(network.label(key))
        arrays[key] = names.free(_text(key) if label in names else label)
    nodes = []
    for node in network.nodes:
        title = "" if isinstance(node.operator, Input) else titles.free(_text(node.title))
        inputs, parameters = (values[name] for name in node.inputs), (arrays[key] for key in node.parameters)
        nodes.append(Node(values[node.name], node.operator, tuple(inputs), tuple(parameters), title))
    return replace(
        network,
        nodes=tuple(nodes),
        outputs=tuple(values[name] for name in network.outputs),
        weights={arrays[key]: network.weights[key] for key in keys},
        stored={arrays[key]: network.stored[key] for key in keys if key in network.stored},
        name=_text(network.name),
        labels={},
    )


def _text(name: str) -> str:
    """The name itself, unless ONNX has no such text: "" means nothing there, and half of a surrogate pair is none."""
    return name.encode("utf-8", "backslashreplace").decode("utf-8") or "unnamed"


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
