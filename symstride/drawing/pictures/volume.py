"""Three axes: the input slice by slice, coloured by phase, and the phases as smaller volumes."""

from __future__ import annotations

from itertools import product
from typing import Final

from symstride.drawing.letters import width_of
from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import SMALLER, TITLE, check_size, counted, full, narrow, refuse_large
from symstride.drawing.scene import Box, Point, Scene, Sheet, Word
from symstride.drawing.track import Track

MAX_PLACES: Final = 1_000
"""More places of the input cannot be read."""
MAX_SIDE: Final = 32
MAX_FRAMES: Final = 64
MAX_PHASES: Final = 27
WIDTH: Final = 150.0
GAP: Final = 4.0
TOP: Final = 7.0


def volume_scene(one: Track, two: Track, three: Track) -> Scene:
    """One frame for each output.  Padding is not drawn: what a window reads of the input is full."""
    tracks = (one, two, three)
    check_size("volume", tracks, MAX_SIDE, MAX_PHASES)
    refuse_large("volume", one.size * two.size * three.size, MAX_PLACES, "places", SMALLER)
    refuse_large("volume", one.outputs * two.outputs * three.outputs, MAX_FRAMES, "outputs, a frame for each", SMALLER)
    return narrow("volume", lambda share: _Volume(tracks, share).scene(), SMALLER)


class _Volume:
    """The picture in the making."""

    def __init__(self, tracks: tuple[Track, Track, Track], share: float) -> None:
        self.tracks, self.sheet = tracks, Sheet()
        self.read: list[Box] = []
        self.sizes = tuple(t.phases for t in tracks)
        self.outputs = tuple(product(*(range(t.outputs) for t in tracks)))
        slices, _, columns = (t.size for t in tracks)
        self.side = share * min(5.0, (WIDTH - GAP * (slices - 1)) / (slices * columns))

    def scene(self) -> Scene:
        self._phases(self._input())
        self.sheet.add(*self.read)  # on top of their neighbours
        total = self.sizes[0] * self.sizes[1] * self.sizes[2]
        said = (
            f"Three axes, slice by slice: the {counted(total, 'phase')} are smaller volumes, and what one output reads "
            "of the input is read of them by windows that move on by one."
        )
        return self.sheet.scene(said, len(self.outputs))

    def _frames(self, place: tuple[int, ...]) -> frozenset[int]:
        """The frames whose output reads a place."""
        readers = [t.readers.get(n, frozenset()) for t, n in zip(self.tracks, place, strict=True)]
        return frozenset(f for f, output in enumerate(self.outputs) if all(j in r for j, r in zip(output, readers)))

    def _place(self, corner: Point, place: tuple[int, ...]) -> None:
        rho = tuple(t.phase_of(n) for t, n in zip(self.tracks, place, strict=True))
        style = phase_style(rho, self.sizes)
        live = all(n in t.live for n, t in zip(rho, self.tracks, strict=True))
        hint = f"x[{','.join(map(str, place))}]"
        self.sheet.add(Box(*corner, self.side, self.side, style if live else "dead", hint=hint))
        frames = self._frames(place)
        if frames:
            self.read.append(Box(*corner, self.side, self.side, full(style), frames))

    def _input(self) -> float:
        """The slices; answers how far down they reach."""
        slices, rows, columns = (t.size for t in self.tracks)
        self.sheet.add(Word(0.0, 0.0, f"input {slices}×{rows}×{columns}, slice by slice", TITLE, "muted", "start"))
        for z in range(slices):
            x = z * (columns * self.side + GAP)
            name = f"$z={z}$" if width_of(f"$z={z}$", 2.2) < columns * self.side + GAP - 0.5 else str(z)
            self.sheet.add(Word(x + columns * self.side / 2, TOP - 1.8, name, 2.2))
            for row, column in product(range(rows), range(columns)):
                self._place((x + self.side * column, TOP + self.side * row), (z, row, column))
        return TOP + rows * self.side

    def _phases(self, above: float) -> None:
        cells = tuple(t.cells for t in self.tracks)
        total = self.sizes[0] * self.sizes[1] * self.sizes[2]
        y0 = above + 11.0
        words = f"{counted(total, 'phase')} of {cells[0]}×{cells[1]}×{cells[2]} cells"
        self.sheet.add(Word(0.0, y0 - 5.4, words, TITLE, "muted", "start"))
        each = cells[0] * cells[2] * self.side + (cells[0] - 1) * 1.2
        pitch = max(each, width_of(r"$\rho=0,0,0$", 2.2)) + 4.0
        columns = max(1, min(self.sizes[1] * self.sizes[2], int((WIDTH + 20) // pitch)))
        for number, rho in enumerate(product(*map(range, self.sizes))):
            down, across = divmod(number, columns)
            x, y = across * pitch, y0 + 1.0 + down * (cells[1] * self.side + 7.0)
            name = rf"$\rho={','.join(map(str, rho))}$"
            self.sheet.add(Word(x + each / 2, y - 1.8, name, 2.2))
            for m in product(*map(range, cells)):
                corner = (x + m[0] * (cells[2] * self.side + 1.2) + self.side * m[2], y + self.side * m[1])
                place = tuple(t.place(n, r) for t, n, r in zip(self.tracks, m, rho, strict=True))
                if all(0 <= n < t.size for n, t in zip(place, self.tracks, strict=True)):
                    self._place(corner, place)
                else:
                    self.sheet.add(Box(*corner, self.side, self.side, "ghost"))
