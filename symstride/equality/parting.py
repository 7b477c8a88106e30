"""Where two networks part: the first value that the other never has, what stands in its place, and numbers for it."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from itertools import islice
from math import prod

import numpy as np

from symstride.equality.cuts import ORDERS, Meeting, Relation, SegmentPair, segment
from symstride.equality.field import Field, Tuples
from symstride.equality.interpret import interpret
from symstride.equality.verdict import Parting
from symstride.errors import SymstrideError
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape

MAX_PARTNERS = 40
"""Nodes of the right that are looked at."""

MAX_SIZES = 24
"""Sizes that a segment is tried at, the smallest first."""


def parting(meeting: Meeting, algebra: Field) -> Parting | None:
    """Where the two networks of that meeting part; None where their outputs are the same there.

    ``algebra`` is another one at the same point.
    """
    lost = meeting.lost
    if not lost:
        return _at_outputs(meeting)
    node = lost[0]
    found = _partner(meeting, node, algebra)
    if found is None:
        return Parting(node.title, _of_another_shape(meeting, node))
    name, relation = found
    part = segment(meeting, frozenset(meeting.classes()), (node.name, name), relation)
    return Parting(*part.end, part, is_whole=_is_whole(meeting, node.name, name, part))


def _at_outputs(meeting: Meeting) -> Parting | None:
    """The first output of the left in whose place the right gives another of the values that it has."""
    left, right = meeting.networks
    for one, other in zip(left.outputs, right.outputs, strict=True):
        seen, match = meeting.prints[one], meeting.matches.get(other)
        if match is not None and match.print == seen and not match.relation.cell:
            continue
        nodes = left.node(one), right.node(other)
        if not all(node.inputs for node in nodes):
            return Parting(nodes[0].title, nodes[1].title, is_elsewhere=True)
        part = segment(meeting, frozenset(meeting.classes()) - {seen}, (one, other), Relation())
        return Parting(*part.end, part, is_whole=_is_whole(meeting, one, other, part), is_elsewhere=True)
    return None


def _is_whole(meeting: Meeting, one: str, other: str, part: SegmentPair) -> bool:
    left, right = meeting.networks
    outside = {given.title for given in left.inputs}
    return left.outputs == (one,) and right.outputs == (other,) and outside.issuperset(part.begins)


def _partner(meeting: Meeting, node: Node, algebra: Field) -> tuple[str, Relation] | None:
    """The node of the right that stands where ``node`` does, and how it may hold its value.

    Of all nodes whose values are none of the left's it is one called the same, or made of the same cuts, or of the same
    kind, or with the most numbers in common, or the first.  One that is called the same, and is made of the same cuts
    or does nothing, is among them whatever its value; where all values are the left's, so is any called the same.
    """
    left, right = meeting.networks
    shape = left.shapes[node.name]
    used = frozenset(meeting.classes())
    fronts = _fronts(left, {name: seen for name, seen in meeting.prints.items() if seen in used})
    cuts = {name: match.print for name, match in meeting.matches.items() if match.is_cut}
    behind = _fronts(right, cuts)
    computed = [other for other in right.nodes if other.inputs]
    ways = {other.name: _ways(meeting, shape, right.shapes[other.name]) for other in computed}
    fitting = [other for other in computed if ways[other.name]]

    def is_in_its_place(other: Node) -> bool:
        does_nothing = meeting.seen(other.name) in map(meeting.seen, other.inputs)
        return other.title == node.title and (behind[other.name] == fronts[node.name] or does_nothing)

    unknown = [other for other in fitting if other.name not in meeting.matches or is_in_its_place(other)]
    unknown = unknown or [other for other in fitting if other.title == node.title]

    def likeness(other: Node) -> tuple[bool, bool, bool]:
        is_same_kind = type(other.operator) is type(node.operator)
        return other.title == node.title, behind[other.name] == fronts[node.name], is_same_kind

    candidates = sorted(unknown, key=likeness, reverse=True)[:MAX_PARTNERS]
    same = _in_common(meeting, node.name, {other.name: ways[other.name] for other in candidates}, algebra)
    best: tuple[tuple[bool, bool, bool, float], str, Relation] | None = None
    for other in candidates:
        for relation in ways[other.name]:
            rank = (*likeness(other), same.get((other.name, relation), 0.0))
            if best is None or rank > best[0]:
                best = rank, other.name, relation
    return None if best is None else best[1:]


def _of_another_shape(meeting: Meeting, node: Node) -> str:
    """What messages call the node of the right that is called as ``node`` is, or else is the only one of its kind.

    Only nodes count that have none of the left's values; empty where there is no such node.
    """
    computed = [other for other in meeting.networks[1].nodes if other.inputs and other.name not in meeting.matches]
    alike = [other for other in computed if type(other.operator) is type(node.operator)]
    named = [other for other in computed if other.title == node.title] or (alike if len(alike) == 1 else [])
    return named[0].title if named else ""


def _fronts(network: Network, cuts: Mapping[str, int]) -> dict[str, frozenset[int]]:
    """For each node the cuts that it is made of, itself left out."""
    found: dict[str, frozenset[int]] = {}
    for node in network.nodes:
        parts = (frozenset([cuts[name]]) if name in cuts else found[name] for name in node.inputs)
        found[node.name] = frozenset[int]().union(*parts)
    return found


def _ways(meeting: Meeting, shape: Shape, other: Shape) -> list[Relation]:
    """How a value of the shape ``other`` may hold one of ``shape``."""
    if shape == other:
        return [Relation()]
    if len(shape) != len(other) or len(shape) < 2:
        return []
    found = []
    for cell in meeting.cells(len(shape) - 1):
        places = [n * s for n, s in zip(other[1:], cell, strict=True)]
        fits = all(n <= m < n + s for n, m, s in zip(shape[1:], places, cell, strict=True))
        if fits and other[0] == shape[0] * prod(cell):
            found += [Relation(cell, order, shape[1:]) for order in ORDERS]
    return found


def _in_common(
    meeting: Meeting, name: str, ways: Mapping[str, list[Relation]], algebra: Field
) -> dict[tuple[str, Relation], float]:
    """The share of numbers that are the same in the node ``name`` of the left, for each node and way of the right."""
    kept: dict[str, Tuples] = {}

    def keeping(names: frozenset[str]) -> Callable[[Node, Tuples], None]:
        def watch(node: Node, value: Tuples) -> None:
            if node.name in names:
                kept[node.name] = value

        return watch

    interpret(meeting.networks[0], algebra, keeping(frozenset([name])))
    numbers = kept.pop(name).numbers
    interpret(meeting.networks[1], algebra, keeping(frozenset(ways)))
    return {
        (other, relation): float((relation.undone(value.numbers) == numbers).mean())
        for other, value in kept.items()
        for relation in ways[other]
    }


# ------------------------------------------------------------------------------------------------ smaller sizes


def smaller(part: SegmentPair) -> Iterator[tuple[Network, Network]]:
    """Both networks of a segment on fewer places, the smallest first, and last as they are.

    Sizes at which one of them does not exist are left out.  A segment with phases has its own size only.
    """
    yield from islice(_resized(part), MAX_SIZES)
    yield part.left, part.right


def _resized(part: SegmentPair) -> Iterator[tuple[Network, Network]]:
    from symstride.equality.sides import resized

    tied = (op.Mask, op.Select, op.Divide, op.Reshape, op.Take, op.SpaceToDepth, op.DepthToSpace)
    networks = part.left, part.right
    if any(isinstance(node.operator, tied) for network in networks for node in network.nodes):
        return
    shapes = {node.name: part.left.shapes[node.name] for node in part.left.inputs}
    sizes = {shape[1:] for shape in shapes.values()}
    if len(sizes) != 1 or () in sizes:
        return
    (size,) = sizes
    for n in range(1, max(size)):
        smaller_size = tuple(min(n, m) for m in size)
        try:
            made = [resized(network, {k: (s[0], *smaller_size) for k, s in shapes.items()}) for network in networks]
        except SymstrideError:
            continue
        if [made[0].shapes[name] for name in made[0].outputs] == [made[1].shapes[name] for name in made[1].outputs]:
            yield made[0], made[1]


def differing(part: SegmentPair, field_of: Callable[[], Field]) -> Iterator[tuple[Network, Network]]:
    """Those of ``smaller`` whose normal forms differ."""
    for left, right in smaller(part):
        algebra = field_of()
        try:
            first, second = (interpret(network, algebra)[0].numbers for network in (left, right))
        except SymstrideError:
            continue
        if not np.array_equal(first, second):
            yield left, right
