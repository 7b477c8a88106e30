"""Nodes of ONNX that repeat, part, enlarge or convert values: Expand, Split,
Resize, Cast, ReduceSum, LayerNormalization."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from fractions import Fraction
from math import ceil, floor
from typing import TypeAlias

import numpy as np

from symstride.adapters import repeating
from symstride.adapters.onnx.call import Call
from symstride.adapters.onnx.constants import OPEN_BATCH
from symstride.adapters.onnx.files import onnx_module
from symstride.adapters.onnx.nodes import Graph, Reader, in_order
from symstride.limits import MAX_LISTED, check
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Shape

MAX_PARTS = 64
"""Values in a sum along an axis."""


def _expand(graph: Graph, call: Call) -> None:
    """Axes of one place are repeated; the batch stays."""
    call.only()
    shape, target = graph.shape(call), graph.constant(call, 1, with_batch=True)
    if target is None:
        raise call.wrong("a shape", "none")
    sizes = [int(n) for n in target]
    aligned = [1] * (len(shape) + 1 - len(sizes)) + sizes
    whole = tuple(max(n, m) for n, m in zip(shape, aligned[1:], strict=False))
    kept = len(aligned) == len(shape) + 1 and aligned[0] in (1, OPEN_BATCH, graph.batch)
    if not kept or not repeating.repeats(shape, whole) or any(m not in (1, n) for m, n in zip(aligned[1:], whole)):
        got = f"{sizes} of {shape}".replace(str(OPEN_BATCH), "batch")
        raise call.unsupported("axes of one place that are repeated behind the batch", got, "repeat each sample")
    in_order(graph, call, repeating.repeated(call.asked, shape, whole), call.inputs[0])


def _split(graph: Graph, call: Call) -> None:
    """Runs of channels, or of places along another axis, one for each output that has a name."""
    call.only("axis", "split", "num_outputs")
    shape, listed = graph.shape(call), graph.constant(call, 1)
    axis = int(call.attributes.get("axis", 0)) % (len(shape) + 1) - 1
    if axis < 0:
        raise call.unsupported("a split behind the batch", "axis 0", "split another axis")
    count = int(call.attributes.get("num_outputs", len(call.outputs)))
    each = -(-shape[axis] // max(count, 1))
    even = [min(each, shape[axis] - n * each) for n in range(min(count, shape[axis] + 1))]
    sizes = list(call.ints("split", even)) if listed is None else [int(n) for n in listed]
    if len(sizes) != len(call.outputs) or min(sizes, default=0) < 1 or sum(sizes) != shape[axis]:
        raise call.wrong(f"{len(call.outputs)} sizes of {shape[axis]} places in all", f"{sizes}"[:80])
    start = 0
    for number, (name, size) in enumerate(zip(call.outputs, sizes, strict=True)):
        if name:
            label = f"{call.label}/{number}" if call.label and number else call.label
            run = _run(call, shape, axis, range(start, start + size))
            graph.emit(replace(call, outputs=(name,), label=label), run, call.inputs[:1])
        start += size


def _run(call: Call, shape: Shape, axis: int, places: range) -> Operator:
    if axis == 0 and len(shape) > 1:
        return op.Channels(places.start, places.stop)
    if len(shape) == 1:
        check(call.asked, len(places), MAX_LISTED, "features in a list", "take fewer of them")
        return op.Take(0, tuple(places))
    cut = (-places.start, places.stop - shape[axis])
    return op.Pad(tuple(cut if n == axis else (0, 0) for n in range(1, len(shape))))


def _reduce_sum(graph: Graph, call: Call) -> None:
    """The sum along one axis, of a stack of values say: of as many parts as it has places."""
    call.only("axes", "keepdims", "noop_with_empty_axes")
    shape, listed = graph.shape(call), graph.constant(call, 1)
    axes = call.ints("axes", ()) if listed is None else tuple(int(n) for n in listed)
    axis = axes[0] % (len(shape) + 1) - 1 if len(axes) == 1 else -1
    if axis < 0 or len(shape) < 2:
        raise call.unsupported("a sum along one axis of a map", f"axes {axes} of {shape}", "name one axis")
    check(call.asked, shape[axis], MAX_PARTS, "values in a sum", "sum by a convolution with ones")
    order = list(range(len(shape)))
    order[0], order[axis] = axis, 0
    first = graph.step(call, op.Transpose(tuple(order)), call.inputs[0], "swapped") if axis else call.inputs[0]
    parts = [graph.step(call, op.Channels(n, n + 1), first, f"part-{n}") for n in range(shape[axis])]
    whole = graph.join(call, op.Add(), parts, "sum")
    whole = graph.step(call, op.Transpose(tuple(order)), whole, "back") if axis else whole
    left = () if not call.attributes.get("keepdims", 1) else (1,)
    graph.emit(call, op.Reshape((*shape[:axis], *left, *shape[axis + 1 :])), [whole])


def _cast(graph: Graph, call: Call) -> None:
    """A conversion to the type that all values have."""
    call.only("to", "saturate", "round_mode")
    wanted = type_named(call, int(call.attributes.get("to", 0)))
    if wanted != graph.dtype:
        raise call.unsupported(f"values of the network's {graph.dtype}", wanted, "keep one type of numbers")
    graph.emit(call, op.Pointwise("identity"), call.inputs[:1])


def type_named(call: Call, number: int) -> str:
    """What NumPy calls a type of ONNX."""
    try:
        return str(onnx_module("onnx.helper").tensor_dtype_to_np_dtype(number))
    except (KeyError, TypeError, ValueError):
        raise call.wrong("a type of numbers", f"type {number}") from None


def _layer_norm(graph: Graph, call: Call) -> None:
    """Normalisation along the last axis: across the channels of each place, once they are in front."""
    call.only("axis", "epsilon", "stash_type")
    call.must("stash_type", 1)
    shape = graph.shape(call)
    if int(call.attributes.get("axis", -1)) % (len(shape) + 1) != len(shape):
        raise call.unsupported("the last axis", f"axis {call.attributes['axis']}", "normalise one axis")
    arrays = {role: graph.constant(call, n) for n, role in ((1, "scale"), (2, "shift"))}
    given = {}
    for n, (role, array) in enumerate(arrays.items(), start=1):
        if array is not None and not (array == (1 if role == "scale" else 0)).all():
            if array.size not in (1, shape[-1]) or array.shape[-1:] not in ((), (array.size,)):
                raise call.unsupported("one number per channel", f"shape {array.shape}", "fold it into the next layer")
            given[role] = (call.inputs[n], np.broadcast_to(array.reshape(-1), shape[-1:]))
    pixelwise = op.Pixelwise("layer_norm", (("epsilon", float(call.attributes.get("epsilon", 1e-5))),))
    there: Operator = (
        op.Reshape((*shape, 1)) if len(shape) == 1 else op.Transpose((len(shape) - 1, *range(len(shape) - 1)))
    )
    back: Operator = op.Reshape(shape) if len(shape) == 1 else op.Transpose((*range(1, len(shape)), 0))
    x = graph.step(call, pixelwise, graph.step(call, there, call.inputs[0], "channels-first"), "norm")
    if given:
        x = graph.step(call, op.Affine("scale" in given, "shift" in given), x, "affine", **given)
    graph.emit(call, back, [x])


# ------------------------------------------------------------------------------------------------ Resize

Places: TypeAlias = Callable[[int, Fraction, int, int], Fraction]
"""(place of the output, scale, size before, size behind) -> where it stands in the input, before it is rounded."""

_PLACES: Mapping[str, Places] = {
    "half_pixel": lambda i, f, n, m: (i + Fraction(1, 2)) / f - Fraction(1, 2),
    "pytorch_half_pixel": lambda i, f, n, m: (i + Fraction(1, 2)) / f - Fraction(1, 2) if m > 1 else Fraction(0),
    "asymmetric": lambda i, f, n, m: i / f,
    "align_corners": lambda i, f, n, m: Fraction(i * (n - 1), m - 1) if m > 1 else Fraction(0),
}
_ROUNDED: Mapping[str, Callable[[Fraction], int]] = {
    "round_prefer_floor": lambda x: ceil(x - Fraction(1, 2)),
    "round_prefer_ceil": lambda x: floor(x + Fraction(1, 2)),
    "floor": floor,
    "ceil": ceil,
}
"""How ONNX's Resize finds the place that it copies (https://onnx.ai/onnx/operators/onnx__Resize.html)."""


def _resize(graph: Graph, call: Call) -> None:
    """The nearest place by whole factors copies each place so many times; any other mode mixes places."""
    call.only("mode", "coordinate_transformation_mode", "nearest_mode", "cubic_coeff_a", "exclude_outside",
              "extrapolation_value", "antialias", "axes", "keep_aspect_ratio_policy", "scales")  # fmt: skip
    for name, value in (("mode", "nearest"), ("antialias", 0), ("keep_aspect_ratio_policy", "stretch")):
        call.must(name, value)
    shape = graph.shape(call)
    factors = _factors(graph, call, shape)
    where = call.attributes.get("coordinate_transformation_mode", "half_pixel" if graph.opset > 10 else "asymmetric")
    rounding = call.attributes.get("nearest_mode", "round_prefer_floor" if graph.opset > 10 else "floor")
    if where not in _PLACES or rounding not in _ROUNDED:
        raise call.unsupported(f"places by {', '.join(_PLACES)}", f"{where}, {rounding}", "use asymmetric and floor")
    for n, f in zip(shape[1:], factors, strict=True):
        check(call.asked, n * f, MAX_LISTED, "places along an axis", "enlarge less")
        found = [_ROUNDED[rounding](_PLACES[where](i, Fraction(f), n, n * f)) for i in range(n * f)]
        if [min(max(m, 0), n - 1) for m in found] != [i // f for i in range(n * f)]:
            got = f"{where} with {rounding} by {f} on {n} places"
            raise call.unsupported("each place copied so many times", got, "use asymmetric and floor")
    in_order(graph, call, repeating.enlarged(call.asked, shape, factors), call.inputs[0])


def _factors(graph: Graph, call: Call, shape: Shape) -> tuple[int, ...]:
    """Whole factors of the places, from ``scales`` or ``sizes``: inputs 2 and 3, or 1 before opset 11."""
    old = call.operator == "Upsample" or graph.opset < 11
    listed, rank = graph.constant(call, 1 if old else 2), len(shape) + 1
    if listed is None and "scales" in call.attributes:
        listed = np.asarray(call.attributes["scales"])
    sizes = None if old else graph.constant(call, 3, with_batch=True)
    axes = [n % rank for n in call.ints("axes", range(rank))]
    if listed is not None and listed.size:
        given = [Fraction(float(f)) for f in listed]
    elif sizes is not None and len(sizes) == len(axes):
        if 0 in axes and int(sizes[axes.index(0)]) not in (OPEN_BATCH, graph.batch):
            got = f"{sizes[axes.index(0)]}, of a batch of {graph.batch or 'any size'}"
            raise call.unsupported("the batch as it is", got, "give scales, or name the axes of places")
        known = (graph.batch or OPEN_BATCH, *shape)
        given = [Fraction(int(n), known[axis]) for n, axis in zip(sizes, axes, strict=True)]
    else:
        raise call.wrong("scales or sizes", "none")
    if len(given) != len(axes) or len(set(axes)) != len(axes):
        raise call.wrong(f"one of each of {len(axes)} axes", f"{len(given)}")
    by = dict(zip(axes, given, strict=True))
    if any(by.get(n, 1) != 1 for n in (0, 1)) or any(f < 1 or f.denominator != 1 for f in by.values()):
        raise call.unsupported("whole factors of places", f"{[str(f) for f in given]}"[:80], "use ConvTranspose")
    return tuple(int(by.get(n, 1)) for n in range(2, rank))


VALUES: Mapping[str, Reader] = {
    "Expand": _expand,
    "Split": _split,
    "ReduceSum": _reduce_sum,
    "Cast": _cast,
    "LayerNormalization": _layer_norm,
    "Resize": _resize,
    "Upsample": _resize,
}
"""Readers of these operators."""

SEVERAL: Sequence[str] = ("Split",)
"""Operators all of whose outputs are read."""
