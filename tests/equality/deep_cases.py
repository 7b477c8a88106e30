"""Deep chains on one axis, and what is made of them: written otherwise, and wrong at some sizes only."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from typing import Any
from unittest.mock import patch

from equal_cases import unknowns
from size_cases import Case, of_networks

from symstride.equality.cutoffs import Building
from symstride.equality.verdict import Equality
from symstride.errors import NotSupported, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

Layer = dict[str, Any]
"""What one layer is: its kind, and the numbers that it takes."""

CHANNELS = 2


def random_layers(rng: random.Random, count: int) -> list[Layer]:
    """Layers whose strides multiply to 64 at most."""
    found: list[Layer] = []
    total = 1
    while len(found) < count:
        kind = rng.choice(("conv", "conv", "conv", "pool", "map", "branch", "late"))
        stride = rng.choice((1, 1, 2, 2, 3)) if kind in ("conv", "pool") else 1
        if total * stride > 64:
            stride = 1
        total *= stride
        kernel = rng.randint(max(1, stride - 1), 4)
        low = rng.randint(0, kernel - 1)
        found.append(
            {"kind": kind, "kernel": kernel, "stride": stride, "padding": (low, rng.randint(0, kernel - 1)),
             "seed": rng.randrange(10**6), "ceil": rng.random() < 0.3, "far": rng.randint(2, 6)}
        )  # fmt: skip
    return found


def network(layers: list[Layer], rewritten: Callable[[int], str] = lambda number: "") -> Network:
    """The chain; ``rewritten`` says for each layer how it is written: as it is, otherwise, or wrongly."""
    build = Builder("deep", dtype="float64")
    x = build.input("x", (CHANNELS, 200))
    for number, layer in enumerate(layers):
        x = _add(build, x, layer, f"n{number}", rewritten(number))
    return build.network(x)


def _add(build: Builder, x: str, layer: Layer, name: str, how: str) -> str:
    k, s, (low, high), seed = layer["kernel"], layer["stride"], layer["padding"], layer["seed"]
    if layer["kind"] == "map":
        return build.add(op.Pointwise("tanh"), x, name=name)
    if layer["kind"] == "branch":
        weight = _weight(seed, 1)
        y = build.add(_conv(1, 1, (0, 0)), x, name=f"{name}/branch", weight=weight)
        first, second = (y, x) if how == "otherwise" else (x, y)
        return build.add(op.Add(), first, second, name=name)
    if layer["kind"] == "late":  # one tap looks back so far that small maps do not show it
        weight = _weight(seed, 2)
        if how == "wrongly":
            return build.add(_conv(1, 1, (0, 0)), x, name=name, weight=weight[..., 1:].copy())
        far = layer["far"]
        steps: dict[str, Any] = {"padding": ((far, 0),), "dilation": far, "bias": False, "ndim": 1}
        return build.add(Conv(CHANNELS, CHANNELS, 2, 1, **steps), x, name=name, weight=weight)
    if layer["kind"] == "pool":
        if how == "otherwise":
            x = build.add(op.Pad(((low, high),), "lowest"), x, name=f"{name}/pad") if low + high else x
            pads, up = ((0, 0),), layer["ceil"]
        else:
            pads, up = ((low, high),), layer["ceil"] != (how == "wrongly")
        return build.add(op.MaxPool((k,), (s,), pads, (1,), up), x, name=name)
    weight = _weight(seed, k)
    if how == "otherwise":
        x = build.add(op.Pad(((low, high),)), x, name=f"{name}/pad")
        return build.add(_conv(k, s, (0, 0)), x, name=name, weight=weight)
    return build.add(_conv(k, s, "same" if how == "wrongly" else (low, high)), x, name=name, weight=weight)


def _conv(k: int, s: int, padding: Any) -> Conv:
    pairs = padding if isinstance(padding, str) else (padding,)
    return Conv(CHANNELS, CHANNELS, k, s, padding=pairs, bias=False, ndim=1)


def _weight(seed: int, k: int) -> Any:
    return unknowns(random.Random(seed), (CHANNELS, CHANNELS, k)) / (CHANNELS * k) ** 0.5


@contextmanager
def segments_only() -> Iterator[None]:
    """Whole networks are not decided at once, however small they are; their segments are."""

    def refused(build: Building, *rest: Any) -> Equality:
        raise NotSupported("all sizes", "segments", "the whole", "look at segments")

    with patch("symstride.equality.every_size.tried_at", refused):
        yield


def deep_case(rng: random.Random, least: int = 6, most: int = 20) -> Case:
    """A chain against itself: written otherwise in places, and wrongly in one or none; or against its lowering."""
    while True:
        layers = random_layers(rng, rng.randint(least, most))
        others = {n for n in range(len(layers)) if rng.random() < 0.5}
        wrong = rng.randrange(len(layers)) if rng.random() < 0.7 else -1
        if wrong >= 0 and layers[wrong]["kind"] == "conv" and rng.random() < 0.7:
            k, s = layers[wrong]["kernel"], layers[wrong]["stride"]
            layers[wrong]["padding"] = (max(0, k - s) // 2, max(0, k - s) - max(0, k - s) // 2)  # SAME for multiples
        try:
            left = network(layers)
            hows = ["wrongly" if n == wrong else "otherwise" if n in others else "" for n in range(len(layers))]
            right = network(layers, hows.__getitem__)
        except SymstrideError:
            continue
        kind = f"one {layers[wrong]['kind']} wrongly" if wrong >= 0 else "written otherwise"
        if wrong < 0 and rng.random() < 0.3:
            try:
                right = unstride(left, "layer")
            except SymstrideError:
                continue
            kind = "unstride"
        return of_networks(kind, left, right)
