"""The maps that are known by name, and what ghosts have to know of each.  Any other map is refused.

A map of one number (``Pointwise``) or of the channels of one place (``Pixelwise``) commutes with phases and needs no
other property for that.  But it is applied to ghosts too, where anything may stand, and a layer multiplies ghosts by
zeros: so each row says whether the map keeps 0, how large a finite number may become, from which number on all are
taken to numbers, and which number none falls below.  ``pointwise`` has their meaning in NumPy.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from math import e, inf, isfinite, log, log2
from typing import TypeAlias

Size: TypeAlias = Callable[..., float]
"""(largest size of the input, attributes by name) -> largest size of the value, infinity where there is no bound.  What
is computed on the way may overflow only where the value does not show it: ``tanh`` of infinity is 1."""

Condition: TypeAlias = Callable[..., bool]
"""(attributes by name) -> whether it holds."""


@dataclass(frozen=True, slots=True)
class Known:
    """What is known of one map, for the attributes that it has."""

    largest: Size
    zero: Condition
    finite: Condition
    unbounded: bool
    finite_from: Condition
    least: Size

    def keeps_zero(self, attributes: Mapping[str, float]) -> bool:
        """Whether it takes 0 to 0; for several channels, where all of them are 0."""
        return self._are_numbers(attributes) and self.zero(**attributes)

    def is_finite(self, attributes: Mapping[str, float]) -> bool:
        """Whether it takes every number to a number."""
        return self._are_numbers(attributes) and self.finite(**attributes)

    def is_finite_from(self, least: float, attributes: Mapping[str, float]) -> bool:
        """Whether it takes every number of at least ``least`` to a number."""
        return self._are_numbers(attributes) and self.finite_from(least, **attributes)

    def _are_numbers(self, attributes: Mapping[str, float]) -> bool:
        return self.unbounded or all(map(isfinite, attributes.values()))


def _always(**attributes: float) -> bool:
    return True


def _never(**attributes: float) -> bool:
    return False


def _nowhere(least: float, **attributes: float) -> bool:
    return False


def _anything(least: float, **attributes: float) -> float:
    return -inf


def _no_less(bound: float) -> Size:
    return lambda least, **attributes: bound


def _at_most(bound: float) -> Size:
    return lambda most, **attributes: bound


def _times(factor: float) -> Size:
    return lambda most, **attributes: factor * most


# ------------------------------------------------------------------------------------------------ with attributes


def _elu(most: float, alpha: float = 1.0) -> float:
    return max(most, abs(alpha))


def _selu(most: float, alpha: float = 1.68, gamma: float = 1.06) -> float:
    return abs(gamma) * max(most, abs(alpha))


def _bounds(low: float | None, high: float | None) -> tuple[float, float]:
    return -inf if low is None else low, inf if high is None else high


def _clip_is_finite(low: float | None = None, high: float | None = None) -> bool:
    least, most = _bounds(low, high)
    return least < inf and most > -inf


def _clip_keeps_zero(low: float | None = None, high: float | None = None) -> bool:
    least, most = _bounds(low, high)
    return least <= 0 <= most


def _clip(most: float, low: float | None = None, high: float | None = None) -> float:
    ends = [abs(n) for n in _bounds(low, high)]
    return max(ends) if max(ends) < inf else max(most, *(n for n in (*ends, 0.0) if n < inf))


def _exp(most: float) -> float:
    return e**most if most < 700 else inf


def _power_is_finite(exponent: float) -> bool:
    """Roots of negative numbers are none, and negative powers divide by what may be 0."""
    return exponent >= 0 and float(exponent).is_integer()


def _power_is_finite_from(least: float, exponent: float) -> bool:
    return least >= 0 and exponent >= 0


def _power_least(least: float, exponent: float) -> float:
    return 0.0 if least >= 0 or exponent % 2 == 0 else -inf


def _clip_least(least: float, low: float | None = None, high: float | None = None) -> float:
    bottom, top = _bounds(low, high)
    return min(max(least, bottom), top)


def _power(most: float, exponent: float) -> float:
    return max(most, 1.0) ** exponent if exponent * log2(max(most, 1.0)) < 1000 else inf


LEAST = 2.0**-14
"""The least normal number of half precision: what a divisor must not fall below."""


def _lrn_divides(size: float, alpha: float = 1e-4, beta: float = 0.75, bias: float = 1.0) -> bool:
    """Whether ``d = (bias + alpha/size * squares)^beta`` is at least ``LEAST``, whatever the squares are.

    They may overflow, and ``x/d`` is 0 then; so ``alpha/size`` must not be rounded to 0, which infinity makes NaN.
    """
    return beta >= 0 and alpha / size >= LEAST**1.5 and bias >= LEAST and beta * log2(bias) >= log2(LEAST)


def _layer_norm(most: float, epsilon: float = 1e-5) -> float:
    """A number of ``n`` is within ``sqrt(n - 1)`` deviations of their mean (P. A. Samuelson, 1968).

    Their sum may be ``n`` times as large as they are, and where that overflows there is no number.  No value has more
    channels than ``2**40``.
    """
    return max(2.0**20, most * 2.0**40)


def _has_root(epsilon: float = 1e-5) -> bool:
    """Whether a variance of 0 leaves a divisor, in half precision too, whose least number is ``2**-24``."""
    return epsilon >= 2.0**-24


# ------------------------------------------------------------------------------------------------ the table


def _row(
    largest: Size,
    zero: Condition = _always,
    finite: Condition = _always,
    *,
    unbounded: bool = False,
    finite_from: Condition = _nowhere,
    least: Size = _anything,
) -> Known:
    return Known(largest, zero, finite, unbounded, finite_from, least)


POINTWISE: Mapping[str, Known] = {
    "identity": _row(_times(1), least=lambda least: least),
    "relu": _row(_times(1), least=_no_less(0)),
    "leaky_relu": _row(lambda most, alpha=0.01: max(1.0, abs(alpha)) * most),
    "elu": _row(_elu),
    "selu": _row(_selu),
    "celu": _row(_elu, lambda alpha=1.0: alpha > 0, lambda alpha=1.0: alpha > 0),
    "thresholded_relu": _row(_times(1)),
    "shrink": _row(lambda most, bias=0.0, lambd=0.5: most + abs(bias), lambda bias=0.0, lambd=0.5: lambd >= 0),
    "gelu": _row(_times(2)),
    "gelu_tanh": _row(_times(2)),
    "mish": _row(_times(1)),
    "swish": _row(_times(1)),
    "sigmoid": _row(_at_most(1), zero=_never, least=_no_less(0)),
    "hard_sigmoid": _row(_at_most(1), zero=_never, least=_no_less(0)),
    "hard_swish": _row(_times(1)),
    "tanh": _row(_at_most(1)),
    "softplus": _row(lambda most: most + 1, zero=_never, least=_no_less(0)),
    "softsign": _row(_at_most(1)),
    "exp": _row(_exp, zero=_never, least=_no_less(0)),
    "log": _row(_at_most(1e3), zero=_never, finite=_never, finite_from=lambda least: least >= LEAST),
    # of positive numbers, of double precision too
    "sqrt": _row(lambda most: max(most, 1.0), finite=_never, finite_from=lambda least: least >= 0, least=_no_less(0)),
    "erf": _row(_at_most(1)),
    "sin": _row(_at_most(1)),
    "cos": _row(_at_most(1), zero=_never),
    "reciprocal": _row(_at_most(inf), zero=_never, finite=_never),
    "floor": _row(lambda most: most + 1),
    "ceil": _row(lambda most: most + 1),
    "round": _row(lambda most: most + 1),
    "sign": _row(_at_most(1)),
    "abs": _row(_times(1), least=_no_less(0)),
    "negative": _row(_times(1)),
    "clip": _row(_clip, _clip_keeps_zero, _clip_is_finite, unbounded=True, least=_clip_least),
    "divide": _row(lambda most, by: most / abs(by) if by else inf, lambda by: by != 0, lambda by: by != 0),
    "power": _row(_power, lambda exponent: exponent > 0, _power_is_finite, finite_from=_power_is_finite_from,
                  least=_power_least),
}  # fmt: skip
"""Maps of one number."""

PIXELWISE: Mapping[str, Known] = {
    "lrn": _row(_times(1 / LEAST), _lrn_divides, _lrn_divides),
    "layer_norm": _row(_layer_norm, _has_root, _has_root),
    "softmax": _row(_at_most(1), zero=_never, least=_no_less(0)),
    "log_softmax": _row(lambda most: 2 * most + log(2**40), zero=_never),  # no value has more channels
}
"""Maps of the channels of one place."""
