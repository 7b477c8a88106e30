"""One axis: the layer slid along its input, below it the same taps on phases, and the output."""

from __future__ import annotations

from collections.abc import Iterator
from math import ceil
from typing import Final

from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import (
    LEAST,
    SMALLER,
    TITLE,
    ZERO,
    cell,
    check_size,
    counted,
    fitting,
    full,
    narrow,
    tap_name,
    widest_name,
)
from symstride.drawing.scene import Box, Point, Scene, Sheet, Stroke, Word
from symstride.drawing.track import Track

MAX_PLACES: Final = 64
"""More places in a row cannot be read."""
MAX_PHASES: Final = 16
"""More rows are more than a page."""
MAX_TERMS: Final = 4
"""A sum of more products is not written out."""
WIDTH: Final = 118.0
"""Millimetres that the places of one row may take."""
LEFT: Final = 16.0
RULER: Final = 0.72
"""The height of a card with a tap, as a share of a place."""


def axis_scene(track: Track) -> Scene:
    """One frame for each output."""
    check_size("axis", [track], MAX_PLACES, MAX_PHASES)
    return narrow("axis", lambda share: _Axis(track, share).scene(), SMALLER)


def _caption(track: Track) -> str:
    """The theorem for these numbers, in one sentence."""
    numbers = f"$k={track.kernel}$, $s={track.stride}$, $p={track.low}$"
    numbers += f", $d={track.dilation}$" if track.dilation > 1 else ""
    live = len(track.live)
    if track.kind != "sum":
        what = "Max-pooling" if track.kind == "max" else "Average-pooling"
        inner = "maxima" if track.kind == "max" else "sums"
        outer = "the maximum" if track.kind == "max" else "the divided sum"
        return f"{what} ({numbers}): {outer} over phases of {inner} over shorter windows, which move on by one."
    if track.phases == 1:
        return f"A convolution without stride ({numbers}): one phase, one window that moves on by one."
    if live == 1:
        return f"A convolution ({numbers}) whose taps all fall on one of {track.phases} phases; no other is read."
    dead = track.phases - live
    rest = f"; {counted(dead, 'phase')} {'is' if dead == 1 else 'are'} read by no tap" if dead else ""
    return (
        f"A strided convolution ({numbers}) is a sum over phases: each window has its share of the taps and moves on "
        f"by one{rest}."
    )


class _Axis:
    """The picture in the making."""

    def __init__(self, track: Track, share: float) -> None:
        self.track, self.sheet = track, Sheet()
        self.side = share * min(7.0, WIDTH / (track.last - track.first + 1))
        self.number = fitting(self.side, str(max(track.size - 1, track.outputs - 1)))
        names = (widest_name(track.kernel), tap_name(track, 0))
        self.tap = min(fitting(self.side, name, 2.5) for name in names)
        self.window = "window" if self.side > 4 else "window-thin"

    def scene(self) -> Scene:
        self.output(self.phases(self.layer()))
        return self.sheet.scene(_caption(self.track), self.track.outputs)

    # ------------------------------------------------------------ the strided layer

    def layer(self) -> float:
        """The input with the window; answers how far down it reaches."""
        t, side, top = self.track, self.side, RULER * self.side + 4.2
        self.sheet.add(Word(LEFT, 0.0, self._layer_words(), TITLE, "muted", "start"))
        self.sheet.add(Word(LEFT - 2.5, top + side / 2, "$x$", 3.2, "ink", "end"))
        for place in range(t.first, t.last + 1):
            self._place(self._x(place), top, place, phase_style((t.phase_of(place),), (t.phases,)))
        for place, readers in t.readers.items():
            style = full(phase_style((t.phase_of(place),), (t.phases,)))
            cell(self.sheet, self._x(place), top, side, style, str(t.source(place)), self.number, readers)
        path = tuple((t.stride * side * j, 0.0) for j in range(t.outputs))
        for tap, place in t.reads(0):
            self._card(self._x(place), top, tap, path)
        self._window(self._x(-t.low), top, t.span, path)
        self._cells(top + side)
        return top + side

    def _layer_words(self) -> str:
        t = self.track
        dilation = f", dilation {t.dilation}" if t.dilation > 1 else ""
        step = f"{counted(t.stride, 'place')} on for each output"
        what = counted(t.kernel, "tap")
        if t.kind != "sum":
            what = f"the {'largest' if t.kind == 'max' else 'mean'} of {counted(t.kernel, 'place')}"
        return f"stride {t.stride}{dilation}: {what}, {step}"

    def _x(self, place: int) -> float:
        return LEFT + self.side * (place - self.track.first)

    def _place(self, x: float, y: float, place: int, style: str) -> None:
        """A place of the input, pale; padding holds 0 or what the input repeats; a ghost holds nothing."""
        t = self.track
        source = t.source(place)
        if 0 <= place < t.size:
            cell(self.sheet, x, y, self.side, style, str(place), self.number, hint=f"x[{place}]")
        elif source is None and t.is_ghost(place):
            cell(self.sheet, x, y, self.side, "ghost")
        else:
            cell(self.sheet, x, y, self.side, "pad", str(source or 0), self.number)

    def _card(self, x: float, y: float, tap: int | None, path: tuple[Point, ...], steps: frozenset[int] | None = None
    ) -> None:  # fmt: skip
        name, style = (ZERO, "empty") if tap is None else (tap_name(self.track, tap), "card")
        height = RULER * self.side
        cell(self.sheet, x, y - height, self.side, style, name, self.tap, steps, path, height)

    def _window(self, x: float, y: float, places: int, path: tuple[Point, ...]) -> None:
        ruler = RULER * self.side
        self.sheet.add(Box(x, y - ruler, places * self.side, ruler + self.side, self.window, None, path))

    def _cells(self, y: float) -> None:
        """Brackets that name the cells of the grid."""
        t = self.track
        wide = t.phases * self.side
        every = ceil(3.2 / wide)
        for m in range(t.cells):
            left, right = self._x(t.place(m, 0)) + 0.35, self._x(t.place(m, 0)) + wide - 0.35
            self.sheet.add(Stroke(((left, y + 0.9), (left, y + 1.6), (right, y + 1.6), (right, y + 0.9))))
            if m % every == 0:
                name = f"cell {m}" if wide > 9 else str(m)
                self.sheet.add(Word((left + right) / 2, y + 3.1, name, 2.1, "muted"))
            for rho in range(t.phases):  # ghosts past what the layer reads
                if t.place(m, rho) > t.last:
                    cell(self.sheet, self._x(t.place(m, rho)), y - self.side, self.side, "ghost")

    # ------------------------------------------------------------ the phases

    def phases(self, above: float) -> float:
        """A row for each phase, with its own taps; answers how far down they reach."""
        t, ruler = self.track, RULER * self.side
        y = above + 12.0 + ruler
        self.sheet.add(Word(LEFT, y - ruler - 2.8, self._phase_words(), TITLE, "muted", "start"))
        for rho in range(t.phases):
            self._phase(rho, y + rho * (self.side + ruler + 2.6))
        return y + (t.phases - 1) * (self.side + ruler + 2.6) + self.side

    def _phase_words(self) -> str:
        t, live = self.track, len(self.track.live)
        same = {"sum": "the same taps", "max": "the same maxima", "mean": "the same sums"}[t.kind]
        kernels = f", {t.output_phases} sets of them in turn" if t.output_phases > 1 else ""
        return f"stride 1 on {counted(live, 'phase')}: {same}{f', {live} shorter windows' * (live > 1)}{kernels}"

    @property
    def _range(self) -> range:
        """The cells that are drawn."""
        t = self.track
        m = (t.outputs - 1) // t.output_phases
        return range(min(t.offsets[0], 0), max(t.cells, m + t.offsets[-1] + 1))

    def _cell_x(self, m: int) -> float:
        return LEFT + self.side * (m - self._range[0])

    def _phase(self, rho: int, y: float) -> None:
        t, side, style = self.track, self.side, phase_style((rho,), (self.track.phases,))
        dead = rho not in t.live
        name = rf"$x_{{\rho={rho}}}$"
        self.sheet.add(Word(LEFT - 2.5, y + side / 2, name, 3.2, "muted" if dead else "ink", "end"))
        for m in self._range:
            self._place(self._cell_x(m), y, t.place(m, rho), "dead" if dead else style)
        if dead:
            words = "no tap reads it: dropped"
            self.sheet.add(Word(self._cell_x(self._range[-1] + 1) + 2, y + side / 2, words, 2.3, "muted", "start"))
            return
        path = tuple((side * (j // t.output_phases), 0.0) for j in range(t.outputs))
        for m, steps in self._lit(rho).items():
            text = str(t.source(t.place(m, rho)))
            cell(self.sheet, self._cell_x(m), y, side, full(style), text, self.number, steps)
        for tau in range(min(t.output_phases, t.outputs)):
            turns = None if t.output_phases == 1 else frozenset(range(tau, t.outputs, t.output_phases))
            for u, tap in t.taps(tau, rho):
                self._card(self._cell_x(u), y, tap, path, turns)
        self._window(self._cell_x(t.offsets[0]), y, len(t.offsets), path)

    def _lit(self, rho: int) -> dict[int, frozenset[int]]:
        """For each cell of a phase, the outputs that read it by the table of taps."""
        t = self.track
        found: dict[int, set[int]] = {}
        for j in range(t.outputs):
            m, tau = divmod(j, t.output_phases)
            for u, tap in t.taps(tau, rho):
                if tap is not None and t.source(t.place(m + u, rho)) is not None:
                    found.setdefault(m + u, set()).add(j)
        return {m: frozenset(outputs) for m, outputs in found.items()}

    # ------------------------------------------------------------ the output

    def output(self, above: float) -> None:
        """The output, the one that is made now in ink, and its sum."""
        t, side, y = self.track, self.side, above + 6.0
        left = self._cell_x(0)
        self.sheet.add(Word(LEFT - 2.5, y + side / 2, "$y$", 3.2, "ink", "end"))
        for j in range(t.outputs):
            cell(self.sheet, left + side * j, y, side, "out", str(j), self.number)
            cell(self.sheet, left + side * j, y, side, "out-on", str(j), self.number, frozenset({j}))
        path = tuple((side * j, 0.0) for j in range(t.outputs))
        self.sheet.add(Stroke(((left + side / 2, above + 0.8), (left + side / 2, y - 0.6)), arrow=True, path=path))
        if t.kernel > MAX_TERMS or self.number < LEAST:
            return
        for j in range(t.outputs):
            text = f"$y_{{{j}}} = {equation(t, j)}$"
            self.sheet.add(Word(left + side * t.outputs + 3, y + side / 2, text, 2.9, "ink", "start", frozenset({j})))


def equation(track: Track, output: int) -> str:
    """The sum behind one output, by phases: ``w_{1}x_{4} + (w_{0}x_{3} + w_{2}x_{5})``."""
    groups = [list(_terms(track, output, rho)) for rho in range(track.phases)]
    groups = [terms for terms in groups if terms]
    if track.kind == "max":
        return _maximum(["x_{" + terms[0] + "}" if len(terms) == 1 else _maximum_of(terms) for terms in groups])
    sums = [" + ".join(terms) for terms in groups]
    several = len(groups) > 1
    body = " + ".join(f"({text})" if several and "+" in text else text for text in sums) or "0"
    if track.kind == "mean":
        divisor = track.divisors[output]
        return f"({body})/{divisor}" if " + " in body else f"{body}/{divisor}"
    return body


def _terms(track: Track, output: int, rho: int) -> Iterator[str]:
    for tap, place in track.reads(output):
        source = track.source(place)
        if track.phase_of(place) != rho or source is None:
            continue
        yield {"sum": f"w_{{{tap}}}x_{{{source}}}", "max": str(source), "mean": f"x_{{{source}}}"}[track.kind]


def _maximum_of(terms: list[str]) -> str:
    return rf"\max({','.join('x_{' + term + '}' for term in terms)})"


def _maximum(groups: list[str]) -> str:
    if len(groups) == 1:
        return groups[0]
    return rf"\max({','.join(groups)})"
