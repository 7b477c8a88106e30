"""Comparing a network with its form on the grid, value by value."""

from __future__ import annotations

import random
from collections.abc import Iterator
from dataclasses import replace

import numpy as np
from numpy.typing import NDArray
from scope_networks import whole_numbers

from symstride.network.evaluate import evaluate
from symstride.network.graph import Network
from symstride.network.grid.plan import Plan, plan
from symstride.network.operators.arrays import depth_to_space
from symstride.network.rewriting.on_grid import names_of


def places(value: NDArray[np.generic], made: Plan, name: str) -> NDArray[np.generic]:
    """A value in phases as a map again, ghosts included."""
    grid = made.grids[name]
    return depth_to_space(value, grid.phases, "channel_major") if grid.has_phases else value


def values(
    network: Network, flat: Network, x: NDArray[np.generic]
) -> Iterator[tuple[str, NDArray[np.generic], NDArray[np.generic]]]:
    """Each value of the network by name, beside what the rewritten network has for it, ghosts included."""
    made = plan(network)
    before, after = evaluate(network, x, every=True), evaluate(flat, x, every=True)
    for name, on_grid in names_of(network, made).items():
        yield name, before[name], places(after[on_grid], made, name)


def first_difference(network: Network, flat: Network, x: NDArray[np.generic]) -> str | None:
    """The first value that is not the same in each place that it really has; the outputs are compared as well."""
    for name, before, after in values(network, flat, x):
        real = after[(..., *(slice(n) for n in before.shape[2:]))]
        if (before != real).any():
            return name
    ends = evaluate(network, x), evaluate(flat, x)
    return next((name for name in network.outputs if (ends[0][name] != ends[1][name]).any()), None)


def fed(network: Network, rng: random.Random, dtype: str = "int64") -> NDArray[np.generic]:
    return whole_numbers(rng, (2, *network.shapes["x"])).astype(dtype)


def redrawn(network: Network, rng: random.Random) -> Network:
    """Other weights, as Python's integers: minus infinity is then a number that 0 does not silence."""
    drawn = {name: whole_numbers(rng, array.shape).astype(object) for name, array in network.weights.items()}
    return replace(network.with_weights(drawn), dtype="object")
