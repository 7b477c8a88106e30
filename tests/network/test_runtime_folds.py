"""What is written is computed as it says by ONNX Runtime at its default optimisation, whatever that folds.

ONNX Runtime adds the zeros of a Pad to the padding of the pool behind it, which for a maximum is minus infinity
(microsoft/onnxruntime#18136), and it takes a Transpose that moves nothing in front of Gemm for one that turns a matrix
(microsoft/onnxruntime#32417).
"""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.network.evaluate import evaluate
from symstride.network.operators import records as op

pytestmark = pytest.mark.usefixtures("_needed")


@pytest.fixture
def _needed(need: Callable[[str], str]) -> None:
    need("onnxruntime")


def as_usual(model: Any, x: Any) -> np.ndarray[Any, Any]:
    """What ONNX Runtime gives when nothing is said about optimisation."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.log_severity_level = 4
    source = str(model) if isinstance(model, Path) else model.SerializeToString()
    session = onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    found: np.ndarray[Any, Any] = session.run(None, {"x": x})[0]
    return found


def behind_zeros(pool: op.MaxPool | op.AveragePool) -> ss.Network:
    """Negative numbers, a strided layer, zeros around, a pool: so that a maximum shows whether zeros are there."""
    build = ss.Builder("zeros")
    x = build.input("x", (2, 13, 13))
    weight = np.full((2, 2, 1, 1), -1, np.float32)
    y = build.add(ss.Conv(2, 2, (1, 1), 2, bias=False), x, weight=weight, name="conv")
    y = build.add(op.Pad(((1, 1), (0, 2)), 0.0), y, name="around")
    return build.network(build.add(pool, y, name="pool"))


ONE = ((1, 1), (1, 1))
POOLS = {
    "max": op.MaxPool((3, 3), (1, 1), ((0, 0), (0, 0)), (1, 1)),
    "padded max": op.MaxPool((3, 3), (1, 1), ONE, (1, 1)),
    "strided max": op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)),
    "average that counts": op.AveragePool((3, 3), (1, 1), ONE, (1, 1), False, True),
    "average that does not": op.AveragePool((3, 3), (1, 1), ONE, (1, 1), False, False),
}


@pytest.mark.parametrize("name", POOLS)
def test_zeros_in_front_of_a_pool_are_zeros(name: str, tmp_path: Path) -> None:
    network = behind_zeros(POOLS[name])
    x = np.random.default_rng(1).integers(1, 9, (2, 2, 13, 13)).astype(np.float32)
    (expected,) = evaluate(network, x).values()
    for number, made in enumerate((network, ss.unstride(network), ss.unstride(network, "network"))):
        ss.write(made, tmp_path / f"{number}.onnx")
        np.testing.assert_allclose(as_usual(tmp_path / f"{number}.onnx", x), expected, rtol=1e-6)


@pytest.mark.parametrize("opset", [pytest.param(9, marks=pytest.mark.full), 11, 18])
def test_zeros_inside_of_a_region_are_zeros_in_every_opset(opset: int, tmp_path: Path) -> None:
    import onnx

    pad = "Pad <pads=[0,0,1,1,0,0,1,1]> (y1)" if opset < 11 else "Pad(y1, p)"
    text = f"""y1 = Conv <kernel_shape=[1,1], strides=[2,2]> (x, t)  y2 = {pad}
               z = MaxPool <kernel_shape=[3,3], pads=[0,0,0,0]> (y2)  y = Shape(z)"""
    model = km.parsed(f"net (float[N,3,9,9] x) => (float[N,3,5,5] z, int64[4] y) {{ {text} }}", opset)
    weight, pads = np.full((3, 3, 1, 1), -1, np.float32), np.array([0, 0, 1, 1] * 2, np.int64)
    model.graph.initializer.append(onnx.numpy_helper.from_array(weight, "t"))
    if opset >= 11:
        model.graph.initializer.append(onnx.numpy_helper.from_array(pads, "p"))
    path = tmp_path / "in.onnx"
    onnx.save(model, path)
    read = ss.read(path, keep="network")
    assert [type(node.operator) for node in read.parts[0].network.nodes][1:] == [ss.Conv, op.Pad, op.MaxPool]
    ss.write(ss.unstride(read), tmp_path / "out.onnx")
    if opset == 11:  # where a place too many is cut off again
        assert "proved" in str(ss.prove(read, rewritten=tmp_path / "out.onnx").verdict)
    x = np.random.default_rng(1).integers(1, 9, (1, 3, 9, 9)).astype(np.float32)
    (expected, _) = km.ran(path, {"x": x})
    assert expected[:, :, 0].max() == 0
    assert np.array_equal(as_usual(tmp_path / "out.onnx", x), expected)


def test_a_transposition_of_nothing_is_none() -> None:
    """Versions 1.23 to 1.29 give another result, or none."""
    from symstride.adapters.onnx.door import to_model

    build = ss.Builder("matrix")
    x = build.add(op.Transpose((0,)), build.input("x", (6,)), name="same")
    weight = np.arange(18, dtype=np.float32).reshape(3, 6)
    network = build.network(build.add(op.Gemm(3, bias=False, transposed=True), x, weight=weight, name="y"))
    assert [node.op_type for node in to_model(network).graph.node] == ["Identity", "Gemm"]
    ones = np.ones((2, 6), np.float32)
    assert np.array_equal(as_usual(to_model(network), ones), ones @ weight.T)
