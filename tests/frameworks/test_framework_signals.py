"""The signal-processing view: a layer is a convolution with the *flipped* kernel and a downsampler."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest

from symstride import Conv, expand
from symstride.check import convolve
from symstride.check.backends import find
from symstride.check.backends.scipy import flipped

X = np.array([[[3, 1, 4, 1, 5, 9, 2, 6, 5, 3, 5]]])
W = np.array([[[1, 10, 100]]])


def test_the_flip_with_the_convolution_of_textbooks(need: Callable[[str], str]) -> None:
    need("scipy")
    from scipy.signal import convolve as textbook

    everywhere = textbook(X[0, 0], W[0, 0, ::-1], mode="full")
    layer = Conv(1, 1, (3,), 2, 2, bias=False)
    assert np.array_equal(convolve(layer, X, W)[0, 0], everywhere[::2])
    assert not np.array_equal(convolve(layer, X, W)[0, 0], textbook(X[0, 0], W[0, 0], mode="full")[::2])


def test_upfirdn_computes_the_kept_places_only(need: Callable[[str], str]) -> None:
    need("scipy")
    from scipy.signal import upfirdn

    for stride in (1, 2, 3, 5):
        layer = Conv(1, 1, (3,), stride, 2, bias=False)  # padding D = 2: the first output reads tap D at place 0
        assert np.array_equal(convolve(layer, X, W)[0, 0], upfirdn(W[0, 0, ::-1], X[0, 0], down=stride))


def test_dilation_is_upsampling_of_the_kernel(need: Callable[[str], str]) -> None:
    need("scipy")
    from scipy.signal import upfirdn

    layer = Conv(1, 1, (3,), dilation=2, padding=4, bias=False)
    spread = upfirdn([1], W[0, 0, ::-1], up=2)
    assert np.array_equal(flipped(W, (2,))[0, 0], spread)
    assert np.array_equal(convolve(layer, X, W)[0, 0], upfirdn(spread, X[0, 0]))


def test_flipping_several_axes() -> None:
    w = np.arange(1, 7).reshape(1, 1, 2, 3)
    assert np.array_equal(flipped(w, (1, 1))[0, 0], [[6, 5, 4], [3, 2, 1]])
    assert np.array_equal(flipped(w, (2, 1))[0, 0], [[6, 5, 4], [0, 0, 0], [3, 2, 1]])


@pytest.mark.parametrize("stride", [1, 2, 3, 4, 7])
@pytest.mark.parametrize("kernel", [1, 2, 5])
@pytest.mark.parametrize("low", [-1, 0, 3])
def test_the_expanded_bank_is_the_polyphase_form(
    stride: int, kernel: int, low: int, need: Callable[[str], str]
) -> None:
    """One axis of floats: ``upfirdn`` on the layer, and phases filtered without any downsampling."""
    need("scipy")
    layer = Conv(2, 3, (kernel,), stride, ((low, 2),))
    rng = np.random.default_rng(stride)
    x, w, b = (rng.integers(-9, 10, shape).astype(float) for shape in ((1, 2, 13), layer.weight_shape, (3,)))
    bank = expand(layer)
    cells = find("scipy").convolve(bank.layer(13), bank.split(x), bank.weight(w), bank.bias(b))
    strided = find("scipy").convolve(layer, x, w, b)
    assert np.array_equal(strided, convolve(layer, x, w, b))
    assert np.array_equal(bank.merge(cells, layer.output_size(13)), strided)
