"""One axis: offsets, kernel sizes and sizes in cells, against brute force over the equation that defines them."""

from __future__ import annotations

from itertools import product

import pytest
import sympy
from hypothesis import given
from hypothesis import strategies as st

from symstride.algebra.sizes import AxisBank
from symstride.layers.axis import Axis

SMALL = list(product((1, 2, 3, 5), (1, 2, 3), (1, 2, 3), (-3, 0, 1, 4), (1, 2, 3)))  # k, s, dl, low, a


def bank(k, s, dl, low, a, origin="image", high=0):
    return AxisBank(Axis(k, s, dl, low, high), a, origin)


def reads(axis: AxisBank) -> list[tuple[int, int, int]]:
    """(tau, tap, input place) for every tap of every output phase of output cell 0."""
    k, s, dl = axis.axis.kernel, axis.axis.stride, axis.axis.dilation
    return [(tau, i, s * tau + dl * i - axis.shift) for tau in range(axis.a) for i in range(k)]


@pytest.mark.parametrize("origin", ["image", "padded"])
def test_table_holds_each_tap_where_its_place_is_in_the_cells(origin):
    for numbers in SMALL:
        axis = bank(*numbers, origin)
        expected = {}
        for tau, i, place in reads(axis):
            u, rho = divmod(place, axis.S)
            expected[tau, rho, u] = i
        found = {
            (tau, rho, u + axis.umin): int(axis.table[tau, rho, u])
            for tau, rho, u in product(range(axis.a), range(axis.S), range(axis.size))
            if axis.table[tau, rho, u] >= 0
        }
        assert found == expected, numbers


def test_offsets_are_the_least_and_greatest_that_occur():
    for numbers in SMALL:
        axis = bank(*numbers)
        offsets = [place // axis.S for _, _, place in reads(axis)]
        assert (axis.umin, axis.umax) == (min(offsets), max(offsets)), numbers


@given(st.integers(1, 12), st.integers(1, 7), st.integers(1, 4), st.integers(-9, 9))
def test_kernel_size_lies_between_the_two_bounds_of_the_theory(k, s, dl, low):
    reach = dl * (k - 1)
    least, most = -(-(reach + 1) // s), -(-reach // s) + 1
    assert least <= bank(k, s, dl, low, 1).size <= most
    assert bank(k, s, dl, low, 1, "padded").size == least


def test_both_bounds_on_the_kernel_size_are_reached():
    sizes = {low: bank(3, 2, 1, low, 1).size for low in (0, 1)}
    assert sizes == {0: 2, 1: 2}
    assert {low: bank(2, 2, 1, low, 1).size for low in (0, 1)} == {0: 1, 1: 2}  # ceil((D+1)/s) = 1, ceil(D/s) + 1 = 2


@pytest.mark.parametrize("origin", ["image", "padded"])
@given(st.data())
def test_cells_hold_the_signal_and_all_outputs(origin, data):
    k, s, dl, a = (data.draw(st.integers(1, most)) for most in (6, 5, 3, 4))
    low, high = data.draw(st.integers(-3, 6)), data.draw(st.integers(-3, 6))
    size = max(1, dl * (k - 1) + 1 - low - high) + data.draw(st.integers(0, 9))
    axis = bank(k, s, dl, low, a, origin, high)
    places, outputs = axis.places(size), axis.axis.output_size(size)
    assert places == (size if origin == "image" else size + low + high)
    assert axis.S * (axis.cells(size) - 1) < places <= axis.S * axis.cells(size)
    assert a * (axis.outputs(size) - 1) < outputs <= a * axis.outputs(size)
    below, above = axis.padding(size)
    unit = Axis(axis.size, 1, 1, below, above)  # the axis of the equivalent layer has as many outputs as are needed
    assert unit.output_size(axis.cells(size)) == axis.outputs(size)


NAMES = ("k", "s", "dl", "low", "high", "a", "N")


@pytest.mark.parametrize("origin", ["image", "padded"])
def test_formulas_with_symbols_give_the_numbers(origin):
    k, s, dl, low, high, a, n = sympy.symbols(NAMES)  # without assumptions, as users write them
    general = AxisBank(Axis(k, s, dl, low, high), a, origin)
    formulas = (general.S, general.umin, general.umax, general.size, general.cells(n), general.outputs(n))
    formulas += general.padding(n)
    for values in product((1, 2, 5), (1, 3), (1, 2), (-2, 0, 3), (0, 2), (1, 3), (11, 14)):
        axis, size = bank(values[0], values[1], values[2], values[3], values[5], origin, values[4]), values[6]
        numbers = (axis.S, axis.umin, axis.umax, axis.size, axis.cells(size), axis.outputs(size), *axis.padding(size))
        at = dict(zip((k, s, dl, low, high, a, n), values, strict=True))
        assert tuple(sympy.sympify(formula).xreplace(at) for formula in formulas) == numbers


def test_live_phases_are_those_with_a_tap():
    assert bank(2, 5, 1, 0, 1).live == (0, 1)
    assert bank(2, 5, 1, 1, 1).live == (0, 4)  # place -1 is phase 4 of the cell before
    assert bank(3, 2, 2, 1, 1).live == (1,)  # dilation and stride share the factor 2: one parity is never read
    assert bank(3, 2, 1, 1, 1).live == (0, 1)
    assert bank(1, 2, 1, 0, 3).live == (0, 2, 4)


def test_tables_cannot_be_written():
    with pytest.raises(ValueError, match="read-only"):
        bank(3, 2, 1, 1, 1).table[0, 0, 0] = 1
