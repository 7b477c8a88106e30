"""Small random networks with unknown weights, what is made of them, and changes of one place."""

from __future__ import annotations

import random
from collections.abc import Callable, Collection
from dataclasses import dataclass, field, replace
from itertools import islice
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.equality.verdict import Equality
from symstride.errors import SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride


def unknowns(rng: random.Random, shape: tuple[int, ...]) -> NDArray[np.float64]:
    """Different numbers, none of them whole."""
    return np.random.default_rng(rng.randrange(2**32)).standard_normal(shape)


def small_network(
    rng: random.Random, most: int = 3, axes: int = 1, maps: tuple[str, ...] = ("relu", "tanh")
) -> Network:
    """Up to ``most`` layers on 2 channels, with strides, pools, joins and activations; drawn again when none fits."""
    while True:
        build = Builder("small", dtype="float64")
        x = build.input("x", (2, *(rng.randint(4, 9 if axes == 1 else 6) for _ in range(axes))))
        try:
            for number in range(rng.randint(1, most)):
                x = rng.choice(_STEPS)(rng, build, x, f"n{number}", maps)
            return build.network(x)
        except SymstrideError:
            continue


def _window(rng: random.Random, axes: int) -> dict[str, Any]:
    pads = tuple((rng.randint(0, 2), rng.randint(0, 2)) for _ in range(axes))
    return {
        "kernel": tuple(rng.randint(1, 3) for _ in range(axes)),
        "stride": tuple(rng.randint(1, 3) for _ in range(axes)),
        "padding": pads,
        "dilation": tuple(rng.choice([1, 1, 2]) for _ in range(axes)),
    }


def _conv(rng: random.Random, build: Builder, x: str, name: str, maps: Any) -> str:
    channels, *size = build.shapes[x]
    groups = rng.choice([1, 2]) if channels % 2 == 0 else 1
    conv = Conv(channels, 2, groups=groups, bias=rng.random() < 0.6, **_window(rng, len(size)))
    bias = {"bias": unknowns(rng, (2,))} if conv.bias else {}
    return build.add(conv, x, name=name, weight=unknowns(rng, tuple(map(int, conv.weight_shape))), **bias)


def _transposed(rng: random.Random, build: Builder, x: str, name: str, maps: Any) -> str:
    channels, *size = build.shapes[x]
    steps = _window(rng, len(size))
    layer = ConvTranspose(channels, 2, steps["kernel"], steps["stride"], steps["padding"], bias=False)
    return build.add(layer, x, name=name, weight=unknowns(rng, layer.weight_shape))


def _max_pool(rng: random.Random, build: Builder, x: str, name: str, maps: Any) -> str:
    return build.add(op.MaxPool(**_window(rng, len(build.shapes[x]) - 1), ceil_mode=rng.random() < 0.4), x, name=name)


def _average_pool(rng: random.Random, build: Builder, x: str, name: str, maps: Any) -> str:
    from symstride.network.operators.windows import counts

    steps = _window(rng, len(build.shapes[x]) - 1)
    pool = op.AveragePool(**steps, ceil_mode=rng.random() < 0.4, count_include_pad=rng.random() < 0.5)
    counts(pool, build.shapes[x][1:])  # refuses a window of padding only
    return build.add(pool, x, name=name)


def _map(rng: random.Random, build: Builder, x: str, name: str, maps: tuple[str, ...]) -> str:
    return build.add(op.Pointwise(rng.choice(maps)), x, name=name)


def _affine(rng: random.Random, build: Builder, x: str, name: str, maps: Any) -> str:
    channels = build.shapes[x][:1]
    return build.add(op.Affine(), x, name=name, scale=unknowns(rng, channels), shift=unknowns(rng, channels))


def _join(rng: random.Random, build: Builder, x: str, name: str, maps: tuple[str, ...]) -> str:
    y = build.add(op.Pointwise(rng.choice(maps)), x, name=f"{name}/map")
    return build.add(rng.choice([op.Concat(), op.Add(), op.Multiply(), op.Maximum()]), x, y, name=name)


_STEPS = (_conv, _conv, _conv, _conv, _max_pool, _average_pool, _map, _affine, _join, _transposed)


def lowered(network: Network, rng: random.Random) -> Network:
    """Without strides, in one of the two scopes; as it is, where neither is to be had."""
    for scope in rng.sample(["layer", "network"], 2):
        try:
            return unstride(network, scope)
        except SymstrideError:
            continue
    return network


def chain(rng: random.Random, *operators: Any, shape: tuple[int, ...] = (2, 9), dtype: str = "float64") -> Network:
    """One operator behind the other, with different weights; none of them whole, and variances above 0."""
    build = Builder("chain", dtype=dtype)
    x = build.input("x", shape)
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"n{number}")
    network = build.network(x)
    arrays = {key: np.abs(unknowns(rng, shape)) for key, shape in network.parameter_shapes().items()}
    return network.with_weights(arrays)


# ------------------------------------------------------------------------------------------------ wrong ones


def mutants(network: Network, rng: random.Random) -> list[tuple[str, Network]]:
    """(kind, the network with one place changed), as far as it is a network still."""
    found = []
    for number in range(len(network.nodes)):
        for kind in KINDS:
            made = _changed(network, number, kind, rng)
            if made is not None:
                found.append((kind, made))
    return found


def one_of_each(network: Network, rng: random.Random) -> list[tuple[str, Network]]:
    """Each kind once, at a node that is drawn among those that have it."""
    found = []
    for kind in KINDS:
        numbers = rng.sample(range(len(network.nodes)), len(network.nodes))
        made = (_changed(network, number, kind, rng) for number in numbers)
        found += [(kind, other) for other in islice(filter(None, made), 1)]
    return found


def _changed(network: Network, number: int, kind: str, rng: random.Random) -> Network | None:
    try:
        return with_change(network, number, kind, rng)
    except SymstrideError:
        return None


def with_change(network: Network, number: int, kind: str, rng: random.Random) -> Network | None:
    """The network with that kind of change at one node; None where the node has no place for it.

    Raises ``SymstrideError`` where what is left is no network.
    """
    made = KINDS[kind](network.nodes[number], network, rng)
    if made is None:
        return None
    nodes = tuple(made.nodes.get(node.name, node) for node in network.nodes)
    return replace(network, nodes=nodes, weights={**network.weights, **made.arrays}, origin=None)


def changed_nodes(network: Network, other: Network) -> list[Node]:
    """The nodes of ``other`` that are not those of ``network``, of which it is a change."""
    return [after for before, after in zip(network.nodes, other.nodes, strict=True) if before != after]


def is_named(verdict: Equality, pair: tuple[Network, Network], other: Network) -> bool:
    """Whether the part that is named is where ``other`` was changed, which is the second of the pair with one change.

    The part has the changed node on the right, or begins at it, where that still has a value of the left; and it has,
    or begins at, the node of the left that the changed one was made of.  Phases in another order, or with other ghosts,
    hold the same value, and so does what maps of each place make of them; there the part may begin behind these.
    """
    parting = verdict.parting
    if parting is None or not parting.right:
        return False
    network, made = pair
    left = next(node for node in network.nodes if parting.left in (node.name, node.title))
    begins = parting.part.begins if parting.part is not None else left.inputs
    starts = {cut.right for cut in verdict.cuts if cut.left in begins}
    there = {name for node in _behind(other, parting.right, starts) for name in (node.name, *node.inputs)}
    changed = changed_nodes(made, other)
    names = {node.name for node in changed}
    if all(isinstance(node.operator, op.SpaceToDepth | op.Mask) for node in changed):
        for node in other.nodes:
            if isinstance(node.operator, op.Pointwise | op.Add | op.Multiply | op.Maximum) and names & {*node.inputs}:
                names.add(node.name)
        return not there.isdisjoint(names)
    held = {name for node in _behind(network, parting.left, begins) for name in (node.name, *node.inputs)}
    sources = {max(_sources(node.title, network), key=len, default="") for node in changed}
    return not sources.isdisjoint(held) and not there.isdisjoint(names)


def _sources(title: str, network: Network) -> list[str]:
    """The nodes of the original that a node of its lowering may be made of, by their names."""
    return [node.name for node in network.nodes if f"{title}/".startswith(f"{node.name}/")]


def _behind(network: Network, end: str, starts: Collection[str]) -> list[Node]:
    """The nodes that are called ``end``, and those that they are made of behind the ones called ``starts``."""
    waiting = [node for node in network.nodes if end in (node.name, node.title)]
    found: dict[str, Node] = {}
    while waiting:
        node = waiting.pop()
        if node.name not in found and (node.title not in starts or node.title == end):
            found[node.name] = node
            waiting += [network.node(name) for name in node.inputs]
    return list(found.values())


@dataclass(frozen=True)
class Changed:
    """The nodes that take the place of those of the same name, and the arrays that they have beside the others."""

    nodes: dict[str, Node]
    arrays: dict[str, Any] = field(default_factory=dict)


Change = Callable[[Node, Network, random.Random], Changed | None]
"""What becomes of one node, and perhaps of one beside it; None where there is no place for that change."""


def _operator(change: Callable[[Any], Any], *kinds: type) -> Change:
    def made(node: Node, network: Network, rng: random.Random) -> Changed | None:
        if not isinstance(node.operator, kinds):
            return None
        other = change(node.operator)
        return None if other is None or other == node.operator else Changed({node.name: replace(node, operator=other)})

    return made


def _array(change: Callable[[Any, random.Random], Any], role: int, *kinds: type) -> Change:
    def made(node: Node, network: Network, rng: random.Random) -> Changed | None:
        if not isinstance(node.operator, kinds) or len(node.parameters) <= role:
            return None
        name = f"{node.name}.changed"
        array = change(network.weights[node.parameters[role]].copy(), rng)
        if array is None:
            return None
        keys = (*node.parameters[:role], name, *node.parameters[role + 1 :])
        return Changed({node.name: replace(node, parameters=keys)}, {name: array})

    return made


def _left_out(node: Node, network: Network, rng: random.Random) -> Changed | None:
    """No map there; of two equal ones in a row either may be meant, so that neither is left out."""
    beside = [other for other in network.nodes if other.name in node.inputs or node.name in other.inputs]
    if not isinstance(node.operator, op.Pointwise) or node.operator in [other.operator for other in beside]:
        return None
    return Changed({node.name: replace(node, operator=op.Pointwise("identity"))})


def _across(maps: tuple[type, ...], padding: tuple[type, ...]) -> Change:
    """A map that reads padding, or padding that reads a map: each does the other's work."""

    def made(node: Node, network: Network, rng: random.Random) -> Changed | None:
        before = network.node(node.inputs[0]) if len(node.inputs) == 1 else node
        kinds = type(before.operator), type(node.operator)
        if not any(kinds[0] in some and kinds[1] in others for some, others in ((maps, padding), (padding, maps))):
            return None
        first = replace(before, operator=node.operator, parameters=node.parameters)
        second = replace(node, operator=before.operator, parameters=before.parameters)
        return Changed({first.name: first, second.name: second})

    return made


def _moved(pairs: Any, low: int, high: int) -> Any:
    return ((pairs[0][0] + low, pairs[0][1] + high), *pairs[1:])


def _entry(array: Any, rng: random.Random) -> Any:
    if array.dtype.kind != "f" or not array.size:
        return None
    array[tuple(rng.randrange(n) for n in array.shape)] *= 1.25
    return array


def _exchanged(axis: int) -> Callable[[Any, random.Random], Any]:
    def made(array: Any, rng: random.Random) -> Any:
        if array.ndim <= axis or array.shape[axis] < 2:
            return None
        rows = np.moveaxis(array, axis, 0)
        rows[[0, 1]] = rows[[1, 0]].copy()
        return array

    return made


def _flipped(array: Any, rng: random.Random) -> Any:
    return array[..., ::-1].copy() if array.shape[-1] > 1 else None


def _other_order(o: Any) -> Any:
    return replace(o, order="phase_major" if o.order == "channel_major" else "channel_major")


def _larger_mask(o: Any) -> Any:
    size = tuple(min(n + 1, -(-n // s) * s) for n, s in zip(o.size, o.cell, strict=True))
    return replace(o, size=size)


def _other_map(o: Any) -> Any:
    return replace(o, name="abs" if o.name != "abs" else "relu", attributes=())


def _rotated(o: Any) -> Any:
    return replace(o, source=(*o.source[1:], o.source[0]))


_LAYERS, _POOLS = (Conv, ConvTranspose), (op.MaxPool, op.AveragePool)
KINDS: dict[str, Change] = {
    "padding moved": _operator(
        lambda o: None if isinstance(o.padding, str) else replace(o, padding=_moved(o.padding, 1, -1)), Conv),
    "padding moved back": _operator(
        lambda o: None if isinstance(o.padding, str) else replace(o, padding=_moved(o.padding, -1, 1)), Conv),
    "transposed padding moved": _operator(lambda o: replace(o, padding=_moved(o.padding, 1, -1)), ConvTranspose),
    "stride and dilation exchanged": _operator(lambda o: replace(o, stride=o.dilation, dilation=o.stride), Conv),
    "kernel flipped": _array(_flipped, 0, *_LAYERS),
    "outputs exchanged": _array(_exchanged(0), 0, *_LAYERS),
    "inputs exchanged": _array(_exchanged(1), 0, *_LAYERS),
    "one weight": _array(_entry, 0, *_LAYERS),
    "one bias": _array(_entry, 1, *_LAYERS),
    "biases exchanged": _array(_exchanged(0), 1, *_LAYERS),
    "weights negative": _array(lambda a, rng: -a, 0, *_LAYERS),
    "pool padding moved": _operator(lambda o: replace(o, padding=_moved(o.padding, 1, -1)), *_POOLS),
    "floor for ceil": _operator(lambda o: replace(o, ceil_mode=not o.ceil_mode), *_POOLS),
    "padding counted or not": _operator(
        lambda o: replace(o, count_include_pad=not o.count_include_pad), op.AveragePool),
    "average for max": _operator(
        lambda o: op.AveragePool(o.kernel, o.stride, o.padding, o.dilation, o.ceil_mode), op.MaxPool),
    "phase order": _operator(_other_order, op.SpaceToDepth, op.DepthToSpace),
    "phases exchanged": _operator(lambda o: None if o.kept is None else replace(
        o, kept=(tuple(reversed(o.kept[0])), *o.kept[1:])), op.SpaceToDepth),
    "ghosts unmasked": _operator(_larger_mask, op.Mask),
    "other fill": _operator(lambda o: replace(o, fill=1.0), op.Pad, op.Mask),
    "0 for the lowest": _operator(lambda o: replace(o, fill=0.0) if o.fill == "lowest" else None, op.Pad, op.Mask),
    "pad moved": _operator(lambda o: replace(o, amounts=_moved(o.amounts, 1, -1)), op.Pad),
    "other activation": _operator(_other_map, op.Pointwise),
    "no activation": _left_out,
    "scale": _array(_entry, 0, op.Affine),
    "shift": _array(_entry, 1, op.Affine),
    "a sum for a product": _operator(lambda o: op.Add(), op.Multiply, op.Maximum),
    "a product for a sum": _operator(lambda o: op.Multiply(), op.Add),
    "channels rotated": _operator(_rotated, op.ChannelPermutation, op.ChannelGather),
    "a count": _operator(
        lambda o: replace(o, counts=((o.counts[0][0] + 1, *o.counts[0][1:]), *o.counts[1:])), op.Divide),
    "other epsilon": _operator(lambda o: op.BatchNorm(1e-3 if o.epsilon != 1e-3 else 1e-5), op.BatchNorm),
    "map moved across padding": _across((op.Pointwise, op.Affine, op.BatchNorm), (op.Pad, op.Mask)),
}  # fmt: skip
"""Kinds of changes, each at one node; what it does there and perhaps to the node beside it."""
