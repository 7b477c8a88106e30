"""Sharing: the map from weights to banks, against matrices made by its definition, least squares, and autograd."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from strategies import ORDERS, ORIGINS, Case, cases

import symstride as ss
from symstride.network.operators.records import Pointwise


def dense(case: Case) -> np.ndarray:
    """E by its definition, one bracket at a time: rows are entries of the bank, columns weights, both row-major."""
    layer, bank = case.layer, case.bank
    groups, per_in, per_out = int(layer.groups), int(layer.in_per_group), int(layer.out_per_group)
    cells = [axis.S for axis in bank.axes]
    outer, inner = int(np.prod(case.phases)), len(bank.kept)
    rows, columns = np.arange(np.prod(bank.weight_shape)), np.arange(np.prod(layer.weight_shape))
    rows, columns = rows.reshape(bank.weight_shape), columns.reshape(layer.weight_shape)
    found = np.zeros((rows.size, columns.size), dtype=np.int64)
    for g, o, c in product(range(groups), range(per_out), range(per_in)):
        for (t, tau), (f, number) in product(enumerate(np.ndindex(*case.phases)), enumerate(bank.kept)):
            rho = np.unravel_index(number, cells)
            major = case.order == "channel_major"
            row = (g * per_out + o) * outer + t if major else (g * outer + t) * per_out + o
            column = c * inner + f if major else f * per_in + c
            for u, i in product(np.ndindex(rows.shape[2:]), np.ndindex(columns.shape[2:])):
                placed = (
                    a.axis.stride * tau[d] + a.axis.dilation * i[d] - a.shift == a.S * (u[d] + a.umin) + rho[d]
                    for d, a in enumerate(bank.axes)
                )
                if all(placed):
                    found[rows[(row, column, *u)], columns[(g * per_out + o, c, *i)]] = 1
    return found


def small(case: Case) -> bool:
    return int(np.prod(case.bank.weight_shape)) * int(np.prod(case.layer.weight_shape)) < 40_000


SMALL = cases(max_ndim=2).filter(small)


@settings(max_examples=25)
@given(SMALL)
def test_the_map_is_its_matrix(case: Case) -> None:
    matrix, shared = dense(case), ss.sharing(case.bank)
    draw = np.random.default_rng(0)
    w = draw.integers(-99, 99, case.layer.weight_shape)
    free = draw.integers(-99, 99, case.bank.weight_shape)
    assert np.array_equal(shared(w).ravel(), matrix @ w.ravel())
    assert np.array_equal(shared.adjoint(free).ravel(), matrix.T @ free.ravel())
    assert np.array_equal(matrix.T @ matrix, shared.copies * np.eye(matrix.shape[1]))
    assert np.array_equal(np.append(w, 0)[case.bank.gather], shared(w))
    assert (shared.ambient, shared.dimension) == matrix.shape
    assert shared.zeros == np.count_nonzero(matrix.sum(axis=1) == 0)
    assert shared.is_onto == (np.linalg.matrix_rank(matrix) == shared.ambient)
    assert np.array_equal(case.bank.kernel(shared(w)), w)
    assert all(np.array_equal(copy, w) for copy in case.bank.copies(shared(w)))


@settings(max_examples=12)
@given(SMALL)
def test_projection_is_the_nearest_bank(case: Case) -> None:
    matrix, shared = dense(case), ss.sharing(case.bank)
    free = np.random.default_rng(1).standard_normal(case.bank.weight_shape)
    nearest = matrix @ np.linalg.lstsq(matrix.astype(float), free.ravel(), rcond=None)[0]
    bound = 1e-12 * np.linalg.norm(free)
    assert np.linalg.norm(shared.project(free).ravel() - nearest) < bound
    exact = np.vectorize(lambda n: Fraction(int(n)), otypes=[object])(np.rint(9 * free))
    once = shared.project(exact)
    assert np.array_equal(shared.project(once), once)
    assert all(isinstance(entry, Fraction | int) for entry in once.ravel())


@settings(max_examples=12)
@given(SMALL)
def test_the_equations_cut_out_the_image(case: Case) -> None:
    matrix, shared = dense(case), ss.sharing(case.bank)
    rows = np.zeros((int(shared.codimension), matrix.shape[0]))
    equations = list(shared.equations())
    assert len(equations) == len(rows)
    for row, (place, copied) in zip(rows, equations):
        row[np.ravel_multi_index(place, case.bank.weight_shape)] = 1
        if copied is not None:
            row[np.ravel_multi_index(copied, case.bank.weight_shape)] = -1
    assert not (rows @ matrix).any()
    assert len(rows) == 0 or np.linalg.matrix_rank(rows) == len(rows)


RELATED = [
    (ss.Conv(1, 1, (k,), stride=s, padding=p, dilation=dl), (a,), origin)
    for (k, s, p, dl), a, origin in product([(3, 2, 1, 1), (1, 3, 0, 1), (3, 2, 2, 3)], [1, 2, 3], ORIGINS)
]
PLANE = ss.Conv(1, 1, (2, 3), stride=(2, 1), padding=(1, 0), dilation=(1, 2))
RELATED.append(pytest.param(PLANE, (2, 2), "image", marks=pytest.mark.full))


@pytest.mark.parametrize(("layer", "phases", "origin"), RELATED)
def test_the_relations_cut_out_the_image(layer: ss.Conv, phases: tuple[int, ...], origin: str) -> None:
    """Read off the closed form at every index, as equations between entries, of which those outside are 0."""
    shared = ss.sharing(layer, phases=phases, origin=origin)
    bank, names = shared.bank, shared.bank.indices
    *ties, first = shared.relations()
    letters = (*names.tau, names.o, *names.rho, names.c, *names.u)
    spans = [range(a) for a in phases], [range(axis.S) for axis in bank.axes]
    offsets = [range(axis.umin - 1, axis.umax + 2) for axis in bank.axes]
    rows = []
    for index in product(*spans[0], (0,), *spans[1], (0,), *offsets):
        at = dict(zip(letters, index, strict=True))
        for n, tie in enumerate(tie for tie in ties):
            axis = [d for d, a in enumerate(phases) if a > 1][n]
            if index[axis] + 1 < phases[axis]:
                rows.append(as_row(bank, tie.lhs.subs(at), 1) + as_row(bank, tie.rhs.subs(at), -1))
        if not any(index[: layer.ndim]):
            rows.append(as_row(bank, first.lhs.subs(at), 1) + as_row(bank, first.rhs.subs(at), -1))
    rank = np.linalg.matrix_rank(np.array(rows))
    assert rank == shared.codimension
    assert not (np.array(rows) @ dense(Case(layer, (9,) * layer.ndim, phases, origin, "channel_major", False))).any()


def as_row(bank: ss.Bank, side: sympy.Expr, sign: int) -> np.ndarray:
    """``sign`` at the entry that one side of a relation names; nothing for 0 and for entries outside of the bank."""
    row = np.zeros(bank.weight_shape)
    if side == 0:
        return row.ravel()
    n = bank.layer_spec.ndim
    index = [int(i) for i in side.indices]
    tau, rho, u = index[:n], index[n + 1 : 2 * n + 1], index[2 * n + 2 :]
    if all(axis.umin <= place <= axis.umax for axis, place in zip(bank.axes, u)):
        t = np.ravel_multi_index(tau, bank.phases)
        r = np.ravel_multi_index(rho, [axis.S for axis in bank.axes])
        row[(t, r, *(place - axis.umin for axis, place in zip(bank.axes, u)))] = sign
    return row.ravel()


def test_counts_in_closed_form() -> None:
    k, s, a, p = sympy.symbols("k s a p", integer=True, positive=True)
    general = ss.sharing(ss.Conv(4, 6, k, stride=s, padding=p, groups=2, ndim=2), phases=a)
    for numbers in product((1, 3, 5), (1, 2, 3), (1, 2), (1, 2)):
        at = dict(zip((k, s, a, p), numbers))
        here = ss.sharing(general.bank.subs(at))
        for name in ("copies", "dimension", "ambient", "zeros", "ties", "codimension"):
            assert getattr(general, name).subs(at) == getattr(here, name), (name, numbers)
    assert sympy.expand(general.ties - (a**2 - 1) * 12 * k**2) == 0
    assert repr(general) == "<Sharing: weights: 12*k**2, copies of each: a**2>"
    with pytest.raises(ss.SpecError, match="is_onto"):
        _ = general.is_onto


def test_one_layer_alone_shares_nothing_and_may_be_free() -> None:
    """a = 1: no ties.  Onto where the taps fill their cells: without dilation, where s divides k, at the padded
    origin."""
    for k, s, p, dl in product(range(1, 8), range(1, 6), range(3), (1, 2)):
        layer = ss.Conv(2, 3, (k,), stride=s, padding=p, dilation=dl)
        padded, image = (ss.sharing(layer, origin=origin) for origin in ("padded", "image"))
        assert padded.ties == image.ties == 0
        if dl == 1:
            assert padded.is_onto == (k % s == 0)
            assert image.is_onto == (k % s == 0 and p % s == 0)
        assert not ss.sharing(layer, phases=2).is_onto


def test_autograd_sums_over_the_copies() -> None:
    torch = pytest.importorskip("torch", reason="pip install 'symstride[torch]'")
    torch.manual_seed(0)
    for (ci, co, k, s, p, dl, g, n), a, origin, order in zip(
        [(3, 8, 3, 2, 1, 1, 1, 17), (4, 6, 5, 2, 2, 1, 2, 20), (4, 4, 3, 1, 2, 2, 4, 15), (2, 3, 2, 3, 0, 1, 1, 14)],
        (1, 2, 2, 3), ("image", "padded", "image", "padded"), (*ORDERS, *ORDERS),
    ):  # fmt: skip
        layer = ss.Conv(ci, co, (k, k), stride=s, padding=p, dilation=dl, groups=g)
        bank = ss.expand(layer, a, origin, order)
        draw = {"dtype": torch.float64, "requires_grad": True}
        x, w, b = torch.randn(2, ci, n, n, **draw), torch.randn(co, ci // g, k, k, **draw), torch.randn(co, **draw)
        y = torch.nn.functional.conv2d(x, w, b, stride=s, padding=p, dilation=dl, groups=g)
        ours, weights = torch.randn_like(y), (x, w, b)
        expected = torch.autograd.grad((y * ours).sum(), weights)
        found = bank.apply(x, w, b)
        for one, other in zip((y, *expected), (found, *torch.autograd.grad((found * ours).sum(), weights))):
            assert torch.allclose(one, other, rtol=0, atol=1e-10 * float(one.detach().abs().max()))

        # a free bank: its gradient, summed over copies, is that of the shared weights
        free = bank.weight(w).detach().requires_grad_()
        (left, right), (top, bottom) = bank.layer((n, n)).padding[::-1]
        cells = torch.nn.functional.pad(bank.split(x), (left, right, top, bottom))
        phases = torch.nn.functional.conv2d(cells, free, groups=g)
        assert torch.equal(bank.merge(bank.split_output(y), y.shape[2:]), y)
        (gradient,) = torch.autograd.grad((phases * bank.split_output(ours)).sum(), free)
        summed = ss.sharing(bank).adjoint(gradient)
        assert torch.allclose(summed, expected[1], rtol=0, atol=1e-10 * float(summed.detach().abs().max()))
        if a > 1:
            assert not torch.allclose(*bank.copies(gradient)[:2])  # the copies have gradients of their own


def test_a_projected_step_is_a_step_on_the_weights() -> None:
    shared = ss.sharing(ss.Conv(3, 4, (3, 3), stride=2, padding=1), phases=2)
    draw = np.random.default_rng(2).integers
    w, gradient = (draw(-9, 9, shape).astype(object) for shape in ((4, 3, 3, 3), shared.bank.weight_shape))
    rate = Fraction(1, 3)
    projected = shared.project(shared(w) - rate * gradient)
    assert np.array_equal(projected, shared(w - rate / shared.copies * shared.adjoint(gradient)))
    assert "a gradient step" in ss.CATALOGUE["shared-gradients"].identities


def test_jax_arrays_differentiate() -> None:
    jax = pytest.importorskip("jax", reason="pip install 'symstride[jax]'")
    bank = ss.expand(ss.Conv(2, 3, (3,), stride=2, padding=1), 2)
    draw = np.random.default_rng(3).integers
    x, w = draw(-9, 9, (1, 2, 11)).astype(np.float32), draw(-9, 9, (3, 2, 3)).astype(np.float32)
    outcome = jax.jit(bank.apply)(jax.numpy.asarray(x), jax.numpy.asarray(w))
    assert np.array_equal(np.asarray(outcome), bank.apply(x, w))  # small integers: floats are exact
    slope = jax.grad(lambda weights: bank.weight(weights).sum())(jax.numpy.asarray(w))
    assert np.array_equal(np.asarray(slope), np.full(w.shape, 2))
    assert np.array_equal(np.asarray(bank.bias(jax.numpy.arange(3.0))), [0, 0, 1, 1, 2, 2])


def test_matrices_of_scipy() -> None:
    pytest.importorskip("scipy", reason="pip install 'symstride[theory]'")
    case = Case(ss.Conv(4, 6, (3, 2), stride=2, padding=1, groups=2), (7, 7), (2, 1), "padded", "phase_major", True)
    shared = ss.sharing(case.bank)
    matrix = shared.matrix()
    assert (matrix.dtype, matrix.nnz) == (np.int8, shared.copies * shared.dimension)
    assert np.array_equal(matrix.toarray(), dense(case))
    operator = shared.linear_operator()
    assert np.array_equal(operator @ np.eye(operator.shape[1]), dense(case))
    assert np.array_equal(operator.T @ np.eye(operator.shape[0]), dense(case).T)


def test_scipy_is_asked_for_by_name(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setitem(__import__("sys").modules, "scipy.sparse", None)
    with pytest.raises(ss.NotSupported, match=r"symstride\[theory\]"):
        ss.sharing(ss.Conv(1, 1, (2,))).matrix()


def test_a_network_shares_behind_later_strides() -> None:
    build = ss.Builder()
    x = build.input("x", (3, 32, 32))
    x = build.add(ss.Conv(3, 4, (3, 3), stride=2, padding=1, bias=False), x, name="first")
    x = build.add(Pointwise("relu"), x)
    x = build.add(ss.Conv(4, 8, (3, 3), stride=2, padding=1, bias=False), x, name="second")
    x = build.add(ss.Conv(8, 8, (3, 3), padding=1, bias=False), x, name="third")
    found = ss.sharing(build.network(x))
    assert {name: shared.copies for name, shared in found.items()} == {"first": 4, "second": 1, "third": 1}
    assert found["first"].ties == 3 * 4 * 3 * 9


def test_weights_with_nan_and_signed_zeros_come_back() -> None:
    bank = ss.expand(ss.Conv(1, 1, (3,), stride=2), 2)
    w = np.array([[[np.nan, -0.0, np.inf]]])
    assert bank.kernel(bank.weight(w)).tobytes() == w.tobytes()


SHARED = ss.sharing(ss.Conv(1, 1, (3,), stride=2, bias=False), phases=2)
COUNTED = np.arange(1, 17).reshape(2, 4, 2)


@pytest.mark.parametrize(
    ("call", "words"),
    [
        (lambda: SHARED.solve(SHARED(np.array([[[1, 2, 3]]])) + np.eye(8, 2)[0]), "zero at"),
        (lambda: SHARED.solve(np.ones(SHARED.bank.weight_shape)), r"zero at \(0, 0, 1\)"),
        (lambda: SHARED.solve(np.where(SHARED.bank.gather < 0, 0, COUNTED)), r"at \(1, 0, 1\) what stands"),
        (lambda: SHARED.project(np.ones(SHARED.bank.weight_shape, dtype=int)), "divided by the copies"),
        (lambda: SHARED.adjoint(np.ones((2, 4, 3))), "Bank.weight_shape"),
        (lambda: SHARED([1, 2, 3]), "an array of NumPy"),
        (lambda: SHARED.bank.split_output(np.ones((1, 2, 5))), "out_channels"),
        (lambda: SHARED.bank.apply(np.ones((1, 1, 9)), [[[1.0]]]), "an array of NumPy"),
        (lambda: ss.sharing("nn.Conv1d(1, 1, 3)"), "a layer"),
        (lambda: ss.sharing(SHARED.bank, phases=2), "leave them out"),
    ],
)  # fmt: skip
def test_refused(call: object, words: str) -> None:
    assert callable(call)
    with pytest.raises(ss.SpecError, match=words):
        call()


def test_torch_arrays_of_two_dtypes_are_refused() -> None:
    torch = pytest.importorskip("torch", reason="pip install 'symstride[torch]'")
    with pytest.raises(ss.SpecError, match="one dtype"):
        SHARED.bank.apply(torch.ones(1, 1, 9), torch.ones(1, 1, 3, dtype=torch.float64))
    with pytest.raises(ss.SpecError, match="one library"):
        SHARED.bank.apply(torch.ones(1, 1, 9), np.ones((1, 1, 3)))
    with pytest.raises(ss.SpecError, match="divided by the copies"):
        SHARED.project(torch.ones(SHARED.bank.weight_shape, dtype=torch.int64))


def test_it_shows_its_counts() -> None:
    assert repr(SHARED) == "<Sharing: 3 weights in 16 entries, 2 copies of each, 10 zeros>"
    assert "<td>codimension</td><td>13</td>" in SHARED._repr_html_()


@pytest.mark.full
def test_what_it_says_is_proved() -> None:
    claims = SHARED.theorem.claims
    assert {"E^T E", "the number of copies"} <= set(claims)
