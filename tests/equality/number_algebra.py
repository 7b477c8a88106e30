"""The interpreter over ordinary numbers: the same operators, with maps that mean what they are called."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from fractions import Fraction
from functools import reduce
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.network.evaluate import operate
from symstride.network.operators.pointwise import PIXELWISE, POINTWISE, softmax

Array = NDArray[Any]


class Numbers:
    """Arrays of floats, or of Fractions in object arrays; the batch is the row."""

    activation: Any = "any"

    def __init__(self, inputs: Sequence[Array]) -> None:
        self.inputs = inputs
        self.exact = inputs[0].dtype == object

    def input(self, position: int, shape: tuple[int, ...]) -> Array:
        return self.inputs[position]

    def weight(self, array: Array) -> Array:
        return np.asarray(array)[None]

    def constant(self, number: Fraction) -> Array:
        return np.array([number], dtype=object) if self.exact else np.array([float(number)])

    def zeros(self, value: Array) -> Array:
        return value * 0

    def quotients(self, array: Array) -> Array:
        exact = np.frompyfunc(lambda v: 1 / Fraction(v), 1, 1)(np.asarray(array).astype(object))
        return np.asarray(exact if self.exact else exact.astype(float))[None]

    def arranged(self, how: Callable[..., Array], *values: Array) -> Array:
        return how(*values)

    def several(self, how: Callable[[Array], Iterable[Array]], value: Array) -> list[Array]:
        return list(how(value))

    def filled(self, operator: Any, value: Array, parameters: Sequence[Array]) -> Array:
        return operate(operator, [value], parameters)

    def total(self, values: Sequence[Array]) -> Array:
        return reduce(np.add, values)

    def product(self, one: Array, other: Array) -> Array:
        most = max(one.ndim, other.ndim)
        one, other = (v.reshape(len(v), *(1,) * (most - v.ndim), *v.shape[1:]) for v in (one, other))
        return one * other

    def matmul(self, one: Array, other: Array) -> Array:
        return np.matmul(one, other)

    def summed(self, value: Array, axes: tuple[int, ...]) -> Array:
        return value.sum(axis=axes, keepdims=True)

    def highest(self, values: Sequence[Array], reads: Any) -> Array:
        return reduce(np.maximum, reads(values, "lowest"))

    def named(self, name: str, attributes: Any, value: Array) -> Array:
        return POINTWISE[name](value, **dict(attributes))

    def normalised(self, name: str, attributes: Any, value: Array, axes: tuple[int, ...]) -> Array:
        if name == "layer_norm":
            return PIXELWISE[name](value, **dict(attributes))
        return softmax(value, axes, name == "log_softmax")

    def response(self, attributes: Any, value: Array) -> Array:
        return PIXELWISE["lrn"](value, **dict(attributes))

    def sloped(self, value: Array, slope: Array) -> Array:
        return np.where(value < 0, slope * value, value)

    def inverse_root(self, value: Array, epsilon: float) -> Array:
        return 1 / np.sqrt(value + epsilon)
