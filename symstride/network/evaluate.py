"""The reference interpreter: a network by the definitions of its operators, in plain NumPy, without any runtime.

Exact on integers and on object arrays (Fractions): averages of exact numbers are Fractions.  Attributes are numbers of
single precision at least, as files keep them: what has some is computed in that in half precision, and rounded then.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from functools import reduce, singledispatch
from itertools import product
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_COMPUTED, MAX_PIECES, MAX_PRODUCTS, check_bytes, check_product
from symstride.network.graph import Network, Node
from symstride.network.operators import records as op
from symstride.network.operators.arrays import (
    depth_to_space,
    divide,
    fill_value,
    pad,
    space_to_depth,
    spaced,
    taps,
    wrap,
)
from symstride.network.operators.pointwise import PIXELWISE, POINTWISE, Map, softmax
from symstride.network.operators.records import Operator
from symstride.network.operators.windows import counts, pool_axes, pool_output

Array: TypeAlias = NDArray[Any]
Arrays: TypeAlias = Sequence[NDArray[Any]]


def evaluate(network: Network, feeds: Mapping[str, Array] | Array, every: bool = False) -> dict[str, Array]:
    """The outputs by name, or every node's value.  ``feeds``: one array per input, ``(batch, *shape)``, or just one."""
    given = feeds if isinstance(feeds, Mapping) else {network.inputs[0].name: feeds}
    _check_feeds(network, given)
    _check_work(network, given)
    last = {name: number for number, node in enumerate(network.nodes) for name in node.inputs}
    values: dict[str, Array] = {}
    for number, node in enumerate(network.nodes):
        values[node.name] = given[node.name] if isinstance(node.operator, op.Input) else _value(network, node, values)
        for name in () if every else node.inputs:  # what nobody reads any more goes, so that memory stays flat
            if last[name] == number and name not in network.outputs:
                values.pop(name, None)
    return values if every else {name: values[name] for name in network.outputs}


def operate(operator: Operator, inputs: Arrays, weights: Arrays = ()) -> Array:
    """The value of one operator, each array with a batch in front."""
    return _run(operator, inputs, weights)


def _value(network: Network, node: Node, values: Mapping[str, Array]) -> Array:
    missing = [name for name in node.parameters if name not in network.weights]
    if missing:
        asked, hint = f"evaluate, node {node.title!r}", "give the network weights: network.with_weights(...)"
        raise SpecError(asked, "its parameters", f"no {network.label(missing[0])!r}", hint)
    inputs, weights = [values[name] for name in node.inputs], [network.weights[name] for name in node.parameters]
    value = _run(node.operator, inputs, weights)
    expected = network.shapes[node.name]
    if value.shape[1:] != expected:
        raise SpecError(f"evaluate, node {node.title!r}", f"shape {expected}", f"{value.shape[1:]}", "report this")
    return value


def _check_feeds(network: Network, feeds: Mapping[str, Array]) -> None:
    for node in network.inputs:
        shape = feeds[node.name].shape[1:] if node.name in feeds else None
        if shape != network.shapes[node.name]:
            asked, expected = f"evaluate, input {node.name!r}", f"shape (batch, *{network.shapes[node.name]})"
            raise SpecError(asked, expected, f"{shape or 'none'}", "feed one array per input")


def _check_work(network: Network, feeds: Mapping[str, Array]) -> None:
    """Refuse values of too many bytes, and windows of too many taps, before anything is computed."""
    batch, each = max((len(x) for x in feeds.values()), default=1), max((x.itemsize for x in feeds.values()), default=1)
    for node in network.nodes:
        asked = f"evaluate, node {node.title!r}"
        padded = [network.shapes[node.name], *map(_with_padding, [node.operator], network.input_shapes(node))]
        for shape in padded:
            check_bytes(asked, (batch, *shape), each, MAX_COMPUTED)
        taps_of = getattr(node.operator, "kernel", ())
        check_product(asked, taps_of, MAX_PIECES, "taps that are gone through one by one")
        check_product(asked, (batch, *work_of(network, node)), MAX_PRODUCTS, "products in one layer")


def work_of(network: Network, node: Node) -> tuple[int, ...]:
    """How many products a node takes for one sample, in factors: its outputs, and what each of them reads."""
    fan_in = int(getattr(node.operator, "in_per_group", 1))
    return (*network.shapes[node.name], fan_in, *getattr(node.operator, "kernel", ()))


def _with_padding(operator: Operator, shape: Sequence[int]) -> Sequence[int]:
    """The shape of a map with the padding that a layer puts around it."""
    if isinstance(operator, Conv):
        amounts = [(int(axis.low), int(axis.high)) for axis in operator.axes(shape[1:])]
    elif isinstance(operator, op.MaxPool | op.AveragePool):
        amounts = list(operator.padding)
    else:
        return shape
    return (shape[0], *(n + max(low, 0) + max(high, 0) for n, (low, high) in zip(shape[1:], amounts, strict=True)))


@singledispatch
def _run(operator: Operator, inputs: Arrays, weights: Arrays) -> Array:
    return _SIMPLE[type(operator)](operator, *inputs)


@_run.register
def _(operator: Conv, inputs: Arrays, weights: Arrays) -> Array:
    """``y[o, j] = b[o] + sum over c, i of w[o, c, i] * x[c, stride*j + dilation*i - low]``."""
    (x,), w = inputs, weights[0]
    outputs = [int(n) for n in operator.output_size(x.shape[2:])]
    x, axes = _wrapped(operator, x)
    groups = int(operator.groups)
    filters = w.reshape(groups, -1, *w.shape[1:])  # (g, o, c, *k)
    total: Any = 0
    for tap, read in taps(x, axes, outputs):
        at_tap: tuple[Any, ...] = (..., *tap)
        values = read.reshape(x.shape[0], groups, x.shape[1] // groups, -1)
        total = total + np.matmul(filters[at_tap], values)  # (g, o, c) @ (batch, g, c, places)
    y: Array = total.reshape(x.shape[0], -1, *outputs)
    return y + _column(weights[1], y) if operator.bias else y


def _wrapped(conv: Conv, x: Array) -> tuple[Array, Sequence[Any]]:
    """A circular layer's input with its padding written out, and its axes without; other layers as they are."""
    axes = conv.axes(x.shape[2:])
    if conv.padding_mode == "zeros":
        return x, axes
    wider = [(int(axis.low), int(axis.high)) for axis in axes]
    plain = tuple(type(axis)(axis.kernel, axis.stride, axis.dilation) for axis in axes)
    return wrap(x, tuple(wider)), plain


@_run.register
def _(operator: ConvTranspose, inputs: Arrays, weights: Arrays) -> Array:
    """Each input place adds its products to the places that it reaches: ``w[c, o, i] * x[c, j]`` to ``z[o, t]``.

    ``t = stride*j + dilation*i - low``; the sum is taken on the full output, from ``t = -low`` on, and cropped last.
    """
    (x,), w, groups = inputs, weights[0], operator.groups
    rows = list(zip(x.shape[2:], operator.kernel, operator.stride, operator.dilation, strict=True))
    whole = [s * (n - 1) + dl * (k - 1) + 1 for n, k, s, dl in rows]
    total = np.zeros((x.shape[0], operator.out_channels, *whole), dtype=np.result_type(x, w))
    filters = w.reshape(groups, -1, *w.shape[1:]).swapaxes(1, 2)  # (g, o, c, *k)
    values = x.reshape(x.shape[0], groups, x.shape[1] // groups, -1)
    for tap in product(*map(range, operator.kernel)):
        reached = (slice(dl * i, dl * i + s * (n - 1) + 1, s) for i, (n, _, s, dl) in zip(tap, rows, strict=True))
        at_tap: tuple[Any, ...] = (..., *tap)
        products = np.matmul(filters[at_tap], values)  # (g, o, c) @ (batch, g, c, places)
        total[(slice(None), slice(None), *reached)] += products.reshape(x.shape[0], -1, *x.shape[2:])
    sides = zip(operator.padding, operator.output_padding, strict=True)
    z = pad(total, tuple((-low, more - high) for (low, high), more in sides))
    return z + _column(weights[1], z) if operator.bias else z


@_run.register
def _(operator: op.MaxPool, inputs: Arrays, weights: Arrays) -> Array:
    axes, outputs = pool_axes(operator), pool_output(operator, inputs[0].shape[2:])
    return reduce(np.maximum, (read for _, read in taps(inputs[0], axes, outputs, "lowest")))


@_run.register
def _(operator: op.AveragePool, inputs: Arrays, weights: Arrays) -> Array:
    size = inputs[0].shape[2:]
    axes, outputs = pool_axes(operator), pool_output(operator, size)
    total = reduce(np.add, (read for _, read in taps(inputs[0], axes, outputs)))
    return divide(total, _products(counts(operator, size)))


@_run.register
def _(operator: op.GlobalPool, inputs: Arrays, weights: Arrays) -> Array:
    (x,), axes = inputs, tuple(range(2, inputs[0].ndim))
    if operator.kind == "max":
        return np.asarray(x.max(axis=axes, keepdims=True))
    return divide(x.sum(axis=axes, keepdims=True), np.asarray(int(np.prod(x.shape[2:]))))


@_run.register
def _(operator: op.Affine, inputs: Arrays, weights: Arrays) -> Array:
    y, rest = inputs[0], list(weights)
    y = y * _column(rest.pop(0), y) if operator.scale else y
    return y + _column(rest.pop(0), y) if operator.shift else y


@_run.register
def _(operator: op.BatchNorm, inputs: Arrays, weights: Arrays) -> Array:
    x = inputs[0]
    scale, bias, mean, variance = (_column(_singly(part), x) for part in weights)
    y = scale * (_singly(x) - mean) / np.sqrt(variance + variance.dtype.type(operator.epsilon)) + bias
    return _rounded(y, x)


@_run.register
def _(operator: op.PRelu, inputs: Arrays, weights: Arrays) -> Array:
    (x,), (slope,) = inputs, weights
    return np.where(x < 0, x * _column(slope, x), x)


@_run.register
def _(operator: op.Dequantise, inputs: Arrays, weights: Arrays) -> Array:
    """Differences of numbers of 8 bits have more of them."""
    (x,) = inputs
    levels = (x.astype(np.int64) if x.dtype.kind in "iu" else x) - operator.zero
    if operator.scale is None:
        return levels
    levels = levels.astype(np.float32) if levels.dtype.kind in "iu" else levels
    return np.asarray(levels * levels.dtype.type(operator.scale))


@_run.register
def _(operator: op.Requantise, inputs: Arrays, weights: Arrays) -> Array:
    """In single precision, the factor first, as ONNX Runtime computes it."""
    (x,), (scale,) = inputs, weights
    factor = np.float32(operator.x_scale) * scale.astype(np.float32) / np.float32(operator.y_scale)
    rounded = np.rint(x.astype(np.float32) * _column(factor, x)).astype(np.float64) + operator.zero
    return np.asarray(np.clip(rounded, operator.low, operator.high).astype(x.dtype))


@_run.register
def _(operator: op.Quotient, inputs: Arrays, weights: Arrays) -> Array:
    (x,), (by,) = inputs, weights
    return divide(x, by if operator.each_place else _column(by, x))


@_run.register
def _(operator: op.Select, inputs: Arrays, weights: Arrays) -> Array:
    (x,), (inside,) = inputs, weights
    result = x.copy()
    result[:, ~inside.astype(bool)] = fill_value(operator.fill, x.dtype)
    return result


@_run.register
def _(operator: op.Gemm, inputs: Arrays, weights: Arrays) -> Array:
    y = np.matmul(inputs[0], weights[0].T if operator.transposed else weights[0])
    if operator.alpha == 1 and (operator.beta == 1 or not operator.bias):
        return np.asarray(y + weights[1] if operator.bias else y)
    made = _singly(y)
    made = made * made.dtype.type(operator.alpha)
    return _rounded(made + _singly(weights[1]) * made.dtype.type(operator.beta) if operator.bias else made, y)


def _is_half(x: Array) -> bool:
    """Whether it has half precision; "V" is how NumPy calls bfloat16."""
    return x.dtype.kind in "fV" and x.dtype.itemsize == 2


def _singly(x: Array) -> Array:
    """Half precision as single; other arrays as they are."""
    return x.astype(np.float32) if _is_half(x) else x


def _rounded(y: Array, x: Array) -> Array:
    """What was computed from ``x`` in single precision, as half precision again if that is one."""
    return np.asarray(y.astype(x.dtype) if _is_half(x) else y)


def _column(parameter: Array, x: Array) -> Array:
    """One number per channel, ready to meet ``(batch, C, *space)``."""
    return parameter.reshape(-1, *(1,) * (x.ndim - 2))


def _products(rows: Sequence[Sequence[int]]) -> Array:
    return reduce(np.multiply.outer, [np.asarray(row, dtype=np.int64) for row in rows])


def _divided(operator: op.Divide, x: Array) -> Array:
    if operator.cell is None:
        return divide(x, _products(operator.counts))
    cells = [n * a for n, a in zip(x.shape[2:], operator.cell, strict=True)]
    rows = [(*row, *(1,) * (n - len(row))) for row, n in zip(operator.counts, cells, strict=True)]
    phases = tuple(tuple(range(a)) for a in operator.cell)
    divisors = space_to_depth(_products(rows)[None, None], operator.cell, "channel_major", phases)  # (1, A, *cells)
    return divide(x, np.tile(divisors, (1, x.shape[1] // divisors.shape[1], *(1,) * len(cells))))


def _masked(operator: op.Mask, x: Array) -> Array:
    total = int(np.prod(operator.cell))
    channel_major = operator.order == "channel_major"
    shape = (x.shape[1] // total, total) if channel_major else (total, x.shape[1] // total)
    parts = x.reshape(x.shape[0], *shape, *x.shape[2:]).copy()
    for number, rho in enumerate(product(*map(range, operator.cell))):
        phase = parts[:, :, number] if channel_major else parts[:, number]
        rows = zip(x.shape[2:], operator.cell, rho, operator.size, strict=True)
        inside = reduce(np.logical_and.outer, [s * np.arange(m) + r < n for m, s, r, n in rows])
        phase[..., ~inside] = fill_value(operator.fill, x.dtype)
    return parts.reshape(x.shape)


def _softmaxed(operator: op.Softmax, x: Array) -> Array:
    last = x.ndim if operator.rest else operator.axis + 2
    return softmax(x, tuple(range(operator.axis + 1, last)), operator.log)


def _named(table: Mapping[str, Map]) -> Callable[[Any, Array], Array]:
    def run(operator: op.Pointwise | op.Pixelwise, x: Array) -> Array:
        if operator.name not in table:
            asked, expected = f"evaluate, {operator.name!r}", f"a map among: {', '.join(table)}"
            raise SpecError(asked, expected, repr(operator.name), "use one of them, or prove without evaluating")
        return _rounded(table[operator.name](_singly(x), **dict(operator.attributes)), x)

    return run


_SIMPLE: Mapping[type, Callable[..., Array]] = {
    op.Pointwise: _named(POINTWISE),
    op.Pixelwise: _named(PIXELWISE),
    op.Add: lambda o, *xs: reduce(np.add, xs),
    op.Multiply: lambda o, *xs: reduce(np.multiply, xs),
    op.Maximum: lambda o, *xs: reduce(np.maximum, xs),
    op.Divide: _divided,
    op.Concat: lambda o, *xs: np.concatenate(xs, axis=1),
    op.ChannelPermutation: lambda o, x: x[:, list(o.source)],
    op.ChannelGather: lambda o, x: x[:, list(o.source)],
    op.Channels: lambda o, x: x[:, o.start : o.stop],
    op.SpaceToDepth: lambda o, x: space_to_depth(x, o.cell, o.order, o.phases),
    op.DepthToSpace: lambda o, x: depth_to_space(x, o.cell, o.order),
    op.Pad: lambda o, x: pad(x, o.amounts, o.fill),
    op.Wrap: lambda o, x: wrap(x, o.amounts),
    op.Spaced: lambda o, x: spaced(x, o.start, o.step, o.back),
    op.Mask: _masked,
    op.Reshape: lambda o, x: x.reshape(x.shape[0], *o.shape),
    op.Transpose: lambda o, x: x.transpose(0, *(n + 1 for n in o.source)),
    op.Take: lambda o, x: np.take(x, o.source, axis=o.axis + 1),
    op.Softmax: _softmaxed,
}
"""Operators without parameters: (operator, inputs) -> value."""
