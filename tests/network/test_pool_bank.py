"""The table of a pool: which tap reads which phase, and the pool by it."""

from __future__ import annotations

import random
from fractions import Fraction
from itertools import product

import numpy as np
import pytest

import symstride
from symstride.errors import SpecError, SymstrideError
from symstride.layers.pools import AveragePool, MaxPool
from symstride.network.operators.windows import pool_output


def random_pool(rng: random.Random) -> tuple[MaxPool | AveragePool, tuple[int, ...]]:
    axes = rng.choice([1, 1, 2, 3])
    most = 4 if axes == 1 else 3 if axes == 2 else 2
    window = (
        tuple(rng.randint(1, most) for _ in range(axes)),
        tuple(rng.randint(1, 4) for _ in range(axes)),
        tuple((rng.randint(-1, 2), rng.randint(-1, 2)) for _ in range(axes)),
        tuple(rng.randint(1, 3) for _ in range(axes)),
        rng.random() < 0.5,
    )
    pool = MaxPool(*window) if rng.random() < 0.5 else AveragePool(*window, rng.random() < 0.5)
    return pool, tuple(rng.randint(4, 9) for _ in range(axes))


def by_definition(pool: MaxPool | AveragePool, x: np.ndarray) -> np.ndarray:
    """Window by window, in Python's own numbers."""
    size = x.shape[2:]
    y = np.empty((*x.shape[:2], *pool_output(pool, size)), dtype=object)
    for n, c, *j in np.ndindex(*y.shape):
        values, padded = [], 0
        for tap in product(*map(range, pool.kernel)):
            rows = zip(pool.stride, j, pool.dilation, tap, pool.padding, size, strict=True)
            t = [(s * jj + dl * i - low, m, low, high) for s, jj, dl, i, (low, high), m in rows]
            if all(0 <= place < m for place, m, _, _ in t):
                values.append(int(x[(n, c, *(place for place, *_ in t))]))
            padded += all(-low <= place < m + high for place, m, low, high in t)
        if isinstance(pool, MaxPool):
            y[(n, c, *j)] = max(values, default=np.iinfo(np.int64).min)
        else:
            y[(n, c, *j)] = Fraction(sum(values), padded if pool.count_include_pad else len(values))
    return y


def test_random_pools_equal_their_table(rng: random.Random) -> None:
    done = 0
    while done < 60:
        pool, size = random_pool(rng)
        x = np.array([rng.randint(-9, 9) for _ in range(2 * int(np.prod(size)))]).reshape(1, 2, *size)
        try:
            expected = by_definition(pool, x)
        except (SymstrideError, ZeroDivisionError):  # a window that does not fit, or counts nothing
            continue
        for phases in (1, tuple(rng.randint(1, 3) for _ in size)):
            found = symstride.expand(pool, phases).apply(x)
            assert found.shape == expected.shape
            assert (found == expected).all(), (pool, size, phases)
        done += 1


def test_the_table_of_a_window_of_three_at_stride_two() -> None:
    """Padded by one: tap 0 reads the odd phase one cell back, tap 1 the even one, tap 2 the odd one here."""
    bank = symstride.expand(MaxPool((3,), 2, 1))
    assert bank.table.tolist() == [[[-1, 1], [0, 2]]]
    assert (bank.axes[0].umin, bank.axes[0].umax) == (-1, 0)


def test_an_average_is_a_depthwise_layer_and_a_maximum_is_none() -> None:
    unit = symstride.expand(AveragePool((2, 2), 2)).layer((8, 8), 5)
    assert (unit.in_channels, unit.out_channels, unit.groups, unit.kernel) == (20, 5, 5, (1, 1))
    with pytest.raises(SpecError, match="no layer with weights"):
        symstride.expand(MaxPool((2, 2), 2)).layer((8, 8))


def test_sums_of_narrow_integers_do_not_wrap_around() -> None:
    x = np.full((1, 1, 4), 127, np.int8)
    assert symstride.expand(AveragePool((4,), 1)).apply(x).tolist() == [[[127]]]


def test_options_of_a_layer_are_refused() -> None:
    with pytest.raises(SpecError, match="phases and order alone"):
        symstride.expand(MaxPool((2,), 2), origin="padded")
    with pytest.raises(SpecError, match="numbers of places"):
        symstride.expand(AveragePool((2, 2), 2)).layer((8,))
