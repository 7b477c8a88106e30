"""Polyphase matrices against signals, frequencies, compositions, and filter banks that give their input back."""

from __future__ import annotations

import random
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve_plain

z = sympy.Symbol("z")


def transform(cells: np.ndarray) -> list[sympy.Expr]:
    """``X(z) = sum over m of X[m]*z^(-m)`` of each channel."""
    return [sympy.Add(*(int(n) * z ** (-m) for m, n in enumerate(row))) for row in cells]


def test_it_multiplies_transforms(rng: random.Random) -> None:
    """Groups, dilation, padding, both origins and orders: the outputs that exist are coefficients of the product."""
    for origin in ("image", "padded"):
        for order in ("channel_major", "phase_major"):
            k, s, dl, a = (rng.randint(1, most) for most in (4, 3, 2, 2))
            pad = (rng.randint(0, 3), rng.randint(0, 3))
            layer = ss.Conv(4, 6, (k,), s, (pad,), dl, groups=2, bias=False)
            draw = np.random.default_rng(rng.randrange(2**32)).integers
            w, x = draw(-9, 9, layer.weight_shape), draw(-9, 9, (1, 4, 17))
            bank = ss.expand(layer, a, origin=origin, order=order)
            product = bank.polyphase(z, w) * sympy.Matrix(transform(bank.split(x)[0]))
            y = bank.split_output(convolve_plain(layer, x, w))[0]
            whole = layer.output_size(17)[0] // a  # the last cell may be filled up with zeros
            for found, row in zip(product, y, strict=True):
                assert [found.expand().coeff(z, -m) for m in range(whole)] == row[:whole].tolist()


def test_two_axes_have_two_letters() -> None:
    """Stride 2 on both axes, 3 x 3 taps: the phase (0, 0) of the padded image meets the corners of the kernel."""
    bank = ss.expand(ss.Conv(1, 1, (3, 3), stride=2, padding=1), origin="padded")
    z1, z2 = sympy.symbols("z1 z2")
    w = sympy.IndexedBase("w")
    corners = w[0, 0, 0, 0] + w[0, 0, 2, 0] * z1 + w[0, 0, 0, 2] * z2 + w[0, 0, 2, 2] * z1 * z2
    found = bank.polyphase((z1, z2))
    assert found.shape == (1, 4)
    assert sympy.expand(found[0, 0] - corners) == 0
    assert found[0, 3] == w[0, 0, 1, 1]


def test_the_symbol_is_the_block_of_the_spectrum() -> None:
    layer = ss.Conv(2, 4, (5,), stride=2, padding=2, groups=2, padding_mode="circular", bias=False)
    w = np.random.default_rng(0).standard_normal(layer.weight_shape)
    bank = ss.expand(layer, origin="padded")
    for f in range(4):
        block = ss.spectrum(layer, w, 8).block(f)
        symbol = np.array(bank.symbol(2 * sympy.pi * f / 4, w).evalf(20), dtype=complex)
        assert np.abs(symbol[:2, :2] - block[0]).max() < 1e-14
        assert np.abs(symbol[2:, 2:] - block[1]).max() < 1e-14
        assert not symbol[:2, 2:].any()


def test_layers_behind_one_another_are_products(rng: random.Random) -> None:
    """The noble identity: the inner bank has as many output phases as the outer stride."""
    inner, outer = ss.Conv(2, 3, (3,), stride=2, bias=False), ss.Conv(3, 2, (2,), stride=3, bias=False)
    draw = np.random.default_rng(rng.randrange(2**32)).integers
    w1, w2 = draw(-9, 9, inner.weight_shape), draw(-9, 9, outer.weight_shape)
    joined, w, _ = ss.compose(outer, inner, (w2, w1))
    first = ss.expand(inner, phases=3).polyphase(z, w1)
    second = ss.expand(outer).polyphase(z, w2)
    assert (second * first - ss.expand(joined).polyphase(z, w)).expand().is_zero_matrix


# ------------------------------------------------------------------------- perfect reconstruction

SQRT3, SQRT2 = sympy.sqrt(3), sympy.sqrt(2)
LOW = [n / (4 * SQRT2) for n in (1 + SQRT3, 3 + SQRT3, 3 - SQRT3, 1 - SQRT3)]
BANKS = {
    "Haar": [[1 / SQRT2, 1 / SQRT2], [1 / SQRT2, -1 / SQRT2]],
    "Daubechies": [LOW, [LOW[3], -LOW[2], LOW[1], -LOW[0]]],
}


@pytest.mark.parametrize("name", BANKS)
def test_orthonormal_banks_are_paraunitary(name: str) -> None:
    filters = BANKS[name]
    layer = ss.Conv(1, 2, (len(filters[0]),), stride=2, bias=False)
    found = ss.expand(layer).polyphase(z, np.array([[row] for row in filters], dtype=object))
    assert (found.subs(z, 1 / z).T * found).applyfunc(sympy.simplify) == sympy.eye(2)
    assert sympy.Poly(sympy.simplify(found.det() * z**4), z).is_monomial


def reconstructs(h: list[list[int]], g: list[list[int]], s: int) -> bool:
    """Whether synthesis times analysis, as matrices in z, is a multiple of a delay as a matrix in z.

    Filters act by convolution: a layer has the taps in reverse, padded in front so that tap 0 meets the newest place.
    """
    length = len(h[0])
    analysis = ss.Conv(1, len(h), (length,), s, ((length - 1, 0),), bias=False)
    synthesis = ss.Conv(1, len(g), (len(g[0]),), s, bias=False)  # its transpose writes g[c][i] at s*j + i
    first = ss.expand(analysis).polyphase(z, np.array([[row[::-1]] for row in h]))
    second = ss.expand(synthesis).polyphase(1 / z, np.array([[row] for row in g])).T
    product = (second * first).applyfunc(sympy.expand)
    for delay in range(len(h[0]) + len(g[0]) - 1):
        moved = ss.expand(ss.Conv(1, 1, (1,), 1, ((delay, -delay),), bias=False), phases=s)
        shift = moved.polyphase(z, np.array([[[1]]]))
        gain = next((product[i, j] / shift[i, j] for i in range(s) for j in range(s) if shift[i, j] != 0), 0)
        if gain != 0 and (product - gain * shift).applyfunc(sympy.expand).is_zero_matrix:
            return True
    return False


def test_reconstruction_is_a_product_of_matrices(rng: random.Random) -> None:
    """The same verdict as by times and phases, for banks that reconstruct and for such as do not."""
    lazy = [[1, 0], [0, 1]]
    cases = [([[1, 1], [1, -1]], [[1, 1], [-1, 1]], 2), (lazy, lazy[::-1], 2), (lazy, lazy, 2)]
    for _ in range(10):
        a, b, c = (rng.randint(-3, 3) for _ in range(3))  # h = lazy bank lifted: predict, then update
        h = [[b, 1 + a * b, a], [0, 1, a]] if rng.random() < 0.5 else [[1, 0, 0], [c, 1, 0]]
        g = [[rng.randint(-2, 2) for _ in range(3)] for _ in range(2)]
        cases.append((h, g, 2))
    cases.append(([[1, 0, 0], [2, 1, 0]], [[1, 0, 0], [0, 1, 0]], 2))
    cases.append(([[1, 0, 0], [2, 1, 0]], [[0, 1, -2], [1, 0, 0]], 2))
    verdicts = [bool(ss.perfect_reconstruction(h, g, s)) for h, g, s in cases]
    assert [reconstructs(h, g, s) for h, g, s in cases] == verdicts
    assert set(verdicts) == {True, False}


# ------------------------------------------------------------------------- refusals

BANK = ss.expand(ss.Conv(1, 1, (3,), stride=2))


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: BANK.polyphase(0), ss.SpecError, "not 0"),
        (lambda: BANK.polyphase((z, z)), ss.SpecError, "one for each axis"),
        (lambda: BANK.polyphase("z"), ss.SpecError, "SymPy expression"),
        (lambda: BANK.polyphase(z, np.ones((1, 1, 4))), ss.SpecError, "kernel"),
        (lambda: BANK.symbol(None), ss.SpecError, "SymPy expression"),
        (
            lambda: ss.expand(ss.Conv(1, 1, sympy.Symbol("k"), ndim=1)).polyphase(z),
            ss.SpecError,
            "symbols without a value: k",
        ),
        (lambda: ss.expand(ss.Conv(512, 512, (3, 3), stride=2)).polyphase((z, z)), ss.NotSupported, "fewer channels"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()


def test_exact_numbers_stay_exact() -> None:
    third = BANK.polyphase(2, np.array([[[Fraction(1, 3), 1, 2]]], dtype=object))
    assert third == sympy.Matrix([[sympy.Rational(1, 3) + 4, 1]])
