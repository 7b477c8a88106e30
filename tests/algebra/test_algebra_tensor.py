"""The convolution tensor: numbers through its matrix are the layer, and its formula is its entries."""

from __future__ import annotations

from itertools import pairwise

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from strategies import cases, integer_arrays
from test_algebra_operators import check_formula

from symstride.algebra.operators import unit_stride
from symstride.algebra.tensor import convolution_tensor, symbolic_weights
from symstride.check.reference import convolve
from symstride.errors import SpecError
from symstride.layers.layer import Conv


@settings(max_examples=25)
@given(cases())
def test_the_matrix_with_numbers_is_the_layer(case):
    layer, (x, w, _) = case.layer, integer_arrays(case.layer, case.input_size, 1)
    operator = convolution_tensor(layer, case.input_size, weights=w.astype(object))
    matrix = np.zeros([int(n) for n in operator.shape], dtype=int)
    for place, entry in operator.entries.items():
        matrix[place] = int(entry)
    assert np.array_equal(matrix @ x.ravel(), convolve(layer, x, w).ravel())


LAYERS = {
    "padded": (Conv(2, 2, (3,), 2, ((1, 2),), 2), 5),
    "grouped": (Conv(4, 2, (2,), 1, ((-1, 1),), groups=2), 4),
    "depthwise": (Conv(2, 2, (2,), 2, groups=2), 4),
    "circular": (Conv(2, 2, (3,), 1, 1, padding_mode="circular"), 2),
    "two axes": (Conv(1, 2, (2, 1), (1, 2), ((1, 0), (0, 0))), (2, 3)),
    "same": (Conv(1, 2, (3,), 2, "same"), 4),
}


@pytest.mark.parametrize("name", LAYERS)
def test_formula_and_entries_agree(name):
    layer, size = LAYERS[name]
    check_formula(convolution_tensor(layer, size))


def test_several_taps_meet_on_a_short_circle():
    layer = Conv(1, 1, (3,), 1, 1, padding_mode="circular")
    w = sympy.IndexedBase("w")
    matrix = convolution_tensor(layer, 2).matrix()
    assert matrix[0, 1] == w[0, 0, 0] + w[0, 0, 2]
    assert matrix[0, 0] == w[0, 0, 1]


def test_unit_stride_blocks_are_toeplitz_and_strided_ones_are_not():
    layer = Conv(2, 2, (3,), 2, 1)
    blocks = convolution_tensor(unit_stride(layer), 6).array()
    for o, q in np.ndindex(2, 2):
        block = np.array(blocks[o, :, q, :].tolist(), dtype=object)
        assert all(len(set(np.diagonal(block, n))) == 1 for n in range(-5, 6))
    strided = np.array(convolution_tensor(layer, 6).array()[0, :, 0, :].tolist(), dtype=object)
    assert len(set(np.diagonal(strided))) > 1


def test_the_tensor_in_symbols():
    k, s, p, n = sympy.symbols("k s p N")
    operator = convolution_tensor(Conv(2, 3, k, s, p, ndim=1), n)
    o, j, q, t = (*operator.row, *operator.column)
    w = sympy.IndexedBase("w")
    assert operator.formula.args[0].expr == w[o, q, p + t - s * j]
    assert operator(o, j, q, t) == operator.formula
    at = {k: 3, s: 2, p: 1, n: 5}
    assert operator(1, 2, 0, 4).subs(at) == convolution_tensor(Conv(2, 3, 3, 2, 1, ndim=1), 5)(1, 2, 0, 4) == w[1, 0, 1]
    with pytest.raises(SpecError, match="N, k, p, s"):
        operator.matrix()


def test_symbolic_weights_differ():
    weights = symbolic_weights(Conv(4, 2, (2, 3), groups=2))
    assert weights.shape == (2, 2, 2, 3)
    assert all(left != right for left, right in pairwise(weights.ravel()))
    assert weights[1, 0, 1, 2] == sympy.IndexedBase("w")[1, 0, 1, 2]


def test_weights_of_another_shape_are_refused():
    with pytest.raises(SpecError, match=r"shape \(2, 2, 3\)"):
        convolution_tensor(Conv(2, 2, (3,)), 5, weights=np.ones((2, 2, 2), object))
