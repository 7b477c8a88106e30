"""What a certificate about a network is about: in words, and as the statements that it has to make."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Mapping
from typing import Any

from symstride.errors import SpecError
from symstride.network.claims import about_of, expected_network_claims, groups_of
from symstride.network.coarse_claims import about_coarse, expected_coarse_claims
from symstride.network.graph import Network
from symstride.network.grid.plan import plan
from symstride.network.plain_names import plainly_named
from symstride.proof.statements.request import Statement

_ASKED = "a network's certificate"
_AGAIN = "prove the network again"

EXPECTED: Mapping[str, Callable[[Mapping[str, Any]], dict[str, Statement]]] = {
    "layer": expected_network_claims,
    "network": expected_coarse_claims,
}
"""The statements of a certificate, by its scope."""

_SAID = {
    "layer": "equals its rewriting layer by layer",
    "network": "equals its form on the coarsest grid",
}


def is_network(about: Mapping[str, Any]) -> bool:
    """Whether a certificate with this ``about`` speaks of a network, and not of a layer or a general theorem."""
    return "scope" in about


def expected_of(about: Mapping[str, Any]) -> tuple[str, dict[str, Statement]]:
    """The subject in words and every statement that has to be made.  Reads nothing but ``about``.

    Refuses an ``about`` that is malformed, or that names a node twice: each node is spoken of once.
    """
    scope, name = about.get("scope"), about.get("network")
    if type(scope) is not str or scope not in EXPECTED:
        raise SpecError(_ASKED, f"a scope: {' or '.join(EXPECTED)}", repr(scope)[:80], _AGAIN)
    if type(name) is not str:
        raise SpecError(_ASKED, "the network's name", repr(name)[:80], _AGAIN)
    claims = EXPECTED[scope](about)
    nodes = [node for group in about["groups"] for node in group["nodes"]]
    twice = [node for node, times in Counter(nodes).items() if times > 1]
    if twice:
        raise SpecError(_ASKED, "each node once", repr(twice[0])[:80], _AGAIN)
    said = f"{_SAID[scope]}, for all sizes that its step divides" if has_any_size(about) else _SAID[scope]
    return f"network {name!r} {said} ({len(nodes)} layers in {len(about['groups'])} groups)", claims


def has_any_size(about: Mapping[str, Any]) -> bool:
    """Whether the certificate speaks of all input sizes that the step of the grid divides."""
    return bool(about.get("sizes") == "multiples")


def speaks_of(network: Network, about: Mapping[str, Any]) -> bool:
    """Whether the certificate is about this network: each layer that changes, with its numbers and its reasons.

    Raises ``NotSupported`` when the network has a layer of which no certificate could speak.
    """
    return about_network(network, about["scope"], has_any_size(about)) == about


def about_network(network: Network, scope: str, any_size: bool = False) -> dict[str, Any]:
    """What a certificate about the network and its rewriting says that it is about."""
    network = plainly_named(network)
    if scope == "network":
        return about_coarse(network, plan(network), any_size)
    return about_of(network, groups_of(network))
