"""A model as a wiring: the regions that the reader knows, and every other node by the digest of what it is."""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from hashlib import sha256
from pathlib import Path
from typing import Any, Final

import numpy as np

from symstride.adapters.agreement import compared
from symstride.adapters.onnx.call import call_of
from symstride.adapters.onnx.files import onnx_module, opset_of, tensor_array
from symstride.adapters.onnx.fused import standard_nodes
from symstride.adapters.onnx.inferred import Shapes, shapes_of
from symstride.adapters.onnx.keeping import Place, cut_out, loaded, with_sizes
from symstride.adapters.onnx.measured import checked_shapes
from symstride.adapters.onnx.reading import constant_of, read_model
from symstride.adapters.onnx.regions import Regions
from symstride.adapters.onnx.remainder import of_message
from symstride.adapters.onnx.running import OnnxRunning
from symstride.adapters.onnx.scopes import (
    STANDARD,
    Called,
    GraphScope,
    Hole,
    bodies_of,
    called_by,
    name_of,
    names_in,
    operator_of,
    title_of,
)
from symstride.errors import NotSupported, SymstrideError
from symstride.network.digest import array_digest, encoded
from symstride.network.names import Names
from symstride.network.plain_names import plain_name
from symstride.network.wiring import Opaque, ReadRegion, Same, Step, Wiring

ASKED: Final = "equal(model, model)"

DRAWING: Final = ("random", "bernoulli", "multinomial", "dropout", "sampling", "poisson")
"""What the names of operators that draw random numbers contain, in any domain.

Of ONNX: https://onnx.ai/onnx/operators/; of ONNX Runtime: docs/ContribOperators.md.
"""


def wired(
    source: str | os.PathLike[str] | Any,
    sizes: Callable[[Any], Mapping[str, Sequence[int]]],
    check: bool = True,
    folder: Path | None = None,
) -> Wiring:
    """The model in a file, or a ``ModelProto`` with data in ``folder``.

    ``sizes`` gives those of inputs that it leaves open.

    ``check``: each region is run in ONNX Runtime, where that is installed, and compared with what was read.
    Raises ``SpecError`` for a model that is none.
    """
    given, place, _ = loaded(source, ASKED)
    model = _with_standard_nodes(with_sizes(given, sizes(given)))
    return _Wired(model, place or folder, checked_shapes(model, True, check), check).graph(GraphScope(model.graph))


def _with_standard_nodes(model: Any) -> Any:
    """The model, or a copy with standard nodes in the place of fused ones that are known."""
    names, made = Names(names_in(model.graph)), dict[str, Any]()
    try:
        nodes = list(standard_nodes(model.graph.node, names.free, made.__setitem__))
    except NotSupported:  # then it is a node like any other
        return model
    if len(nodes) == len(model.graph.node) and not made:
        return model
    copy = type(model)()
    copy.CopyFrom(model)
    del copy.graph.node[:]
    copy.graph.node.extend(nodes)
    make = onnx_module("onnx.numpy_helper").from_array
    copy.graph.initializer.extend(make(np.asarray(array), name) for name, array in made.items())
    return copy


@dataclass
class _Wired:
    model: Any
    folder: Path | None
    shapes: Shapes
    check: bool
    versions: dict[str, int] = field(default_factory=dict)

    def __post_init__(self) -> None:
        self.opset = opset_of(self.model)
        self.versions = {entry.domain: int(entry.version) for entry in self.model.opset_import}
        self.functions = {name_of(each): each for each in self.model.functions}
        self.of_functions = tuple(sorted(map(self._of_function, self.model.functions)))

    def graph(self, scope: GraphScope) -> Wiring:
        """The main graph, or a body."""
        if scope.outer is not None:
            self._infer(scope)
        regions = Regions(scope, self.shapes)
        read = self._read(scope, regions)
        inside = {number for numbers in read for number in numbers}
        steps: list[Step] = [*read.values()]
        constants = {tensor.name: self._of_tensor(tensor) for tensor in scope.graph.initializer}
        make = onnx_module().AttributeProto
        constants |= {
            each.values.name: self._of_attribute(make(name="sparse", type=make.SPARSE_TENSOR, sparse_tensor=each))
            for each in scope.graph.sparse_initializer
        }
        bodies: dict[int, list[GraphScope]] = {}
        for body in scope.bodies():
            bodies.setdefault(body.place[-1][0], []).append(body)
        for number, node in enumerate(scope.graph.node):
            if number in inside or number not in regions.live:
                continue
            if node.op_type == "Constant" and node.domain in STANDARD and len(node.output) == 1:
                constants[node.output[0]] = self._of_constant(node)
            else:
                steps.append(self._step(node, bodies.get(number, [])))
        values = [value for value in scope.graph.input if scope.outer is not None or value.name not in constants]
        inputs = {value.name: _type_of(value) for value in values}
        stored = {tensor.name for tensor in scope.graph.initializer}
        defaults = tuple(value.name for value in scope.graph.input if scope.outer is None and value.name in stored)
        shapes = {v.name: kind.sizes for v in values if (kind := self._kind(scope, v.name)) and kind.sizes is not None}
        outputs = tuple(value.name for value in scope.graph.output)
        name = plain_name(scope.words or self.model.graph.name or "model")
        return Wiring(name, inputs, shapes, outputs, constants, tuple(steps), defaults)

    def _infer(self, scope: GraphScope) -> None:
        """Find more shapes in a body, by itself: inference leaves bodies out where it knows nothing of their node."""
        known = self.shapes.inferred[scope.place]
        if all(name in known and known[name].known for node in scope.graph.node for name in node.output if name):
            return
        make, alone = onnx_module("onnx.helper").make_tensor_value_info, type(self.model)()
        alone.ir_version = self.model.ir_version
        alone.opset_import.extend(self.model.opset_import)
        alone.functions.extend(self.model.functions)
        alone.graph.CopyFrom(scope.graph)
        for name in sorted(names_in(scope.graph) - scope.own):
            around = scope.outer
            while around is not None and name not in around.own:
                around = around.outer
            if around is None:
                continue
            tensor, (kind, _) = around.initialisers.get(name), self.shapes.find(around, name)
            if tensor is not None:
                alone.graph.initializer.append(tensor)
            elif kind is not None:
                alone.graph.input.append(make(name, kind.element, kind.sizes))
        found = shapes_of(alone, every=True).inferred[()]
        more = {name: kind for name, kind in found.items() if name in scope.own and kind.known}
        self.shapes = replace(self.shapes, inferred={**self.shapes.inferred, scope.place: {**known, **more}})

    def _kind(self, scope: GraphScope, name: str) -> Any:
        return self.shapes.find(scope, name)[0]

    # ------------------------------------------------------------------------------------------------ regions

    def _read(self, scope: GraphScope, regions: Regions) -> dict[tuple[int, ...], ReadRegion]:
        """Those that can be read, by their nodes.  What makes one unreadable is left to be a node by itself."""
        made: dict[tuple[int, ...], ReadRegion] = {}

        def read(numbers: Sequence[int]) -> None:
            made[tuple(numbers)] = self._region(scope, regions, numbers)

        regions.settle(read)
        return {numbers: made[numbers] for numbers in map(tuple, regions.found()) if numbers in made}

    def _region(self, scope: GraphScope, regions: Regions, numbers: Sequence[int]) -> ReadRegion:
        title = plain_name(title_of(regions.nodes[numbers[-1]]))
        hole = Hole(title, *regions.ends(numbers))
        found = {value: self._kind(scope, value) for value in hole.inputs}
        if not found or not all(kind is not None and kind.known for kind in found.values()):
            raise NotSupported(ASKED, "values whose sizes are known", "open ones", "give the sizes of the inputs")
        alone = cut_out(self.model, Place(scope, hole, found))
        network = read_model(alone, self.folder, {}, "")
        if self.check:
            network = compared(network, f"{ASKED}, {title!r}", OnnxRunning(alone, network, self.folder))
        return ReadRegion(title, hole.inputs, hole.outputs, network, any(not kind.sizes[0] for kind in found.values()))

    # ------------------------------------------------------------------------------------------------ nodes

    def _step(self, node: Any, bodies: Sequence[GraphScope]) -> Opaque | Same:
        title, inputs, outputs = plain_name(title_of(node)), tuple(node.input), tuple(node.output)
        read, made = [name for name in inputs if name], [name for name in outputs if name]
        if node.op_type == "Identity" and node.domain in STANDARD and len(read) == len(made) == 1:
            return Same(title, (read[0],), (made[0],))
        places = [(f"{attribute.name} {count}", graph) for attribute, count, graph in bodies_of(node)]
        inner = tuple((words, self.graph(scope)) for (words, _), scope in zip(places, bodies, strict=True))
        operator = plain_name(operator_of(node))
        return Opaque(title, operator, inputs, outputs, self._of_node(node), inner, self._why_not(node, set()))

    def _of_node(self, node: Any) -> str:
        """The digest of operator, version, attributes with those that are left out, and which outputs there are."""
        domain = "" if node.domain in STANDARD else node.domain
        version, attributes = self._defaults(node.op_type, domain)
        for each in node.attribute:
            attributes[each.name] = self._of_attribute(each)
        called = self.of_functions if called_by(node) in self.functions else ()
        made = tuple(bool(name) for name in node.output)
        words = (node.op_type, domain, version, getattr(node, "overload", ""), tuple(sorted(attributes.items())))
        return sha256(encoded((*words, called, made))).hexdigest()

    def _defaults(self, operator: str, domain: str) -> tuple[int, dict[str, str]]:
        """The version in which the operator became what it is, and the attributes that it has when none is given."""
        declared = self.versions.get(domain, self.versions.get("ai.onnx", 0) if not domain else 0)
        defs = onnx_module("onnx.defs")
        try:
            schema = defs.get_schema(operator, declared, domain)
        except defs.SchemaError:
            return declared, {}
        found = {name: each.default_value for name, each in schema.attributes.items()}
        return schema.since_version, {name: self._of_attribute(each) for name, each in found.items() if each.name}

    def _of_attribute(self, attribute: Any) -> str:
        """Bodies are looked at by themselves: of them it says how many there are."""
        copy = type(attribute)()
        copy.CopyFrom(attribute)
        copy.ClearField("doc_string")
        tensors = [copy.t] if copy.HasField("t") else []
        numbers = tuple(self._of_tensor(tensor) for tensor in (*tensors, *copy.tensors))
        graphs = int(copy.HasField("g")) + len(copy.graphs)
        for name in ("t", "tensors", "g", "graphs"):
            copy.ClearField(name)
        rest = of_message(onnx_module().NodeProto(attribute=[copy]), self.folder)
        return sha256(encoded((rest, numbers, graphs))).hexdigest()

    def _of_tensor(self, tensor: Any) -> str:
        """By element type, shape and numbers; by all that is stored where these are no numbers."""
        try:
            array = tensor_array(tensor, self.folder)
            if array.dtype.hasobject:
                words = tuple(each if isinstance(each, bytes) else str(each) for each in array.reshape(-1).tolist())
                return sha256(encoded(("texts", tuple(array.shape), words))).hexdigest()
            return sha256(encoded(("constant", tensor.data_type, array_digest(array, array.shape)))).hexdigest()
        except SymstrideError:  # no numbers that NumPy has
            pass
        copy = type(tensor)()
        copy.CopyFrom(tensor)
        copy.ClearField("name")
        copy.ClearField("doc_string")
        return of_message(copy, self.folder)

    def _of_constant(self, node: Any) -> str:
        onnx = onnx_module()
        tensors = [each.t for each in node.attribute if each.name == "value" and each.HasField("t")]
        if tensors:
            return self._of_tensor(tensors[0])
        try:
            array = constant_of(call_of(node, self.folder, self.opset))
        except SymstrideError:
            return self._of_node(node)
        return self._of_tensor(onnx.numpy_helper.from_array(np.asarray(array)))

    def _of_function(self, function: Any) -> str:
        nodes = tuple(of_message(node, self.folder) for node in function.node)
        copy = type(function)()
        copy.CopyFrom(function)
        copy.ClearField("node")
        return sha256(encoded((copy.SerializeToString(deterministic=True), nodes))).hexdigest()

    def _why_not(self, node: Any, seen: set[Called]) -> str:
        """Why it is no function of what it reads; what its bodies do is said by their own nodes."""
        if node.domain in STANDARD and node.op_type == "Dropout":
            at_rest = len(node.input) < 3 if seen else self._is_at_rest(node)  # names in a function are its own
            return "" if at_rest else "Dropout, which may be in training"
        if any(word in node.op_type.lower() for word in DRAWING) or node.op_type.lower().startswith("rand"):
            return f"{operator_of(node)}, which draws random numbers"
        function = self.functions.get(called_by(node))
        if function is None or called_by(node) in seen:
            return ""
        seen.add(called_by(node))
        return next(filter(None, (self._why_not(each, seen) for each in _nodes_in(function.node))), "")

    def _is_at_rest(self, node: Any) -> bool:
        """Whether a ``Dropout`` is at inference: it says nothing of training, or that there is none."""
        if len(node.input) < 3 or not node.input[2]:
            return True
        tensors = {tensor.name: tensor for tensor in self.model.graph.initializer}
        inputs = {value.name for value in self.model.graph.input}
        tensor = tensors.get(node.input[2])
        for each in self.model.graph.node:
            if each.op_type == "Constant" and node.input[2] in each.output:
                tensor = next((a.t for a in each.attribute if a.name == "value"), None)
        return tensor is not None and node.input[2] not in inputs and not tensor_array(tensor, self.folder).any()


def _nodes_in(nodes: Any) -> Iterator[Any]:
    for node in nodes:
        yield node
        for _, _, body in bodies_of(node):
            yield from _nodes_in(body.node)


def _type_of(value: Any) -> str:
    """The element type that an input declares, or what else it is."""
    kind = value.type
    if kind.HasField("tensor_type"):
        return f"tensor {kind.tensor_type.elem_type}"
    return sha256(kind.SerializeToString(deterministic=True)).hexdigest()
