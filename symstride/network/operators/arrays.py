"""Windows, padding and phases of arrays ``(batch, channels, *space)``.  Exact on integers and objects."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from fractions import Fraction
from itertools import product
from typing import Any

import numpy as np
from numpy.typing import NDArray

from symstride.layers.axis import Axis
from symstride.network.operators.records import Fill, Pairs


def fill_value(fill: Fill, dtype: np.dtype[Any]) -> Any:
    """``fill`` as a number of that dtype; "lowest" is minus infinity, or the least integer where there is none."""
    if fill == "lowest":
        return np.iinfo(dtype).min if dtype.kind in "iu" else -np.inf
    return int(fill) if float(fill).is_integer() and dtype.kind in "iuO" else fill


def pad(x: NDArray[Any], amounts: Pairs, fill: Fill = 0) -> NDArray[Any]:
    """``amounts`` places more per axis, filled with ``fill``; negative amounts crop."""
    wider = [(max(low, 0), max(high, 0)) for low, high in amounts]
    if any(map(any, wider)):
        x = _widened(x, wider, fill_value(fill, x.dtype))
    rows = zip(x.shape[2:], amounts, strict=True)
    kept = (slice(max(-low, 0), n + min(high, 0)) for n, (low, high) in rows)
    return x[(slice(None), slice(None), *kept)]


def _widened(x: NDArray[Any], wider: Sequence[tuple[int, int]], value: Any) -> NDArray[Any]:
    # numpy.pad would fill object arrays with NumPy's own integers, which overflow and do not make Fractions
    rows = list(zip(x.shape[2:], wider, strict=True))
    result = np.full((*x.shape[:2], *(low + n + high for n, (low, high) in rows)), value, dtype=x.dtype)
    result[(slice(None), slice(None), *(slice(low, low + n) for n, (low, _) in rows))] = x
    return result


def wrap(x: NDArray[Any], amounts: Pairs) -> NDArray[Any]:
    """Circular padding: ``y[c, t] = x[c, (t - low) mod N]``; negative amounts crop."""
    rows = zip(x.shape[2:], amounts, strict=True)
    places = [np.arange(-low, n + high) % n for n, (low, high) in rows]
    taken: NDArray[Any] = x[np.ix_(np.arange(x.shape[0]), np.arange(x.shape[1]), *places)]
    return taken


def taps(
    x: NDArray[Any], axes: Sequence[Axis], outputs: Sequence[int], fill: Fill = 0
) -> Iterator[tuple[tuple[int, ...], NDArray[Any]]]:
    """For each tap ``i`` of the window, what all outputs ``j`` read there: ``x[c, stride*j + dilation*i - low]``."""
    reach = [int(a.stride * (m - 1) + a.span - n - a.low) for a, m, n in zip(axes, outputs, x.shape[2:], strict=True)]
    x = pad(x, tuple((int(a.low), high) for a, high in zip(axes, reach, strict=True)), fill)
    for tap in product(*(range(int(a.kernel)) for a in axes)):
        starts = [int(a.dilation) * i for a, i in zip(axes, tap, strict=True)]
        rows = zip(starts, axes, outputs, strict=True)
        read = (slice(t, t + int(a.stride) * (m - 1) + 1, int(a.stride)) for t, a, m in rows)
        yield tap, x[(slice(None), slice(None), *read)]


def space_to_depth(x: NDArray[Any], cell: Sequence[int], order: str, kept: Sequence[Sequence[int]]) -> NDArray[Any]:
    """``X[rho, c, m] = x[c, cell*m + rho]`` for the phases in ``kept``."""
    phases = [
        x[(slice(None), slice(None), *(slice(r, None, s) for r, s in zip(rho, cell, strict=True)))]
        for rho in product(*kept)
    ]
    stacked = np.stack(phases, axis=2 if order == "channel_major" else 1)
    return stacked.reshape(x.shape[0], -1, *stacked.shape[3:])


def spaced(x: NDArray[Any], start: Sequence[int], step: Sequence[int], back: Sequence[int]) -> NDArray[Any]:
    """``y[c, t] = x[c, start + step*t]`` as long as ``start + step*t < N - back``."""
    rows = zip(x.shape[2:], start, step, back, strict=True)
    return x[(slice(None), slice(None), *(slice(a, max(n - b, 0), s) for n, a, s, b in rows))]


def depth_to_space(y: NDArray[Any], cell: Sequence[int], order: str) -> NDArray[Any]:
    """``y[c, cell*m + rho] = Y[rho, c, m]``."""
    total = int(np.prod(cell))
    channels = y.shape[1] // total
    shape = (channels, total) if order == "channel_major" else (total, channels)
    parts = y.reshape(y.shape[0], *shape, *y.shape[2:])
    fine = np.empty((y.shape[0], channels, *(n * s for n, s in zip(y.shape[2:], cell, strict=True))), dtype=y.dtype)
    for number, rho in enumerate(product(*map(range, cell))):
        phase = parts[:, :, number] if order == "channel_major" else parts[:, number]
        fine[(slice(None), slice(None), *(slice(r, None, s) for r, s in zip(rho, cell, strict=True)))] = phase
    return fine


def divide(x: NDArray[Any], counts: NDArray[Any]) -> NDArray[Any]:
    """``x / counts``: as Fractions where the numbers are exact, in their own dtype where they are floats."""
    if x.dtype.kind not in "iuO":
        return np.asarray(x / counts.astype(x.dtype))
    quotients: NDArray[Any] = np.frompyfunc(_quotient, 2, 1)(x.astype(object), counts.astype(object))
    return quotients


def _quotient(a: Any, b: int) -> Any:
    return Fraction(a, b) if isinstance(a, int | Fraction) else a / b
