"""From cuts to segments: two networks are equal when what lies between their cuts is, segment by segment.

A *cut* says that a value of the right is a value of the left: as it is, or in phases of a cell, with 0 in the ghosts.
``Join`` takes cuts one by one.  ``segment`` gives what computes the two values from cuts that were taken before, as two
networks with the same inputs and, if the cut is true, the same outputs; ``take`` believes the cut from then on.  What
belongs to a segment is not read from a certificate: it is what is reached from the ends.  ``open_outputs`` are the
outputs that no cut has reached.

That is sound by induction over the cuts: a value that was taken is the same on both sides, whatever the inputs are, so
an input of a segment stands for it on both sides; and a segment that is equal for all its inputs is equal for these.
Inputs are numbers.  A value that may be infinite or none, on both sides, is therefore reached through, and no segment
begins at it.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence, Set
from dataclasses import dataclass, replace
from math import prod
from typing import TypeAlias

from symstride.algebra.layout import Order
from symstride.errors import rejected
from symstride.network.finite import brings_numbers, unsure
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape


@dataclass(frozen=True, slots=True)
class Held:
    """How a value of the right holds one of the left: in phases of ``cell``, with 0 behind its last place; or as it is.

    As it is, when there is no cell.
    """

    cell: Shape = ()
    order: Order = "channel_major"

    def __str__(self) -> str:
        return f"in phases of {'x'.join(map(str, self.cell))}, {self.order}" if self.cell else "the same"


@dataclass(frozen=True, slots=True)
class Cut:
    """The node ``right`` of the right holds the value of the node ``left`` of the left."""

    left: str
    right: str
    held: Held = Held()


@dataclass(frozen=True, slots=True)
class SegmentNetworks:
    """What computes both ends of a cut: two networks with the same inputs, in the same order.

    ``titles`` are what messages call the ends.
    """

    left: Network
    right: Network
    titles: tuple[str, str]

    @property
    def networks(self) -> tuple[Network, Network]:
        return self.left, self.right


class Join:
    """Values that are known to be the same: the inputs, by position, and the cuts that were taken."""

    def __init__(self, left: Network, right: Network) -> None:
        self.networks = left, right
        self.shapes: list[Shape] = []
        self.left: dict[str, int] = {}
        self.right: dict[str, tuple[int, Held]] = {}
        self._unsure = _unsure(left), _unsure(right)
        self._numbers: set[int] = set()  # which of them are numbers in all places
        shapes = [[network.shapes[node.name] for node in network.inputs] for network in self.networks]
        if shapes[0] != shapes[1]:
            raise rejected(f"inputs of shapes {shapes[0]}"[:200], f"{shapes[1]}"[:200], "inputs")
        for one, other in zip(left.inputs, right.inputs, strict=True):
            self._learn(one.name, other.name, Held())

    def segment(self, cut: Cut) -> SegmentNetworks:
        """What computes the two ends.  ``CertificateRejected`` for ends that are no nodes, or are known already.

        Both begin at the same values, which are numbers: one that only one of them would begin at is reached through,
        but for inputs.  An end that is known, and that the other end is computed from, is what its side begins at, and
        nothing else.
        """
        self._check(cut)
        sides = self._sides(cut)
        known = self.left, {name: number for name, (number, _) in self.right.items()}
        reached = [{at[name] for name in names} for at, (_, names) in zip(known, sides, strict=True)]
        first, second = (_OneSide(network, self.shapes, reached[0] | reached[1]) for network in self.networks)
        for name in sides[0][1]:
            first.begin(name, self.left[name], Held())
        for name in sides[1][1]:
            second.begin(name, *self.right[name])
        left = first.network(sides[0][0], cut.left, cut.held, self.networks[1].shapes[cut.right])
        right = second.network(sides[1][0], cut.right, Held(), ())
        titles = tuple(network.node(name).title for network, name in zip(self.networks, (cut.left, cut.right)))
        return SegmentNetworks(left, right, (titles[0], titles[1]))

    def _sides(self, cut: Cut) -> list[Reached]:
        """What computes each end, and the names of what it begins at."""
        ends = cut.left, cut.right
        known = self.left, {name: number for name, (number, _) in self.right.items()}
        allowed = set(self._numbers)
        while True:
            stops = [{name for name, number in at.items() if number in allowed} for at in known]
            sides = [_reached(*each) for each in zip(self.networks, ends, stops, strict=True)]
            begins = [{at[name] for name in side[1]} for at, side in zip(known, sides, strict=True)]
            for n in (0, 1):
                if known[n].get(ends[n]) in begins[1 - n]:  # the other end is computed from this one
                    sides[n], begins[n] = ([], [ends[n]]), {known[n][ends[n]]}
            apart = {number for number in begins[0] ^ begins[1] if number >= len(self.networks[0].inputs)}
            if not apart & allowed:
                return sides
            allowed -= apart

    def take(self, cut: Cut) -> None:
        """Believe it from now on; its segment was found to be equal."""
        self._learn(cut.left, cut.right, cut.held)

    def open_outputs(self) -> list[str]:
        """What messages call the outputs of the left that are not known to be those of the right."""
        found = []
        for one, other in zip(self.networks[0].outputs, self.networks[1].outputs, strict=True):
            if one not in self.left or self.right.get(other) != (self.left[one], Held()):
                found.append(self.networks[0].node(one).title)
        return found

    def _learn(self, left: str, right: str, held: Held) -> None:
        if left in self.left:
            self.right[right] = self.left[left], held
        elif right in self.right:
            self.left[left] = self.right[right][0]
        else:
            self.left[left] = len(self.shapes)
            self.right[right] = len(self.shapes), held
            self.shapes.append(self.networks[0].shapes[left])
        if left not in self._unsure[0] or right not in self._unsure[1]:
            self._numbers.add(self.left[left])

    def _check(self, cut: Cut) -> None:
        where = f"cut {cut.left!r}, {cut.right!r}"[:200]
        for network, name, side in zip(self.networks, (cut.left, cut.right), ("left", "right"), strict=True):
            if name not in network.shapes:
                raise rejected(f"a node of the {side}", repr(name)[:80], where)
        if cut.left in self.left and cut.right in self.right:
            raise rejected("ends that are not known to be equal yet", "two that are", where)
        one, other = self.networks[0].shapes[cut.left], self.networks[1].shapes[cut.right]
        if cut.right in self.right:  # it holds one value, of one shape: with other ghosts it would be two
            number, held = self.right[cut.right]
            if (held, self.shapes[number]) != (cut.held, one):
                expected = f"{held}, one of shape {self.shapes[number]}, as the right end was taken before"
                raise rejected(expected, f"{cut.held}, one of shape {one}", where)
        if not _fits(one, other, cut.held):
            raise rejected(f"a value that holds one of shape {one}, {cut.held}", f"one of shape {other}", where)


def _fits(one: Shape, other: Shape, held: Held) -> bool:
    """Whether a value of shape ``other`` may hold one of shape ``one``, with all its places."""
    if not held.cell:
        return one == other
    if not len(one) == len(other) == len(held.cell) + 1:
        return False
    places = zip(one[1:], other[1:], held.cell, strict=True)
    return other[0] == one[0] * prod(held.cell) and all(n <= m * s for n, m, s in places)


def _unsure(network: Network) -> Set[str]:
    """Values that may be infinite or none: by their operators, or because of a number of a node's that is none."""
    strange: set[str] = set()
    for node in network.nodes:
        if not brings_numbers(network, node) or not strange.isdisjoint(node.inputs):
            strange.add(node.name)
    return unsure(network).keys() | strange


Reached: TypeAlias = tuple[list[Node], list[str]]
"""Nodes, and the names of the values that they begin at; both in order."""


def _reached(network: Network, end: str, stops: Set[str]) -> Reached:
    """The nodes that compute ``end``, up to values in ``stops``, and which of these they read."""
    if isinstance(network.node(end).operator, op.Input):
        return [], [end]
    inside, read, waiting = {end}, set[str](), list(network.node(end).inputs)
    while waiting:
        name = waiting.pop()
        if name in stops:
            read.add(name)
        elif name not in inside:
            inside.add(name)
            waiting += network.node(name).inputs
    return [n for n in network.nodes if n.name in inside], [n.name for n in network.nodes if n.name in read]


class _OneSide:
    """One side of a segment while it is built: an input for each value in ``reached``, of the shape of the left's."""

    def __init__(self, whole: Network, shapes: Sequence[Shape], reached: Set[int]) -> None:
        self.whole, self.names = whole, Names()
        self.inputs = {known: self.names.free(f"cut {known}") for known in sorted(reached)}
        self.nodes = [Node(name, op.Input(shapes[known])) for known, name in self.inputs.items()]
        self.shapes = shapes
        self.now: dict[str, str] = {}

    def begin(self, name: str, known: int, held: Held) -> None:
        """The node ``name`` of the whole network is that known value."""
        self.now[name] = self._holding(self.inputs[known], held, self.shapes[known], self.whole.shapes[name])

    def network(self, inside: Sequence[Node], end: str, held: Held, shape: Shape) -> Network:
        """The finished side; what it ends with is put into phases, where a value of ``shape`` is to hold it so."""
        for node in inside:
            self.now[node.name] = self.names.free(node.name)
            inputs = tuple(self.now[name] for name in node.inputs)
            self.nodes.append(replace(node, name=self.now[node.name], inputs=inputs, label=node.title))
        output = self._holding(self.now[end], held, self.whole.shapes[end], shape)
        keys = {name for node in inside for name in node.parameters}
        weights = {name: array for name, array in self.whole.weights.items() if name in keys}
        return Network(tuple(self.nodes), (output,), weights, f"{self.whole.name}, {end}"[:200], self.whole.dtype)

    def _holding(self, name: str, held: Held, one: Shape, other: Shape) -> str:
        """The value of shape ``other`` that holds ``name``, of shape ``one``."""
        for operator in _moves(held, one, other):
            made = self.names.free(f"{name}/held")
            self.nodes.append(Node(made, operator, (name,)))
            name = made
        return name


def _moves(held: Held, one: Shape, other: Shape) -> Iterator[op.Operator]:
    if held.cell:
        more = tuple((0, m * s - n) for n, m, s in zip(one[1:], other[1:], held.cell, strict=True))
        if any(map(any, more)):
            yield op.Pad(more)
        if prod(held.cell) > 1:
            yield op.SpaceToDepth(held.cell, held.order)
