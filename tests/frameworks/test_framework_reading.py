"""A pasted line means what the framework's own constructor makes of it: parameter shapes, output shape, output values.

The framework evaluates the line; we read it.  Its parameters are then run through the plain loops of the layer read.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride import Conv, expand, read
from symstride.check import convolve
from symstride.check.backends import find
from symstride.check.bounds import error_bound

TORCH_LINES = {
    "nn.Conv2d(4, 6, kernel_size=7, stride=2, padding=3)": (15, 16),
    "nn.Conv2d(4, 6, 3)": (8, 7),
    "nn.Conv2d(4, 6, 3, 2, 1, 2, 2, False)": (11, 12),
    "nn.Conv2d(4, 6, (3, 5), (2, 1), (1, 2), (1, 2))": (11, 12),
    "nn.Conv2d(4, 6, kernel_size=(1, 2), stride=(3, 2), groups=2)": (11, 12),
    "nn.Conv2d(4, 8, 3, groups=4, bias=False)": (8, 7),
    "nn.Conv2d(4, 6, 4, padding='same')": (8, 7),
    "nn.Conv2d(4, 6, (2, 3), dilation=3, padding='same')": (9, 10),
    "nn.Conv2d(4, 6, 3, padding='valid')": (8, 7),
    "nn.Conv2d(4, 6, 3, stride=2, padding=(1, 2), padding_mode='circular')": (8, 6),
    "self.conv = torch.nn.Conv1d(4, 6, 5, stride=3, padding=2)": (20,),
    "nn.Conv1d(in_channels=4, out_channels=6, kernel_size=4, dilation=2)": (20,),
    "nn.Conv3d(4, 6, (1, 2, 3), stride=(1, 2, 1), padding=(0, 1, 2), device=None)": (3, 4, 5),
    "nn.Conv2d(4, 6, kernel_size=3, dtype=torch.float64)": (5, 5),
}

KERAS_LINES = {
    "Conv2D(64, (3, 3), strides=(2, 2), padding='same', activation='relu', input_shape=(64, 64, 3))": (64, 64),
    "layers.Conv2D(6, 3, 2, 'same', input_shape=(9, 8, 4))": (9, 8),
    "keras.layers.Conv2D(filters=6, kernel_size=(2, 5), strides=(1, 3), input_shape=(9, 8, 4))": (9, 8),
    "Conv2D(6, 4, padding='SAME', dilation_rate=(2, 1), use_bias=False, input_shape=(9, 8, 4))": (9, 8),
    "Conv2D(6, 3, groups=2, activation='linear', input_shape=(9, 8, 4))": (9, 8),
    "Conv2D(4, 3, strides=2, padding='same', data_format='channels_first', input_shape=(4, 7, 8))": (7, 8),
    "Conv1D(6, 3, strides=2, padding='causal', input_shape=(9, 4))": (9,),
    "Conv1D(6, 3, dilation_rate=2, padding='causal', groups=2, input_shape=(9, 4))": (9,),
    "Conv1D(6, 4, 3, padding='same', input_shape=(10, 4))": (10,),
    "Conv3D(6, (1, 2, 3), strides=(1, 2, 1), padding='same', input_shape=(3, 4, 5, 4))": (3, 4, 5),
    "DepthwiseConv2D(3, strides=2, depth_multiplier=2, padding='same', input_shape=(9, 8, 4))": (9, 8),
    "DepthwiseConv2D((3, 2), use_bias=False, activation='relu', input_shape=(9, 8, 3))": (9, 8),
    "DepthwiseConv1D(3, 2, depth_multiplier=3, input_shape=(9, 4))": (9,),
}


def assert_values(layer: Conv, x: NDArray[Any], w: NDArray[Any], b: NDArray[Any] | None, got: NDArray[Any]) -> None:
    """``got`` is the layer on ``x`` with its activation, within the error bound (a pointwise max(., 0) keeps it)."""
    assert layer.bias == (b is not None)
    assert w.shape == layer.weight_shape
    sums = convolve(layer, *(None if a is None else a.astype(np.float64) for a in (x, w, b)))  # type: ignore[arg-type]
    expected = np.maximum(sums, 0) if layer.activation == "relu" else sums
    assert got.shape == expected.shape == (len(x), layer.out_channels, *layer.output_size(x.shape[2:]))
    assert (np.abs(expected - got) <= error_bound(layer, x, w, b, got.dtype)).all()


def signal(channels: int, size: tuple[int, ...]) -> NDArray[Any]:
    return np.random.default_rng(11).standard_normal((2, channels, *size)).astype(np.float32)


@pytest.mark.parametrize("line", TORCH_LINES)
def test_a_line_of_pytorch(line: str, need: Callable[[str], str]) -> None:
    need("torch")
    import torch

    layer, size = read(line), TORCH_LINES[line]
    torch.manual_seed(3)
    module = eval(line.partition("conv = ")[2] or line, {"nn": torch.nn, "torch": torch})
    x = signal(4, size).astype(np.float64 if "float64" in line else np.float32)
    with torch.no_grad():
        got = module(torch.from_numpy(x)).numpy()
        bias = None if module.bias is None else module.bias.numpy()
        assert_values(layer, x, module.weight.numpy(), bias, got)


@pytest.mark.parametrize(
    ("line", "channels"),
    [("nn.LazyConv2d(6, 3, stride=2)", {"in_channels": 4}), ("nn.LazyConv1d(6, 4, padding=2)", {"in_channels": 4})],
)
def test_a_lazy_layer_once_its_channels_are_known(line: str, channels: dict[str, int], need: Any) -> None:
    need("torch")
    import torch

    layer = replace(read(line), **channels)  # type: ignore[arg-type]
    x = signal(4, (9, 8)[: layer.ndim])
    module = eval(line, {"nn": torch.nn})
    with torch.no_grad():
        got = module(torch.from_numpy(x)).numpy()
        assert_values(layer, x, module.weight.numpy(), module.bias.numpy(), got)


@pytest.mark.parametrize(
    "line",
    [
        "F.conv2d(x, w, b, stride=2, padding=1)",
        "torch.nn.functional.conv2d(x, w, None, (2, 1), (0, 2), groups=2)",
        "F.conv2d(x, w, bias=b, dilation=(1, 2), padding='same')",
    ],
)
def test_a_functional_line_once_its_arrays_are_known(line: str, need: Callable[[str], str]) -> None:
    need("torch")
    import torch

    groups = 2 if "groups=2" in line else 1
    x, w, b = signal(4, (9, 8)), signal(4 // groups, (3, 2))[[0, 1, 0, 1, 0, 1]], np.arange(6, dtype=np.float32)
    arrays = {"x": torch.from_numpy(x), "w": torch.from_numpy(w), "b": torch.from_numpy(b)}
    got = eval(line, {"F": torch.nn.functional, "torch": torch, **arrays}).numpy()
    pasted = read(line)
    layer = expand(pasted).subs({symbol: SIZES[symbol.name] for symbol in pasted.symbols}).layer_spec
    assert pasted.groups == groups
    assert_values(layer, x, w, b if layer.bias else None, got)


SIZES = {"C_in": 4, "C_out": 6, "k1": 3, "k2": 2}
"""What a functional line leaves open, and the arrays decide."""


@pytest.mark.parametrize("line", KERAS_LINES)
def test_a_line_of_keras(line: str, need: Callable[[str], str]) -> None:
    need("keras")
    keras = find("keras").load()
    layer, size = read(line), KERAS_LINES[line]
    assert layer.input_size == size
    module = eval(line, {**vars(keras.layers), "keras": keras, "layers": keras.layers})
    x = signal(int(layer.in_channels), size)
    given = x if "channels_first" in line else np.moveaxis(x, 1, -1)
    module.build(given.shape)
    rng = np.random.default_rng(5)
    parameters = [rng.standard_normal(a.shape).astype(np.float32) for a in module.get_weights()]
    module.set_weights(parameters)
    answer = np.asarray(keras.ops.convert_to_numpy(module(given)))
    got = answer if "channels_first" in line else np.moveaxis(answer, -1, 1)
    assert_values(layer, x, _weights(layer, parameters[0]), parameters[1] if layer.bias else None, got)


def _weights(layer: Conv, kernel: NDArray[Any]) -> NDArray[Any]:
    """Keras' ``(*k, C/groups, O)``, or ``(*k, C, multiplier)`` when depthwise, as ``(O, C/groups, *k)``."""
    if layer.in_per_group == 1 and kernel.shape[-2] == layer.in_channels:
        return np.moveaxis(kernel, (-2, -1), (0, 1)).reshape(layer.weight_shape)
    return np.moveaxis(kernel, (-1, -2), (0, 1))


def test_a_misread_line_would_be_noticed(need: Callable[[str], str]) -> None:
    need("torch")
    import torch

    module, x = torch.nn.Conv2d(4, 6, 3, 2, 1), signal(4, (9, 8))
    with torch.no_grad():
        parts = (x, module.weight.numpy(), module.bias.numpy(), module(torch.from_numpy(x)).numpy())
        assert_values(read("nn.Conv2d(4, 6, 3, 2, 1)"), *parts)
        for wrong in ("nn.Conv2d(4, 6, 3, 1, 1)", "nn.Conv2d(4, 6, 3, 2, 2)", "nn.Conv2d(4, 6, 3, 2, 1, bias=False)"):
            with pytest.raises(AssertionError):
                assert_values(read(wrong), *parts)
