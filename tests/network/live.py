"""Networks of live models against the frameworks that made them: sizes, numbers, and numbers without strides."""

from __future__ import annotations

from collections.abc import Sequence

import numpy as np
from numpy.typing import NDArray

from symstride.network.evaluate import evaluate
from symstride.network.graph import Network, is_strided
from symstride.network.unstride import unstride

STEPS, STRETCH = 2**10, 2**3
"""Upper bounds for the models of these tests: operations behind one number, and how far later ones stretch an error."""


def agree(
    network: Network, feeds: dict[str, NDArray[np.float64]], expected: Sequence[NDArray[np.float64]], exact: bool
) -> None:
    """The network, and the network without strides, give ``expected``: all bits, or up to the rounding of float64.

    Each of the operations behind a number rounds by at most half a unit in the last place, 2**-53 of what it makes.
    Those numbers are sums of products: at most the largest value times the largest weight times the terms, which the
    count of operations holds already.
    """
    flat = unstride(network)
    assert not any(is_strided(node.operator) for node in flat.nodes)
    values = evaluate(network, feeds, every=True)
    weights = [np.abs(array).max(initial=0.0) for array in network.weights.values()]
    bound = STEPS * STRETCH * 2.0**-53 * max(float(np.abs(v).max()) for v in values.values()) * max([1.0, *weights])
    for each in (network, flat):
        found = evaluate(each, feeds)
        assert len(network.outputs) == len(expected)
        for name, wanted in zip(network.outputs, expected, strict=True):
            assert found[name].dtype == wanted.dtype == np.float64
            assert found[name].shape == wanted.shape
            assert found[name].shape[1:] == network.shapes[name]
            if exact:
                assert np.array_equal(found[name], wanted), f"{each!r}, {name}"
            else:
                assert float(np.abs(found[name] - wanted).max()) <= bound, f"{each!r}, {name}"


def some_numbers(rng: np.random.Generator, shape: Sequence[int], exact: bool) -> NDArray[np.float64]:
    """Small integers, on which sums of products are exact in float64; or any numbers."""
    return rng.integers(-5, 6, shape).astype(np.float64) if exact else rng.standard_normal(shape)
