"""The network of one layer, by which transposed layers and pools are proved, shown and written."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network


def network_of(layer: Conv | ConvTranspose | MaxPool | AveragePool, input_size: Any) -> Network:
    """The layer on a map of ``input_size``, one number for each axis or one for all; a pool on one channel.

    A pool does to each channel what it does to one.  Raises ``SpecError`` without a size.
    """
    axes = len(layer.kernel)
    listed = tuple(input_size) if isinstance(input_size, Sequence) else (input_size,) * axes
    if len(listed) != axes or any(type(n) is not int or n < 1 for n in listed):
        expected = f"input_size, {axes} numbers" if axes > 1 else "input_size, a number"
        hint = "a transposed layer and a pool are proved for one size: input_size=(7, 7), or --input 7x7"
        raise SpecError(f"a network of one {type(layer).__name__}", expected, repr(input_size)[:80], hint)
    channels = 1 if isinstance(layer, MaxPool | AveragePool) else int(layer.in_channels)
    build = Builder(type(layer).__name__)
    return build.network(build.add(layer, build.input("x", (channels, *listed)), name="y"))
