"""Answers for all sizes: against brute force, in words, and only where the theorem holds."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Callable
from dataclasses import replace
from typing import Any

import numpy as np
import pytest
from equal_cases import unknowns
from size_cases import by_force, random_case

import symstride as ss
from symstride.equality.deciding import equal
from symstride.equality.folded import folded
from symstride.equality.fronts import fronts_of
from symstride.equality.repeats import Repeats
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.layers.transposed import ConvTranspose
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

Family = Callable[..., Network]


def everywhere(left: Any, right: Any, **how: Any) -> ss.Equality:
    return equal(left, right, sizes="all", seed=1, **how)


def chain(*operators: Any, shape: tuple[int, ...] = (1, 9), seed: int = 3) -> Network:
    """One operator behind the other; weights depend on the seed and the position."""
    build = Builder("chain", dtype="float64")
    x = build.input("x", shape)
    for number, operator in enumerate(operators):
        x = build.add(operator, x, name=f"n{number}")
    network = build.network(x)
    rng = random.Random(seed)
    return network.with_weights({k: np.abs(unknowns(rng, shape)) for k, shape in network.parameter_shapes().items()})


def conv(k: int, s: int = 1, padding: Any = 0, dilation: int = 1) -> Conv:
    pairs = padding if isinstance(padding, str | int) else (padding,)
    return Conv(1, 1, k, s, padding=pairs, dilation=dilation, bias=False, ndim=1)


# ------------------------------------------------------------------------------------------------ by force


def check_by_force(rng: random.Random, count: int, beyond: Callable[[int], int]) -> None:
    seen: Counter[str] = Counter()
    for number in range(count):
        case = random_case(rng)
        found = by_force(case, rng, number, beyond)
        assert not found.wrong, f"{found}\n{case}"
        seen[found.status] += 1
    assert seen["equal"] > count // 8
    assert seen["different"] > count // 8
    assert seen["no cutoff"] <= count // 8


def test_each_size_is_as_it_is_said(rng: random.Random) -> None:
    check_by_force(rng, 9, lambda last: last + 8)


@pytest.mark.full
def test_each_size_is_as_it_is_said_far_beyond_the_cutoff(rng: random.Random) -> None:
    check_by_force(rng, 60, lambda last: 3 * last + 40)


def test_two_axes_have_a_cutoff_each() -> None:
    """A box of sizes; equal where both axes are odd, and where one of them is, nowhere else."""
    left = Conv(1, 1, (3, 2), (2, 1), "same", bias=False)
    right = Conv(1, 1, (3, 2), (2, 1), ((1, 1), (0, 1)), bias=False)
    verdict = everywhere(left, right)
    assert verdict.every is not None
    assert verdict.every.headline == "equal for odd N1 and all N2 only"
    for size in ((3, 4), (4, 3), (101, 7), (64, 200)):
        assert verdict.status_at(*size) == equal(left, right, sizes=[size], seed=2).status
    with pytest.raises(SpecError, match="as many numbers as there are axes"):
        verdict.status_at(3)
    with pytest.raises(SpecError, match="an answer for all sizes"):
        equal(left, right, sizes=[(3, 3)], seed=2).status_at(3, 3)


# ------------------------------------------------------------------------------------------------ in one line


FLAX = "nn.Conv(features=1, kernel_size=(7,), strides=(2,), padding='SAME', use_bias=False)"
TORCH = "nn.Conv1d(1, 1, kernel_size=7, stride=2, padding=3, bias=False)"


def test_same_is_not_half_the_kernel() -> None:
    """A stem ported from Flax to PyTorch: SAME at stride 2 is (2, 3) for even sizes."""
    verdict = everywhere(FLAX, TORCH)
    assert verdict.status == "different"
    assert verdict.line.startswith("equal for odd N only; at N = 2, x[0, 0] = 1, layer.weight[0, 0, 2] = ")
    left, right = (float(n) for n in verdict.line.rsplit(": ", 1)[1].split(" against "))
    assert left != right
    assert 0 in (left, right)


def shuffled(order: Any) -> Family:
    def at(n: int) -> Network:
        build = Builder(order)
        return build.network(build.add(op.SpaceToDepth((2, 2), order), build.input("x", (3, n, n))))

    return at


def test_phases_in_another_order() -> None:
    verdict = everywhere(shuffled("channel_major"), shuffled("phase_major"))
    assert verdict.line.startswith("different at all sizes N at which both exist; at N = 2, x[0, 0, 1] = 1: ")
    assert "both exist for even N" in verdict.reasons


def back(s: int, more: Callable[[int], int]) -> Family:
    """A layer and a transposed one that is to give its input's size back."""

    def at(n: int) -> Network:
        up = ConvTranspose(1, 1, 2 * s, s, (s + 1) // 2, output_padding=more(n), bias=False, ndim=1)
        return chain(conv(2 * s, s, ((s + 1) // 2,) * 2), up, shape=(1, n))

    return at


@pytest.mark.parametrize(
    ("s", "rule", "answer"),
    [
        (4, lambda n: int(n % 4 > 0), "equal for N mod 4 = 0 or 1 only"),
        (5, lambda n: (n + 1) % 5, "equal at all sizes N"),
        (3, lambda n: n % 2, None),
    ],
)
def test_which_output_padding_gives_the_size_back(s: int, rule: Callable[[int], int], answer: str | None) -> None:
    verdict = everywhere(back(s, rule), back(s, lambda n: (n + s % 2) % s))
    if answer is not None:
        assert verdict.line.removesuffix(" at which both exist").startswith(answer)
    for n in (*range(1, 30), 100, 101, 102):
        wanted = "equal" if rule(n) == (n + s % 2) % s else "different"
        assert verdict.status_at(n) in (wanted, None)
    assert verdict.status_at(101) is not None


def test_padding_of_a_transposed_layer_is_a_crop() -> None:
    whole, cropped = ConvTranspose(1, 1, 4, 2, bias=False, ndim=1), ConvTranspose(1, 1, 4, 2, 1, bias=False, ndim=1)
    left = chain(cropped)
    right = chain(whole, op.Pad(((-1, -1),)))
    assert everywhere(left, right).line == "equal at all sizes N"
    wrong = chain(op.Pad(((1, 1),)), whole)
    assert everywhere(left, wrong).line.startswith("different at all sizes N; at N = 1: outputs of shapes (1, 2) on")


# ------------------------------------------------------------------------------------------------ what repeats


@pytest.mark.parametrize(
    ("sizes", "words"),
    [
        (lambda n: True, "all N"),
        (lambda n: False, "no N"),
        (lambda n: n % 2 == 1, "odd N"),
        (lambda n: n % 6 == 4, "N mod 6 = 4"),
        (lambda n: n % 3 > 0, "N mod 3 = 1 or 2"),
        (lambda n: n >= 5, "all N of at least 5"),
        (lambda n: n % 2 == 0 and n > 3, "even N of at least 4"),
        (lambda n: n not in (2, 5), "all N except 2, 5"),
        (lambda n: n in (2, 5), "N = 2, 5"),
        (lambda n: n % 2 == 0 or n == 3, "even N, and N = 3"),
    ],
)
def test_sizes_in_words(sizes: Callable[[int], bool], words: str) -> None:
    repeats = Repeats(6, (12, 7, 8, 9, 10, 11))
    assert repeats.words(sizes) == words
    assert all(sizes(n) == sizes(repeats.stand_in(n)) for n in range(1, 60))


def test_a_step_may_be_longer_than_the_strides() -> None:
    """A function with a period of its own, 3, beside the stride 2."""
    left = lambda n: chain(conv(3, 2, (1, 1)), shape=(1, n))  # noqa: E731 -- one of two
    right = lambda n: chain(conv(3, 2, (1, 1 + (n % 3 == 2))), shape=(1, n))  # noqa: E731 -- one of two
    verdict = everywhere(left, right)
    assert verdict.every is not None
    assert verdict.every.repeats[0].step == 6
    assert verdict.every.headline == "different for N mod 6 = 2 only"  # an odd size leaves the place unread
    assert not verdict.every.fixed
    assert "provided that both sides are built at larger sizes as they are at these" in str(verdict)


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("turn", "kind"),
    [
        ("a slice ends", "int32"),
        ("a slice ends", "int64"),
        ("a slice ends at a product", "int64"),
        ("a size is divided", "int64"),
        ("a size is squared", "int64"),
    ],
)
def test_models_that_turn_at_a_size_are_built_past_it(turn: str, kind: str, monkeypatch: pytest.MonkeyPatch) -> None:
    """Both are the same below some size, and one crops from there on: a number in it, 500, or none, 600 or 317."""
    onnx = pytest.importorskip("onnx", reason="models are ONNX models")
    make, many = onnx.helper.make_node, {"a size is squared": 100_000}.get(turn, 500)
    numbers = {"start": 0, "end": 500, "axis": 2, "two": 2, "many": many, "twenty": 20, "thirty": 30}
    size = [make("Shape", ["x"], ["all"]), make("Gather", ["all", "two"], ["n"])]
    times, less = make("Mul", ["n", "n"], ["m"]), make("Sub", ["n", "q"], ["less"])
    before, end = {
        "a slice ends": ([], "end"),
        "a slice ends at a product": ([make("Mul", ["twenty", "thirty"], ["product"])], "product"),
        "a size is divided": ([*size, make("Div", ["n", "many"], ["q"]), less], "less"),
        "a size is squared": ([*size, times, make("Div", ["m", "many"], ["q"]), less], "less"),
    }[turn]
    cut = [*before, make("Slice", ["x", "start", end, "axis"], ["y"])]
    value = onnx.helper.make_tensor_value_info
    sides = []
    for nodes in ([make("Identity", ["x"], ["y"])], cut):
        read = {name for node in nodes for name in node.input}
        arrays = {name: np.asarray([n], kind) for name, n in numbers.items() if name in read}
        constants = [onnx.numpy_helper.from_array(array, name) for name, array in arrays.items()]
        maps = [value("x", 1, [1, 2, "N"])], [value("y", 1, None)]
        graph = onnx.helper.make_graph(nodes, "cut", *maps, constants)
        sides.append(onnx.helper.make_model(graph, opset_imports=[onnx.helper.make_opsetid("", 17)], ir_version=8))
    monkeypatch.setattr("symstride.equality.every_size.TRIED", 2)
    verdict = everywhere(*sides)
    assert (verdict.status, verdict.every) == ("open", None)
    assert "go on alike at larger sizes" in str(verdict)


def test_functions_of_two_sizes_go_on_along_both_together() -> None:
    """Alike along each axis, while the other is small; not where both are large."""

    def plane(h: int, w: int, more: int = 0) -> Network:
        build = Builder("plane", dtype="float64")
        x = build.input("x", (1, h, w))
        return build.network(build.add(op.Pad(((0, more), (0, 0))), x))

    verdict = everywhere(plane, lambda h, w: plane(h, w))
    assert verdict.line == "equal at all sizes N, if sizes above 1x1 are built alike"
    late = everywhere(plane, lambda h, w: plane(h, w, int(h > 1 and w > 1)))
    assert late.every is None
    assert "when all sizes grow" in str(late)
    assert late.scope.startswith("sizes that were tried only: ")
    mixed = everywhere(plane, lambda n: plane(n, n))
    assert (mixed.status, mixed.reasons[0]) == (
        "open",
        "other sizes are open: that takes functions of as many sizes; there is: 1 and 2",
    )
    assert (
        everywhere(lambda n: plane(n, n), lambda *size: plane(*size * 2 if len(size) == 1 else size)).status == "equal"
    )


def test_sizes_at_which_a_side_does_not_exist() -> None:
    verdict = everywhere(chain(conv(5)), chain(conv(3), conv(1), op.Pad(((-1, -1),))))
    assert "both exist for all N of at least 5" in verdict.reasons
    assert (verdict.status_at(4), verdict.status_at(500)) == (None, "different")
    longer = everywhere(chain(op.Pad(((-2, -3),))), chain(op.Pad(((-2, 0),)), op.Pad(((0, -3),))))
    assert longer.line == "equal at all sizes N at which both exist"
    flat = lambda n: unstride(chain(conv(2, 2), shape=(1, n)))  # noqa: E731 -- one of two
    one_sided = everywhere(
        chain(conv(2, 2)), lambda n: flat(n) if n % 2 == 0 else chain(op.Pad(((-n, 0),)), shape=(1, n))
    )
    assert one_sided.status == "equal"
    assert "the left exists for all N of at least 2, the right for even N" in one_sided.reasons


def test_outputs_that_grow_at_different_rates() -> None:
    """As many places at N = 1 and 2, where the values agree too; never again."""
    verdict = everywhere(chain(conv(1, 2)), chain(conv(1, 3)))
    assert verdict.every is not None
    assert verdict.every.headline == "equal for N = 1, 2 only"
    assert verdict.status_at(10_000) == "different"


# ------------------------------------------------------------------------------------------------ whole maps


def with_tail(features: int, *front: Any, seed: int = 3) -> Network:
    build = Builder("classifier", dtype="float64")
    x = build.input("x", (1, 8))
    for number, operator in enumerate(front):
        x = build.add(operator, x, name=f"n{number}")
    x = build.add(op.Reshape((1,)), build.add(op.GlobalPool("average"), x, name="pool"), name="flat")
    network = build.network(build.add(op.Gemm(features), x, name="dense"))
    arrays = {key: unknowns(random.Random(f"{seed}{key}"), s) for key, s in network.parameter_shapes().items()}
    return network.with_weights(arrays)


def test_what_follows_a_whole_map_is_left_out_when_it_is_the_same() -> None:
    left = with_tail(3, conv(3, 2, (1, 1)))
    right = with_tail(3, op.Pad(((1, 1),)), conv(3, 2))
    right = right.with_weights({**right.weights, "n1.weight": left.weights["n0.weight"]})
    assert fronts_of(left, right).reader == "pool"
    assert everywhere(left, right).line == "equal at all sizes N"


@pytest.mark.parametrize("seed", [3, 4])
def test_whole_maps_that_differ_leave_other_sizes_open(seed: int) -> None:
    """Weights behind the pool that differ; and a place in front that is moved, which the pool hides."""
    left = with_tail(3, op.Pad(((1, 0),)))
    right = with_tail(3, op.Pad(((0, 1),)), seed=seed)
    verdict = everywhere(left, right)
    assert verdict.every is None
    assert verdict.scope.startswith("sizes that were tried only: ")
    assert any("other sizes are open" in reason and "'pool'" in reason for reason in verdict.reasons)
    assert verdict.status == ("open" if seed == 3 else "different")
    if seed == 4:
        with pytest.raises(NotSupported, match="'pool' reads a whole map"):
            fronts_of(left, right)


def test_circular_layers_are_open_at_other_sizes() -> None:
    around = Conv(1, 1, 3, padding=1, padding_mode="circular", bias=False, ndim=1)
    right = chain(op.Wrap(((1, 1),)), conv(3))
    left = chain(around).with_weights({"n0.weight": right.weights["n1.weight"]})
    verdict = everywhere(left, right)
    assert (verdict.status, verdict.every) == ("open", None)
    assert "equal at all 40 sizes N of 1 to 40" in verdict.scope


def test_a_size_may_stand_for_itself_alone() -> None:
    """Behind a map that wraps around, a difference at one size says nothing of the next; it is one there."""
    around, moved = op.Wrap(((0, 1),)), (op.Pad(((0, 1),)), op.Pad(((-1, 0),)))
    verdict = everywhere(chain(around, op.Pad(((2, -1),))), chain(around, *moved, op.Pad(((2, -1),))))
    assert verdict.line.startswith("different for N = 2, 3, 4, 5, 6, 7 and ")
    assert "; otherwise open for all N; at N = 2, " in verdict.line
    assert [verdict.status_at(n) for n in (1, 2, 3, 10_000)] == ["open", "different", "different", "open"]


def test_what_a_tool_has_folded_is_equal_up_to_rounding_at_all_sizes() -> None:
    left = chain(conv(3, 2, "same"), op.BatchNorm(1e-3))
    right = folded(left).network
    close = right.with_weights({name: array.astype(np.float32) for name, array in right.weights.items()})
    verdict = everywhere(left, close)
    assert str(verdict).startswith("equal up to rounding: all sizes N; ")
    assert verdict.line == "equal up to rounding at all sizes N"
    assert max(distance for _, distance in verdict.bound.values()) > 0


# ------------------------------------------------------------------------------------------------ what does not go on


AVERAGE = op.AveragePool((3,), (2,), ((1, 1),), (1,))


@pytest.mark.sampled(3)
@pytest.mark.parametrize(
    ("left", "right", "why"),
    [
        pytest.param(
            lambda n: chain(conv(3), shape=(1, 2 * n)), lambda n: chain(conv(3), shape=(1, 2 * n)),
            "a map of as many places as were asked for", id="another size"),
        pytest.param(
            lambda n: chain(op.Pad(((n, 0),)), shape=(1, n)), lambda n: chain(op.Pad(((n, 0),)), shape=(1, n)),
            "nodes, numbers or padding that do not repeat", id="padding that grows"),
        pytest.param(
            lambda n: chain(conv(2), shape=(1, n), seed=n), lambda n: chain(conv(2), shape=(1, n), seed=n),
            "nodes, numbers or padding that do not repeat", id="weights that change"),
        pytest.param(
            chain(AVERAGE, shape=(1, 8)), unstride(chain(AVERAGE, shape=(1, 8)), "network"),
            "a cutoff of at most 240", id="a lowering of one size"),
        pytest.param(
            chain(*[conv(2, 2, (1, 1))] * 11, shape=(1, 9)),
            chain(op.Pad(((1, 1),)), conv(2, 2), *[conv(2, 2, (1, 1))] * 10, shape=(1, 9)),
            "in steps of 2048", id="steps beyond the budget"),
        pytest.param(
            lambda n: chain(conv(n + 1), shape=(1, n)), chain(conv(2)),
            "a span of 241 on 240 places", id="no common size"),
        pytest.param(
            chain(op.Pad(((100_000, 0),))), chain(op.Pad(((1, 0),)), op.Pad(((99_999, 0),))),
            "places along one axis", id="huge padding"),
    ],
)  # fmt: skip
def test_without_the_hypotheses_nothing_is_said_of_other_sizes(left: Any, right: Any, why: str) -> None:
    verdict = everywhere(left, right)
    assert (verdict.status, verdict.every) == ("open", None)
    assert why in str(verdict)
    assert verdict.exit_code == 3


def test_a_box_that_is_too_large_is_not_begun(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.equality.every_size.MAX_BOX", 10)
    left = Conv(1, 1, 3, 2, "same", bias=False, ndim=2)
    verdict = everywhere(left, replace(left, padding=((1, 1), (1, 1))))
    assert verdict.every is None
    assert "at most 10 sizes to compare" in str(verdict)


def test_weights_are_read_for_so_many_sizes_only(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("symstride.equality.cutoffs.MAX_READ", 5)
    monkeypatch.setattr("symstride.equality.cutoffs.KEPT", 0)
    left = lambda n: chain(conv(3), shape=(1, n))  # noqa: E731 -- one of two
    verdict = everywhere(left, left)
    assert "at most 5 weights, of all sizes together" in str(verdict)
    assert verdict.scope.startswith("sizes that were tried only: equal at N = 3; ")
