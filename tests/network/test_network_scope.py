"""A whole network on its grid: the same values, exactly, from unit-stride layers on phases."""

from __future__ import annotations

import random
import subprocess
import sys
from collections.abc import Callable
from fractions import Fraction

import numpy as np
import pytest
from numpy.typing import NDArray
from scope_networks import random_network, whole_numbers
from scope_tools import fed, first_difference
from toolbox import ROOT

from symstride.errors import NotSupported
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network, is_strided
from symstride.network.grid import grid, plan
from symstride.network.grid.plan import plan as plan_of
from symstride.network.operators import records as op
from symstride.network.operators.windows import pool_output
from symstride.network.rewriting import on_grid
from symstride.network.rewriting.bytes import predicted_bytes
from symstride.network.rewriting.unstride import unstride


def drawn_network(seed: str) -> tuple[Network, random.Random]:
    rng = random.Random(seed)
    axes = rng.choice([1, 2])
    return random_network(rng, rng.randint(2, 6), axes, averages=rng.random() < 0.3), rng


def check_form(network: Network, flat: Network) -> None:
    """Unit strides only, phases taken once per entry and put back once per exit, and all else as it was."""
    made = plan_of(network)
    assert not flat.strided
    kinds = [type(node.operator) for node in flat.nodes]
    assert kinds.count(op.SpaceToDepth) == len(made.entries)
    assert kinds.count(op.DepthToSpace) == len(made.exits)
    assert kinds.count(op.Mask) == len(made.masks)
    kept = {node.name: node for node in flat.nodes}
    for node in network.nodes:
        if node.name not in made.rewritten:
            assert kept[node.name] is node
        if node.name in kept:
            assert flat.shapes[node.name] == network.shapes[node.name]
    assert flat.outputs == network.outputs


def run_cases(seed: int, cases: int) -> dict[str, int]:
    """How often each decision about ghosts was met in ``cases`` networks, all of them exact."""
    met = dict.fromkeys(("whole", "unread", "gaps", "clean", "masked"), 0)
    for number in range(cases):
        network, rng = drawn_network(f"{seed} {number}")
        flat = unstride(network, scope="network")
        check_form(network, flat)
        wrong = first_difference(network, flat, fed(network, rng))
        assert wrong is None, f"seed {seed}, case {number}, value {wrong}: {network.nodes}"
        for edge in plan_of(network).edges:
            for axis in edge.axes:
                met[axis.decision] += 1
    return met


@pytest.mark.parametrize("count", [50, pytest.param(150, marks=pytest.mark.full)])
def test_random_networks_exactly(count: int, rng: random.Random) -> None:
    assert min(run_cases(rng.randrange(10**6), count).values()) > 0


@pytest.mark.sampled(2, 2)
@pytest.mark.full
@pytest.mark.timeout(900)
@pytest.mark.parametrize("part", range(4))
def test_two_thousand_random_networks_exactly(rng: random.Random, part: int) -> None:
    assert min(run_cases(rng.randrange(10**6) * 4 + part, 500).values()) > 10


def test_the_form_without_weights_is_the_same_and_has_none() -> None:
    for number in range(20):
        network, _ = drawn_network(f"bare {number}")
        bare = unstride(network.without_weights(), scope="network", max_bytes=0)
        assert bare.nodes == unstride(network, scope="network").nodes
        assert not bare.weights


def test_a_network_without_strides_stays_what_it_is() -> None:
    build = Builder()
    x = build.input("x", (2, 9, 9))
    y = build.add(op.Pointwise("relu"), build.add(Conv(2, 3, (3, 3), padding=1), x))
    network = build.network(build.add(op.MaxPool((2, 2), (1, 1), ((0, 0),) * 2, (1, 1)), y))
    flat = unstride(network, scope="network")
    assert all(a is b for a, b in zip(network.nodes, flat.nodes, strict=True))


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_what_is_rewritten_already_stays_what_it_is(scope: str) -> None:
    for number in range(20):
        network, _ = drawn_network(f"again {number}")
        flat = unstride(network, scope=scope)
        again = unstride(flat, scope="network")
        assert all(a is b for a, b in zip(flat.nodes, again.nodes, strict=True))


def test_a_plan_needs_no_numpy() -> None:
    code = "import sys, symstride.network.grid.plan; assert 'numpy' not in sys.modules"
    subprocess.run([sys.executable, "-c", code], check=True, timeout=60, cwd=ROOT)


# ------------------------------------------------------------------------------------------------ grids


def test_scales_meet_at_their_least_common_multiple() -> None:
    build = Builder()
    x = build.input("x", (2, 24))
    build.add(Conv(2, 2, (2,), 2), x, name="by2")
    build.add(Conv(2, 2, (3,), 3), x, name="by3")
    build.add(ConvTranspose(2, 2, (4,), 4), "by2", name="finer")
    made = plan_of(build.network("by2", "by3", "finer"))
    # J = 1, 2, 3, 1/2: the least common multiple is 6
    assert {name: where.phases for name, where in made.grids.items()} == {
        "x": (6,), "by2": (3,), "by3": (2,), "finer": (12,),
    }  # fmt: skip
    assert grid._common((Fraction(1, 2), Fraction(2, 3))) == 2


def test_two_inputs_meet_on_one_grid() -> None:
    rng, build = random.Random(9), Builder()
    fine, half = build.input("fine", (2, 13)), build.input("half", (2, 7))
    y = build.add(Conv(2, 2, (3,), 2, 1, bias=False), fine, name="y", weight=whole_numbers(rng, (2, 2, 3)))
    build.add(op.Add(), y, half, name="sum")
    build.add(Conv(2, 2, (3,), 3, 1, bias=False), "sum", name="z", weight=whole_numbers(rng, (2, 2, 3)))
    network = build.network("z", "half")
    made = plan_of(network)
    assert {name: where.phases for name, where in made.grids.items()} == {
        "fine": (6,), "half": (3,), "y": (3,), "sum": (3,), "z": (1,),
    }  # fmt: skip
    assert made.entries == ("fine", "half")
    feeds = {"fine": whole_numbers(rng, (2, 2, 13)), "half": whole_numbers(rng, (2, 2, 7))}
    before, after = evaluate(network, feeds), evaluate(unstride(network, scope="network"), feeds)
    assert all((before[name] == after[name]).all() for name in ("z", "half"))


def test_axes_have_grids_of_their_own() -> None:
    build = Builder()
    build.add(Conv(2, 2, (3, 3), (2, 1), 1), build.input("x", (2, 9, 9)), name="y")
    made = plan_of(build.network("y"))
    assert (made.grids["x"].phases, made.grids["x"].cells) == ((2, 1), (5, 9))
    assert made.grids["y"].phases == (1, 1)
    assert (made.entries, made.exits, made.rewritten) == (("x",), (), ("y",))


def test_a_contradiction_is_refused_by_the_name_of_the_node() -> None:
    build = Builder()
    x = build.input("x", (2, 1))
    strided = build.add(Conv(2, 2, (1,), 2), x, name="strided")
    build.add(op.Add(), x, strided, name="meeting")
    with pytest.raises(NotSupported, match="'meeting'"):
        unstride(build.network("meeting"), scope="network")


def test_global_pools_and_tails_start_anew() -> None:
    build = Builder()
    x = build.input("x", (2, 12, 12))
    y = build.add(Conv(2, 4, (3, 3), 2, 1), x, name="y")
    build.add(op.Pointwise("relu"), y, name="z")
    build.add(op.GlobalPool("average"), y, name="mean")
    build.add(Conv(4, 4, (1, 1)), "mean", name="gate")
    build.add(op.Reshape((4,)), "gate", name="flat")
    build.add(Conv(4, 4, (3, 3), 2, 1), "z", name="last")
    made = plan_of(build.network("flat", "last"))
    assert (made.entries, made.exits) == (("x",), ("y",))
    assert made.rewritten == ("y", "z", "last")
    assert len({made.grids[name].component for name in ("x", "mean", "flat")}) == 3


# ------------------------------------------------------------------------------------------------ one kind at a time


Layers = list[tuple[op.Operator, dict[str, NDArray[np.float64]]]]


def check_kind(operators: Layers, shape: op.Shape, whole: bool = True) -> Network:
    """The operators on a map in phases, and behind them a strided layer: a Conv where the numbers are ``whole``.

    Other numbers go to a maximum, which does not round.
    """
    rng, build = random.Random(11), Builder(dtype="float64")
    x = build.input("x", shape)
    for operator, arrays in operators:
        x = build.add(operator, x, **arrays)
    channels, axes = build.shapes[x][0], len(shape) - 1
    if whole:
        last = Conv(channels, 2, (3,) * axes, 2, 1)
        w, b = whole_numbers(rng, (2, channels, *(3,) * axes)), whole_numbers(rng, (2,))
        build.add(last, x, name="y", weight=w.astype(float), bias=b.astype(float))
    else:
        build.add(op.MaxPool((3,) * axes, (2,) * axes, ((1, 1),) * axes, (1,) * axes), x, name="y")
    network = build.network("y")
    flat = unstride(network, scope="network")
    check_form(network, flat)
    x0 = whole_numbers(rng, (2, *shape)).astype(float)
    before, after = evaluate(network, x0)["y"], evaluate(flat, x0)["y"]
    assert before.std() > 0
    assert (before == after).all()
    return flat


def arrays_of(*roles: str, channels: int = 3) -> dict[str, NDArray[np.float64]]:
    rng = random.Random(5)
    return {role: np.abs(whole_numbers(rng, (channels,))).astype(float) for role in roles}


def test_numbers_per_channel_are_repeated() -> None:
    flat = check_kind([(op.PRelu(), arrays_of("slope"))], (3, 9))
    (name,) = [name for name in flat.weights if "slope" in name]
    assert (flat.weights[name] == np.repeat(arrays_of("slope")["slope"], 2)).all()
    check_kind([(op.BatchNorm(), arrays_of("scale", "bias", "mean", "variance"))], (3, 9, 8), whole=False)


@pytest.mark.parametrize("name", ["lrn", "softmax", "log_softmax"])
def test_maps_across_channels(name: str) -> None:
    attributes = (("size", 3),) if name == "lrn" else ()
    flat = check_kind([(op.Pixelwise(name, attributes), {})], (3, 7, 9), whole=False)
    kinds = [type(node.operator).__name__ for node in flat.nodes if node.name.startswith("pixelwise1")]
    assert kinds[:3] == ["Reshape", "Pixelwise", "Reshape"]


def test_channels_are_moved_in_blocks() -> None:
    flat = check_kind([(op.ChannelGather((2, 0, 0)), {}), (op.Channels(1, 3), {})], (3, 9))
    assert flat.node("channelgather1/phases").operator == op.ChannelGather((4, 5, 0, 1, 0, 1))
    assert flat.node("channels1/phases").operator == op.Channels(2, 6)


def test_a_division_keeps_its_counts() -> None:
    check_kind([(op.Divide(((1, 2, 4, 2, 1),)), {})], (3, 5))


@pytest.mark.parametrize("fill", [0.0, 2.0, "lowest"])
@pytest.mark.parametrize("amounts", [(1, 2), (-1, 2), (3, -2), (0, 0), (4, 5), (12, -10)])
def test_pads(amounts: tuple[int, int], fill: op.Fill) -> None:
    behind: op.Operator = op.MaxPool((2,), (2,), ((0, 0),), (1,)) if fill == "lowest" else op.Pointwise("abs")
    if fill == "lowest":
        behind, amounts = op.MaxPool((13,), (1,), ((0, 0),), (1,)), (6, 6)  # so that each window meets the map
    check_kind([(op.Pad((amounts,), fill), {}), (behind, {})], (3, 9))


def test_circular_layers_wrap_whole_cells_and_refuse_ghosts() -> None:
    w = whole_numbers(random.Random(3), (3, 3, 3)).astype(float)
    circular = Conv(3, 3, (3,), 2, 1, padding_mode="circular", bias=False)
    flat = check_kind([(circular, {"weight": w})], (3, 12))
    assert sum(isinstance(node.operator, op.Wrap) for node in flat.nodes) == 1
    with pytest.raises(NotSupported, match="circular node 'conv1'"):
        check_kind([(circular, {"weight": w})], (3, 10))


def test_transposed_layers_are_unit_stride_layers() -> None:
    rng = random.Random(4)
    up = ConvTranspose(3, 4, (3,), 2, ((1, 0),), output_padding=1, groups=1)
    flat = check_kind([(up, {"weight": whole_numbers(rng, (3, 4, 3)).astype(float), "bias": np.arange(4.0)})], (3, 7))
    unit = flat.node("convtranspose1/phases").operator
    assert isinstance(unit, Conv)
    assert (unit.in_channels, unit.out_channels) == (3, 8)  # J = 1 and 1/2, then 1 again: phases 1, 2, 1


def test_max_pools_gather_and_compare() -> None:
    flat = check_kind([(op.MaxPool((3,), (2,), ((1, 1),), (1,)), {})], (3, 16))
    kinds = [type(node.operator).__name__ for node in flat.nodes if node.name.startswith("maxpool1")]
    # the last of four phases reads the first of the next cell; the first reads the last of the cell before
    assert kinds == ["Pad", "Pad", "Pad", "Concat", *["ChannelGather"] * 3, "Maximum"]


# ------------------------------------------------------------------------------------------------ names and sizes


def test_names_that_are_taken_are_left_alone() -> None:
    rng, build = random.Random(8), Builder()
    x = build.input("x", (2, 9))
    y = build.add(Conv(2, 2, (3,), 1, 1, bias=False), x, name="x/phases", weight=whole_numbers(rng, (2, 2, 3)))
    y = build.add(op.Pointwise("negative"), y, name="x/pad")
    build.add(Conv(2, 2, (3,), 2, bias=False), y, name="y", weight=whole_numbers(rng, (2, 2, 3)))
    network = build.network("y", "x/phases")
    flat = unstride(network, scope="network")
    names = {"x", "x/pad-2", "x/phases-2", "x/phases", "x/phases/phases", "x/pad/phases", "y"}
    assert names <= set(flat.shapes)
    assert "x/pad" not in flat.shapes  # nobody asks for it whole
    assert flat.shapes["x/phases"] == (2, 9)
    assert first_difference(network, flat, fed(network, rng)) is None


def test_too_many_bytes_are_refused_before_anything_is_allocated() -> None:
    huge = Conv(4096, 4096, (31, 31), 16, bias=False)
    build = Builder()
    w = np.broadcast_to(np.float32(1), huge.weight_shape)  # 64 GB that take no memory
    network = build.network(build.add(huge, build.input("x", (4096, 64, 64)), name="stem", weight=w))
    with pytest.raises(NotSupported, match="stem: "):
        unstride(network, scope="network")


def test_the_limit_is_the_figure() -> None:
    network, _ = drawn_network("limit")
    total = sum(predicted_bytes(unstride(network.without_weights(), scope="network")).values())
    flat = unstride(network, scope="network", max_bytes=total)
    assert sum(array.nbytes for array in flat.weights.values()) == total
    with pytest.raises(NotSupported, match=f"{total:,} bytes"):
        unstride(network, scope="network", max_bytes=total - 1)


# ------------------------------------------------------------------------------------------------ a comparison says no


SABOTAGED: list[tuple[object, str, Callable[..., object]]] = [
    (on_grid, "counts", lambda pool, size: tuple((1,) * m for m in pool_output(pool, size))),
    (plan.known, "wrong_axes", lambda boxes, windows, grid, outputs: (False,) * len(windows)),
    (plan.known, "needed_fill", lambda node: 0.0),
    (on_grid, "_padded", lambda made, node, suffix, amounts, fill, x: made.add(node, suffix, op.Pad(amounts), x)),
]


@pytest.mark.parametrize(("module", "name", "wrong"), SABOTAGED, ids=["counts", "masks", "fill", "pad"])
def test_the_comparison_says_no(
    module: object, name: str, wrong: Callable[..., object], monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr(module, name, wrong)
    for number in range(100):
        network, rng = drawn_network(f"sabotage {number}")
        if first_difference(network, unstride(network, scope="network"), fed(network, rng)) is not None:
            return
    pytest.fail(f"a wrong {name} was not noticed")


def test_what_is_strided_is_seen() -> None:
    network, _ = drawn_network("strided")
    assert any(is_strided(node.operator) for node in network.nodes)
    with pytest.raises(AssertionError):
        check_form(network, network)
