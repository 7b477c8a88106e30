"""Keras models as networks: the same numbers as Keras, and a clear refusal of everything else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable, Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
from live import agree, some_numbers
from numpy.typing import NDArray
from toolbox import ROOT

from symstride.adapters.keras import from_keras
from symstride.adapters.keras_windows import transposed_padding
from symstride.check.backends import find
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.network import operators as op
from symstride.spec.layer import Conv

if find("keras").version() is None:
    pytest.skip(f"keras is not installed; to get it: {find('keras').requirement}", allow_module_level=True)
keras = find("keras").load()  # with a backend that is installed
L = keras.layers


@pytest.fixture(autouse=True)
def _double() -> Iterator[None]:
    """Layers compute in float64 here, and names start again."""
    before = keras.config.floatx()
    keras.config.set_floatx("float64")
    keras.utils.clear_session()
    yield
    keras.config.set_floatx(before)


def filled(model: Any, exact: bool = True) -> Any:
    """Weights of its own everywhere: small integers, or any numbers; variances are positive."""
    rng = np.random.default_rng(5)
    for variable in model.variables:
        if "seed" not in variable.path:
            numbers = some_numbers(rng, variable.shape, exact)
            variable.assign(np.abs(numbers) + 0.5 if "variance" in variable.path else numbers)
    return model


def moved(x: NDArray[Any], last: bool) -> NDArray[Any]:
    return np.moveaxis(x, -1, 1) if last and x.ndim > 2 else x


def check(model: Any, exact: bool = True, last: bool = True) -> Any:
    model = filled(model, exact)
    rng = np.random.default_rng(9)
    given = [some_numbers(rng, (2, *tensor.shape[1:]), exact) for tensor in model.inputs]
    network = from_keras(model)
    made = model(given if len(given) > 1 else given[0], training=False)
    listed = [keras.ops.convert_to_numpy(one) for one in (made if isinstance(made, list | tuple) else [made])]
    feeds = {node.name: moved(x, last) for node, x in zip(network.inputs, given, strict=True)}
    agree(network, feeds, [moved(y, last) for y in listed], exact)
    return network


def chain(shape: tuple[int, ...], *layers: Any) -> Any:
    return keras.Sequential([keras.Input(shape), *layers])


def residual() -> Any:
    x = keras.Input((9, 8, 2))
    y = L.Conv2D(4, 3, strides=2, padding="same", activation="relu")(x)
    y = L.Conv2D(4, 3, padding="same")(y)
    y = L.Add()([y, L.Conv2D(4, 1, strides=2)(x)])
    return keras.Model(x, L.Activation("relu")(y))


def merged() -> Any:
    x, z = keras.Input((7, 6, 2), name="left"), keras.Input((7, 6, 3), name="right")
    y = L.Conv2D(3, 2, padding="same")(x)
    parts = [L.Multiply()([y, z]), L.Maximum()([y, z]), L.Subtract()([y, z]), L.Average()([y, z])]
    return keras.Model([x, z], [L.Concatenate()(parts), L.Concatenate(axis=3)([x, z, y])])


def excited() -> Any:
    x = keras.Input((9, 8, 2))
    y = L.Conv2D(4, 3, strides=2)(x)
    gate = L.GlobalMaxPooling2D(keepdims=True)(y)
    return keras.Model(x, L.Multiply()([y, L.Dense(4, activation="relu")(gate)]))


def operations() -> Any:
    x = keras.Input((7, 6, 2))
    y = L.Conv2D(2, 3, padding="same")(x)
    return keras.Model(x, keras.ops.relu(2.0 * y + x - 1) / 4 - x * y)


def nested() -> Any:
    inner = chain((7, 6, 2), L.Conv2D(2, 3, padding="same", name="conv"), L.ReLU())
    x = keras.Input((7, 6, 2))
    return keras.Model(x, L.MaxPooling2D()(inner(inner(x))))


def several() -> Any:
    x = keras.Input((9, 8, 2))
    y = L.Conv2D(3, 3, strides=2)(x)
    return keras.Model(x, [y, L.Flatten()(y), y])


EXACT: dict[str, Callable[[], Any]] = {
    "conv 1d": lambda: chain((17, 4), L.Conv1D(6, 5, strides=3, padding="same", groups=2)),
    "causal": lambda: chain((14, 2), L.Conv1D(3, 4, padding="causal", dilation_rate=3)),
    "conv 2d": lambda: chain((11, 14, 3), L.Conv2D(4, (3, 5), strides=(2, 3), activation="relu")),
    "conv 2d same": lambda: chain((11, 14, 3), L.Conv2D(4, (4, 3), strides=(3, 2), padding="same", use_bias=False)),
    "conv 2d dilated": lambda: chain((11, 14, 3), L.Conv2D(4, (2, 3), dilation_rate=(3, 2), padding="same")),
    "conv 3d": lambda: chain((5, 6, 7, 2), L.Conv3D(3, (2, 3, 1), strides=(1, 2, 3), padding="same")),
    "depthwise 1d": lambda: chain((9, 3), L.DepthwiseConv1D(3, strides=2, depth_multiplier=2)),
    "depthwise 2d": lambda: chain((9, 8, 3), L.DepthwiseConv2D((3, 2), 2, padding="same", depth_multiplier=2,
                                                               activation="relu")),
    "separable 1d": lambda: chain((9, 3), L.SeparableConv1D(4, 3, strides=2, depth_multiplier=2)),
    "separable 2d": lambda: chain((9, 8, 3), L.SeparableConv2D(4, 3, 2, padding="same", activation=L.ReLU())),
    "transposed 1d": lambda: chain((6, 2), L.Conv1DTranspose(3, 5, strides=3, output_padding=1)),
    "transposed 2d": lambda: chain((5, 4, 2), L.Conv2DTranspose(3, (3, 4), strides=(2, 3), padding="same")),
    "transposed 2d valid": lambda: chain((5, 4, 2), L.Conv2DTranspose(3, (3, 2), strides=(2, 3), use_bias=False)),
    "transposed 3d": lambda: chain((2, 3, 2, 2), L.Conv3DTranspose(3, (2, 3, 1), strides=(2, 1, 2), padding="same")),
    "max pool 1d": lambda: chain((13, 2), L.MaxPooling1D(4, 3, padding="same")),
    "max pool 2d": lambda: chain((10, 9, 2), L.MaxPooling2D((3, 2), (2, 3), padding="same")),
    "max pool 3d": lambda: chain((5, 6, 4, 2), L.MaxPooling3D(2)),
    "average pool 1d": lambda: chain((13, 2), L.AveragePooling1D(3, 2, padding="same")),
    "average pool 2d": lambda: chain((10, 9, 2), L.AveragePooling2D((3, 2), (2, 3))),
    "average pool 3d": lambda: chain((5, 6, 7, 2), L.AveragePooling3D((3, 2, 1), padding="valid")),
    "residual": residual,
    "merged": merged,
    "squeeze and excite": excited,
    "functions": operations,
    "nested and shared": nested,
    "several outputs": several,
    "flatten and dense": lambda: chain((9, 8, 2), L.Conv2D(3, 3, 2), L.Flatten(), L.Dropout(0.5),
                                       L.Dense(5, activation="relu"), L.Dense(3, use_bias=False)),
    "dense on a map": lambda: chain((5, 4, 3), L.Dense(2, activation="relu"), L.Conv2D(3, 2, 2)),
    "reshaped": lambda: chain((6, 4, 3), L.Conv2D(4, 3, 1, "same"), L.Reshape((4, -1, 2)), L.Conv2D(2, 3, 2),
                              L.Reshape((-1,))),
    "padded and cropped": lambda: chain((6, 7, 2), L.ZeroPadding2D(((1, 2), (0, 3))), L.Cropping2D(((1, 0), (2, 1))),
                                        L.Conv2D(3, 3, 2)),
    "padded and cropped 1d": lambda: chain((9, 2), L.ZeroPadding1D(2), L.Conv1D(2, 3), L.Cropping1D((1, 2))),
    "padded and cropped 3d": lambda: chain((4, 3, 5, 2), L.ZeroPadding3D(1), L.Conv3D(2, 2, 2),
                                           L.Cropping3D(((0, 1), (1, 0), (0, 1)))),
    "slopes": lambda: chain((7, 6, 2), L.Conv2D(3, 2), L.PReLU(shared_axes=[1, 2]), L.ReLU(max_value=30.0),
                            L.LeakyReLU(0.25), L.ReLU(threshold=2.0), L.ReLU(negative_slope=0.5)),
    "rescaled": lambda: chain((7, 6, 2), L.Rescaling(0.5, -3.0), L.GaussianNoise(1.0), L.Conv2D(3, 2, 2)),
    "vectors": lambda: chain((7,), L.Dense(4), L.Flatten(), L.Activation("relu6")),
}  # fmt: skip
"""Models that compute exactly on integers: sums of products, maxima, and quotients that both sides round once."""

ROUNDED: dict[str, Callable[[], Any]] = {
    "batch norm": lambda: chain((9, 8, 2), L.Conv2D(4, 3, 2, "same", use_bias=False), L.BatchNormalization(), L.ReLU()),
    "batch norm, bare": lambda: chain((9, 8, 2), L.BatchNormalization(center=False, scale=False, epsilon=0.1),
                                      L.Conv2D(2, 3, 2)),
    "batch norm of features": lambda: chain((3, 2, 4), L.Flatten(), L.Dense(5), L.BatchNormalization()),
    "global average": lambda: chain((9, 8, 2), L.Conv2D(4, 3, 2), L.GlobalAveragePooling2D(), L.Dense(3, "softmax")),
    "global average 1d": lambda: chain((9, 2), L.Conv1D(4, 3, 2), L.GlobalAveragePooling1D(keepdims=True)),
    "smooth": lambda: chain((9, 8, 2), L.Conv2D(3, 3, 2, activation="silu"), L.Activation("gelu"),
                            L.Activation("elu"), L.ELU(0.7), L.Activation("selu"), L.Activation("tanh"),
                            L.Activation("mish"), L.Activation("sigmoid"), L.Activation("exponential")),
    "bent": lambda: chain((9, 8, 2), L.Conv2D(3, 3, 2, activation="leaky_relu"), L.Activation("hard_sigmoid"),
                          L.Activation("softsign"), L.Activation("hard_swish"), L.Activation("celu"),
                          L.Activation("hard_tanh"), L.Activation("soft_shrink"), L.Activation("hard_shrink")),
    "softmax": lambda: chain((7, 6, 2), L.Conv2D(3, 3, 2), L.Softmax(), L.Activation("log_softmax")),
}  # fmt: skip
"""Models whose numbers are rounded."""


@pytest.mark.parametrize("name", EXACT)
def test_all_bits_of_keras(name: str) -> None:
    check(EXACT[name]())


@pytest.mark.parametrize("name", ROUNDED)
def test_keras_up_to_rounding(name: str) -> None:
    check(ROUNDED[name](), exact=False)
