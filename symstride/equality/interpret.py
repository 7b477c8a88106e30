"""A network over any algebra: what each operator computes, written once.

What only moves numbers is done by ``network.evaluate.operate`` itself; the rest follows the formulas in
``network.operators.records`` and in the layers.  Nothing here is shared with rewriting, claims or proofs.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import replace
from fractions import Fraction
from functools import reduce, singledispatch
from itertools import product
from math import isfinite, prod
from typing import Any

import numpy as np

from symstride.equality.algebra import Algebra, Array, V
from symstride.equality.facts import pointwise
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import operate
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.arrays import pad, space_to_depth, taps, wrap
from symstride.network.operators.records import Operator, Shape
from symstride.network.operators.windows import pool_axes, pool_output

ROW, PART = 1024, 2**22
"""Channels times taps that are multiplied at once, enough for a fast product; and the most numbers of such a part."""

Watch = Callable[[Node, Any], Any]
"""Is shown each node with its value, and may answer with another value, to go on with; None keeps the value."""


def interpret(network: Network, algebra: Algebra[V], watch: Watch | None = None) -> list[V]:
    """The outputs, in order.  ``watch`` is shown the value of each node, and may give another in its place.

    Raises ``NotSupported`` with the name of the node for what the algebra cannot compute.
    """
    last = {name: number for number, node in enumerate(network.nodes) for name in node.inputs}
    position = {node.name: number for number, node in enumerate(network.inputs)}
    values: dict[str, V] = {}
    for number, node in enumerate(network.nodes):
        if isinstance(node.operator, op.Input):
            values[node.name] = algebra.input(position[node.name], node.operator.shape)
        else:
            values[node.name] = _value(network, node, algebra, values)
        other = None if watch is None else watch(node, values[node.name])
        if other is not None:
            values[node.name] = other
        for name in node.inputs:  # what nobody reads any more goes, so that memory stays flat
            if last[name] == number and name not in network.outputs:
                values.pop(name, None)
    return [values[name] for name in network.outputs]


def _value(network: Network, node: Node, algebra: Algebra[V], values: dict[str, V]) -> V:
    inputs, arrays = [values[name] for name in node.inputs], [network.weights[name] for name in node.parameters]
    try:
        return run(node.operator, algebra, inputs, arrays, network.input_shapes(node))
    except NotSupported as why:
        raise NotSupported(f"node {node.title!r}: {why.asked}", why.expected, why.got, why.hint) from None


@singledispatch
def run(operator: Operator, algebra: Algebra[V], xs: Sequence[V], ws: Sequence[Array], shapes: Sequence[Shape]) -> V:
    """The value of one operator.  The base case is for what only moves numbers."""
    if isinstance(operator, _MOVES):
        return algebra.arranged(lambda *arrays: operate(operator, arrays), *xs)
    name = type(operator).__name__
    raise NotSupported(name, "an operator that the interpreter knows", name, "compare the networks around it")


_MOVES = (
    op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels, op.SpaceToDepth, op.DepthToSpace, op.Wrap,
    op.Reshape, op.Transpose, op.Take,
)  # fmt: skip


# ------------------------------------------------------------------------------------------------ sums of products


@run.register
def _(o: Conv, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    """``y[o, j] = b[o] + sum over c, i of w[o, c, i] * x[c, stride*j + dilation*i - low]``, some taps at a time."""
    (channels, *size), groups = shapes[0], int(o.groups)
    axes, outputs, x = o.axes(size), [int(n) for n in o.output_size(size)], xs[0]
    if o.padding_mode == "circular":
        around = tuple((int(axis.low), int(axis.high)) for axis in axes)
        axes = tuple(replace(axis, low=0, high=0) for axis in axes)
        x = a.arranged(lambda v: wrap(v, around), x)
    elif o.padding_mode != "zeros":
        raise NotSupported("Conv", "zero or circular padding", o.padding_mode, "write the padding as a node")
    each = channels // groups
    w, at_once = a.weight(ws[0]), max(1, min(ROW // each, PART // (channels * prod(outputs))))
    reads = a.several(lambda v: (part for _, part in taps(v, axes, outputs)), x)
    kernel, parts = list(product(*map(range, map(int, o.kernel)))), []
    for start in range(0, len(kernel), at_once):
        some = kernel[start : start + at_once]
        filters = a.arranged(lambda v, some=some: _filters(v, groups, some), w)
        joined = a.arranged(
            lambda *v: np.concatenate([part.reshape(len(part), groups, each, -1) for part in v], axis=2),
            *reads[start : start + at_once],
        )
        parts.append(a.matmul(filters, joined))
    y = a.arranged(lambda v: v.reshape(len(v), -1, *outputs), a.total(parts))
    return _with_bias(a, y, ws[1:], len(outputs))


def _filters(w: Array, groups: int, some: Sequence[tuple[int, ...]]) -> Array:
    """``(rows, groups, out, taps*channels)`` of weights ``(rows, groups*out, channels, *kernel)``."""
    parts = w.reshape(len(w), groups, -1, *w.shape[2:])
    return np.concatenate([parts[_at_tap(tap)] for tap in some], axis=-1)


def _at_tap(tap: tuple[int, ...]) -> Any:
    return (..., *tap)


def _with_bias(a: Algebra[V], y: V, rest: Sequence[Array], space: int) -> V:
    return a.total([y, _column(a, rest[0], space)]) if rest else y


def _column(a: Algebra[V], parameter: Array, space: int) -> V:
    """One number per channel, ready to meet ``(rows, C, *space)``."""
    return a.arranged(lambda v: v.reshape(len(v), -1, *(1,) * space), a.weight(parameter))


@run.register
def _(o: ConvTranspose, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    """Each tap spreads its products over the full output, at ``stride*j + dilation*i``; low and high are cropped."""
    (channels, *size), groups = shapes[0], o.groups
    each = channels // groups
    steps = list(zip(size, o.kernel, o.stride, o.dilation, strict=True))
    whole = [s * (n - 1) + dl * (k - 1) + 1 for n, k, s, dl in steps]
    w = a.weight(ws[0])
    x = a.several(lambda v: [v.reshape(len(v), groups, each, -1)], xs[0])[0]

    def spread(v: Array, tap: tuple[int, ...]) -> Array:
        full = np.zeros((len(v), o.out_channels, *whole), dtype=v.dtype)
        starts = (dl * i for i, (_, _, _, dl) in zip(tap, steps, strict=True))
        places = (slice(t, t + s * (n - 1) + 1, s) for t, (n, _, s, _) in zip(starts, steps, strict=True))
        full[(slice(None), slice(None), *places)] = v.reshape(len(v), o.out_channels, *size)
        return full

    def flipped(v: Array, tap: tuple[int, ...]) -> Array:
        filters: Array = v.reshape(len(v), groups, each, *v.shape[2:])[_at_tap(tap)]
        return filters.swapaxes(2, 3)

    z = None
    for tap in product(*map(range, o.kernel)):
        filters = a.arranged(lambda v, tap=tap: flipped(v, tap), w)
        part = a.several(lambda v, tap=tap: [spread(v, tap)], a.matmul(filters, x))[0]
        z = part if z is None else a.total([z, part])
    amounts = tuple((-low, more - high) for (low, high), more in zip(o.padding, o.output_padding, strict=True))
    return _with_bias(a, a.several(lambda v: [pad(v, amounts)], z)[0], ws[1:], len(size))


@run.register
def _(o: op.Gemm, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    """Some outputs at a time: matrices are the largest weights that there are."""
    w, x = ws[0] if o.transposed else ws[0].T, a.arranged(lambda v: v[:, :, None], xs[0])
    step = max(1, PART // w.shape[1])
    parts = [a.matmul(a.weight(w[start : start + step]), x) for start in range(0, len(w), step)]
    y = _times(a, a.arranged(lambda *v: np.concatenate(v, axis=1)[:, :, 0], *parts), o.alpha)
    return a.total([y, _times(a, a.weight(ws[1]), o.beta)]) if o.bias else y


def _times(a: Algebra[V], y: V, factor: float) -> V:
    if not isfinite(factor):
        raise NotSupported("Gemm", "factors that are numbers", str(factor), "correct alpha and beta")
    return y if factor == 1 else a.product(y, a.constant(Fraction(factor)))


# ------------------------------------------------------------------------------------------------ pools


@run.register
def _(o: op.MaxPool, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    axes, outputs = pool_axes(o), pool_output(o, shapes[0][1:])
    return a.highest(xs, lambda arrays, low: (read for _, read in taps(arrays[0], axes, outputs, low)))


@run.register
def _(o: op.Maximum, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return a.highest(xs, lambda arrays, low: arrays)


@run.register
def _(o: op.AveragePool, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    """The sum over the window by the number of its places, found by pooling a map of ones.

    ``count_include_pad`` has ones in the declared padding too, but none behind it, where ``ceil_mode`` may reach.
    """
    size = shapes[0][1:]
    axes, outputs = pool_axes(o), pool_output(o, size)
    read = a.several(lambda v: (part for _, part in taps(v, axes, outputs)), xs[0])
    ones = np.ones((1, 1, *size), dtype=np.int64)
    bare = tuple(replace(axis, low=0, high=0) for axis in axes)
    if o.count_include_pad:
        around = tuple((int(axis.low), int(axis.high)) for axis in axes)
        counts = sum(part for _, part in taps(pad(ones, around, 1), bare, outputs))
    else:
        counts = sum(part for _, part in taps(ones, axes, outputs))
    if not np.all(counts):
        hint = "shrink the padding, or set count_include_pad"
        raise NotSupported("AveragePool", "windows that meet the map", "a window of padding only", hint)
    return a.product(a.total(read), a.quotients(np.asarray(counts)[0]))


@run.register
def _(o: op.GlobalPool, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    channels, *size = shapes[0]
    if o.kind == "average":
        total = a.summed(xs[0], tuple(range(2, len(size) + 2)))
        return a.product(total, a.constant(Fraction(1, prod(size))))
    flat = a.arranged(lambda v: v.reshape(len(v), channels, -1), xs[0])
    places = range(prod(size))
    shape = (channels, *(1 for _ in size))
    return a.highest([flat], lambda v, low: (v[0][:, :, n].reshape(len(v[0]), *shape) for n in places))


# ------------------------------------------------------------------------------------------------ place by place


@run.register
def _(o: op.Affine, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    y, rest, space = xs[0], list(ws), len(shapes[0]) - 1
    y = a.product(y, _column(a, rest.pop(0), space)) if o.scale else y
    return _with_bias(a, y, rest, space)


@run.register
def _(o: op.BatchNorm, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    scale, bias, mean, variance = (_column(a, w, len(shapes[0]) - 1) for w in ws)
    minus = a.product(mean, a.constant(Fraction(-1)))
    factor = a.product(scale, a.inverse_root(variance, o.epsilon))
    return a.total([a.product(factor, a.total([xs[0], minus])), bias])


@run.register
def _(o: op.PRelu, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return a.sloped(xs[0], _column(a, ws[0], len(shapes[0]) - 1))


@run.register
def _(o: op.Quotient, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    by = ws[0] if o.each_place else ws[0].reshape(-1, *(1,) * (len(shapes[0]) - 1))
    return a.product(xs[0], a.quotients(by))


@run.register
def _(o: op.Divide, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    """By a count for each place; of a map in phases the counts are brought into phases as the map was."""
    (channels, *size), cell = shapes[0], o.cell or (1,) * len(o.counts)
    rows = [[*row, *[1] * (n * s - len(row))] for row, n, s in zip(o.counts, size, cell, strict=True)]
    fine = reduce(np.multiply.outer, [np.array(row, dtype=np.int64) for row in rows])
    phases = space_to_depth(fine[None, None], cell, "channel_major", [range(s) for s in cell])[0]
    return a.product(xs[0], a.quotients(np.tile(phases, (channels // len(phases), *(1,) * len(size)))))


@run.register
def _(o: op.Pointwise, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return pointwise(a, o.name, o.attributes, xs[0])


@run.register
def _(o: op.Pixelwise, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    if o.name == "lrn":
        return a.response(o.attributes, xs[0])
    if o.name not in ("softmax", "log_softmax", "layer_norm"):
        expected, hint = "lrn, layer_norm, softmax or log_softmax", "compare the networks around it"
        raise NotSupported(o.name, expected, o.name, hint)
    return a.normalised(o.name, o.attributes, xs[0], (1,))


@run.register
def _(o: op.Softmax, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    last = len(shapes[0]) + 1 if o.rest else o.axis + 2
    return a.normalised("log_softmax" if o.log else "softmax", (), xs[0], tuple(range(o.axis + 1, last)))


@run.register
def _(o: op.Add, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return a.total(xs)


@run.register
def _(o: op.Multiply, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return reduce(a.product, xs)


@run.register(op.Pad)
@run.register(op.Mask)
@run.register(op.Select)
def _(o: Any, a: Any, xs: Any, ws: Any, shapes: Any) -> Any:
    return a.filled(o, xs[0], ws)
