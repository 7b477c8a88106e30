"""What a layer keeps, against NaN that spreads, dense decompositions, exact ranks of SymPy, and Fourier transforms."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from math import prod

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve, convolve_plain
from symstride.theory import information
from symstride.theory.information import _selection
from symstride.theory.ranks import modular_rank


def some_layer(rng: random.Random, ndim: int = 1, mode: str = "zeros") -> tuple[ss.Conv, tuple[int, ...]]:
    """A layer and a size that fit each other."""
    while True:
        groups = rng.choice([1, 1, 2])
        into, out = groups * rng.randint(1, 2), groups * rng.randint(1, 6)
        kernel, stride, dilation = (tuple(rng.randint(1, most) for _ in range(ndim)) for most in (4, 3, 3))
        padding = tuple((rng.randint(-1, 3), rng.randint(-1, 3)) for _ in range(ndim))
        layer = ss.Conv(into, out, kernel, stride, padding, dilation, groups, bias=False, padding_mode=mode)
        size = tuple(s * rng.randint(1, 4) + (rng.randint(0, 2) if mode == "zeros" else 0) for s in stride)
        try:
            layer.output_size(size)
        except ss.SpecError:
            continue
        return layer, size


# ------------------------------------------------------------------------- what is read


@pytest.mark.parametrize("mode", ["zeros", "circular"])
def test_unread_places_spread_no_nan(mode: str, rng: random.Random) -> None:
    """NaN at one place reaches an output exactly where the place is read, even with weights that are 0."""
    for _ in range(15):
        layer, size = some_layer(rng, rng.choice([1, 2]), mode)
        lost = ss.unread(layer, size)
        assert lost.shape == size
        w = np.array([rng.randint(0, 1) for _ in range(prod(map(int, layer.weight_shape)))], dtype=float)
        for place in np.ndindex(*size):
            x = np.zeros((1, int(layer.in_channels), *size))
            x[(0, slice(None), *place)] = np.nan
            y = convolve(layer, x, w.reshape([int(n) for n in layer.weight_shape]))
            assert lost[place] == (not np.isnan(y).any()), (layer, size, place)


def test_live_phases_count_what_the_taps_read() -> None:
    for k, s, dl in [(2, 4, 1), (5, 3, 1), (4, 4, 2), (3, 6, 4), (9, 6, 4)]:
        layer = ss.Conv(1, 1, (k,), s, 1, dl)
        assert ss.live_phases(layer) == (len({(dl * i - 1) % s for i in range(k)}),) == (len(ss.expand(layer).live),)
    k, s, dl = sympy.symbols("k s dl")
    assert ss.live_phases(ss.Conv(1, 1, (k, 3), (s, 2))) == (sympy.Min(k, s), 2)
    assert ss.live_phases(ss.Conv(1, 1, (k,), 6, 0, 4)) == (sympy.Min(k, 3),)
    with pytest.raises(ss.NotSupported, match="dilation 1"):
        ss.live_phases(ss.Conv(1, 1, (3,), s, 0, dl))


# ------------------------------------------------------------------------- rank


@pytest.mark.parametrize("count", [10, pytest.param(60, marks=pytest.mark.full)])
def test_ranks_of_given_weights_are_those_of_sympy(count: int, rng: random.Random) -> None:
    """Small weights, many of them 0, and channels that repeat: ranks that are smaller than the shape allows."""
    smaller = 0
    for _ in range(count):
        layer, size = some_layer(rng, 1, rng.choice(["zeros", "circular"]))
        w = np.array([rng.choice([0, 0, 1, -1, 2]) for _ in range(prod(map(int, layer.weight_shape)))])
        w = w.reshape([int(n) for n in layer.weight_shape])
        if rng.random() < 0.5:
            w[-1] = w[0]
        found = ss.rank(layer, w, size)
        matrix = ss.convolution_tensor(layer, size, weights=w).matrix()
        assert (found.value, found.error, found.shape) == (matrix.rank(), 0.0, matrix.shape)
        assert found.nullity == len(ss.null_space(layer, w, size))
        smaller += found.value < min(matrix.shape)
        # as halves, thirds and floats the same: scaling and rounding change no rank
        thirds = np.vectorize(lambda n: Fraction(int(n), 3), otypes=[object])(w)
        assert ss.rank(layer, thirds, size).value == ss.rank(layer, w / 4, size).value == found.value
    assert smaller > count / 5


def test_generic_ranks_are_those_of_random_weights(rng: random.Random) -> None:
    """Formulas, selections and eliminations against decompositions of dense matrices."""
    ways = set[str]()
    for _ in range(30):
        layer, size = some_layer(rng, rng.choice([1, 1, 2]), rng.choice(["zeros", "circular"]))
        w = np.random.default_rng(rng.randrange(2**32)).standard_normal([int(n) for n in layer.weight_shape])
        matrix = ss.convolution_tensor(layer, size, weights=w).toarray()
        found = ss.rank(layer, input_size=size)
        assert found.shape == matrix.shape
        assert found.value == np.linalg.matrix_rank(matrix), (layer, size)
        assert found.error < 1e-18
        cells = tuple(n // int(s) for n, s in zip(size, layer.stride))
        if layer.padding_mode == "circular" and layer.output_size(size) == cells:
            ways.add("formula")
        elif layer.padding_mode == "zeros" and layer.in_per_group * _selection(layer, size) <= layer.out_per_group:
            ways.add("selection")
        else:
            ways.add("error" if found.error else "elimination")
    assert ways >= {"formula", "selection", "elimination"}


@pytest.mark.parametrize("count", [2, pytest.param(10, marks=pytest.mark.full)])
def test_ranks_on_all_integers(count: int, rng: random.Random) -> None:
    """Of Laurent polynomials: SymPy's rank of the polyphase matrix, in fractions of polynomials."""
    z = sympy.Symbol("z")
    for _ in range(count):
        layer, _ = some_layer(rng)
        w = np.array([rng.choice([0, 1, -1, 2]) for _ in range(prod(map(int, layer.weight_shape)))])
        w = w.reshape([int(n) for n in layer.weight_shape])
        polyphase = ss.expand(layer).polyphase(z, w)
        found = ss.rank(layer, w)
        assert found.shape == polyphase.shape
        assert found.value == polyphase.rank(simplify=True)
        assert found.error < 1e-18
        primes = np.array([sympy.prime(n + 5) for n in range(w.size)]).reshape(w.shape)
        assert ss.rank(layer).value == ss.expand(layer).polyphase(z, primes).rank(simplify=True)


STEMS = {
    "ResNet": ss.Conv(3, 64, (7, 7), stride=2, padding=3, bias=False),
    "MobileNet": ss.Conv(3, 32, (3, 3), stride=2, padding="same", bias=False),
    "introduction": ss.Conv(3, 64, (3, 3), stride=2, padding="same", activation="relu"),
}


@pytest.mark.parametrize("name", STEMS)
def test_stems_of_stride_2_lose_nothing(name: str) -> None:
    """Almost all weights keep every image of 224 x 224, although there are four times fewer places."""
    layer = STEMS[name]
    for size in (None, (224, 224), (224, 225)):
        found = ss.rank(layer, input_size=size)
        assert (found.is_injective, found.error) == (True, 0.0)


@pytest.mark.full
def test_a_stem_of_random_weights_loses_nothing() -> None:
    layer = STEMS["ResNet"]
    w = np.random.default_rng(0).standard_normal([int(n) for n in layer.weight_shape])
    matrix = ss.convolution_tensor(layer, (6, 6), weights=w).toarray()
    assert np.linalg.svd(matrix, compute_uv=False)[matrix.shape[1] - 1] > 1e-3


def test_a_layer_with_dead_phases_or_few_channels_loses_something() -> None:
    shortcut = ss.Conv(256, 512, (1, 1), stride=2, bias=False)
    assert (ss.rank(shortcut).value, ss.rank(shortcut).shape) == (256, (512, 1024))
    assert not ss.rank(ss.Conv(64, 128, (3, 3), stride=2)).is_injective
    assert ss.rank(ss.Conv(3, 11, (3, 3), stride=2)).nullity == 1


def test_one_prime_that_divides_the_weights_does_no_harm(monkeypatch: pytest.MonkeyPatch) -> None:
    """Modulo 2**31 - 1 these weights are 0; the answer is not believed before other primes have been asked."""
    bad = 2**31 - 1
    assert modular_rank(np.array([[bad, 0], [0, 1]]), bad) == 1
    primes = iter([bad, 1073741827, 1073741831])
    monkeypatch.setattr(information, "random_prime", lambda draw: next(primes))
    found = ss.rank(ss.Conv(1, 1, (1,), bias=False), np.array([[[bad]]]), 4)
    assert (found.value, found.error, next(primes)) == (4, 0.0, 1073741831)


def test_weights_of_extreme_scales() -> None:
    layer = ss.Conv(1, 2, (2,), stride=2, bias=False)
    w = np.array([[[1e-300, 1e300]], [[1e-300, 1e300]]])
    assert (ss.rank(layer, w, 4).value, ss.rank(layer, w, 4).error) == (2, 0.0)


def test_null_vectors_are_taken_to_zero(rng: random.Random) -> None:
    for mode in ("zeros", "circular"):
        layer, size = some_layer(rng, 1, mode)
        w = np.array([rng.randint(-2, 2) for _ in range(prod(map(int, layer.weight_shape)))], dtype=object)
        w = w.reshape([int(n) for n in layer.weight_shape])
        found = ss.null_space(layer, w, size)
        assert not convolve_plain(layer, found, w).any()
        lost = int(ss.unread(layer, size).sum()) * int(layer.in_channels)
        assert sum((vector != 0).sum() == 1 for vector in found) >= lost
    dead = ss.null_space(ss.Conv(1, 2, (1,), stride=2, bias=False), np.array([[[1]], [[3]]]), 5)
    assert [np.flatnonzero(vector).tolist() for vector in dead] == [[1], [3]]


# ------------------------------------------------------------------------- folding


@pytest.mark.parametrize("ndim", [1, 2])
def test_frequencies_fold(ndim: int, rng: random.Random) -> None:
    """The transform of what plain loops give."""
    for _ in range(4):
        groups = rng.choice([1, 2])
        kernel, stride, dilation = (tuple(rng.randint(1, most) for _ in range(ndim)) for most in (4, 3, 2))
        padding = []
        for k, s, dl in zip(kernel, stride, dilation):
            total = dl * (k - 1) - min(s - 1, dl * (k - 1))
            padding.append((1, total - 1))
        shape = (2 * groups, 3 * groups, kernel, stride, padding, dilation, groups)
        layer = ss.Conv(*shape, bias=False, padding_mode="circular")
        size = tuple(4 * s for s in stride)
        draw = np.random.default_rng(rng.randrange(2**32)).standard_normal
        w, x = draw([int(n) for n in layer.weight_shape]), draw((1, 2 * groups, *size))
        axes = tuple(range(1, 1 + ndim))
        expected = np.fft.fftn(convolve(layer, x, w)[0], axes=axes)
        found = ss.folding(layer, w).output(np.fft.fftn(x[0], axes=axes))
        assert np.abs(found - expected).max() < 1e-11


def test_which_frequencies_meet() -> None:
    """A wave of each frequency, and the one frequency of its output."""
    layer = ss.Conv(1, 1, (1,), stride=3, padding_mode="circular", bias=False)
    found = ss.folding(layer, np.ones((1, 1, 1)))
    for f in range(4):
        meeting = found.aliases(f, 12)
        for frequency in range(12):
            wave = np.exp(2j * np.pi * frequency * np.arange(12) / 12)[::3]
            assert ((frequency,) in meeting) == (abs(np.fft.fft(wave)[f]) > 1e-9)
    plane = ss.folding(ss.Conv(1, 1, (1, 1), stride=(2, 1), padding_mode="circular"), np.ones((1, 1, 1, 1)))
    assert plane.aliases((1, 0), (4, 2)) == [(1, 0), (3, 0)]


def test_the_energy_that_is_folded(rng: random.Random) -> None:
    """Against the sum over the frequencies of a large circle that lie beyond the coarse grid."""
    for s, w in ((2, [[[1, 2, 1]]]), (3, [[[1, -1, 2], [2, 0, 1]]]), (2, [[[1, -1]]])):
        kernel = np.array(w)
        found = ss.folding(ss.Conv(kernel.shape[1], 1, kernel.shape[2:], stride=s), kernel).energy
        n = 6 * 1000
        power = (np.abs(np.fft.fft(kernel, n, axis=2)) ** 2).sum(axis=(0, 1))
        beyond = np.abs(np.fft.fftfreq(n)) > 0.5 / s
        assert float(found) == pytest.approx(power[beyond].sum() / power.sum(), abs=1e-3)
        floats = ss.folding(ss.Conv(kernel.shape[1], 1, kernel.shape[2:], stride=s), kernel.astype(float)).energy
        assert floats == pytest.approx(float(found), abs=1e-14)
    one = ss.Conv(1, 1, (3,), stride=2)
    assert ss.folding(one, np.array([[[1, 2, 1]]])).energy == sympy.Rational(1, 2) - 4 / (3 * sympy.pi)
    assert ss.folding(ss.Conv(1, 1, (1, 1), stride=(2, 3)), np.ones((1, 1, 1, 1), dtype=int)).energy == 1 - Fraction(
        1, 6
    )
    assert ss.folding(ss.Conv(1, 1, (3,)), np.array([[[1, 2, 1]]])).energy == 0


# ------------------------------------------------------------------------- refusals

ONE, W = ss.Conv(1, 1, (3,), stride=2), np.ones((1, 1, 3))


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.rank("Conv", W), ss.SpecError, "a layer"),
        (lambda: ss.rank(ONE, np.ones((1, 1, 4))), ss.SpecError, "kernel"),
        (lambda: ss.rank(ONE, 1j * W), ss.SpecError, "rational"),
        (lambda: ss.rank(ONE, np.nan * W), ss.SpecError, "finite"),
        (lambda: ss.rank(ONE, np.array([[[sympy.sqrt(2), 1, 1]]])), ss.SpecError, "rational"),
        (lambda: ss.rank(ONE, W, 8, seed=-1), ss.SpecError, "seed"),
        (lambda: ss.rank(ONE, input_size=sympy.Symbol("N")), ss.SpecError, "symbols without a value: N"),
        (lambda: ss.rank(ss.Conv(64, 64, (3, 3), stride=2), input_size=(56, 56)), ss.NotSupported, "all integers"),
        (lambda: ss.unread(ONE), ss.SpecError, "input_size"),
        (lambda: ss.unread(ss.Conv(1, 1, (3,), stride=2, padding_mode="circular"), 7), ss.SpecError, "divides"),
        (lambda: ss.unread(ss.Conv(1, 1, sympy.Symbol("k"), ndim=1), 7), ss.SpecError, "symbols without a value: k"),
        (lambda: ss.null_space(ONE, W, 2000), ss.NotSupported, "smaller input"),
        (lambda: ss.folding(ONE, W).output(np.ones((1, 7))), ss.SpecError, "stride"),
        (lambda: ss.folding(ONE, W).aliases((1, 2), 8), ss.SpecError, "whole number"),
        (lambda: ss.folding(ONE, 0 * W).energy, ss.SpecError, "not all 0"),
        (lambda: ss.folding("Conv", W), ss.SpecError, "a layer"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()


def test_a_rank_says_how_sure_it_is() -> None:
    few = ss.rank(ONE, np.array([[[1, 0, 0]]]), seed=3)
    assert str(few) == "rank 1 of a matrix of 1 x 2: exact"
    repeated = ss.rank(ss.Conv(1, 2, (2,), stride=2), np.ones((2, 1, 2), dtype=int), seed=3)
    assert (repeated.value, repeated.seed) == (1, 3)
    assert str(repeated).startswith("rank 1 of a matrix of 2 x 2: wrong with probability at most ")
