"""Random arrays for a layer, in each kind of number that a comparison can use."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass, replace
from fractions import Fraction
from math import prod
from types import MappingProxyType
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.check.witness import Arrays
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose

Draw: TypeAlias = Callable[[np.random.Generator, tuple[int, ...]], NDArray[Any]]


def _integers(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
    # Not 0, so that a lost entry shows, and below 2^11: 2^41 products fit int64, more than any layer sums.
    magnitudes: NDArray[Any] = rng.integers(1, 2**11, size=shape)
    return np.where(rng.random(shape) < 0.5, magnitudes, -magnitudes)


def _bytes(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
    magnitudes = rng.integers(1, 2**7, size=shape)
    return np.where(rng.random(shape) < 0.5, magnitudes, -magnitudes).astype(np.int8)


def _fractions(rng: np.random.Generator, shape: tuple[int, ...]) -> NDArray[Any]:
    numerators, denominators = _integers(rng, shape), rng.integers(1, 100, size=shape)
    values = np.empty(shape, dtype=object)
    for index in np.ndindex(*shape):
        values[index] = Fraction(int(numerators[index]), int(denominators[index]))
    return values


def _floats(dtype: type[Any]) -> Draw:
    return lambda rng, shape: rng.standard_normal(shape).astype(dtype)


@dataclass(frozen=True)
class Numbers:
    """One kind of number: how to draw it, whether sums are exact, and whether it needs a small layer to be quick."""

    draw: Draw
    exact: bool
    small: bool


NUMBERS: Mapping[str, Numbers] = MappingProxyType(
    {
        "integers": Numbers(_integers, exact=True, small=False),
        "int8": Numbers(_bytes, exact=True, small=False),
        "fractions": Numbers(_fractions, exact=True, small=True),
        "float32": Numbers(_floats(np.float32), exact=False, small=False),
        "float64": Numbers(_floats(np.float64), exact=False, small=False),
    }
)


def draw_arrays(layer: Conv | ConvTranspose, input_size: tuple[int, ...], kind: str, seed: int) -> Arrays:
    """``x`` (one sample), ``w`` and ``b`` for ``layer``, the same for the same seed."""
    rng, draw = np.random.default_rng(seed), NUMBERS[kind].draw
    x = draw(rng, (1, int(layer.in_channels), *input_size))
    w = draw(rng, tuple(int(n) for n in layer.weight_shape))
    return x, w, draw(rng, (int(layer.out_channels),)) if layer.bias else None


def small_layer(layer: Conv, input_size: tuple[int, ...], phases: tuple[int, ...]) -> tuple[Conv, tuple[int, ...]]:
    """The same axes with at most 2 groups of 2 channels, on an input that gives one output more than ``phases``.

    For numbers that are exact but slow.  Explicit padding is kept, so that edges are as in the layer itself.
    """
    explicit = layer.resolved(input_size)
    groups = min(int(layer.groups), 2)
    small = replace(
        explicit,
        in_channels=groups * min(int(layer.in_per_group), 2),
        out_channels=groups * min(int(layer.out_per_group), 2),
        groups=groups,
        input_size=None,
    )
    sizes = []
    for axis, size, a in zip(explicit.axes(), input_size, phases, strict=True):
        outputs = min(int(axis.output_size(size)), a + 1)
        needed = max(1, int(axis.stride) * (outputs - 1) + int(axis.span) - int(axis.low) - int(axis.high))
        whole = prod((int(axis.stride), a)) if layer.padding_mode == "circular" else 1
        sizes.append(min(size, -(-needed // whole) * whole))
    return small, tuple(sizes)
