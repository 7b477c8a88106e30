"""The bank: where each weight of the kernel stands, on cells and sorted by phase, with the structural zeros."""

from __future__ import annotations

from collections.abc import Sequence
from itertools import product
from math import ceil
from typing import Final

from symstride.drawing.letters import width_of
from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import (
    LEAST,
    TITLE,
    ZERO,
    cell,
    counted,
    every,
    fitting,
    full,
    narrow,
    refuse_large,
    weight_name,
    widest_name,
)
from symstride.drawing.scene import Box, Scene, Sheet, Steps, Stroke, Word
from symstride.drawing.track import AxisTaps

MAX_COLUMNS: Final = 40
"""Most places of a kernel on its cells, along one axis that is drawn by itself."""
MAX_ROWS: Final = 4
"""Most output phases that are drawn; the caption says so."""
MAX_SIDE: Final = 32
"""The same for each of two axes."""
WIDTH: Final = 142.0
SQUARE: Final = 62.0
"""Millimetres of a kernel of two axes."""


def can_draw(track: AxisTaps) -> bool:
    """Whether one axis of the bank can be read."""
    return track.phases * len(track.offsets) <= MAX_COLUMNS


# ------------------------------------------------------------------------------------------------ one axis


def axis_bank_scene(track: AxisTaps, caption: str = "", unfolding: bool = False) -> Scene:
    """One axis: the taps in the order of the places, in cells; below, the same columns sorted by phase.

    ``unfolding``: in frames, the taps alone first, then one phase after another; the last frame stands for all.
    """
    hint = "draw the layer with a smaller kernel: all banks look alike"
    refuse_large("bank", track.phases * len(track.offsets), MAX_COLUMNS, "places of the kernel on its cells", hint)
    sheet, columns = Sheet(), track.phases * len(track.offsets)
    rows = min(track.output_phases, MAX_ROWS)
    side = min(7.0, WIDTH / (columns + 0.4 * track.phases))
    placed = [(u, rho) for u in track.offsets for rho in range(track.phases)]
    sorted_ = [(u, rho) for rho in range(track.phases) for u in track.offsets]
    top, apart = 7.4, 0.5 * side
    sheet.add(Word(0.0, 0.0, _axis_words(track), TITLE, "muted", "start"))
    heads = [f"$u={u}$" for u in track.offsets]
    always: list[Steps] = [None] * len(heads)
    below = _strip(sheet, track, placed, side, top, heads, always, track.phases, 0.0, rows)
    sheet.add(Word(0.0, below + 5.0, "sorted by phase: the bank", TITLE, "muted", "start"))
    heads = [rf"$\rho={rho}$" for rho in range(track.phases)]
    steps = track.phases + 1 if unfolding else 1
    turns: list[Steps] = [frozenset(range(rho + 1, steps)) if unfolding else None for rho in range(track.phases)]
    _strip(sheet, track, sorted_, side, below + 12.4, heads, turns, len(track.offsets), apart, rows)
    return sheet.scene(caption or bank_caption((track,)), steps, steps - 1)


def _axis_words(track: AxisTaps) -> str:
    dilation = f", {track.dilation} places apart" if track.dilation > 1 else ""
    return f"{counted(track.kernel, 'tap')}{dilation}, on cells of {counted(track.phases, 'place')}"


def _strip(
    sheet: Sheet, track: AxisTaps, order: list[tuple[int, int]], side: float, top: float, heads: list[str],
    turns: Sequence[Steps], group: int, apart: float, rows: int,
) -> float:  # fmt: skip
    """Columns in groups, each with a rim and a head and seen in its turn, numbers below; answers how far they reach."""
    table = [{(u, rho): tap for rho in range(track.phases) for u, tap in track.taps(tau, rho)} for tau in range(rows)]
    size = min(2.7, fitting(side, widest_name(track.kernel)))
    numbers = [str(rho) if apart == 0 else f"${u}$" for u, rho in order]
    small = max(LEAST, min(2.0, 0.45 * side))
    step = every(numbers, small, side)
    for n, (u, rho) in enumerate(order):
        x, style, turn = side * n + apart * (n // group), phase_style((rho,), (track.phases,)), turns[n // group]
        for tau in range(rows):
            _entry(sheet, x, top + side * tau, side, style, table[tau][u, rho], size, turn)
        if n % group % step == 0 and (n % group + step <= group or n % group == 0):
            sheet.add(Word(x + side / 2, top + side * rows + 1.7, numbers[n], small, "muted", steps=turn))
    wide = group * side
    if every(heads, 2.4, wide + apart) > 1:
        heads = [f"${head.strip('$').partition('=')[2]}$" for head in heads]
    step = every(heads, 2.4, wide + apart)
    for n, head in enumerate(heads):
        x = n * (wide + apart)
        sheet.add(Box(x, top, wide, side * rows, "rim", turns[n]))
        if n % step == 0:
            sheet.add(Word(x + wide / 2, top - 2.0, head, 2.4, steps=turns[n]))
    if rows > 1:
        for tau in range(rows):
            sheet.add(Word(-1.6, top + side * (tau + 0.5), rf"$\tau={tau}$", 2.4, "ink", "end", turns[0]))
    sheet.add(Word(-1.6, top + side * rows + 1.7, r"$\rho$" if apart == 0 else "$u$", 2.2, "muted", "end", turns[0]))
    return top + side * rows + 3.0


def _entry(
    sheet: Sheet, x: float, y: float, side: float, style: str, tap: int | None, size: float, steps: Steps
) -> None:  # fmt: skip
    if tap is None:
        cell(sheet, x, y, side, "empty", ZERO, 2.7, steps)
    else:
        cell(sheet, x, y, side, full(style), weight_name((tap,)), size, steps, hint=f"w[{tap}]")


def bank_caption(tracks: Sequence[AxisTaps]) -> str:
    """Each weight stands once, and how many structural zeros there are."""
    weights = places = 1
    for t in tracks:
        weights *= t.kernel * t.output_phases
        places *= t.output_phases * t.phases * len(t.offsets)
    zeros = counted(places - weights, "dot")
    are = "is a structural zero" if places - weights == 1 else "are structural zeros"
    if any(t.output_phases > 1 for t in tracks):
        return f"Each weight stands once in the bank for each output phase; {zeros} {are}."
    each = f"Each of the {weights} weights" if weights > 1 else "The weight"
    return f"{each} stands once in the bank; {zeros} {are}."


# ------------------------------------------------------------------------------------------------ two axes


def bank_scene(rows: AxisTaps, columns: AxisTaps) -> Scene:
    """Two axes: the kernel on its cells, and a matrix for each phase."""
    hint = 'draw one axis of it: draw(layer, what="bank", axis=1)'
    for track in (rows, columns):
        refuse_large("bank", track.phases * len(track.offsets), MAX_SIDE, "places of the kernel along an axis", hint)
        refuse_large("bank", track.output_phases, 1, "output phase, with two axes", hint)
    return narrow("bank", lambda share: _Square(rows, columns, share).scene(), hint)


class _Square:
    """The picture in the making."""

    def __init__(self, rows: AxisTaps, columns: AxisTaps, share: float) -> None:
        self.rows, self.columns, self.sheet = rows, columns, Sheet()
        self.sizes = (rows.phases, columns.phases)
        self.high, self.wide = rows.phases * len(rows.offsets), columns.phases * len(columns.offsets)
        self.side = share * min(6.5, SQUARE / max(self.high, self.wide))
        self.letters = fitting(self.side, widest_name(rows.kernel, columns.kernel))
        self.named = self.letters >= LEAST  # all weights carry names, or none does and the rims carry numbers
        self.top = 6.0 if self.named else 9.0
        self.taps = [{(u, rho): tap for rho in range(t.phases) for u, tap in t.taps(0, rho)} for t in (rows, columns)]

    def scene(self) -> Scene:
        self._kernel()
        self._matrices()
        return self.sheet.scene(bank_caption((self.rows, self.columns)))

    def _entry(self, x: float, y: float, row: tuple[int, int], column: tuple[int, int]) -> None:
        """The entry at (u, rho) of both axes."""
        tap, other = self.taps[0][row], self.taps[1][column]
        if tap is None or other is None:
            cell(self.sheet, x, y, self.side, "empty", ZERO if self.side > 2.4 else "", 2.4)
            return
        style = full(phase_style((row[1], column[1]), self.sizes))
        name = weight_name((tap, other)) if self.named else ""
        cell(self.sheet, x, y, self.side, style, name, self.letters, hint=f"w[{tap},{other}]")

    def _kernel_words(self) -> str:
        r, c = self.rows, self.columns
        return f"the kernel, {r.kernel}×{c.kernel}, on cells of {r.phases}×{c.phases}"

    def _kernel(self) -> None:
        r, c, side, top = self.rows, self.columns, self.side, self.top
        self.sheet.add(Word(0.0, 0.0, self._kernel_words(), TITLE, "muted", "start"))
        rows, columns = ([(u, rho) for u in t.offsets for rho in range(t.phases)] for t in (r, c))
        for (y, row), (x, column) in product(enumerate(rows), enumerate(columns)):
            self._entry(side * x, top + side * y, row, column)
        for n in range(len(c.offsets) + 1):
            left = side * c.phases * n
            self.sheet.add(Stroke(((left, top), (left, top + side * self.high)), "rim"))
        for n in range(len(r.offsets) + 1):
            upper = top + side * r.phases * n
            self.sheet.add(Stroke(((0, upper), (side * self.wide, upper)), "rim"))
        wide = side * c.phases
        names = [f"$u={u}$" for u in c.offsets]
        names = names if every(names, 2.2, wide) == 1 else [f"${u}$" for u in c.offsets]
        step = every(names, 2.2, wide)
        for n, name in list(enumerate(names))[::step]:
            self.sheet.add(Word(wide * (n + 0.5), top + side * self.high + 2.0, name, 2.2, "muted"))
        if not self.named:
            self._numbers(0.0, top, rows, columns)

    def _numbers(self, x: float, y: float, rows: list[tuple[int, int]], columns: list[tuple[int, int]]) -> None:
        """The taps of each row and column on the rim, as many as there is room for."""
        size = min(1.8, max(LEAST, 0.8 * self.side))
        step, down = every(["00"], size, self.side), ceil(size / self.side)
        for n, row in enumerate(rows):
            tap = self.taps[0][row]
            if tap is not None and n % down == 0:
                self.sheet.add(Word(x - 1.4, y + self.side * (n + 0.5), str(tap), size, "ink", "end"))
        for n, column in enumerate(columns):
            tap = self.taps[1][column]
            if tap is not None and n % step == 0:
                self.sheet.add(Word(x + self.side * (n + 0.5), y - 1.6, str(tap), size, "ink"))

    def _matrices(self) -> None:
        r, c, side = self.rows, self.columns, self.side
        wide, high = side * len(c.offsets), side * len(r.offsets)
        across = max(6.5, width_of(r"$\tilde{w}_{00}$", 2.8) + 1.0 - wide) + (0.0 if self.named else 2.6)
        down = 6.5 if self.named else 9.1
        end = side * self.wide
        left = max(end, width_of(self._kernel_words(), TITLE) - 8) + (14.0 if self.named else 16.0)
        middle = self.top + side * self.high / 2
        self.sheet.add(Stroke(((end + 3, middle), (left - 4, middle)), arrow=True))
        words = f"the bank: {counted(r.phases * c.phases, 'kernel')} of {len(r.offsets)}×{len(c.offsets)}"
        self.sheet.add(Word(left, 0.0, words, TITLE, "muted", "start"))
        for rho in product(range(r.phases), range(c.phases)):
            x, y = left + rho[1] * (wide + across), self.top + 1.2 + rho[0] * (high + down)
            below = f"{rho[0]}{rho[1]}" if max(self.sizes) <= 10 else f"{rho[0]},{rho[1]}"
            name = rf"$\tilde{{w}}_{{{below}}}$"
            self.sheet.add(Word(x + wide / 2, y - (2.4 if self.named else 4.2), name, 2.8))
            rows, columns = ([(u, n) for u in t.offsets] for t, n in ((r, rho[0]), (c, rho[1])))
            for (m, row), (n, column) in product(enumerate(rows), enumerate(columns)):
                self._entry(x + side * n, y + side * m, row, column)
            if self.named:
                self._brackets(x, y, wide, high)
            else:
                self._numbers(x, y, rows, columns)

    def _brackets(self, x: float, y: float, wide: float, high: float) -> None:
        for at, inwards in ((x - 1.0, 1.1), (x + wide + 1.0, -1.1)):
            ends = ((at + inwards, y - 0.6), (at, y - 0.6), (at, y + high + 0.6), (at + inwards, y + high + 0.6))
            self.sheet.add(Stroke(ends, "rim"))
