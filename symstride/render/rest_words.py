"""The words of a paper about a model of which only the strided layers are read, and everything else is kept.

Names of the model stand nowhere here: running text is not escaped.
"""

from __future__ import annotations

from typing import TYPE_CHECKING, Any, Final

from symstride.network.graph import Network
from symstride.network.rest import Rest
from symstride.network.subject import NetworkSubject, counted

if TYPE_CHECKING:
    from typing import Protocol

    class Paper(Protocol):
        """What is taken over from the paper about the layers."""

        @property
        def abstract(self) -> tuple[str, ...]: ...
        @property
        def provisos(self) -> tuple[str, ...]: ...
        @property
        def caption(self) -> str: ...
        @property
        def invariant(self) -> tuple[str, ...]: ...


DRAWN: Final = 6
"""Layers that the figure shows, one of each group."""


def drawn(subject: NetworkSubject) -> Network:
    """The network of the figure: the first layer of each group, as there is room, or all regions."""
    network, wanted = subject.known_network, {group.nodes[0] for group in subject.groups[:DRAWN]}
    if subject.plan is not None:
        return network
    outputs, found = [name for name in network.outputs if name in wanted], set(wanted)
    for node in reversed(network.nodes):
        if node.name in found:
            found.update(node.inputs)
    nodes = tuple(node for node in network.nodes if node.name in found)
    return Network(nodes, tuple(outputs), name=network.name)


def rest_words(subject: NetworkSubject, kept: Rest, paper: Paper) -> dict[str, Any]:
    """Fields of the paper that are others than those of a network that is known in full."""
    layers = sum(len(group.nodes) for group in subject.groups)
    nodes = f"${len(kept.nodes)}$ other {'nodes' if len(kept.nodes) != 1 else 'node'}"
    words = _LAYERS if subject.plan is None else _REGIONS
    joined = "Putting equals for equals is left to the reader, and so is reading a model's file. "
    return {
        "subtitle": f"{counted(layers, 'layer')}, {words['subtitle']}; everything else kept as it is",
        "abstract": (
            f"{words['abstract']} Nothing is known, or asked, of {nodes}, kept to the bit. For every "
            "input at which what is rewritten reads numbers, the model computes what it computed before.",
            *paper.abstract[1:],
        ),
        "theorem": (
            f"Let $f$ be the model and $f'$ the one in which {words['theorem']}, with copies of its weights and "
            "structural zeros, and in which everything else is the same. For every input $x$ of $f$ at which what is "
            "rewritten reads finite numbers, and for all weights there, $f'(x) = f(x)$."
        ),
        "provisos": (*paper.provisos, *_open_sizes(subject), *_provisos(kept)),
        "caption": words["caption"] or paper.caption.replace(_WHOLE, _EACH),
        "invariant": (words["same"] + _SAME, *(() if subject.plan is None else paper.invariant)),
        "joined": (f"*What the kernel does not see.* {joined}{_COMPARED}",),
        "extent": "all that is read",
        "digests": tuple(_digests(subject, kept)),
    }


_WHOLE: Final = "the network from its input to its output"
_EACH: Final = "the regions, each from what it reads to what it gives"
_LAYERS: Final = {
    "subtitle": "each by itself",
    "abstract": "Each layer of the model with a stride or a dilation above 1 by itself @kong2017stride@ goes to "
    "phases, becomes a layer of stride 1 there, and comes back.",
    "theorem": "each layer that the certificate names, all with a stride or a dilation above 1, is replaced by its "
    "unit-stride form on phases of its own input",
    "caption": "*Figure 1:* the layers that $f'$ has in another form, one of each kind, between the value that they "
    "read and the one that they give. A box says what the layer is in $f$, its name in the model, and the channels and "
    "places of its value.",
    "same": "A layer and the nodes that stand in its place are two ways to compute one value from the same value, "
    "whatever computes that. ",
}
_REGIONS: Final = {
    "subtitle": "in regions that have a grid each",
    "abstract": "What hangs together of known nodes is a region of the model. In each region with a stride or a "
    "dilation above 1 @kong2017stride@ values are sorted into phases once, all layers run on phases with stride 1, and "
    "values are put together again where the region ends.",
    "theorem": "the regions of Figure 1 run on phases with stride 1 and dilation 1",
    "caption": "",
    "same": "A region and the nodes that stand in its place are two ways to compute the same values from the same "
    "values, whatever computes these; why, is said below. ",
}
_SAME: Final = (
    "All other nodes are the same in both models, to the bit, read the same values under the same names, and stand in "
    "the same order: each is the same function of the same values. So every value of $f$ that has a name in $f'$ is "
    "the same there, by induction in the order of the nodes."
)
_COMPARED: Final = (
    "That the claims are those of this model, each layer once with its numbers, and that everything else has the "
    "digest in the certificate, is what `symstride.replay(certificate, model)` compares."
)


def _open_sizes(subject: NetworkSubject) -> list[str]:
    if not subject.open_layers:
        return []
    some = "all of the layers" if subject.open_layers == sum(len(g.nodes) for g in subject.groups) else ""
    some = some or f"${subject.open_layers}$ of the layers"
    return [
        f"Sizes of what {some} read are open. What is claimed of these is claimed for every size, and what stands in "
        "their place says nothing of sizes: phases are slices that count from both ends of a map."
    ]


def _provisos(kept: Rest) -> list[str]:
    said = [
        "A node that is kept may be anything, a function of a domain that nobody else knows included. One that draws "
        "random numbers or has a state keeps its place in the order of the nodes."
    ]
    if kept.declared:
        said.append(
            f"The sizes of what ${len(kept.declared)}$ of the layers read follow from nothing but the model's own "
            "declaration, and are taken as that says."
        )
    if kept.left:
        said.append(
            f"${len(kept.left)}$ {'nodes' if len(kept.left) != 1 else 'node'} with a stride or a dilation kept as it "
            "stands in $f$ is in $f'$ too."
        )
    return said


def _digests(subject: NetworkSubject, kept: Rest) -> list[tuple[str, str]]:
    found = [("The digest of everything that is kept is", kept.digest)]
    if subject.source is not None:
        found.append(("The digest of $f$, of what is kept and of its layers with their weights, is", subject.source))
    if subject.rewritten is not None:
        found.append(("Bit for bit $f$ was compared with the model $f'$ with the digest", subject.rewritten))
    return found
