"""How times are taken."""

from __future__ import annotations

import subprocess
import sys
import time
from collections.abc import Callable, Sequence
from statistics import median

TIME_LIMIT = 300
"""Seconds for one fresh interpreter."""


def rounds(usual: int, quick: bool) -> int:
    """How often to measure: in a quick run a third as often, and at least once."""
    return max(1, usual // 3) if quick else usual


def in_turn(*actions: Callable[[], object], rounds: int, of: Callable[[list[float]], float] = median) -> list[float]:
    """The median time of each action, all of them once a round, so that they meet the same disturbances.

    ``of=min`` takes the least: a disturbance can only add to a time.
    """
    times: list[list[float]] = [[] for _ in actions]
    for _ in range(rounds):
        for action, taken in zip(actions, times, strict=True):
            began = time.perf_counter()
            action()
            taken.append(time.perf_counter() - began)
    return [of(taken) for taken in times]


def interpreter(*words: str) -> Callable[[], object]:
    """An action that runs a fresh interpreter with these words."""
    return lambda: subprocess.run([sys.executable, *words], check=True, capture_output=True, timeout=TIME_LIMIT)


def cold(*steps: tuple[str, str], rounds: int) -> list[float]:
    """The median time of each (preparation, action), as code in fresh interpreters; preparations are not counted.

    For what a process does once and then remembers, such as proving the general theorem.
    """
    times: list[list[float]] = [[] for _ in steps]
    for _ in range(rounds):
        for (preparation, action), taken in zip(steps, times, strict=True):
            taken += timed_in_one_process(preparation, [action])
    return [median(taken) for taken in times]


def timed_in_one_process(preparation: str, actions: Sequence[str]) -> list[float]:
    """The time of each action, one after the other in one fresh interpreter, after a preparation that is not counted.

    The garbage collector is on, as it is for users, and starts each action with nothing left over to collect.
    """
    lines = ["import gc, time", preparation]
    for action in actions:
        lines += ["gc.collect()", "began = time.perf_counter()", action, "print(time.perf_counter() - began)"]
    run = [sys.executable, "-c", "\n".join(lines)]
    done = subprocess.run(run, check=True, stdout=subprocess.PIPE, text=True, timeout=TIME_LIMIT)  # errors are seen
    return [float(line) for line in done.stdout.splitlines()]
