"""What is measured: a few sweeps, each of which changes one hyper-parameter and leaves the others as they are."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass, replace

DENSE_LIMIT = 10_000_000
"""Entries of the three dense matrices together, zeros included, up to which SymPy is asked to make them."""

SPARSE_LIMIT = 300_000
"""Non-zero entries up to which SymPy is asked for sparse matrices."""


@dataclass(frozen=True, slots=True)
class Point:
    """A layer and its input size, the same on every axis; as many channels in as out, padding ``kernel // 2``."""

    kernel: int
    stride: int
    axes: int
    channels: int
    size: int

    @property
    def padding(self) -> int:
        return self.kernel // 2

    @property
    def outputs(self) -> int:
        """Places of the output on one axis: ``(N + 2p - k) div s + 1``."""
        return (self.size + 2 * self.padding - self.kernel) // self.stride + 1

    @property
    def dense_entries(self) -> int:
        """Entries of the strided layer's matrix, the bank's and the phases' together."""
        rows = self.channels * self.outputs**self.axes
        columns = self.channels * self.size**self.axes
        cells = self.channels * (-(-self.size // self.stride) * self.stride) ** self.axes
        return rows * columns + rows * cells + cells * columns

    @property
    def sparse_entries(self) -> int:
        """At most so many entries of the three matrices are not zero."""
        taps = self.channels**2 * (self.outputs * self.kernel) ** self.axes
        return 2 * taps + self.channels * self.size**self.axes


@dataclass(frozen=True, slots=True)
class Sweep:
    """``variable`` takes ``values``, the rest of ``base`` stays.  ``letter`` and ``title`` are for people."""

    variable: str
    letter: str
    title: str
    base: Point
    values: tuple[int, ...]

    def points(self) -> list[Point]:
        return [replace(self.base, **{self.variable: value}) for value in self.values]

    @property
    def constant(self) -> str:
        """What stays the same, in words."""
        letters = {"kernel": "k", "stride": "s", "channels": "C", "size": "N"}
        kept = [f"{letter} = {getattr(self.base, name)}" for name, letter in letters.items() if name != self.variable]
        return ", ".join(([] if self.variable == "axes" else [f"{self.base.axes}-D"]) + kept)


SWEEPS = (
    Sweep("kernel", "k", "kernel size k, in taps on each axis", Point(3, 2, 2, 1, 32), (1, 2, 3, 5, 7, 11, 15, 31)),
    Sweep("stride", "s", "stride s, in places on each axis", Point(3, 2, 2, 1, 32), (1, 2, 3, 4, 6, 8, 16)),
    Sweep("axes", "d", "number of axes d", Point(3, 2, 2, 1, 8), (1, 2, 3, 4)),
    Sweep("channels", "C", "channels C, in and out", Point(3, 2, 2, 2, 8), (2, 4, 8, 16, 32, 64, 128, 256, 512)),
    Sweep("size", "N", "input size N, in places on each axis", Point(3, 2, 2, 1, 32),
          (4, 8, 16, 32, 48, 64, 128, 256, 1024, 4096, 16384)),
)  # fmt: skip


def points(quick: bool = False) -> list[Point]:
    """Every point once; in a quick run the three smallest of each sweep."""
    return list(dict.fromkeys(_points(quick)))


def _points(quick: bool) -> Iterator[Point]:
    for sweep in SWEEPS:
        yield from sweep.points()[: 3 if quick else None]
