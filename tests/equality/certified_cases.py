"""Pairs of networks with certificates of their equality, and changes of these."""

from __future__ import annotations

import json
import random
from collections.abc import Callable
from copy import deepcopy
from functools import cache
from typing import Any

import numpy as np
from equal_cases import unknowns

from symstride.certifying.certificate import FORMAT
from symstride.certifying.making import certify
from symstride.layers.layer import Conv
from symstride.network.digest import canonical_digest
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

Data = dict[str, Any]
Pair = tuple[Network, Network]


def line(seed: int = 1, size: int = 13) -> Network:
    """Strides 2, 1, 2 along one axis, a map behind each layer."""
    rng = random.Random(seed)
    build = Builder("line", dtype="float64")
    x = build.input("x", (2, size))
    for number, stride in enumerate((2, 1, 2), start=1):
        arrays = {"weight": unknowns(rng, (2, 2, 3)), "bias": unknowns(rng, (2,))}
        x = build.add(Conv(2, 2, (3,), stride, 1), x, name=f"conv{number}", **arrays)
        x = build.add(op.Pointwise(("relu", "tanh", "sigmoid")[number - 1]), x, name=f"map{number}")
    return build.network(x)


@cache
def lines() -> Pair:
    """The same, and without strides."""
    network = line()
    return network, unstride(network, "network")


@cache
def _genuine() -> str:
    return certify(*lines(), seed=1).text


def genuine() -> Data:
    """The certificate of these: proved, compared, proved, same."""
    return dict(json.loads(_genuine()))


def plain() -> Data:
    """The same without theorems, which take most of the time: what was proved is compared only."""
    data = genuine()
    for cut in cuts(data):
        cut.update({"theorems": [], "way": "compared"} if cut["way"] == "proved" else {})
    return data


def stem(by_hand: bool) -> Network:
    """A layer of 3 taps with stride 2, or 2 taps with stride 1 on phases that were laid out by hand."""
    rng, build = random.Random(5), Builder("stem", dtype="float64")
    w = unknowns(rng, (3, 2, 3))
    x = build.input("x", (2, 10))
    if not by_hand:
        return build.network(build.add(Conv(2, 3, (3,), 2, ((1, 0),), bias=False), x, weight=w))
    wide = np.concatenate([np.zeros((3, 2, 1)), w], axis=2).reshape(3, 2, 2, 2)  # (o, c, cell, phase)
    phases = np.ascontiguousarray(wide.transpose(0, 3, 1, 2)).reshape(3, 4, 2)
    x = build.add(op.SpaceToDepth((2,), "phase_major"), x)
    y = build.add(op.Pad(((1, 0),)), x)
    return build.network(build.add(Conv(4, 3, (2,), bias=False), y, weight=phases))


@cache
def theorem_of_stem() -> str:
    """The certificate of the two, with a theorem."""
    return certify(stem(False), stem(True), seed=1).text


def padded_stem() -> Network:
    """The layer with stride 2 and its padding as a node in front."""
    build = Builder("padded", dtype="float64")
    x = build.add(op.Pad(((1, 0),)), build.input("x", (2, 10)))
    return build.network(build.add(Conv(2, 3, (3,), 2, bias=False), x, weight=stem(False).weights["conv1.weight"]))


def folded_pair(off: float = 0.0) -> Pair:
    """A layer and a normalisation, and both in one layer, as an optimiser writes it."""
    rng = random.Random(3)
    w, b = unknowns(rng, (2, 2, 3)).astype("f"), unknowns(rng, (2,)).astype("f")
    scale, bias, mean = (unknowns(rng, (2,)).astype("f") for _ in range(3))
    variance = np.array([0.7, 1.3], "f")
    layer = Conv(2, 2, (3,), 2, 1)
    first, second = Builder("two"), Builder("one")
    y = first.add(layer, first.input("x", (2, 9)), weight=w, bias=b)
    y = first.add(op.BatchNorm(1e-5), y, scale=scale, bias=bias, mean=mean, variance=variance)
    factor = scale / np.sqrt(variance + np.float32(1e-5))
    both = {"weight": w * factor[:, None, None] * np.float32(1 + off), "bias": (b - mean) * factor + bias}
    return first.network(y), second.network(second.add(layer, second.input("x", (2, 9)), **both))


def padded(before: int) -> Network:
    """A layer with a stride and a pool, its padding in a node or in the layer: equal at all sizes."""
    rng, build = random.Random(9), Builder("padded", dtype="float64")
    x = build.input("x", (1, 7))
    y = build.add(op.Pad(((before, 0),)), x) if before else x
    layer = Conv(1, 1, (3,), 2, ((1 - before, 1),), bias=False)
    y = build.add(layer, y, name="layer", weight=unknowns(rng, (1, 1, 3)))
    return build.network(build.add(op.MaxPool((2,), (1,), ((0, 0),), (1,)), y, name="pool"))


@cache
def _all_sizes() -> str:
    return certify(padded(0), padded(1), sizes="all", seed=1).text


def all_sizes() -> Data:
    """The certificate of ``padded(0)`` and ``padded(1)``."""
    return dict(json.loads(_all_sizes()))


def relus(times: int) -> Network:
    """relu so many times: the same as once, which only the field and the normal forms know."""
    build = Builder("relus", dtype="float64")
    x = build.input("x", (2, 5))
    for number in range(times):
        x = build.add(op.Pointwise("relu"), x, name=f"relu{number + 1}")
    return build.network(x)


# ------------------------------------------------------------------------------------------------ certificates


def cuts(data: Data) -> list[Data]:
    found: list[Data] = data["at"][0]["cuts"]
    return found


def cut(left: str, right: str, way: str = "same", cell: tuple[int, ...] = ()) -> Data:
    held = {"cell": list(cell), "order": "channel_major"} if cell else None
    return {"left": left, "right": right, "held": held, "way": way, "theorems": []}


def of(pair: Pair, *rows: Data, activation: str = "any") -> Data:
    """A certificate for that pair, with these cuts."""
    at = with_digests({"at": [{"size": None, "cuts": list(rows)}]}, *pair)["at"]
    return {
        "format": FORMAT,
        "weights": "symbolic",
        "activation": activation,
        "error": 1e-9,
        "repeats": None,
        "at": at,
    }


def with_digests(data: Data, left: Network, right: Network) -> Data:
    """The same about other networks."""
    data["at"][0] |= {"left": canonical_digest(left), "right": canonical_digest(right)}
    return data


def change(*path: Any, to: Any) -> Callable[[Data], None]:
    """What puts something else at that place: a value, or a function of the one that stands there."""

    def made(data: Any) -> None:
        for key in path[:-1]:
            data = data[key]
        data[path[-1]] = to(data[path[-1]]) if callable(to) else to

    return made


def forged(data: Data, *forge: Callable[[Data], Any]) -> Data:
    """A changed copy."""
    other = deepcopy(data)
    for each in forge:
        each(other)
    assert other != data
    return other
