"""Maps that are made of others, so that both ways of writing them meet; and which maps keep 0, by trying it."""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from fractions import Fraction
from functools import reduce
from math import inf, isfinite, nan
from typing import Any

import numpy as np

from symstride.equality.algebra import Algebra, V
from symstride.network.operators.pointwise import POINTWISE

MAX_POWER = 8
"""Whole powers up to this one are products."""

Attributes = Sequence[tuple[str, float]]


def pointwise(algebra: Algebra[V], name: str, attributes: Attributes, x: V) -> V:
    """A map of one number: by its definition where there is one, else as the unknown function of its name."""
    made = _MADE.get(name)
    value = made(algebra, x, **dict(attributes)) if made else None
    return algebra.named(name, attributes, x) if value is None else value


def _relu(a: Algebra[V], x: V) -> V | None:
    """The larger of x and 0, when that may be known of it."""
    if a.activation != "relu":
        return None
    return a.highest([x, a.zeros(x)], lambda arrays, low: arrays)


def _rectified(a: Algebra[V], x: V) -> V:
    return pointwise(a, "relu", (), x)


def _leaky_relu(a: Algebra[V], x: V, alpha: float = 0.01) -> V | None:
    """``relu(x) - alpha*relu(-x)``, once relu is known."""
    if a.activation != "relu" or not isfinite(alpha):
        return None
    return a.total([_rectified(a, x), _scaled(a, _rectified(a, _scaled(a, x, -1)), -Fraction(alpha))])


def _clip(a: Algebra[V], x: V, low: float | None = None, high: float | None = None) -> V | None:
    return _rectified(a, x) if low == 0 and high is None else None


def _swish(a: Algebra[V], x: V, alpha: float = 1.0) -> V | None:
    return a.product(x, a.named("sigmoid", (), _scaled(a, x, Fraction(alpha)))) if isfinite(alpha) else None


def _hard_swish(a: Algebra[V], x: V) -> V:
    """``x`` times the line of slope 1/6 between 0 and 1; files keep that slope in single precision."""
    return a.product(x, a.named("hard_sigmoid", (("alpha", float(np.float32(1 / 6))), ("beta", 0.5)), x))


def _divide(a: Algebra[V], x: V, by: float) -> V | None:
    return _scaled(a, x, 1 / Fraction(by)) if isfinite(by) and by else None


def _power(a: Algebra[V], x: V, exponent: float) -> V | None:
    whole = isfinite(exponent) and float(exponent).is_integer() and 1 <= exponent <= MAX_POWER
    return reduce(a.product, [x] * int(exponent)) if whole else None


def _scaled(a: Algebra[V], x: V, factor: int | Fraction) -> V:
    return x if factor == 1 else a.product(x, a.constant(Fraction(factor)))


_MADE: Mapping[str, Callable[..., Any]] = {
    "identity": lambda a, x: x,
    "negative": lambda a, x: _scaled(a, x, -1),
    "relu": _relu,
    "leaky_relu": _leaky_relu,
    "clip": _clip,
    "swish": _swish,
    "hard_swish": _hard_swish,
    "divide": _divide,
    "power": _power,
}
"""Name -> (algebra, value, attributes) -> value, or None where the definition does not apply."""


def keeps_zero(name: str, attributes: Attributes) -> bool:
    """Whether the map takes 0 to 0, found by applying what ``operators.pointwise`` says that it is."""
    return _at(name, attributes, 0.0) == 0


def is_finite_at_lowest(name: str, attributes: Attributes) -> bool:
    """Whether the map has a number for minus infinity, found in the same way."""
    return isfinite(_at(name, attributes, -inf))


RESILIENT = frozenset({"softmax", "log_softmax"})
"""Maps of several numbers that have a number for each of them although others of them are minus infinity."""


def _at(name: str, attributes: Attributes, place: float) -> float:
    if name not in POINTWISE:
        return nan
    with np.errstate(all="ignore"):
        return float(POINTWISE[name](np.full(1, place), **dict(attributes))[0])
