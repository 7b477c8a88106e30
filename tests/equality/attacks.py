"""Attacks on the checker of certificates of equality: each has to be refused, at its place and in its words."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import replace
from fractions import Fraction
from functools import cache
from importlib import import_module
from importlib.util import find_spec
from itertools import combinations
from typing import Any

import numpy as np
import pytest
from certified_cases import (
    Data,
    Pair,
    all_sizes,
    cut,
    cuts,
    folded_pair,
    genuine,
    line,
    lines,
    of,
    padded,
    padded_stem,
    plain,
    relus,
    stem,
    theorem_of_stem,
    with_digests,
)
from edited_certificates import EDITED, FILES, Attack, Genuine, unnamed

from symstride.certifying.certificate import replay_equality
from symstride.certifying.joining import Join, SegmentNetworks
from symstride.certifying.making import certify
from symstride.certifying.settling import SegmentAsked, settled
from symstride.equality.deciding import equal
from symstride.errors import NotSupported, SpecError
from symstride.layers.layer import Conv
from symstride.network.digest import canonical_digest
from symstride.network.graph import Builder, Network, Node
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride
from symstride.network.wiring import Opaque, Wiring

# ------------------------------------------------------------------------------------------------ other networks


def pair_of(build: Callable[[Builder, str, int], tuple[str, ...]], shape: tuple[int, ...]) -> Pair:
    """Two networks on one input, built by ``build(builder, input, side)``, which gives the outputs."""
    made = []
    for side in (0, 1):
        builder = Builder("side", dtype="float64")
        made.append(builder.network(*build(builder, builder.input("x", shape), side)))
    return made[0], made[1]


def two_values_in_one() -> object:
    """A value in phases with a ghost, and the same with a place more that is 0: the right holds both alike."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        k = builder.add(op.Pointwise("relu"), x, name="k")
        wide = builder.add(op.Pad(((0, 1),)), k, name="wide")
        phases = builder.add(op.SpaceToDepth((2,), "channel_major"), wide, name="phases")
        z = builder.add(op.Pointwise("relu"), phases, name="z")
        pool = op.AveragePool((2,), (2,), ((0, 0),), (1,), ceil_mode=True)
        return builder.add(pool, (wide, k)[side], name="y"), z

    rows = [cut("k", "k"), cut("k", "phases", cell=(2,)), cut("z", "z"), cut("wide", "phases", cell=(2,))]
    return replayed(pair_of(build, (2, 13)), *rows, cut("y", "y"))


def replayed(pair: Pair, *rows: Data, **how: Any) -> object:
    assert equal(*pair, seed=1).status != "equal"
    return replay_equality(of(pair, *rows, **how), *pair)


def two_orders_in_one() -> object:
    """A value in phases, and another one that has the same phases in another order."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        k = builder.add(op.Pointwise("relu"), x, name="k")
        phases = builder.add(op.SpaceToDepth((2,), "channel_major"), k, name="phases")
        other = builder.add(op.DepthToSpace((2,), "phase_major"), phases, name="other")
        z = builder.add(op.Pointwise("relu"), phases, name="z")
        return builder.add(op.Pointwise("tanh"), (other, k)[side], name="y"), z

    rows = [cut("k", "k"), cut("k", "phases", cell=(2,)), cut("z", "z"), cut("other", "phases", cell=(2,))]
    rows[-1]["held"]["order"] = "phase_major"
    return replayed(pair_of(build, (2, 4)), *rows, cut("y", "y"))


def outputs_exchanged() -> object:
    """Both outputs are known, each as the other one."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        outputs = [builder.add(op.Pointwise(name), x, name=name) for name in ("relu", "tanh")]
        made = [builder.add(op.Pointwise("sigmoid"), name, name=f"{name}/end") for name in outputs]
        return tuple(made[::-1] if side else made)

    left, right = pair_of(build, (2, 5))
    plain_names = {name: f"out {number}" for number, name in enumerate(right.outputs)}
    nodes = tuple(replace(node, name=plain_names.get(node.name, node.name)) for node in right.nodes)
    right = replace(right, nodes=nodes, outputs=tuple(plain_names.values()))
    return replayed((left, right), cut("relu/end", "out 1"), cut("tanh/end", "out 0"))


def at_no_number(strange: Callable[[Builder, str], str], numbers: int = 5) -> Callable[[], object]:
    """0 times a value that is minus infinity somewhere, and 0 times the larger of that and a number."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        value = strange(builder, x)
        wide = builder.add(op.Pad(((1, 0),)), x, name="wide")
        larger = builder.add(op.Maximum(), value, wide, name="larger")
        both = (builder.add(op.Maximum(), value, value, name="value"), larger)
        return (builder.add(op.Affine(shift=False), both[side], name="y", scale=np.zeros(1)), larger)

    def run() -> object:
        rows = [cut("strange", "strange"), cut("y", "y", "exact"), cut("larger", "larger")]
        return replayed(pair_of(build, (1, numbers)), *rows)

    return run


def unfilled(builder: Builder, x: str) -> str:
    return builder.add(op.MaxPool((1,), (1,), ((1, 0),), (1,)), x, name="strange")


def wrong_number(builder: Builder, x: str) -> str:
    wide = builder.add(op.Pad(((1, 0),)), x)
    return builder.add(op.Affine(shift=False), wide, name="strange", scale=np.full(1, np.nan))


def behind_wrong_number(builder: Builder, x: str) -> str:
    wide = builder.add(op.Pad(((1, 0),)), x)
    first = builder.add(op.Affine(shift=False), wide, scale=np.full(1, np.nan))
    return builder.add(op.Affine(shift=False), first, name="strange", scale=np.full(1, 0.3))


def behind(network: Network, number: float) -> Network:
    """The network fed with the size of padding with that number, and of what is between."""
    x = network.inputs[0]
    channels, size = network.shapes[x.name]
    front = (
        replace(x, name="given", operator=op.Input((channels, size - 2))),
        Node("wide", op.Pad(((1, 1),), fill=number), ("given",)),
        Node(x.name, op.Pointwise("abs"), ("wide",)),
    )
    return replace(network, nodes=(*front, *(node for node in network.nodes if node is not x)), origin=None)


def of_infinity(way: str, number: float) -> Callable[[], object]:
    """A layer and its lowering by hand, with a structural zero, behind a value that is infinite."""

    def run() -> object:
        both = way == "compared" and number > 0  # or the comparison refuses the zero itself
        pair = behind(stem(both), number), behind(stem(True), number)
        data = of(pair, cut(*(network.outputs[0] for network in pair), way))
        if way == "proved":
            cuts(data)[0]["theorems"] = cuts(json.loads(theorem_of_stem()))[0]["theorems"]
            unnamed(data)
        return replay_equality(data, *pair)

    return run


def wrong_right(way: str) -> Callable[[], object]:
    """One bias of the first layer of the right is another one; the theorems are genuine."""

    def run() -> object:
        left, right = lines()
        name = next(name for name in right.weights if name.startswith("conv1") and name.endswith("bias"))
        wrong = right.with_weights({**right.weights, name: right.weights[name] * 1.25})
        data = genuine() if way == "proved" else plain()
        unnamed(data)
        return replay_equality(with_digests(data, left, wrong), left, wrong)

    return run


@cache
def _both_strided(way: str) -> str:
    made = certify(stem(False), padded_stem(), seed=1)
    data = json.loads(made.text)
    assert len(cuts(data)[0]["theorems"]) == 2
    cuts(data)[0].update({} if way == "proved" else {"way": way, "theorems": []})
    return json.dumps(data)


def wrong_stem(network: Network) -> Network:
    return network.with_weights({name: array * 2 for name, array in network.weights.items()})


def beside_the_middle(way: str, *wrong: str) -> Callable[[], object]:
    """Both sides are strided, and some of left, right and the network between them are twice what they are."""

    def run() -> object:
        left, middle, right = (
            wrong_stem(one) if side in wrong else one
            for side, one in (("left", stem(False)), ("middle", padded_stem()), ("right", padded_stem()))
        )
        data = json.loads(_both_strided(way))
        unnamed(data)
        with pytest.MonkeyPatch.context() as patch:
            patch.setattr(import_module("symstride.certifying.settling"), "unstride", lambda *_: unstride(middle))
            return replay_equality(with_digests(data, left, right), left, right)

    return run


def relu_twice(way: str) -> Callable[[], object]:
    """Not the same for every map in the place of relu."""
    return lambda: replay_equality(of((relus(1), relus(2)), cut("relu1", "relu2", way)), relus(1), relus(2))


def folded_apart() -> object:
    """Weights that are further from those of the left than rounding brings them."""
    data = json.loads(certify(*folded_pair()).text)
    other = folded_pair(off=1e-3)
    data["at"][0]["right"] = canonical_digest(other[1])
    return replay_equality(data, *other)


def of_other_shapes() -> object:
    """Outputs of two shapes."""
    pair = line(), line(size=15)
    return replay_equality(of(pair, cut("map3", "map3")), *pair)


def of_more_outputs() -> object:
    left = line()
    right = replace(left, outputs=("map3", "map2"), origin=None)
    return replay_equality(of((left, right), cut("map3", "map3")), left, right)


def of_another_output() -> object:
    left = line()
    right = replace(left, outputs=("map1",), origin=None)
    return replay_equality(of((left, right), cut("map3", "map1")), left, right)


def without_weights(side: int) -> Callable[[], object]:
    pair = line(), line().without_weights()
    pair = pair if side else pair[::-1]
    return lambda: replay_equality(of(pair, cut("map3", "map3")), *pair)


def phases_of_a_list() -> object:
    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        return (builder.add(op.Reshape((8,)), x, name="list"),)

    pair = pair_of(build, (2, 4))
    return replay_equality(of(pair, cut("x", "list", cell=(2,))), *pair)


def seen_to_be_numbers(unsure: int) -> object:
    """A maximum that takes minus infinity away, on one side, which is a number on the other one for all to see."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        wide = builder.add(op.Pad(((1, 0),)), x, name="wide")
        y = builder.add(op.Maximum(), wide, unfilled(builder, x), name="w") if side == unsure else wide
        return (builder.add(op.Pointwise("sigmoid"), y, name="y"),)

    pair = pair_of(build, (1, 5))
    ends = ("wide", "w") if unsure else ("w", "wide")
    return replay_equality(of(pair, cut(*ends, "exact"), cut("y", "y")), *pair)


def of_two_nodes(*rows: Data) -> object:
    """The right computes a value twice, and reads the one that no cut speaks of, or not yet."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        values = [builder.add(op.Pointwise("relu"), x, name=name) for name in ("a", "b")[: side + 1]]
        y = builder.add(op.Pointwise("tanh"), values[-1], name="y")
        return y, builder.add(op.Pointwise("sigmoid"), values[0], name="z")

    pair = pair_of(build, (1, 4))
    return replay_equality(of(pair, *rows, cut("y", "y"), cut("z", "z")), *pair)


def halves(weights: str) -> object:
    """A half twice is 1 for the numbers that they are, and not for two unknowns."""

    def build(builder: Builder, x: str, side: int) -> tuple[str, ...]:
        half = builder.add(op.Affine(shift=False), x, scale=np.full(1, 0.5))
        return (
            builder.add(op.Add(), half, half, name="y") if side == 0 else builder.add(op.Pad(((0, 0),)), x, name="y"),
        )

    pair = pair_of(build, (1, 4))
    return replay_equality(of(pair, cut("y", "y", "exact")) | {"weights": weights}, *pair)


def fold_of_unknowns() -> object:
    """What is equal up to rounding, said of weights as they are."""
    data = json.loads(certify(*folded_pair()).text)
    return replay_equality(data | {"weights": "symbolic"}, *folded_pair())


def of_fractions() -> object:
    """Numbers that are no floats."""
    network = alone(op.Quotient(each_place=True), (1, 3), by=np.array([[Fraction(1, 3)] * 3], object))
    return replay_equality(of((network, network), cut("y", "y")), network, network)


def alone(operator: Any, shape: tuple[int, ...], **arrays: Any) -> Network:
    """A network of one operator."""
    build = Builder("alone", dtype="float64")
    return build.network(build.add(operator, build.input("x", shape), name="y", **arrays))


def every_size(left: Any, right: Any, *settled: int) -> Callable[[], object]:
    """What says that all sizes are like these, in steps of as many."""

    def run() -> object:
        known = [alone(op.Pointwise("relu"), (1, 3))] * 2
        data = of((known[0], known[1]), cut("y", "y")) | {
            "repeats": [{"step": len(settled) or 1, "settled": list(settled) or [3]}]
        }
        return replay_equality(data, left, right)

    return run


def averaged() -> Network:
    return alone(op.GlobalPool("average"), (1, 3))


def circular() -> Network:
    return alone(Conv(1, 1, (3,), padding=1, padding_mode="circular", bias=False), (1, 3), weight=np.ones((1, 1, 3)))


def in_a_file() -> Any:
    from symstride.adapters.onnx.door import to_model

    return to_model(alone(op.Pointwise("relu"), (1, 3)))


def moved(low: int, high: int) -> Network:
    """Places are cut off at the edges, and zeros put there instead."""
    build = Builder("moved", dtype="float64")
    y = build.add(op.Pad(((-low, -high),)), build.input("x", (1, 12)), name="less")
    return build.network(build.add(op.Pad(((low, high),)), y, name="y"))


def of_two_outputs() -> Network:
    network = alone(op.Pointwise("relu"), (1, 3))
    return replace(network, outputs=("y", "x"), origin=None)


def wired(*steps: Opaque) -> Callable[[], object]:
    """A model of which nodes are known by their names at most."""
    return lambda: replay_equality(plain(), Wiring("model", {}, {}, (), {}, steps), line())


def other_inputs() -> object:
    return Join(line(), line(size=15))


def other_ends() -> object:
    left = stem(False)
    shorter = replace(left.node(left.outputs[0]), name="y", operator=Conv(2, 3, (3,), 2, ((0, 0),), bias=False))
    right = replace(left, nodes=(left.nodes[0], shorter), outputs=("y",))
    return settled(SegmentNetworks(left, right, ("a", "b")), "same", (), SegmentAsked("symbolic", "any", 1e-9))


_REACHED = "a segment that is exact: outputs that are numbers"
NETWORKS = {
    "two values in one": Attack(two_values_in_one, "cut 'wide'", "as the right end was taken before"),
    "two orders in one": Attack(two_orders_in_one, "cut 'other'", "as the right end was taken before"),
    "halves of unknowns": Attack(lambda: halves("symbolic"), "segment y", "the same normal forms"),
    "a fold of unknowns": Attack(fold_of_unknowns, "segment", "a segment that is same"),
    "outputs exchanged": Attack(outputs_exchanged, "cuts", "cuts that reach every output"),
    "0 times minus infinity": Attack(at_no_number(unfilled), "segment y", _REACHED),
    "0 times what a weight made infinite": Attack(at_no_number(wrong_number), "segment y", "that is exact: numbers"),
    "0 times a map of that": Attack(at_no_number(behind_wrong_number), "segment y", "that is exact: numbers"),
    "minus infinity by a structural zero, compared": Attack(
        of_infinity("compared", -np.inf), "segment", "minus infinity, which 'x' reads"),
    "minus infinity by a structural zero, proved": Attack(
        of_infinity("proved", -np.inf), "segment", "minus infinity, which 'x' reads"),
    "infinity by a zero on both sides, compared": Attack(
        of_infinity("compared", np.inf), "segment", "numbers, and none of them a divisor of 0"),
    "infinity by a structural zero, proved": Attack(
        of_infinity("proved", np.inf), "segment", "weight[0, 0, 0] as 'conv1' has it for output 0"),
    "a wrong right, proved": Attack(wrong_right("proved"), "segment map1", "that is proved: bias[0] of 'conv1'"),
    "a wrong right, compared": Attack(wrong_right("compared"), "segment map1", "that is compared: bias[0] of 'conv1'"),
    "weights further apart than rounding": Attack(folded_apart, "segment", "a segment that is same"),
    "inputs of other shapes": Attack(of_other_shapes, "networks", "networks that pair up"),
    "more outputs": Attack(of_more_outputs, "networks", "1 and 2 outputs"),
    "an output of another shape": Attack(of_another_output, "networks", "outputs of shapes"),
    "no weights": Attack(without_weights(1), "networks", "a parameter without numbers"),
    "no weights of the left": Attack(without_weights(0), "networks", "a parameter without numbers"),
    "phases of a list": Attack(phases_of_a_list, "cut 'x'", "a value that holds one of shape (2, 4), in phases of 2"),
    "all sizes of a whole map": Attack(every_size(averaged(), averaged()), "networks", "operators that read places"),
    "all sizes around a circle": Attack(every_size(circular(), circular()), "networks", "operators that read places"),
    "all sizes of a function": Attack(every_size(averaged(), lambda n: averaged()), "networks", "layers, lines or"),
    "all sizes of more outputs": Attack(
        every_size(alone(op.Pointwise("relu"), (1, 3)), of_two_outputs()), "size (3,)", "1 and 2 outputs"),
    "one axis for two": Attack(
        every_size(*[alone(op.Pointwise("relu"), (1, 3, 3))] * 2), "size (3,)", "an input of another size"),
    "free places of the left alone": Attack(
        every_size(moved(9, 0), moved(0, 9), 12), "size (12,)", "outputs of which fewer places are free"),
    "a step with fewer free places": Attack(
        every_size(*[alone(op.Pointwise("relu"), (1, 3))] * 2, 4, 5, 2, 3),
        "size (2,)", "fewer free places than a step"),
    "a step in which nothing seems to change": Attack(
        every_size(*[alone(op.MaxPool((1,), (2,), ((0, 0),), (1,)), (1, 3))] * 2, 5),
        "size (5,)", "fewer free places than a step"),
    "outputs of other sizes": Attack(
        every_size(alone(op.Pad(((0, 2),)), (1, 3)), alone(op.Pad(((0, 1),)), (1, 3)), 9),
        "size (9,)", "outputs of which fewer places are free"),
    "relu twice, exactly": Attack(relu_twice("exact"), "segment relu1", "that is exact: the same normal forms"),
    "relu twice, decided": Attack(relu_twice("decided"), "segment relu1", "that is decided: two sides that are equal"),
    "nodes that nobody knows": Attack(
        wired(Opaque("node", "my.own.Heat", (), ("y",), "")), "", "nothing is known: my.own.Heat", NotSupported),
    "nodes that are kept": Attack(wired(), "", "nothing is known: those that are kept", NotSupported),
    "a line that nobody reads": Attack(
        lambda: replay_equality(plain(), "nn.Nothing()", line()), "", "nn.Nothing", SpecError),
    "decided, where nothing may be": Attack(
        lambda: replay_equality(
            of((relus(1), relus(1)), cut("relu1", "relu1", "decided")) | {"error": 0.0}, relus(1), relus(1)),
        "segment relu1", "nothing that is decided only"),
    "a join of other inputs": Attack(other_inputs, "inputs", "inputs of shapes"),
    "ends of two shapes": Attack(other_ends, "segment", "ends of one shape"),
    **{f"both strided, {way}, another {' and '.join(wrong)}": Attack(
        beside_the_middle(way, *wrong), "segment", f"a segment that is {way}: weight[0, 0, 0] as 'conv1' has it")
        for way in ("compared", "proved")
        for count in (1, 2)
        for wrong in combinations(("left", "middle", "right"), count)},
}  # fmt: skip

if find_spec("onnx") is not None:
    NETWORKS["all sizes of a file"] = Attack(every_size(in_a_file(), in_a_file()), "networks", "layers, lines or")

ATTACKS: dict[str, Attack] = {**EDITED, **FILES, **NETWORKS}

GENUINE: dict[str, Genuine] = {
    "theorems": Genuine(lambda: replay_equality(genuine(), *lines())),
    "all sizes": Genuine(lambda: replay_equality(all_sizes(), padded(0), padded(1))),
    "nothing left to chance": Genuine(lambda: replay_equality(plain() | {"error": 0.0}, *lines())),
    "a text": Genuine(lambda: replay_equality(json.dumps(plain()), *lines())),
    "a fold": Genuine(lambda: replay_equality(certify(*folded_pair()).text, *folded_pair())),
    "the left may be no number": Genuine(lambda: seen_to_be_numbers(0)),
    "the right may be no number": Genuine(lambda: seen_to_be_numbers(1)),
    "fractions": Genuine(of_fractions),
    "halves": Genuine(lambda: halves("given")),
    "a number in their place": Genuine(of_infinity("compared", 5.0)),
    "a number in their place, proved": Genuine(of_infinity("proved", 5.0)),
    "a value that is read where no cut is": Genuine(lambda: of_two_nodes(cut("a", "a"))),
    "a known value once more": Genuine(lambda: of_two_nodes(cut("a", "a"), cut("a", "b"))),
}
