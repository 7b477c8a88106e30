"""The filter bank: its table, its closed form and its numbers are one thing, three ways."""

from __future__ import annotations

from fractions import Fraction
from itertools import product

import numpy as np
import pytest
import sympy
from hypothesis import given, settings
from strategies import Case, cases

from symstride.algebra.bank import expand
from symstride.algebra.tensor import symbolic_weights
from symstride.layers.layer import Conv


def weight_by_definition(case, w):
    """W~ by the sum of deltas that defines it, for every entry, with dead phases left out at the end."""
    layer, bank = case.layer, case.bank
    groups, per_in, per_out = int(layer.groups), int(layer.in_per_group), int(layer.out_per_group)
    sizes = [axis.size for axis in bank.axes]
    outer, inner = int(np.prod(case.phases)), len(bank.kept)
    result = np.zeros((int(layer.out_channels) * outer, per_in * inner, *sizes), dtype=w.dtype)
    for g, o, c, (t, tau), (f, number) in product(
        range(groups), range(per_out), range(per_in), enumerate(np.ndindex(*case.phases)), enumerate(bank.kept)
    ):
        rho = np.unravel_index(number, [axis.S for axis in bank.axes])
        major = case.order == "channel_major"
        row = (g * per_out + o) * outer + t if major else (g * outer + t) * per_out + o
        column = c * inner + f if major else f * per_in + c
        for u in np.ndindex(*sizes):
            for i in np.ndindex(*(int(k) for k in layer.kernel)):
                if all(
                    axis.axis.stride * tau[d] + axis.axis.dilation * i[d] - axis.shift
                    == axis.S * (u[d] + axis.umin) + rho[d]
                    for d, axis in enumerate(bank.axes)
                ):
                    result[(row, column, *u)] += w[(g * per_out + o, c, *i)]
    return result


def distinct_weights(layer):
    shape = tuple(int(n) for n in layer.weight_shape)
    return np.arange(1, 1 + int(np.prod(shape))).reshape(shape)


@settings(max_examples=25)
@given(cases())
def test_weight_by_its_definition(case):
    w = distinct_weights(case.layer)
    assert np.array_equal(case.bank.weight(w), weight_by_definition(case, w))


def test_the_definition_tells_a_wrong_bank():
    case = Case(Conv(2, 2, (3, 2), stride=2, padding=1), (5, 5), (1, 2), "image", "channel_major", False)
    w = distinct_weights(case.layer)
    other = expand(case.layer, (2, 1))
    assert not np.array_equal(other.weight(w), weight_by_definition(case, w))


@given(cases(max_ndim=3))
@settings(max_examples=60)
def test_table_is_what_weight_does(case):
    layer, bank = case.layer, case.bank
    groups, per_in, per_out = int(layer.groups), int(layer.in_per_group), int(layer.out_per_group)
    w = distinct_weights(layer)
    flat = np.concatenate([w.reshape(*w.shape[:2], -1), np.zeros((*w.shape[:2], 1), w.dtype)], axis=2)
    entries = flat[:, :, bank.table]  # -1 picks the zero at the end
    entries = entries.reshape(groups, per_out, per_in, *bank.table.shape)  # (g, o, c, tau, rho, *u)
    slow_first = (0, 1, 3, 2, 4) if case.order == "channel_major" else (0, 3, 1, 4, 2)
    ordered = entries.transpose(*slow_first, *range(5, entries.ndim))
    assert np.array_equal(bank.weight(w), ordered.reshape(bank.weight_shape))


@given(cases(max_ndim=3))
def test_each_tap_stands_once_for_every_output_phase(case):
    table = case.bank.table
    taps = int(np.prod([int(k) for k in case.layer.kernel]))
    for rows in table.reshape(len(table), -1):
        assert sorted(rows[rows >= 0]) == list(range(taps))


SYMBOLS = sympy.symbols("k s dl p a")
PARAMETERS = list(product((1, 2, 4), (1, 2, 3), (1, 2, 3), (-2, 0, 3), (1, 2, 3)))


def along(axis):
    """(tau, rho, u, tap or -1) for all phases, and for offsets one beyond the table on both sides."""
    for tau, rho, u in product(range(axis.a), range(axis.S), range(axis.umin - 1, axis.umax + 2)):
        inside = axis.umin <= u <= axis.umax
        yield tau, rho, u, int(axis.table[tau, rho, u - axis.umin]) if inside else -1


@pytest.mark.parametrize("origin", ["image", "padded"])
def test_closed_form_in_symbols_is_the_table(origin):
    k, s, dl, p, a = SYMBOLS
    bank = expand(Conv(2, 2, k, s, p, dl, ndim=1), phases=a, origin=origin)
    names = bank.indices
    arguments = [*SYMBOLS, *names.tau, *names.rho, *names.u, names.o, names.c, names.w]
    value = sympy.lambdify(arguments, bank.entry, modules="math")
    for values in PARAMETERS:
        numbers = dict(zip(("k", "s", "dl", "p", "a"), values, strict=True))
        for tau, rho, u, tap in along(bank.subs(numbers).axes[0]):
            expected = names.w[1, 0, tap] if tap >= 0 else 0
            assert value(*values, tau, rho, u, 1, 0, names.w) == expected, (numbers, tau, rho, u)


@pytest.mark.parametrize("values", [(3, 2, 1, 1, 1), (3, 2, 2, 3, 2), (2, 3, 3, -2, 2)])
def test_closed_form_by_substitution_in_sympy(values):
    k, s, dl, p, a = SYMBOLS
    bank = expand(Conv(2, 2, k, s, p, dl, ndim=1), phases=a)
    names, at = bank.indices, dict(zip(SYMBOLS, values, strict=True))
    for tau, rho, u, tap in along(bank.subs(at).axes[0]):
        entry = bank.entry.subs({**at, names.tau[0]: tau, names.rho[0]: rho, names.u[0]: u})
        assert entry == (names.w[names.o, names.c, tap] if tap >= 0 else 0)


@settings(max_examples=20)
@given(cases(max_ndim=3))
def test_closed_form_with_numbers_is_the_table(case):
    bank = expand(case.layer, case.phases, case.origin, input_size=case.input_size)
    names, kernel = bank.indices, [int(k) for k in case.layer.kernel]
    arguments = [*names.tau, *names.rho, *names.u, names.o, names.c, names.w]
    value = sympy.lambdify(arguments, bank.entry, modules="sympy")
    cells, sizes = [axis.S for axis in bank.axes], [axis.size for axis in bank.axes]
    places = list(np.ndindex(*bank.table.shape[:2], *sizes))
    for t, r, *u in places[:: max(1, len(places) // 60)]:
        tau, rho = np.unravel_index(t, case.phases), np.unravel_index(r, cells)
        offsets = [n + axis.umin for n, axis in zip(u, bank.axes, strict=True)]
        tap = int(bank.table[(t, r, *u)])
        expected = names.w[(1, 0, *(int(i) for i in np.unravel_index(tap, kernel)))] if tap >= 0 else 0
        # SymPy integers, not Python's: a quotient inside floor has to stay exact
        at = (sympy.Integer(int(n)) for n in (*tau, *rho, *offsets))
        assert value(*at, 1, 0, names.w) == expected


def test_entry_prints_as_mathematics():
    k, s, _, p, _ = SYMBOLS
    bank = expand(Conv(2, 2, k, s, p, ndim=1))
    text = sympy.latex(bank.entry)
    assert r"{w}_{o,c,p + \rho + s u}" in text
    assert r"\begin{cases}" in text
    assert "tau" not in text  # with one output phase there is nothing to number
    assert not bank.entry.has(sympy.Sum)  # Karr's convention for empty ranges cannot come in


# ---------------------------------------------------------------- bit-exact copies


def bits(array):
    return np.ascontiguousarray(array).view(np.uint8).reshape(*array.shape, array.itemsize)


SPECIAL = {
    np.float16: np.array([0x7C01, 0xFE55, 0x8000, 0x7C00, 0xFC00, 0x0001], np.uint16),
    np.float32: np.array([0x7F800001, 0xFFC12345, 0x80000000, 0x7F800000, 0xFF800000, 1], np.uint32),
    np.float64: np.array([0x7FF0000000000001, 0xFFF8000000000ABC, 1 << 63, 0x7FF0 << 48, 0xFFF0 << 48, 1], np.uint64),
}


@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
@pytest.mark.parametrize("dtype", SPECIAL)
def test_copies_are_exact_for_nan_payloads_infinities_and_signed_zeros(dtype, order):
    layer = Conv(4, 6, (3, 3), stride=2, padding=1, groups=2)
    w = np.resize(SPECIAL[dtype], (6, 2, 3, 3)).view(dtype)
    expanded = expand(layer, phases=2, order=order).weight(w)
    assert expanded.dtype == dtype
    assert w.tobytes() == np.resize(SPECIAL[dtype], (6, 2, 3, 3)).tobytes()  # the source is left alone
    found, counts = np.unique(bits(expanded).reshape(-1, w.itemsize), axis=0, return_counts=True)
    given_bits, given_counts = np.unique(bits(w).reshape(-1, w.itemsize), axis=0, return_counts=True)
    rest = expanded.size - 4 * w.size  # structural zeros: all bits clear, so a -0.0 among them would show
    expected = {row.tobytes(): 4 * n for row, n in zip(given_bits, given_counts, strict=True)}
    expected[bytes(w.itemsize)] = expected.get(bytes(w.itemsize), 0) + rest
    assert {row.tobytes(): n for row, n in zip(found, counts, strict=True)} == expected


DTYPES = [
    np.int8,
    np.uint64,
    np.float16,
    np.float32,
    np.longdouble,
    np.complex64,
    np.complex128,
    bool,
    ">f4",
    "M8[s]",
    "U3",
]


@pytest.mark.parametrize("dtype", DTYPES, ids=str)
def test_any_dtype_is_kept(dtype):
    layer = Conv(2, 3, (3, 2), stride=(2, 3), padding=1)
    w = np.arange(1, 37).reshape(3, 2, 3, 2).astype(dtype)
    expanded = expand(layer).weight(w)
    assert expanded.dtype == np.dtype(dtype)
    empty = np.zeros((), dtype)
    numbers = expand(layer).weight(np.arange(36).reshape(3, 2, 3, 2) + 1)
    assert np.array_equal(expanded, np.where(numbers > 0, w.ravel()[numbers - 1], empty))


def test_objects_are_the_same_objects():
    layer = Conv(2, 2, (3,), stride=2, padding=1)
    w = np.empty((2, 2, 3), dtype=object)
    for n, index in enumerate(np.ndindex(*w.shape)):
        w[index] = Fraction(n + 1, 7)
    expanded = expand(layer, phases=2).weight(w)
    assert expanded.dtype == object
    copies = [entry for entry in expanded.ravel() if isinstance(entry, Fraction)]
    assert {id(entry) for entry in copies} == {id(entry) for entry in w.ravel()}
    assert len(copies) == 2 * w.size
    assert all(entry == 0 for entry in expanded.ravel() if not isinstance(entry, Fraction))


def test_symbols_as_weights():
    layer = Conv(2, 2, (3,), stride=2, padding=1)
    w = symbolic_weights(layer)
    base = sympy.IndexedBase("w")
    expanded = expand(layer).weight(w)
    assert expanded.shape == (2, 4, 2)
    # channel 0: phase 0 (even places) reads tap 1; phase 1 (odd places) taps 0 and 2, the first from the cell before
    assert expanded[1].tolist() == [
        [0, base[1, c, 1]] if f == 0 else [base[1, c, 0], base[1, c, 2]] for c in (0, 1) for f in (0, 1)
    ]


def test_weights_may_lie_in_memory_in_any_order():
    layer = Conv(4, 6, (3, 2), stride=2, padding=1, groups=2)
    w = distinct_weights(layer)
    for order in ("channel_major", "phase_major"):
        bank = expand(layer, phases=(1, 2), order=order)
        assert np.array_equal(bank.weight(np.asfortranarray(w)), bank.weight(w))
        assert np.array_equal(bank.weight(np.flip(np.flip(w, 0).copy(), 0)), bank.weight(w))


# ---------------------------------------------------------------- bias, dead phases, the equivalent layer


def test_bias_is_repeated_for_each_output_phase():
    layer = Conv(4, 4, (3,), groups=2)
    b = np.array([1, 2, 3, 4], np.int8)
    assert expand(layer, 3).bias(b).tolist() == [1, 1, 1, 2, 2, 2, 3, 3, 3, 4, 4, 4]
    phase_major = expand(layer, 3, order="phase_major").bias(b)
    assert phase_major.tolist() == [1, 2, 1, 2, 1, 2, 3, 4, 3, 4, 3, 4]
    assert phase_major.dtype == np.int8
    assert expand(layer).bias(None) is None


def test_dead_phases_are_dropped_only_when_asked():
    layer = Conv(2, 3, (2, 3), stride=(4, 2), padding=1)
    whole, dropped = expand(layer), expand(layer, drop_dead=True)
    assert whole.live == dropped.live == dropped.kept == (0, 1, 6, 7)  # rows 0 and 3 of 4 are read
    assert whole.kept == tuple(range(8))
    assert dropped.layer((8, 8)).in_channels == 2 * 4
    assert whole.layer((8, 8)).in_channels == 2 * 8
    assert np.array_equal(whole.table[:, list(whole.live)], dropped.table)
    assert (whole.table[:, [2, 3, 4, 5]] == -1).all()


def test_the_equivalent_layer_of_resnet_conv1():
    bank = expand(Conv(3, 64, (7, 7), stride=2, padding=3))
    assert bank.layer((224, 224)) == Conv(12, 64, (4, 4), padding=((2, 1), (2, 1)), input_size=(112, 112))


def test_the_equivalent_layer_keeps_groups_bias_and_activation():
    layer = Conv(6, 6, (3,), stride=2, padding=1, groups=6, bias=False, activation="relu")
    unit = expand(layer, phases=2).layer(16)
    assert (unit.groups, unit.bias, unit.activation) == (6, False, "relu")
    assert (unit.in_channels, unit.out_channels) == (24, 12)
    assert unit.stride == unit.dilation == (1,)


def test_the_padding_of_a_circular_layer_moves_into_the_phases_with_the_origin():
    layer = Conv(2, 2, (3,), stride=2, padding=1, padding_mode="circular")
    assert expand(layer).layer(8).padding_mode == "circular"
    assert expand(layer, origin="padded").layer(8).padding_mode == "zeros"


def test_the_layer_in_symbols():
    k, s, _, p, a = SYMBOLS
    size = sympy.Symbol("N")
    general = expand(Conv(2, 3, k, s, p, ndim=1), phases=a)
    layer = general.layer(size)
    values = {"k": 5, "s": 3, "p": 2, "a": 2}
    concrete = expand(Conv(2, 3, (5,), 3, 2), phases=2).layer(17)
    at = {symbol: values[symbol.name] for symbol in (k, s, p, a)} | {size: 17}
    assert [layer.in_channels.subs(at), layer.out_channels.subs(at)] == [concrete.in_channels, concrete.out_channels]
    assert layer.kernel[0].subs(at) == concrete.kernel[0]
    assert tuple(side.subs(at) for side in layer.padding[0]) == concrete.padding[0]
    assert general.subs(values) == expand(Conv(2, 3, (5,), 3, 2), phases=2)


def test_same_padding_is_resolved_for_one_size():
    layer = Conv(3, 4, (3, 3), stride=2, padding="same")
    bank = expand(layer, input_size=(64, 63))
    assert bank.layer_spec.padding == ((0, 1), (1, 1))
    assert bank.layer().input_size == (32, 32)
    assert expand(Conv(3, 4, (3, 3), 2, "same", input_size=(64, 63))) == bank
    assert expand(layer, input_size=np.array([64, 63])) == bank
