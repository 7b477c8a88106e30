"""One axis of a layer on numbers: which places each output reads, and where its taps stand in the bank.

What pictures show comes from here: reads from the layer's own sum, places of taps from the table of its bank.
"""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from functools import cached_property
from typing import Literal, TypeAlias

from symstride.algebra.sizes import EMPTY, AxisBank

Reduction: TypeAlias = Literal["sum", "max", "mean"]
"""What an output is: a weighted sum of what it reads, the largest of it, or its mean."""


@dataclass(frozen=True)
class AxisTaps:
    """One axis of a bank on numbers: which tap stands where."""

    bank: AxisBank

    @property
    def kernel(self) -> int:
        return int(self.bank.axis.kernel)

    @property
    def stride(self) -> int:
        return int(self.bank.axis.stride)

    @property
    def dilation(self) -> int:
        return int(self.bank.axis.dilation)

    @property
    def low(self) -> int:
        return int(self.bank.axis.low)

    @property
    def span(self) -> int:
        """Places from the first that an output reads to the last."""
        return int(self.bank.axis.span)

    @property
    def phases(self) -> int:
        """``S``, how many phases the input has."""
        return int(self.bank.S)

    @property
    def output_phases(self) -> int:
        """``a``."""
        return int(self.bank.a)

    @property
    def offsets(self) -> range:
        """``umin <= u <= umax``."""
        return range(int(self.bank.umin), int(self.bank.umax) + 1)

    def taps(self, tau: int, rho: int) -> Iterator[tuple[int, int | None]]:
        """(u, tap) along the kernel from input phase ``rho`` to output phase ``tau``; None is a structural zero."""
        for u, tap in zip(self.offsets, self.bank.table[tau, rho].tolist(), strict=True):
            yield u, None if tap == EMPTY else tap

    @cached_property
    def live(self) -> frozenset[int]:
        """The phases that some tap reads."""
        return frozenset(self.bank.live)


@dataclass(frozen=True)
class Track(AxisTaps):
    """A strided axis: ``size`` places ``N`` of the input, ``outputs`` places ``M``, and the bank along the axis.

    Places have the numbers ``0 <= n < N``; negative ones and those from ``N`` on are padding, which repeats the input
    where ``circular`` says so.  Place ``n`` is phase ``rho`` of cell ``m`` when ``n + start = S*m + rho``.
    ``divisors`` are what the sums of an average pool are divided by, along this axis, one for each output.
    """

    size: int
    outputs: int
    circular: bool = False
    kind: Reduction = "sum"
    divisors: tuple[int, ...] = ()

    @property
    def start(self) -> int:
        """How many places before the input the first cell begins."""
        return 0 if self.bank.origin == "image" else self.low

    @property
    def sorted_places(self) -> int:
        """Places that are sorted into phases: those of the input, with the padding where the cells begin there."""
        return int(self.bank.places(self.size))

    @property
    def cells(self) -> int:
        """How many cells these places fill, the last one maybe in part."""
        return int(self.bank.cells(self.size))

    # ------------------------------------------------------------ places

    def place(self, cell: int, rho: int) -> int:
        """The number of a place: phase ``rho`` of a cell."""
        return self.phases * cell + rho - self.start

    def phase_of(self, place: int) -> int:
        return (place + self.start) % self.phases

    def cell_of(self, place: int) -> int:
        return (place + self.start) // self.phases

    def source(self, place: int) -> int | None:
        """The input place whose value stands at a place: itself, its copy where the input repeats, or None for 0."""
        if 0 <= place < self.size:
            return place
        return place % self.size if self.circular else None

    def is_ghost(self, place: int) -> bool:
        """Whether a place is one that the last cell has too many."""
        return self.sorted_places <= place + self.start < self.phases * self.cells

    # ------------------------------------------------------------ who reads what

    def reads(self, output: int) -> Iterator[tuple[int, int]]:
        """(tap, place) for each tap of one output, places outside of the input among them."""
        first = self.stride * output - self.low
        for tap in range(self.kernel):
            yield tap, first + self.dilation * tap

    @cached_property
    def readers(self) -> dict[int, frozenset[int]]:
        """For each place that is read and has a value, the outputs that read it."""
        found: dict[int, set[int]] = {}
        for output in range(self.outputs):
            for _, place in self.reads(output):
                if self.source(place) is not None:
                    found.setdefault(place, set()).add(output)
        return {place: frozenset(outputs) for place, outputs in found.items()}

    @property
    def first(self) -> int:
        """The first place that is drawn: the first one of the padding, or of the input."""
        return min(0, -self.low, -self.start)

    @property
    def last(self) -> int:
        """The last place that is drawn: the last one that is read, or the last of the input."""
        reach = self.stride * (self.outputs - 1) + self.span - 1 - self.low
        return max(self.size - 1, reach)
