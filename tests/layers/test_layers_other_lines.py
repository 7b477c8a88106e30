"""Lines of transposed layers and pools: the sizes that the frameworks have, and theorems about the records."""

from __future__ import annotations

import itertools
from collections.abc import Callable

import pytest
import sympy

import symstride as ss
from symstride.errors import NotSupported, SpecError
from symstride.layers.lines.others import jax_transposed_padding, keras_transposed_padding

READ = {
    "nn.ConvTranspose2d(8, 4, (4, 3), stride=2, padding=1, output_padding=(0, 1), groups=2, bias=False)":
        ss.ConvTranspose(8, 4, (4, 3), 2, 1, 1, (0, 1), 2, bias=False),
    "nn.ConvTranspose1d(2, 1, kernel_size=8, stride=4, padding=2)": ss.ConvTranspose(2, 1, (8,), 4, 2),
    "Conv2DTranspose(3, 4, strides=2, padding='same', input_shape=(5, 5, 8))":
        ss.ConvTranspose(8, 3, (4, 4), 2, 1),
    "nn.ConvTranspose(3, (3,), strides=(2,), padding='VALID', use_bias=False)":
        ss.ConvTranspose(1, 3, (3,), 2, 0, bias=False),
    "nn.MaxPool2d(3, stride=2, padding=1)": ss.MaxPool((3, 3), (2, 2), ((1, 1), (1, 1)), (1, 1)),
    "F.max_pool1d(x, 3, 2, 0, 2, True)": ss.MaxPool((3,), (2,), ((0, 0),), (2,), True),
    "nn.MaxPool1d(3, 2, 0, 2, False, True)": ss.MaxPool((3,), (2,), ((0, 0),), (2,), True),
    "nn.AvgPool2d((2, 3), count_include_pad=False)":
        ss.AveragePool((2, 3), (2, 3), ((0, 0), (0, 0)), (1, 1)),
    "layers.MaxPooling2D()": ss.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)),
    "AveragePooling1D(3, 2)": ss.AveragePool((3,), (2,), ((0, 0),), (1,)),
    "nn.Fold((7, 8), (3, 2), stride=2)":
        ss.ConvTranspose(6, 1, (3, 2), 2, 0, 1, (0, 0), bias=False),
}  # fmt: skip


@pytest.mark.parametrize("line", READ)
def test_a_line_is_its_record(line: str) -> None:
    assert ss.read(line) == READ[line]


@pytest.mark.parametrize("line", ["nn.ConvTranspose1d(2, 1, 4, 2, 1)", "nn.MaxPool1d(3, 2, 1)", "nn.AvgPool1d(2)"])
def test_a_record_is_proved_for_a_size(line: str) -> None:
    layer = ss.read(line)
    theorem = ss.prove(layer, input_size=7)
    assert theorem.verdict
    assert ss.replay(theorem.certificate()).claims
    assert "input size (7,); phases (2,)" in ss.prove(layer, phases=2, input_size=7).subject.title
    assert ss.expand(layer).axes[0].S == 2
    assert ss.cross_check(layer, 7).ok
    with pytest.raises(SpecError, match=r"a layer \(Conv\)"):
        ss.convolution_tensor(layer, 7)
    assert ss.equal(line, layer, sizes=[7]).status == "equal"
    assert ss.draw(layer, input_size=7).data("svg")


def test_pools_are_compared() -> None:
    assert ss.equal("nn.MaxPool1d(3, 2, 1)", "nn.AvgPool1d(3, 2, 1)", sizes=[7]).status == "different"
    assert ss.equal("nn.MaxPool1d(3, 2, 1)", "nn.Conv1d(1, 1, 3, 2, 1)", sizes=[7]).status == "open"


K, S, P, E = sympy.symbols("k s p e")
IN_SYMBOLS = {
    "nn.ConvTranspose2d(8, 3, k, stride=s, padding=p, output_padding=e)":
        ss.ConvTranspose(8, 3, K, S, P, 1, E, ndim=2),
    "nn.MaxPool2d(k, s, padding=p)": ss.MaxPool(K, S, P, ndim=2),
    "nn.AvgPool1d(k)": ss.AveragePool(K, K, ndim=1, count_include_pad=True),
    "MaxPooling1D(2*k, s)": ss.MaxPool(2 * K, S, ndim=1),
}  # fmt: skip


@pytest.mark.parametrize("line", IN_SYMBOLS)
def test_lines_have_symbols(line: str) -> None:
    assert ss.read(line) == IN_SYMBOLS[line]
    assert "every input size" in ss.prove(ss.read(line)).subject.title


@pytest.mark.parametrize(
    "line", ["Conv2DTranspose(8, k, strides=2)", "nn.Fold((7, 8), k)", "nn.ConvTranspose(3, (k,), strides=(2,))"]
)
def test_a_padding_that_is_worked_out_needs_numbers(line: str) -> None:
    with pytest.raises(NotSupported, match="a number, from which the padding is worked out"):
        ss.read(line)


def test_unfolding_is_read_as_the_layer_that_copies() -> None:
    layer, channels = ss.read("F.unfold(x, (2, 3), stride=2)"), sympy.Symbol("C_in")
    assert (layer.in_channels, layer.out_channels, layer.groups) == (channels, 6 * channels, channels)
    assert ss.read("lax.conv_general_dilated(x, w, (2, 1), 'SAME')").stride == (2, 1)


def test_which_output_padding_gives_the_size_back() -> None:
    """For kernel 2s and padding ceil(s/2), which audio codecs have, it is ``(N + s mod 2) mod s``."""
    for s, n in itertools.product((2, 3, 4, 5, 8), range(40, 56)):
        down = ss.Conv(1, 1, 2 * s, stride=s, padding=-(-s // 2), ndim=1)
        (more,), (m,) = ss.output_padding(down, n), down.output_size(n)
        assert more == (n + s % 2) % s
        assert ss.ConvTranspose(1, 1, (2 * s,), s, -(-s // 2), 1, more).output_size((m,)) == (n,)
    size = sympy.Symbol("N")
    assert ss.output_padding(ss.Conv(1, 1, 4, stride=2, padding=1, ndim=1), size) == (size - 2 * sympy.floor(size / 2),)
    assert ss.output_padding(ss.Conv(1, 1, 3, stride=2, padding="same", input_size=8, ndim=1)) == (0,)
    with pytest.raises(SpecError, match="input_size"):
        ss.output_padding(ss.Conv(1, 1, 3, stride=2, ndim=1))
    for k, s, p, dl, n in itertools.product((1, 3, 4), (1, 2, 3), (0, 1), (1, 2), (9, 10)):
        layer = ss.Conv(1, 1, k, stride=s, padding=p, dilation=dl, ndim=1)
        whole = ss.ConvTranspose(1, 1, (k,), s, p, dl, ss.output_padding(layer, n))
        assert whole.output_size(layer.output_size(n)) == (n,)


def test_same_for_transposed_layers_gives_stride_times_the_size() -> None:
    for k, s, dl, n in itertools.product((1, 2, 3, 4, 5), (1, 2, 3), (1, 2), (1, 4)):
        for padding in (jax_transposed_padding, lambda *row: keras_transposed_padding(*row, None)):
            pair, more = padding("same", k, s, dl)
            assert ss.ConvTranspose(1, 1, (k,), s, (pair,), dl, more).output_size((n,)) == (s * n,)


def test_the_padding_of_jax(need: Callable[[str], str]) -> None:
    """Places, not sizes alone: an impulse comes out at the same places."""
    need("jax")
    import jax.numpy as jnp
    import numpy as np
    from jax import lax

    from symstride.network.evaluate import evaluate
    from symstride.network.one_layer import network_of

    for word, k, s, dl in itertools.product(("same", "valid"), (1, 2, 3, 4), (1, 2, 3), (1, 2)):
        pair, more = jax_transposed_padding(word, k, s, dl)
        layer = ss.ConvTranspose(1, 1, (k,), s, (pair,), dl, more, bias=False)
        network = network_of(layer, 4)
        weight = np.arange(1.0, k + 1, dtype="float32")
        x = np.arange(1.0, 5, dtype="float32").reshape(1, 1, 4)
        found = evaluate(network.with_weights({network.nodes[1].parameters[0]: weight.reshape(1, 1, k)}), x)["y"]
        wide = lax.conv_transpose(jnp.asarray(x), jnp.asarray(weight[::-1].copy().reshape(1, 1, k)), (s,), word.upper(),
                                  rhs_dilation=(dl,), dimension_numbers=("NCH", "OIH", "NCH"))  # fmt: skip
        assert np.array_equal(np.asarray(wide), found), (word, k, s, dl)


def test_torch_makes_the_same_sizes(need: Callable[[str], str]) -> None:
    need("torch")
    import torch
    from torch import nn

    from symstride.network.one_layer import network_of

    for line in READ:
        if (line.startswith("nn.") and "Conv" in line and "'VALID'" not in line) or ("Pool" in line and "nn." in line):
            made, layer = eval(line, {"nn": nn}), ss.read(line)
            network = network_of(layer, 9)
            given = torch.zeros(1, *network.shapes["x"])
            assert tuple(made(given).shape[1:]) == network.shapes["y"], line
