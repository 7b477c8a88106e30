"""A network without strides: each strided or dilated layer by itself, and nothing else changed."""

from __future__ import annotations

from collections.abc import Mapping
from typing import TYPE_CHECKING, Any

from symstride.errors import NotSupported, SpecError
from symstride.network.bytes import DEFAULT_LIMIT, check_total, predicted_bytes
from symstride.network.fragments import ExpandedWeight
from symstride.network.graph import Network, Node, is_strided
from symstride.network.lowering import lowered

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCOPES = ("layer",)
"""``layer``: every layer goes to phases and back by itself."""


def unstride(network: Network, scope: str = "layer", max_bytes: int = DEFAULT_LIMIT) -> Network:
    """The same function with every stride and every dilation equal to 1.

    Each strided or dilated Conv, MaxPool and AveragePool becomes space-to-depth, unit-stride and unit-dilation
    layers, and pads or crops where the sizes ask for them; input phases that no tap reads are dropped.  The last of
    these nodes keeps the name of the old one.  All other nodes, and their weights, are the same objects as before.
    Dilation is written out as structural zeros of the expanded kernel.

    Bytes are predicted first: past ``max_bytes`` the answer is a refusal with the figure per layer.  A network
    without weights is rewritten without any.
    """
    if scope not in SCOPES:
        raise NotSupported("unstride(scope=...)", '"layer"', repr(scope)[:80], 'write scope="layer"')
    nodes: list[Node] = []
    pending: dict[str, ExpandedWeight] = {}
    for node in network.nodes:
        if is_strided(node.operator):
            fragment = lowered(network, node)
            nodes += fragment.nodes
            pending |= fragment.weights
        else:
            nodes.append(node)
    return _with_weights(network, tuple(nodes), pending, max_bytes)


def _with_weights(
    network: Network, nodes: tuple[Node, ...], pending: Mapping[str, ExpandedWeight], max_bytes: int
) -> Network:
    used = {name for node in nodes for name in node.parameters}
    kept = {name: array for name, array in network.weights.items() if name in used}
    result = Network(nodes, network.outputs, kept, network.name, network.dtype, network.batch, network.source)
    wanted = {name: w for name, w in pending.items() if w.source is None or w.source in network.weights}
    if any(w.source is not None for w in wanted.values()):
        check_total("unstride(max_bytes=...)", predicted_bytes(result), max_bytes)
    return result.with_weights(kept | {name: _allocated(network, w) for name, w in wanted.items()})


def _allocated(network: Network, weight: ExpandedWeight) -> NDArray[Any]:
    import numpy as np

    if weight.source is not None:
        return weight.bank.weight(network.weights[weight.source])
    try:
        ones = np.ones([int(n) for n in weight.bank.layer_spec.weight_shape], dtype=network.dtype)
    except TypeError:
        raise SpecError("Network(dtype=...)", "a NumPy dtype", network.dtype, 'write "float32"') from None
    return weight.bank.weight(ones)
