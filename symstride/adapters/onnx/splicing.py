"""Writing a model that is kept: what stands in the place of each layer goes in where the layer was, all else stays.

Values that a layer reads and gives keep their names; all others that come in have names that occur nowhere in the
model, so that nothing that a body captures is touched.  Weights are initialisers of the same graph, in an old model
constants.  What nothing but the layer read is left out.

Messages are copied as they are, field by field: onnx-ir 1.1, tried in between, leaves out sparse initialisers, training
information and fields that it does not know, and gives other bytes for nodes whose domain is written as an empty one.
"""

from __future__ import annotations

import os
from collections.abc import Iterable
from contextlib import AbstractContextManager
from dataclasses import dataclass, field, replace
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.computed import stand_ins, table_of
from symstride.adapters.onnx.files import (
    Beside,
    Numbers,
    initialiser,
    is_outside,
    onnx_module,
    opset_of,
    point_to,
    saved_model,
    stretch_of,
    tensor_array,
)
from symstride.adapters.onnx.inferred import without_numbers
from symstride.adapters.onnx.keeping import cuts_around
from symstride.adapters.onnx.older import in_opset
from symstride.adapters.onnx.quantised import emitted
from symstride.adapters.onnx.remainder import remainder, tensors_in
from symstride.adapters.onnx.scopes import (
    FIRST_FREE,
    HoledGraph,
    Way,
    bodies_of,
    copy_field,
    names_in,
    reads,
    scopes_of,
)
from symstride.adapters.onnx.writing import check_place, data_name
from symstride.errors import SpecError
from symstride.network.bits import same_numbers
from symstride.network.digest import array_digest
from symstride.network.graph import Network, Node
from symstride.network.model import Model, ModelPart
from symstride.network.names import Names
from symstride.network.operators.records import Input
from symstride.network.rewriting.bytes import check_total, predicted_bytes


def write_kept(
    model: Model, path: str | os.PathLike[str], max_bytes: int, external_from: int
) -> AbstractContextManager[Beside]:
    """The model, and its data file if there is one, written when the context is entered."""
    place = check_place(model.files, Path(path))
    sizes = {part.name: sum(predicted_bytes(part.network).values()) for part in model.parts}
    check_total(f"write(model, {str(path)[:200]!r})", sizes, max_bytes)
    writing = _Writing(model, data_name(place), external_from)
    made = writing.model_of()
    if any(is_outside(tensor) for tensor in tensors_in(model.source)):
        found = remainder(model.source, writing.cuts, model.folder).digest
        if found != model.rest.digest:
            expected, hint = "files that are as they were when the model was read", "read the model again"
            raise SpecError(f"write(model, {str(path)[:200]!r})", expected, "other numbers", hint)
    source = model.source
    return saved_model(made, writing.arrays, place, data_name(place), lambda: without_numbers(source))


def spliced(model: Model, inside: bool = False) -> Any:
    """The model in memory, as a ``ModelProto``: with all that comes in, and if ``inside`` with what its files hold."""
    made = _Writing(model, "", 0).model_of()
    for tensor in tensors_in(made) if inside else ():
        if is_outside(tensor):
            tensor.raw_data = b"".join(stretch_of(tensor, model.folder).chunks())
            for name in ("external_data", "data_location"):
                tensor.ClearField(name)
    return made


_GATHERING: Final = ("flat", "places", "shape", "zero")
"""What is made beside a weight that is gathered from a value."""


@dataclass
class _Writing:
    """The model as it is written; arrays of more than ``external_from`` bytes go to the file ``data``, if any."""

    model: Model
    data: str
    external_from: int
    arrays: list[Numbers] = field(default_factory=list)
    offset: int = 0

    def __post_init__(self) -> None:
        if self.model.origin is None:
            raise SpecError("write(model, path)", "what unstride(model) gives", repr(self.model), "unstride it first")
        self.opset = opset_of(self.model.source)
        self.names, self.titles = Names(names_in(self.model.source.graph)), all_titles(self.model.source)
        self.cuts = cuts_around(self.model.source, [part.place for part in self.model.parts])
        self.parts = {part.name: part for part in self.model.parts}

    def model_of(self) -> Any:
        """Everything that the source says, with another graph."""
        made = onnx_module().ModelProto()
        for descriptor, value in self.model.source.ListFields():
            if descriptor.name != "graph":
                copy_field(made, descriptor.name, value)
        self.settle(made)
        self.fill(made.graph, ())
        return made

    def settle(self, message: Any) -> None:
        """What lies in files of the model is copied from there to the data file, if there is one."""
        for tensor in tensors_in(message) if self.data else ():
            if is_outside(tensor):
                self.move(tensor, stretch_of(tensor, self.model.folder))

    def move(self, tensor: Any, numbers: Numbers) -> Any:
        """The tensor, whose bytes go to the data file."""
        point_to(tensor, self.data, self.offset, numbers.nbytes)
        self.arrays.append(numbers)
        self.offset += numbers.nbytes
        return tensor

    def fill(self, made: Any, way: Way) -> None:
        """One graph: the nodes that are kept in their order, and what comes in where something first reads it."""
        cut, stored = self.cuts[way], dict[bytes, str]()
        cut.header(made)
        made.initializer.extend(cut.kept_constants())
        self.settle(made)
        fresh = [node for hole in cut.holes for node in self.fragment(self.parts[hole.name], cut, made, stored)]
        waiting = {name: node for node in fresh for name in node.output}
        for count, (_, node) in enumerate(cut.kept):
            made.node.extend(taken(waiting, reads(node)))
            made.node.append(node)
            bodies = list(bodies_of(made.node[-1]))
            for _, _, body in bodies:
                body.Clear()
            self.settle(made.node[-1])
            for attribute, number, body in bodies:
                self.fill(body, (*way, (count, attribute.name, number)))
        made.node.extend(taken(waiting, [value.name for value in made.output]))

    def fragment(self, part: ModelPart, cut: HoledGraph, graph: Any, stored: dict[bytes, str]) -> list[Any]:
        """The nodes that stand in the place of a layer; the graph gets the arrays that it has not got yet."""
        network = self.named(part, cut)
        nodes, arrays = emitted(network, self.names, self.titles, self.opset)
        called = self.gathered(part, network, nodes, arrays)
        nodes, arrays = in_opset(nodes, arrays, self.opset)
        old, numbers = self.model.source.ir_version < FIRST_FREE, list[Any]()
        for name, array in arrays.items():
            if cut.scope.is_constant(name):  # a constant of the model, read as it is
                if name in cut.constants and name not in stored.values():
                    graph.initializer.append(cut.scope.initialisers[name])
                    self.settle(graph.initializer[-1])
                    stored[b"=" + name.encode()] = name
                continue
            if old:
                tensor = initialiser(name, array)
                numbers.append(onnx_module("onnx.helper").make_node("Constant", [], [name], value=tensor))
                continue
            key = array_digest(array, array.shape)
            if key not in stored:
                stored[key] = name
                graph.initializer.append(self.tensor(name, array))
            called[name] = stored[key]
        for node in nodes:
            read = [called.get(name, name) for name in node.input]
            del node.input[:]
            node.input.extend(read)
        return [*numbers, *nodes]

    def gathered(
        self, part: ModelPart, network: Network, nodes: list[Any], arrays: dict[str, NDArray[Any]]
    ) -> dict[str, str]:
        """Nodes and tables for weights that the model computes, in the place of their arrays.

        Answers with what is the computed weight itself, and what that is called.
        """
        make, called = onnx_module("onnx.helper").make_node, dict[str, str]()
        given = stand_ins(part.place.computed, part.place.types, f"write(model, path), layer {part.name!r}"[:200])
        layers = [node for node in network.nodes if len(node.parameters) > 0] if given else []
        for node in layers:
            for number, value in part.place.computed.items():
                key, whole = node.parameters[number - 1], given[value]
                if key not in arrays:
                    continue
                array = arrays.pop(key)
                if array.shape == whole.shape and bool((array == whole).all()):
                    called[key] = value
                    continue
                table, holes = table_of(array, whole)
                flat, places, shape, zero = (self.names.free(f"{key}/{word}") for word in _GATHERING)
                arrays |= {shape: np.asarray([-1], np.int64), places: table}
                steps = [make("Reshape", [value, shape], [flat], self.titles.free(flat))]
                if holes:
                    joined = self.names.free(f"{key}/joined")
                    arrays[zero] = np.zeros(1, array.dtype)
                    steps.append(make("Concat", [flat, zero], [joined], self.titles.free(joined), axis=0))
                    flat = joined
                steps.append(make("Gather", [flat, places], [key], self.titles.free(key), axis=0))
                nodes[:0] = steps
        return called

    def tensor(self, name: str, array: NDArray[Any]) -> Any:
        """An initialiser, in the data file where it is large."""
        if not self.data or array.nbytes <= self.external_from or array.dtype == np.int64:
            return initialiser(name, array)
        return self.move(initialiser(name, array, self.data), array)

    def named(self, part: ModelPart, cut: HoledGraph) -> Network:
        """The network with names of the file: its inputs and outputs keep theirs, all else gets free ones.

        A weight that is an initialiser of the model, bit for bit, has its name.
        """
        network, scope = part.network, cut.scope
        outside = {*part.place.hole.inputs, *part.place.hole.outputs}
        values = {name: name if name in outside else self.names.free(name) for name in network.shapes}
        arrays: dict[str, str] = {}
        for node in network.nodes:
            for key in node.parameters:
                label = network.label(key)
                known = scope.initialisers.get(label)
                same = known is not None and same_numbers(network.weights[key], tensor_array(known, self.model.folder))
                arrays.setdefault(key, label if same else "")
        arrays = {key: label or self.names.free(f"{part.place.hole.outputs[0]}/{key}") for key, label in arrays.items()}
        nodes = []
        for node in network.nodes:
            title = "" if isinstance(node.operator, Input) else self.titles.free(node.title)
            inputs, keys = (values[name] for name in node.inputs), (arrays[key] for key in node.parameters)
            nodes.append(Node(values[node.name], node.operator, tuple(inputs), tuple(keys), title))
        outputs = tuple(values[name] for name in network.outputs)
        weights = {name: network.weights[key] for key, name in arrays.items()}
        stored = {name: network.stored[key] for key, name in arrays.items() if key in network.stored}
        named = replace(network, nodes=tuple(nodes), outputs=outputs, weights=weights, labels={}, origin=None)
        return replace(named, stored=stored)


def taken(waiting: dict[str, Any], names: Iterable[str]) -> list[Any]:
    """The nodes that make these values and have not been taken yet, behind those that make what they read."""
    found: list[Any] = []
    stack = [(name, False) for name in names]
    while stack:
        name, is_ready = stack.pop()
        node = waiting.get(name)
        if node is None:
            continue
        if is_ready:
            found.append(node)
            for each in node.output:
                del waiting[each]
        else:
            stack += [(name, True), *((each, False) for each in node.input if each in waiting)]
    return found


def all_titles(model: Any) -> Names:
    """What the nodes of the model are called."""
    return Names(node.name for scope in scopes_of(model.graph) for node in scope.graph.node)
