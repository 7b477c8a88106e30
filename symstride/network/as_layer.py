"""Which layer an operator is, or takes the sums of: what the rewriting builds on, and what is claimed of it.

Both rest on this file alone, so that claims are worked out without the rewriting.
"""

from __future__ import annotations

from dataclasses import replace

from symstride.algebra.layout import Order
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Node
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Pairs, Shape
from symstride.network.operators.windows import reached_padding


def layer_of(node: Node, shape: Shape) -> Conv:
    """The layer that a node is, on a map of that shape: a pool or a Pad takes sums of each channel by itself."""
    operator, (channels, *size) = node.operator, shape
    if isinstance(operator, Conv) and operator.padding_mode == "zeros":
        return operator.resolved(tuple(size))
    if isinstance(operator, op.MaxPool | op.AveragePool):
        padding, steps = reached_padding(operator, tuple(size)), (operator.kernel, operator.stride)
        return Conv(channels, channels, *steps, padding, operator.dilation, groups=channels, bias=False)
    if isinstance(operator, op.Pad) and operator.fill in (0.0, "lowest"):
        return Conv(channels, channels, (1,) * len(size), 1, operator.amounts, 1, groups=channels, bias=False)
    asked, got = f"prove, node {node.title!r}", type(operator).__name__
    hint = 'prove it with scope="layer", or the layers around it'
    raise NotSupported(asked, "a layer with zero padding, a pool or a Pad", got, hint)


def summed_layer(operator: Conv | op.AveragePool, shape: Shape) -> tuple[Conv, Order]:
    """The layer whose sums an operator takes on a map of that shape, and the channel order that it is expanded in.

    A circular layer takes them on the map that its padding makes, which is ``wrapped_padding`` larger.
    """
    if isinstance(operator, Conv):
        if operator.padding_mode == "circular":
            none = ((0, 0),) * operator.ndim
            operator = replace(operator, padding_mode="zeros", padding=none, input_size=None)
        return operator, layer_order(operator)
    channels, *size = shape
    padding = reached_padding(operator, tuple(size))
    steps = (operator.kernel, operator.stride, padding, operator.dilation)
    return Conv(channels, channels, *steps, groups=channels, bias=False), "channel_major"


def layer_of_any_size(operator: Operator, channels: int) -> tuple[Conv, Order]:
    """The layer that an operator is on maps of every size, and the channel order that it is expanded in."""
    if isinstance(operator, Conv):
        return replace(operator, input_size=None), layer_order(operator)
    if isinstance(operator, op.MaxPool | op.AveragePool):
        steps = (operator.kernel, operator.stride, operator.padding, operator.dilation)
        return Conv(channels, channels, *steps, groups=channels, bias=False), "channel_major"
    asked, got = "a layer of every size", type(operator).__name__
    raise NotSupported(asked, "a Conv or a pool", got, "give the sizes")


def wrapped_padding(operator: Conv | op.AveragePool, shape: Shape) -> Pairs:
    """What a circular layer wraps around its map of that shape; nothing for other operators."""
    if not isinstance(operator, Conv) or operator.padding_mode == "zeros":
        return ((0, 0),) * (len(shape) - 1)
    return tuple((int(axis.low), int(axis.high)) for axis in operator.axes(shape[1:]))


def separate_phases(operator: Operator) -> Shape | None:
    """How many phases a dilated Conv of stride 1 keeps apart, per axis; None for other operators.

    An output in phase ``tau`` of the padded map reads places of that phase alone, at ``dilation*(m + i) + tau``.
    """
    if not isinstance(operator, Conv) or any(s != 1 for s in operator.stride):
        return None
    phases = tuple(int(dl) if k != 1 else 1 for dl, k in zip(operator.dilation, operator.kernel, strict=True))
    return phases if any(a != 1 for a in phases) else None


def layer_order(layer: Conv | ConvTranspose) -> Order:
    """ONNX's SpaceToDepth numbers phases first; layers with groups need their phases inside each group."""
    return "phase_major" if layer.groups == 1 else "channel_major"
