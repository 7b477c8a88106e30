"""A transposed layer on two axes: unit-stride layers give the phases of the output, which are then interleaved."""

from __future__ import annotations

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
MAX_FRAMES: Final = 64
MAX_PHASES: Final = 16
BETWEEN: Final = 15.0
"""Millimetres for an arrow with a word."""
TOP: Final = 4.6


def transposed_grid_scene(rows: Track, columns: Track) -> Scene:
    """One frame for each output.  The tracks are those of the layer whose transpose this is, as for one axis."""
    check_size("grid", (rows, columns), MAX_SIDE, MAX_PHASES)
    refuse_large("grid", rows.size * columns.size, MAX_FRAMES, "outputs, one for each frame", SMALLER)
    return narrow("grid", lambda share: _TransposedGrid(rows, columns, share).scene(), SMALLER)


class _TransposedGrid:
    """The picture in the making."""

    def __init__(self, rows: Track, columns: Track, share: float) -> None:
        self.rows, self.columns, self.sheet = rows, columns, Sheet()
        self.lit: list[Box] = []
        self.outputs = tuple(product(range(rows.size), range(columns.size)))
        self.sizes = (rows.phases, columns.phases)
        self.cells = tuple(-(-t.size // t.phases) for t in (rows, columns))
        self.places = [_places(t, cells) for t, cells in zip((rows, columns), self.cells, strict=True)]
        self.side = share * min(6.5, 45.0 / max(rows.size, columns.size, *map(len, self.places)))

    def scene(self) -> Scene:
        right, input_height = self._input()
        phases_right, phases_height = self._phases(right + BETWEEN)
        output_height = self._output(phases_right + BETWEEN)
        middle = TOP + max(input_height, phases_height, output_height) / 2
        self.sheet.add(*self.lit)  # on top of their neighbours
        self._verb("stride 1", right, middle)
        self._verb("interleave", phases_right, middle)
        return self.sheet.scene(self._caption(), len(self.outputs), self._fullest())

    def _caption(self) -> str:
        r, c = self.rows, self.columns
        live, total = len(r.live) * len(c.live), r.phases * c.phases
        if total == 1:
            return "A transposed convolution without stride is a convolution by the reversed kernel."
        dead = f"; {counted(total - live, 'phase')} of the output hold the bias alone" if total > live else ""
        return (
            f"A transposed convolution is {counted(live, 'convolution')} of stride 1, whose outputs are interleaved: "
            f"each of the {r.kernel * c.kernel} weights is in one of their kernels{dead}."
        )

    def _fullest(self) -> int:
        """Of the outputs with the most taps, the one nearest to the centre."""
        taps = [
            sum(tap is not None for _, tap in self.rows.taps(0, i % self.sizes[0]))
            * sum(tap is not None for _, tap in self.columns.taps(0, j % self.sizes[1]))
            for i, j in self.outputs
        ]
        centre = ((self.rows.size - 1) / 2, (self.columns.size - 1) / 2)
        far = [abs(i - centre[0]) + abs(j - centre[1]) for i, j in self.outputs]
        return min(range(len(taps)), key=lambda n: (-taps[n], far[n]))

    # ------------------------------------------------------------ the input

    def _input(self) -> Point:
        """The input, with the kernel of one phase on it; answers where it ends, and its height."""
        side = self.side
        rows, columns = self.places
        self.sheet.add(Word(0.0, 0.0, "input", TITLE, "muted", "start"))
        for row, column in product(rows, columns):
            inside = 0 <= row < self.rows.outputs and 0 <= column < self.columns.outputs
            hint = f"x[{row},{column}]" if inside else ""
            self.sheet.add(Box(*self._at(row, column), side, side, "out" if inside else "pad-pale", hint=hint))
        path = tuple((side * (j // self.sizes[1]), side * (i // self.sizes[0])) for i, j in self.outputs)
        size = fitting(side, widest_name(self.rows.kernel, self.columns.kernel), 2.4)
        for rho in product(*map(range, self.sizes)):
            for (u, tap), (v, other) in product(self.rows.taps(0, rho[0]), self.columns.taps(0, rho[1])):
                taps = None if tap is None or other is None else (tap, other)
                self._tap((u, v), taps, (rho[0], rho[1]), path, size)
        high, wide = self.rows.offsets, self.columns.offsets
        corner = self._at(-high[-1], -wide[-1])
        self.sheet.add(Box(*corner, side * len(wide), side * len(high), "window", None, path))
        return side * len(columns), side * len(rows)

    def _at(self, row: int, column: int) -> Point:
        """Where a place of the input lies."""
        return self.side * (column - self.places[1][0]), TOP + self.side * (row - self.places[0][0])

    def _tap(
        self, u: tuple[int, int], taps: tuple[int, int] | None, rho: tuple[int, int], path: tuple[Point, ...],
        size: float,
    ) -> None:  # fmt: skip
        """An entry of the bank where it takes a place of the input, in the frames of its phase."""
        side, style = self.side, phase_style(rho, self.sizes)
        turn = [n for n, (i, j) in enumerate(self.outputs) if (i % self.sizes[0], j % self.sizes[1]) == rho]
        seen = frozenset(n for n in turn if taps is None or self._takes(self.outputs[n], u))
        if not seen:
            return
        x, y = self._at(-u[0], -u[1])
        name, ink = (ZERO, "ink") if taps is None else (weight_name(taps), f"{style}-text")
        if taps is not None:
            self.sheet.add(Box(x, y, side, side, full(style), seen, path))
        if size >= LEAST:
            self.sheet.add(Word(x + side / 2, y + side / 2, name, size, ink, "middle", seen, path))

    def _takes(self, output: tuple[int, int], u: tuple[int, int]) -> bool:
        """Whether an output takes a place of the input at an offset, and no padding."""
        row, column = output[0] // self.sizes[0] - u[0], output[1] // self.sizes[1] - u[1]
        return 0 <= row < self.rows.outputs and 0 <= column < self.columns.outputs

    # ------------------------------------------------------------ the phases of the output, and the output

    def _phases(self, left: float) -> Point:
        """The small images; answers where they end, and their height."""
        side = self.side
        wide, high = side * self.cells[1], side * self.cells[0]
        across = max(5.2, width_of("0,0", 2.1) + 1.0 - wide)
        live = len(self.rows.live) * len(self.columns.live)
        words = f"{counted(live, 'kernel')} of {len(self.rows.offsets)}×{len(self.columns.offsets)}"
        self.sheet.add(Word(left, 0.0, words, TITLE, "muted", "start"))
        for rho in product(*map(range, self.sizes)):
            x, y = left + rho[1] * (wide + across), TOP + 1.4 + rho[0] * (high + 5.2)
            name = f"{rho[0]},{rho[1]}"
            long = f"phase {name}" if self._lives(rho) else f"{name}: bias"
            fits = width_of(long, 2.1) < wide + across - 1.0
            self.sheet.add(Word(x + wide / 2, y - 1.7, long if fits else name, 2.1, "muted"))
            for m in product(*map(range, self.cells)):
                place = (self.sizes[0] * m[0] + rho[0], self.sizes[1] * m[1] + rho[1])
                self._made((x + side * m[1], y + side * m[0]), place)
        end = left + self.sizes[1] * (wide + across) - across
        return max(end, left + width_of(words, TITLE)), 1.4 + self.sizes[0] * (high + 5.2) - 5.2

    def _lives(self, rho: tuple[int, ...]) -> bool:
        return rho[0] in self.rows.live and rho[1] in self.columns.live

    def _made(self, corner: Point, place: tuple[int, int]) -> None:
        """A place of the output, pale, and full in its frame; a ghost where the output has none."""
        if place not in self.outputs:
            self.sheet.add(Box(*corner, self.side, self.side, "ghost"))
            return
        rho = (place[0] % self.sizes[0], place[1] % self.sizes[1])
        style = phase_style(rho, self.sizes) if self._lives(rho) else "dead"
        lit = "out-on" if style == "dead" else full(style)
        self.sheet.add(Box(*corner, self.side, self.side, style, hint=f"y[{place[0]},{place[1]}]"))
        self.lit.append(Box(*corner, self.side, self.side, lit, frozenset({self.outputs.index(place)})))

    def _output(self, left: float) -> float:
        """The output; answers its height."""
        self.sheet.add(Word(left, 0.0, "output", TITLE, "muted", "start"))
        for place in self.outputs:
            self._made((left + self.side * place[1], TOP + self.side * place[0]), place)
        return self.side * self.rows.size

    def _verb(self, verb: str, left: float, y: float) -> None:
        self.sheet.add(Stroke(((left + 3, y), (left + BETWEEN - 3, y)), arrow=True))
        self.sheet.add(Word(left + BETWEEN / 2, y - 2.2, verb, 2.1, "muted"))


def _places(track: Track, cells: int) -> range:
    """The places of the input that are drawn: those it has, and those that the windows reach."""
    first, last = -track.offsets[-1], cells - 1 - track.offsets[0]
    return range(min(0, first), max(track.outputs - 1, last) + 1)
