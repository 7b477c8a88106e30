"""Random points, as many and as large as an error takes: whether two sides agree at them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from math import prod
from typing import TypeAlias

import numpy as np

from symstride.equality import bound
from symstride.equality.algebra import Activation
from symstride.equality.bound import Draw, draw
from symstride.equality.field import NOTHING, Field, Tuples, Weights, sparseness
from symstride.equality.hashing import key
from symstride.errors import NotSupported
from symstride.limits import MAX_COMPUTED, MAX_PRODUCTS, check_bytes, check_product
from symstride.network.evaluate import work_of
from symstride.network.graph import Network
from symstride.network.operators import records as op

ASKED = "equal(left, right)"
MAX_ROWS, MAX_DRAWS = 4, 6

Outputs: TypeAlias = Callable[[Field], tuple[Sequence[Tuples], Sequence[Tuples]]]
"""Runs both sides at a point, and gives the values that have to agree."""


def settled(
    networks: Sequence[Network],
    outputs: Outputs,
    weights: Weights,
    activation: Activation,
    error: float,
    seed: int,
    numbers: bool = False,
) -> tuple[bool, float, Draw]:
    """Whether both sides agree, the most with which different ones do, and the last point.

    With ``numbers`` minus infinity is no output either: it is refused (see ``agreeing``).
    A point may show that it takes more primes or more bits than was guessed from ``networks``; then another is drawn.
    Raises ``NotSupported`` where no points are enough.
    """
    rows, words, sparse = _guess(networks, error)
    wrong, number = 1.0, 0
    while number < MAX_DRAWS:
        drawn = draw(key(seed, activation, number, rows, words, sparse), rows, words, sparse)
        algebra = Field(drawn, weights, activation)
        for network in networks:
            check_work(network, rows)
        a, b = outputs(algebra)
        if not agreeing(a, b, numbers):
            return False, 1.0, drawn
        for value in (*a, *b):
            algebra.met.output(value.degree, value.size, value.common)
        needed = sparseness(algebra.met.members)
        more = bound.words_needed(algebra.met, needed, error)
        least = bound.rows_needed(algebra.met, drawn, error)
        if (least > rows and rows < MAX_ROWS) or (algebra.met.unions and (needed != sparse or more > words)):
            rows, words, sparse = max(rows, min(MAX_ROWS, least)), max(words, more), needed
            number += 1
            continue
        wrong *= bound.probability(algebra.met, drawn)
        if wrong <= error:
            return True, wrong, drawn
        number += 1
    got = f"{wrong:.1e} after {MAX_DRAWS} points"
    raise NotSupported(ASKED, f"an error of at most {error:.1e}", got, "ask for a larger error")


def _guess(networks: Sequence[Network], error: float) -> tuple[int, int, int]:
    """Primes, words, and how rare bits are, from the numbers of maps and pools; what was met corrects it."""
    met = bound.Met(degree=4, size=16.0, outputs=1)
    for network in networks:
        for node in network.nodes:
            if isinstance(node.operator, op.Pointwise | op.Pixelwise | op.Softmax | op.PRelu):
                met.forms += prod(network.shapes[node.name])
            elif isinstance(node.operator, op.MaxPool | op.Maximum):
                met.forms += sum(prod(shape) for shape in network.input_shapes(node))
                kernel = getattr(node.operator, "kernel", (len(node.inputs),))
                met.sets(prod(network.shapes[node.name]), prod(kernel))
    sparse = sparseness(met.members)
    rows = bound.rows_needed(met, draw(0, 2), error)
    return max(2, min(MAX_ROWS, rows)), bound.words_needed(met, sparse, error), sparse


def agreeing(left: Sequence[Tuples], right: Sequence[Tuples], numbers: bool = False) -> bool:
    """Whether outputs are the same tuples.  Refuses outputs that are no numbers: nothing could be said of them.

    Minus infinity is one of these where ``numbers`` are asked for.
    """
    if numbers and any((value.numbers < 0).any() for value in (*left, *right)):
        got = "minus infinity, of a window of padding only"
        raise NotSupported(ASKED, "values between segments that are numbers", got, "pad with numbers")
    if any((value.numbers == NOTHING).any() for value in (*left, *right)):
        got = "an output that minus infinity was added to, of a window of padding only"
        raise NotSupported(ASKED, "outputs that are numbers", got, "pad with numbers in front of sums and products")
    return all(np.array_equal(a.numbers, b.numbers) for a, b in zip(left, right, strict=True))


def check_work(network: Network, rows: int) -> None:
    """Refuse values of too many bytes, and layers of too many products, before anything is computed."""
    for node in network.nodes:
        asked = f"{ASKED}, node {node.title!r}"
        check_bytes(asked, (rows, *network.shapes[node.name]), 8, 2 * MAX_COMPUTED)
        check_product(asked, (rows, *work_of(network, node)), MAX_PRODUCTS, "products in one layer")
