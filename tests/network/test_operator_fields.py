"""Fields of operators that are made by hand: whatever stands in them, it is an operator or an error in four parts."""

from __future__ import annotations

import contextlib
import inspect
from collections.abc import Iterator
from dataclasses import fields, replace
from fractions import Fraction
from math import prod
from pathlib import Path
from typing import Any

import numpy as np
import pytest

import symstride as ss
from symstride.errors import SpecError, SymstrideError
from symstride.network.evaluate import evaluate
from symstride.network.operators import maps
from symstride.network.operators import records as op
from symstride.network.operators.fields import wrong_field
from symstride.network.operators.pointwise import PIXELWISE, POINTWISE

ODD: tuple[Any, ...] = (
    float("nan"), float("inf"), -float("inf"), 1e300, 10**400, 2**70, 2**40, 0, -1, 0.5, Fraction(1, 3),
    np.float32(0.5), True, None, "text", 2j, (1,), [1], (None, 1), {},
)  # fmt: skip

RECORDS: dict[str, tuple[Any, tuple[int, ...]]] = {
    "input": (op.Input((8, 4, 4)), ()),
    "pool": (op.GlobalPool("max"), (8, 4, 4)),
    "affine": (op.Affine(), (8, 4, 4)),
    "norm": (op.BatchNorm(), (8, 4, 4)),
    "quotient": (op.Quotient(), (8, 4, 4)),
    "pointwise": (op.Pointwise("leaky_relu", (("alpha", 0.5),)), (8, 4, 4)),
    "dequantise": (op.Dequantise(0, 0.5), (8, 4, 4)),
    "requantise": (op.Requantise(1.0, 1.0, 0, -128, 127), (8, 4, 4)),
    "pixelwise": (op.Pixelwise("lrn", (("size", 3),)), (8, 4, 4)),
    "divide": (op.Divide(((1, 2, 3, 1), (1, 1, 2, 2)), (1, 1)), (8, 4, 4)),
    "permutation": (op.ChannelPermutation((1, 0, 2, 3, 4, 5, 6, 7)), (8, 4, 4)),
    "gather": (op.ChannelGather((1, 1)), (8, 4, 4)),
    "channels": (op.Channels(0, 2), (8, 4, 4)),
    "phases": (op.SpaceToDepth((2, 2), "channel_major", ((0,), (0, 1))), (8, 4, 4)),
    "depth": (op.DepthToSpace((2, 2), "channel_major"), (8, 4, 4)),
    "pad": (op.Pad(((1, 0), (0, -1)), 0.5), (8, 4, 4)),
    "wrap": (op.Wrap(((1, 0), (0, 1))), (8, 4, 4)),
    "select": (op.Select(), (8, 4, 4)),
    "mask": (op.Mask((2, 2), (7, 8), "channel_major"), (8, 4, 4)),
    "reshape": (op.Reshape((8, 16)), (8, 4, 4)),
    "transpose": (op.Transpose((1, 0, 2)), (8, 4, 4)),
    "take": (op.Take(1, (0, 2)), (8, 4, 4)),
    "gemm": (op.Gemm(3), (8,)),
    "softmax": (op.Softmax(1), (8, 4, 4)),
}


def network_of(operator: Any, shape: tuple[int, ...]) -> ss.Network:
    build = ss.Builder("odd")
    if not shape:
        return build.network(build.append(ss.network.graph.Node("x", operator)))
    x = build.input("x", shape)
    arrays = {"inside": np.ones(shape, bool)} if isinstance(operator, op.Select) else {}
    return build.network(build.add(operator, x, name="f", **arrays))


def tried(network: ss.Network, folder: Path) -> None:
    """Whatever can be done with it may be refused; anything else that is raised is a failure."""
    rng, shapes = np.random.default_rng(0), network.parameter_shapes()
    if any(prod(shape) > 2**20 for shape in shapes.values()):
        return
    drawn = {name: rng.random(shape, dtype=np.float32) for name, shape in shapes.items() if name not in network.weights}
    try:
        whole = network.with_weights({**drawn, **network.weights})
    except SpecError:  # no root of a variance
        return
    for action in (
        lambda: evaluate(whole, np.ones((1, *whole.shapes[whole.inputs[0].name]), np.float32)),
        lambda: ss.equal(whole, whole, seed=1),
        lambda: ss.write(whole, folder / "odd.onnx"),
    ):
        with contextlib.suppress(SymstrideError):
            action()


def refused_or_tried(operator: Any, shape: tuple[int, ...], folder: Path) -> bool:
    try:
        network = network_of(operator, shape)
    except SpecError:
        return True
    tried(network, folder)
    return False


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize("name", RECORDS)
def test_odd_fields(name: str, tmp_path: Path) -> None:
    """No value of any field ends in anything but an error of ours; texts, complex numbers and sets are always one."""
    sound, shape = RECORDS[name]
    assert wrong_field(sound) is None
    assert not refused_or_tried(sound, shape, tmp_path)
    for each in fields(sound):
        for value in ODD:
            refused = refused_or_tried(replace(sound, **{each.name: value}), shape, tmp_path)
            assert refused or value not in ("text", 2j, {})


def named() -> Iterator[Any]:
    for record, table, rows in ((op.Pointwise, POINTWISE, maps.POINTWISE), (op.Pixelwise, PIXELWISE, maps.PIXELWISE)):
        for name in rows:
            taken = inspect.signature(rows[name].largest).parameters
            given = {"size": 3.0} if name == "lrn" else {}
            for attribute in [*taken][1:]:
                if taken[attribute].kind is not inspect.Parameter.VAR_KEYWORD:
                    yield pytest.param(record, name, attribute, given, id=f"{name}.{attribute}")
        assert set(table) == set(rows)


@pytest.mark.filterwarnings("ignore::RuntimeWarning")
@pytest.mark.parametrize(("record", "name", "attribute", "given"), [*named()])
def test_odd_attributes(record: Any, name: str, attribute: str, given: dict[str, float], tmp_path: Path) -> None:
    for value in ODD:
        operator = record(name, tuple((given | {attribute: value}).items()))
        refused = refused_or_tried(operator, (4, 2, 2), tmp_path)
        number = isinstance(value, float | int | Fraction) and value is not True
        ends = name == "clip" and (value is None or value in (float("inf"), -float("inf")))
        assert refused or number or ends
        assert not (value is not None and number and value != value and not refused)


@pytest.mark.parametrize("size", [0, -1, 2**41, 1.5])
def test_a_window_of_channels_has_some(size: Any) -> None:
    with pytest.raises(SpecError, match="window of 1 to"):
        network_of(op.Pixelwise("lrn", (("size", size),)), (4, 2, 2))


def test_a_window_that_is_larger_than_the_channels_takes_no_memory() -> None:
    """It gives what a window over all channels gives that is scaled alike."""
    x = np.random.default_rng(0).random((1, 3, 2, 2))
    (wide,), (plain,) = (
        list(evaluate(network_of(op.Pixelwise("lrn", (("size", n), ("alpha", n / 10))), (3, 2, 2)), x).values())
        for n in (2**40, 5)
    )
    assert np.allclose(wide, plain)
    squares = (x * x).sum(axis=1, keepdims=True)
    assert np.allclose(plain, x / (1 + squares / 10) ** 0.75)


def test_even_windows_reach_one_further_up() -> None:
    x = np.random.default_rng(0).random((1, 4, 1, 1))
    (given,) = evaluate(network_of(op.Pixelwise("lrn", (("size", 2), ("alpha", 2.0))), (4, 1, 1)), x).values()
    squares = x * x + np.concatenate([x[:, 1:] ** 2, np.zeros_like(x[:, :1])], axis=1)
    assert np.allclose(given, x / (1 + squares) ** 0.75)
