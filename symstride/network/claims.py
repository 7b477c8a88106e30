"""What a proof that a network equals its rewriting must claim, worked out from its layers, or from its plan, alone.

One request per layer that changes, and layers with equal requests in one group, proved once.  Weights and inputs are
arbitrary, and so is the semiring, which covers sums and maxima: a pool is a layer of one group per channel with weights
1, a Pad one of kernel 1, and a transposed layer is told by its adjoint.

- Scope "layer": a strided node and its fragment are two ways to compute one value from the same input, and all other
  nodes are the same.  The input is sorted into phases with zeros behind its end, so all ghosts are clean.  A circular
  layer is by definition one without padding on the map that its padding makes.  With stride 1 and a dilation there are
  as many phases of outputs, and of the padded map, as the dilation.
- Scope "network": by induction along the network, each value of the rewriting holds the phases of the value that it
  stands for, and on ghosts it may hold anything.  A layer that reads windows gives the right outputs nevertheless, and
  per axis the plan says why.  What works place by place commutes with phases (``proof.statements.places``), each kind
  once per number of axes.
"""

from __future__ import annotations

import hashlib
import re
from collections import Counter
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field, replace
from functools import cached_property
from typing import Any, Final

from sympy import Symbol

from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.any_size import check_any_size
from symstride.network.graph import Network, Node
from symstride.network.grid.plan import Edge, Plan, plan
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape
from symstride.network.operators.windows import reached_padding
from symstride.network.plain_names import plainly_named
from symstride.network.rewriting.by_layer import layer_order, separate_phases, summed_layer, wrapped_padding
from symstride.network.table import LayerTable, layer_table
from symstride.proof.kernel.replay import canonical
from symstride.proof.language.definitions import names
from symstride.proof.statements.grid import Reason
from symstride.proof.statements.places import place_statements
from symstride.proof.statements.request import LayerRequest, request_of
from symstride.proof.subject import Statement

FIELDS: Final = ("network", "scope", "sizes", "axes", "groups", "source", "rewritten")
"""What a certificate says about a network."""
SCOPES: Final[Mapping[str, str]] = {
    "layer": "equals its rewriting layer by layer",
    "network": "equals its form on the coarsest grid",
}
SIZES: Final = ("given", "multiples")
"""The sizes that the network has, or all that the step of the grid divides."""
MAX_AXES: Final = 8
"""Most spatial axes of a network that a certificate speaks of."""
HEADLINE: Final = r"F_w(x) = \widetilde F_{\widetilde w}(x) \qquad \text{for all inputs } x \text{ and all weights } w"
"""What is proved of a network ``F`` and its rewriting, whose weights are copies of ``w``."""

_ASKED = "a network's certificate"
_AGAIN = "prove the network again"
_DIGEST = re.compile(r"[0-9a-f]{64}")


@dataclass(frozen=True)
class Group:
    """Nodes with equal requests.  ``about`` is their request as plain JSON, read when it is wanted."""

    nodes: tuple[str, ...]
    about: Mapping[str, Any]

    @cached_property
    def request(self) -> LayerRequest:
        """What is claimed of each of the nodes."""
        return LayerRequest.from_plain(self.about)

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"nodes": list(self.nodes), "request": self.about}

    @classmethod
    def from_plain(cls, data: Any) -> Group:
        """The group that ``to_plain`` described."""
        if not isinstance(data, Mapping) or set(data) != {"nodes", "request"}:
            raise SpecError(_ASKED, "groups of nodes and request", repr(data)[:80], _AGAIN)
        nodes, about = data["nodes"], data["request"]
        if type(nodes) is not list or not nodes or not all(type(name) is str for name in nodes):
            raise SpecError(_ASKED, "names of nodes", repr(nodes)[:80], _AGAIN)
        if not isinstance(about, Mapping):
            raise SpecError(_ASKED, "a request", repr(about)[:80], _AGAIN)
        return cls(tuple(nodes), about)


@dataclass(frozen=True)
class NetworkSubject:
    """A network and its rewriting.

    ``axes`` are the numbers of axes of the values in phases, each once.  ``source`` and ``rewritten`` are digests of
    the two networks, or None where none was asked for.  ``network``, without weights and with plain names, is there
    where the subject was worked out from one, and not where it was read from a certificate.
    """

    name: str
    scope: str
    sizes: str
    axes: tuple[int, ...]
    groups: tuple[Group, ...]
    source: str | None = None
    rewritten: str | None = None
    network: Network | None = field(default=None, compare=False, repr=False)

    @property
    def any_size(self) -> bool:
        """Whether all input sizes are meant that the step of the grid divides."""
        return self.sizes == "multiples"

    @cached_property
    def plan(self) -> Plan | None:
        """The network's plan, in the scope "network"."""
        return plan(self.known_network) if self.scope == "network" else None

    @cached_property
    def table(self) -> LayerTable:
        """One row per layer that changes, and totals."""
        return layer_table(self.known_network, self.plan)

    @property
    def known_network(self) -> Network:
        """The network; ``SpecError`` for a subject that was read from a certificate."""
        if self.network is None:
            hint = "prove the network itself: a certificate does not hold it"
            raise SpecError("a table of layers", "the network", "its certificate alone", hint)
        return self.network

    # ------------------------------------------------------------ the subject of a certificate

    @property
    def about(self) -> dict[str, Any]:
        """Plain JSON."""
        rows = [group.to_plain() for group in self.groups]
        values = (self.name, self.scope, self.sizes, list(self.axes), rows, self.source, self.rewritten)
        return dict(zip(FIELDS, values, strict=True))

    @property
    def headline(self) -> str:
        """The two networks give the same, which all claims together say."""
        return HEADLINE

    @property
    def title(self) -> str:
        """The network's name, the scope, and a fingerprint of all that ``about`` says, layers and sizes included."""
        layers, groups = sum(len(group.nodes) for group in self.groups), len(self.groups)
        sizes = ", for all sizes that its step divides" if self.any_size else ""
        count = f"{counted(layers, 'layer')} in {counted(groups, 'group')}, sha256 {self.fingerprint}"
        return f"network {self.name!r} {SCOPES[self.scope]}{sizes} ({count})"

    @property
    def fingerprint(self) -> str:
        """The first half of the SHA-256 of ``about``."""
        return hashlib.sha256(canonical(self.about).encode()).hexdigest()[:32]

    @property
    def details(self) -> tuple[str, ...]:
        """A line per group: its nodes, and their layer with everything that its claims depend on."""
        return tuple(f"{', '.join(group.nodes)}: {group.request.title}" for group in self.groups)

    def statements(self) -> Iterator[tuple[str, Statement]]:
        """Those about places, for each number of axes, then those about each group."""
        for d in self.axes:
            yield from place_claims(d).items()
        for group in self.groups:
            self._check(group)
            for name, statement in group.request.steps():
                yield f"{group.nodes[0]}: {name}", statement

    def _check(self, group: Group) -> None:
        """Refuse a layer that does not stand in a rewriting of this scope, for these sizes."""
        request, got = group.request, f"{group.nodes[0]}: {group.request.title}"[:300]
        if not (request.cells if self.any_size else request.has_numbers):
            raise SpecError(_ASKED, f"sizes: {self.sizes}", got, _AGAIN)
        if self.scope == "layer" and not request.is_clean:
            raise SpecError(_ASKED, "clean ghosts, layer by layer", got, _AGAIN)
        in_phases = any(s * a != 1 for s, a in zip(request.layer.stride, request.phases, strict=True))
        if self.scope == "network" and (
            request.origin != "image" or (in_phases and request.layer.ndim not in self.axes)
        ):
            raise SpecError(_ASKED, f"phases of the image, on {self.axes} axes", got, _AGAIN)

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> NetworkSubject:
        """The subject in a certificate; ``SpecError`` when it is none, or names a node twice.

        Requests are not read yet: who compares claims one by one stops at the first that differs.
        """
        if set(data) != set(FIELDS) or type(data["groups"]) is not list or not data["groups"]:
            raise SpecError(_ASKED, f"{', '.join(FIELDS)}, with groups", ", ".join(sorted(data))[:80], _AGAIN)
        name, scope, sizes, axes = (data[word] for word in ("network", "scope", "sizes", "axes"))
        if type(name) is not str:
            raise SpecError(_ASKED, "the network's name", repr(name)[:80], _AGAIN)
        if type(scope) is not str or scope not in SCOPES:
            raise SpecError(_ASKED, f"a scope: {' or '.join(SCOPES)}", repr(scope)[:80], _AGAIN)
        if type(sizes) is not str or sizes not in (SIZES if scope == "network" else SIZES[:1]):
            raise SpecError(_ASKED, f"sizes: {' or '.join(SIZES)}", f"{sizes!r}, scope {scope}"[:80], _AGAIN)
        known = type(axes) is list and all(type(d) is int and 1 <= d <= MAX_AXES for d in axes)
        if not known or sorted(set(axes)) != axes or (scope == "layer" and axes):
            raise SpecError(_ASKED, f"numbers of axes up to {MAX_AXES}, each once", repr(axes)[:80], _AGAIN)
        digests = [data[word] for word in ("source", "rewritten")]
        if not all(d is None or (type(d) is str and _DIGEST.fullmatch(d)) for d in digests):
            raise SpecError(_ASKED, "digests of 64 hexadecimal digits, or null", repr(digests)[:200], _AGAIN)
        groups = tuple(map(Group.from_plain, data["groups"]))
        _each_once("node", Counter(node for group in groups for node in group.nodes))
        _each_once("request", Counter(canonical(group.about) for group in groups))
        return cls(name, scope, sizes, tuple(axes), groups, *digests)


def counted(number: int, what: str) -> str:
    """``1 layer``, ``2 layers``."""
    return f"{number} {what}" + ("" if number == 1 else "s")


def _each_once(what: str, found: Counter[str]) -> None:
    twice = [name for name, times in found.items() if times > 1]
    if twice:
        raise SpecError(_ASKED, f"each {what} once", repr(twice[0])[:80], _AGAIN)


def subject_of(
    network: Network, scope: str, any_size: bool = False, source: str | None = None, rewritten: str | None = None
) -> NetworkSubject:
    """What is to be proved of a network and its rewriting.

    ``any_size``: for every number of cells at once; refused unless all values have equally many, and all of them whole,
    and the network exists at all these sizes (``any_size``).
    Raises ``NotSupported`` for what has no proof, by the name of the node.
    """
    bare = plainly_named(network.without_weights())
    steps = plan(bare) if scope == "network" else None
    if any_size and steps is not None:
        check_any_size(bare, steps)
    grids = steps.grids.values() if steps else ()
    axes = sorted({len(grid.size) for grid in grids if grid.is_coarse})
    found: dict[LayerRequest, list[str]] = {}
    for name, request in _on_grid(bare, steps, any_size) if steps else _by_layer(bare):
        found.setdefault(request, []).append(name)
    groups = tuple(Group(tuple(nodes), request.about) for request, nodes in found.items())
    sizes = SIZES[any_size]
    return NetworkSubject(bare.name, scope, sizes, tuple(axes), groups, source, rewritten, bare)


def place_claims(d: int) -> dict[str, Statement]:
    """What is claimed of values on d axes that are computed place by place."""
    return {f"{d} axes, {name}" if d > 1 else f"1 axis, {name}": claim for name, claim in place_statements(d).items()}


# ------------------------------------------------------------------------------------------------ layer by layer


def _by_layer(network: Network) -> Iterator[tuple[str, LayerRequest]]:
    """The strided and dilated nodes, each by itself."""
    for node in network.strided:
        yield node.name, _by_itself(node, network.input_shapes(node)[0])


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


def layer_of(node: Node, shape: Shape) -> Conv:
    """The layer that a node is, on a map of that shape: a pool or a Pad takes sums of each channel by itself."""
    operator, (channels, *size) = node.operator, shape
    if isinstance(operator, Conv) and operator.padding_mode == "zeros":
        return operator.resolved(tuple(size))
    if isinstance(operator, op.MaxPool | op.AveragePool):
        padding, steps = reached_padding(operator, tuple(size)), (operator.kernel, operator.stride)
        return Conv(channels, channels, *steps, padding, operator.dilation, groups=channels, bias=False)
    if isinstance(operator, op.Pad) and operator.fill in (0.0, "lowest"):
        return Conv(channels, channels, (1,) * len(size), 1, operator.amounts, 1, groups=channels, bias=False)
    asked, got = f"prove, node {node.title!r}", type(operator).__name__
    hint = 'prove it with scope="layer", or the layers around it'
    raise NotSupported(asked, "a layer with zero padding, a pool or a Pad", got, hint)


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
