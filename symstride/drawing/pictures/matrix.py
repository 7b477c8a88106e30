"""The banded matrix of one axis: every row, one row in ``stride``, and the columns sorted by phase."""

from __future__ import annotations

from collections.abc import Mapping, Sequence
from math import ceil
from typing import Final

from symstride.drawing.letters import width_of
from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import (
    LEAST,
    SMALLER,
    cell,
    check_size,
    fitting,
    full,
    narrow,
    refuse_large,
    widest_name,
)
from symstride.drawing.scene import Box, Point, Scene, Sheet, Stroke, Word
from symstride.drawing.track import Track

MAX_SIDE: Final = 32
SIDE: Final = 44.0
"""Millimetres of one matrix."""
BETWEEN: Final = 16.5
GAP: Final = 1.6
"""Between the blocks of two phases."""
TOP: Final = 9.0


def matrix_scene(track: Track) -> Scene:
    """Three matrices: entry (j, n) is the tap with which output j reads place n."""
    check_size("matrix", [track], 2 * MAX_SIDE, MAX_SIDE)
    refuse_large("matrix", max(track.size, _unit_rows(track)), MAX_SIDE, "rows or columns of a matrix", SMALLER)
    return narrow("matrix", lambda share: _Matrices(track, share).scene(), SMALLER)


def _unit_rows(track: Track) -> int:
    """The rows with stride 1: those up to the last that is kept, and the ones that stride passes over behind it."""
    return track.stride * (track.outputs - 1) + 1


def _caption(track: Track) -> str:
    numbers = f"$k={track.kernel}$, $s={track.stride}$, $p={track.low}$"
    numbers += f", $d={track.dilation}$" if track.dilation > 1 else ""
    kept = f"Striding keeps one row in {track.stride} of the banded matrix" if track.stride > 1 else "A banded matrix"
    both = "its columns, and its rows," if track.output_phases > 1 else "its columns,"
    return f"{kept}; {both} sorted by phase, are banded matrices again ({numbers})."


class _Matrices:
    """The picture in the making."""

    def __init__(self, track: Track, share: float) -> None:
        self.track, self.sheet = track, Sheet()
        self.side = share * min(5.2, SIDE / max(track.size, _unit_rows(track)))
        self.name = fitting(self.side, widest_name(track.kernel))

    def scene(self) -> Scene:
        t, side = self.track, self.side
        unit = [self._row(j, 1) for j in range(_unit_rows(t))]
        kept = [self._row(j, t.stride) for j in range(t.outputs)]
        columns: list[int | None] = list(range(t.size))
        middle = TOP + side * len(unit) / 2
        top = middle - side * len(kept) / 2
        strong = [j % t.stride == 0 for j in range(len(unit))]
        numbers: list[int | None] = list(range(len(unit)))
        end = self._matrix(6.0, TOP, unit, numbers, columns, "stride 1", strong)
        start = self._step(end, middle, [f"1 row in {t.stride}" if t.stride > 1 else "all rows"])
        rows: list[int | None] = list(range(t.outputs))
        end = self._matrix(start, top, kept, rows, columns, f"stride {t.stride}", [True] * len(kept))
        sort = ["sort", "rows and", "columns"] if t.output_phases > 1 else ["sort", "columns"]
        start = self._step(end, middle, sort)
        self._sorted(start, middle, kept)
        return self.sheet.scene(_caption(t))

    def _row(self, output: int, stride: int) -> Mapping[int, list[int]]:
        """For each column of a row, the taps that stand there: several only where a circular input repeats."""
        t = self.track
        found: dict[int, list[int]] = {}
        for tap in range(t.kernel):
            source = t.source(stride * output + t.dilation * tap - t.low)
            if source is not None:
                found.setdefault(source, []).append(tap)
        return found

    def _matrix(
        self, x: float, y: float, rows: Sequence[Mapping[int, list[int]]], numbers: Sequence[int | None],
        columns: Sequence[int | None], title: str, strong: Sequence[bool],
    ) -> float:  # fmt: skip
        """One matrix; None among numbers is a gap.  Answers where it ends."""
        t, side = self.track, self.side
        at, width = _places(columns, x, side)
        down, _ = _places(numbers, y, side)
        self.sheet.add(Word((x + width) / 2, y - 5.4, title, 2.6))
        small = min(2.1, max(LEAST, 0.42 * side))
        for n, top in down.items():
            for c, left in at.items():
                self._entry((left, top), rows[n].get(c, []), (n, c), strong[n])
            if list(down).index(n) % ceil(1.5 / side) == 0:
                tone = "ink" if strong[n] else "muted"
                self.sheet.add(Word(x - 1.4, top + side / 2, str(n), min(2.1, max(LEAST, 0.8 * side)), tone, "end"))
        every = ceil((width_of(str(t.size), small) + 0.4) / side)
        before = None
        for c, left in at.items():
            if before is None or left - before >= every * side - 0.01:
                self.sheet.add(Word(left + side / 2, y - 1.6, str(c), small, "muted"))
                before = left
        return width

    def _entry(self, corner: Point, taps: list[int], at: tuple[int, int], strong: bool) -> None:
        hint = f"T[{at[0]},{at[1]}]"
        if not taps:
            self.sheet.add(Box(*corner, self.side, self.side, "empty", hint=hint))
            return
        style = phase_style((self.track.phase_of(at[1]),), (self.track.phases,))
        text = f"$w_{{{'+'.join(map(str, taps))}}}$"
        size = self.name if len(taps) == 1 else fitting(self.side, text)
        cell(self.sheet, *corner, self.side, full(style) if strong else style, text, size, hint=hint)

    def _step(self, end: float, middle: float, words: Sequence[str]) -> float:
        """An arrow with words; answers where the next matrix starts."""
        start = end + BETWEEN
        self.sheet.add(Stroke(((end + 2, middle), (start - 5.5, middle)), arrow=True))
        for n, word in enumerate(reversed(words)):
            self.sheet.add(Word((end + start) / 2 - 1.7, middle - 2.8 - 2.6 * n, word, 2.1, "muted"))
        return start

    def _sorted(self, x: float, middle: float, kept: Sequence[Mapping[int, list[int]]]) -> None:
        """The blocks: columns by input phase, rows by output phase."""
        t, side = self.track, self.side
        columns = _grouped([[n for n in range(t.size) if t.phase_of(n) == rho] for rho in range(t.phases)])
        groups = [list(range(tau, t.outputs, t.output_phases)) for tau in range(t.output_phases)]
        rows = _grouped(groups)
        top = middle - (side * t.outputs + GAP * (len([g for g in groups if g]) - 1)) / 2
        self._matrix(x, top, kept, rows, columns, "stride 1 again", [True] * len(kept))
        at, _ = _places(columns, x, side)
        down, bottom = _places(rows, top, side)
        for rho in range(t.phases):
            lefts = [left for c, left in at.items() if t.phase_of(c) == rho]
            if not lefts:
                continue
            width = side * len(lefts)
            for group in groups:
                tops = [down[n] for n in group]
                if tops:
                    self.sheet.add(Box(lefts[0], tops[0], width, side * len(tops), "rim"))
            name = rf"$\rho={rho}$" if width > 8.5 else str(rho)
            self.sheet.add(Word(lefts[0] + width / 2, bottom + 2.4, name, 2.4 if width > 3 else 1.8))


def _grouped(groups: Sequence[Sequence[int]]) -> list[int | None]:
    """The groups one after another, with a gap between them."""
    out: list[int | None] = []
    for group in groups:
        out += [None, *group] if out and group else group
    return out


def _places(numbers: Sequence[int | None], start: float, side: float) -> tuple[dict[int, float], float]:
    """Where each number stands, and where the last one ends."""
    found: dict[int, float] = {}
    for number in numbers:
        if number is None:
            start += GAP
        else:
            found[number], start = start, start + side
    return found, start
