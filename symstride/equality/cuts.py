"""Where two networks meet: values of the right that are values of the left, as they are or in phases.

While both are run at one random point, each value leaves its print.  A value of the right with the print of one of the
left, perhaps once its phases are undone and its ghosts are cropped, is a cut: what lies between cuts is a segment.
With fresh unknowns at all cuts, on both sides, one more run decides each segment on its own.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterator, Mapping, Sequence
from dataclasses import dataclass, field, replace
from functools import cached_property
from itertools import chain, islice, product
from math import prod
from typing import Any, Literal, TypeAlias

import numpy as np

from symstride.equality import bound
from symstride.equality.field import Field, Tuples
from symstride.equality.hashing import key
from symstride.equality.interpret import interpret
from symstride.equality.residues import Rows
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.operators.arrays import depth_to_space, space_to_depth
from symstride.network.operators.records import Shape

MAX_CELLS = 256
"""Cells that a value of the right is tried with."""

MAX_TURNS = 8
"""Runs with fresh unknowns, each with fewer cuts than the one before."""

PhaseOrder: TypeAlias = Literal["channel_major", "phase_major"]

ORDERS: tuple[PhaseOrder, ...] = ("channel_major", "phase_major")


@dataclass(frozen=True)
class Relation:
    """How a value holds another one of ``size`` places: in phases of ``cell``, with ghosts behind; or as it is.

    As it is, when there is no cell.
    """

    cell: Shape = ()
    order: PhaseOrder = "channel_major"
    size: Shape = ()

    def undone(self, value: Rows) -> Rows:
        """``(rows, C*cells, *m)`` to ``(rows, C, *size)``."""
        if not self.cell:
            return value
        fine = depth_to_space(value, self.cell, self.order)
        return np.asarray(fine[_within(self.size)])

    def done(self, value: Rows, places: Shape) -> Rows:
        """``(rows, C, *size)`` to ``(rows, C*cells, *places)``, with 0 for ghosts."""
        if not self.cell:
            return value
        fine = np.zeros((*value.shape[:2], *_times(places, self.cell)), dtype=value.dtype)
        fine[_within(self.size)] = value
        return space_to_depth(fine, self.cell, self.order, [range(s) for s in self.cell])

    def has_zero_ghosts(self, value: Rows) -> bool:
        """Whether each place that is no place of the other value holds 0."""
        if not self.cell:
            return True
        genuine = self.done(np.ones((1, value.shape[1] // prod(self.cell), *self.size), bool), value.shape[2:])
        return not np.where(genuine, 0, value).any()

    def __str__(self) -> str:
        if not self.cell:
            return "the same"
        cell = "x".join(map(str, self.cell))
        words = f"phases of {cell}, {self.order}" if prod(self.cell) > 1 else "the same"
        return f"{words}, {'x'.join(map(str, self.size))} places and ghosts"


def _within(size: Shape) -> Any:
    """The index of the first places of each axis."""
    return (..., *map(slice, size))


def _times(places: Sequence[int], cell: Sequence[int]) -> Shape:
    return tuple(n * s for n, s in zip(places, cell, strict=True))


@dataclass(frozen=True)
class Seen:
    """A value of the right is the value of the left with that print; ``is_cut`` when it holds nothing else but 0."""

    print: int
    relation: Relation
    is_cut: bool


@dataclass(frozen=True)
class CutPair:
    """Two nodes, by what messages call them, with the same value up to a relation."""

    left: str
    right: str
    relation: Relation


class Meeting:
    """Prints of one run of both networks at one point: hand ``left`` and ``right`` to ``interpret``, in that order.

    ``prints`` are those of the left's nodes, ``matches`` what the right's nodes are, and ``had`` the prints of all
    values of the left that the right has: one of its values may hold several, on fewer or more places.
    """

    def __init__(self, networks: tuple[Network, Network]) -> None:
        self.networks = networks
        self.prints: dict[str, int] = {}
        self.matches: dict[str, Seen] = {}
        self.had: set[int] = set()
        self._cells: dict[int, list[Shape]] = {}
        self._first: dict[tuple[int, bytes], dict[Shape, None]] = defaultdict(dict)

    def left(self, node: Node, value: Tuples) -> None:
        """Take the print of a value of the left."""
        numbers = value.numbers
        self.prints[node.name] = print_of(numbers)
        if numbers.ndim > 2:
            self._first[numbers.ndim, _at_first_place(numbers)][numbers.shape[1:]] = None

    def right(self, node: Node, value: Tuples) -> None:
        """Find the value of the left that a value of the right is, if any.

        Where it has minus infinity in a place, which is no number, it is known again, and no place to cut at.
        """
        numbers = value.numbers
        is_finite = not numbers.size or int(numbers.min()) >= 0
        for relation in self._relations(numbers):
            seen = print_of(relation.undone(numbers))
            if seen in self.known:
                self.had.add(seen)
                if node.name not in self.matches:
                    is_cut = is_finite and relation.has_zero_ghosts(numbers)
                    self.matches[node.name] = Seen(seen, relation, is_cut)

    def seen(self, name: str) -> int | None:
        """The print of the value of the left that a node of the right has; None where it has none."""
        match = self.matches.get(name)
        return None if match is None else match.print

    @cached_property
    def known(self) -> frozenset[int]:
        """All prints of the left, once it was run."""
        return frozenset(self.prints.values())

    def _relations(self, numbers: Rows) -> Iterator[Relation]:
        yield Relation()
        for cell, order in product(self.cells(numbers.ndim - 2), ORDERS):
            total = prod(cell)
            if numbers.shape[1] % total:
                continue
            step = total if order == "channel_major" else 1
            head = numbers[:, : numbers.shape[1] // total * step : step]
            for shape in self._first.get((numbers.ndim, _at_first_place(head)), ()):
                fits = all(n <= m for n, m in zip(shape[1:], _times(numbers.shape[2:], cell), strict=True))
                if fits and shape[0] == head.shape[1]:
                    yield Relation(cell, order, shape[1:])

    def cells(self, axes: int) -> list[Shape]:
        """The cells that phases may have on so many axes, at most ``MAX_CELLS``; none without axes."""
        if axes not in self._cells:
            self._cells[axes] = list(islice(_cells(self.networks, axes), MAX_CELLS)) if axes > 0 else []
        return self._cells[axes]

    # ------------------------------------------------------------------------------------------------ what was found

    @property
    def lost(self) -> list[Node]:
        """Nodes of the left whose values the right never has although it has all that they read.

        Only those that count: an output that the right has not either is made of them, past no value that it has.
        """
        there = {name for name, seen in self.prints.items() if seen in self.had}
        left = self.networks[0]
        counts = set(left.outputs) - there
        for node in reversed(left.nodes):
            if node.name in counts:
                counts.update(name for name in node.inputs if name not in there)
        nodes = (node for node in left.nodes if node.inputs and node.name in counts)
        return [node for node in nodes if there.issuperset(node.inputs)]

    def classes(self) -> dict[int, tuple[str, str]]:
        """The print of each cut -> the first node of the left and of the right that have it; inputs among them."""
        first: dict[int, str] = {}
        for node in self.networks[0].nodes:
            first.setdefault(self.prints[node.name], node.name)
        found: dict[int, str] = {}
        for node in self.networks[1].nodes:
            match = self.matches.get(node.name)
            if match is not None and match.is_cut:
                found.setdefault(match.print, node.name)
        return {seen: (name, found[seen]) for seen, name in first.items() if seen in found}

    def inputs(self) -> frozenset[int]:
        """The prints of the left's inputs."""
        return frozenset(self.prints[node.name] for node in self.networks[0].inputs)

    def cuts(self) -> tuple[CutPair, ...]:
        """Each value that both have, but for inputs, in the order of the left."""
        left, right = self.networks
        outside = self.inputs()
        pairs = [pair for seen, pair in self.classes().items() if seen not in outside]
        return tuple(CutPair(left.node(a).title, right.node(b).title, self.matches[b].relation) for a, b in pairs)


def print_of(numbers: Rows) -> int:
    """A number of 64 bits by which an array is known."""
    return key(numbers.shape, np.ascontiguousarray(numbers).tobytes())


def _at_first_place(numbers: Rows) -> bytes:
    return numbers.reshape(*numbers.shape[:2], -1)[:, :, 0].tobytes()


def _cells(networks: tuple[Network, Network], axes: int) -> Iterator[Shape]:
    """The cells of all phases in the networks, that of one place first, all that divide them, and those of shapes.

    By its shape ``(C*count, *m)`` may hold ``(C, *n)`` in phases of cells of ``count`` places, ``m = ceil(n/cell)``.
    """
    left, right = (dict.fromkeys(s for s in network.shapes.values() if len(s) == axes + 1) for network in networks)
    named = (getattr(node.operator, "cell", None) or () for network in networks for node in network.nodes)
    divisors = (product(*([d for d in range(1, n + 1) if n % d == 0] for n in c)) for c in named if len(c) == axes)
    by_shape = {
        cell
        for other in islice(right, MAX_CELLS)
        for one in islice(left, MAX_CELLS)
        if other[0] % one[0] == 0
        for cell in _cells_between(one[1:], other[1:], other[0] // one[0])
    }
    small_first = sorted(by_shape, key=lambda cell: (prod(cell), cell))
    return iter(dict.fromkeys(chain([(1,) * axes], chain.from_iterable(divisors), small_first)))


def _cells_between(places: Shape, others: Shape, count: int) -> Iterator[Shape]:
    """The cells of ``count`` places of which ``others`` cover ``places``, and no fewer do."""
    if not places:
        yield from [()] if count == 1 else []
        return
    most = (places[0] - 1) // (others[0] - 1) if others[0] > 1 else count
    for n in range(max(1, -(-places[0] // others[0])), min(most, count) + 1):
        if count % n == 0:
            yield from ((n, *rest) for rest in _cells_between(places[1:], others[1:], count // n))


# ------------------------------------------------------------------------------------------------ segments


@dataclass(frozen=True)
class SegmentPair:
    """What computes one value from the cuts in front of it, on both sides, as two networks with the same inputs.

    ``end`` are the two nodes that have the value, ``begins`` the nodes of the left that are the cuts in front, by what
    messages call them.  The inputs of both networks are called as the values of the left.
    """

    end: tuple[str, str]
    begins: tuple[str, ...]
    left: Network = field(compare=False, repr=False)
    right: Network = field(compare=False, repr=False)


def segment(meeting: Meeting, used: frozenset[int], end: tuple[str, str], relation: Relation) -> SegmentPair:
    """The two networks that end at those nodes and begin at cuts of ``used``; what the right ends with is undone."""
    names = {seen: pair[0] for seen, pair in meeting.classes().items() if seen in used}
    cuts = [(name, match) for name, match in meeting.matches.items() if match.is_cut and match.print in names]
    stops = (
        {name: names[seen] for name, seen in meeting.prints.items() if seen in names},
        {name: (names[match.print], match.relation) for name, match in cuts},
    )
    return between(meeting.networks, stops, end, relation)


Stops: TypeAlias = tuple[Mapping[str, str], Mapping[str, tuple[str, Relation]]]
"""For each side the nodes at which segments begin -> the node of the left whose value it has, and for the right how."""


def between(networks: tuple[Network, Network], stops: Stops, end: tuple[str, str], relation: Relation) -> SegmentPair:
    """The two networks that end at those nodes and begin at ``stops``; what the right ends with is undone."""
    left, right = networks
    parts = [needed(network, last, at) for network, last, at in zip(networks, end, stops, strict=True)]
    reached = {stops[0][name] for name in parts[0][1]} | {stops[1][name][0] for name in parts[1][1]}
    begins = [node.name for node in left.nodes if node.name in reached]
    first = _Side(left, left, begins, end[0])
    for name in parts[0][1]:
        first.begin(name, stops[0][name], Relation())
    second = _Side(left, right, begins, end[1])
    for name in parts[1][1]:
        second.begin(name, *stops[1][name])
    made = first.network(parts[0][0], Relation()), second.network(parts[1][0], relation)
    titles = left.node(end[0]).title, right.node(end[1]).title
    return SegmentPair(titles, tuple(left.node(name).title for name in begins), *made)


def needed(network: Network, end: str, stops: Mapping[str, Any]) -> tuple[list[Node], list[str]]:
    """The nodes that compute ``end`` from values in ``stops``, and which of these they read, in order."""
    inside, read, waiting = {end}, set(), list(network.node(end).inputs)
    while waiting:
        name = waiting.pop()
        if name in stops:
            read.add(name)
        elif name not in inside:
            inside.add(name)
            waiting += network.node(name).inputs
    order = [node for node in network.nodes if node.name in inside]
    return order, [node.name for node in network.nodes if node.name in read]


class _Side:
    """One side of a segment while it is built.  ``begins`` are values of ``left``, the inputs of both sides."""

    def __init__(self, left: Network, whole: Network, begins: Sequence[str], end: str) -> None:
        self.whole, self.end = whole, end
        self.nodes = [Node(name, op.Input(left.shapes[name])) for name in begins]
        self.names = Names(begins)
        self.now: dict[str, str] = {}

    def begin(self, name: str, source: str, relation: Relation) -> None:
        """The value ``name`` is made of the input ``source``."""
        self.now[name] = source
        if not relation.cell:
            return
        shape = self.whole.shapes[name]
        more = [m - n for m, n in zip(_times(shape[1:], relation.cell), relation.size, strict=True)]
        self._add(name, op.Pad(tuple((0, n) for n in more)), "pad", any(more))
        self._add(name, op.SpaceToDepth(relation.cell, relation.order), "phases", prod(relation.cell) > 1)

    def _add(self, name: str, operator: op.Operator, suffix: str, is_needed: bool) -> None:
        if is_needed:
            made = self.names.free(f"{self.now[name]}/{suffix}")
            self.nodes.append(Node(made, operator, (self.now[name],)))
            self.now[name] = made

    def network(self, inside: Sequence[Node], relation: Relation) -> Network:
        """The finished side; ``relation`` of its end is undone."""
        for node in inside:
            name = self.now[node.name] = self.names.free(node.name)
            inputs = tuple(self.now[given] for given in node.inputs)
            self.nodes.append(replace(node, name=name, inputs=inputs, label=node.title if name != node.title else ""))
        if relation.cell:
            shape = self.whole.shapes[self.end]
            self._add(self.end, op.DepthToSpace(relation.cell, relation.order), "places", prod(relation.cell) > 1)
            less = [n - m for m, n in zip(_times(shape[1:], relation.cell), relation.size, strict=True)]
            self._add(self.end, op.Pad(tuple((0, n) for n in less)), "crop", any(less))
        keys = {name for node in inside for name in node.parameters}
        weights = {name: array for name, array in self.whole.weights.items() if name in keys}
        labels = {name: label for name, label in self.whole.labels.items() if name in keys}
        name = f"{self.whole.name}, {self.end}"[:200]
        made = Network(tuple(self.nodes), (self.now[self.end],), weights, name, self.whole.dtype, labels=labels)
        return replace(made, files=self.whole.files)


@dataclass(frozen=True)
class Decided:
    """Segments that are equal for whatever their inputs are; ``error`` is the most with which one of them is not.

    ``used`` are the prints of the cuts that they begin at, inputs among them, in ``meeting``; ``algebra`` is what they
    were decided in.
    """

    segments: tuple[SegmentPair, ...]
    error: float
    used: frozenset[int] = frozenset()
    meeting: Meeting | None = field(default=None, compare=False, repr=False)
    algebra: Field | None = field(default=None, compare=False, repr=False)


def decided(meeting: Meeting, field_of: Callable[[int], Field]) -> Decided:
    """Every segment on its own: fresh unknowns stand at all cuts, in one run of both networks.

    Where two values are equal only because of what stands in front of a cut, that cut is given up.  ``field_of`` makes
    the algebra of each turn.  The networks have to be equal: their outputs are the last cuts.
    """
    classes = meeting.classes()
    outside = meeting.inputs()
    used = frozenset(classes)
    for turn in range(MAX_TURNS):
        algebra = field_of(turn)
        run = _Fresh(meeting, used - outside, algebra)
        failing = run.failing()
        if not failing:
            ends = [pair for seen, pair in classes.items() if seen in used - outside]
            algebra.met.outputs = max(1, len(ends))
            found = tuple(segment(meeting, used, pair, meeting.matches[pair[1]].relation) for pair in ends)
            return Decided(found, bound.probability(algebra.met, algebra.draw), used, meeting, algebra)
        used -= frozenset[int]().union(*(run.in_front[seen] or {seen} for seen in failing)) - outside
    return Decided((), 0.0)


class _Fresh:
    """One run of both networks with fresh unknowns at the cuts ``used``."""

    def __init__(self, meeting: Meeting, used: frozenset[int], algebra: Field) -> None:
        self.meeting, self.used, self.algebra = meeting, used, algebra
        self.noted: dict[int, set[int]] = defaultdict(set)
        self.in_front: dict[int, set[int]] = defaultdict(set)

    def failing(self) -> list[int]:
        """The cuts that the two sides compute differently from the cuts in front of them."""
        plain = Relation()
        ways = [
            {name: (seen, plain) for name, seen in self.meeting.prints.items()},
            {name: (match.print, match.relation) for name, match in self.meeting.matches.items() if match.is_cut},
        ]
        for network, way in zip(self.meeting.networks, ways, strict=True):
            interpret(network, self.algebra, self._change(way))
        return [seen for seen, prints in self.noted.items() if len(prints) > 1]

    def _change(self, way: Mapping[str, tuple[int, Relation]]) -> Callable[[Node, Tuples], Tuples | None]:
        behind: dict[str, set[int]] = {}
        done: set[int] = set()

        def change(node: Node, value: Tuples) -> Tuples | None:
            behind[node.name] = set().union(*(behind[name] for name in node.inputs))
            seen, relation = way.get(node.name, (0, Relation()))
            if seen not in self.used or isinstance(node.operator, op.Input):
                return None
            genuine = relation.undone(value.numbers)
            fresh = self.algebra.input(seen, genuine.shape[1:])
            if seen not in done or not np.array_equal(genuine, fresh.numbers):
                self.noted[seen].add(print_of(genuine))
                self.algebra.met.output(value.degree, value.size, value.common)
                self.in_front[seen] |= behind[node.name]
            done.add(seen)
            behind[node.name] = {seen}
            return replace(fresh, numbers=relation.done(fresh.numbers, value.numbers.shape[2:]))

        return change
