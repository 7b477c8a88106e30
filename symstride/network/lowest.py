"""Where minus infinity goes, which a maximum is padded with: through maxima and what moves values, or into sums.

A number beside it in a maximum takes it away, and so does a map that has a number for it, as relu has.  What else reads
it, as a sum or a product, has no number in that place; and 0 times that is none either, whatever a formula says.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from functools import reduce
from math import inf, isfinite
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.network.evaluate import operate
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.arrays import taps
from symstride.network.operators.pointwise import POINTWISE
from symstride.network.operators.records import Shape
from symstride.network.operators.windows import pool_axes, pool_output

Places: TypeAlias = NDArray[np.int8]
"""1 in each place that holds minus infinity, else 0; with a batch in front."""

_MOVES = (op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels, op.SpaceToDepth, op.DepthToSpace, op.Wrap,
          op.Reshape, op.Transpose, op.Take)  # fmt: skip


def reads_lowest(network: Network) -> str:
    """The title of the first node that computes with minus infinity, for inputs that are numbers; empty without one."""
    found: dict[str, Places] = {}
    for node in network.nodes:
        shapes = network.input_shapes(node)
        known = [found.get(name) for name in node.inputs]
        there = any(each is not None for each in known)
        if there or _begins(node.operator):
            filled = [
                np.zeros((1, *shape), np.int8) if k is None else k for k, shape in zip(known, shapes, strict=True)
            ]
            places = _places(network, node, filled)
            if places is None:
                return node.title
            if places.any():
                found[node.name] = places
    return ""


def _begins(operator: op.Operator) -> bool:
    """Whether minus infinity may come from there: padding, and windows that read padding only."""
    if isinstance(operator, op.MaxPool):
        return operator.ceil_mode or any(map(any, operator.padding))
    return isinstance(operator, op.Pad | op.Mask | op.Select) and operator.fill in ("lowest", -inf)


def _places(network: Network, node: Node, known: Sequence[Places]) -> Places | None:
    """Where the value is minus infinity; None where something else is made of it."""
    operator: Any = node.operator
    if isinstance(operator, op.Pad | op.Mask | op.Select):
        plain = replace(operator, fill=float(operator.fill in ("lowest", -inf)))
        return operate(plain, known, [network.weights[name] for name in node.parameters])
    if isinstance(operator, _MOVES):
        return operate(operator, known)
    largest = _LARGEST.get(type(operator))
    if largest is not None and getattr(operator, "kind", "max") == "max":
        return largest(operator, known, network.input_shapes(node))
    if isinstance(operator, op.Pointwise) and operator.name == "identity":
        return known[0]
    if all(not each.any() for each in known) or _has_number(operator):
        return np.zeros((1, *network.shapes[node.name]), np.int8)
    return None


def _has_number(operator: op.Operator) -> bool:
    """Whether it is a map with a number for minus infinity."""
    if not isinstance(operator, op.Pointwise) or operator.name not in POINTWISE:
        return False
    with np.errstate(all="ignore"):
        return isfinite(float(POINTWISE[operator.name](np.full(1, -inf), **dict(operator.attributes))[0]))


def _in_windows(pool: op.MaxPool, known: Sequence[Places], shapes: Sequence[Shape]) -> Places:
    outputs = pool_output(pool, shapes[0][1:])
    return reduce(np.minimum, (read for _, read in taps(known[0], pool_axes(pool), outputs, 1)))


_LARGEST: Mapping[type, Callable[[Any, Sequence[Places], Sequence[Shape]], Places]] = {
    op.MaxPool: _in_windows,
    op.GlobalPool: lambda o, known, shapes: known[0].min(axis=tuple(range(2, known[0].ndim)), keepdims=True),
    op.Maximum: lambda o, known, shapes: reduce(np.minimum, known),
}
"""Minus infinity is the largest of some where all of them are."""
