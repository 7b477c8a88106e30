"""Several nodes in a row that are one operator: the loop that all such patterns share."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import replace
from typing import TypeAlias

from symstride.network.graph import Network, Node
from symstride.network.operators.records import Operator

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
