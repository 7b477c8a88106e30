"""How large the numbers of each value may become, and where they may overflow.

A ghost may hold more than any place that the map really has: terms that cancel elsewhere do not cancel where half of
them are padding.  So a sum over a ghost may overflow in a network all of whose own numbers are far from that, and a
layer that multiplies infinity by a structural zero gets NaN.  The bounds here hold for ghosts and real places alike,
for all inputs and weights of at most ``MOST`` in size; ``network.finite`` says where a real place is a number.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from math import inf, prod, sqrt
from typing import TYPE_CHECKING, Any, TypeAlias

from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Network, Node
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.records import Fill, Shape

if TYPE_CHECKING:
    from numpy.typing import NDArray

MOST = 1e3
"""The largest size of inputs and weights that the bounds are about."""

FACTOR = MOST**2
"""What makes numbers larger by no more than this is taken like a layer, which does so too."""

LARGEST: Mapping[str, float] = {"float16": 65504.0, "bfloat16": 3.3e38, "float32": 3.4e38, "float64": 1.7e308}
"""The largest numbers of the floating-point types; whole numbers and objects have no infinity."""

MARGIN = 4.0
"""How far below the largest number a bound stays, so that rounding on the way does not matter."""

Bounds = Sequence[float]


def overflowing(network: Network) -> frozenset[str]:
    """The values that may hold a number too large for the network's type, although its real places are numbers."""
    limit = largest_number(network)
    return frozenset(name for name, bound in magnitudes(network).items() if limit is not None and bound > limit)


def largest_number(network: Network) -> float | None:
    """What a bound has to stay below so that no number of the network's type overflows; None for exact types."""
    if network.dtype not in LARGEST and "float" not in network.dtype:
        return None
    return LARGEST.get(network.dtype, 0.0) / MARGIN


Large: TypeAlias = Mapping[str, Sequence[float]]
"""Nodes by their names, and what ``large_weights`` says of them."""


def magnitudes(network: Network, large: Large | None = None) -> dict[str, float]:
    """For each value a bound for the size of its numbers; infinity where there is none."""
    large, found = large_weights(network) if large is None else large, dict[str, float]()
    for node in network.nodes:
        bounds = [found[name] for name in node.inputs]
        shapes = network.input_shapes(node)
        found[node.name] = _RULES.get(type(node.operator), _the_same)(node.operator, bounds, shapes)
        if isinstance(node.operator, op.Quotient) and node.parameters[0] in network.weights:
            found[node.name] = _divided(bounds[0], network.weights[node.parameters[0]])
        found[node.name] *= prod(size / MOST for size in large[node.name])
    return found


def without_sums(network: Network, large: Large) -> dict[str, float]:
    """The same if layers, sums and averages made numbers no larger: for what else the network has to make them large.

    Known weights of more than ``MOST`` count in full.
    """
    found: dict[str, float] = {}
    for node in network.nodes:
        bounds, operator = [found[name] for name in node.inputs], node.operator
        if isinstance(operator, op.Quotient):
            known = network.weights.get(node.parameters[0])
            bound = bounds[0] if known is None else _divided(bounds[0], known)
        elif isinstance(operator, _SUMS):
            bound = max(bounds) * (max(1.0, abs(operator.alpha)) if isinstance(operator, op.Gemm) else 1.0)
        else:
            bound = _RULES.get(type(operator), _the_same)(operator, bounds, network.input_shapes(node))
        found[node.name] = bound * prod(large[node.name])
    return found


_SUMS = (
    Conv, ConvTranspose, op.Affine, op.BatchNorm, op.Gemm, op.AveragePool, op.GlobalPool, op.Add, op.PRelu,
)  # fmt: skip


def large_weights(network: Network) -> Large:
    """For each node how large its weights are that are known and larger than ``MOST``.

    Bounds are at most proportional to each of them.  Variances make numbers smaller, and divisors are looked at.
    """
    return {node.name: _large_weights(network, node) for node in network.nodes}


def _large_weights(network: Network, node: Node) -> list[float]:
    if isinstance(node.operator, op.Quotient | op.Requantise):
        return []
    names = node.parameters[:3] if isinstance(node.operator, op.BatchNorm) else node.parameters
    arrays = (network.weights[name] for name in names if name in network.weights)
    sizes = [_largest(array) for array in arrays if array.dtype.kind == "f"]
    return [size for size in sizes if size > MOST]


def _largest(array: NDArray[Any]) -> float:
    """The largest size of a number; where an array says one several times, it is looked at once."""
    once = array[tuple(slice(1 if step == 0 else None) for step in array.strides)]
    return max(float(once.max(initial=0)), -float(once.min(initial=0)))


def _divided(bound: float, divisors: NDArray[Any]) -> float:
    """Divided by numbers that are known."""
    least = float(abs(divisors).min(initial=inf))
    return bound / least if least > 0 else inf


def _the_same(operator: op.Operator, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    """What rearranges numbers, or takes the largest of some."""
    return max(bounds)


def _summed(operator: Conv | ConvTranspose, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    terms = int(operator.in_channels) // int(operator.groups) * prod(map(int, operator.kernel))
    return terms * MOST * bounds[0] + MOST


def _affine(operator: op.Affine, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return (MOST if operator.scale else 1.0) * bounds[0] + (MOST if operator.shift else 0.0)


def _gemm(operator: op.Gemm, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return abs(operator.alpha) * shapes[0][0] * MOST * bounds[0] + abs(operator.beta) * MOST


def _average(operator: op.AveragePool, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return prod(operator.kernel) * bounds[0]


def _global(operator: op.GlobalPool, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return bounds[0] if operator.kind == "max" else prod(shapes[0][1:]) * bounds[0]


def _batch_norm(operator: op.BatchNorm, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    """The divisor is at least the root of ``epsilon``; the product in front of it is bounded as well."""
    if operator.epsilon <= 0:
        return inf
    return MOST * (bounds[0] + MOST) / min(1.0, sqrt(operator.epsilon)) + MOST


def _mapped(operator: op.Pointwise | op.Pixelwise, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    known = maps.POINTWISE if isinstance(operator, op.Pointwise) else maps.PIXELWISE
    return known[operator.name].largest(bounds[0], **dict(operator.attributes))


def _softmax(operator: op.Softmax, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return maps.PIXELWISE["log_softmax" if operator.log else "softmax"].largest(bounds[0])


def _filled(operator: op.Pad | op.Select | op.Mask, bounds: Bounds, shapes: Sequence[Shape]) -> float:
    return max(bounds[0], _size(operator.fill))


def _size(fill: Fill) -> float:
    return 0.0 if isinstance(fill, str) else abs(fill)  # the lowest is no number, and is known to be none


_RULES: Mapping[type, Callable[[Any, Bounds, Sequence[Shape]], float]] = {
    op.Input: lambda operator, bounds, shapes: MOST,
    Conv: _summed,
    ConvTranspose: _summed,
    op.AveragePool: _average,
    op.GlobalPool: _global,
    op.Affine: _affine,
    op.BatchNorm: _batch_norm,
    op.PRelu: lambda operator, bounds, shapes: MOST * bounds[0],
    op.Dequantise: lambda operator, bounds, shapes: (bounds[0] + abs(operator.zero)) * abs(operator.scale or 1.0),
    op.Requantise: lambda operator, bounds, shapes: float(max(abs(operator.low), abs(operator.high))),
    op.Quotient: lambda operator, bounds, shapes: inf,  # unknown divisors may be small
    op.Pointwise: _mapped,
    op.Pixelwise: _mapped,
    op.Add: lambda operator, bounds, shapes: sum(bounds),
    op.Multiply: lambda operator, bounds, shapes: prod(bounds),
    op.Pad: _filled,
    op.Select: _filled,
    op.Mask: _filled,
    op.Gemm: _gemm,
    op.Softmax: _softmax,
}
"""How each operator makes numbers larger."""
