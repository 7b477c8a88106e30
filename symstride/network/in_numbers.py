"""A network in numbers: each value that it computes at a place is numbered, and what is the same has one number.

What moves values moves their numbers.  What computes place by place, from all channels of a place, or as a sum or a
maximum in any order, has one number for the same computation from the same numbers with the same parameters, bit for
bit.  ``correspondence`` goes through another network in the numbers of a first one.
"""

from __future__ import annotations

from collections.abc import Collection, Mapping, Sequence
from dataclasses import dataclass, field, fields, replace
from fractions import Fraction
from functools import reduce
from math import pi, prod, sqrt
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.errors import InternalError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.digest import array_digest
from symstride.network.evaluate import operate
from symstride.network.finite import unsure
from symstride.network.graph import Network, Node
from symstride.network.numbering import (
    GHOST,
    LOWEST,
    WILD,
    ZERO,
    Numbers,
    Tables,
    View,
    fitting,
    sorted_bag,
)
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.arrays import taps
from symstride.network.operators.pointwise import GELU_CUBIC, POINTWISE
from symstride.network.operators.records import Fill, Shape
from symstride.network.operators.windows import counts, pool_axes, pool_output, reached_padding
from symstride.network.sums import Sum, bits_of

FINITE = frozenset({
    "identity", "relu", "leaky_relu", "elu", "selu", "celu", "thresholded_relu", "shrink", "gelu", "gelu_tanh", "mish",
    "swish", "sigmoid", "hard_sigmoid", "hard_swish", "tanh", "softplus", "softsign", "erf", "sin", "cos", "floor",
    "ceil", "round", "sign", "abs", "negative", "clip",
})  # fmt: skip
"""Maps that take every number to a number."""

Windows: TypeAlias = Conv | ConvTranspose | op.MaxPool | op.AveragePool
"""What reads windows, with a kernel, a stride and a dilation."""

MOVES = (op.Concat, op.ChannelPermutation, op.ChannelGather, op.Channels, op.SpaceToDepth, op.DepthToSpace, op.Pad,
          op.Wrap, op.Spaced, op.Mask, op.Select, op.Transpose, op.Take)  # fmt: skip
"""What moves values and computes nothing; Reshape too, which moves nothing."""


@dataclass
class InNumbers:
    """A network in numbers.  Here all are new; ``correspondence`` finds those that there are."""

    network: Network
    tables: Tables
    sums: list[Sum] = field(default_factory=list)
    views: dict[str, View] = field(default_factory=dict)

    def read(self) -> list[View]:
        """The numbers of the outputs."""
        network, meter = self.network, self.tables.meter
        last = {name: number for number, node in enumerate(network.nodes) for name in node.inputs}
        last |= dict.fromkeys(network.outputs, len(network.nodes))
        doubted, inputs = self.doubted(), 0
        for number, node in enumerate(network.nodes):
            size = prod(network.shapes[node.name])
            meter.spend(size)
            meter.room(8 * size)
            first = self.tables.count
            if isinstance(node.operator, op.Input):
                view, inputs = self.outside(inputs, node.operator.shape), inputs + 1
            else:
                view = self.value(node, [self.views[name] for name in node.inputs])
            if view.shape != network.shapes[node.name]:
                expected, got = f"shape {network.shapes[node.name]}", f"{view.shape}"
                raise InternalError(f"{meter.asked}, node {node.title!r}", expected, got, "please report this network")
            self.views[node.name] = view
            if node.name in doubted:
                self.tables.doubt(view, first)
            meter.hold(view.nbytes)
            for name in {node.name, *node.inputs}:
                if last.get(name, -1) <= number:
                    meter.hold(-self.views.pop(name).nbytes)
        return [self.views[name] for name in network.outputs]

    def doubted(self) -> Collection[str]:
        """The values that are computed and may be infinite or NaN somewhere."""
        found = unsure(self.network)
        return {node.name for node in self.network.nodes if node.name in found and not isinstance(node.operator, MOVES)}

    def outside(self, number: int, shape: Shape) -> View:
        """An input has new numbers, and the input of the other network the same ones."""
        self.tables.inputs.append(self.tables.fresh(shape))
        return self.tables.inputs[-1]

    def value(self, node: Node, inputs: list[View]) -> View:
        """The numbers of one node."""
        operator, weights = node.operator, [self.network.weights[name] for name in node.parameters]
        if isinstance(operator, op.Reshape):
            return inputs[0].reshaped(operator.shape)
        if isinstance(operator, MOVES):
            return self.moved(operator, inputs, weights)
        if isinstance(operator, op.Affine):
            return self.affine(node, operator, inputs[0], list(weights))
        if isinstance(operator, op.BatchNorm):
            safe = _finite(*weights) and bool((np.asarray(weights[3], float) + operator.epsilon > 0).all())
            kind = ("batch norm", self.attribute(operator.epsilon))
            return self.by_place(kind, node, inputs, self.per_channel(inputs[0], *weights), False, safe)
        if isinstance(operator, op.PRelu):
            safe = _finite(*weights)
            return self.by_place(("prelu",), node, inputs, self.per_channel(inputs[0], *weights), safe, safe)
        if isinstance(operator, op.Dequantise):
            view = self.by_place(self.kind(operator, ()), node, inputs, None, operator.zero == 0, True)
            zeros = inputs[0].numbers == self.constant(operator.zero)
            return View.of(np.where(zeros, ZERO, view.numbers)) if zeros.any() else view
        if isinstance(operator, op.Requantise):
            scale = np.broadcast_to(weights[0], inputs[0].shape[:1])
            safe = _finite(scale) and operator.y_scale != 0
            numbers = replace(operator, each_channel=True)
            return self.by_place(self.kind(numbers, ()), node, inputs, self.per_channel(inputs[0], scale), False, safe)
        if isinstance(operator, op.Quotient):
            by = weights[0] if operator.each_place else weights[0].reshape(-1, *(1,) * (len(inputs[0].shape) - 1))
            return self.quotient(node, inputs[0], by)
        if isinstance(operator, op.Divide):
            return self.quotient(node, inputs[0], _divisors(operator, inputs[0].shape))
        if isinstance(operator, op.Pointwise):
            return self.pointwise(node, operator, inputs[0])
        if isinstance(operator, op.Multiply):
            return reduce(lambda x, y: self.product(node, x, y), inputs)
        if isinstance(operator, op.Add):
            return self.sum(node, inputs)
        if isinstance(operator, op.Maximum):
            return self.maximum(node, [self.inside(view) for view in inputs])
        if isinstance(operator, op.Pixelwise | op.Softmax):
            return self.rows(node, operator, inputs[0])
        if isinstance(operator, op.MaxPool):
            return self.max_pool(node, operator, inputs[0])
        if isinstance(operator, op.AveragePool):
            return self.average_pool(node, operator, inputs[0])
        if isinstance(operator, Conv | ConvTranspose):
            return self.convolution(node, operator, inputs[0], weights)
        return self.whole(node, self.kind(operator, inputs[0].shape), inputs, weights)

    # ------------------------------------------------------------ numbers that move

    def moved(self, operator: op.Operator, inputs: list[View], weights: Sequence[NDArray[Any]]) -> View:
        """The operator on arrays of numbers, with the number of its fill where it fills."""
        if isinstance(operator, op.Pad | op.Mask | op.Select):
            operator = replace(operator, fill=float(self.constant(operator.fill)))
        numbers = operate(operator, [view.numbers[None] for view in inputs], weights)[0]
        if all(view.bag is None for view in inputs):
            return View.of(numbers)
        size = max(1 if view.bag is None else len(view.bag) for view in inputs)
        self.tables.meter.room(8 * size * numbers.size)
        bags = [fitting(view.numbers[None] if view.bag is None else view.bag, size, LOWEST) for view in inputs]
        return View.of(numbers, operate(operator, bags, weights))

    def constant(self, fill: Fill) -> int:
        """The number of a constant."""
        kind = np.dtype(self.network.dtype).kind
        least = np.iinfo(self.network.dtype).min if kind in "iu" else float("-inf")
        if fill == "lowest" or fill == least:
            return LOWEST
        number = float(fill)
        return ZERO if number.hex() == "0x0.0p+0" else self.tables.constant(number)

    # ------------------------------------------------------------ place by place

    def by_place(
        self, kind: Any, node: Node, inputs: list[View], parameter: Numbers | None, keeps_zero: bool, finite: bool
    ) -> View:
        """A computation from one place of each input; ``finite``: numbers give a number; ``keeps_zero``: 0 gives 0."""
        shape = inputs[0].shape
        view = self.tables.known(kind, inputs, parameter) or self.made(kind, node, shape, inputs, parameter)
        if all(part.listed is None for part in (view, *inputs)):
            return view
        parts = [part.numbers for part in inputs]
        numbers = view.numbers.copy()
        lost = numbers == WILD
        if not lost.any() and all(int(part.min()) >= 0 for part in parts):
            return view
        known_finite = np.ones(shape, bool)
        for part in parts:
            known_finite &= (part != WILD) & (part != LOWEST) & ~self.tables.doubts(part)
        if finite:
            numbers[lost & known_finite] = GHOST
        if keeps_zero:
            zero = reduce(np.logical_or, [part == ZERO for part in parts]) & known_finite
            numbers[zero] = ZERO
        return View.of(numbers)

    def made(self, kind: Any, node: Node, shape: Shape, inputs: list[View], parameter: Numbers | None) -> View:
        """The numbers of a result, WILD where there is none."""
        return self.tables.define(kind, node.name, shape, inputs, parameter)

    def per_channel(self, view: View, *arrays: NDArray[Any]) -> Numbers:
        """One number per channel that stands for the bits of these parameters."""
        columns = [bits_of(array, self.tables).astype(np.int64) for array in arrays]
        kind = "/".join(array.dtype.name for array in arrays).encode()
        rows = np.ascontiguousarray(np.stack(columns, axis=-1))
        numbers = self.tables.interned(kind + row.tobytes() for row in rows)
        return np.asarray(numbers, np.int64).reshape(-1, *(1,) * (len(view.shape) - 1))

    def affine(self, node: Node, operator: op.Affine, view: View, weights: list[NDArray[Any]]) -> View:
        """A factor and then a summand per channel."""
        if operator.scale:
            safe = _finite(weights[0])
            view = self.by_place(("scale",), node, [view], self.per_channel(view, weights.pop(0)), safe, safe)
        if operator.shift:
            view = self.by_place(
                ("shift",), node, [view], self.per_channel(view, weights[0]), False, _finite(weights[0])
            )
        return view

    def quotient(self, node: Node, view: View, by: NDArray[Any]) -> View:
        """Division by numbers, of which only the value counts; by 1 it is nothing."""
        if np.all(by == 1):
            return view
        if by.dtype.hasobject:
            numbers = np.asarray([self.divisor(n) for n in by.reshape(-1)], np.int64).reshape(by.shape)
        else:
            values, which = np.unique(by, return_inverse=True)
            numbers = np.asarray([self.divisor(n) for n in values], np.int64)[which.reshape(by.shape)]
        safe = by.dtype.hasobject or bool(np.isfinite(by).all() and by.all())
        found = self.by_place(("quotient",), node, [view], numbers, safe, safe)
        ones = np.broadcast_to(by == 1, view.shape)
        return View.of(np.where(ones, view.numbers, found.numbers)) if ones.any() else found

    def divisor(self, value: Any) -> int:
        """A number for a divisor, by its value."""
        exact = value if isinstance(value, Fraction | int) else value.item()
        key = f"{Fraction(exact)}" if exact == exact and abs(exact) != float("inf") else f"{exact}"
        return self.tables.interned([f"divisor {key}".encode()])[0]

    def product(self, node: Node, x: View, y: View) -> View:
        """A product of two values, in either order."""
        if x.listed is None and y.listed is None:
            pair = [x, y] if x.start <= y.start else [y, x]
        else:
            pair = [View.of(np.minimum(x.numbers, y.numbers)), View.of(np.maximum(x.numbers, y.numbers))]
        return self.by_place(("product",), node, pair, None, True, True)

    def pointwise(self, node: Node, operator: op.Pointwise, x: View) -> View:
        """A map by its name and numbers; those that are no operator of ONNX by what they are made of."""
        given, name = dict(operator.attributes), operator.name
        if name == "identity":
            return x
        if name == "divide":
            return self.quotient(node, x, np.asarray(self.own(given["by"])))
        if name in ("gelu", "gelu_tanh"):
            return self.gelu(node, x, name)
        if name == "swish":
            alpha = given.get("alpha", 1.0)
            inner = x if alpha == 1 else self.number(node, x, "scale", alpha)
            return self.product(node, x, self.named(node, inner, "sigmoid", {}))
        return self.named(node, x, name, given)

    def named(self, node: Node, x: View, name: str, given: Mapping[str, float]) -> View:
        """A map by its name; its numbers as ONNX stores them, in single precision or in the type of the value."""
        inputs = name in ("clip", "power")
        numbers = tuple(sorted((k, _written(self.own(v)) if inputs else self.attribute(v)) for k, v in given.items()))
        at_zero, at_lowest = (_at(name, given, place) for place in (0.0, -np.inf))
        finite = name in FINITE and maps.POINTWISE[name].is_finite(given)
        view = self.by_place((name, numbers), node, [x], None, at_zero == 0, finite)
        if at_lowest == 0 and x.listed is not None and (x.listed == LOWEST).any():
            view = View.of(np.where(x.listed == LOWEST, ZERO, view.numbers))
        return view

    def attribute(self, value: float) -> str:
        """A number as an attribute of ONNX holds it, in single precision, or a whole number; in double as it is."""
        if self.network.dtype == "float64" or (isinstance(value, int) and np.float32(value) != value):
            return _written(value)
        with np.errstate(over="ignore"):
            return float(np.float32(value)).hex()

    def kind(self, operator: op.Operator, shape: Shape) -> tuple[Any, ...]:
        """An operator with all its attributes, padding in numbers."""
        if isinstance(operator, Conv):
            circular = operator.padding_mode == "circular"
            padding = tuple((int(axis.low), int(axis.high)) for axis in operator.axes(shape[1:]))
            steps = steps_of(operator)
            return ("Conv", *steps, padding, circular, int(operator.groups), int(operator.out_channels))
        numbers = ((field.name, getattr(operator, field.name)) for field in fields(operator))
        exact = ((name, self.attribute(value) if isinstance(value, float) else value) for name, value in numbers)
        return (type(operator).__name__, *exact)

    def own(self, value: float) -> float:
        """A number in the element type of the network."""
        dtype = np.dtype(self.network.dtype)
        return float(np.asarray(value, dtype)) if dtype.kind == "f" else value

    def number(self, node: Node, x: View, kind: str, value: float) -> View:
        """One factor or summand for all places."""
        dtype = np.dtype(self.network.dtype)
        array = np.full(x.shape[0], value, dtype if dtype.kind == "f" else np.float64)
        finite = _finite(array)
        return self.by_place((kind,), node, [x], self.per_channel(x, array), kind == "scale" and finite, finite)

    def gelu(self, node: Node, x: View, name: str) -> View:
        """``0.5 * (x * (1 + erf(x/sqrt(2))))``, or with ``tanh(sqrt(2/pi) * (x + 0.044715*x^3))``."""
        if name == "gelu":
            gate = self.named(node, self.quotient(node, x, np.asarray(self.own(sqrt(2)))), "erf", {})
        else:
            cube = self.product(node, self.product(node, x, x), x)
            part = self.number(node, cube, "scale", GELU_CUBIC)
            whole = self.bag("sum", node, np.stack([x.numbers, part.numbers]))
            gate = self.named(node, self.number(node, whole, "scale", sqrt(2 / pi)), "tanh", {})
        return self.number(node, self.product(node, x, self.number(node, gate, "shift", 1.0)), "scale", 0.5)

    # ------------------------------------------------------------ all channels of a place

    def rows(self, node: Node, operator: op.Pixelwise | op.Softmax, x: View) -> View:
        """A computation from a row of places to as many: softmax along axes, maps across the channels."""
        given = dict(operator.attributes) if isinstance(operator, op.Pixelwise) else {}
        if isinstance(operator, op.Softmax):
            kind: tuple[Any, ...] = ("log_softmax" if operator.log else "softmax",)
            axes = tuple(range(operator.axis, len(x.shape) if operator.rest else operator.axis + 1))
        else:
            kind, axes = (operator.name, *sorted((k, self.attribute(v)) for k, v in given.items())), (0,)
        rest = tuple(n for n in range(len(x.shape)) if n not in axes)
        order = (*axes, *rest)
        length = prod(x.shape[n] for n in axes)
        columns = np.ascontiguousarray(x.numbers.transpose(order).reshape(length, -1))
        inputs = [View.of(column) for column in columns]
        row = self.made((kind, length), node, columns.shape[1:], inputs, None).numbers.copy()
        tame = ((columns != WILD) & (columns != LOWEST) & ~self.tables.doubts(columns)).all(axis=0)
        finite = kind[0] in ("lrn", "softmax", "log_softmax") and maps.PIXELWISE[kind[0]].is_finite(given)
        if finite:
            row[(row == WILD) & tame] = GHOST
        whole = View.of(np.broadcast_to(row, columns.shape))
        parts = self.by_place(("part",), node, [whole], np.arange(length)[:, None], False, finite).numbers
        if finite and kind[0] == "lrn":
            parts = np.where((columns == ZERO) & tame, ZERO, parts)
        shape = tuple(x.shape[n] for n in order)
        return View.of(np.ascontiguousarray(parts.reshape(shape).transpose(np.argsort(order))))

    # ------------------------------------------------------------ bags

    def bag(self, kind: str, node: Node, parts: Numbers) -> View:
        """A sum of places in any order; zeros do not count, and one place alone is itself."""
        self.tables.meter.spend(parts.size)
        self.tables.meter.room(3 * parts.nbytes)
        neutral = ZERO if kind == "sum" else LOWEST
        wild = ((parts == WILD) | self.tables.doubts(parts)).any(axis=0)
        if kind == "sum":
            wild |= (parts == LOWEST).any(axis=0)
        bag = sorted_bag(parts, neutral, once=kind == "maximum")
        alone = (bag[:-1] == neutral).all(axis=0)
        if alone.all():
            return View.of(bag[-1])
        numbers = np.where(alone, bag[-1], self.joined(kind, node, bag, neutral))
        lost = ~alone & (numbers == WILD)
        numbers = np.where(lost & ~wild, GHOST, numbers)
        return View.of(numbers, bag if kind == "maximum" and (lost & ~wild).any() else None)

    def sum(self, node: Node, inputs: list[View]) -> View:
        """A sum of values, in any order."""
        out = self.tables.known("Add", inputs, None)
        if out is None:
            out = self.bag("sum", node, np.stack([view.numbers for view in inputs]))
            self.remember("Add", node, inputs, out)
        return out

    def remember(self, kind: str, node: Node, inputs: list[View], out: View) -> None:
        """The arguments as they were written, which are found faster."""
        self.tables.add(kind, node.name, inputs, None, out)

    def joined(self, kind: str, node: Node, bag: Numbers, neutral: int) -> Numbers:
        """The numbers of a sum or a maximum, WILD where there is none."""
        return self.tables.define_bag(kind, node.name, bag, neutral).numbers

    def inside(self, view: View) -> Numbers:
        """What a view is the maximum of, ``(K, *shape)``."""
        return self.tables.bags("maximum", view.numbers, LOWEST) if view.bag is None else view.bag

    def maximum(self, node: Node, bags: Sequence[Numbers]) -> View:
        """The maximum of everything in these bags."""
        size = sum(map(len, bags))
        self.tables.meter.room(4 * 8 * size * bags[0][0].size)
        return self.bag("maximum", node, np.concatenate(bags))

    def max_pool(self, node: Node, pool: op.MaxPool, x: View) -> View:
        """The maximum over each window, as a bag; the whole pool is remembered as well."""
        kind = self.kind(pool, x.shape)
        known = self.tables.known(kind, [x], None)
        if known is not None:
            return known
        out = self.window_maximum(node, pool, x)
        self.tables.add(kind, node.name, [x], None, out)
        return out

    def window_maximum(self, node: Node, pool: op.MaxPool, x: View) -> View:
        """The maximum over each window."""
        outputs = pool_output(pool, x.shape[1:])
        size = 4 * 8 * prod(pool.kernel) * x.shape[0] * prod(outputs)
        self.tables.meter.room(size)
        self.tables.meter.spend(0, prod(pool.kernel))
        inside = self.inside(x)
        self.tables.meter.room(size * len(inside))
        read = [part for _, part in taps(inside, pool_axes(pool), outputs, float(LOWEST))]
        return self.bag("maximum", node, np.concatenate(read))

    def average_pool(self, node: Node, pool: op.AveragePool, x: View) -> View:
        """The sum over each window, divided by what it counts; a layer with weights 1 gives the same sum."""
        kind = self.kind(pool, x.shape)
        known = self.tables.known(kind, [x], None)
        if known is not None:
            return known
        outputs = pool_output(pool, x.shape[1:])
        self.tables.meter.room(4 * 8 * prod(pool.kernel) * x.shape[0] * prod(outputs))
        self.tables.meter.spend(0, prod(pool.kernel))
        read = [part[0] for _, part in taps(x.numbers[None], pool_axes(pool), outputs, float(ZERO))]
        total = self.bag("sum", node, np.stack(read))
        lows = tuple(low for low, _ in reached_padding(pool, x.shape[1:]))
        ones = np.ones((x.shape[0], 1, prod(pool.kernel)), self.network.dtype)
        self.sums.append(Sum(node, x, ones, None, x.shape[0], pool.kernel, pool.stride, pool.dilation, lows, total))
        divisors = reduce(np.multiply.outer, [np.asarray(row, np.int64) for row in counts(pool, x.shape[1:])])
        out = self.quotient(node, total, divisors[None])
        self.tables.add(kind, node.name, [x], None, out)
        return out

    # ------------------------------------------------------------ sums and whole values

    def convolution(self, node: Node, layer: Conv | ConvTranspose, x: View, weights: list[NDArray[Any]]) -> View:
        """New numbers for a layer, which is remembered as a sum over windows."""
        kind = (*self.kind(layer, x.shape), *(array_digest(array, array.shape) for array in weights))
        out = self.tables.known(kind, [x], None)
        if out is None:
            out = self.tables.fresh(self.network.shapes[node.name])
            self.tables.add(kind, node.name, [x], None, out)
            self.sums.append(Sum.of(node, layer, self.wrapped(layer, x), weights, out))
        return out

    def wrapped(self, layer: Conv | ConvTranspose, x: View) -> View:
        """The map of a circular layer with its padding written out; other maps as they are."""
        if isinstance(layer, ConvTranspose) or layer.padding_mode == "zeros":
            return x
        around = tuple((int(axis.low), int(axis.high)) for axis in layer.axes(x.shape[1:]))
        return self.moved(op.Wrap(around), [x], [])

    def whole(self, node: Node, kind: tuple[Any, ...], inputs: list[View], weights: Sequence[NDArray[Any]]) -> View:
        """New numbers for what nothing more is known of."""
        kind = (*kind, *(array_digest(array, array.shape) for array in weights))
        out = self.tables.known(kind, inputs, None)
        if out is None:
            out = self.tables.fresh(self.network.shapes[node.name])
            self.tables.add(kind, node.name, inputs, None, out)
        return out


# ------------------------------------------------------------------------------------------------ small things


def _written(value: float) -> str:
    """A number, whatever its type: 3 and 3.0 are the same."""
    return str(value) if isinstance(value, int) and float(value) != value else float(value).hex()


def _at(name: str, given: Mapping[str, float], place: float) -> float:
    """What a map makes of 0 or of minus infinity; NaN where it is not known."""
    with np.errstate(all="ignore"):
        try:
            return float(POINTWISE[name](np.full(1, place), **given)[0])
        except (KeyError, TypeError):  # no such map, or none with these numbers
            return float("nan")


def _finite(*arrays: NDArray[Any]) -> bool:
    return all(array.dtype.hasobject or bool(np.isfinite(array.astype(np.float64)).all()) for array in arrays)


def _divisors(operator: op.Divide, shape: Shape) -> NDArray[Any]:
    """What each place is divided by."""
    if operator.cell is None:
        return reduce(np.multiply.outer, [np.asarray(row, np.int64) for row in operator.counts])[None]
    whole = [n * a for n, a in zip(shape[1:], operator.cell, strict=True)]
    rows = [(*row, *(1,) * (n - len(row))) for row, n in zip(operator.counts, whole, strict=True)]
    fine = reduce(np.multiply.outer, [np.asarray(row, np.int64) for row in rows])
    phases = operate(op.SpaceToDepth(operator.cell, "channel_major"), [fine[None, None]])[0]
    return np.tile(phases, (shape[0] // len(phases), *(1,) * len(whole)))


def steps_of(layer: Windows) -> tuple[tuple[int, ...], ...]:
    """Its kernel, stride and dilation, each with a number per axis."""
    return tuple(tuple(int(n) for n in part) for part in (layer.kernel, layer.stride, layer.dilation))
