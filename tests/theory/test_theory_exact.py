"""Singular values as algebraic numbers against decompositions, coherence against all pairs of columns."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction
from math import prod

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.theory.coherence import Coherence


def some_layer(rng: random.Random, ndim: int, mode: str) -> tuple[ss.Conv, tuple[int, ...], np.ndarray]:
    groups = rng.choice([1, 2])
    into, out = groups * rng.randint(1, 2), groups * rng.randint(1, 2)
    kernel, stride = (tuple(rng.randint(1, most) for _ in range(ndim)) for most in (3, 3))
    padding = tuple((0, k - 1) for k in kernel)
    layer = ss.Conv(into, out, kernel, stride, padding, 1, groups, bias=False, padding_mode=mode)
    size = tuple(s * rng.randint(1, 4 // ndim) for s in stride)
    w = np.array([rng.randint(-3, 3) for _ in range(prod(map(int, layer.weight_shape)))])
    return layer, size, w.reshape([int(n) for n in layer.weight_shape])


@pytest.mark.parametrize("mode", ["zeros", "circular"])
def test_singular_values_are_those_of_the_matrix(mode: str, rng: random.Random) -> None:
    for number in range(8):
        layer, size, w = some_layer(rng, 1 + number % 2, mode)
        matrix = ss.convolution_tensor(layer, size, weights=w).toarray()
        found = ss.singular_values(layer, w, size)
        listed = [float(value) for value, count in found for _ in range(count)]
        assert listed == sorted(listed, reverse=True)
        assert listed == pytest.approx(np.linalg.svd(matrix, compute_uv=False).tolist(), rel=1e-9, abs=1e-7)
        zeros = sum(count for value, count in found if value == 0)
        assert zeros == min(matrix.shape) - ss.convolution_tensor(layer, size, weights=w).matrix().rank()


def test_values_that_are_known() -> None:
    """The circular difference on three places, and thirds of it."""
    ring = ss.Conv(1, 1, (2,), padding=((0, 1),), padding_mode="circular", bias=False)
    assert ss.singular_values(ring, np.array([[[1, -1]]]), 3) == ((sympy.sqrt(3), 2), (0, 1))
    thirds = np.array([[[Fraction(1, 3), Fraction(-1, 3)]]], dtype=object)
    assert ss.singular_values(ring, thirds, 3) == ((sympy.sqrt(3) / 3, 2), (0, 1))
    # with zeros at both ends it is the golden ratio's relatives: 2*cos(pi/8) is its norm on three places
    zeros = ss.Conv(1, 1, (2,), padding=1, bias=False)
    largest, _ = ss.singular_values(zeros, np.array([[[1.0, -1.0]]]), 3)[0]
    assert sympy.simplify(largest**2 - 4 * sympy.cos(sympy.pi / 8) ** 2) == 0


def test_repeated_roots_of_different_factors_stand_in_order() -> None:
    layer = ss.Conv(2, 2, (3,), stride=2, padding=1, padding_mode="circular", bias=False)
    w = np.random.default_rng(0).integers(-3, 4, (2, 2, 3))
    found = ss.singular_values(layer, w, 12)
    assert sum(count for _, count in found) == 12
    assert any(count == 2 for _, count in found)  # frequencies f and -f
    values = np.array([float(value) for value, count in found for _ in range(count)])
    assert np.abs(values - ss.spectrum(layer, w, 12).values).max() < 1e-13


# ------------------------------------------------------------------------- coherence


def test_coherence_is_that_of_the_columns_of_the_dictionary(rng: random.Random) -> None:
    """All pairs of atoms on a circle that is large enough, in whole numbers."""
    for _ in range(10):
        groups, k, s, dl = rng.choice([1, 2]), rng.randint(1, 4), rng.randint(1, 3), rng.randint(1, 2)
        layer = ss.Conv(groups, 2 * groups, (k,), s, ((0, dl * (k - 1)),), dl, groups, padding_mode="circular")
        w = np.array([rng.randint(-3, 3) for _ in range(2 * groups * k)]).reshape(2 * groups, 1, k)
        w[:, 0, 0] = [1, 2] * groups
        atoms = ss.convolution_tensor(layer, 12 * s, weights=w).toarray()
        products = atoms @ atoms.T
        norms = products.diagonal()
        cosines = [
            Fraction(int(products[i, j]) ** 2, int(norms[i] * norms[j]))
            for i in range(len(atoms))
            for j in range(len(atoms))
            if i != j
        ]
        found = ss.coherence(layer, w)
        assert found.squared == max(cosines)
        assert ss.coherence(layer, w / 4).squared == found.squared
        if found.atoms is not None:
            one, other, (cells,) = found.atoms
            row, column = one * 12 + 5, other * 12 + (5 + cells) % 12
            assert Fraction(int(products[row, column]) ** 2, int(norms[row] * norms[column])) == found.squared


def test_stride_makes_atoms_less_alike() -> None:
    w = np.array([[[1, 2, 1]]])
    assert [ss.coherence(ss.Conv(1, 1, (3,), stride=s), w).exact for s in (1, 2, 3)] == [
        sympy.Rational(2, 3), sympy.Rational(1, 6), 0,
    ]  # fmt: skip
    assert [ss.coherence(ss.Conv(1, 1, (3,), stride=s), w).sparsity for s in (1, 2, 3)] == [1, 3, None]
    assert float(ss.coherence(ss.Conv(1, 1, (3,), stride=2), w)) == pytest.approx(1 / 6)
    same = ss.coherence(ss.Conv(1, 2, (2,), stride=2), np.array([[[1, 1]], [[2, 2]]]))
    assert (same.squared, same.sparsity, same.atoms) == (1, 0, (0, 1, (0,)))


def test_sums_of_few_atoms_are_unique() -> None:
    """(2*n - 1)^2 * mu^2 < 1 for the number that is given, and not for the next one."""
    for n, d in [(1, 9), (1, 10), (4, 9), (1, 25), (3, 100), (1, 10**12), (99, 100)]:
        number = Coherence(Fraction(n, d), None).sparsity
        assert (2 * number - 1) ** 2 * Fraction(n, d) < 1 <= (2 * number + 1) ** 2 * Fraction(n, d)


ONE, W = ss.Conv(1, 1, (3,), stride=2, padding=1), np.ones((1, 1, 3))


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.singular_values(ONE, W, 200), ss.NotSupported, "spectrum"),
        (lambda: ss.singular_values(ONE, np.array([[[1e-300, 1.0, 1.0]]]), 8), ss.NotSupported, "round the weights"),
        (lambda: ss.singular_values(ONE, np.array([[[sympy.sqrt(2), 1, 1]]]), 8), ss.SpecError, "rational"),
        (lambda: ss.singular_values(ONE, W), ss.SpecError, "input_size"),
        (lambda: ss.coherence(ONE, 0 * W), ss.SpecError, "filter 0 is 0"),
        (lambda: ss.coherence(ONE, 1j * W), ss.SpecError, "rational"),
        (lambda: ss.coherence("Conv", W), ss.SpecError, "a layer"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()
