"""The plots: one for each hyper-parameter, times above and the certificate's length below, in SVG.

The same data give the same bytes: no date, fixed ids, and letters as outlines, so that no font has to be there.  Each
plot is drawn twice, for light pages and for dark ones; both have a transparent ground.
"""

from __future__ import annotations

import hashlib
import io
from collections.abc import Iterator, Mapping, Sequence
from dataclasses import dataclass
from typing import TYPE_CHECKING, Any

from benchmarks.growth.points import SWEEPS, Sweep
from benchmarks.growth.series import SIZE, TIMES, Cost, series

if TYPE_CHECKING:
    from matplotlib.axes import Axes
    from matplotlib.figure import Figure


@dataclass(frozen=True, slots=True)
class Scheme:
    """Colours for one kind of page: text, grid, and a colour for each cost, told apart without red against green."""

    name: str
    ink: str
    grid: str
    colours: Mapping[str, str]


SCHEMES = (
    Scheme("light", "#333333", "#dddddd", {
        "dense": "#b3470d", "sparse": "#8a6a00", "replay": "#00795a", "prove": "#0062a8", "weight": "#a03a7a",
        "bytes": "#333333",
    }),
    Scheme("dark", "#d4d4d4", "#3a3d42", {
        "dense": "#ff9357", "sparse": "#e3c24a", "replay": "#3ed3a4", "prove": "#62b8f0", "weight": "#ec9ccb",
        "bytes": "#d4d4d4",
    }),
)  # fmt: skip
MARKERS = {"dense": "s", "sparse": "D", "replay": "^", "prove": "o", "weight": "v", "bytes": "o"}
"""A shape for each cost as well, for whoever sees no colours."""

WIDTH, HEIGHT = 4.8, 5.4
"""Inches of 72 points: narrow, so that letters stay readable on a phone."""

SETTINGS = {
    "font.family": "DejaVu Sans",  # comes with matplotlib
    "font.size": 10,
    "svg.fonttype": "path",
    "svg.hashsalt": "symstride",
    "axes.spines.top": False,
    "axes.spines.right": False,
}
INKED = ("text.color", "axes.labelcolor", "axes.edgecolor", "xtick.color", "ytick.color")


def drawings(data: Mapping[str, Any], source: str) -> Iterator[tuple[str, str]]:
    """File name and SVG of every plot; ``source`` is the text of the data, whose digest each file carries."""
    digest = digest_of(source)
    for sweep in SWEEPS:
        for scheme in SCHEMES:
            yield f"growth-{sweep.variable}-{scheme.name}.svg", svg(data, sweep, scheme, digest)


def digest_of(source: str) -> str:
    """What a plot says about the data that it shows."""
    return f"growth.json sha256 {hashlib.sha256(source.encode()).hexdigest()}"


def svg(data: Mapping[str, Any], sweep: Sweep, scheme: Scheme, digest: str) -> str:
    """One plot as text."""
    import matplotlib as mpl
    from matplotlib.figure import Figure

    colours = dict.fromkeys(INKED, scheme.ink)
    with mpl.rc_context({**mpl.rcParamsDefault, **SETTINGS, **colours, "grid.color": scheme.grid}):
        drawing = Figure(figsize=(WIDTH, HEIGHT), layout="constrained")
        _draw(drawing, data, sweep, scheme)
        buffer = io.StringIO()
        drawing.savefig(buffer, format="svg", transparent=True, metadata={"Date": None, "Description": digest})
    return "".join(f"{line.rstrip()}\n" for line in buffer.getvalue().splitlines())


def _draw(drawing: Figure, data: Mapping[str, Any], sweep: Sweep, scheme: Scheme) -> None:
    times, size = drawing.subplots(2, 1, sharex=True, height_ratios=(3, 1))
    for cost in TIMES:
        style = {"marker": MARKERS[cost.key], "markersize": 5, "color": scheme.colours[cost.key], "label": cost.name}
        style |= {"linestyle": "-"} if cost.ours else {"linestyle": (0, (4, 2)), "markerfacecolor": "none"}
        times.plot(*_columns(data, sweep, cost), **style)
    size.plot(*_columns(data, sweep, SIZE, scale=1e-3), marker="o", markersize=4, color=scheme.colours["bytes"])
    times.set_yscale("log")
    times.set_ylabel("time in seconds (log scale)")
    size.set_ylabel("certificate\nin kB")
    size.set_ylim(0, 1.2 * size.dataLim.ymax)
    size.set_xlabel(sweep.title if sweep.variable == "axes" else f"{sweep.title} (log scale)")
    _ticks(size, sweep)
    for axes in (times, size):
        axes.grid(True, linewidth=0.6)
        axes.set_axisbelow(True)
    drawing.legend(*times.get_legend_handles_labels(), loc="outside upper left", ncols=2, frameon=False, fontsize=9)


def _columns(data: Mapping[str, Any], sweep: Sweep, cost: Cost, scale: float = 1.0) -> tuple[list[int], list[float]]:
    found = series(data["rows"], sweep, cost)
    return [x for x, _ in found], [y * scale for _, y in found]


def _ticks(axes: Axes, sweep: Sweep) -> None:
    """Ticks at measured values; a logarithmic scale, except for the number of axes, which is an exponent itself."""
    if sweep.variable == "axes":
        shown = list(sweep.values)
    else:
        axes.set_xscale("log")
        shown = thinned(sweep.values)
    axes.set_xticks(shown, [f"{value:,}" for value in shown])
    axes.set_xticks([], minor=True)


def thinned(values: Sequence[int]) -> list[int]:
    """The first value, and then each that is far enough from the last one kept for their numbers not to touch.

    Far enough is an eleventh of the logarithmic axis.
    """
    apart = (values[-1] / values[0]) ** (1 / 11)
    kept = [values[0]]
    for value in values[1:]:
        if value >= apart * kept[-1]:
            kept.append(value)
    return kept
