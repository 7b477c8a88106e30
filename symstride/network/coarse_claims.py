"""What a proof that a network equals its form on the coarsest grid must claim, worked out from its plan alone.

By induction along the network: each value of the coarse network holds the phases of the value that it stands for, and
on ghosts it may hold anything.  The steps of that induction are the claims, for all weights and all inputs:

- A layer that reads windows (Conv, pools, Pad): its outputs that count are those of the unit-stride sum over the
  expanded bank, whatever the ghosts of its input hold.  Along each axis the claim names the reason: whole cells, no
  output reads so far, stride and dilation step over the ghosts, or a mask.  Pools are layers with one group per channel
  and weights 1, and a Pad is one of kernel 1; the semiring is arbitrary, which covers sums and maxima.
- What works place by place commutes with phases (``proof.statements.places``), each kind once per number of axes.
- Phases are taken once in front, where ghosts are 0; behind, each place has one phase and one cell.

Between a layer's claim and the next one stands no more than this: both speak of the same tensor.
"""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from typing import Any

from sympy import Symbol

from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.any_size import check_any_size
from symstride.network.graph import Network, Node
from symstride.network.grid.plan import Edge, Plan
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape
from symstride.network.operators.windows import reached_padding
from symstride.network.transposed import transposed_sizes
from symstride.proof.language.definitions import names
from symstride.proof.statements.coarse import Reason
from symstride.proof.statements.coarse_request import CoarseRequest, coarse_statements
from symstride.proof.statements.places import place_statements
from symstride.proof.statements.request import Statement, request_of

_AGAIN = "prove the network again"
MAX_AXES = 8
"""Most spatial axes of a network that a certificate speaks of."""

_REASONS: Mapping[str, Reason] = {"whole": "whole", "unread": "unread", "gaps": "gaps", "fill": "clean"}
"""The word of a claim for the decision of a plan about an axis without a mask."""


@dataclass(frozen=True, slots=True)
class CoarseGroup:
    """Layers with equal numbers, phases and reasons."""

    nodes: tuple[str, ...]
    request: CoarseRequest

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"nodes": list(self.nodes), "request": self.request.to_plain()}

    @classmethod
    def from_plain(cls, data: Any) -> CoarseGroup:
        """The group that ``to_plain`` described."""
        if not isinstance(data, Mapping) or set(data) != {"nodes", "request"}:
            raise SpecError("a network's certificate", "groups of nodes and request", repr(data)[:80], _AGAIN)
        nodes = data["nodes"]
        if not isinstance(nodes, list) or not nodes or not all(isinstance(name, str) for name in nodes):
            raise SpecError("a network's certificate", "names of nodes", repr(nodes)[:80], _AGAIN)
        return cls(tuple(nodes), CoarseRequest.from_plain(data["request"]))

    @property
    def claims(self) -> dict[str, Statement]:
        """The statements about this group, by the name of the claim."""
        found = coarse_statements(self.request)
        if self.request.transposed and self.request.cells is None:
            found |= transposed_sizes(self.request.layer)
        return {f"{self.nodes[0]}: {name}": claim for name, claim in found.items()}


def coarse_groups(network: Network, steps: Plan, any_size: bool = False) -> tuple[CoarseGroup, ...]:
    """The layers of the plan's edges, grouped by equal claims, in the order of the network.

    ``any_size``: for every number of cells at once; refused unless all values have equally many, and all of them whole,
    and the network exists at all these sizes (``any_size``).
    """
    if any_size:
        check_any_size(network, steps)
    found: dict[CoarseRequest, list[str]] = {}
    for edge in steps.edges:
        request = _request(network, edge, steps)
        if any_size:
            request = _in_cells(network.node(edge.consumer), edge, request)
        found.setdefault(request, []).append(edge.consumer)
    return tuple(CoarseGroup(tuple(nodes), request) for request, nodes in found.items())


def _in_cells(node: Node, edge: Edge, request: CoarseRequest) -> CoarseRequest:
    """The request with n cells for the number that it has."""
    if edge.masked or any(axis.decision != "whole" or axis.cells != axis.output_cells for axis in edge.axes):
        asked = f"prove(network, any_size=True), node {node.title!r}"
        expected = "input and output in equally many cells, all of them whole"
        got = "; ".join(f"{a.size} places by {a.phases}, to {a.outputs} by {a.output_phases}" for a in edge.axes)
        raise NotSupported(asked, expected, got, "prove it for the sizes that it has")
    layer, d = request.layer, len(edge.axes)
    steps = (s * a for s, a in zip(layer.layer.stride, layer.phases, strict=True))
    sizes = tuple(step * Symbol(name) for step, name in zip(steps, names(d, "n"), strict=True))
    plain = replace(layer.layer, input_size=None)  # padding that was worked out for one size holds for all of these
    return replace(request, layer=replace(layer, layer=plain, input_size=sizes))


def _request(network: Network, edge: Edge, steps: Plan) -> CoarseRequest:
    node, grid = network.node(edge.consumer), steps.grids[edge.source]
    reasons, operator = _reasons(node, edge, steps), node.operator
    if isinstance(operator, ConvTranspose):
        outputs = operator.output_size(grid.size)
        adjoint = request_of(operator.adjoint, grid.phases, "image", "channel_major", outputs)
        return CoarseRequest(adjoint, reasons, transposed=True)
    layer, phases = windowed_layer(node, network.shapes[edge.source]), steps.grids[node.name].phases
    return CoarseRequest(request_of(layer, phases, "image", "channel_major", grid.size), reasons)


def windowed_layer(node: Node, shape: Shape) -> Conv:
    """The layer that a node is, on a map of that shape: a pool or a Pad takes sums of each channel by itself."""
    operator, (channels, *size) = node.operator, shape
    if isinstance(operator, Conv) and operator.padding_mode == "zeros":
        return operator.resolved(tuple(size))
    if isinstance(operator, op.MaxPool | op.AveragePool):
        padding, steps = reached_padding(operator, tuple(size)), (operator.kernel, operator.stride)
        return Conv(channels, channels, *steps, padding, operator.dilation, groups=channels, bias=False)
    if isinstance(operator, op.Pad) and operator.fill in (0.0, "lowest"):
        return Conv(channels, channels, (1,) * len(size), 1, operator.amounts, 1, groups=channels, bias=False)
    asked, got = f"prove, node {node.title!r}, on the coarse grid", type(operator).__name__
    raise NotSupported(asked, "a layer with zero padding, a pool or a Pad", got, 'prove it with scope="layer"')


def _reasons(node: Node, edge: Edge, steps: Plan) -> tuple[Reason, ...]:
    if edge.masked:
        return tuple("masked" for _ in edge.axes)
    inherited = any(axis.decision == "fill" for axis in edge.axes) and edge.source not in steps.entries
    if inherited:
        asked, expected = (
            f"prove, node {node.title!r}, on the coarse grid",
            "ghosts that are 0 by space-to-depth or a mask",
        )
        got = f"ghosts of {edge.source!r} that are {edge.fill} by what computes them"
        raise NotSupported(asked, expected, got, 'prove it with scope="layer"')
    return tuple(_REASONS[axis.decision] for axis in edge.axes)


def about_coarse(network: Network, steps: Plan, any_size: bool = False) -> dict[str, Any]:
    """What a certificate about the network on its coarsest grid says that it is about."""
    return about_groups(network, steps, coarse_groups(network, steps, any_size), any_size)


def about_groups(network: Network, steps: Plan, groups: Iterable[CoarseGroup], any_size: bool) -> dict[str, Any]:
    """The same, from the groups that are known already."""
    sizes, rows = "multiples" if any_size else "given", [group.to_plain() for group in groups]
    return {"network": network.name, "scope": "network", "sizes": sizes, "axes": coarse_axes(steps), "groups": rows}


def coarse_axes(steps: Plan) -> list[int]:
    """The numbers of axes of the values in phases, each once."""
    return sorted({len(grid.size) for grid in steps.grids.values() if grid.is_coarse})


def expected_coarse_claims(about: Mapping[str, Any]) -> dict[str, Statement]:
    """Every statement that a certificate with this ``about`` has to make.  Reads nothing but ``about``."""
    fields = {"network", "scope", "sizes", "axes", "groups"}
    known = set(about) == fields and about["scope"] == "network" and about["sizes"] in ("given", "multiples")
    if not known or type(about["groups"]) is not list:
        asked, expected = "a network's certificate", ", ".join(sorted(fields))
        raise SpecError(asked, expected, ", ".join(sorted(about))[:80], _AGAIN)
    claims: dict[str, Statement] = {}
    for name, statement in _all_claims(about):
        if name in claims:
            raise SpecError("a network's certificate", "each node once", repr(name)[:80], _AGAIN)
        claims[name] = statement
    return claims


def _all_claims(about: Mapping[str, Any]) -> Iterator[tuple[str, Statement]]:
    for d in about["axes"] if type(about["axes"]) is list else []:
        if type(d) is not int or not 1 <= d <= MAX_AXES:
            raise SpecError("a network's certificate", f"numbers of axes up to {MAX_AXES}", repr(d)[:80], _AGAIN)
        yield from place_claims(d).items()
    for data in about["groups"]:
        group = CoarseGroup.from_plain(data)
        if (group.request.cells is None) == (about["sizes"] == "multiples"):
            raise SpecError("a network's certificate", f"sizes: {about['sizes']}", repr(data)[:80], _AGAIN)
        yield from group.claims.items()


def place_claims(d: int) -> dict[str, Statement]:
    """What is claimed of values on d axes that are computed place by place."""
    return {f"{d} axes, {name}" if d > 1 else f"1 axis, {name}": claim for name, claim in place_statements(d).items()}
