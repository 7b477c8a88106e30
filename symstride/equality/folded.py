"""Weights that a tool has computed from others: folded by us too, in double precision, and compared up to rounding.

Optimisers fold a batch normalisation, or another map of each channel, into the layer in front of it.  ``folded`` does
so on both sides, which changes no function, and ``matched`` takes arrays that agree up to rounding for the same.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import cast

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op

Numbers = NDArray[np.float64]

TOLERANCE = 1e-5
"""How far apart two arrays may be and be taken for the same: 84 roundings of single precision."""


def folded(network: Network) -> Network:
    """The same function, with maps of each channel folded into a layer, where nobody else reads what is between.

    A map behind a layer or a map goes into that one; what is left goes into the layer behind it, its shift too where
    that pads no zeros.  A batch normalisation that stays becomes an ``Affine``, and what does nothing goes.  Arrays of
    other types than floats stay.
    """
    uses = Counter(name for node in network.nodes for name in node.inputs)
    uses.update(network.outputs)
    nodes: dict[str, Node] = {}
    weights = dict(network.weights)
    now: dict[str, str] = {}
    for given in network.nodes:
        node = replace(given, inputs=tuple(now.get(name, name) for name in given.inputs))
        if _does_nothing(node) and node.name not in network.outputs:
            now[node.name] = node.inputs[0]
            uses[node.inputs[0]] += uses[node.name] - 1
            continue
        made = _folded(network, node, nodes, weights, uses)
        nodes[made.name] = made
    used = {name for node in nodes.values() for name in node.parameters}
    kept = {name: array for name, array in weights.items() if name in used}
    return replace(network, nodes=tuple(nodes.values()), weights=kept, origin=None)


def _folded(
    network: Network, node: Node, nodes: dict[str, Node], weights: dict[str, NDArray[np.float64]], uses: Counter[str]
) -> Node:
    """The node, or what it makes of the one in front, which is taken out of ``nodes`` then."""
    if isinstance(node.operator, Conv):
        return _behind_a_map(network, node, nodes, weights, uses)
    maps = _scale_and_shift(network, node)
    if maps is None:
        return node
    scale, shift = maps
    before = nodes[node.inputs[0]]
    layer = before.operator
    alone = uses[before.name] == 1 and isinstance(layer, Conv | ConvTranspose | op.Affine)
    if not alone:
        return _put(node.name, op.Affine(), node.inputs, {"scale": scale, "shift": shift}, weights)
    del nodes[before.name]
    old = [np.asarray(weights[name], dtype=float) for name in before.parameters]
    if isinstance(layer, Conv | ConvTranspose):
        bias = old[1] * scale + shift if layer.bias else shift
        found = {"weight": _scaled(layer, old[0], scale), "bias": bias}
        return _put(node.name, replace(layer, bias=True), before.inputs, found, weights)
    first, second = _parts(cast("op.Affine", layer), old, len(scale))
    arrays = {"scale": first * scale, "shift": second * scale + shift}
    return _put(node.name, op.Affine(), before.inputs, arrays, weights)


def _scaled(layer: Conv | ConvTranspose, weight: Numbers, scale: Numbers) -> Numbers:
    """The weight with which each output channel is ``scale`` times what it was."""
    if isinstance(layer, Conv):
        return weight * scale.reshape(-1, *(1,) * (weight.ndim - 1))
    groups = layer.groups
    grouped = weight.reshape(groups, -1, *weight.shape[1:])  # (groups, in, out, *kernel)
    return (grouped * scale.reshape(groups, 1, -1, *(1,) * layer.ndim)).reshape(weight.shape)


def _behind_a_map(
    network: Network, node: Node, nodes: dict[str, Node], weights: dict[str, NDArray[np.float64]], uses: Counter[str]
) -> Node:
    """A layer that reads ``scale*x + shift`` and nobody else does; a shift goes in where no zeros are padded to it."""
    before, layer = nodes[node.inputs[0]], cast("Conv", node.operator)
    arrays = [weights[name] for name in (*before.parameters, *node.parameters)]
    size = network.shapes[before.name][1:]
    alone = uses[before.name] == 1 and isinstance(before.operator, op.Affine)
    if not alone or any(array.dtype.kind != "f" for array in arrays):
        return node
    first = [np.asarray(weights[name], dtype=float) for name in before.parameters]
    scale, shift = _parts(cast("op.Affine", before.operator), first, network.shapes[before.name][0])
    if shift.any() and any(a.low or a.high for a in layer.axes(size)):
        if layer.padding_mode != "zeros":
            return node
        scale, rest = _without_scale(scale, shift, before, weights)
        nodes[before.name], shift = rest, np.zeros_like(shift)
        stays = True
    else:
        stays = False
    own = [np.asarray(weights[name], dtype=float) for name in node.parameters]
    groups = int(layer.groups)
    grouped = own[0].reshape(groups, -1, *own[0].shape[1:])  # (groups, out, in, *kernel)
    each = (a.reshape(groups, 1, -1, *(1,) * (own[0].ndim - 2)) for a in (scale, shift))
    factor, term = each
    added = (grouped * term).sum(axis=tuple(range(2, grouped.ndim))).reshape(-1)
    found = {"weight": (grouped * factor).reshape(own[0].shape)}
    if layer.bias or added.any():
        found["bias"] = (own[1] if layer.bias else 0) + added
    inputs = node.inputs if stays else before.inputs
    if not stays:
        del nodes[before.name]
    return _put(node.name, replace(layer, bias="bias" in found), inputs, found, weights)


def _without_scale(
    scale: Numbers, shift: Numbers, before: Node, weights: dict[str, NDArray[np.float64]]
) -> tuple[Numbers, Node]:
    """``scale*x + shift`` as ``scale*(x + shift/scale)``: the factor, and the map in the brackets.

    A channel with the factor 0 keeps it in the brackets.
    """
    factor = np.where(scale == 0, 1.0, scale)
    arrays = {"scale": scale / factor, "shift": shift / factor}
    return factor, _put(before.name, op.Affine(), before.inputs, arrays, weights)


def _does_nothing(node: Node) -> bool:
    """An identity, or padding by no place."""
    if isinstance(node.operator, op.Pad | op.Wrap):
        return not any(map(any, node.operator.amounts))
    return isinstance(node.operator, op.Pointwise) and node.operator.name == "identity"


def _put(
    name: str,
    operator: op.Operator,
    inputs: tuple[str, ...],
    arrays: Mapping[str, Numbers],
    weights: dict[str, Numbers],
) -> Node:
    keys = {role: f"{name}, folded: {role}" for role in arrays}
    weights.update({keys[role]: array for role, array in arrays.items()})
    return Node(name, operator, inputs, tuple(keys.values()))


def _scale_and_shift(network: Network, node: Node) -> tuple[Numbers, Numbers] | None:
    """What a map of each channel multiplies by and adds; None for other nodes."""
    operator = node.operator
    if not isinstance(operator, op.BatchNorm | op.Affine):
        return None
    given = [network.weights[name] for name in node.parameters]
    if any(array.dtype.kind != "f" for array in given):
        return None
    arrays = [np.asarray(array, dtype=float) for array in given]
    if isinstance(operator, op.BatchNorm):
        scale, bias, mean, variance = arrays
        with np.errstate(all="ignore"):  # infinity is refused where weights become unknowns
            factor = scale / np.sqrt(variance + operator.epsilon)
        return factor, bias - mean * factor
    return _parts(operator, arrays, network.shapes[node.name][0])


def _parts(operator: op.Affine, arrays: list[Numbers], channels: int) -> tuple[Numbers, Numbers]:
    rest = list(arrays)
    scale = rest.pop(0) if operator.scale else np.ones(channels)
    return scale, rest.pop(0) if operator.shift else np.zeros(channels)


@dataclass(frozen=True)
class Match:
    """The right, with arrays of the left in the place of those that are close to them.

    ``arrays`` are by the right's name: the left's name, and how far apart the two are, as ``_distance`` has it.
    """

    network: Network
    arrays: Mapping[str, tuple[str, float]]


def matched(left: Network, right: Network) -> Match:
    """Arrays of the right that are within ``TOLERANCE`` of one of the left, of the same shape, become that one."""
    shapes = defaultdict(list)
    for name in dict.fromkeys(name for node in left.nodes for name in node.parameters):
        if left.weights[name].dtype.kind == "f":
            shapes[left.weights[name].shape].append((name, np.asarray(left.weights[name], dtype=float)))
    weights, arrays = dict(right.weights), {}
    for name in dict.fromkeys(name for node in right.nodes for name in node.parameters):
        array = right.weights[name]
        if array.dtype.kind != "f":
            continue
        near = [(_distance(one, array), number) for number, (_, one) in enumerate(shapes[array.shape])]
        distance, number = min(near, default=(np.inf, 0))
        if distance <= TOLERANCE:
            of, weights[name] = shapes[array.shape][number]
            arrays[right.label(name)] = left.label(of), distance
    return Match(right.with_weights(weights), arrays)


def _distance(one: Numbers, other: NDArray[np.float64]) -> float:
    """The largest difference by the largest number of its filter, or of the whole list; infinity where that is 0 there.

    A list is a bias, perhaps, where numbers cancel; so it has one measure for all of them.
    """
    rows = (one.reshape(len(one), -1), other.reshape(len(one), -1)) if one.ndim > 1 else (one[None], other[None])
    few = slice(0, None, max(1, rows[0].shape[1] // 4))
    for a, b in ([row[:, few] for row in rows], rows):  # a few numbers show most that are far apart
        most, far = np.abs(rows[0]).max(axis=1), np.abs(a - b).max(axis=1)
        with np.errstate(all="ignore"):
            found = np.where(far == 0, 0.0, far / most).max(initial=0.0)
        if not found <= TOLERANCE:
            return np.inf
    return float(found)
