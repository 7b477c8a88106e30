"""Runs the workers and keeps the least of each time; ``growth.json`` is what comes of it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Mapping, Sequence
from dataclasses import asdict, fields
from pathlib import Path
from typing import Any

from benchmarks.growth.points import Point, points
from benchmarks.table import machine

ROOT = Path(__file__).resolve().parent.parent.parent
ROUNDS = 4
TIME_LIMIT = 600
SMALLER = 0.1
"""In every round but the first, SymPy compares matrices up to this share of the limits."""
COORDINATES = tuple(field.name for field in fields(Point))


def measured(quick: bool = False) -> dict[str, Any]:
    """The data of all plots: rows with a point's coordinates and its costs, and the machine.

    Every round is a fresh interpreter that meets the points in another order; the first one has SymPy
    compare the larger matrices as well.  The least time counts, because a disturbance can only add to a time.
    """
    wanted, count = points(quick), 1 if quick else ROUNDS
    runs = [_run(turned(wanted, number, count), share=1.0 if number == 0 else SMALLER) for number in range(count)]
    rows = [least([run[point] for run in runs]) for point in wanted]
    return {"machine": machine(), "rows": [asdict(point) | row for point, row in zip(wanted, rows, strict=True)]}


def text_of(data: Mapping[str, Any]) -> str:
    """The data as JSON with one row on a line, so that a change reads well."""
    rows = ",\n".join(f"    {json.dumps(row)}" for row in data["rows"])
    return f'{{\n  "machine": {json.dumps(data["machine"])},\n  "rows": [\n{rows}\n  ]\n}}\n'


def least(found: Sequence[Mapping[str, float]]) -> dict[str, float]:
    """The least value of each cost, times with four digits; what only some runs have measured counts as well."""
    costs = dict.fromkeys(cost for row in found for cost in row)
    return {cost: rounded(min(row[cost] for row in found if cost in row)) for cost in costs}


def rounded(value: float) -> float:
    return value if isinstance(value, int) else float(f"{value:.4g}")


def turned(wanted: Sequence[Point], number: int, count: int) -> list[Point]:
    start = len(wanted) * number // count
    return [*wanted[start:], *wanted[:start]]


def _run(wanted: Sequence[Point], share: float) -> dict[Point, dict[str, float]]:
    asked = json.dumps({"points": [asdict(point) for point in wanted], "share": share})
    run = [sys.executable, "-m", "benchmarks.growth.worker"]
    done = subprocess.run(run, input=asked, stdout=subprocess.PIPE, text=True, check=True, cwd=ROOT, timeout=TIME_LIMIT)
    found = {}
    for row in json.loads(done.stdout):
        point = Point(**{name: row.pop(name) for name in COORDINATES})
        found[point] = row
    return found
