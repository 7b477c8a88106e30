"""Layers at the edges of the theory, by name: the expanded form equals the plain loops, exactly."""

from __future__ import annotations

from itertools import product

import numpy as np
import pytest
from strategies import ORDERS, ORIGINS, integer_arrays

from symstride.algebra.bank import expand
from symstride.check import convolve, convolve_plain
from symstride.layers.layer import Conv


def conv(kernel, stride=1, padding=0, dilation=1, **rest):
    return Conv(rest.pop("channels", 2), rest.pop("filters", 3), kernel, stride, padding, dilation, **rest)


CORNERS = {
    "kernel below stride": (conv((2, 3), (5, 4), 1), (11, 9)),
    "kernel equals stride": (conv((4, 4), 4), (12, 13)),
    "kernel of one": (conv((1, 1), 2), (7, 8)),
    "dilation and stride share a factor": (conv((3,), 4, 2, 6), (31,)),
    "dilation equals stride": (conv((3, 2), (2, 3), 1, (2, 3)), (9, 10)),
    "one output only": (conv((3, 5), 2), (3, 6)),
    "input below stride": (conv((2,), 7, ((1, 0),)), (3,)),
    "input of one": (conv((3,), 2, 1), (1,)),
    "padding above kernel": (conv((2, 3), (3, 2), ((5, 4), (6, 7))), (4, 3)),
    "outputs that read padding only": (conv((1,), 2, 4), (2,)),
    "all cropped but one place": (conv((1,), 3, ((-4, -2),)), (7,)),
    "crop below, pad above": (conv((3,), 2, ((-2, 5),), 2), (9,)),
    "crop beyond a cell": (conv((2,), 2, ((-7, 1),)), (12,)),
    "depthwise": (conv((3, 3), 2, 1, channels=4, filters=4, groups=4), (7, 8)),
    "depthwise with a multiplier": (conv((3,), 3, 1, channels=3, filters=6, groups=3), (10,)),
    "one channel in each group and several filters": (conv((2,), 2, channels=2, filters=6, groups=2), (9,)),
    "same, even total": (conv((3, 3), 2, "same"), (64, 7)),
    "same, uneven total": (conv((4, 4), (2, 3), "same"), (10, 11)),
    "same_lower": (conv((4, 3), (2, 2), "same_lower"), (9, 10)),
    "three axes with different strides": (conv((3, 2, 2), (1, 2, 3), 1), (4, 5, 7)),
    "stride one": (conv((3, 3), 1, 1), (5, 6)),
    "ResNet shortcut": (conv((1, 1), 2, bias=False), (6, 6)),
    "patches": (conv((4, 4), 4), (8, 8)),
}
CIRCULAR = {
    "circular": (conv((3,), 2, 1, padding_mode="circular"), (24,)),
    "circular, longer than a turn": (conv((5,), 1, ((7, 9),), 3, padding_mode="circular"), (6,)),
    "circular with a crop": (conv((2, 3), (2, 1), ((-1, 3), (2, 2)), padding_mode="circular"), (12, 6)),
}


def agree(layer, size, phases, origin, order, drop_dead=False, make=expand) -> bool:
    """The expanded form, evaluated by the bank and by the plain loops, against the strided layer by the plain loops."""
    x, w, b = integer_arrays(layer, size, seed=1712, batch=2)
    expected = convolve(layer, x, w, b)
    bank = make(layer, phases, origin, order, drop_dead, size)
    cells = convolve(bank.layer(size), bank.split(x), bank.weight(w), bank.bias(b))
    merged = bank.merge(cells, layer.output_size(size))
    return np.array_equal(bank.apply(x, w, b), expected) and np.array_equal(merged, expected)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(("origin", "order"), list(product(ORIGINS, ORDERS)))
@pytest.mark.parametrize("name", CORNERS)
def test_corner(name, origin, order):
    layer, size = CORNERS[name]
    for phases, drop_dead in product((1, 2, 3, 4), (False, True)):
        assert agree(layer, size, phases, origin, order, drop_dead), (phases, drop_dead)


@pytest.mark.parametrize(("origin", "order"), list(product(ORIGINS, ORDERS)))
@pytest.mark.parametrize("name", CIRCULAR)
def test_circular_corner(name, origin, order):
    layer, size = CIRCULAR[name]
    for phases in (1, 2, 3):
        assert agree(layer, size, phases, origin, order), phases


@pytest.mark.parametrize("name", [name for name in CORNERS if name not in ("same, even total",)])
def test_the_plain_loops_agree_with_one_another_there(name):
    layer, size = CORNERS[name]
    x, w, b = integer_arrays(layer, size, seed=1)
    assert np.array_equal(convolve(layer, x, w, b), convolve_plain(layer, x, w, b))


def test_padded_origin_of_a_circular_layer_takes_any_size():
    layer = conv((3,), 2, ((1, 2),), padding_mode="circular")
    for size in range(1, 12):
        assert agree(layer, (size,), 3, "padded", "phase_major")


WRONG = {
    "stride": conv((3,), 3, ((1, 7),), 2),
    "dilation": conv((3,), 2, ((1, 0),), 1),
    "padding": conv((3,), 2, ((2, 1),), 2),
}


@pytest.mark.parametrize("what", ["stride", "dilation", "padding"])
def test_the_comparison_says_no(what):
    layer, size = conv((3,), 2, ((1, 2),), 2), (11,)
    assert WRONG[what].output_size(size) == layer.output_size(size)  # so that only the numbers can tell

    def make(_layer, *arguments):
        return expand(WRONG[what], *arguments)

    assert agree(layer, size, 1, "image", "channel_major")
    assert not agree(layer, size, 1, "image", "channel_major", make=make)


def test_the_comparison_tells_the_channel_orders_apart():
    def make(layer, phases, origin, order, drop_dead, input_size):
        bank = expand(layer, phases, origin, order, drop_dead, input_size)
        other = expand(layer, phases, origin, "phase_major", drop_dead, input_size)
        object.__setattr__(bank, "split", other.split)
        return bank

    assert not agree(conv((3,), 2, 1), (9,), 1, "image", "channel_major", make=make)
