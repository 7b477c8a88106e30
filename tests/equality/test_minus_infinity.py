"""Minus infinity, which a maximum is padded with, against numbers: different or open, and equal only where it is."""

from __future__ import annotations

import random
from dataclasses import replace
from typing import Any

import numpy as np
import pytest

from symstride.equality.deciding import equal
from symstride.equality.exact import same_forms
from symstride.errors import NotSupported, SymstrideError
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # 0 times infinity is what is tried

LEAST = float(np.finfo(np.float32).min)


def padded(fill: Any, relu: bool = False, channels: int = 1) -> Network:
    """A maximum of three places, padded by itself (None) or by a node; behind relu perhaps."""
    build = Builder("padded")
    x = build.input("x", (channels, 8))
    x = build.add(op.Pointwise("relu"), x) if relu else x
    x = x if fill is None else build.add(op.Pad(((1, 1),), fill=fill), x, name="pad")
    pool = op.MaxPool((3,), (2,), ((1, 1) if fill is None else (0, 0),), (1,))
    return build.network(build.add(pool, x, name="pool"))


@pytest.mark.parametrize("error", [1e-9, 0])
def test_a_maximum_that_is_padded_with_numbers_is_another_one(error: float) -> None:
    def status(fill: Any, relu: bool = False) -> str:
        return equal(padded(None, relu), padded(fill, relu), seed=1, error=error).status

    assert status("lowest") == status(-np.inf) == "equal"
    assert status(0.0) == "different"
    assert status(0.0, relu=True) == "equal"
    for relu in (False, True):
        assert status(LEAST, relu) == "open"  # a smaller number shows it, of which single precision has none
        assert status(-1e30, relu) == "open"
    verdict = equal(padded(None), padded(-1e30), seed=1, error=error)
    assert "padding with -1e+30 is none with minus infinity" in str(verdict)
    assert "minus infinity" not in str(equal(padded(None), padded(0.0), seed=1, error=error))


def zeroed(name: str, lowest: bool) -> Network:
    """0 times a map of minus infinity, which is in the first place, or of 0."""
    build = Builder("zeroed", dtype="float64")
    x = build.input("x", (1, 5))
    x = build.add(op.Pad(((1, 0),), fill="lowest" if lowest else 0.0), x)
    x = build.add(
        op.PRelu() if name == "prelu" else op.Pointwise(name), x, **{"slope": np.ones(1)} if name == "prelu" else {}
    )
    return build.network(build.add(op.Affine(shift=False), x, scale=np.zeros(1)))


@pytest.mark.parametrize("name", ["sin", "abs", "leaky_relu", "prelu", "gelu", "mish", "swish", "sqrt", "log"])
def test_no_number_times_0_is_not_0(name: str) -> None:
    """What these maps make of minus infinity is no number, and neither is 0 times that."""
    assert np.isnan(evaluate(zeroed(name, True), np.ones((1, 1, 5)))["affine1"]).any()
    for error in (1e-9, 0):
        assert equal(zeroed(name, True), zeroed(name, False), seed=1, error=error).status == "open"


@pytest.mark.parametrize("name", ["relu", "tanh", "sigmoid", "exp", "softplus", "elu"])
def test_a_number_of_minus_infinity_times_0_is_0(name: str) -> None:
    assert (evaluate(zeroed(name, True), np.ones((1, 1, 5)))["affine1"] == 0).all()
    for error in (1e-9, 0):
        assert equal(zeroed(name, True), zeroed(name, False), seed=1, error=error).status == "equal"


def test_normal_forms_of_a_window_of_padding_alone() -> None:
    """A maximum of one place is minus infinity in its padding, and that is no number in a sum."""
    pool = op.MaxPool((1,), (1,), ((1, 0),), (1,))

    def network(*steps: Any) -> Network:
        build = Builder("alone", dtype="float64")
        y = build.input("x", (1, 4))
        for step in steps:
            y = build.add(step, y, **{"scale": np.full(1, 0.3)} if isinstance(step, op.Affine) else {})
        return build.network(y)

    assert equal(network(pool), network(pool), error=0).status == "equal"
    scaled = network(pool, op.Affine(shift=False))
    assert same_forms(network(pool), network(pool))
    with pytest.raises(NotSupported, match="minus infinity was added to"):
        same_forms(scaled, scaled)


# ------------------------------------------------------------------------------------------------ at random

_FILLS = ("lowest", "lowest", 0.0, 0.0, LEAST, -1.0)
_MAPS = ("relu", "relu", "leaky_relu", "tanh", "abs")


def drawn(rng: random.Random) -> Network:
    """Padding, maxima and maps in any order, some of them multiplied by 0, with a sum at the end perhaps."""
    build = Builder("drawn", dtype="float64")
    y = build.input("x", (1, 5))
    y = build.add(op.Pointwise("relu"), y) if rng.random() < 0.7 else y
    x = y
    for _ in range(rng.randint(1, 4)):
        size = build.shapes[y][1]
        kind = rng.randrange(5)
        if kind == 0 and size < 9:
            y = build.add(op.Pad(((1, rng.randint(0, 1)),), fill=rng.choice(_FILLS)), y)
        elif kind == 1 and size > 2:
            y = build.add(op.MaxPool((2,), (1,), ((rng.randint(0, 1), 0),), (1,)), y)
        elif kind == 2:
            y = build.add(op.Affine(shift=False), y, scale=np.full(1, rng.choice([0.0, 1.0, 0.7])))
        elif kind == 3 and size == 5:
            y = build.add(rng.choice([op.Maximum(), op.Add()]), y, x)
        else:
            y = build.add(op.Pointwise(rng.choice(_MAPS)), y)
    return build.network(y)


def _same_numbers(left: Network, right: Network, rng: np.random.Generator) -> bool:
    """Whether both have the same numbers, and none in the same places, at inputs small and large."""
    for size in (1.0, 100.0):
        x = size * rng.standard_normal((2, 1, 5))
        a, b = (next(iter(evaluate(network, x).values())) for network in (left, right))
        if a.shape != b.shape or not np.allclose(a, b, rtol=1e-9, atol=1e-9, equal_nan=True):
            return False
    return True


def with_another_fill(network: Network, rng: random.Random) -> Network | None:
    """The same with other padding in one node; None where there is none."""
    pads = [node for node in network.nodes if isinstance(node.operator, op.Pad)]
    if not pads:
        return None
    node = rng.choice(pads)
    (fill,) = rng.sample([fill for fill in dict.fromkeys(_FILLS) if fill != node.operator.fill], 1)  # type: ignore[union-attr]
    other = replace(node, operator=replace(node.operator, fill=fill))  # type: ignore[type-var]
    return replace(network, nodes=tuple(other if one is node else one for one in network.nodes), origin=None)


@pytest.mark.parametrize("count", [50, pytest.param(400, marks=pytest.mark.full)])
def test_random_pairs_that_are_called_equal_have_the_same_numbers(count: int, rng: random.Random) -> None:
    numbers, met = np.random.default_rng(rng.randrange(2**32)), 0
    for _ in range(count):
        try:
            network = drawn(rng)
            other = with_another_fill(network, rng)
        except SymstrideError:
            continue
        if other is not None and equal(network, other, seed=1).status == "equal":
            assert _same_numbers(network, other, numbers), (network.nodes, other.nodes)
            met += 1
    assert count < 100 or met > 3
