"""One figure of the benchmarks, and how times are taken."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable
from dataclasses import dataclass
from statistics import median


@dataclass(frozen=True, slots=True)
class Figure:
    """``seconds`` for ``what``, against ``yardstick_seconds`` for ``yardstick``, both measured in this run.

    ``target`` is the promise: at most this many seconds (``unit="s"``), at most this ratio (``"x"``), or at least
    this many times faster than the yardstick (``"faster"``).
    """

    what: str
    seconds: float
    yardstick: str
    yardstick_seconds: float
    target: float
    unit: str

    @property
    def ratio(self) -> float:
        return self.seconds / self.yardstick_seconds

    @property
    def kept(self) -> bool:
        """Whether the promise is kept."""
        if self.unit == "faster":
            return 1 / self.ratio >= self.target
        return (self.seconds if self.unit == "s" else self.ratio) <= self.target


def best(action: Callable[[], object], rounds: int = 5, prepare: Callable[[], object] = lambda: None) -> float:
    """The shortest time of some rounds: what the machine can do when nothing else interferes."""
    return min(_once(action, prepare) for _ in range(rounds))


def middle(action: Callable[[], object], rounds: int = 9, prepare: Callable[[], object] = lambda: None) -> float:
    """The median time of some rounds: for what starts programs, where the best round is luck."""
    return median(_once(action, prepare) for _ in range(rounds))


def _once(action: Callable[[], object], prepare: Callable[[], object]) -> float:
    prepare()
    began = time.perf_counter()
    action()
    return time.perf_counter() - began


def interpreter(code: str) -> Callable[[], object]:
    """An action that runs ``code`` in a fresh interpreter."""
    return lambda: subprocess.run([sys.executable, "-c", code], check=True, capture_output=True, timeout=300)
