"""Two layers as one: equal in plain loops at every size, with the dilation and the groups that they have in common."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve_plain as by_loops


def drawn(rng: random.Random, layer: ss.Conv) -> tuple[np.ndarray, np.ndarray | None]:
    shape = tuple(int(n) for n in layer.weight_shape)
    w = np.array([rng.choice([-3, -2, -1, 1, 2, 3]) for _ in range(int(np.prod(shape)))]).reshape(shape)
    return w, np.arange(1, 1 + int(layer.out_channels)) if layer.bias else None


def pair(rng: random.Random, ndim: int, pads: tuple[int, ...]) -> tuple[ss.Conv, ss.Conv]:
    """A layer of 4 channels into 4 and one of 4 into 4, with groups of their own."""

    def axis(most: int) -> tuple[int, ...]:
        return tuple(rng.randint(1, most) for _ in range(ndim))

    first, second = (
        ss.Conv(
            4, 4, axis(3), axis(3), tuple((rng.choice(p), rng.choice(p)) for _ in range(ndim)), axis(3),
            groups=rng.choice([1, 2, 4]), bias=rng.random() < 0.5,
        )
        for p in ((-1, 0, 1, 2), pads)
    )  # fmt: skip
    return second, first


def both(outer: ss.Conv, inner: ss.Conv, weights: Any, x: np.ndarray) -> np.ndarray:
    (w2, b2), (w1, b1) = weights
    return by_loops(outer, by_loops(inner, x, w1, b1), w2, b2)


@pytest.mark.parametrize("ndim", [1, 2])
def test_joined_layers_are_the_two_layers(ndim: int, rng: random.Random) -> None:
    compared = 0
    for _ in range(40):
        outer, inner = pair(rng, ndim, (-1, 0))
        weights = drawn(rng, outer), drawn(rng, inner)
        joined, w, b = ss.compose(outer, inner, weights)
        for size in rng.sample(range(3, 30), 3) if ndim == 1 else [13]:
            x = np.array([rng.randint(-9, 9) for _ in range(4 * size**ndim)]).reshape(1, 4, *(size,) * ndim)
            try:
                expected = both(outer, inner, weights, x)
            except ss.SpecError:  # too small an input for the two of them, and then for the one
                with pytest.raises(ss.SpecError):
                    joined.output_size((size,) * ndim)
                continue
            assert np.array_equal(by_loops(joined, x, w, b), expected)
            compared += 1
    assert compared > 15


def test_padding_between_is_refused_where_it_takes_effect(rng: random.Random) -> None:
    """Without dilation and in steps of 1 each place is read, so what is refused does differ, at some size."""
    accepted = refused = 0
    for _ in range(300):
        outer, inner = pair(rng, 1, (0, 1, 2))
        outer = replace(outer, stride=1, dilation=1)
        inner = replace(inner, dilation=1, bias=False, kernel=rng.choice([1, inner.kernel[0]]))
        if int(outer.kernel[0]) < 1 + max(outer.padding[0]) or min(inner.padding[0]) < 0 or not any(outer.padding[0]):
            continue
        weights = drawn(rng, outer), drawn(rng, inner)
        x = {n: np.array([rng.randint(1, 99) for _ in range(4 * n)]).reshape(1, 4, n) for n in (6, 7, 8, 11)}
        try:
            joined, w, b = ss.compose(outer, inner, weights)
        except ss.NotSupported:
            free, w, b = ss.compose(replace(outer, padding=0), inner, weights)
            padding = tuple(
                (int(p) + int(s) * int(q), int(r) + int(s) * int(t))
                for (p, r), (q, t), s in zip(inner.padding, outer.padding, inner.stride)
            )
            wrong = replace(free, padding=padding)
            assert any(not np.array_equal(by_loops(wrong, v, w, b), both(outer, inner, weights, v)) for v in x.values())
            refused += 1
        else:
            assert all(np.array_equal(by_loops(joined, v, w, b), both(outer, inner, weights, v)) for v in x.values())
            accepted += 1
    assert accepted > 10
    assert refused > 10


def test_a_size_may_decide() -> None:
    """Stride 2 without padding leaves the last of an even number of places out: the next window lies behind it."""
    inner, outer = ss.Conv(1, 1, (2,), stride=2, bias=False), ss.Conv(1, 1, (2,), padding=((0, 1),), bias=False)
    with pytest.raises(ss.NotSupported, match="padding 1 behind"):
        ss.compose(outer, inner)
    joined, w, _ = ss.compose(outer, inner, (np.ones((1, 1, 2)), np.ones((1, 1, 2))), input_size=(8,))
    x = np.arange(1.0, 9).reshape(1, 1, 8)
    ones = np.ones((1, 1, 2))
    assert np.array_equal(by_loops(joined, x, w), both(outer, inner, ((ones, None), (ones, None)), x))
    assert joined.input_size == (8,)
    with pytest.raises(ss.NotSupported, match="padding 1 behind"):
        ss.compose(outer, inner, input_size=(9,))


def test_dilation_and_groups_in_common() -> None:
    inner = ss.Conv(8, 8, (3,), stride=2, dilation=4, groups=4, bias=False)
    joined = ss.compose(ss.Conv(8, 4, (3,), dilation=3, groups=2, bias=False), inner)
    assert (joined.dilation, joined.kernel, joined.groups, joined.stride) == ((2,), (11,), 2, (2,))
    assert ss.compose(ss.Conv(8, 8, (1,), groups=8), ss.Conv(8, 8, (1,), groups=8)).groups == 8


def test_symbols_give_the_layer_of_the_theorem() -> None:
    k1, s1, p1, k2, s2 = sympy.symbols("k1 s1 p1 k2 s2", integer=True, positive=True)
    joined = ss.compose(ss.Conv(4, 5, k2, s2, ndim=2), ss.Conv(3, 4, k1, s1, p1, ndim=2))
    for index in (0, 1):
        assert sympy.expand(joined.kernel[index] - (k1 + s1 * (k2 - 1))) == 0
    assert joined.stride == (s1 * s2,) * 2
    assert joined.padding == ((p1, p1),) * 2
    assert ss.receptive_field(joined)[0].size == joined.kernel[0]


def test_symbolic_weights_join_exactly() -> None:
    a, b, c, d = sympy.symbols("a b c d")
    layer = ss.Conv(1, 1, (2,), bias=False)
    _, w, bias = ss.compose(layer, layer, (np.array([[[a, b]]], dtype=object), np.array([[[c, d]]], dtype=object)))
    assert [sympy.expand(entry) for entry in w.ravel()] == [a * c, sympy.expand(a * d + b * c), b * d]
    assert bias is None


def test_an_activation_behind_both_stays() -> None:
    outer = ss.Conv(2, 2, (3,), activation="relu")
    assert ss.compose(outer, ss.Conv(1, 2, (3,))).activation == "relu"


def test_same_padding_needs_the_size() -> None:
    outer, inner = ss.Conv(2, 2, (1,), stride=2, padding="same"), ss.Conv(1, 2, (3,), stride=2, padding="same")
    joined = ss.compose(outer, inner, input_size=(9,))
    assert (joined.padding, joined.output_size()) == (((1, 1),), (3,))
    for other in (inner, ss.Conv(1, 2, (3,))):
        with pytest.raises(ss.SpecError, match="input"):
            ss.compose(outer, other)


ONE, TWO = ss.Conv(1, 2, (3,), bias=False), ss.Conv(2, 2, (3,), padding=1, bias=False)
W = np.ones((2, 1, 3)), np.ones((2, 2, 3))
BARE = replace(TWO, padding=0)


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.compose(TWO, ONE), ss.NotSupported, "the first 1 outputs read"),
        (lambda: ss.compose(BARE, replace(ONE, activation="relu")), ss.SpecError, "nothing between"),
        (lambda: ss.compose(ONE, BARE), ss.SpecError, "2 on 1 axes into 1"),
        (lambda: ss.compose(BARE, "Conv1d"), ss.SpecError, "inner="),
        (lambda: ss.compose(BARE, ONE, W[0]), ss.SpecError, "outer and of the inner"),
        (lambda: ss.compose(BARE, ONE, (W[0], W[1])), ss.SpecError, "kernel"),
        (lambda: ss.compose(BARE, ONE, ((W[1], W[1]), W[0])), ss.SpecError, "no bias"),
        (lambda: ss.compose(replace(BARE, bias=True), ONE, (W[1], W[0])), ss.SpecError, r"\(weights, bias\)"),
        (lambda: ss.compose(replace(TWO, padding_mode="circular"), ONE), ss.NotSupported, "way of padding"),
        (lambda: ss.compose(replace(BARE, input_size=(7,)), ONE), ss.SpecError, "size of the input"),
        (lambda: ss.compose(replace(BARE, input_size=(7,)), ONE, input_size=(8,)), ss.SpecError, "outputs of"),
        (lambda: ss.compose(ss.Conv(2, 2, (1,), padding=sympy.Symbol("p")), ONE), ss.SpecError, "or numbers"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()
