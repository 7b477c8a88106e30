"""The two networks that a certificate is about at one size, as they are read."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import Any, Literal, TypeAlias

import numpy as np

from symstride.equality.folded import folded, matched
from symstride.equality.sides import (
    Side,
    Size,
    common_size,
    is_about_a_model,
    paired,
    same_channels,
    with_stored_numbers,
)
from symstride.errors import NotSupported, SymstrideError
from symstride.network.digest import canonical_digest
from symstride.network.graph import Network, has_weights
from symstride.network.model import Model
from symstride.network.wiring import Wiring

Weights: TypeAlias = Literal["symbolic", "rounded", "given"]

ASKED = "certify(left, right)"


@dataclass(frozen=True)
class Pair:
    """Two networks with their inputs and outputs in the same order; ``digests`` are those of the networks as read.

    With ``weights="rounded"`` maps of each channel are folded into layers on both sides, and arrays of the right within
    1e-5 of one of the left are replaced by that one: ``rounded`` of them, at most ``distance`` apart.
    """

    left: Network
    right: Network
    digests: tuple[str, str]
    rounded: int = 0
    distance: float = 0.0


def sides_of(left: Any, right: Any) -> tuple[Side, Side]:
    """Both sides of a certificate.  ``NotSupported`` for models with nodes that no reader knows.

    Such a node is a function of what it reads, of which nothing else is known.  That equal values go in where equal
    ones come out is no way to settle a segment of two networks, and the checker has no rule for it.
    """
    try:
        kept = [given for given in (left, right) if isinstance(given, Model | Wiring)]
        if not kept:
            return same_channels(Side(left), Side(right))
        names = [name for given in kept if isinstance(given, Wiring) for name in given.operators]
        got = f"nodes of which nothing is known: {', '.join(dict.fromkeys(names)) or 'those that are kept'}"
    except SymstrideError as why:
        if not is_about_a_model(why, left, right):
            raise
        got = f"{why.asked}: {why.got}"
    hint = "ask equal(left, right) alone: no rule of a certificate is about nodes that are only functions"
    raise NotSupported(ASKED, "models all of whose nodes are read", got[:300], hint)


def pair_of(sides: Sequence[Side], size: Size | None, weights: Weights) -> Pair:
    """The pair at a size, or at the sizes that the sides declare.  ``NotSupported`` where there is none."""
    (left, right), why = common_size(sides, size)
    if left is None or right is None:
        raise NotSupported(ASKED, "two networks of that size", why, "ask for another size")
    right, why = paired(left, right)
    left, right = with_stored_numbers(left), with_stored_numbers(right)
    if why or not (has_weights(left) and has_weights(right)):
        got = why or "a parameter without numbers"
        raise NotSupported(ASKED, "networks that pair up, with all weights", got, "name inputs and outputs alike")
    shapes = [[network.shapes[name] for name in network.outputs] for network in (left, right)]
    if shapes[0] != shapes[1]:
        raise NotSupported(ASKED, f"outputs of shapes {shapes[0]}"[:200], f"{shapes[1]}"[:200], "compare others")
    digests = canonical_digest(left), canonical_digest(right)
    if weights != "rounded":
        return Pair(left, right, digests)
    match = matched(folded(left), folded(right))
    far = [distance for _, distance in match.arrays.values() if distance]
    return Pair(_doubled(match.left), _doubled(match.right), digests, len(far), max(far, default=0.0))


def _doubled(network: Network) -> Network:
    """The same numbers, all in double precision."""
    arrays: dict[str, Any] = {
        name: array.astype(np.float64) if array.dtype.kind == "f" else array for name, array in network.weights.items()
    }
    return replace(network, weights=arrays, origin=None)
