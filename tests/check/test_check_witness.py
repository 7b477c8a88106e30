"""Counterexamples shrink to single entries, and stay counterexamples."""

from __future__ import annotations

import numpy as np

from symstride.check.crosscheck import first_difference
from symstride.check.reference import convolve
from symstride.check.witness import Witness, shrink, support
from symstride.layers.layer import Conv

LAYER = Conv(3, 4, (3, 3), stride=2, padding=1)


def arrays(seed=0):
    rng = np.random.default_rng(seed)
    return rng.integers(1, 9, (1, 3, 8, 7)), rng.integers(1, 9, (4, 3, 3, 3)), rng.integers(1, 9, 4)


def fails_when(wrong):
    """A comparison of the plain loops with a wrong evaluation of the same layer."""
    return lambda given: first_difference(convolve(LAYER, *given), wrong(*given), None)


def drops_a_tap(x, w, b):
    w = w.copy()
    w[2, 1, 0, 2] = 0
    return convolve(LAYER, x, w, b)


def forgets_the_bias(x, w, b):
    return convolve(LAYER, x, w)


def test_a_lost_tap_shrinks_to_one_weight_and_one_input():
    fails = fails_when(drops_a_tap)
    x, w, b = shrink(fails, arrays())
    assert fails((x, w, b)) is not None
    assert [index for index, _ in support(w)] == [(2, 1, 0, 2)]
    assert len(support(x)) == 1
    assert support(b) == ()


def test_a_lost_bias_shrinks_to_one_bias_and_nothing_else():
    fails = fails_when(forgets_the_bias)
    x, w, b = shrink(fails, arrays())
    assert (support(x), support(w)) == ((), ())
    assert len(support(b)) == 1


def test_where_linearity_fails_the_witness_stays_large_but_stays_one():
    def fails(given):
        return (0, 0, 0, 0) if np.count_nonzero(given[0]) >= 5 else None

    x, _, _ = shrink(fails, arrays())
    assert 5 <= len(support(x)) < 10


def test_arrays_without_bias():
    x, w, _ = shrink(fails_when(lambda x, w, b: convolve(LAYER, x, w) + 0 * w.sum() + x.sum()), (*arrays()[:2], None))
    assert (len(support(x)), support(w)) == (1, ())


def test_first_difference_says_no_and_yes():
    left = np.arange(6).reshape(1, 2, 3)
    assert first_difference(left, left.copy(), None) is None
    right = left.copy()
    right[0, 1, 1] = 9
    right[0, 1, 2] = 9
    assert first_difference(left, right, None) == (0, 1, 1)
    assert first_difference(left, left[..., :2], None) == (0, 0, 0)


def test_first_difference_of_floats_uses_the_bound_and_refuses_nan():
    left, bound = np.array([[1.0, 2.0]]), np.array([[0.1, 0.1]])
    assert first_difference(left, left + 0.09, bound) is None
    assert first_difference(left, left + np.array([[0.0, 0.2]]), bound) == (0, 1)
    assert first_difference(left, np.array([[np.nan, 2.0]]), bound) == (0, 0)
    nan = np.array([[np.nan, 2.0]])
    assert first_difference(nan, nan, bound) == (0, 0)


def test_a_witness_prints_what_to_type():
    witness = Witness(LAYER, (8, 7), (((0, 1, 2, 3), 5),), (((2, 1, 0, 2), 7),), (), (0, 2, 1, 1), 35, 0)
    text = str(witness)
    assert "y[0, 2, 1, 1]: expected 35, got 0" in text
    assert "x[0, 1, 2, 3] = 5, w[2, 1, 0, 2] = 7" in text
    assert "input size (8, 7)" in text
