"""Building a bank: a layer expanded, and the table filled that says which weight stands where.

The yardstick is the proof about the same bank once the general theorem stands: what building adds to proving.
"""

from __future__ import annotations

from collections.abc import Iterator

from benchmarks.clock import rounds, timed_in_one_process
from benchmarks.record import Figure

TOPIC = "Building a bank"
ROUNDS = 7
LAYERS = (
    ("2-D, k = 3, s = 2", "kernel=(3, 3), stride=2, padding=1"),
    ("2-D, k = 31, s = 16", "kernel=(31, 31), stride=16, padding=15"),
)
_PREPARE = """
import symstride
other = symstride.Conv(2, 2, kernel=(5, 5), stride=3, padding=1)
symstride.prove(other), symstride.expand(other).table
layer = symstride.Conv(512, 512, {numbers})
"""
_ACTIONS = ("symstride.expand(layer).table", "symstride.prove(layer)")


def figures(quick: bool = False) -> Iterator[Figure]:
    """A small layer and a large one, each met for the first time by a fresh interpreter."""
    for words, numbers in LAYERS:
        prepare = _PREPARE.format(numbers=numbers)
        runs = [timed_in_one_process(prepare, _ACTIONS) for _ in range(rounds(ROUNDS, quick))]
        built, proved = (min(taken) for taken in zip(*runs, strict=True))
        yield Figure(f"the bank of one layer ({words}), built", built, "the same layer proved", proved, topic=TOPIC)
