"""The graph of a network as boxes in rows: what the drawing shows, before any geometry.

A box is a node with the maps behind it that work place by place.  Boxes stand in rows, row r being behind all rows
above it.  The rows fall into *segments*: below a row with one box, whose value alone goes on, a new segment begins.
Consecutive segments that look alike are drawn once in long networks.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from typing import Final

from symstride.limits import check
from symstride.network.graph import Network, Node, is_strided
from symstride.network.grid.grid import BY_PLACE, WINDOWED
from symstride.network.grid.plan import Plan
from symstride.network.operators import records as op
from symstride.network.words import by, operator_words, title_of

MAX_BOXES: Final = 2_000
"""A network with more boxes than this is not drawn: nobody would read it."""

FOLDED_FROM: Final = 24
"""A network with more boxes than this has its repeated segments drawn once."""

BEHIND: Final = (*BY_PLACE, op.Reshape, op.Transpose, op.Take, op.Softmax, op.Quotient)
"""What is put into the box of the layer in front of it, when it reads that alone."""


@dataclass(frozen=True, slots=True)
class NodeBox:
    """One box: its nodes in order, and its text.

    ``inputs`` are the numbers of the boxes that it reads, in order of reading.  ``phases`` share a cell of the grid on
    which its value stands.  ``masked``: a mask stands in front of it.  ``changed``: it is written in another way.
    """

    nodes: tuple[str, ...]
    inputs: tuple[int, ...]
    kind: str
    behind: str
    value: str
    ways: str
    phases: tuple[int, ...]
    masked: bool
    changed: bool

    @property
    def look(self) -> tuple[object, ...]:
        """What boxes must share to be drawn once: all but names and places in the graph."""
        return (self.kind, self.behind, self.value, self.ways, self.phases, self.masked, self.changed)


@dataclass(frozen=True, slots=True)
class Segment:
    """Rows of box numbers; ``times`` is how often it stands in the network, ``again`` its boxes there."""

    rows: tuple[tuple[int, ...], ...]
    times: int = 1
    again: tuple[tuple[int, ...], ...] = ()

    @property
    def boxes(self) -> tuple[int, ...]:
        return tuple(n for row in self.rows for n in row)


@dataclass(frozen=True, slots=True)
class Diagram:
    """All boxes, numbered in the order of the network, and the segments that are drawn."""

    boxes: tuple[NodeBox, ...]
    segments: tuple[Segment, ...]


def diagram_of(network: Network, steps: Plan | None) -> Diagram:
    """The diagram of a network, on the grid of a plan or with each strided layer by itself."""
    boxes = tuple(_boxes(network, steps))
    hint = "replay the certificate, or look at the table: symstride show"
    check(f"the drawing of {network.name!r}", len(boxes), MAX_BOXES, "boxes", hint)
    segments = tuple(_segments(boxes))
    return Diagram(boxes, tuple(_folded(boxes, segments)) if len(boxes) > FOLDED_FROM else segments)


# ------------------------------------------------------------------------------------------------ boxes


def _boxes(network: Network, steps: Plan | None) -> Iterator[NodeBox]:
    readers: dict[str, int] = {}
    for node in network.nodes:
        for name in set(node.inputs):
            readers[name] = readers.get(name, 0) + 1
    groups: list[list[Node]] = []
    home: dict[str, int] = {}
    for node in network.nodes:
        if _joins(network, node, readers):
            home[node.name] = home[node.inputs[0]]
            groups[home[node.name]].append(node)
        else:
            home[node.name] = len(groups)
            groups.append([node])
    for number, group in enumerate(groups):
        read = dict.fromkeys(home[name] for node in group for name in node.inputs)
        yield _box(network, steps, group, tuple(n for n in read if n != number))


def _joins(network: Network, node: Node, readers: Mapping[str, int]) -> bool:
    """Whether the node goes into the box of what it reads."""
    if not isinstance(node.operator, BEHIND) or len(set(node.inputs)) != 1:
        return False
    before = network.node(node.inputs[0])
    return (
        readers[before.name] == 1 and before.name not in network.outputs and not isinstance(before.operator, op.Input)
    )


def _box(network: Network, steps: Plan | None, group: Sequence[Node], inputs: tuple[int, ...]) -> NodeBox:
    first, last = group[0], group[-1]
    phases = steps.grids[last.name].phases if steps is not None else ()
    masked = steps is not None and isinstance(first.operator, WINDOWED) and first.name in steps.rewritten
    return NodeBox(
        nodes=tuple(map(title_of, group)),
        inputs=inputs,
        kind=operator_words(first.operator),
        behind=", ".join(operator_words(node.operator) for node in group[1:]),
        value=_value(network.shapes[last.name], phases),
        ways=", ".join(_ways(network, steps, group)),
        phases=phases if any(a != 1 for a in phases) else (),
        masked=masked and steps is not None and steps.edge(first.name).masked,
        changed=is_strided(first.operator) if steps is None else first.name in steps.rewritten,
    )


def _value(shape: Sequence[int], phases: Sequence[int]) -> str:
    """The shape of a value, and how many places share a cell."""
    channels, *size = shape
    if not size:
        return f"{channels} number{'s' * (channels != 1)}"
    cells = f", {by(phases)} phases" if any(a != 1 for a in phases) else ""
    return f"{channels} channel{'s' * (channels != 1)} of {by(size)}{cells}"


def _ways(network: Network, steps: Plan | None, group: Sequence[Node]) -> Iterator[str]:
    """How the value gets into phases or out of them, and whether it is an output."""
    if steps is None and is_strided(group[0].operator):
        yield "rewritten with stride 1"
    for node in group if steps is not None else ():
        size = by(steps.grids[node.name].phases) if steps is not None else ""
        if steps is not None and node.name in steps.entries:
            yield f"space-to-depth {size}"
        if steps is not None and node.name in steps.exits:
            yield f"depth-to-space {size}"
    if any(node.name in network.outputs for node in group):
        yield "output"


# ------------------------------------------------------------------------------------------------ rows and segments


def _rows(boxes: Sequence[NodeBox]) -> list[list[int]]:
    """Each box one row below the lowest that it reads."""
    row: list[int] = []
    for box in boxes:
        row.append(1 + max((row[n] for n in box.inputs), default=-1))
    rows: list[list[int]] = [[] for _ in range(max(row) + 1)]
    for number, r in enumerate(row):
        rows[r].append(number)
    return rows


def _segments(boxes: Sequence[NodeBox]) -> Iterator[Segment]:
    rows = _rows(boxes)
    place = {n: r for r, row in enumerate(rows) for n in row}
    last = dict(place)  # for each box, the lowest row that reads it
    for number, box in enumerate(boxes):
        for n in box.inputs:
            last[n] = max(last[n], place[number])
    current: list[tuple[int, ...]] = []
    lowest = 0  # row that reads a box of the rows above
    for r, row in enumerate(rows):
        current.append(tuple(row))
        if len(row) == 1 and lowest <= r:
            yield Segment(tuple(current))
            current = []
        lowest = max(lowest, *(last[n] for n in row))
    if current:
        yield Segment(tuple(current))


def _folded(boxes: Sequence[NodeBox], segments: Sequence[Segment]) -> Iterator[Segment]:
    """Runs of segments that look alike, each run once."""
    runs: list[list[Segment]] = []
    for segment in segments:
        if runs and _look(boxes, runs[-1][0]) == _look(boxes, segment):
            runs[-1].append(segment)
        else:
            runs.append([segment])
    for first, *others in runs:
        yield replace(first, times=1 + len(others), again=tuple(other.boxes for other in others))


def _look(boxes: Sequence[NodeBox], segment: Segment) -> tuple[object, ...]:
    """The boxes with their reading, counted from the start of the segment; what comes from before is -1."""
    inside = {n: position for position, n in enumerate(segment.boxes)}
    rows = tuple(map(len, segment.rows))
    return (rows, *((boxes[n].look, tuple(inside.get(i, -1) for i in boxes[n].inputs)) for n in segment.boxes))
