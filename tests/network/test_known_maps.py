"""The table of known maps says what is so; and nothing else comes through the doors as a map of one number."""

from __future__ import annotations

import functools
import random
from collections.abc import Callable, Iterator
from math import inf, isfinite
from typing import Any

import numpy as np
import pytest
import zoo
from finite_networks import attributes

from symstride import Conv, read
from symstride.adapters.keras import activations as keras_activations
from symstride.adapters.onnx import nodes as onnx_nodes
from symstride.adapters.onnx.door import from_onnx
from symstride.adapters.onnx.reading import READERS
from symstride.adapters.torch import functions as torch_functions
from symstride.check.backends import find
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.activations import IDENTITY, KNOWN, OF_KERAS
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import maps, pointwise
from symstride.network.operators import records as op

SIZES = [0.0, 1e-30, 1e-3, 0.25, 0.5, 1.0, 1.5, 6.0, 50.0, 700.0, 1e4, 1e15]
NUMBERS = np.array([sign * n for n in SIZES for sign in (1.0, -1.0)])

EDGES: dict[str, list[dict[str, float]]] = {
    "celu": [{"alpha": 0.0}, {"alpha": -1.0}, {"alpha": 2.0}],
    "clip": [{"low": inf}, {"high": -inf}, {"low": -inf, "high": inf}, {"low": 3.0, "high": 1.0}],
    "divide": [{"by": 0.0}],
    "elu": [{"alpha": inf}, {"alpha": 0.0}],
    "leaky_relu": [{"alpha": inf}, {"alpha": float("nan")}],
    "hard_sigmoid": [{"alpha": 1.0, "beta": 0.0}],
    "power": [{"exponent": n} for n in (0.0, 1.0, 4.0, -2.0, 0.5, 1.5)],
    "shrink": [{"bias": 1.0, "lambd": -1.0}],
    "lrn": [{"size": 3, "alpha": a, "beta": b, "bias": k} for a in (1.0, 0.0, -1.0) for b in (0.5, 3.0, -1.0)
            for k in (1.0, 0.0, -1.0, 1e-30)],
}  # fmt: skip
"""Attributes at which a map changes its nature."""


def rows() -> Iterator[tuple[str, maps.Known, pointwise.Map, dict[str, float]]]:
    for table, meanings in ((maps.POINTWISE, pointwise.POINTWISE), (maps.PIXELWISE, pointwise.PIXELWISE)):
        for name, known in table.items():
            drawn = [dict(attributes(random.Random(seed), name)) for seed in range(12)]
            for given in [*drawn, *EDGES.get(name, [])]:
                yield name, known, meanings[name], given


def on_channels(map_: pointwise.Map, numbers: np.ndarray[Any, Any], given: dict[str, float]) -> np.ndarray[Any, Any]:
    """Each number in one place of three channels, beside 0 and a number of another size."""
    x = np.stack([numbers, 0 * numbers, numbers[::-1]])[None]
    with np.errstate(all="ignore"):
        return np.asarray(map_(x, **given))


def test_the_table_and_the_meanings_have_the_same_maps() -> None:
    assert list(maps.POINTWISE) == list(pointwise.POINTWISE)
    assert list(maps.PIXELWISE) == list(pointwise.PIXELWISE)


@pytest.mark.parametrize("dtype", ["float16", "float32", "float64"])
def test_rows_say_what_numbers_say(dtype: str) -> None:
    """0 is kept, numbers stay numbers, and none is larger than its bound, as long as that is a number itself."""
    said = 0
    largest = float(np.finfo(dtype).max) / 4
    for name, known, meaning, given in rows():
        for numbers in (NUMBERS[:2], NUMBERS[:12], NUMBERS):
            x = numbers[np.abs(numbers) < largest].astype(dtype)
            y, most = on_channels(meaning, x, given), float(np.abs(x).max(initial=0))
            if known.keeps_zero(given) and not x.any():
                assert (y == 0).all(), (name, given)
            bound = known.largest(most, **given) if known.is_finite(given) else inf
            if bound < largest:
                assert np.isfinite(y).all(), (name, given, most)
                assert np.abs(y).max() <= bound * (1 + 8 * np.finfo(dtype).eps), (name, given, most)
                said += 1
    assert said > 200


def test_rows_say_what_happens_above_a_number() -> None:
    """Numbers of at least ``least`` stay numbers where the row says so, and come to be no less than it says."""
    said = 0
    for name, known, meaning, given in rows():
        for least in (-inf, -1.0, 0.0, 1e-3, 2.0):
            x = NUMBERS[least <= NUMBERS]
            with np.errstate(all="ignore"):
                y = np.asarray(meaning(np.stack([x, x[::-1]])[None], **given))
            if known.is_finite_from(least, given):
                assert np.isfinite(y).all(), (name, given, least)
                said += 1
            if known.is_finite(given) or known.is_finite_from(least, given):
                assert y.min() >= known.least(least, **given), (name, given, least)
                said += known.least(least, **given) > -inf
    assert said > 100


def test_what_is_not_said_is_not_so() -> None:
    """A row that denies one of them has attributes and numbers at which it fails, so that no mask stands in vain."""
    denied: dict[str, set[str]] = {"zero": set(), "finite": set()}
    failed: dict[str, set[str]] = {"zero": set(), "finite": set()}
    for name, known, meaning, given in rows():
        if not all(map(isfinite, given.values())) and name != "clip":
            continue  # nothing is said of those
        zero, all_of_them = on_channels(meaning, NUMBERS[:2], given), on_channels(meaning, NUMBERS, given)
        for word, holds, is_so in (("zero", known.keeps_zero(given), (zero == 0).all()),
                                   ("finite", known.is_finite(given), np.isfinite(all_of_them).all())):  # fmt: skip
            if not holds:
                denied[word].add(name)
            if not is_so:
                failed[word].add(name)
    assert denied["zero"] <= failed["zero"]
    assert denied["finite"] <= failed["finite"]


def test_maps_work_place_by_place(rng: random.Random) -> None:
    """In another order, and under another shape, they give the same numbers: in another order, under that shape."""
    for table, meanings in ((maps.POINTWISE, pointwise.POINTWISE), (maps.PIXELWISE, pointwise.PIXELWISE)):
        for name in table:
            given = dict(attributes(rng, name))
            x = np.array([rng.uniform(-4, 4) for _ in range(2 * 3 * 4 * 5)]).reshape(2, 3, 4, 5)
            with np.errstate(all="ignore"):
                y = meanings[name](x, **given)
                order = np.array(rng.sample(range(20), 20))
                mixed = meanings[name](x.reshape(2, 3, 20)[..., order], **given)
                turned = meanings[name](x.reshape(2, 3, 2, 10), **given)
            assert np.array_equal(mixed, y.reshape(2, 3, 20)[..., order], equal_nan=True), name
            assert np.array_equal(turned, y.reshape(2, 3, 2, 10), equal_nan=True), name


@pytest.mark.parametrize(
    "operator",
    [op.Pointwise("cumsum"), op.Pixelwise("normalize"), op.Pointwise("elu", (("beta", 1.0),)), op.Pointwise("power"),
     op.Pointwise("lrn", (("size", 3),))],
)  # fmt: skip
def test_maps_that_are_not_in_the_table_are_refused(operator: op.Operator) -> None:
    build = Builder()
    x = build.input("x", (2, 5))
    with pytest.raises(SpecError) as refusal:
        build.add(operator, x)
    assert all(refusal.value.args[:4])


# ------------------------------------------------------------------------------------------------ the doors

X = np.array([0.0, -0.0, 0.25, -0.25, 0.5, -0.5, 1.0, -1.0, 1.5, -2.5, 3.0, 6.5, -7.0, 19.0], np.float32)
CHANNELS = np.stack([X, X[::-1], X[::2].repeat(2)]).reshape(1, 3, 2, 7)  # LRN of ONNX Runtime wants two axes


def same_numbers(network: Network, expected: np.ndarray[Any, Any], x: np.ndarray[Any, Any] = CHANNELS) -> list[str]:
    """Up to rounding of a few operations; answers with the names of the maps that the network has."""
    with np.errstate(all="ignore"):
        (found,) = evaluate(network, x).values()
    assert np.allclose(found, expected, rtol=1e-5, atol=1e-6, equal_nan=True)
    return [node.operator.name for node in network.nodes if isinstance(node.operator, op.Pointwise | op.Pixelwise)]


ONE_NUMBER = ("Pow", "Div", "Max", "Min")


def test_onnx_has_the_maps_of_the_table(need: Callable[[str], str]) -> None:
    """Every operator of one value that is read as a map computes what ONNX Runtime does; and which these are."""
    need("onnxruntime")
    onnx = pytest.importorskip("onnx")
    helper = onnx.helper
    mapped = {}
    for operator in READERS:
        try:
            made = onnx.defs.get_schema(operator, 20)
        except onnx.defs.SchemaError:
            continue  # newer than that: Swish
        given = {"size": 3} if operator == "LRN" else {}
        inputs = ["x", "n"] if operator in ONE_NUMBER else ["x"]
        if made.min_input > len(inputs):
            continue
        node = helper.make_node(operator, inputs, ["y"], **given)
        number = [onnx.numpy_helper.from_array(np.array(3.0, np.float32), "n")] if "n" in inputs else []
        shapes = [helper.make_tensor_value_info("x", 1, list(CHANNELS.shape))]
        graph = helper.make_graph([node], "g", shapes, [helper.make_tensor_value_info("y", 1, None)], number)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 20)], ir_version=9)
        try:
            network = from_onnx(model)
        except SymstrideError:  # layers, which need attributes
            continue
        if any(isinstance(node.operator, op.Pointwise | op.Pixelwise) for node in network.nodes):
            mapped[operator] = same_numbers(network, zoo.run(model, CHANNELS, ["y"])[0])
    by_name = {*onnx_nodes.POINTWISE, *onnx_nodes.PIXELWISE}
    assert set(mapped) == by_name | {*ONE_NUMBER, "Clip", "Gelu", "Identity", "Dropout"}
    assert {name for names in mapped.values() for name in names} <= {*maps.POINTWISE, *maps.PIXELWISE}


TORCH_ARGUMENTS: dict[str, tuple[float, ...]] = {"threshold": (0.5, 0.0)}


def test_torch_has_the_maps_of_the_table(need: Callable[[str], str]) -> None:
    need("torch")
    torch = pytest.importorskip("torch")
    functions = {name: getattr(torch.nn.functional, name) for name in torch_functions.NAMED}
    functions |= {name: getattr(torch, name) for name in (*torch_functions._ELEMENTWISE, "neg", "square")}
    found = set()
    for name, function in functions.items():

        class Mapped(torch.nn.Module):  # type: ignore[misc,name-defined]
            def forward(self, x: Any) -> Any:
                return function(x, *TORCH_ARGUMENTS.get(name, ()))  # noqa: B023

        module = Mapped().eval()
        found |= set(same_numbers(read(module, CHANNELS.shape[1:]), module(torch.tensor(CHANNELS)).numpy()))
    assert found <= set(maps.POINTWISE)
    assert len(found) > 25


def test_keras_has_the_maps_of_the_table(need: Callable[[str], str]) -> None:
    need("keras")
    keras = find("keras").load()  # with a backend that is installed
    last = np.moveaxis(CHANNELS, 1, -1)
    for name in keras_activations.ACTIVATIONS:
        model = keras.Sequential([keras.Input(last.shape[1:]), keras.layers.Activation(name)])
        expected = np.moveaxis(keras.ops.convert_to_numpy(model(last)), -1, 1)
        names = same_numbers(read(model), expected)
        assert set(names) <= {*maps.POINTWISE, *maps.PIXELWISE}, name
    for name in ("cumsum", "flip", "logsumexp", "normalize", "sort", "mean"):
        layer = keras.layers.Conv1D(2, 3, strides=2)
        layer.activation = getattr(keras.ops, name)
        with pytest.raises(NotSupported, match=name):
            read(keras.Sequential([keras.Input((9, 2)), layer]))


# ------------------------------------------------------------------------------------------------ layers and lines


def test_activations_of_layers_are_maps_of_the_table() -> None:
    assert set(KNOWN.values()) <= set(maps.POINTWISE)
    assert not {*KNOWN, *IDENTITY} & set(OF_KERAS)


def test_activations_of_layers_work_place_by_place_in_keras(need: Callable[[str], str]) -> None:
    need("keras")
    keras = find("keras").load()  # with a backend that is installed
    for name in (*KNOWN, *OF_KERAS):
        function = getattr(keras.activations, name, None) or getattr(keras.ops, name, None)
        function = functools.partial(function, threshold=0.5, default_value=0.0) if name == "threshold" else function
        if function is None:
            assert name in ("erf", "swish", "hard_swish", "mish", "softsign"), name  # names of other frameworks
            continue
        y, turned = (keras.ops.convert_to_numpy(function(x)) for x in (CHANNELS, CHANNELS.reshape(6, 7)))
        assert np.array_equal(turned, y.reshape(6, 7), equal_nan=True), name


ACROSS = ["cumsum", "flip", "logsumexp", "normalize", "softmax", "log_softmax", "sparsemax", "glu", "maxout", "crelu",
          "mean", "sort", "my_own"]  # fmt: skip


@pytest.mark.parametrize("name", ACROSS)
def test_other_activations_are_refused_by_name(name: str) -> None:
    for make in (lambda: Conv(2, 2, (3,), 2, activation=name),
                 lambda: read(f"keras.layers.Conv1D(2, 3, strides=2, activation=keras.ops.{name})"),
                 lambda: read(f"Conv1D(2, 3, strides=2, activation='{name}')")):  # fmt: skip
        with pytest.raises(NotSupported) as refusal:
            make()
        assert all(refusal.value.args[:4])
        assert name in refusal.value.got
        assert f"apply {name} after the layer" in refusal.value.hint
