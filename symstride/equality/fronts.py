"""What stands in front of the operators that read whole maps, when all that follows is the same on both sides."""

from __future__ import annotations

from dataclasses import dataclass, replace
from typing import TypeAlias

import numpy as np

from symstride.equality.edges import reads_everything
from symstride.errors import NotSupported
from symstride.network.graph import Network, Node

Pair: TypeAlias = tuple[Network, Network]


@dataclass(frozen=True)
class Fronts:
    """What stands in front of the operators that read whole maps; ``reader`` is the first of these, if there is one."""

    networks: Pair
    reader: str = ""


def fronts_of(left: Network, right: Network) -> Fronts:
    """Both networks up to what is the same on both sides behind them.  ``NotSupported`` where it is not the same."""
    tails = [_tail(network) for network in (left, right)]
    if not any(tails):
        return Fronts((left, right))
    behind = [[node for node in network.nodes if node.name in tail] for network, tail in zip((left, right), tails)]
    first = next(node.title for nodes in behind for node in nodes)
    wanted: dict[tuple[str, str], None] = {}
    same: dict[str, str] = {}

    def meet(a: str, b: str) -> bool:
        if a in tails[0] or b in tails[1]:
            return same.get(a) == b
        wanted[a, b] = None
        return True

    alike = len(behind[0]) == len(behind[1])
    for one, other in zip(*behind, strict=False):
        alike = alike and _same_node(left, one, right, other) and all(map(meet, one.inputs, other.inputs))
        same[one.name] = other.name
    if not alike or not all(map(meet, left.outputs, right.outputs)):
        got = f"{first!r} reads a whole map, and what follows is not the same on both sides"
        raise NotSupported(
            "all sizes", "operators that read places near their own", got, "compare what stands in front"
        )
    cut = [
        replace(network, nodes=tuple(n for n in network.nodes if n.name not in tail), outputs=outputs, origin=None)
        for network, tail, outputs in zip((left, right), tails, zip(*wanted, strict=True), strict=True)
    ]
    return Fronts((cut[0], cut[1]), first)


def _tail(network: Network) -> frozenset[str]:
    """The nodes that read a whole map, and all behind them."""
    found: set[str] = set()
    for node in network.nodes:
        if reads_everything(node.operator) or not found.isdisjoint(node.inputs):
            found.add(node.name)
    return frozenset(found)


def _same_node(left: Network, one: Node, right: Network, other: Node) -> bool:
    arrays = [
        [network.weights.get(name) for name in node.parameters] for network, node in ((left, one), (right, other))
    ]
    return (
        one.operator == other.operator
        and len(one.inputs) == len(other.inputs)
        and len(arrays[0]) == len(arrays[1])
        and all(a is not None and b is not None and np.array_equal(a, b) for a, b in zip(*arrays, strict=True))
    )
