"""Names decide nothing: models whose names are those that a rewriting makes compute the same, bit for bit."""

from __future__ import annotations

import random
from collections.abc import Callable
from typing import Any

import networks
import numpy as np
import pytest
import scope_networks
import zoo
from renaming import (
    SCOPES,
    WAYS,
    attacked,
    check_renaming,
    harvested,
    neutral,
    renamed,
    rewritings,
    run,
    single,
    values_of,
    with_differences,
)

from symstride import prove, replay
from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.errors import SpecError
from symstride.network.graph import Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

GB = 10**9
MOST = 2 * GB
"""Bytes of weights up to which a rewriting of the zoo is written."""

TOO_LARGE = {"densenet121", "inception_v1", "inception_v2", "resnet50", "vgg19", "zfnet512"}
"""Models of the zoo whose weights on the grid take more than that: there, names are tried layer by layer."""


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


def random_model(number: int) -> tuple[random.Random, Any]:
    rng = random.Random(f"renaming {number}")
    axes = rng.choice([1, 2])
    while True:
        if number % 2:
            network = networks.random_network(rng, rng.randint(1, 3), axes)
        else:
            network = scope_networks.random_network(rng, rng.randint(2, 4), axes)
        if runs(network):
            model = to_model(single(network))
            with_differences(rng, model)
            return rng, model


def runs(network: Network) -> bool:
    """Whether ONNX Runtime has such pools: it pads each side by less than the kernel."""
    pools = [node.operator for node in network.nodes if isinstance(node.operator, op.AveragePool | op.MaxPool)]
    return all(max(pair) < k for pool in pools for pair, k in zip(pool.padding, pool.kernel, strict=True))


def left_out(cases: range) -> list[int]:
    """The random models whose form on the grid is too large; all others are tried in both scopes."""
    found = []
    for number in cases:
        scopes = check_renaming(*random_model(number))
        assert scopes[0] == "layer"
        found += [number] if len(scopes) == 1 else []
    return found


def test_hostile_names_in_random_networks() -> None:
    assert left_out(range(24)) == []


@pytest.mark.whole
@pytest.mark.timeout(900)
def test_hostile_names_in_many_random_networks() -> None:
    found = left_out(range(24, 340))
    print(f"too large on the grid: models {found}")
    assert len(found) <= 3


def test_hostile_names_in_a_small_model_of_the_zoo() -> None:
    assert check_renaming(random.Random(5), zoo.randomised("squeezenet", 5), MOST, ["initialisers"]) == list(SCOPES)


@pytest.mark.whole
@pytest.mark.timeout(1800)
@pytest.mark.parametrize("name", zoo.NAMES)
def test_hostile_names_in_the_zoo(name: str) -> None:
    ways = WAYS if name in ("shufflenet", "squeezenet") else WAYS[-1:]
    tried = check_renaming(random.Random(f"renaming {name}"), zoo.randomised(name, 17), MOST, ways)
    assert tried == (["layer"] if name in TOO_LARGE else list(SCOPES))


# ------------------------------------------------------------------------------------------------ what reading makes


def model_of(nodes: list[Any], arrays: dict[str, Any], channels: int, size: int = 8, outputs: int = 4) -> Any:
    from onnx import TensorProto, checker, helper, numpy_helper

    last = nodes[-1].output[0]
    graph = helper.make_graph(
        nodes,
        "small",
        [helper.make_tensor_value_info("x", TensorProto.FLOAT, [1, channels, size, size])],
        [helper.make_tensor_value_info(last, TensorProto.FLOAT, [1, *[None] * (outputs - 1)])],
        [numpy_helper.from_array(array, name) for name, array in arrays.items()],
    )
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    checker.check_model(model, full_check=True)
    return model


def drawn(*shape: int) -> np.ndarray[Any, np.dtype[np.float32]]:
    rng = random.Random(str(shape))
    return scope_networks.whole_numbers(rng, shape).astype(np.float32)


def check_against_itself(model: Any) -> None:
    """In both scopes what is written gives what the model itself gives: all numbers are small and whole."""
    x = scope_networks.whole_numbers(random.Random(1), (1, *[n.dim_value for n in
        model.graph.input[0].type.tensor_type.shape.dim][1:])).astype(np.float32)  # fmt: skip
    expected = run(model, [x])
    for scope in SCOPES:
        written = to_model(unstride(from_onnx(model), scope))
        for before, after in zip(expected, run(written, [x]), strict=True):
            assert (before == after).all(), scope


def test_a_shift_that_reading_makes_meets_no_initialiser() -> None:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], strides=[2, 2]),
        helper.make_node("Sub", ["c", "norm/mean"], ["norm"]),
        helper.make_node("Mul", ["norm", "norm/scale"], ["s"]),
        helper.make_node("Add", ["s", "norm/shift"], ["y"]),
    ]
    arrays = {"w": drawn(4, 2, 3, 3), "norm/mean": drawn(4, 1, 1)}
    arrays |= {"norm/scale": drawn(4, 1, 1) + 1, "norm/shift": drawn(4, 1, 1) + 2}
    check_against_itself(model_of(nodes, arrays, 2))


def test_an_expanded_weight_meets_no_initialiser() -> None:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "y/weight"], ["a"]),
        helper.make_node("Conv", ["a", "w"], ["b"]),
        helper.make_node("Conv", ["b", "w2"], ["y"], strides=[2, 2]),
    ]
    check_against_itself(
        model_of(nodes, {"y/weight": drawn(2, 8, 2, 2), "w": drawn(2, 2, 1, 1), "w2": drawn(2, 2, 3, 3)}, 8)
    )


def test_a_weight_may_have_the_name_of_what_takes_its_place() -> None:
    from onnx import helper

    nodes = [helper.make_node("Conv", ["x", "y/weight", "y/bias"], ["y"], strides=[2, 2])]
    check_against_itself(model_of(nodes, {"y/weight": drawn(2, 2, 3, 3), "y/bias": drawn(2)}, 2))


def test_a_weight_that_a_layer_without_stride_shares_stays_its_own() -> None:
    from onnx import helper

    nodes = [
        helper.make_node("Conv", ["x", "y.weight"], ["a"]),
        helper.make_node("Conv", ["a", "y.weight"], ["y"], strides=[2, 2]),
        helper.make_node("Conv", ["y", "y.weight"], ["z"], pads=[1, 1, 1, 1]),
    ]
    model = model_of(nodes, {"y.weight": drawn(2, 2, 3, 3)}, 2)
    check_against_itself(model)
    written = to_model(unstride(from_onnx(model)))
    assert [list(tensor.dims) for tensor in written.graph.initializer if tensor.name == "y.weight"] == [[2, 2, 3, 3]]


def everything_that_reading_makes() -> Any:
    """Differences, slices, places, conditions that are swapped, a mean, one number for several channel counts."""
    from onnx import helper

    i64 = lambda *numbers: np.array(numbers, np.int64)  # noqa: E731
    nodes = [
        helper.make_node("Conv", ["x", "w"], ["c"], strides=[2, 2], pads=[1, 1, 1, 1]),
        helper.make_node("Sub", ["c", "number"], ["d"]),
        helper.make_node("Sub", ["number", "d"], ["e"]),
        helper.make_node("Mul", ["e", "d"], ["square"]),
        helper.make_node("Sub", ["square", "c"], ["f"]),
        helper.make_node("Slice", ["f", "starts", "ends", "axes", "steps"], ["g"]),
        helper.make_node("Add", ["g", "number"], ["h"]),
        helper.make_node("Where", ["mask", "low", "h"], ["i"]),
        helper.make_node("Where", ["mask", "i", "low"], ["j"]),
        helper.make_node("Conv", ["j", "w2", "bias"], ["k"], strides=[1, 2], pads=[1, 1, 1, 1]),
        helper.make_node("Mul", ["k", "bias column"], ["l"]),
        helper.make_node("Add", ["l", "bias column"], ["m"]),
        helper.make_node("ReduceMean", ["m"], ["n"], axes=[2, 3], keepdims=0),
        helper.make_node("Gemm", ["n", "matrix", "bias"], ["y"], transB=1),
    ]
    arrays = {
        "w": drawn(4, 2, 3, 3), "number": np.array([3], np.float32), "starts": i64(1, 0, 0), "ends": i64(3, 9, 9),
        "axes": i64(1, 2, 3), "steps": i64(1, 2, 1), "mask": drawn(1, 1, 2, 4) > 0, "low": np.array(-5, np.float32),
        "w2": drawn(2, 2, 3, 3), "bias": drawn(2), "bias column": drawn(2, 1, 1), "matrix": drawn(2, 2),
    }  # fmt: skip
    return model_of(nodes, arrays, 2, outputs=2)


def test_what_reading_makes_meets_nothing() -> None:
    model = everything_that_reading_makes()
    for seed in range(12):
        check_renaming(random.Random(seed), model)


def test_what_is_proved_is_what_is_written() -> None:
    """A rewriting is compared with the one that is made again, whatever its names are."""
    rng, plain = random.Random(3), neutral(everything_that_reading_makes())
    pool = [name for _, written in rewritings(plain, GB) for name in harvested(written)]
    hostile = attacked(rng, plain, list(dict.fromkeys(pool)), "both")
    network = from_onnx(hostile)
    for scope in SCOPES:
        flat = unstride(network, scope)
        replay(prove(flat).certificate(), network)
        key = next(key for key in flat.weights if key not in network.weights)
        with pytest.raises(SpecError, match="others in"):
            prove(flat.with_weights({**flat.weights, key: flat.weights[key] + 1}))


STRANGE = ["größe", "名前", "a.weight", "a.weight.weight", "/", "//", ".", "-2", "a-2", "a-2-2", "/weight", ".weight",
           "x" * 5000, " ", "tab\t", "line\n", "zero\x00", "\u202e", "é", "e\u0301", "\\xe9", "a/phases", "a/phases-2",
           "a.shift", "weight", "bias", "symstride", "N", "v/pad", "0", "True", "{}", "%s", "$x", "<b>"]  # fmt: skip


@pytest.mark.parametrize("seed", range(3))
def test_strange_names_are_names(seed: int) -> None:
    """Whatever text ONNX takes for a name is kept where it stands at the ends, and changes nothing."""
    rng, plain = random.Random(seed), neutral(everything_that_reading_makes())
    old = [*values_of(plain), *(tensor.name for tensor in plain.graph.initializer)]
    hostile = renamed(plain, dict(zip(old, rng.sample(STRANGE, len(old)), strict=True)),
                      [rng.choice(["", "same", *STRANGE]) for _ in plain.graph.node])  # fmt: skip
    x = drawn(1, 2, 8, 8)
    for scope in SCOPES:
        before, after = (to_model(unstride(from_onnx(model), scope)) for model in (plain, hostile))
        assert [value.name for value in after.graph.output] == [value.name for value in hostile.graph.output]
        assert run(before, [x])[0].tobytes() == run(after, [x])[0].tobytes()
