"""Real architectures: the nine light models of the onnx package, 53 strided nodes, with random weights.

A worst-case bound carried through a whole network says nothing (each layer multiplies it by the sum of its absolute
weights), so the bound is derived for each rewritten node on the very values that the rewritten network meets: the
original node runs beside it in the same session, on the same input.  All other nodes are the same nodes.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Any

import numpy as np
import pytest
import zoo
from numpy.typing import NDArray

from symstride.adapters.onnx.door import from_onnx, to_model
from symstride.check.bounds import gamma, unit_roundoff
from symstride.network.finite import unsure
from symstride.network.graph import is_strided
from symstride.network.rewriting.unstride import unstride

SMALL = ("shufflenet", "squeezenet")
GB = 10**9


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


def image(model: Any, seed: int) -> NDArray[np.float32]:
    shape = [n.dim_value for n in model.graph.input[0].type.tensor_type.shape.dim]
    return np.random.default_rng(seed).standard_normal(shape).astype(np.float32)


def check_rewriting(name: str, seed: int) -> None:
    original = zoo.randomised(name, seed)
    x, network = image(original, seed), from_onnx(original)
    assert len(network.strided) == zoo.STRIDED[name]
    flat = unstride(network, max_bytes=8 * GB)
    rewritten = to_model(flat)
    assert not flat.strided
    assert not zoo.strided_nodes(rewritten)
    assert not any(node.op_type == "Slice" and len(node.input) > 4 for node in rewritten.graph.node)  # steps stay 1
    check_other_nodes(to_model(network), rewritten, {node.name for node in network.strided})
    before, read = zoo.run(original, x)[0], zoo.run(to_model(network), x)[0]
    np.testing.assert_allclose(read, before, rtol=1e-4, atol=1e-5)
    check_each_node(rewritten, original, x)
    assert before.std() > 1e-6


def check_other_nodes(own: Any, rewritten: Any, strided: set[str]) -> None:
    """Nodes that have no stride stand in both models, letter by letter."""
    present = {node.SerializeToString() for node in rewritten.graph.node}
    for node in own.graph.node:
        assert node.output[0] in strided or node.SerializeToString() in present, node.name


def check_each_node(rewritten: Any, original: Any, x: NDArray[np.float32]) -> None:
    both, names = zoo.with_witnesses(rewritten, original)
    wanted = [n for value, (twin, total, _) in names.items() for n in (value, twin, total) if n]
    values = dict(zip(wanted, zoo.run(both, x, wanted), strict=True))
    for value, (twin, total, terms) in names.items():
        apart = np.abs(values[value].astype(np.float64) - values[twin])
        bound = np.zeros(1) if total is None else error_bound(values[total], terms)
        assert np.isfinite(values[value]).all()
        assert values[value].std() > 0, value
        assert (apart <= bound).all(), f"{value}: {apart.max()} apart, bound {bound.max()}"


def error_bound(total: NDArray[Any], terms: int) -> NDArray[np.float64]:
    """2*gamma_n times the sum of absolute products, which float32 itself gives up to a factor 1 - gamma_n."""
    relative = gamma(terms, unit_roundoff(np.float32))
    return 2 * relative * total.astype(np.float64) / (1 - relative) + terms * 2.0**-149


def check_dependence(name: str, seed: int) -> None:
    """The output changes when any one of the strided layers is silenced; so each of them takes part."""
    original = zoo.randomised(name, seed)
    x = image(original, seed)
    flat = unstride(from_onnx(original), max_bytes=8 * GB)
    names = [node.output[0] for node in zoo.strided_nodes(original)]
    gated = zoo.session(zoo.with_gates(to_model(flat), names))
    whole = zoo.feed(gated, x)[0]
    other = zoo.feed(gated, -x)[0]
    assert not np.array_equal(whole, other), "the output does not depend on the input"
    for layer in names:
        silenced = zoo.feed(gated, x, gates={f"{layer}@gate": 0.0})[0]
        assert not np.array_equal(whole, silenced), f"the output does not depend on {layer}"


@pytest.mark.parametrize("name", SMALL)
def test_small_networks(name: str) -> None:
    check_rewriting(name, 7)
    check_dependence(name, 7)


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", zoo.NAMES)
def test_all_nine_networks(name: str) -> None:
    check_rewriting(name, 11)
    check_dependence(name, 11)


@pytest.mark.parametrize("name", [name for name in zoo.NAMES if name not in ("vgg19", "bvlc_alexnet", "zfnet512")])
def test_shapes_need_no_weights(name: str) -> None:
    network = from_onnx(zoo.path(name)).without_weights()
    flat = unstride(network, max_bytes=0)
    assert len(network.strided) == zoo.STRIDED[name]
    assert not any(is_strided(node.operator) for node in flat.nodes)
    assert flat.shapes.items() >= network.shapes.items()
    assert unsure(network) == {}  # so that nothing is refused in either scope


def test_the_zoo_has_53_strided_nodes() -> None:
    assert sum(zoo.STRIDED.values()) == 53


def test_channel_shuffles_are_found() -> None:
    network = from_onnx(zoo.path("shufflenet"))
    assert sum(type(node.operator).__name__ == "ChannelPermutation" for node in network.nodes) == 16


def test_a_wrong_weight_is_noticed() -> None:
    original = zoo.randomised("squeezenet", 7)
    flat = unstride(from_onnx(original))
    name = next(name for name in flat.weights if name.endswith("/weight"))
    wrong = flat.with_weights({**flat.weights, name: np.roll(flat.weights[name], 1, axis=1)})
    with pytest.raises(AssertionError, match="apart"):
        check_each_node(to_model(wrong), original, image(original, 7))
