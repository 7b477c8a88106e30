"""The checker as a prover at random: whatever cuts it is made to take, in whatever order, are true of the numbers."""

from __future__ import annotations

import random
from collections import Counter
from collections.abc import Iterator
from itertools import product
from typing import Any

import numpy as np
import pytest
from equal_cases import unknowns

from symstride.certifying.joining import Cut, Held, Join
from symstride.certifying.settling import SegmentAsked, Way, settled
from symstride.errors import CertificateRejected, SymstrideError
from symstride.layers.layer import Conv
from symstride.network.evaluate import evaluate, operate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op

pytestmark = pytest.mark.filterwarnings("ignore::RuntimeWarning")  # of minus infinity, which some values are

HELD = (Held(), Held((1,)), Held((2,)), Held((2,), "phase_major"))
ASKED = SegmentAsked("symbolic", "any", 1e-9)
WEIGHT = unknowns(random.Random(2), (2, 2, 1))


def drawn(rng: random.Random) -> Network:
    """Few operators on one input, drawn so that two networks share values, hold them in phases, and pad them."""
    build = Builder("drawn", dtype="float64")
    names = [build.input("x", (2, 6))]
    while len(names) < 8:
        x = rng.choice(names)
        channels, places = build.shapes[x]
        choices: list[Any] = [
            op.Pointwise(rng.choice(("relu", "tanh"))),
            op.Pad(((0, 1),), fill=rng.choice((0.0, 0.0, "lowest"))),
            op.MaxPool((1,), (1,), ((rng.choice((0, 0, 1)), 0),), (1,)),
            op.AveragePool((2,), (2,), ((0, 0),), (1,), ceil_mode=True),
            op.Affine(shift=False),
        ]
        if places % 2 == 0:
            choices += [op.SpaceToDepth((2,), rng.choice(("channel_major", "phase_major")))] * 3
        if channels == 4:
            choices += [op.DepthToSpace((2,), rng.choice(("channel_major", "phase_major")))] * 2
        if channels == 2:
            choices.append(Conv(2, 2, (1,), bias=False))
        alike = [name for name in names if build.shapes[name] == build.shapes[x]]
        choices.append(rng.choice((op.Maximum(), op.Add())))
        operator = rng.choice(choices)
        inputs = [x, rng.choice(alike)] if isinstance(operator, op.Maximum | op.Add) else [x]
        arrays = {"weight": WEIGHT} if isinstance(operator, Conv) else {}
        if isinstance(operator, op.Affine):
            arrays = {"scale": np.full(channels, rng.choice((0.0, 1.0, 0.3)))}
        try:
            names.append(build.add(operator, *inputs, name=f"n{len(names)}", **arrays))
        except SymstrideError:
            continue
    return build.network(*names[1:])


def candidates(left: Network, right: Network, rng: random.Random) -> Iterator[Cut]:
    """All cuts that there might be, in some order."""
    found = [Cut(a, b, held) for a, b, held in product(left.shapes, right.shapes, HELD)]
    yield from rng.sample(found, len(found))


def holding(value: Any, held: Held, shape: tuple[int, ...]) -> Any:
    """What a node of that shape has when it holds the value so."""
    if not held.cell:
        return value
    more = shape[1] * held.cell[0] - value.shape[2]
    return operate(op.SpaceToDepth(held.cell, held.order), [operate(op.Pad(((0, more),)), [value])])


@pytest.mark.parametrize("count", [8, pytest.param(40, marks=pytest.mark.full)])
def test_whatever_cuts_are_taken_are_true(count: int, rng: random.Random) -> None:
    taken: Counter[Way] = Counter()
    numbers = np.random.default_rng(rng.randrange(2**32))
    for _ in range(count):
        left, right = drawn(rng), drawn(rng)
        x = numbers.standard_normal((1, 2, 6))
        values = [evaluate(network, x, every=True) for network in (left, right)]
        join = Join(left, right)
        ways: tuple[Way, ...] = ("same", "compared", "exact")
        for cut in [*candidates(left, right, rng), *candidates(left, right, rng)]:
            try:
                segment = join.segment(cut)
            except CertificateRejected:
                continue
            for way in rng.sample(ways, 2):
                try:
                    settled(segment, way, (), ASKED)
                except CertificateRejected:
                    continue
                join.take(cut)
                taken[way] += 1
                wanted = holding(values[0][cut.left], cut.held, right.shapes[cut.right])
                got = values[1][cut.right]
                assert np.allclose(wanted, got, rtol=1e-9, atol=1e-12, equal_nan=True), (way, cut, left, right)
                break
    assert taken.total() > count, taken
    assert count < 20 or taken.keys() == set(ways)
