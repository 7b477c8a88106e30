"""Where a network may compute infinity or NaN in a place that its maps really have.

All outputs may be numbers nevertheless: a strided layer steps over the place, or an activation makes a number of
infinity again.  But a layer on phases multiplies the places of whole cells by its weights, structural zeros included,
and 0 times infinity is NaN.  So no layer with structural zeros may be fed with such a value.

For inputs and weights of at most ``MOST`` in size a value is a number in each of its places unless

    undefined    a map is applied to what it does not take to numbers: a logarithm, a root, a division by what may be 0
    unfilled     it is padded with minus infinity, and no maximum behind that has a number in each window
    steep        a map, a product, a divisor or a number of the model's makes numbers more than ``FACTOR`` times as
                 large as they were, and they, or what is computed from them, may overflow

    grown        it may overflow without the sums of layers too: behind many such steps, or a square in half precision

Layers alone do not count as steep, however many there are: with weights of ``MOST`` any seven of them might overflow.
Those with weights that are known and larger than ``FACTOR`` do.
That the sums of the original do not overflow is an assumption, which the guide and the papers tell.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, fields, replace
from math import inf, isfinite, prod
from typing import Any

from symstride.errors import NotSupported
from symstride.network.graph import Network, Node
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.magnitudes import FACTOR, MOST, large_weights, largest_number, magnitudes, without_sums
from symstride.network.operators.records import Fill, Shape
from symstride.network.operators.windows import pool_output
from symstride.network.reads import meets, windows


@dataclass(frozen=True, slots=True)
class _Value:
    """What is known of a value.

    ``least`` is a bound from below for its numbers.  ``steep``, ``wrong`` and ``border`` are titles of nodes, empty
    without one: that made its numbers large; that may have made infinity or NaN; and that put minus infinity around
    it.  The last one leaves numbers in the places ``inside`` alone, one range per axis.
    """

    least: float
    steep: str = ""
    wrong: str = ""
    border: str = ""
    inside: tuple[range, ...] = ()


def unsure(network: Network) -> dict[str, str]:
    """The values that may be infinite or NaN somewhere, each with the title of the node to blame."""
    limit = largest_number(network)
    if limit is None:
        return {}
    large, found = large_weights(network), dict[str, _Value]()
    bounds, light = magnitudes(network, large), without_sums(network, large)
    for node in network.nodes:
        inputs = [found[name] for name in node.inputs]
        value = _bordered(node, inputs, network.input_shapes(node)) or _computed(node, inputs)
        before = max((bounds[name] for name in node.inputs), default=inf)
        is_steep = _is_steep(node, before, bounds[node.name]) or max(large[node.name], default=0) > FACTOR
        steep = node.title if is_steep else _first(each.steep for each in inputs)
        steep = steep if bounds[node.name] > MOST else ""
        overflows = steep if bounds[node.name] > limit else ""
        overflows = node.title if _divides_by_little(network, node) or light[node.name] > limit else overflows
        found[node.name] = replace(value, steep=steep, wrong=value.wrong or overflows)
    return {name: value.wrong or value.border for name, value in found.items() if value.wrong or value.border}


def partial_maps(*networks: Network) -> tuple[str, ...]:
    """The names of maps that do not take every number to a number, each once: roots, logarithms, quotients."""
    nodes = (node.operator for network in networks for node in network.nodes)
    found = (operator for operator in nodes if isinstance(operator, op.Pointwise | op.Pixelwise))
    return tuple(dict.fromkeys(o.name for o in found if not _known(o).is_finite(dict(o.attributes))))


def brings_numbers(network: Network, node: Node) -> bool:
    """Whether what a node brings along is numbers: its parameters, divisors that are not 0, and its own numbers.

    Minus infinity for padding is no fault of a node's; attributes of named maps are ``partial_maps``'s.
    """
    import numpy as np  # planning needs none

    arrays = [network.weights[name] for name in node.parameters]
    own = {field.name: getattr(node.operator, field.name) for field in fields(node.operator)}
    divisors: list[Any] = arrays if isinstance(node.operator, op.Quotient) else []
    divisors = list(node.operator.counts) if isinstance(node.operator, op.Divide) else divisors
    return (
        all(array.dtype.kind != "f" or np.isfinite(array).all() for array in arrays)
        and all(isfinite(n) or (name, n) == ("fill", -inf) for name, n in own.items() if isinstance(n, float))
        and all(np.all(row) for row in divisors)
    )


def refuse_unsure(asked: str, node: Node, origin: str) -> None:
    """Refuse a layer with structural zeros, fed with what the node ``origin`` may have made infinite or NaN."""
    raise NotSupported(
        f"{asked}, node {node.title!r}",
        f"numbers in each place that it reads, for inputs and weights of at most {MOST:,.0f}",
        f"{origin!r}, which may give infinity or NaN; structural zeros would spread it to places that do not read it",
        "let the network begin behind it, or bound what it reads by a Clip: a logarithm from 1e-3, a root from 0, an "
        "exponential from -20 to 20",
    )


def _first(titles: Any) -> str:
    return next(filter(None, titles), "")


def _is_steep(node: Node, before: float, after: float) -> bool:
    if isinstance(node.operator, op.Gemm):
        return max(abs(node.operator.alpha), abs(node.operator.beta)) > FACTOR
    kinds = op.Pointwise | op.Pixelwise | op.Multiply | op.Pad | op.Select | op.Mask
    return isinstance(node.operator, kinds) and after > FACTOR * before


def _divides_by_little(network: Network, node: Node) -> bool:
    """Whether a divisor that is known is so small that the quotient grows more than ``FACTOR`` times."""
    divisors = network.weights.get(node.parameters[0]) if isinstance(node.operator, op.Quotient) else None
    return divisors is not None and bool((abs(divisors) * FACTOR < 1).any())


# ------------------------------------------------------------------------------------------------ undefined, unfilled


def _computed(node: Node, inputs: Sequence[_Value]) -> _Value:
    """A value that has infinity or NaN where one of its inputs has, or where the operator does not give numbers."""
    wrong = _first(each.wrong or each.border for each in inputs)
    return _Value(_least(node, inputs), wrong=wrong or ("" if _is_defined(node.operator, inputs) else node.title))


def _is_defined(operator: op.Operator, inputs: Sequence[_Value]) -> bool:
    """Whether numbers become numbers."""
    if isinstance(operator, op.Pointwise | op.Pixelwise):
        known, attributes = _known(operator), dict(operator.attributes)
        return known.is_finite(attributes) or known.is_finite_from(inputs[0].least, attributes)
    if isinstance(operator, op.BatchNorm):
        return operator.epsilon > 0  # a variance may be 0, and is never less
    return not isinstance(operator, op.Pad | op.Select | op.Mask) or isfinite(_number(operator.fill))


def _bordered(node: Node, inputs: Sequence[_Value], shapes: Sequence[Shape]) -> _Value | None:
    """A value behind padding with minus infinity, or behind the maximum that may take it away; None elsewhere."""
    if not isinstance(node.operator, op.MaxPool | op.Pad) or inputs[0].wrong:
        return None
    (source,), (shape,) = inputs, shapes
    inside = source.inside or tuple(map(range, shape[1:]))
    if isinstance(node.operator, op.MaxPool):
        meet = _windows_meet(node.operator, shape[1:], inside)
        return _Value(source.least, wrong="" if meet else source.border or node.title)
    if node.operator.fill != "lowest":
        return None
    rows = zip(inside, shape[1:], node.operator.amounts, strict=True)
    moved = [range(max(0, row.start + low), min(n + low + high, row.stop + low)) for row, n, (low, high) in rows]
    border = source.border or (node.title if any(n > 0 for pair in node.operator.amounts for n in pair) else "")
    return _Value(source.least, border=border, inside=tuple(moved) if border else ())


def _windows_meet(pool: op.MaxPool, size: Shape, inside: Sequence[range]) -> bool:
    """Whether each window reads one of the places ``inside``.

    The first one may end in front of them and the last one start behind them; and taps that stand further apart than
    there are places may step over them.
    """
    rows = zip(windows(pool, size), inside, pool_output(pool, size), strict=True)
    return all(
        (w.dilation <= len(places) or w.kernel == 1)
        and _meets(w.read_by(0), places)
        and _meets(w.read_by(m - 1), places)
        for w, places, m in rows
    )


def _meets(read: range, places: range) -> bool:
    return meets(range(read.start - places.start, read.stop - places.start, read.step), len(places))


def _known(operator: op.Pointwise | op.Pixelwise) -> maps.Known:
    return (maps.POINTWISE if isinstance(operator, op.Pointwise) else maps.PIXELWISE)[operator.name]


def _number(fill: Fill) -> float:
    return -inf if isinstance(fill, str) or not isfinite(fill) else fill


# ------------------------------------------------------------------------------------------------ bounds from below


def _least(node: Node, inputs: Sequence[_Value]) -> float:
    if isinstance(node.operator, op.Multiply) and len(node.inputs) == 2 and len(set(node.inputs)) == 1:
        return 0.0  # a square
    known = _LEAST.get(type(node.operator))
    return known(node.operator, [each.least for each in inputs]) if known else -inf


def _mapped(operator: op.Pointwise | op.Pixelwise, least: Sequence[float]) -> float:
    return _known(operator).least(least[0], **dict(operator.attributes))


def _same(operator: op.Operator, least: Sequence[float]) -> float:
    return min(least)


def _with_zeros(operator: op.Operator, least: Sequence[float]) -> float:
    return 0.0 if min(least) >= 0 else -inf


def _product(operator: op.Multiply, least: Sequence[float]) -> float:
    return prod(least) if min(least) > 0 else _with_zeros(operator, least)


_LEAST: Mapping[type, Callable[[Any, Sequence[float]], float]] = {
    op.Pointwise: _mapped,
    op.Pixelwise: _mapped,
    op.MaxPool: _same,
    op.AveragePool: _with_zeros,
    op.GlobalPool: _same,
    op.Add: lambda operator, least: sum(least),
    op.Multiply: _product,
    op.Maximum: lambda operator, least: max(least),
    op.Concat: _same,
    op.ChannelPermutation: _same,
    op.ChannelGather: _same,
    op.Channels: _same,
    op.SpaceToDepth: _same,
    op.DepthToSpace: _same,
    op.Pad: lambda operator, least: min(*least, _number(operator.fill)),
    op.Wrap: _same,
    op.Spaced: _same,
    op.Reshape: _same,
    op.Transpose: _same,
    op.Take: _same,
}
"""How each operator passes a bound from below on; others give anything."""
