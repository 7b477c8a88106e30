"""Which shifts commute with a layer: plain loops on circles and on maps that pan, counterexamples looked at."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve
from symstride.verdict import Kind


def test_a_verdict_for_every_shift(rng: random.Random) -> None:
    """Proved where random weights commute on a circle; else an example that is one, by loops that know no phases."""
    for _ in range(6):
        kernel, stride, dilation = (tuple(rng.randint(1, most) for _ in range(2)) for most in (3, 3, 2))
        padding = tuple((0, dl * (k - 1)) for k, dl in zip(kernel, dilation))
        layer = ss.Conv(2, 4, kernel, stride, padding, dilation, groups=2, bias=False, padding_mode="circular")
        cells = (7, 7)
        size = tuple(s * m for s, m in zip(stride, cells))
        draw = np.random.default_rng(rng.randrange(2**32)).integers
        w, x = draw(1, 9, [int(n) for n in layer.weight_shape]), draw(-9, 9, (1, 2, *size))
        found = ss.equivariance(layer)
        y = convolve(layer, x, w)
        for shift in product(range(-2, 4), repeat=2):
            late = np.roll(x, tuple(-t for t in shift), axis=(2, 3))
            verdict = found.at(shift)
            assert verdict.ok == all(t % s == 0 for t, s in zip(shift, stride))
            moves = [np.roll(y, (-p, -q), axis=(2, 3)) for p, q in product(range(7), repeat=2)]
            outputs = convolve(layer, late, w)
            if verdict.ok:
                assert np.array_equal(outputs, np.roll(y, tuple(-(t // s) for t, s in zip(shift, stride)), axis=(2, 3)))
            else:
                assert not any(np.array_equal(outputs, move) for move in moves)


def test_a_counterexample_is_one() -> None:
    layer = ss.Conv(3, 8, (3, 3), stride=2, padding=1, activation="relu")
    verdict = ss.equivariance(layer).at((1, 0))
    assert verdict.kind is Kind.REFUTED
    example = verdict.witness
    ring = ss.Conv(3, 8, (3, 3), stride=2, padding=((0, 2), (0, 2)), bias=False, padding_mode="circular")
    x, moved = example.x[None], example.moved[None]
    assert np.array_equal(moved, np.roll(x, -1, axis=2))
    assert np.array_equal(convolve(ring, x, example.weights)[0], example.y)
    assert np.array_equal(convolve(ring, moved, example.weights)[0], example.y_moved)
    assert example.y.sum() == 1
    assert not example.y_moved.any()
    assert "an impulse at 2, 2 gives an impulse at 1, 1, and moved by (1, 0) it gives 0 everywhere" in str(verdict)


def test_theorems_stand_behind_it() -> None:
    found = ss.equivariance(ss.Conv(1, 1, sympy.Symbol("k"), sympy.Symbol("s"), ndim=1))
    assert found.strides == (sympy.Symbol("s"),)
    assert found.theorem.verdict.kind is Kind.PROVED
    assert "a shift by a multiple of the stride" in found.theorem.claims
    assert "the value 0 everywhere" in found.converse.claims
    assert str(found) == "commutes with shifts by multiples of s, and no others"


def test_only_unit_strides_commute_with_everything() -> None:
    assert ss.equivariance(ss.Conv(1, 1, (3,))).is_full
    assert not ss.equivariance(ss.Conv(1, 1, (3, 3), stride=(1, 2))).is_full
    assert ss.equivariance(ss.Conv(1, 1, (3,))).at(-5).ok
    assert str(ss.equivariance(ss.Conv(1, 1, (3,))).at(-5)).startswith("proved: for inputs on all integers")


@pytest.mark.parametrize("shift", [-4, -2, 0, 2, 6])
def test_the_interior_of_a_map(shift: int, rng: random.Random) -> None:
    """A camera pans over a long signal: the outputs move wherever windows stay on the map, which is listed here."""
    for _ in range(8):
        k, dl, low, high = rng.randint(1, 4), rng.randint(1, 2), rng.randint(-1, 3), rng.randint(-1, 3)
        layer = ss.Conv(1, 1, (k,), 2, ((low, high),), dl, bias=False)
        size = 15
        (inside,) = ss.equivariance(layer).interior(shift, size)
        draw = np.random.default_rng(rng.randrange(2**32)).integers
        w = draw(1, 9, (1, 1, k))
        n, same = shift // 2, np.ones(layer.output_size(size), dtype=bool)
        for _ in range(3):
            x, late = draw(1, 99, (1, 1, size)), draw(1, 99, (1, 1, size))
            for t in range(size):
                if 0 <= t + shift < size:
                    late[..., t] = x[..., t + shift]
            y, moved = convolve(layer, x, w)[0, 0], convolve(layer, late, w)[0, 0]
            for j in range(len(same)):
                same[j] &= 0 <= j + n < len(same) and moved[j] == y[j + n]
        assert same[inside].all()
        taps = [2 * np.arange(len(same)) + dl * i - low for i in range(k)]
        whole = [all(0 <= place[j] < size and 0 <= place[j] + shift < size for place in taps) for j in range(len(same))]
        met = [0 <= j + n < len(same) for j in range(len(same))]
        assert np.flatnonzero(np.array(whole) & met).tolist() == list(inside)


ONE = ss.equivariance(ss.Conv(1, 1, (3,), stride=2))


def test_a_counterexample_that_would_be_too_large_is_refused() -> None:
    with pytest.raises(ss.NotSupported, match="bytes"):
        ss.equivariance(ss.Conv(1, 1, (1, 1), stride=10**6)).at((1, 0))


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: ss.equivariance("Conv"), "a layer"),
        (lambda: ONE.at((1, 1)), "whole number"),
        (lambda: ONE.at(True), "whole number"),
        (lambda: ONE.interior(1, 9), "stride 2 divides"),
        (lambda: ONE.interior(2), "input_size"),
        (lambda: ss.equivariance(ss.Conv(1, 1, (3,), sympy.Symbol("s"))).at(2), "symbols without a value: s"),
    ],
)
def test_refused(call: Callable[[], object], words: str) -> None:
    with pytest.raises(ss.SpecError, match=words):
        call()
