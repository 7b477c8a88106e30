"""``"same"`` is what Keras, ONNX (SAME_UPPER) and JAX compute under that word, ``"same_lower"`` what SAME_LOWER is.

By output values, and against the other word wherever the two differ: shapes alone are equal for both.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from itertools import product

import numpy as np
import pytest

from symstride import Conv
from symstride.check import convolve
from symstride.check.backends import find
from symstride.check.bounds import error_bound
from symstride.check.samples import draw_arrays

WORDS = [
    ("keras", "keras", "same"),
    ("onnx_reference", "onnx", "same"),
    ("onnx_reference", "onnx", "same_lower"),
    ("onnxruntime", "onnxruntime", "same"),
    ("onnxruntime", "onnxruntime", "same_lower"),
    ("jax", "jax", "same"),
    ("jax", "jax", "same_lower"),
]
GEOMETRIES = [(k, s, dl, n) for k, s, dl, n in product((1, 2, 3, 4), (2, 3), (1, 2), (5, 6, 7)) if s == 2 or k > 2]
"""Kernel, stride, dilation, input size: odd and even each, totals odd and even, some of them 0."""


def layers(word: str, few: bool) -> list[Conv]:
    chosen = GEOMETRIES[::7] if few else GEOMETRIES
    return [Conv(4, 6, (k, 3), (s, 2), word, (dl, 1), groups=1 + n % 2, input_size=(n, 8)) for k, s, dl, n in chosen]


@pytest.mark.parametrize(("name", "module", "word"), WORDS)
def test_the_word_means_the_same_padding(name: str, module: str, word: str, need: Callable[[str], str]) -> None:
    need(module)
    other = {"same": "same_lower", "same_lower": "same"}[word]
    told_apart = 0
    for layer in layers(word, few=name == "jax"):
        assert layer.input_size is not None
        sizes = tuple(int(n) for n in layer.input_size)
        arrays = draw_arrays(layer, sizes, "float32", seed=5)
        got = find(name).convolve(layer, *arrays)
        bound = error_bound(layer, *arrays)
        assert got.shape[2:] == layer.output_size()
        assert (np.abs(convolve(layer, *arrays) - got) <= bound).all(), layer
        told_apart += not (np.abs(convolve(replace(layer, padding=other), *arrays) - got) <= bound).all()
    assert told_apart >= 3


def test_the_padding_of_the_worked_example(need: Callable[[str], str]) -> None:
    """64 places, kernel 3, stride 2: (0, 1), the odd place high.  Keras' own output on a signal of ones shows it."""
    need("keras")
    layer = Conv(1, 1, (3, 3), 2, "same", bias=False, input_size=(64, 64))
    ones, weights = np.ones((1, 1, 64, 64), np.float32), np.ones((1, 1, 3, 3), np.float32)
    corners = find("keras").convolve(layer, ones, weights, None)[0, 0]
    assert (corners[0, 0], corners[0, -1], corners[-1, -1]) == (9, 6, 4)
    assert layer.resolved().padding == ((0, 1), (0, 1))


def test_pytorch_has_the_word_for_stride_1_with_the_odd_place_high(need: Callable[[str], str]) -> None:
    need("torch")
    import torch

    x, w = np.arange(1, 8).reshape(1, 1, 7), np.array([[[1, 10, 100, 1000]]])
    got = torch.nn.functional.conv1d(torch.from_numpy(x), torch.from_numpy(w), padding="same").numpy()
    assert np.array_equal(got, convolve(Conv(1, 1, (4,), padding="same", bias=False), x, w))
    assert not np.array_equal(got, convolve(Conv(1, 1, (4,), padding="same_lower", bias=False), x, w))
    with pytest.raises(RuntimeError, match="strided"):
        torch.nn.functional.conv1d(torch.from_numpy(x), torch.from_numpy(w), stride=2, padding="same")
