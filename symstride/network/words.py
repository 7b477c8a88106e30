"""Layers of a network in words, and the names that models give them, made fit to be printed.  Plain text, no marks."""

from __future__ import annotations

import unicodedata
from collections.abc import Callable, Mapping, Sequence
from typing import Any, Final

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Node
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator

SHOWN: Final = 48
"""A name with more characters has its middle left out in a title or a table."""

HIDDEN: Final = frozenset({"Cc", "Cf", "Cs", "Co", "Cn", "Zl", "Zp"})
"""Categories of characters that are not seen, or that change the order of what is."""


def visible(name: str) -> str:
    """A name from elsewhere, each invisible character as its code point, <U+202E>."""
    return "".join(f"<U+{ord(c):04X}>" if unicodedata.category(c) in HIDDEN else c for c in name)


def shortened(name: str) -> str:
    """The name, or its ends."""
    if len(name) <= SHOWN:
        return name
    half = (SHOWN - 1) // 2
    return f"{name[:half]}\u2026{name[-half:]}"


def title_of(node: Node) -> str:
    """What the paper calls a node."""
    return visible(node.title)


def by(numbers: Sequence[int]) -> str:
    """3×3 for (3, 3)."""
    return "×".join(map(str, numbers))


def each(numbers: Sequence[int]) -> str:
    """2 for (2, 2), or 2×1 for (2, 1)."""
    return str(numbers[0]) if len(set(numbers)) == 1 else by(numbers)


# ------------------------------------------------------------------------------------------------ operators


def operator_words(operator: Operator) -> str:
    """``3×3 conv, stride 2`` for a layer, with no line end between a word and its number."""
    known = _WORDS.get(type(operator))
    return known(operator) if known else _spaced(type(operator).__name__)


def _spaced(name: str) -> str:
    """``channel gather`` for ChannelGather."""
    return "".join(f" {c.lower()}" if c.isupper() else c for c in name).strip()


def _steps(operator: Any) -> str:
    out = ""
    for word in ("stride", "dilation"):
        values = tuple(map(int, getattr(operator, word)))
        out += f", {word}\u00a0{each(values)}" if any(n != 1 for n in values) else ""
    return out


def _conv(layer: Conv | ConvTranspose) -> str:
    groups, kind = int(layer.groups), "transposed conv" if isinstance(layer, ConvTranspose) else "conv"
    depthwise = groups > 1 and groups == int(layer.in_channels)
    inside = f" in {groups} groups" if groups > 1 and not depthwise else ""
    circular = "circular " if getattr(layer, "padding_mode", "zeros") == "circular" else ""
    first = f"{by(tuple(map(int, layer.kernel)))} {circular}{'depthwise ' * depthwise}{kind}{inside}"
    return first + _steps(layer)


_WORDS: Final[Mapping[type, Callable[[Any], str]]] = {
    Conv: _conv,
    ConvTranspose: _conv,
    op.MaxPool: lambda pool: f"{by(pool.kernel)} max-pool{_steps(pool)}",
    op.AveragePool: lambda pool: f"{by(pool.kernel)} average-pool{_steps(pool)}",
    op.GlobalPool: lambda pool: f"global {pool.kind} pool",
    op.Pointwise: lambda f: visible(f.name).replace("_", " "),
    op.Pixelwise: lambda f: visible(f.name).replace("_", " "),
    op.BatchNorm: lambda _: "batch norm",
    op.Affine: lambda _: "scale and shift",
    op.PRelu: lambda _: "prelu",
    op.Dequantise: lambda o: "less the zero point" if o.scale is None else "dequantise",
    op.Requantise: lambda _: "requantise",
    op.Concat: lambda _: "concatenation",
    op.Add: lambda _: "sum",
    op.Multiply: lambda _: "product",
    op.Gemm: lambda gemm: f"dense, {gemm.features}",
    op.Reshape: lambda _: "reshape",
}
"""How a layer is called; others by the name of their record."""
