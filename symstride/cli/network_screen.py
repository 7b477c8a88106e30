"""The table of a network on the screen: one row per layer that changes, then the totals."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from typing import TYPE_CHECKING

from symstride.cli.models import figures
from symstride.cli.screen import Screen

if TYPE_CHECKING:
    from symstride.network.table import LayerRow, LayerTable

_HEADS = ("layer", "what", "size", "channels", "kernel", "copies", "zeros", "multiply-adds")


def show_table(table: LayerTable, screen: Screen, whole: str = "the whole network") -> None:
    """Rows, and totals of ``whole``; old and new stand in one cell, with an arrow between what differs.

    Rows round large numbers.
    """
    heads = (*_HEADS, "ghosts") if table.scope == "network" else _HEADS
    rows = [tuple(_cells(row, table.scope)) for row in table.rows if row.kind not in REPEATED]
    if rows:
        screen.table(rows, heads=heads, title="Layers that change")
    else:
        screen.line("no layer changes: nothing has a stride or a dilation")
    repeated = len(table.rows) - len(rows)
    if repeated:
        screen.line(f"and {repeated} more, {', '.join(sorted(REPEATED))}: one number per channel, now one per phase")
    screen.table(list(_totals(table)), heads=(whole, "before", "without stride"))


def _cells(row: LayerRow, scope: str) -> Iterator[str]:
    amounts = row.amounts
    yield row.name
    yield f"{row.kind}{_steps('/', row.stride)}{_steps(' dilation ', row.dilation)}"
    yield _pair(_by(row.size), _by(row.output_size))
    yield _pair(_to(row.channels), _to(row.unit_channels))
    yield _pair(_by(row.kernel), _by(row.unit_kernel) or "gather")
    yield _pair(_about(amounts.parameters), _about(amounts.copies))
    yield _about(amounts.zeros)
    yield _pair(_about(amounts.multiply_adds), _about(amounts.unit_multiply_adds))
    if scope == "network":
        yield _ghosts(row)


REPEATED = frozenset({"Affine", "BatchNorm", "PRelu"})
"""Layers whose rows would say no more than that their numbers are repeated."""

ARROW = "\N{RIGHTWARDS ARROW}"


def _ghosts(row: LayerRow) -> str:
    """Why the ghosts of the input do no harm, axis by axis; nothing for what reads no windows."""
    reasons = row.reasons[0] if len(set(row.reasons)) == 1 else " ".join(row.reasons)
    return f"{reasons} ({_by(row.ghosts)})" if any(row.ghosts) else reasons


def _totals(table: LayerTable) -> Iterator[tuple[str, str, str]]:
    totals = table.totals
    yield "weights that are not structural zeros", _number(totals.parameters), _number(totals.copies)
    yield "structural zeros", "0", _number(totals.zeros)
    yield "multiply-adds", _number(totals.multiply_adds), _number(totals.unit_multiply_adds)
    yield "bytes of weights", figures(totals.bytes), figures(totals.unit_bytes)
    yield "bytes of values at once", figures(table.peak), figures(table.unit_peak)
    if table.scope == "network":
        yield "masks", "0", str(table.masks)


def _steps(word: str, numbers: Sequence[int]) -> str:
    if all(n == 1 for n in numbers):
        return ""
    return f"{word}{numbers[0] if len(set(numbers)) == 1 else _by(numbers)}"


def _by(numbers: Sequence[int]) -> str:
    return "x".join(map(str, numbers))


def _to(channels: Sequence[int]) -> str:
    return "-".join(map(str, channels))


def _pair(old: str, new: str) -> str:
    return old if old == new else f"{old} {ARROW} {new}"


def _number(value: int) -> str:
    return f"{value:,}"


def _about(value: int) -> str:
    """A number that fits into a narrow column: four digits and more are rounded, the totals below have all digits."""
    for power, unit in ((4, "T"), (3, "G"), (2, "M"), (1, "k")):
        if value >= 1000**power:
            return f"{value / 1000**power:.1f}{unit}"
    return str(value)


def table_data(table: LayerTable) -> dict[str, object]:
    """The table as plain data, for JSON."""
    from dataclasses import asdict

    return asdict(table)
