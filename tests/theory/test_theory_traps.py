"""Where a careless version of the theory goes wrong, and the tests that would see it."""

from __future__ import annotations

import ast
from pathlib import Path

import numpy as np
import pytest
import sympy

import symstride as ss
from symstride.check.reference import convolve_plain
from symstride.network.evaluate import evaluate
from symstride.network.operators import records as op
from symstride.verdict import Kind

HERE = Path(__file__).resolve().parent

TRAPS = {
    "dead phases give singular values near 0": "test_theory_spectrum.test_dead_phases_are_zeros_by_structure",
    "a transform of M places crops kernels that wrap": "test_theory_traps.test_cropping_a_kernel_changes_its_spectrum",
    "the circular norm is no bound for zero padding": (
        "test_theory_spectrum.test_the_circular_norm_is_no_bound_for_zero_padding"
    ),
    "holes that are found by value": "test_theory_traps.test_weights_that_are_zero_are_no_holes",
    "saturating sums are no ring": "test_theory_traps.test_saturating_sums_are_no_semiring",
    "same padding moves a field with the size": "test_theory_fields.test_same_padding_moves_the_start_with_the_size",
    "ResNet-50 is several networks": "test_theory_fields.test_published_sizes",
    "no single field behind transposed layers": (
        "test_theory_fields.test_behind_a_transposed_layer_no_field_but_exact_places"
    ),
    "infinity does not get through clipping and maxima": "test_theory_traps.test_nan_gets_through_where_infinity_stops",
    "gates make every field the whole map": "test_theory_fields.test_what_sees_everything_and_where_gates_are",
    "the best output shift is outside of the kernel": (
        "test_theory_translation.test_the_best_output_shift_may_lie_outside_of_the_kernel"
    ),
    "the Frobenius norm after wrapping": "test_theory_spectrum.test_frobenius_is_exact_where_taps_meet",
    "a shape that only some sizes have": "test_theory_traps.test_operators_of_one_shape_at_some_sizes_only",
}
"""Each trap, and the test that falls into it where the code does."""


def test_each_trap_is_tested() -> None:
    for module in sorted({test.partition(".")[0] for test in TRAPS.values()}):
        tree = ast.parse((HERE / f"{module}.py").read_text(encoding="utf-8"))
        found = {node.name: node for node in tree.body if isinstance(node, ast.FunctionDef)}
        for test in [test for test in TRAPS.values() if test.startswith(f"{module}.")]:
            assert any(isinstance(node, ast.Assert) for node in ast.walk(found[test.partition(".")[2]])), test
    assert len(set(TRAPS.values())) == len(TRAPS) == 13


def test_cropping_a_kernel_changes_its_spectrum() -> None:
    """Seven taps on four places wrap; ``numpy.fft.fft(w, 4)`` drops three of them."""
    w = np.random.default_rng(0).standard_normal(7)
    layer = ss.Conv(1, 1, (7,), padding=3, padding_mode="circular", bias=False)
    matrix = ss.convolution_tensor(layer, 4, weights=w[None, None]).toarray()
    expected = np.linalg.svd(matrix, compute_uv=False)
    assert np.abs(ss.spectrum(layer, w[None, None], 4).values - expected).max() < 1e-13
    assert np.abs(np.sort(np.abs(np.fft.fft(w, 4)))[::-1] - expected).max() > 0.1


def test_weights_that_are_zero_are_no_holes() -> None:
    """What is a zero by structure does not depend on the weights; and zeros among these come back."""
    layer = ss.Conv(2, 3, (3,), stride=2, padding=1, bias=False)
    shared = ss.sharing(layer, phases=2)
    w = np.array([[[0, 1, 0], [2, 0, 0]]] * 3)
    by_value = int((shared(w) == 0).sum())
    assert by_value > shared.zeros == int((shared.bank.gather < 0).sum())
    assert np.array_equal(shared.solve(shared(w)), w)
    assert ss.unread(layer, 9).sum() == 0
    free = shared(w) + (shared.bank.gather < 0)  # something in each hole, and nowhere else
    with pytest.raises(ss.SpecError, match="zero at"):
        shared.solve(free)


class Saturating:
    """Integers whose sums and products stop at 127 and -128."""

    def __init__(self, value: int) -> None:
        self.value = max(-128, min(127, value))

    def __add__(self, other: Saturating | int) -> Saturating:
        return Saturating(self.value + (other.value if isinstance(other, Saturating) else other))

    __radd__ = __add__

    def __mul__(self, other: Saturating | int) -> Saturating:
        return Saturating(self.value * (other.value if isinstance(other, Saturating) else other))

    __rmul__ = __mul__

    def __eq__(self, other: object) -> bool:
        return self.value == (other.value if isinstance(other, Saturating) else other)

    __hash__ = None


def test_saturating_sums_are_no_semiring() -> None:
    """The identity holds over commutative semirings.  Wrapping sums are one; saturating sums are not associative."""
    a, b, c = Saturating(100), Saturating(100), Saturating(-100)
    assert a + b + c != a + (b + c)
    layer = ss.Conv(1, 1, (4,), stride=2, bias=False)
    w, numbers = np.ones((1, 1, 4), dtype=np.int8), [0, 100, 100, -100]
    wrapping = np.array([[numbers]], dtype=np.int8)
    turned = (convolve_plain(layer, wrapping, w) + 128) % 256 - 128
    assert np.array_equal(ss.expand(layer).apply(wrapping, w), turned)
    stopping = np.array([[[Saturating(n) for n in numbers]]], dtype=object)
    plain = convolve_plain(layer, stopping, w.astype(object))
    phases = ss.expand(layer).apply(stopping, w.astype(object))
    assert plain[0, 0, 0].value != phases[0, 0, 0].value


def test_nan_gets_through_where_infinity_stops() -> None:
    """Behind relu6 and a pool infinity is a number like others; what an output reads is seen by NaN."""
    build = ss.Builder()
    x = build.input("x", (1, 9))
    x = build.add(ss.Conv(1, 1, (3,), stride=2, padding=1, bias=False), x, name="conv", weight=np.ones((1, 1, 3)))
    x = build.add(op.Pointwise("clip", (("low", 0.0), ("high", 6.0))), x, name="relu6")
    x = build.add(op.MaxPool((2,), (1,), ((0, 0),), (1,)), x, name="top")
    net = build.network(x)
    table = ss.receptive_field(net)
    signal = np.full((1, 1, 9), 5.0)
    for place, sent in ((4, np.inf), (4, -np.inf), (4, np.nan)):
        moved = signal.copy()
        moved[..., place] = sent
        with np.errstate(invalid="ignore"):
            seen = evaluate(net, moved, every=True)["top"][0, 0]
        read = [bool(table.places("top", j)[place]) for j in range(len(seen))]
        assert any(read)
        if np.isnan(sent):
            assert np.isnan(seen).tolist() == read
        else:
            assert np.isfinite(seen).all()


def test_operators_of_one_shape_at_some_sizes_only() -> None:
    """Two layers whose outputs are equally many for even sizes, and for these the same."""
    n = sympy.Symbol("N")
    one = ss.convolution_tensor(ss.Conv(1, 1, (2,), stride=2, bias=False), n)
    other = ss.convolution_tensor(ss.Conv(1, 1, (2,), stride=2, padding=((0, 1),), bias=False), n)
    assert one.equals(other).kind is not Kind.PROVED
    assert one != other
    assert one.subs(N=8).equals(other.subs(N=8)).kind is Kind.PROVED
    assert one.subs(N=9).equals(other.subs(N=9)).kind is Kind.REFUTED
    with pytest.raises(ss.SpecError, match="operators from"):
        one + other
