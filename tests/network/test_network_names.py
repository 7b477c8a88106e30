"""Free names, the keys of parameters, and how both are written."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import chain, count
from pathlib import Path
from typing import Any

import numpy as np
import pytest

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network, Node
from symstride.network.names import Names
from symstride.network.operators import records as op
from symstride.network.rewriting.bytes import predicted_bytes
from symstride.network.rewriting.unstride import unstride

SURROGATE = "half \ud800"


def test_a_name_that_is_free_is_kept() -> None:
    names = Names(["a"])
    assert [names.free("b"), names.free("a"), names.free("a"), names.free("b")] == ["b", "a-2", "a-3", "b-2"]
    assert [names.numbered("a"), names.numbered("a"), names.free("a1")] == ["a1", "a2", "a1-2"]


@pytest.mark.parametrize("seed", range(20))
def test_free_names_are_the_first_that_nobody_has(seed: int) -> None:
    """The same names as a search from the start finds, in whatever order bases and taken names come."""
    rng = random.Random(seed)
    words = ["a", "a-2", "a-3", "a-2-2", "b", "", "-2", "2"]
    taken = set(rng.sample(words, 3))
    names = Names(taken)
    for _ in range(60):
        base, added = rng.choice(words), rng.choice([*words, f"a-{rng.randint(2, 30)}"])
        names.add(added)
        taken.add(added)
        expected = next(name for name in chain([base], (f"{base}-{n}" for n in count(2))) if name not in taken)
        assert names.free(base) == expected
        taken.add(expected)


# ------------------------------------------------------------------------------------------------ keys of parameters


def conv() -> Conv:
    return Conv(2, 2, (3,), 1, 1, bias=False)


def test_arrays_are_shared_where_a_model_shares_them() -> None:
    build, w = Builder(), np.arange(12.0).reshape(2, 2, 3)
    keys = [
        build.parameter("a", "weight", w, "the weight"),
        build.parameter("b", "weight", w.copy(), "the weight"),
        build.parameter("c", "weight", w + 1, "the weight"),
        build.parameter("d", "weight", w, "another"),
        build.parameter("e", "weight", w),
        build.parameter("f", "weight", w.astype(np.float32), "the weight"),
    ]
    assert keys == ["a.weight", "a.weight", "c.weight", "d.weight", "e.weight", "f.weight"]
    assert build.labels == dict.fromkeys(["a.weight", "c.weight", "f.weight"], "the weight") | {"d.weight": "another"}


def test_zeros_of_two_signs_are_two_arrays_and_nan_is_one() -> None:
    build, nan = Builder(), np.array([np.nan])
    assert build.parameter("a", "shift", nan, "s") == build.parameter("b", "shift", nan.copy(), "s")
    keys = [build.parameter(node, "shift", np.array([zero]), "z") for node, zero in (("c", 0.0), ("d", -0.0))]
    assert keys == ["c.shift", "d.shift"]


def test_a_key_that_stands_already_is_not_taken() -> None:
    """Nodes that are made by hand may have parameters with any keys."""
    build, w = Builder(), np.arange(12.0).reshape(2, 2, 3)
    x = build.input("x", (2, 8))
    build.weights["b.weight"] = w
    y = build.append(Node("a", conv(), (x,), ("b.weight",)))
    y = build.add(conv(), y, name="b", weight=w + 1)
    network = build.network(y)
    assert (network.weights["b.weight"] == w).all()
    assert network.node("b").parameters == ("b.weight-2",)
    assert (network.weights["b.weight-2"] == w + 1).all()


def test_unused_weights_are_not_taken_for_what_a_rewriting_makes() -> None:
    build = Builder()
    y = build.add(Conv(2, 2, (3,), 2, bias=False), build.input("x", (2, 9)), name="y")
    network = build.network(y).with_weights({"y/weight": np.zeros((2, 4, 2))})
    assert unstride(network).weights == {}


def test_nodes_of_one_label_are_counted_both() -> None:
    build = Builder(dtype="float32")
    y = build.append(Node("a", conv(), (build.input("x", (2, 9)),), ("a.weight",), "same"))
    y = build.append(Node("b", conv(), (y,), ("b.weight",), "same"))
    assert predicted_bytes(build.network(y)) == {"same": 2 * 4 * 12}


# ------------------------------------------------------------------------------------------------ reading and writing


@pytest.fixture
def _onnx(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


def written(network: Network, x: Any) -> tuple[Any, Any]:
    import zoo

    from symstride.adapters.onnx.door import to_model

    model = to_model(network)
    return model, zoo.run(model, x)[0]


@pytest.mark.usefixtures("_onnx")
def test_names_that_onnx_cannot_hold_are_written_as_others() -> None:
    from symstride.network.evaluate import evaluate

    build, w = Builder("", dtype="float32"), np.arange(12, dtype=np.float32).reshape(2, 2, 3)
    x = build.append(Node("", op.Input((2, 9))))
    y = build.add(Conv(2, 2, (3,), 2, bias=False), x, name=SURROGATE, weight=w)
    y = build.append(Node("unnamed", op.Pointwise("relu"), (y,), label="\udfff"))
    y = build.add(op.Affine(scale=False), y, name=SURROGATE.replace("\ud800", "\\ud800"), shift=w[0, 0, :2])
    network, numbers = build.network(y), np.arange(18, dtype=np.float32).reshape(1, 2, 9) - 9
    model, value = written(unstride(network), numbers)
    assert [one.name for one in model.graph.input] == ["unnamed-2"]
    assert [one.name for one in model.graph.output] == ["half \\ud800"]
    assert (value == evaluate(network, numbers)[y]).all()


@pytest.mark.usefixtures("_onnx")
def test_labels_come_first_then_keys() -> None:
    build, w = Builder(dtype="float32"), np.ones((2, 2, 3), np.float32)
    y = build.input("x", (2, 9))
    for name, label in (("a", "b"), ("b", "w"), ("c", "w"), ("d", ""), ("e", "d.weight")):
        key = build.parameter(name, "weight", w * len(build.nodes), label)
        y = build.append(Node(name, conv(), (y,), (key,)))
    model, _ = written(build.network(y), np.ones((1, 2, 9), np.float32))
    # "b" is a value, "w" is given once, and "d.weight" is what a model says, not what was made
    assert [node.input[1] for node in model.graph.node] == ["a.weight", "w", "c.weight", "d.weight-2", "d.weight"]


@pytest.mark.usefixtures("_onnx")
def test_names_that_are_no_text_are_refused(tmp_path: Path) -> None:
    from onnx import TensorProto, helper

    from symstride.adapters.onnx.door import from_onnx

    value = [helper.make_tensor_value_info(name, TensorProto.FLOAT, [1, 2]) for name in ("x", "yyyy")]
    nodes = [helper.make_node("Relu", ["x"], ["yyyy"])]
    model = helper.make_model(helper.make_graph(nodes, "g", value[:1], value[1:]))
    broken = model.SerializeToString().replace(b"yyyy", b"\xff\xfe\xfd\xfc")
    (tmp_path / "broken.onnx").write_bytes(broken)
    for door in (tmp_path / "broken.onnx", type(model).FromString(broken)):
        with pytest.raises(SpecError, match="UTF-8"):
            from_onnx(door)


@pytest.mark.usefixtures("_onnx")
@pytest.mark.parametrize("scope", ["layer", "network"])
def test_long_models_are_read_rewritten_and_written(scope: str, tmp_path: Path) -> None:
    """20,000 nodes that the model calls by one name."""
    from onnx import TensorProto, helper, numpy_helper

    from symstride.adapters.onnx.door import from_onnx, to_onnx

    w = numpy_helper.from_array(np.ones((1, 1, 3), np.float32), "w")
    nodes = [helper.make_node("Conv", ["x", "w"], ["v0"], strides=[2])]
    nodes += [helper.make_node("Relu", [f"v{n}"], [f"v{n + 1}"], name="same") for n in range(20_000)]
    ends = [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, 1, 9])]
    ends += [helper.make_tensor_value_info("v20000", TensorProto.FLOAT, [1, 1, 4])]
    model = helper.make_model(helper.make_graph(nodes, "g", ends[:1], ends[1:], [w]))
    network = from_onnx(model)
    flat = unstride(network, scope)
    to_onnx(flat, tmp_path / "out.onnx")
    assert len(flat.nodes) == len(network.nodes) + 2
    assert flat.node("v20000").operator == op.Pointwise("relu")
