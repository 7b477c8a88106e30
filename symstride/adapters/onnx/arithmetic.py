"""Arithmetic of two inputs in ONNX: differences, quotients, powers, and bounds that are one number."""

from __future__ import annotations

from collections.abc import Mapping
from math import gcd
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.call import Call
from symstride.adapters.onnx.nodes import Graph, Reader, broadcast, elementwise, one_number, per_channel
from symstride.network.operators import records as op
from symstride.network.operators.records import Shape


def _difference(graph: Graph, call: Call) -> None:
    """``x - y`` as ``x + (-y)``, which is the same number in every arithmetic."""
    call.only()
    left, right = call.inputs
    if np.dtype(graph.dtype).kind == "u":
        raise call.unsupported("signed numbers", graph.dtype, "unsigned ones have no negatives")
    if graph.is_constant(right):
        shift = -per_channel(graph, call, _constant(graph, call, 1), 0)
        graph.emit(call, op.Affine(scale=False), [left], shift=("", shift))
        return
    if graph.is_constant(left):
        shift = per_channel(graph, call, _constant(graph, call, 0), 1)
        negative = graph.step(call, op.Pointwise("negative"), right, "negative")
        graph.emit(call, op.Affine(scale=False), [negative], shift=(left, shift))
    else:
        left, right = broadcast(graph, call)
        graph.emit(call, op.Add(), [left, graph.step(call, op.Pointwise("negative"), right, "negative")])


def _quotient(graph: Graph, call: Call) -> None:
    """A value divided by one number, by what the windows of an average count, or by other constants."""
    call.only()
    by = _constant(graph, call, 1)
    if by.dtype.kind != "f" or not np.isfinite(by).all() or not by.all():
        raise call.unsupported("division by floating-point numbers", f"{by.dtype} or a zero", "rewrite the division")
    shape = graph.shape(call)
    if by.size == 1:
        graph.emit(call, op.Pointwise("divide", (("by", one_number(call, by, shape)),)), call.inputs[:1])
        return
    counts = _counts(by, shape) if by.ndim <= len(shape) + 1 else None
    if counts is not None:
        graph.emit(call, op.Divide(counts), call.inputs[:1])
        return
    aligned = by.reshape((1,) * (len(shape) + 1 - by.ndim) + by.shape)
    fits = aligned.ndim == len(shape) + 1 and all(n in (1, m) for n, m in zip(aligned.shape, (1, *shape), strict=True))
    if not fits:
        raise call.unsupported("constants for one sample", f"shape {by.shape} against {shape}", "rewrite the division")
    each_place = aligned.size != aligned.shape[1]
    array = np.broadcast_to(aligned[0], shape) if each_place else aligned.reshape(-1)
    graph.emit(call, op.Quotient(each_place), call.inputs[:1], by=(call.inputs[1], array))


def _counts(by: NDArray[Any], shape: Shape) -> tuple[tuple[int, ...], ...] | None:
    """Rows of whole numbers whose products make up ``by``, a map of one channel; None where there are none."""
    size = shape[1:]
    if by.size != np.prod(size) or by.shape[-len(size) :] != size or (by != np.floor(by)).any() or by.min() < 1:
        return None
    whole = by.reshape(size).astype(np.int64)
    rows = [_primitive(np.moveaxis(whole, n, 0).reshape(count, -1)[:, 0]) for n, count in enumerate(size)]
    first = int(np.prod([row[0] for row in rows]))
    rest, over = divmod(int(whole.flat[0]), first)
    rows[0] = [rest * n for n in rows[0]]
    total = np.ones((), np.int64)
    for row in rows:
        total = np.multiply.outer(total, np.asarray(row, np.int64))
    return None if over or (total != whole).any() else tuple(map(tuple, rows))


def _primitive(row: NDArray[np.int64]) -> list[int]:
    numbers = [int(n) for n in row]
    common = gcd(*numbers)
    return [n // common for n in numbers]


def _power(graph: Graph, call: Call) -> None:
    call.only()
    exponent = one_number(call, _constant(graph, call, 1), graph.shape(call))
    graph.emit(call, op.Pointwise("power", (("exponent", exponent),)), call.inputs[:1])


def _bound(graph: Graph, call: Call) -> None:
    """The minimum or maximum of a value and one number is a clip; a maximum of values is read like a sum."""
    constants = [n for n, name in enumerate(call.inputs) if graph.is_constant(name)]
    if not constants and call.operator == "Max":
        elementwise(graph, call)
        return
    call.only()
    bounds = [_constant(graph, call, n) for n in constants]
    if len(call.inputs) != 2 or len(bounds) != 1 or bounds[0].size != 1:
        raise call.unsupported("a value and one number", f"{len(call.inputs)} inputs", "rewrite it with Clip or Max")
    side = "low" if call.operator == "Max" else "high"
    other = 1 - constants[0]
    bound = one_number(call, bounds[0], graph.shape(call, other))
    graph.emit(call, op.Pointwise("clip", ((side, bound),)), [call.inputs[other]])


def _constant(graph: Graph, call: Call, number: int) -> NDArray[Any]:
    array = graph.constant(call, number)
    if array is None:
        raise call.wrong("two inputs", f"{len(call.inputs)}")
    return array


ARITHMETIC: Mapping[str, Reader] = {
    "Sub": _difference,
    "Div": _quotient,
    "Pow": _power,
    "Max": _bound,
    "Min": _bound,
}
"""Readers of these operators."""
