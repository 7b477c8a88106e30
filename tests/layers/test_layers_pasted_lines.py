"""Lines that people paste and that are no layer here: what each of them is told to try, and that this works."""

from __future__ import annotations

import re
from collections.abc import Callable
from typing import Any

import pytest
import sympy

import symstride
from symstride.errors import NotSupported, SpecError
from symstride.layers.lines.reading import read
from symstride.layers.lines.signatures import SIGNATURES, UNCOVERED, WORDS

FROM_TORCH = "symstride.prove(symstride.read(layer.eval(), (channels, height, width)))"
FROM_KERAS = "symstride.read(keras.Sequential([keras.Input((height, width, channels)), layer]))"
TORCH_ORDER = (
    "the order is in_channels, out_channels, kernel_size, stride, padding, dilation, groups, bias, padding_mode"
)

# line -> a piece of what to try
LINES = {
    NotSupported: {
        "nn.LazyConvTranspose3d(3, 3)": FROM_TORCH,
        "F.conv_transpose2d(x, w, stride=2)": "write it as a layer of PyTorch",
        "nnx.ConvTranspose(3, 4, kernel_size=(3, 3), strides=2, rngs=rngs)": "write it as a layer of PyTorch",
        "jax.lax.conv_transpose(x, w, (2, 2), 'SAME')": "write it as a layer of PyTorch or Keras",
        "tf.nn.conv2d_transpose(x, w, output_shape=[1, 8, 8, 4], strides=2)": "write it as a layer of PyTorch or Keras",
        "nn.AdaptiveAvgPool2d(1)": FROM_TORCH,
        "GlobalAveragePooling2D()": FROM_KERAS,
        "nn.max_pool(x, (2, 2), strides=(2, 2))": "write it as a layer of PyTorch or Keras",
        "tf.image.extract_patches(x, [1, 3, 3, 1], [1, 2, 2, 1], [1, 1, 1, 1], 'VALID')": "weights 0 and 1: nn.Conv2d(",
        "tf.nn.conv2d(x, w, strides=[1, 2, 2, 1], padding='SAME')": "into Conv2D(filters, kernel_size",
        "tf.nn.convolution(x, w, strides=2)": "into Conv2D(filters, kernel_size",
        "tf.layers.conv2d(x, 64, 3, strides=2)": "into Conv2D(filters, kernel_size",
        "tf.compat.v1.layers.Conv2D(64, 3)": "into Conv2D(filters, kernel_size",
        "slim.conv2d(x, 64, [3, 3])": "into Conv2D(filters, kernel_size",
        "jax.lax.conv_with_general_padding(x, w, (2, 2), 'SAME')": "into nnx.Conv(in_features, out_features",
        "lax.conv(x, w, (2, 2), 'SAME')": "into nnx.Conv(in_features, out_features",
        "hk.Conv2D(64, 3, stride=2)": "into nn.Conv2d(in_channels, out_channels",
        "eqx.nn.Conv2d(3, 64, 3, stride=2, key=key)": "into nn.Conv2d(in_channels, out_channels",
        "mx.sym.Convolution(data=x, num_filter=64, kernel=(3, 3), stride=(2, 2))": "into nn.Conv2d(in_channels",
        "gluon.nn.Conv2D(channels=64, kernel_size=3)": "into nn.Conv2d(in_channels, out_channels",
        "paddle.nn.Conv2D(3, 64, 3, stride=2)": "into nn.Conv2d(in_channels, out_channels",
        "onnx.helper.make_node('Conv', ['x', 'w'], ['y'], pads=[1, 1, 1, 1])": "symstride.read(path)",
        "torch.ao.nn.quantized.Conv2d(3, 64, 3)": "the theorem holds for integers",
        "SeparableConv2D(64, 3)": "DepthwiseConv2D(kernel_size, strides=1) and Conv2D(filters, 1)",
        "nn.Linear(3, 4)": "symstride.read(module, input_size)",
        "layers.BatchNormalization()": "symstride.read(module, input_size)",
        "nn.LeakyReLU(0.1)": "symstride.read(module, input_size)",
        "nn.Upsample(scale_factor=2)": "symstride.read(module, input_size)",
    },
    SpecError: {
        "": "paste one layer",
        "conv": "paste one layer",
        "self.conv(x)": "paste the line that makes the layer: self.conv = nn.Conv2d(...)",
        "x = conv1(x)": "paste the line that makes the layer: conv1 = nn.Conv2d(...)",
        "nn.Sequential(nn.Conv2d(3, 64, 3, stride=2), nn.ReLU())": "the layer alone: nn.Conv2d(3, 64, 3, stride=2)",
        "Sequential([layers.Input((9, 9, 3)), layers.Conv2D(64, 3)])": "the layer alone: layers.Conv2D(64, 3)",
        "nn.Sequential(OrderedDict([('c', nn.Conv2d(3, 64, 3))]))": "the layer alone: nn.Conv2d(3, 64, 3)",
        "nn.Sequential(nn.Conv2d(3, 64, 3), nn.Conv2d(64, 64, 3))": "one at a time, or read the network",
        "nn.utils.weight_norm(nn.Conv2d(3, 64, 3))": "the layer alone: nn.Conv2d(3, 64, 3)",
        "layers.append(nn.Conv2d(3, 64, 3))": "the layer alone: nn.Conv2d(3, 64, 3)",
        "TimeDistributed(Conv2D(64, 3))": "the layer alone: Conv2D(64, 3)",
        "x = F.relu(F.conv2d(x, w, stride=2))": "the layer alone: F.conv2d(x, w, stride=2)",
        "nn.Conv2d(3, 64, 3).apply(init)": "the layer alone: nn.Conv2d(3, 64, 3)",
        "nn.conv2d(3, 64, 3)": "did you mean nn.Conv2d?",
        "keras.Conv2D(64, 3)": "did you mean keras.layers.Conv2D?",
        "torch.Conv2d(3, 64, 3)": "did you mean torch.nn.Conv2d?",
        "nn.Cov2d(3, 64, 3)": "did you mean nn.Conv2d?",
        "Convolution2D(64, 3, 3, subsample=(2, 2), border_mode='same')": "did you mean strides?",
        "Conv(kernel_shape=[3, 3], strides=[2, 2])": "did you mean kernel_size?",
        "nn.Conv(64, (3, 3), rhs_dilation=2)": "did you mean kernel_dilation?",
        "nn.Conv2d(3, 64, 3, group=3)": "did you mean groups?",
        "nn.Conv2d(3, 64, 3, bias=None)": "write bias=False",
        "nn.Conv2d(3, 64, 3, bias=1)": "write bias=True",
        "Conv2D(64, 3, use_bias=0)": "write use_bias=False",
        "nn.Conv2d(3, 64, 3, 2, 1, True)": TORCH_ORDER,
        "nn.Conv2d(3, 64, 3, 2, True)": TORCH_ORDER,
        "nn.Conv2d(3, 64, 3, 2, 1, 1, 1, 'zeros')": TORCH_ORDER,
        "Conv2D(64, 3, 'same')": "the order is filters, kernel_size, strides, padding",
        "Conv2D(64, 3, 'relu')": "the order is filters, kernel_size, strides, padding",
        "nn.Conv2d(3, 64, 3, stride='2')": "without quotes",
        "nn.Conv2d(3, 64, 3, padding=True)": "write a number",
        "nn.Conv2d(3, 64, 3, padding='SAME')": "write padding='same'",
        "nn.Conv2d(3, 64, 3, padding='same_lower')": "write numbers",
        "nn.Conv2d(3, 64, 3, padding='full')": "write numbers",
        "Conv2D(64, 3, padding=1)": "nn.Conv2d(..., padding=1)",
    },
}


@pytest.mark.parametrize(("kind", "line"), [(kind, line) for kind, lines in LINES.items() for line in lines])
def test_each_line_is_told_what_to_try(kind, line, refused):
    assert LINES[kind][line] in refused(lambda: read(line), kind, "read(text)").hint


def test_every_row_is_reached():
    rows = [next(row for row in UNCOVERED if row.hint == hint(line)) for line in LINES[NotSupported]]
    patterns = {row.pattern for row in UNCOVERED}
    reached = {row.pattern for row in UNCOVERED if any(row.hint == other.hint for other in rows)}
    assert patterns - reached == {r"(\w+\.)*(ConvLocal|LocallyConnected[12]D)"}


def hint(line: str) -> str:
    with pytest.raises(NotSupported) as caught:
        read(line)
    return caught.value.hint


def test_every_word_has_a_role_that_some_layer_has():
    roles = {parameter.role for signature in SIGNATURES for parameter in signature.parameters}
    assert set(WORDS.values()) <= roles
    assert not set(WORDS) & {p.name for s in SIGNATURES if s.meaning == "torch" for p in s.parameters}


# ---------------------------------------------------------------- what to try works


@pytest.mark.parametrize("row", UNCOVERED, ids=lambda row: row.what)
def test_lines_in_hints_can_be_read(row):
    for line in re.findall(r"\b(?:nn\.Conv2d|nnx\.Conv|(?:Depthwise)?Conv2D)\([^()]*(?:\([^()]*\)[^()]*)*\)", row.hint):
        assert read(line).ndim == 2


def network_of(line: str, layer: object, **names: object) -> Any:
    """What the hint of the line makes of the layer."""
    code = re.search(r"symstride\.prove\(.*\)", hint(line))
    assert code is not None
    return eval(code[0], {"symstride": symstride, "layer": layer, "channels": 4, "height": 7, "width": 8, **names})


@pytest.mark.parametrize("line", ["nn.AdaptiveAvgPool2d((7, 4))"])
def test_a_layer_of_pytorch_is_proved_as_a_network(line: str, need: Callable[[str], str]) -> None:
    need("torch")
    from torch import nn

    proved = network_of(line, eval(line, {"nn": nn}))
    assert symstride.replay(proved.certificate()).claims


def test_unfolding_is_the_layer_that_the_hint_writes(need: Callable[[str], str]) -> None:
    need("torch")
    import torch
    from torch import nn

    C, k1, k2, s = 3, 2, 3, 2
    x = torch.arange(C * 7 * 9.0).reshape(1, C, 7, 9)
    line = re.search(r"nn\.Conv2d\(.*\)", hint("tf.image.extract_patches(x)"))
    assert line is not None
    layer = eval(line[0])
    with torch.no_grad():
        layer.weight[:] = torch.eye(k1 * k2).reshape(1, k1 * k2, 1, k1, k2).expand(C, -1, -1, -1, -1).flatten(0, 1)
        assert torch.equal(layer(x).flatten(2), nn.Unfold((k1, k2), stride=s)(x))


def test_symbols_of_hints_are_symbols() -> None:
    line = re.search(r"nn\.Conv2d\(.*\)", hint("tf.image.extract_patches(x)"))
    assert line is not None
    assert read(line[0]).out_channels == sympy.Symbol("C") * sympy.Symbol("k1") * sympy.Symbol("k2")
