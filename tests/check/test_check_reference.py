"""The plain loops, against values worked out by hand, against NumPy's own convolution, and against each other."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from strategies import cases, integer_arrays

from symstride.check import convolve, convolve_plain
from symstride.errors import SpecError
from symstride.layers.layer import Conv

BOTH = pytest.mark.parametrize("loops", [convolve, convolve_plain])


@settings(max_examples=60)
@given(cases())
def test_both_loops_agree(case):
    x, w, b = integer_arrays(case.layer, case.input_size, 5, batch=2)
    assert np.array_equal(convolve(case.layer, x, w, b), convolve_plain(case.layer, x, w, b))


@BOTH
def test_by_hand_with_stride_dilation_and_uneven_padding(loops):
    x, w = np.array([[[1, 2, 3, 4, 5]]]), np.array([[[10, 100]]])
    # places read by output j: 3*j - 1 and 3*j + 1, so (-1, 1), (2, 4), (5, 7)
    layer = Conv(1, 1, (2,), stride=3, padding=((1, 3),), dilation=2)
    assert loops(layer, x, w).tolist() == [[[200, 30 + 500, 0]]]
    assert loops(layer, x, w, np.array([7])).tolist() == [[[207, 537, 7]]]


@BOTH
def test_by_hand_with_groups_circular_padding_and_cropping(loops):
    x = np.array([[[1, 2, 3], [10, 20, 30]]])
    w = np.array([[[1, 5]], [[2, 7]]])
    circular = Conv(2, 2, (2,), padding=((1, 0),), groups=2, padding_mode="circular")
    assert loops(circular, x, w).tolist() == [[[3 + 5, 1 + 10, 2 + 15], [60 + 70, 20 + 140, 40 + 210]]]
    cropped = Conv(2, 2, (1,), padding=((-1, 0),), groups=2)
    assert loops(cropped, x, w[..., :1]).tolist() == [[[2, 3], [40, 60]]]


@BOTH
def test_one_axis_is_numpy_convolution_with_the_flipped_kernel(loops):
    rng = np.random.default_rng(1)
    x, w = rng.integers(-9, 9, (1, 1, 20)), rng.integers(-9, 9, (1, 1, 4))
    spread = np.zeros(7, int)
    spread[::2] = w[0, 0]  # dilation 2
    expected = np.convolve(x[0, 0], spread[::-1], "valid")[::3]
    assert np.array_equal(loops(Conv(1, 1, (4,), 3, 0, 2), x, w)[0, 0], expected)


def test_plain_loops_are_exact_beyond_64_bits():
    x, w = np.array([[[2**62, 2**62]]]), np.array([[[2**62, 3]]])
    assert convolve_plain(Conv(1, 1, (2,)), x, w)[0, 0, 0] == 2**124 + 3 * 2**62


@BOTH
def test_fractions_and_symbols(loops):
    x = np.array([[[Fraction(1, 2), Fraction(1, 3)]]], dtype=object)
    assert loops(Conv(1, 1, (2,)), x, np.array([[[1, 1]]], object)).tolist() == [[[Fraction(5, 6)]]]
    s = np.array([[sympy.symbols("alpha beta")]], dtype=object)
    assert loops(Conv(1, 1, (2,)), s, np.array([[[2, 3]]], object))[0, 0, 0] == 2 * s[0, 0, 0] + 3 * s[0, 0, 1]


LAYER = Conv(2, 3, (3,), stride=2)
SHAPES = {
    "signal channels": ((1, 3, 9), (3, 2, 3), (3,), "reference, x"),
    "signal rank": ((2, 9), (3, 2, 3), (3,), "reference, x"),
    "weights": ((1, 2, 9), (2, 3, 3), (3,), "reference, w"),
    "bias": ((1, 2, 9), (3, 2, 3), (2,), "reference, b"),
}


@BOTH
@pytest.mark.parametrize("name", SHAPES)
def test_wrong_shapes_are_refused(loops, name):
    x, w, b, word = SHAPES[name]
    with pytest.raises(SpecError, match=word):
        loops(LAYER, np.ones(x), np.ones(w), np.ones(b))


@BOTH
def test_symbols_are_refused(loops):
    with pytest.raises(SpecError, match="symbols: k"):
        loops(Conv(1, 1, sympy.Symbol("k"), ndim=1), np.ones((1, 1, 5)), np.ones((1, 1, 3)))
