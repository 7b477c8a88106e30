"""What an answer is about, in words: inputs, weights, activations."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping, Sequence
from typing import Any

import numpy as np

from symstride.equality.algebra import Activation
from symstride.equality.field import PLAIN, Weights
from symstride.network import finite
from symstride.network.digest import array_digest
from symstride.network.graph import Network
from symstride.network.operators import records as op

SMALL = -1e4
"""Padding with at most this is meant for minus infinity, perhaps."""

LADDER: tuple[Activation, ...] = ("any", "zero", "relu")

WORDS: Mapping[Activation, str] = {
    "any": "every activation",
    "zero": "every activation that keeps 0 where the named one does",
    "relu": "relu as the larger of x and 0, any other activation that keeps 0 where the named one does",
}


def _activations(network: Network) -> Iterator[op.Pointwise | op.Pixelwise | op.PRelu | op.Softmax]:
    for node in network.nodes:
        if isinstance(node.operator, op.Pointwise | op.Pixelwise | op.PRelu | op.Softmax):
            yield node.operator


def has_activations(*networks: Network) -> bool:
    known = ("identity", "negative", "divide")
    return any(getattr(o, "name", "") not in known for network in networks for o in _activations(network))


def partial_maps(*networks: Network) -> str:
    """The hypothesis that maps are only applied where they give numbers, for maps that do not always."""
    names = finite.partial_maps(*networks)
    return f", wherever {', '.join(names)} give numbers" if names else ""


def defaults_in_words(left: Iterable[str], right: Iterable[str]) -> str:
    """How many inputs, of one side at least, are left at the numbers that the models have for them."""
    count = len({*left, *right})
    return f" but {count:,} left at the {'number' if count == 1 else 'numbers'} of the models" if count else ""


def weights_in_words(left: Sequence[Network], right: Sequence[Network], weights: Weights) -> str:
    """What the weights are; in front of it, which inputs are left at their numbers."""
    listed = ([name for network in side for name in network.defaults] for side in (left, right))
    return defaults_in_words(*listed) + _weights_in_words(left, right, weights)


def _weights_in_words(left: Sequence[Network], right: Sequence[Network], weights: Weights) -> str:
    networks = (*left, *right)
    read = [(node, network.weights[name]) for network in networks for node in network.nodes for name in node.parameters]
    if not read:
        return ""
    divided = [isinstance(node.operator, op.Quotient) for node, _ in read]
    used = [array for (_, array), by in zip(read, divided, strict=True) if not by]
    floats = {array_digest(array, array.shape): array for array in used if array.dtype.kind == "f"}
    if weights == "given" or not floats:
        return ", these weights"
    unknown = np.unique(np.concatenate([_sizes(array) for array in floats.values()])).size
    total = sum(array.size for network in left for array in weights_of(network).values())
    all_of_them = "all folded weights" if weights == "rounded" else "all weights"
    words = f", {all_of_them} ({unknown:,} unknowns for {total:,} numbers){', these divisors' if any(divided) else ''}"
    return words if unknown else ", these weights"


def weights_of(network: Network) -> Mapping[str, Any]:
    """The arrays whose numbers may be unknowns: those that something is only divided by are what they are."""
    divisors = {name for node in network.nodes if isinstance(node.operator, op.Quotient) for name in node.parameters}
    others = {name for node in network.nodes if not isinstance(node.operator, op.Quotient) for name in node.parameters}
    return {name: array for name, array in network.weights.items() if name not in divisors - others}


def least_fills(left: Network, right: Network) -> tuple[str, ...]:
    """Why padding with a very small number is no padding with minus infinity, where only one side has such numbers."""
    fills = sorted(_small_fills(left) ^ _small_fills(right))
    if not fills:
        return ()
    said = few([f"{fill:.4g}" for fill in fills])
    return (f"padding with {said} is none with minus infinity: smaller numbers would tell the two apart",)


def _small_fills(network: Network) -> set[float]:
    fills = (n.operator.fill for n in network.nodes if isinstance(n.operator, op.Pad | op.Mask | op.Select))
    return {float(fill) for fill in fills if not isinstance(fill, str) and -np.inf < fill <= SMALL}


def strangers(left: Network, right: Network) -> tuple[str, ...]:
    """Arrays of the right with numbers, up to sign, that occur nowhere in the left."""
    known = {array_digest(array, array.shape) for array in left.weights.values()}
    used = dict.fromkeys(name for node in right.nodes for name in node.parameters)
    others = [name for name in used if array_digest(right.weights[name], right.weights[name].shape) not in known]
    if not others:
        return ()
    have = np.unique(np.concatenate([_sizes(array) for array in left.weights.values()] or [np.zeros(0)]))
    return tuple(right.label(name) for name in others if not _has_all(have, _sizes(right.weights[name])))


def _has_all(have: Any, numbers: Any) -> bool:
    """Whether all these numbers are among those in order."""
    if not have.size or not numbers.size:
        return not numbers.size
    at = np.minimum(np.searchsorted(have, numbers), have.size - 1)
    return bool((have[at] == numbers).all())


def _sizes(array: Any) -> Any:
    if array.dtype.kind != "f":
        return np.zeros(0)
    found = np.unique(np.abs(array)).astype(float)
    return found[~((found <= PLAIN) & (found == np.floor(found)))]


def few(names: Sequence[str]) -> str:
    return ", ".join(names[:3]) + (f" and {len(names) - 3:,} more" if len(names) > 3 else "")
