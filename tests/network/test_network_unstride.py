"""Removing strides layer by layer, exactly, on random networks; and that nothing else is touched."""

from __future__ import annotations

import random
from collections.abc import Callable

import numpy as np
import pytest
from networks import integers, random_network

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network import as_layer
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, is_strided
from symstride.network.operators import records as op
from symstride.network.rewriting import by_layer as lowering
from symstride.network.rewriting.bytes import predicted_bytes
from symstride.network.rewriting.unstride import unstride


def differs(network: Network, flat: Network, rng: random.Random) -> bool:
    x = integers(rng, (2, *network.shapes["x"]), 9)
    before, after = evaluate(network, x), evaluate(flat, x)
    return any((before[name] != after[name]).any() for name in network.outputs)


def run_cases(seed: int, cases: int) -> int:
    """How many strided nodes were rewritten in ``cases`` networks, all of them exact."""
    strided = 0
    for number in range(cases):
        rng = random.Random(f"{seed} {number}")
        axes = rng.choice([1, 2, 2, 2, 3])
        network = random_network(rng, rng.randint(2, 6 if axes < 3 else 2), axes)
        flat = unstride(network)
        assert not flat.strided
        assert not differs(network, flat, rng), f"seed {seed}, case {number}: {network.nodes}"
        strided += len(network.strided)
    return strided


def test_random_networks_exactly(rng: random.Random) -> None:
    assert run_cases(rng.randrange(10**6), 60) > 60


@pytest.mark.sampled(3, 3)
@pytest.mark.full
@pytest.mark.parametrize("part", range(8))
@pytest.mark.timeout(600)
def test_many_random_networks_exactly(rng: random.Random, part: int) -> None:
    assert run_cases(rng.randrange(10**6) * 8 + part, 300) > 300


def test_nothing_else_changes(rng: random.Random) -> None:
    network = random_network(rng, 6)
    flat = unstride(network)
    kept = {node.name: node for node in flat.nodes}
    for node in network.nodes:
        if not is_strided(node.operator):
            assert kept[node.name] is node
            assert all(flat.weights[name] is network.weights[name] for name in node.parameters)
    assert flat.outputs == network.outputs
    assert all(flat.shapes[node.name] == network.shapes[node.name] for node in network.nodes)


def layer(operator: op.Operator, shape: op.Shape) -> Network:
    build = Builder()
    return build.network(build.add(operator, build.input("x", shape), name="y"))


def operators(network: Network) -> list[str]:
    return [type(node.operator).__name__ for node in network.nodes[1:]]


def test_without_weights_the_rewriting_is_the_same_and_makes_none(rng: random.Random) -> None:
    network = random_network(rng, 6)
    bare = unstride(network.without_weights())
    assert bare.nodes == unstride(network).nodes
    assert set(bare.weights) <= {
        f"{node.name}/weight" for node in network.nodes if isinstance(node.operator, op.AveragePool)
    }


def test_the_stem_of_a_resnet() -> None:
    flat = unstride(layer(Conv(3, 64, (7, 7), 2, 3), (3, 224, 224)))
    assert operators(flat) == ["SpaceToDepth", "Conv"]
    unit = flat.node("y").operator
    assert isinstance(unit, Conv)
    assert (unit.in_channels, unit.kernel, unit.padding) == (12, (4, 4), ((2, 1), (2, 1)))


def test_a_transposed_layer_becomes_sub_pixel_convolution() -> None:
    flat = unstride(layer(ConvTranspose(64, 32, (4, 4), 2, 1), (64, 16, 16)))
    assert operators(flat) == ["Conv", "DepthToSpace"]
    assert flat.node("y/unit").operator == Conv(64, 128, (3, 3), padding=1)
    assert flat.node("y").operator == op.DepthToSpace((2, 2), "phase_major")
    odd = unstride(layer(ConvTranspose(6, 6, (3, 3), 2, 1, groups=3), (6, 16, 16)))
    assert operators(odd) == ["Conv", "DepthToSpace", "Pad"]
    assert odd.node("y").operator == op.Pad(((0, -1), (0, -1)))
    dilated = unstride(layer(ConvTranspose(2, 2, (3,), 1, 0, 2), (2, 8)))
    assert operators(dilated) == ["Conv"]


def test_a_transposed_layer_that_crops_everything_is_its_bias(rng: random.Random) -> None:
    transposed = ConvTranspose(2, 3, (1,), 2, ((9, -9),))
    build = Builder(dtype="object")
    w, b = integers(rng, transposed.weight_shape), integers(rng, (3,))
    network = build.network(build.add(transposed, build.input("x", (2, 4)), name="y", weight=w, bias=b))
    assert not differs(network, unstride(network), rng)
    assert (evaluate(unstride(network), integers(rng, (1, 2, 4)))["y"] == b.reshape(1, 3, 1)).all()


def random_dilated(rng: random.Random) -> tuple[Conv, op.Shape]:
    """Stride 1 and dilations up to 4, groups, padding of both signs, zeros or circular."""
    while True:
        axes, groups = rng.choice([1, 2, 2]), rng.choice([1, 2])
        kernel, dilation, size = (tuple(rng.randint(1, most) for _ in range(axes)) for most in (3, 4, 9))
        padding = tuple((rng.randint(-1, 8), rng.randint(-1, 3)) for _ in range(axes))
        mode = rng.choice(["zeros", "circular"])
        conv = Conv(2 * groups, groups, kernel, 1, padding, dilation, groups, padding_mode=mode)
        if all(n + low + high > dl * (k - 1) for n, (low, high), k, dl in zip(size, padding, kernel, dilation)):
            return conv, (2 * groups, *size)


def test_dilated_layers_exactly(rng: random.Random) -> None:
    for _ in range(60):
        conv, shape = random_dilated(rng)
        build = Builder(dtype="object")
        w, b = integers(rng, conv.weight_shape), integers(rng, (conv.out_channels,))
        network = build.network(build.add(conv, build.input("x", shape), name="y", weight=w, bias=b))
        flat = unstride(network)
        assert not flat.strided
        assert not differs(network, flat, rng), (conv, shape)


def test_a_dilated_layer_is_the_undilated_one_on_each_phase(rng: random.Random) -> None:
    conv = Conv(4, 6, (3, 3), 1, ((2, 2), (1, 1)), (2, 1), groups=2, bias=False)
    build = Builder(dtype="object")
    w = integers(rng, conv.weight_shape)
    network = build.network(build.add(conv, build.input("x", (4, 9, 8)), name="y", weight=w))
    flat = unstride(network)
    assert operators(flat) == ["Pad", "SpaceToDepth", *["Channels", "Conv"] * 2, "Concat", "DepthToSpace", "Pad"]
    assert flat.shapes["y/phases"] == (2 * 4, 5 + 2, 8 + 2)  # 9 outputs in cells of 2, and 8; and 2 more for the taps
    units = [node for node in flat.nodes if isinstance(node.operator, Conv)]
    assert {node.operator for node in units} == {Conv(4, 6, (3, 3), groups=2, bias=False)}
    assert all(flat.weights[name] is w for node in units for name in node.parameters)
    assert predicted_bytes(flat)[units[0].title] == w.nbytes
    assert len(predicted_bytes(flat)) == 1


def test_a_dilated_kernel_of_one_place_is_not_dilated() -> None:
    assert operators(unstride(layer(Conv(2, 3, (1, 1), 1, 0, 2), (2, 5, 5)))) == ["Conv"]


def random_circular(rng: random.Random) -> tuple[Conv, op.Shape]:
    """Padding of both signs, more of it than there are places at times, and sizes that the stride does not divide."""
    while True:
        axes, groups = rng.choice([1, 2]), rng.choice([1, 2])
        steps = ((rng.randint(1, most) for _ in range(axes)) for most in (3, 3, 2, 7))
        kernel, stride, dilation, size = map(tuple, steps)
        padding = tuple((rng.randint(-1, 8), rng.randint(-1, 3)) for _ in range(axes))
        whole = rng.choice([padding, "same"])
        conv = Conv(2 * groups, groups, kernel, stride, whole, dilation, groups, padding_mode="circular")
        if all(n + low + high > dl * (k - 1) for n, (low, high), k, dl in zip(size, padding, kernel, dilation)):
            return conv, (2 * groups, *size)


def test_circular_layers_exactly(rng: random.Random) -> None:
    for _ in range(60):
        conv, shape = random_circular(rng)
        build = Builder(dtype="object")
        w, b = integers(rng, conv.weight_shape), integers(rng, (conv.out_channels,))
        network = build.network(build.add(conv, build.input("x", shape), name="y", weight=w, bias=b))
        flat = unstride(network)
        assert not flat.strided
        assert not differs(network, flat, rng), (conv, shape)


def test_circular_padding_is_written_out_in_front() -> None:
    flat = unstride(layer(Conv(2, 3, (3,), 2, ((1, 2),), padding_mode="circular"), (2, 8)))
    assert operators(flat) == ["Wrap", "Pad", "SpaceToDepth", "Conv"]
    assert flat.node("y/wrap").operator == op.Wrap(((1, 2),))
    plain = unstride(layer(Conv(2, 3, (3,), 2), (2, 11)))
    assert [node.operator for node in flat.nodes[2:]] == [node.operator for node in plain.nodes[1:]]


def test_dead_phases_are_dropped() -> None:
    flat = unstride(layer(Conv(3, 8, (1, 1), 2), (3, 8, 8)))
    assert flat.node("y/phases").operator == op.SpaceToDepth((2, 2), "phase_major", ((0,), (0,)))
    assert flat.node("y").operator == Conv(3, 8, (1, 1))


def test_depthwise_stays_grouped() -> None:
    unit = unstride(layer(Conv(6, 6, (3, 3), 2, 1, groups=6), (6, 8, 8))).node("y").operator
    assert isinstance(unit, Conv)
    assert (unit.groups, unit.in_channels, unit.out_channels) == (6, 24, 6)


def test_pools_become_unit_stride_pools_and_depthwise_convolutions() -> None:
    halves = unstride(layer(op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), (3, 8, 8)))
    assert operators(halves) == ["SpaceToDepth", *["Channels"] * 4, "Maximum"]
    mean = unstride(layer(op.AveragePool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), (3, 8, 8)))
    assert operators(mean) == ["SpaceToDepth", "Conv", "Divide"]
    assert mean.nodes[2].operator.groups == 3


def test_padding_of_a_maximum_is_minus_infinity(rng: random.Random, monkeypatch: pytest.MonkeyPatch) -> None:
    pool = layer(op.MaxPool((3, 3), (2, 2), ((1, 1),) * 2, (1, 1)), (2, 7, 8))
    x = -1 - np.abs(integers(rng, (1, 2, 7, 8))).astype(np.int64)
    assert (evaluate(pool, x)["y"] == evaluate(unstride(pool), x)["y"]).all()
    front = lowering.in_front
    monkeypatch.setattr(lowering, "in_front", lambda f, amounts, fill: front(f, amounts, 0.0))
    assert (evaluate(pool, x)["y"] != evaluate(unstride(pool), x)["y"]).any()


SABOTAGED: list[tuple[str, Callable[..., object]]] = [
    ("reached_padding", lambda pool, size: pool.padding),
    ("counts", lambda pool, size: tuple((k,) * m for k, m in zip(pool.kernel, lowering.pool_output(pool, size)))),
    ("runs_of", lambda offsets: [(offsets[0], offsets[-1])]),
    ("offsets_of", lambda k, s, dl: {rho: list(range(k // s)) or [0] for rho in range(min(k, s))}),
    ("_kept_inside", lambda size, low, high: ((0, 0), (max(low, 0), max(high, 0)))),
]


@pytest.mark.parametrize(("name", "wrong"), SABOTAGED, ids=[name for name, _ in SABOTAGED])
def test_the_comparison_says_no(
    name: str, wrong: Callable[..., object], rng: random.Random, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(as_layer if name == "reached_padding" else lowering, name, wrong)
    for _ in range(200):
        network = random_network(rng, 2)
        try:
            if differs(network, unstride(network), rng):
                return
        except ValueError:  # shapes that do not fit any more are a no as well
            return
    pytest.fail(f"a wrong {name} was not noticed")


def test_an_equal_network_is_said_to_be_equal_and_a_changed_weight_is_not(rng: random.Random) -> None:
    build = Builder(dtype="object")
    conv = Conv(2, 3, (3, 3), 2, 1, bias=False)
    w = integers(rng, conv.weight_shape) + 7
    network = build.network(build.add(conv, build.input("x", (2, 9, 8)), name="y", weight=w))
    flat = unstride(network)
    assert not differs(network, flat, rng)
    assert differs(network, flat.with_weights({"y/weight": flat.weights["y/weight"] + 1}), rng)


# ------------------------------------------------------------------------------------------------ refusals


def test_an_unknown_scope_is_refused() -> None:
    with pytest.raises(NotSupported, match="scope"):
        unstride(layer(Conv(2, 2, (3,), 2), (2, 9)), scope="world")


def test_too_many_bytes_are_refused_with_the_figure_per_layer() -> None:
    build = Builder()
    w, b = np.zeros((4, 3, 3, 3), np.float32), np.zeros(4, np.float32)
    network = build.network(
        build.add(Conv(3, 4, (3, 3), 2, 1), build.input("x", (3, 8, 8)), name="y", weight=w, bias=b)
    )
    expected = (4 * 12 * 2 * 2 + 4) * 4
    assert predicted_bytes(unstride(network)) == {"y": expected}
    unstride(network, max_bytes=expected)
    with pytest.raises(NotSupported, match=f"y: {expected:,}"):
        unstride(network, max_bytes=expected - 1)
    unstride(network.without_weights(), max_bytes=0)


def test_a_refusal_comes_before_any_allocation() -> None:
    huge = Conv(4096, 4096, (31, 31), 16, bias=False)
    build = Builder()
    w = np.broadcast_to(np.float32(1), huge.weight_shape)  # 64 GB that take no memory
    network = build.network(build.add(huge, build.input("x", (4096, 64, 64)), name="y", weight=w))
    with pytest.raises(NotSupported, match="bytes"):
        unstride(network)
