"""Exactly which places of a network's values its outputs read, by walking back through the nodes."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from typing import TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.layers.integer import integer, shown
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, check_product
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.reads import Window, windows

Mask: TypeAlias = NDArray[np.bool_]

BY_PLACE = (op.Affine, op.BatchNorm, op.PRelu, op.Quotient, op.Pointwise, op.Pixelwise, op.Add, op.Multiply, op.Maximum,
            op.Divide, op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels, op.Select, op.Mask)  # fmt: skip
"""What gives place ``t`` of its value from places ``t`` of its inputs alone."""


def works_by_place(operator: op.Operator) -> bool:
    """Whether each place of the value comes from the same place of the inputs alone."""
    if isinstance(operator, op.Softmax):
        return operator.axis == 0 and not operator.rest
    return isinstance(operator, BY_PLACE)


def places_behind(network: Network, source: str, name: str, output: PerAxis) -> Mask:
    """The places of ``source`` that output ``output`` of the node ``name`` can depend on."""
    size = network.shapes[source][1:]
    needed = needed_places(network, {name: _start(network.shapes[name][1:], output)}, "FieldTable.places")
    return needed.get(source, np.zeros(size, dtype=bool))


def needed_places(network: Network, wanted: Mapping[str, Mask], asked: str) -> dict[str, Mask]:
    """The places of each value that those in ``wanted`` can depend on, with these themselves; others have none.

    Over all channels of a place together, and everything where an operator rearranges otherwise than along axes.
    """
    for node in network.nodes:
        check_product(asked, network.shapes[node.name][1:], MAX_LISTED, "places of a map")
    needed = dict(wanted)
    for node in reversed(network.nodes):
        if node.name in needed:
            for given in node.inputs:
                read = _read(node, needed[node.name], network.shapes[given][1:])
                needed[given] = needed[given] | read if given in needed else read
    return needed


def _start(size: op.Shape, output: PerAxis) -> Mask:
    asked = "FieldTable.places(node, output)"
    listed = tuple(output) if isinstance(output, list | tuple) else (output,) * len(size)
    if len(listed) != len(size) or not size:
        raise SpecError(asked, f"a place of a map with {len(size)} axes", shown(output), "give one number per axis")
    place = tuple(integer(n, asked) for n in listed)
    if not all(isinstance(n, int) and 0 <= n < m for n, m in zip(place, size, strict=True)):
        raise SpecError(asked, f"a place of the map of {size} places", shown(output), "count from 0")
    mask = np.zeros(size, dtype=bool)
    mask[place] = True
    return mask


def _read(node: Node, mask: Mask, size: op.Shape) -> Mask:
    """The places of one input, a map of ``size``, that the outputs in ``mask`` read."""
    operator = node.operator
    if not mask.any():
        return np.zeros(size, dtype=bool)
    if works_by_place(operator):
        return mask
    if isinstance(operator, op.Transpose) and operator.source[0] == 0:
        return mask.transpose(np.argsort([axis - 1 for axis in operator.source[1:]]))
    pairs = _pairs(operator, size, mask.shape)
    if pairs is None:
        return np.ones(size, dtype=bool)
    for axis, row in enumerate(pairs):
        moved = np.zeros((*mask.shape[:axis], size[axis], *mask.shape[axis + 1 :]), dtype=bool)
        before = (slice(None),) * axis
        for outputs, places in row:
            inside = (places >= 0) & (places < size[axis]) & (outputs >= 0) & (outputs < mask.shape[axis])
            np.logical_or.at(moved, (*before, places[inside]), mask[(*before, outputs[inside])])
        mask = moved
    return mask


Pairs: TypeAlias = Iterable[tuple[NDArray[np.int64], NDArray[np.int64]]]
"""Along one axis: outputs, and beside them places that they read; those outside of their maps are left out later."""


def _pairs(operator: op.Operator, size: op.Shape, outputs: op.Shape) -> list[Pairs] | None:
    """What the outputs read, axis by axis; None for what is no product of axes, and for what reads everything."""
    if isinstance(operator, Conv | ConvTranspose | op.MaxPool | op.AveragePool | op.Pad):
        turns = isinstance(operator, Conv) and operator.padding_mode == "circular"
        rows = zip(windows(operator, size), size, outputs, strict=True)
        return [_taps(window, n, m, turns) for window, n, m in rows]
    if isinstance(operator, op.Wrap):
        lows = (low for low, _ in operator.amounts)
        return [[(np.arange(m), (np.arange(m) - low) % n)] for low, n, m in zip(lows, size, outputs, strict=True)]
    if isinstance(operator, op.SpaceToDepth):
        cells = zip(operator.cell, operator.phases, outputs, strict=True)
        return [[(np.arange(m), cell * np.arange(m) + rho) for rho in row] for cell, row, m in cells]
    if isinstance(operator, op.DepthToSpace):
        return [[(np.arange(m), np.arange(m) // cell)] for cell, m in zip(operator.cell, outputs, strict=True)]
    if isinstance(operator, op.Take) and operator.axis > 0:
        same: list[Pairs] = [[(np.arange(m), np.arange(m))] for m in outputs]
        same[operator.axis - 1] = [(np.arange(len(operator.source)), np.array(operator.source))]
        return same
    return None


def _taps(window: Window, size: int, outputs: int, turns: bool) -> Pairs:
    """A pair for each tap."""
    for tap in range(window.kernel):
        if window.transposed:
            places = np.arange(size)
            yield window.stride * places + window.dilation * tap - window.low, places
        else:
            found = np.arange(outputs)
            read = window.stride * found + window.dilation * tap - window.low
            yield found, read % size if turns else read
