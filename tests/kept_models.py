"""Models with nodes that no theorem is about, in the words of ONNX's own text format, and what they compute.

All numbers are whole, so that what ONNX Runtime gives for a convolution is exact, and equal models give equal bits.
"""

from __future__ import annotations

from collections.abc import Mapping
from pathlib import Path
from typing import Any

import numpy as np

import symstride as ss
from symstride.network.model import Model

STEPS = "kernel_shape=[3,3], strides=[2,2], pads=[1,1,1,1]"
HEAD = '<ir_version: 8, opset_import: ["": {opset}, "com.microsoft": 1, "my.own": 1]>'

ATTENTION = """
    flat = Reshape(y0, rows)
    turned = Transpose <perm=[0,2,1]> (flat)
    scores = MatMul(turned, flat)
    heat = Softmax <axis=-1> (scores)
    y = MatMul(flat, heat)
"""
LOOP = """
    y = Loop(three, yes, y0) <body = turn (int64 step, bool go, float[N,4,8,8] state)
        => (bool on, float[N,4,8,8] next) {
        on = Identity(go)
        small = Conv <STEPS> (y0, w2, b)
        t = GlobalAveragePool(small)
        next = Add(state, t)
    }>
"""
IF = """
    y = If(yes) <then_branch = first () => (float[N,4,4,4] t) { r = Relu(y0) t = Conv <STEPS> (r, w2, b) },
                 else_branch = second () => (float[N,4,4,4] t) { t = MaxPool <STEPS> (y0) }>
"""
SCAN = """
    rows4 = Transpose <perm=[1,0,2,3]> (y0)
    y = Scan <num_scan_inputs=1, body = each (float[N,8,8] row) => (float[N,1,4,4] z) {
        one = Unsqueeze(row, axis1)
        z = Conv <STEPS> (one, w1)
    }> (rows4)
"""
SHARED = """
    m = Conv <STEPS> (y0, w2, b)
    e = Erf(m)
    g = Sign(e)
    u = Resize <mode="nearest"> (g, , doubled)
    y = Conv <STEPS> (u, w2, b)
"""
BODIES = {
    "layer norm": "z = LayerNormalization <axis=1> (y0, gain)  y = Clip(z)",
    "attention": ATTENTION,
    "resize": 'up = Resize <mode="nearest"> (y0, , doubled)  y = Conv <STEPS> (up, w2, b)',
    "if": IF,
    "loop": LOOP,
    "scan": SCAN,
    "a contributed operator": "z = com.microsoft.QuickGelu <alpha=1.0> (y0)  y = Erf(z)",
    "shared weights": SHARED,
}
"""By name what stands behind the stem, between ``y0`` and ``y``."""

OUT_OF_REACH = 'z = my.own.Unheard <secret=7, words=["a","b"]> (y0)  y = Conv <STEPS> (z, w2, b)'


def weights() -> dict[str, np.ndarray[Any, Any]]:
    """The constants that a model may read."""
    rng = np.random.default_rng(3)
    found: dict[str, np.ndarray[Any, Any]] = {
        name: rng.integers(-2, 3, shape).astype(np.float32)
        for name, shape in (("w", (4, 3, 3, 3)), ("w2", (4, 4, 3, 3)), ("w1", (2, 1, 3, 3)), ("b", (4,)))
    }
    found |= {"gain": np.ones((4, 8, 8), np.float32), "doubled": np.asarray([1, 1, 2, 2], np.float32)}
    found |= {"rows": np.asarray([0, 4, 64], np.int64), "three": np.asarray(3, np.int64)}
    return found | {"yes": np.asarray(True), "axis1": np.asarray([1], np.int64)}


def model_of(body: str, opset: int = 17, inputs: str = "float[N,3,16,16] x", declare: str = "") -> Any:
    """The model with a strided stem and this body behind it."""
    text = f"net ({inputs}) => (y) <{declare}> {{ y0 = Conv <STEPS> (x, w, b) {body} }}"
    return with_constants(parsed(text, opset))


def parsed(text: str, opset: int = 17) -> Any:
    """A model in ONNX's text format; STEPS stands for a stride of 2."""
    import onnx

    return onnx.parser.parse_model(f"{HEAD.format(opset=opset)} {text.replace('STEPS', STEPS)}")


def with_constants(model: Any) -> Any:
    """The model with all constants that it mentions, and with a type for each of its outputs."""
    import onnx

    from symstride.adapters.onnx.scopes import names_in

    made = onnx.ModelProto()
    made.CopyFrom(model)
    used = names_in(made.graph)
    for name, array in weights().items():
        if name in used:
            made.graph.initializer.append(onnx.numpy_helper.from_array(array, name))
    for value in made.graph.output:
        if not value.type.HasField("tensor_type"):
            value.type.tensor_type.elem_type = onnx.TensorProto.FLOAT
    return made


def strided_in(model: Any) -> list[str]:
    """The nodes with a stride or a dilation, wherever they stand."""
    from symstride.adapters.onnx.scopes import is_strided, scopes_of, title_of

    return [title_of(node) for scope in scopes_of(model.graph) for node in scope.graph.node if is_strided(node)]


def ran(model: Any, feeds: Mapping[str, Any]) -> list[np.ndarray[Any, Any]]:
    """What ONNX Runtime gives, without optimisation, which may add up in another order."""
    import onnxruntime

    options = onnxruntime.SessionOptions()
    options.graph_optimization_level = onnxruntime.GraphOptimizationLevel.ORT_DISABLE_ALL
    options.log_severity_level = 4
    source = str(model) if isinstance(model, Path) else model.SerializeToString()
    session = onnxruntime.InferenceSession(source, options, providers=["CPUExecutionProvider"])
    found: list[np.ndarray[Any, Any]] = session.run(None, dict(feeds))
    return found


def image(size: int = 16, batch: int = 2) -> np.ndarray[Any, Any]:
    """Whole numbers."""
    return np.random.default_rng(5).integers(-3, 4, (batch, 3, size, size)).astype(np.float32)


def written(model: Any, folder: Path, sizes: Any = None) -> tuple[Model, Path, Path]:
    """The model read, its file, and the file of what ``unstride`` makes of it."""
    import onnx

    first, second = folder / "in.onnx", folder / "out.onnx"
    onnx.save(model, first)
    read = ss.read(first, sizes, keep=True)
    ss.write(ss.unstride(read), second)
    return read, first, second


def proved(model: Any, folder: Path, sizes: Any = None) -> tuple[ss.Theorem, Path, Path]:
    """The theorem about both files, replayed from them."""
    read, first, second = written(model, folder, sizes)
    theorem = ss.prove(read, rewritten=second)
    report = ss.replay(theorem.certificate(), read if sizes else first, second)
    assert len(report.compared) == 2
    return theorem, first, second
