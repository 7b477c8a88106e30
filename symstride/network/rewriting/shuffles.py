"""ShuffleNet's channel shuffle, found as reshape, transpose, reshape, and made one permutation of channels."""

from __future__ import annotations

from collections.abc import Mapping

from symstride.limits import MAX_LISTED, check_product
from symstride.network.graph import Network, Node
from symstride.network.operators.records import ChannelPermutation, Reshape, Transpose
from symstride.network.rewriting.fusion import fused


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
