"""ONNX in and out: what runs in ONNX Runtime is what the interpreter says, and weights are bit-exact."""

from __future__ import annotations

import random
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zoo
from networks import integers, random_network

from symstride.adapters.onnx import from_onnx, to_model, to_onnx
from symstride.errors import NotSupported, SpecError
from symstride.network import operators as op
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, Node
from symstride.network.unstride import unstride
from symstride.spec.layer import Conv

EXACT = 2**24
"""float32 holds every integer up to here, so that sums below it are exact in any order."""


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


def as_float(network: Network) -> Network:
    weights = {name: array.astype(np.float32) for name, array in network.weights.items()}
    return Network(network.nodes, network.outputs, weights, network.name, "float32")


def has_averages(network: Network) -> bool:
    return any(isinstance(node.operator, op.AveragePool) for node in network.nodes)


def run_random(rng: random.Random, cases: int) -> int:
    """Networks that ONNX Runtime computes exactly, as they are and without strides: how many."""
    exact = 0
    while exact < cases:
        axes = rng.choice([1, 2, 2, 3])
        network = random_network(rng, 2, axes)
        x = integers(rng, (1, *network.shapes["x"]), 3)
        values = evaluate(network, x, every=True)
        if has_averages(network) or any(np.abs(v.astype(float)).max() * 64 >= EXACT for v in values.values()):
            continue
        exact += 1
        floating = as_float(network)
        for each in (floating, unstride(floating)):
            (got,) = zoo.run(to_model(each), x.astype(np.float32))
            assert np.array_equal(got, values[network.outputs[0]].astype(np.float32)), network.nodes
    return exact


def test_random_networks_in_onnx_runtime(rng: random.Random) -> None:
    assert run_random(rng, 25) == 25


@pytest.mark.full
@pytest.mark.timeout(900)
def test_many_random_networks_in_onnx_runtime(rng: random.Random) -> None:
    assert run_random(rng, 500) == 500


def pools() -> list[tuple[int, op.Pool]]:
    found: list[tuple[int, op.Pool]] = []
    table = product(
        (5, 6, 7, 12), (1, 2, 3), (1, 2, 3, 4), (1, 2), (0, 1, 2), (0, 1, 2), (False, True), (None, False, True)
    )
    for n, k, s, dl, low, high, ceil_mode, counted in table:
        if low >= k or high >= k:  # ONNX Runtime wants padding below the kernel
            continue
        steps = ((k,), (s,), ((low, high),), (dl,), ceil_mode)
        found.append((n, op.MaxPool(*steps) if counted is None else op.AveragePool(*steps, counted)))
    return found


def check_pools(chosen: list[tuple[int, op.Pool]]) -> None:
    x = np.random.default_rng(5).standard_normal((2, 3, 12)).astype(np.float32)
    for n, pool in chosen:
        build = Builder()
        network = build.network(build.add(pool, build.input("x", (3, n)), name="y"))
        expected = evaluate(network, x[..., :n])["y"]
        (own,), (flat,) = (zoo.run(to_model(each), x[..., :n]) for each in (network, unstride(network)))
        assert own.shape == expected.shape, pool
        np.testing.assert_allclose(own, expected, rtol=1e-5, atol=1e-6, err_msg=repr(pool))
        if isinstance(pool, op.MaxPool):
            assert np.array_equal(flat, own), pool
        np.testing.assert_allclose(flat, expected, rtol=1e-5, atol=1e-6, err_msg=repr(pool))


def test_pools_with_every_kind_of_rounding(rng: random.Random) -> None:
    check_pools(rng.sample(pools(), 50))


@pytest.mark.full
def test_all_pools() -> None:
    check_pools(pools())


# ------------------------------------------------------------------------------------------------ files


def small(rng: np.random.Generator) -> Network:
    build = Builder("small", batch=1)
    x = build.input("x", (2, 9, 8))
    w, b = rng.standard_normal((3, 2, 3, 3)).astype(np.float32), rng.standard_normal(3).astype(np.float32)
    w[0, 0, 0] = np.nan, -0.0, np.float32(1e-42)  # payloads, signed zeros and subnormal numbers are copied too
    y = build.add(Conv(3 - 1, 3, (3, 3), 2, 1), x, name="conv", weight=w, bias=b)
    return build.network(build.add(op.Pointwise("relu"), y, name="relu"))


def bits(array: np.ndarray) -> bytes:
    return np.ascontiguousarray(array).tobytes()


@pytest.mark.parametrize("external_from", [2**26, 16])
def test_there_and_back_bit_for_bit(tmp_path: Path, external_from: int) -> None:
    network = small(np.random.default_rng(3))
    files = to_onnx(network, tmp_path / "small.onnx", external_from=external_from)
    assert [file.name for file in files] == (["small.onnx.data"] if external_from == 16 else []) + ["small.onnx"]
    assert sorted(tmp_path.iterdir()) == sorted(files)
    again = from_onnx(tmp_path / "small.onnx")
    assert again.nodes == network.nodes
    assert {name: bits(array) for name, array in again.weights.items()} == {
        name: bits(array) for name, array in network.weights.items()
    }


def test_weights_of_the_rewriting_are_bit_exact_copies(tmp_path: Path) -> None:
    import onnx

    network = small(np.random.default_rng(3))
    flat = unstride(network)
    to_onnx(flat, tmp_path / "flat.onnx")
    stored = {t.name: onnx.numpy_helper.to_array(t) for t in onnx.load(tmp_path / "flat.onnx").graph.initializer}
    w, expanded = network.weights["conv.weight"], stored["conv/weight"]
    copies = sorted(bits(number) for number in w.ravel())
    zero = bits(np.float32(0))
    everything = sorted(bits(number) for number in expanded.ravel())
    assert sorted(n for n in everything if n != zero) == [n for n in copies if n != zero]
    assert bits(stored["conv.bias"]) == bits(network.weights["conv.bias"])


def test_nodes_are_named_after_the_original_ones(tmp_path: Path) -> None:
    model = to_model(unstride(small(np.random.default_rng(3))))
    assert [node.name for node in model.graph.node] == ["conv/pad", "conv/phases", "conv", "relu"]


def test_two_nodes_never_share_a_name() -> None:
    build = Builder()
    pool = op.MaxPool((3, 3), (2, 2), ((1, 1),) * 2, (1, 1))
    x = build.input("x", (2, 9, 9))
    first = build.add(pool, x, name="pool")
    clash = build.add(op.Pointwise("relu"), first, name="pool/phases")
    model = to_model(unstride(build.network(clash)))
    names = [node.name for node in model.graph.node]
    assert len(set(names)) == len(names)
    zoo.run(model, np.zeros((1, 2, 9, 9), np.float32))


def test_labels_given_twice_are_told_apart() -> None:
    build = Builder()
    x = build.input("x", (2, 3))
    y = build.append(Node("a", op.Pointwise("relu"), (x,), label="same"))
    network = build.network(build.append(Node("b", op.Pointwise("exp"), (y,), label="same")))
    model = to_model(network)
    assert [node.name for node in model.graph.node] == ["same", "same-2"]
    zoo.run(model, drawn(1, 2, 3))


def test_the_input_is_never_overwritten(tmp_path: Path) -> None:
    path = tmp_path / "small.onnx"
    to_onnx(small(np.random.default_rng(3)), path)
    before = path.read_bytes()
    (tmp_path / "link.onnx").symlink_to(path)
    for target in (path, tmp_path / "link.onnx"):
        with pytest.raises(SpecError, match="input itself"):
            to_onnx(unstride(from_onnx(path)), target)
    assert path.read_bytes() == before


def test_a_refused_or_failed_write_leaves_nothing(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    network = small(np.random.default_rng(3))
    with pytest.raises(NotSupported, match="conv: 228"):
        to_onnx(network, tmp_path / "small.onnx", max_bytes=100)
    with pytest.raises(SpecError, match="weights"):
        to_onnx(network.without_weights(), tmp_path / "small.onnx")
    with pytest.raises(SpecError, match="folder"):
        to_onnx(network, tmp_path / "nowhere" / "small.onnx")

    def refuse(*_: object, **__: object) -> None:
        raise RuntimeError("the checker says no")

    import onnx

    monkeypatch.setattr(onnx.checker, "check_model", refuse)
    with pytest.raises(RuntimeError):
        to_onnx(network, tmp_path / "small.onnx")
    assert list(tmp_path.iterdir()) == []


def drawn(*shape: int) -> np.ndarray[Any, Any]:
    return np.random.default_rng(11).standard_normal(shape).astype(np.float32)


CELL = tuple((f, (n, m)) for f, n, m in (("lowest", 5, 3), (-1.5, 6, 4), (0.0, 5, 4)))
WRITTEN: list[tuple[op.Operator, op.Shape, dict[str, Any]]] = [
    *((op.SpaceToDepth(cell, order, kept), (3, *(2 * s for s in cell)), {})
      for cell in ((2,), (2, 2), (2, 3), (2, 1, 3)) for order in ("channel_major", "phase_major")
      for kept in (None, tuple((s - 1,) for s in cell))),
    *((op.DepthToSpace(cell, order), (3 * int(np.prod(cell)), *(3,) * len(cell)), {})
      for cell in ((2,), (2, 2), (2, 3), (2, 1, 3)) for order in ("channel_major", "phase_major")),
    *((op.Mask((2, 2), size, order, fill), (12, 3, 2), {})
      for fill, size in CELL for order in ("channel_major", "phase_major")),
    *((op.Pad(amounts, fill), (2, 4, 5), {}) for fill in (0.0, 2.5, "lowest")
      for amounts in (((1, 2), (0, 0)), ((-1, -2), (0, 0)), ((2, -1), (-2, 3)), ((5, -6), (0, 0)), ((0, 0),) * 2)),
    (op.ChannelPermutation((2, 0, 3, 1)), (4, 3), {}),
    (op.Channels(1, 3), (4, 3), {}),
    (op.Affine(), (4, 3, 2), {"scale": drawn(4), "shift": drawn(4) + 1}),
    (op.Affine(scale=False), (4,), {"shift": drawn(4)}),
    (op.Affine(shift=False), (4, 3), {"scale": drawn(4)}),
    (op.BatchNorm(1e-3), (3, 4), {"scale": drawn(3), "bias": drawn(3) + 1, "mean": drawn(3) - 1,
                                  "variance": np.abs(drawn(3))}),
    *((op.Pointwise(name), (3, 4), {}) for name in (
        "identity", "relu", "elu", "leaky_relu", "sigmoid", "hard_sigmoid", "hard_swish", "tanh", "softplus",
        "softsign", "exp", "abs", "negative")),
    (op.Pointwise("clip", (("low", -0.5), ("high", 0.75))), (3, 4), {}),
    (op.Pointwise("clip", (("high", 0.25),)), (3, 4), {}),
    (op.Pixelwise("lrn", (("size", 3), ("alpha", 0.5), ("beta", 0.5), ("bias", 1.5))), (5, 3, 4), {}),
    (op.Pixelwise("softmax"), (5, 3, 4), {}),
    (op.Pixelwise("log_softmax"), (5, 3, 4), {}),
    (op.Divide(((1, 2, 3), (2, 5))), (4, 3, 2), {}),
    (op.Divide(((3, 3), (2, 2))), (4, 2, 2), {}),
    (op.GlobalPool("average"), (4, 3, 2), {}),
    (op.GlobalPool("max"), (4, 3, 2), {}),
    (op.Reshape((3, 8)), (4, 3, 2), {}),
    (op.Transpose((2, 0, 1)), (4, 3, 2), {}),
    (op.Softmax(0), (7,), {}),
    (op.Softmax(1, log=True), (4, 3, 2), {}),
    (op.Softmax(0, rest=True), (4, 3, 2), {}),
    (op.Softmax(1, log=True, rest=True), (4, 3, 2), {}),
    (op.Gemm(5, transposed=True, alpha=0.5, beta=2.0), (3,), {"weight": drawn(5, 3), "bias": drawn(5)}),
    (op.Gemm(5, bias=False), (3,), {"weight": drawn(3, 5)}),
    (Conv(4, 6, (3, 2), (2, 1), ((1, -1), (0, 2)), (1, 2), groups=2), (4, 7, 6),
     {"weight": drawn(6, 2, 3, 2), "bias": drawn(6)}),
]  # fmt: skip


@pytest.mark.parametrize(("operator", "shape", "arrays"), WRITTEN, ids=lambda value: type(value).__name__)
def test_each_operator_runs_as_it_is_written(operator: op.Operator, shape: op.Shape, arrays: dict[str, Any]) -> None:
    build = Builder()
    network = build.network(build.add(operator, build.input("x", shape), name="y", **arrays))
    x = drawn(2, *shape)
    np.testing.assert_allclose(zoo.run(to_model(network), x)[0], evaluate(network, x)["y"], rtol=2e-5, atol=1e-6)


@pytest.mark.parametrize("operator", [op.Add(), op.Multiply(), op.Maximum(), op.Concat()])
@pytest.mark.parametrize("count", [1, 2, 3])
def test_operators_of_several_inputs(operator: op.Operator, count: int) -> None:
    build = Builder()
    x = build.input("x", (3, 4))
    inputs = [x, build.add(op.Pointwise("negative"), x), build.add(op.Pointwise("exp"), x)][:count]
    network = build.network(build.add(operator, *inputs, name="y"))
    np.testing.assert_allclose(zoo.run(to_model(network), drawn(2, 3, 4))[0],
                               evaluate(network, drawn(2, 3, 4))["y"], rtol=1e-6)  # fmt: skip


@pytest.mark.parametrize(("operator", "axis"), [("Softmax", 1), ("Softmax", 2), ("LogSoftmax", 1), ("Softmax", -1)])
@pytest.mark.parametrize("opset", [9, 11, 13, 19])
def test_softmax_means_what_its_opset_says(operator: str, axis: int, opset: int) -> None:
    from onnx import helper

    x, y = helper.make_tensor_value_info("x", 1, (1, 4, 3, 2)), helper.make_tensor_value_info("y", 1, (1, 4, 3, 2))
    graph = helper.make_graph([helper.make_node(operator, ["x"], ["y"], axis=axis)], "g", [x], [y])
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", opset)], ir_version=4)
    (expected,), network = zoo.run(model, drawn(1, 4, 3, 2)), from_onnx(model)
    np.testing.assert_allclose(evaluate(network, drawn(1, 4, 3, 2))["y"], expected, rtol=1e-5)
    np.testing.assert_allclose(zoo.run(to_model(network), drawn(1, 4, 3, 2))[0], expected, rtol=1e-5)
