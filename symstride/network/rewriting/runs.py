"""Where the taps of a maximum stand along one axis: phase by phase, neighbours together."""

from __future__ import annotations

from collections.abc import Sequence


def offsets_of(kernel: int, stride: int, dilation: int) -> dict[int, list[int]]:
    """For each phase that some tap reads, the offsets ``u`` of its taps: ``dilation*i = stride*u + rho``, from -low."""
    found: dict[int, list[int]] = {}
    for i in range(kernel):
        u, rho = divmod(dilation * i, stride)
        found.setdefault(rho, []).append(u)
    return dict(sorted(found.items()))


def runs_of(offsets: Sequence[int]) -> list[tuple[int, int]]:
    """Neighbouring offsets together, as (first, last)."""
    runs: list[tuple[int, int]] = []
    for u in offsets:
        if runs and runs[-1][1] == u - 1:
            runs[-1] = (runs[-1][0], u)
        else:
            runs.append((u, u))
    return runs
