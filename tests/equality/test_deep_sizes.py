"""All sizes of deep networks, segment by segment: against brute force, and what must not be called equal."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable, Iterator
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from deep_cases import deep_case, segments_only
from equal_cases import unknowns
from size_cases import by_force

import symstride as ss
from symstride.equality.deciding import equal
from symstride.equality.sides import resized
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride


def everywhere(left: Any, right: Any, **how: Any) -> ss.Equality:
    return equal(left, right, sizes="all", seed=1, **how)


@pytest.fixture(name="segments_only")
def only_segments() -> Iterator[None]:
    with segments_only():
        yield


def residual(size: int = 64, blocks: int = 3, axes: int = 2, tail: bool = True, seed: int = 2) -> Network:
    """A stem, a pool, and residual blocks of which all but the first halve the map; then a classifier."""
    rng, build = random.Random(seed), Builder("residual", dtype="float64")

    def layer(x: str, name: str, k: int, s: int) -> str:
        steps: dict[str, Any] = {"padding": k // 2, "bias": False, "ndim": axes}
        weight = unknowns(rng, (2, 2, *(k,) * axes))
        return build.add(Conv(2, 2, k, s, **steps), x, name=name, weight=weight)

    def relu(x: str) -> str:
        return build.add(op.Pointwise("relu"), x)

    x = relu(layer(build.input("x", (2, *(size,) * axes)), "stem", 7, 2))
    x = build.add(op.MaxPool((3,) * axes, (2,) * axes, ((1, 1),) * axes, (1,) * axes), x, name="pool")
    for number in range(blocks):
        s = 1 if number == 0 else 2
        y = layer(relu(layer(x, f"a{number}", 3, s)), f"b{number}", 3, 1)
        x = relu(build.add(op.Add(), y, layer(x, f"c{number}", 1, s) if number else x, name=f"sum{number}"))
    if tail:
        x = build.add(op.Reshape((2,)), build.add(op.GlobalPool("average"), x, name="mean"), name="flat")
        x = build.add(op.Gemm(3), x, name="dense", weight=unknowns(rng, (2, 3)), bias=unknowns(rng, (3,)))
    return build.network(x)


def with_node(network: Network, name: str, change: Callable[[Any], Any]) -> Network:
    nodes = tuple(replace(n, operator=change(n.operator)) if n.name == name else n for n in network.nodes)
    return replace(network, nodes=nodes, origin=None)


@pytest.mark.parametrize("axes", [1, pytest.param(2, marks=pytest.mark.full)])
def test_a_deep_network_and_its_lowering_are_equal_at_all_sizes(axes: int, segments_only: None) -> None:
    """Its step is 16 and its cutoff beyond 200 places along each axis; its segments have cutoffs below 12."""
    network = residual(axes=axes)
    verdict = everywhere(network, unstride(network))
    assert verdict.status == "equal"
    assert verdict.every is not None
    assert verdict.every.fixed
    assert "the left exists for all N, the right for N mod 16 = 0" in verdict.reasons
    kinds = Counter(one.kind for one in verdict.every.segments)
    assert kinds["all sizes"] == 6
    assert kinds["the same"] > 10
    assert all(repeats.last < 12 for one in verdict.every.segments for repeats in one.repeats)
    assert 0 < verdict.error < 1e-9
    assert verdict.status_at(*(480, 640)[:axes]) == "equal"
    assert verdict.status_at(*(641, 480)[:axes]) is None
    assert len(verdict.to_dict()["all_sizes"]["segments"]) == len(verdict.every.segments)


@pytest.mark.full
def test_a_lowering_made_for_each_size_is_equal_at_all_of_them(segments_only: None) -> None:
    """A function of the size exists at all sizes, and is taken to go on as it began."""

    def left(n: int) -> Network:
        return residual(n, axes=1, blocks=2)

    verdict = everywhere(left, lambda n: unstride(left(n)))
    assert verdict.status == "equal"
    assert verdict.every is not None
    assert verdict.every.segments
    assert not verdict.every.fixed
    assert verdict.status_at(1001) == "equal"
    assert verdict.line.startswith("equal at all sizes N, if sizes above ")


def test_a_mutant_at_some_remainders_is_equal_at_the_others(segments_only: None) -> None:
    """The layer in front of the last block pads as SAME does: on even maps of its own, one place further behind."""
    left = residual(axes=1, tail=False, blocks=2)
    right = with_node(left, "a1", lambda layer: replace(layer, padding="same"))
    verdict = everywhere(left, right)
    assert verdict.every is not None
    assert verdict.every.segments
    assert verdict.status == "different"
    for n in (*range(1, 40), 1001, 1002, 1003, 1004):
        even = -(-n // 4) % 2 == 0
        assert verdict.status_at(n) == ("different" if even else "equal"), n


def normalised(is_folded: bool, off: float = 0.0, padding: int = 1, is_padded: bool = False) -> Network:
    """Layers with strides and normalisations behind them, or both in one layer as a tool writes it.

    With ``is_padded`` their padding is a node in front.
    """
    rng, build = random.Random(4), Builder("folded" if is_folded else "normalised")
    x = build.input("x", (2, 40))
    for number, stride in enumerate((2, 1, 2, 2), start=1):
        w, b = unknowns(rng, (2, 2, 3)).astype("f"), unknowns(rng, (2,)).astype("f")
        scale, bias, mean = (unknowns(rng, (2,)).astype("f") for _ in range(3))
        variance = np.abs(unknowns(rng, (2,))).astype("f")
        around = padding if number == 4 else 1
        layer = Conv(2, 2, (3,), stride, 0 if is_padded else around)
        x = build.add(op.Pad(((around, around),)), x) if is_padded else x
        if is_folded:
            factor = scale / np.sqrt(variance + np.float32(1e-5))
            w, b = w * factor[:, None, None] * np.float32(1 + off * (number == 3)), (b - mean) * factor + bias
        x = build.add(layer, x, name=f"layer{number}", weight=w, bias=b)
        if not is_folded:
            x = build.add(op.BatchNorm(1e-5), x, scale=scale, bias=bias, mean=mean, variance=variance)
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number}")
    return build.network(x)


def test_normalisations_that_a_tool_folded_are_equal_up_to_rounding_at_all_sizes(segments_only: None) -> None:
    verdict = everywhere(normalised(False), normalised(True))
    assert verdict.status == "equal"
    assert verdict.every is not None
    assert verdict.every.segments
    assert verdict.line == "equal up to rounding at all sizes N"
    assert "8 arrays of the right taken for folded ones of the left" in verdict.scope
    assert len(verdict.bound) == 8
    assert max(far for _, far in verdict.bound.values()) < 1e-6
    assert everywhere(normalised(False), normalised(True, padding=2)).status == "different"
    written = everywhere(normalised(False), normalised(True, is_padded=True))
    assert written.line == "equal up to rounding at all sizes N"
    assert written.every is not None
    assert {one.kind for one in written.every.segments} == {"the same", "all sizes"}


@pytest.mark.full
def test_weights_further_off_than_rounding_are_not_equal_at_all_sizes(segments_only: None) -> None:
    assert everywhere(normalised(False), normalised(True, off=1e-3)).status != "equal"


def test_folding_that_may_depend_on_the_size_is_open(segments_only: None) -> None:
    """A shift goes into the layer behind it where that pads nothing; "same" pads nothing at some sizes."""

    def network(is_folded: bool) -> Network:
        rng, build = random.Random(8), Builder("same")
        w = unknowns(rng, (1, 1, 2)).astype("f")
        scale, shift = unknowns(rng, (1,)).astype("f"), unknowns(rng, (1,)).astype("f")
        x = build.add(op.Pad(((1, 0),)), build.input("x", (1, 39)))
        if is_folded:
            both = {"weight": w * scale, "bias": w.sum(axis=2)[0] * shift}
            return build.network(build.add(Conv(1, 1, (2,), 2, "same"), x, **both))
        y = build.add(op.Affine(), x, scale=scale, shift=shift)
        return build.network(build.add(Conv(1, 1, (2,), 2, "same", bias=False), y, weight=w))

    assert equal(network(False), network(True)).status == "equal"  # of 40 places
    assert equal(network(False), network(True), sizes=[40]).status == "different"
    assert everywhere(network(False), network(True)).status != "equal"


def check_deep(rng: random.Random, count: int, beyond: Callable[[int], int]) -> Counter[str]:
    seen: Counter[str] = Counter()
    for number in range(count):
        case = deep_case(rng)
        found = by_force(case, rng, number, beyond)
        assert not found.wrong, f"{found}\n{case}"
        seen[found.status] += 1
    return seen


@pytest.mark.full
def test_deep_chains_are_at_each_size_as_is_said(rng: random.Random, segments_only: None) -> None:
    check_deep(rng, 3, lambda last: min(last + 8, 60))


@pytest.mark.full
@pytest.mark.parametrize(("seed", "sizes"), [(150, (63, 66, 71)), (194, (66, 71, 73))])
def test_a_difference_comes_again_only_in_steps_in_which_both_sides_repeat(seed: int, sizes: tuple[int, ...]) -> None:
    """In shorter steps, in which the answers up to the cutoff seem to repeat, these sizes would be said to differ."""
    case = deep_case(random.Random(seed))
    verdict = equal(case.left, case.right, sizes="all", seed=seed)
    assert verdict.status == "different"
    for n in sizes:
        assert equal(case.left, case.right, sizes=[n], seed=5).status == "equal"
        assert verdict.status_at(n) != "different", n


# ------------------------------------------------------------------------------------------------ never equal


def chain(*operators: Any, channels: int = 1, size: int = 24, seed: int = 3) -> Network:
    build = Builder("chain", dtype="float64")
    x = build.input("x", (channels, size))
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"n{number}")
    network = build.network(x)
    rng = random.Random(seed)
    return network.with_weights({k: unknowns(rng, shape) for k, shape in network.parameter_shapes().items()})


def conv(k: int, s: int = 1, padding: Any = (0, 0)) -> Conv:
    return Conv(1, 1, k, s, padding=padding if isinstance(padding, str) else (padding,), bias=False, ndim=1)


def test_minus_infinity_between_segments_is_open(segments_only: None) -> None:
    """A pool that rounds up has a window of padding only at some sizes; what follows is about numbers only."""
    pool = op.MaxPool((2,), (3,), ((0, 0),), (1,))
    front = op.Pad(((0, 2),), "lowest")
    left = chain(front, pool, conv(1), op.Pointwise("tanh"))
    right = chain(front, pool, op.Pad(((0, 1),)), op.Pad(((0, -1),)), conv(1), op.Pointwise("tanh"))
    right = right.with_weights({"n4.weight": left.weights["n2.weight"]})
    verdict = everywhere(left, right)
    assert verdict.status != "equal"


def test_a_cut_of_one_size_is_no_cut_of_others(segments_only: None) -> None:
    """Two values that meet at the size of the first look, where a far tap does not show; and part at larger ones."""
    far = Conv(1, 1, 2, 1, padding=((60, 0),), dilation=60, bias=False, ndim=1)
    left = chain(op.Pointwise("tanh"), far, op.Pointwise("tanh"))
    weight = left.weights["n1.weight"]
    right = chain(op.Pointwise("tanh"), conv(1), op.Pointwise("tanh")).with_weights({"n1.weight": weight[..., 1:]})
    verdict = everywhere(left, right)
    for n in (1, 30, 60, 61, 62, 100, 500):
        assert verdict.status_at(n) == ("equal" if n <= 60 else "different")


def test_sums_of_maps_that_differ_in_size_at_some_sizes(segments_only: None) -> None:
    """The two inputs of a segment have one size at even N only: at odd ones the network does not exist."""
    build = Builder("sum", dtype="float64")
    x = build.input("x", (1, 12))
    y = build.add(op.Pointwise("tanh"), build.add(conv(2, 2), x, name="down", weight=np.full((1, 1, 2), 0.3)), name="y")
    z = build.add(op.MaxPool((1,), (2,), ((0, 0),), (1,)), x, name="z")
    left = build.network(build.add(conv(1), build.add(op.Add(), y, z, name="sum"), weight=np.full((1, 1, 1), 0.7)))
    right = resized(left, {"x": (1, 14)})
    verdict = everywhere(left, right)
    assert verdict.status == "equal"
    assert "both exist for even N" in verdict.reasons
    assert verdict.status_at(7) is None
