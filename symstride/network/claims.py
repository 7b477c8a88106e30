"""What a proof that a network equals its rewriting must claim, worked out from its layers, or from its plan, alone.

One request per layer that changes, and layers with equal requests in one group, proved once.  Weights and inputs are
arbitrary, and so is the semiring, which covers sums and maxima: a pool is a layer of one group per channel with weights
1, a Pad one of kernel 1, and a transposed layer is told by its adjoint.

- Scope "layer": a strided node and its fragment are two ways to compute one value from the same input, and all other
  nodes are the same.  The input is sorted into phases with zeros behind its end, so all ghosts are clean.  A circular
  layer is by definition one without padding on the map that its padding makes.  With stride 1 and a dilation there are
  as many phases of outputs, and of the padded map, as the dilation.  A layer whose sizes are open has no numbers for
  them in its claim, which is then one for every size along every axis.
- Scope "network": by induction along the network, each value of the rewriting holds the phases of the value that it
  stands for, and on ghosts it may hold anything.  A layer that reads windows gives the right outputs nevertheless, and
  per axis the plan says why.  What works place by place commutes with phases (``proof.statements.places``), each kind
  once per number of axes.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace

from sympy import Symbol

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.as_layer import (
    layer_of,
    layer_of_any_size,
    layer_order,
    separate_phases,
    summed_layer,
    wrapped_padding,
)
from symstride.network.graph import Network, Node
from symstride.network.grid.any_size import check_any_size
from symstride.network.grid.plan import Edge, Plan, plan
from symstride.network.open_sizes import check_open_sizes, open_axes
from symstride.network.operators.records import Shape
from symstride.network.plain_names import plainly_named
from symstride.network.subject import SIZES, Group, NetworkSubject
from symstride.proof.language.definitions import names
from symstride.proof.statements.axis import Reason
from symstride.proof.statements.operator import OperatorRequest, operator_request
from symstride.proof.statements.request import LayerRequest, request_of


def subject_of(
    network: Network, scope: str, any_size: bool = False, source: str | None = None, rewritten: str | None = None
) -> NetworkSubject:
    """What is to be proved of a network and its rewriting.

    ``any_size``: for every number of cells at once; refused unless all values have equally many, and all of them whole,
    and the network exists at all these sizes (``any_size``).
    Raises ``NotSupported`` for what has no proof, by the name of the node.
    """
    bare = plainly_named(network.without_weights())
    check_open_sizes(f"prove(network, scope={scope!r})", bare)
    steps = plan(bare) if scope == "network" else None
    if any_size and steps is not None:
        check_any_size(bare, steps)
    grids = steps.grids.values() if steps else ()
    axes = sorted({len(grid.size) for grid in grids if grid.has_phases})
    found: dict[LayerRequest | OperatorRequest, list[str]] = {}
    for name, request in _on_grid(bare, steps, any_size) if steps else _by_layer(bare):
        found.setdefault(request, []).append(name)
    groups = tuple(Group(tuple(nodes), request.about) for request, nodes in found.items())
    sizes = SIZES[any_size]
    return NetworkSubject(bare.name, scope, sizes, tuple(axes), groups, source, rewritten, bare)


# ------------------------------------------------------------------------------------------------ layer by layer


def _by_layer(network: Network) -> Iterator[tuple[str, LayerRequest | OperatorRequest]]:
    """The strided and dilated nodes, each by itself."""
    for node in network.strided:
        shape = network.input_shapes(node)[0]
        yield node.name, _at_every_size(node, shape[0]) if open_axes(network, node) else _by_itself(node, shape)


def _at_every_size(node: Node, channels: int) -> LayerRequest | OperatorRequest:
    if isinstance(node.operator, ConvTranspose):
        return operator_request(node.operator, 1, None)
    layer, order = layer_of_any_size(node.operator, channels)
    return request_of(layer, 1, "image", order, None)


def _by_itself(node: Node, shape: Shape) -> LayerRequest:
    operator, size = node.operator, shape[1:]
    if isinstance(operator, ConvTranspose):
        return _adjoint(operator, size, (1,) * len(size), None)
    if isinstance(operator, Conv):
        around = wrapped_padding(operator, shape)
        size = tuple(n + low + high for n, (low, high) in zip(size, around, strict=True))
        conv, order = summed_layer(operator, shape)
        apart = separate_phases(conv)
        if apart is not None:
            return request_of(conv.resolved(size), apart, "padded", "phase_major", size)
        return request_of(conv.resolved(size), 1, "image", order, size)
    return request_of(layer_of(node, shape), 1, "image", "channel_major", size)


def _adjoint(operator: ConvTranspose, size: Shape, phases: Shape, reasons: tuple[Reason, ...] | None) -> LayerRequest:
    outputs, order = operator.output_size(size), layer_order(operator)
    return request_of(operator.adjoint, phases, "image", order, outputs, reasons, transposed=True)


# ------------------------------------------------------------------------------------------------ on the grid


def _on_grid(network: Network, steps: Plan, any_size: bool) -> Iterator[tuple[str, LayerRequest]]:
    """The layers of the plan's edges."""
    for edge in steps.edges:
        request = _on_edge(network, edge, steps)
        yield edge.consumer, _in_cells(network.node(edge.consumer), edge, request) if any_size else request


def _on_edge(network: Network, edge: Edge, steps: Plan) -> LayerRequest:
    node, grid = network.node(edge.consumer), steps.grids[edge.source]
    reasons = _reasons(node, edge, steps)
    if isinstance(node.operator, ConvTranspose):
        return _adjoint(node.operator, grid.size, grid.phases, reasons)
    layer, phases = layer_of(node, network.shapes[edge.source]), steps.grids[node.name].phases
    return request_of(layer, phases, "image", "channel_major", grid.size, reasons)


def _reasons(node: Node, edge: Edge, steps: Plan) -> tuple[Reason, ...]:
    if edge.masked:
        return tuple("masked" for _ in edge.axes)
    if any(axis.decision == "clean" for axis in edge.axes) and edge.source not in steps.entries:
        asked, expected = f"prove, node {node.title!r}, on the grid", "ghosts that are 0 by space-to-depth or a mask"
        got = f"ghosts of {edge.source!r} that are {edge.fill} by what computes them"
        raise NotSupported(asked, expected, got, 'prove it with scope="layer"')
    return tuple(axis.decision for axis in edge.axes)


def _in_cells(node: Node, edge: Edge, request: LayerRequest) -> LayerRequest:
    """The request with n cells for the number that it has."""
    if edge.masked or any(axis.decision != "whole" or axis.cells != axis.output_cells for axis in edge.axes):
        asked = f"prove(network, any_size=True), node {node.title!r}"
        expected = "input and output in equally many cells, all of them whole"
        got = "; ".join(f"{a.size} places by {a.phases}, to {a.outputs} by {a.output_phases}" for a in edge.axes)
        raise NotSupported(asked, expected, got, "prove it for the sizes that it has")
    steps = (s * a for s, a in zip(request.layer.stride, request.phases, strict=True))
    letters = names(request.layer.ndim, "n")
    return replace(request, input_size=tuple(step * Symbol(n) for step, n in zip(steps, letters, strict=True)))
