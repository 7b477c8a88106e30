"""What was read is what runs: readers that misunderstand a model are found out, and the others are left in peace."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from pathlib import Path
from typing import Any

import numpy as np
import pytest
from scope_networks import random_network

import symstride as ss
from symstride.adapters.agreement import CannotRun, compared
from symstride.adapters.onnx.door import to_model
from symstride.check.backends.registry import find
from symstride.errors import NotSupported, SpecError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op

DIFFERS = "as the model gives it"

# ------------------------------------------------------------------------------------------------ modules that branch


def branching() -> dict[str, Any]:
    """Modules whose forward may take another way while it is traced, and then leaves out a bound for large numbers."""
    torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")
    nn = torch.nn

    def branch(real: Callable[[Any], bool]) -> Any:
        class Branching(nn.Module):  # type: ignore[misc, name-defined]
            def __init__(self) -> None:
                super().__init__()
                self.c = nn.Conv2d(1, 2, 3, 2)

            def forward(self, x: Any) -> Any:
                y = self.c(x)
                return torch.clamp(y, -1e6, 1e6) if real(y) else y

        torch.manual_seed(0)
        return Branching().eval()

    def kept(y: Any) -> bool:
        try:
            memoryview(y.detach().numpy())
        except TypeError:
            return False
        return True

    return {
        name: branch(real)
        for name, real in {
            "isinstance": lambda y: isinstance(y, torch.Tensor),
            "torch.jit.isinstance": lambda y: torch.jit.isinstance(y, torch.Tensor),
            "torch.is_tensor": torch.is_tensor,
            "type": lambda y: type(y) is torch.Tensor,
            "the name of the type": lambda y: type(y).__name__ == "Tensor",
            "an attribute of tensors": lambda y: hasattr(type(y), "requires_grad_"),
            "an attribute of placeholders": lambda y: not hasattr(y, "tracer"),
            "an attribute that nothing has": lambda y: not hasattr(y, "decode"),
            "a table of sizes": lambda y: {3: True}.get(y.size(2), False),
            "a set of shapes": lambda y: y.shape in {torch.Size((1, 2, 3, 3))},
            "the batch": lambda y: y.shape[0] == 1,
            "the batch in a table": lambda y: y.shape[0] in {1: True},
            "is": lambda y: y.is_floating_point() is True,
            "what is tracing": lambda y: not torch.fx._symbolic_trace.is_fx_tracing(),
            "what is compiling": lambda y: not torch.compiler.is_compiling(),
            "what is exporting": lambda y: not torch.compiler.is_exporting(),
            "words": lambda y: "Fake" not in repr(y) and "Proxy" not in repr(y),
            "an exception": kept,
            "numbers": lambda y: bool(y.sum() < 1e9),
            "numbers in a table": lambda y: y.sum().item() not in {1e9: True},
        }.items()
    }


BRANCHES = {
    "isinstance": "clip", "torch.jit.isinstance": "clip", "torch.is_tensor": "clip", "type": "", "is": "clip",
    "the name of the type": "", "an attribute of tensors": "clip", "an attribute of placeholders": "clip",
    "an attribute that nothing has": "clip", "a table of sizes": "clip", "a set of shapes": "clip", "the batch": "",
    "the batch in a table": "clip", "what is tracing": "", "what is compiling": "clip", "what is exporting": "clip",
    "words": "", "an exception": "", "numbers": "", "numbers in a table": "",
}  # fmt: skip
"""Each is read with the map that it applies when it runs, or else refused; by numbers none could be told apart."""


@pytest.mark.parametrize("name", BRANCHES)
def test_a_module_that_branches_is_read_as_it_runs_or_refused(name: str) -> None:
    module = branching()[name]
    if not BRANCHES[name]:
        with pytest.raises(NotSupported, match=r"from_torch\(module"):
            ss.read(module, (1, 7, 7), check=False)
    else:
        network = ss.read(module, (1, 7, 7))
        assert [node.operator.name for node in network.nodes if isinstance(node.operator, op.Pointwise)] == ["clip"]
        assert network.unchecked == ""


def test_a_pytorch_without_this_export_reads_by_placeholders(monkeypatch: pytest.MonkeyPatch) -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")
    modules = branching()
    plain = torch.nn.Sequential(torch.nn.Conv2d(1, 2, 3, 2), torch.nn.ReLU()).eval()
    monkeypatch.setattr(torch, "__version__", "2.5.1")
    assert [type(node.operator).__name__ for node in ss.read(plain, (1, 7, 7)).nodes] == ["Input", "Conv", "Pointwise"]
    with pytest.raises(NotSupported, match=r"aten\.clamp"):
        ss.read(modules["isinstance"], (1, 7, 7), check=False)


def test_a_module_that_does_not_branch_is_left_as_it_was() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")

    class Noting(torch.nn.Module):  # type: ignore[misc, name-defined]
        """Keeps the size of its input, as some detectors do; nothing depends on that."""

        def __init__(self) -> None:
            super().__init__()
            self.c = torch.nn.Conv2d(1, 2, 3, 2)
            self.size: Any = None

        def forward(self, x: Any, y: Any) -> Any:
            self.size = x.shape[2:]
            return {"sum": self.c(x) + self.c(y), "difference": (self.c(x) - y[:, :, :3, :3].relu(),)} if False else (
                self.c(x), [torch.relu(self.c(y))])  # fmt: skip

    module = Noting().eval()
    before = torch.get_rng_state()
    network = ss.read(module, {"x": (1, 7, 7), "y": (1, 9, 9)})
    assert network.unchecked == ""
    assert len(network.outputs) == 2
    assert module.size is None, "it was a copy that ran"
    assert torch.equal(torch.get_rng_state(), before)


# ------------------------------------------------------------------------------------------------ misreadings


def model_of(network: Network) -> Callable[[Any], Any]:
    """A model that computes the network in single precision, outputs in their order."""
    names = [node.name for node in network.inputs]
    return lambda arrays: list(evaluate(network, dict(zip(names, arrays, strict=True))).values())


def some_network(rng: random.Random) -> Network:
    """A random network in single precision, with weights that are no whole numbers."""
    while True:
        whole = random_network(rng, rng.randint(1, 2))
        if whole.weights:
            drawn = np.random.default_rng(rng.randrange(2**32))
            weights = {
                key: drawn.standard_normal(array.shape).astype("float32") for key, array in whole.weights.items()
            }
            return replace(whole.with_weights(weights), dtype="float32")


def other_weight(network: Network, rng: random.Random) -> Network:
    key = rng.choice(sorted(network.weights))
    array = network.weights[key].copy()
    array[tuple(rng.randrange(n) for n in array.shape)] += np.float32(0.5)
    return network.with_weights({**network.weights, key: array})


def one_map_more(network: Network, rng: random.Random) -> Network:
    """An absolute value behind some node."""
    node = rng.choice([node for node in network.nodes if not isinstance(node.operator, op.Input)])
    kept = replace(node, name=f"{node.name} as read")
    abs_ = Node(node.name, op.Pointwise("abs"), (kept.name,))
    nodes = [one for old in network.nodes for one in ((kept, abs_) if old is node else (old,))]
    return replace(network, nodes=tuple(nodes))


def computes_the_same(one: Network, other: Network) -> bool:
    """On many inputs that no check has seen."""
    rng = np.random.default_rng(5)
    feeds = {node.name: rng.standard_normal((40, *one.shapes[node.name])) for node in one.inputs}
    pairs = zip(evaluate(one, feeds).values(), evaluate(other, feeds).values(), strict=True)
    return all(np.allclose(a.astype(float), b.astype(float), rtol=1e-9, atol=1e-9) for a, b in pairs)


def check_misreadings(rng: random.Random, count: int) -> None:
    """Numbers do not tell everything: a difference that shows on few inputs is missed, and has to be rare."""
    refused = missed = 0
    for _ in range(count):
        model = some_network(rng)
        assert compared(model, "read(model)", model_of(model)).unchecked == ""
        misread = rng.choice([other_weight, one_map_more])(model, rng)
        if _refused(misread, model):
            refused += 1
        elif not computes_the_same(model, misread):
            missed += 1
    assert refused > 0.6 * count
    assert missed < 0.02 * count


def _refused(misread: Network, model: Network) -> bool:
    try:
        compared(misread, "read(model)", model_of(model))
    except NotSupported as why:
        return DIFFERS in why.expected
    return False


def test_a_misreading_is_refused_and_the_right_one_is_not(rng: random.Random) -> None:
    check_misreadings(rng, 12)


@pytest.mark.full
def test_many_misreadings_are_refused(rng: random.Random) -> None:
    check_misreadings(rng, 250)


def test_outputs_in_another_order_are_refused(rng: random.Random) -> None:
    build = ss.Builder("two")
    x = build.input("x", (2, 5))
    y, z = build.add(op.Pointwise("relu"), x, name="y"), build.add(op.Pointwise("abs"), x, name="z")
    right, wrong = build.network(y, z), build.network(z, y)
    assert compared(right, "read(model)", model_of(right)) == right
    with pytest.raises(NotSupported, match="for z"):
        compared(wrong, "read(model)", model_of(right))


def test_numbers_that_are_none_agree_with_themselves_alone() -> None:
    """A logarithm of negative numbers is no number in both; where only one of them says so, they differ."""
    build = ss.Builder("log")
    x = build.input("x", (3,))
    logarithm = build.network(build.add(op.Pointwise("log"), x, name="y"))
    build = ss.Builder("log of abs")
    x = build.input("x", (3,))
    absolute = build.network(build.add(op.Pointwise("log"), build.add(op.Pointwise("abs"), x), name="y"))
    with np.errstate(all="ignore"):
        assert compared(logarithm, "read(model)", model_of(logarithm)).unchecked == ""
        with pytest.raises(NotSupported, match="nan for y"):
            compared(absolute, "read(model)", model_of(logarithm))


# ------------------------------------------------------------------------------------------------ what cannot be run


def test_what_cannot_be_run_is_said(rng: random.Random) -> None:
    network = some_network(rng)

    def broken(arrays: Any) -> Any:
        raise CannotRun("no runtime")

    unchecked = compared(network, "read(model)", broken)
    assert unchecked.unchecked == "no runtime"
    assert compared(network, "read(model)", lambda arrays: []).unchecked.startswith("it gives 0 outputs")


def test_what_is_too_large_is_said_with_the_figure() -> None:
    build = ss.Builder("large")
    x = build.input("x", (512, 200, 200))
    network = build.network(build.add(ss.Conv(512, 512, (3, 3)), x, name="y"))
    found = compared(network, "read(model)", lambda arrays: pytest.fail("it was run"))
    assert found.unchecked == "it takes 92,493,840,384 products, more than 5,000,000,000"


def test_what_needs_too_much_memory_is_said_with_the_figure() -> None:
    build = ss.Builder("large")
    x = build.input("x", (64, 2000, 2000))
    network = build.network(build.add(op.Pointwise("relu"), x, name="y"))
    found = compared(network, "read(model)", lambda arrays: pytest.fail("it was run"))
    assert found.unchecked == "it has 1,536,000,000 numbers on the samples, more than 300,000,000"


def test_a_module_that_fails_when_it_runs_is_read_unchecked() -> None:
    torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")

    class Failing(torch.nn.Module):  # type: ignore[misc, name-defined]
        def __init__(self) -> None:
            super().__init__()
            self.c = torch.nn.Conv2d(1, 2, 3, 2)

        def forward(self, x: Any) -> Any:
            if isinstance(x, torch.Tensor):
                raise RuntimeError("not on this machine")
            return self.c(x)

    network = ss.read(Failing().eval(), (1, 7, 7))
    assert network.unchecked == "running the module failed: RuntimeError: not on this machine"
    theorem = ss.prove(network)
    assert str(theorem.verdict).endswith(f"reading not checked: {network.unchecked}")
    assert "was not tried on numbers" in theorem.latex()


# ------------------------------------------------------------------------------------------------ the doors


@pytest.mark.parametrize("batch", [None, 1, 4])
def test_an_onnx_model_is_run_where_it_can_be(batch: int | None, tmp_path: Path, monkeypatch: Any) -> None:
    onnx = pytest.importorskip("onnx", reason="onnx is not installed; to get it: pip install 'symstride[onnx]'")
    pytest.importorskip("onnxruntime", reason="onnxruntime is missing; to get it: pip install 'symstride[onnx]'")
    weights = np.random.default_rng(3).standard_normal((4, 2, 3, 3)).astype("float32")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    graph = helper.make_graph(
        [helper.make_node("Conv", ["x", "w"], ["c"], strides=[2, 2]), helper.make_node("Relu", ["c"], ["y"])],
        "small",
        [helper.make_tensor_value_info("x", kind, [batch or "N", 2, 9, 9])],
        [helper.make_tensor_value_info("y", kind, [batch or "N", 4, 4, 4])],
        [onnx.numpy_helper.from_array(weights, "w")],
    )
    path = tmp_path / "small.onnx"
    onnx.save(helper.make_model(graph, opset_imports=[helper.make_opsetid("", 17)], ir_version=8), path)
    network = ss.read(path)
    assert network.unchecked == ""
    assert ss.prove(network).proviso == ""
    assert ss.read(onnx.load(path)).unchecked == ""

    def misread(*given: Any) -> Network:
        return other_weight(network, random.Random(1))

    monkeypatch.setattr("symstride.adapters.onnx.door.from_onnx", misread)
    with pytest.raises(NotSupported, match=DIFFERS):
        ss.read(path)
    assert ss.read(path, check=False).unchecked == "check=False"


def test_nodes_that_nothing_depends_on_are_not_run() -> None:
    """They were not read either, and may be anything."""
    onnx = pytest.importorskip("onnx", reason="onnx is not installed; to get it: pip install 'symstride[onnx]'")
    pytest.importorskip("onnxruntime", reason="onnxruntime is missing; to get it: pip install 'symstride[onnx]'")
    helper, kind = onnx.helper, onnx.TensorProto.FLOAT
    values = [helper.make_tensor_value_info(name, kind, ["N", 3]) for name in "xy"]
    nodes = [helper.make_node("Relu", ["x"], ["y"]), helper.make_node("Softplus", ["y"], ["z"])]
    model = helper.make_model(
        helper.make_graph(nodes, "g", values[:1], values[1:]), opset_imports=[helper.make_opsetid("", 17)], ir_version=8
    )
    assert ss.read(model).unchecked == "1 of its nodes lead to no output, such as the one of 'z'"


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_a_keras_model_is_run(data_format: str, need: Callable[[str], str], monkeypatch: Any) -> None:
    need("keras")
    keras = find("keras").load()  # with a backend that is installed
    x = keras.Input((8, 7, 3) if data_format == "channels_last" else (3, 8, 7))
    y = keras.layers.Conv2D(4, 3, strides=2, data_format=data_format, activation="relu")(x)
    flat = keras.layers.Flatten(data_format=data_format)(y)
    model = keras.Model(x, [y, keras.layers.Dense(2)(flat)])
    network = ss.read(model)
    assert network.unchecked == ""
    assert len(network.outputs) == 2
    monkeypatch.setattr("symstride.adapters.keras.door.from_keras", lambda *_: other_weight(network, random.Random(1)))
    with pytest.raises(NotSupported, match=DIFFERS):
        ss.read(model)


def test_a_bounded_map_may_be_off_by_units_of_its_bound() -> None:
    """Runtimes give 0 for the sigmoid of -20, which is 2e-9; the value in front of it has to be right."""
    build = Builder("saturated")
    x = build.add(op.Affine(), build.input("x", (2, 3)), scale=np.ones(2, "f"), shift=np.full(2, -20, "f"))
    network = build.network(build.add(op.Reshape((6,)), build.add(op.Pointwise("sigmoid"), x)))

    def without_small_ones(arrays: Any) -> list[Any]:
        return [np.where(one < 1e-7, 0, one).astype("f") for one in model_of(network)(arrays)]

    assert compared(network, "test", without_small_ones).unchecked == ""
    inner = replace(network, nodes=network.nodes[:2], outputs=(x,))
    with pytest.raises(NotSupported, match=DIFFERS):
        compared(inner, "test", lambda arrays: [np.trunc(one) for one in model_of(inner)(arrays)])


def test_the_first_node_that_differs_is_named(need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """A map in the middle is misread; what stands behind it differs too, and what stands in front does not."""
    need("onnxruntime")
    from symstride.adapters.onnx import nodes

    build, rng = ss.Builder("chain"), np.random.default_rng(1)
    x = build.input("x", (2, 9, 9))
    for name in ("before", "between", "behind"):
        x = build.add(ss.Conv(2, 2, (3, 3), bias=False), x, name=name, weight=rng.standard_normal((2, 2, 3, 3), "f"))
        x = build.add(op.Pointwise("tanh" if name == "between" else "relu"), x, name=f"map {name}")
    model = to_model(build.network(x))
    assert not ss.read(model).unchecked
    monkeypatch.setitem(nodes.POINTWISE, "Tanh", ("sigmoid", {}))
    with pytest.raises(NotSupported) as caught:
        ss.read(model)
    assert caught.value.got.endswith("; the first node that differs is 'map between' (Pointwise)")


def test_a_size_that_the_model_declares_otherwise_is_refused(tmp_path: Path, need: Callable[[str], str]) -> None:
    need("onnx")
    build = ss.Builder("sized")
    x = build.add(op.Pointwise("relu"), build.input("x", (2, 9, 8)), name="y")
    ss.write(build.network(x), tmp_path / "sized.onnx")
    for model in (tmp_path / "sized.onnx", to_model(build.network(x))):
        assert ss.read(model, (2, 9, 8), check=False).shapes["x"] == (2, 9, 8)
        for size in ((2, 9, 9), (9, 8), {"x": (3, 9, 8)}):
            with pytest.raises(SpecError) as caught:
                ss.read(model, size, check=False)
            assert caught.value.expected == "(2, 9, 8), as the model declares, without the batch"
            assert "open sizes" in caught.value.hint
        with pytest.raises(SpecError) as caught:
            ss.read(model, {"z": (2, 9, 8)}, check=False)
        assert caught.value.expected == "inputs of the model: x"
    assert ss.equal(tmp_path / "sized.onnx", build.network(x), sizes=[(5, 4)], seed=1).status == "equal"


def test_the_first_module_that_differs_is_named(need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch) -> None:
    """The one inside of a block, and not the block; what is called twice is passed over."""
    need("torch")
    from torch import nn

    class Chain(nn.Module):
        def __init__(self) -> None:
            super().__init__()
            self.before = nn.Sequential(nn.Conv2d(2, 2, 3), nn.ReLU(inplace=True))
            self.between = nn.Sequential(nn.Conv2d(2, 2, 3), nn.Tanh())
            self.twice, self.behind = nn.Sigmoid(), nn.Conv2d(2, 2, 3)

        def forward(self, x: Any) -> Any:
            return self.behind(self.twice(self.between(self.twice(self.before(x)))))

    module = Chain().eval()
    right = ss.read(module, (2, 9, 9))
    assert not right.unchecked
    wrong = replace(right, nodes=tuple(
        replace(node, operator=op.Pointwise("softsign")) if node.title == "between.1" else node for node in right.nodes
    ))  # fmt: skip
    monkeypatch.setattr("symstride.adapters.torch.door.from_torch", lambda *_: wrong)
    with pytest.raises(NotSupported) as caught:
        ss.read(module, (2, 9, 9))
    assert caught.value.got.endswith("; the first node that differs is 'between.1' (Pointwise)")


@pytest.mark.parametrize("data_format", ["channels_last", "channels_first"])
def test_the_first_layer_that_differs_is_named(
    data_format: str, need: Callable[[str], str], monkeypatch: pytest.MonkeyPatch
) -> None:
    need("keras")
    keras = find("keras").load()  # with a backend that is installed
    layers = keras.layers
    x = keras.Input((9, 9, 2) if data_format == "channels_last" else (2, 9, 9))
    y = layers.Conv2D(2, 3, data_format=data_format, activation="relu", name="before")(x)
    y = layers.Conv2D(2, 3, data_format=data_format, activation="tanh", name="between")(y)
    y = layers.Flatten(data_format=data_format, name="flat")(y)
    model = keras.Model(x, layers.Dense(3, name="behind")(y))
    right = ss.read(model)
    assert not right.unchecked
    key = next(key for key in right.weights if key.startswith("between"))
    wrong = right.with_weights({**right.weights, key: -right.weights[key]})
    monkeypatch.setattr("symstride.adapters.keras.door.from_keras", lambda *_: wrong)
    with pytest.raises(NotSupported) as caught:
        ss.read(model)
    assert caught.value.got.endswith("; the first node that differs is 'between/activation' (Pointwise)")
