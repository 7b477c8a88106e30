"""The proof that a network equals its form on the coarsest grid: the steps of an induction along the network."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from symstride.network.coarse_claims import CoarseGroup, about_groups, coarse_axes, coarse_groups, place_claims
from symstride.network.graph import Network
from symstride.network.grid.plan import Plan, plan
from symstride.proof.certificate import certificate_text
from symstride.proof.kernel.rules import Theorem
from symstride.proof.theorems.coarse_proof import prove_coarse, size_formula
from symstride.proof.theorems.places import place_theorems


@dataclass(frozen=True, slots=True)
class CoarseProof:
    """One theorem of the kernel per claim, for all inputs and all weights."""

    network: Network
    steps: Plan
    groups: tuple[CoarseGroup, ...]
    claims: Mapping[str, Theorem]
    any_size: bool = False

    @property
    def about(self) -> dict[str, Any]:
        """Which layers the certificate speaks of, and with which sizes, phases and reasons."""
        return about_groups(self.network, self.steps, self.groups, self.any_size)

    def certificate(self) -> str:
        """The derivations of all claims as JSON."""
        return certificate_text(self.claims, self.about)


def prove_on_grid(network: Network, any_size: bool = False) -> CoarseProof:
    """The network equals its form on the coarsest grid.  Weights are not looked at.

    ``any_size``: for all input sizes that the grid's step divides, and not only for the one that the network has.

    Raises ``NotSupported`` for what has no proof yet, and ``InternalError`` when the kernel refuses a step: our bug.
    """
    steps = plan(network)
    groups = coarse_groups(network, steps, any_size)
    claims: dict[str, Theorem] = {}
    for d in coarse_axes(steps):
        claims |= dict(zip(place_claims(d), place_theorems(d).values(), strict=True))
    for group in groups:
        proved = {f"{group.nodes[0]}: {name}": theorem for name, theorem in prove_coarse(group.request).items()}
        claims |= {name: proved.get(name) or size_formula(*concl.args) for name, (_, concl) in group.claims.items()}
    return CoarseProof(network, steps, groups, claims, any_size)
