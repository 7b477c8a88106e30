"""Sizes that a model computes: small integers that follow from constants and from shapes that are known.

ONNX's shape inference carries some of these out and not others, such as the padding that an exporter computes with a
``Slice`` of negative step.  What is computed here is what the reference implementation of the onnx package makes of it.
"""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import prod
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.agreement import CannotRun, called
from symstride.adapters.onnx.files import onnx_module, tensor_array
from symstride.adapters.onnx.scopes import STANDARD, GraphScope, Place, ValueType, bodies_of, scopes_of
from symstride.errors import SymstrideError

MOST: Final = 512
"""Numbers that a value may have, and that one is made of."""

PURE: Final = frozenset({
    "Abs", "Add", "And", "Cast", "Ceil", "Concat", "ConstantOfShape", "Div", "Equal", "Expand", "Floor", "Gather",
    "Greater", "GreaterOrEqual", "Identity", "Less", "LessOrEqual", "Max", "Min", "Mod", "Mul", "Neg", "Not", "Or",
    "Range", "ReduceMax", "ReduceMin", "ReduceProd", "ReduceSum", "Reshape", "Round", "ScatterND", "Shape", "Size",
    "Slice", "Squeeze", "Sub", "Transpose", "Unsqueeze", "Where",
})  # fmt: skip
"""What sizes are computed with."""

Numbers = dict[str, NDArray[Any]]


def folded(model: Any, types: Mapping[Place, Mapping[str, ValueType]]) -> int:
    """Put constants in the place of nodes whose values are known, and answer with how many there were."""
    known: dict[Place, Numbers] = {}
    count = 0
    opset = next((entry.version for entry in model.opset_import if entry.domain in STANDARD), 0)
    for scope in scopes_of(model.graph):
        known[scope.place] = numbers = _given(scope)
        count += _handed_in(scope, known)
        for node in scope.graph.node:
            arrays = [_seen(name, scope, known) for name in node.input]
            value = _value(node, arrays, types[scope.place], opset)
            if value is not None and len(node.output) == 1:
                numbers[node.output[0]] = value
                if node.op_type != "Constant":
                    _constant(node, value)
                    count += 1
    return count


def _given(scope: GraphScope) -> Numbers:
    found: Numbers = {}
    for tensor in scope.graph.initializer:
        array = _small(tensor)
        if array is not None:
            found[tensor.name] = array
    return found


def _handed_in(scope: GraphScope, known: Mapping[Place, Numbers]) -> int:
    """Constants from around a body as constants of its own: shape inference does not look outside for numbers."""
    if scope.outer is None:
        return 0
    make, count = onnx_module("onnx.numpy_helper").from_array, 0
    for name in sorted({name for node in scope.graph.node for name in node.input} - scope.own):
        array = _seen(name, scope.outer, known)
        if array is not None:
            scope.graph.initializer.append(make(array, name))
            count += 1
    return count


def _small(tensor: Any) -> NDArray[Any] | None:
    if prod(max(n, 0) for n in tensor.dims) > MOST or tensor.external_data:
        return None
    try:
        return tensor_array(tensor, None)
    except SymstrideError:  # said where it is read
        return None


def _seen(name: str, scope: GraphScope | None, known: Mapping[Place, Numbers]) -> NDArray[Any] | None:
    while scope is not None and name not in scope.own:
        scope = scope.outer
    return None if scope is None else known[scope.place].get(name)


def _value(
    node: Any, arrays: Sequence[NDArray[Any] | None], types: Mapping[str, ValueType], opset: int
) -> NDArray[Any] | None:
    """What the node gives; None where that is not known, not small, or not for sure."""
    if node.domain not in STANDARD or any(True for _ in bodies_of(node)):
        return None
    if node.op_type == "Constant":
        tensors = [a.t for a in node.attribute if a.name == "value"]
        if tensors:
            return _small(tensors[0])
    elif node.op_type == "Shape" and not node.attribute and len(arrays) == 1 and arrays[0] is None:
        kind = types.get(node.input[0])
        if kind is None or kind.sizes is None or None in kind.sizes:
            return None
        return np.asarray(kind.sizes, np.int64)
    elif node.op_type not in PURE:
        return None
    if any(array is None for name, array in zip(node.input, arrays, strict=True) if name):
        return None
    if node.op_type in ("ConstantOfShape", "Expand", "Range") and not _is_small(node.op_type, arrays):
        return None
    if node.op_type in ("Div", "Mod") and any(array is not None and (array < 0).any() for array in arrays):
        return None  # runtimes round quotients of negative numbers in more than one way
    return _run(node, arrays, opset)


def _is_small(operator: str, arrays: Sequence[NDArray[Any] | None]) -> bool:
    given = [np.zeros(0) if array is None else array for array in arrays]
    if operator == "Range":
        start, limit, delta = (float(array.reshape(-1)[0]) if array.size else 0.0 for array in given)
        return delta != 0 and (limit - start) / delta <= MOST
    return prod(max(int(n), 1) for n in given[-1].reshape(-1)[:32]) <= MOST and given[-1].size <= 32


def _run(node: Any, arrays: Sequence[NDArray[Any] | None], opset: int) -> NDArray[Any] | None:
    onnx, helper = onnx_module(), onnx_module("onnx.helper")
    feeds = {name: array for name, array in zip(node.input, arrays, strict=True) if array is not None}
    inputs = [
        helper.make_tensor_value_info(k, helper.np_dtype_to_tensor_dtype(v.dtype), v.shape) for k, v in feeds.items()
    ]
    outputs = [onnx.ValueInfoProto(name=name) for name in node.output]
    graph = helper.make_graph([node], "sizes", inputs, outputs)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)])
    reference = onnx_module("onnx.reference").ReferenceEvaluator
    try:
        (found,) = called("the reference implementation", lambda: reference(model).run(None, feeds))
    except CannotRun:  # a node that may be malformed: then its value is not known
        return None
    return found if isinstance(found, np.ndarray) and found.size <= MOST else None


def _constant(node: Any, value: NDArray[Any]) -> None:
    made = onnx_module("onnx.helper").make_node(
        "Constant", [], list(node.output), name=node.name, value=onnx_module("onnx.numpy_helper").from_array(value)
    )
    node.CopyFrom(made)
