"""Models of the ONNX zoo at their size: what ``unstride`` makes of them is equal, and a changed number is not."""

from __future__ import annotations

from collections.abc import Callable

import numpy as np
import pytest
import zoo

import symstride as ss
from symstride.layers.layer import Conv

pytestmark = [pytest.mark.whole, pytest.mark.timeout(1800)]  # minutes of one core for each model


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
