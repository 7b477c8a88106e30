"""The proof that a network equals its rewriting, in either scope: instances of the general theorems."""

from __future__ import annotations

from dataclasses import replace

from symstride.errors import SpecError
from symstride.network.claims import subject_of
from symstride.network.graph import Network
from symstride.network.model import Model
from symstride.network.rest import Rest
from symstride.network.rewriting.unstride import unstride
from symstride.network.subject import Group, place_claims
from symstride.proof.record import Proof, Proposition
from symstride.proof.statements.request import LayerRequest
from symstride.proof.theorems.layer_proof import prove_statements
from symstride.proof.theorems.places import place_theorems


def prove_model(model: Model, rewritten: str | None = None) -> Proof:
    """A model equals ``unstride(model)``: each of its parts does, and everything else is kept.

    Raises as ``prove_network`` does.
    """
    if not model.parts:
        left = [f"{each.name}: {each.why}" for each in model.rest.left[:3]]
        got = f"none; {'; '.join(left)}" if left else "none: nothing changes"
        raise SpecError(f"prove({model.name!r})", "a strided layer that is read", got[:300], "look at model.rest.left")
    return prove_network(model.joint, model.scope, source=model.digest, rewritten=rewritten, kept=model.rest)


def prove_network(
    network: Network,
    scope: str = "layer",
    any_size: bool = False,
    source: str | None = None,
    rewritten: str | None = None,
    kept: Rest | None = None,
) -> Proof:
    """A network equals ``unstride(network, scope)``.  Weights are not looked at.

    ``any_size``, in the scope "network": for all input sizes that the grid's step divides, and not only for the one
    that the network has.  ``source`` and ``rewritten`` are digests of the two networks, to be carried along, and so is
    ``kept``, the rest of a model of which the network has the layers.

    Raises ``SpecError`` for a network in which nothing changes, ``NotSupported`` for what cannot be rewritten or has no
    proof, and ``InternalError`` when the kernel refuses a step: our bug.
    """
    if any_size and scope != "network":
        asked, hint = "prove(network, any_size=True)", 'write scope="network"'
        raise SpecError(asked, "the whole network on one grid", f"scope {scope!r}", hint)
    unstride(network.without_weights(), scope)  # refuses what cannot be rewritten
    subject = replace(subject_of(network, scope, any_size, source, rewritten), kept=kept)
    if not subject.groups:
        asked, hint = f"prove({network.name!r})", "a network without stride and dilation is its own rewriting"
        raise SpecError(asked, "a layer with a stride or a dilation", "none: nothing changes", hint)
    propositions: list[Proposition] = []
    for d in subject.axes:
        rows = zip(place_claims(d), place_theorems(d).values(), strict=True)
        propositions += [
            Proposition(name, name, "What works place by place commutes with phases.", th) for name, th in rows
        ]
    for group in subject.groups:
        proved = _proved(group)
        propositions += [replace(p, name=f"{group.nodes[0]}: {p.name}") for p in proved]
    return Proof(subject, tuple(propositions))


def _proved(group: Group) -> tuple[Proposition, ...]:
    """What is claimed of the nodes of a group."""
    request = group.request
    if isinstance(request, LayerRequest):
        return prove_statements(request, group.statements())
    from symstride.proof.theorems.operator_proof import prove_claims

    return prove_claims(request, group.statements())
