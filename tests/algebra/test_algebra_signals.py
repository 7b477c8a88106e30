"""Phases of finite signals, entry by entry: zero fill, both origins, circular padding, and the way back."""

from __future__ import annotations

import numpy as np
import pytest
from hypothesis import given
from strategies import cases, integer_arrays

from symstride.algebra.bank import expand
from symstride.layers.layer import Conv


def value(x, channel, place, mode):
    """``x[channel, place]`` on all integers: zero or periodic outside."""
    if mode == "circular":
        return x[(channel, *(t % n for t, n in zip(place, x.shape[1:], strict=True)))]
    inside = all(0 <= t < n for t, n in zip(place, x.shape[1:], strict=True))
    return x[(channel, *place)] if inside else 0


@given(cases())
def test_split_by_its_definition(case):
    layer, bank = case.layer, case.bank
    x = integer_arrays(layer, case.input_size, 3)[0]
    phases = bank.split(x)[0]
    total, per_group = len(bank.kept), int(layer.in_per_group)
    cells = [axis.S for axis in bank.axes]
    start = [0 if case.origin == "image" else axis.axis.low for axis in bank.axes]
    ends = [axis.places(n) for axis, n in zip(bank.axes, case.input_size, strict=True)]
    assert phases.shape[1:] == tuple(-(-end // cell) for end, cell in zip(ends, cells, strict=True))
    for index in np.ndindex(*phases.shape):
        group, rest = divmod(index[0], per_group * total)
        c, f = divmod(rest, total) if case.order == "channel_major" else divmod(rest, per_group)[::-1]
        rho = np.unravel_index(bank.kept[f], cells)
        places = [cell * m + r for cell, m, r in zip(cells, index[1:], rho, strict=True)]
        filled = all(t < end for t, end in zip(places, ends, strict=True))
        shifted = [t - p for t, p in zip(places, start, strict=True)]
        expected = value(x[0], group * per_group + c, shifted, layer.padding_mode) if filled else 0
        assert phases[index] == expected


@given(cases())
def test_merge_undoes_phases_of_the_output(case):
    layer, bank = case.layer, case.bank
    outputs = tuple(int(n) for n in layer.output_size(case.input_size))
    y = np.random.default_rng(0).integers(1, 10**6, size=(2, int(layer.out_channels), *outputs))
    phases = [int(a) for a in bank.phases]
    # the same bank read as one for inputs: a layer of stride 1 whose input phases are these output phases
    splitter = expand(
        Conv(layer.out_channels, layer.groups, (1,) * layer.ndim, groups=layer.groups), phases, order=case.order
    )
    assert np.array_equal(bank.merge(splitter.split(y), outputs), y)


def test_a_rest_of_the_last_cell_is_zero_and_not_the_start_of_the_signal():
    x = np.arange(1, 11).reshape(1, 2, 5)
    phases = expand(Conv(2, 2, (1,), stride=2)).split(x)
    assert np.array_equal(phases[0], [[1, 3, 5], [2, 4, 0], [6, 8, 10], [7, 9, 0]])


def test_padded_origin_carries_the_padding_along():
    x = np.arange(1, 11).reshape(1, 2, 5)
    zeros = expand(Conv(2, 2, (3,), stride=2, padding=((1, 2),)), origin="padded").split(x)
    assert np.array_equal(zeros[0, :2], [[0, 2, 4, 0], [1, 3, 5, 0]])
    circular = Conv(2, 2, (3,), stride=2, padding=((1, 2),), padding_mode="circular")
    assert np.array_equal(expand(circular, origin="padded").split(x)[0, :2], [[5, 2, 4, 1], [1, 3, 5, 2]])
    cropped = expand(Conv(2, 2, (2,), stride=2, padding=((-1, 0),)), origin="padded").split(x)
    assert np.array_equal(cropped[0, :2], [[2, 4], [3, 5]])


@pytest.mark.parametrize("dtype", [np.int8, np.float16, np.complex64, object, bool])
def test_signals_keep_their_dtype(dtype):
    x = np.ones((1, 2, 5), dtype=dtype)
    bank = expand(Conv(2, 2, (3,), stride=2, padding=1), phases=2)
    assert bank.split(x).dtype == dtype
    assert bank.merge(np.ones((1, 4, 2), dtype=dtype), 3).dtype == dtype
