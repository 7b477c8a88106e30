"""Transposed convolution: the record, its plain loops, and its unit-stride form, exactly, on integers."""

from __future__ import annotations

import random
from itertools import product

import numpy as np
import pytest
import sympy
from numpy.typing import NDArray
from transposing import transpose_plain

import symstride
from symstride.algebra.bank import expand
from symstride.algebra.transposed import expand_transposed
from symstride.check.reference import convolve_plain
from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose


def integers(rng: random.Random, *shape: int) -> NDArray[np.object_]:
    return np.array([rng.randint(-9, 9) for _ in range(int(np.prod(shape)))], dtype=object).reshape(shape)


def random_layer(rng: random.Random) -> tuple[ConvTranspose, tuple[int, ...]]:
    """1 to 3 axes, strides 1 to 4, padding of both signs, so much of it at times that everything is cropped."""
    while True:
        axes, groups = rng.choice([1, 1, 2, 2, 3]), rng.choice([1, 1, 2, 3])
        most = 2 if axes == 3 else 3
        layer = ConvTranspose(
            groups * rng.randint(1, 2),
            groups * rng.randint(1, 2),
            tuple(rng.randint(1, most) for _ in range(axes)),
            tuple(rng.randint(1, 4) for _ in range(axes)),
            tuple((rng.randint(-2, 6), rng.randint(-2, 6)) for _ in range(axes)),
            tuple(rng.randint(1, 3) for _ in range(axes)),
            tuple(rng.randint(0, 2) for _ in range(axes)),
            groups,
        )
        size = tuple(rng.randint(1, 6 if axes < 3 else 3) for _ in range(axes))
        rows = zip(layer.padding, layer.kernel, layer.stride, layer.dilation, size, strict=True)
        if all(s * (n - 1) + dl * (k - 1) + 1 > low + high for (low, high), k, s, dl, n in rows):
            return layer, size


def arrays(rng: random.Random, layer: ConvTranspose, size: tuple[int, ...]) -> tuple[NDArray[np.object_], ...]:
    channels = layer.in_channels, layer.out_channels
    return integers(rng, 2, channels[0], *size), integers(rng, *layer.weight_shape), integers(rng, channels[1])


def check_case(rng: random.Random) -> None:
    layer, size = random_layer(rng)
    x, w, b = arrays(rng, layer, size)
    z = transpose_plain(layer, x, w, b)
    for phases in (1, tuple(rng.randint(1, 4) for _ in size)):
        bank = expand_transposed(layer, phases, rng.choice(["channel_major", "phase_major"]))
        unit = bank.layer(size)
        assert {*unit.stride, *unit.dilation} == {1}
        assert unit.groups == layer.groups
        assert unit.weight_shape == bank.weight(w).shape == bank.weight_shape
        assert (bank.apply(x, w, b) == z).all(), (layer, size, phases)


def test_random_layers_equal_their_unit_stride_form(rng: random.Random) -> None:
    for _ in range(150):
        check_case(rng)


@pytest.mark.full
@pytest.mark.timeout(600)
def test_many_random_layers_equal_their_unit_stride_form(rng: random.Random) -> None:
    for _ in range(5000):
        check_case(rng)


def test_the_plain_loops_are_the_adjoint_of_the_layer(rng: random.Random) -> None:
    """The sum of y*conv(x) is the sum of transpose(y)*x, for all x and y: the definition, without its formula."""
    for _ in range(40):
        layer, size = random_layer(rng)
        w, y = integers(rng, *layer.weight_shape), integers(rng, 1, layer.in_channels, *size)
        x = integers(rng, 1, layer.out_channels, *layer.output_size(size))
        forward = convolve_plain(layer.adjoint, x, w)
        assert forward.shape == y.shape
        assert (forward * y).sum() == (transpose_plain(layer, y, w) * x).sum()


def test_each_entry_is_that_of_the_forward_bank(rng: random.Random) -> None:
    """``((o, rho), (c, tau), umax - u)`` of the one is ``((c, tau), (o, rho), u - umin)`` of the other."""
    layer = ConvTranspose(4, 6, (3, 2), (2, 3), ((1, 0), (2, 1)), (1, 2), groups=2)
    w = np.arange(1, 1 + int(np.prod(layer.weight_shape))).reshape(layer.weight_shape)
    phases = (2, 1)
    ours, forward = expand_transposed(layer, phases).weight(w), expand(layer.adjoint, phases).weight(w)
    rho, tau = 2 * 2 * 3, 2
    for g, o, r, c, t in product(range(2), range(3), range(rho), range(2), range(tau)):
        row, column = ours[(g * 3 + o) * rho + r], forward[(g * 2 + c) * tau + t]
        assert np.array_equal(row[c * tau + t], column[o * rho + r][::-1, ::-1])


def test_weights_are_bit_exact_copies() -> None:
    layer = ConvTranspose(2, 2, (3,), 2, bias=False)
    w = np.array([np.nan, -0.0, 1e-42, *range(1, 10)], np.float32).reshape(2, 2, 3)
    copies = expand_transposed(layer).weight(w)
    assert copies.dtype == np.float32
    stored, given = (sorted(number.tobytes() for number in array.ravel()) for array in (copies, w))
    zero = np.float32(0).tobytes()
    assert [n for n in stored if n != zero] == given


def test_sub_pixel_convolution() -> None:
    """Kernel 4, stride 2, padding 1: a 3-tap convolution with four times the channels, then depth-to-space."""
    bank = expand_transposed(ConvTranspose(64, 32, (4, 4), 2, 1))
    assert bank.layer((16, 16)) == Conv(64, 128, (3, 3), padding=1)


def test_a_wrong_bank_is_noticed(rng: random.Random) -> None:
    layer = ConvTranspose(2, 3, (3,), 2, ((1, 0),))
    x, w, b = arrays(rng, layer, (5,))
    other = expand_transposed(ConvTranspose(2, 3, (3,), 2, ((0, 1),)))
    assert (other.apply(x, w + 10, b) != transpose_plain(layer, x, w + 10, b)).any()


def test_sizes() -> None:
    layer = ConvTranspose(2, 3, (3, 2), (2, 3), ((1, 0), (2, -1)), (1, 2), (1, 0))
    assert layer.output_size((5, 4)) == (2 * 4 + 3 - 1 + 1, 3 * 3 + 3 - 1)
    assert layer.weight_shape == (2, 3, 3, 2)
    assert layer.adjoint == Conv(3, 2, (3, 2), (2, 3), ((1, -1), (2, -1)), (1, 2), bias=False)
    assert layer.adjoint.output_size((11, 11)) == (5, 4)


REFUSED = [
    ({"kernel": (0,)}, "kernel"),
    ({"stride": 0}, "stride"),
    ({"groups": 4}, "groups"),
    ({"padding": "same"}, "padding"),
    ({"output_padding": -1}, "output_padding"),
    ({"output_padding": (1, 1)}, "output_padding"),
    ({"output_padding": 0.5}, "output_padding"),
    ({"stride": sympy.Symbol("s") / 2}, "integer expression"),
    ({"output_padding": sympy.Symbol("q", negative=True)}, "declared smaller"),
]


@pytest.mark.parametrize(("change", "word"), REFUSED, ids=[str(change) for change, _ in REFUSED])
def test_wrong_numbers_are_refused(change: dict[str, object], word: str) -> None:
    with pytest.raises(SpecError, match=word):
        ConvTranspose(**{"in_channels": 2, "out_channels": 6, "kernel": (3,), **change})  # type: ignore[arg-type]


def test_sizes_that_leave_nothing_are_refused() -> None:
    with pytest.raises(SpecError, match="padding"):
        ConvTranspose(2, 2, (3,), 2, 5).output_size((4,))
    with pytest.raises(SpecError, match="axes"):
        ConvTranspose(2, 2, (3,), 2).output_size((4, 4))
    with pytest.raises(SpecError, match="ConvTranspose"):
        expand_transposed(Conv(2, 2, (3,), 2))  # type: ignore[arg-type]


def test_arrays_of_other_shapes_are_refused() -> None:
    bank = expand_transposed(ConvTranspose(2, 3, (3,), 2))
    x, w, b = np.zeros((1, 2, 5)), np.zeros((2, 3, 3)), np.zeros(3)
    for wrong in ((x[:, :1], w, b), (x, w[:1], b), (x, w, b[:2])):
        with pytest.raises(SpecError, match="shape"):
            bank.apply(*wrong)


def test_the_public_door_takes_transposed_layers_and_pools(rng: random.Random) -> None:
    """``expand`` of a transposed layer is its bank; options that it does not have are refused."""
    layer, size = random_layer(rng)
    x, w, b = arrays(rng, layer, size)
    bank = symstride.expand(layer, 2)
    assert (bank.apply(x, w, b) == transpose_plain(layer, x, w, b)).all()
    unit = bank.layer(size)
    assert unit.output_size(bank.cells(size)) == tuple(
        -(-t // (2 * s)) for t, s in zip(layer.output_size(size), layer.stride, strict=True)
    )
    for option in ({"origin": "padded"}, {"drop_dead": True}, {"input_size": size}):
        with pytest.raises(SpecError, match="phases and order alone"):
            symstride.expand(layer, **option)
