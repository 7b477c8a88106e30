"""Random layers, integers, exact: the expanded form against plain loops.

A sample runs always, 4,000 layers with ``SYMSTRIDE_FULL=1`` and 20,000 with ``SYMSTRIDE_FULL=2``: 1-D to 3-D, strides 1
to 7, kernels 1 to 9, dilations 1 to 4, padding -3 to 9 on each side, 1 to 3 groups, both orders, both origins, 1 to 4
output phases on each axis, zero and circular padding, dead phases kept and dropped.
"""

from __future__ import annotations

from collections import Counter

import numpy as np
import pytest
from strategies import Case, integer_arrays, random_cases
from toolbox import SEED

from symstride.check import convolve, convolve_plain

SAMPLE = 400
CHUNK = 1000
CHUNKS = 20
PLAIN = 3000
"""Up to this many products, one number at a time; the plain loops over taps are themselves checked that way."""


def disagreement(case: Case, seed: int) -> str | None:
    """What is wrong with the expanded form of ``case``, or None."""
    layer, bank = case.layer, case.bank
    x, w, b = integer_arrays(layer, case.input_size, seed)
    expected = convolve(layer, x, w, b)
    if expected.size * w[0].size <= PLAIN and not np.array_equal(convolve_plain(layer, x, w, b), expected):
        return "the two plain loops differ"
    if not np.array_equal(bank.apply(x, w, b), expected):
        return "bank.apply differs"
    cells = convolve(bank.layer(case.input_size), bank.split(x), bank.weight(w), bank.bias(b))
    if not np.array_equal(bank.merge(cells, layer.output_size(case.input_size)), expected):
        return "the equivalent layer by plain loops differs"
    return None


def run(seed: int, count: int) -> None:
    for number, case in enumerate(random_cases(seed, count)):
        wrong = disagreement(case, number)
        assert wrong is None, f"seed {seed}, case {number}: {wrong}: {case}"


@pytest.mark.parametrize("part", range(4))
def test_a_sample_of_random_layers(part):
    run(SEED + part, SAMPLE // 4)


@pytest.mark.full
@pytest.mark.sampled(6, 6)
@pytest.mark.parametrize("part", range(CHUNKS))
def test_twenty_thousand_random_layers(part):
    run(SEED + 1000 + part, CHUNK)


@pytest.mark.full
def test_the_generator_reaches_every_value_in_every_number_of_axes():
    seen: Counter = Counter()
    for case in random_cases(SEED, 3000):
        layer, axes = case.layer, case.layer.ndim
        for name, values in (("k", layer.kernel), ("s", layer.stride), ("dl", layer.dilation), ("a", case.phases)):
            seen.update((axes, name, value) for value in values)
        low, high = zip(*layer.padding, strict=True)
        seen.update(
            [(axes, layer.padding_mode, case.origin), (axes, case.order, case.drop_dead), (axes, "g", layer.groups)]
        )
        seen.update((axes, "crop") for p in (*low, *high) if p < 0)
        seen.update((axes, "uneven") for p, q in layer.padding if p != q)
        seen.update((axes, "beyond the kernel") for p, k in zip(low, layer.kernel, strict=True) if p > k)
    for axes in (1, 2, 3):
        wanted = [("k", n) for n in range(1, 10)] + [("s", n) for n in range(1, 8)]
        wanted += [(name, n) for name in ("dl", "a") for n in range(1, 5)] + [("g", n) for n in (1, 2, 3)]
        wanted += [(mode, origin) for mode in ("zeros", "circular") for origin in ("image", "padded")]
        wanted += [(order, drop) for order in ("channel_major", "phase_major") for drop in (True, False)]
        wanted += [("crop",), ("uneven",), ("beyond the kernel",)]
        rare = [name for name in wanted if seen[(axes, *name)] < 5]
        assert not rare, (axes, rare)


def test_the_same_seed_makes_the_same_layers():
    assert list(random_cases(7, 20)) == list(random_cases(7, 20))
    assert list(random_cases(7, 20)) != list(random_cases(8, 20))


def test_weights_are_distinct_and_channels_are_several():
    for number, case in enumerate(random_cases(3, 50)):
        _, w, b = integer_arrays(case.layer, case.input_size, number)
        values = np.abs(np.concatenate([w.ravel(), *([] if b is None else [b])]))
        assert len(set(values)) == len(values)
        assert case.layer.in_channels >= 2
        assert case.layer.out_channels >= 2


def tampered(case: Case, change) -> Case:
    """A case whose bank has been changed after it was made."""
    bank = case.bank
    change(bank)

    class Tampered(Case):
        @property
        def bank(self):
            return bank

    return Tampered(case.layer, case.input_size, case.phases, case.origin, case.order, case.drop_dead)


def swap_two_taps(bank):
    rho, u = bank.places
    rho[0, [0, 1]], u[0, [0, 1]] = rho[0, [1, 0]], u[0, [1, 0]]


def other_order(bank):
    flipped = {"channel_major": "phase_major", "phase_major": "channel_major"}
    object.__setattr__(bank, "order", flipped[bank.order])
    object.__setattr__(bank, "split", type(bank)(
        bank.layer_spec, bank.phases, bank.origin, flipped[bank.order], bank.drop_dead, bank.made_for
    ).split)  # fmt: skip


@pytest.mark.parametrize("change", [swap_two_taps, other_order])
def test_the_comparison_says_no(change):
    from symstride.layers.layer import Conv

    case = Case(Conv(2, 3, (3,), 2, 1), (9,), (2,), "image", "channel_major", False)
    assert disagreement(case, 0) is None
    assert disagreement(tampered(case, change), 0) is not None
