"""One axis: its span and output size, and the padding called "same"."""

from __future__ import annotations

import dataclasses
import pickle

import numpy as np
import pytest
import sympy
from hypothesis import given, seed, settings
from hypothesis import strategies as st

from symstride.errors import SpecError
from symstride.layers.axis import Axis, same_padding

k, s, dl, p, N = sympy.symbols("k s dl p N")

# (axis, input size, output size), each a published figure
PUBLISHED = {
    "ResNet conv1": (Axis(7, 2, 1, 3, 3), 224, 112),
    "ResNet max-pool geometry": (Axis(3, 2, 1, 1, 1), 112, 56),
    "ResNet shortcut": (Axis(1, 2), 56, 28),
    "AlexNet conv1": (Axis(11, 4, 1, 2, 2), 224, 55),
    "ViT patches": (Axis(16, 16), 224, 14),
    "MobileNet depthwise": (Axis(3, 2, 1, 1, 1), 112, 56),
    "wav2vec 2.0 first layer": (Axis(10, 5), 16000, 3199),
    "PyTorch Conv2d example, height": (Axis(3, 2, 3, 4, 4), 50, 26),
    "PyTorch Conv2d example, width": (Axis(5, 1, 1, 2, 2), 100, 100),
    "Keras Conv2D example": (Axis(3), 10, 8),
    "one output only": (Axis(5, 3), 5, 1),
    "input smaller than the stride": (Axis(2, 7), 3, 1),
    "padding larger than the kernel": (Axis(2, 3, 1, 5, 5), 1, 4),
    "crop": (Axis(3, 2, 1, -1, -2), 12, 4),
}


@pytest.mark.parametrize("name", PUBLISHED)
def test_output_sizes(name):
    axis, size, expected = PUBLISHED[name]
    assert axis.output_size(size) == expected
    assert type(axis.output_size(size)) is int


axes = st.builds(
    Axis, st.integers(1, 9), st.integers(1, 7), st.integers(1, 4), st.integers(-3, 12), st.integers(-3, 12)
)


@seed(11)
@given(axes, st.integers(1, 40))
def test_output_size_counts_the_places_where_the_kernel_fits(axis, size):
    last = size + axis.high - (axis.dilation * (axis.kernel - 1) + 1)
    starts = range(-axis.low, last + 1, axis.stride)  # the first input place of each output
    if len(starts) == 0:
        with pytest.raises(SpecError):
            axis.output_size(size)
    else:
        assert axis.output_size(size) == len(starts)


@seed(12)
@given(axes, st.integers(1, 40))
def test_symbolic_output_size_agrees_with_numbers(axis, size):
    low, high = sympy.symbols("low high")
    formula = Axis(k, s, dl, low, high).output_size(N)
    values = {k: axis.kernel, s: axis.stride, dl: axis.dilation, low: axis.low, high: axis.high, N: size}
    try:
        expected = axis.output_size(size)
    except SpecError:
        assert formula.subs(values) < 1
    else:
        assert formula.subs(values) == expected


def test_the_formula():
    assert Axis(k, s, dl, p, p).output_size(N) == sympy.floor((N + 2 * p - dl * (k - 1) - 1) / s) + 1
    assert Axis(k, s, dl).span == dl * (k - 1) + 1
    assert Axis(3, 2, 4).span == 9
    assert type(Axis(np.int64(3), 2, 4).span) is int


NO_OUTPUT = {
    "kernel too large": (Axis(4), 3),
    "dilation too large": (Axis(3, 1, 2), 4),
    "crop too large": (Axis(1, 1, 1, -2, -2), 4),
    "no input": (Axis(1), 0),
    "float": (Axis(1), 4.0),
}


@pytest.mark.parametrize("name", NO_OUTPUT)
def test_no_output(name, refused):
    axis, size = NO_OUTPUT[name]
    refused(lambda: axis.output_size(size), SpecError, "output_size")


BAD_FIELDS = [
    *(("kernel", bad) for bad in (0, -1, 1.0, True, None, "3", (3,), sympy.Symbol("lambda"))),
    *(("stride", bad) for bad in (0, -2, 2.0, False)),
    *(("dilation", bad) for bad in (0, -2, np.float64(2))),
    *(("low", bad) for bad in (0.5, True, "same")),
    *(("high", bad) for bad in (None, [1], sympy.Rational(1, 3))),
]


@pytest.mark.parametrize(("field", "bad"), BAD_FIELDS, ids=str)
def test_bad_fields(field, bad, refused):
    refused(lambda: Axis(**({"kernel": 3} | {field: bad})), SpecError, f"Axis({field}=")


def test_frozen_and_comparable():
    axis = Axis(3, s)
    with pytest.raises(dataclasses.FrozenInstanceError):
        axis.kernel = 4
    assert axis == Axis(np.int32(3), s)
    assert hash(axis) == hash(Axis(3, s, 1, 0, 0))
    assert pickle.loads(pickle.dumps(axis)) == axis


# (kernel, stride, dilation, size) -> SAME_UPPER padding; the TensorFlow guide's own cases come first
SAME = {
    "TensorFlow guide: 13 places, 6 taps, stride 5": ((6, 5, 1, 13), (1, 2)),
    "Keras 64, k3 s2": ((3, 2, 1, 64), (0, 1)),
    "odd size, k3 s2": ((3, 2, 1, 65), (1, 1)),
    "224, k7 s2": ((7, 2, 1, 224), (2, 3)),
    "stride 1, odd kernel": ((3, 1, 1, 10), (1, 1)),
    "stride 1, even kernel": ((4, 1, 1, 10), (1, 2)),
    "stride past the kernel": ((1, 2, 1, 7), (0, 0)),
    "dilated": ((3, 2, 2, 8), (1, 2)),
}


@pytest.mark.parametrize("name", SAME)
def test_same(name):
    arguments, (low, high) = SAME[name]
    assert same_padding(*arguments, "high") == (low, high)
    assert same_padding(*arguments, "low") == (high, low)


@seed(13)
@given(st.integers(1, 9), st.integers(1, 7), st.integers(1, 4), st.integers(1, 60))
def test_same_means_the_least_padding_with_enough_outputs(kernel, stride, dilation, size):
    low, high = same_padding(kernel, stride, dilation, size, "high")
    outputs = -(-size // stride)
    assert Axis(kernel, stride, dilation, low, high).output_size(size) == outputs
    assert 0 <= low <= high <= low + 1
    if low + high > 0:  # one place fewer gives fewer outputs, or none
        with pytest.raises((SpecError, AssertionError)):
            assert Axis(kernel, stride, dilation, low, high - 1).output_size(size) == outputs


@seed(14)
@settings(max_examples=40)  # SymPy takes its time to substitute
@given(st.integers(1, 9), st.integers(1, 7), st.integers(1, 4), st.integers(1, 60))
def test_symbolic_same_agrees_with_numbers(kernel, stride, dilation, size):
    values = {k: kernel, s: stride, dl: dilation, N: size}
    formulas = same_padding(k, s, dl, N, "high")
    assert tuple(f.subs(values) for f in formulas) == same_padding(kernel, stride, dilation, size, "high")


def test_symbolic_same_with_stride_1_does_not_mention_the_size():
    assert same_padding(2 * k + 1, 1, 1, N, "high") == (k, k)
