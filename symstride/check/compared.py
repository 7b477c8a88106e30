"""What a cross-check compares: a layer, a transposed layer or a pool, and each beside its unit-stride form.

Each kind says how its numbers are drawn, what plain loops make of them, how far two evaluations in floating point may
lie apart, and what a backend can evaluate of it.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from dataclasses import dataclass, replace
from functools import reduce
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.algebra.bank import Bank, expand
from symstride.algebra.shapes import known_size
from symstride.algebra.transposed import TransposedBank, expand_transposed
from symstride.check.backends import Backend
from symstride.check.backends.phases import expanded_by_operator
from symstride.check.bounds import error_bound, rounding_bound
from symstride.check.reference import convolve
from symstride.check.samples import NUMBERS, draw_arrays, small_layer
from symstride.check.witness import Arrays
from symstride.errors import SpecError
from symstride.layers.integer import add, multiply
from symstride.layers.layer import Conv, PerAxis
from symstride.layers.pools import AveragePool, MaxPool
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import operate
from symstride.network.operators.arrays import divide
from symstride.network.operators.windows import counts, pool_output
from symstride.network.pool_bank import PoolBank, expand_pool, expand_sums

Evaluate: TypeAlias = Callable[[Arrays], NDArray[Any]]
Sides: TypeAlias = Iterator[tuple[str, Evaluate]]


@dataclass(frozen=True)
class Setting:
    """A layer and its bank, on inputs of one size."""

    layer: Conv
    bank: Bank
    input_size: tuple[int, ...]

    @property
    def explicit(self) -> Conv:
        """The layer with its padding as numbers."""
        return self.bank.layer_spec

    def draw(self, kind: str, seed: int) -> Arrays:
        """``x``, ``w`` and ``b``, the same for the same seed."""
        return draw_arrays(self.explicit, self.input_size, kind, seed)

    def reference(self, arrays: Arrays) -> NDArray[Any]:
        """The plain loops."""
        x, w, b = arrays
        return convolve(self.explicit, x, w, b)

    def bound(self, arrays: Arrays) -> NDArray[np.float64]:
        """How far two evaluations in floating point may lie apart, output by output."""
        return error_bound(self.explicit, *arrays)

    def sides(self, engine: Backend) -> Sides:
        """What the backend evaluates, by name."""
        yield "expanded", lambda arrays: self._expanded(engine, arrays)
        operator = expanded_by_operator(engine, self.bank)
        if operator is not None:
            yield f"expanded, {operator.name}", lambda arrays: operator.evaluate(*arrays)
        if engine.strides:
            yield "strided", lambda arrays: engine.convolve(self.layer, *arrays)

    def _expanded(self, engine: Backend, arrays: Arrays) -> NDArray[Any]:
        """The unit-stride form in ``engine``: phases, the equivalent layer, and back."""
        x, w, b = arrays
        unit = self.bank.layer(self.input_size)
        y = engine.convolve(unit, self.bank.split(x), self.bank.weight(w), self.bank.bias(b))
        if y.shape != (len(x), unit.out_channels, *unit.output_size()):
            return y  # an answer of another shape is a wrong answer, not a bad request: left as it is, it is refuted
        merged: NDArray[Any] = self.bank.merge(y, self.explicit.output_size(self.input_size))
        return merged

    def work(self) -> tuple[int, int]:
        """Numbers that are held, and products for one evaluation."""
        unit, held = self.bank.layer(self.input_size), 0
        for each, size in ((self.explicit, self.input_size), (unit, unit.input_size or ())):
            outputs = multiply(each.out_channels, *each.output_size(size))
            held += int(add(multiply(each.in_channels, *size), multiply(*each.weight_shape), outputs))
        return held, max(int(self.explicit.cost(self.input_size).multiply_adds), int(unit.cost().multiply_adds))

    def small(self) -> Setting:
        """The same axes with few channels and places, for numbers that are exact but slow."""
        bank, phases = self.bank, tuple(int(a) for a in self.bank.phases)
        layer, size = small_layer(bank.layer_spec, self.input_size, phases)
        return Setting(layer, expand(layer, phases, bank.origin, bank.order, bank.drop_dead, size), size)


@dataclass(frozen=True)
class TransposedSetting:
    """A transposed layer and its bank, on inputs of one size."""

    layer: ConvTranspose
    bank: TransposedBank
    input_size: tuple[int, ...]

    @property
    def explicit(self) -> ConvTranspose:
        """The layer."""
        return self.layer

    def draw(self, kind: str, seed: int) -> Arrays:
        """``x``, ``w`` and ``b``, the same for the same seed."""
        return draw_arrays(self.layer, self.input_size, kind, seed)

    def reference(self, arrays: Arrays) -> NDArray[Any]:
        """Each product goes to the place that it belongs to."""
        x, w, b = arrays
        return operate(self.layer, [x], [w] if b is None else [w, b])

    def bound(self, arrays: Arrays) -> NDArray[np.float64]:
        """An output sums at most as many products as the window has taps, over the channels of its group."""
        layer = replace_bias(self.layer, arrays[2] is not None)
        x, w, b = (None if part is None else np.abs(part.astype(np.float64)) for part in arrays)
        total = operate(layer, [x], [w] if b is None else [w, b])  # type: ignore[list-item]  # x, w are never None
        terms = int(multiply(layer.in_per_group, *layer.kernel)) + int(layer.bias)
        return rounding_bound(total, terms, arrays[0].dtype)

    def sides(self, engine: Backend) -> Sides:
        """The unit-stride form; and the backend's own transposed layer, where it has one."""
        yield "expanded", lambda arrays: self._expanded(engine, arrays)
        if "ConvTranspose" in engine.others:
            yield "transposed", lambda arrays: engine.operate(self.layer, *arrays)

    def _expanded(self, engine: Backend, arrays: Arrays) -> NDArray[Any]:
        x, w, b = arrays
        bank, unit = self.bank, self.bank.layer(self.input_size)
        z = engine.convolve(unit, bank.split(x), bank.weight(w), bank.bias(b))
        if z.shape != (len(x), unit.out_channels, *unit.output_size(bank.cells(self.input_size))):
            return z  # wrong already
        return bank.merge(z, self.layer.output_size(self.input_size))

    def work(self) -> tuple[int, int]:
        """Numbers that are held, and products for one evaluation."""
        size, unit = self.input_size, self.bank.layer(self.input_size)
        cells = self.bank.cells(size)
        outputs = multiply(unit.out_channels, *unit.output_size(cells))
        held = int(add(multiply(unit.in_channels, *cells), multiply(*unit.weight_shape), outputs))
        own = multiply(self.layer.out_channels, *self.layer.output_size(size))
        held += int(add(multiply(self.layer.in_channels, *size), multiply(*self.layer.weight_shape), own))
        return held, int(unit.cost(cells).multiply_adds)

    def small(self) -> TransposedSetting:
        """At most 2 groups of 2 channels, on an input that reaches both edges of the output."""
        layer, groups = self.layer, min(self.layer.groups, 2)
        channels = (groups * min(layer.in_per_group, 2), groups * min(layer.out_per_group, 2))
        steps = (layer.kernel, layer.stride, layer.padding, layer.dilation, layer.output_padding)
        found = ConvTranspose(*channels, *steps, groups=groups, bias=layer.bias)
        size = tuple(min(n, _places(found, axis)) for axis, n in enumerate(self.input_size))
        return TransposedSetting(found, expand_transposed(found, self.bank.forward.phases, self.bank.order), size)


def _places(layer: ConvTranspose, axis: int) -> int:
    """The fewest places along an axis that give an output, and two more."""
    low, high = layer.padding[axis]
    whole = layer.dilation[axis] * (layer.kernel[axis] - 1) + 1 + layer.output_padding[axis]
    return max(1, 1 - (whole - low - high - 1) // layer.stride[axis]) + 2


def replace_bias(layer: ConvTranspose, bias: bool) -> ConvTranspose:
    """The layer with a bias, or without."""
    return layer if layer.bias == bias else replace(layer, bias=bias)


@dataclass(frozen=True)
class PoolSetting:
    """A pool and its table of taps, on a map of one size; a map of one channel, as a pool treats all alike."""

    layer: MaxPool | AveragePool
    bank: PoolBank
    input_size: tuple[int, ...]

    @property
    def explicit(self) -> MaxPool | AveragePool:
        """The pool."""
        return self.layer

    def draw(self, kind: str, seed: int) -> Arrays:
        """``x``, the same for the same seed, and the weights of the window, which are all 1."""
        x = NUMBERS[kind].draw(np.random.default_rng(seed), (1, 1, *self.input_size))
        return x, np.ones((1, 1, *self.layer.kernel), dtype=x.dtype), None

    def reference(self, arrays: Arrays) -> NDArray[Any]:
        """The window at each place."""
        return operate(self.layer, [arrays[0]])

    def bound(self, arrays: Arrays) -> NDArray[np.float64] | None:
        """None for a maximum, which rounds nothing; the sum's terms and the division for an average."""
        if isinstance(self.layer, MaxPool):
            return None
        size = arrays[0].astype(np.float64)
        total = operate(self.layer, [np.abs(size)])
        return rounding_bound(total, int(multiply(*self.layer.kernel)) + 1, arrays[0].dtype)

    def sides(self, engine: Backend) -> Sides:
        """The table by NumPy; an average as a depthwise layer of the backend; and the backend's own pool."""
        if engine.name == "numpy":
            yield "expanded", lambda arrays: self.bank.apply(arrays[0])
        if isinstance(pool := self.layer, AveragePool):
            yield "expanded, as a layer", lambda arrays: self._summed(pool, engine, arrays)
        if type(self.layer).__name__ in engine.others:
            yield "pool", lambda arrays: engine.operate(self.layer, *arrays)

    def _summed(self, pool: AveragePool, engine: Backend, arrays: Arrays) -> NDArray[Any]:
        """The sums as a layer without stride, divided by what each window counts."""
        x, w, _ = arrays
        bank = expand_sums(pool, self.input_size, 1, self.bank.forward.phases, self.bank.forward.order)
        unit = bank.layer(self.input_size)
        y = engine.convolve(unit, bank.split(x), bank.weight(w), None)
        if y.shape != (len(x), unit.out_channels, *unit.output_size()):
            return y
        whole: NDArray[Any] = bank.merge(y, pool_output(pool, self.input_size))
        rows = [np.asarray(row, dtype=np.int64) for row in counts(pool, self.input_size)]
        return divide(whole, reduce(np.multiply.outer, rows))

    def work(self) -> tuple[int, int]:
        """Numbers that are held, and places that are read."""
        outputs = int(multiply(*pool_output(self.layer, self.input_size)))
        return int(multiply(*self.input_size)) + outputs, int(multiply(outputs, *self.layer.kernel))

    def small(self) -> PoolSetting:
        """The same window on a map of few places."""
        rows = zip(self.input_size, self.bank.axes, strict=True)
        size = (min(n, int(add(b.axis.span, multiply(b.axis.stride, add(b.a, 1))))) for n, b in rows)
        return replace(self, input_size=tuple(size))


AnySetting: TypeAlias = Setting | TransposedSetting | PoolSetting


def setting_of(
    layer: Conv | ConvTranspose | MaxPool | AveragePool,
    input_size: PerAxis | None,
    phases: PerAxis,
    origin: str,
    order: str,
    drop_dead: bool,
) -> AnySetting:
    """The layer beside its unit-stride form, for inputs of that size."""
    asked = "cross_check(input_size=...)"
    if isinstance(layer, Conv):
        size = tuple(int(n) for n in known_size(layer, input_size, asked))
        return Setting(layer, expand(layer, phases, origin, order, drop_dead, size), size)
    if origin != "image" or drop_dead:
        got = f"origin={origin!r}, drop_dead={drop_dead!r}"[:80]
        raise SpecError(f"cross_check({type(layer).__name__})", "phases and order alone", got, "leave these out")
    axes = layer.ndim
    listed = tuple(input_size) if isinstance(input_size, Sequence) else (input_size,) * axes
    if len(listed) != axes or any(type(n) is not int or n < 1 for n in listed):
        raise SpecError(asked, f"{axes} numbers of places", repr(input_size)[:80], "write input_size=(7, 7)")
    size = tuple(int(n) for n in listed)  # type: ignore[arg-type]  # whole numbers, checked above
    if isinstance(layer, ConvTranspose):
        layer.output_size(size)
        return TransposedSetting(layer, expand_transposed(layer, phases, order), size)
    pool_output(layer, size)
    return PoolSetting(layer, expand_pool(layer, phases, order), size)
