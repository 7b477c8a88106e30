"""A transposed layer on one axis: unit-stride layers give the phases of the output, which are then interleaved."""

from __future__ import annotations

from typing import Final

from symstride.drawing.look import phase_style
from symstride.drawing.pictures.cells import (
    SMALLER,
    TITLE,
    ZERO,
    cell,
    counted,
    fitting,
    full,
    narrow,
    refuse_large,
    weight_name,
    widest_name,
)
from symstride.drawing.scene import Box, Scene, Sheet, Word
from symstride.drawing.track import Track

MAX_PLACES: Final = 64
MAX_PHASES: Final = 16
MAX_TERMS: Final = 4
WIDTH: Final = 118.0
LEFT: Final = 16.0


def transposed_scene(track: Track) -> Scene:
    """One frame for each output.

    ``track`` is the axis of the layer whose transpose this is.  What that one reads is made here, and what it makes is
    read: its ``size`` places are the outputs, and what stands at ``(rho, u)`` takes place ``m - u``.
    """
    places = max(track.size, track.outputs + 2 * len(track.offsets))
    refuse_large("axis", places, MAX_PLACES, "places in a row", SMALLER)
    refuse_large("axis", track.phases, MAX_PHASES, "phases", "take a smaller stride")
    return narrow("axis", lambda share: _Transposed(track, share).scene(), SMALLER)


class _Transposed:
    """The picture in the making."""

    def __init__(self, track: Track, share: float) -> None:
        self.track, self.outputs, self.sheet = track, track.size, Sheet()
        outputs = track.size
        self.cells = -(-outputs // track.phases)
        reach = (-track.offsets[-1], self.cells - 1 - track.offsets[0])
        self.places = range(min(0, reach[0]), max(track.outputs - 1, reach[1]) + 1)
        self.side = share * min(7.0, WIDTH / outputs, WIDTH / len(self.places))
        self.number = fitting(self.side, str(max(outputs, track.outputs) - 1))
        self.name = fitting(self.side, widest_name(track.kernel), 2.5)

    def scene(self) -> Scene:
        self._output(self._phases(self._input()))
        return self.sheet.scene(self._caption(), self.outputs, self._fullest())

    def _fullest(self) -> int:
        """The output in the middle of those with the most taps."""
        t = self.track
        taps = [sum(tap is not None for _, tap in t.taps(0, rho)) for rho in range(t.phases)]
        best = [n for n in range(self.outputs) if taps[n % t.phases] == max(taps)]
        return best[len(best) // 2] if best else 0

    def _caption(self) -> str:
        t = self.track
        dead = t.phases - len(t.live)
        rest = f"; {counted(dead, 'phase')} {'gets' if dead == 1 else 'get'} nothing but the bias" if dead else ""
        if t.phases == 1:
            return f"A transposed convolution without stride ($k={t.kernel}$) is a convolution by the reversed kernel."
        return (
            f"A transposed convolution ($k={t.kernel}$, $s={t.stride}$) is {counted(len(t.live), 'convolution')} of "
            f"stride 1 whose outputs are interleaved: the sub-pixel layer{rest}."
        )

    # ------------------------------------------------------------ the input

    def _x(self, place: int) -> float:
        return LEFT + self.side * (place - self.places[0])

    def _input(self) -> float:
        t, side, top = self.track, self.side, 2.6
        self.sheet.add(Word(LEFT, 0.0, "input", TITLE, "muted", "start"))
        self.sheet.add(Word(LEFT - 2.5, top + side / 2, "$x$", 3.2, "ink", "end"))
        for place in self.places:
            inside = 0 <= place < t.outputs
            style, text = ("out", str(place)) if inside else ("pad", "0")
            cell(self.sheet, self._x(place), top, side, style, text, self.number)
        for rho in range(t.phases):
            self._kernel(rho, top + side)
        ruler = 0.72 * side
        path = tuple((side * (n // t.phases), 0.0) for n in range(self.outputs))
        box = Box(self._x(-t.offsets[-1]), top, side * len(t.offsets), side + ruler, "window", None, path)
        self.sheet.add(box)
        self._sums(top + side / 2)
        return top + side + ruler

    def _kernel(self, rho: int, y: float) -> None:
        """The taps of one output phase on the places that they take, shown when it is that phase's turn."""
        t, side, ruler = self.track, self.side, 0.72 * self.side
        steps = frozenset(range(rho, self.outputs, t.phases))
        if not steps:
            return
        path = tuple((side * (n // t.phases), 0.0) for n in range(self.outputs))
        for u, tap in t.taps(0, rho):
            style = "empty" if tap is None else full(phase_style((rho,), (t.phases,)))
            name = ZERO if tap is None else weight_name((tap,))
            cell(self.sheet, self._x(-u), y, side, style, name, self.name, steps, path, ruler)

    def _sums(self, y: float) -> None:
        t = self.track
        if len(t.offsets) > MAX_TERMS:
            return
        for n in range(self.outputs):
            m, rho = divmod(n, t.phases)
            pairs = [(tap, m - u) for u, tap in t.taps(0, rho) if tap is not None and 0 <= m - u < t.outputs]
            terms = " + ".join(f"w_{{{tap}}}x_{{{place}}}" for tap, place in pairs) or "0"
            x = self._x(self.places[-1] + 1) + 3.0
            self.sheet.add(Word(x, y, f"$y_{{{n}}} = {terms}$", 2.9, "ink", "start", frozenset({n})))

    # ------------------------------------------------------------ the phases of the output, and the output

    def _phases(self, above: float) -> float:
        t, side, y = self.track, self.side, above + 10.0
        words = f"stride 1, {counted(len(t.live), 'kernel')}: the phases of the output"
        self.sheet.add(Word(LEFT, y - 2.8, words, TITLE, "muted", "start"))
        for rho in range(t.phases):
            top, style = y + rho * (side + 3.0), phase_style((rho,), (t.phases,))
            dead = rho not in t.live
            name = rf"$y_{{\rho={rho}}}$"
            self.sheet.add(Word(LEFT - 2.5, top + side / 2, name, 3.2, "muted" if dead else "ink", "end"))
            for m in range(self.cells):
                n = t.phases * m + rho
                x = LEFT + side * m
                if n >= self.outputs:
                    cell(self.sheet, x, top, side, "ghost")
                    continue
                cell(self.sheet, x, top, side, "dead" if dead else style, str(n), self.number)
                lit = "out-on" if dead else full(style)
                cell(self.sheet, x, top, side, lit, str(n), self.number, frozenset({n}))
            if dead:
                x = LEFT + side * self.cells + 2
                self.sheet.add(Word(x, top + side / 2, "no tap writes it: the bias alone", 2.3, "muted", "start"))
        return y + t.phases * (side + 3.0) - 3.0

    def _output(self, above: float) -> None:
        t, side, y = self.track, self.side, above + 8.0
        words = f"interleaved (depth-to-space): the transposed layer, stride {t.stride}"
        self.sheet.add(Word(LEFT, y - 2.8, words, TITLE, "muted", "start"))
        self.sheet.add(Word(LEFT - 2.5, y + side / 2, "$y$", 3.2, "ink", "end"))
        for n in range(self.outputs):
            style = phase_style((n % t.phases,), (t.phases,)) if n % t.phases in t.live else "dead"
            lit = "out-on" if style == "dead" else full(style)
            cell(self.sheet, LEFT + side * n, y, side, style, str(n), self.number)
            cell(self.sheet, LEFT + side * n, y, side, lit, str(n), self.number, frozenset({n}))
