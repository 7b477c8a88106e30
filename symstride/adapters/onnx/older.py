"""Nodes of opset 19 in the form that an older opset has for them."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from numpy.typing import NDArray

from symstride.adapters.onnx.files import onnx_module
from symstride.errors import NotSupported

Arrays = Mapping[str, NDArray[Any]]


def in_opset(nodes: Sequence[Any], arrays: Arrays, opset: int) -> tuple[list[Any], dict[str, NDArray[Any]]]:
    """The nodes in that opset, and the arrays that they still read.

    Raises ``NotSupported`` for what the opset has no form for.
    """
    made = [_older(node, arrays, opset) for node in nodes]
    _check(made, opset)
    read = {name for node in made for name in node.input}
    return made, {name: array for name, array in arrays.items() if name in read}


def _older(node: Any, arrays: Arrays, opset: int) -> Any:
    for operator, since, change in _CHANGES:
        if node.op_type == operator and opset < since:
            inputs, attributes = list(node.input), {a.name: a for a in node.attribute}
            given = [arrays.get(name) for name in inputs[1:]]
            more, dropped = change(given, {name: _value(a) for name, a in attributes.items()})
            keep = {name: _value(a) for name, a in attributes.items() if name not in dropped}
            make = onnx_module("onnx.helper").make_node
            read = inputs[:1] if more else inputs
            node = make(operator, read, list(node.output), name=node.name, **keep, **more)
    return node


def _value(attribute: Any) -> Any:
    value = onnx_module("onnx.helper").get_attribute_value(attribute)
    return value.decode() if isinstance(value, bytes) else value


Change = Callable[[Sequence[Any], Mapping[str, Any]], tuple[dict[str, Any], set[str]]]
"""From the arrays behind the first input, and the attributes, to attributes in their place, and those to leave out."""


def _padding(given: Sequence[Any], _: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    pads, fill = (*given, None)[:2]
    value = {} if fill is None else {"value": float(fill)}
    return {"pads": [int(n) for n in pads], **value}, set()


def _slicing(given: Sequence[Any], _: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    return {word: [int(n) for n in row] for word, row in zip(("starts", "ends", "axes"), given, strict=False)}, set()


def _axes(given: Sequence[Any], _: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
    return {"axes": [int(n) for n in given[0]]}, set()


def _plain(*names: str) -> Change:
    """Leave out attributes that say what holds without them."""

    def change(_: Sequence[Any], attributes: Mapping[str, Any]) -> tuple[dict[str, Any], set[str]]:
        usual: dict[str, set[Any]] = {"dilations": {1}, "ceil_mode": {0}, "mode": {"DCR"}}
        said = {name: attributes[name] for name in names if name in attributes}
        values = {name: set(value) if isinstance(value, list) else {value} for name, value in said.items()}
        return {}, {name for name in said if values[name] <= usual[name]}

    return change


_CHANGES: Final[tuple[tuple[str, int, Change], ...]] = (
    ("Pad", 11, _padding),
    ("Slice", 10, _slicing),
    ("Unsqueeze", 13, _axes),
    ("AveragePool", 19, _plain("dilations")),
    ("AveragePool", 10, _plain("ceil_mode")),
    ("MaxPool", 10, _plain("dilations", "ceil_mode")),
    ("DepthToSpace", 11, _plain("mode")),
)
"""Operators whose numbers were attributes, or had fewer of them, before an opset."""


def _check(nodes: Sequence[Any], opset: int) -> None:
    defs = onnx_module("onnx.defs")
    for node in nodes:
        schema = defs.get_schema(node.op_type, opset, "")
        unknown = [a.name for a in node.attribute if a.name not in schema.attributes]
        if unknown or not schema.min_input <= len(node.input) <= schema.max_input:
            got = f"{node.op_type} with {', '.join(unknown) or f'{len(node.input)} inputs'}"
            hint = "convert the model with onnx.version_converter"
            raise NotSupported("write(model, path)", f"operators of opset {opset}", got, hint)
