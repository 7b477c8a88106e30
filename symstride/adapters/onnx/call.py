"""One node of an ONNX graph as plain data."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from symstride.adapters.onnx.files import onnx_module, tensor_array
from symstride.errors import NotSupported, SpecError


@dataclass(frozen=True)
class Call:
    """``outputs = operator(inputs, attributes)``; a trailing missing input is dropped, a missing one inside is ''."""

    operator: str
    label: str
    inputs: tuple[str, ...]
    outputs: tuple[str, ...]
    attributes: dict[str, Any]

    @property
    def asked(self) -> str:
        """What messages call the node."""
        return f"from_onnx, node {self.label or self.outputs[0]!r} ({self.operator})"

    def ints(self, name: str, default: Iterable[int]) -> tuple[int, ...]:
        """A list of integers among the attributes."""
        value = self.attributes.get(name, default)
        if isinstance(value, int | float | str) or not all(isinstance(n, int) for n in value):
            raise SpecError(self.asked, f"integers for {name}", repr(value)[:80], "export the model again")
        return tuple(value)

    def only(self, *known: str) -> None:
        """Refuse attributes that nobody looks at."""
        unknown = sorted(set(self.attributes) - set(known))
        if unknown:
            expected = f"attributes among: {', '.join(known) or 'none'}"
            raise NotSupported(self.asked, expected, ", ".join(unknown), "export the model without them")

    def must(self, name: str, value: Any) -> None:
        """Refuse an attribute with another value than the only supported one."""
        got = self.attributes.get(name, value)
        if got != value:
            raise NotSupported(self.asked, f"{name}={value!r}", repr(got)[:80], "rewrite the node in the model")

    def unsupported(self, expected: str, got: str, hint: str) -> NotSupported:
        """A refusal about this node."""
        return NotSupported(self.asked, expected, got, hint)

    def wrong(self, expected: str, got: str, hint: str = "export the model again") -> SpecError:
        """An error about this node."""
        return SpecError(self.asked, expected, got, hint)


def call_of(node: Any, folder: Path | None, opset: int) -> Call:
    """The node as plain data; tensors among the attributes become arrays, subgraphs are refused."""
    inputs, outputs = list(node.input), list(node.output)
    while inputs and not inputs[-1]:
        inputs.pop()
    while outputs and not outputs[-1]:
        outputs.pop()
    attributes: dict[str, Any] = {}
    call = Call(node.op_type, node.name, tuple(inputs), tuple(outputs), attributes)
    if not outputs or not outputs[0]:
        raise SpecError(
            f"from_onnx, node {node.name!r} ({node.op_type})", "an output", "none", "export the model again"
        )
    if node.domain not in ("", "ai.onnx"):
        hint = "export with standard operators only, or optimise less: ONNX Runtime's last level writes for one machine"
        raise call.unsupported("a standard operator", f"one of the domain {node.domain!r}", hint)
    onnx = onnx_module()
    _check_schema(node, call, opset)
    for attribute in node.attribute:
        if attribute.name in attributes:
            raise call.wrong("each attribute once", f"{attribute.name!r} twice")
        if attribute.ref_attr_name:
            raise call.wrong("attributes with values", f"{attribute.name!r}, the one of a function around"[:200])
        value = onnx.helper.get_attribute_value(attribute)
        if isinstance(value, onnx.TensorProto):
            value = tensor_array(value, folder)
        elif isinstance(value, bytes):
            value = value.decode("utf-8", "replace")
        elif isinstance(value, onnx.GraphProto | onnx.SparseTensorProto | onnx.TypeProto):
            raise call.unsupported("numbers and tensors as attributes", attribute.name, "export without control flow")
        attributes[attribute.name] = value
    return call


def _check_schema(node: Any, call: Call, opset: int) -> None:
    """Refuse attributes, inputs and outputs that the operator of that version has not: nobody says what they mean."""
    defs = onnx_module("onnx.defs")
    if not defs.has(node.op_type):  # refused later, by name
        return
    try:
        schema = defs.get_schema(node.op_type, opset, "")
    except defs.SchemaError:
        hint = "declare a newer opset, if that is what is meant"
        raise call.unsupported(f"an operator of opset {opset}", call.operator, hint) from None
    unknown = [a.name for a in node.attribute if a.name not in schema.attributes]
    unknown += [f"{a.name} of type {a.type}" for a in node.attribute
                if a.name in schema.attributes and int(schema.attributes[a.name].type.value) != a.type]  # fmt: skip
    if unknown:
        known = ", ".join(sorted(schema.attributes)) or "none"
        raise call.wrong(f"attributes that opset {opset} has: {known}"[:200], ", ".join(unknown)[:200])
    given = {attribute.name for attribute in node.attribute}
    missing = [name for name, one in sorted(schema.attributes.items()) if one.required and name not in given]
    if missing:
        raise call.wrong(f"the attribute {missing[0]}, which opset {opset} requires", "none of that name")
    for what, found, most in (
        ("inputs", call.inputs, schema.max_input),
        ("outputs", call.outputs, schema.max_output),
    ):
        if len(found) > most:
            raise call.wrong(f"at most {most} {what} in opset {opset}", f"{len(found)}")
