"""The picture of how taps fall into phases: geometry as plain data, drawn as TikZ or as SVG.

One column for each input place that the expanded kernel covers, one row for each output phase.  The upper grid has
the places in the order of the signal, cut into cells u; the lower one has the same columns sorted by phase rho,
which is the bank.  Phases differ by colour and carry their numbers, so that the picture survives a black-and-white
printer.
"""

from __future__ import annotations

import re
from collections.abc import Sequence
from dataclasses import dataclass
from html import escape
from itertools import chain
from typing import Final, TypeAlias

from symstride.render.escaping import GREEK_SIGNS

MAX_COLUMNS: Final = 40
"""More columns than this cannot be read; the paper shows an example instead."""
MAX_ROWS: Final = 4
"""Most output phases that are drawn."""
WIDTH: Final = 142.0
"""Millimetres that the grid may take."""
LEFT: Final = 13.0
"""Millimetres for the row labels."""

PALETTE: Final = ("4477AA", "EE6677", "228833", "CCBB44", "66CCEE", "AA3377", "999933", "882255")
"""Colours that colour-blind readers can tell apart (after Paul Tol); phases beyond the eighth start again."""


@dataclass(frozen=True, slots=True)
class Rectangle:
    """A rectangle; ``phase`` picks its colour, ``strong`` its strength, None leaves it empty with a thick border."""

    x: float
    y: float
    width: float
    height: float
    phase: int | None
    strong: bool = False


@dataclass(frozen=True, slots=True)
class Label:
    """A short formula centred at a point: digits, signs and Greek letters only; ``size`` in millimetres."""

    x: float
    y: float
    text: str
    size: float


Shape: TypeAlias = Rectangle | Label


@dataclass(frozen=True, slots=True)
class Figure:
    """Shapes in millimetres, the origin at the upper left; ``about`` is the caption, as running text."""

    width: float
    height: float
    shapes: tuple[Shape, ...]
    about: str


@dataclass(frozen=True, slots=True)
class Taps:
    """Where taps fall along one axis: ``table[tau][rho][column]`` is a tap or -1, the first column being u = low."""

    table: tuple[tuple[tuple[int, ...], ...], ...]
    low: int

    @property
    def phases(self) -> int:
        return len(self.table[0])

    @property
    def cells(self) -> int:
        return len(self.table[0][0])


def can_draw(phases: int, cells: int) -> bool:
    """Is a picture of so many phases and cell offsets readable?"""
    return phases * cells <= MAX_COLUMNS


def draw(taps: Taps, about: str) -> Figure:
    """The picture of one axis."""
    columns = taps.phases * taps.cells
    rows = min(len(taps.table), MAX_ROWS)
    side = min(7.0, WIDTH / (columns + 0.4 * taps.phases))
    signal = [(cell, rho) for cell in range(taps.cells) for rho in range(taps.phases)]
    sorted_ = [(cell, rho) for rho in range(taps.phases) for cell in range(taps.cells)]
    top = 5.0
    upper = _grid(taps, signal, side, top, [f"u={taps.low + cell}" for cell in range(taps.cells)], taps.phases, 0.0)
    bottom = top + side * (rows + 1) + 6.0
    heads = [rf"\rho={rho}" for rho in range(taps.phases)]
    lower = _grid(taps, sorted_, side, bottom, heads, taps.cells, 0.4 * side)
    shapes = [*upper, *lower]
    below = side * (rows + 1)
    for n, (_, rho) in enumerate(signal):
        shapes.append(Label(LEFT + side * (n + 0.5), top + side * (rows + 0.5), str(rho), _letters(side)))
    gaps = [0.4 * side * (n // taps.cells) for n in range(columns)]
    for n, (cell, _) in enumerate(sorted_):
        x = LEFT + side * (n + 0.5) + gaps[n]
        shapes.append(Label(x, bottom + side * (rows + 0.5), str(taps.low + cell), _letters(side)))
    shapes += [
        Label(LEFT - 6.5, top + side * (rows + 0.5), r"\rho", 3.0),
        Label(LEFT - 6.5, bottom + side * (rows + 0.5), "u", 3.0),
    ]
    width = LEFT + side * columns + gaps[-1] + 1.0
    return Figure(round(width, 3), round(bottom + below + 0.5, 3), tuple(map(_rounded, shapes)), about)


def _grid(taps: Taps, order: Sequence[tuple[int, int]], side: float, top: float, heads: Sequence[str], group: int,
          gap: float) -> list[Shape]:  # fmt: skip
    """One grid: boxes with the taps in them, a frame around every ``group`` columns, a head above each frame."""
    rows = min(len(taps.table), MAX_ROWS)
    shapes: list[Shape] = []
    for tau in range(rows):
        y = top + side * tau
        if len(taps.table) > 1:
            shapes.append(Label(LEFT - 6.5, y + side / 2, rf"\tau={tau}", 3.0))
        for n, (cell, rho) in enumerate(order):
            x = LEFT + side * n + gap * (n // group)
            tap = taps.table[tau][rho][cell]
            shapes.append(Rectangle(x, y, side, side, rho, tap >= 0))
            shapes.append(Label(x + side / 2, y + side / 2, str(tap) if tap >= 0 else r"\cdot", _letters(side) * 1.15))
    narrow = group * side < 8.5
    for n, head in enumerate(heads):
        x = LEFT + n * (group * side + gap)
        shapes.append(Rectangle(x, top, group * side, side * rows, None))
        text = head.partition("=")[2] if narrow else head
        shapes.append(Label(x + group * side / 2, top - 2.2, text, 2.8))
    return shapes


def _letters(side: float) -> float:
    return min(3.0, 0.52 * side)


def _rounded(shape: Shape) -> Shape:
    if isinstance(shape, Label):
        return Label(round(shape.x, 3), round(shape.y, 3), shape.text, round(shape.size, 3))
    x, y, width, height = (round(v, 3) for v in (shape.x, shape.y, shape.width, shape.height))
    return Rectangle(x, y, width, height, shape.phase, shape.strong)


# ------------------------------------------------------------------------------------------------ TikZ


def tikz(figure: Figure) -> str:
    """The figure as a tikzpicture in millimetres; needs the package tikz and the colours of ``palette_tex``."""
    lines = [r"\begin{tikzpicture}[x=1mm,y=-1mm]"]
    lines += [f"\\useasboundingbox (0,0) rectangle ({figure.width:g},{figure.height:g});"]
    lines += [tikz_shape(shape) for shape in figure.shapes]
    return "\n".join([*lines, r"\end{tikzpicture}"])


def tikz_shape(shape: Shape) -> str:
    """One shape as TikZ."""
    if isinstance(shape, Label):
        points = round(shape.size * 2.6, 2)
        font = rf"\fontsize{{{points:g}}}{{{points:g}}}\selectfont"
        return rf"\node[inner sep=0pt,font={font}] at ({shape.x:g},{shape.y:g}) {{${shape.text}$}};"
    corner = f"({shape.x:g},{shape.y:g}) rectangle ++({shape.width:g},{shape.height:g});"
    if shape.phase is None:
        return rf"\draw[line width=0.8pt] {corner}"
    strength = 55 if shape.strong else 12
    return rf"\filldraw[line width=0.2pt,draw=black!45,fill=phase{shape.phase % len(PALETTE)}!{strength}] {corner}"


def palette_tex() -> list[tuple[str, str]]:
    """Names and hexadecimal values of the colours."""
    return [(f"phase{n}", value) for n, value in enumerate(PALETTE)]


# ------------------------------------------------------------------------------------------------ SVG

_SIGNS: Final = {r"\cdot": "·", "-": "−", "=": " = "}
_STYLED: Final = re.compile(r"\\[a-z]+\{([A-Za-z])\}")


def svg(figure: Figure) -> str:
    """The figure as one svg element that scales with the page; colours of text and frames follow the page."""
    size = f"{figure.width:g} {figure.height:g}"
    head = f'<svg class="taps" viewBox="0 0 {size}" role="img" style="max-width:{figure.width * 1.25:g}mm">'
    return "".join([head, *map(_svg_shape, figure.shapes), "</svg>"])


def _svg_shape(shape: Shape) -> str:
    if isinstance(shape, Label):
        text = _STYLED.sub(r"\1", shape.text)
        for command, sign in chain(_SIGNS.items(), GREEK_SIGNS.items()):
            text = text.replace(command, sign)
        return f'<text x="{shape.x:g}" y="{shape.y:g}" font-size="{shape.size:g}">{escape(text)}</text>'
    where = f'x="{shape.x:g}" y="{shape.y:g}" width="{shape.width:g}" height="{shape.height:g}"'
    if shape.phase is None:
        return f'<rect class="frame" {where}/>'
    opacity = "0.62" if shape.strong else "0.16"
    return f'<rect class="cell" {where} fill="#{PALETTE[shape.phase % len(PALETTE)]}" fill-opacity="{opacity}"/>'
