"""Random networks for the grid: branches that meet again, odd sizes, and whole-number weights.

Weights and inputs are 64-bit integers, which wrap the same way in both networks, so results are compared exactly.
Averages turn them into Fractions.  The product of all strides of one axis stays small: the weights of a layer grow
with its square.
"""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.operators.shapes import output_shape
from symstride.network.operators.windows import counts
from symstride.network.reads import windows

MOST = {1: 12, 2: 6}
"""The largest product of strides, by the number of axes."""


def whole_numbers(rng: random.Random, shape: tuple[int, ...], bound: int = 9) -> NDArray[np.int64]:
    """Never 0, so that no product hides what it is multiplied with."""
    size = int(np.prod(shape))
    drawn = [rng.choice([-1, 1]) * rng.randint(1, bound) for _ in range(size)]
    return np.array(drawn, dtype=np.int64).reshape(shape)


@dataclass
class Growing:
    """A network that grows: ``room`` is what the strides of each axis may still multiply to."""

    rng: random.Random
    build: Builder
    room: list[int]
    averages: bool
    tight: bool
    number: int = 0

    def name(self) -> str:
        self.number += 1
        return f"n{self.number}"

    def add(self, operator: op.Operator, *inputs: str, **arrays: NDArray[np.int64]) -> str:
        return self.build.add(operator, *inputs, name=self.name(), **arrays)

    def fits(self, layer: op.Operator, x: str) -> bool:
        """Whether the layer has outputs on that map, and each of them reads it if it has to."""
        try:
            shape = output_shape(layer, [self.build.shapes[x]])
            _ = counts(layer, self.build.shapes[x][1:]) if isinstance(layer, op.AveragePool) else None
        except ValueError:  # nothing left, or a window of padding only
            return False
        sizes = self.build.shapes[x][1:]
        rows = list(zip(windows(layer, sizes), sizes, shape[1:], strict=True))
        meets = all(any(0 <= t < n for t in window.read_by(j)) for window, n, m in rows for j in range(m))
        return meets or not self.tight

    def strides(self) -> tuple[int, ...]:
        """A stride for each axis, taken from the room that is left."""
        drawn = []
        for n, room in enumerate(self.room):
            s = self.rng.choice([1, 1, 2, 2, 3])
            drawn.append(s if s <= room else 1)
            self.room[n] //= drawn[-1]
        return tuple(drawn)


def random_network(
    rng: random.Random, layers: int, axes: int = 2, averages: bool = True, pointwise: str = "relu", tight: bool = False
) -> Network:
    """``layers`` layers or joins of branches, activations between them, and more than one output at times.

    ``tight``: every output reads the map, so that no place really there is 0 whatever the weights are.
    """
    build = Builder("random", dtype="int64")
    grow = Growing(rng, build, [MOST[axes]] * axes, averages, tight)
    x = build.input("x", (rng.randint(2, 3), *(rng.randint(5, 17 if axes == 1 else 13) for _ in range(axes))))
    values = [x]
    for _ in range(layers):
        x = rng.choice([_layer, _layer, _layer, _branches, _same_size])(grow, x)
        x = rng.choice(_AFTER)(grow, x, pointwise)
        values.append(x)
    outputs = {x, rng.choice(values)} if rng.random() < 0.3 else {x}
    return build.network(*sorted(outputs))


# ------------------------------------------------------------------------------------------------ layers


def _layer(grow: Growing, x: str) -> str:
    if max(grow.build.shapes[x][1:]) < 20 and grow.rng.random() < 0.12:
        return _conv_transpose(grow, x)
    kinds = [_conv, _conv, _conv, _max_pool, *([_average_pool] if grow.averages else [])]
    return grow.rng.choice(kinds)(grow, x, grow.strides())


def _window(
    grow: Growing, x: str, stride: tuple[int, ...], padding: Callable[[int, int], tuple[int, int]]
) -> dict[str, tuple[object, ...]]:
    """Kernel, dilation and padding that leave an output; ``padding`` draws (low, high) for a kernel and dilation."""
    sizes = grow.build.shapes[x][1:]
    while True:
        kernel = tuple(grow.rng.choice([1, 2, 3, 3, 4]) for _ in sizes)
        dilation = tuple(grow.rng.choice([1, 1, 1, 2, 3]) for _ in sizes)
        pads = tuple(padding(k, dl) for k, dl in zip(kernel, dilation, strict=True))
        rows = zip(sizes, kernel, dilation, pads, strict=True)
        if all(n + low + high >= dl * (k - 1) + 1 for n, k, dl, (low, high) in rows):
            return {"kernel": kernel, "stride": stride, "padding": pads, "dilation": dilation}


def _conv(grow: Growing, x: str, stride: tuple[int, ...]) -> str:
    rng, channels = grow.rng, grow.build.shapes[x][0]
    least = -1 if rng.random() < 0.15 else 0
    steps = _window(grow, x, stride, lambda k, dl: (rng.randint(least, 3), rng.randint(least, 3)))
    if rng.random() < 0.15:
        steps["padding"] = rng.choice(["same", "same_lower"])  # type: ignore[assignment]
    groups = rng.choice([g for g in (1, 1, 2, channels) if channels % g == 0])
    bias = rng.random() < 0.5
    conv = Conv(channels, groups * rng.randint(1, 2), groups=groups, bias=bias, **steps)  # type: ignore[arg-type]
    if not grow.fits(conv, x):
        return _conv(grow, x, stride)
    arrays = {"weight": whole_numbers(rng, tuple(int(n) for n in conv.weight_shape))}
    if bias:
        arrays["bias"] = whole_numbers(rng, (int(conv.out_channels),))
    return grow.add(conv, x, **arrays)


def _conv_transpose(grow: Growing, x: str) -> str:
    """It gives back what strides have taken, or makes the map finer than the input was."""
    rng, (channels, *sizes) = grow.rng, grow.build.shapes[x]
    stride = tuple(rng.choice([1, 2, 2, 3]) for _ in sizes)
    grow.room = [room // s for room, s in zip(grow.room, stride, strict=True)]
    groups = rng.choice([g for g in (1, 1, 2, channels) if channels % g == 0])
    while True:
        kernel = tuple(rng.randint(1, 4) for _ in sizes)
        dilation = tuple(rng.choice([1, 1, 2]) for _ in sizes)
        padding = tuple((rng.randint(-1, 2), rng.randint(-1, 2)) for _ in sizes)
        more = tuple(rng.randint(0, 1) for _ in sizes)
        layer = ConvTranspose(channels, groups, kernel, stride, padding, dilation, more, groups, rng.random() < 0.5)
        if grow.fits(layer, x):
            bias = {"bias": whole_numbers(rng, (groups,))} if layer.bias else {}
            return grow.add(layer, x, weight=whole_numbers(rng, layer.weight_shape), **bias)


def _max_pool(grow: Growing, x: str, stride: tuple[int, ...]) -> str:
    rng = grow.rng
    # a window may not lie in the padding altogether: its maximum would be minus infinity
    steps = _window(
        grow, x, stride, lambda k, dl: (rng.randint(0, k - 1), rng.randint(0, k - 1)) if dl == 1 else (0, 0)
    )
    return grow.add(op.MaxPool(**steps, ceil_mode=rng.random() < 0.4), x)  # type: ignore[arg-type]


def _average_pool(grow: Growing, x: str, stride: tuple[int, ...]) -> str:
    rng = grow.rng
    while True:
        steps = _window(grow, x, stride, lambda k, dl: (rng.randint(0, 2), rng.randint(0, 2)))
        modes = {"ceil_mode": rng.random() < 0.4, "count_include_pad": rng.random() < 0.5}
        pool = op.AveragePool(**steps, **modes)  # type: ignore[arg-type]
        if grow.fits(pool, x):
            return grow.add(pool, x)


def _same_size(grow: Growing, x: str) -> str:
    """A pad, or a layer whose value is as large as ``x``, added to it, multiplied with it or laid behind it."""
    rng, (channels, *sizes) = grow.rng, grow.build.shapes[x]
    if rng.random() < 0.3 and not grow.tight:
        least = -1 if min(sizes) > 2 else 0
        amounts = tuple((rng.randint(least, 2), rng.randint(least, 2)) for _ in sizes)
        return grow.add(op.Pad(amounts, rng.choice([0.0, 0.0, 2.0])), x)
    y = grow.add(Conv(channels, channels, (3,) * len(sizes), padding=1, bias=False), x,
                 weight=whole_numbers(rng, (channels, channels, *(3,) * len(sizes))))  # fmt: skip
    return grow.add(rng.choice([op.Add(), op.Add(), op.Maximum(), op.Multiply(), op.Concat()]), x, y)


def _branches(grow: Growing, x: str) -> str:
    """Two ways to one size, as in a residual block with a stride or an inception block."""
    rng, (channels, *sizes) = grow.rng, grow.build.shapes[x]
    stride = grow.strides()
    ends = []
    for _ in range(2):
        kernel = tuple(rng.choice([1, 3]) for _ in sizes)
        padding = tuple(((k - 1) // 2,) * 2 for k in kernel)
        if rng.random() < 0.3:
            ends.append(grow.add(op.MaxPool(kernel, stride, padding, (1,) * len(sizes)), x))
            continue
        bias = rng.random() < 0.5
        conv = Conv(channels, channels, kernel, stride, padding, bias=bias)
        arrays = {"weight": whole_numbers(rng, tuple(int(n) for n in conv.weight_shape))}
        ends.append(grow.add(conv, x, **arrays, **({"bias": whole_numbers(rng, (channels,))} if bias else {})))
    return grow.add(rng.choice([op.Add(), op.Concat()]), *ends)


# ------------------------------------------------------------------------------------------------ between layers


def _nothing(grow: Growing, x: str, pointwise: str) -> str:
    return x


def _pointwise(grow: Growing, x: str, pointwise: str) -> str:
    return grow.add(op.Pointwise(pointwise), x)


def _affine(grow: Growing, x: str, pointwise: str) -> str:
    channels, shift = (grow.build.shapes[x][0],), grow.rng.random() < 0.5
    scale = whole_numbers(grow.rng, channels)
    return grow.add(op.Affine(shift=shift), x, scale=scale, **({"shift": -scale} if shift else {}))


def _permuted(grow: Growing, x: str, pointwise: str) -> str:
    order = list(range(grow.build.shapes[x][0]))
    grow.rng.shuffle(order)
    return grow.add(op.ChannelPermutation(tuple(order)), x)


def _sliced(grow: Growing, x: str, pointwise: str) -> str:
    channels = grow.build.shapes[x][0]
    return grow.add(op.Channels(1, channels), x) if channels > 2 else x


_AFTER = (_nothing, _nothing, _pointwise, _pointwise, _affine, _permuted, _sliced)
