"""Reading layers whose sizes are open: nothing may depend on the sizes at which they happen to be looked at.

The ordinary reader turns a node into what it is at the sizes that are known, the end of a slice and the padding of
SAME into numbers.  A layer is read by it all the same, once its attributes are seen to have nothing of the kind.  What
stands in the place of a layer is read here, by a few operators in a form that means the same at every size; anything
else is refused.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.call import Call, call_of
from symstride.adapters.onnx.files import check_text, onnx_module, opset_of, tensor_array
from symstride.adapters.onnx.reading import constant_of, read_model
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network, Node
from symstride.network.open_sizes import example_size, why_not, with_open
from symstride.network.operators import records as op

FIRST: Final = 11
"""The opset from which on Pad and Slice have their numbers as inputs, and slices have steps."""

LAYERS: Final = ("Conv", "ConvTranspose", "MaxPool", "AveragePool")
"""Operators that are read with open sizes."""

TRIED: Final = (2**6, 2**9, 2**12, 2**18)
"""Sizes at which it is looked up what a layer is."""

LAST: Final = int(np.iinfo(np.int64).max)
"""The end of a slice that means the end of the axis, whatever its size."""

_HINT: Final = "give the sizes of the inputs"


def read_layer(
    alone: Any, folder: Path | None, name: str, channels: int | None, axes: Sequence[int], sizes: Sequence[Any]
) -> Network:
    """The layer in a model of one node, which reads the map ``name``, of which these ``axes`` are open.

    ``sizes`` are those of the spatial axes, None for open ones; a Conv whose ``channels`` nobody knows has those of its
    weights.  Raises ``NotSupported`` for what is not the same at
    every size.
    """
    opset = opset_of(alone)
    strided = [node for node in alone.graph.node if node.input and node.input[0] == name]
    if len(strided) != 1 or strided[0].op_type not in LAYERS:
        got = ", ".join(node.op_type for node in strided)[:80] or "none"
        raise _refusal(name, f"one of {', '.join(LAYERS)}, where sizes are open", got)
    _check_attributes(call_of(strided[0], folder, opset))
    if opset < FIRST:
        raise _refusal(name, f"opset {FIRST} or later, for open sizes", f"{opset}")
    channels = channels or _channels_of(alone, strided[0], name)
    network = _at_some_size(alone, folder, name, channels, sizes)
    given, *rest = network.nodes
    if len(rest) != 1 or network.stored or not isinstance(given.operator, op.Input):
        got = f"{len(rest)} nodes" + (", with numbers of 8 bits" if network.stored else "")
        raise _refusal(name, "one layer of floats, where sizes are open", got)
    layer = rest[0].operator
    why = why_not(layer)
    if why is not None:
        raise _refusal(name, *why)
    examples = zip(sizes, example_size(layer), strict=True)
    return with_open(network, axes, (channels, *(size or example for size, example in examples)))


def _check_attributes(call: Call) -> None:
    mode = call.attributes.get("auto_pad", "NOTSET")
    if mode not in ("NOTSET", "VALID"):
        raise call.unsupported("pads in numbers, where sizes are open", f"auto_pad {mode}"[:80], _HINT)
    if call.attributes.get("ceil_mode", 0):
        raise call.unsupported("ceil_mode 0, where sizes are open", "1", _HINT)
    if call.attributes.get("output_shape"):
        raise call.unsupported(
            "no output_shape, where sizes are open", f"{call.attributes['output_shape']}"[:80], _HINT
        )


def _channels_of(alone: Any, node: Any, name: str) -> int:
    """What the weights of a Conv have; refused where these are not stored as they are."""
    shapes = {tensor.name: tuple(tensor.dims) for tensor in alone.graph.initializer}
    shape = shapes.get(node.input[1], ()) if node.op_type == "Conv" and len(node.input) > 1 else ()
    groups = next((a.i for a in node.attribute if a.name == "group"), 1)
    if len(shape) < 2 or shape[1] * groups < 1:
        raise _refusal(name, "channels that are a number", "an open one")
    return int(shape[1]) * int(groups)


def _at_some_size(alone: Any, folder: Path | None, name: str, channels: int, sizes: Sequence[Any]) -> Network:
    """The first of some sizes at which the layer has a value: which layer it is does not depend on that."""
    first: SymstrideError | None = None
    for size in TRIED:
        try:
            return read_model(alone, folder, {name: (channels, *(n or size for n in sizes))}, "", part=True)
        except SymstrideError as why:
            first = first or why
    raise first or _refusal(name, "a size at which it has a value", "none")


def _refusal(name: str, expected: str, got: str) -> NotSupported:
    return NotSupported(f"the layer of {name!r}"[:200], expected, got, _HINT)


# ------------------------------------------------------------------------------------------------ in its place


def read_part(alone: Any, folder: Path | None, given: op.Input) -> Network:
    """What stands in the place of a layer that reads ``given``: operators that mean the same at every size."""
    check_text(alone)
    reading = _PartReading(opset_of(alone), folder)
    for tensor in alone.graph.initializer:
        reading.define(tensor.name, tensor_array(tensor, folder))
    inputs = [value for value in alone.graph.input if value.name not in reading.constants]
    if len(inputs) != 1 or len(alone.graph.output) != 1 or len(alone.graph.sparse_initializer):
        got = f"{len(inputs)} values"
        raise NotSupported(
            "what stands in the place of a layer", "one map that is read, and one that is given", got, ""
        )
    kind = inputs[0].type.tensor_type.elem_type
    reading.build.dtype = str(onnx_module("onnx.helper").tensor_dtype_to_np_dtype(kind))
    reading.build.append(Node(inputs[0].name, given))
    for node in alone.graph.node:
        reading.read(call_of(node, folder, reading.opset))
    (output,) = (value.name for value in alone.graph.output)
    if output not in reading.build.shapes:
        raise SpecError(f"from_onnx, output {output!r}", "a value of a node", "none of that name", "export it again")
    return reading.build.network(output)


class _PartReading:
    """The graph read so far."""

    def __init__(self, opset: int, folder: Path | None) -> None:
        self.opset, self.folder = opset, folder
        self.build = Builder("part")
        self.constants: dict[str, NDArray[Any]] = {}
        self.split: dict[str, tuple[str, int, int]] = {}
        """Values of one axis whose channels are two axes, (value, first, second): the way to depth-to-space."""
        self.turned: dict[str, tuple[str, op.DepthToSpace]] = {}
        """The same with the phases behind the places: the value, and what is then left to write down."""

    def define(self, name: str, array: NDArray[Any]) -> None:
        """A name for an array; names are given once."""
        if any(name in known for known in (self.constants, self.build.shapes, self.split, self.turned)):
            raise SpecError("from_onnx", "one value per name", f"{name!r} twice"[:80], "export the model again")
        self.constants[name] = array

    def read(self, call: Call) -> None:
        """One node."""
        if len(call.outputs) != 1:
            raise call.unsupported("one output", f"{len(call.outputs)}", _HINT)
        if call.operator == "Constant":
            self.define(call.outputs[0], constant_of(call))
            return
        reader = READERS.get(call.operator)
        if reader is None or self.opset < FIRST:
            expected = f"one of {', '.join(READERS)}, in opset {FIRST} or later: the same at every size"
            raise call.unsupported(expected, f"{call.operator}, opset {self.opset}", _HINT)
        try:
            reader(self, call)
        except (ArithmeticError, IndexError, KeyError, TypeError, ValueError) as why:
            raise call.wrong(
                "a well-formed node", f"{type(why).__name__}: {' '.join(str(why).split())[:120]}"
            ) from None

    def values(self, call: Call, count: int | None = 1) -> Sequence[str]:
        """The first inputs, which are values; all of them where there is no ``count``."""
        names = call.inputs[:count]
        missing = [name for name in names if name not in self.build.shapes]
        if not names or missing:
            raise call.unsupported("values of the graph", repr(missing[0] if missing else "none")[:80], _HINT)
        return names

    def constant(self, call: Call, number: int) -> NDArray[Any] | None:
        """An input that is a constant, None where it is left out."""
        name = call.inputs[number] if number < len(call.inputs) else ""
        if name and name not in self.constants:
            raise call.unsupported(f"a constant as input {number}", f"the value {name!r}"[:80], _HINT)
        return self.constants[name] if name else None

    def whole(self, call: Call, number: int, word: str) -> list[int] | None:
        """A list of whole numbers among the inputs."""
        array = self.constant(call, number)
        if array is None:
            return None
        if array.ndim != 1 or array.dtype != np.int64:
            raise call.wrong(f"a list of whole numbers for {word}", f"{array.dtype} of shape {array.shape}")
        return [int(n) for n in array]

    def space(self, call: Call) -> int:
        """How many spatial axes the value has that is read."""
        return len(self.build.shapes[call.inputs[0]]) - 1

    def emit(self, call: Call, operator: op.Operator, inputs: Sequence[str], *arrays: tuple[str, NDArray[Any]]) -> None:
        """The node that gives the call's output; ``arrays`` are its parameters by role."""
        name = call.outputs[0]
        keys = tuple(self.build.parameter(name, role, array) for role, array in arrays)
        self.build.append(Node(name, operator, tuple(inputs), keys, call.label if call.label != name else ""))


def _pad(reading: _PartReading, call: Call) -> None:
    call.only("mode")
    call.must("mode", "constant")
    (x,), axes = reading.values(call), reading.space(call)
    pads, fill, listed = reading.whole(call, 1, "pads"), reading.constant(call, 2), reading.whole(call, 3, "axes")
    places = range(axes + 2) if listed is None else listed
    if pads is None or len(pads) != 2 * len(places) or len(set(places)) != len(places):
        raise call.wrong("two pads for each axis", f"{pads} for axes {list(places)}"[:80])
    low, high = (dict(zip(places, side, strict=True)) for side in (pads[: len(places)], pads[len(places) :]))
    if any(low[n] or high[n] for n in places if not 2 <= n < axes + 2) or min(pads, default=0) < 0:
        raise call.unsupported("places more along the axes of a map", f"{pads} for axes {list(places)}"[:80], _HINT)
    amounts = tuple((low.get(n, 0), high.get(n, 0)) for n in range(2, axes + 2))
    if fill is not None and fill.dtype.name != reading.build.dtype:
        raise call.wrong(f"a fill in {reading.build.dtype}", fill.dtype.name)
    number = 0.0 if fill is None else _one(call, fill)
    reading.emit(call, op.Pad(amounts, "lowest" if number == float("-inf") else number), [x])


def _slice(reading: _PartReading, call: Call) -> None:
    call.only()
    (x,), axes = reading.values(call), reading.space(call)
    starts, ends, listed, by = (reading.whole(call, n, w) for n, w in enumerate(("starts", "ends", "axes", "steps"), 1))
    if starts is None or ends is None or listed is None:
        raise call.wrong("starts, ends and axes", "less")
    steps = [1] * len(starts) if by is None else by
    if not len(starts) == len(ends) == len(listed) == len(steps) or len(set(listed)) != len(listed):
        raise call.wrong("one start, end, axis and step each", f"{starts}, {ends}, {listed}, {steps}"[:80])
    rows = {n: row for n, *row in zip(listed, starts, ends, steps, strict=True)}
    for n, (start, end, step) in rows.items():
        if not 2 <= n < axes + 2 or start < 0 or step < 1 or (end >= 0 and end != LAST):
            got = f"{start} to {end} by {step} along axis {n}"
            expected = "a slice of a map that counts from its two ends, since its size is open"
            raise call.unsupported(expected, got, _HINT)
    full = [rows.get(n, [0, LAST, 1]) for n in range(2, axes + 2)]
    first, by_axis = (tuple(row[word] for row in full) for word in (0, 2))
    back = tuple(0 if end == LAST else -end for _, end, _ in full)
    reading.emit(call, op.Spaced(first, by_axis, back), [x])


def _concat(reading: _PartReading, call: Call) -> None:
    call.only("axis")
    call.must("axis", 1)
    if "axis" not in call.attributes:
        raise call.wrong("an axis", "none")
    reading.emit(call, op.Concat(), reading.values(call, None))


def _gather(reading: _PartReading, call: Call) -> None:
    call.only("axis")
    (x,), listed = reading.values(call), reading.whole(call, 1, "indices")
    channels = reading.build.shapes[x][0]
    if call.attributes.get("axis", 0) != 1 or listed is None or not all(0 <= n < channels for n in listed):
        raise call.unsupported("channels of a map", f"axis {call.attributes.get('axis', 0)}, {listed}"[:80], _HINT)
    reading.emit(call, op.ChannelGather(tuple(listed)), [x])


def _plain(call: Call, axes: int, *more: str) -> None:
    """Refuse windows that step, are spread or are padded."""
    call.only("kernel_shape", "strides", "dilations", "pads", "auto_pad", "ceil_mode", *more)
    usual: dict[str, Any] = {"strides": (1,) * axes, "dilations": (1,) * axes, "pads": (0,) * (2 * axes)}
    for word, numbers in usual.items():
        if call.ints(word, numbers) != numbers:
            raise call.unsupported(f"{word} {numbers}", f"{call.ints(word, numbers)}"[:80], "unstride the model again")
    for word, value in (("auto_pad", ("NOTSET", "VALID")), ("ceil_mode", (0,))):
        if call.attributes.get(word, value[0]) not in value:
            raise call.unsupported(f"{word} {value[0]}", f"{call.attributes[word]}"[:80], _HINT)


def _conv(reading: _PartReading, call: Call) -> None:
    (x,), weight, bias = reading.values(call), reading.constant(call, 1), reading.constant(call, 2)
    axes = reading.space(call)
    _plain(call, axes, "group")
    if weight is None or weight.ndim != axes + 2 or call.ints("kernel_shape", weight.shape[2:]) != weight.shape[2:]:
        raise call.wrong("weights (out, in/groups, *kernel_shape)", "others")
    groups = int(call.attributes.get("group", 1))
    sizes = (weight.shape[1] * groups, weight.shape[0], weight.shape[2:])
    conv = Conv(*sizes, groups=groups, bias=bias is not None)
    reading.emit(call, conv, [x], ("weight", weight), *([] if bias is None else [("bias", bias)]))


def _max_pool(reading: _PartReading, call: Call) -> None:
    (x,), axes = reading.values(call), reading.space(call)
    _plain(call, axes, "storage_order")
    ones, none = (1,) * axes, ((0, 0),) * axes
    reading.emit(call, op.MaxPool(call.ints("kernel_shape", ()), ones, none, ones), [x])


def _depth_to_space(reading: _PartReading, call: Call) -> None:
    call.only("blocksize", "mode")
    (x,), axes = reading.values(call), reading.space(call)
    mode, block = call.attributes.get("mode", "DCR"), int(call.attributes["blocksize"])
    cell = (block, block)
    known = {"DCR": op.DepthToSpace(cell, "phase_major"), "CRD": op.DepthToSpace(cell, "channel_major")}
    if mode not in known or axes != 2 or block < 1:
        raise call.unsupported("maps of two axes, mode DCR or CRD", f"{axes} axes, {mode}, {block}"[:80], _HINT)
    reading.emit(call, known[mode], [x])


def _reshape(reading: _PartReading, call: Call) -> None:
    """The first or the last step of depth-to-space along one axis, of which -1 leaves the size open."""
    call.only("allowzero")
    call.must("allowzero", 0)
    shape, name = reading.whole(call, 1, "shape"), call.inputs[0]
    if name in reading.turned:
        x, together = reading.turned[name]
        if shape == [0, reading.build.shapes[x][0] // together.cell[0], -1]:
            reading.emit(call, together, [x])
            return
    elif name in reading.build.shapes and reading.space(call) == 1 and shape is not None and len(shape) == 4:
        zero, first, second, rest = shape
        if (zero, rest) == (0, -1) and min(first, second) > 0 and first * second == reading.build.shapes[name][0]:
            reading.split[call.outputs[0]] = (name, first, second)
            return
    raise call.unsupported("a step of depth-to-space along one axis", f"Reshape to {shape}"[:80], _HINT)


def _transpose(reading: _PartReading, call: Call) -> None:
    call.only("perm")
    perm, name = call.ints("perm", ()), call.inputs[0]
    x, first, second = reading.split.get(name, ("", 1, 1))
    known = {
        (0, 2, 3, 1): op.DepthToSpace((first,), "phase_major"),
        (0, 1, 3, 2): op.DepthToSpace((second,), "channel_major"),
    }
    if not x or perm not in known:
        raise call.unsupported("a step of depth-to-space along one axis", f"Transpose {perm}"[:80], _HINT)
    reading.turned[call.outputs[0]] = (x, known[perm])


def _max(reading: _PartReading, call: Call) -> None:
    call.only()
    reading.emit(call, op.Maximum(), reading.values(call, None))


def _div(reading: _PartReading, call: Call) -> None:
    call.only()
    (x,), by = reading.values(call), reading.constant(call, 1)
    if by is None:
        raise call.wrong("a divisor", "none")
    reading.emit(call, op.Pointwise("divide", (("by", _one(call, by)),)), [x])


def _one(call: Call, array: NDArray[Any]) -> float:
    if array.size != 1 or array.ndim > 1:
        raise call.unsupported("one number", f"shape {array.shape}", _HINT)
    return float(array.reshape(-1)[0])


READERS: Final[Mapping[str, Callable[[_PartReading, Call], None]]] = {
    "Pad": _pad,
    "Slice": _slice,
    "Concat": _concat,
    "Gather": _gather,
    "Conv": _conv,
    "MaxPool": _max_pool,
    "Max": _max,
    "Div": _div,
    "DepthToSpace": _depth_to_space,
    "Reshape": _reshape,
    "Transpose": _transpose,
}
"""Operators that are read in the place of a layer of open size."""
