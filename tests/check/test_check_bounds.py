"""The error bound: derived, respected by honest sums in any order, and broken by a wrong one."""

from __future__ import annotations

from fractions import Fraction

import numpy as np
import pytest
from hypothesis import given, settings
from strategies import cases

from symstride.check.bounds import error_bound, gamma, terms_per_output, unit_roundoff
from symstride.check.reference import convolve, convolve_plain
from symstride.errors import NotSupported
from symstride.layers.layer import Conv


def test_unit_roundoff_is_half_a_unit_in_the_last_place():
    assert unit_roundoff(np.float16) == 2.0**-11
    assert unit_roundoff(np.float32) == 2.0**-24
    assert unit_roundoff("f8") == 2.0**-53


@pytest.mark.parametrize("dtype", [np.int32, np.complex64, object, bool])
def test_other_numbers_have_no_bound(dtype):
    with pytest.raises(NotSupported, match="real floating-point"):
        unit_roundoff(dtype)


def test_gamma():
    assert gamma(1, 0.25) == pytest.approx(1 / 3)
    assert gamma(3, 2.0**-24) > 3 * 2.0**-24
    assert gamma(2048, 2.0**-11) == float("inf")


def test_terms_count_the_bias():
    assert terms_per_output(Conv(4, 4, (3, 5), groups=2, bias=False)) == 2 * 15
    assert terms_per_output(Conv(4, 4, (3, 5), groups=2)) == 2 * 15 + 1


def floats(layer, size, dtype, seed):
    rng = np.random.default_rng(seed)
    shapes = ((1, int(layer.in_channels), *size), tuple(map(int, layer.weight_shape)), (int(layer.out_channels),))
    orders = 3 if dtype == np.float16 else 10  # of magnitude, in both directions: sums cancel, rounding shows
    x, w, b = ((rng.standard_normal(s) * 2.0 ** rng.integers(-orders, orders + 1, s)).astype(dtype) for s in shapes)
    return x, w, b if layer.bias else None


@settings(max_examples=40)
@given(cases())
@pytest.mark.parametrize("dtype", [np.float16, np.float32, np.float64])
def test_strided_and_expanded_sums_stay_within_the_bound(dtype, case):
    arrays = floats(case.layer, case.input_size, dtype, 2)
    bound = error_bound(case.layer, *arrays)
    left, right = (y.astype(np.float64) for y in (convolve(case.layer, *arrays), case.bank.apply(*arrays)))
    assert (np.abs(left - right) <= bound).all()


@settings(max_examples=10)
@given(cases(max_ndim=1))
def test_half_the_bound_holds_against_the_exact_sum(case):
    arrays = floats(case.layer, case.input_size, np.float32, 4)
    exact = convolve_plain(case.layer, *(None if a is None else np.vectorize(Fraction, [object])(a) for a in arrays))
    bound = error_bound(case.layer, *arrays)
    found = case.bank.apply(*arrays)
    for index in np.ndindex(*found.shape):
        assert abs(Fraction(float(found[index])) - exact[index]) <= Fraction(float(bound[index])) / 2


def test_a_lost_product_breaks_the_bound():
    layer = Conv(3, 2, (3, 3), stride=2, padding=1)
    x, w, b = floats(layer, (8, 8), np.float32, 0)
    lost = w.copy()
    lost[1, 2, 0, 1] = 0
    assert (np.abs(convolve(layer, x, w, b) - convolve(layer, x, lost, b)) > error_bound(layer, x, w, b)).any()


def test_the_bound_is_tight_enough_to_mean_something():
    layer = Conv(1, 1, (2,), bias=False)
    x, w = np.ones((1, 1, 2), np.float32), np.ones((1, 1, 2), np.float32)
    assert error_bound(layer, x, w, None)[0, 0, 0] == pytest.approx(2 * 2 * 2.0**-24 * 2, rel=1e-6)


def test_underflow_is_covered():
    tiny = np.float32(2.0**-80)
    layer = Conv(1, 1, (2,), bias=False)
    x, w = np.full((1, 1, 2), tiny), np.full((1, 1, 2), tiny)
    assert convolve(layer, x, w)[0, 0, 0] == 0  # the products are below the least subnormal number
    assert error_bound(layer, x, w, None)[0, 0, 0] > 2 * float(tiny) ** 2


def test_too_many_terms_promise_nothing():
    layer = Conv(2048, 1, (1,))
    arrays = floats(layer, (1,), np.float16, 0)
    assert np.isinf(error_bound(layer, *arrays)).all()
