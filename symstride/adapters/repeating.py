"""Values repeated along their axes, as operators of a network: broadcasting, and maps enlarged by whole factors."""

from __future__ import annotations

from collections.abc import Sequence
from math import prod

from symstride.limits import MAX_LISTED, check
from symstride.network.operators import records as op
from symstride.network.operators.records import Operator, Shape


def repeats(shape: Shape, whole: Shape) -> bool:
    """Whether each axis has the size that ``whole`` has, or one place."""
    return len(shape) == len(whole) and all(n in (1, m) for n, m in zip(shape, whole, strict=True))


def repeated(asked: str, shape: Shape, whole: Shape) -> list[Operator]:
    """What makes a value of ``shape`` as large as ``whole``, one operator behind the other; see ``repeats``.

    One channel is taken several times.  A map of one place that wraps around is that place everywhere: ``Wrap``.
    """
    found: list[Operator] = []
    if shape[0] != whole[0]:
        check(asked, whole[0], MAX_LISTED, "channels in a list", "repeat fewer channels")
        first = (0,) * whole[0]
        found.append(op.ChannelGather(first) if len(shape) > 1 else op.Take(0, first))
    if shape[1:] != whole[1:]:
        found.append(op.Wrap(tuple((0, m - n) for n, m in zip(shape[1:], whole[1:], strict=True))))
    return found


def enlarged(asked: str, shape: Shape, factors: Sequence[int]) -> list[Operator]:
    """Every place ``factors`` times along each axis: ``y[c, f*m + rho] = x[c, m]``, so all phases are the same map."""
    times = prod(factors)
    if times == 1:
        return []
    check(asked, shape[0] * times, MAX_LISTED, "channels in a list", "enlarge fewer channels")
    phases = tuple(channel for channel in range(shape[0]) for _ in range(times))
    return [op.ChannelGather(phases), op.DepthToSpace(tuple(factors), "channel_major")]
