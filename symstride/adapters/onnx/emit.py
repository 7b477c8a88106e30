"""What each node of a network becomes in ONNX: standard operators that ONNX Runtime has, in opset 19."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, replace
from itertools import product
from math import pi, prod, sqrt
from typing import Any, Final

import numpy as np
from numpy.typing import NDArray

from symstride.adapters.onnx.files import OPSET, onnx_module
from symstride.adapters.onnx.nodes import PIXELWISE, POINTWISE
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.limits import MAX_COMPUTED, check
from symstride.network.graph import Network, Node
from symstride.network.names import Names
from symstride.network.open_sizes import has_open_sizes
from symstride.network.operators import records as op
from symstride.network.operators.arrays import space_to_depth
from symstride.network.operators.pointwise import GELU_CUBIC
from symstride.network.operators.records import Shape

_OPERATOR_OF = {name: operator for operator, (name, _) in (*POINTWISE.items(), *PIXELWISE.items())}
_OPERATOR_OF |= {"identity": "Identity"}


def single(value: float) -> float:
    """The number as an attribute of ONNX holds it."""
    with np.errstate(over="ignore"):
        return float(np.float32(value))


@dataclass
class Emitting:
    """The ONNX nodes so far, and the constants that they need beside the weights.

    ``names`` are those of values and of everything else that is stored, ``titles`` those of nodes: two namespaces.
    ``opset`` is that of the model in the end; nodes are written in the newest form here.
    """

    network: Network
    node: Node
    nodes: list[Any]
    constants: dict[str, NDArray[Any]]
    names: Names
    titles: Names
    opset: int = OPSET

    @property
    def shape(self) -> Shape:
        """The shape that the node is fed with."""
        return self.network.shapes[self.node.inputs[0]]

    @property
    def is_whole(self) -> bool:
        """Whether the inputs are whole numbers, for which runtimes lack some operators."""
        return np.dtype(self.network.dtype).kind in "iu"

    @property
    def result(self) -> Shape:
        """The shape of the node's value."""
        return self.network.shapes[self.node.name]

    def constant(self, suffix: str, array: NDArray[Any]) -> str:
        """A constant of the node's own."""
        name = self.names.free(f"{self.node.name}/{suffix}")
        self.constants[name] = array
        return name

    def number(self, suffix: str, value: float) -> str:
        """One number in the element type of the network."""
        return self.constant(suffix, np.asarray(value, self.network.dtype))

    def check_count(self, count: float) -> None:
        """Refuse an average of so many places that its divisor is no number of the network's element type."""
        with np.errstate(over="ignore"):
            rounded = float(np.asarray(count, self.network.dtype))
        if rounded != count:
            expected = f"an average of a number of places that {self.network.dtype} has"
            raise self.refuse(expected, f"{count:,.0f}", "take a wider type")

    def integers(self, suffix: str, values: Sequence[int]) -> str:
        """A list of integers: a shape, places, channels."""
        return self.constant(suffix, np.asarray(values, dtype=np.int64))

    def step(self, operator: str, *inputs: str, suffix: str, **attributes: Any) -> str:
        """A node in front of the last one."""
        name = self.names.free(f"{self.node.name}/{suffix}")
        self._append(operator, inputs, name, self.titles.free(f"{self.node.title}/{suffix}"), attributes)
        return name

    def last(self, operator: str, *inputs: str, **attributes: Any) -> None:
        """The node that gives the value, under the names that the network has for both."""
        self._append(operator, inputs, self.node.name, self.node.title, attributes)

    def _append(
        self, operator: str, inputs: Sequence[str], output: str, title: str, attributes: Mapping[str, Any]
    ) -> None:
        for name, value in attributes.items() if self.network.dtype == "float64" else ():
            if isinstance(value, float) and (stored := single(value)) != value:
                hint = f"take {stored!r} in the model, or a model in single precision"
                raise self.refuse(f"{name} in single precision, as ONNX has it", repr(value), hint)
        make = onnx_module("onnx.helper").make_node
        self.nodes.append(make(operator, list(inputs), [output], name=title, **attributes))

    def make_room(self, numbers: int, itemsize: int) -> None:
        """Refuse a large constant, before it is made, when all constants together would take too many bytes."""
        total = numbers * itemsize + sum(array.nbytes for array in self.constants.values())
        hint = "cut the map in front, so that no mask or count is needed"
        check(f"to_onnx, node {self.node.title!r}", total, MAX_COMPUTED, "bytes of constants beside the weights", hint)

    def refuse(self, expected: str, got: str, hint: str) -> NotSupported:
        """A refusal about this node."""
        return NotSupported(f"to_onnx, node {self.node.title!r}", expected, got, hint)


# ------------------------------------------------------------------------------------------------ windows


def window(operator: op.Pool | Conv | ConvTranspose, padding: op.Pairs) -> dict[str, Any]:
    """The attributes of a node that reads windows."""
    return {
        "kernel_shape": [int(n) for n in operator.kernel],
        "strides": [int(n) for n in operator.stride],
        "dilations": [int(n) for n in operator.dilation],
        "pads": [low for low, _ in padding] + [high for _, high in padding],
    }


def _conv(out: Emitting, conv: Conv) -> None:
    padding = tuple((int(axis.low), int(axis.high)) for axis in conv.axes(out.shape[1:]))
    source = out.node.inputs[0]
    if conv.padding_mode == "circular":
        for operator, inputs, attributes in _wrapping(out, padding):
            source = out.step(operator, source, *inputs, suffix="wrap", **attributes)
        padding = ((0, 0),) * conv.ndim
    elif any(n < 0 for pair in padding for n in pair):  # ONNX pads are not negative
        source = _padded(out, source, padding, 0.0, "pad")
        padding = ((0, 0),) * conv.ndim
    out.last("Conv", source, *out.node.parameters, group=int(conv.groups), **window(conv, padding))


def _conv_transpose(out: Emitting, layer: ConvTranspose) -> None:
    names, size = out.node.parameters, out.shape[1:]
    if _ordinary(layer, size):
        steps, more = window(layer, layer.padding), list(layer.output_padding)
        out.last("ConvTranspose", *out.node.inputs, *names, group=layer.groups, output_padding=more, **steps)
        return
    # The whole output without its bias, then cropped and filled up, then the bias.
    none = ((0, 0),) * layer.ndim
    steps = {"group": layer.groups, **window(layer, none)}
    z = out.step("ConvTranspose", *out.node.inputs, names[0], suffix="whole", **steps)
    sides = zip(layer.padding, layer.output_padding, strict=True)
    amounts = tuple((-low, more - high) for (low, high), more in sides)
    whole = replace(layer, padding=none, output_padding=(0,) * layer.ndim).output_size(size)
    z = _padded(out, z, amounts, 0.0, "part", whole)
    if layer.bias:
        out.last("Add", z, _column(out, names[1]))
    else:
        out.last("Identity", z)


def _ordinary(layer: ConvTranspose, size: Sequence[int]) -> bool:
    """Whether ONNX Runtime takes the numbers as they are: pads of at least 0, output padding below the stride, and
    output without it."""
    steps = zip(layer.output_padding, layer.stride, layer.output_size(size), strict=True)
    small = all(more < min(s, t) for more, s, t in steps)
    return small and all(n >= 0 for pair in layer.padding for n in pair)


def _max_pool(out: Emitting, pool: op.MaxPool) -> None:
    out.last("MaxPool", *out.node.inputs, ceil_mode=int(pool.ceil_mode), **window(pool, pool.padding))


def _average_pool(out: Emitting, pool: op.AveragePool) -> None:
    counted = {"ceil_mode": int(pool.ceil_mode), "count_include_pad": int(pool.count_include_pad)}
    out.last("AveragePool", *out.node.inputs, **counted, **window(pool, pool.padding))


def _global_pool(out: Emitting, pool: op.GlobalPool) -> None:
    out.last("GlobalAveragePool" if pool.kind == "average" else "GlobalMaxPool", *out.node.inputs)


# ------------------------------------------------------------------------------------------------ channel by channel


def _affine(out: Emitting, affine: op.Affine) -> None:
    source, roles = out.node.inputs[0], [("Mul", affine.scale), ("Add", affine.shift)]
    present = [operator for operator, there in roles if there] or ["Identity"]
    names = [_column(out, name) for name in out.node.parameters]
    if len(present) == 2:
        source = out.step("Mul", source, names.pop(0), suffix="scale")
    out.last(present[-1], source, *names)


def _column(out: Emitting, name: str) -> str:
    """A parameter ``(C,)`` as ``(C, 1, ..., 1)``, which meets ``(batch, C, *space)``."""
    axes = len(out.shape) - 1
    if not axes:
        return name
    return out.step("Unsqueeze", name, out.integers("axes", range(1, axes + 1)), suffix="column")


def _batch_norm(out: Emitting, norm: op.BatchNorm) -> None:
    out.last("BatchNormalization", *out.node.inputs, *out.node.parameters, epsilon=norm.epsilon)


def _prelu(out: Emitting, _: op.PRelu) -> None:
    out.last("PRelu", *out.node.inputs, _column(out, out.node.parameters[0]))


def _quotient(out: Emitting, quotient: op.Quotient) -> None:
    if np.dtype(out.network.dtype).kind in "iu":
        raise out.refuse("floating-point numbers", out.network.dtype, "quotients of integers have no ONNX operator")
    by = out.node.parameters[0]
    out.last("Div", *out.node.inputs, by if quotient.each_place else _column(out, by))


def _named(out: Emitting, operator: op.Pointwise | op.Pixelwise) -> None:
    source, attributes = out.node.inputs[0], dict(operator.attributes)
    if operator.name == "clip":
        bounds = [out.number(k, attributes[k]) if k in attributes else "" for k in ("low", "high")]
        out.last("Clip", source, *bounds)
    elif operator.name in _COMPOSED:
        _COMPOSED[operator.name](out, source, **attributes)
    elif operator.name in ("softmax", "log_softmax"):
        out.last("LogSoftmax" if operator.name == "log_softmax" else "Softmax", source, axis=1)
    elif operator.name in _OPERATOR_OF:
        out.last(_OPERATOR_OF[operator.name], source, **attributes)
    else:
        raise out.refuse(f"a map among: {', '.join(_OPERATOR_OF)}", repr(operator.name), "use one of them")


def _by(operator: str, role: str) -> Callable[..., None]:
    def emit(out: Emitting, x: str, **attributes: float) -> None:
        if operator == "Div" and float(attributes[role]).is_integer():
            out.check_count(attributes[role])
        out.last(operator, x, out.number(role, attributes[role]))

    return emit


def _lrn(out: Emitting, x: str, size: float, **attributes: float) -> None:
    """As ONNX Runtime has it: for maps of two axes alone.  Others are laid out along the first of two."""
    channels, *places = out.shape
    if len(places) == 2:
        out.last("LRN", x, size=int(size), **attributes)
        return
    x = out.step("Reshape", x, out.integers("flat", [0, channels, prod(places), 1]), suffix="flat")
    x = out.step("LRN", x, suffix="lrn", size=int(size), **attributes)
    out.last("Reshape", x, out.integers("shape", [0, *out.shape]))


def _layer_norm(out: Emitting, x: str, epsilon: float = 1e-5) -> None:
    """ONNX normalises along last axes: the channels go there and come back."""
    axes = len(out.shape)
    there, back = [0, *range(2, axes + 1), 1], [0, axes, *range(1, axes)]
    x = out.step("Transpose", x, suffix="channels-last", perm=there)
    ones = out.constant("ones", np.ones(out.shape[:1], out.network.dtype))
    x = out.step("LayerNormalization", x, ones, suffix="norm", axis=-1, epsilon=epsilon)
    out.last("Transpose", x, perm=back)


def _gelu(out: Emitting, x: str) -> None:
    """``0.5 * (x * (1 + erf(x/sqrt(2))))``: Gelu itself came with opset 20."""
    inner = out.step("Div", x, out.number("root", sqrt(2)), suffix="scaled")
    _half_of(out, x, out.step("Erf", inner, suffix="erf"))


def _gelu_tanh(out: Emitting, x: str) -> None:
    """``0.5 * (x * (1 + tanh(sqrt(2/pi) * (x + 0.044715*x^3))))``."""
    cube = out.step("Mul", out.step("Mul", x, x, suffix="square"), x, suffix="cube")
    part = out.step("Mul", cube, out.number("cubic", GELU_CUBIC), suffix="part")
    inner = out.step("Mul", out.step("Add", x, part, suffix="sum"), out.number("root", sqrt(2 / pi)), suffix="scaled")
    _half_of(out, x, out.step("Tanh", inner, suffix="tanh"))


def _half_of(out: Emitting, x: str, gate: str) -> None:
    whole = out.step("Mul", x, out.step("Add", gate, out.number("one", 1.0), suffix="gate"), suffix="product")
    out.last("Mul", whole, out.number("half", 0.5))


def _swish(out: Emitting, x: str, alpha: float = 1.0) -> None:
    """``x * sigmoid(alpha*x)``: Swish itself came with opset 24."""
    inner = x if alpha == 1 else out.step("Mul", x, out.number("alpha", alpha), suffix="scaled")
    out.last("Mul", x, out.step("Sigmoid", inner, suffix="sigmoid"))


_COMPOSED: Mapping[str, Callable[..., None]] = {
    "divide": _by("Div", "by"),
    "power": _by("Pow", "exponent"),
    "lrn": _lrn,
    "layer_norm": _layer_norm,
    "gelu": _gelu,
    "gelu_tanh": _gelu_tanh,
    "swish": _swish,
}
"""Maps that are no operator of opset 19, take their numbers as inputs, or exist for two axes alone."""


def _nary(operator: str) -> Callable[[Emitting, Any], None]:
    def emit(out: Emitting, _: op.Operator) -> None:
        names = out.node.inputs
        if operator in ("Max", "Sum"):
            out.last("Add" if operator == "Sum" and len(names) == 2 else operator, *names)
            return
        total = names[0]
        for number, name in enumerate(names[1:-1]):
            total = out.step(operator, total, name, suffix=f"part-{number}")
        out.last(*((operator, total, names[-1]) if len(names) > 1 else ("Identity", total)))

    return emit


def _divide(out: Emitting, divide: op.Divide) -> None:
    """One number where all counts are equal, else a map of counts; in phases one for each channel."""
    dtype = np.dtype(out.network.dtype)
    if dtype.kind in "iu":
        raise out.refuse("floating-point numbers", str(dtype), "averages of integers have no ONNX operator")
    cell = divide.cell or (1,) * len(divide.counts)
    whole = [m * a for m, a in zip(out.shape[1:], cell, strict=True)]
    rows = [(*row, *(1,) * (n - len(row))) for row, n in zip(divide.counts, whole, strict=True)]
    for count in sorted({prod(each) for each in product(*map(set, rows))}):
        out.check_count(count)
    if all(len(set(row)) == 1 for row in rows):
        counts = np.asarray(prod(row[0] for row in rows), dtype)
    else:
        out.make_room(prod(whole if divide.cell is None else out.shape), dtype.itemsize)
        fine = np.asarray([prod(row) for row in product(*rows)], dtype).reshape(whole)
        counts = fine if divide.cell is None else _in_phases(fine, cell, out.shape[0])
    out.last("Div", *out.node.inputs, out.constant("counts", counts))


def _in_phases(fine: NDArray[Any], cell: Shape, channels: int) -> NDArray[Any]:
    """A map of numbers in phases, channel_major, repeated up to that many channels."""
    phases = space_to_depth(fine[None, None], cell, "channel_major", tuple(tuple(range(a)) for a in cell))
    repeats = channels // phases.shape[1]
    return np.tile(phases, (1, repeats, *(1,) * fine.ndim))


# ------------------------------------------------------------------------------------------------ rearrangements


def _concat(out: Emitting, _: op.Concat) -> None:
    out.last("Concat", *out.node.inputs, axis=1)


def _permutation(out: Emitting, permutation: op.ChannelPermutation | op.ChannelGather) -> None:
    out.last("Gather", *out.node.inputs, out.integers("source", permutation.source), axis=1)


def _channels(out: Emitting, channels: op.Channels) -> None:
    numbers = [out.integers(k, [v]) for k, v in (("starts", channels.start), ("ends", channels.stop), ("axes", 1))]
    out.last("Slice", *out.node.inputs, *numbers)


def _space_to_depth(out: Emitting, phases: op.SpaceToDepth) -> None:
    cell, axes = phases.cell, len(phases.cell)
    square = axes == 2 and len(set(cell)) == 1 and not out.is_whole
    if phases.order == "phase_major" and square and phases.kept is None:
        out.last("SpaceToDepth", *out.node.inputs, blocksize=cell[0])
        return
    channels, *size = out.shape
    folded = [n for m, s in zip(size, cell, strict=True) for n in (m // s, s)]
    x = out.step("Reshape", *out.node.inputs, out.integers("folded", [0, channels, *folded]), suffix="cells")
    for n, (kept, s) in enumerate(zip(phases.phases, cell, strict=True)):
        if len(kept) < s:
            x = out.step("Gather", x, out.integers("kept", kept), suffix=f"live-{n}", axis=3 + 2 * n)
    rho, m = range(3, 3 + 2 * axes, 2), range(2, 2 + 2 * axes, 2)
    perm = [0, 1, *rho, *m] if phases.order == "channel_major" else [0, *rho, 1, *m]
    x = out.step("Transpose", x, suffix="sorted", perm=perm)
    out.last("Reshape", x, out.integers("shape", [0, *out.result]))


def _depth_to_space(out: Emitting, phases: op.DepthToSpace) -> None:
    cell, axes = phases.cell, len(phases.cell)
    channel_major = phases.order == "channel_major"
    if axes == 2 and len(set(cell)) == 1 and not out.is_whole:
        out.last("DepthToSpace", *out.node.inputs, blocksize=cell[0], mode="CRD" if channel_major else "DCR")
        return
    size, channels, result = out.shape[1:], out.result[0], out.result
    if has_open_sizes(out.network):  # a Reshape works one size out, and no more
        if axes > 1:
            raise out.refuse("a form that says nothing of sizes", f"{phases}", "give the sizes of the inputs")
        size, result = (-1,), (channels, -1)
    parts = [channels, *cell] if channel_major else [*cell, channels]
    x = out.step("Reshape", *out.node.inputs, out.integers("parts", [0, *parts, *size]), suffix="cells")
    first = 2 if channel_major else 1
    places = [n for a in range(axes) for n in (2 + axes + a, first + a)]
    x = out.step("Transpose", x, suffix="sorted", perm=[0, 1 if channel_major else 1 + axes, *places])
    out.last("Reshape", x, out.integers("shape", [0, *result]))


def _pad(out: Emitting, pad: op.Pad) -> None:
    source = _padded(out, out.node.inputs[0], pad.amounts, pad.fill, "")
    if source == out.node.inputs[0]:
        out.last("Identity", source)


def _padded(out: Emitting, source: str, amounts: op.Pairs, fill: op.Fill, suffix: str, size: Sequence[int] = ()) -> str:
    """Slice where a side is cropped, Pad where it is padded; Pad first when cropping first would leave nothing.

    ``size`` is that of the value ``source``, where it is not the node's input.
    """
    size = size or out.shape[1:]
    empty = any(n + min(low, 0) + min(high, 0) < 1 for n, (low, high) in zip(size, amounts, strict=True))
    grown = tuple((max(low, 0), max(high, 0)) for low, high in amounts)
    crop = [(n, -min(low, 0), min(high, 0)) for n, (low, high) in enumerate(amounts) if low < 0 or high < 0]
    steps = [_crop(out, crop)] if crop else []
    if any(map(any, grown)):
        place = 0 if empty else len(steps)
        steps[place:place] = _grow(out, grown, fill)
    for number, (operator, inputs, word) in enumerate(steps, start=1):
        if number == len(steps) and not suffix:
            out.last(operator, source, *inputs)
            return out.node.name
        source = out.step(operator, source, *inputs, suffix=f"{suffix}-{word}" if suffix else word)
    return source


AXES_OF_PAD: Final = 18
"""The opset from which on Pad has a list of axes."""


def _grow(out: Emitting, grown: op.Pairs, fill: op.Fill) -> list[tuple[str, list[str], str]]:
    """Zeros that no runtime takes for the padding of a maximum behind them, which is minus infinity.

    ONNX Runtime folds Pad into MaxPool (its PadFusion, from 1.17 to at least 1.31), and so do onnxsim and
    onnx-optimizer.  They leave a Pad with a list of axes alone; where the opset has none, one place too many is added
    and cut off.
    """
    number, axes = _number(out, fill), range(2, 2 + len(grown))
    if out.opset >= AXES_OF_PAD or number != 0:
        listed = [out.integers("axes", axes)] if number == 0 else []
        none = [] if listed else [0, 0]
        pads = [*none, *(low for low, _ in grown), *none, *(high for _, high in grown)]
        return [("Pad", [out.integers("pads", pads), out.constant("fill", number), *listed], "grown")]
    pads = [0, 0, *(low for low, _ in grown), 0, 0, *(high for _, high in grown[:-1]), grown[-1][1] + 1]
    more = ("Pad", [out.integers("pads", pads), out.constant("fill", number)], "grown")
    return [more, _crop(out, [(len(grown) - 1, 0, -1)])]


def _crop(out: Emitting, crop: Sequence[tuple[int, int, int]]) -> tuple[str, list[str], str]:
    starts = [low for _, low, _ in crop]
    ends = [high if high else np.iinfo(np.int64).max for _, _, high in crop]
    axes = [n + 2 for n, _, _ in crop]
    numbers = [out.integers(k, v) for k, v in (("starts", starts), ("ends", ends), ("axes", axes))]
    return "Slice", numbers, "cropped"


def _spaced(out: Emitting, spaced: op.Spaced) -> None:
    """A slice whose end counts from the end of the axis, so that it says nothing of the size."""
    rows = list(zip(spaced.start, spaced.step, spaced.back, strict=True))
    chosen = [n for n, row in enumerate(rows) if row != (0, 1, 0)] or [0]
    numbers = {
        "starts": [rows[n][0] for n in chosen],
        "ends": [-rows[n][2] or np.iinfo(np.int64).max for n in chosen],
        "axes": [n + 2 for n in chosen],
        "steps": [rows[n][1] for n in chosen],
    }
    out.last("Slice", *out.node.inputs, *(out.integers(word, row) for word, row in numbers.items()))


def _wrap(out: Emitting, wrap: op.Wrap) -> None:
    source, steps = out.node.inputs[0], _wrapping(out, wrap.amounts) or [("Identity", [], {})]
    for operator, inputs, attributes in steps[:-1]:
        source = out.step(operator, source, *inputs, suffix="wrap", **attributes)
    operator, inputs, attributes = steps[-1]
    out.last(operator, source, *inputs, **attributes)


def _wrapping(out: Emitting, amounts: op.Pairs) -> list[tuple[str, list[str], dict[str, Any]]]:
    """Pad wraps around what it adds.  It does not crop, so each such axis is gathered, place by place."""
    pads = [0, 0, *(low for low, _ in amounts), 0, 0, *(high for _, high in amounts)]
    if not any(pads):
        return []
    if min(pads) >= 0:
        return [("Pad", [out.integers("pads", pads)], {"mode": "wrap"})]
    rows = [(n, size, pair) for n, (size, pair) in enumerate(zip(out.shape[1:], amounts, strict=True)) if any(pair)]
    out.make_room(sum(size + low + high for _, size, (low, high) in rows), 8)
    return [
        ("Gather", [out.integers("places", [t % size for t in range(-low, size + high)])], {"axis": n + 2})
        for n, size, (low, high) in rows
    ]


def _select(out: Emitting, select: op.Select) -> None:
    fill = out.constant("fill", _number(out, select.fill))
    out.last("Where", out.node.parameters[0], *out.node.inputs, fill)


def _number(out: Emitting, fill: op.Fill) -> NDArray[Any]:
    dtype = np.dtype(out.network.dtype)
    number = (np.iinfo(dtype).min if dtype.kind in "iu" else -np.inf) if fill == "lowest" else fill
    return np.asarray(number, dtype)


def _mask(out: Emitting, mask: op.Mask) -> None:
    """Where(inside, x, fill); the condition has one entry per phase, channel and place."""
    out.make_room(prod(out.shape), 1)
    rows = [s * np.arange(m)[None, :] + np.arange(s)[:, None] < n
            for s, n, m in zip(mask.cell, mask.size, out.shape[1:], strict=True)]  # fmt: skip
    inside = rows[0]
    for row in rows[1:]:
        inside = inside[:, None, ..., None] & row[None, :, *(None,) * (inside.ndim - 1), :]
        inside = inside.reshape(inside.shape[0] * inside.shape[1], *inside.shape[2:])
    channels = out.shape[0] // len(inside)
    if mask.order == "channel_major":
        whole = np.tile(inside, (channels, *(1,) * (inside.ndim - 1)))
    else:
        whole = np.repeat(inside, channels, axis=0)
    fill = out.constant("fill", _number(out, mask.fill))
    out.last("Where", out.constant("inside", whole), *out.node.inputs, fill)


# ------------------------------------------------------------------------------------------------ tail


def _reshape(out: Emitting, reshape: op.Reshape) -> None:
    out.last("Reshape", *out.node.inputs, out.integers("shape", [0, *reshape.shape]))


def _transpose(out: Emitting, transpose: op.Transpose) -> None:
    if list(transpose.source) == sorted(transpose.source):  # ONNX Runtime folds it into Gemm as if it turned
        out.last("Identity", *out.node.inputs)
        return
    out.last("Transpose", *out.node.inputs, perm=[0, *(n + 1 for n in transpose.source)])


def _take(out: Emitting, take: op.Take) -> None:
    out.last("Gather", *out.node.inputs, out.integers("places", take.source), axis=take.axis + 1)


def _gemm(out: Emitting, gemm: op.Gemm) -> None:
    attributes = {"alpha": gemm.alpha, "beta": gemm.beta, "transB": int(gemm.transposed)}
    out.last("Gemm", *out.node.inputs, *out.node.parameters, **attributes)


def _softmax(out: Emitting, softmax: op.Softmax) -> None:
    operator, shape, axis = ("LogSoftmax" if softmax.log else "Softmax"), out.shape, softmax.axis
    if not softmax.rest or prod(shape[axis + 1 :]) == 1:
        out.last(operator, *out.node.inputs, axis=axis + 1)
        return
    flat = [0, *shape[:axis], prod(shape[axis:])]
    x = out.step("Reshape", *out.node.inputs, out.integers("flat", flat), suffix="flat")
    x = out.step(operator, x, suffix="softmax", axis=axis + 1)
    out.last("Reshape", x, out.integers("shape", [0, *shape]))


EMITTERS: Mapping[type, Callable[[Emitting, Any], None]] = {
    Conv: _conv,
    ConvTranspose: _conv_transpose,
    op.MaxPool: _max_pool,
    op.AveragePool: _average_pool,
    op.GlobalPool: _global_pool,
    op.Affine: _affine,
    op.BatchNorm: _batch_norm,
    op.PRelu: _prelu,
    op.Quotient: _quotient,
    op.Pointwise: _named,
    op.Pixelwise: _named,
    op.Add: _nary("Sum"),
    op.Multiply: _nary("Mul"),
    op.Maximum: _nary("Max"),
    op.Divide: _divide,
    op.Concat: _concat,
    op.ChannelPermutation: _permutation,
    op.ChannelGather: _permutation,
    op.Channels: _channels,
    op.SpaceToDepth: _space_to_depth,
    op.DepthToSpace: _depth_to_space,
    op.Pad: _pad,
    op.Wrap: _wrap,
    op.Spaced: _spaced,
    op.Select: _select,
    op.Mask: _mask,
    op.Reshape: _reshape,
    op.Transpose: _transpose,
    op.Take: _take,
    op.Gemm: _gemm,
    op.Softmax: _softmax,
}
"""How each operator is written."""
