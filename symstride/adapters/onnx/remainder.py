"""The rest of a model around its holes: what it is to the bit, and whether that of another model is the same."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

from symstride.adapters.onnx.files import apart_digest, onnx_module
from symstride.adapters.onnx.scopes import HoledGraph, Way, bodies_of, copy_field, operator_of, scopes_of, title_of
from symstride.network.digest import encoded
from symstride.network.plain_names import plain_name
from symstride.network.rest import Kept


@dataclass(frozen=True, slots=True)
class Item:
    """A piece of the rest: what it is called, what kind it is, and the digest of all its bytes."""

    name: str
    kind: str
    digest: str


@dataclass(frozen=True)
class Remainder:
    """The rest of a model, piece by piece: its nodes, its constants, and everything else that it says."""

    nodes: tuple[Item, ...]
    constants: tuple[Item, ...]
    others: tuple[Item, ...]

    @property
    def digest(self) -> str:
        """64 hexadecimal digits for all pieces."""
        rows = tuple((item.name, item.kind, item.digest) for item in self.pieces)
        return sha256(encoded(("symstride rest 1", len(self.nodes), len(self.constants), rows))).hexdigest()

    @property
    def pieces(self) -> tuple[Item, ...]:
        """All of them, the nodes first."""
        return (*self.nodes, *self.constants, *self.others)

    @property
    def kept(self) -> tuple[Kept, ...]:
        """The nodes, in names that a certificate can hold."""
        return tuple(Kept(plain_name(item.name), plain_name(item.kind), item.digest) for item in self.nodes)


def remainder(model: Any, cuts: Mapping[Way, HoledGraph], folder: Path | None) -> Remainder:
    """The rest of the model.  ``cuts`` are its graphs with their holes."""
    nodes = []
    for number, (_, node) in enumerate(cuts[()].kept):
        nodes.append(Item(title_of(node), operator_of(node), _of_node(node, (), number, cuts, folder)))
    header = cuts[()].header()
    constants = [Item(t.name, "constant", of_message(t, folder)) for t in cuts[()].kept_constants()]
    others = [Item("the graph", "inputs, outputs and notes", of_message(header, folder))]
    about = onnx_module().ModelProto()
    for descriptor, value in model.ListFields():
        if descriptor.name != "graph":
            copy_field(about, descriptor.name, value)
    others.append(Item("the model", "versions, functions and notes", of_message(about, folder)))
    given = tuple((hole.name, hole.inputs, hole.outputs) for way in sorted(cuts) for hole in cuts[way].holes)
    others.append(Item("the layers", "what they read and give", sha256(encoded(given)).hexdigest()))
    return Remainder(tuple(nodes), tuple(constants), tuple(others))


def _of_node(node: Any, way: Way, number: int, cuts: Mapping[Way, HoledGraph], folder: Path | None) -> str:
    """The digest of a node, in whose bodies there may be holes."""
    bodies = list(bodies_of(node))
    if not bodies:
        return of_message(node, folder)
    copy, inner = type(node)(), []
    copy.CopyFrom(node)
    for (attribute, count, _), (_, _, bare) in zip(bodies, list(bodies_of(copy)), strict=True):
        inner.append(_of_body((*way, (number, attribute.name, count)), cuts, folder))
        bare.Clear()
    return sha256(encoded((of_message(copy, folder), tuple(inner)))).hexdigest()


def _of_body(way: Way, cuts: Mapping[Way, HoledGraph], folder: Path | None) -> str:
    cut = cuts[way]
    nodes = tuple(_of_node(node, way, number, cuts, folder) for number, (_, node) in enumerate(cut.kept))
    constants = tuple(of_message(tensor, folder) for tensor in cut.kept_constants())
    return sha256(encoded((nodes, constants, of_message(cut.header(), folder)))).hexdigest()


def of_message(message: Any, folder: Path | None) -> str:
    """SHA-256 of the bytes of a node, a tensor or a graph.  Many numbers count by what they are, wherever they lie."""
    apart = [apart_digest(tensor, folder) for tensor in tensors_in(message)]
    if not any(apart):
        return sha256(message.SerializeToString(deterministic=True)).hexdigest()
    copy = type(message)()
    copy.CopyFrom(message)
    for tensor, numbers in zip(tensors_in(copy), apart, strict=True):
        for name in _NUMBERS if numbers is not None else ():
            tensor.ClearField(name)
    return sha256(encoded((copy.SerializeToString(deterministic=True), tuple(apart)))).hexdigest()


_NUMBERS: Final = ("raw_data", "external_data", "data_location")


def tensors_in(message: Any) -> list[Any]:
    """All tensors of a node, a graph, a model, or the tensor itself."""
    onnx = onnx_module()
    if isinstance(message, onnx.TensorProto):
        return [message]
    if isinstance(message, onnx.ModelProto):
        nodes = [node for function in message.functions for node in function.node]
        return [*tensors_in(message.graph), *(tensor for node in nodes for tensor in tensors_in(node))]
    if isinstance(message, onnx.NodeProto):
        graphs = [scope.graph for _, _, body in bodies_of(message) for scope in scopes_of(body)]
        nodes = [message]
    else:
        graphs, nodes = [scope.graph for scope in scopes_of(message)], []
    found: list[Any] = []
    for graph in graphs:
        found += graph.initializer
        for sparse in graph.sparse_initializer:
            found += [sparse.values, sparse.indices]
        nodes += graph.node
    for node in nodes:
        for attribute in node.attribute:
            found += [attribute.t] if attribute.HasField("t") else []
            found += attribute.tensors
            sparse_ones = [attribute.sparse_tensor] if attribute.HasField("sparse_tensor") else []
            for sparse in (*sparse_ones, *attribute.sparse_tensors):
                found += [sparse.values, sparse.indices]
    return found
