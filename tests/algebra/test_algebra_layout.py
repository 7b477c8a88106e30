"""The two channel orders, against the operators' own definitions written out independently."""

from __future__ import annotations

import numpy as np
import pytest

from symstride.algebra.bank import expand
from symstride.algebra.layout import flatten, position, unflatten
from symstride.layers.layer import Conv


def pixel_unshuffle(x, r):
    """PyTorch: (B, C, H*r, W*r) to (B, C*r*r, H, W); output channel c*r*r + i*r + j is x[c, r*h + i, r*w + j].

    https://docs.pytorch.org/docs/stable/generated/torch.nn.PixelUnshuffle.html, entry by entry.
    """
    batch, channels, height, width = x.shape
    y = np.empty((batch, channels * r * r, height // r, width // r), x.dtype)
    for b, c, t, v in np.ndindex(*x.shape):
        y[b, c * r * r + (t % r) * r + v % r, t // r, v // r] = x[b, c, t, v]
    return y


def onnx_space_to_depth(x, r):
    """The inverse of ONNX DepthToSpace in its default mode DCR, whose definition is a reshape and a transposition.

    https://onnx.ai/onnx/operators/onnx__DepthToSpace.html: depth, column, row; block index before channel.
    """
    batch, channels, height, width = x.shape
    blocks = x.reshape(batch, channels, height // r, r, width // r, r)
    return blocks.transpose(0, 3, 5, 1, 2, 4).reshape(batch, channels * r * r, height // r, width // r)


def tensorflow_space_to_depth(x, r):
    """TensorFlow, NHWC: the position in the block is the high-order part of the output channel, the channel the low.

    https://www.tensorflow.org/api_docs/python/tf/nn/space_to_depth, entry by entry; NCHW in and out here.
    """
    batch, channels, height, width = x.shape
    y = np.empty((batch, height // r, width // r, r * r * channels), x.dtype)
    for b, c, t, v in np.ndindex(*x.shape):
        y[b, t // r, v // r, ((t % r) * r + v % r) * channels + c] = x[b, c, t, v]
    return y.transpose(0, 3, 1, 2)


ORACLES = {
    "pixel_unshuffle": ("channel_major", pixel_unshuffle),
    "SpaceToDepth": ("phase_major", onnx_space_to_depth),
    "space_to_depth": ("phase_major", tensorflow_space_to_depth),
}


def signal(channels=3, height=12, width=6):
    return np.arange(2 * channels * height * width).reshape(2, channels, height, width)


@pytest.mark.parametrize("r", [2, 3])
@pytest.mark.parametrize("name", ORACLES)
def test_split_is_the_operator_of_that_order(name, r):
    order, oracle = ORACLES[name]
    bank = expand(Conv(3, 2, kernel=(3, 3), stride=r, padding=1), order=order)
    assert np.array_equal(bank.split(signal()), oracle(signal(), r))


@pytest.mark.parametrize("name", ORACLES)
def test_merge_undoes_the_operator_on_output_channels(name):
    order, oracle = ORACLES[name]
    bank = expand(Conv(2, 3, kernel=(3, 3), padding=1), phases=3, order=order)
    assert np.array_equal(bank.merge(oracle(signal(), 3), (12, 6)), signal())


@pytest.mark.parametrize("name", ORACLES)
def test_the_other_order_is_told_apart(name):
    order, oracle = ORACLES[name]
    other = {"channel_major": "phase_major", "phase_major": "channel_major"}[order]
    bank = expand(Conv(3, 2, kernel=(3, 3), stride=2, padding=1), order=other)
    assert not np.array_equal(bank.split(signal()), oracle(signal(), 2))


def test_the_two_phase_first_operators_are_one():
    assert np.array_equal(onnx_space_to_depth(signal(), 3), tensorflow_space_to_depth(signal(), 3))


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_position_is_where_flatten_puts_an_entry(order):
    groups, channels, phases = 2, 3, 4
    parts = np.arange(groups * channels * phases).reshape(1, groups, channels, phases)
    flat = flatten(parts, order)[0]
    for g, c, f in np.ndindex(groups, channels, phases):
        assert flat[position(g, c, f, channels, phases, order)] == parts[0, g, c, f]
    assert np.array_equal(unflatten(flat[None], groups, phases, order), parts)


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_phases_stay_inside_their_group(order):
    bank = expand(Conv(4, 4, kernel=(3,), stride=3, groups=2), order=order)
    x = np.arange(2 * 4 * 9).reshape(2, 4, 9)
    halves = [expand(Conv(2, 2, kernel=(3,), stride=3), order=order).split(part) for part in (x[:, :2], x[:, 2:])]
    assert np.array_equal(bank.split(x), np.concatenate(halves, axis=1))
