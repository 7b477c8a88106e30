"""Where minus infinity goes, against the reference interpreter; and which nodes bring along what is no number."""

from __future__ import annotations

import random
from fractions import Fraction
from typing import Any

import numpy as np
import pytest

from symstride.layers.layer import Conv
from symstride.network.evaluate import evaluate
from symstride.network.finite import brings_numbers, partial_maps
from symstride.network.graph import Builder, Network
from symstride.network.lowest import reads_lowest
from symstride.network.operators import records as op

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # 0 times infinity is what is tried

MOVES: tuple[Any, ...] = (
    op.SpaceToDepth((2,), "channel_major"), op.DepthToSpace((2,), "phase_major"), op.Wrap(((1, -1),)),
    op.ChannelGather((1, 0)), op.Channels(1, 2), op.Take(1, (2, 0, 1, 3)), op.Pointwise("identity"),
)  # fmt: skip
LARGEST: tuple[Any, ...] = (
    op.MaxPool((2,), (1,), ((1, 0),), (1,)), op.MaxPool((1,), (1,), ((1, 1),), (1,)), op.GlobalPool("max"),
    op.MaxPool((2,), (2,), ((0, 0),), (1,), True),
)  # fmt: skip
COMPUTED: tuple[Any, ...] = (
    op.Pointwise("relu"), op.Pointwise("abs"), op.Pointwise("sin"), op.Pointwise("tanh"), op.GlobalPool("average"),
    op.Pixelwise("layer_norm"), op.Softmax(0), op.Affine(shift=False),
)  # fmt: skip


def drawn(rng: random.Random) -> Network:
    """Padding, maxima, moves and what computes, in any order."""
    build = Builder("drawn", dtype="float64")
    y = build.input("x", (2, 4))
    for _ in range(rng.randint(2, 5)):
        channels, size = build.shapes[y]
        kinds = rng.choice([MOVES, LARGEST, COMPUTED, "fill", "fill", "join"])
        if kinds == "fill":
            fill = rng.choice(["lowest", -np.inf, 0.0])
            made: Any = rng.choice([op.Pad(((1, 1),), fill=fill), op.Select(fill)])
            inside = np.array([[rng.random() < 0.7 for _ in range(size)] for _ in range(channels)])
            arrays = {"inside": inside} if isinstance(made, op.Select) else {}
            y = build.add(made, y, **arrays)
        elif kinds == "join":
            other = build.add(op.Pad(((-1, 1),), fill=rng.choice(["lowest", 0.0])), y)
            y = build.add(rng.choice([op.Maximum(), op.Add(), op.Concat()]), y, other)
        else:
            made = rng.choice(kinds)
            sized = isinstance(made, op.SpaceToDepth | op.DepthToSpace | op.Take | op.ChannelGather | op.Channels)
            least = 4 if sized else 2
            if (sized and (channels % 2 or size % 2)) or not least <= size <= 12 or channels > 8:
                continue
            y = build.add(made, y, **({"scale": np.zeros(channels)} if isinstance(made, op.Affine) else {}))
    return build.network(y)


def computes(network: Network, values: dict[str, Any]) -> str:
    """The first node that does more than to move minus infinity, or to take a maximum, and has it to read."""
    for node in network.nodes:
        there = any((values[name] == -np.inf).any() for name in node.inputs)
        is_map = isinstance(node.operator, op.Pointwise) and node.operator.name in ("relu", "tanh")
        moves = (op.Pad, op.Select, op.Concat, op.Maximum, *map(type, MOVES[:-1]))
        known = isinstance(node.operator, (*moves, op.MaxPool)) or node.operator in (MOVES[-1], op.GlobalPool("max"))
        if there and not known and not is_map:
            return node.title
    return ""


@pytest.mark.parametrize("count", [300, pytest.param(3000, marks=pytest.mark.full)])
def test_minus_infinity_is_read_where_the_interpreter_reads_it(count: int, rng: random.Random) -> None:
    inputs, found = np.random.default_rng(rng.randrange(2**32)), {"": 0, "some": 0}
    for _ in range(count):
        network = drawn(rng)
        values = evaluate(network, inputs.standard_normal((1, 2, 4)), every=True)
        title = reads_lowest(network)
        assert title == computes(network, values), network.nodes
        if not title:
            assert not any(np.isnan(value).any() or (value == np.inf).any() for value in values.values())
        found["some" if title else ""] += 1
    assert min(found.values()) > count / 10


def alone(operator: Any, shape: tuple[int, ...] = (1, 4), **arrays: Any) -> Network:
    build = Builder("alone", dtype="float64")
    return build.network(build.add(operator, build.input("x", shape), **arrays))


def test_masks_of_phases_and_windows_that_step_over_the_map() -> None:
    mask = op.Mask((2,), (5,), "channel_major", "lowest")
    masked = alone(mask, (2, 3))
    assert reads_lowest(masked) == ""
    build = Builder("masked", dtype="float64")
    y = build.add(mask, build.input("x", (2, 3)), name="mask")
    assert reads_lowest(build.network(build.add(op.Affine(shift=False), y, name="sum", scale=np.ones(2)))) == "sum"
    wide = Builder("wide", dtype="float64")
    y = wide.add(op.MaxPool((2,), (1,), ((1, 1),), (3,)), wide.input("x", (1, 2)), name="pool")
    assert reads_lowest(wide.network(wide.add(op.Pointwise("abs"), y, name="abs"))) == "abs"


@pytest.mark.parametrize(
    ("network", "brings"),
    [
        (alone(op.Affine(shift=False), scale=np.array([1.0])), True),
        (alone(op.Affine(shift=False), scale=np.array([np.inf])), False),
        (alone(op.Affine(scale=False), shift=np.array([np.nan])), False),
        (alone(Conv(1, 1, (1,), bias=False), weight=np.full((1, 1, 1), -np.inf)), False),
        (alone(op.Quotient(), by=np.array([0.0])), False),
        (alone(op.Quotient(), by=np.array([Fraction(1, 3)])), True),
        (alone(op.Divide(((1, 0, 1, 1),))), False),
        (alone(op.Divide(((1, 2, 2, 1),))), True),
        (alone(op.Pad(((1, 0),), fill=np.inf)), False),
        (alone(op.Pad(((1, 0),), fill=-np.inf)), True),
        (alone(op.Pad(((1, 0),), fill="lowest")), True),
    ],
)
def test_what_a_node_brings_along(network: Network, brings: bool) -> None:
    assert brings_numbers(network, network.nodes[-1]) is brings


def test_maps_that_have_not_always_a_number_are_named_once() -> None:
    def of(*names: str, **attributes: float) -> tuple[str, ...]:
        build = Builder("maps")
        y = build.input("x", (2, 4))
        for name in names:
            kind = op.Pixelwise if name in ("layer_norm", "lrn", "softmax") else op.Pointwise
            y = build.add(kind(name, tuple(attributes.items())), y)
        return partial_maps(build.network(y))

    assert of("relu", "tanh", "softmax", "layer_norm") == ()
    assert of("log", "sqrt", "log", "relu", "reciprocal") == ("log", "sqrt", "reciprocal")
    assert of("layer_norm", epsilon=0.0) == ("layer_norm",)
    assert of("power", exponent=2.0) == ()
    assert of("power", exponent=-1.0) == of("power", exponent=0.5) == ("power",)
    assert of("divide", by=0.0) == ("divide",)
