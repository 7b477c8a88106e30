"""Shapes of the values of a model: from ONNX's own shape inference, and from the model where that knows nothing.

What a model declares about a value that can be inferred is not looked at: a declaration may be wrong.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping
from dataclasses import dataclass
from typing import Any, Final, TypeAlias

from symstride.adapters.onnx.contributed import with_known_sizes
from symstride.adapters.onnx.doubted import make_unheard, without_doubt
from symstride.adapters.onnx.files import is_outside, onnx_module
from symstride.adapters.onnx.folding import folded
from symstride.adapters.onnx.reading import sizes_of
from symstride.adapters.onnx.scopes import (
    SMALL,
    STANDARD,
    GraphScope,
    Place,
    ValueType,
    copy_field,
    is_strided,
    scopes_of,
)
from symstride.errors import SpecError

ROUNDS: Final = 4
"""How often sizes are computed and shapes inferred again, as long as a strided node has none."""

NUMBERS: Final = "symstride.numbers"
"""The domain of constants whose numbers are left out."""


Types: TypeAlias = Mapping[Place, Mapping[str, ValueType]]
"""For each graph of a model the types of its own values."""


@dataclass(frozen=True, slots=True)
class Shapes:
    """What is known of the values of a model: by inference alone, and with the help of what the model declares."""

    inferred: Types
    declared: Types

    def find(self, scope: GraphScope, name: str) -> tuple[ValueType | None, bool]:
        """The type of a value that is seen in a graph, and whether the model had to declare it."""
        around = _around(scope, name)
        if around is None:
            return None, False
        known = self.inferred[around.place].get(name)
        if known is not None and known.known:
            return known, False
        return self.declared[around.place].get(name, known), True

    def same_channels(self, scope: GraphScope, name: str, kind: ValueType) -> bool:
        """Whether inference alone knows as much about how many axes and channels a value has as this type says."""
        around = _around(scope, name)
        known = None if around is None else self.inferred[around.place].get(name)
        if known is None or known.sizes is None or kind.sizes is None or len(known.sizes) != len(kind.sizes):
            return False
        return known.sizes[1:2] == kind.sizes[1:2]


def _around(scope: GraphScope, name: str) -> GraphScope | None:
    """The graph that a name is from which is seen in this one."""
    around: GraphScope | None = scope
    while around is not None and name not in around.own:
        around = around.outer
    return around


def shapes_of(model: Any, every: bool = False, wrong: Collection[str] = ()) -> Shapes:
    """The shapes of all values.  Linear in the model; large constants are not looked at.

    Sizes that the model computes are looked for as long as a strided node has none, or as there are any with ``every``.
    Nothing is known of the values ``wrong`` of the main graph, which have other sizes than inference finds.
    """
    bare = without_numbers(model)
    said = _types(bare)
    said[()] = {name: kind for name, kind in said[()].items() if name not in wrong}
    _without_declarations(bare)
    _without_constants(bare)
    make_unheard(node for node in bare.graph.node if not set(wrong).isdisjoint(node.output))
    first = _types(_inferred(bare))
    for _ in range(ROUNDS):
        if not (every or _is_open(bare, first)) or not folded(bare, first):
            break
        first = _types(_inferred(bare))
    missing = {place: _unknown(kinds, first[place]) for place, kinds in said.items()}
    if not any(missing.values()):
        return Shapes(first, first)
    for scope in scopes_of(bare.graph):
        _declare(scope, missing[scope.place])
    return Shapes(first, _types(_inferred(bare)))


def _is_open(model: Any, types: Types) -> bool:
    """Whether there is a strided node of which it is not known how large the map is that it reads."""
    for scope in scopes_of(model.graph):
        for node in filter(is_strided, scope.graph.node):
            kind = types[scope.place].get(next(iter(node.input), ""))
            if kind is None or not kind.known:
                return True
    return False


def _inferred(model: Any) -> Any:
    """A copy of the model with the types of all values; without sizes behind nodes that inference is wrong about."""
    sure = type(model)()
    sure.CopyFrom(model)
    with_known_sizes(sure)
    without_doubt(sure)
    made = _by_onnx(sure)
    empty = [_empty_maps(scope.graph) for scope in scopes_of(made.graph)]
    if not any(empty):
        return made
    for scope, names in zip(scopes_of(sure.graph), empty, strict=True):
        make_unheard(node for node in scope.graph.node if not names.isdisjoint(node.output))
    return _by_onnx(sure)


def _by_onnx(model: Any) -> Any:
    inference = onnx_module("onnx.shape_inference")
    try:
        return inference.infer_shapes(model, check_type=False, strict_mode=False, data_prop=True)
    except (inference.InferenceError, MemoryError, RuntimeError, ValueError, TypeError) as why:
        got = " ".join(str(why).split())[:200]
        raise SpecError("read(model, keep=True)", "a model whose shapes ONNX infers", got, "check the model") from None


def _empty_maps(graph: Any) -> set[str]:
    """The maps without any place, of which inference makes others that have some, and runtimes do not."""
    dims = {value.name: value.type.tensor_type.shape.dim[1:] for value in (*graph.value_info, *graph.output)}
    return {
        name
        for name, row in dims.items()
        if len(row) > 1 and any(n.HasField("dim_value") and n.dim_value < 1 for n in row)
    }


def _types(model: Any) -> dict[Place, dict[str, ValueType]]:
    return {scope.place: _types_of(scope.graph) for scope in scopes_of(model.graph)}


def _types_of(graph: Any) -> dict[str, ValueType]:
    found = {}
    for value in (*graph.input, *graph.value_info, *graph.output):
        tensor = value.type.tensor_type
        if value.type.HasField("tensor_type"):
            sizes = tuple(sizes_of(tensor)) if tensor.HasField("shape") else None
            found[value.name] = ValueType(tensor.elem_type, sizes)
    return found


def _without_declarations(model: Any) -> None:
    for value in model.graph.input:
        for dim in value.type.tensor_type.shape.dim if value.type.HasField("tensor_type") else ():
            if dim.HasField("dim_value") and dim.dim_value < 1:  # what some exporters write for an open one
                dim.Clear()
    for scope in scopes_of(model.graph):
        del scope.graph.value_info[:]
        inputs = scope.graph.input if scope.outer is not None else ()  # those of the model are what they say
        for value in (*inputs, *scope.graph.output):
            if value.type.HasField("tensor_type"):
                value.type.tensor_type.ClearField("shape")


def without_numbers(model: Any) -> Any:
    """A copy of the model in which large constants of the main graph are inputs, and those that lie in files.

    What the onnx package does with a model copies all of it.
    """
    onnx = onnx_module()
    bare = onnx.ModelProto()
    for descriptor, value in model.ListFields():
        if descriptor.name != "graph":
            copy_field(bare, descriptor.name, value)
    for descriptor, value in model.graph.ListFields():
        if descriptor.name != "initializer":
            copy_field(bare.graph, descriptor.name, value)
    inputs = {value.name for value in bare.graph.input}
    for tensor in model.graph.initializer:
        if tensor.ByteSize() <= SMALL and not is_outside(tensor):
            bare.graph.initializer.append(tensor)
        elif tensor.name not in inputs:
            value = onnx.helper.make_tensor_value_info(tensor.name, tensor.data_type, list(tensor.dims))
            bare.graph.input.append(value)
    return bare


def _without_constants(model: Any) -> None:
    """Large constants of nodes as nodes that nobody knows, with the type that the constant has."""
    model.opset_import.add(domain=NUMBERS, version=1)
    for scope in scopes_of(model.graph):
        for node in scope.graph.node:
            if node.op_type == "Constant" and node.domain in STANDARD and node.ByteSize() > SMALL:
                _without_its_number(scope.graph, node)


def _without_its_number(graph: Any, node: Any) -> None:
    (tensor, *_) = (*(a.t for a in node.attribute if a.type == a.TENSOR), None)
    if tensor is None or not node.output:
        return
    make = onnx_module("onnx.helper").make_tensor_value_info
    graph.value_info.append(make(node.output[0], tensor.data_type, list(tensor.dims)))
    node.domain = NUMBERS
    del node.attribute[:]


def _unknown(said: Mapping[str, ValueType], found: Mapping[str, ValueType]) -> dict[str, ValueType]:
    """The values of which the model says more than is found, with all that both of them say."""
    joined = {name: _joined(kind, found.get(name)) for name, kind in said.items()}
    return {name: kind for name, kind in joined.items() if kind.sizes is not None and kind != found.get(name)}


def _joined(said: ValueType, found: ValueType | None) -> ValueType:
    if found is None or found.sizes is None:
        return said
    if said.sizes is None or len(said.sizes) != len(found.sizes):
        return found
    sizes = (other if one is None else one for one, other in zip(found.sizes, said.sizes, strict=True))
    return ValueType(found.element, tuple(sizes))


def _declare(scope: GraphScope, kinds: Mapping[str, ValueType]) -> None:
    make = onnx_module("onnx.helper").make_tensor_value_info
    given = {value.name: value for value in (*scope.graph.input, *scope.graph.output)}
    for name, kind in kinds.items():
        declared = make(name, kind.element, kind.sizes)
        if name in given:
            given[name].CopyFrom(declared)
        else:
            scope.graph.value_info.append(declared)
