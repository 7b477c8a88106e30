"""A network on its grid, as its plan says: unit-stride, unit-dilation layers on phases.

Value ``v`` in phases has the name ``v/phases`` and the layout channel_major, ``v/phases[c*A + tau, m] = v[c, a*m +
tau]``, so concatenations, groups, slices and permutations of channels stay what they are, in blocks of ``A``.  A value
that is whole keeps its name: ``v`` means the same as before wherever it occurs.

- Conv, ConvTranspose: the expanded bank for the phases that its value has, a Conv of stride 1 and dilation 1.  What a
  circular layer wraps around is written out in front, in cells.
- MaxPool, AveragePool, Pad: per tap ``i``, phase ``tau`` of the value takes phase ``rho`` from ``u`` cells further on,
  ``stride*tau + dilation*i - low = a*u + rho``.  So the map is padded once, each offset ``u`` is a crop of it, the
  crops are laid one behind the other along the channels, and each tap gathers its channels from them.  The maximum or
  the sum over the taps follows, and for averages a division by what each window counts.
- what works place by place, and Concat: itself; numbers per channel are repeated for each phase.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from itertools import product
from math import prod

from symstride.algebra.bank import Bank, expand
from symstride.algebra.layout import Order
from symstride.algebra.transposed import TransposedBank, expand_transposed
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, MAX_NODES, MAX_PIECES, check, check_product
from symstride.network.graph import Network, Node, checked_shape
from symstride.network.grid.grid import Grid
from symstride.network.grid.plan import AxisEdge, Plan
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.operators.records import Fill, Operator, Shape
from symstride.network.operators.shapes import parameters
from symstride.network.operators.windows import counts
from symstride.network.rewriting.fragment import ExpandedWeight

ORDER: Order = "channel_major"
"""How all values on the grid lay out channels and phases."""

_HINT = 'take scope="layer", or smaller strides and windows'


@dataclass(frozen=True, slots=True)
class RepeatedWeight:
    """One number per channel, repeated for each phase: ``numpy.repeat(p, times)``.  ``source`` is the key of ``p``."""

    source: str
    times: int


@dataclass
class OnGrid:
    """The nodes of the new network so far, and the weights that they ask for."""

    network: Network
    plan: Plan
    nodes: list[Node] = field(default_factory=list)
    weights: dict[str, ExpandedWeight | RepeatedWeight] = field(default_factory=dict)
    shapes: dict[str, Shape] = field(default_factory=dict)
    names: dict[str, str] = field(default_factory=dict)
    masks: dict[tuple[str, Fill], str] = field(default_factory=dict)
    unused: Names = field(init=False)

    def __post_init__(self) -> None:
        self.names = names_of(self.network, self.plan)
        self.unused = self.network.free_names()
        self.unused.add(*self.names.values())

    def append(self, name: str, operator: Operator, inputs: Sequence[str], names: Sequence[str], label: str) -> str:
        """One more node."""
        node = Node(name, operator, tuple(inputs), tuple(names), label if label != name else "")
        self.shapes[name] = checked_shape(node, self.shapes, {})
        self.nodes.append(node)
        return name

    def add(self, node: Node, suffix: str, operator: Operator, *inputs: str) -> str:
        """One more node on the way to the value of ``node``; answers with its name."""
        name = self.unused.free(f"{node.name}/{suffix}")
        return self.append(name, operator, inputs, (), f"{node.title}/{suffix}")

    def last(self, node: Node, operator: Operator, *inputs: str, parameters: Sequence[str] = ()) -> None:
        """The node that gives the value of ``node`` on the grid."""
        self.append(self.names[node.name], operator, inputs, parameters, node.title)

    def parameter(self, node: Node, role: str, weight: ExpandedWeight | RepeatedWeight) -> str:
        """A parameter of the node that gives the value of ``node``; answers with its key."""
        key = self.unused.free(f"{node.name}/{role}")
        self.weights[key] = weight
        return key

    def grid(self, node: Node) -> Grid:
        """Where the value of ``node`` stands."""
        return self.plan.grids[node.name]

    def phases(self, node: Node) -> int:
        """``A``, the number of phases of the value of ``node``, over all axes."""
        return prod(self.grid(node).phases)

    def inputs(self, node: Node) -> list[str]:
        """The names under which the grid has what ``node`` reads."""
        return [self.names[name] for name in node.inputs]


def names_of(network: Network, plan: Plan) -> dict[str, str]:
    """Under which name the grid has each value: ``v/phases``, or ``v`` itself where every cell is one place."""
    free = network.free_names().free
    return {value: free(f"{value}/phases") if grid.has_phases else value for value, grid in plan.grids.items()}


def moved_to_grid(network: Network, plan: Plan) -> OnGrid:
    """All nodes of the network on its grid."""
    made = OnGrid(network, plan)
    rewritten, entries, exits = set(plan.rewritten), set(plan.entries), set(plan.exits)
    for node in network.nodes:
        if node.name in rewritten:
            _REWRITINGS[type(node.operator)](made, node, node.operator)
        else:
            made.shapes[node.name] = network.shapes[node.name]
            made.nodes.append(node)
        if node.name in entries:
            _enter(made, node)
        if node.name in exits:
            _leave(made, node)
        check("unstride", len(made.nodes), MAX_NODES, "nodes of the rewritten network", _HINT)
    return made


# ------------------------------------------------------------------------------------------------ in and out


def _enter(made: OnGrid, node: Node) -> None:
    """Space-to-depth, with zeros for the ghosts."""
    grid, x = made.grid(node), node.name
    rows = zip(grid.cells, grid.phases, grid.size, strict=True)
    x = _padded(made, node, "pad", tuple((0, n * a - size) for n, a, size in rows), 0.0, x)
    made.append(made.names[node.name], op.SpaceToDepth(grid.phases, ORDER), [x], (), f"{node.title}/phases")


def _leave(made: OnGrid, node: Node) -> None:
    """Depth-to-space, and a cut to the size of the value."""
    grid, x = made.grid(node), made.names[node.name]
    cut = tuple((0, -len(row)) for row in grid.ghosts)
    if not grid.has_ghosts:
        made.append(node.name, op.DepthToSpace(grid.phases, ORDER), [x], (), f"{node.title}/whole")
        return
    x = made.add(node, "places", op.DepthToSpace(grid.phases, ORDER), x)
    made.append(node.name, op.Pad(cut), [x], (), f"{node.title}/whole")


def _source(made: OnGrid, node: Node) -> str:
    """What a layer that reads windows is fed with: phases, behind a mask where the plan has one."""
    edge, name = made.plan.edge(node.name), made.names[node.inputs[0]]
    if not edge.masked:
        return name
    key = (edge.source, edge.fill)
    if key not in made.masks:
        grid, suffix = made.plan.grids[edge.source], "mask" if edge.fill == 0 else f"mask-{edge.fill}"
        mask = op.Mask(grid.phases, grid.size, ORDER, edge.fill)
        made.masks[key] = made.add(made.network.node(edge.source), suffix, mask, name)
    return made.masks[key]


def _padded(made: OnGrid, node: Node, suffix: str, amounts: op.Pairs, fill: Fill, x: str) -> str:
    return made.add(node, suffix, op.Pad(amounts, fill), x) if any(map(any, amounts)) else x


# ------------------------------------------------------------------------------------------------ convolutions


def _conv(made: OnGrid, node: Node, layer: Conv) -> None:
    source = made.plan.grids[node.inputs[0]]
    bank = expand(layer, made.grid(node).phases, order=ORDER, input_size=source.size)
    _unit_conv(made, node, bank, bank.layer(source.size))


def _conv_transpose(made: OnGrid, node: Node, layer: ConvTranspose) -> None:
    source = made.plan.grids[node.inputs[0]]
    bank = expand_transposed(layer, source.phases, ORDER)
    _unit_conv(made, node, bank, bank.layer(source.size))


def _unit_conv(made: OnGrid, node: Node, bank: Bank | TransposedBank, unit: Conv) -> None:
    weight, *bias = node.parameters
    names = [made.parameter(node, "weight", ExpandedWeight(bank, weight))]
    names += [made.parameter(node, "bias", ExpandedWeight(bank, source, "bias")) for source in bias]
    x, padding = _source(made, node), tuple((int(axis.low), int(axis.high)) for axis in unit.axes())
    if unit.padding_mode == "circular":  # the plan has seen to it that all cells are whole
        x = made.add(node, "wrap", op.Wrap(padding), x) if any(map(any, padding)) else x
        padding = ((0, 0),) * unit.ndim
    layer = Conv(unit.in_channels, unit.out_channels, unit.kernel, 1, padding, 1, unit.groups, unit.bias)
    made.last(node, layer, x, parameters=names)


# ------------------------------------------------------------------------------------------------ pools and pads


def _max_pool(made: OnGrid, node: Node, pool: op.MaxPool) -> None:
    parts = _taps(made, node)
    made.last(node, op.Maximum() if len(parts) > 1 else op.Pointwise("identity"), *parts)


def _average_pool(made: OnGrid, node: Node, pool: op.AveragePool) -> None:
    parts, grid = _taps(made, node), made.grid(node)
    total = made.add(node, "sum", op.Add(), *parts) if len(parts) > 1 else parts[0]
    divisors = counts(pool, made.plan.grids[node.inputs[0]].size)
    made.last(node, op.Divide(divisors, grid.phases if grid.has_phases else None), total)


def _pad(made: OnGrid, node: Node, pad: op.Pad) -> None:
    made.last(node, op.Pointwise("identity"), *_taps(made, node))


def _taps(made: OnGrid, node: Node) -> list[str]:
    """For each tap of the window, what all phases of the value read there, ``C*B`` channels of ``M'`` cells."""
    edge, channels = made.plan.edge(node.name), made.network.shapes[node.inputs[0]][0]
    asked, kernel = f"unstride, node {node.title!r}", [axis.window.kernel for axis in edge.axes]
    check_product(asked, kernel, MAX_PIECES, "taps of a window on the grid", _HINT)
    gathered = (*kernel, channels, made.phases(node))
    check_product(asked, gathered, MAX_LISTED, "channels that the taps of a window gather", _HINT)
    rows = [_Taps.of(axis) for axis in edge.axes]
    check_product(asked, (len(row.offsets) for row in rows), MAX_PIECES, "shifts of a map", _HINT)
    positions = [{u: n for n, u in enumerate(row.offsets)} for row in rows]
    x = _shifts(made, node, rows, edge.fill)
    whole, total = range(made.shapes[x][0]), prod(axis.phases for axis in edge.axes)
    parts = []
    for tap in product(*(range(axis.window.kernel) for axis in edge.axes)):
        block = [0]
        phase = [0]
        for row, position, axis, i in zip(rows, positions, edge.axes, tap, strict=True):
            places = [row.places[tau][i] for tau in range(axis.output_phases)]
            block = [b * len(row.offsets) + position[u] for b in block for u, _ in places]
            phase = [f * axis.phases + rho for f in phase for _, rho in places]
        read = list(zip(block, phase, strict=True))  # for each tau
        source = tuple((b * channels + c) * total + f for c in range(channels) for b, f in read)
        here = x if source == tuple(whole) else made.add(node, f"tap-{_dashed(tap)}", op.ChannelGather(source), x)
        parts.append(here)
    return parts


@dataclass(frozen=True, slots=True)
class _Taps:
    """Along one axis, ``places[tau][i] = (u, rho)`` and the distinct offsets ``u``, ascending."""

    places: tuple[tuple[tuple[int, int], ...], ...]
    offsets: tuple[int, ...]
    pad: tuple[int, int]

    @classmethod
    def of(cls, axis: AxisEdge) -> _Taps:
        window = axis.window
        places = tuple(tuple(divmod(t, axis.phases) for t in window.read_by(tau)) for tau in range(axis.output_phases))
        offsets = tuple(sorted({u for row in places for u, _ in row}))
        return cls(places, offsets, (-offsets[0], axis.output_cells + offsets[-1] - axis.cells))


def _shifts(made: OnGrid, node: Node, rows: Sequence[_Taps], fill: Fill) -> str:
    """The map shifted by each combination of offsets, in blocks of channels: ``block(u)[m] = x[m + u]``."""
    x = _padded(made, node, "pad", tuple(row.pad for row in rows), fill, _source(made, node))
    shifted = []
    for offsets in product(*(row.offsets for row in rows)):
        crop = tuple((row.offsets[0] - u, u - row.offsets[-1]) for row, u in zip(rows, offsets, strict=True))
        shifted.append(_padded(made, node, f"shift-{_dashed(offsets)}", crop, 0.0, x))
    return shifted[0] if len(shifted) == 1 else made.add(node, "shifts", op.Concat(), *shifted)


def _dashed(numbers: Sequence[int]) -> str:
    return "_".join(map(str, numbers))


# ------------------------------------------------------------------------------------------------ place by place


def _as_it_is(made: OnGrid, node: Node, operator: Operator) -> None:
    made.last(node, operator, *made.inputs(node))


def _per_channel(made: OnGrid, node: Node, operator: op.Affine | op.BatchNorm | op.PRelu) -> None:
    roles, phases = parameters(operator, made.network.input_shapes(node)), made.phases(node)
    rows = zip(roles, node.parameters, strict=True)
    names = [made.parameter(node, role, RepeatedWeight(source, phases)) for role, source in rows]
    made.last(node, operator, *made.inputs(node), parameters=names)


def _pixelwise(made: OnGrid, node: Node, operator: op.Pixelwise) -> None:
    """The map across channels, with the phases moved to the first axis: ``(C*A, m, ...)`` to ``(C, A*m, ...)``."""
    (x,), phases = made.inputs(node), made.phases(node)
    shape = made.shapes[x]
    x = made.add(node, "rows", op.Reshape((shape[0] // phases, phases * shape[1], *shape[2:])), x)
    made.last(node, op.Reshape(shape), made.add(node, "map", operator, x))


def _permutation(made: OnGrid, node: Node, operator: op.ChannelPermutation | op.ChannelGather) -> None:
    phases = made.phases(node)
    gathered = (len(operator.source), phases)
    check_product(f"unstride, node {node.title!r}", gathered, MAX_LISTED, "channels that are gathered", _HINT)
    source = tuple(c * phases + f for c in operator.source for f in range(phases))
    made.last(node, type(operator)(source), *made.inputs(node))


def _channels(made: OnGrid, node: Node, block: op.Channels) -> None:
    phases = made.phases(node)
    made.last(node, op.Channels(block.start * phases, block.stop * phases), *made.inputs(node))


def _divide(made: OnGrid, node: Node, divide: op.Divide) -> None:
    made.last(node, op.Divide(divide.counts, made.grid(node).phases), *made.inputs(node))


_REWRITINGS: Mapping[type, Callable[..., None]] = {
    Conv: _conv,
    ConvTranspose: _conv_transpose,
    op.MaxPool: _max_pool,
    op.AveragePool: _average_pool,
    op.Pad: _pad,
    op.Affine: _per_channel,
    op.BatchNorm: _per_channel,
    op.PRelu: _per_channel,
    op.Pointwise: _as_it_is,
    op.Pixelwise: _pixelwise,
    op.Add: _as_it_is,
    op.Multiply: _as_it_is,
    op.Maximum: _as_it_is,
    op.Divide: _divide,
    op.Concat: _as_it_is,
    op.ChannelPermutation: _permutation,
    op.ChannelGather: _permutation,
    op.Channels: _channels,
}
"""How each kind of node is written on the grid."""
