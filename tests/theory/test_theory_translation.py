"""Translation: defects against matrices with every output shift tried, blurring against three layers one by one."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve_plain


def test_the_defect_is_that_of_matrices(rng: random.Random) -> None:
    """The distance of T S^t from S^q T for every output shift q, on a circle large enough."""
    for _ in range(12):
        k, s, dl, c, o = (rng.randint(1, most) for most in (4, 3, 2, 2, 3))
        layer = ss.Conv(c, o, (k,), s, ((0, dl * (k - 1)),), dl, padding_mode="circular", bias=False)
        w = np.array([rng.randint(-3, 3) for _ in range(o * c * k)]).reshape(o, c, k)
        w[0, 0, 0] = 2
        cells = 12
        size = s * cells
        matrix = ss.convolution_tensor(layer, size, weights=w).toarray()
        moved = ss.shift(o, cells, (1,), circular=True).toarray()
        for t in range(-s, 2 * s + 1):
            turned = matrix @ ss.shift(c, size, (t,), circular=True).toarray()
            rows = [((turned - np.linalg.matrix_power(moved, q) @ matrix) ** 2).sum() for q in range(cells)]
            expected = Fraction(int(min(rows)), int(2 * (matrix**2).sum()))
            found = ss.shift_defect(layer, w, t)
            assert found.defect == expected
            assert rows[found.output_shift[0] % cells] == min(rows)
            assert t % s or found == (0, (t // s,))


def test_the_best_output_shift_may_lie_outside_of_the_kernel() -> None:
    """(1, -1) moved by one place is opposed to itself: an output shift that is far away does better than a near one."""
    found = ss.shift_defect(ss.Conv(1, 1, (2,), stride=2), np.array([[[1, -1]]]), 1)
    assert found.defect == 1
    assert found.output_shift[0] >= 1


def test_two_axes_and_floats() -> None:
    layer = ss.Conv(1, 1, (3, 3), stride=2)
    box = np.ones((1, 1, 3, 3))
    assert ss.shift_defect(layer, box, (1, 0)).defect == pytest.approx(1 / 3, abs=1e-15)
    assert ss.shift_defect(layer, box.astype(np.float32), (2, -4)) == (0, (1, -2))
    assert ss.shift_defect(layer, box.astype(int), (1, 1)).defect == 1 - Fraction(4, 9)


def test_symbols_have_a_correlation() -> None:
    a, b, c = sympy.symbols("a b c")
    found = ss.autocorrelation(ss.Conv(1, 1, (3,), dilation=2), np.array([[[a, b, c]]], dtype=object))
    assert {lag: sympy.expand(value) for lag, value in found.items() if lag >= (0,)} == {
        (0,): a**2 + b**2 + c**2, (2,): a * b + b * c, (4,): a * c,
    }  # fmt: skip
    with pytest.raises(ss.SpecError, match="formula for symbols"):
        ss.shift_defect(ss.Conv(1, 1, (3,)), np.array([[[a, b, c]]], dtype=object), 1)


@pytest.mark.parametrize("ndim", [1, 2])
def test_blurring_is_one_strided_layer(ndim: int, rng: random.Random) -> None:
    layer = ss.Conv(4, 6, (3,) * ndim, stride=2, padding=1, groups=2)
    draw = np.random.default_rng(rng.randrange(2**32)).integers
    w, b, x = (draw(-9, 9, shape).astype(object) for shape in ((6, 2, *(3,) * ndim), (6,), (1, 4, *(9,) * ndim)))
    joined, weights = ss.blurred(layer, w, (1, 3, 3, 1))
    plain = convolve_plain(ss.unit_stride(layer), x, w, b)
    mean = [Fraction(n, 8) for n in (1, 3, 3, 1)]
    for axis in range(2, 2 + ndim):
        length = plain.shape[axis] - 3
        plain = sum(m * np.take(plain, range(n, n + length), axis=axis) for n, m in enumerate(mean))
    expected = plain[(..., *(slice(None, None, 2),) * ndim)]
    assert np.array_equal(convolve_plain(joined, x, weights, b), expected)
    assert (joined.kernel, joined.groups) == ((6,) * ndim, 2)


def test_blurring_brings_a_layer_closer_to_all_shifts() -> None:
    layer = ss.Conv(3, 16, (3, 3), stride=2)
    w = np.random.default_rng(0).standard_normal((16, 3, 3, 3))
    assert ss.shift_defect(*ss.blurred(layer, w), (1, 0)).defect < 0.75 * ss.shift_defect(layer, w, (1, 0)).defect


ONE, W = ss.Conv(1, 1, (3,), stride=2), np.ones((1, 1, 3))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ss.shift_defect(ONE, W, (1, 1)), "whole number"),
        (lambda: ss.shift_defect(ONE, 0 * W, 1), "one that is not 0"),
        (lambda: ss.shift_defect(ONE, np.nan * W, 1), "finite"),
        (lambda: ss.shift_defect(ONE, np.ones((1, 1, 4)), 1), "kernel"),
        (lambda: ss.autocorrelation(ONE, 1j * W), "real weights"),
        (lambda: ss.autocorrelation("Conv", W), "a layer"),
        (lambda: ss.shift_defect("Conv", W, 1), "a layer"),
        (lambda: ss.blurred(ONE, W, (1, -1)), "sum is not 0"),
        (lambda: ss.blurred(ss.Conv(1, 1, (3,), activation="relu"), W), "without activation"),
    ],
)
def test_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ss.SpecError, match=words):
        call()
