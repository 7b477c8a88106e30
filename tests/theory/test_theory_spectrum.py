"""Spectra against singular values of dense matrices, bounds against dense norms, Gram matrices against products."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product
from math import gcd, inf, prod
from typing import Any

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.theory import spectrum as module


def circular(rng: random.Random, ndim: int, tall: bool | None = None) -> tuple[ss.Conv, tuple[int, ...], np.ndarray]:
    """A circular layer with ``N/s`` outputs, an input size that its stride divides, and weights."""
    groups = rng.choice([1, 2])
    into, out = groups * rng.randint(1, 3), groups * rng.randint(1, 3)
    kernel, stride, dilation = (tuple(rng.randint(1, most) for _ in range(ndim)) for most in (5, 3, 3))
    padding = []
    for k, s, dl in zip(kernel, stride, dilation):
        total = dl * (k - 1) - rng.randint(0, min(s - 1, dl * (k - 1)))
        low = rng.randint(-2, total + 2)
        padding.append((low, total - low))
    layer = ss.Conv(into, out, kernel, stride, padding, dilation, groups, padding_mode="circular", bias=False)
    size = tuple(s * rng.randint(1, 5 if ndim == 1 else 3) for s in stride)
    draw = np.random.default_rng(rng.randrange(2**32))
    return layer, size, draw.standard_normal(tuple(int(n) for n in layer.weight_shape))


@pytest.mark.parametrize("ndim", [1, 2, pytest.param(3, marks=pytest.mark.full)])
def test_all_singular_values(ndim: int, rng: random.Random) -> None:
    """Groups, dilations, kernels that wrap around small inputs more than once; zeros of dead phases counted apart."""
    for _ in range(60 if ndim < 3 else 30):
        layer, size, w = circular(rng, ndim)
        matrix = ss.convolution_tensor(layer, size, weights=w).toarray()
        expected = np.linalg.svd(matrix, compute_uv=False)
        found = ss.spectrum(layer, w, size)
        assert found.shape == matrix.shape
        values = np.append(found.values, np.zeros(found.structural_zeros))
        assert len(values) == len(expected)
        assert np.abs(np.sort(values)[::-1] - expected).max() < 1e-13 * expected[0] * max(matrix.shape)
        assert abs(found.norm - expected[0]) <= 2 * found.error
        assert abs(float(found.frobenius_squared) - (matrix**2).sum()) < 1e-12 * (matrix**2).sum()


def test_the_norm_leaves_out_no_block_that_is_larger(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    """Small blocks are made to count as large ones; both sides, groups, complex weights, one offset alone."""
    counted = taken = 0
    for number in range(60):
        layer, size, w = circular(rng, 1 + number % 2)
        w = w + 1j * w[::-1] if number % 3 == 0 else w
        size = tuple(4 * n for n in size)
        plain = ss.spectrum(layer, w, size)
        largest, error = plain.values[0], plain.error
        with monkeypatch.context() as changed:
            changed.setattr(module, "LARGE_BLOCK", 1)
            found, looked = ss.spectrum(layer, w, size), []
            exact = module._Blocks._largest_squared

            def seen(*given: Any, looked: list[int] = looked, exact: Any = exact) -> float:
                looked.append(len(given[1]))
                return float(exact(*given))

            changed.setattr(module._Blocks, "_largest_squared", seen)
            assert abs(found.norm - largest) <= error
            counted += sum(looked)
            taken += sum(len(chunk) for chunk, _ in found._frequencies())
    assert 60 <= counted < 0.7 * taken


def test_a_bound_on_a_block_is_certain() -> None:
    draw = np.random.default_rng(5).standard_normal
    for rows, columns in ((6, 3), (3, 6), (5, 5)):
        layer = ss.Conv(columns, rows, (3,), padding=1, padding_mode="circular", bias=False)
        found = ss.spectrum(layer, draw((rows, columns, 3)), 8)
        for frequency in range(8):
            at, grid = np.array([frequency]), (8,)
            exact = found._blocks._largest_squared(at[None], grid)
            assert found._blocks._is_at_most(exact * (1 + 1e-9), at, grid)
            assert not found._blocks._is_at_most(exact * (1 - 1e-15), at, grid)
            assert not found._blocks._is_at_most(0.0, at, grid)


def test_dead_phases_are_zeros_by_structure() -> None:
    """Stride 4 behind a kernel of 2: half of the phases are never read, and the condition is infinite, not 1e17."""
    layer = ss.Conv(1, 4, (2,), stride=4, padding_mode="circular", bias=False)
    w = np.random.default_rng(0).standard_normal((4, 1, 2))
    found = ss.spectrum(layer, w, 16)
    assert (found.structural_zeros, found.condition, found.rank) == (8, inf, 8)
    full = ss.spectrum(ss.Conv(1, 4, (4,), stride=4, padding_mode="circular", bias=False), np.eye(4)[:, None], 16)
    assert (full.structural_zeros, full.condition) == (0, 1.0)
    for k, s, dl in product(range(1, 5), range(1, 5), range(1, 5)):
        plain = ss.Conv(1, 9, (k,), s, ((0, dl * (k - 1)),), dl, padding_mode="circular", bias=False)
        live = min(k, s // gcd(s, dl))
        assert ss.spectrum(plain, np.ones((9, 1, k)), 2 * s).structural_zeros == 2 * (s - live)


def test_rank_of_weights_that_depend_on_each_other() -> None:
    layer = ss.Conv(2, 2, (2,), stride=2, padding_mode="circular", bias=False)
    w = np.random.default_rng(1).standard_normal((1, 2, 2)).repeat(2, axis=0)
    found = ss.spectrum(layer, w, 8)
    assert (found.rank, found.condition) == (4, inf)


def test_frobenius_is_exact_where_taps_meet() -> None:
    """Taps 0 and 2 meet on a circle of two places, and are added before they are squared."""
    layer = ss.Conv(1, 1, (3,), padding=1, padding_mode="circular", bias=False)
    assert ss.spectrum(layer, np.array([[[2, 3, 5]]], dtype=np.int8), 2).frobenius_squared == 2 * ((2 + 5) ** 2 + 3**2)
    halves = np.array([[[Fraction(1, 2), Fraction(1, 3), Fraction(1, 5)]]], dtype=object)
    assert ss.spectrum(layer, halves, 5).frobenius_squared == 5 * (Fraction(1, 4) + Fraction(1, 9) + Fraction(1, 25))


def test_a_block_is_the_symbol_of_the_bank() -> None:
    """One output channel of stride 2 on two cells, written out: w0 + w2*z for even places, w1 for odd ones."""
    layer = ss.Conv(1, 1, (3,), stride=2, padding=1, padding_mode="circular", bias=False)
    found = ss.spectrum(layer, np.array([[[2.0, 3.0, 5.0]]]), 4)
    assert np.allclose(found.block(0), [[[7, 3]]], atol=1e-15)
    assert np.allclose(found.block(1), [[[-3, 3]]], atol=1e-15)


def test_complex_weights_and_extreme_scales() -> None:
    draw = np.random.default_rng(2).standard_normal
    layer = ss.Conv(2, 3, (3,), stride=2, padding=1, padding_mode="circular", bias=False)
    w = draw((3, 2, 3)) + 1j * draw((3, 2, 3))
    expected = np.linalg.svd(ss.convolution_tensor(layer, 6, weights=w).toarray(), compute_uv=False)
    assert np.allclose(ss.spectrum(layer, w, 6).values, expected, rtol=0, atol=1e-13 * expected[0])
    for scale in (2.0**600, 2.0**-600):
        assert ss.spectrum(layer, w * scale, 6).norm == pytest.approx(scale * expected[0], rel=1e-13)
        assert ss.norm_bounds(layer, w.real * scale).upper == scale * ss.norm_bounds(layer, w.real).upper


# ------------------------------------------------------------------------- bounds


def test_the_circular_norm_is_no_bound_for_zero_padding() -> None:
    w = np.array([[[1.0, -1.0]]])
    zeros = ss.Conv(1, 1, (2,), padding=1, bias=False)
    wrapped = ss.Conv(1, 1, (2,), padding=((0, 1),), padding_mode="circular", bias=False)
    norm = np.linalg.norm(ss.convolution_tensor(zeros, 3, weights=w).toarray(), 2)
    assert ss.spectrum(wrapped, w, 3).norm < norm - 0.1
    lower, upper = ss.norm_bounds(zeros, w)
    assert norm <= upper
    assert lower == pytest.approx(2.0, abs=1e-12)
    assert upper < 2.002


@pytest.mark.parametrize("count", [60, pytest.param(500, marks=pytest.mark.full)])
def test_bounds_are_never_violated(count: int, rng: random.Random) -> None:
    tried = 0
    while tried < count:
        ndim = rng.randint(1, 2)
        layer, size, w = circular(rng, ndim)
        padding = tuple((rng.randint(-1, 3), rng.randint(-1, 3)) for _ in range(ndim))
        values = (layer.in_channels, layer.out_channels, layer.kernel, layer.stride, padding, layer.dilation)
        plain = ss.Conv(*values, layer.groups, bias=False)
        size = tuple(rng.randint(1, 20 if ndim == 1 else 7) for _ in size)
        w = w if rng.random() < 0.5 else np.sign(w)
        try:
            matrix = ss.convolution_tensor(plain, size, weights=w).toarray()
        except ss.SpecError:  # the kernel does not fit
            continue
        bounds = ss.norm_bounds(plain, w, samples=16)
        assert np.linalg.norm(matrix, 2) <= bounds.upper
        assert bounds.lower <= bounds.upper <= 1.5**ndim * bounds.lower
        tried += 1


def test_norms_come_near_to_the_lower_bound() -> None:
    layer = ss.Conv(2, 3, (3,), stride=2, padding=1, bias=False)
    w = np.random.default_rng(3).standard_normal((3, 2, 3))
    lower, upper = ss.norm_bounds(layer, w, samples=512)
    assert upper < (1 + 1e-4) * lower
    norms = [np.linalg.norm(ss.convolution_tensor(layer, n, weights=w).toarray(), 2) for n in (10, 40, 160)]
    assert norms == sorted(norms)
    assert 0.995 * lower < norms[-1] <= upper


# ------------------------------------------------------------------------- Gram matrices


def test_gram_matrices_are_products_of_rows_and_columns(rng: random.Random) -> None:
    """On a circle that is large enough that no window meets itself, against the dense matrix of integers."""
    for _ in range(12):
        layer, _, w = circular(rng, 1)
        w = np.rint(3 * w).astype(np.int64)
        s, cells = int(layer.stride[0]), 32
        size = s * cells
        padding = ((0, int(layer.dilation[0]) * (int(layer.kernel[0]) - 1)),)
        values = (layer.in_channels, layer.out_channels, layer.kernel, layer.stride, padding, layer.dilation)
        matrix = ss.convolution_tensor(
            ss.Conv(*values, layer.groups, padding_mode="circular", bias=False), size, weights=w
        ).toarray()
        groups, out, into = int(layer.groups), int(layer.out_channels), int(layer.in_channels)
        rows = (matrix @ matrix.T).reshape(out, cells, out, cells)
        columns = (matrix.T @ matrix).reshape(into, cells, s, into, cells, s)
        for side, dense in (("rows", rows), ("columns", columns)):
            found, per = ss.gram(layer, w, side), (out if side == "rows" else into) // groups
            for v in range(-15, 16):
                block = found.get((v,))
                for g in range(groups):
                    here = slice(g * per, (g + 1) * per)
                    if side == "rows":
                        expected = dense[here, 3, here, (3 + v) % cells]
                    else:
                        expected = dense[here, 3, :, here, (3 + v) % cells, :]
                        expected = expected.reshape(per * s, per * s)
                    assert np.array_equal(expected, np.zeros_like(expected) if block is None else block[g])


def test_daubechies_filters_are_orthonormal() -> None:
    root = sympy.sqrt(3)
    low = [(1 + root), (3 + root), (3 - root), (1 - root)]
    low = [entry / (4 * sympy.sqrt(2)) for entry in low]
    high = [low[3], -low[2], low[1], -low[0]]
    layer = ss.Conv(1, 2, (4,), stride=2, bias=False)
    w = np.array([[low], [high]], dtype=object)
    assert ss.is_orthogonal(layer, w)
    assert ss.is_orthogonal(layer, w, side="columns")
    assert not ss.is_orthogonal(layer, w.astype(float))
    assert not ss.is_orthogonal(layer, 2 * w)
    haar = np.array([[[Fraction(3, 5), Fraction(4, 5)]], [[Fraction(4, 5), Fraction(-3, 5)]]], dtype=object)
    assert ss.is_orthogonal(ss.Conv(1, 2, (2,), stride=2), haar)


def test_equations_of_orthonormal_rows() -> None:
    layer = ss.Conv(1, 1, (4,), stride=2, bias=False)
    w = [sympy.IndexedBase("w")[0, 0, i] for i in range(4)]
    assert set(ss.orthogonality(layer)) == {sum(n**2 for n in w) - 1, w[0] * w[2] + w[1] * w[3]}
    assert len(ss.orthogonality(ss.Conv(1, 2, (4,), stride=2, bias=False))) == 3 + 4  # G[0] is symmetric, G[1] is not
    # stride 2 behind a kernel of 1: a column that is never read cannot have norm 1
    assert -1 in ss.orthogonality(ss.Conv(1, 2, (1,), stride=2, bias=False), side="columns")


RING = ss.Conv(1, 1, (3,), stride=2, padding=1, padding_mode="circular", bias=False)
ONES = np.ones((1, 1, 3))


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.spectrum(ss.Conv(1, 1, (3,), padding=1), ONES, 8), ss.NotSupported, "norm_bounds"),
        (lambda: ss.spectrum(RING, ONES, 7), ss.SpecError, "whole cells|divides"),
        (lambda: ss.spectrum(ss.Conv(1, 1, (3,), padding_mode="circular"), ONES, 8), ss.SpecError, "outputs"),
        (lambda: ss.spectrum(RING, np.ones((1, 1, 4)), 8), ss.SpecError, "kernel"),
        (lambda: ss.spectrum(RING, np.full((1, 1, 3), np.nan), 8), ss.SpecError, "finite numbers"),
        (lambda: ss.spectrum(RING, np.array([[sympy.symbols("a b c")]]), 8), ss.SpecError, "finite numbers"),
        (lambda: ss.spectrum(RING, ONES, 8).block((1, 1)), ss.SpecError, "whole number"),
        (lambda: ss.spectrum("Conv1d", ONES, 8), ss.SpecError, "a layer"),
        (lambda: ss.norm_bounds(RING, ONES, samples=0), ss.SpecError, "samples"),
        (lambda: ss.norm_bounds(RING, ONES, samples=2**40), ss.NotSupported, "fewer samples"),
        (lambda: ss.gram(RING, ONES, "both"), ss.SpecError, "rows"),
        (lambda: ss.gram("Conv1d"), ss.SpecError, "a layer"),
        (lambda: ss.spectrum(RING, ONES, sympy.Symbol("N")), ss.SpecError, "symbols without a value: N"),
        (lambda: ss.is_orthogonal(RING, 1j * ONES), ss.SpecError, "real weights"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()


def test_it_says_what_it_is() -> None:
    found = ss.spectrum(RING, ONES, 8)
    assert repr(found) == f"<Spectrum of a matrix of 4 x 8: norm {found.norm:.6g}, 0 zeros by structure>"
    assert prod(found.shape) == 32
