"""Weights that a tool has computed from others: folded by us too, in double precision, and compared up to rounding.

Optimisers fold a batch normalisation, or another map of each channel, into the layer in front of it.  ``folded`` does
so on both sides, which changes no function, and ``matched`` takes arrays that agree up to rounding for the same.

What may rounding do?  A factor is multiplied by others, each time with an error of at most ``u`` times itself: so each
of them is measured by its own size, whatever stands beside it in its array.  A summand ``(b - mean)*factor + bias`` is
added up from terms, which may cancel, and is within ``u`` times the sum of their sizes, once for each step, of which
there are few: four for the factor, and one for each of the others.  So it may be measured by that sum, which ``folded``
keeps, too.  Below the least normal number errors are those of that number.
"""

from __future__ import annotations

from collections import Counter, defaultdict
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, cast

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op

Numbers = NDArray[np.float64]

TOLERANCE = 1e-5
"""How far apart two numbers may be and be taken for the same: 84 roundings of single precision."""

CANCELLED = 2.0**-20
"""How far apart, of the sizes of their terms, two sums may be: 16 roundings of single precision, or two maps folded."""

Terms = dict[str, Numbers]
"""For each array of summands that were added up, by its name: the sums of the sizes of the terms of each number."""


@dataclass(frozen=True)
class Folded:
    """A network once maps of each channel were folded, and the sizes of what its summands were added up from."""

    network: Network
    terms: Mapping[str, Numbers]


def folded(network: Network) -> Folded:
    """The same function, with maps of each channel folded into a layer, where nobody else reads what is between.

    A map behind a layer or a map goes into that one; what is left goes into the layer behind it, its shift too where
    that pads no zeros.  A batch normalisation that stays becomes an ``Affine``, and what does nothing goes.  Arrays of
    other types than floats stay.
    """
    uses = Counter(name for node in network.nodes for name in node.inputs)
    uses.update(network.outputs)
    nodes: dict[str, Node] = {}
    weights = dict(network.weights)
    terms: Terms = {}
    now: dict[str, str] = {}
    for given in network.nodes:
        node = replace(given, inputs=tuple(now.get(name, name) for name in given.inputs))
        if _does_nothing(node) and node.name not in network.outputs:
            now[node.name] = node.inputs[0]
            uses[node.inputs[0]] += uses[node.name] - 1
            continue
        made = _folded(network, node, nodes, weights, terms, uses)
        nodes[made.name] = made
    used = {name for node in nodes.values() for name in node.parameters}
    kept = {name: array for name, array in weights.items() if name in used}
    return Folded(replace(network, nodes=tuple(nodes.values()), weights=kept, origin=None), terms)


def _folded(
    network: Network,
    node: Node,
    nodes: dict[str, Node],
    weights: dict[str, NDArray[np.float64]],
    terms: Terms,
    uses: Counter[str],
) -> Node:
    """The node, or what it makes of the one in front, which is taken out of ``nodes`` then."""
    if isinstance(node.operator, Conv):
        return _behind_a_map(network, node, nodes, weights, terms, uses)
    maps = _scale_and_shift(network, node, terms)
    if maps is None:
        return node
    scale, shift, sizes = maps
    before = nodes[node.inputs[0]]
    layer = before.operator
    alone = uses[before.name] == 1 and isinstance(layer, Conv | ConvTranspose | op.Affine)
    if not alone:
        made, arrays = op.Affine(), {"scale": scale, "shift": shift}
        return _put(node.name, made, node.inputs, arrays, weights, terms, sizes)
    del nodes[before.name]
    if isinstance(layer, Conv | ConvTranspose):
        old = [np.asarray(weights[name], dtype=float) for name in before.parameters]
        if layer.bias:
            shift = old[1] * scale + shift
            sizes = _terms_of(before.parameters[1], old[1], terms) * np.abs(scale) + sizes
        found = {"weight": _scaled(layer, old[0], scale), "bias": shift}
        return _put(node.name, replace(layer, bias=True), before.inputs, found, weights, terms, sizes)
    first, second, before_it = _parts(before, weights, terms, len(scale))
    arrays = {"scale": first * scale, "shift": second * scale + shift}
    return _put(node.name, op.Affine(), before.inputs, arrays, weights, terms, before_it * np.abs(scale) + sizes)


def _scaled(layer: Conv | ConvTranspose, weight: Numbers, scale: Numbers) -> Numbers:
    """The weight with which each output channel is ``scale`` times what it was."""
    if isinstance(layer, Conv):
        return weight * scale.reshape(-1, *(1,) * (weight.ndim - 1))
    groups = layer.groups
    grouped = weight.reshape(groups, -1, *weight.shape[1:])  # (groups, in, out, *kernel)
    return (grouped * scale.reshape(groups, 1, -1, *(1,) * layer.ndim)).reshape(weight.shape)


def _behind_a_map(
    network: Network,
    node: Node,
    nodes: dict[str, Node],
    weights: dict[str, NDArray[np.float64]],
    terms: Terms,
    uses: Counter[str],
) -> Node:
    """A layer that reads ``scale*x + shift`` and nobody else does; a shift goes in where no zeros are padded to it."""
    before, layer = nodes[node.inputs[0]], cast("Conv", node.operator)
    arrays = [weights[name] for name in (*before.parameters, *node.parameters)]
    size = network.shapes[before.name][1:]
    alone = uses[before.name] == 1 and isinstance(before.operator, op.Affine)
    if not alone or any(array.dtype.kind != "f" for array in arrays):
        return node
    scale, shift, sizes = _parts(before, weights, terms, network.shapes[before.name][0])
    if shift.any() and any(a.low or a.high for a in layer.axes(size)):
        if layer.padding_mode != "zeros":
            return node
        scale, rest = _without_scale(scale, shift, sizes, before, weights, terms)
        nodes[before.name], shift, sizes = rest, np.zeros_like(shift), np.zeros_like(shift)
        stays = True
    else:
        stays = False
    own = [np.asarray(weights[name], dtype=float) for name in node.parameters]
    groups = int(layer.groups)
    grouped = own[0].reshape(groups, -1, *own[0].shape[1:])  # (groups, out, in, *kernel)
    each = (a.reshape(groups, 1, -1, *(1,) * (own[0].ndim - 2)) for a in (scale, shift, sizes))
    factor, term, of_term = each
    along = tuple(range(2, grouped.ndim))
    added = (grouped * term).sum(axis=along).reshape(-1)
    sizes = (np.abs(grouped) * of_term).sum(axis=along).reshape(-1)
    found = {"weight": (grouped * factor).reshape(own[0].shape)}
    if layer.bias or added.any():
        found["bias"] = (own[1] if layer.bias else 0) + added
        sizes = sizes + _terms_of(node.parameters[1], own[1], terms) if layer.bias else sizes
    inputs = node.inputs if stays else before.inputs
    if not stays:
        del nodes[before.name]
    return _put(node.name, replace(layer, bias="bias" in found), inputs, found, weights, terms, sizes)


def _without_scale(
    scale: Numbers,
    shift: Numbers,
    sizes: Numbers,
    before: Node,
    weights: dict[str, NDArray[np.float64]],
    terms: Terms,
) -> tuple[Numbers, Node]:
    """``scale*x + shift`` as ``scale*(x + shift/scale)``: the factor, and the map in the brackets.

    A channel with the factor 0 keeps it in the brackets.
    """
    factor = np.where(scale == 0, 1.0, scale)
    arrays = {"scale": scale / factor, "shift": shift / factor}
    return factor, _put(before.name, op.Affine(), before.inputs, arrays, weights, terms, sizes / np.abs(factor))


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
    terms: Terms,
    sizes: Numbers,
) -> Node:
    """The node with these arrays; ``sizes`` are those of what its summands were added up from."""
    keys = {role: f"{name}, folded: {role}" for role in arrays}
    weights.update({keys[role]: array for role, array in arrays.items()})
    terms.update({key: sizes for role, key in keys.items() if role in ("bias", "shift")})
    return Node(name, operator, inputs, tuple(keys.values()))


def _scale_and_shift(network: Network, node: Node, terms: Terms) -> tuple[Numbers, Numbers, Numbers] | None:
    """What a map of each channel multiplies by and adds, and the sizes of the terms of that; None for other nodes."""
    operator = node.operator
    if not isinstance(operator, op.BatchNorm | op.Affine):
        return None
    given = [network.weights[name] for name in node.parameters]
    if any(array.dtype.kind != "f" for array in given):
        return None
    if isinstance(operator, op.Affine):
        return _parts(node, network.weights, terms, network.shapes[node.name][0])
    scale, bias, mean, variance = (np.asarray(array, dtype=float) for array in given)
    with np.errstate(all="ignore"):  # infinity is refused where weights become unknowns
        factor = scale / np.sqrt(variance + operator.epsilon)
        return factor, bias - mean * factor, np.abs(bias) + np.abs(mean * factor)


def _parts(
    node: Node, weights: Mapping[str, NDArray[Any]], terms: Terms, channels: int
) -> tuple[Numbers, Numbers, Numbers]:
    """The factors and summands of an ``Affine``, and the sizes of the terms of these."""
    operator, names = cast("op.Affine", node.operator), list(node.parameters)
    scale = np.asarray(weights[names.pop(0)], dtype=float) if operator.scale else np.ones(channels)
    shift = np.asarray(weights[names[0]], dtype=float) if operator.shift else np.zeros(channels)
    return scale, shift, _terms_of(names[0], shift, terms) if operator.shift else np.zeros(channels)


def _terms_of(name: str, array: Numbers, terms: Mapping[str, Numbers]) -> Numbers:
    """The sizes of what these summands were added up from: their own, where nothing was folded into them."""
    return terms.get(name, np.abs(array))


@dataclass(frozen=True)
class Match:
    """The left, and the right with arrays of the left in the place of those that are close to them.

    ``arrays`` are by the right's name: the left's name, and how far apart the two are, as ``_distance`` has it.
    """

    left: Network
    right: Network
    arrays: Mapping[str, tuple[str, float]]


def matched(left: Folded, right: Folded) -> Match:
    """Arrays of the right that rounding makes of one of the left, of the same shape, become that one."""
    one, other = left.network, right.network
    shapes: dict[tuple[int, ...], list[str]] = defaultdict(list)
    for name in dict.fromkeys(name for node in one.nodes for name in node.parameters):
        if one.weights[name].dtype.kind == "f":
            shapes[one.weights[name].shape].append(name)
    weights, arrays = dict(other.weights), {}
    for name in dict.fromkeys(name for node in other.nodes for name in node.parameters):
        array = other.weights[name]
        if array.dtype.kind != "f":
            continue
        near = [(_distance(left, of, right, name), number) for number, of in enumerate(shapes[array.shape])]
        distance, number = min(near, default=(np.inf, 0))
        if distance < np.inf:
            of = shapes[array.shape][number]
            weights[name] = np.asarray(one.weights[of], dtype=float)
            arrays[other.label(name)] = one.label(of), distance
    return Match(one, other.with_weights(weights), arrays)


def _distance(left: Folded, of: str, right: Folded, name: str) -> float:
    """The largest difference of two numbers by their size, or that of their terms; infinity past what rounding does."""
    one, other = (np.asarray(side.network.weights[at], float) for side, at in ((left, of), (right, name)))
    least = np.finfo(np.float64 if "float64" in (left.network.dtype, right.network.dtype) else np.float32).tiny
    added = [side.terms[at] for side, at in ((left, of), (right, name)) if at in side.terms]
    terms = reduce(np.maximum, added, np.zeros(one.shape if added else (1,) * one.ndim))
    parts = [array.reshape(-1) for array in (one, other, np.broadcast_to(terms, one.shape))]
    few = slice(0, None, max(1, one.size // 64))
    for a, b, of_terms in ([part[few] for part in parts], parts):  # a few numbers show most that are far apart
        with np.errstate(all="ignore"):  # infinity is near nothing
            far, size = np.abs(a - b), np.maximum(np.abs(a), least)
        if not (far <= np.maximum(TOLERANCE * size, CANCELLED * of_terms)).all():
            return np.inf
    return float((far / np.maximum(size, of_terms)).max(initial=0.0))
