"""Networks of live models against the frameworks that made them: sizes, numbers, and numbers without strides."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Any, TypeAlias

import numpy as np
from numpy.typing import NDArray

from symstride.network.evaluate import evaluate
from symstride.network.graph import Network, is_strided
from symstride.network.rewriting.unstride import unstride

STEPS, STRETCH = 2**7, 2**2
"""Upper bounds for the models of these tests: operations behind one number, and how far later ones stretch an error."""

Array: TypeAlias = NDArray[Any]


def agree(network: Network, feeds: dict[str, Array], expected: Sequence[Array], exact: bool) -> None:
    """The network, and the network without strides, give ``expected``: all bits, or up to rounding.

    Each of the operations behind a number rounds by at most half a unit in the last place, eps/2 of what it makes.
    That is a sum of products, each at most the largest value times the largest weight; their number is among the
    operations.  Where all bits are asked for, sums of integers have to fit into the mantissa.
    """
    flat = unstride(network)
    assert not any(is_strided(node.operator) for node in flat.nodes)
    values = evaluate(network, feeds, every=True)
    weights = [float(np.abs(array).max(initial=0)) for array in network.weights.values()]
    finite = [float(np.abs(value[np.isfinite(value)]).max()) for value in values.values()]
    most, eps = max(finite) * max([1.0, *weights]), float(np.finfo(network.dtype).eps)
    assert STEPS * most < 1 / eps or not exact
    for each in (network, flat):
        found = evaluate(each, feeds)
        assert len(network.outputs) == len(expected)
        for name, wanted in zip(network.outputs, expected, strict=True):
            assert found[name].dtype == wanted.dtype == network.dtype
            assert found[name].shape == wanted.shape
            assert found[name].shape[1:] == network.shapes[name]
            error = float(np.abs(np.where(found[name] == wanted, 0, found[name] - wanted)).max())
            assert error <= (0 if exact else STEPS * STRETCH * eps / 2 * most), f"{each!r}, {name}"


def some_numbers(rng: np.random.Generator, shape: Sequence[int], exact: bool, dtype: str) -> Array:
    """Small integers, on which sums of products are exact in floating point; or any numbers."""
    numbers = rng.integers(-3, 4, shape) if exact else rng.standard_normal(shape)
    return np.asarray(numbers, dtype)
