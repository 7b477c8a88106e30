"""Random layers for the tests: one seeded generator for long runs, and Hypothesis strategies that shrink.

Every case has at least two channels, sizes odd and even, and weights that differ, because one channel hides errors
of order, even sizes errors of padding, and equal weights everything.
"""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import dataclass
from math import prod
from typing import Any

import numpy as np
from hypothesis import strategies as st
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.layers.layer import Conv

ORIGINS = ("image", "padded")
ORDERS = ("channel_major", "phase_major")

MAX_OUTPUTS = 64
MAX_PRODUCTS = 500_000
"""Bounds on a random case: spatial outputs, and products in the expanded layer.  They keep 20,000 cases to minutes."""


@dataclass(frozen=True)
class Case:
    """A layer, the input size to run it on, and how to expand it."""

    layer: Conv
    input_size: tuple[int, ...]
    phases: tuple[int, ...]
    origin: str
    order: str
    drop_dead: bool

    @property
    def bank(self) -> Bank:
        return expand(self.layer, self.phases, self.origin, self.order, self.drop_dead, self.input_size)


# ---------------------------------------------------------------- seeded generator


def random_case(rng: random.Random) -> Case:
    """A small random case.  Draws again when there is no output, or when the loops would take too long."""
    ndim = rng.choices([1, 2, 3], weights=[4, 4, 2])[0]  # drawn once: drawing again must not favour few axes
    while True:
        case = _draw(rng, ndim)
        if case is not None:
            return case


def random_cases(seed: int, count: int) -> Iterator[Case]:
    """``count`` cases, the same for the same ``seed``."""
    rng = random.Random(seed)
    return (random_case(rng) for _ in range(count))


def _draw(rng: random.Random, ndim: int) -> Case | None:
    kernel, stride, dilation, phases = (_ints(rng, 1, most, ndim) for most in (9, 7, 4, 4))
    low, high = _ints(rng, -3, 9, ndim), _ints(rng, -3, 9, ndim)
    size = _ints(rng, 1, 16 if ndim < 3 else 9, ndim)
    mode = rng.choices(["zeros", "circular"], weights=[4, 1])[0]
    origin = rng.choice(ORIGINS)
    if mode == "circular" and origin == "image":
        size = tuple(s * a * rng.randint(1, 2) for s, a in zip(stride, phases, strict=True))
    reach = [dl * (k - 1) for dl, k in zip(dilation, kernel, strict=True)]
    room = [n + lo + hi - d - 1 for n, lo, hi, d in zip(size, low, high, reach, strict=True)]
    outputs = [r // s + 1 for r, s in zip(room, stride, strict=True)]
    if min(outputs) < 1 or prod(outputs) > MAX_OUTPUTS:
        return None
    groups = rng.choice([1, 1, 2, 3])
    fan_in, fan_out = (rng.randint(1 if groups > 1 else 2, 2) for _ in range(2))
    reads = prod((m + a) * (d + 2 * s * a) for m, a, d, s in zip(outputs, phases, reach, stride, strict=True))
    if groups * fan_in * fan_out * reads > MAX_PRODUCTS:
        return None
    layer = Conv(
        groups * fan_in,
        groups * fan_out,
        kernel,
        stride,
        tuple(zip(low, high, strict=True)),
        dilation,
        groups,
        bias=rng.random() < 0.5,
        padding_mode=mode,
    )
    return Case(layer, size, phases, origin, rng.choice(ORDERS), rng.random() < 0.3)


def _ints(rng: random.Random, least: int, most: int, count: int) -> tuple[int, ...]:
    return tuple(rng.randint(least, most) for _ in range(count))


# ---------------------------------------------------------------- arrays


def integer_arrays(
    layer: Conv, input_size: tuple[int, ...], seed: int, batch: int = 1
) -> tuple[NDArray[Any], NDArray[Any], NDArray[Any] | None]:
    """``x``, ``w``, ``b`` as int64.  Weights and biases are distinct and not 0, inputs are not 0."""
    rng = np.random.default_rng(seed)
    count = prod(int(n) for n in layer.weight_shape)
    values = rng.permutation(count + int(layer.out_channels)) + 1
    signs = rng.choice([-1, 1], size=len(values))
    w = (values * signs)[:count].reshape(layer.weight_shape)
    b = (values * signs)[count:] if layer.bias else None
    x = rng.integers(1, 1000, size=(batch, int(layer.in_channels), *input_size))
    return x, w, b


# ---------------------------------------------------------------- Hypothesis


@st.composite
def cases(draw: st.DrawFn, max_ndim: int = 2, modes: tuple[str, ...] = ("zeros", "circular")) -> Case:
    """Cases of the same kind that Hypothesis can shrink: input sizes grow from the least one that gives an output."""
    ndim = draw(st.integers(1, max_ndim))
    axes = [draw(_axis()) for _ in range(ndim)]
    mode, origin = draw(st.sampled_from(modes)), draw(st.sampled_from(ORIGINS))
    sizes = []
    for k, s, dl, low, high, a, extra in axes:
        size = max(1, dl * (k - 1) + 1 - low - high) + extra
        sizes.append(-(-size // (s * a)) * s * a if mode == "circular" and origin == "image" else size)
    groups = draw(st.integers(1, 2))
    fan_in, fan_out = draw(st.integers(1, 2)), draw(st.integers(1, 2))
    kernel, stride, dilation, lows, highs, phases, _ = zip(*axes, strict=True)
    layer = Conv(
        groups * (fan_in + 1), groups * (fan_out + 1), kernel, stride, tuple(zip(lows, highs, strict=True)), dilation,
        groups,
        bias=draw(st.booleans()), padding_mode=mode,
    )  # fmt: skip
    return Case(layer, tuple(sizes), phases, origin, draw(st.sampled_from(ORDERS)), draw(st.booleans()))


@st.composite
def _axis(draw: st.DrawFn) -> tuple[int, ...]:
    """(kernel, stride, dilation, low, high, phases, places beyond the least input size)."""
    bounds = ((1, 5), (1, 4), (1, 3), (-2, 5), (-2, 5), (1, 3), (0, 7))
    return tuple(draw(st.integers(least, most)) for least, most in bounds)
