"""ONNX in and out: what runs in ONNX Runtime is what the interpreter says, and weights are bit-exact."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from itertools import product
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zoo
from networks import integers, random_network
from numpy.typing import NDArray

import symstride as ss
from symstride.adapters.onnx.door import from_onnx, to_model, to_onnx
from symstride.errors import NotSupported, SpecError, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, Node, is_strided
from symstride.network.operators import records as op
from symstride.network.proof import prove_network
from symstride.network.rewriting.bytes import predicted_bytes
from symstride.network.rewriting.unstride import unstride
from symstride.replaying import replay

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
        "softsign", "exp", "abs", "negative", "selu", "celu", "thresholded_relu", "shrink", "gelu", "gelu_tanh", "mish",
        "swish", "erf", "sin", "cos", "reciprocal", "floor", "ceil", "round", "sign")),
    *((op.Pointwise(name, attributes), (3, 4), {}) for name, attributes in (
        ("selu", (("alpha", 1.5), ("gamma", 2.0))), ("celu", (("alpha", 2.0),)), ("swish", (("alpha", 1.5),)),
        ("thresholded_relu", (("alpha", 0.25),)), ("shrink", (("bias", 0.5), ("lambd", 0.25))),
        ("divide", (("by", 3.0),)), ("power", (("exponent", 2.0),)))),
    (op.PRelu(), (3, 4, 2), {"slope": drawn(3)}),
    (op.PRelu(), (3,), {"slope": drawn(3)}),
    (op.Quotient(), (3, 4, 2), {"by": drawn(3)}),
    (op.Quotient(), (3,), {"by": drawn(3)}),
    (op.Quotient(True), (3, 4, 2), {"by": drawn(3, 4, 2)}),
    (op.ChannelGather((2, 0, 2)), (3, 4), {}),
    *((op.Wrap(amounts), (2, 4, 5), {})
      for amounts in (((1, 2), (0, 3)), ((-1, 2), (6, -2)), ((0, 0), (-1, 0)), ((9, 0), (0, 0)), ((0, 0),) * 2)),
    (op.Take(1, (2, 0, 2)), (4, 3, 2), {}),
    (op.Take(0, (2, 0, 2)), (4,), {}),
    *((op.Select(fill), (4, 3), {"inside": drawn(4, 3) > 0}) for fill in (0.0, -1.5, "lowest")),
    *((Conv(2, 3, (3,), 2, padding, padding_mode="circular"), (2, 9), {"weight": drawn(3, 2, 3), "bias": drawn(3)})
      for padding in (1, ((2, -1),), "same")),
    (op.Pointwise("clip", (("low", -0.5), ("high", 0.75))), (3, 4), {}),
    (op.Pointwise("clip", (("high", 0.25),)), (3, 4), {}),
    (op.Pixelwise("lrn", (("size", 3), ("alpha", 0.5), ("beta", 0.5), ("bias", 1.5))), (5, 3, 4), {}),
    *((op.Pixelwise("lrn", (("size", 3.0), ("bias", 2.0))), shape, {}) for shape in ((5, 7), (5, 3, 4, 2))),
    (op.Pixelwise("softmax"), (5, 3, 4), {}),
    *((op.Pixelwise("layer_norm", (("epsilon", 1e-3),)), shape, {}) for shape in ((5, 3, 4), (5, 7))),
    (op.Pixelwise("log_softmax"), (5, 3, 4), {}),
    (op.Divide(((1, 2, 3), (2, 5))), (4, 3, 2), {}),
    (op.Divide(((3, 3), (2, 2))), (4, 2, 2), {}),
    (op.Divide(((2, 4), (3, 6, 9))), (4, 2, 3), {}),
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
    *((ConvTranspose(4, 6, (3, 2), (2, 3), padding, (1, 2), more, 2, bias), (4, 4, 3),
       {"weight": drawn(4, 3, 3, 2), **({"bias": drawn(6)} if bias else {})})
      for padding in (0, ((1, 0), (0, 2)), ((-1, 0), (2, -1)), ((12, -9), (0, 5)), ((10, -2), (0, 0)))
      for more in (0, (1, 2), (2, 0)) for bias in (False, True)),
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


def transposed_model(rng: random.Random) -> tuple[Any, NDArray[np.float32]]:
    """A ConvTranspose with any combination of attributes, and an input of integers."""
    from onnx import helper, numpy_helper

    axes, groups = rng.choice([1, 2]), rng.choice([1, 2])
    size, kernel, stride, dilation = ([rng.randint(1, most) for _ in range(axes)] for most in (5, 4, 3, 2))
    attributes: dict[str, Any] = {"strides": stride, "dilations": dilation, "group": groups}
    attributes["auto_pad"] = rng.choice(["NOTSET", "VALID", "SAME_UPPER", "SAME_LOWER"])
    if rng.random() < 0.4:
        attributes["output_padding"] = [rng.randint(0, s - 1) for s in stride]
    if rng.random() < 0.4:
        attributes["output_shape"] = [max(1, n * s + rng.randint(-1, 1)) for n, s in zip(size, stride, strict=True)]
    elif attributes["auto_pad"] == "NOTSET":
        attributes["pads"] = [rng.randint(0, 1) for _ in range(2 * axes)]
    x, w = (np.array(integers(rng, shape), np.float32) for shape in ((1, 2 * groups, *size), (2 * groups, 2, *kernel)))
    inputs = [helper.make_tensor_value_info("x", 1, x.shape)]
    outputs = [helper.make_tensor_value_info("y", 1, None)]
    node = helper.make_node("ConvTranspose", ["x", "w"], ["y"], **attributes)
    graph = helper.make_graph([node], "g", inputs, outputs, [numpy_helper.from_array(w, "w")])
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9), x


def unless(words: str, refusals: Any, step: Callable[..., Any], *arguments: Any) -> Any:
    """``step(*arguments)``, or None where it refuses with one of these words."""
    try:
        return step(*arguments)
    except refusals as why:
        if not re.search(words, str(why)):
            raise
        return None


def test_every_spelling_of_a_transposed_layer_means_what_onnx_runtime_does(rng: random.Random) -> None:
    from onnxruntime.capi.onnxruntime_pybind11_state import InvalidArgument

    equal = 0
    while equal < 60:
        model, x = transposed_model(rng)
        network = unless("SAME would|at least one place", SymstrideError, from_onnx, model)
        expected = unless("inconsistent", InvalidArgument, zoo.run, model, x)
        if network is not None and expected is not None:
            assert np.array_equal(evaluate(network, x)["y"], expected[0]), model.graph.node
            equal += 1


# ------------------------------------------------------------------------------------------------ read again


def same_when_read_again(network: Network, x: NDArray[Any]) -> Network:
    """The network in the model of ``network``: the same outputs, the same numbers to the bit."""
    again = from_onnx(to_model(network))
    before, after = evaluate(network, x), evaluate(again, x)
    assert again.outputs == network.outputs
    for name in before:
        assert bits(before[name]) == bits(after[name]), network.nodes
    return again


def phases_of(network: Network) -> list[op.Operator]:
    """The operators that go to phases or back, except where there is only one phase."""
    return [node.operator for node in network.nodes if isinstance(node.operator, op.SpaceToDepth | op.DepthToSpace)]


def small_network(rng: random.Random, axes: int, scope: str) -> Network:
    """One whose rewriting has at most 16 MB of weights; on the grid that takes some luck."""
    while True:
        network = as_float(random_network(rng, 3, axes))
        if sum(predicted_bytes(unstride(network.without_weights(), scope)).values()) <= 2**24:
            return network


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_rewritten_networks_are_read_again(scope: str, rng: random.Random) -> None:
    for axes in (1, 1, 2, 2, 2, 2, 2, 3) * 2:
        network = small_network(rng, axes, scope)
        x = np.array(integers(rng, (1, *network.shapes["x"]), 3), np.float32)
        flat = unstride(network, scope)
        again = same_when_read_again(flat, x)
        assert not again.strided
        assert phases_of(again) == phases_of(flat)
        same_when_read_again(again, x)


@pytest.mark.parametrize(("operator", "shape", "arrays"), WRITTEN, ids=lambda value: type(value).__name__)
def test_each_operator_is_read_again(operator: op.Operator, shape: op.Shape, arrays: dict[str, Any]) -> None:
    build = Builder()
    network = build.network(build.add(operator, build.input("x", shape), name="y", **arrays))
    x = drawn(2, *shape)
    again = from_onnx(to_model(network))
    np.testing.assert_allclose(evaluate(again, x)["y"], evaluate(network, x)["y"], rtol=1e-6, atol=1e-7)
    assert is_strided(operator) == bool(again.strided)


def test_counts_of_windows_are_read_as_counts() -> None:
    build = Builder()
    x = build.input("x", (4, 2, 3))
    network = build.network(build.add(op.Divide(((2, 4), (3, 6, 9))), x, name="y"))
    again = from_onnx(to_model(network)).node("y").operator
    assert isinstance(again, op.Divide)
    assert np.multiply.outer(*map(np.array, again.counts)).tolist() == [[6, 12, 18], [12, 24, 36]]


def test_a_certificate_of_a_network_holds_for_its_model(rng: random.Random) -> None:
    build = Builder("up and down")
    x = build.input("x", (2, 9, 8))
    y = build.add(Conv(2, 4, (3, 3), 2, 1, bias=False), x, name="down", weight=drawn(4, 2, 3, 3))
    y = build.add(ConvTranspose(4, 2, (2, 2), 2, bias=False), y, name="up", weight=drawn(4, 2, 2, 2))
    network = build.network(y)
    again = from_onnx(to_model(network))
    replay(prove_network(network).certificate, again)


@pytest.mark.parametrize("size", [-1, -2])
def test_a_batch_that_is_no_number_of_samples_is_open(size: int, rng: random.Random) -> None:
    network = random_network(rng, 2, 2)
    model = to_model(as_float(network))
    for value in (*model.graph.input, *model.graph.output):
        value.type.tensor_type.shape.dim[0].dim_value = size
    read = ss.read(model)
    assert read.batch is None
    assert read.unchecked == ""
    assert read.shapes["x"] == network.shapes["x"]


def test_slices_with_steps_are_one_phase(rng: random.Random) -> None:
    """What a model takes by x[:, :, 1:8:2, ::3] is a phase of whole cells: no stride is left."""
    from onnx import helper, numpy_helper

    for low, high, steps in (((1, 0), (8, 9), (2, 3)), ((0, 2), (9, 8), (1, 4)), ((-3, 1), (100, -1), (2, 2))):
        numbers = {"starts": low, "ends": high, "axes": (2, 3), "steps": steps}
        tensors = [numpy_helper.from_array(np.array(v, np.int64), k) for k, v in numbers.items()]
        x, y = helper.make_tensor_value_info("x", 1, (1, 2, 9, 9)), helper.make_tensor_value_info("y", 1, None)
        graph = helper.make_graph([helper.make_node("Slice", ["x", *numbers], ["y"])], "g", [x], [y], tensors)
        model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)
        network, given = from_onnx(model), drawn(1, 2, 9, 9)
        assert bits(evaluate(network, given)["y"]) == bits(zoo.run(model, given)[0])
