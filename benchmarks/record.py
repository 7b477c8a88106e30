"""What a benchmark hands back: a figure, a certificate, or the name of a tool that is not there."""

from __future__ import annotations

from dataclasses import dataclass
from typing import TypeAlias

TOPICS = ("Weights", "Building a bank", "Sparse SymPy matrices", "z3 and the integer lemmas", "einconv", "Rocq")
"""What the package is compared with, in the order of the page."""


@dataclass(frozen=True, slots=True)
class Figure:
    """``seconds`` for ``what``, against ``yardstick_seconds`` for ``yardstick``, both measured in this run.

    ``target`` is the promise: at most this many seconds (``unit="s"``), at most this ratio (``"x"``), or at least
    this many times faster than the yardstick (``"faster"``).  Without a target nothing is promised: a comparison, under
    the heading ``topic``, one of ``TOPICS``.  With ``measure="bytes"`` both are bytes of memory, and no times.
    """

    what: str
    seconds: float
    yardstick: str
    yardstick_seconds: float
    target: float | None = None
    unit: str = ""
    topic: str = ""
    measure: str = "seconds"

    @property
    def ratio(self) -> float:
        return self.seconds / self.yardstick_seconds

    @property
    def kept(self) -> bool:
        """Whether the promise is kept; nothing promised is nothing broken."""
        if self.target is None:
            return True
        if self.unit == "faster":
            return 1 / self.ratio >= self.target
        return (self.seconds if self.unit == "s" else self.ratio) <= self.target


@dataclass(frozen=True, slots=True)
class Certificate:
    """A theorem as data: applications of the kernel's rules, length of the text, and both times beside."""

    what: str
    steps: int
    size: int
    """Bytes of the certificate's text."""
    derived: float
    replayed: float


@dataclass(frozen=True, slots=True)
class Missing:
    """``what`` was not measured, because ``tool`` is not installed; ``how`` gets it."""

    what: str
    tool: str
    how: str


Result: TypeAlias = Figure | Certificate | Missing
