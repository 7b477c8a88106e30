"""What windows read, in closed form: compared with going through all taps."""

from __future__ import annotations

import random

from symstride.network.operators.records import AveragePool
from symstride.network.operators.windows import counts, pool_output
from symstride.network.reads import Window, meets


def drawn(rng: random.Random) -> Window:
    low = rng.randint(-30, 30)
    return Window(rng.randint(1, 6), rng.randint(1, 7), rng.randint(1, 7), low, rng.random() < 0.5)


def places(window: Window, output: int) -> list[int]:
    """By the definition in ``Window``, tap by tap; for a transposed layer from all places that may be meant."""
    taps = range(window.kernel)
    if not window.transposed:
        return [window.stride * output + window.dilation * i - window.low for i in taps]
    steps = [output + window.low - window.dilation * i for i in taps]
    return [n // window.stride for n in steps if n % window.stride == 0]


def test_what_is_read_and_by_whom(rng: random.Random) -> None:
    for _ in range(500):
        window = drawn(rng)
        for output in range(-8, 9):
            assert list(window.read_by(output)) == places(window, output)
            for place in range(-8, 9):
                assert (place in window.read_by(output)) == (output in window.readers(place))


def test_whether_a_place_of_a_range_is_read(rng: random.Random) -> None:
    for _ in range(2000):
        window, size, outputs = drawn(rng), rng.randint(1, 12), rng.randint(1, 12)
        read = [t for j in range(outputs) for t in places(window, j)]
        assert window.reads_any(size, outputs) == any(0 <= t < size for t in read), (window, size, outputs)
        row = window.read_by(rng.randint(-5, 12))
        assert meets(row, size) == any(0 <= t < size for t in row)


def test_how_many_places_a_window_counts(rng: random.Random) -> None:
    for _ in range(500):
        kernel, stride, dilation = (rng.randint(1, 5) for _ in range(3))
        span, size = dilation * (kernel - 1) + 1, rng.randint(1, 12)
        low, high = rng.randint(0, kernel - 1), rng.randint(0, kernel - 1)
        pool = AveragePool(
            (kernel,), (stride,), ((low, high),), (dilation,), rng.random() < 0.5, count_include_pad=rng.random() < 0.5
        )
        if size + low + high < span:
            continue
        first, end = (-low, size + high) if pool.count_include_pad else (0, size)
        rows = [[stride * j + dilation * i - low for i in range(kernel)] for j in range(pool_output(pool, (size,))[0])]
        expected = tuple(sum(first <= t < end for t in row) for row in rows)
        if 0 not in expected:
            assert counts(pool, (size,)) == (expected,)
