"""How large the weights of a network will be, before any of them is allocated."""

from __future__ import annotations

import math
from collections.abc import Collection, Mapping

from symstride.errors import NotSupported, SpecError
from symstride.limits import MAX_RESULT
from symstride.network.graph import Network

DEFAULT_LIMIT = MAX_RESULT
"""Bytes of weights that are allocated without asking."""

_SHOWN = 5


def itemsize(dtype: str) -> int:
    """Bytes of one number."""
    import numpy as np

    try:
        return int(np.dtype(dtype).itemsize)
    except TypeError:
        raise SpecError("Network(dtype=...)", "the name of a NumPy dtype", repr(dtype), 'write "float32"') from None


def predicted_bytes(network: Network, names: Collection[str] | None = None) -> dict[str, int]:
    """Bytes of parameters per node, by the node's title; an array that several nodes share counts once.

    Only those of ``names`` count, where they are given.
    """
    shapes, seen, found = network.parameter_shapes(), set[str](), dict[str, int]()
    for node in network.nodes:
        mine = [name for name in node.parameters if name not in seen and (names is None or name in names)]
        seen.update(mine)
        if mine:
            size = sum(_size(network, name, shapes[name]) for name in mine)
            found[node.title] = found.get(node.title, 0) + size  # a model may call two nodes the same
    return found


def _size(network: Network, name: str, shape: tuple[int, ...]) -> int:
    array = network.weights.get(name)
    each = itemsize(network.dtype) if array is None else array.itemsize
    return math.prod(shape) * each


def check_total(asked: str, sizes: Mapping[str, int], limit: int) -> None:
    """Refuse weights of more than ``limit`` bytes, with the figure of the largest layers."""
    total = sum(sizes.values())
    if total <= limit:
        return
    largest = sorted(sizes.items(), key=lambda item: -item[1])[:_SHOWN]
    figures = "; ".join(f"{name}: {size:,}" for name, size in largest)
    raise NotSupported(
        asked,
        f"weights of at most {limit:,} bytes",
        f"{total:,} bytes in {len(sizes)} layers; the largest: {figures}",
        "raise max_bytes, or go on without weights (network.without_weights()): shapes and proofs need none",
    )
