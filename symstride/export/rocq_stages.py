"""A network on its grid, read as the layers of a Rocq file: which nodes make one layer there, and its numbers.

Rocq's layers take sums over windows and then do something with each channel, so a node and those behind it that work
on each channel of each place alone (batch normalisation, activations) are one *stage*, as long as nobody else reads
what is between them.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass

from symstride.algebra.bank import expand
from symstride.algebra.sizes import AxisBank
from symstride.algebra.transposed import expand_transposed
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_COUNTED, check
from symstride.network.graph import Network, Node
from symstride.network.grid.grid import WINDOWED, on_grid
from symstride.network.grid.plan import Edge, Plan
from symstride.network.grid.reads import Window, meets, windows
from symstride.network.operators import records as op
from symstride.network.operators.windows import counts, reached_padding

ASKED = "network_rocq(network, plan)"
EACH_CHANNEL = (op.Affine, op.BatchNorm, op.PRelu, op.Pointwise)
"""What takes each number of a channel by itself."""

FOLLOWED = (*WINDOWED, *EACH_CHANNEL, op.Add, op.Multiply, op.Maximum)
"""Behind these, such operators belong to the same stage."""

COVERED = (*FOLLOWED, op.Pixelwise, op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels)


@dataclass(frozen=True, slots=True)
class Stage:
    """A node and those behind it on each channel alone; ``value`` is the name of what comes out."""

    node: Node
    behind: tuple[Node, ...] = ()

    @property
    def value(self) -> str:
        return (self.behind or (self.node,))[-1].name

    @property
    def words(self) -> str:
        """``conv1, then bn1, relu1``."""
        rest = ", ".join(node.title for node in self.behind)
        return self.node.title + (f", then {rest}" if rest else "")


@dataclass(frozen=True, slots=True)
class Component:
    """What is computed on one grid from the value ``root``, and which of its values somebody reads whole."""

    root: str
    stages: tuple[Stage, ...]
    results: tuple[str, ...]


def components(network: Network, plan: Plan) -> tuple[Component, ...]:
    """The parts of the network that move to the grid, or lose a stride."""
    changed = sorted({plan.grids[name].component for name in plan.rewritten})
    if not changed:
        hint = "there is nothing to prove about it"
        raise SpecError(ASKED, "a network with strides or dilations", network.name, hint)
    return tuple(_component(network, plan, number) for number in changed)


def _component(network: Network, plan: Plan, number: int) -> Component:
    members = [node for node in network.nodes if plan.grids[node.name].component == number]
    roots = [node for node in members if not on_grid(node)]
    if len(roots) != 1:
        got, hint = ", ".join(repr(node.title) for node in roots), 'take scope="layer", or leave Rocq out'
        raise NotSupported(ASKED, "one value from which a grid starts", got, hint)
    inside = [node for node in members if on_grid(node)]
    whole = {name for node in network.nodes if not on_grid(node) for name in node.inputs} | set(network.outputs)
    stages = tuple(_stages(network, inside, whole))
    results = tuple(stage.value for stage in stages if stage.value in whole)
    return Component(roots[0].name, stages, results)


def _stages(network: Network, nodes: list[Node], whole: set[str]) -> Iterator[Stage]:
    readers: dict[str, list[Node]] = {}
    for node in network.nodes:
        for name in node.inputs:
            readers.setdefault(name, []).append(node)
    taken: set[str] = set()
    for node in nodes:
        if node.name in taken:
            continue
        _check(node, network)
        behind: list[Node] = []
        last = node
        while isinstance(node.operator, FOLLOWED) and last.name not in whole and len(readers.get(last.name, [])) == 1:
            (reader,) = readers[last.name]
            if not isinstance(reader.operator, EACH_CHANNEL):
                break
            behind.append(reader)
            last = reader
        taken.update(n.name for n in behind)
        yield Stage(node, tuple(behind))


# ------------------------------------------------------------------------------------------------ what is not covered


def _check(node: Node, network: Network) -> None:
    """Refuses what Rocq's networks have no layer for."""
    operator, expected = node.operator, "convolutions with zeros around them, pools, and what works place by place"
    if not isinstance(operator, COVERED) or isinstance(operator, op.Pad):
        raise _refusal(node, expected, type(operator).__name__)
    if isinstance(operator, Conv) and operator.padding_mode != "zeros":
        raise _refusal(node, expected, f"{operator.padding_mode} padding")
    if isinstance(operator, op.AveragePool):
        for row in counts(operator, network.shapes[node.inputs[0]][1:]):
            if len(set(row)) > 1:
                got = f"{min(row)} to {max(row)} along an axis"
                raise _refusal(node, "averages of equally many places", got)
    if isinstance(operator, op.MaxPool):
        _check_maximum(node, network)


def _check_maximum(node: Node, network: Network) -> None:
    """Each window meets the map: the maximum of nothing is no number."""
    size, outputs = network.shapes[node.inputs[0]][1:], network.shapes[node.name][1:]
    for window, n, m in zip(windows(node.operator, size), size, outputs, strict=True):
        asked = f"{ASKED}, node {node.title!r}"
        check(asked, m, MAX_COUNTED, "windows of a maximum", "leave Rocq out; the certificate covers it")
        if not all(meets(window.read_by(j), n) for j in range(m)):
            raise _refusal(node, "windows that meet the map", "a window of padding only")


def _refusal(node: Node, expected: str, got: str) -> NotSupported:
    return NotSupported(f"{ASKED}, node {node.title!r}", expected, got, "leave Rocq out; the certificate covers it")


def edge_of(node: Node, plan: Plan) -> Edge | None:
    """The edge into a layer that reads windows; None where it reads a value with one place in each cell."""
    edge = next((edge for edge in plan.edges if edge.consumer == node.name), None)
    if edge is None or edge.masked or edge.source in plan.entries:
        return edge
    if any(axis.decision == "clean" for axis in edge.axes):
        expected = "ghosts that are read to be cleaned by space-to-depth or a mask"
        raise _refusal(node, expected, f"ghosts of {edge.source!r} that are {edge.fill} by what computes them")
    return edge


# ------------------------------------------------------------------------------------------------ numbers


def steps(node: Node, network: Network) -> tuple[Window, ...]:
    """Kernel, stride, dilation and low padding per axis of a layer that reads windows."""
    return windows(node.operator, network.shapes[node.inputs[0]][1:])


def high_padding(node: Node, network: Network) -> tuple[int, ...]:
    """The high padding per axis; of a transposed layer, less the places that are added behind."""
    operator, size = node.operator, network.shapes[node.inputs[0]][1:]
    match operator:
        case Conv():
            return tuple(int(axis.high) for axis in operator.axes(size))
        case ConvTranspose():
            rows = zip(operator.padding, operator.output_padding, strict=True)
            return tuple(high - more for (_, high), more in rows)
        case op.MaxPool() | op.AveragePool():
            return tuple(high for _, high in reached_padding(operator, size))
    raise TypeError(f"{type(operator).__name__} has no padding")


def bank_axes(node: Node, network: Network, plan: Plan) -> tuple[AxisBank, ...]:
    """The filter bank that the package copies the node's weights by, per axis; () where there is none."""
    operator, source = node.operator, plan.grids[node.inputs[0]]
    match operator:
        case Conv():
            return expand(operator, plan.grids[node.name].phases, input_size=source.size).axes
        case ConvTranspose():
            return expand_transposed(operator, source.phases).axes
    return ()
