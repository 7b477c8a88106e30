"""The proof that a network equals its unit-stride rewriting: instances of the general theorems, made by the kernel."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from symstride.errors import CertificateRejected, InternalError, SymstrideError
from symstride.network.claims import Group, about_of, groups_of, pooling_values
from symstride.network.graph import Network
from symstride.network.subject import expected_of, speaks_of
from symstride.network.transposed import transposed_sizes, transposed_values
from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.replay import Refused, Replay
from symstride.proof.kernel.replay import replay as check
from symstride.proof.kernel.rules import Theorem, instantiate, ring
from symstride.proof.kernel.terms import KernelError, Key, Term
from symstride.proof.statements.request import LayerRequest, Statement
from symstride.proof.tactics.rewriting import discharge_numbers, tidied
from symstride.proof.theorems.catalogue import prove_theorem
from symstride.proof.theorems.layer_proof import prove_layer


@dataclass(frozen=True, slots=True)
class NetworkProof:
    """One theorem of the kernel per claim, for all inputs and all weights."""

    network: Network
    groups: tuple[Group, ...]
    claims: Mapping[str, Theorem]

    @property
    def about(self) -> dict[str, Any]:
        """Which nodes the certificate speaks of."""
        return about_of(self.network, self.groups)

    def certificate(self) -> str:
        """The derivations of all claims as JSON."""
        return certificate_text(self.claims, self.about)


def prove_network(network: Network) -> NetworkProof:
    """Each distinct strided layer of the network equals its unit-stride form.  Weights are not looked at.

    Raises ``InternalError`` when the kernel refuses a step: our bug.
    """
    groups = groups_of(network)
    claims: dict[str, Theorem] = {}
    for group in groups:
        proved, expected = _proved(group), group.claims
        for name, (hyps, concl) in expected.items():
            theorem = proved[name.removeprefix(f"{group.nodes[0]}: ")]
            if (theorem.hyps, theorem.concl) != (hyps, concl):
                asked, hint = f"prove, node {group.nodes[0]!r}", "please report this network"
                raise InternalError(asked, f"the statement {concl}"[:300], repr(theorem)[:300], hint)
            claims[name] = theorem
    return NetworkProof(network, groups, claims)


def _proved(group: Group) -> Mapping[str, Theorem]:
    layer = prove_layer(group.request).claims
    if group.kind == "layer":
        return layer
    try:
        if group.kind == "transposed":
            return {**layer, **_transposed(group.request)}
        return {**layer, "pooling": _instance("pooling", group.request, pooling_values(group.request.layer))}
    except KernelError as why:
        asked, expected = f"prove, node {group.nodes[0]!r}", "a derivation that the kernel accepts"
        raise InternalError(asked, expected, str(why)[:300], "please report this network") from why


def _transposed(request: LayerRequest) -> dict[str, Theorem]:
    """The theorem about the adjoint at the layer's numbers, and its sizes, which are calculated."""
    main = _instance("transposed-layer", request, transposed_values(request))
    sizes = {name: ring(*concl.args) for name, (_, concl) in transposed_sizes(request).items()}
    return {"transposed": main, **sizes}


def _instance(name: str, request: LayerRequest, values: Mapping[Key, Term]) -> Theorem:
    """A theorem of the catalogue at numbers."""
    general = prove_theorem(name, request.layer.ndim).main.theorem
    return tidied(discharge_numbers(instantiate(general, tuple(sorted(values.items())))))


def replay_network(text: str, network: Network | None = None) -> Replay:
    """Run a network's certificate again, and compare its claims with statements built from ``about`` alone.

    Certificates of both scopes.  Given the network too, also compare ``about`` with it: every node that is rewritten,
    with its numbers, and on the grid with its reasons.
    """
    try:
        result = check(text)
    except Refused as why:
        raise _rejected("a certificate that the kernel accepts", str(why), why.where) from None
    expected = _expected(result.about)
    if list(result.claims) != list(expected):
        raise _rejected(f"the {len(expected)} claims of its layers", f"{len(result.claims)} claims", "claims")
    for position, (name, (hyps, concl)) in enumerate(expected.items()):
        theorem = result.claims[name]
        if theorem.hyps != hyps or theorem.concl is not concl:
            raise _rejected(f"claim {name!r} to be {concl}"[:300], repr(theorem)[:300], f"claims[{position}]")
    if network is not None and not speaks_of(network, result.about):
        raise _rejected(f"every layer of {network.name!r} that changes", "other layers, or other numbers", "about")
    return result


def _expected(about: Mapping[str, Any]) -> Mapping[str, Statement]:
    try:
        return expected_of(about)[1]
    except SymstrideError as why:
        raise _rejected(why.expected, why.got, "about") from None
    except KernelError as why:
        raise _rejected("a subject that can be stated", str(why), "about") from None


def _rejected(expected: str, got: str, where: str) -> CertificateRejected:
    return CertificateRejected("replay(certificate)", expected, got, "prove the network again", where)
