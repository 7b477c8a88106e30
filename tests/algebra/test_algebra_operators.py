"""Operators without weights: matrices do to numbers what they say, and formulas agree with entries."""

from __future__ import annotations

from dataclasses import replace

import numpy as np
import pytest
import sympy

from symstride.algebra.bank import expand
from symstride.algebra.operators import shift, space_to_depth, subsampling, unit_stride
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv


def times(operator, x):
    """The operator on an integer array, by its matrix."""
    matrix = np.array(operator.matrix(sparse=False).tolist(), dtype=int)
    return (matrix @ x.ravel()).reshape([int(n) for n in operator.outputs])


def check_formula(operator):
    """Every entry of the formula, against the list of non-zero entries."""
    assert operator.formula is not None
    w = sympy.IndexedBase("w")
    value = sympy.lambdify([*operator.row, *operator.column, w], operator.formula, modules="math")
    places = [(r, c) for r in np.ndindex(*operator.outputs) for c in np.ndindex(*operator.inputs)]
    flat = {
        (r, c): operator.entries.get(
            (np.ravel_multi_index(r, operator.outputs), np.ravel_multi_index(c, operator.inputs)), 0
        )
        for r, c in places
    }
    for row, column in places:
        assert value(*row, *column, w) == flat[row, column], (row, column)
    assert any(flat.values())


def signal(*shape):
    return np.arange(1, 1 + int(np.prod(shape))).reshape(shape)


def test_the_check_of_formulas_says_no():
    left, right = shift(2, 5, (1,)), shift(2, 5, (2,))
    with pytest.raises(AssertionError):
        check_formula(replace(left, stated=right.formula))


def test_subsampling_takes_every_stride_th_output():
    layer = Conv(2, 3, (3, 2), stride=(2, 3), padding=((1, 0), (0, 1)))
    operator = subsampling(layer, (6, 7))
    x = signal(3, *unit_stride(layer).output_size((6, 7)))
    assert np.array_equal(times(operator, x), x[:, ::2, ::3])
    check_formula(subsampling(Conv(2, 2, 3, 2, 1, ndim=1), 7))


def test_subsampling_in_symbols():
    k, s, p, n = sympy.symbols("k s p N")
    operator = subsampling(Conv(2, 3, k, s, p, ndim=1), n)
    o, j, q, t = (*operator.row, *operator.column)
    assert operator.formula == sympy.Piecewise((1, sympy.Eq(o, q) & sympy.Eq(t, s * j)), (0, True))
    assert operator.outputs == (3, Conv(2, 3, k, s, p, ndim=1).output_size(n)[0])


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
@pytest.mark.parametrize("groups", [1, 2])
def test_phase_permutation_is_the_split_of_a_bank(order, groups):
    x = signal(4, 5, 6)
    operator = space_to_depth(4, (5, 6), (2, 3), order, groups)
    bank = expand(Conv(4, 4, (1, 1), stride=(2, 3), groups=groups), order=order)
    assert np.array_equal(times(operator, x), bank.split(x[None])[0])
    assert np.array_equal(times(operator.T, times(operator, x)), x)


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_phase_permutation_formula(order):
    check_formula(space_to_depth(4, (3,), (2,), order, 2))
    check_formula(space_to_depth(2, (2, 5), (2, 3), order))


def test_phase_permutation_is_a_permutation_exactly_when_the_phases_divide():
    for size in (6, 7):
        matrix = space_to_depth(2, size, (3,)).matrix(sparse=False)
        square = matrix.shape[0] == matrix.shape[1]
        assert (square and matrix * matrix.T == sympy.eye(matrix.shape[0])) is (size == 6)


@pytest.mark.parametrize(("offset", "circular"), [(2, False), (-1, False), (2, True), (-7, True)])
def test_shift(offset, circular):
    x = signal(2, 5)
    operator = shift(2, 5, (offset,), circular=circular)
    expected = np.roll(x, -offset, axis=1)
    if not circular:
        expected = np.array([[row[t + offset] if 0 <= t + offset < 5 else 0 for t in range(5)] for row in x])
    assert np.array_equal(times(operator, x), expected)
    check_formula(operator)


def test_shift_pads_and_crops():
    x = signal(2, 4)
    assert np.array_equal(times(shift(2, 4, (-2,), 7), x), np.pad(x, ((0, 0), (2, 1))))
    assert np.array_equal(times(shift(2, 4, (1,), 2), x), x[:, 1:3])


def test_products_apply_the_right_factor_first():
    x = signal(2, 6)
    first, second = shift(2, 6, (1,)), space_to_depth(2, 6, (2,))
    assert np.array_equal(times(second @ first, x), times(second, times(first, x)))
    with pytest.raises(SpecError, match="outputs of shape"):
        first @ second


def test_difference_says_where():
    left, right = shift(2, 4, (1,)), shift(2, 4, (1,), circular=True)
    assert left.difference(left) is None
    assert left.difference(right) == ((0, 3), (0, 0), 0, 1)
    with pytest.raises(SpecError, match="operators from"):
        left.difference(shift(2, 5, (1,)))


def test_dense_and_sparse():
    small, large = shift(1, 3, (0,)), shift(1, 101, (0,))
    assert isinstance(small.matrix(), sympy.ImmutableDenseMatrix)
    assert isinstance(large.matrix(), sympy.ImmutableSparseMatrix)
    assert large.matrix(sparse=False) == large.matrix() == sympy.eye(101)
    assert isinstance(small.array(), sympy.ImmutableDenseNDimArray)
    assert isinstance(large.array(), sympy.ImmutableSparseNDimArray)
    assert small.array() == sympy.ImmutableDenseNDimArray(sympy.eye(3)).reshape(1, 3, 1, 3)
    assert small.array(sparse=True).tolist() == small.array().tolist()


def test_large_and_symbolic_operators_refuse_to_list_entries():
    with pytest.raises(NotSupported, match="at most 2,000,000"):
        shift(3, 1_000_000, (1,)).matrix()
    with pytest.raises(SpecError, match="symbols without a value: N"):
        shift(3, sympy.Symbol("N"), (1,)).matrix()
    with pytest.raises(SpecError, match="indices o, j, q, t"):
        shift(3, 4, (1,))(0, 1)


def test_operators_print():
    assert r"\begin{matrix}" in shift(1, 3, (1,))._repr_latex_()
    assert r"\begin{cases}" in shift(3, 50, (1,))._repr_latex_()
