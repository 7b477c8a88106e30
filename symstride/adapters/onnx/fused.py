"""Nodes that ONNX Runtime writes for several at once, taken apart into the standard ones that they stand for.

What ``FusedConv`` and ``FusedGemm`` mean is said by their schemas in ONNX Runtime (docs/ContribOperators.md, domain
``com.microsoft``): a layer, the sum with another value where there is a fourth input, and an activation.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from symstride.adapters.onnx.files import onnx_module
from symstride.errors import NotSupported

DOMAIN = "com.microsoft"

_PARAMETERS: Mapping[str, tuple[tuple[str, float], ...]] = {
    "Relu": (),
    "Tanh": (),
    "Sigmoid": (),
    "LeakyRelu": (("alpha", 0.01),),
    "HardSigmoid": (("alpha", 0.2), ("beta", 0.5)),
    "Clip": (("min", -np.inf), ("max", np.inf)),
}
"""Activation -> the names of ``activation_params`` in their order, with what stands for those that are left out."""

_HINT = "optimise the model less"

Define = Callable[[str, Any], None]
Free = Callable[[str], str]


def standard_nodes(nodes: Sequence[Any], free: Free, define: Define) -> Iterator[Any]:
    """The nodes, with standard ones in the place of those that are known here.

    ``free`` gives a name that nothing else has, ``define`` takes a constant by name.  Others stay, and are refused
    where they are read.  Raises ``NotSupported`` for activations that are not known.
    """
    for node in nodes:
        if node.domain == DOMAIN and node.op_type in ("FusedConv", "FusedGemm") and any(node.output):
            yield from _apart(node, free, define)
        else:
            yield node


def _apart(node: Any, free: Free, define: Define) -> Iterator[Any]:
    onnx = onnx_module()
    plain = onnx.NodeProto()
    plain.CopyFrom(node)
    plain.domain, plain.op_type = "", node.op_type.removeprefix("Fused")
    about = {a.name: onnx.helper.get_attribute_value(a) for a in node.attribute if a.name.startswith("activation")}
    del plain.attribute[:]
    plain.attribute.extend(a for a in node.attribute if a.name not in about)
    name = _activation(node, about)
    result = node.output[0]
    added = node.input[3] if node.op_type == "FusedConv" and len(node.input) > 3 else ""
    if added:
        del plain.input[3:]
    steps = [plain]
    if added:
        plain.output[0] = free(f"{result}/layer")
        steps.append(onnx.helper.make_node("Add", [plain.output[0], added], [result], _name(node, "sum")))
    if name:
        steps[-1].output[0] = free(f"{result}/before")
        steps.append(_activated(node, name, about, steps[-1].output[0], free, define))
    yield from steps


def _activation(node: Any, about: Mapping[str, Any]) -> str:
    found = about.get("activation", b"")
    name = found.decode("utf-8", "replace") if isinstance(found, bytes) else repr(found)
    others = [key for key in about if key not in ("activation", "activation_params")]
    if (name and name not in _PARAMETERS) or others:
        asked = f"from_onnx, node {node.name or node.output[0]!r} ({node.op_type})"
        expected = f"an activation among: {', '.join(_PARAMETERS)}"
        raise NotSupported(asked, expected, (name if name not in _PARAMETERS else others[0])[:80], _HINT)
    if name == "Clip" and len(about.get("activation_params", ())) != 2:
        asked = f"from_onnx, node {node.name or node.output[0]!r} ({node.op_type})"
        raise NotSupported(asked, "two bounds for Clip", f"{len(about.get('activation_params', ()))}", _HINT)
    return name


def _activated(node: Any, name: str, about: Mapping[str, Any], source: str, free: Free, define: Define) -> Any:
    """The node of the activation; the bounds of ``Clip`` are constants."""
    helper = onnx_module().helper
    given = [float(n) for n in about.get("activation_params", ())]
    known = _PARAMETERS[name]
    numbers = [given[n] if n < len(given) else default for n, (_, default) in enumerate(known)]
    inputs = [source]
    if name == "Clip":
        for (role, _), number in zip(known, numbers, strict=True):
            inputs.append(free(f"{node.output[0]}/{role}"))
            define(inputs[-1], np.asarray(number, dtype=np.float32))
        return helper.make_node(name, inputs, [node.output[0]], _name(node, name))
    attributes = {role: number for (role, _), number in zip(known, numbers, strict=True)}
    return helper.make_node(name, inputs, [node.output[0]], _name(node, name), **attributes)


def _name(node: Any, step: str) -> str:
    return f"{node.name}/{step}" if node.name else ""
