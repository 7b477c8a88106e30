"""Pairs that differ, and how often a field of few numbers takes them for equal."""

from __future__ import annotations

import random

import numpy as np
from equal_cases import unknowns

from symstride.equality import bound
from symstride.equality.bound import Draw
from symstride.equality.exact import same_forms
from symstride.equality.field import Field
from symstride.equality.interpret import interpret
from symstride.layers.layer import Conv
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op


def line(rng: random.Random, kernel: np.ndarray, more: bool) -> Network:  # type: ignore[type-arg]
    """One output number: a layer as large as its input, and a second and a product behind it at times."""
    build = Builder("line", dtype="float64")
    x = build.input("x", (1, kernel.size))
    y = build.add(Conv(1, 1, (kernel.size,), bias=False), x, name="a", weight=kernel.reshape(1, 1, -1))
    if more:
        y = build.add(op.Pointwise("tanh"), y, name="b")
        y = build.add(op.Multiply(), y, y, name="c")
    return build.network(y)


def pooled(rng: random.Random, order: list[int], other: int) -> Network:
    """The largest of some places of 6, the last of which may be another."""
    build = Builder("pool", dtype="float64")
    x = build.input("x", (1, 6))
    y = build.add(op.Take(1, (*order, other)), x, name="taken")
    return build.network(build.add(op.MaxPool((4,), (1,), ((0, 0),), (1,)), y, name="largest"))


def wrongly_equal(pairs: list[tuple[Network, Network]], drawn: list[Draw]) -> tuple[int, float]:
    """How often different networks are found equal, and the sum of what the bound allows."""
    wrong, allowed = 0, 0.0
    for number, ((left, right), one) in enumerate(zip(pairs, drawn, strict=True)):
        if number % 10 == 0:  # they differ by construction
            assert not same_forms(left, right)
        algebra = Field(one)
        a, b = interpret(left, algebra)[0], interpret(right, algebra)[0]
        for value in (a, b):
            algebra.met.output(value.degree, value.size, value.common)
        most = bound.probability(algebra.met, one)
        if most >= 0.5:
            continue
        wrong += bool((a.numbers == b.numbers).all())
        allowed += most
    return wrong, allowed


def field_pairs(rng: random.Random, count: int) -> list[tuple[Network, Network]]:
    pairs = []
    for _ in range(count):
        kernel, more = unknowns(rng, (3,)), rng.random() < 0.3
        other = kernel[::-1].copy() if rng.random() < 0.5 else kernel * [1.25, 1, 1]
        pairs.append((line(rng, kernel, more), line(rng, other, more)))
    return pairs
