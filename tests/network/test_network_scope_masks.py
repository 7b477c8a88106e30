"""Masks stand where a ghost would be read, and nowhere else; and what is said about ghosts is so."""

from __future__ import annotations

import random
from collections.abc import Iterable
from dataclasses import replace
from functools import reduce
from itertools import product

import numpy as np
import pytest
from masks import ghosts_of, masks_needed, without_mask
from numpy.typing import NDArray
from scope_networks import random_network, whole_numbers
from scope_tools import fed, first_difference, redrawn, values

from symstride.errors import SpecError
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network, Node
from symstride.network.grid.ghosts import Box, ghosts_read
from symstride.network.grid.grid import Grid
from symstride.network.grid.plan import Decision, plan
from symstride.network.operators import records as op
from symstride.network.reads import Window
from symstride.network.rewriting.on_grid import names_of
from symstride.network.rewriting.unstride import unstride


def drawn(seed: str, tight: bool = False) -> tuple[Network, random.Random]:
    """``negative`` in the place of relu, which would hide what is below 0."""
    rng = random.Random(seed)
    axes, pointwise = rng.choice([1, 2]), "negative" if tight else "relu"
    return random_network(rng, rng.randint(2, 6), axes, rng.random() < 0.3, pointwise, tight), rng


# ------------------------------------------------------------------------------------------------ masks taken out


def test_without_its_masks_a_network_differs() -> None:
    found = 0
    for number in range(40):
        network, rng = drawn(f"bare {number}")
        flat = unstride(network, scope="network")
        for verdict in masks_needed(network, flat).masks:
            flat = without_mask(flat, verdict.mask)
        found += first_difference(network, flat, fed(network, rng)) is not None
    assert found > 5


def differs_without(network: Network, mask: str, rng: random.Random) -> bool:
    """Whether some value changes for some of sixty draws of weights and inputs.

    A ghost of 0 shows in a maximum of negative numbers only, so some draws have positive weights and negative inputs.
    """
    for number in range(60):
        again, x = redrawn(network, rng), fed(network, rng, "object")
        if number % 3 == 1:
            again, x = again.with_weights({name: np.abs(w) for name, w in again.weights.items()}), -np.abs(x)
        flat = without_mask(unstride(again, scope="network"), mask)
        with np.errstate(invalid="ignore"):  # 0 times minus infinity is what some masks are for
            if first_difference(again, flat, x) is not None:
                return True
    return False


def maxima_in_a_row(network: Network) -> bool:
    """Whether a MaxPool reads places that are maxima already.  Then its windows may overlap so that a ghost is at most
    what they read anyway.  Masks do not count on that: a sum in its place, which is all that the phase lemma knows of,
    would change."""
    maxima: set[str] = set()
    for node in network.nodes:
        behind = any(name in maxima for name in node.inputs) and not isinstance(node.operator, Conv)
        if behind and isinstance(node.operator, op.MaxPool):
            return True
        if behind or isinstance(node.operator, op.MaxPool):
            maxima.add(node.name)
    return False


def check_necessity(cases: Iterable[int]) -> int:
    """How many masks were taken out one by one, each of which was missed."""
    masks = 0
    for number in cases:
        network, rng = drawn(f"needed {number}", tight=True)
        if maxima_in_a_row(network):
            continue
        for verdict in masks_needed(network, unstride(network, scope="network")).masks:
            assert differs_without(network, verdict.mask, rng), f"case {number}: {verdict}, {network.nodes}"
            masks += 1
    return masks


def test_each_mask_is_needed() -> None:
    assert check_necessity(range(60)) > 20


@pytest.mark.full
@pytest.mark.timeout(900)
def test_each_of_many_masks_is_needed() -> None:
    assert check_necessity(range(60, 600)) > 200


# ------------------------------------------------------------------------------------------------ the checker


def test_the_plan_has_the_masks_that_it_takes() -> None:
    for number in range(60):
        network, _ = drawn(f"report {number}")
        flat = unstride(network, scope="network")
        report = masks_needed(network, flat)
        assert report.exact
        assert {(mask.value, mask.fill) for mask in report.masks} == set(plan(network).masks)
        for mask in report.masks:
            assert masks_needed(network, without_mask(flat, mask.mask)).missing


def with_mask(flat: Network, value: str, grid: Grid, fill: op.Fill) -> Network:
    """The network with one more mask, right behind that value, for all who read it."""
    place = next(n for n, node in enumerate(flat.nodes) if node.name == value) + 1
    behind = [replace(n, inputs=tuple("by hand" if i == value else i for i in n.inputs)) for n in flat.nodes[place:]]
    mask = Node("by hand", op.Mask(grid.phases, grid.size, "channel_major", fill), (value,))
    return replace(flat, nodes=(*flat.nodes[:place], mask, *behind))


def chain(*operators: op.Operator, size: int, channels: int = 2) -> Network:
    """Named x, y0, y1, ..., each fed with the one before."""
    rng, build = random.Random(6), Builder(dtype="int64")
    x = build.input("x", (channels, size))
    for number, operator in enumerate(operators):
        arrays = {}
        if isinstance(operator, Conv):
            arrays = {"weight": whole_numbers(rng, (channels, channels, int(operator.kernel[0])))}
            arrays |= {"bias": whole_numbers(rng, (channels,))} if operator.bias else {}
        x = build.add(operator, x, name=f"y{number}", **arrays)
    return build.network(x)


def conv(kernel: int, stride: int = 1, padding: object = 0, dilation: int = 1, bias: bool = True) -> Conv:
    return Conv(2, 2, (kernel,), stride, (padding,), dilation, bias=bias)  # type: ignore[arg-type]


def pool(kernel: int, stride: int, padding: int) -> op.MaxPool:
    return op.MaxPool((kernel,), (stride,), ((padding, padding),), (1,))


CASES: dict[str, tuple[Network, str, Decision, op.Fill | None]] = {
    # 8 places in cells of 2
    "whole cells": (chain(conv(1), conv(3, 2, 1), size=8), "y1", "whole", None),
    # j < 3 reads up to 2*2 + 1 = 5 < 7
    "reads too little": (chain(conv(1), conv(2, 2), size=7), "y1", "unread", None),
    # reads 0, 2, 4, 6 and, past the cells, 8; the ghost is 7
    "steps across": (chain(conv(1), conv(2, 2, (0, 2), 2), size=7), "y1", "gaps", None),
    # reads 7, which space-to-depth has filled with 0
    "the input's ghosts are 0": (chain(conv(3, 2, 1), size=7), "y0", "clean", None),
    # 1x1 without bias, relu, scale: 0 stays 0
    "zeros stay": (chain(conv(1, bias=False), op.Pointwise("relu"), conv(3, 2, 1), size=7), "y2", "clean", None),
    # a window of 3 without bias: ghost 7 reads place 6
    "sums spread": (chain(conv(3, 1, 1, bias=False), conv(3, 2, 1), size=7), "y1", "masked", 0.0),
    "a bias is enough": (chain(conv(1), conv(3, 2, 1), size=7), "y1", "masked", 0.0),
    "cos 0 is 1": (chain(op.Pointwise("cos"), conv(3, 2, 1), size=7), "y1", "masked", 0.0),
    "softmax of 0 is not 0": (chain(op.Pixelwise("softmax"), conv(3, 2, 1), size=7), "y1", "masked", 0.0),
    "0 is not the least": (chain(pool(3, 2, 1), size=7), "y0", "masked", "lowest"),
    # a ghost that windows of padding alone make; the 1x1 layer reads 0, 4, 8 only, and multiplies all phases
    "minus infinity": (chain(pool(3, 1, 1), conv(1, 4), size=9), "y1", "unread", 0.0),
    "relu of minus infinity": (chain(pool(3, 1, 1), op.Pointwise("relu"), conv(1, 4), size=9), "y2", "unread", None),
}


@pytest.mark.parametrize(("network", "consumer", "decision", "fill"), CASES.values(), ids=CASES)
def test_decisions(network: Network, consumer: str, decision: Decision, fill: op.Fill | None) -> None:
    edge = plan(network).edge(consumer)
    assert [axis.decision for axis in edge.axes] == [decision]
    assert (edge.fill if edge.masked else None) == fill
    assert edge.infinite == (fill is not None and decision == "unread")
    flat = unstride(network, scope="network")
    on_edge = [m for m in masks_needed(network, flat).masks if m.value == edge.source and m.fill == edge.fill]
    assert [m.needed for m in on_edge] == ([] if fill is None else [True])


def test_what_reads_padding_along_one_axis_reads_no_ghosts() -> None:
    rng, build = random.Random(2), Builder()
    x = build.input("x", (2, 7, 4))
    y = build.add(Conv(2, 2, (1, 1)), x, weight=whole_numbers(rng, (2, 2, 1, 1)), bias=whole_numbers(rng, (2,)))
    for name, padding in (("beside", (2, -4)), ("partly", (2, -3))):  # along axis 1: places -2, -1, and then 0
        layer = Conv(2, 2, (3, 1), (2, 1), ((1, 1), padding))
        build.add(layer, y, name=name, weight=whole_numbers(rng, (2, 2, 3, 1)), bias=whole_numbers(rng, (2,)))
    made = plan(build.network("beside", "partly"))
    assert [axis.decision for axis in made.edge("beside").axes] == ["clean", "whole"]
    assert [axis.decision for axis in made.edge("partly").axes] == ["masked", "whole"]


@pytest.mark.parametrize("name", ["whole cells", "reads too little", "steps across", "the input's ghosts are 0"])
def test_a_needless_mask_is_reported(name: str) -> None:
    network, consumer, _, _ = CASES[name]
    source = plan(network).edge(consumer).source
    flat = with_mask(unstride(network, scope="network"), f"{source}/phases", plan(network).grids[source], 0.0)
    rng = random.Random(1)
    assert first_difference(network, flat, fed(network, rng)) is None
    report = masks_needed(network, flat)
    assert [(mask.mask, mask.value, mask.needed) for mask in report.masks] == [("by hand", source, False)]
    assert not report.exact


def test_a_mask_with_the_wrong_fill_is_missed() -> None:
    network = CASES["0 is not the least"][0]
    flat = without_mask(unstride(network, scope="network"), "x/mask-lowest")
    wrong = with_mask(flat, "x/phases", plan(network).grids["x"], 0.0)
    report = masks_needed(network, wrong)
    assert [edge.consumer for edge in report.missing] == ["y0"]
    assert [mask.needed for mask in report.masks] == [False]
    right = with_mask(flat, "x/phases", plan(network).grids["x"], "lowest")
    assert masks_needed(network, right).exact


def test_two_masks_in_a_row_do_not_need_each_other() -> None:
    network = CASES["a bias is enough"][0]
    flat = with_mask(unstride(network, scope="network"), "y0/phases", plan(network).grids["y0"], 0.0)
    report = masks_needed(network, flat)
    assert [mask.needed for mask in report.masks] == [False, False]
    assert masks_needed(network, without_mask(flat, "by hand")).exact


def test_masks_elsewhere_are_refused() -> None:
    network = CASES["a bias is enough"][0]
    flat, grid = unstride(network, scope="network"), plan(network).grids["y0"]
    with pytest.raises(SpecError, match="every value of the network"):
        masks_needed(network, network)
    with pytest.raises(SpecError, match="a mask of a value in phases"):
        masks_needed(network, with_mask(flat, "x/pad", replace(grid, size=(8,), phases=(1,)), 0.0))
    with pytest.raises(SpecError, match="size"):
        masks_needed(network, with_mask(flat, "y0/phases", replace(grid, size=(8,)), 0.0))
    with pytest.raises(SpecError, match="the name of a Mask"):
        without_mask(flat, "y0/phases")


# ------------------------------------------------------------------------------------------------ what is said is so


def region(boxes: Iterable[Box], grid: Grid) -> NDArray[np.bool_]:
    """Where the places of some box are, on the whole grid."""
    found = np.zeros([n * a for n, a in zip(grid.cells, grid.phases, strict=True)], dtype=bool)
    for box in boxes:
        rows = zip(box, grid.size, found.shape, strict=True)
        lines = [np.array([t < n or t in part for t in range(whole)]) for part, n, whole in rows]
        found |= reduce(np.logical_and.outer, lines)
    return found


def test_ghosts_hold_what_is_said() -> None:
    dead = known = 0
    for number in range(80):
        network, rng = drawn(f"ghosts {number}")
        network, made = redrawn(network, rng), plan(network)
        said = ghosts_of(network, made)
        for name, _, after in values(network, unstride(network, scope="network"), fed(network, rng, "object")):
            grid = made.grids[name]
            if name not in said or not grid.has_ghosts:
                continue
            finite = np.vectorize(lambda number: abs(number) < np.inf)(after)
            assert finite[:, :, region(said[name].finite, grid)].all(), (number, name)
            outside = after[:, :, ~region(said[name].live, grid)]
            fill = -np.inf if said[name].fill == "lowest" else said[name].fill
            assert (outside == fill).all(), (number, name)
            dead += outside.size
            known += 1
    assert known > 50
    assert dead > 1000


def test_a_sum_of_twos_is_no_two() -> None:
    build = Builder()
    two = build.add(op.Pad(((0, 2),), 2.0), build.input("x", (2, 7)), name="two")  # ghosts 9 to 11, from past the cells
    for name, operator in (("sum", op.Add()), ("maximum", op.Maximum()), ("both", op.Concat())):
        build.add(operator, two, two, name=name)
    network = build.network(build.add(conv(1, 4), two, name="last"), "sum", "maximum", "both")
    said = ghosts_of(network, plan(network))
    twos = {name for name, ghosts in said.items() if ghosts.fill == 2 and ghosts.live == {(frozenset(),)}}
    assert twos == {"two", "maximum", "both"}


def test_windows_read_what_their_formula_says() -> None:
    for k, s, dl, low, transposed in product((1, 2, 3), (1, 2, 3), (1, 2), (-2, 0, 1, 3), (False, True)):
        window = Window(k, s, dl, low, transposed)
        pairs = {(j, t) for j in range(-9, 30) for t in range(-9, 30) for i in range(k) if _meets(window, j, t, i)}
        assert {(j, t) for j in range(-9, 30) for t in window.read_by(j) if -9 <= t < 30} == pairs
        assert {(j, t) for t in range(-9, 30) for j in window.readers(t) if -9 <= j < 30} == pairs
        for outputs in (1, 4):
            read = {t for j, t in pairs if 0 <= j < outputs}
            assert ghosts_read(window, range(5, 8), outputs) == tuple(t for t in range(5, 8) if t in read)
            assert all(t <= window.reach(outputs) for t in read)
            assert transposed or window.reach(outputs) == max(s * (outputs - 1) + dl * i - low for i in range(k))


def _meets(window: Window, j: int, t: int, i: int) -> bool:
    fine, cell = (j, t) if window.transposed else (t, j)
    return fine == window.stride * cell + window.dilation * i - window.low


def test_cells_that_are_multiplied_are_those_of_the_expanded_layer() -> None:
    for number in range(60):
        network, _ = drawn(f"cells {number}")
        flat, made = unstride(network.without_weights(), scope="network"), plan(network)
        for edge in made.edges:
            node = network.node(edge.consumer)
            layer = flat.node(names_of(network, made)[edge.consumer]).operator
            if type(node.operator).__name__ not in ("Conv", "ConvTranspose"):
                continue
            assert isinstance(layer, Conv)
            for axis, unit in zip(edge.axes, layer.axes(), strict=True):
                phases = axis.phases if axis.window.transposed else axis.output_phases
                first, last = -int(unit.low), axis.output_cells - 1 - int(unit.low) + int(unit.kernel) - 1
                assert axis.window.touched(phases, axis.output_cells) == range(first, last + 1)
