"""Several nodes in a row that are one operator, made one node again.

ShuffleNet's channel shuffle is a reshape, a transposition and a reshape: one permutation of channels.

Space-to-depth and its inverse: ONNX has these operators for square cells of maps of two axes only, so other phases are
written, by this package and by exporters of PyTorch's ``pixel_unshuffle``, as

    (C, *N) -> (C, m_1, s_1, m_2, s_2, ...) -> (C, s_1, s_2, ..., m_1, m_2, ...) -> (C*phases, *m)

for space-to-depth, phases in front of the channels for phase_major, with the phases that are kept taken in between;
and the same backwards for depth-to-space.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from math import prod
from typing import TypeAlias

from symstride.algebra.layout import Order
from symstride.limits import MAX_LISTED, check_product
from symstride.network.graph import Network, Node
from symstride.network.operators.records import (
    ChannelPermutation,
    DepthToSpace,
    Operator,
    Pointwise,
    Reshape,
    Shape,
    SpaceToDepth,
    Take,
    Transpose,
)

Match: TypeAlias = Callable[
    [Network, Node, Mapping[str, Node], Mapping[str, int]], tuple[Operator, tuple[Node, ...]] | None
]
"""From a node, all nodes by name, and how many readers each value has: the operator that the node and those in front of
it are, and these, the furthest last; None where they are none."""


def fused(network: Network, match: Match) -> Network:
    """The network with each row that matches as one node, named after its last."""
    readers = dict.fromkeys(network.outputs, 1)
    for node in network.nodes:
        for name in node.inputs:
            readers[name] = readers.get(name, 0) + 1
    by_name = {node.name: node for node in network.nodes}
    made: dict[str, Node] = {}
    gone: set[str] = set()
    for node in network.nodes:
        found = match(network, node, by_name, readers)
        if found:
            operator, inner = found
            made[node.name] = replace(node, operator=operator, inputs=inner[-1].inputs)
            gone.update(each.name for each in inner)
    nodes = tuple(made.get(node.name, node) for node in network.nodes if node.name not in gone)
    return replace(network, nodes=nodes)


# ------------------------------------------------------------------------------------------------ transpositions


def fused_transposes(network: Network) -> Network:
    """The network with each two transpositions in a row as one, or as the identity where they undo each other."""
    return fused(network, _transposes)


def _transposes(
    network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]
) -> tuple[Operator, tuple[Node, ...]] | None:
    if not isinstance(node.operator, Transpose):
        return None
    first = by_name[node.inputs[0]]
    if not isinstance(first.operator, Transpose) or readers[first.name] != 1:
        return None
    if isinstance(by_name[first.inputs[0]].operator, Transpose):  # which may be taken together with the first
        return None
    source = tuple(first.operator.source[n] for n in node.operator.source)
    whole = source == tuple(range(len(source)))
    return (Pointwise("identity") if whole else Transpose(source)), (first,)


# ------------------------------------------------------------------------------------------------ channel shuffles


def fused_shuffles(network: Network) -> Network:
    """The network with each such triple as one ``ChannelPermutation``, named after the last of the three.

    ``(C, *N)`` to ``(g, n, *N)``, exchanged to ``(n, g, *N)``, and back to ``(C, *N)``: output channel ``i*g + j`` is
    input channel ``j*n + i``.  The inner values must have no other reader.
    """
    return fused(network, _shuffle)


def _shuffle(
    network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]
) -> tuple[ChannelPermutation, tuple[Node, ...]] | None:
    inner = _triple(network, node, by_name, readers)
    if inner is None:
        return None
    first, swap = inner
    groups, channels = network.shapes[first.name][:2]
    asked, hint = f"channel shuffle, node {node.title!r}", "shuffle fewer channels"
    check_product(asked, (groups, channels), MAX_LISTED, "channels in a list", hint)
    source = tuple(j * channels + i for i in range(channels) for j in range(groups))
    return ChannelPermutation(source), (swap, first)


def _triple(
    network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]
) -> tuple[Node, Node] | None:
    """The reshape and the transposition in front of ``node``, when the three are a channel shuffle."""
    swap = by_name[node.inputs[0]] if isinstance(node.operator, Reshape) else None
    if swap is None or not isinstance(swap.operator, Transpose) or readers[swap.name] != 1:
        return None
    first = by_name[swap.inputs[0]]
    if not isinstance(first.operator, Reshape) or readers[first.name] != 1:
        return None
    before, split = network.shapes[first.inputs[0]], network.shapes[first.name]
    exchanged = swap.operator.source == (1, 0, *range(2, len(split)))
    same_map = split[2:] == before[1:] and network.shapes[node.name] == before and len(before) > 1
    return (first, swap) if exchanged and same_map else None


# ------------------------------------------------------------------------------------------------ phases


_BOTH: tuple[Order, ...] = ("channel_major", "phase_major")


@dataclass(frozen=True, slots=True)
class _Chain:
    """A value of shape ``before`` reshaped to ``split``, places of it taken, transposed, and reshaped to ``after``."""

    inner: tuple[Node, ...]
    before: Shape
    split: Shape
    taken: Mapping[int, tuple[int, ...]]
    source: tuple[int, ...]
    after: Shape


def fused_foldings(network: Network) -> Network:
    """The network with each such chain as one node, named after its last; inner values must have no other reader."""
    return fused(network, _folding)


def _folding(
    network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]
) -> tuple[Operator, tuple[Node, ...]] | None:
    chain = _chain(network, node, by_name, readers)
    operator = chain and (_space_to_depth(chain) or _depth_to_space(chain))
    return (operator, chain.inner) if chain and operator else None


def _chain(network: Network, node: Node, by_name: Mapping[str, Node], readers: Mapping[str, int]) -> _Chain | None:
    """The chain that ends in ``node``, from its transposition back to its first reshape."""
    if not isinstance(node.operator, Reshape):
        return None
    inner = [by_name[node.inputs[0]]]
    while isinstance(inner[-1].operator, Transpose if len(inner) == 1 else Take):
        inner.append(by_name[inner[-1].inputs[0]])
    first, swap = inner[-1].operator, inner[0].operator
    alone = all(readers[each.name] == 1 for each in inner)
    if len(inner) < 2 or not alone or not isinstance(first, Reshape) or not isinstance(swap, Transpose):
        return None
    taken = {each.operator.axis: each.operator.source for each in inner[1:-1] if isinstance(each.operator, Take)}
    if len(taken) != len(inner) - 2:  # one axis twice
        return None
    before = network.shapes[inner[-1].inputs[0]]
    return _Chain(tuple(inner), before, first.shape, taken, swap.source, node.operator.shape)


def _space_to_depth(chain: _Chain) -> Operator | None:
    """``split = (C, m_1, s_1, ...)``: the axes ``2, 4, ...`` are phases, and places are taken of those alone."""
    axes, (channels, *size) = len(chain.before) - 1, chain.before
    cells, cell = chain.split[1::2], chain.split[2::2]
    rho, m = range(2, 2 + 2 * axes, 2), range(1, 1 + 2 * axes, 2)
    whole = [a * b for a, b in zip(cells, cell, strict=False)]
    if not axes or len(chain.split) != 1 + 2 * axes or chain.split[0] != channels or whole != size:
        return None
    if not set(chain.taken) <= set(rho) or any(list(row) != sorted(set(row)) for row in chain.taken.values()):
        return None
    kept = tuple(chain.taken.get(axis, tuple(range(s))) for axis, s in zip(rho, cell, strict=True))
    if chain.after != (channels * prod(map(len, kept)), *cells):
        return None
    order = _order(chain.source, {"channel_major": (0, *rho, *m), "phase_major": (*rho, 0, *m)})
    return order and SpaceToDepth(cell, order, kept if chain.taken else None)


def _depth_to_space(chain: _Chain) -> Operator | None:
    """``split = (C, s_1, ..., m_1, ...)``, or ``(s_1, ..., C, m_1, ...)``: each phase goes behind its cell."""
    axes, (channels, *cells) = len(chain.before) - 1, chain.before
    if not axes or chain.taken or len(chain.split) != 1 + 2 * axes or list(chain.split[1 + axes :]) != cells:
        return None
    for order in _BOTH:
        first = 1 if order == "channel_major" else 0
        place, cell = (0 if first else axes), chain.split[first : first + axes]
        source = (place, *(n for a in range(axes) for n in (1 + axes + a, first + a)))
        after = (channels // prod(cell), *(m * s for m, s in zip(cells, cell, strict=True)))
        if (chain.source, chain.after) == (source, after):
            return DepthToSpace(cell, order)
    return None


def _order(source: Sequence[int], known: Mapping[Order, Sequence[int]]) -> Order | None:
    return next((order for order in _BOTH if tuple(source) == tuple(known[order])), None)
