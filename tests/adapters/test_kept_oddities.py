"""Odd models of which layers are rewritten: both files give the same numbers, or the model is refused in four parts."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.errors import SpecError, SymstrideError

onnx = pytest.importorskip("onnx", reason="models are ONNX models")
state = pytest.importorskip("onnxruntime.capi.onnxruntime_pybind11_state", reason="both files are run")
reference = pytest.importorskip("onnx.reference", reason="an operator without a schema is carried out by it")

INPUTS = "float[N,3,16,16] x, bool go"

CAPTURING = """
    e = Celu(w2)
    y = If(go) <then_branch = first () => (float[N,4,4,4] t) {
        s = Add(y0, y0)
        t = Conv <STEPS> (s, w2, b)
    }, else_branch = second () => (float[N,4,4,4] u) {
        v = Conv <STEPS> (y0, w2, b)
        m = ReduceMax <keepdims=0> (e)
        q = GlobalMaxPool(x)
        p = ReduceMax <axes=[1], keepdims=1> (q)
        a = Add(v, m)
        u = Add(a, p)
    }>
"""
"""Bodies read the graph around them: a weight that is read there too, a value of a layer, an input, a kept value."""

BETWEEN = """
    e = Sign(y0)
    k = Conv <STEPS> (e, w2, b)
    o = Celu(w2)
    m = ReduceMax <keepdims=0> (o)
    y = Mul(k, m)
"""
"""Nodes that are not known between two layers, and one that reads the weight of a layer."""

FIRST, SECOND = (", ".join(map(str, row)) for row in (range(1, 17), range(16, 0, -1)))

SIBLINGS = f"""
    y = If(go) <then_branch = first () => (float[N,4,4,4] t) <float[4,4,1,1] k = {{{FIRST}}}> {{
        r = Relu(y0)
        t = Conv <strides=[2,2]> (r, k, b)
    }}, else_branch = second () => (float[N,4,4,4] t) <float[4,4,1,1] k = {{{SECOND}}}> {{
        r = Neg(y0)
        t = Conv <strides=[2,2]> (r, k, b)
    }}>
"""
"""The same names in two bodies that do not see each other, of values and of weights, which differ."""

INNER = """
    y = If(go) <then_branch = first () => (float[N,4,4,4] t) {
        r = Relu(y0)
        t = If(go) <then_branch = a () => (float[N,4,4,4] z) { z = Conv <STEPS> (r, w2, b) },
                    else_branch = c () => (float[N,4,4,4] z) { z = MaxPool <STEPS> (r) }>
    }, else_branch = second () => (float[N,4,4,4] t) {
        t = If(go) <then_branch = a () => (float[N,4,4,4] z) { z = MaxPool <STEPS> (y0) },
                    else_branch = c () => (float[N,4,4,4] z) { r = Neg(y0) z = Conv <STEPS> (r, w2, b) }>
    }>
"""
"""And in bodies of bodies, where one name is a value further out in one branch, and further in in the other."""


def unchanged(model: Any) -> None:
    """As it is."""


def ends_at_once(model: Any) -> None:
    """The input and two weights are outputs, too."""
    model.graph.output.append(model.graph.input[0])
    for name in ("w", "b"):
        (tensor,) = (each for each in model.graph.initializer if each.name == name)
        model.graph.output.append(onnx.helper.make_tensor_value_info(name, 1, tensor.dims))


def all_are_inputs(model: Any) -> None:
    """Each constant is the default of an input."""
    for tensor in model.graph.initializer:
        model.graph.input.append(onnx.helper.make_tensor_value_info(tensor.name, tensor.data_type, tensor.dims))


def of_old(model: Any) -> None:
    """As formats below 4 want it, where an input cannot have another number."""
    all_are_inputs(model)
    model.ir_version = 3
    model.opset_import[0].version = 9


CASES: dict[str, tuple[str, Callable[[Any], None]]] = {
    "bodies that read what is around them": (CAPTURING, unchanged),
    "what is not known between layers that share weights": (BETWEEN, unchanged),
    "an output that is an input, outputs that are weights": ("y = Erf(y0)", ends_at_once),
    "names twice in bodies side by side": (SIBLINGS, unchanged),
    "names twice in bodies of bodies": (INNER, unchanged),
    "weights that are inputs": (BETWEEN, all_are_inputs),
    "weights that are inputs, of old": ("e = Sign(y0) y = Conv <STEPS> (e, w2, b)", of_old),
}


@pytest.mark.parametrize("name", CASES)
def test_both_files_give_the_same(name: str, tmp_path: Path) -> None:
    body, changed = CASES[name]
    model = km.model_of(body, inputs=INPUTS)
    changed(model)
    theorem, first, second = km.proved(model, tmp_path)
    assert theorem.verdict.ok
    assert km.strided_in(model)
    assert km.strided_in(onnx.load(second)) == []
    assert [value.name for value in onnx.load(second).graph.output] == [value.name for value in model.graph.output]
    for go in (True, False):
        feeds = {"x": km.image(), "go": np.asarray(go)}
        for one, other in zip(km.ran(first, feeds), km.ran(second, feeds), strict=True):
            assert np.array_equal(one, other)


def test_a_default_that_layers_are_made_for_cannot_be_replaced(tmp_path: Path) -> None:
    """Other numbers would count for nodes that are kept, and not for layers; large ones that no layer read stay."""
    model = km.model_of(f"{BETWEEN} z = Add(y, large)", inputs=INPUTS)
    large = np.ones((100, 4, 4, 4), np.float32)
    model.graph.initializer.append(onnx.numpy_helper.from_array(large, "large"))
    all_are_inputs(model)
    model.graph.output[0].name = "z"
    _, first, second = km.proved(model, tmp_path)
    assert [value.name for value in onnx.load(second).graph.input] == ["x", "go", "large"]
    feeds = {"x": km.image(batch=1), "go": np.asarray(True), "large": 7 * large}
    assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])
    feeds["w2"] = np.ones((4, 4, 3, 3), np.float32)
    km.ran(first, feeds)
    with pytest.raises(state.InvalidArgument, match="w2"):
        km.ran(second, feeds)
    made = onnx.load(second)
    made.graph.input.append(next(value for value in model.graph.input if value.name == "w2"))
    onnx.save(made, second)
    with pytest.raises(SymstrideError, match="inputs, outputs and notes"):
        ss.prove(ss.read(first, keep=True), rewritten=second)


def test_a_default_that_sizes_go_by_cannot_be_replaced(tmp_path: Path) -> None:
    """A pool counts its places, for the size that the model has; with another one it would count others."""
    model = km.model_of(
        'up = Resize <mode="nearest"> (y0, , doubled)'
        "y = AveragePool <kernel_shape=[3,3], strides=[2,2], pads=[1,1,1,1]> (up)"
    )
    (scales,) = (tensor for tensor in model.graph.initializer if tensor.name == "doubled")
    scales.CopyFrom(onnx.numpy_helper.from_array(np.array([1, 1, 0.25, 0.25], np.float32), "doubled"))
    model.graph.input.append(onnx.helper.make_tensor_value_info("doubled", 1, [4]))
    _, first, second = km.proved(model, tmp_path)
    feeds = {"x": km.image()}
    assert np.array_equal(km.ran(first, feeds)[0], km.ran(second, feeds)[0])
    feeds["doubled"] = np.array([1, 1, 0.5, 0.5], np.float32)
    assert km.ran(first, feeds)[0].shape == (2, 4, 2, 2)
    with pytest.raises(state.InvalidArgument, match="doubled"):
        km.ran(second, feeds)
    made = onnx.load(second)
    made.graph.input.append(model.graph.input[-1])
    onnx.save(made, second)
    with pytest.raises(SymstrideError, match="inputs, outputs and notes"):
        ss.prove(ss.read(first, keep=True), rewritten=second)


class Unheard(reference.op_run.OpRun):  # type: ignore[misc, name-defined]
    op_domain = "my.own"

    def _run(self, x: Any, secret: Any = None, words: Any = None) -> tuple[Any]:
        return (np.where(x > secret, x - 1, x + 2).astype(np.float32),)


def test_an_operator_without_a_schema(tmp_path: Path) -> None:
    model = km.model_of(km.OUT_OF_REACH, declare="float[N,4,8,8] z")
    _, first, second = km.proved(model, tmp_path)
    assert km.strided_in(onnx.load(second)) == []
    ways = [reference.ReferenceEvaluator(str(path), new_ops=[Unheard]) for path in (first, second)]
    one, other = (way.run(None, {"x": km.image()})[0] for way in ways)
    assert np.array_equal(one, other)


NESTED = """
    y = If(go) <then_branch = first () => (float[N,4,4,4] t) {{ t = MaxPool <STEPS> (y0) }},
        else_branch = second () => (float[N,4,4,4] t) {{
            {name} = Relu(y0)
            t = If(go) <then_branch = a () => (float[N,4,4,4] z) {{ {again} = Neg(y0) z = Conv <STEPS> (r, w2, b) }},
                        else_branch = c () => (float[N,4,4,4] z) {{ z = MaxPool <STEPS> (y0) }}>
        }}>
"""


@pytest.mark.parametrize(("name", "again"), [("r", "r"), ("s", "y0"), ("w2", "r"), ("y0", "r")])
def test_a_name_that_hides_another_is_refused(name: str, again: str, tmp_path: Path) -> None:
    model = km.model_of(NESTED.format(name=name, again=again), inputs=INPUTS)
    onnx.save(model, tmp_path / "in.onnx")
    with pytest.raises(SpecError) as caught:
        ss.read(tmp_path / "in.onnx", keep=True)
    assert caught.value.expected == "one value per name"
    assert caught.value.hint
