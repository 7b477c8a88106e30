"""Every bad request to the bank is refused with four parts that say what and why."""

from __future__ import annotations

import numpy as np
import pytest
import sympy

from symstride.algebra.bank import expand
from symstride.algebra.operators import space_to_depth
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.limits import check_bytes

LAYER = Conv(4, 6, (3, 3), stride=2, padding=1, groups=2)
BANK = expand(LAYER, phases=(1, 2))
CIRCULAR = Conv(2, 2, (3,), stride=2, padding=1, padding_mode="circular")
SYMBOLIC = expand(Conv(2, 3, *sympy.symbols("k s"), ndim=1))
WEIGHT, SIGNAL = np.ones((6, 2, 3, 3)), np.ones((1, 4, 5, 5))

REFUSED = {
    "not a layer": (lambda: expand("Conv2d"), SpecError, "a layer (Conv)"),
    "phases 0": (lambda: expand(LAYER, phases=0), SpecError, ">= 1"),
    "phases float": (lambda: expand(LAYER, phases=2.0), SpecError, "integer"),
    "phases True": (lambda: expand(LAYER, phases=True), SpecError, "integer"),
    "phases for one axis of two": (lambda: expand(LAYER, phases=(2,)), SpecError, "one per axis"),
    "origin": (lambda: expand(LAYER, origin="centre"), SpecError, '"image" or "padded"'),
    "order": (lambda: expand(LAYER, order="NCHW"), SpecError, '"channel_major" or "phase_major"'),
    "same without a size": (lambda: expand(Conv(1, 1, (3,), 2, "same")), SpecError, "the size of the input"),
    "another size than same was for": (
        lambda: expand(Conv(1, 1, (3,), 2, "same"), input_size=6).split(np.ones((1, 1, 7))), SpecError, "made for",
    ),
    "circular size at expand": (lambda: expand(CIRCULAR, input_size=7), SpecError, "divides"),
    "circular size at layer": (lambda: expand(CIRCULAR).layer(7), SpecError, "divides"),
    "circular size at split": (lambda: expand(CIRCULAR, phases=2).split(np.ones((1, 2, 6))), SpecError, "2*2 = 4"),
    "circular size at apply": (
        lambda: expand(CIRCULAR).apply(np.ones((1, 2, 7)), np.ones((2, 2, 3))), SpecError, "divides",
    ),
    "no size at all": (lambda: BANK.layer(), SpecError, "the size of the input"),
    "kernel larger than the input": (lambda: expand(Conv(1, 1, (5,))).split(np.ones((1, 1, 3))), SpecError, "fits"),
    "weight shape": (lambda: BANK.weight(np.ones((6, 4, 3, 3))), SpecError, "(6, 2, 3, 3)"),
    "weight rank": (lambda: BANK.weight(np.ones((6, 2, 9))), SpecError, "(6, 2, 9)"),
    "weight list": (lambda: BANK.weight([[1]]), SpecError, "an array of NumPy"),
    "bias shape": (lambda: BANK.bias(np.ones(4)), SpecError, "(6)"),
    "bias where there is none": (lambda: expand(Conv(1, 2, (3,), bias=False)).bias(np.ones(2)), SpecError, "no bias"),
    "signal channels": (lambda: BANK.split(np.ones((1, 3, 5, 5))), SpecError, "any, 4, any, any"),
    "signal rank": (lambda: BANK.split(np.ones((4, 5, 5))), SpecError, "(batch, in_channels, *space)"),
    "apply rank": (lambda: BANK.apply(SIGNAL[0], WEIGHT), SpecError, "Bank.apply"),
    "merge cells": (lambda: BANK.merge(np.ones((1, 12, 3, 3)), (3, 3)), SpecError, "any, 12, 3, 2"),
    "merge channels": (lambda: BANK.merge(np.ones((1, 6, 3, 2)), (3, 3)), SpecError, "any, 12, 3, 2"),
    "merge to nothing": (lambda: BANK.merge(np.ones((1, 12, 3, 2)), (3, 0)), SpecError, ">= 1"),
    "table of symbols": (lambda: SYMBOLIC.table, SpecError, "k, s"),
    "weight of symbols": (lambda: SYMBOLIC.weight(np.ones((3, 2, 3))), SpecError, "bank.subs(k=..., s=...)"),
    "split with symbols": (lambda: SYMBOLIC.split(np.ones((1, 2, 9))), SpecError, "k, s"),
    "live phases of symbols": (lambda: SYMBOLIC.live, SpecError, "k, s"),
    "dead phases of symbols": (lambda: expand(SYMBOLIC.layer_spec, drop_dead=True), SpecError, "drop_dead"),
    "subs of an unknown name": (lambda: SYMBOLIC.subs(kernel=3), SpecError, "unknown: kernel"),
    "subs of a bad value": (lambda: SYMBOLIC.subs(k=0, s=1), SpecError, ">= 1"),
    "subs of a float": (lambda: SYMBOLIC.subs(k=3.0), SpecError, "integer"),
    "permutation order": (lambda: space_to_depth(2, 4, (2,), "rows"), SpecError, "channel_major or phase_major"),
    "too large a weight": (lambda: check_bytes("Bank.weight(w)", (2**17, 2**17), 4), NotSupported, "68,719,476,736"),
}  # fmt: skip


def four_parts(error: SymstrideError) -> bool:
    parts = (error.asked, error.expected, error.got, error.hint)
    return all(part.strip() and "\n" not in part and len(part) < 300 for part in parts)


@pytest.mark.parametrize("name", REFUSED)
def test_refused(name):
    call, kind, word = REFUSED[name]
    with pytest.raises(kind) as caught:
        call()
    assert type(caught.value) is kind
    assert word in str(caught.value)
    assert four_parts(caught.value)


@pytest.mark.parametrize("parts", [("a", "b", "", "d"), ("a", "b", "c\nd", "e"), ("a", "b", "c", "x" * 300)])
def test_the_check_of_four_parts_says_no(parts):
    assert not four_parts(SpecError(*parts))


def test_a_table_that_is_too_large_is_refused_before_it_is_made():
    bank = expand(Conv(1, 1, (9, 9, 9), stride=7), phases=40)
    with pytest.raises(NotSupported, match="entries in a table"):
        _ = bank.table


def test_a_circular_layer_of_any_size_can_take_the_padded_origin():
    x, w = np.arange(14).reshape(1, 2, 7), np.arange(12).reshape(2, 2, 3)
    assert expand(CIRCULAR, origin="padded").apply(x, w).shape == (1, 2, 4)
