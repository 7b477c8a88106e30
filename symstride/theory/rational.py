"""Weights as whole numbers and a common denominator, which is what exact results start from."""

from __future__ import annotations

from fractions import Fraction
from math import isfinite, lcm
from numbers import Rational
from typing import Any, Final, NamedTuple

import numpy as np
import sympy
from numpy.typing import NDArray

from symstride.algebra.shapes import as_array, check_shape, need_numbers
from symstride.errors import SpecError
from symstride.layers.asked import need_layer
from symstride.layers.integer import shown
from symstride.layers.layer import Conv
from symstride.limits import check

MAX_BITS: Final = 100_000
"""Bits of a common denominator of the weights."""


class WholeWeights(NamedTuple):
    """The weights are ``numbers/common``: an array of Python's integers, and a positive one."""

    numbers: NDArray[Any]
    common: int


def whole(asked: str, layer: Conv, weights: Any) -> WholeWeights:
    """Integers, Fractions, rational numbers of SymPy, or floats, which are taken as the fractions that they are."""
    check_layer(asked, layer)
    w = as_array(asked, weights)
    check_shape(asked, w, layer.weight_shape, "(out_channels, in_channels/groups, *kernel)")
    numbers = [_fraction(asked, entry) for entry in w.ravel().tolist()]
    common = lcm(*(number.denominator for number in numbers))
    check(asked, common.bit_length(), MAX_BITS, "bits of a common denominator", "round the weights")
    found = np.empty(len(numbers), dtype=object)
    found[:] = [int(number * common) for number in numbers]
    return WholeWeights(found.reshape(w.shape), common)


def check_layer(asked: str, layer: object) -> None:
    """Refuse what is no layer, and layers with symbols."""
    need_numbers(asked, need_layer(asked, layer).symbols, "give the layer's sizes numbers: layer.subs(...)")


def _fraction(asked: str, entry: Any) -> Fraction:
    if isinstance(entry, sympy.Rational):
        return Fraction(int(entry.p), int(entry.q))
    if isinstance(entry, Rational) or (isinstance(entry, float) and isfinite(entry)):
        return Fraction(entry)
    raise SpecError(asked, "weights that are rational numbers, or finite floats", shown(entry), "take real numbers")
