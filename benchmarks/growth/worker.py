"""Measures points in a process of its own:  ``python -m benchmarks.growth.worker``, points in, rows out, as JSON.

A layer is met once only, so that nothing about it is remembered; the general theorems stand before the clock starts.
"""

from __future__ import annotations

import gc
import json
import sys
import time
from collections.abc import Callable, Iterable, Iterator
from dataclasses import asdict
from typing import Any

import numpy as np

import symstride
from benchmarks.growth.points import DENSE_LIMIT, SPARSE_LIMIT, Point
from benchmarks.matrices import dense, holds, sparse
from symstride.layers.layer import Conv
from symstride.proof.kernel.replay import replay

WEIGHT_CHANNELS = 64
"""``bank.weight`` is measured with so many channels in and out, unless channels are what changes."""


def rows(points: Iterable[Point], share: float) -> Iterator[dict[str, Any]]:
    """One row for each point.  SymPy compares matrices up to this share of the limits: those take most of the time."""
    wanted = list(points)
    small = Conv(1, 1, kernel=(4, 4), stride=5, padding=1)
    comparison_time(small, 10, sparse), comparison_time(small, 10, dense)
    for d in sorted({point.axes for point in wanted}):
        text = symstride.prove(Conv(2, 2, kernel=(4,) * d, stride=5, padding=1), input_size=40).certificate()
        replay(text)
    for point in wanted:
        yield asdict(point) | measured(point, share)


def measured(point: Point, share: float) -> dict[str, float]:
    """Times in seconds, the certificate's bytes and its rule applications."""
    layer = layer_of(point, point.channels)
    theorem, prove = timed(lambda: symstride.prove(layer, input_size=point.size))
    text = theorem.certificate()
    report, replayed = timed(lambda: replay(text))
    found = {
        "prove": prove,
        "replay": replayed,
        "weight": weight_time(point),
        "bytes": len(text),
        "steps": report.steps,
    }
    if point.sparse_entries <= share * SPARSE_LIMIT:
        found["sparse"] = comparison_time(layer, point.size, sparse)
    if point.dense_entries <= share * DENSE_LIMIT:
        found["dense"] = comparison_time(layer, point.size, dense)
    return found


def layer_of(point: Point, channels: int) -> Conv:
    return Conv(channels, channels, kernel=(point.kernel,) * point.axes, stride=point.stride, padding=point.padding)


def weight_time(point: Point) -> float:
    """``bank.weight`` on random float32 weights; the second call counts, the first one finds where taps stand."""
    layer = layer_of(point, weight_channels(point))
    bank, shape = symstride.expand(layer, input_size=point.size), [int(n) for n in layer.weight_shape]
    w = np.random.default_rng(0).standard_normal(shape, dtype=np.float32)
    bank.weight(w)
    return timed(lambda: bank.weight(w))[1]


def weight_channels(point: Point) -> int:
    """Of the sweeps only that of the channels has more than one of them."""
    return point.channels if point.channels > 1 else WEIGHT_CHANNELS


def comparison_time(layer: Conv, size: int, make: Callable[..., Any]) -> float:
    same, seconds = timed(lambda: holds(layer, size, make))
    if not same:
        raise AssertionError(f"{layer!r} at {size}: the matrices differ, nothing was measured")
    return seconds


def timed(action: Callable[[], Any]) -> tuple[Any, float]:
    gc.collect()
    began = time.perf_counter()
    result = action()
    return result, time.perf_counter() - began


if __name__ == "__main__":
    asked = json.load(sys.stdin)
    json.dump(list(rows((Point(**fields) for fields in asked["points"]), asked["share"])), sys.stdout)
