"""Layers whose weights the model computes: the bank is gathered from the value, and nothing else counts as a copy."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path
from typing import Any

import kept_models as km
import numpy as np
import pytest

import symstride as ss
from symstride.errors import CertificateRejected, SymstrideError

onnx = pytest.importorskip("onnx", reason="models are ONNX models")

COMPUTED = """
    v = Abs(w2)
    c = Abs(b)
    s = Conv <STEPS> (y0, v, c)
    d = Conv <kernel_shape=[3,3], dilations=[2,2], pads=[2,2,2,2]> (y0, v)
    t = ConvTranspose <kernel_shape=[3,3], strides=[2,2], pads=[1,1,1,1], output_padding=[1,1]> (s, v, c)
    y = Add(d, t)
"""
ONE = "v = Abs(w2) c = Abs(b) y = Conv <STEPS> (y0, v, c)"


@pytest.mark.full
def test_banks_of_computed_weights_are_gathered_from_the_value(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="both files are run")
    model = km.model_of(COMPUTED)
    theorem, first, second = km.proved(model, tmp_path)
    made = onnx.load(second)
    assert (len(km.strided_in(model)), km.strided_in(made)) == (4, [])
    assert theorem.subject.kept is not None
    assert theorem.subject.kept.left == ()
    assert [node for node in made.graph.node if node.op_type == "Abs"] == [
        node for node in model.graph.node if node.op_type == "Abs"
    ]
    feeds = {"x": km.image()}
    for one, other in zip(km.ran(first, feeds), km.ran(second, feeds), strict=True):
        np.testing.assert_array_equal(one, other)


def test_other_weights_than_those_that_were_read_go_the_same_way(tmp_path: Path) -> None:
    pytest.importorskip("onnxruntime", reason="the written file is run")
    _, _, second = km.written(km.model_of(ONE), tmp_path)
    both = [onnx.load(tmp_path / "in.onnx"), onnx.load(second)]
    for model in both:  # nothing of the weight is left anywhere but in the value
        (tensor,) = (each for each in model.graph.initializer if each.name == "w2")
        tensor.CopyFrom(onnx.numpy_helper.from_array(np.arange(144, dtype=np.float32).reshape(4, 4, 3, 3) - 70, "w2"))
    one, other = (km.ran(model, {"x": km.image()}) for model in both)
    np.testing.assert_array_equal(one[0], other[0])


@pytest.mark.parametrize("opset", [9, *(pytest.param(opset, marks=pytest.mark.full) for opset in (13, 21))])
def test_older_and_newer_files_have_them_too(opset: int, tmp_path: Path) -> None:
    km.proved(km.model_of(ONE, opset=opset), tmp_path)


# ------------------------------------------------------------------------- what is no copy


def node_of(model: Any, operator: str) -> Any:
    """The first node of this operator, which the rewriting has made."""
    return next(node for node in model.graph.node if node.op_type == operator)


def put_in_front(model: Any, *nodes: Any) -> None:
    """More nodes, in front of the first one of what reads the weight."""
    at = next(n for n, node in enumerate(model.graph.node) if node.op_type == "Reshape")
    kept = [*model.graph.node[:at], *nodes, *model.graph.node[at:]]
    del model.graph.node[:]
    model.graph.node.extend(kept)


def constant(model: Any, name: str, array: Any) -> str:
    model.graph.initializer.append(onnx.numpy_helper.from_array(np.asarray(array), name))
    return name


def table_in(model: Any) -> Any:
    """The places that the bank is gathered from, as an array, and the tensor that has them."""
    name = node_of(model, "Gather").input[1]
    tensor = next(each for each in model.graph.initializer if each.name == name)
    return np.array(onnx.numpy_helper.to_array(tensor)), tensor


def _numbers_in_place_of_the_bank(model: Any) -> None:
    """What stands for the weights while they are read, as the bank itself."""
    table, _ = table_in(model)
    gather = node_of(model, "Gather")
    name = constant(model, "forged", np.where(table == 144, 0, table + 1).astype(np.float32))
    for node in model.graph.node:
        if node.op_type == "Conv" and gather.output[0] in node.input:
            node.input[1] = name


def _numbers_in_place_of_the_weight(model: Any) -> None:
    node_of(model, "Reshape").input[0] = constant(model, "forged", np.arange(1, 145, dtype=np.float32))


def _numbers_that_are_cast(model: Any) -> None:
    whole = constant(model, "whole", np.arange(1, 145))
    put_in_front(model, onnx.helper.make_node("Cast", [whole], ["forged"], to=1))
    node_of(model, "Reshape").input[0] = "forged"


def _absolute_values(model: Any) -> None:
    put_in_front(model, onnx.helper.make_node("Abs", ["v"], ["forged"]))
    node_of(model, "Reshape").input[0] = "forged"


def _a_product_with_one(model: Any) -> None:
    put_in_front(model, onnx.helper.make_node("Mul", ["v", constant(model, "one", np.float32(1))], ["forged"]))
    node_of(model, "Reshape").input[0] = "forged"


def _other_holes(model: Any) -> None:
    node_of(model, "Concat").input[1] = constant(model, "forged", np.ones(1, np.float32))


def _two_places_swapped(model: Any) -> None:
    table, tensor = table_in(model)
    flat = table.reshape(-1)
    places = np.flatnonzero(flat != 144)[:2]
    flat[places] = flat[places[::-1]]
    tensor.CopyFrom(onnx.numpy_helper.from_array(table, tensor.name))


def _a_bias_of_numbers(model: Any) -> None:
    name = constant(model, "forged", np.arange(145, 149, dtype=np.float32))
    for node in model.graph.node:
        if node.op_type == "Conv" and "c" in node.input:
            node.input[2] = name


FORGED: list[Callable[[Any], None]] = [
    _numbers_in_place_of_the_bank, _numbers_in_place_of_the_weight, _numbers_that_are_cast, _absolute_values,
    _a_product_with_one, _other_holes, _two_places_swapped, _a_bias_of_numbers,
]  # fmt: skip


@pytest.fixture(scope="module")
def honest(tmp_path_factory: pytest.TempPathFactory) -> tuple[Any, Any]:
    """A model as it was read, and the one that was written of it."""
    folder = tmp_path_factory.mktemp("computed")
    read, _, second = km.written(km.model_of(ONE), folder)
    made = onnx.load(second)
    assert ss.prove(read, rewritten=made).verdict.ok
    return read, made


@pytest.mark.parametrize("forge", FORGED, ids=lambda forge: forge.__name__.strip("_"))
def test_what_is_no_copy_of_the_value_is_refused(forge: Callable[[Any], None], honest: tuple[Any, Any]) -> None:
    read, written = honest
    made = onnx.ModelProto()
    made.CopyFrom(written)
    forge(made)
    with pytest.raises(SymstrideError):
        ss.prove(read, rewritten=made)


def test_a_constant_is_no_computed_weight_of_the_other_file(tmp_path: Path) -> None:
    read, _, _ = km.written(km.model_of("v = Abs(w2) z = Abs(y0) y = Conv <STEPS> (z, w2, b)"), tmp_path)
    swapped = onnx.load(tmp_path / "out.onnx")
    for node in swapped.graph.node:
        for number, name in enumerate(node.input):
            if node.op_type == "Conv" and name.startswith("y/"):
                node.input[number] = "v"
    with pytest.raises((CertificateRejected, SymstrideError)):
        ss.prove(read, rewritten=swapped)


# ------------------------------------------------------------------------- what is left


LEFT = {
    "one value as map and as weight": ("y = Conv <STEPS> (y0, y0)", "", "float[N,3,16,16] x"),
    "a weight of open sizes": ("y = Conv <STEPS> (y0, u)", "", "float[N,3,16,16] x, float[4,4,k,k] u"),
    "a weight of open numbers of channels": ("y = Conv <STEPS> (y0, u)", "", "float[N,3,16,16] x, float[o,4,3,3] u"),
}


@pytest.mark.parametrize("case", LEFT)
def test_other_computed_weights_are_left_and_named(case: str) -> None:
    body, declare, inputs = LEFT[case]
    read = ss.read(km.model_of(body, inputs=inputs, declare=declare), keep=True, check=False)
    assert [each.operator for each in read.rest.left] == ["Conv"]
    assert len(read.parts) == 1


def test_a_weight_with_more_entries_than_its_type_has_numbers_is_left() -> None:
    text = "net (float16[N,8,9,9] x, float16[{n},8,3,3] u) => (float16[N,{n},5,5] y) {{ y = Conv <STEPS> (x, u) }}"
    (left,) = ss.read(km.parsed(text.format(n=32)), keep=True, check=False).rest.left
    assert "2,048" in left.why
    assert len(ss.read(km.parsed(text.format(n=8)), keep=True, check=False).parts) == 1
