"""Pairs of networks that exist at many sizes, and what is true of them at each size, by running both on numbers."""

from __future__ import annotations

import random
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any

import numpy as np
from equal_cases import KINDS, small_network, unknowns, with_change

from symstride.equality.deciding import equal
from symstride.equality.sides import resized
from symstride.errors import SymstrideError
from symstride.layers.layer import Conv
from symstride.network.evaluate import evaluate
from symstride.network.graph import Builder, Network
from symstride.network.operators import records as op
from symstride.network.rewriting.unstride import unstride

DRAWS = 24
"""Random inputs before two networks count as equal at a size where they are said to differ."""

Family = Callable[[int], Network]


@dataclass(frozen=True)
class Case:
    """Two sides of ``equal``, and both as functions of the size."""

    kind: str
    left: Any
    right: Any
    families: tuple[Family, Family]


def of_networks(kind: str, left: Network, right: Network) -> Case:
    return Case(kind, left, right, (_grown(left), _grown(right)))


def _grown(network: Network) -> Family:
    return lambda n: resized(network, {node.name: (network.shapes[node.name][0], n) for node in network.inputs})


def random_case(rng: random.Random) -> Case:
    """One of five kinds; tried again where there is none."""
    while True:
        made = rng.choice((_changed, _changed, _lowered, _lowered_wrongly, _same_for_numbers, _padded_in_front))(rng)
        if made is not None:
            return made


def _place(network: Network, rng: random.Random) -> tuple[int, str, int] | None:
    """A node, a kind of change that it allows, and a seed."""
    seed = rng.randrange(1000)
    places = [(number, kind, seed) for number in range(len(network.nodes)) for kind in KINDS]
    for place in rng.sample(places, len(places)):
        try:
            if _change(network, *place) != network:
                return place
        except SymstrideError:
            continue
    return None


def _change(network: Network, number: int, kind: str, seed: int) -> Network:
    made = with_change(network, number, kind, random.Random(seed))
    return network if made is None else made


def _changed(rng: random.Random) -> Case | None:
    network = small_network(rng)
    place = _place(network, rng)
    return None if place is None else of_networks("a change", network, _change(network, *place))


def _lowered(rng: random.Random) -> Case | None:
    left, scope = _grown(small_network(rng)), rng.choice(("layer", "network"))
    right = lambda n: unstride(left(n), scope)  # noqa: E731 -- one of two
    return Case(f"unstride, {scope}", left, right, (left, right))


def _lowered_wrongly(rng: random.Random) -> Case | None:
    """One node of a lowering is changed, at each size the one in the same position."""
    network = small_network(rng)
    left, scope = _grown(network), rng.choice(("layer", "network"))
    try:
        place = _place(unstride(network, scope), rng)
    except SymstrideError:
        return None
    if place is None:
        return None

    def right(n: int) -> Network:
        lowered = unstride(left(n), scope)
        return _change(lowered, *place) if place[0] < len(lowered.nodes) else lowered

    return Case(f"unstride, changed, {scope}", left, right, (left, right))


def _layer(layer: Conv, weight: Any, *before: Any) -> Network:
    build = Builder("layer")
    x = build.input("x", (2, 12))
    for operator in before:
        x = build.add(operator, x)
    return build.network(build.add(layer, x, name="layer", weight=weight))


def _same_for_numbers(rng: random.Random) -> Case:
    k, s, dl = rng.randint(1, 5), rng.randint(1, 4), rng.choice((1, 1, 2))
    weight = unknowns(rng, (2, 2, k))
    low = rng.randint(0, dl * (k - 1))
    pads = ((low, max(0, rng.choice((dl * (k - 1) - low, low, low + 1)))),)
    steps: dict[str, Any] = {"stride": s, "dilation": dl, "bias": False, "ndim": 1}
    sides = [Conv(2, 2, k, padding=p, **steps) for p in (rng.choice(("same", "same_lower")), pads)]
    return of_networks("same for numbers", *(_layer(side, weight) for side in sides))


def _padded_in_front(rng: random.Random) -> Case:
    """The padding as a node in front, sometimes wrong by one."""
    k, s = rng.randint(1, 4), rng.randint(1, 4)
    weight = unknowns(rng, (2, 2, k))
    low, high = rng.randint(0, 3), rng.randint(0, 3)
    pad = op.Pad(((low, max(0, high + rng.choice((0, 0, 1, -1)))),))
    inside, outside = (Conv(2, 2, k, s, padding=p, bias=False, ndim=1) for p in (((low, high),), 0))
    return of_networks("padding as a node", _layer(inside, weight), _layer(outside, weight, pad))


# ------------------------------------------------------------------------------------------------ by force


def truth(case: Case, size: int, rng: random.Random, said: str | None) -> str | None:
    """What running both shows: None where one side does not exist; "different" is tried for longer where it is said."""
    sides = []
    for family in case.families:
        try:
            sides.append(family(size))
        except SymstrideError:
            return None
    left, right = sides
    shapes = [[network.shapes[name] for name in network.outputs] for network in sides]
    if shapes[0] != shapes[1]:
        return "different"
    for _ in range(DRAWS if said == "different" else 1):
        x = np.array(rng.choices(range(-9, 10), k=2 * size)).astype(float).reshape(1, 2, size)
        with np.errstate(all="ignore"):
            try:
                a, b = (evaluate(network, {network.inputs[0].name: x}) for network in sides)
            except SymstrideError:  # an average over a window of padding only
                return "no value"
        pairs = [(a[m], b[n]) for m, n in zip(left.outputs, right.outputs, strict=True)]
        if any(not np.allclose(m, n, equal_nan=True) for m, n in pairs):
            return "different"
    return "equal"


@dataclass
class Found:
    """What became of one pair: the cutoff, how many sizes were run, how many were open, and where it was wrong."""

    kind: str
    status: str
    last: int = 0
    sizes: int = 0
    open: int = 0
    wrong: tuple[str, ...] = ()


def by_force(case: Case, rng: random.Random, seed: int, beyond: Callable[[int], int]) -> Found:
    """The answer of ``equal`` for all sizes, against each size up to ``beyond(cutoff)``."""
    verdict = equal(case.left, case.right, sizes="all", seed=seed)
    if verdict.every is None:
        return Found(case.kind, "no cutoff")
    last, wrong, undecided = verdict.every.repeats[0].last, [], 0
    for n in range(1, beyond(last) + 1):
        said = verdict.status_at(n)
        is_so = truth(case, n, rng, said)
        if said == "open" or is_so == "no value":
            undecided += 1
        elif is_so != said:
            wrong.append(f"N = {n}: {said}, and it is {is_so}")
    return Found(case.kind, verdict.status, last, beyond(last), undecided, tuple(wrong))
