"""What a proof that a network equals its unit-stride rewriting must claim, worked out from the network's layers alone.

Layer by layer: a strided node and its fragment are two ways to compute one value from the same input, and all other
nodes are the same; so the networks are equal when each distinct rewritten layer is.  Weights and inputs are arbitrary.

- Conv: the claims of the layer theorem, at its numbers, in the channel order that the rewriting uses; a circular
  layer by its definition, as a layer without padding on the map that its padding makes.  With stride 1 and a dilation
  there are as many phases of outputs, and of the padded map, as the dilation; each entry of the bank that joins two
  different phases is 0.
- AveragePool: the same for a depthwise layer with arbitrary weights, of which the weights 1 are one case; then both
  sides are divided by the same counts.
- MaxPool: the pooling theorem at its numbers, over any commutative semiring and hence over (max, +), for a signal
  that starts at its first padded place; and along each axis, at which phase and offset each tap stands.
- ConvTranspose: the theorem about the adjoint at its numbers, and the same table of taps (``network.transposed``).

A certificate says in ``about`` which nodes it speaks of: groups of nodes with equal numbers, proved once each.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping
from dataclasses import dataclass
from typing import Any

from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.rewriting.by_layer import layer_order, separate_phases, summed_layer, wrapped_padding
from symstride.network.transposed import transposed_claims, transposed_request
from symstride.proof.kernel.terms import Key, Term, num, substitute
from symstride.proof.language.definitions import names
from symstride.proof.language.syntax import equal, variable
from symstride.proof.language.tidy import tidy
from symstride.proof.statements.pooling import pooled_phases, window_sum
from symstride.proof.statements.request import LayerRequest, Statement, entry_statements, expected_claims, request_of


@dataclass(frozen=True, slots=True)
class Group:
    """Nodes whose layers have equal numbers.  ``kind`` is one of ``KINDS``."""

    nodes: tuple[str, ...]
    kind: str
    request: LayerRequest

    def to_plain(self) -> dict[str, Any]:
        """Plain JSON."""
        return {"nodes": list(self.nodes), "kind": self.kind, "request": self.request.to_plain()}

    @classmethod
    def from_plain(cls, data: Mapping[str, Any]) -> Group:
        """The group that ``to_plain`` described."""
        well_formed = isinstance(data, Mapping) and set(data) == {"nodes", "kind", "request"}
        if not well_formed or data["kind"] not in tuple(KINDS) or not isinstance(data["nodes"], list):
            raise SpecError("a network's certificate", "groups of nodes, kind and request", repr(data)[:80], _AGAIN)
        if not data["nodes"] or not all(isinstance(name, str) for name in data["nodes"]):
            raise SpecError("a network's certificate", "names of nodes", repr(data["nodes"])[:80], _AGAIN)
        return cls(tuple(data["nodes"]), data["kind"], LayerRequest.from_plain(data["request"]))

    @property
    def claims(self) -> dict[str, Statement]:
        """The statements about this group, by the name of the claim."""
        found = KINDS[self.kind](self.request)
        return {f"{self.nodes[0]}: {name}": statement for name, statement in found.items()}


_AGAIN = "prove the network again"


def groups_of(network: Network) -> tuple[Group, ...]:
    """The strided and dilated nodes, grouped by equal numbers, in the order of the network."""
    found: dict[tuple[str, LayerRequest], list[str]] = {}
    for node in network.strided:
        kind, request = _request(network, node)
        found.setdefault((kind, request), []).append(node.name)
    return tuple(Group(tuple(nodes), kind, request) for (kind, request), nodes in found.items())


def _request(network: Network, node: Node) -> tuple[str, LayerRequest]:
    operator, shape = node.operator, network.input_shapes(node)[0]
    if isinstance(operator, ConvTranspose):
        return "transposed", transposed_request(operator, shape[1:], layer_order(operator))
    if isinstance(operator, op.MaxPool):
        layer = Conv(1, 1, operator.kernel, operator.stride, 0, operator.dilation, bias=False)
        return "maximum", request_of(layer, 1, "image", "phase_major", None)
    if not isinstance(operator, Conv | op.AveragePool):
        got = type(operator).__name__
        raise NotSupported(f"prove, node {node.title!r}", "a Conv, ConvTranspose or pool", got, "prove it by hand")
    conv, order = summed_layer(operator, shape)
    size = tuple(n + low + high for n, (low, high) in zip(shape[1:], wrapped_padding(operator, shape), strict=True))
    apart = separate_phases(conv)
    if apart is not None:
        return "layer", request_of(conv.resolved(size), apart, "padded", "phase_major", size)
    return "layer", request_of(conv.resolved(size), 1, "image", order, size)


def about_of(network: Network, groups: tuple[Group, ...]) -> dict[str, Any]:
    """What a certificate about the network says that it is about."""
    return {"network": network.name, "scope": "layer", "groups": [group.to_plain() for group in groups]}


def expected_network_claims(about: Mapping[str, Any]) -> dict[str, Statement]:
    """Every statement that a certificate with this ``about`` has to make.  Reads nothing but ``about``."""
    if set(about) != {"network", "scope", "groups"} or about["scope"] != "layer" or type(about["groups"]) is not list:
        asked, expected = "a network's certificate", "network, scope and groups"
        raise SpecError(asked, expected, ", ".join(sorted(about))[:80], _AGAIN)
    claims: dict[str, Statement] = {}
    for data in about["groups"]:
        for name, statement in Group.from_plain(data).claims.items():
            if name in claims:
                raise SpecError("a network's certificate", "each node once", repr(name)[:80], _AGAIN)
            claims[name] = statement
    return claims


# ------------------------------------------------------------------------------------------------ maxima


def maximum_claims(request: LayerRequest) -> dict[str, Statement]:
    """The pooling theorem at the layer's numbers, and where each tap stands."""
    d, values = request.layer.ndim, pooling_values(request.layer)
    sides: Iterator[Term] = (tidy(substitute(side, values)) for side in (pooled_phases(d), window_sum(d)))
    return {"pooling": (frozenset(), equal(*sides)), **entry_statements(request)}


def pooling_values(layer: Conv) -> dict[Key, Term]:
    """The letters k, s, dl, p, a, tau of the pooling theorem; p is 0, since the signal starts with its padding."""
    values: dict[Key, Term] = {}
    for n in range(layer.ndim):
        numbers = {"k": layer.kernel[n], "s": layer.stride[n], "dl": layer.dilation[n], "p": 0, "a": 1, "tau": 0}
        values |= {variable(names(layer.ndim, x)[n]): num(int(y)) for x, y in numbers.items()}
    return values


KINDS: Mapping[str, Callable[[LayerRequest], dict[str, Statement]]] = {
    "layer": expected_claims,
    "maximum": maximum_claims,
    "transposed": transposed_claims,
}
"""What is claimed of a group of nodes: sums, maxima (over any semiring), or transposed sums."""
