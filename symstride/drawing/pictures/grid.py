"""Two axes: the window on the input, the same weights on each phase, and the output; all in their planes."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import dataclass
from itertools import product
from typing import Final

from symstride.drawing.letters import width_of
from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import (
    LEAST,
    SMALLER,
    TITLE,
    ZERO,
    check_size,
    counted,
    fitting,
    full,
    narrow,
    refuse_large,
    weight_name,
    widest_name,
)
from symstride.drawing.scene import Box, Point, Scene, Sheet, Stroke, Word
from symstride.drawing.track import Track

MAX_SIDE: Final = 32
"""More places along an axis cannot be read."""
MAX_FRAMES: Final = 64
MAX_PHASES: Final = 16
"""More small images cannot be told apart."""
SIDE: Final = 52.0
"""Millimetres of the input."""
HEIGHT: Final = 4.6
"""Millimetres above the planes: titles."""


def grid_scene(rows: Track, columns: Track) -> Scene:
    """One frame for each output, row by row."""
    check_size("grid", (rows, columns), MAX_SIDE, MAX_PHASES)
    refuse_large("grid", rows.outputs * columns.outputs, MAX_FRAMES, "outputs, one for each frame", SMALLER)
    return narrow("grid", lambda share: _Grid(rows, columns, share).scene(), SMALLER)


def _caption(rows: Track, columns: Track) -> str:
    """The theorem for these numbers, in one sentence."""
    phases, live = rows.phases * columns.phases, len(rows.live) * len(columns.live)
    if phases == 1:
        return "Without stride there is one phase: nothing is sorted, and the window moves on by one."
    kernel, small = f"{rows.kernel}×{columns.kernel}", f"{len(rows.offsets)}×{len(columns.offsets)}"
    parts = f"falls apart into {live} of {small}" if live > 1 else "reads one of them"
    what = {"sum": f"the {kernel} kernel {parts}", "max": "maxima are taken of each", "mean": "sums are taken of each"}
    dead = phases - live
    rest = f"; {counted(dead, 'phase')} {'is' if dead == 1 else 'are'} read by no tap" if dead else ""
    images = counted(phases, "small image")
    return f"Sorting places by their remainders gives {images}; {what[rows.kind]}, and all windows move by one{rest}."


@dataclass(frozen=True, slots=True)
class _Plane:
    """Where a plane of places lies: its corner, the side of a place, and the numbers of the first ones."""

    x: float
    y: float
    side: float
    row: int
    column: int

    def at(self, row: int, column: int) -> Point:
        return self.x + self.side * (column - self.column), self.y + self.side * (row - self.row)


class _Grid:
    """The picture in the making."""

    def __init__(self, rows: Track, columns: Track, share: float) -> None:
        self.rows, self.columns, self.sheet = rows, columns, Sheet()
        self.places = [range(t.first, t.last + 1) for t in (rows, columns)]
        self.cells = [_cells(t) for t in (rows, columns)]
        self.side = share * min(6.0, SIDE / max(map(len, self.places)))
        self.share = share
        self.outputs = tuple(product(range(rows.outputs), range(columns.outputs)))
        self.sizes = (rows.phases, columns.phases)
        self.letters = self._letters(self.side)

    def _letters(self, side: float) -> float:
        name = widest_name(self.rows.kernel, self.columns.kernel) if self.rows.kind == "sum" else "$w_{00}$"
        return fitting(side, name, 2.4)

    def scene(self) -> Scene:
        right, lower = self._layer()
        lowest, far = self._phases(right, lower)
        self._output(right, lower, lowest, far)
        middle = self.rows.outputs // 2 * self.columns.outputs + self.columns.outputs // 2
        return self.sheet.scene(_caption(self.rows, self.columns), len(self.outputs), middle)

    # ------------------------------------------------------------ the input

    def _layer(self) -> Point:
        """The input with its window; answers its lower right corner."""
        plane = _Plane(0.0, HEIGHT, self.side, self.rows.first, self.columns.first)
        self.sheet.add(Word(0.0, 0.0, self._layer_words(), TITLE, "muted", "start"))
        for place in product(self.places[0], self.places[1]):
            self._place(plane.at(*place), self.side, place, self._style(place))
        for place in product(self.rows.readers, self.columns.readers):
            x, y = plane.at(*place)
            steps = self._frames(self.rows.readers[place[0]], self.columns.readers[place[1]])
            self.sheet.add(Box(x, y, self.side, self.side, full(self._style(place)), steps))
        self._names(plane)
        path = tuple((self.columns.stride * self.side * j, self.rows.stride * self.side * i) for i, j in self.outputs)
        for (tap, row), (other, column) in product(self.rows.reads(0), self.columns.reads(0)):
            seen = frozenset(
                f for f, (i, j) in enumerate(self.outputs)
                if self._has((row + self.rows.stride * i, column + self.columns.stride * j))
            )  # fmt: skip
            self._weight(plane.at(row, column), self.side, (tap, other), path, seen, self._style((row, column)))
        x, y = plane.at(-self.rows.low, -self.columns.low)
        window = Box(x, y, self.side * self.columns.span, self.side * self.rows.span, "window", None, path)
        self.sheet.add(window)
        return self.side * len(self.places[1]), HEIGHT + self.side * len(self.places[0])

    def _layer_words(self) -> str:
        r, c = self.rows, self.columns
        dilation = "" if r.dilation == c.dilation == 1 else f", dilation {_both(r.dilation, c.dilation)}"
        return f"stride {_both(r.stride, c.stride)}{dilation}, {r.kernel}×{c.kernel} taps"

    def _style(self, place: tuple[int, int]) -> str:
        """The style of a place's phase; a place that repeats another one has that one's."""
        return phase_style((self.rows.phase_of(place[0]), self.columns.phase_of(place[1])), self.sizes)

    def _has(self, place: tuple[int, int]) -> bool:
        return self.rows.source(place[0]) is not None and self.columns.source(place[1]) is not None

    def _place(self, corner: Point, side: float, place: tuple[int, int], style: str) -> None:
        pairs = list(zip((self.rows, self.columns), place))
        if all(0 <= n < t.size for t, n in pairs):
            hint = f"x[{place[0]},{place[1]}]"
        elif not self._has(place) and any(t.is_ghost(n) for t, n in pairs) and all(_in_cells(t, n) for t, n in pairs):
            style, hint = "ghost", ""
        else:
            style, hint = "pad-pale", ""
        self.sheet.add(Box(*corner, side, side, style, hint=hint))

    def _names(self, plane: _Plane) -> None:
        """The places of the first cell carry the names of their phases, and a rim."""
        size = min(1.9, fitting(self.side, "0,0"))
        first = (-self.rows.start, -self.columns.start)
        for rho in product(*map(range, self.sizes)):
            place = (first[0] + rho[0], first[1] + rho[1])
            readers = self.rows.readers.get(place[0], frozenset()), self.columns.readers.get(place[1], frozenset())
            free = frozenset(range(len(self.outputs))) - self._frames(*readers)
            inside = self._has(place) and all(n in row for n, row in zip(place, self.places))
            if size >= LEAST and free and inside:
                x, y = plane.at(*place)
                text = f"{rho[0]},{rho[1]}"
                self.sheet.add(Word(x + self.side / 2, y + self.side / 2, text, size, "muted", "middle", free))
        if self.sizes != (1, 1):
            width, height = self.side * self.sizes[1], self.side * self.sizes[0]
            self.sheet.add(Box(*plane.at(*first), width, height, "rim"))

    def _frames(self, rows: frozenset[int], columns: frozenset[int]) -> frozenset[int]:
        """The numbers of the frames whose output has one of these rows and one of these columns."""
        return frozenset(i * self.columns.outputs + j for i, j in product(rows, columns))

    def _weight(
        self, corner: Point, side: float, taps: tuple[int, int] | None, path: tuple[Point, ...],
        seen: frozenset[int], style: str,
    ) -> None:  # fmt: skip
        """The name of a weight, or the dot of a structural zero, riding on the window."""
        if not seen or (taps is not None and self.rows.kind != "sum"):
            return
        name, size = (ZERO, self._letters(side)) if taps is None else (weight_name(taps), self._letters(side))
        if size >= LEAST:
            ink = "ink" if taps is None else f"{style}-text"
            steps = None if len(seen) == len(self.outputs) else seen
            self.sheet.add(Word(corner[0] + side / 2, corner[1] + side / 2, name, size, ink, "middle", steps, path))

    # ------------------------------------------------------------ the phases

    def _phases(self, right: float, lower: float) -> Point:
        """The small images; answers their lower right corner."""
        r, c = self.rows, self.columns
        left = max(right, width_of(self._layer_words(), TITLE) - 10.0) + 14.0
        side = self._small_side(lower - HEIGHT)
        wide, high = side * len(self.cells[1]), side * len(self.cells[0])
        gap = max(5.2, width_of("0,0", 2.1) + 1.0 - wide)
        live = len(r.live) * len(c.live)
        words = f"stride 1 on {counted(live, 'phase')}, {len(r.offsets)}×{len(c.offsets)} places each"
        self.sheet.add(Word(left, 0.0, words, TITLE, "muted", "start"))
        for rho in product(*map(range, self.sizes)):
            x, y = left + rho[1] * (wide + gap), HEIGHT + 1.4 + rho[0] * (high + gap)
            plane = _Plane(x, y, side, self.cells[0][0], self.cells[1][0])
            name = self._title((rho[0], rho[1]), wide + gap - 1.0)
            self.sheet.add(Word(x + wide / 2, y - 1.7, name, 2.1, "muted"))
            self._phase(plane, (rho[0], rho[1]))
        width = self.sizes[1] * (wide + gap) - gap
        return left + width, HEIGHT + 1.4 + self.sizes[0] * (high + gap) - gap

    def _title(self, rho: tuple[int, int], room: float) -> str:
        """The name of a phase, with what fits beside it."""
        name = f"{rho[0]},{rho[1]}"
        dead = rho[0] not in self.rows.live or rho[1] not in self.columns.live
        long = f"{name}: dropped" if dead else f"phase {name}"
        return long if width_of(long, 2.1) < room else name

    def _small_side(self, height: float) -> float:
        """Places of the phases are as large as those of the input, or smaller where they would be much higher."""
        count = self.sizes[0] * len(self.cells[0])
        fits = (height - 5.2 * (self.sizes[0] - 1)) / count
        return min(self.side, max(fits, min(self.side, self.share * (3.7 if self.sizes[0] <= 3 else 2.6))))

    def _phase(self, plane: _Plane, rho: tuple[int, int]) -> None:
        r, c, side = self.rows, self.columns, plane.side
        style = phase_style(rho, self.sizes)
        dead = rho[0] not in r.live or rho[1] not in c.live
        for m in product(*self.cells):
            place = (r.place(m[0], rho[0]), c.place(m[1], rho[1]))
            self._place(plane.at(*m), side, place, "dead" if dead else style)
        if dead:
            return
        path = tuple((side * (j // c.output_phases), side * (i // r.output_phases)) for i, j in self.outputs)
        lit: dict[tuple[int, int], set[int]] = {}
        zeros: dict[tuple[int, int], set[int]] = {}
        weights: dict[tuple[tuple[int, int], tuple[int, int]], set[int]] = {}
        for frame, u, taps in self._standing(rho):
            i, j = self.outputs[frame]
            m = (i // r.output_phases + u[0], j // c.output_phases + u[1])
            if taps is None:
                zeros.setdefault(u, set()).add(frame)
            elif self._has((r.place(m[0], rho[0]), c.place(m[1], rho[1]))):
                lit.setdefault(m, set()).add(frame)
                weights.setdefault((u, taps), set()).add(frame)
        for m, frames in lit.items():
            self.sheet.add(Box(*plane.at(*m), side, side, full(style), frozenset(frames)))
        for u, frames in zeros.items():
            self._weight(plane.at(*u), side, None, path, frozenset(frames), style)
        for (u, taps), frames in weights.items():
            self._weight(plane.at(*u), side, taps, path, frozenset(frames), style)
        width, height = side * len(c.offsets), side * len(r.offsets)
        rim = "window" if side > 3 else "window-thin"
        self.sheet.add(Box(*plane.at(r.offsets[0], c.offsets[0]), width, height, rim, None, path))

    def _standing(self, rho: tuple[int, int]) -> Iterator[tuple[int, tuple[int, int], tuple[int, int] | None]]:
        """(frame, offset, taps) for each entry of the bank between a phase and the output's; None is a zero."""
        for frame, (i, j) in enumerate(self.outputs):
            rows = self.rows.taps(i % self.rows.output_phases, rho[0])
            columns = list(self.columns.taps(j % self.columns.output_phases, rho[1]))
            for (u, tap), (v, other) in product(rows, columns):
                yield frame, (u, v), None if tap is None or other is None else (tap, other)

    # ------------------------------------------------------------ the output

    def _output(self, right: float, lower: float, far: float, lowest: float) -> None:
        side = self.side
        middle = (HEIGHT + max(lower, lowest)) / 2
        between = max(right, width_of(self._layer_words(), TITLE) - 10.0) + 14.0
        self._verb("sort" if self.sizes != (1, 1) else "same", right, between, middle)
        left = max(far + 14.0, far + 9 + width_of("output", 2.3) / 2)
        self._verb("maximum" if self.rows.kind == "max" else "sum", far, left, middle)
        plane = _Plane(left, middle - side * self.rows.outputs / 2, side, 0, 0)
        x = plane.x + side * self.columns.outputs / 2
        self.sheet.add(Word(x, plane.y - 2.0, "output", 2.3, "muted"))
        for output in self.outputs:
            self.sheet.add(Box(*plane.at(*output), side, side, "out"))
        path = tuple((side * j, side * i) for i, j in self.outputs)
        self.sheet.add(Box(plane.x, plane.y, side, side, "out-on", None, path))

    def _verb(self, verb: str, left: float, right: float, y: float) -> None:
        """An arrow with the word for what happens on the way."""
        self.sheet.add(Stroke(((left + 3, y), (right - 3, y)), arrow=True))
        self.sheet.add(Word((left + right) / 2, y - 2.2, verb, 2.3, "muted"))


def _cells(track: Track) -> range:
    """The cells of the phases that are drawn."""
    last = (track.outputs - 1) // track.output_phases
    return range(min(track.offsets[0], 0), max(track.cells, last + track.offsets[-1] + 1))


def _in_cells(track: Track, place: int) -> bool:
    return 0 <= track.cell_of(place) < track.cells


def _both(one: int, other: int) -> str:
    return str(one) if one == other else f"{one}×{other}"
