"""Is a network really the rewriting that it says it is?  Written again from its origin, and compared node by node.

A theorem about a rewriting speaks of one network and of weights that are copies.  Whoever edits a node or a weight of
the result has another network, about which nothing is proved: it is refused here, with the first difference.
"""

from __future__ import annotations

from itertools import zip_longest
from typing import TYPE_CHECKING, Any

from symstride.errors import SpecError
from symstride.network.bits import same_numbers
from symstride.network.graph import Network, Node
from symstride.network.rewriting.unstride import Rewriting, allocated, rewriting

if TYPE_CHECKING:
    from numpy.typing import NDArray

_ASKED = "prove(network)"
_EXPECTED = "a network as unstride made it"
_HINT = "prove what unstride(network, ...) gives, before anything is changed in it"


def check_rewriting(network: Network) -> None:
    """Refuse a network whose nodes or weights are not those that ``unstride`` makes of its ``origin``.

    Weights are compared bit for bit, one array at a time; a network without weights is compared by its nodes alone.
    """
    origin = network.origin
    if origin is None:
        raise SpecError(_ASKED, "a network that unstride made", f"{network.name!r}, which has no origin", _HINT)
    made = rewriting(origin.without_weights(), network.scope)
    _check_nodes(network, origin, made)
    _check_weights(network, origin, made)


def _check_nodes(network: Network, origin: Network, made: Rewriting) -> None:
    for expected, node in zip_longest(made.nodes, network.nodes):
        if expected != node:
            raise SpecError(_ASKED, f"{_EXPECTED}: {_said(expected)}", _said(node), _HINT)
    for word in ("outputs", "dtype", "batch"):
        expected, got = getattr(origin, word), getattr(network, word)
        if expected != got:
            raise SpecError(_ASKED, f"{_EXPECTED}: {word} {expected!r}"[:200], repr(got)[:200], _HINT)


def _said(node: Node | None) -> str:
    if node is None:
        return "no more nodes"
    return f"node {node.title!r}, {node.operator}, of {', '.join(node.inputs)}"[:300]


def _check_weights(network: Network, origin: Network, made: Rewriting) -> None:
    expected = f"{_EXPECTED}: copies of the weights of {origin.name!r}"
    for name in sorted({name for node in network.nodes for name in node.parameters}):
        got = network.weights.get(name)
        if got is not None and not same_numbers(got, _expected(name, origin, made)):
            raise SpecError(_ASKED, expected, f"others in {name!r}", _HINT)


def _expected(name: str, origin: Network, made: Rewriting) -> NDArray[Any] | None:
    """What ``unstride`` puts there; None when the origin lacks the weights for it."""
    pending = made.weights.get(name)
    if pending is None:
        return origin.weights.get(name)
    known = pending.source is None or pending.source in origin.weights
    return allocated(origin, pending) if known else None
