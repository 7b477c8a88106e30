"""One operation through each door: what one reads, the others read with the same numbers, or this table says so."""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.adapters.torch.door import from_torch
from symstride.errors import SymstrideError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.rewriting.unstride import unstride

torch = pytest.importorskip("torch", reason="torch is not installed; to get it: pip install 'symstride[torch]'")
onnx = pytest.importorskip("onnx", reason="onnx is not installed; to get it: pip install 'symstride[onnx]'")
onnxruntime = pytest.importorskip(
    "onnxruntime", reason="onnxruntime is not installed; to get it: pip install onnxruntime"
)
F = torch.nn.functional

SIZE = (4, 6, 5)
RNG = np.random.default_rng(3)
C = RNG.standard_normal(4).astype("float32")

Nodes = list[tuple[str, tuple[str, ...], tuple[str, ...], dict[str, Any]]]


def node(operator: str, inputs: str, outputs: str = "y", **attributes: Any) -> Any:
    return operator, tuple(inputs.split(" ")), tuple(outputs.split(" ")), attributes


def ints(*numbers: int) -> NDArray[np.int64]:
    return np.array(numbers, np.int64)


def gate(x: Any) -> Any:
    return torch.sigmoid(x.mean((2, 3), keepdim=True))


GATE = [node("GlobalAveragePool", "x", "m"), node("Sigmoid", "m", "g")]

CASES: dict[str, tuple[Callable[[Any], Any] | None, Nodes, dict[str, Any]]] = {
    "squeeze and excite": (lambda x: x * gate(x), [*GATE, node("Mul", "x g")], {}),
    "the gate in front": (lambda x: gate(x) * x, [*GATE, node("Mul", "g x")], {}),
    "a sum that is broadcast": (lambda x: x + gate(x) + x, [*GATE, node("Sum", "x g x")], {}),
    "a difference that is broadcast": (lambda x: gate(x) - x, [*GATE, node("Sub", "g x")], {}),
    "a maximum that is broadcast": (lambda x: torch.maximum(x, gate(x)), [*GATE, node("Max", "x g")], {}),
    "one channel for all": (lambda x: x * x[:, 1:2],
                            [node("Slice", "x a b i", "c"), node("Mul", "x c")],
                            {"a": ints(1), "b": ints(2), "i": ints(1)}),
    "split": (lambda x: (x[:, :1], x[:, 1:]), [node("Split", "x n", "y z", axis=1)], {"n": ints(1, 3)}),
    "split of rows": (lambda x: (x[:, :, :4], x[:, :, 4:]), [node("Split", "x n", "y z", axis=2)], {"n": ints(4, 2)}),
    "split in equal parts": (lambda x: x.chunk(2, 1), [node("Split", "x", "y z", axis=-3, num_outputs=2)], {}),
    "expand": (lambda x: gate(x).expand(-1, -1, 6, 5), [*GATE, node("Expand", "g n")], {"n": ints(1, 1, 6, 5)}),
    "expand to another value": (lambda x: gate(x).expand_as(x),
                                [*GATE, node("Shape", "x", "n"), node("Expand", "g n")], {}),
    "stack and sum": (lambda x: torch.stack([x, gate(x) * x], 1).sum(1),
                      [*GATE, node("Mul", "x g", "p"), node("Unsqueeze", "x one", "a"), node("Unsqueeze", "p one", "b"),
                       node("Concat", "a b", "s", axis=1), node("ReduceSum", "s one", keepdims=0)], {"one": ints(1)}),
    "joined rows": (lambda x: torch.cat([x, gate(x).expand_as(x)], -2),
                    [*GATE, node("Shape", "x", "n"), node("Expand", "g n", "w"), node("Concat", "x w", axis=2)], {}),
    "a sum of rows": (lambda x: x.sum(2), [node("ReduceSum", "x two", keepdims=0)], {"two": ints(2)}),
    "a sum of columns, kept": (lambda x: x.sum(-1, keepdim=True), [node("ReduceSum", "x last")], {"last": ints(-1)}),
    "a new axis": (lambda x: x[:, None], [node("Unsqueeze", "x one")], {"one": ints(1)}),
    "allowzero": (lambda x: x.reshape(x.shape[0], 8, 15),
                  [node("Reshape", "x n", allowzero=1)], {"n": ints(-1, 8, 15)}),
    "a shape that is computed": (lambda x: x.reshape(x.shape[0], x.shape[1] * x.shape[2], x.shape[3]),
                                 [node("Shape", "x", "s"), node("Slice", "s a b", "n"), node("Gather", "s one", "c"),
                                  node("Gather", "s two", "h"), node("Mul", "c h", "ch"), node("Gather", "s last", "w"),
                                  node("Cast", "ch", "cast", to=7), node("Concat", "n cast w", "t", axis=0),
                                  node("Reshape", "x t")],
                                 {"a": ints(0), "b": ints(1), "one": ints(1), "two": ints(2), "last": ints(3)}),
    "cast to the same type": (lambda x: x.to(torch.float32) * 2, [node("Cast", "x", to=1)], {}),
    "layer norm of each place": (
        lambda x: F.layer_norm(x.movedim(1, 3), (4,), torch.from_numpy(C), torch.from_numpy(-C)).movedim(3, 1),
        [node("Transpose", "x", "t", perm=[0, 2, 3, 1]), node("LayerNormalization", "t c d", "n", axis=-1),
         node("Transpose", "n", perm=[0, 3, 1, 2])], {"c": C, "d": -C}),
    "layer norm of features": (lambda x: F.layer_norm(x.flatten(1), (120,)),
                               [node("Flatten", "x", "t"), node("LayerNormalization", "t c", axis=1)],
                               {"c": np.ones(120, "float32")}),
    "nearest": (lambda x: F.interpolate(x, scale_factor=(2, 3)),
                [node("Resize", "x  f", mode="nearest", coordinate_transformation_mode="asymmetric",
                      nearest_mode="floor")], {"f": np.array([1, 1, 2, 3], "float32")}),
    "nearest to a size": (lambda x: F.interpolate(x, size=(18, 5)),
                          [node("Resize", "x   n", mode="nearest", axes=[2, 3])], {"n": ints(18, 5)}),
    "nearest exact": (lambda x: F.interpolate(x, scale_factor=4, mode="nearest-exact"),
                      [node("Resize", "x  f", mode="nearest")], {"f": np.array([1, 1, 4, 4], "float32")}),
}  # fmt: skip
"""Name -> (PyTorch, nodes of ONNX from x to y, z, u, their constants).  A blank input is two spaces."""


def model_of(nodes: Nodes, arrays: dict[str, Any]) -> Any:
    helper, numpy_helper = onnx.helper, onnx.numpy_helper
    listed, outputs = [], []
    for number, (operator, inputs, given, attributes) in enumerate(nodes):
        listed.append(helper.make_node(operator, list(inputs), list(given), name=f"n{number}", **attributes))
        outputs += [name for name in given if name in "yzu"]
    values = [onnx.ValueInfoProto(name=name) for name in outputs]
    for value in values:
        value.type.tensor_type.elem_type = 1
    x = helper.make_tensor_value_info("x", 1, ["N", *SIZE])
    tensors = [numpy_helper.from_array(array, name) for name, array in arrays.items()]
    graph = helper.make_graph(listed, "case", [x], values, tensors)
    return helper.make_model(graph, opset_imports=[helper.make_opsetid("", 19)], ir_version=9)


def ran(model: Any, x: NDArray[Any]) -> list[NDArray[Any]]:
    session = onnxruntime.InferenceSession(model.SerializeToString(), providers=["CPUExecutionProvider"])
    return list(session.run(None, {"x": x}))


def numbers(network: Network, x: NDArray[Any]) -> list[NDArray[Any]]:
    found = evaluate(network, x)
    return [found[name] for name in network.outputs]


class Function(torch.nn.Module):
    def __init__(self, function: Callable[[Any], Any]) -> None:
        super().__init__()
        self.function = function

    def forward(self, x: Any) -> Any:
        return self.function(x)


@pytest.mark.parametrize("name", CASES)
def test_each_door_reads_the_same(name: str) -> None:
    function, nodes, arrays = CASES[name]
    x = np.random.default_rng(5).standard_normal((2, *SIZE)).astype("float32")
    model = model_of(nodes, arrays)
    expected = ran(model, x)
    network = from_onnx(model)
    for found in (numbers(network, x), ran(to_model(unstride(network)), x)):
        for one, other in zip(found, expected, strict=True):
            np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-6)
    given = function(torch.from_numpy(x))
    wanted = [one.numpy() for one in (given if isinstance(given, tuple) else (given,))]
    for one, other in zip(numbers(from_torch(Function(function).eval(), SIZE), x), wanted, strict=True):
        np.testing.assert_allclose(one, other, rtol=1e-6, atol=1e-6)


REFUSED: dict[str, tuple[Nodes, dict[str, Any], str]] = {
    "a batch that grows": ([node("Resize", "x   n", mode="nearest")], {"n": ints(1, 4, 18, 5)}, "the batch as it is"),
    "places between others": ([node("Resize", "x  f", mode="linear")], {"f": np.ones(4, "float32")}, "mode='nearest'"),
    "half a factor": ([node("Resize", "x  f", mode="nearest")], {"f": np.array([1, 1, 1.5, 1], "float32")}, "whole"),
    "other places": ([node("Resize", "x  f", mode="nearest", nearest_mode="ceil")],
                     {"f": np.array([1, 1, 2, 2], "float32")}, "copied so many times"),
    "a split of the batch": ([node("Split", "x", "y z", num_outputs=2)], {}, "a split behind the batch"),
    "a split that does not fit": ([node("Split", "x n", "y z", axis=1)], {"n": ints(1, 2)}, "2 sizes of 4"),
    "an expanded batch": ([*GATE, node("Expand", "g n")], {"n": ints(2, 4, 6, 5)}, "behind the batch"),
    "sizes that differ": ([node("Slice", "x a b i", "c"), node("Mul", "x c")],
                          {"a": ints(0), "b": ints(2), "i": ints(1)}, "equal, or 1"),
    "a sum of channels and rows": ([node("ReduceSum", "x i")], {"i": ints(1, 2)}, "along one axis"),
    "another type": ([node("Cast", "x", "d", to=11), node("Cast", "d", to=1)], {}, "the network's float32"),
    "a rounded constant": ([node("Cast", "c", "i", to=7), node("Cast", "i", "d", to=1), node("Mul", "x d")],
                           {"c": C}, "keep their numbers"),
    "the batch as a number": ([node("Shape", "x", "s"), node("Cast", "s", "f", to=1), node("Gather", "f zero", "n"),
                               node("Mul", "x n")], {"zero": ints(0)}, "keep their numbers"),
    "the batch in arithmetic": ([node("Shape", "x", "s"), node("Mul", "s two", "n"), node("Reshape", "x n")],
                                {"two": ints(2)}, "the batch size, which is open"),
}  # fmt: skip


@pytest.mark.parametrize("name", REFUSED)
def test_what_is_refused_and_why(name: str) -> None:
    nodes, arrays, words = REFUSED[name]
    with pytest.raises(SymstrideError, match=words) as caught:
        from_onnx(model_of(nodes, arrays))
    assert all(part in str(caught.value) for part in ("asked:", "expected:", "got:", "try:", "from_onnx"))


def attention(x: Any) -> Any:
    return torch.softmax(x @ x.transpose(2, 3), -1) @ x


def with_token(x: Any) -> Any:
    return torch.cat([torch.ones(1, 4, 1, 5).expand(x.shape[0], -1, -1, -1), x], 2)


BATCH = [node("Shape", "x", "s"), node("Slice", "s a b", "n"), node("Concat", "n t", "m", axis=0)]

BEYOND: dict[str, tuple[Callable[[Any], Any], str, Nodes, dict[str, Any], str]] = {
    "normalised groups": (lambda x: F.group_norm(x, 2), "group_norm",
                          [node("GroupNormalization", "x c c", num_groups=2)], {"c": np.ones(2, "float32")},
                          "GroupNormalization"),
    "normalised maps": (F.instance_norm, "instance_norm",
                        [node("InstanceNormalization", "x c c")], {"c": np.ones(4, "float32")},
                        "InstanceNormalization"),
    "places between others": (lambda x: F.interpolate(x, scale_factor=2, mode="bilinear"), "bilinear",
                              [node("Resize", "x  f", mode="linear")], {"f": np.array([1, 1, 2, 2], "float32")},
                              "nearest"),
    "attention": (attention, "matmul",
                  [node("Transpose", "x", "r", perm=[0, 1, 3, 2]), node("MatMul", "x r", "q"),
                   node("Softmax", "q", "h"), node("MatMul", "h x")], {}, "constant as input 1"),
    "attention in one": (lambda x: F.scaled_dot_product_attention(x, x, x), "scaled_dot_product_attention",
                         [node("Attention", "x x x")], {}, "Attention"),
    "a token for all samples": (with_token, "depends on the input",
                                [*BATCH, node("Expand", "k m", "e"), node("Concat", "e x", axis=2)],
                                {"a": ints(0), "b": ints(1), "t": ints(4, 1, 5), "k": np.ones((1, 4, 1, 5), "float32")},
                                "the constant 'k'"),
}  # fmt: skip
"""What neither door reads: (PyTorch, words of its refusal, nodes of ONNX, their constants, words of that refusal)."""


@pytest.mark.parametrize("name", BEYOND)
def test_what_one_door_refuses_the_other_refuses(name: str) -> None:
    function, of_torch, nodes, arrays, of_onnx = BEYOND[name]
    with pytest.raises(SymstrideError) as caught:
        from_torch(Function(function).eval(), SIZE)
    assert of_torch in str(caught.value)
    with pytest.raises(SymstrideError) as caught:
        from_onnx(model_of(nodes, arrays))
    assert of_onnx in str(caught.value)


def test_what_one_door_reads_alone() -> None:
    """Moving places round is no operator of ONNX: what an exporter makes of it is read, the function itself is not."""
    nodes = [node("Slice", "x a b i", "c"), node("Slice", "x z a i", "d"), node("Concat", "c d", axis=2)]
    model = model_of(nodes, {"a": ints(5), "b": ints(6), "z": ints(0), "i": ints(2)})
    x = RNG.standard_normal((2, *SIZE)).astype("float32")
    rolled = torch.roll(torch.from_numpy(x), 1, 2).numpy()
    for found in (numbers(from_onnx(model), x), ran(model, x)):
        np.testing.assert_array_equal(found[0], rolled)
    with pytest.raises(SymstrideError, match="a supported operator") as caught:
        from_torch(Function(lambda x: torch.roll(x, 1, 2)).eval(), SIZE)
    assert "got:      roll" in str(caught.value)
