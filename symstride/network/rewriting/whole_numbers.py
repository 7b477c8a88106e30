"""Quantised layers, rewritten: values are moved as they are stored, and what they stand for is taken afterwards.

A node that takes stored numbers from their zero point changes places with what only moves numbers behind it; where that
fills with 0, the stored numbers are filled with the zero point.  So a file has a Pad and the phases of 8-bit numbers
and then a quantised layer, as compilers look for it.  The maps in front of and behind a layer work place by place.
"""

from __future__ import annotations

from collections import Counter
from collections.abc import Iterable, Sequence
from dataclasses import replace

from symstride.network.graph import Node
from symstride.network.names import Names
from symstride.network.operators import records as op

_MOVES = (op.Pad, op.SpaceToDepth, op.DepthToSpace, op.Channels)


def stored_first(nodes: Sequence[Node], outputs: Iterable[str], names: Names) -> list[Node]:
    """The same nodes with stored numbers moved first, and requantised before what only moves them; others as they are.

    ``names`` are free ones.
    """
    if not any(map(is_stored_otherwise, nodes)):
        return list(nodes)
    made: list[Node] = []
    known: dict[str, Node] = {}
    for node in nodes:
        first = known.get(node.inputs[0]) if node.inputs else None
        if first is not None and isinstance(node.operator, _MOVES) and _fill(node.operator) == 0:
            operator = node.operator
            if isinstance(operator, op.Pad):
                operator = replace(operator, fill=float(zero_point(first)))
            moved = Node(names.free(f"{node.name}/stored"), operator, first.inputs, (), node.title)
            node = Node(node.name, first.operator, (moved.name,), (), first.title)
            made.append(moved)
        if is_from_zero_point(node):
            known[node.name] = node
        made.append(node)
    read = {name for node in made for name in node.inputs} | set(outputs)
    made = [node for node in made if node.name in read or not is_from_zero_point(node)]
    return _requantised_first(made, outputs, names)


def is_from_zero_point(node: Node) -> bool:
    """Whether a node takes stored numbers to what they stand for."""
    return isinstance(node.operator, op.Dequantise)


def is_stored_otherwise(node: Node) -> bool:
    """Whether a node gives numbers of another element type than it reads."""
    return is_from_zero_point(node) or isinstance(node.operator, op.Requantise)


def _fill(operator: op.Operator) -> op.Fill:
    return operator.fill if isinstance(operator, op.Pad) else 0.0


def zero_point(node: Node) -> int:
    """The zero point of the numbers that a node reads; 0 where it has none."""
    return node.operator.zero if isinstance(node.operator, op.Dequantise) else 0


def _requantised_first(nodes: list[Node], outputs: Iterable[str], names: Names) -> list[Node]:
    """``Requantise`` behind crops of phases that are joined, one phase after the other: in front of them, for each."""
    by_name = {node.name: node for node in nodes}
    count = Counter([*outputs, *(name for node in nodes for name in node.inputs)])
    changed: dict[str, list[Node]] = {}
    for node in nodes:
        if not isinstance(node.operator, op.Requantise):
            continue
        way = [by_name[node.inputs[0]]]
        while isinstance(way[-1].operator, op.Pad | op.DepthToSpace) and _only_moves(way[-1]):
            way.append(by_name[way[-1].inputs[0]])
        *moves, joined = way
        alone = all(count[each.name] == 1 for each in way)
        if not moves or not alone or not isinstance(joined.operator, op.Concat):
            continue
        parts = [
            Node(names.free(f"{name}/requantised"), node.operator, (name,), node.parameters, node.title)
            for name in joined.inputs
        ]
        changed[joined.name] = [*parts, replace(joined, inputs=tuple(part.name for part in parts))]
        changed[moves[0].name] = [replace(moves[0], name=node.name)]
        changed[node.name] = []
    return [new for node in nodes for new in changed.get(node.name, [node])]


def _only_moves(node: Node) -> bool:
    """Whether a node takes no place that it has not got, and leaves each channel's places to that channel."""
    if isinstance(node.operator, op.Pad):
        return all(n <= 0 for pair in node.operator.amounts for n in pair)
    return isinstance(node.operator, op.DepthToSpace) and node.operator.order == "phase_major"
