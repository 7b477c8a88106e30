"""auto_pad in ONNX: what is read computes what ONNX Runtime computes; where the two readings differ it is refused."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
import zoo

from symstride.adapters.onnx.door import from_onnx
from symstride.errors import NotSupported, SymstrideError
from symstride.network.evaluate import evaluate

SIZES = range(1, 10)


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


def model(operator: str, kernel: int, size: int | str, **attributes: Any) -> Any:
    from onnx import helper, numpy_helper

    node = helper.make_node(operator, ["x", "w"][: 2 if "Conv" in operator else 1], ["y"], kernel_shape=[kernel],
                            **attributes)  # fmt: skip
    weight = np.arange(1, kernel + 1, dtype=np.float32).reshape(1, 1, kernel)
    arrays = [numpy_helper.from_array(weight, "w")] if "Conv" in operator else []
    given, made = (helper.make_tensor_value_info(*row) for row in (("x", 1, [1, 1, size]), ("y", 1, None)))
    graph = helper.make_graph([node], "g", [given], [made], arrays)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 22)], ir_version=9)


def spelt(operator: str) -> Iterator[dict[str, Any]]:
    """Attributes beside kernel, strides and dilations."""
    for mode in ("SAME_UPPER", "SAME_LOWER", "VALID"):
        if "Conv" in operator:
            yield {"auto_pad": mode}
        for ceil in (0, 1) if "Pool" in operator else ():
            yield {"auto_pad": mode, "ceil_mode": ceil}
            if operator == "AveragePool":
                yield {"auto_pad": mode, "ceil_mode": ceil, "count_include_pad": 1}


def outcomes(operator: str, steps: Iterable[tuple[int, int, int]]) -> dict[str, set[tuple[Any, ...]]]:
    """Cases that are read as they are computed, as they are not, or though the runtime refuses; and refused ones."""
    found: dict[str, set[tuple[Any, ...]]] = {word: set() for word in ("right", "wrong", "alone", "refused")}
    for kernel, stride, dilation in steps:
        for given in spelt(operator):
            made = model(operator, kernel, "n", **given, strides=[stride], dilations=[dilation])
            runtime = zoo.session(made)
            for size in SIZES:
                x = -np.arange(1, size + 1, dtype=np.float32).reshape(1, 1, size)
                found[outcome(made, runtime, x)].add((kernel, stride, dilation, size, *given.values()))
    return found


def outcome(made: Any, runtime: Any, x: Any) -> str:
    try:
        network = from_onnx(made, {"x": x.shape[1:]})
        (value,) = evaluate(network, x).values()
    except SymstrideError:
        return "refused"
    try:
        (expected,) = zoo.feed(runtime, x, ["y"])
    except Exception:  # noqa: BLE001 - onnxruntime raises exceptions of its own kinds
        return "alone"
    return "right" if value.shape == expected.shape and np.allclose(value, expected) else "wrong"


@pytest.mark.parametrize("operator", ["Conv", "ConvTranspose", "MaxPool", "AveragePool"])
def test_what_is_read_is_what_the_runtime_computes(operator: str) -> None:
    found = outcomes(operator, ((k, s, dl) for k in (1, 2, 3) for s in (1, 2, 4) for dl in (1, 2)))
    assert found["wrong"] == set()
    assert all(kernel == 1 for kernel, *_ in found["alone"])  # whose dilation means nothing
    assert len(found["right"]) > 200
    assert found["refused"]


@pytest.mark.whole
@pytest.mark.timeout(600)
@pytest.mark.parametrize("operator", ["Conv", "ConvTranspose", "MaxPool", "AveragePool"])
def test_many_spellings(operator: str) -> None:
    found = outcomes(operator, product(range(1, 6), range(1, 8), range(1, 4)))
    assert found["wrong"] == set()
    assert all(kernel == 1 for kernel, *_ in found["alone"])


REFUSED = {
    "a dilated maximum": ("MaxPool", 3, 2, 2, 5),
    "a dilated average": ("AveragePool", 2, 2, 2, 4),
    "a dilated layer": ("Conv", 3, 1, 2, 9),
    "a maximum that ends before the map": ("MaxPool", 1, 2, 1, 4),
    "an average that ends before the map": ("AveragePool", 1, 3, 1, 6),
    "a layer that ends before the map": ("Conv", 1, 4, 1, 8),
}


@pytest.mark.parametrize("name", REFUSED)
@pytest.mark.parametrize("mode", ["SAME_UPPER", "SAME_LOWER"])
def test_where_the_specification_and_the_runtime_differ(name: str, mode: str) -> None:
    operator, kernel, stride, dilation, size = REFUSED[name]
    steps = {"strides": [stride], "dilations": [dilation]}
    with pytest.raises(NotSupported) as refusal:
        from_onnx(model(operator, kernel, size, **steps, auto_pad=mode))
    assert all(refusal.value.args[:4])
    assert mode in refusal.value.expected
    assert refusal.value.hint == "write explicit pads"
    from_onnx(model(operator, kernel, size, **steps, pads=[0, 0]))


def test_the_common_shortcut_is_read() -> None:
    """A layer of one place and stride 2, which leaves one place unread at the end of an even map."""
    assert from_onnx(model("Conv", 1, 8, strides=[2], auto_pad="SAME_UPPER")).shapes["y"] == (1, 4)
