"""``bank.weight`` against copying its result once: how far from pure memory traffic the expansion is.

The result of 512x512x3x3 float32 at stride 2 has 16.8 MB.  Two yardsticks, both timed in turn with ``bank.weight``:
``numpy.copyto`` between two arrays that exist already (the memcpy of the promise), and ``copy()``, which has to ask
for fresh memory as ``bank.weight`` does on every call.  The two are close: page faults cost little next to the copy.
"""

from __future__ import annotations

from collections.abc import Iterator

import numpy as np

from benchmarks.clock import in_turn, rounds
from benchmarks.record import Figure
from symstride.algebra.bank import expand
from symstride.layers.layer import Conv

ROUNDS = 41
PROMISE = 3.0
LAYER = Conv(512, 512, kernel=(3, 3), stride=2, padding=1)


def figures(quick: bool = False) -> Iterator[Figure]:
    """Both channel orders against the warm copy, and the usual one against the fresh copy."""
    w = np.random.default_rng(0).standard_normal((512, 512, 3, 3), dtype=np.float32)
    for order in ("channel_major", "phase_major"):
        bank = expand(LAYER, order=order)
        source = bank.weight(w)
        target = np.empty_like(source)
        label = f"bank.weight, 512x512x3x3 float32, stride 2, {order}"
        expansion, warm, fresh = in_turn(
            lambda bank=bank: bank.weight(w),
            lambda target=target, source=source: np.copyto(target, source),
            source.copy,
            rounds=rounds(ROUNDS, quick),
        )
        yield Figure(label, expansion, "copy into an existing array", warm, PROMISE, "x")
        if order == "channel_major":
            yield Figure(label, expansion, "copy into fresh memory", fresh, PROMISE, "x")
