"""A network without strides: each strided or dilated layer by itself, or the whole network on its grid."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any, cast, overload

from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.integer import shown
from symstride.limits import MAX_NODES, check
from symstride.network.finite import unsure
from symstride.network.graph import Network, Node, is_strided
from symstride.network.grid.plan import plan
from symstride.network.model import Model
from symstride.network.open_sizes import check_open_sizes
from symstride.network.rewriting.by_layer import lowered
from symstride.network.rewriting.bytes import DEFAULT_LIMIT, check_total, predicted_bytes
from symstride.network.rewriting.fragment import ExpandedWeight
from symstride.network.rewriting.on_grid import RepeatedWeight, moved_to_grid
from symstride.network.rewriting.whole_numbers import stored_first
from symstride.network.stored import Stored

if TYPE_CHECKING:
    from numpy.typing import NDArray

SCOPES = ("layer", "network")
"""``layer``: every layer goes to phases and back by itself.  ``network``: all stay in phases from end to end."""


_NO_NETWORK = "read a model, symstride.read(...); the layer without stride of a single one is symstride.expand(layer)"
"""What to try, for what is no network."""


@overload
def unstride(network: Network, scope: str | None = None, max_bytes: int = DEFAULT_LIMIT) -> Network: ...
@overload
def unstride(network: Model, scope: str | None = None, max_bytes: int = DEFAULT_LIMIT) -> Model: ...
@overload
def unstride(network: Network | Model, scope: str | None = None, max_bytes: int = DEFAULT_LIMIT) -> Network | Model: ...


def unstride(network: Network | Model, scope: str | None = None, max_bytes: int = DEFAULT_LIMIT) -> Network | Model:
    """The same function with every stride and every dilation equal to 1.

    ``scope="layer"``: each strided or dilated Conv, MaxPool and AveragePool becomes space-to-depth, unit-stride and
    unit-dilation layers, and pads or crops where the sizes ask for them; input phases that no tap reads are dropped.
    A dilated Conv of stride 1 becomes the undilated one on each phase by itself, with the same weights.  A strided
    ConvTranspose becomes a unit-stride Conv and depth-to-space.  The last of these nodes keeps the name of the old
    one.  All other nodes, and their weights, are the same objects as before.

    ``scope="network"``: one space-to-depth in front, then only unit-stride, unit-dilation layers on phases, and
    depth-to-space where a value has to be whole again; ``network.plan`` says on which grids, and with which masks.  A
    value in phases has the name ``v/phases``; names that stay keep their meaning.

    A layer of open size, as models that are kept have them, is padded once and sorted into phases by slices that count
    from both ends of a map, in the scope "layer" alone.

    Other dilation is written out as structural zeros of the expanded kernel.  Bytes are predicted first: past
    ``max_bytes`` the answer is a refusal with the figure per layer.  A network without weights is rewritten without
    any.
    The result knows its ``origin`` and the ``scope``, so that ``prove`` says what it is equal to.

    Without a word the scope is "layer".  Of a ``Model`` each part is rewritten, in the scope that it was read for, and
    everything else is kept as it is.
    """
    if isinstance(network, Model):
        return _unstrided_model(network, scope, max_bytes)
    if not isinstance(network, Network):
        raise SpecError("unstride(network)", "a network", shown(network), _NO_NETWORK)
    made = rewriting(network, scope or "layer")
    return _with_weights(network, made, max_bytes)


def _unstrided_model(model: Model, scope: str | None, max_bytes: int) -> Model:
    if scope not in (None, model.scope):
        asked, got = f"unstride(model, scope={scope!r})", f"a model that was read with keep={model.scope!r}"
        raise SpecError(asked, "the scope that the model was read for", got, f"read it with keep={scope!r}")
    parts, left = [], max_bytes
    for part in model.parts:
        try:
            flat = unstride(part.network, model.scope, left)
        except SymstrideError as why:
            raise type(why)(f"{why.asked}, layer {part.name!r}", why.expected, why.got, why.hint) from None
        left -= sum(array.nbytes for array in flat.weights.values())
        parts.append(replace(part, network=flat))
    return replace(model, parts=tuple(parts), origin=model)


@dataclass(frozen=True, slots=True)
class Rewriting:
    """The nodes of the new network, and the weights that they ask for, none of which is allocated."""

    scope: str
    nodes: tuple[Node, ...]
    weights: Mapping[str, ExpandedWeight | RepeatedWeight]


def rewriting(network: Network, scope: str = "layer") -> Rewriting:
    """What ``unstride`` makes of a network, by its layers and sizes alone."""
    if scope not in SCOPES:
        expected = " or ".join(f'"{word}"' for word in SCOPES)
        raise NotSupported("unstride(scope=...)", expected, repr(scope)[:80], 'write scope="layer"')
    if scope == "network":
        made = moved_to_grid(network, plan(network))
        return Rewriting(scope, tuple(made.nodes), made.weights)
    check_open_sizes("unstride", network)
    nodes: list[Node] = []
    pending: dict[str, ExpandedWeight] = {}
    names, wrong = network.free_names(), unsure(network)
    for node in network.nodes:
        if is_strided(node.operator):
            fragment = lowered(network, node, names, wrong)
            nodes += fragment.nodes
            check("unstride", len(nodes), MAX_NODES, "nodes of the rewritten network", "unstride a part of it")
            pending |= fragment.weights
        else:
            nodes.append(node)
    return Rewriting(scope, tuple(stored_first(nodes, network.outputs, names)), pending)


def _with_weights(network: Network, made: Rewriting, max_bytes: int) -> Network:
    used = {key for node in made.nodes for key in node.parameters if key not in made.weights}
    kept = {key: array for key, array in network.weights.items() if key in used}
    result = replace(network, nodes=made.nodes, weights=kept, origin=network, scope=made.scope)
    wanted = {name: w for name, w in made.weights.items() if w.source is None or w.source in network.weights}
    asked_for = any(w.source is not None for w in wanted.values())  # of a bare network, only the ones of averages
    limit = max_bytes if asked_for else max(max_bytes, DEFAULT_LIMIT)
    check_total("unstride(max_bytes=...)", predicted_bytes(result, {*kept, *wanted}), limit)
    arrays = kept | {name: allocated(network, w) for name, w in wanted.items()}
    stored = {key: network.stored[key] for key in kept if key in network.stored}
    sources = {name: network.stored.get(w.source or "") for name, w in wanted.items()}
    stored |= {name: _stored(source, wanted[name]) for name, source in sources.items() if source is not None}
    return replace(result.with_weights(arrays), stored=stored)


def _stored(stored: Stored, weight: ExpandedWeight | RepeatedWeight) -> Stored:
    """How a file holds a bank: its structural zeros are zero points, and each output has those of its filter."""
    import numpy as np

    if isinstance(weight, RepeatedWeight):
        times = weight.times
        return stored.copied(lambda array: np.repeat(array, times), lambda array: np.repeat(array, times))
    from symstride.algebra.bank_arrays import for_outputs

    bank = weight.bank
    copy = bank.weight if weight.role == "weight" else bank.bias
    return stored.copied(copy, lambda array: for_outputs(bank, array[None])[0])


def allocated(network: Network, weight: ExpandedWeight | RepeatedWeight) -> NDArray[Any]:
    """The array itself: copies of the network's own numbers, or of the number 1."""
    import numpy as np

    if isinstance(weight, RepeatedWeight):
        return np.repeat(network.weights[weight.source], weight.times)
    if weight.source is not None:
        given = network.weights[weight.source]
        return weight.bank.weight(given) if weight.role == "weight" else cast("NDArray[Any]", weight.bank.bias(given))
    try:
        ones = np.ones([int(n) for n in weight.bank.layer_spec.weight_shape], dtype=network.dtype)
    except TypeError:
        raise SpecError("Network(dtype=...)", "a NumPy dtype", network.dtype, 'write "float32"') from None
    return weight.bank.weight(ones)
