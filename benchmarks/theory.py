"""Operators, sharing, spectra and fields: each against what one would write without the package, or a plain limit."""

from __future__ import annotations

from collections.abc import Iterator
from statistics import median
from typing import Any

import numpy as np

from benchmarks.clock import in_turn, rounds, timed_in_one_process
from benchmarks.record import Figure, Missing
from benchmarks.tools import missing
from symstride.algebra.tensor import convolution_tensor
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.theory.sharing import sharing
from symstride.theory.spectrum import spectrum

ROUNDS = 21
FEW = 5
LAYER, SIZE = Conv(8, 16, (3, 3), stride=2, padding=1, bias=False), (64, 64)
SHARED = Conv(512, 512, (3, 3), stride=2, padding=1, bias=False)
RING, RING_SIZE = Conv(256, 512, (3, 3), 2, 1, padding_mode="circular", bias=False), (28, 28)


def figures(quick: bool = False) -> Iterator[Figure | Missing]:
    """The five promises."""
    draw = np.random.default_rng(0).standard_normal
    yield from _matrix(draw((16, 8, 3, 3)), rounds(FEW, quick))
    yield from _sharing(draw((512, 512, 3, 3), dtype=np.float32), rounds(ROUNDS, quick))
    w = draw((512, 256, 3, 3))
    norm, values = in_turn(
        lambda: spectrum(RING, w, RING_SIZE).norm, lambda: spectrum(RING, w, RING_SIZE).values, rounds=1
    )
    yield Figure("norm, 256 to 512 channels, 28 x 28, stride 2", norm, "all singular values", values, 3, "faster")
    yield _fields(rounds(FEW, quick))


def _matrix(w: Any, count: int) -> Iterator[Figure | Missing]:
    what = "tocsr, 1.15 million entries"
    if absent := missing(what, "scipy"):
        yield from absent
        return
    tensor = convolution_tensor(LAYER, SIZE, weights=w)
    if (abs(by_hand(w) - tensor.tocsr()) > 0).nnz:
        raise SystemExit("the matrices differ: nothing was measured")
    ours, hand = in_turn(lambda: convolution_tensor(LAYER, SIZE, weights=w).tocsr(), lambda: by_hand(w), rounds=count)
    yield Figure(what, ours, "NumPy index arrays, by hand", hand, 5, "x")


def by_hand(w: Any) -> Any:
    """The matrix of ``LAYER`` as somebody would write it who needs it once: all taps of all outputs by broadcasting."""
    from scipy import sparse

    o, j1, j2, c, i1, i2 = np.ogrid[:16, :32, :32, :8, :3, :3]
    t1, t2 = 2 * j1 + i1 - 1, 2 * j2 + i2 - 1
    inside = (t1 >= 0) & (t1 < 64) & (t2 >= 0) & (t2 < 64)
    shape = (16, 32, 32, 8, 3, 3)
    inside = np.broadcast_to(inside, shape)
    rows = np.broadcast_to((o * 32 + j1) * 32 + j2, shape)[inside]
    columns = np.broadcast_to((c * 64 + t1) * 64 + t2, shape)[inside]
    values = np.broadcast_to(w[:, None, None], shape)[inside]
    return sparse.coo_array((values, (rows, columns)), shape=(16 * 32 * 32, 8 * 64 * 64)).tocsr()


def _sharing(w: Any, count: int) -> Iterator[Figure]:
    made = sharing(SHARED)
    bank = made(w)
    target = np.empty_like(bank)
    maps = {"E": lambda: made(w), "E^T": lambda: made.adjoint(bank)}
    for name, action in maps.items():  # each by itself: what the other one frees would change where memory comes from
        taken, copy = in_turn(action, lambda: np.copyto(target, bank), rounds=count)
        yield Figure(f"{name} of 4.2 million entries", taken, "copy of as many", copy, 10, "x")


def _fields(count: int) -> Figure:
    """Both in fresh interpreters, in which the package has been loaded already for the fields."""
    prepare = "import symstride\nfrom benchmarks.theory import resnet_152\nnetwork = resnet_152()"
    taken: tuple[list[float], list[float]] = [], []
    for _ in range(count):
        taken[0].extend(timed_in_one_process(prepare, ["dict(symstride.receptive_field(network))"]))
        taken[1].extend(timed_in_one_process("", ["import sympy"]))
    fields, sympy = map(median, taken)
    return Figure("fields of ResNet-152", fields, "import sympy", sympy, 1, "x")


def resnet_152() -> Network:
    """Its layers and normalisations, without numbers."""
    build = Builder("ResNet-152")

    def made(x: str, out: int, k: int, s: int = 1) -> str:
        y = build.add(Conv(build.shapes[x][0], out, (k, k), s, k // 2, bias=False), x)
        return build.add(op.BatchNorm(), y)

    x = build.add(op.Pointwise("relu"), made(build.input("x", (3, 224, 224)), 64, 7, 2))
    x = build.add(op.MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)), x)
    for stage, blocks in enumerate((3, 8, 36, 3)):
        width = 64 * 2**stage
        for block in range(blocks):
            s = 2 if stage and not block else 1
            y = build.add(op.Pointwise("relu"), made(x, width, 1))
            y = build.add(op.Pointwise("relu"), made(y, width, 3, s))
            short = x if block else made(x, 4 * width, 1, s)
            x = build.add(op.Pointwise("relu"), build.add(op.Add(), made(y, 4 * width, 1), short))
    return build.network(x)
