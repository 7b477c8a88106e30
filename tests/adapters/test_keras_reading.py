"""Keras models as networks: the same numbers as Keras, and a clear refusal of everything else."""

from __future__ import annotations

import os
import subprocess
import sys
from collections.abc import Callable
from itertools import product
from typing import Any

import numpy as np
import pytest
from live import agree, some_numbers
from numpy.typing import NDArray
from toolbox import ROOT

from symstride.adapters.keras.door import from_keras
from symstride.check.backends import find
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.lines.others import keras_transposed_padding

if find("keras").version() is None:
    pytest.skip(f"keras is not installed; to get it: {find('keras').requirement}", allow_module_level=True)
keras = find("keras").load()  # with a backend that is installed
L = keras.layers


@pytest.fixture(autouse=True)
def _fresh_names() -> None:
    keras.utils.clear_session()


def filled(model: Any, exact: bool = True) -> Any:
    """Weights of its own everywhere: small integers, or any numbers; variances are positive."""
    rng = np.random.default_rng(5)
    for variable in model.variables:
        if "seed" not in variable.path:
            numbers = some_numbers(rng, variable.shape, exact, "float32")
            variable.assign(np.abs(numbers) + 0.5 if "variance" in variable.path else numbers)
    return model


def moved(x: NDArray[Any], last: bool) -> NDArray[Any]:
    return np.moveaxis(x, -1, 1) if last and x.ndim > 2 else x


def check(model: Any, exact: bool = True, last: bool = True) -> Any:
    model = filled(model, exact)
    rng = np.random.default_rng(9)
    given = [some_numbers(rng, (2, *tensor.shape[1:]), exact, "float32") for tensor in model.inputs]
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


def scaled_sums() -> Any:
    """What InceptionResNetV2 and ConvNeXt of keras.applications do to their branches."""
    from keras.src.applications.convnext import LayerScale
    from keras.src.applications.inception_resnet_v2 import CustomScaleLayer

    x = keras.Input((7, 6, 3))
    y = L.Conv2D(3, 3, padding="same")(x)
    return keras.Model(x, CustomScaleLayer(0.5)([x, LayerScale(1.0, 3)(y)]))


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
    "rescaled by channel": lambda: chain(
        (7, 6, 2), L.Rescaling([0.5, 2.0], [1.0, -3.0]), L.Normalization(mean=[1.0, -2.0], variance=[4.0, 0.25])
    ),
    "enlarged": lambda: chain((4, 5, 2), L.UpSampling2D((2, 3)), L.Conv2D(3, 3, 2)),
    "enlarged in one axis": lambda: chain((4, 2), L.UpSampling1D(3), L.Conv1D(3, 3, 2)),
    "scaled sums": scaled_sums,
    "vectors": lambda: chain((7,), L.Dense(4), L.Flatten(), L.Activation("relu6")),
}  # fmt: skip
"""Models that compute exactly on integers: sums of products, maxima, and quotients that both sides round once."""

ROUNDED: dict[str, Callable[[], Any]] = {
    "layer norm": lambda: chain((7, 6, 2), L.Conv2D(4, 3, 2), L.LayerNormalization(epsilon=1e-6), L.Dense(3)),
    "layer norm of features": lambda: chain((7,), L.Dense(4), L.LayerNormalization(center=False)),
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
                          L.Activation("softsign"), L.Activation("hard_swish"), L.Activation("celu")),
    "shrunk": lambda: chain((9, 8, 2), L.Conv2D(3, 3, 2, activation="soft_shrink"), L.Activation("hard_shrink"),
                            L.Conv2D(2, 1), L.Activation("hard_tanh")),
    "softmax": lambda: chain((7, 6, 2), L.Conv2D(3, 3, 2), L.Softmax(), L.Activation("log_softmax")),
}  # fmt: skip
"""Models whose numbers are rounded."""


@pytest.mark.parametrize("name", EXACT)
def test_all_bits_of_keras(name: str) -> None:
    check(EXACT[name]())


@pytest.mark.parametrize("name", ROUNDED)
def test_keras_up_to_rounding(name: str) -> None:
    check(ROUNDED[name](), exact=False)


def test_channels_first() -> None:
    """Keras flattens with the channels last here too.  Pooling shows that places are not taken for channels."""
    first = {"data_format": "channels_first"}
    x = keras.Input((2, 9, 8))
    y = L.Conv2D(3, (3, 2), strides=(2, 1), padding="same", **first)(x)
    y = L.Conv2DTranspose(4, 3, strides=2, **first)(y)
    y = L.BatchNormalization(axis=1, gamma_initializer="ones")(y)
    y = L.Concatenate(axis=1)([y, L.MaxPooling2D(1, **first)(y)])
    check(keras.Model(x, [y, L.Flatten(**first)(y), L.Reshape((4, -1))(y), L.Softmax(axis=1)(y)]), False, last=False)


def test_sizes_that_the_model_leaves_open() -> None:
    x = keras.Input((None, None, 2), name="image")
    model = filled(keras.Model(x, L.GlobalMaxPooling2D()(L.Conv2D(3, 3, 2, "same")(x))))
    for size in ((2, 9, 8), {"image": (2, 9, 8)}):
        network = from_keras(model, size)
        given = some_numbers(np.random.default_rng(1), (2, 9, 8, 2), True, "float32")
        made = keras.ops.convert_to_numpy(model(given))
        agree(network, {"image": np.moveaxis(given, -1, 1)}, [made], True)
    refused(model, "'image'", "input_size", kind=SpecError)
    with pytest.raises(SpecError, match="positive sizes that fit"):
        from_keras(model, (3, 9, 8))
    with pytest.raises(SpecError, match="inputs image"):
        from_keras(model, {"picture": (2, 9, 8)})


def test_names_records_and_copies() -> None:
    model = filled(residual())
    network = from_keras(model)
    convs = [node for node in network.nodes if isinstance(node.operator, Conv)]
    names = [layer.name for layer in model.layers if isinstance(layer, L.Conv2D)]
    assert [node.name for node in convs] == names
    assert any(node.name == f"{names[0]}/activation" for node in network.nodes)
    weight = network.weights[f"{names[0]}.weight"]
    kernel = keras.ops.convert_to_numpy(model.get_layer(names[0]).kernel)
    assert all(weight[o, c, i, j] == kernel[i, j, c, o] for o, c, i, j in product(*map(range, (4, 2, 3, 3))))
    bias = network.weights[f"{names[0]}.bias"]
    before, shift = weight.copy(), bias.copy()
    for variable in model.get_layer(names[0]).weights:
        variable.assign(variable * 0 - 7)
    assert np.array_equal(weight, before)
    assert np.array_equal(bias, shift)
    assert before.any()


def test_a_model_called_twice_shares_its_weights() -> None:
    network = from_keras(filled(nested()))
    first, second = (node for node in network.nodes if isinstance(node.operator, Conv))
    assert first.parameters == second.parameters
    assert first.name.endswith("/conv")
    assert second.name == f"{first.name}-2"


# ------------------------------------------------------------------------------------------------ transposed layers

ROWS = [
    (word, kernel, stride, dilation, more)
    for word, kernel, stride, dilation in product(("valid", "same"), (1, 2, 3, 4, 5), (1, 2, 3), (1, 2))
    for more in (None, *range(stride))
    if stride == 1 or dilation == 1
]


def transposed(word: str, kernel: int, stride: int, dilation: int, more: int | None) -> Any:
    layer = L.Conv1DTranspose(3, kernel, stride, word, more, dilation_rate=dilation)
    return chain((5, 2), layer)


@pytest.mark.parametrize("word", ["valid", "same"])
def test_transposed_padding_is_that_of_keras(word: str) -> None:
    for row in ROWS:
        if row[0] == word:
            check(transposed(*row))


def test_transposed_sizes() -> None:
    """``stride*N`` under "same", ``stride*(N - 1) + max(span, stride)`` under "valid"; output_padding decides else."""
    for word, kernel, stride, dilation, more in ROWS:
        span = dilation * (kernel - 1) + 1
        (low, high), extra = keras_transposed_padding(word, kernel, stride, dilation, more)
        size = stride * 4 + span - low - high + extra
        free = {"same": stride * 5, "valid": stride * 4 + max(span, stride)}
        set_ = {"same": stride * 4 + span % 2 + (more or 0), "valid": stride * 4 + span + (more or 0)}
        assert size == (free if more is None else set_)[word]


JAX = """
import os, sys
sys.path.insert(0, {folder!r})
import test_keras_reading as tests
assert tests.keras.backend.backend() == "jax"
for row in tests.ROWS[::4]:
    tests.check(tests.transposed(*row))
tests.check(tests.chain((8, 2), tests.L.AveragePooling1D(2, 1, padding="same"), tests.L.Conv1D(2, 3, 2)))
print("agreed")
"""


def test_jax_computes_the_same(need: Callable[[str], str]) -> None:
    need("jax")
    folder = os.path.dirname(__file__)
    path = os.pathsep.join([str(ROOT), str(ROOT / "tests"), os.environ.get("PYTHONPATH", "")])
    run = subprocess.run(
        [sys.executable, "-c", JAX.format(folder=folder)],
        capture_output=True,
        text=True,
        timeout=110,
        env={**os.environ, "KERAS_BACKEND": "jax", "PYTHONPATH": path},
    )
    assert run.stdout.strip() == "agreed", run.stderr[-2000:]


# ------------------------------------------------------------------------------------------------ refusals


def refused(model: Any, *words: str, kind: type[SymstrideError] = NotSupported) -> None:
    with pytest.raises(kind) as caught:
        from_keras(model)
    message = str(caught.value)
    assert all(part in message for part in ("asked:", "expected:", "got:", "try:", "from_keras", *words)), message


class Odd(L.Conv2D):
    """A subclass may do anything."""


class Subclassed(keras.Model):
    """A model without a graph."""

    def call(self, x: Any) -> Any:
        return x


def called(layer: Any, **named: Any) -> Any:
    x = keras.Input((8, 8, 2))
    return keras.Model(x, layer(x, **named))


REFUSED: dict[str, tuple[Callable[[], Any], tuple[str, ...]]] = {
    "up-sampling": (lambda: called(L.UpSampling2D(interpolation="bilinear", name="up")), ("'up'", "bilinear")),
    "layer norm": (lambda: called(L.LayerNormalization(axis=1, name="ln")), ("'ln'", "along the channels")),
    "group norm": (lambda: called(L.GroupNormalization(1, name="gn")), ("'gn'", "GroupNormalization", "statistics")),
    "lambda": (lambda: called(L.Lambda(lambda x: x, name="odd")), ("'odd'", "Lambda", "any Python")),
    "permute": (lambda: called(L.Permute((2, 1, 3), name="turn")), ("'turn'", "Permute", "supported layer")),
    "subclass": (lambda: called(Odd(2, 3, name="odd")), ("'odd'", "Odd", "no subclass")),
    "namesake": (lambda: called(type("Conv2D", (L.Conv2D,), {})(2, 3)), ("Conv2D", "no subclass")),
    "activation": (lambda: called(L.Conv2D(2, 3, activation="squareplus")), ("Conv2D", "squareplus")),
    "own activation": (lambda: called(L.Activation(lambda x: x)), ("Activation", "<lambda>")),
    "slopes by place": (lambda: called(L.PReLU()), ("PReLU", "shared_axes")),
    "two bounds": (lambda: called(L.ReLU(6.0, negative_slope=0.1)), ("ReLU", "negative_slope=0.1")),
    "norm of rows": (lambda: called(L.BatchNormalization(axis=1)), ("BatchNormalization", "axis=1")),
    "training": (lambda: called(L.Dropout(0.5), training=True), ("Dropout", "training=True")),
    "rows joined": (lambda: keras.Model(x := keras.Input((4, 4, 2)), L.Concatenate(axis=1)([x, x])),
                    ("Concatenate", "axis=1")),
    "subclassed model": (lambda: Subclassed(), ("Subclassed", "functional interface")),
    "mixed formats": (lambda: chain((8, 8, 8), L.Conv2D(2, 3), L.Conv2D(2, 1, data_format="channels_first")),
                      ("one data format", "channels_first")),
    "mixed types": (lambda: called(L.Conv2D(2, 3, dtype="mixed_float16")), ("Conv2D", "mixed_float16")),
    "two types": (lambda: chain((8, 8, 2), L.Conv2D(2, 3), L.Conv2D(2, 3, dtype="float64")), ("Conv2D", "float64")),
    "integers": (lambda: keras.Model(x := keras.Input((8, 8, 2), dtype="uint8"), L.Rescaling(0.5)(x)),
                 ("inputs of float32", "uint8")),
    "function": (lambda: keras.Model(x := keras.Input((8, 8, 2)), keras.ops.roll(x, 1)), ("Roll", "keras.ops")),
    "quotient": (lambda: keras.Model(x := keras.Input((8, 8, 2)), 1 / x), ("keras.ops",)),
    "scales": (
        lambda: chain((2, 8, 8), L.Rescaling([1.0, 2.0, 3.0, 4.0]*2), L.Conv2D(2, 3, data_format="channels_first")),
        ("Rescaling", "channels last"),
    ),
    "inverse": (lambda: called(L.Normalization(mean=1.0, variance=2.0, invert=True)), ("Normalization", "invert=True")),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_refused_models(name: str) -> None:
    make, words = REFUSED[name]
    refused(make(), *words)


def test_an_average_over_a_repeated_edge() -> None:
    """Keras on PyTorch counts the edge twice, which no pool does; elsewhere it leaves the padding out."""
    model = chain((8, 2), L.AveragePooling1D(2, 1, padding="same"))
    if keras.backend.backend() == "torch":
        refused(model, "AveragePooling1D", "repeats the edge")
        given = np.arange(16, dtype=np.float32).reshape(1, 8, 2)
        made = keras.ops.convert_to_numpy(model(given))
        assert np.array_equal(made[0, -1], given[0, -1])
    else:
        check(model)


def test_wrong_requests() -> None:
    refused(3, "keras.Model", "int", kind=SpecError)
    refused(keras.Sequential([L.Conv2D(2, 3)]), "built", "keras.Input", kind=SpecError)


def test_softplus_in_double_precision() -> None:
    x = keras.Input((8, 2), dtype="float64")
    y = L.Conv1D(2, 3, dtype="float64")(x)
    refused(keras.Model(x, L.Activation("softplus", dtype="float64")(y)), "threshold 20 with float64")
    check(chain((8, 2), L.Conv1D(2, 3), L.Activation("softplus")), exact=False)


def test_an_absent_framework_is_named(monkeypatch: pytest.MonkeyPatch) -> None:
    model = chain((8, 2), L.Conv1D(2, 3))
    monkeypatch.setitem(sys.modules, "keras", None)
    with pytest.raises(NotSupported, match=r"symstride\[keras"):
        from_keras(model)


BEYOND: dict[str, tuple[Callable[[Any], Any], str]] = {
    "normalised groups": (lambda x: L.GroupNormalization(2)(x), "GroupNormalization"),
    "places between others": (lambda x: L.UpSampling2D(2, interpolation="bilinear")(x), "bilinear"),
    "attention": (lambda x: L.MultiHeadAttention(2, 2)(x, x), "MultiHeadAttention"),
    "products of two values": (lambda x: L.Dot((1, 1))([L.Flatten()(x), L.Flatten()(x)]), "Dot"),
    "rolled": (lambda x: keras.ops.roll(x, 1, 1), "Roll"),
}
"""What the doors of PyTorch and ONNX refuse as well, by ``test_doors_on_par``; the last one that of PyTorch alone."""


@pytest.mark.parametrize("name", BEYOND)
def test_what_other_doors_refuse_is_refused_here(name: str) -> None:
    function, got = BEYOND[name]
    x = keras.Input((6, 5, 4))
    with pytest.raises(NotSupported) as caught:
        from_keras(keras.Model(x, function(x)))
    assert got in caught.value.got
    assert caught.value.hint
