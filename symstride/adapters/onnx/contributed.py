"""Quantised operators that ONNX Runtime adds to the standard, as those whose sizes they have: for inference alone.

Each gives a value of the sizes, and of the element type, that the standard operator gives for some of its inputs
(docs/ContribOperators.md of ONNX Runtime).
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from symstride.adapters.onnx.scopes import scopes_of

DOMAIN: Final = "com.microsoft"

_ALIKE: Final[Mapping[str, tuple[str, Callable[[Sequence[str]], Sequence[str]]]]] = {
    "QLinearAdd": ("Add", lambda names: (names[0], names[3])),
    "QLinearMul": ("Mul", lambda names: (names[0], names[3])),
    "QLinearSigmoid": ("Identity", lambda names: names[:1]),
    "QLinearLeakyRelu": ("Identity", lambda names: names[:1]),
    "QLinearSoftmax": ("Identity", lambda names: names[:1]),
    "QLinearAveragePool": ("AveragePool", lambda names: names[:1]),
    "QLinearGlobalAveragePool": ("GlobalAveragePool", lambda names: names[:1]),
    "QLinearConcat": ("Concat", lambda names: names[2::3]),
}
"""Operator -> a standard one with its sizes, and which of its inputs that one reads."""

_KEPT: Final = ("axis", "kernel_shape", "strides", "pads", "auto_pad", "ceil_mode", "count_include_pad")


def with_known_sizes(model: Any) -> None:
    """Change those nodes of the model, in bodies too; with channels last, which nothing standard has, none."""
    for scope in scopes_of(model.graph):
        for node in scope.graph.node:
            if node.domain == DOMAIN and node.op_type in _ALIKE and not _has_channels_last(node):
                operator, wanted = _ALIKE[node.op_type]
                names = list(wanted(node.input))
                keep = [each for each in node.attribute if each.name in _KEPT and operator != "Identity"]
                node.domain, node.op_type = "", operator
                del node.input[:]
                node.input.extend(names)
                del node.attribute[:]
                node.attribute.extend(keep)


def _has_channels_last(node: Any) -> bool:
    return any(attribute.name == "channels_last" and attribute.i for attribute in node.attribute)
