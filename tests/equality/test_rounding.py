"""What folding in single precision may do to numbers, and no more: each is measured by itself, or by its own terms."""

from __future__ import annotations

import random
from typing import Any

import numpy as np
import pytest

from symstride.certifying.making import certify
from symstride.equality.deciding import equal
from symstride.equality.folded import CANCELLED, folded, matched
from symstride.equality.scope import strangers
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

LISTS: dict[str, tuple[Any, tuple[int, ...], str]] = {
    "factors": (op.Affine(shift=False), (2, 3), "scale"),
    "summands": (op.Affine(scale=False), (2, 3), "shift"),
    "slopes": (op.PRelu(), (2, 3), "slope"),
    "a bias": (Conv(2, 2, (1,)), (2, 3), "bias"),
    "a bias of features": (op.Gemm(2), (2,), "bias"),
    "one row of a layer": (Conv(2, 2, (1,), bias=False), (2, 3), "weight"),
    "taps": (Conv(1, 1, (4,), bias=False), (1, 6), "weight"),
    "features (in, out)": (op.Gemm(2, False), (2,), "weight"),
    "features (out, in)": (op.Gemm(2, False, transposed=True), (2,), "weight"),
    "a transposed layer": (ConvTranspose(1, 4, (1,), bias=False), (1, 3), "weight"),
    "scales of a norm": (op.BatchNorm(), (2, 3), "scale"),
    "summands of a norm": (op.BatchNorm(), (2, 3), "bias"),
}  # fmt: skip


def with_list(name: str, off: float) -> Network:
    """One operator, with a number of a million beside one that is ``off``."""
    operator, shape, role = LISTS[name]
    build = Builder("list")
    network = build.network(build.add(operator, build.input("x", shape), name="y"))
    drawn = np.random.default_rng(1)
    arrays = {key: drawn.uniform(0.5, 1.5, shape).astype("f") for key, shape in network.parameter_shapes().items()}
    array = arrays[f"y.{role}"].reshape(-1)
    array[0], array[1] = 1.1e6, 0.3 * off
    if isinstance(operator, op.BatchNorm):
        arrays["y.mean"] *= np.float32(1e-3)
    return network.with_weights(arrays)


@pytest.mark.parametrize("name", LISTS)
@pytest.mark.parametrize("weights", ["auto", "rounded"])
def test_a_number_is_not_measured_by_a_larger_one_beside_it(name: str, weights: Any) -> None:
    one, other, near = (with_list(name, off) for off in (1.0, 1.1, 1 + 1e-6))
    assert equal(one, other, weights=weights, seed=1).status != "equal"
    with pytest.raises(NotSupported, match="two networks that are equal"):
        certify(one, other, weights=weights, seed=1)
    verdict = equal(one, near, weights=weights, seed=1)
    assert str(verdict).startswith("equal up to rounding")
    assert 1e-7 < max(distance for _, distance in verdict.bound.values()) < 2e-6


def layer_and_norm(bias: Any, mean: Any, shift: Any, scale: Any) -> Network:
    build = Builder("layer and norm")
    y = build.add(
        Conv(1, 2, (2,)), build.input("x", (1, 5)), name="layer", weight=np.full((2, 1, 2), 0.7, "f"), bias=bias
    )
    arrays = {"scale": scale, "bias": shift, "mean": mean, "variance": np.full(2, 1.3, "f")}
    return build.network(build.add(op.BatchNorm(), y, name="norm", **arrays))


def folded_in_single(network: Network, off: float = 0.0) -> Network:
    roles = ("scale", "bias", "mean", "variance")
    scale, shift, mean, variance = (network.weights[f"norm.{role}"] for role in roles)
    factor = scale / np.sqrt(variance + np.float32(1e-5))
    bias = (network.weights["layer.bias"] - mean) * factor + shift
    bias[-1] += np.float32(off)
    build = Builder("folded")
    weight = network.weights["layer.weight"] * factor[:, None, None]
    return build.network(build.add(Conv(1, 2, (2,)), build.input("x", (1, 5)), weight=weight, bias=bias))


def test_a_sum_that_cancels_is_measured_by_its_terms() -> None:
    """A bias of a thousand less a mean of a thousand: what is left has lost three digits, and no more."""
    bias, mean = np.array([1000.37, 20.02], "f"), np.array([1000.3, 20.01], "f")
    network = layer_and_norm(bias, mean, np.array([0.01, 0.02], "f"), np.array([0.9, 1.1], "f"))
    made = folded_in_single(network)
    for pair in ((network, made), (made, network)):
        assert str(equal(*pair, seed=1)).startswith("equal up to rounding")
    match = matched(folded(network), folded(made))
    assert 1e-8 < max(distance for _, distance in match.arrays.values()) < 1e-6
    assert equal(network, folded_in_single(network, off=2e-4), seed=1).status != "equal"  # of terms of 40


def test_terms_explain_a_few_roundings_of_them_and_no_more() -> None:
    """A million that is added and taken away again loses some tenths in single precision, and not four and a half."""

    def shifted(*by: float) -> Network:
        build = Builder("shifted")
        y = build.input("x", (1, 3))
        for number in by:
            y = build.add(op.Affine(scale=False), y, shift=np.full(1, number, "f"))
        return build.network(y)

    for pair in ((shifted(1e6, 0.3125 - 1e6), shifted(n)) for n in (4.7, 0.3)):
        for verdict in (equal(*pair, seed=1), equal(*pair[::-1], seed=1)):
            assert (verdict.status == "equal") == (pair[1].weights["affine1.shift"] < 1)


@pytest.mark.parametrize("count", [60, pytest.param(2000, marks=pytest.mark.full)])
def test_folding_in_single_precision_is_within_the_measure(count: int, rng: random.Random) -> None:
    """Chains of maps and layers with numbers of all sizes, folded by us in double precision and in single."""
    drawn = np.random.default_rng(rng.randrange(2**32))
    worst = 0.0
    for _ in range(count):
        build = Builder("chain")
        y = build.input("x", (3, 9))
        for _ in range(rng.randint(2, 5)):
            kinds = [op.BatchNorm(), op.Affine(), Conv(3, 3, (2,)), Conv(3, 3, (2,), bias=False)]
            y = build.add(rng.choice(kinds), y)
        network = build.network(y)
        arrays = {}
        for key, shape in network.parameter_shapes().items():
            sizes = 10.0 ** drawn.integers(-3, 4, shape) if "variance" not in key else 1.0
            numbers = (
                sizes * drawn.uniform(0.3, 1.5, shape) * (1 if "variance" in key else drawn.choice([-1, 1], shape))
            )
            arrays[key] = numbers.astype("f")
        network = network.with_weights(arrays)
        ours = folded(network)
        rounded = folded(network.with_weights({key: _shaken(array, drawn) for key, array in arrays.items()}))
        match = matched(ours, rounded)
        assert len(match.arrays) == len(rounded.network.weights)
        assert all(of == name for name, (of, _) in match.arrays.items())
        worst = max(worst, *(distance for _, distance in match.arrays.values()))
    assert 1e-7 < worst < CANCELLED


def _shaken(array: Any, drawn: np.random.Generator) -> Any:
    """Each number one rounding of single precision away."""
    return array.astype(float) * (1 + 2.0**-24 * drawn.choice([-1, 1], array.shape))


def test_numbers_below_the_least_normal_one() -> None:
    """They have no digits to lose in single precision, and all of them in double."""

    def scaled(number: float, kind: str) -> Network:
        build = Builder("small", dtype=kind)
        x = build.input("x", (1, 3))
        return build.network(build.add(op.Affine(shift=False), x, scale=np.array([number], kind)))

    least = 2.0**-126
    assert equal(scaled(least, "float32"), scaled(least + 2.0**-149, "float32"), seed=1).status == "equal"
    assert equal(scaled(least, "float32"), scaled(least * 1.01, "float32"), seed=1).status != "equal"
    assert equal(scaled(1e-60, "float64"), scaled(2e-60, "float64"), seed=1).status != "equal"


def test_an_array_is_strange_when_one_of_its_numbers_occurs_nowhere_in_the_other_network() -> None:
    """Up to sign; small whole numbers are known to everybody.  Against NumPy's own sets."""
    rng, told = np.random.default_rng(3), set()
    for _ in range(300):
        first, second = (
            {str(n): rng.choice([-2.5, 2.5, 1.5, 0.25, 3.0, 1e6, 1e-9], rng.integers(1, 4)).astype("f") for n in "abc"}
            for _ in range(2)
        )
        one, other = (_lists(arrays) for arrays in (first, second))
        have = np.abs(np.concatenate(list(first.values())))
        expected = tuple(f"{name}.scale" for name, a in second.items() if np.setdiff1d(np.abs(a[a != 3.0]), have).size)
        assert strangers(one, other) == expected
        told.add(len(expected))
    assert told == {0, 1, 2, 3}


def _lists(arrays: dict[str, Any]) -> Network:
    """Factors of the channels of several inputs."""
    build = Builder("lists")
    scale = op.Affine(shift=False)
    ends = [build.add(scale, build.input(f"x{k}", (len(a), 1)), name=k, scale=a) for k, a in arrays.items()]
    return build.network(*ends)
