"""What each ONNX operator becomes.  Everything that is not in the table, or not said here, is refused by name."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import replace
from math import prod
from typing import Any, Literal, Protocol

import numpy as np
from numpy.typing import NDArray

from symstride.adapters import repeating
from symstride.adapters.onnx.call import Call
from symstride.adapters.onnx.constants import OPEN_BATCH
from symstride.layers.axis import same_padding
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_LISTED, MAX_RANK, check
from symstride.network.operators import records as op
from symstride.network.operators.pointwise import SELU_ALPHA, SELU_GAMMA
from symstride.network.operators.records import Operator, Pairs, Shape
from symstride.network.operators.windows import within
from symstride.network.stored import Stored


class Graph(Protocol):
    """What readers may ask of the graph that is being read."""

    @property
    def opset(self) -> int:
        """The version of the operators."""

    @property
    def dtype(self) -> str:
        """The element type of the inputs."""

    @property
    def batch(self) -> int | None:
        """The batch size that the model was written for, if it has one."""

    def shape(self, call: Call, number: int = 0) -> Shape:
        """The shape of an input that is a value, without the batch."""

    def constant(self, call: Call, number: int, with_batch: bool = False) -> NDArray[Any] | None:
        """An input that is a constant; None where there is no such input.

        An open batch size among its numbers is refused, but ``with_batch``.
        """

    def is_constant(self, name: str) -> bool:
        """Whether the name stands for a constant."""

    def kind(self, name: str) -> str:
        """The element type of a value."""

    def typed(self, name: str, kind: str) -> None:
        """The element type of a value, where that is not the one of what it is made from."""

    def hold(self, label: str, stored: Stored) -> None:
        """How the model holds an array that a layer is about to read under this label."""

    def emit(self, call: Call, operator: Operator, inputs: Sequence[str], **arrays: tuple[str, NDArray[Any]]) -> None:
        """The node that gives the call's output; ``arrays`` are its parameters by role: (label, numbers).

        The label is what the model calls the array, "" for one that is made here.
        """

    def define_constant(self, name: str, array: NDArray[Any]) -> None:
        """A name for an array."""

    def step(self, call: Call, operator: Operator, source: str, suffix: str, **arrays: tuple[str, NDArray[Any]]) -> str:
        """A node in front of it."""

    def join(self, call: Call, operator: Operator, sources: Sequence[str], suffix: str) -> str:
        """A node of several inputs in front of it."""


Reader = Callable[[Graph, Call], None]

# ------------------------------------------------------------------------------------------------ windows

_WINDOW = ("kernel_shape", "strides", "pads", "dilations", "auto_pad")
_ODD = {"SAME_UPPER": "high", "SAME_LOWER": "low"}


def conv_of(graph: Graph, call: Call, weight: NDArray[Any], bias: bool) -> Conv:
    """The layer of a node with these weights."""
    call.only(*_WINDOW, "group")
    axes = weight.ndim - 2
    if axes < 1 or call.ints("kernel_shape", weight.shape[2:]) != weight.shape[2:]:
        raise call.wrong("weights (out, in/groups, *kernel_shape)", f"shape {weight.shape}")
    groups = int(call.attributes.get("group", 1))
    stride, dilation = call.ints("strides", (1,) * axes), call.ints("dilations", (1,) * axes)
    padding = _padding(graph, call, weight.shape[2:], stride, dilation)
    sizes = (weight.shape[1] * groups, weight.shape[0], weight.shape[2:])
    return Conv(*sizes, stride, padding, dilation, groups, bias)


def _conv(graph: Graph, call: Call) -> None:
    weight, bias = _weight(graph, call, 1), graph.constant(call, 2)
    conv = conv_of(graph, call, weight, bias is not None)
    arrays = {"weight": (call.inputs[1], weight)}
    if bias is not None:
        arrays["bias"] = (call.inputs[2], bias)
    graph.emit(call, conv, call.inputs[:1], **arrays)


def _conv_transpose(graph: Graph, call: Call) -> None:
    call.only(*_WINDOW, "group", "output_padding", "output_shape")
    weight, bias = _weight(graph, call, 1), graph.constant(call, 2)
    axes = weight.ndim - 2
    if axes < 1 or call.ints("kernel_shape", weight.shape[2:]) != weight.shape[2:]:
        raise call.wrong("weights (in, out/groups, *kernel_shape)", f"shape {weight.shape}")
    groups = int(call.attributes.get("group", 1))
    stride, dilation = call.ints("strides", (1,) * axes), call.ints("dilations", (1,) * axes)
    more = call.ints("output_padding", (0,) * axes)
    if not len(stride) == len(dilation) == len(more) == len(graph.shape(call)) - 1 == axes:
        got = f"{len(stride)} strides, {len(dilation)} dilations, {len(more)} output paddings"
        raise call.wrong(f"a map of {axes} axes, and one of each for each axis", got)
    whole = ConvTranspose(weight.shape[0], weight.shape[1] * groups, weight.shape[2:], stride, 0, dilation, more,
                          groups, bias is not None)  # fmt: skip
    arrays = {"weight": (call.inputs[1], weight)}
    if bias is not None:
        arrays["bias"] = (call.inputs[2], bias)
    graph.emit(call, replace(whole, padding=_taken_away(graph, call, whole)), call.inputs[:1], **arrays)


def _taken_away(graph: Graph, call: Call, whole: ConvTranspose) -> Pairs:
    """The padding that leaves ``output_shape``, or ``stride*N`` places under SAME, of the whole output; or ``pads``.

    An odd total takes one place more from the low side, but under SAME_UPPER from the high side.  A whole output that
    is smaller than ``output_shape`` is filled up behind, as in ONNX Runtime and the node tests.  Under SAME that is
    refused: ONNX Runtime leaves it smaller, against the specification.
    """
    axes, mode, size = whole.ndim, call.attributes.get("auto_pad", "NOTSET"), graph.shape(call)[1:]
    if mode not in ("NOTSET", "VALID", *_ODD):
        raise call.wrong("auto_pad NOTSET, VALID, SAME_UPPER or SAME_LOWER", repr(mode))
    wanted = call.ints("output_shape", ())
    if wanted:
        wanted = wanted[-axes:] if len(wanted) == axes + 2 else wanted  # some models list batch and channels too
    elif mode in _ODD:
        wanted = tuple(s * n for s, n in zip(whole.stride, size, strict=True))
    else:
        pads = call.ints("pads", (0,) * (2 * axes)) if mode == "NOTSET" else (0,) * (2 * axes)
        if len(pads) != 2 * axes:
            raise call.wrong(f"{2 * axes} pads", f"{len(pads)}")
        return tuple(zip(pads[:axes], pads[axes:], strict=True))
    if len(wanted) != axes:
        raise call.wrong(f"an output_shape of {axes} axes", f"{wanted}")
    totals = [t - n for t, n in zip(whole.output_size(size), wanted, strict=True)]
    if min(totals) < 0 and "output_shape" not in call.attributes:
        got = f"{whole.output_size(size)} places, which SAME would have to fill up to {wanted}"
        raise call.unsupported("a whole output of at least stride*N places", got, "write pads")
    halves = [max(t, 0) // 2 for t in totals]
    lows = halves if mode == "SAME_UPPER" else [max(t, 0) - half for t, half in zip(totals, halves, strict=True)]
    return tuple((low, total - low) for low, total in zip(lows, totals, strict=True))


def _pool(graph: Graph, call: Call) -> None:
    average = call.operator == "AveragePool"
    call.only(*_WINDOW, "ceil_mode", "count_include_pad" if average else "storage_order")
    kernel = call.ints("kernel_shape", ())
    stride, dilation = call.ints("strides", (1,) * len(kernel)), call.ints("dilations", (1,) * len(kernel))
    padding = _padding(graph, call, kernel, stride, dilation)
    ceil_mode = bool(call.attributes.get("ceil_mode", 0))
    if average:
        counted = bool(call.attributes.get("count_include_pad", 0))
        average_pool = op.AveragePool(kernel, stride, padding, dilation, ceil_mode, counted)
        graph.emit(call, within(average_pool, graph.shape(call)[1:]), call.inputs)
    else:
        max_pool = op.MaxPool(kernel, stride, padding, dilation, ceil_mode)
        graph.emit(call, within(max_pool, graph.shape(call)[1:]), call.inputs)


def _padding(graph: Graph, call: Call, kernel: Shape, stride: Shape, dilation: Shape) -> Pairs:
    """Explicit padding: ``pads`` lists all low sides, then all high ones; ``auto_pad`` depends on the size."""
    axes, mode = len(kernel), call.attributes.get("auto_pad", "NOTSET")
    size, pads = graph.shape(call)[1:], call.ints("pads", (0,) * (2 * axes))
    if not len(size) == len(stride) == len(dilation) == axes or len(pads) != 2 * axes:
        got = f"a map of {len(size)} axes, {len(stride)} strides, {len(dilation)} dilations, {len(pads)} pads"
        raise call.wrong(f"one of each for the {axes} axes of the kernel, and two pads", got)
    if mode in ("NOTSET", "VALID"):
        return tuple(zip(pads[:axes], pads[axes:], strict=True)) if mode == "NOTSET" else ((0, 0),) * axes
    if mode not in _ODD:
        raise call.wrong("auto_pad NOTSET, VALID, SAME_UPPER or SAME_LOWER", repr(mode))
    rows = list(zip(kernel, stride, dilation, size, strict=True))
    for row in rows:
        _check_same(call, *row)
    pairs = [same_padding(k, s, dl, n, _ODD[mode]) for k, s, dl, n in rows]
    return tuple((int(low), int(high)) for low, high in pairs)


def _check_same(call: Call, kernel: int, stride: int, dilation: int, size: int) -> None:
    """Refuse where ONNX Runtime and the specification differ about SAME.

    For pools ONNX Runtime leaves the dilation out of the padding, and it refuses dilated layers.  When the last window
    ends before the map does, it pads by a negative amount: a maximum fails, and from 2 places on the windows move.
    """
    hint = "write explicit pads"
    if dilation > 1 and kernel > 1:
        got = f"dilation {dilation}, where ONNX Runtime leaves the specification"
        raise call.unsupported(f"auto_pad {call.attributes['auto_pad']} without dilation", got, hint)
    unread = size - ((-(-size // stride) - 1) * stride + kernel)
    if unread > (0 if call.operator == "MaxPool" else 1):
        got = f"kernel {kernel} and stride {stride} on {size} places, where ONNX Runtime leaves the specification"
        raise call.unsupported(f"auto_pad {call.attributes['auto_pad']} with windows up to the end", got, hint)


def _global_pool(graph: Graph, call: Call) -> None:
    call.only()
    graph.emit(call, op.GlobalPool("average" if call.operator == "GlobalAveragePool" else "max"), call.inputs)


def _reduce_mean(graph: Graph, call: Call) -> None:
    call.only("axes", "keepdims", "noop_with_empty_axes")
    shape, listed = graph.shape(call), graph.constant(call, 1)
    axes = call.ints("axes", ()) if listed is None else tuple(int(n) for n in listed)
    if sorted(n % (len(shape) + 1) for n in axes) != list(range(2, len(shape) + 1)):
        raise call.unsupported("a mean over all places of a map", f"axes {axes}", "rewrite it as GlobalAveragePool")
    if call.attributes.get("keepdims", 1):
        graph.emit(call, op.GlobalPool("average"), call.inputs[:1])
    else:
        whole = graph.step(call, op.GlobalPool("average"), call.inputs[0], "mean")
        graph.emit(call, op.Reshape(shape[:1]), [whole])


# ------------------------------------------------------------------------------------------------ channel by channel


def _batch_norm(graph: Graph, call: Call) -> None:
    call.only("epsilon", "momentum", "spatial", "training_mode")
    call.must("training_mode", 0)
    call.must("spatial", 1)
    if graph.opset < 14 and len(call.outputs) > 1:  # which is how training is asked for
        raise call.unsupported("one output, for inference", f"{len(call.outputs)} outputs", "drop the others")
    roles = ("scale", "bias", "mean", "variance")
    arrays = {role: (call.inputs[n + 1], _weight(graph, call, n + 1)) for n, role in enumerate(roles)}
    graph.emit(call, op.BatchNorm(float(call.attributes.get("epsilon", 1e-5))), call.inputs[:1], **arrays)


def _prelu(graph: Graph, call: Call) -> None:
    call.only()
    slope = per_channel(graph, call, _weight(graph, call, 1), 0)
    graph.emit(call, op.PRelu(), call.inputs[:1], slope=(call.inputs[1], slope))


_NARY: Mapping[str, type] = {"Add": op.Add, "Sum": op.Add, "Mul": op.Multiply, "Max": op.Maximum}


def elementwise(graph: Graph, call: Call) -> None:
    """Sums, products and maxima of values of one shape, or of one value and a constant per channel."""
    call.only()
    constants = [n for n, name in enumerate(call.inputs) if graph.is_constant(name)]
    if not constants:
        graph.emit(call, _NARY[call.operator](), broadcast(graph, call))
        return
    if len(call.inputs) != 2 or call.operator == "Max":
        raise call.unsupported("two values of one shape, or one and a constant", "constants among them", "fold them")
    number = constants[0]
    source = call.inputs[1 - number]
    array = per_channel(graph, call, _weight(graph, call, number), 1 - number)
    role = "scale" if call.operator == "Mul" else "shift"
    affine = op.Affine(scale=role == "scale", shift=role == "shift")
    graph.emit(call, affine, [source], **{role: (call.inputs[number], array)})


def broadcast(graph: Graph, call: Call) -> list[str]:
    """The inputs, each as large as all of them together: axes of one place are repeated."""
    shapes = [graph.shape(call, number) for number in range(len(call.inputs))]
    whole = tuple(map(max, zip(*shapes, strict=False)))
    if not all(repeating.repeats(shape, whole) for shape in shapes):
        got = ", ".join(map(str, shapes))
        raise call.unsupported("sizes that are equal, or 1, of one number of axes", got, "give them one shape")
    names = []
    for number, (source, shape) in enumerate(zip(call.inputs, shapes, strict=True)):
        for operator in repeating.repeated(call.asked, shape, whole):
            source = graph.step(call, operator, source, f"repeat-{number}")
        names.append(source)
    return names


def in_order(graph: Graph, call: Call, operators: Sequence[Operator], source: str) -> None:
    """One operator behind the other; the last one gives the call's output."""
    *first, last = operators or [op.Pointwise("identity")]
    for operator in first:
        source = graph.step(call, operator, source, "part")
    graph.emit(call, last, [source])


def per_channel(graph: Graph, call: Call, array: NDArray[Any], number: int) -> NDArray[Any]:
    """A constant that is broadcast against ``(batch, C, *space)`` and differs by channel only, as ``(C,)``."""
    shape = graph.shape(call, number)
    check(call.asked, shape[0], MAX_LISTED, "channels with a number each", "use fewer channels")
    aligned = (1,) * (len(shape) + 1 - array.ndim) + array.shape
    allowed = len(aligned) == len(shape) + 1 and aligned[1] in (1, shape[0])
    if not allowed or prod(aligned) != aligned[1]:
        got, hint = f"shape {array.shape} against {shape}", "fold it into a layer, or pass it as an input"
        raise call.unsupported("a constant with one number per channel", got, hint)
    return np.broadcast_to(array.reshape(-1), shape[:1]) if aligned[1] == 1 else array.reshape(-1)


def one_number(call: Call, array: NDArray[Any], shape: Shape) -> Any:
    """A constant of one number, without more axes than ``(batch, *shape)``: those would be added to the value."""
    if array.size != 1 or array.ndim > len(shape) + 1:
        got = f"shape {array.shape} against {shape}"
        raise call.unsupported("one number, without axes of its own", got, "give the constant the shape ()")
    return array.item()


# ------------------------------------------------------------------------------------------------ maps by name

POINTWISE: Mapping[str, tuple[str, Mapping[str, float]]] = {
    "Relu": ("relu", {}),
    "LeakyRelu": ("leaky_relu", {"alpha": 0.01}),
    "Elu": ("elu", {"alpha": 1.0}),
    "Selu": ("selu", {"alpha": SELU_ALPHA, "gamma": SELU_GAMMA}),
    "Celu": ("celu", {"alpha": 1.0}),
    "ThresholdedRelu": ("thresholded_relu", {"alpha": 1.0}),
    "Shrink": ("shrink", {"bias": 0.0, "lambd": 0.5}),
    "Mish": ("mish", {}),
    "Sigmoid": ("sigmoid", {}),
    "HardSigmoid": ("hard_sigmoid", {"alpha": 0.2, "beta": 0.5}),
    "HardSwish": ("hard_swish", {}),
    "Tanh": ("tanh", {}),
    "Softplus": ("softplus", {}),
    "Softsign": ("softsign", {}),
    "Exp": ("exp", {}),
    "Log": ("log", {}),
    "Sqrt": ("sqrt", {}),
    "Erf": ("erf", {}),
    "Sin": ("sin", {}),
    "Cos": ("cos", {}),
    "Reciprocal": ("reciprocal", {}),
    "Floor": ("floor", {}),
    "Ceil": ("ceil", {}),
    "Round": ("round", {}),
    "Sign": ("sign", {}),
    "Abs": ("abs", {}),
    "Neg": ("negative", {}),
}
"""ONNX operator -> (our name, attributes with their defaults)."""

PIXELWISE: Mapping[str, tuple[str, Mapping[str, float | None]]] = {
    "LRN": ("lrn", {"size": None, "alpha": 1e-4, "beta": 0.75, "bias": 1.0}),
}


def _pointwise(graph: Graph, call: Call) -> None:
    name, defaults = POINTWISE[call.operator]
    graph.emit(call, op.Pointwise(name, _numbers(call, defaults)), call.inputs)


def _gelu(graph: Graph, call: Call) -> None:
    call.only("approximate")
    names = {"none": "gelu", "tanh": "gelu_tanh"}
    kind = call.attributes.get("approximate", "none")
    if kind not in names:
        raise call.wrong("approximate none or tanh", repr(kind))
    graph.emit(call, op.Pointwise(names[kind]), call.inputs)


def _swish(graph: Graph, call: Call) -> None:
    graph.emit(call, op.Pointwise("swish", _numbers(call, {"alpha": 1.0})), call.inputs)


def _pixelwise(graph: Graph, call: Call) -> None:
    name, defaults = PIXELWISE[call.operator]
    graph.emit(call, op.Pixelwise(name, _numbers(call, defaults)), call.inputs)


def _numbers(call: Call, defaults: Mapping[str, float | None]) -> op.Attributes:
    call.only(*defaults)
    values = {name: call.attributes.get(name, default) for name, default in defaults.items()}
    if None in values.values():
        raise call.wrong(f"attributes {', '.join(defaults)}", "one is missing")
    return tuple((name, value) for name, value in values.items() if value is not None)


def _clip(graph: Graph, call: Call) -> None:
    call.only("min", "max")
    bounds: list[tuple[str, float]] = []
    for number, (role, attribute) in enumerate((("low", "min"), ("high", "max")), start=1):
        given = graph.constant(call, number)
        value = call.attributes.get(attribute) if given is None else one_number(call, given, ())
        if value is not None:
            bounds.append((role, value))
    graph.emit(call, op.Pointwise("clip", tuple(bounds)), call.inputs[:1])


def _same(graph: Graph, call: Call) -> None:
    """Identity, and Dropout at inference, which is the identity too."""
    call.only("ratio", "seed")
    training = graph.constant(call, 2)
    if training is not None and training.any():
        raise call.unsupported("dropout at inference", "training_mode=True", "export the model for inference")
    graph.emit(call, op.Pointwise("identity"), call.inputs[:1])


def _softmax(graph: Graph, call: Call) -> None:
    call.only("axis")
    shape, old = graph.shape(call), graph.opset < 13
    axis = int(call.attributes.get("axis", 1 if old else -1)) % (len(shape) + 1) - 1
    if axis < 0:
        raise call.unsupported("softmax inside one sample", "an axis that mixes the batch", "set axis=1")
    log = call.operator == "LogSoftmax"
    rest = old and prod(shape[axis + 1 :]) != 1  # before opset 13 all axes from there on were taken together
    if len(shape) > 1 and axis == 0 and not rest:
        graph.emit(call, op.Pixelwise("log_softmax" if log else "softmax"), call.inputs)
    else:
        graph.emit(call, op.Softmax(axis, log, rest), call.inputs)


# ------------------------------------------------------------------------------------------------ rearrangements


def _concat(graph: Graph, call: Call) -> None:
    call.only("axis")
    rank = len(graph.shape(call)) + 1
    axis = int(call.attributes.get("axis", 1)) % rank
    if axis == 0:
        raise call.unsupported("concatenation inside one sample", "axis 0", "join another axis")
    if axis == 1:
        graph.emit(call, op.Concat(), call.inputs)
        return
    order = list(range(rank - 1))
    order[0], order[axis - 1] = axis - 1, 0
    swap = op.Transpose(tuple(order))
    moved = [graph.step(call, swap, name, f"swapped-{number}") for number, name in enumerate(call.inputs)]
    graph.emit(call, swap, [graph.join(call, op.Concat(), moved, "joined")])


def _space_to_depth(graph: Graph, call: Call) -> None:
    graph.emit(call, op.SpaceToDepth(*_cell(call)), call.inputs)


def _depth_to_space(graph: Graph, call: Call) -> None:
    graph.emit(call, op.DepthToSpace(*_cell(call)), call.inputs)


def _cell(call: Call) -> tuple[Shape, Literal["phase_major", "channel_major"]]:
    """The cell, and the order of its phases: "depth, column, row" has them first."""
    call.only("blocksize", "mode")
    mode = call.attributes.get("mode", "DCR")
    if mode not in ("DCR", "CRD"):
        raise call.wrong("mode DCR or CRD", repr(mode))
    return (int(call.attributes["blocksize"]),) * 2, "phase_major" if mode == "DCR" else "channel_major"


def _pad(graph: Graph, call: Call) -> None:
    call.only("mode", "pads", "value")
    wraps = call.attributes.get("mode") == "wrap"
    if not wraps:
        call.must("mode", "constant")
    rank = len(graph.shape(call)) + 1
    listed, value, axes = (graph.constant(call, n) for n in (1, 2, 3))
    pads = call.ints("pads", ()) if listed is None else tuple(int(n) for n in listed)
    places = range(rank) if axes is None else [int(n) % rank for n in axes]
    if len(pads) != 2 * len(places):
        raise call.wrong(f"{2 * len(places)} pads", f"{len(pads)}")
    pairs = {n: (pads[i], pads[i + len(places)]) for i, n in enumerate(places)}
    if len(pairs) != len(places):
        raise call.wrong("each axis once", f"{list(places)}")
    if any(pairs.get(n, (0, 0)) != (0, 0) for n in (0, 1)):
        raise call.unsupported("padding of places", "padding of the batch or the channels", "use Concat for channels")
    fill = call.attributes.get("value", 0.0) if value is None else one_number(call, value, ())
    amounts = tuple(pairs.get(n, (0, 0)) for n in range(2, rank))
    if wraps:
        if min(pads, default=0) < 0:
            raise call.unsupported("wrapping around", f"pads {pads}, which crop as well", "crop in a node of its own")
        graph.emit(call, op.Wrap(amounts), call.inputs[:1])
        return
    graph.emit(call, op.Pad(amounts, "lowest" if fill == float("-inf") else fill), call.inputs[:1])


def _reshape(graph: Graph, call: Call) -> None:
    call.only("allowzero")
    target = graph.constant(call, 1, with_batch=True)
    if target is None:
        raise call.wrong("a shape", "none")
    if call.attributes.get("allowzero", 0) and not target.all():
        raise call.wrong("sizes of at least 1, with allowzero", f"{target.tolist()}"[:80])
    graph.emit(call, op.Reshape(_resolved(graph, call, [int(n) for n in target])), call.inputs[:1])


def _resolved(graph: Graph, call: Call, target: list[int]) -> Shape:
    """The target of a Reshape without its batch: 0 copies a size, -1 is whatever is left."""
    shape = graph.shape(call)
    first, rest = (0 if target[0] == OPEN_BATCH else target[0], target[1:]) if target else (0, [])
    rest = [shape[n] if size == 0 and n < len(shape) else size for n, size in enumerate(rest)]
    if rest.count(-1) == 1 and first != -1:
        known = prod(size for size in rest if size != -1)
        rest = [prod(shape) // max(known, 1) if size == -1 else size for size in rest]
    if first not in (0, -1, graph.batch) or prod(rest) != prod(shape) or not rest:
        shown = ", ".join("batch" if n == OPEN_BATCH else str(n) for n in target)
        got = f"({shown}) of {shape}"
        raise call.unsupported("a reshape that leaves the batch alone", got, "write 0 for the batch")
    return tuple(rest)


def _shape(graph: Graph, call: Call) -> None:
    """A constant here, since sizes are known, all but that of an open batch: only Reshape may read it."""
    call.only("start", "end")
    whole = np.asarray([graph.batch or OPEN_BATCH, *graph.shape(call)], dtype=np.int64)
    part = slice(call.attributes.get("start", 0), call.attributes.get("end"))
    graph.define_constant(call.outputs[0], whole[part])


def _flatten(graph: Graph, call: Call) -> None:
    call.only("axis")
    shape = graph.shape(call)
    if int(call.attributes.get("axis", 1)) % (len(shape) + 1) != 1:
        raise call.unsupported("axis=1", f"axis={call.attributes['axis']}", "flatten each sample")
    graph.emit(call, op.Reshape((prod(shape),)), call.inputs)


def _axes_changed(graph: Graph, call: Call) -> None:
    """Squeeze and Unsqueeze."""
    call.only("axes")
    shape, listed = graph.shape(call), graph.constant(call, 1)
    axes = call.ints("axes", ()) if listed is None else tuple(int(n) for n in listed)
    rank = len(shape) + 1 + (len(axes) if call.operator == "Unsqueeze" else 0)
    check(call.asked, rank, MAX_RANK, "axes of a value", "name fewer axes")
    places = sorted(n % rank for n in axes)
    if not places or places[0] == 0:
        raise call.unsupported("axes behind the batch", f"{axes}", "name the axes")
    changed = [0, *shape]
    for n in places if call.operator == "Unsqueeze" else reversed(places):
        if call.operator == "Unsqueeze":
            changed.insert(n, 1)
        elif changed.pop(n) != 1:
            raise call.wrong("axes of size 1", f"{axes} of {shape}")
    graph.emit(call, op.Reshape(tuple(changed[1:])), call.inputs[:1])


def _transpose(graph: Graph, call: Call) -> None:
    call.only("perm")
    perm = call.ints("perm", reversed(range(len(graph.shape(call)) + 1)))
    if not perm or perm[0] != 0:
        raise call.unsupported("a transposition inside one sample", f"perm {perm}", "leave axis 0 in front")
    graph.emit(call, op.Transpose(tuple(n - 1 for n in perm[1:])), call.inputs)


# ------------------------------------------------------------------------------------------------ tail


def _gemm(graph: Graph, call: Call) -> None:
    call.only("alpha", "beta", "transA", "transB")
    call.must("transA", 0)
    weight, bias = _weight(graph, call, 1), graph.constant(call, 2)
    if weight.ndim != 2:
        raise call.wrong("a weight matrix", f"shape {weight.shape}")
    transposed = bool(call.attributes.get("transB", 0))
    features = weight.shape[0 if transposed else 1]
    arrays = {"weight": (call.inputs[1], weight)}
    if bias is not None:
        if bias.size not in (1, features) or bias.shape[-1:] not in ((), (bias.size,)) or bias.ndim > 2:
            raise call.unsupported("one bias per feature", f"shape {bias.shape}", "add it in a node of its own")
        arrays["bias"] = (call.inputs[2], np.broadcast_to(bias.reshape(-1), (features,)))
    factors = float(call.attributes.get("alpha", 1.0)), float(call.attributes.get("beta", 1.0))
    graph.emit(call, op.Gemm(features, bias is not None, transposed, *factors), call.inputs[:1], **arrays)


def _matmul(graph: Graph, call: Call) -> None:
    call.only()
    weight = _weight(graph, call, 1)
    if weight.ndim != 2:
        raise call.unsupported("a weight matrix", f"shape {weight.shape}", "rewrite it as Gemm")
    graph.emit(call, op.Gemm(weight.shape[1], bias=False), call.inputs[:1], weight=(call.inputs[1], weight))


def _weight(graph: Graph, call: Call, number: int) -> NDArray[Any]:
    array = graph.constant(call, number)
    if array is None:
        raise call.wrong("weights", f"{len(call.inputs)} inputs")
    return array


READERS: Mapping[str, Reader] = {
    "Conv": _conv,
    "ConvTranspose": _conv_transpose,
    "MaxPool": _pool,
    "AveragePool": _pool,
    "GlobalAveragePool": _global_pool,
    "GlobalMaxPool": _global_pool,
    "ReduceMean": _reduce_mean,
    "BatchNormalization": _batch_norm,
    "PRelu": _prelu,
    **dict.fromkeys(_NARY, elementwise),
    **dict.fromkeys(POINTWISE, _pointwise),
    **dict.fromkeys(PIXELWISE, _pixelwise),
    "Gelu": _gelu,
    "Swish": _swish,
    "Clip": _clip,
    "Identity": _same,
    "Dropout": _same,
    "Softmax": _softmax,
    "LogSoftmax": _softmax,
    "Concat": _concat,
    "SpaceToDepth": _space_to_depth,
    "DepthToSpace": _depth_to_space,
    "Pad": _pad,
    "Reshape": _reshape,
    "Shape": _shape,
    "Flatten": _flatten,
    "Squeeze": _axes_changed,
    "Unsqueeze": _axes_changed,
    "Transpose": _transpose,
    "Gemm": _gemm,
    "MatMul": _matmul,
}
"""Every operator that is read, and by whom."""
