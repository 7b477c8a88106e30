"""Where two networks meet and part: cuts through phases, segments on their own, and the part that differs."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from equal_cases import KINDS, changed_nodes, is_named, lowered, mutants, small_network, unknowns, with_change

import symstride as ss
from symstride.equality.cuts import Relation
from symstride.equality.deciding import equal
from symstride.errors import NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.operators.shapes import parameters
from symstride.network.rewriting.unstride import unstride


def stack(rng: random.Random, size: int = 13) -> Network:
    """Three layers with strides 2, 1, 2 and a pool, on a size that leaves ghosts on the grid."""
    build = Builder("stack", dtype="float64")
    x = build.input("x", (2, size, size))
    for number, stride in enumerate((2, 1, 2), start=1):
        layer = Conv(2, 2, (3, 3), stride, 1)
        arrays = {"weight": unknowns(rng, (2, 2, 3, 3)), "bias": unknowns(rng, (2,))}
        x = build.add(layer, x, name=f"conv{number}", **arrays)
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number}")
        if number == 1:
            x = build.add(op.MaxPool((2, 2), (2, 2), ((0, 0), (0, 0)), (1, 1)), x, name="pool")
    return build.network(x)


@pytest.mark.parametrize(
    ("scope", "expected"),
    [
        ("layer", ["conv1", "relu1", "pool", "conv2", "relu2", "conv3", "relu3"]),
        ("network", ["pool", "relu2", "conv3", "relu3"]),
    ],
)
def test_cuts_are_found_through_phases_order_and_ghosts(scope: str, expected: list[str], rng: random.Random) -> None:
    network = stack(rng)
    verdict = equal(network, unstride(network, scope), seed=1)
    assert [cut.left for cut in verdict.cuts] == expected
    if scope == "network":
        relation = verdict.cuts[0].relation
        assert (relation.cell, relation.order, relation.size) == ((2, 2), "channel_major", (3, 3))
    else:
        assert {cut.relation for cut in verdict.cuts} == {Relation()}


@pytest.mark.parametrize("scope", ["layer", "network"])
def test_segments_are_equal_on_their_own(scope: str, rng: random.Random) -> None:
    """Each segment is two networks on the same inputs, and the reference interpreter has one answer for both."""
    network = stack(rng)
    verdict = equal(network, unstride(network, scope), seed=1)
    assert [part.end[0] for part in verdict.segments] == [cut.left for cut in verdict.cuts]
    numbers = np.random.default_rng(1)
    for part in verdict.segments:
        names = [node.name for node in part.left.inputs]
        assert names == [node.name for node in part.right.inputs]
        feeds = {name: numbers.standard_normal((1, *part.left.shapes[name])) for name in names}
        (a,), (b,) = (evaluate(side, feeds).values() for side in (part.left, part.right))
        np.testing.assert_allclose(a, b, rtol=1e-9, atol=1e-9)
    held = [node.name for part in verdict.segments for node in part.left.nodes if node.inputs]
    assert sorted(held) == sorted(node.name for node in network.nodes if node.inputs)


def test_a_cut_that_hides_what_a_segment_needs_is_given_up(rng: random.Random) -> None:
    """``2y - y`` is ``y`` only while ``2y`` is known to come from ``y``; so the cut at ``2y`` goes."""
    two, minus = (np.full(2, float(n)) for n in (2, -1))

    def start(name: str) -> tuple[Builder, str, str]:
        build = Builder(name, dtype="float64")
        y = build.add(op.Pointwise("tanh"), build.input("x", (2, 5)), name="y")
        return build, y, build.add(op.Affine(shift=False), y, name="twice", scale=two)

    build, y, twice = start("left")
    turned = build.add(op.Affine(shift=False), y, name="turned", scale=minus)
    left = build.network(build.add(op.Add(), twice, turned, name="sum"), twice)
    build, y, twice = start("right")
    right = build.network(build.add(op.Pointwise("identity"), y, name="end"), twice)
    verdict = equal(left, right, seed=1)
    assert verdict.status == "equal"
    assert "twice" in {cut.left for cut in verdict.cuts}
    for part in verdict.segments:
        assert equal(part.left, part.right, seed=2).status == "equal"


@pytest.mark.parametrize("axes", [1, 2])
@pytest.mark.parametrize("order", ["channel_major", "phase_major"])
def test_a_relation_is_undone_and_done(axes: int, order: Any) -> None:
    relation = Relation((2, 3)[:axes], order, (5, 4)[:axes])
    places = (3, 2)[:axes]
    value = np.random.default_rng(1).integers(1, 99, (2, 3, *relation.size))
    phases = relation.done(value, places)
    assert phases.shape == (2, 3 * int(np.prod(relation.cell)), *places)
    assert (relation.undone(phases) == value).all()
    assert relation.has_zero_ghosts(phases)
    assert np.count_nonzero(phases) == value.size
    assert not relation.has_zero_ghosts(phases + 1)


# ------------------------------------------------------------------------------------------------ where they part


def changed(network: Network, kind: str, at: int, rng: random.Random) -> tuple[Network, str]:
    """The network with the ``at``-th place for that kind of change changed, and the label of the node there."""
    every = (with_change(network, number, kind, rng) for number in range(len(network.nodes)))
    other = [made for made in every if made is not None][at]
    (node,) = changed_nodes(network, other)
    return other, node.title


@pytest.mark.parametrize("scope", ["layer", "network"])
@pytest.mark.parametrize("kind", ["kernel flipped", "inputs exchanged", "one bias", "padding moved"])
def test_the_part_that_differs_is_named_and_shown(scope: str, kind: str, rng: random.Random) -> None:
    """The second layer is changed: it is named on both sides, and the part has numbers of its own."""
    network = stack(rng)
    other, title = changed(unstride(network, scope), kind, 1, rng)
    verdict = equal(network, other, seed=1)
    assert title == "conv2"
    assert (verdict.status, verdict.where) == ("different", "conv2")
    parting = verdict.parting
    assert parting is not None
    assert parting.right == "conv2"
    assert parting.part is not None
    assert parting.part.begins == ("pool",)
    assert parting.example is not None
    assert parting.example.replay("numpy") == (parting.example.left, parting.example.right)
    assert set(parting.example.inputs) == {"pool"}
    assert "the right has conv2 in its place; both are computed from pool" in str(verdict)


def test_ghosts_that_are_not_masked_are_seen_in_the_part_behind(rng: random.Random) -> None:
    """The mask behind the pool lets a ghost through: the part reaches back to where nothing but zeros stands."""
    network = stack(rng)
    other, title = changed(unstride(network, "network"), "ghosts unmasked", 0, rng)
    assert title == "pool/mask"
    verdict = equal(network, other, seed=1)
    assert verdict.status == "different"
    assert verdict.where == "conv2"
    part = verdict.parting.part  # type: ignore[union-attr]
    assert part is not None
    assert part.begins == ("x",)
    assert "pool/mask" in {node.name for node in part.right.nodes}
    assert equal(part.left, part.right, seed=2).status == "different"


def test_a_part_is_shown_at_its_smallest_size(rng: random.Random) -> None:
    """A pool rounded down for one rounded up differs from two places on; on one place both have one window."""
    build = {name: Builder(name, dtype="float64") for name in ("left", "right")}
    made = []
    for name, up in (("left", True), ("right", False)):
        y = build[name].add(op.Pointwise("tanh"), build[name].input("x", (2, 30)), name="map")
        y = build[name].add(Conv(2, 2, (3,), 1, 1, bias=False), y, name="layer", weight=np.full((2, 2, 3), 0.5))
        pad = ((1, 1),) if up else ((2, 0),)
        y = build[name].add(op.MaxPool((3,), (1,), pad, (1,)), y, name="pool")
        made.append(build[name].network(build[name].add(op.Pointwise("tanh"), y, name="end")))
    verdict = equal(*made, seed=1)
    assert verdict.where == "pool"
    assert verdict.parting.example.shapes == "2x2"  # type: ignore[union-attr]


def test_a_node_that_does_nothing_is_named(rng: random.Random) -> None:
    """All that the right computes is what the left was given."""
    build = {name: Builder("one", dtype="float64") for name in ("tanh", "identity")}
    rows = [b.network(b.add(op.Pointwise(name), b.input("x", (2, 5)), name="map")) for name, b in build.items()]
    verdict = equal(*rows, seed=1)
    assert verdict.parting is not None
    assert (verdict.status, verdict.parting.left, verdict.parting.right) == ("different", "map", "map")


def test_where_a_difference_shows_that_the_field_has_no_answer_for(rng: random.Random) -> None:
    """A window of padding only, and a sum behind it: numbers show the difference, and the layer in front is named."""
    build = Builder("lowest", dtype="float64")
    x = build.add(op.Affine(), build.input("x", (2, 5)), name="a", scale=unknowns(rng, (2,)), shift=unknowns(rng, (2,)))
    x = build.add(op.MaxPool((2,), (2,), ((2, 0),), (1,)), x, name="pool")
    left = build.network(build.add(op.Affine(), x, name="b", scale=unknowns(rng, (2,)), shift=unknowns(rng, (2,))))
    other = left.with_weights({**left.weights, "a.shift": -left.weights["a.shift"]})
    verdict = equal(left, other, seed=1)
    assert (verdict.status, verdict.where) == ("different", "a")


def test_a_value_that_is_given_in_another_order_is_named(rng: random.Random) -> None:
    """The right computes all that the left does, in phases, and puts the phases back in another order."""
    last = Conv(2, 2, (3, 3), 1, 1, bias=False)
    arrays = {"n.weight": unknowns(rng, (2, 2, 3, 3))}
    build = Builder("after", dtype="float64")
    x = build.input("x", (2, 4, 4))
    left = build.network(build.add(last, x, name="n")).with_weights(arrays)
    y = build.add(op.SpaceToDepth((2, 2), "channel_major"), "n", name="phases")
    right = build.network(build.add(op.DepthToSpace((2, 2), "phase_major"), y, name="back")).with_weights(arrays)
    verdict = equal(left, right, seed=1)
    assert verdict.status == "different"
    assert "the right has the value of n of the left, and gives that of back in its place" in str(verdict)
    part = verdict.parting.part  # type: ignore[union-attr]
    assert part is not None
    assert equal(part.left, part.right, seed=2).status == "different"


def test_a_value_that_counts_for_nothing_is_not_named(rng: random.Random) -> None:
    """The right pads inside its first layer, and has the padded map nowhere; its second layer is changed."""
    arrays = [{"weight": unknowns(rng, (2, 2, 3)), "bias": unknowns(rng, (2,))} for _ in range(2)]

    def made(name: str, second: dict[str, Any], *before: Any) -> Network:
        build = Builder(name, dtype="float64")
        x = build.input("x", (2, 9))
        for operator in before:
            x = build.add(operator, x, name="padded")
        x = build.add(Conv(2, 2, (3,), 2, 0 if before else 1), x, name="first", **arrays[0])
        return build.network(build.add(Conv(2, 2, (3,)), x, name="second", **second))

    wrong = {**arrays[1], "weight": arrays[1]["weight"][..., ::-1].copy()}
    verdict = equal(made("left", arrays[1], op.Pad(((1, 1),))), made("right", wrong), seed=1)
    assert verdict.status == "different"
    assert (verdict.parting.left, verdict.parting.right) == ("second", "second")  # type: ignore[union-attr]
    assert verdict.parting.part.begins == ("first",)  # type: ignore[union-attr]


def test_a_map_that_is_left_out_is_named_where_nothing_can_be_cut() -> None:
    """In its place the right has the value in front of it, which holds minus infinity: the left has that too."""

    def made(name: str) -> Network:
        build = Builder(dtype="float64")
        x = build.input("x", (2, 5))
        x = build.add(op.MaxPool((1,), (1,), ((2, 2),), (1,)), build.add(op.Pointwise("tanh"), x), name="pooled")
        y = build.add(op.Pointwise(name), build.add(op.Pointwise("abs"), x, name="before"), name="mapped")
        return build.network(build.add(op.Multiply(), x, y, name="end"))

    parting = equal(made("sigmoid"), made("identity"), seed=3).parting
    assert parting is not None
    assert (parting.left, parting.right) == ("mapped", "mapped")


def test_cells_are_found_whatever_is_left_over(rng: random.Random) -> None:
    """9 places make two cells of 6, and of 5, 7 and 8 too; and a value of the right that holds two of the left."""
    up, down = ConvTranspose(2, 2, (3,), 2, bias=False), Conv(2, 2, (3,), 3, 1)
    network = chain_of(rng, up, down, op.Pad(((0, 1),)), op.AveragePool((3,), (2,), ((0, 1),), (1,)), size=4)
    made = unstride(network, "network")
    assert made.shapes["n0/phases"][0] == 2 * 6
    cuts = {cut.left: cut.relation for cut in equal(network, made, seed=1).cuts}
    assert (cuts["n0"].cell, cuts["n0"].size) == ((6,), (9,))
    for number, node in enumerate(made.nodes):
        for kind in ("outputs exchanged", "channels rotated"):
            other = with_change(made, number, kind, rng)
            if other is not None:
                verdict = equal(network, other, seed=1)
                assert is_named(verdict, (network, made), other), f"{kind} at {node.title}: {verdict}"


def test_what_is_folded_on_one_side_alone_is_not_named(rng: random.Random) -> None:
    """The right folds the map into its layer, the left into none; a number that the left has not makes both fold."""
    network = chain_of(rng, op.Affine(), ConvTranspose(2, 2, (1,), 2, bias=False), op.Pointwise("tanh"), size=4)
    made = unstride(network)
    (key,) = made.node("n1/unit").parameters
    array = made.weights[key].copy()
    array[1, 0, 0] *= 1.25
    verdict = equal(network, made.with_weights({**made.weights, key: array}), seed=1)
    assert "folded" in verdict.scope
    assert verdict.parting is not None
    assert (verdict.parting.left, verdict.parting.right) == ("n1", "n1")
    assert verdict.parting.example is not None
    assert verdict.parting.example.replay("numpy") == (verdict.parting.example.left, verdict.parting.example.right)


def chain_of(rng: random.Random, *operators: Any, size: int) -> Network:
    build = Builder("chain", dtype="float64")
    x = build.input("x", (2, size))
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"n{number}")
    network = build.network(x)
    return network.with_weights({key: unknowns(rng, shape) for key, shape in network.parameter_shapes().items()})


def everything(rng: random.Random) -> Network:
    """A node of each kind that a change has a place in, once it is lowered."""
    build = Builder("everything", dtype="float64")

    def add(operator: Any, *inputs: str, name: str) -> str:
        shapes = parameters(operator, [build.shapes[given] for given in inputs])
        return build.add(operator, *inputs, name=name, **{k: np.abs(unknowns(rng, s)) for k, s in shapes.items()})

    x = add(Conv(2, 4, (5,), 2, 2), build.input("x", (2, 23)), name="stem")
    x = add(op.MaxPool((3,), (2,), ((1, 0),), (1,), True), add(op.BatchNorm(1e-5), x, name="norm"), name="largest")
    x = add(op.Pointwise("sigmoid"), x, name="map")
    y = add(op.Affine(), add(Conv(4, 4, (2,), 1, 1, 2, groups=2), x, name="dilated"), name="affine")
    z = add(op.Multiply(), x, y, name="product")
    x = add(op.Add(), z, add(op.Maximum(), x, y, name="larger"), name="sum")
    x = add(op.AveragePool((3,), (3,), ((1, 1),), (1,), True, count_include_pad=True), x, name="average")
    x = add(ConvTranspose(4, 2, (3,), 2, 1), x, name="up")
    return build.network(add(Conv(2, 2, (2,), 3, 1), add(op.Pointwise("relu"), x, name="relu"), name="last"))


@pytest.mark.full
def test_changes_of_each_kind_are_seen_and_named_at_the_segment(rng: random.Random) -> None:
    """At the first node where the reference interpreter sees one, of a lowering or of the network itself."""
    network = everything(rng)
    x = {"x": np.random.default_rng(5).integers(-9, 10, (1, *network.shapes["x"])).astype(float)}
    (wanted,) = evaluate(network, x).values()

    def is_real(other: Network) -> bool:
        with np.errstate(all="ignore"):
            (found,) = evaluate(other, x).values()
        return bool(found.shape != wanted.shape or (np.isfinite(found).all() and not np.allclose(found, wanted)))

    waiting = set(KINDS)
    for made in (unstride(network, "network"), unstride(network, "layer"), network):
        for kind, other in mutants(made, rng):
            if kind in waiting and is_real(other):
                verdict = equal(network, other, seed=1)
                assert verdict.status != "equal", f"{kind}: {verdict}"
                assert is_named(verdict, (network, made), other), f"{kind}: {verdict}"
                waiting.remove(kind)
    assert not waiting


def test_another_place_is_not_the_one_that_is_named(rng: random.Random) -> None:
    """The judge of names says no: the third layer is changed, and what was said of the second one is judged."""
    network = stack(rng)
    for scope in ("layer", "network"):
        made = unstride(network, scope)
        second, third = (changed(made, "kernel flipped", at, rng)[0] for at in (1, 2))
        verdict = equal(network, second, seed=1)
        assert is_named(verdict, (network, made), second)
        assert not is_named(verdict, (network, made), third)


def check_parts(rng: random.Random, count: int) -> int:
    """Whatever is changed: the part named holds a difference, and its numbers show it."""
    shown = 0
    for number in range(count):
        network = small_network(rng, 3)
        wrong = mutants(lowered(network, rng), rng)
        for _, other in rng.sample(wrong, min(1, len(wrong))):
            verdict = equal(network, other, seed=number, activation="zero")
            parting = verdict.parting
            if parting is None or parting.part is None:
                continue
            again = equal(parting.part.left, parting.part.right, seed=number, activation="zero")
            assert again.status != "equal", f"{verdict}\n{network.nodes}\n{other.nodes}"
            if parting.example is not None:
                a, b = parting.example.replay("numpy")
                assert (a, b) == pytest.approx((parting.example.left, parting.example.right), nan_ok=True)
                assert a != b
                shown += 1
    return shown


def test_each_part_holds_a_difference(rng: random.Random) -> None:
    assert check_parts(rng, 12) > 2


@pytest.mark.full
def test_each_part_of_many_holds_a_difference(rng: random.Random) -> None:
    assert check_parts(rng, 60) > 12


def test_segments_of_random_lowerings_are_equal(rng: random.Random) -> None:
    """Each of them as a pair of networks of its own, by another seed."""
    found = 0
    for number in range(6):
        network = small_network(rng, 3)
        try:
            made = unstride(network, rng.choice(["layer", "network"]))
            verdict = equal(network, made, seed=number)
        except SymstrideError:
            continue
        for part in verdict.segments:
            again = equal(part.left, part.right, seed=number + 1, activation="zero")
            assert again.status == "equal" or "minus infinity" in str(again), f"{part}\n{again}"
            found += 1
    assert found > 3


# ------------------------------------------------------------------------------------------------ outside


def different(rng: random.Random) -> ss.Equality:
    network = stack(rng, 7)
    other, _ = changed(unstride(network), "inputs exchanged", 0, rng)
    return equal(network, other, seed=1)


@pytest.mark.parametrize("runtime", ["onnxruntime", "torch", "numpy"])
def test_a_counterexample_is_replayed(runtime: str, rng: random.Random, need: Callable[[str], str]) -> None:
    if runtime != "numpy":
        need(runtime)
    verdict = different(rng)
    for example in (verdict.counterexample, verdict.parting.example):  # type: ignore[union-attr]
        assert example is not None
        assert example.replay(runtime) == pytest.approx((example.left, example.right), rel=1e-6)


def test_a_replay_somewhere_else_is_refused(rng: random.Random) -> None:
    example = different(rng).counterexample
    assert example is not None
    with pytest.raises(ss.errors.SpecError, match="onnxruntime, torch, numpy"):
        example.replay("tensorrt")
    with pytest.raises(ss.errors.SpecError, match="networks with their weights"):
        replace(example, networks=None).replay("numpy")


def test_a_counterexample_is_saved_as_files_that_run(
    rng: random.Random, tmp_path: Any, need: Callable[[str], str]
) -> None:
    import subprocess
    import sys

    need("onnxruntime")
    example = different(rng).counterexample
    assert example is not None
    files = example.save(tmp_path / "shown")
    assert sorted(file.name for file in files) == ["input.npz", "left.onnx", "right.onnx", "run.py"]
    assert sorted(files) == sorted((tmp_path / "shown").iterdir())
    ran = subprocess.run([sys.executable, str(files[-1])], capture_output=True, text=True, check=True)
    said = dict(line.split() for line in ran.stdout.splitlines())
    assert [float(said["left"]), float(said["right"])] == pytest.approx([example.left, example.right], rel=1e-6)


def test_a_saved_counterexample_takes_the_place_of_no_model_that_was_read(
    rng: random.Random, tmp_path: Any, need: Callable[[str], str]
) -> None:
    need("onnx")
    network = stack(rng, 7)
    ss.write(network, tmp_path / "left.onnx")
    read = ss.read(tmp_path / "left.onnx")
    before = (tmp_path / "left.onnx").read_bytes()
    other, _ = changed(unstride(read), "inputs exchanged", 0, rng)
    example = equal(read, other, seed=1).counterexample
    assert example is not None
    with pytest.raises((ss.errors.SpecError, NotSupported), match=r"left\.onnx"):
        example.save(tmp_path)
    assert (tmp_path / "left.onnx").read_bytes() == before
    with pytest.raises(ss.errors.SpecError, match="written"):
        example.save(tmp_path / "left.onnx" / "below")


def test_a_value_with_minus_infinity_is_known_again_on_the_other_side() -> None:
    def made(name: str) -> Network:
        build = Builder()
        pooled = build.add(op.MaxPool((1,), (1,), ((2, 2),), (1,)), build.input("x", (2, 5)), name="pooled")
        mapped = build.add(op.Pointwise(name), pooled, name="mapped")
        return build.network(build.add(op.Add(), pooled, mapped))

    verdict = equal(made("relu"), made("abs"), seed=3)
    assert verdict.status == "different"
    assert verdict.parting is not None
    assert (verdict.parting.left, verdict.parting.right) == ("mapped", "mapped")
