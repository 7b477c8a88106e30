"""Tensor identities at one size: they hold, they are shown, and a wrong factor is found out."""

from __future__ import annotations

from dataclasses import replace

import pytest
import sympy
from hypothesis import given, settings
from strategies import cases

from symstride.algebra.operators import shift, space_to_depth
from symstride.algebra.tensor import convolution_tensor
from symstride.check import Kind, permutation_identity, phase_identity, subsampling_identity
from symstride.check.instance import compare
from symstride.errors import SpecError
from symstride.layers.layer import Conv

LAYER = Conv(2, 2, (3,), stride=2, padding=1)


@settings(max_examples=15)
@given(cases(max_ndim=1))
def test_striding_is_subsampling(case):
    found = subsampling_identity(case.layer, case.input_size)
    assert found.verdict.kind is Kind.PROVED
    assert any("entries compared" in hypothesis for hypothesis in found.verdict.hypotheses)


@settings(max_examples=15)
@given(cases(max_ndim=1))
def test_the_strided_tensor_is_the_bank_between_phases(case):
    assert phase_identity(case.layer, case.input_size, case.phases, case.origin, case.order).verdict.ok


@pytest.mark.parametrize("mode", ["zeros", "circular"])
@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_two_axes_with_groups(order, mode):
    layer = Conv(4, 2, (3, 2), (2, 1), ((1, 2), (0, 1)), (2, 1), groups=2, padding_mode=mode)
    assert subsampling_identity(layer, (8, 6)).verdict.ok
    for origin in ("image", "padded"):
        assert phase_identity(layer, (8, 6), (2, 3), origin, order).verdict.ok
    assert permutation_identity(layer, (8, 6), (1, 6) if mode == "circular" else (4, 6), order).verdict.ok


def test_same_padding():
    assert subsampling_identity(Conv(1, 2, (3,), 2, "same"), 6).verdict.ok
    assert phase_identity(Conv(1, 2, (3,), 2, "same", input_size=7)).verdict.ok


def test_the_permuted_matrix_is_that_of_the_bank():
    found = permutation_identity(LAYER, 8, phases=2)
    assert found.verdict.ok
    q_out, q_in = found.factors["Q_out"].matrix(), found.factors["Q_in"].matrix()
    assert q_out * q_out.T == sympy.eye(8)
    assert q_out * found.factors["T"].matrix() * q_in.T == found.factors["T_bank"].matrix()


@pytest.mark.parametrize(
    ("size", "phases", "word"), [(7, 1, "input"), (6, 2, "input"), (4, 4, "input"), (12, 4, "input")]
)
def test_the_permuted_matrix_needs_sizes_that_divide(size, phases, word):
    with pytest.raises(SpecError, match=f"an {word} size"):
        permutation_identity(LAYER, size, phases)


def test_the_output_has_to_divide_too():
    with pytest.raises(SpecError, match="an output size"):
        permutation_identity(Conv(2, 2, (3,), 1), 4, phases=4)


def test_the_matrices_are_shown():
    found = subsampling_identity(LAYER, 5)
    text = str(found)
    assert text.startswith("T_strided = P T_unit\nproved: ")
    assert "P =" in text
    assert "w[1, 0, 2]" in text
    assert r"T_unit = \left[\begin{matrix}" in found._repr_latex_()


def test_a_wrong_factor_is_refuted_with_the_first_entry():
    found = subsampling_identity(LAYER, 5)
    wrong = found.factors["P"] @ shift(2, 5, (1,)) @ found.factors["T_unit"]  # reads outputs 1, 3, 5 and not 0, 2, 4
    verdict = compare(found.statement, LAYER, (5,), found.left, wrong)
    assert verdict.kind is Kind.REFUTED
    assert (verdict.witness.row, verdict.witness.column) == ((0, 0), (0, 0))
    w = sympy.IndexedBase("w")
    assert (verdict.witness.left, verdict.witness.right) == (w[0, 0, 1], w[0, 0, 0])
    assert "at row (0, 0), column (0, 0) left is w[0, 0, 1], right is w[0, 0, 0]" in str(verdict)


def test_the_other_channel_order_is_refuted():
    layer = Conv(2, 2, (3,), stride=2, padding=1)
    found = phase_identity(layer, 6, order="channel_major")
    wrong = space_to_depth(2, 6, (2,), "phase_major")
    product = found.factors["Q_out"].T @ found.factors["T_bank"] @ wrong
    assert compare(found.statement, layer, (6,), found.left, product).kind is Kind.REFUTED


def test_other_weights_are_refuted():
    tensor = convolution_tensor(LAYER, 6)
    off = convolution_tensor(replace(LAYER, padding=((2, 0),)), 6)
    assert compare("T = T'", LAYER, (6,), tensor, off).kind is Kind.REFUTED
