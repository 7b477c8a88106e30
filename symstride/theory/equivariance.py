"""What holds of translation: a strided layer commutes with shifts by multiples of its stride, and with no others.

    y(late)[o, j] = y(x)[o, j + n]        where  late[c, t] = x[c, t + s*n]

for every integer ``n``, on each axis; a bias and a pointwise map behind it change nothing.  Proved: "equivariance" in
``symstride.CATALOGUE``.  A shift by ``t`` places that ``s`` does not divide is a shift of the output for some weights
only, and so for no layer in general: "no-other-shifts", with one impulse as the counterexample.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from typing import TYPE_CHECKING, Any

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.bank import expand
from symstride.algebra.shapes import known_size, need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import need_layer, need_whole
from symstride.layers.integer import Integer
from symstride.layers.layer import Conv, PerAxis
from symstride.limits import check_bytes
from symstride.verdict import Verdict, proved, refuted

if TYPE_CHECKING:
    from symstride.theorem import Theorem

WHERE = "inputs on all integers, or on circles of whole strides"
"""What the theorem is about."""

CELLS = 3
"""Strides on each axis of the circle on which a counterexample lies."""


@dataclass(frozen=True, eq=False)
class ShiftCounterexample:
    """An impulse and its shifted copy whose outputs are no shifts of each other, on a circle of whole strides.

    ``weights`` are 1 at the first tap of the first channels and 0 elsewhere.  ``moved[t] = x[t + shift]``, and ``y``
    and ``y_moved`` are what the layer makes of them: one is an impulse, the other one 0 everywhere.
    """

    layer: Conv
    shift: tuple[int, ...]
    weights: NDArray[np.int64]
    x: NDArray[np.int64]
    moved: NDArray[np.int64]
    y: NDArray[np.int64]
    y_moved: NDArray[np.int64]

    def __str__(self) -> str:
        where = ", ".join(map(str, np.argwhere(self.x[0])[0].tolist()))
        there = ", ".join(map(str, np.argwhere(self.y[0])[0].tolist()))
        by = self.shift[0] if len(self.shift) == 1 else self.shift
        return (
            f"for weights that are 1 at the first tap alone, an impulse at {where} gives an impulse at {there}, and "
            f"moved by {by} it gives 0 everywhere, which is no shift of that"
        )


@dataclass(frozen=True)
class Equivariance:
    """Which shifts of its input are shifts of its output, for a layer of these strides.  Made by ``equivariance``."""

    layer: Conv

    @property
    def strides(self) -> tuple[Integer, ...]:
        """Shifts by multiples of these, axis by axis, are shifts of the output, for all weights and inputs."""
        return self.layer.stride

    @property
    def theorem(self) -> Theorem:
        """Proved: the input shifted by ``s*n`` gives the output shifted by ``n``, with a bias and a map behind too."""
        from symstride.theorem import prove_general

        return prove_general("equivariance", self.layer.ndim)

    @property
    def converse(self) -> Theorem:
        """Proved: an impulse shifted by what ``s`` does not divide gives no shift of what it gave before."""
        from symstride.theorem import prove_general

        return prove_general("no-other-shifts", self.layer.ndim)

    @property
    def is_full(self) -> bool:
        """Whether the layer commutes with every shift: all its strides are 1."""
        return all(s == 1 for s in self.strides)

    def at(self, shift: int | Sequence[int]) -> Verdict:
        """Whether this shift of the input is a shift of the output for all weights: proved, or a counterexample.

        The proof is ``theorem``, about inputs on all integers and hence on circles of whole strides, which the verdict
        says; ``interior`` is where it holds on a finite map.
        """
        listed, asked = self._shift(shift), "Equivariance.at(shift)"
        need_numbers(asked, self.layer.symbols, "give them numbers: layer.subs(...)")
        if all(t % int(s) == 0 for t, s in zip(listed, self.strides, strict=True)):
            return proved(WHERE)
        return refuted(self._counterexample(listed))

    def interior(self, shift: int | Sequence[int], input_size: PerAxis | None = None) -> tuple[range, ...]:
        """The outputs ``j``, axis by axis, at which a shift by ``s*n`` acts as one by ``n`` on a map of this size.

        Of the moved map, places whose origin lies outside may hold anything, as when a camera pans.  These are the
        outputs whose windows meet neither such places nor padding, before and after.
        """
        asked = "Equivariance.interior(shift, input_size)"
        need_numbers(asked, self.layer.symbols, "give them numbers: layer.subs(...)")
        listed, sizes = self._shift(shift), known_size(self.layer, input_size, asked)
        need_numbers(asked, {n for n in sizes if not isinstance(n, int)}, "give the input a size")
        found = []
        rows = zip(self.layer.axes(sizes), sizes, self.layer.output_size(sizes), listed, strict=True)
        for axis, size, outputs, t in rows:
            stride, low, reach = int(axis.stride), int(axis.low), int(axis.dilation) * (int(axis.kernel) - 1)
            if t % stride:
                raise SpecError(asked, f"a shift that the stride {stride} divides", str(t), "at(shift) says why")
            first = -(-(max(0, -t) + low) // stride)
            last = (int(size) - 1 - max(0, t) + low - reach) // stride
            first, last = max(first, 0, -t // stride), min(last, int(outputs) - 1, int(outputs) - 1 - t // stride)
            found.append(range(first, max(first, last + 1)))
        return tuple(found)

    def _shift(self, shift: Any) -> tuple[int, ...]:
        return need_whole("the shift of an Equivariance", shift, self.layer.ndim)

    def _counterexample(self, shift: tuple[int, ...]) -> ShiftCounterexample:
        spec = self.layer
        size = tuple(CELLS * int(s) for s in spec.stride)
        reach = [(0, int(dl) * (int(k) - 1)) for dl, k in zip(spec.dilation, spec.kernel, strict=True)]
        ring = replace(
            spec, padding=tuple(reach), padding_mode="circular", bias=False, activation=None, input_size=None
        )
        for shape in (spec.weight_shape, (int(spec.in_channels), *size)):
            check_bytes("Equivariance.at(shift)", (int(n) for n in shape), 8)
        w = np.zeros(tuple(int(n) for n in spec.weight_shape), dtype=np.int64)
        w[(0, 0, *(0,) * spec.ndim)] = 1
        x = np.zeros((int(spec.in_channels), *size), dtype=np.int64)
        x[(0, *(int(s) for s in spec.stride))] = 1
        moved = np.roll(x, tuple(-t for t in shift), axis=tuple(range(1, 1 + spec.ndim)))
        bank = expand(ring)
        y, y_moved = bank.apply(np.stack([x, moved]), w)
        return ShiftCounterexample(spec, shift, w, x, moved, y, y_moved)

    def __str__(self) -> str:
        steps = ", ".join(map(str, self.strides))
        return f"commutes with shifts by multiples of {steps if self.layer.ndim == 1 else f'({steps})'}, and no others"

    def _repr_html_(self) -> str:
        from symstride.markup import lines

        return lines(self)


def equivariance(layer: Conv) -> Equivariance:
    """Which shifts of the input of a layer are shifts of its output, with theorems and counterexamples.

    By how much other shifts miss, for given weights, is what ``shift_defect`` says.
    """
    need_layer("equivariance(layer)", layer)
    return Equivariance(layer)
