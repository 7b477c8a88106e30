"""The unit-stride evaluation, against NumPy's own one-dimensional correlation and by hand."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy

from symstride.algebra.correlation import correlate
from symstride.errors import SpecError
from symstride.layers.layer import Conv


def test_one_axis_is_numpy_correlate_summed_over_channels():
    rng = np.random.default_rng(0)
    x, w = rng.integers(-9, 9, (2, 3, 11)), rng.integers(-9, 9, (4, 3, 5))
    y = correlate(Conv(3, 4, (5,), padding=2), x, w)
    for n, o in np.ndindex(2, 4):
        assert np.array_equal(y[n, o], sum(np.correlate(np.pad(x[n, c], 2), w[o, c], "valid") for c in range(3)))


def test_no_kernel_flip():
    x, w = np.array([[[1, 0, 0, 0]]]), np.array([[[1, 2]]])
    assert correlate(Conv(1, 1, (2,), padding=1), x, w).tolist() == [[[2, 1, 0, 0, 0]]]


def test_circular_padding_wraps_and_negative_padding_crops():
    x, w = np.arange(1, 6).reshape(1, 1, 5), np.ones((1, 1, 2), int)
    circular = Conv(1, 1, (2,), padding=((1, 2),), padding_mode="circular")
    assert correlate(circular, x, w).tolist() == [[[6, 3, 5, 7, 9, 6, 3]]]
    assert correlate(Conv(1, 1, (2,), padding=((-1, -1),)), x, w).tolist() == [[[5, 7]]]


def test_groups_and_bias():
    x, w = np.array([[[1, 2], [10, 20]]]), np.array([[[3]], [[5]]])
    y = correlate(Conv(2, 2, (1,), groups=2), x, w, np.array([100, 1000]))
    assert y.tolist() == [[[103, 106], [1050, 1100]]]


def test_exact_on_fractions_and_symbols():
    x = np.array([[[Fraction(1, 3), Fraction(1, 7)]]], dtype=object)
    w = np.array([[[sympy.Symbol("alpha"), 1]]], dtype=object)
    y = correlate(Conv(1, 1, (2,)), np.array([[[sympy.Rational(1, 3), sympy.Rational(1, 7)]]], object), w)
    assert y[0, 0, 0] == sympy.Symbol("alpha") / 3 + sympy.Rational(1, 7)
    assert correlate(Conv(1, 1, (2,)), x, np.array([[[1, 1]]], object)).tolist() == [[[Fraction(10, 21)]]]


@pytest.mark.parametrize(
    "layer", [Conv(1, 1, (2,), stride=2), Conv(1, 1, (2,), dilation=2)], ids=["stride", "dilation"]
)
def test_other_strides_are_refused(layer):
    with pytest.raises(SpecError, match="stride 1 and dilation 1"):
        correlate(layer, np.ones((1, 1, 5)), np.ones((1, 1, 2)))
