"""Finite numbers stay finite on the grid: no ghost makes NaN or infinity where the network itself has none."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
import zoo
from finite_networks import finite_network, numbers
from masks import masks_needed, without_mask
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.layers.layer import Conv
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.grid.plan import plan
from symstride.network.operators import records as op
from symstride.network.operators.magnitudes import magnitudes, overflowing
from symstride.network.rewriting.unstride import unstride

Array = NDArray[np.float32]
Run = Callable[[Network, Array], list[Array]]


def interpreted(network: Network, x: Array) -> list[Array]:
    with np.errstate(all="ignore"):
        return list(evaluate(network, x).values())


def in_runtime(network: Network, x: Array) -> list[Array]:
    return [np.asarray(value) for value in zoo.run(to_model(network), x, list(network.outputs))]


def all_finite(arrays: list[Array]) -> bool:
    return all(np.isfinite(array).all() for array in arrays)


# ------------------------------------------------------------------------------------------------ random networks


def check_random(cases: range, run: Run, axes: int = 0) -> tuple[int, int]:
    """How many networks had finite numbers, and how many of their edges are kept from infinite ghosts.

    A network counts when each of its values is finite: an infinite number in a place that a layer steps over is one
    that its unit-stride form multiplies by 0.
    """
    counted = kept = 0
    for number in cases:
        rng = random.Random(f"finite {number}")
        network = finite_network(rng, rng.randint(2, 6), axes)
        x = numbers(rng, (1, *network.shapes["x"]))
        with np.errstate(all="ignore"):
            values = evaluate(network, x, every=True)
        if not all_finite(list(values.values())) or not all_finite(run(network, x)):
            continue
        assert all_finite(run(unstride(network, scope="network"), x)), number
        counted += 1
        kept += sum(edge.infinite for edge in plan(network).edges)
    return counted, kept


def test_random_networks_stay_finite() -> None:
    counted, kept = check_random(range(350, 400), interpreted)
    assert counted >= 30
    assert kept > 0


def test_random_networks_stay_finite_in_the_runtime(need: Callable[[str], str]) -> None:
    """On two axes, where ONNX Runtime has all operators."""
    need("onnxruntime")
    counted, _ = check_random(range(370, 390), in_runtime, axes=2)
    assert counted >= 10


@pytest.mark.whole
@pytest.mark.timeout(1800)
def test_a_thousand_networks_stay_finite(need: Callable[[str], str]) -> None:
    need("onnxruntime")
    assert check_random(range(1400), interpreted)[0] >= 1000
    assert check_random(range(200), in_runtime, axes=2)[0] >= 100


# ------------------------------------------------------------------------------------------------ one kind at a time


def chain(*operators: op.Operator, size: int = 9, weights: float = 1.0, bias: float = 0.0) -> Network:
    """Each fed with the one before; weights are all the same number."""
    build = Builder("chain")
    x = build.input("x", (2, size))
    for number, operator in enumerate(operators):
        arrays = {}
        if isinstance(operator, Conv):
            arrays["weight"] = np.full((2, 2, int(operator.kernel[0])), weights, np.float32)
            arrays |= {"bias": np.full(2, bias, np.float32)} if operator.bias else {}
        if isinstance(operator, op.BatchNorm):
            arrays = {role: np.full(2, value, np.float32) for role, value in NORM.items()}
        x = build.add(operator, x, name=f"y{number}", **arrays)
    return build.network(x)


NORM = {"scale": 1.0, "bias": 0.0, "mean": 0.0, "variance": 0.0}

LRN = {"size": 1.0, "alpha": 1.0, "beta": 0.5}
STRIDED, PLAIN = Conv(2, 2, (1,), 2, bias=False), Conv(2, 2, (2,), bias=False)
STEP = Conv(2, 2, (1,), 4, bias=False)  # of 9 places it reads 0, 4 and 8; the ghosts are 9, 10 and 11

UNSAFE: dict[str, tuple[op.Operator, ...]] = {
    "lrn with bias 0": (op.Pixelwise("lrn", (*LRN.items(), ("bias", 0.0))),),
    "lrn with bias below 0": (op.Pixelwise("lrn", (*LRN.items(), ("bias", -0.5))),),
    "lrn with a bias that its power loses": (op.Pixelwise("lrn", (("size", 1.0), ("alpha", 1.0), ("beta", 4.0),
                                                                  ("bias", 1e-30))),),
    "log": (op.Pointwise("log"),),
    "reciprocal": (op.Pointwise("reciprocal"),),
    "a negative power": (op.Pointwise("power", (("exponent", -1.0),)),),
    "a root": (Conv(2, 2, (1,)), op.Pointwise("sqrt")),
    "a fractional power": (Conv(2, 2, (1,)), op.Pointwise("power", (("exponent", 1.5),))),
    "normalisation without epsilon": (op.Affine(), op.BatchNorm(0.0)),
    "celu with alpha 0": (op.Pointwise("celu", (("alpha", 0.0),)),),
}  # fmt: skip


@pytest.mark.parametrize("name", [name for name in UNSAFE if name not in ("normalisation without epsilon",
                                                                         "celu with alpha 0")])  # fmt: skip
def test_maps_that_divide_are_kept_from_structural_zeros(name: str) -> None:
    """Ghosts are 0 or, behind a bias, below 0; the map makes infinity or NaN of that, and of no real place."""
    network = chain(*UNSAFE[name], STEP, bias=-1.0)
    x = np.full((1, 2, 9), 2.0, np.float32)
    flat = unstride(network, scope="network")
    (before,), (after,) = interpreted(network, x), interpreted(flat, x)
    assert np.array_equal(before, after)
    edge = plan(network).edge(network.outputs[0])
    assert edge.infinite
    assert {axis.decision for axis in edge.axes} == {"unread"}
    (mask,) = masks_needed(network, flat).masks
    assert not all_finite(interpreted(without_mask(flat, mask.mask), x))


@pytest.mark.parametrize("name", UNSAFE)
def test_edges_behind_what_divides_are_masked(name: str) -> None:
    if name == "normalisation without epsilon":
        build = Builder()
        scaled = build.add(op.BatchNorm(0.0), build.input("x", (2, 9)))
        network = build.network(build.add(STEP, scaled))
    else:
        network = chain(*UNSAFE[name], STEP, bias=-1.0)
    assert plan(network).edge(network.outputs[0]).infinite


SAFE: dict[str, op.Operator] = {
    "lrn": op.Pixelwise("lrn", (*LRN.items(), ("bias", 1.0))),
    "normalisation": op.BatchNorm(1e-5),
    "a whole power": op.Pointwise("power", (("exponent", 2.0),)),
    "celu": op.Pointwise("celu", (("alpha", 2.0),)),
    "exp of what is bounded": op.Pointwise("exp"),
}


@pytest.mark.parametrize("name", SAFE)
def test_no_mask_stands_where_numbers_stay_finite(name: str) -> None:
    front = (op.Pointwise("tanh"),) if "bounded" in name else ()
    network = chain(*front, SAFE[name], STEP)
    assert not plan(network).edge(network.outputs[0]).masked


def cancelling(*behind: op.Operator) -> Network:
    """Differences of neighbours times 1,000 on a constant map: 0 in all 9 places, but not in the ghost behind them."""
    build = Builder("cancelling")
    weight = np.array([[[1000.0, -1000.0]]], np.float32)
    x = build.add(Conv(1, 1, (2,), bias=False), build.input("x", (1, 10)), weight=weight)
    for operator in behind:
        x = build.add(operator, *[x] * (2 if isinstance(operator, op.Multiply) else 1))
    return build.network(build.add(Conv(1, 1, (1,), 4, bias=False), x, weight=np.ones((1, 1, 1), np.float32)))


OVERFLOWS = {
    "exp": (op.Pointwise("exp"),),
    "squares": (op.Pointwise("power", (("exponent", 2.0),)),) * 3,
    "products": (op.Multiply(),) * 3,
    "a large power": (op.Pointwise("power", (("exponent", 9.0),)),),
    "a small divisor": (op.Pointwise("divide", (("by", 1e-35),)),),
}


@pytest.mark.parametrize("name", OVERFLOWS)
def test_ghosts_that_overflow_are_masked(name: str) -> None:
    network = cancelling(*OVERFLOWS[name])
    assert plan(network).edge(network.outputs[0]).infinite
    x = np.full((1, 1, 10), 1000.0, np.float32)
    flat = unstride(network, scope="network")
    assert all_finite(interpreted(network, x))
    assert all_finite(interpreted(flat, x))
    (mask,) = masks_needed(network, flat).masks
    assert not all_finite(interpreted(without_mask(flat, mask.mask), x))


def test_whole_numbers_do_not_overflow_to_infinity() -> None:
    network = cancelling(*OVERFLOWS["products"])
    whole = Network(network.nodes, network.outputs, {}, "whole", "int64")
    assert overflowing(whole) == frozenset()
    assert not plan(whole).edge(whole.outputs[0]).masked


def test_bounds_hold() -> None:
    """No number of a random network, ghosts included, is larger than the bound of its value."""
    checked = 0
    for number in range(60):
        rng = random.Random(f"finite {number}")
        network = finite_network(rng, rng.randint(2, 5))
        x = numbers(rng, (1, *network.shapes["x"]))
        bounds = magnitudes(network)
        with np.errstate(all="ignore"):
            values = evaluate(network, x, every=True)
        for name, value in values.items():
            if np.isfinite(value).all() and bounds[name] < np.inf:
                assert np.abs(value).max() <= bounds[name] * (1 + 1e-3), (number, name)
                checked += 1
    assert checked > 300


def test_lrn_with_bias_zero_in_the_runtime(need: Callable[[str], str]) -> None:
    """A whole model: LRN, a strided layer and another one."""
    need("onnxruntime")
    onnx = pytest.importorskip("onnx")
    helper, rng = onnx.helper, np.random.default_rng(0)
    weights = {name: rng.integers(1, 3, (2, 2, 3, 3)).astype(np.float32) for name in ("w2", "w3")}
    nodes = [
        helper.make_node("LRN", ["x"], ["b"], size=1, alpha=1.0, beta=0.5, bias=0.0),
        helper.make_node("Conv", ["b", "w2"], ["c"], strides=[2, 2]),
        helper.make_node("Conv", ["c", "w3"], ["y"]),
    ]
    given, made = (helper.make_tensor_value_info(*row) for row in (("x", 1, [1, 2, 9, 9]), ("y", 1, None)))
    arrays = [onnx.numpy_helper.from_array(array, name) for name, array in weights.items()]
    graph = helper.make_graph(nodes, "g", [given], [made], arrays)
    model = helper.make_model(graph, opset_imports=[helper.make_opsetid("", 13)], ir_version=8)
    x = rng.uniform(1, 2, (1, 2, 9, 9)).astype(np.float32)
    (before,) = zoo.run(model, x, ["y"])
    (after,) = zoo.run(to_model(unstride(from_onnx(model), scope="network")), x, ["y"])
    assert np.allclose(before, after, rtol=1e-5)
