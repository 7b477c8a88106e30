"""The interpreter against loops that know nothing of it."""

from __future__ import annotations

import random
from fractions import Fraction

import numpy as np
import pytest
from networks import integers, random_network
from transposing import transpose_plain

from symstride.check.reference import convolve_plain
from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


def one(operator: op.Operator, shape: op.Shape, **arrays: np.ndarray) -> Network:
    build = Builder(dtype="object")
    return build.network(build.add(operator, build.input("x", shape), name="y", **arrays))


def test_convolutions_agree_with_the_plain_loops(rng: random.Random) -> None:
    for padding in (0, ((1, 2), (0, 1)), "same", "same_lower", ((-1, 0), (2, -1))):
        conv = Conv(4, 6, (3, 2), (2, 3), padding, (1, 2), groups=2)
        x, w, b = integers(rng, (2, 4, 9, 8)), integers(rng, conv.weight_shape), integers(rng, (6,))
        y = evaluate(one(conv, (4, 9, 8), weight=w, bias=b), x)["y"]
        assert (y == convolve_plain(conv, x, w, b)).all()


def test_transposed_convolutions_agree_with_the_plain_loops(rng: random.Random) -> None:
    for padding in (0, ((1, 2), (0, 1)), ((-1, 0), (2, -1)), ((9, -9), (0, 5))):
        layer = ConvTranspose(4, 6, (3, 2), (2, 3), padding, (1, 2), (1, 2), groups=2)
        x, w, b = integers(rng, (2, 4, 4, 3)), integers(rng, layer.weight_shape), integers(rng, (6,))
        y = evaluate(one(layer, (4, 4, 3), weight=w, bias=b), x)["y"]
        assert (y == transpose_plain(layer, x, w, b)).all()


def test_circular_convolutions_agree_with_the_plain_loops(rng: random.Random) -> None:
    conv = Conv(2, 3, (3,), 2, ((1, 2),), padding_mode="circular", bias=False)
    x, w = integers(rng, (1, 2, 8)), integers(rng, conv.weight_shape)
    assert (evaluate(one(conv, (2, 8), weight=w), x)["y"] == convolve_plain(conv, x, w)).all()


def test_wrapping_around_and_cropping() -> None:
    x = np.arange(4, dtype=object).reshape(1, 1, 4)
    for amounts, expected in (((1, 2), [3, 0, 1, 2, 3, 0, 1]), ((-1, 1), [1, 2, 3, 0]), ((5, -3), [3, 0, 1, 2, 3, 0])):
        assert evaluate(one(op.Wrap((amounts,)), (1, 4)), x)["y"][0, 0].tolist() == expected


def test_a_slope_for_each_channel() -> None:
    x, slope = np.array([[[-2, 3], [-2, 3]]], dtype=object), np.array([5, -7], dtype=object)
    assert evaluate(one(op.PRelu(), (2, 2), slope=slope), x)["y"].tolist() == [[[-10, 3], [14, 3]]]


def test_quotients_by_channel_and_by_place() -> None:
    x, by = np.array([[[6, 8], [6, 8]]], dtype=object), np.array([3, 4], dtype=object)
    assert evaluate(one(op.Quotient(), (2, 2), by=by), x)["y"].tolist() == [[[2, Fraction(8, 3)], [Fraction(3, 2), 2]]]
    by = np.array([[3, 4], [6, 8]], dtype=object)
    assert evaluate(one(op.Quotient(True), (2, 2), by=by), x)["y"].tolist() == [[[2, 2], [1, 1]]]


def test_places_taken_and_selected() -> None:
    x = np.arange(6, dtype=object).reshape(1, 2, 3)
    assert evaluate(one(op.Take(1, (2, 0, 2)), (2, 3)), x)["y"].tolist() == [[[2, 0, 2], [5, 3, 5]]]
    inside = np.array([[True, False, True], [False, True, True]])
    assert evaluate(one(op.Select(-9), (2, 3), inside=inside), x)["y"].tolist() == [[[0, -9, 2], [-9, 4, 5]]]


def test_quotients_of_exact_numbers_are_fractions() -> None:
    y = evaluate(one(op.Pointwise("divide", (("by", 4.0),)), (1, 2)), np.array([[[6, 8]]], dtype=object))["y"]
    assert y[0, 0].tolist() == [Fraction(3, 2), 2]


@pytest.mark.parametrize("ceil_mode", [False, True])
@pytest.mark.parametrize("counted", [False, True])
def test_pools_agree_with_plain_loops(rng: random.Random, ceil_mode: bool, counted: bool) -> None:
    n, k, s, dl, low, high = 9, 3, 2, 2, 1, 2
    x = integers(rng, (1, 2, n), 9)
    steps = ((k,), (s,), ((low, high),), (dl,), ceil_mode)
    best = evaluate(one(op.MaxPool(*steps), (2, n)), x)["y"]
    mean = evaluate(one(op.AveragePool(*steps, counted), (2, n)), x)["y"]
    for c, j in np.ndindex(*best.shape[1:]):
        places = [s * j + dl * i - low for i in range(k)]
        read = [x[0, c, t] for t in places if 0 <= t < n]
        divisor = sum(-low <= t < n + high for t in places) if counted else len(read)
        assert best[0, c, j] == max(read)
        assert mean[0, c, j] == Fraction(sum(read), divisor)


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_phases_there_and_back(rng: random.Random, order: str) -> None:
    x = integers(rng, (2, 3, 4, 6))
    build = Builder(dtype="object")
    phases = build.add(op.SpaceToDepth((2, 3), order), build.input("x", (3, 4, 6)), name="phases")  # type: ignore[arg-type]
    back = build.add(op.DepthToSpace((2, 3), order), phases, name="back")  # type: ignore[arg-type]
    values = evaluate(build.network(back), x, every=True)
    assert (values["back"] == x).all()
    channel, phase = 2, 5
    number = channel * 6 + phase if order == "channel_major" else phase * 3 + channel
    assert (values["phases"][:, number] == x[:, 2, 1::2, 2::3]).all()  # phase 5 is (1, 2)


def test_a_mask_removes_ghosts_and_nothing_else() -> None:
    x = np.arange(1, 9, dtype=object).reshape(1, 2, 4)  # one channel, 2 phases, 4 cells of a map of 7 places
    y = evaluate(one(op.Mask((2,), (7,), "channel_major", -9), (2, 4)), x)["y"]
    assert y[0].tolist() == [[1, 2, 3, 4], [5, 6, 7, -9]]


def test_averages_of_integers_are_fractions() -> None:
    y = evaluate(one(op.GlobalPool("average"), (1, 3)), np.array([[[1, 1, 2]]], dtype=object))["y"]
    assert y[0, 0, 0] == Fraction(4, 3)


def test_missing_weights_and_wrong_inputs_are_refused(rng: random.Random) -> None:
    net = random_network(rng, 2)
    with pytest.raises(SpecError, match="input"):
        evaluate(net, integers(rng, (1, 1, 3, 3)))
    conv = one(Conv(2, 2, (3,)), (2, 9))
    with pytest.raises(SpecError, match="weight"):
        evaluate(conv, integers(rng, (1, 2, 9)))


def test_memory_stays_flat_and_outputs_stay(rng: random.Random) -> None:
    net = random_network(rng, 3)
    x = integers(rng, (1, *net.shapes["x"]))
    assert set(evaluate(net, x)) == set(net.outputs)
    assert set(evaluate(net, x, every=True)) == set(net.shapes)
