"""``growth.md``: how fast each cost grows, as numbers."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Any

from benchmarks.growth.points import SWEEPS, Sweep
from benchmarks.growth.series import COSTS, Cost, exponent, factor, series
from benchmarks.table import table

NOTHING = "\N{EN DASH}"


def page(data: Mapping[str, Any]) -> str:
    """A row for each cost, a column for each hyper-parameter."""
    head = ["cost", *(f"{sweep.variable} {sweep.letter}" for sweep in SWEEPS)]
    rows = [[cost.name, *(growth(data, sweep, cost) for sweep in SWEEPS)] for cost in COSTS]
    return f"{table(head, rows)}\n{data['machine']}\n"


def growth(data: Mapping[str, Any], sweep: Sweep, cost: Cost) -> str:
    """``$N^{3.9}$``, or ``x 2.1 per axis``; a dash where too little was measured."""
    found = series(data["rows"], sweep, cost)
    if sweep.variable == "axes":
        times = factor(found)
        return NOTHING if times is None else f"× {times:.3g} per axis"
    power = exponent(found)
    return NOTHING if power is None else f"${sweep.letter}^{{{signless_zero(power)}}}$"


def signless_zero(power: float) -> str:
    """One decimal, and never ``-0.0``."""
    return f"{power:.1f}".replace("-0.0", "0.0")
