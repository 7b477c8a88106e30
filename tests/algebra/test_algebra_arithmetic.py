"""Operators as a researcher uses them: arithmetic, arrays, SciPy, equality; against matrices made entry by entry."""

from __future__ import annotations

import pickle
import random
from collections.abc import Callable
from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.algebra.linear import EntryDifference, Operator
from symstride.check.reference import convolve_plain
from symstride.verdict import Kind


def shifted(channels: int, size: int, offset: int, outputs: int, circular: bool) -> tuple[Operator, np.ndarray]:
    """A shift, and its matrix by its definition."""
    matrix = np.zeros((channels, outputs, channels, size), dtype=int)
    for c, j in np.ndindex(channels, outputs):
        place = (j + offset) % size if circular else j + offset
        if 0 <= place < size:
            matrix[c, j, c, place] = 1
    operator = ss.shift(channels, size, (offset,), outputs, circular=circular)
    return operator, matrix.reshape(channels * outputs, -1)


def value(formula: sympy.Expr) -> int:
    """A formula whose symbols have numbers, with its sums taken one number at a time."""
    total = 0
    for term in sympy.Add.make_args(formula):
        factor, sums = 1, []
        for part in sympy.Mul.make_args(term):
            if isinstance(part, sympy.Sum):
                sums.append(part)
            else:
                factor *= part
        for only in sums:
            names = [limit[0] for limit in only.limits]
            spans = [range(int(limit[1]), int(limit[2]) + 1) for limit in only.limits]
            assert not only.function.has(sympy.Sum)
            factor *= sum(only.function.xreplace(dict(zip(names, map(sympy.Integer, at)))) for at in product(*spans))
        total += factor
    return int(total)


def drawn(rng: random.Random, depth: int, outputs: tuple[int, int]) -> tuple[Operator, np.ndarray]:
    """A random operator onto ``outputs`` and its dense matrix by NumPy's arithmetic."""
    channels, size = outputs
    kind = rng.choice(["product", "sum", "multiple", "transpose"]) if depth else "leaf"
    if kind == "leaf":
        inputs = rng.randint(1, 5)
        return shifted(channels, inputs, rng.randint(-2, 2), size, rng.random() < 0.5)
    if kind == "transpose":
        leaf, matrix = shifted(channels, size, rng.randint(-2, 2), rng.randint(1, 5), False)
        return leaf.T, matrix.T
    left, one = drawn(rng, depth - 1, outputs)
    if kind == "multiple":
        factor = rng.choice([-2, 3, 0])
        return factor * left, factor * one
    if kind == "product":
        right, two = drawn(rng, depth - 1, (int(left.inputs[0]), int(left.inputs[1])))
        return left @ right, one @ two
    turned, three = drawn(rng, 0, outputs)
    back, four = turned.T, three.T
    other = turned @ back @ left
    return (left + other) - 2 * left, one + three @ four @ one - 2 * one


def test_arithmetic_is_that_of_matrices(rng: random.Random) -> None:
    for _ in range(25):
        operator, matrix = drawn(rng, rng.randint(0, 3), (rng.randint(1, 2), rng.randint(1, 5)))
        x = np.array([rng.randint(-9, 9) for _ in range(matrix.shape[1])])
        assert np.array_equal(operator.toarray(), matrix)
        assert operator.matrix() == sympy.Matrix(matrix.tolist())
        assert np.array_equal((operator @ x.reshape([int(n) for n in operator.inputs])).ravel(), matrix @ x)
        assert np.array_equal(operator.T.toarray(), matrix.T)
        assert operator == operator.T.T
        assert operator + operator == 2 * operator == operator * 2
        assert (operator - operator).entries == {}


def test_formulas_of_sums_products_and_transposes_agree_with_entries(rng: random.Random) -> None:
    for _ in range(8):
        operator, matrix = drawn(rng, 2, (2, 3))
        for place in ((0, 0), (matrix.shape[0] - 1, matrix.shape[1] - 1), (matrix.shape[0] // 2, 0)):
            row, column = (
                np.unravel_index(n, [int(m) for m in sizes])
                for n, sizes in zip(place, (operator.outputs, operator.inputs))
            )
            assert value(operator(*map(int, (*row, *column)))) == matrix[place]


def test_it_applies_to_arrays() -> None:
    layer = ss.Conv(4, 6, (3, 2), stride=(2, 1), padding=((1, 0), (0, 2)), dilation=(1, 2), groups=2, bias=False)
    draw = np.random.default_rng(0).integers
    w, x = draw(-9, 9, (6, 2, 3, 2), dtype=np.int8), draw(-99, 99, (3, 4, 6, 5), dtype=np.int16)
    tensor = ss.convolution_tensor(layer, (6, 5), weights=w)
    expected = convolve_plain(layer, x.astype(int), w.astype(int))
    assert np.array_equal(tensor @ x, expected)
    assert np.array_equal(tensor @ x[0], expected[0])
    assert np.array_equal(tensor.toarray() @ x[0].ravel(), expected[0].ravel())
    halves = np.vectorize(lambda n: Fraction(int(n), 2), otypes=[object])(x)
    assert np.array_equal(2 * (tensor @ halves), expected)
    symbols = ss.convolution_tensor(layer, (6, 5)) @ x[0]
    names = {sympy.IndexedBase("w")[index]: int(w[index]) for index in np.ndindex(w.shape)}
    assert int(symbols[5, 2, 1].xreplace(names)) == expected[0, 5, 2, 1]


def test_scipy_matrices() -> None:
    pytest.importorskip("scipy", reason="pip install 'symstride[theory]'")
    layer = ss.Conv(4, 6, (3, 2), stride=2, padding=1, groups=2, bias=False)
    w = np.random.default_rng(0).standard_normal((6, 2, 3, 2))
    for mode in ("zeros", "circular"):
        circular = ss.Conv(4, 6, (3, 2), 2, 1, groups=2, padding_mode=mode)
        tensor = ss.convolution_tensor(circular, (2, 5), weights=w)
        assert np.array_equal(tensor.tocsr().toarray(), tensor.toarray())
        assert tensor.tocsr().has_canonical_format
    tensor = ss.convolution_tensor(layer, (6, 5), weights=w)
    cells = ss.space_to_depth(4, (6, 5), (2, 2))
    product = tensor @ cells.T
    assert abs(product.tocsr() - product.toarray()).max() == 0
    assert np.array_equal(cells.tocsr().toarray(), cells.toarray())
    assert np.array_equal((3 * cells + cells).tocsr().toarray(), 4 * cells.toarray())
    assert np.array_equal(cells.T.tocsr().toarray(), cells.toarray().T)
    operator = (1j * tensor).linear_operator(complex)
    y = np.arange(operator.shape[0]) * (1 + 2j)
    assert np.allclose(operator.H @ y, (1j * tensor.toarray()).conj().T @ y, rtol=1e-12)
    with pytest.raises(ss.SpecError, match="numbers for the weights"):
        ss.convolution_tensor(layer, (6, 5)).tocsr()
    exact = np.full((1, 1, 2), Fraction(1, 2), dtype=object)
    assert ss.convolution_tensor(ss.Conv(1, 1, (2,)), 3, weights=exact).tocsr(float).sum() == 2


def test_scipy_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "scipy.sparse", None)
    with pytest.raises(ss.NotSupported, match=r"symstride\[theory\]"):
        ss.shift(1, 3, (1,)).tocsr()


# ------------------------------------------------------------------------- equality


def test_a_strided_layer_is_subsampling_behind_the_unit_stride_layer() -> None:
    """The first claim of Kong and Lucey, in numbers and in symbols."""
    for layer, size in ((ss.Conv(2, 3, (3,), 2, 1), 7), (ss.Conv(2, 4, (2, 3), (2, 3), 1, groups=2), (5, 6))):
        picked = ss.subsampling(layer, size) @ ss.convolution_tensor(ss.unit_stride(layer), size)
        assert picked == ss.convolution_tensor(layer, size)
    k, s, p, n = sympy.symbols("k s p N")
    layer = ss.Conv(2, 3, k, s, p, ndim=1)
    picked = ss.subsampling(layer, n) @ ss.convolution_tensor(ss.unit_stride(layer), n)
    assert picked.equals(ss.convolution_tensor(layer, n)).kind is Kind.PROVED
    moved = ss.convolution_tensor(ss.Conv(2, 3, k, s, p + 1, ndim=1), n)
    assert picked.equals(moved).kind is Kind.UNKNOWN
    assert picked != moved


def test_weights_of_two_layers_are_told_apart() -> None:
    """Two layers of several channels do not commute; with one letter for the weights of both nobody could see it."""
    layer, pointwise = ss.Conv(2, 2, (1,), bias=False), ss.Conv(1, 1, (1,), bias=False)
    one, two = (ss.convolution_tensor(layer, 3, weights=letter) for letter in ("w1", "w2"))
    assert (one @ two).equals(two @ one).kind is Kind.REFUTED
    one, two = (ss.convolution_tensor(pointwise, 3, weights=letter) for letter in ("w1", "w2"))
    assert one @ two == two @ one
    w = np.ones((1, 1, 1))
    kept = ss.convolution_tensor(pointwise, 3, weights=w)
    w[:] = 7
    assert (kept @ np.ones((1, 3))).tolist() == [[1, 1, 1]]
    for letter, layer in (("x", pointwise), ("w1", ss.Conv(1, 1, sympy.Symbol("w1"), ndim=1))):
        with pytest.raises(ss.SpecError, match="w and a number"):
            ss.convolution_tensor(layer, 3, weights=letter)


def test_unequal_operators_are_told_where() -> None:
    left, right = ss.shift(2, 4, (1,)), ss.shift(2, 4, (1,), circular=True)
    verdict = left.equals(right)
    assert verdict.kind is Kind.REFUTED
    assert verdict.witness == EntryDifference((0, 3), (0, 0), 0, 1)
    assert "at row (0, 3), column (0, 0)" in str(verdict)
    assert left.equals(ss.shift(2, 5, (1,))).kind is Kind.REFUTED
    assert left != right
    assert left != 1
    assert len({left, ss.shift(2, 4, (1,)), right}) == 2


def test_floats_are_compared_as_the_fractions_that_they_are() -> None:
    """0.1 + 0.2 rounds to 0.30000000000000004; as fractions the three do not add up, and nothing is rounded away."""
    layer = ss.Conv(1, 1, (1,), bias=False)
    tensor = [ss.convolution_tensor(layer, 1, weights=np.full((1, 1, 1), n)) for n in (0.1, 0.2, 0.1 + 0.2)]
    assert (tensor[0] + tensor[1]).equals(tensor[2]).kind is Kind.REFUTED
    tiny = ss.convolution_tensor(layer, 1, weights=np.full((1, 1, 1), 1e-30))
    one = ss.convolution_tensor(layer, 1, weights=np.ones((1, 1, 1)))
    assert one + tiny != one
    assert 0.5 * (one + one) == one


def test_what_is_no_polynomial_is_not_refuted() -> None:
    x = sympy.Symbol("x")
    layer = ss.Conv(1, 1, (1,), bias=False)
    ones, circle, root = (
        ss.convolution_tensor(layer, 2, weights=np.full((1, 1, 1), value, dtype=object))
        for value in (1, sympy.sin(x) ** 2 + sympy.cos(x) ** 2, sympy.sqrt(2))
    )
    assert ones.equals(circle).kind is Kind.UNKNOWN
    assert (root @ root).equals(2 * ones).kind is Kind.PROVED
    assert root.equals(ones).kind is Kind.REFUTED
    assert (x * ones).equals(2 * ones).kind is Kind.REFUTED
    nan = ss.convolution_tensor(layer, 2, weights=np.full((1, 1, 1), np.nan))
    assert nan.equals(nan).kind is Kind.UNKNOWN


# ------------------------------------------------------------------------- symbols, pickles, SymPy


def test_numbers_for_symbols() -> None:
    k, s, n, c = sympy.symbols("k s N C", integer=True, positive=True)
    layer = ss.Conv(c, 2, k, s, 1, ndim=1)
    general = ss.subsampling(layer, n) @ ss.convolution_tensor(ss.unit_stride(layer), n)
    general = (general + general).T
    assert general.free_symbols == {k, s, n, c}
    with pytest.raises(ss.SpecError, match="C, N, k, s"):
        general.matrix()
    small = ss.Conv(1, 2, 3, 2, 1, ndim=1)
    assert general.subs(k=3, s=2, N=5, C=1) == 2 * ss.convolution_tensor(small, 5).T
    assert general.subs({n: 5}).free_symbols == {k, s, c}
    cells = ss.space_to_depth(2, n, (s,)).subs({n: 6, s: 2})
    assert cells == ss.space_to_depth(2, 6, (2,))
    assert ss.shift(c, n, (1,)).subs(C=2, N=4) == ss.shift(2, 4, (1,))
    with pytest.raises(ss.SpecError, match="unknown: q"):
        general.subs(q=1)


def test_products_in_symbols() -> None:
    """Formulas of products hold for all sizes: here at every index of three of them."""
    n = sympy.Symbol("N", integer=True, positive=True)
    late = ss.shift(1, n, (1,))
    twice, gram = late @ late, late.T @ late
    assert not twice.formula.has(sympy.Sum)  # each row of a shift has a single 1
    for size in (1, 3):
        for operator in (twice, gram):
            here = operator.subs(N=size)
            for row, column in np.ndindex(size, size):
                entry = operator(0, row, 0, column).subs(n, size)
                assert value(entry) == here.toarray()[row, column]


def test_nothing_that_is_put_in_is_caught_by_a_sum() -> None:
    """Indices, and strides too, may have the names that a formula sums over."""
    n = sympy.Symbol("N", integer=True, positive=True)
    gram = ss.shift(1, n, (1,)).T @ ss.shift(1, n, (1,))
    bound = {limit[0] for part in gram.formula.atoms(sympy.Sum) for limit in part.limits}
    assert bound
    for letter in bound:
        entry = gram(0, letter, 0, 1).subs({n: 3, letter: 1}, simultaneous=True)
        assert value(entry) == 1
        assert value(gram(0, letter, 0, 1).subs({n: 3, letter: 2})) == 0
    again = gram @ gram.T
    for row, column in np.ndindex(3, 3):
        found = value(again(0, row, 0, column).subs(n, 3))
        assert found == again.subs(N=3).toarray()[row, column]


def test_copies_by_pickle_are_equal() -> None:
    layer = ss.Conv(2, 3, (3,), 2, 1)
    operator = (ss.subsampling(layer, 5) @ ss.convolution_tensor(ss.unit_stride(layer), 5)).T
    again = pickle.loads(pickle.dumps(operator))
    assert (again, hash(again)) == (operator, hash(operator))


def test_sympy_and_numpy_leave_products_to_operators() -> None:
    operator, x = ss.shift(1, 3, (1,)), sympy.Symbol("x")
    assert sympy.sympify(operator) == operator.matrix()
    for factor in (2, sympy.Integer(2), sympy.Rational(1, 2), x, 2 * x, np.float64(2), np.int32(2), Fraction(1, 2)):
        product = factor * operator
        assert isinstance(product, Operator), factor
        assert product.matrix()[0, 1] == sympy.sympify(factor)
    with pytest.raises(TypeError):
        operator * "2"
    with pytest.raises(TypeError):
        np.ones((1, 3)) @ operator


def test_it_shows_itself() -> None:
    layer = ss.Conv(2, 2, (3,))
    numbers = ss.convolution_tensor(layer, 50, weights=np.ones((2, 2, 3)))
    assert repr(numbers) == "<Operator convolution tensor: (2, 50) to (2, 48)>"
    assert numbers._repr_latex_() is None
    assert r"\begin{cases}" in str((ss.shift(1, 50, (1,)) @ ss.shift(1, 50, (1,)))._repr_latex_())


BIG = ss.shift(3, 40_000_000, (1,))
WIDE = ss.Conv(1, 1, (1, 1), stride=2**40)
HUGE = ss.Conv(1, 1, (2,), stride=2**61, padding=2**61)


@pytest.mark.parametrize(
    ("call", "kind", "words"),
    [
        (lambda: ss.shift(1, 3, (1,)) @ np.ones((1, 4)), ss.SpecError, "an array of shape"),
        (lambda: ss.shift(1, 3, (1,)) + ss.shift(1, 4, (1,)), ss.SpecError, "adding"),
        (lambda: ss.shift(1, 3, (1,)).equals(3), ss.SpecError, "an operator"),
        (lambda: ss.shift(1, sympy.Symbol("N"), (1,)) @ np.ones((1, 4)), ss.SpecError, "symbols without a value: N"),
        (lambda: BIG.toarray(), ss.NotSupported, "non-zero entries"),
        (lambda: ss.shift(1, 3, 1), ss.SpecError, "one per axis"),
        (lambda: ss.shift(0, 3, (1,)), ss.SpecError, "channels"),
        (lambda: ss.shift(1, 3, (1.5,)), ss.SpecError, "offset"),
        (lambda: ss.convolution_tensor(WIDE, 2**40).entries, ss.NotSupported, "rows or columns"),
        (lambda: ss.shift(1, 3, (2**62,)), ss.SpecError, "below 2"),
        (lambda: ss.convolution_tensor(HUGE, 2**61 + 9).toarray(), ss.NotSupported, "places that it reaches over"),
        (lambda: ss.space_to_depth(4, 6, (2,), groups=3), ss.SpecError, "divides the channels"),
        (lambda: ss.space_to_depth(4, 6, 2), ss.SpecError, "one per axis"),
        (lambda: (ss.shift(1, 20_000, (0,))).toarray(), ss.NotSupported, "an array of at most"),
    ],
)
def test_refused(call: Callable[[], object], kind: type[Exception], words: str) -> None:
    with pytest.raises(kind, match=words):
        call()
