"""``bank.weight`` against other ways to make the same tensor, each written for this one layer by hand.

Padding 1 and stride 2 put tap ``i`` at ``i - 1 = 2*u + rho``, so one zero in front of the kernel makes it 4 x 4, and
its even and odd places are the phases.  That works without dilation and with one output phase; ``bank.weight`` has no
such conditions.  Before the clock starts every way has to give the same tensor, bit for bit.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from benchmarks.bank_weight import LAYER
from benchmarks.clock import in_turn, rounds
from benchmarks.record import Figure, Missing
from benchmarks.tools import installed, missing
from symstride.algebra.bank import expand

TOPIC = "Weights"
ROUNDS = 31
C = 512


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """All ways in turn, in the usual channel order."""
    w = np.random.default_rng(0).standard_normal((C, C, 3, 3), dtype=np.float32)
    bank = expand(LAYER)
    ways = {words: way for words, way in WAYS.items() if "einops" not in words or installed("einops")}
    for words, way in ways.items():
        if not np.array_equal(way(w), bank.weight(w)):
            raise AssertionError(f"{words} gives another tensor: nothing was measured")
    actions = [lambda way=way: way(w) for way in (bank.weight, *ways.values())]
    ours, *others = in_turn(*actions, rounds=rounds(ROUNDS, quick))
    what = f"bank.weight, {C}x{C}x3x3 float32, stride 2"
    for words, theirs in zip(ways, others, strict=True):
        yield Figure(what, ours, words, theirs, topic=TOPIC)
    yield from missing(f"{what}, against einops.rearrange", "einops")


def by_reshape(w: NDArray[Any]) -> NDArray[Any]:
    """``np.pad``, a reshape that splits each kernel axis into (u, rho), and one copy in the order wanted."""
    split = np.pad(w, ((0, 0), (0, 0), (1, 0), (1, 0))).reshape(C, C, 2, 2, 2, 2)  # o, c, u1, rho1, u2, rho2
    return split.transpose(0, 1, 3, 5, 2, 4).reshape(C, 4 * C, 2, 2)


def by_rearrange(w: NDArray[Any]) -> NDArray[Any]:
    """``np.pad``, and the pattern of einops that says the same."""
    from einops import rearrange

    padded = np.pad(w, ((0, 0), (0, 0), (1, 0), (1, 0)))
    found: NDArray[Any] = rearrange(padded, "o c (u1 r1) (u2 r2) -> o (c r1 r2) u1 u2", r1=2, r2=2)
    return np.ascontiguousarray(found)


def by_scatter(w: NDArray[Any]) -> NDArray[Any]:
    """Zeros, and one assignment to nine places, numbered ``((rho1*2 + rho2)*2 + u1)*2 + u2``."""
    places = [8 * r1 + 4 * r2 + 2 * u1 + u2 for (u1, r1), (u2, r2) in _taps()]
    result = np.zeros((C, C, 16), dtype=w.dtype)
    result[:, :, places] = w.reshape(C, C, 9)
    return result.reshape(C, 4 * C, 2, 2)


def by_slices(w: NDArray[Any]) -> NDArray[Any]:
    """Zeros, and nine assignments, one for each tap."""
    result = np.zeros((C, C, 2, 2, 2, 2), dtype=w.dtype)  # o, c, rho1, rho2, u1, u2
    for (i1, i2), ((u1, r1), (u2, r2)) in zip(product(range(3), repeat=2), _taps(), strict=True):
        result[:, :, r1, r2, u1, u2] = w[:, :, i1, i2]
    return result.reshape(C, 4 * C, 2, 2)


def _taps() -> list[tuple[tuple[int, int], tuple[int, int]]]:
    """``(u + 1, rho)`` of tap ``i``, for both axes: ``i + 1 = 2*(u + 1) + rho``."""
    return [(divmod(i1 + 1, 2), divmod(i2 + 1, 2)) for i1, i2 in product(range(3), repeat=2)]


WAYS: dict[str, Callable[[NDArray[Any]], NDArray[Any]]] = {
    "np.pad, reshape, one copy": by_reshape,
    "np.pad, einops.rearrange": by_rearrange,
    "a plain scatter, one indexed assignment": by_scatter,
    "a plain scatter, one assignment for each tap": by_slices,
}
"""What a reader would write, in words, and the function that does it."""
