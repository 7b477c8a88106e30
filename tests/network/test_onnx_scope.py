"""The grid in ONNX Runtime: random networks exactly, and real architectures layer by layer.

A bound carried through a whole network says nothing, so each rewritten layer of a real network is compared with the
original layer on the very values that it meets on the grid.  Layers that do not sum are equal in every bit.
"""

from __future__ import annotations

import random
import tracemalloc
from collections.abc import Callable
from pathlib import Path
from typing import Any

import numpy as np
import pytest
import zoo
from masks import masks_needed
from numpy.typing import NDArray
from scope_networks import random_network
from scope_tools import fed, places

from symstride.adapters.onnx.door import from_onnx, to_model, to_onnx
from symstride.check.bounds import gamma, unit_roundoff
from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.claims import subject_of
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, Node
from symstride.network.grid.plan import Plan, plan
from symstride.network.operators import records as op
from symstride.network.proof import prove_network
from symstride.network.rewriting.bytes import predicted_bytes
from symstride.network.rewriting.on_grid import names_of
from symstride.network.rewriting.unstride import unstride
from symstride.replaying import replay

GIGABYTES = {"bvlc_alexnet": 0.8, "densenet121": 9.1, "inception_v1": 4.4, "inception_v2": 4.6, "resnet50": 8.4,
             "shufflenet": 0.4, "squeezenet": 0.1, "vgg19": 263.2, "zfnet512": 2.3}  # fmt: skip
"""Weights on the grid, in single precision."""

MASKS = {"bvlc_alexnet": 1, "inception_v1": 34, "squeezenet": 5}
"""How many masks the sizes of each network ask for; none where it is not listed."""

EXACT = 2**24
"""Whole numbers below this are exact in single precision, and so are their sums."""


@pytest.fixture(autouse=True)
def _needed(need: Callable[[str], str]) -> None:
    need("onnx")
    need("onnxruntime")


# ------------------------------------------------------------------------------------------------ random networks


def single(network: Network) -> Network:
    """The network in single precision with weights of 1 and -1, which stays exact for a few layers."""
    weights = {name: np.sign(array).astype(np.float32) for name, array in network.weights.items()}
    return Network(network.nodes, network.outputs, weights, network.name, "float32")


def run_exactly(network: Network, x: NDArray[np.float32]) -> bool:
    """Whether the numbers stay exact; if so, the rewritten network gives the same ones in ONNX Runtime."""
    before = evaluate(network, x, every=True)
    if any(np.abs(value[np.isfinite(value)]).max(initial=0) >= EXACT / 64 for value in before.values()):
        return False
    flat = unstride(network, scope="network")
    after = zoo.run(to_model(flat), x, list(flat.outputs))
    for name, value in zip(flat.outputs, after, strict=True):
        assert (value == before[name]).all(), (name, network.nodes)
    return True


def check_random_networks(cases: range) -> tuple[int, int]:
    """How many networks were exact, and how many edges had to be kept from infinite ghosts."""
    exact = infinite = 0
    for number in cases:
        rng = random.Random(f"runtime {number}")
        network = single(random_network(rng, rng.randint(2, 4), rng.choice([1, 2]), averages=False))
        if run_exactly(network, fed(network, rng, "float32")):
            exact += 1
            infinite += sum(edge.infinite for edge in plan(network).edges)
    return exact, infinite


def test_random_networks_in_the_runtime() -> None:
    exact, infinite = check_random_networks(range(40))
    assert exact > 20
    assert infinite > 0


@pytest.mark.full
@pytest.mark.timeout(600)
def test_many_random_networks_in_the_runtime() -> None:
    assert check_random_networks(range(40, 400))[0] > 180


@pytest.mark.parametrize("included", [True, False])
def test_averages_are_rounded_once(included: bool) -> None:
    """Sums of whole numbers are exact, and a quotient is rounded in the same way wherever it is taken."""
    rng, build = np.random.default_rng(4), Builder()
    x = build.input("x", (2, 11, 10))
    w = rng.choice([-1.0, 1.0], (2, 2, 3, 3)).astype(np.float32)
    y = build.add(Conv(2, 2, (3, 3), 1, 1, bias=False), x, weight=w)
    steps = {"kernel": (3, 3), "stride": (2, 2), "padding": ((1, 0), (1, 1)), "dilation": (1, 1)}
    pool = op.AveragePool(**steps, ceil_mode=True, count_include_pad=included)  # type: ignore[arg-type]
    build.add(pool, y, name="mean")
    build.add(op.MaxPool((2, 2), (2, 2), ((0, 0),) * 2, (1, 1)), "mean", name="most")  # so that the mean has phases
    network = build.network("mean", "most")
    numbers = rng.integers(-9, 10, (2, 2, 11, 10)).astype(np.float32)
    flat = unstride(network, scope="network")
    assert flat.node("mean/phases").operator.cell == (2, 2)  # type: ignore[union-attr]
    after, before = zoo.run(to_model(flat), numbers), evaluate(network, numbers)
    assert all((value == before[name]).all() for name, value in zip(flat.outputs, after, strict=True))


def test_a_division_in_phases_is_the_same_in_its_ghosts() -> None:
    build = Builder(dtype="float32")
    x = build.input("x", (8, 2, 3))
    divide = op.Divide(((1, 2, 4), (4, 2, 8, 2, 1)), (2, 2))  # 3 of 4 and 5 of 6 places have a count
    network = build.network(build.add(divide, x, name="y"))
    numbers = np.random.default_rng(1).integers(-99, 99, (2, 8, 2, 3)).astype(np.float32)
    (after,) = zoo.run(to_model(network), numbers)
    assert (after == evaluate(network, numbers)["y"]).all()
    assert (after[:, 7, 1, 2] == numbers[:, 7, 1, 2]).all()  # place (3, 5): no count on either axis
    assert (after[:, 5, 0, 2] == numbers[:, 5, 0, 2]).all()  # channel 1, place (0, 5): a count of 1, and none
    assert (after[:, 6, 1, 0] == numbers[:, 6, 1, 0] / 4).all()  # channel 1, place (3, 0): none, and a count of 4


def test_every_kind_of_node_is_written() -> None:
    """What the random networks have not: maps across channels, gathers, circular layers, PRelu."""
    rng, build = np.random.default_rng(5), Builder()
    x = build.input("x", (4, 8, 12))
    y = build.add(op.Pixelwise("softmax"), x)
    y = build.add(op.ChannelGather((3, 1, 1, 0)), y)
    y = build.add(op.PRelu(), y, slope=np.full(4, 0.5, np.float32))
    around = Conv(4, 4, (3, 3), 2, 1, groups=2, bias=False, padding_mode="circular")
    y = build.add(around, y, weight=rng.choice([-1.0, 1.0], (4, 2, 3, 3)).astype(np.float32), name="around")
    up = ConvTranspose(4, 2, (3, 3), (2, 1), 1, output_padding=(1, 0))
    arrays = {"weight": rng.choice([-1.0, 1.0], (4, 2, 3, 3)).astype(np.float32), "bias": np.ones(2, np.float32)}
    network = build.network("around", build.add(up, y, name="up", **arrays))
    flat = unstride(network, scope="network")
    numbers = rng.integers(-3, 4, (2, 4, 8, 12)).astype(np.float32)
    after = dict(zip(flat.outputs, zoo.run(to_model(flat), numbers, list(flat.outputs)), strict=True))
    before = evaluate(network, numbers)
    # Softmax gives numbers below 1 in some eight operations; around sums up 18 of them, up 36 of such sums and a bias.
    # Both sides are off by no more than this, and what around is off by goes on through up.
    around_off, up_off = (gamma(n, unit_roundoff(np.float32)) for n in (8 + 18, 37))
    assert np.abs(after["around"] - before["around"]).max() <= 2 * 18 * around_off
    assert np.abs(after["up"] - before["up"]).max() <= 2 * (36 * 18 * around_off + (36 * 18 + 1) * up_off)


# ------------------------------------------------------------------------------------------------ real architectures


@pytest.mark.parametrize("name", zoo.NAMES)
def test_real_networks_on_the_grid(name: str) -> None:
    network = from_onnx(zoo.path(name)).without_weights()
    flat, made = unstride(network, scope="network", max_bytes=0), plan(network)
    assert not flat.strided
    assert not flat.weights
    most = max(max(grid.phases) for grid in made.grids.values() if grid.phases)
    assert most == (16 if name == "squeezenet" else 32)
    assert [type(node.operator) for node in flat.nodes].count(op.SpaceToDepth) == 1
    assert round(sum(predicted_bytes(flat).values()) / 1e9, 1) == GIGABYTES[name]
    assert len(made.masks) == MASKS.get(name, 0)
    assert masks_needed(network, flat).exact


def test_too_large_networks_are_refused_with_the_figure() -> None:
    network = from_onnx(zoo.path("vgg19"))
    with pytest.raises(NotSupported, match="154,619,084,800"):
        unstride(network, scope="network")


def check_each_layer(name: str, seed: int, damage: Callable[[Network], Network] = lambda flat: flat) -> None:
    original = zoo.randomised(name, seed)
    network = from_onnx(original)
    flat, made = damage(unstride(network, scope="network")), plan(network)
    shape = [n.dim_value for n in original.graph.input[0].type.tensor_type.shape.dim]
    x = np.random.default_rng(seed).standard_normal(shape).astype(np.float32)
    values = grid_values(flat, names_of(network, made), x)
    kept = {node.name for node in flat.nodes}
    for node in network.nodes:
        if node.name in made.rewritten:
            check_layer(network, node, made, values)
        else:
            assert node.name in kept
    (after,) = zoo.run(to_model(flat), x)
    assert after.std() > 0


def grid_values(flat: Network, names: dict[str, str], x: NDArray[np.float32]) -> dict[str, NDArray[np.float32]]:
    """What ONNX Runtime computes for each value of the original network, in phases."""
    from onnx import helper

    model = to_model(flat)
    there = {value.name for value in model.graph.output} | {value.name for value in model.graph.input}
    wanted = [name for name in names.values() if name not in there]
    model.graph.output.extend(helper.make_tensor_value_info(name, 1, None) for name in wanted)
    asked = [name for name in names.values() if name not in {value.name for value in model.graph.input}]
    found = dict(zip(asked, zoo.run(model, x, asked), strict=True))
    return {value: found.get(name, x) for value, name in names.items()}


def check_layer(network: Network, node: Node, made: Plan, values: dict[str, NDArray[np.float32]]) -> None:
    """The original layer, alone in ONNX Runtime, on what the grid has for its inputs."""
    inputs = [_whole(network, name, made, values) for name in node.inputs]
    after, before = _whole(network, node.name, made, values), alone(network, node, inputs)
    assert np.isfinite(after).all()
    assert after.std() > 0
    if isinstance(node.operator, Conv | op.AveragePool):
        bound = error_bound(network, node, inputs)
        apart = np.abs(after.astype(np.float64) - before)
        assert (apart <= bound).all(), f"{node.name}: {apart.max()} apart, bound {bound.max()}"
    else:
        assert (after == before).all(), f"{node.name}: {np.abs(after - before).max()} apart"


def _whole(network: Network, name: str, made: Plan, values: dict[str, NDArray[np.float32]]) -> NDArray[np.float32]:
    sizes = made.grids[name].size
    found = places(values[name], made, name)[(..., *(slice(n) for n in sizes))]
    return np.ascontiguousarray(found, dtype=np.float32)


def alone(network: Network, node: Node, inputs: list[NDArray[Any]], absolute: bool = False) -> NDArray[Any]:
    """The value of one node; ``absolute``: of its absolute weights, and hence the sums of absolute products."""
    change = np.abs if absolute else np.asarray
    build, names = Builder("alone"), [f"{name}@{n}" for n, name in enumerate(node.inputs)]
    for name, array in zip(names, inputs, strict=True):
        build.input(name, array.shape[1:])
    build.weights.update({name: change(network.weights[name]) for name in node.parameters})
    build.append(Node(node.name, node.operator, tuple(names), node.parameters))
    feeds = {name: change(array) for name, array in zip(names, inputs, strict=True)}
    result: NDArray[Any] = zoo.session(to_model(build.network(node.name))).run(None, feeds)[0]
    return result


def error_bound(network: Network, node: Node, inputs: list[NDArray[Any]]) -> NDArray[np.float64]:
    """2*gamma_n times the sum of absolute products, which float32 itself gives up to a factor 1 - gamma_n.

    The structural zeros of the expanded layer add nothing, not even an error.
    """
    if isinstance(node.operator, Conv):
        terms = int(np.prod([int(n) for n in node.operator.weight_shape[1:]])) + int(node.operator.bias)
    else:
        terms = int(np.prod(node.operator.kernel)) + 1  # type: ignore[union-attr]
    relative = gamma(terms, unit_roundoff(np.float32))
    total = alone(network, node, inputs, absolute=True).astype(np.float64)
    return 2 * relative * total / (1 - relative) + terms * 2.0**-149


def test_a_small_network_layer_by_layer() -> None:
    check_each_layer("squeezenet", 7)


@pytest.mark.sampled(2, 2)
@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.parametrize("name", ["shufflenet", "bvlc_alexnet"])
def test_what_fits_layer_by_layer(name: str) -> None:
    check_each_layer(name, 11)


def test_a_wrong_weight_is_noticed() -> None:
    def rolled(flat: Network) -> Network:
        name = next(name for name in flat.weights if name.endswith("/weight"))
        return flat.with_weights({**flat.weights, name: np.roll(flat.weights[name], 1, axis=1)})

    with pytest.raises(AssertionError, match="apart"):
        check_each_layer("squeezenet", 7, rolled)


# ------------------------------------------------------------------------------------------------ proofs and memory

ONE_SIZE = {
    "inception_v2": "7 places by 1, to 1 by 1",
    "resnet50": "7 places by 1, to 1 by 1",
    "shufflenet": "7 places by 1, to 1 by 1",
    "vgg19": "Reshape, which is for the size it has",
}
"""Architectures whose sizes are whole in phases throughout, but whose last layers are for a map of 7 x 7 places."""


@pytest.mark.sampled(3, 3)
@pytest.mark.parametrize("name", GIGABYTES)
def test_all_nine_are_proved_on_the_grid_without_weights(name: str) -> None:
    """The certificate replays, speaks of every layer that reads windows, and names each mask of the plan."""
    network = from_onnx(zoo.path(name)).without_weights()
    subject, steps = subject_of(network, "network"), plan(network)
    replay(prove_network(network, "network").certificate, network)
    assert {node for group in subject.groups for node in group.nodes} == {edge.consumer for edge in steps.edges}
    masked = {node for group in subject.groups for node in group.nodes if "masked" in group.request.reasons}
    assert masked == {edge.consumer for edge in steps.edges if edge.masked}
    assert len(steps.masks) == MASKS.get(name, 0)


@pytest.mark.parametrize("name", GIGABYTES)
def test_those_with_whole_cells_are_proved_for_all_sizes(name: str) -> None:
    network = from_onnx(zoo.path(name)).without_weights()
    if name == "densenet121":  # whose last pool takes the whole map
        replay(prove_network(network, "network", any_size=True).certificate, network)
        return
    with pytest.raises(NotSupported) as refusal:
        prove_network(network, "network", any_size=True)
    asked, expected, got, hint = refusal.value.args[:4]
    assert asked.startswith("prove(network, any_size=True), node ")
    assert ONE_SIZE.get(name, " places by ") in got
    assert expected
    assert hint


def test_memory_stays_below_three_times_the_model(tmp_path: Path) -> None:
    """From the file that is read to the file that is written, what Python and NumPy hold at once."""
    network = from_onnx(zoo.path("resnet50"))
    size = sum(array.nbytes for array in network.weights.values())
    del network
    tracemalloc.start()
    try:
        flat = unstride(from_onnx(zoo.path("resnet50")))
        to_onnx(flat, tmp_path / "flat.onnx")
        _, peak = tracemalloc.get_traced_memory()
    finally:
        tracemalloc.stop()
    assert size > 100_000_000
    assert peak < 3 * size, f"{peak / size:.2f} times the model"
