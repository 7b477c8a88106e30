"""Models of the ONNX zoo: what ``unstride`` makes of them is equal, and a changed number is not.

In each full run with few channels on a small map, in both scopes; at their size in whole campaigns.
"""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import zoo

import symstride as ss
from symstride.layers.layer import Conv


def at_its_size(test: Callable[..., None]) -> Callable[..., None]:
    """Minutes of one core for each model."""
    return pytest.mark.whole(pytest.mark.timeout(1800)(test))


@pytest.mark.full
@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize(("name", "by"), [("squeezenet", 8), ("bvlc_alexnet", 16), ("resnet50", 32)])
def test_a_lowering_of_an_architecture_of_the_zoo_is_equal(
    name: str, by: int, scope: str, need: Callable[[str], str]
) -> None:
    """All its nodes, with pairwise different weights; ``by`` is what keeps the bank of a grid of 32x32 small."""
    need("onnx")
    network = zoo.thin(name, 1, by=by, colours=1)
    numbers = np.concatenate([np.abs(array).ravel() for array in network.weights.values()])
    assert np.unique(numbers).size == numbers.size
    verdict = ss.equal(network, ss.unstride(network, scope), seed=1)
    assert verdict.status == "equal", str(verdict)
    assert verdict.error <= 1e-9
    assert f"{numbers.size:,} unknowns for {numbers.size:,} numbers" in verdict.scope
    assert len(verdict.cuts) > 5


@at_its_size
@pytest.mark.parametrize(
    ("name", "scope"),
    [("squeezenet", "layer"), ("squeezenet", "network"), ("shufflenet", "layer"), ("resnet50", "layer")],
)
def test_a_lowering_of_the_zoo_is_equal(name: str, scope: str, need: Callable[[str], str]) -> None:
    need("onnx")
    network = ss.read(zoo.randomised(name, 1))
    verdict = ss.equal(network, ss.unstride(network, scope), seed=1)
    assert verdict.status == "equal", str(verdict)
    assert verdict.error <= 1e-9


@at_its_size
def test_one_changed_weight_of_the_zoo_is_seen_and_named(need: Callable[[str], str]) -> None:
    """A number that the original has not: whatever it does to the outputs, the two are not called equal."""
    need("onnx")
    network = ss.read(zoo.randomised("squeezenet", 1))
    flat = ss.unstride(network)
    layers = [node for node in flat.nodes if isinstance(node.operator, Conv)]
    key = layers[len(layers) // 2].parameters[0]
    array = flat.weights[key].copy()
    array.flat[3] += np.float32(0.5)
    verdict = ss.equal(network, flat.with_weights({**flat.weights, key: array}), seed=1)
    assert verdict.status != "equal"
    assert verdict.where
    assert verdict.status == "different" or flat.label(key) in str(verdict)
