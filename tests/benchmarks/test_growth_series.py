"""Growth: which rows belong to a sweep, and the power or factor that is fitted to them."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import asdict
from typing import Any

import pytest

from benchmarks.growth import summary
from benchmarks.growth.points import SWEEPS, Point, Sweep, points
from benchmarks.growth.series import COSTS, exponent, factor, series, upper_half
from symstride.layers.layer import Conv

KERNEL, STRIDE, AXES, CHANNELS, SIZE = SWEEPS
PROVE = next(cost for cost in COSTS if cost.key == "prove")


def row(point: Point, **costs: float) -> dict[str, Any]:
    return asdict(point) | costs


@pytest.mark.parametrize("power", [-1.0, 0.0, 2.0, 3.9])
def test_a_power_is_found_again(power: float) -> None:
    assert exponent([(x, 0.3 * x**power) for x in (1, 2, 3, 5, 9, 17)]) == pytest.approx(power, abs=1e-9)


def test_a_factor_is_found_again() -> None:
    assert factor([(d, 0.3 * 1.37**d) for d in (1, 2, 3, 4)]) == pytest.approx(1.37)


def test_only_the_larger_half_is_fitted() -> None:
    bent = [(x, max(5.0, float(x**2))) for x in (1, 2, 4, 8, 16, 32)]
    assert upper_half(bent) == bent[-3:]
    assert exponent(bent) == pytest.approx(2)


def test_too_few_points_have_no_power() -> None:
    assert exponent([(1, 1.0), (2, 4.0)]) is None
    assert factor([]) is None


def test_a_series_is_one_sweep_and_one_cost() -> None:
    others = [row(Point(3, 2, 1, 1, 32), prove=9.0), row(Point(3, 2, 2, 1, 9), prove=9.0)]
    rows = [row(point, prove=float(point.size)) for point in reversed(SIZE.points())]
    assert series([*others, *rows], SIZE, PROVE) == [(n, float(n)) for n in SIZE.values]
    assert series([row(SIZE.points()[0], replay=1.0)], SIZE, PROVE) == []


def test_sweeps_change_one_thing() -> None:
    for sweep in SWEEPS:
        fields = [asdict(point) for point in sweep.points()]
        changing = {name for name in fields[0] if len({each[name] for each in fields}) > 1}
        assert changing == {sweep.variable}
        assert list(sweep.values) == sorted(set(sweep.values))
    assert set(points(quick=True)) < set(points())


@pytest.mark.parametrize("point", points(), ids=str)
def test_counts_of_entries_are_those_of_the_layer(point: Point) -> None:
    layer = Conv(1, 1, kernel=(point.kernel,) * point.axes, stride=point.stride, padding=point.padding)
    assert layer.output_size((point.size,) * point.axes) == (point.outputs,) * point.axes


def measured(sweep: Sweep, cost: Callable[[Point], float]) -> dict[str, Any]:
    return {"machine": "Measured by hand.", "rows": [row(point, prove=cost(point)) for point in sweep.points()]}


def test_the_summary_says_power_factor_or_nothing() -> None:
    assert summary.growth(measured(SIZE, lambda point: 1e-3 * point.size**2), SIZE, PROVE) == "$N^{2.0}$"
    assert summary.growth(measured(AXES, lambda point: 1e-3 * 2.5**point.axes), AXES, PROVE) == "× 2.5 per axis"
    assert summary.growth(measured(CHANNELS, lambda point: 0.01), CHANNELS, PROVE) == "$C^{0.0}$"
    assert summary.growth(measured(CHANNELS, lambda point: 0.01), STRIDE, PROVE) == summary.NOTHING
    assert summary.page(measured(SIZE, lambda point: 1.0)).endswith("\nMeasured by hand.\n")
    assert summary.signless_zero(-0.01) == "0.0"
    assert summary.signless_zero(-0.2) == "-0.2"
