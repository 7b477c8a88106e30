"""Padding as a step of its own, in front of a layer, for frameworks whose layers cannot pad that way."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import replace
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.layers.layer import Conv


def pairs(layer: Conv, x: NDArray[Any]) -> tuple[tuple[int, int], ...]:
    """(low, high) per axis for the signal ``x`` of shape ``(batch, C, *N)``."""
    return tuple((int(axis.low), int(axis.high)) for axis in layer.axes(x.shape[2:]))


def plain(numbers: Sequence[Any]) -> tuple[int, ...]:
    """Kernel, stride or dilation as ints, for a layer without symbols."""
    return tuple(int(n) for n in numbers)


def padded(layer: Conv, x: NDArray[Any]) -> NDArray[Any]:
    """``x`` on the places ``-low <= t < N + high`` of each axis: zeros outside ``[0, N)``, or the circular signal.

    Negative padding crops.
    """
    for number, (low, high) in enumerate(pairs(layer, x), start=2):
        size = x.shape[number]
        places = np.arange(-low, size + high)
        x = np.take(x, places % size, axis=number)
        if layer.padding_mode == "zeros":
            outside = (places < 0) | (places >= size)
            x[(slice(None),) * number + (outside,)] = 0
    return x


def without_padding(layer: Conv) -> Conv:
    """The same layer for a signal that is padded already."""
    return replace(layer, padding="valid", padding_mode="zeros", input_size=None)
