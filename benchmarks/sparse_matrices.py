"""The rival that is fair to SymPy: the identity of one layer at one size, with sparse matrices.

A comparison of matrices settles one input size and one pair of channels.  The proof is for all inputs and weights of
this layer, comes with a certificate, and its time does not depend on the size.  Times are the least of several fresh
interpreters, each of which has proved and replayed another layer before; a disturbance can only add to a time.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Figure

TOPIC = "Sparse SymPy matrices"
ROUNDS = 7
SIZES = (16, 64)
_PREPARE = """
import symstride
from benchmarks.matrices import holds, sparse
symstride.prove(symstride.Conv(2, 2, kernel=(5, 5), stride=3, padding=1), input_size=32).verdict
layer = symstride.Conv(1, 1, kernel=(3, 3), stride=2, padding=((0, 1), (0, 1)))
if not holds(layer, 8, sparse):
    raise SystemExit("the matrices differ: nothing was measured")
"""


def figures(quick: bool = False) -> Iterator[Figure]:
    """Proof alone, and proof with replay of its certificate, each against sparse matrices of two sizes."""
    times = [_times(size, rounds(ROUNDS, quick)) for size in SIZES]
    for size, (proof, replay, matrices) in zip(SIZES, times, strict=True):
        against = f"sparse SymPy matrices built and compared, N = {size}"
        yield Figure(f"one layer (2-D, k = 3, s = 2, N = {size}), proved", proof, against, matrices, topic=TOPIC)
        yield Figure(
            "the same, proved, written as a certificate and replayed", proof + replay, against, matrices, topic=TOPIC
        )


def _times(size: int, count: int) -> list[float]:
    actions = (
        f"theorem = symstride.prove(layer, input_size={size})",
        "theorem.verdict",
        f"holds(layer, {size}, sparse)",
    )
    runs = [timed_in_one_process(_PREPARE, actions) for _ in range(count)]
    return [min(taken) for taken in zip(*runs, strict=True)]
