"""From the record of a layer to its axes on numbers: convolutions, pools and transposed convolutions."""

from __future__ import annotations

from dataclasses import replace
from typing import TypeAlias

from symstride.algebra.bank import expand
from symstride.algebra.shapes import per_axis
from symstride.algebra.sizes import AxisBank
from symstride.drawing.track import Track
from symstride.errors import SpecError
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.transposed import ConvTranspose
from symstride.network.operators.records import AveragePool, MaxPool
from symstride.network.operators.windows import counts, reached_padding

Layer: TypeAlias = Conv | ConvTranspose | MaxPool | AveragePool
"""What has windows that can be drawn."""

LARGEST_SIZE = 1_000_000
"""Places along an axis; pictures have far fewer, and refuse more by name."""


def tracks(
    layer: Conv | MaxPool | AveragePool, input_size: PerAxis | None, phases: PerAxis, origin: str, outputs: int
) -> tuple[Track, ...]:
    """The axes of a layer.

    Without an input size it takes its own, if that is small, or one that makes about ``outputs`` along each axis.
    """
    if isinstance(layer, Conv):
        return _of_layer(layer, input_size, phases, origin, outputs)
    size = _sizes(input_size, len(layer.kernel)) or _few(layer, outputs)
    one = Conv(1, 1, layer.kernel, layer.stride, reached_padding(layer, size), layer.dilation, bias=False)
    found = _of_layer(one, size, phases, origin, outputs)
    if isinstance(layer, MaxPool):
        return tuple(_with_kind(track, layer, ()) for track in found)
    return tuple(_with_kind(track, layer, row) for track, row in zip(found, counts(layer, size), strict=True))


def _with_kind(track: Track, pool: MaxPool | AveragePool, divisors: tuple[int, ...]) -> Track:
    kind = "max" if isinstance(pool, MaxPool) else "mean"
    return Track(track.bank, track.size, track.outputs, False, kind, divisors)  # type: ignore[arg-type]  # a Reduction


def _of_layer(layer: Conv, input_size: PerAxis | None, phases: PerAxis, origin: str, outputs: int) -> tuple[Track, ...]:
    size = _sizes(input_size, layer.ndim)
    if size is None and layer.input_size is not None:
        size, layer = _own_size(layer, outputs)
    size = size or _few(layer, outputs, phases)
    bank = expand(layer, phases, origin, input_size=size)
    if bank.symbols and any(not isinstance(v, int) for axis in bank.axes for v in _numbers(axis)):
        names = ", ".join(sorted(map(str, bank.symbols)))
        raise SpecError("draw(layer)", "numbers", f"symbols {names}", "give them numbers: a picture shows one case")
    made = layer.output_size(size)
    rows = zip(bank.axes, size, made, strict=True)
    circular = layer.padding_mode == "circular"
    return tuple(Track(axis, int(n), int(m), circular) for axis, n, m in rows)


def _numbers(axis: AxisBank) -> tuple[object, ...]:
    return (axis.axis.kernel, axis.axis.stride, axis.axis.dilation, axis.axis.low, axis.axis.high, axis.a)


def _own_size(layer: Conv, outputs: int) -> tuple[tuple[int, ...] | None, Conv]:
    """The size that the layer carries, where that is small; else none, and the layer with padding as for its size."""
    if not layer.is_symbolic and max(map(int, layer.output_size())) <= 2 * outputs:
        return tuple(map(int, layer.input_size or ())), layer
    return None, replace(layer.resolved(), input_size=None)


def _sizes(input_size: PerAxis | None, axes: int) -> tuple[int, ...] | None:
    """The size that was asked for, as numbers."""
    if input_size is None:
        return None
    asked = "draw(input_size=...)"
    sizes = per_axis(input_size, axes, asked)
    wrong = [n for n in sizes if not isinstance(n, int) or not 1 <= n <= LARGEST_SIZE]
    if wrong:
        raise SpecError(asked, "a number of places for each axis", str(wrong[0])[:80], "for instance input_size=8")
    return tuple(map(int, sizes))


def _few(layer: Conv | MaxPool | AveragePool, outputs: int, phases: PerAxis = 1) -> tuple[int, ...]:
    """A small input: whole cells, as few as give ``outputs`` places along each axis."""
    counts_ = per_axis(phases, len(layer.kernel), "draw(phases=...)")
    paddings = layer.padding if not isinstance(layer.padding, str) else ((0, 0),) * len(layer.kernel)
    sizes = []
    for k, s, dl, a, (low, high) in zip(layer.kernel, layer.stride, layer.dilation, counts_, paddings, strict=True):
        numbers = (k, s, dl, a, low, high)
        if not all(isinstance(n, int) for n in numbers):
            got = str(next(n for n in numbers if not isinstance(n, int)))[:80]
            raise SpecError("draw(layer)", "numbers", f"the symbol {got}", "give it a number: a picture shows one case")
        cell = int(s) * int(a)
        places = int(s) * (outputs - 1) + int(dl) * (int(k) - 1) + 1 - int(low) - int(high)
        sizes.append(max(cell, -(-places // cell) * cell))
    return tuple(sizes)


def transposed_sizes(layer: ConvTranspose, input_size: PerAxis | None, places: int) -> tuple[int, ...]:
    """The input size of a transposed layer: what was asked for, or ``places`` along each axis."""
    return _sizes(input_size, layer.ndim) or (places,) * layer.ndim
