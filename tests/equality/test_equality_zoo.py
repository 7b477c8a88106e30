"""Models of the ONNX zoo at their size: what ``unstride`` makes of them is equal, and a changed number is named."""

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


@pytest.mark.parametrize("change", ["one weight", "channels exchanged", "bias"])
def test_a_changed_lowering_of_the_zoo_is_seen_and_named(change: str, need: Callable[[str], str]) -> None:
    need("onnx")
    network = ss.read(zoo.randomised("squeezenet", 1))
    flat = ss.unstride(network)
    layers = [node for node in flat.nodes if isinstance(node.operator, Conv)]
    node = layers[len(layers) // 2]
    key = node.parameters[1 if change == "bias" else 0]
    array = flat.weights[key].copy()
    if change == "channels exchanged":
        array[:, [0, 1]] = array[:, [1, 0]]
    else:
        array.flat[3] += np.float32(0.5)
    verdict = ss.equal(network, flat.with_weights({**flat.weights, key: array}), seed=1)
    assert verdict.status == "different", str(verdict)
    assert verdict.where == network.node(node.name).title
