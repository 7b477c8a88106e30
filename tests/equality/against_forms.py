"""The field against normal forms, on random networks, their lowerings and mutants of these."""

from __future__ import annotations

import random

from equal_cases import lowered, mutants, small_network

from symstride.equality.algebra import Activation
from symstride.equality.bound import draw
from symstride.equality.exact import same_forms
from symstride.equality.field import Field
from symstride.equality.interpret import interpret
from symstride.equality.points import agreeing
from symstride.equality.scope import LADDER
from symstride.errors import NotSupported
from symstride.network.graph import Network


def agree(left: Network, right: Network, seed: int, known: Activation) -> bool:
    algebra = Field(draw(seed, 3, 24, 4), activation=known)
    return agreeing(interpret(left, algebra), interpret(right, algebra))


def compare(rng: random.Random, count: int) -> dict[tuple[bool, bool], int]:
    """(the field says equal, the forms are) -> how often, for lowerings and mutants of them."""
    found: dict[tuple[bool, bool], int] = {}
    for number in range(count):
        network = small_network(rng)
        made = lowered(network, rng)
        wrong = mutants(made, rng)
        other = rng.choice(wrong)[1] if wrong and rng.random() < 0.75 else made
        if [network.shapes[n] for n in network.outputs] != [other.shapes[n] for n in other.outputs]:
            continue
        known = rng.choice(LADDER)
        try:
            verdict = agree(network, other, number, known), same_forms(network, other, activation=known)
        except NotSupported:  # a window of padding only
            continue
        found[verdict] = found.get(verdict, 0) + 1
    return found
