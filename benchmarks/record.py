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


def in_turn(*actions: Callable[[], object], rounds: int) -> list[float]:
    """The median time of each action, all of them once a round, so that they meet the same disturbances."""
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, taken in zip(actions, times, strict=True):
            began = time.perf_counter()
            action()
            taken.append(time.perf_counter() - began)
    return [median(taken) for taken in times]


def interpreter(*words: str) -> Callable[[], object]:
    """An action that runs a fresh interpreter with these words."""
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True, timeout=300)


def cold(*steps: tuple[str, str], rounds: int) -> list[float]:
    """The median time of each (preparation, action), as code in fresh interpreters; preparations are not counted.

    For what a process does once and then remembers, such as proving the general theorem.
    """
    times: list[list[float]] = [[] for _ in steps]
    for _ in range(rounds):
        for (preparation, action), taken in zip(steps, times, strict=True):
            code = (
                f"{preparation}\nimport time\nbegan = time.perf_counter()\n{action}\nprint(time.perf_counter() - began)"
            )
            run = [sys.executable, "-c", code]
            done = subprocess.run(run, check=True, capture_output=True, text=True, timeout=300)
            taken.append(float(done.stdout))
    return [median(taken) for taken in times]
