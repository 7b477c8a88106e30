"""Which places the outputs of a layer read along one axis, ghosts included.  Integers only."""

from __future__ import annotations

from dataclasses import dataclass
from math import gcd

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Shape
from symstride.network.operators.windows import reached_padding


@dataclass(frozen=True, slots=True)
class Window:
    """One axis of a layer.  Output ``j`` reads the places

        t = stride*j + dilation*i - low      0 <= i < kernel

    or, for a transposed layer, the places ``t`` with ``j = stride*t + dilation*i - low``.
    """

    kernel: int
    stride: int
    dilation: int
    low: int
    transposed: bool = False

    def read_by(self, output: int) -> range:
        """The places that one output reads, inside or outside of the map, from tap 0 on."""
        return self._backward(output) if self.transposed else self._forward(output)

    def readers(self, place: int) -> range:
        """The outputs, inside or outside of the result, that read one place, from tap 0 on."""
        return self._forward(place) if self.transposed else self._backward(place)

    def reads_any(self, size: int, outputs: int) -> bool:
        """Whether some output ``j < outputs`` reads some place ``0 <= t < size``.

        That is whether ``0 <= stride*x + dilation*i - low < span`` for some ``0 <= x < steps`` and ``0 <= i < kernel``.
        A step of at most ``span`` cannot pass over all of them, so one bound on the other index remains.
        """
        steps, span = (size, outputs) if self.transposed else (outputs, size)
        if self.stride <= span:
            return _some(self.dilation, self.kernel, self.low - self.stride * (steps - 1), self.low + span)
        if self.dilation <= span:
            return _some(self.stride, steps, self.low - self.dilation * (self.kernel - 1), self.low + span)
        return any(meets(self._backward(n), steps) for n in range(span))

    def reach(self, outputs: int) -> int:
        """No output ``j < outputs`` reads a place past this one: ``stride*(M-1) + dilation*(kernel-1) - low``.

        For a transposed layer ``(M-1 + low) div stride``.
        """
        if self.transposed:
            return (outputs - 1 + self.low) // self.stride
        return self.stride * (outputs - 1) + self.dilation * (self.kernel - 1) - self.low

    def touched(self, phases: int, outputs: int) -> range:
        """The cells that the expanded layer multiplies with its weights, structural zeros included.

        With ``umin`` and ``umax`` as in ``algebra.sizes`` and ``M'`` output cells these are the cells from ``umin``
        to ``M' - 1 + umax``; for a transposed layer those from ``-umax`` to ``M' - 1 - umin``.  ``phases`` are those of
        the output of the layer, or of the input of a transposed one; ``outputs`` is ``M'``.
        """
        cell = self.stride * phases
        first = -self.low // cell
        last = (self.stride * (phases - 1) + self.dilation * (self.kernel - 1) - self.low) // cell
        return range(-last, outputs - first) if self.transposed else range(first, outputs + last)

    def _forward(self, n: int) -> range:
        start = self.stride * n - self.low
        return range(start, start + self.dilation * self.kernel, self.dilation)

    def _backward(self, n: int) -> range:
        """All ``(n + low - dilation*i)/stride`` that are whole: one for every ``stride/g``-th tap, ``g`` their gcd."""
        g = gcd(self.dilation, self.stride)
        total, rest = divmod(n + self.low, g)
        if rest:
            return range(0)
        dilation, stride = self.dilation // g, self.stride // g
        first = total * pow(dilation, -1, stride) % stride
        count = max(0, -((first - self.kernel) // stride))
        start = (total - dilation * first) // stride
        return range(start, start - dilation * count, -dilation)


def meets(places: range, end: int) -> bool:
    """Whether one of the places is in ``[0, end)``."""
    upwards = places if places.step > 0 else places[::-1]
    if not upwards:
        return False
    first = upwards.start if upwards.start >= 0 else upwards.start % upwards.step
    return first < min(end, upwards.stop)


def _some(step: int, count: int, least: int, end: int) -> bool:
    """Whether ``least <= step*i < end`` for some ``0 <= i < count``."""
    return max(0, -(-least // step)) <= min(count - 1, (end - 1) // step)


def windows(operator: Operator, size: Shape) -> tuple[Window, ...]:
    """The windows per axis of a layer that reads a map of ``size`` places; ``Pad`` reads one place each."""
    if isinstance(operator, op.Pad):
        return tuple(Window(1, 1, 1, low) for low, _ in operator.amounts)
    if isinstance(operator, op.MaxPool | op.AveragePool):
        lows = tuple(low for low, _ in reached_padding(operator, size))
    elif isinstance(operator, Conv):
        lows = tuple(int(axis.low) for axis in operator.axes(size))
    elif isinstance(operator, ConvTranspose):
        lows = tuple(low for low, _ in operator.padding)
    else:
        raise TypeError(f"{type(operator).__name__} reads no windows")
    transposed = isinstance(operator, ConvTranspose)
    rows = zip(operator.kernel, operator.stride, operator.dilation, lows, strict=True)
    return tuple(Window(int(k), int(s), int(dl), low, transposed) for k, s, dl, low in rows)
