"""What it takes to move a network to its grid: where every value stands, who reads ghosts, and which masks.

Worked out from the network's layers and sizes alone: no weights, no arrays.  ``unstride(scope="network")`` does what
the plan says, and a proof about the result may start from the plan.

A layer that reads windows of a value in phases (an ``Edge``) reads real places, padding outside of the cells, and
maybe ghosts in the last cell.  Padding is right by itself.  Along one axis, with ``N`` places, ``a`` phases and
``M`` outputs that count,

    whole     a divides N, so that there are no ghosts
    unread    no output reads past N:  stride*(M-1) + dilation*(kernel-1) - low < N
    gaps      outputs read past N, but by stride and dilation never a ghost (found by going through all ghosts)
    clean     outputs read ghosts, and these hold the layer's fill already (see ``ghosts``); or what reads them reads
              nothing but padding along another axis
    masked    outputs read ghosts that may hold anything else: a mask sets all ghosts to the fill first

The fill is 0 for sums, the lowest number for maxima, a Pad's own for a Pad.  Values behind masks are not the values
that other readers get: a mask stands on its edge, once for all edges from one value with one fill.
"""

from __future__ import annotations

from collections.abc import Container, Mapping, Sequence
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.finite import refuse_unsure, unsure
from symstride.network.graph import Network, Node, is_strided
from symstride.network.grid import ghosts as known
from symstride.network.grid.ghosts import Ghosts
from symstride.network.grid.grid import WINDOWED, Grid, grids, on_grid
from symstride.network.open_sizes import has_open_sizes
from symstride.network.operators.magnitudes import overflowing
from symstride.network.operators.records import Fill
from symstride.network.reads import Window, windows

Decision: TypeAlias = Literal["whole", "unread", "gaps", "clean", "masked"]
"""Why the ghosts of one axis do no harm."""


@dataclass(frozen=True, slots=True)
class AxisEdge:
    """One axis of an edge.  The consumer has ``outputs`` places ``M`` in ``output_phases``, the source ``size`` ``N``
    in ``phases``; ``stride*output_phases == phases``, or for a transposed layer ``stride*phases == output_phases``.
    ``read`` lists the ghosts ``N <= t < phases*cells`` that outputs ``j < M`` read."""

    window: Window
    size: int
    phases: int
    outputs: int
    output_phases: int
    read: tuple[int, ...]
    decision: Decision

    @property
    def cells(self) -> int:
        """``ceil(N/a)``."""
        return -(-self.size // self.phases)

    @property
    def output_cells(self) -> int:
        """``ceil(M/b)`` for ``b`` output phases."""
        return -(-self.outputs // self.output_phases)


@dataclass(frozen=True, slots=True)
class Edge:
    """A layer that reads windows, and the value that it reads.

    ``fill`` is what it takes ghosts to be.  ``infinite``: it multiplies ghosts by structural zeros, and some may be
    infinite or NaN, as those behind a maximum over padding alone, behind a division, or where sums may overflow; then
    a mask is needed although nobody reads them.
    """

    consumer: str
    source: str
    fill: Fill
    axes: tuple[AxisEdge, ...]
    infinite: bool = False

    @property
    def masked(self) -> bool:
        """Whether a mask stands on the edge."""
        return self.infinite or any(axis.decision == "masked" for axis in self.axes)


@dataclass(frozen=True)
class Plan:
    """The network on its grid.

    ``grids`` has one entry per value, in the order of the network; ``edges`` one per layer that reads windows and is
    ``rewritten``.  ``entries`` are the values that are sorted into phases by space-to-depth, with ghosts 0: inputs, and
    what starts a component.  ``exits`` are the values in phases that somebody reads whole, by depth-to-space and a cut
    to their size: outputs of the network, and what global pools and the tail read.  ``rewritten`` are the other nodes
    that get another form; all remaining nodes stay the same objects.
    """

    grids: Mapping[str, Grid]
    edges: tuple[Edge, ...]
    entries: tuple[str, ...]
    exits: tuple[str, ...]
    rewritten: tuple[str, ...]

    @property
    def masks(self) -> tuple[tuple[str, Fill], ...]:
        """Each value that is masked, with the fill, once."""
        return tuple(dict.fromkeys((edge.source, edge.fill) for edge in self.edges if edge.masked))

    def edge(self, consumer: str) -> Edge:
        """The edge into that layer."""
        return self._by_consumer[consumer]

    @cached_property
    def _by_consumer(self) -> dict[str, Edge]:
        return {edge.consumer: edge for edge in self.edges}


def plan(network: Network) -> Plan:
    """The plan for a network.  Refuses one whose values cannot stand on common grids, by the name of the node."""
    if has_open_sizes(network):
        hint = 'give the sizes, or rewrite it with scope="layer"'
        raise NotSupported(f"the grid of {network.name!r}"[:200], "sizes that are numbers", "open ones", hint)
    where = grids(network)
    changed = [node for node in network.nodes if _changes(node, where)]
    entries = [node.name for node in network.nodes if not on_grid(node) and where[node.name].has_phases]
    whole = {name for node in network.nodes if not on_grid(node) for name in node.inputs} | set(network.outputs)
    whole -= set(entries)
    exits = [node.name for node in network.nodes if node.name in whole and where[node.name].has_phases]
    edges, _ = followed(where, changed, entries, overflowing(network))
    _check_finite(network, edges)
    return Plan(where, tuple(edges), tuple(entries), tuple(exits), tuple(node.name for node in changed))


def _check_finite(network: Network, edges: Sequence[Edge]) -> None:
    """Refuse a layer with structural zeros that multiply what may be infinite or NaN in a place that its map has."""
    wrong = unsure(network)
    for edge in edges if wrong else ():
        node = network.node(edge.consumer)
        multiplies = isinstance(node.operator, Conv | ConvTranspose)
        if multiplies and edge.source in wrong and any(map(_has_zeros, edge.axes)):
            refuse_unsure("plan", node, wrong[edge.source])


def _has_zeros(axis: AxisEdge) -> bool:
    """Whether the expanded layer has structural zeros along the axis: more entries than taps, in each output phase."""
    phases, cell = (axis.phases, axis.output_phases) if axis.window.transposed else (axis.output_phases, axis.phases)
    return axis.window.kernel != cell * len(axis.window.touched(phases, 1))


def _changes(node: Node, where: Mapping[str, Grid]) -> bool:
    phased = any(where[name].has_phases for name in (node.name, *node.inputs))
    return on_grid(node) and (phased or is_strided(node.operator))


def followed(
    where: Mapping[str, Grid], nodes: Sequence[Node], entries: Sequence[str], large: Container[str]
) -> tuple[list[Edge], dict[str, Ghosts]]:
    """The edges in the order of the network, while the knowledge about ghosts goes along."""
    content: dict[str, Ghosts] = {name: known.dead(where[name], 0.0) for name in entries}
    edges = []
    for node in nodes:
        sources = [content.get(name) or known.alive(where[name]) for name in node.inputs]
        if isinstance(node.operator, WINDOWED):
            edge = edge_into(node, where, sources[0])
            edges.append(edge)
            sources = [known.dead(where[edge.source], edge.fill)] if edge.masked else sources
        content[node.name] = behind(node, where, sources, large)
    return edges, content


def behind(node: Node, where: Mapping[str, Grid], sources: Sequence[Ghosts], large: Container[str]) -> Ghosts:
    """The ghosts of a node's value on the grid, from those that it is fed with.

    ``large`` has the values that may overflow (``magnitudes``).
    """
    result = where[node.name]
    if isinstance(node.operator, WINDOWED):
        grid = where[node.inputs[0]]
        found = known.behind_windows(node, sources[0], windows(node.operator, grid.size), grid, result)
    else:
        found = known.behind_places(node, sources, result)
    return known.overflowing(found, result) if node.name in large else found


def edge_into(node: Node, where: Mapping[str, Grid], source: Ghosts) -> Edge:
    """The edge into a layer that reads windows, when the ghosts of what it is fed with are ``source``."""
    grid, result, fill = where[node.inputs[0]], where[node.name], known.needed_fill(node)
    if isinstance(node.operator, Conv) and node.operator.padding_mode == "circular" and grid.has_ghosts:
        expected, hint = f"a size that {grid.phases} phases divide", 'crop or pad the map, or take scope="layer"'
        raise NotSupported(f"plan, circular node {node.title!r}", expected, f"{grid.size}", hint)
    steps = windows(node.operator, grid.size)
    boxes = known.differing(source, grid, fill)
    wrong = known.wrong_axes(boxes, steps, grid, result.size)
    rows = zip(steps, grid.size, grid.phases, grid.ghosts, result.size, result.phases, wrong, strict=True)
    axes = []
    for window, n, a, row, m, b, bad in rows:
        read = known.ghosts_read(window, row, m)
        decision = "masked" if bad else _decision(window, n, row, m, read)
        axes.append(AxisEdge(window, n, a, m, b, read, decision))
    multiplies = isinstance(node.operator, Conv | ConvTranspose)
    infinite = multiplies and known.may_be_infinite(source, grid) and _touches(grid, axes)
    return Edge(node.name, grid.value, fill, tuple(axes), infinite)


def _decision(window: Window, size: int, row: range, outputs: int, read: tuple[int, ...]) -> Decision:
    if not row:
        return "whole"
    if window.reach(outputs) < size:
        return "unread"
    return "clean" if read else "gaps"


def _touches(grid: Grid, axes: Sequence[AxisEdge]) -> bool:
    """Whether the expanded layer reads the last cell of some axis with ghosts, whatever its weights there."""
    for axis, row in zip(axes, grid.ghosts, strict=True):
        phases = axis.phases if axis.window.transposed else axis.output_phases
        if row and axis.cells - 1 in axis.window.touched(phases, axis.output_cells):
            return True
    return False
