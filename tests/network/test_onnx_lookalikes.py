"""Models that look alike and compute different things are never taken for one network.

In each pair the first is read.  The second differs where ONNX gives the same words another meaning: a constant with
more axes than the value, a batch size used as a number, an input left out, outputs that ask for training.
"""

from __future__ import annotations

from collections.abc import Callable, Mapping, Sequence
from typing import Any

import numpy as np
import pytest

from symstride.adapters.onnx.door import from_onnx
from symstride.errors import SymstrideError
from symstride.network.correspondence import check_correspondence
from symstride.network.digest import canonical_digest

MAP = {"x": (3, 4, 6)}
OPEN = {"x": ("n", 4, 6)}
Pair = Sequence[Any]


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")


def node(operator: str, inputs: str, outputs: str, **attributes: Any) -> Any:
    from onnx import helper

    names = ["" if name == "-" else name for name in inputs.split()]
    return helper.make_node(operator, names, outputs.split(), **attributes)


def model(nodes: Sequence[Any], inputs: Mapping[str, Any], opset: int = 17, outputs: str = "y", **arrays: Any) -> Any:
    from onnx import helper, numpy_helper

    kinds = {"half": 10}
    given = [helper.make_tensor_value_info(name, kinds.get(name, 1), shape) for name, shape in inputs.items()]
    asked = [helper.make_tensor_value_info(name, 1, None) for name in outputs.split()]
    tensors = [numpy_helper.from_array(np.asarray(array), name) for name, array in arrays.items()]
    graph = helper.make_graph(list(nodes), "alike", given, asked, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=8)


def with_constant(operator: str, shape: tuple[int, ...], **more: Any) -> Any:
    """Pooled afterwards, so that an axis in front moves what is pooled."""
    names = "k x c" if operator == "Where" else "x c"
    nodes = [node(operator, names, "d"), node("GlobalAveragePool", "d", "y")]
    return model(nodes, MAP, c=np.full(shape, 2, np.float32), **more)


def counted(operator: str, inputs: str, opened: bool, **attributes: Any) -> Any:
    """``n`` is the batch size, ``z`` the number 0."""
    name = "n" if opened else "z"
    nodes = [
        node("Shape", "x", "s"),
        node("Gather", "s z", "n", axis=0),
        node("Concat", f"z z {name} z z z", "pads", axis=0),
        node("Concat", f"z {name} neg", "target", axis=0),
        node("Slice", f"rows {name} end zero", "few"),
        node(operator, inputs.replace("?", name), "y", **attributes),
    ]
    sizes = {"z": [0], "neg": [-1], "end": [6], "axis": [2], "zero": [0]}
    arrays = {name: np.asarray(numbers, np.int64) for name, numbers in sizes.items()}
    return model(nodes, OPEN, rows=np.arange(3, dtype=np.int64), **arrays)


def biased(shape: tuple[int, ...]) -> Any:
    weight, bias = np.ones((4, 3), np.float32), np.arange(3, dtype=np.float32).reshape(shape)
    return model([node("Gemm", "x w c", "y")], {"x": (3, 4)}, w=weight, c=bias)


def sliced(axes: str) -> Any:
    """Every second filter row and column; without axes the steps are those of all four."""
    weight = np.arange(4 * 4 * 4 * 4, dtype=np.float32).reshape(4, 4, 4, 4)
    steps = np.asarray([1, 1, 2, 2], np.int64)
    nodes = [node("Slice", f"w first last {axes} steps", "few"), node("Conv", "x few", "y")]
    numbers = {"first": np.zeros(4, np.int64), "last": np.full(4, 4, np.int64), "all": np.arange(4, dtype=np.int64)}
    return model(nodes, {"x": (1, 4, 6, 6)}, w=weight, steps=steps, **numbers)


def normalised(outputs: str) -> Any:
    arrays = {name: np.arange(1, 5, dtype=np.float32) for name in "sbmv"}
    return model([node("BatchNormalization", "x s b m v", outputs)], MAP, opset=9, **arrays)


def reshaped(zero: int) -> Any:
    return model([node("Reshape", "x t", "y", allowzero=zero)], OPEN, t=np.asarray([0, 24], np.int64))


def clipped(low: Any) -> Any:
    return model([node("Clip", "x low", "y")], MAP, low=np.asarray(low, np.float32))


def leaky(*slopes: float) -> Any:
    made = model([node("LeakyRelu", "x", "y", alpha=slopes[0])], MAP)
    for slope in slopes[1:]:
        again = made.graph.node[0].attribute.add()
        again.CopyFrom(made.graph.node[0].attribute[0])
        again.f = slope
    return made


def gathered(place: int) -> Any:
    return model([node("Gather", "x k", "y", axis=1)], MAP, k=np.asarray([place], np.int64))


def cut(*axes: int) -> Any:
    numbers = {"first": [1, 0], "last": [3, 2], "axes": list(axes)}
    arrays = {name: np.asarray(row, np.int64) for name, row in numbers.items()}
    return model([node("Slice", "x first last axes", "y")], MAP, **arrays)


def wrapped(low: int) -> Any:
    pads = np.asarray([0, 0, low, 0, 0, 2 - low], np.int64)
    return model([node("Pad", "x pads", "y", mode="wrap")], MAP, opset=19, pads=pads)


def bounded(**attributes: float) -> Any:
    return model([node("Clip", "x", "y", **attributes)], MAP)


def one(operator: str, opset: int, size: tuple[int, ...] = (1, 8, 4, 4), **attributes: Any) -> Any:
    return model([node(operator, "x", "y", **attributes)], {"x": size}, opset=opset)


def two(inputs: Mapping[str, Any], outputs: str = "y z") -> Any:
    names = list(inputs)
    nodes = [node("Relu", names[0], outputs.split()[0]), node("Neg", names[1], outputs.split()[1])]
    return model(nodes, inputs, outputs=outputs)


PAIRS: Mapping[str, Callable[[], Pair]] = {
    **{
        f"{name} by a constant with an axis more": lambda name=name: [with_constant(name, s) for s in ((1,), (1,) * 4)]
        for name in ("Div", "Pow", "Max", "Min")
    },
    "Where with a number with an axis more": lambda: [
        with_constant("Where", shape, k=np.arange(6)[None, None] < 3) for shape in ((1,), (1,) * 4)
    ],
    "a bias for each sample": lambda: [biased((3,)), biased((3, 1))],
    "padding by the batch size": lambda: [counted("Pad", "x pads", n) for n in (False, True)],
    "a shape with the batch size inside": lambda: [counted("Reshape", "x target", n) for n in (False, True)],
    "a slice from the batch size on": lambda: [counted("Slice", "x ? end axis", n) for n in (False, True)],
    "a channel of the batch size's number": lambda: [counted("Gather", "x ?", n, axis=1) for n in (False, True)],
    "a constant cut at the batch size": lambda: [counted("Gather", "x few", n, axis=1) for n in (False, True)],
    "outputs that ask for training": lambda: [normalised("y"), normalised("y a b1 c d")],
    "a size of zero": lambda: [reshaped(0), reshaped(1)],
    "a bound for each place": lambda: [clipped(1.0), clipped([1.0, 2, 3, 4, 5, 6])],
    "a place behind the end": lambda: [gathered(1), gathered(4)],
    "an axis twice": lambda: [cut(1, 2), cut(2, 2)],
    "wrapping and cropping": lambda: [wrapped(1), wrapped(-1)],
    "bounds as attributes, which are inputs by now": lambda: [bounded(), bounded(min=0.5)],
    "a mode that came later": lambda: [
        one("DepthToSpace", 9, blocksize=2),
        one("DepthToSpace", 9, blocksize=2, mode="CRD"),
    ],
    "a mode that there is not": lambda: [
        one("SpaceToDepth", 13, blocksize=2),
        one("SpaceToDepth", 13, blocksize=2, mode="CRD"),
    ],
    "a slope that is a whole number": lambda: [one("Elu", 13, alpha=2.0), one("Elu", 13, alpha=2)],
    "an operator that came later": lambda: [one("Gelu", 20), one("Gelu", 17)],
    "an output that there is not": lambda: [model([node("Relu", "x", outputs)], MAP) for outputs in ("y", "y z")],
    "an attribute twice": lambda: [leaky(0.5), leaky(0.5, 0.25)],
    "inputs of two batch sizes": lambda: [two({"a": (1, 4), "b": (1, 4)}), two({"a": (3, 4), "b": (1, 4)})],
    "inputs of two types": lambda: [two({"a": (1, 4), "b": (1, 4)}), two({"half": (1, 4), "b": (1, 4)})],
    "inputs in another order": lambda: [two({"a": (1, 4), "b": (1, 4)}), two({"b": (1, 4), "a": (1, 4)})],
    "outputs in another order": lambda: [two({"a": (1, 4), "b": (1, 4)}), two({"a": (1, 4), "b": (1, 4)}, "z y")],
}


@pytest.mark.parametrize("name", PAIRS)
def test_what_looks_alike_is_told_apart(name: str) -> None:
    first, second = PAIRS[name]()
    one = from_onnx(first)
    check_correspondence(one, from_onnx(first))
    with pytest.raises(SymstrideError) as refused:
        check_correspondence(one, from_onnx(second))
    assert all((refused.value.expected, refused.value.got, refused.value.hint))


def test_axes_left_out_in_front_of_steps() -> None:
    """An input that is left out keeps its place among the inputs of a node that is carried out on reading."""
    first, second = (from_onnx(sliced(axes)) for axes in ("all", "-"))
    assert canonical_digest(first) == canonical_digest(second)
    assert first.weights["y.weight"].shape == (4, 4, 2, 2)


def test_the_batch_size_may_stand_in_front_of_a_shape() -> None:
    """``Reshape(x, [n, -1])``, with n from the shape of x, is what exporters write for Flatten."""
    nodes = [
        node("Shape", "x", "s"),
        node("Gather", "s first", "n", axis=0),
        node("Concat", "n rest", "target", axis=0),
        node("Reshape", "x target", "y"),
    ]
    sizes = {"first": np.zeros(1, np.int64), "rest": np.asarray([-1], np.int64)}
    assert from_onnx(model(nodes, OPEN, **sizes)).shapes["y"] == (24,)
