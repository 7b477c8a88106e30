"""What unstriding does to each layer of a network, in numbers: channels, kernels, copies, zeros, work and bytes.

One row per layer that changes.  Nothing is allocated: all numbers follow from layers and sizes.  Products with padded
or structural zeros are counted, since that is what a plain implementation multiplies.
"""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from math import prod

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_NODES, check
from symstride.network.as_layer import separate_phases
from symstride.network.finite import unsure
from symstride.network.graph import Network, Node, is_strided
from symstride.network.grid.grid import WINDOWED
from symstride.network.grid.plan import Plan
from symstride.network.memory import peak
from symstride.network.operators import records as op
from symstride.network.operators.records import Fill, Operator, Shape
from symstride.network.operators.shapes import parameters
from symstride.network.rewriting.by_layer import lowered
from symstride.network.rewriting.bytes import itemsize
from symstride.network.rewriting.on_grid import moved_to_grid, names_of


@dataclass(frozen=True, slots=True)
class Amounts:
    """Numbers before and after.  What is after has ``unit_`` in front.

    ``parameters`` are the free numbers of the layer, ``copies`` the entries of the unit-stride layer that are copies
    of them (or the constant 1 of an average), ``zeros`` its structural zeros.  ``bytes`` are those of all these, at the
    network's dtype.
    """

    parameters: int
    copies: int
    zeros: int
    multiply_adds: int
    unit_multiply_adds: int
    bytes: int
    unit_bytes: int


@dataclass(frozen=True, slots=True)
class LayerRow:
    """One layer: ``size`` places with ``phases`` in each cell go to ``output_size`` places, ``output_phases`` a cell.

    ``channels`` and ``unit_channels`` are (in, out).  ``unit_kernel`` is the largest window of the unit-stride form,
    empty for pools and pads on the grid, which gather their taps one by one.  ``ghosts`` counts, per axis, the places
    that the last cell of the input has too many; ``reasons`` says per axis why they do no harm (``plan.Decision``), and
    ``mask`` what a mask fills them with, empty without one.  The scope "layer" has zeros there and gives no reason.
    """

    name: str
    kind: str
    size: Shape
    output_size: Shape
    stride: Shape
    dilation: Shape
    phases: Shape
    output_phases: Shape
    channels: tuple[int, int]
    unit_channels: tuple[int, int]
    kernel: Shape
    unit_kernel: Shape
    ghosts: Shape
    reasons: tuple[str, ...]
    mask: str
    amounts: Amounts


@dataclass(frozen=True, slots=True, repr=False)
class LayerTable:
    """``totals`` are over the whole network, with the layers that do not change; an array that is shared counts once.
    ``masks`` is how many nodes of the rewritten network set ghosts.  ``peak`` and ``unit_peak`` are the most bytes that
    all values take at once for one sample, at the network's dtype (``memory.peak``).
    """

    scope: str
    rows: tuple[LayerRow, ...]
    totals: Amounts
    masks: int
    peak: int
    unit_peak: int

    def __repr__(self) -> str:
        return f"<LayerTable: {len(self.rows)} layers that change, scope {self.scope}, masks: {self.masks}>"

    def _repr_html_(self) -> str:
        """A row per layer, and the whole network: what is before, and what comes of it."""
        from symstride.markup import table

        total = ("the whole network", "", "", "", "", *_shown(self.totals))
        rows = [(row.name, row.kind, *_sides(row), *_shown(row.amounts)) for row in self.rows]
        held = f"bytes of values at once: {self.peak:,} → {self.unit_peak:,}"
        return table(HEADINGS, [*rows, total], f"scope {self.scope}, masks: {self.masks}, {held}")


HEADINGS = ("node", "kind", "channels", "kernel", "phases", "copies", "structural zeros", "multiply-adds", "bytes")
"""What a notebook shows of each layer; an arrow stands between before and after."""


def _sides(row: LayerRow) -> tuple[str, str, str]:
    """Channels, kernel and phases, before and after."""
    kernel, unit, read, made = (
        " × ".join(map(str, sizes)) for sizes in (row.kernel, row.unit_kernel, row.phases, row.output_phases)
    )
    (i, o), (unit_i, unit_o) = row.channels, row.unit_channels
    return f"{i} → {o}, then {unit_i} → {unit_o}", f"{kernel}, then {unit or 'taps'}", f"{read} → {made}"


def _shown(amounts: Amounts) -> tuple[str, str, str, str]:
    """Copies, zeros, work and bytes."""
    work = f"{amounts.multiply_adds:,} → {amounts.unit_multiply_adds:,}"
    return f"{amounts.copies:,}", f"{amounts.zeros:,}", work, f"{amounts.bytes:,} → {amounts.unit_bytes:,}"


def layer_table(network: Network, steps: Plan | None = None) -> LayerTable:
    """The table of a network: on the grid of ``steps``, its plan, or else each strided or dilated layer by itself."""
    bare = network.without_weights()
    forms = _by_layer(bare) if steps is None else _on_grid(bare, steps)
    flat = replace(bare, nodes=tuple(node for form in forms for node in form.nodes))
    rows = tuple(_row(bare, flat, form, steps) for form in forms if form.changed)
    masks = sum(isinstance(node.operator, op.Mask) for node in flat.nodes)
    zeros = sum(row.amounts.zeros for row in rows)
    each = itemsize(network.dtype)
    held = (peak(bare).numbers * each, peak(flat).numbers * each)
    return LayerTable("layer" if steps is None else "network", rows, _totals(bare, flat, zeros), masks, *held)


# ------------------------------------------------------------------------------------------------ old beside new


@dataclass(frozen=True, slots=True)
class _Form:
    """A node of the network, and the nodes that stand in its place."""

    node: Node
    nodes: tuple[Node, ...]
    changed: bool


def _by_layer(network: Network) -> list[_Form]:
    forms, names, wrong, count = [], network.free_names(), unsure(network), 0
    for node in network.nodes:
        changed = is_strided(node.operator)
        forms.append(_Form(node, tuple(lowered(network, node, names, wrong).nodes) if changed else (node,), changed))
        count += len(forms[-1].nodes)
        check("layer_table", count, MAX_NODES, "nodes of the rewritten network", "look at a part of it")
    return forms


def _on_grid(network: Network, steps: Plan) -> list[_Form]:
    """The new nodes stand in the order of the old ones; what is read whole again follows the value itself."""
    names, forms, new, start = names_of(network, steps), [], moved_to_grid(network, steps).nodes, 0
    rewritten, exits, places = set(steps.rewritten), set(steps.exits), {n.name: p for p, n in enumerate(new)}
    for node in network.nodes:
        last = node.name if node.name in exits else names[node.name]
        stop = places[last] + 1
        changed = node.name in rewritten and (isinstance(node.operator, WINDOWED) or bool(node.parameters))
        forms.append(_Form(node, tuple(new[start:stop]), changed))
        start = stop
    return forms


def _row(network: Network, flat: Network, form: _Form, steps: Plan | None) -> LayerRow:
    node, operator = form.node, form.node.operator
    source, size = network.shapes[node.inputs[0]], network.shapes[node.name]
    before, after = _phases(node, steps)
    apart = separate_phases(operator) if steps is None else None  # each goes through the same layer: no copies
    edge = steps.edge(node.name) if steps and isinstance(operator, WINDOWED) else None
    sums = [n.operator for n in form.nodes if isinstance(n.operator, Conv)]
    channels = (source[0], size[0])
    grown = (channels[0] * prod(before), channels[1] * prod(after))
    ones = (1,) * (len(size) - 1)
    return LayerRow(
        name=node.title,
        kind=type(operator).__name__,
        size=source[1:],
        output_size=size[1:],
        stride=tuple(getattr(operator, "stride", ones)),
        dilation=tuple(getattr(operator, "dilation", ones)),
        phases=apart or before,
        output_phases=apart or after,
        channels=channels,
        unit_channels=(int(sums[-1].in_channels), int(sums[-1].out_channels)) if sums else grown,
        kernel=tuple(getattr(operator, "kernel", ones)),
        unit_kernel=_unit_kernel(form) or (() if edge else ones),
        ghosts=tuple(map(len, steps.grids[edge.source].ghosts)) if steps and edge else tuple(0 for _ in ones),
        reasons=tuple(axis.decision for axis in edge.axes) if edge else (),
        mask=_written(edge.fill) if edge and edge.masked else "",
        amounts=_amounts(network, flat, form, prod(before), prod(after)),
    )


def _phases(node: Node, steps: Plan | None) -> tuple[Shape, Shape]:
    """How many places share a cell, of what the node reads and of what it gives."""
    if steps is not None:
        return steps.grids[node.inputs[0]].phases, steps.grids[node.name].phases
    stride: Shape = tuple(map(int, getattr(node.operator, "stride", ())))
    ones = (1,) * len(stride)
    return (ones, stride) if isinstance(node.operator, ConvTranspose) else (stride, ones)


def _written(fill: Fill) -> str:
    return fill if isinstance(fill, str) else f"{fill:g}"


def _unit_kernel(form: _Form) -> Shape:
    """The largest window of the new nodes; empty without any."""
    found = [tuple(map(int, n.operator.kernel)) for n in form.nodes if isinstance(n.operator, Conv | op.MaxPool)]
    return max(found, key=prod, default=())


# ------------------------------------------------------------------------------------------------ amounts


def _amounts(network: Network, flat: Network, form: _Form, phases: int, output_phases: int) -> Amounts:
    free = _sizes(network, [form.node])
    entries, copies = sum(_sizes(flat, form.nodes)), _copies(form, free, phases, output_phases)
    each = itemsize(network.dtype)
    return Amounts(
        parameters=sum(free),
        copies=copies,
        zeros=entries - copies,
        multiply_adds=_work(network, [form.node]),
        unit_multiply_adds=_work(flat, form.nodes),
        bytes=sum(free) * each,
        unit_bytes=entries * each,
    )


def _copies(form: _Form, free: Sequence[int], phases: int, output_phases: int) -> int:
    """A weight of a Conv is copied for each phase of its output, one of a ConvTranspose for each phase of its input.

    What belongs to a channel of the output is copied for each of its phases.  The sums of an average have weights 1.
    """
    operator = form.node.operator
    if isinstance(operator, op.AveragePool):
        sums = [n.operator for n in form.nodes if isinstance(n.operator, Conv)]
        return sum(int(conv.out_channels) for conv in sums) * prod(operator.kernel)
    if isinstance(operator, ConvTranspose):
        return free[0] * phases + sum(free[1:]) * output_phases
    return sum(free) * output_phases


def _sizes(network: Network, nodes: Iterable[Node]) -> list[int]:
    """Numbers of entries of the parameters of some nodes, one for each name."""
    return list(_named_sizes(network, nodes).values())


def _named_sizes(network: Network, nodes: Iterable[Node]) -> dict[str, int]:
    found: dict[str, int] = {}
    for node in nodes:
        shapes = parameters(node.operator, network.input_shapes(node)).values()
        found.update(zip(node.parameters, map(prod, shapes), strict=True))
    return found


def _work(network: Network, nodes: Iterable[Node]) -> int:
    return sum(multiply_adds(node.operator, network.input_shapes(node)) for node in nodes)


def multiply_adds(operator: Operator, inputs: Sequence[Shape]) -> int:
    """Products of a weight and a number of the input, for one sample; comparisons and divisions are not counted."""
    if isinstance(operator, Conv):
        return int(operator.cost(inputs[0][1:]).multiply_adds)
    if isinstance(operator, ConvTranspose):
        return prod(inputs[0]) * operator.out_per_group * prod(operator.kernel)
    if isinstance(operator, op.Gemm):
        return prod(inputs[0]) * operator.features
    return 0


def _totals(network: Network, flat: Network, zeros: int) -> Amounts:
    free, entries = sum(_sizes(network, network.nodes)), sum(_sizes(flat, flat.nodes))
    each = itemsize(network.dtype)
    return Amounts(
        parameters=free,
        copies=entries - zeros,
        zeros=zeros,
        multiply_adds=_work(network, network.nodes),
        unit_multiply_adds=_work(flat, flat.nodes),
        bytes=free * each,
        unit_bytes=entries * each,
    )
